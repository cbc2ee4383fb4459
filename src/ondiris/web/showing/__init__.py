"""How are things of the domains shown on pages, alike for every audience?"""
