"""The built-in methods: one a module, with its settings, their meaning, its rule in words and its arithmetic.

Each module is a plugin and is found by standing here. `schemas/scheme.json` is written anew by `cchc-score schema`; a
new method also needs a recipe in the cookbook and a row in docs/writing-a-scheme.md.
"""
