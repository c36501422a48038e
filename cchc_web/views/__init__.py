"""What each address of the server shows."""
