"""The yearly list of goods, as everybody sees it once it is placed."""
