"""A file of shareholdings: good rows are kept by sets, each bad one is named with its line, column and reason."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ondiris.base.errors import BadInput
from ondiris.base.journal.models import Entry
from ondiris.domains.parties.actions.shares_import import import_shares, taken
from ondiris.domains.parties.models import Shareholding, SharesFile
from tests.factories import DAY, actor
from tests.factories.country import enterprise

HEAD = "held,owner,share,valid_from,valid_to,manager"


@pytest.fixture
def bins(made) -> list[str]:
    return [enterprise(f"Company {place}", made.region).bin for place in range(4)]


def file(*rows: str, head: str = HEAD) -> bytes:
    return "\n".join([head, *rows]).encode()


def wrong(kept: SharesFile) -> list[tuple[int, str, str]]:
    return [(one["line"], one["column"], one["reason"]) for one in kept.refused]


def test_good_rows_are_kept_and_the_file_is_in_the_journal(made, bins):
    held, owner, other, trustee = bins
    kept = import_shares(
        actor(made, "keeper", DAY),
        name="shares.csv",
        content=file(
            f"{held},{owner},33.333333,2024-01-01,,",
            f'{held},state,"33,333333",01.02.2024,2025-01-01,{trustee}',
            f"{other},OTHER,100,2024-01-01,,",
        ),
    )
    assert (kept.kept, kept.refused) == (3, [])
    parcel = Shareholding.objects.get(owner_kind="state")
    assert (parcel.held.bin, parcel.share, parcel.manager.bin) == (held, Decimal("33.333333"), trustee)
    assert (parcel.valid_from, parcel.valid_to) == (date(2024, 2, 1), date(2025, 1, 1))
    assert Entry.objects.get(act="shares.import").evidence == {"file": "shares.csv", "kept": 3, "refused": 0}


def test_each_bad_row_is_named_and_the_good_ones_are_kept(bins):
    held, owner, *_rest = bins
    unknown = "150140999992"
    rows = {
        f"12,{owner},10,2024-01-01,,": ("held", "bin"),
        f"{held},nobody,10,2024-01-01,,": ("owner", "owner"),
        f"{held},{owner},0,2024-01-01,,": ("share", "share"),
        f"{held},{owner},100.5,2024-01-01,,": ("share", "share"),
        f"{held},{owner},ten,2024-01-01,,": ("share", "share"),
        f"{held},{owner},10,2024-02-30,,": ("valid_from", "day"),
        f"{held},{owner},10,2024-01-01,soon,": ("valid_to", "day"),
        f"{held},{owner},10,2024-01-01,2024-01-01,": ("valid_to", "reversed"),
        f"{held},{owner},10,2024-01-01,,7": ("manager", "bin"),
        f"{held},{owner},10,2024-01-01,,,more": ("", "cells"),
        f"{held},{held},10,2024-01-01,,": ("owner", "itself"),
        f"{held},{owner},10,2024-01-01,,{owner}": ("manager", "own_trustee"),
        f"{held},{owner},10,2024-01-01,,": None,
    }
    kept = taken("shares.csv", file(*rows))
    assert wrong(kept) == [(line, *said) for line, said in enumerate(rows.values(), 2) if said]
    assert kept.kept == Shareholding.objects.count() == 1
    assert kept.refused[0]["cells"]["held"] == "12"
    assert unknown not in str(kept.refused)


def test_a_bin_of_nobody_is_refused(bins):
    from tests.factories.country import bin_number

    stranger = bin_number(9_999)
    kept = taken("x", file(f"{stranger},{bins[0]},1,2024-01-01,,", f"{bins[0]},{stranger},1,2024-01-01,,"))
    assert wrong(kept) == [(2, "held", "nobody"), (3, "owner", "nobody")]


def test_the_row_that_would_pass_a_hundred_is_refused_and_those_before_and_after_it_are_kept(bins):
    held, one, two, three = bins
    rows = [f"{held},{one},60,2024-01-01,,", f"{held},{two},50,2024-06-01,,", f"{held},{three},40,2024-01-01,,"]
    kept = taken("x", file(*rows))
    assert wrong(kept) == [(3, "share", "too_much")]
    assert kept.kept == 2


def test_a_file_sent_twice_changes_nothing(bins):
    rows = [f"{bins[0]},{bins[1]},30,2024-01-01,,", f"{bins[0]},state,30,2024-01-01,,"]
    taken("x", file(*rows))
    again = taken("x", file(*rows))
    assert wrong(again) == [(2, "owner", "twice"), (3, "owner", "twice")]
    assert Shareholding.objects.count() == 2


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_usual_encodings_and_delimiters_are_read(bins, encoding, delimiter):
    text = f"Held,OWNER,share,valid_from\r\n{bins[0]},other,12.5,2024-01-01\r\n\r\n{bins[1]},ә,1,2024-01-01\r\n"
    if encoding == "cp1251":
        text = text.replace("ә", "я")
    kept = taken("x", text.replace(",", delimiter).encode(encoding))
    assert kept.kept == 1
    assert wrong(kept) == [(4, "owner", "owner")]


@pytest.mark.parametrize(
    "content",
    [b"", b"held,owner\n1,2", b"held,owner,share,valid_from,colour\n1,2,3,4,5", b"held,held,owner,share,valid_from\n",
     HEAD.encode(), b"PK\x03\x04\x00\x00", f'{HEAD}\n"unclosed'.encode() + b"x" * 200_000],
    ids=["empty", "no share", "strange column", "column twice", "no rows", "a workbook", "one endless cell"],
)  # fmt: skip
def test_a_file_that_cannot_be_read_is_refused_whole(db, content):
    with pytest.raises(BadInput) as refused:
        taken("x", content)
    assert set(refused.value.fields) == {"file"}


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(st.integers(1, 3), st.sampled_from([20, 50, 70, 100]), st.integers(1, 4), st.integers(0, 3)),
        max_size=7,
    )
)
def test_what_is_kept_never_passes_a_hundred_and_is_all_that_fits(bins, rows):
    """The set-based way keeps what going row by row would keep."""
    Shareholding.objects.all().delete()
    lines = [
        f"{bins[0]},{bins[owner]},{share},2024-01-{first:02d},{f'2024-01-{first + length:02d}' if length else ''},"
        for owner, share, first, length in rows
    ]
    if not lines:
        return
    together = taken("x", file(*lines))
    whole = set(Shareholding.objects.values_list("owner__bin", "share", "valid_from", "valid_to"))
    Shareholding.objects.all().delete()
    one_by_one = sum(taken("x", file(line)).kept for line in lines)
    assert together.kept == one_by_one
    assert whole == set(Shareholding.objects.values_list("owner__bin", "share", "valid_from", "valid_to"))
