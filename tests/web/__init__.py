"""The web application: its database, its pages, who may see what."""
