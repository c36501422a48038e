"""From documents and a form to one table of facts: what each cell says, where it stands, and what is wrong with it."""
