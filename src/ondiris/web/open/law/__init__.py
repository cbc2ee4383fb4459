"""The law: by article, one provision, the whole on any day, the difference between two days."""
