"""Scanned pages read as tables of cells: words by Tesseract, figures by RapidOCR, each with its picture."""
