"""The stimulation of labour productivity (39)."""
