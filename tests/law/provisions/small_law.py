"""A law of five articles with the seams of the real one, and the register's rows for it."""

from ondiris.law.provisions.load import read_article
from ondiris.law.provisions.register import Article, Register

TEXT = """О промышленной политике

Закон Республики Казахстан от 27 декабря 2021 года № 86-VII ЗРК.

      Примечание ИЗПИ!
Порядок введения в действие настоящего Закона см. ст. 69

      Настоящий Закон устанавливает принципы.


Глава 1. Общие положения

Статья 1. Условия

      1. Меры предоставляются на условиях:

      ориентированности на перечень;

      принятия обязательств.

      Иные условия не допускаются.

      2. Отказ обосновывается.

      Сноска. Статья 1 с изменениями, внесенными Законом РК от 14.07.2022 № 141-VII (вводится в действие по \
истечении десяти календарных дней после дня его первого официального опубликования).

Статья 2. Компетенция

      Уполномоченный орган:

      1) ведет перечень;

      2) исключен Законом РК от 30.12.2022 № 177-VII (вводится в действие с 08.01.2022);
      2-1) проверяет.

      Сноска. Статья 2 с изменением, внесенным Законом РК от 30.12.2022 № 177-VII (порядок введения в действие \
см. ст.2); от 01.07.2024 № 107-VIII (вводится в действие с 01.01.2025).

Параграф 1. Земля

Статья 3. Предоставление земельных участков

      Участки выделяются.

Статья 4. Переходные положения

      Приостановить до 29 июня 2023 года действие:

      1) статьи 3 настоящего Закона, установив, что данная статья действует в следующей редакции:

      "Статья 3. Предоставление земельных участков и прав

      Предоставляются:

      1) участки;

      2) права по Кодексу "О недрах".".

Статья 5. Порядок введения в действие настоящего Закона

      Настоящий Закон вводится в действие по истечении десяти календарных дней после дня его первого \
официального опубликования, за исключением:

      1) подпункта 1) статьи 2, который вводится в действие по истечении шестидесяти календарных дней.

      Президент Республики Казахстан К. ТОКАЕВ
""".replace("      ", "\xa0\xa0\xa0\xa0\xa0 ")


def words(text: str) -> str:
    return f'en = "{text}"\nru = "{text}"\nkk = "{text}"\n'


def version(table: str, **fields: object) -> str:
    """One version as TOML; the first day is `from_`, since `from` is a word of Python."""
    quoted = {"act", "certainty", "status", "wording"}
    lines = [
        f'{key.rstrip("_")} = "{value}"' if key in quoted else f"{key.rstrip('_')} = {str(value).lower()}"
        for key, value in fields.items()
    ]
    return "\n".join([f"[[{table}]]", *lines, ""])


def by_the_law(table: str = "versions", **more: object) -> str:
    return version(table, **({"from_": "2022-01-08", "act": "86-VII", "certainty": "inferred"} | more))


def row(provision: str, level: str, *versions: str, extra: str = "") -> str:
    head = f'[[provision]]\nid = "{provision}"\nlevel = "{level}"\nkind = "duty"\n'
    return "\n".join([head + words(f"Words of {provision}."), extra, *versions])


def article_file(number: str, *parts: str) -> str:
    return "\n".join([f'article = "{number}"\n[heading]\n' + words("Heading."), *parts])


OWN = "provision.versions"
AMENDED = [
    by_the_law(to="2022-07-25", held=False),
    version("versions", from_="2022-07-25", act="141-VII", certainty="earliest", located=False),
]
SUSPENDED = [
    by_the_law(OWN, to="2023-06-29", wording="temporary") + f"[{OWN}.words]\n" + words("Temporary words."),
    version(OWN, from_="2023-06-29", act="86-VII", certainty="established"),
]
FILES = {
    "1": article_file(
        "1",
        *AMENDED,
        row("1", "article"),
        row("1.1", "paragraph"),
        row("1.1:1", "item"),
        row("1.1:2", "item"),
        row("1.1p2", "part"),
        row("1.2", "paragraph"),
    ),
    "2": article_file(
        "2",
        by_the_law(),
        row("2", "article"),
        row("2.1", "subparagraph", version(OWN, from_="2022-02-27", act="86-VII", certainty="inferred")),
        row(
            "2.2",
            "subparagraph",
            by_the_law(OWN, to="2022-01-08", held=False),
            version(
                OWN,
                from_="2022-01-08",
                act="177-VII",
                certainty="established",
                status="excluded",
                known_since="2022-12-30",
            ),
        ),
        row("2.2-1", "subparagraph", version(OWN, from_="2025-01-01", act="107-VIII", certainty="established")),
    ),
    "3": article_file(
        "3",
        row("3", "article", *SUSPENDED),
        row("3.1", "subparagraph", by_the_law(OWN, to="2023-06-29")),
        row("3.2", "subparagraph", by_the_law(OWN, to="2023-06-29")),
    ),
    "4": article_file("4", by_the_law(), row("4", "article"), row("4.1", "subparagraph")),
    "5": article_file("5", by_the_law(), row("5", "article"), row("5.1", "subparagraph")),
}


def article(number: str, text: str | None = None) -> Article:
    return read_article(f"article_{number:0>2}.toml", text or FILES[number])


def small_register(**files: str) -> Register:
    """The rows of the small law; `article_1=...` puts another file in the place of one."""
    changed = {key.removeprefix("article_"): text for key, text in files.items()}
    return Register(article(number, text) for number, text in (FILES | changed).items())
