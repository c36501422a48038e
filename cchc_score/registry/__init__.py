"""Plugins: found, asked once, checked thing by thing, frozen; methods of older contracts adapted."""
