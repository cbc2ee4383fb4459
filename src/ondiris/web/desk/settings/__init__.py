"""Which dated settings are there, and how do two officials give one a new value?"""
