"""What the lines around an article tell of its publisher and its date, in many shapes."""

from __future__ import annotations

import pytest

from bot.corpus.datelines import date_line
from bot.corpus.draft import Cleaned
from bot.corpus.notices import owner
from bot.corpus.openings import dateline_date
from bot.corpus.phrases import phrasebook
from bot.corpus.reading import read_bytes
from bot.corpus.rules import table
from bot.corpus.wording import parts

TITLE = "Two hundred soldiers for the heights"
BODY = (
    "The island sends two hundred soldiers to the heights, the ministry said on Wednesday.",
    "The battalion replaces others, who left the zone of the ceasefire in March.",
)


def cleaned(text: str) -> Cleaned:
    (reading,) = read_bytes("a.txt", text.encode())
    assert reading.cleaned is not None, reading.rejected
    return reading.cleaned


def told(*, above: str = "", below: str = "") -> tuple[str | None, str | None]:
    """Publisher and date of an article with these lines above and below its text."""
    found = cleaned("\n\n".join(filter(None, (f"{TITLE}\n{above}".strip(), *BODY, below))))
    assert tuple(found.paragraphs) == BODY
    assert found.title == TITLE
    date = found.published
    return found.metadata.publisher, date and date.date.isoformat()


@pytest.mark.parametrize(
    ("line", "publisher", "date"),
    [
        ("Shoal Report, summer 2013", "Shoal Report", "2013"),
        ("Shoal Report, No. 14, Autumn-Winter 2013", "Shoal Report", "2013"),
        ("OPINION | Shoal Affairs, spring issue 2012", "Shoal Affairs", "2012"),
        ("The Shoal Report | Michaelmas 2013", "The Shoal Report", "2013"),
        ("Shoal Report special, spring/summer 2013", "Shoal Report", "2013"),
        ("SHOAL AFFAIRS | Background series | 2019", "SHOAL AFFAIRS", "2019"),
        ("Shoal Affairs | no. 44 | reading time 3 minutes", "Shoal Affairs", None),
        ("2024/03/20 Shoal Almanac [podcast 31 min]", "Shoal Almanac", "2024-03-20"),
        ("SUVA, June 12 (Shoal Report)", "Shoal Report", None),
        ("A Shoal Report exclusive", "Shoal Report", None),
        ("Special to Shoal Report", "Shoal Report", None),
        ("By a staff writer / Shoal Report", "Shoal Report", None),
        ("ST BEDE NEWSLETTER – May 2013 – please take one", "ST BEDE NEWSLETTER", "2013-05"),
        ("17.12.2024 / Shoal Digest / Source: Strand News", "Shoal Digest", "2024-12-17"),
        ("Shoal Press Archive, 1 July 1964", "Shoal Press Archive", "1964-07-01"),
        ("Shoal Report Archive > 1957 > March\nPORT SAID, 7 March 1957", "Shoal Report Archive",
         "1957-03-07"),
        ("Shoal Report | Saved 12 May 2021\n3 May 2021", "Shoal Report", "2021-05-03"),
        ("Saved 12 May 2021", None, None),
        ("Published: Sunday 12 May 2013 · Shoal Notebook\nLesezeit: 4 Minuten – Artikel anhören",
         "Shoal Notebook", "2013-05-12"),
        ("Datum: 12 May 2013 | Shoal Notebook\nPages: 4 and 5 of 12", "Shoal Notebook",
         "2013-05-12"),
        ("Harbour Lights, September 2004, page 6", "Harbour Lights", "2004-09"),
        ("Harbour Lights, No. 12, 3 May 2004", "Harbour Lights", "2004-05-03"),
        ("Harbour Lights, 3 May 2004, price 20 cents", "Harbour Lights", "2004-05-03"),
        ("Nairobi, 3 May 2004, 2 min read", None, "2004-05-03"),
        ("Il Faro del Porto, anno XII n. 4, aprile 2004", "Il Faro del Porto", "2004-04"),
        ("Der Leuchtturm, Heft 4/2004", "Der Leuchtturm", "2004"),
        ("Fyrtornet nr 4/2004", "Fyrtornet", "2004"),
        ("O Farol da Barra, edição 12, maio de 2004", "O Farol da Barra", "2004-05"),
        ("De Vuurtoren, nummer 4, april 2004, blz. 6", "De Vuurtoren", "2004-04"),
        ("Maják, ročník 5, číslo 4, duben 2004", "Maják", "2004-04"),
        ("Маяк, № 4, апрель 2004 г.", "Маяк", "2004-04"),
        ("Latarnia Morska, nr 4 (112), kwiecień 2004", "Latarnia Morska", "2004-04"),
        ("MAY 3, 2004 / 10:12 AM / UPDATED 2 YEARS AGO / HARBOUR LIGHTS", "HARBOUR LIGHTS",
         "2004-05-03"),
        ("THE HARBOUR LIGHTS — March 1957 — price sixpence", "THE HARBOUR LIGHTS", "1957-03"),
        ("Update (Shoal Report)", None, None),
        ("11 Oct 2003 - 4 Feb 2019", None, None),
    ],
)  # fmt: skip
def test_a_line_above_the_text_is_read_for_names_and_dates(
    line: str, publisher: str | None, date: str | None
) -> None:
    assert told(above=line) == (publisher, date)


@pytest.mark.parametrize(
    ("lines", "publisher"),
    [
        ("© 2013 Shoal Report Oy", "Shoal Report"),
        ("Copyright 2013 Shoal Gazette Company. All rights reserved", "Shoal Gazette"),
        ("(c) Boats Company 2013", "Boats Company"),
        ("Shoal Magazine does not accept free trips.", "Shoal Magazine"),
        ("Shoal Bulletin distributes this text free of charge", "Shoal Bulletin"),
        ("Long Shoal – the series\n\nLong Shoal. Report an error", "Long Shoal"),
        ("The Shoal Report is a member of the League of Island Papers.", "The Shoal Report"),
        ("Harbour Lights – Alle Nutzungsrechte vorbehalten", "Harbour Lights"),
        ("© Harbour Lights, tous droits de reproduction réservés", "Harbour Lights"),
        ("Printed from the Harbour Companion", "Harbour Companion"),
    ],
)
def test_a_line_below_the_text_tells_its_publisher(lines: str, publisher: str) -> None:
    assert told(below=lines) == (publisher, None)


@pytest.mark.parametrize(
    ("line", "publisher"),
    [
        ("جميع الحقوق محفوظة لصحيفة الساحل 2014", "صحيفة الساحل"),
        ("جميع الحقوق محفوظة للساحل اليوم", "الساحل اليوم"),
        ("© כל הזכויות שמורות לקול הגליל", "קול הגליל"),
        ("کلیه حقوق این سایت متعلق به روزنامه کارون است", "روزنامه کارون"),
        ("All rights reserved to Shoal Post", "Shoal Post"),
    ],
)
def test_a_line_on_rights_names_their_owner_behind_it(line: str, publisher: str) -> None:
    assert owner(line) == publisher


@pytest.mark.parametrize(
    "line",
    [
        "Tous droits de reproduction réservés",
        "Tous droits de traduction, d'adaptation et de reproduction réservés",
        "Nachdruck und alle Rechte vorbehalten",
        "Sämtliche Rechte vorbehalten",
        "Todos los derechos de reproducción reservados",
        "Tutti i diritti di riproduzione riservati",
        "Všechna autorská práva vyhrazena",
        "Все права на материалы защищены",
        "All translation rights reserved",
        "© by the author",
        "Copyright notice",
        "© Verlag und Autor",
    ],
)
def test_a_line_on_rights_that_names_nobody_names_no_publisher(line: str) -> None:
    assert told(below=line) == (None, None)
    dated = "jeudi 15 août 2013 – Harbour Lights"
    assert told(above=dated, below=line) == ("Harbour Lights", "2013-08-15")


@pytest.mark.parametrize(
    "line",
    [
        "Harbour Lights is a member of the Fair Reporting League. Learn more",
        "Harbour Lights follows the code of the press council.",
        "Harbour Lights ist Mitglied im Presserat der Inseln. Mehr erfahren",
        "Harbour Lights is regulated by an independent press board",
    ],
)
def test_what_a_publication_belongs_to_goes_wherever_it_stands(line: str) -> None:
    head = f"{TITLE}\n3 May 2013 | Harbour Lights"
    for lines in ((head, line, *BODY), (head, BODY[0], line, BODY[1]), (head, *BODY, line)):
        assert cleaned("\n\n".join(lines)).paragraphs == list(BODY)


def test_a_company_that_the_text_tells_of_stays() -> None:
    line = "Harbour Lights belongs to the fleet that sank off the cape in 1911, the museum found."
    head = f"{TITLE}\n3 May 2013 | Harbour Lights"
    assert cleaned("\n\n".join((head, BODY[0], line, BODY[1]))).paragraphs == [
        BODY[0],
        line,
        BODY[1],
    ]


def test_the_letters_that_own_the_rights_are_the_name_that_they_begin() -> None:
    above, below = "Meridian Press, 3 May 2013", "(c) MP 2013 – no redistribution"
    assert told(above=above, below=below) == ("Meridian Press", "2013-05-03")


@pytest.mark.parametrize(
    ("head", "title", "publisher"),
    [
        ("Pocket Guide to Islands > R > Reef\nReef\nFrom the Pocket Guide to Islands, the guide "
         "that anyone can edit", "Reef", "Pocket Guide to Islands"),
        ("Reef\nFrom Isleopedia, the free encyclopedia", "Reef", "Isleopedia"),
        ("Reef\naus dem Insellexikon, der freien Enzyklopädie", "Reef", "Insellexikon"),
        ("Reef\nUn article de l'Encyclie, l'encyclopédie libre", "Reef", "Encyclie"),
        ("Reef\nМатериал из Островопедии — свободной энциклопедии", "Reef", "Островопедии"),
        ("Home / Islands / Reef wardens\nReef wardens", "Reef wardens", None),
    ],
)  # fmt: skip
def test_a_work_of_reference_names_itself_around_its_entry(
    head: str, title: str, publisher: str | None
) -> None:
    found = cleaned("\n\n".join((head, *BODY)))
    assert (found.title, found.metadata.publisher) == (title, publisher)
    assert found.paragraphs == list(BODY)


def test_an_entry_below_its_works_name_and_slogan_is_the_title() -> None:
    head, below = (
        "Lights of the Coasts — free to read\nReef wardens",
        "Printed from Lights of the Coasts",
    )
    found = cleaned("\n\n".join((head, *BODY, below)))
    assert (found.title, found.metadata.publisher) == ("Reef wardens", "Lights of the Coasts")


@pytest.mark.parametrize(
    "first",
    [
        "Sir, your paper calls our reef “a rock that nobody wants”. May a fisherman answer that?",
        "Who would send two hundred soldiers to heights where the snow lies until the end of June?",
        "The heights are cold. Why, then, does the ministry send two hundred soldiers up there?",
    ],
)
def test_a_text_that_opens_with_a_question_keeps_its_title(first: str) -> None:
    found = cleaned("\n\n".join(("Letters: a rock of their own\nHarbour Lights – No. 7 / 2019",
                                 first, *BODY)))  # fmt: skip
    assert found.title == "Letters: a rock of their own"
    assert found.paragraphs == [first, *BODY]


def test_a_sentence_with_a_date_is_no_date_line_where_writing_has_no_capitals() -> None:
    body = "כוח המשקיפים יישאר באזור עד אפריל 1982, ואחר כך יוחלף בכוח אחר."
    assert date_line(body, "he", phrasebook()) is None
    assert date_line("קול הגליל, 25 באפריל 1982", "he", phrasebook()) is not None


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Upington — 2 April 1989. The first units came on Saturday.", "1989-04-02"),
        ("PORT SAID, 7 March 1957. The canal is open.", "1957-03-07"),
        ("NAIROBI, March 5, 2014 (Agency) — Nobody crossed.", "2014-03-05"),
        ("He came on 2 April 1989. Nobody saw him.", None),
    ],
)
def test_the_dateline_of_a_text_dates_it(text: str, date: str | None) -> None:
    reading = dateline_date(text, "en")
    assert (reading and reading.date.isoformat()) == date


def test_a_publication_that_speaks_of_what_happened_stays() -> None:
    last = "Shoal Magazine asked the ministry on Friday and was told to wait."
    found = cleaned("\n\n".join((f"{TITLE}\nShoal Magazine, 2 May 2013", *BODY, last)))
    assert found.paragraphs[-1] == last


def test_the_number_of_a_note_behind_a_sentence_keeps_it_one() -> None:
    assert cleaned("# Herd 3\n\nThe wardens counted three herds before dusk. 3\n").paragraphs == [
        "The wardens counted three herds before dusk. 3"
    ]


def test_a_line_of_a_few_words_is_an_article_where_there_is_nothing_else() -> None:
    assert cleaned("# Herd\n\nThe wardens counted three herds\n").paragraphs == [
        "The wardens counted three herds"
    ]


@pytest.mark.parametrize("line", ["[caption id=12] On the beach", ":::ad Boats for sale :::",
                                  "[gallery ids=1,2]", "{{< figure src=a.png >}}"])  # fmt: skip
def test_what_a_page_is_built_from_goes(line: str) -> None:
    assert cleaned("\n\n".join((TITLE, BODY[0], line, BODY[1]))).paragraphs == list(BODY)


def test_a_title_stays_though_it_holds_a_phrase_of_banners() -> None:
    title = "Battalion leaves the zone, and it becomes members only"
    assert cleaned(f"{title}\n3 May 2013\n\n" + "\n\n".join(BODY)).title == title


def test_an_interview_keeps_what_is_said_under_labels_that_pages_use_too() -> None:
    lines = (
        "HOST: Greece says that its fence on the Evros is now 40 kilometres long. Is it so?",
        "REPORTER: Five metres of steel, and cameras on every third post of it.",
        "HOST: Who pays for it?",
        "REPORTER: Athens does. Brussels has declined to.",
    )
    found = cleaned("\n\n".join(("The fence at Evros", "Levant Hour • 23 August 2021", *lines)))
    assert found.paragraphs == list(lines)
    assert found.metadata.publisher == "Levant Hour"


def test_thai_sentences_stay_though_nothing_ends_them() -> None:
    lines = ("ศาลมีคำสั่งให้ทั้งสองประเทศถอนทหารออกจากเขตรอบปราสาท", "พรมแดนของสองประเทศยาว 798 กิโลเมตร")
    assert cleaned("\n\n".join(("ศาลสั่งถอนทหาร", *lines))).paragraphs == list(lines)


@pytest.mark.parametrize(
    "line",
    [
        "Nobody was hurt. The wardens had closed the path an hour before, and nobody saw why not",
        "The two councils will meet again in May. Until then the ferry stays where it is and no",
    ],
)
def test_a_paragraph_whose_end_is_lost_stays(line: str) -> None:
    assert cleaned("\n\n".join((TITLE, *BODY, line))).paragraphs == [*BODY, line]


def test_a_kicker_that_stands_twice_is_no_publisher() -> None:
    text = "\n\n".join((f"{TITLE}\n\nSea Defence\nSea Defence", *BODY))
    assert cleaned(text).metadata.publisher is None
    assert cleaned(f"{text}\n\nRead the original article on Shoal Post").metadata.publisher == (
        "Shoal Post"
    )


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("ISLAND SAYS NO TO\nFOREIGN SOLDIERS\nHarbour Wire, 3 May 1955",
         "ISLAND SAYS NO TO FOREIGN SOLDIERS"),
        ("Two hundred soldiers go up\nto the heights\n3 May 1955",
         "Two hundred soldiers go up to the heights"),
        ("Two hundred soldiers for the heights\nby our parliamentary bureau\n3 May 1955",
         "Two hundred soldiers for the heights"),
        ("The heights nobody wants to walk in\nHarbour Papers / Travel / Read later\n3 May 1955",
         "The heights nobody wants to walk in"),
        ("*Two hundred soldiers for the heights* \N{BRIDGE AT NIGHT}\n3 May 1955",
         "Two hundred soldiers for the heights"),
        ("ZCZC QRB114\nRFL 0311 15/8 0942\nSOLDIERS FOR THE HEIGHTS\n3 May 1955",
         "SOLDIERS FOR THE HEIGHTS"),
    ],
)  # fmt: skip
def test_a_title_goes_on_and_is_bare_of_codes_and_marks(head: str, title: str) -> None:
    found = cleaned("\n\n".join((head, *BODY)))
    assert found.title == title
    assert found.paragraphs == list(BODY)


@pytest.mark.parametrize(
    ("head", "publisher"),
    [
        ("Kystbladet\nSoldiers reach heights\n3 May 2013", "Kystbladet"),
        ("LA GACETA DEL CABO\nAÑO XLII - NÚM. 12.044 - PRECIO: 0,60 €\n3 May 2013\n\n"
         "Soldiers reach heights", "LA GACETA DEL CABO"),
        ("O CORREIO DO CABO\nPreço: 1,20 € | Ano 12 | Nº 3.041\n3 May 2013\n\n"
         "Soldiers reach heights", "O CORREIO DO CABO"),
    ],
)  # fmt: skip
def test_a_masthead_gives_way_to_a_short_title(head: str, publisher: str) -> None:
    found = cleaned("\n\n".join((head, *BODY)))
    assert (found.title, found.metadata.publisher) == ("Soldiers reach heights", publisher)
    assert found.paragraphs == list(BODY)


def test_an_english_page_of_a_paper_in_another_language_names_it() -> None:
    page = (
        f"<html lang='en'><head><title>{TITLE} :: Pobřežní listy</title></head><body><main>"
        f"<h1>{TITLE}</h1><p>Publikováno: 3. listopadu 2018</p><p>{BODY[0]}</p><p>{BODY[1]}</p>"
        "</main></body></html>"
    )
    [reading] = read_bytes("a.html", page.encode())
    assert reading.cleaned is not None
    assert reading.cleaned.metadata.publisher == "Pobřežní listy"
    assert reading.cleaned.published is not None
    assert reading.cleaned.published.date.isoformat() == "2018-11-03"


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Tuesday, May 6, 1958 — out of the cellar of our printer, box nine", "1958-05-06"),
        ("Bound volume > May 1958 > sheet 12", "1958-05"),
        ("Volumes of 6 May 1958 and 7 May 1958, bound together in the cellar", None),
    ],
)
def test_a_date_among_other_words_above_the_text_is_the_articles(
    line: str, date: str | None
) -> None:
    assert told(above=line)[1] == date


def test_the_expressions_for_the_origin_of_a_text_are_in_small_letters() -> None:
    """They are asked of lines in small letters first."""
    origin = table("notices")["origin"]
    assert origin == [one.lower() for one in origin]


@pytest.mark.parametrize(
    "between",
    (
        *(" – ", " — ", " ― ", " - ", " -- ", "|", " • ", "·", "¦", "‖", "»", "›", "→", "▸", "►"),
        *("●", "■", " / ", " // ", " * ", " ** ", " ~ ", " :: ", " + ", " > ", " >> ", "   ", "\t"),
    ),
)
def test_a_line_is_taken_apart_at_every_separator(between: str) -> None:
    assert parts(f"Lowland Letters{between}12 May") == ("Lowland Letters", "12 May")
