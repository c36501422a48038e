"""Forms that people fill in: files with what a year knows already, which `import` and the year read back."""
