"""The law as data and pure code: provisions, parameters, rules. No database, no request, no clock."""
