"""How pages look: the tokens of colour and type, the macros of tables and pictures, for every page that people see."""
