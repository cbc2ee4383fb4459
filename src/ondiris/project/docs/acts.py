"""What does the page of all acts say?"""

from ondiris.project.docs.markdown import code, page, table
from ondiris.project.docs.registered import acts, beginnings, said_of


def acts_page() -> str:
    """Every registered act: what makes something new, then what is done to a thing."""
    return page(
        "Acts",
        "Whatever changes anything under the law is a registered act. One wrapper opens the transaction, locks the "
        "thing, asks permission, checks state and version, writes the new state, and writes the journal last.",
        "## What brings something new into being",
        table(
            ("Act", "Name", "What it does", "Who", "Provision"),
            (
                (
                    code(name),
                    str(one.title),
                    said_of(one.body),
                    said_of(one.may),
                    one.provision + (", or the clause of the account" if one.cites else ""),
                )
                for name, one in beginnings().items()
            ),
        ),
        "## What is done to a thing",
        table(
            ("Act", "Name", "What it does", "Who", "Provision"),
            (
                (code(name), str(one.title), said_of(one.body), one.move.who, one.provision)
                for name, one in acts().items()
            ),
        ),
    )
