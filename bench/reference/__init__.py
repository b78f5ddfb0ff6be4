"""The bare applications that the service is measured against: FastAPI, and nothing that a product needs.

They run in the same server, with the same settings of SQLite. None of them checks who asks, what is sent or whether the
scan is open: what the service does beyond them is what the ratios show.
"""
