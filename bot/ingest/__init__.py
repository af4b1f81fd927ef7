"""feed -> entry -> article: bytes from a file or the web become clean articles."""
