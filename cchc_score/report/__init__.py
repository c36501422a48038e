"""Results as documents that an office signs or sends: each library is loaded only when it writes one."""
