"""The journal of a year: one list of events to which things are only added, and the state that it gives. Pure."""
