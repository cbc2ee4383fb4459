"""The ground: dates, money, identifiers, flows, acts and the journal. No word of industry."""
