"""The register of offtake contracts and contract procurement, for everybody, and its open data."""
