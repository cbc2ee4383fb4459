"""By when does the law ask what of whom, and how punctual was each body?"""
