"""The bodies and roles that the law names, and what it says to each on a day."""
