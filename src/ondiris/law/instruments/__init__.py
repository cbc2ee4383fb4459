"""The acts that the law calls for: rules, methodologies, lists, forms, agreements, and where each of them stands."""
