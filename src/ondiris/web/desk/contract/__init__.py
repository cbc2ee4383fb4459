"""What does an official see and do with contracts that develop industry?"""
