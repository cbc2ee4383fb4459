"""The yearly list of goods in the cabinet: a customer's own lines, a supplier's own interests."""
