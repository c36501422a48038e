"""The annex of a decision as its table: printed from a scheme, and read into a draft that evaluators confirm."""
