"""Workbooks (.xlsx): their parts as tables of cells; needs the extra `excel`."""
