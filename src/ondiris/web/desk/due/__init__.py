"""What waits for an official today, by what their mandate lets them do?"""
