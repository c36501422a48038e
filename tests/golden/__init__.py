"""What the program prints and writes, kept byte for byte: a change of its inside must not change it."""
