"""How is an organisation written for programs?"""

from pydantic import BaseModel

from ondiris.domains.parties.models import Organisation


class OrganisationOut(BaseModel):
    """An enterprise or a public body."""

    bin: str
    name: str

    @classmethod
    def of(cls, organisation: Organisation) -> "OrganisationOut":
        """An organisation by its number and name."""
        return cls(bin=organisation.bin, name=organisation.name)
