"""sayso reads news and keeps the ledger of what is reported to have happened, and on whose say-so."""
