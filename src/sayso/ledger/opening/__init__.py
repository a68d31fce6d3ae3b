"""Opening a ledger: where it is, making a new one, transactions, and faults in words of our own."""
