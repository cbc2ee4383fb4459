"""Which pages of the documentation are made from the code, so that they never say something else than it does?"""
