"""What a use case gives, typed: pages, JSON, workbooks and web views are made from these and decide nothing."""
