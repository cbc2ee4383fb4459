"""The incentives for labour productivity (39)."""
