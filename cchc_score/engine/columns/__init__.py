"""The same scoring in columns of NumPy, for tables large enough to repay it; held against the rows by laws."""
