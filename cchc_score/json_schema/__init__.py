"""What editors complete and check TOML files by: JSON Schema, generated from the models that read the files."""

from cchc_score.json_schema.files import schema, schema_file
from cchc_score.json_schema.words import KINDS

__all__ = ["KINDS", "schema", "schema_file"]
