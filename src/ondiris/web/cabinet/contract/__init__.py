"""What do customers, suppliers and lenders see and do with their contracts? (46-49)"""
