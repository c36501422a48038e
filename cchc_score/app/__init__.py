"""The use cases: each takes plain arguments and gives a typed result; none prints, or knows a format or a front end."""
