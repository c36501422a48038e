"""Data package: one TOML file per scoring scheme, and one per version of the report form in forms/."""
