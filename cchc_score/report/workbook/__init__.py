"""The report as an Excel workbook with live formulas."""
