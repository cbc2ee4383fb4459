"""What does an official see and do with one agreement?"""
