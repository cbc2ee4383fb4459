"""How do contracts look as open data by the Open Contracting Data Standard?"""
