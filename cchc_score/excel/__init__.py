"""Workbooks (.xlsx, .xls, .xlsb, .ods) as tables of cells; needs the extra `excel`."""
