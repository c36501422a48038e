"""What editors complete and check TOML files by: JSON Schema, generated from the models that read the files."""

from cchc_score.json_schema.key_words import KINDS
from cchc_score.json_schema.schema_files import schema, schema_file

__all__ = ["KINDS", "schema", "schema_file"]
