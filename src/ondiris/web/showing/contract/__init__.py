"""How are contracts that develop industry shown to the parties and to officials? (46-49)"""
