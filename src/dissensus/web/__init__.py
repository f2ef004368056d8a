"""The pages and the API behind them, for one record, on this machine unless told otherwise."""
