"""A made-up country in which one can live through the law. Nothing here belongs to a real person or enterprise."""
