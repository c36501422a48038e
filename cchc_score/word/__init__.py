"""Word documents read as tables and paragraphs of text."""
