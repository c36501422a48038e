"""The seven reform areas of the national frame, one module each: what a commune may report of them."""
