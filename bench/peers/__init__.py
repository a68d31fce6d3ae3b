"""sayso beside the tools that people use today for one of its trades, in one run on one machine."""
