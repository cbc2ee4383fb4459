"""The law as Akoma Ntoso (LegalDocML 3.0): XML that other systems of law can read."""
