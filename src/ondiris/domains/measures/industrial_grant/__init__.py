"""The industrial grant (42)."""
