"""Two folders of one year, changed by two people, made one again."""
