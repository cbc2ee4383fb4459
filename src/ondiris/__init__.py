"""Öndiris: the software that runs Kazakhstan's Law "On Industrial Policy"."""

__version__ = "0.1.0"
