"""Tables that people fill in, as files of Excel, Word and CSV; each library is loaded only when it writes one."""
