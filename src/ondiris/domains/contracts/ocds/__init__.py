"""How do contracts look as open data by the Open Contracting Data Standard, version 1.1.5?"""
