"""Acts that amend the law: entered change by change, confirmed by a second person, reviewed for each measure."""
