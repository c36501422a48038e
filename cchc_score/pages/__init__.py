"""Results as pages: what people read, and the same as data for machines."""
