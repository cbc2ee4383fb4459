"""The law's provisions in the product's own words, dated, and their check against the official text."""
