"""The door to the disk and the plain files behind it: limits before reading, archives, CSV, TOML in and out."""
