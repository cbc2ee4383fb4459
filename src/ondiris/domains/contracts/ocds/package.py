"""How do all contracts, or those changed since an instant, go out as one package without being in memory together?"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from ondiris.domains.contracts.models import Contract
from ondiris.domains.contracts.ocds.parts import BIN_SCHEME, Json, text_of
from ondiris.domains.contracts.ocds.release import Addresses, compiled, releases
from ondiris.domains.contracts.public import Shown
from ondiris.domains.contracts.whole import every
from ondiris.domains.parties.models import Organisation

VERSION = "1.1"


@dataclass(frozen=True, slots=True)
class Head:
    """What stands before the contracts: the package's address and instant, who publishes, and the extension's address."""

    uri: str
    published_at: datetime
    publisher: Organisation | None
    publisher_name: str
    extension: str
    policy: str

    def to_json(self) -> Json:
        """The members of a package besides its releases or records."""
        publisher: Json = {"name": self.publisher_name}
        if self.publisher is not None:
            publisher = {"name": self.publisher.name, "scheme": BIN_SCHEME, "uid": self.publisher.bin}
        return {
            "uri": self.uri,
            "version": VERSION,
            "extensions": [self.extension],
            "publishedDate": self.published_at.isoformat(timespec="seconds"),
            "publisher": publisher,
            "publicationPolicy": self.policy,
        }


def changed(contracts: QuerySet[Contract], since: datetime | None) -> QuerySet[Contract]:
    """Those changed at an instant or after; all where none is given."""
    return contracts if since is None else contracts.filter(changed_at__gte=since)


def release_package(head: Head, contracts: QuerySet[Contract], shown: Shown, at: Addresses) -> Iterator[str]:
    """A release package, piece by piece."""
    rows = (release for whole in every(contracts) for release in releases(whole, shown, at))
    return _written(head, "releases", rows)


def record_package(head: Head, contracts: QuerySet[Contract], shown: Shown, at: Addresses) -> Iterator[str]:
    """A record package, piece by piece: of each contract its releases and what they come to."""
    rows = (
        {"ocid": made[0]["ocid"], "releases": made, "compiledRelease": compiled(made)}
        for whole in every(contracts)
        if (made := releases(whole, shown, at))
    )
    return _written(head, "records", rows)


def _written(head: Head, name: str, rows: Iterator[Json]) -> Iterator[str]:
    yield f"{text_of(head.to_json())[:-1]},{json.dumps(name)}:["
    before = "\n"
    for row in rows:
        yield before + text_of(row)
        before = ",\n"
    yield "\n]}\n"
