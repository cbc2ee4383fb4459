"""The yearly planning of article 47 on the desk."""
