"""Of what are the made-up country's names and goods put together?"""

from ondiris.domains.parties.terms import Capacity

# Commodity code, first and last edition that has the good, names. Which goods stand here is made up.
GOODS = (
    ("3208", 1, 2, "Бояулар мен лактар", "Краски и лаки", "Paints and varnishes"),
    (
        "3816",
        1,
        2,
        "Отқа төзімді цементтер мен бетондар",
        "Огнеупорные цементы и бетоны",
        "Refractory cements and concretes",
    ),
    ("3923", 1, 1, "Пластмассадан жасалған ыдыстар", "Тара из пластмасс", "Plastic packaging"),
    ("7308", 1, 2, "Болат құрылымдары", "Конструкции из стали", "Structures of steel"),
    ("7610", 1, 2, "Алюминий құрылымдары", "Конструкции из алюминия", "Structures of aluminium"),
    ("8418", 1, 2, "Тоңазытқыштар мен мұздатқыштар", "Холодильники и морозильники", "Refrigerators and freezers"),
    ("8432", 1, 2, "Топырақ өңдеу машиналары", "Почвообрабатывающие машины", "Machinery for soil preparation"),
    ("8433", 1, 2, "Егін жинау машиналары", "Уборочные машины", "Harvesting machinery"),
    (
        "8474",
        2,
        2,
        "Ұсату және сұрыптау машиналары",
        "Дробильные и сортировочные машины",
        "Crushing and sorting machines",
    ),
    ("8481", 1, 2, "Крандар мен клапандар", "Краны и клапаны", "Taps and valves"),
    ("8504", 1, 2, "Электр трансформаторлары", "Электрические трансформаторы", "Electrical transformers"),
    ("8537", 1, 2, "Электрді басқару панельдері", "Панели управления электричеством", "Panels for electric control"),
    ("8544", 2, 2, "Оқшауланған сымдар мен кабельдер", "Изолированные провода и кабели", "Insulated wires and cables"),
    ("8607", 1, 2, "Темір жол құрамының бөлшектері", "Части подвижного состава", "Parts of rolling stock"),
    ("8708", 2, 2, "Көлік құралдарының бөлшектері", "Части транспортных средств", "Vehicle parts"),
    ("8716", 1, 2, "Тіркемелер мен жартылай тіркемелер", "Прицепы и полуприцепы", "Trailers and semi-trailers"),
)

# The part, name, e-mail, what the mandate lets them do.
OFFICIALS = {
    "institute": (
        ("officer", "Дәулет Сәрсенов", "daulet@demo.kz", Capacity.CASE_OFFICER),
        ("second_officer", "Сәуле Ахметова", "saule@demo.kz", Capacity.CASE_OFFICER),
        ("expert", "Марат Жүнісов", "marat@demo.kz", Capacity.EXPERT),
        ("second_expert", "Жанар Оспанова", "zhanar@demo.kz", Capacity.EXPERT),
        ("third_expert", "Асқар Төлеуов", "askar@demo.kz", Capacity.EXPERT),
        ("treasurer", "Ботагөз Нұрланова", "botagoz@demo.kz", Capacity.TREASURER),
        ("monitor", "Ерлан Қасымов", "yerlan@demo.kz", Capacity.MONITOR),
    ),
    "authority": (
        ("decider", "Гүлнар Есенова", "gulnar@demo.kz", Capacity.DECISION_MAKER),
        ("decider", "Гүлнар Есенова", "gulnar@demo.kz", Capacity.SIGNATORY),
        ("keeper", "Тимур Абдуллин", "timur@demo.kz", Capacity.KEEPER),
        ("second_keeper", "Мәдина Құсайынова", "madina@demo.kz", Capacity.KEEPER),
        ("auditor", "Қанат Бейсенов", "kanat@demo.kz", Capacity.AUDITOR),
    ),
}

STEMS = (
    "Алатау", "Алтай", "Арал", "Арна", "Астық", "Аққу", "Баспана", "Бәйтерек", "Болат", "Дала", "Ертіс", "Есіл",
    "Жасыл", "Жұлдыз", "Зерде", "Иртыш", "Көкше", "Қазына", "Қарлығаш", "Құлагер", "Мұнара", "Нұр", "Орда", "Өрлеу",
    "Самұрық", "Сарыарқа", "Сұңқар", "Темір", "Тұлпар", "Ұйым", "Үміт", "Хан Тәңірі", "Шабыт", "Шаңырақ",
)  # fmt: skip
TRADES = (
    ("25", "Металл"), ("28", "Машина"), ("27", "Электр"), ("22", "Пласт"), ("20", "Химия"), ("23", "Құрылыс материалдары"),
    ("29", "Авто"), ("31", "Жиһаз"), ("13", "Тоқыма"), ("10", "Тағам"), ("46", "Сауда"), ("49", "Жол"),
)  # fmt: skip
FORMS = ("ЖШС", "АҚ")
