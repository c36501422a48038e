"""What can be said of a scheme without any report: pure functions over its rules."""
