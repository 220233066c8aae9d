"""A saved mail comes to the article that was sent in it."""

from __future__ import annotations

import base64
from email.message import EmailMessage

import pytest

from bot.corpus.draft import Cleaned
from bot.corpus.reading import read_bytes

ONE = "The two valleys have shared one customs house since the flood of 1921."
TWO = "Both councils met there on Monday to agree on hours for the winter."
TITLE = "Customs house keeps its hours"


def article(data: bytes, name: str = "mail.eml") -> Cleaned:
    [reading] = read_bytes(name, data)
    assert reading.cleaned is not None, reading.rejected
    return reading.cleaned


def mail(
    text: str, subject: str = TITLE, sender: str = "Valley Post <n@v.example>"
) -> EmailMessage:
    message = EmailMessage()
    message["Subject"] = subject
    message["From"] = sender
    message["Date"] = "Mon, 06 May 2019 08:00:00 +0200"
    message["MIME-Version"] = "1.0"
    message.set_content(text)
    return message


def is_the_article(found: Cleaned) -> None:
    assert found.paragraphs == [ONE, TWO]
    assert found.title == TITLE
    assert found.metadata.publisher == "Valley Post"
    assert found.published is not None
    assert found.published.date.isoformat() == "2019-05-06"


def test_a_newsletter_is_read_from_its_page_where_the_plain_part_is_a_stub() -> None:
    message = mail("See this mail in your browser: https://v.example/1\n")
    message.add_alternative(f"<h1>{TITLE}</h1><p>{ONE}</p><p>{TWO}</p>", subtype="html")
    message.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="house.png")
    is_the_article(article(message.as_bytes()))
    is_the_article(article(message.as_bytes(), "mail.txt"))


@pytest.mark.parametrize("encoding", ["quoted-printable", "base64", "8bit"])
def test_each_part_is_read_in_its_own_encoding(encoding: str) -> None:
    text = "Граница между двумя долинами проходит по реке и озеру."
    message = EmailMessage()
    message["Subject"] = "Граница закрыта"
    message.set_content(f"{text}\n", charset="windows-1251", cte=encoding)
    found = article(message.as_bytes())
    assert (found.title, found.paragraphs) == ("Граница закрыта", [text])


def test_a_subject_in_encoded_words_is_read() -> None:
    word = base64.b64encode("Граница закрыта".encode("koi8-r")).decode()
    data = f"Subject: Fwd: [valley-list] =?koi8-r?B?{word}?=\nFrom: x@v.example\n\n{ONE}\n\n{TWO}\n"
    found = article(data.encode())
    assert found.title == "Граница закрыта"
    assert found.metadata.publisher is None


@pytest.mark.parametrize(
    "head",
    [
        "---------- Forwarded message ---------\nFrom: Valley Post <n@v.example>\n"
        f"Date: Mon, 6 May 2019 at 08:00\nSubject: {TITLE}\nTo: <us@desk.example>\n",
        "-----Ursprüngliche Nachricht-----\nVon: Valley Post [mailto:n@v.example]\n"
        f"Gesendet: Montag, 6. Mai 2019 08:00\nAn: Redaktion\nBetreff: {TITLE}\n",
        f"*De :* Valley Post\n*Envoyé :* lundi 6 mai 2019 08:00\n*Objet :* {TITLE}\n",
    ],
    ids=["en", "de", "fr"],
)
def test_a_forwarded_article_is_told_by_the_head_above_it(head: str) -> None:
    message = mail(f"For the file.\n\n{head}\n{ONE}\n\n{TWO}\n", "Fwd: hours", "A <a@desk.example>")
    found = article(message.as_bytes())
    is_the_article(found)
    assert "For the file." in [line.text for line in found.dropped]


def test_a_mail_that_hangs_on_another_is_read() -> None:
    outer = mail("See attached.", "Fw: hours", "A <a@desk.example>")
    outer.add_attachment(mail(f"{ONE}\n\n{TWO}\n"))
    is_the_article(article(outer.as_bytes()))


def test_flowed_lines_are_joined_and_a_signature_is_left_out() -> None:
    flowed = "\n".join(
        text.replace(" since", " \nsince").replace(" to", " \nto") for text in (ONE, TWO)
    )
    message = mail(f"{flowed}\n-- \nThe valley desk, third floor\n")
    message.set_param("format", "flowed")
    found = article(message.as_bytes())
    assert found.paragraphs == [ONE, TWO]
    assert "signature" in {line.rule for line in found.dropped}


def test_a_page_saved_as_one_file_is_read_with_its_address() -> None:
    page = (
        "From: <Saved by Blink>\nSnapshot-Content-Location: https://v.example/hours\n"
        f"Subject: {TITLE}\nMIME-Version: 1.0\n"
        'Content-Type: multipart/related; type="text/html"; boundary="b"\n\n--b\n'
        "Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n"
        f"<h1>{TITLE}</h1><p>{ONE}</p><p>{TWO} =E2=80=9CYes.=E2=80=9D</p>\n--b--\n"
    )
    for name in ("page.mhtml", "page.mht", "page.html"):
        found = article(page.encode(), name)
        assert found.paragraphs == [ONE, f"{TWO} “Yes.”"]
        assert found.title == TITLE
        assert found.metadata.url == "https://v.example/hours"
        assert found.metadata.publisher is None


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (f"{ONE}\n\n{TWO}\n", "a mail without a head"),
        ("Subject: x\nContent-Type: application/pdf\n\nJVBERi0x\n", "a mail without text"),
    ],
)
def test_a_mail_without_text_says_so(data: str, reason: str) -> None:
    [reading] = read_bytes("mail.eml", data.encode())
    assert reading.rejected == reason
