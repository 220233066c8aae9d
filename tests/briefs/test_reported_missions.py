"""Missions as reporters tell of them: what each request has to find in a few short articles, and
what it must not.

The articles leave out what others say: a name, who is meant by "it", where it is, and that it is
over. One library serves all the requests.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.model import Answer, Brief, NoAnswer
from tests.briefs.desks import answers_to, article, library_of

ARTICLES = {
    "unyom": article(
        "Observers leave the Yemen without a truce to observe",
        "Aden Gazette",
        "1964-09-06",
        "The UN Yemen Observation Mission worked from July 1963 until last Friday. Its mandate "
        "expired on 4 September, and the Secretary-General saw no point in another two months.",
        "UNYOM was to see whether Saudi Arabia stopped its help for the royalists and whether the"
        " United Arab Republic took its soldiers home. Neither quite did. The mission had some "
        "190 people: a Yugoslav reconnaissance company, a Canadian air unit and a few officers "
        "from elsewhere. Riyadh and Cairo paid for it in equal parts.",
        "An Indian general, Prem Singh Gyani, commanded it for the last year.",
    ),
    "bougainville": article(
        "Unarmed and welcome on Bougainville",
        "Coral Sea Times",
        "1998-05-04",
        "The Truce Monitoring Group went home last week. New Zealand had led it since November "
        "1997, and its men and women from four countries carried no weapons. Fiji and Vanuatu "
        "lent it soldiers who knew the language.",
        "What replaced it was named the Peace Monitoring Group. Australia leads the newcomer, "
        "which has about 300 people and its main camp at Loloho on the east coast of the island. "
        "Its monitors travel by boat and helicopter.",
        "Papua New Guinea and the rebels signed a permanent cease-fire at Arawa on 30 April.",
    ),
    "takuba": article(
        "Special forces take leave of Mali",
        "Niger Bend News",
        "2022-07-02",
        "The European task force Takuba has ceased to work in Mali. The French general staff said"
        " so on Friday. It ran from March 2020 to the end of June 2022.",
        "Some 900 special forces from ten countries had belonged to it, Czechs, Swedes, Estonians"
        " and Italians among them. They went with Malian units into the region of the three "
        "borders. Denmark had to bring its 105 soldiers home in January when the junta in Bamako "
        "demanded it.",
        "France itself wants to be out by the end of summer.",
    ),
    "eupm": article(
        "Brussels’ policemen hand in their badges in Sarajevo",
        "Drina Herald",
        "2012-07-01",
        "The EU police mission in Bosnia ended on Saturday after nine and a half years. It was "
        "the first of its kind that the Union ever sent. At the beginning it had more than 500 "
        "foreign police officers, at the end fewer than forty.",
        "It took over from a force of the United Nations in January 2003. It had no right to "
        "arrest anybody; its members sat beside Bosnian colleagues and advised. A small office "
        "for the rule of law stays on.",
    ),
    "abkhazia": article(
        "Five CIS peacekeepers die on the Inguri",
        "Black Sea Wire",
        "1996-07-20",
        "Five Russian soldiers of the peacekeeping force of the Commonwealth of Independent "
        "States were killed by mines in the Gali district this week.",
        "The force has stood on both banks of the Inguri, between Georgia and Abkhazia, since "
        "June 1994. It has 1,600 men, all of them Russian although any member may send soldiers. "
        "Its mandate ran out on 19 July and has been prolonged until January by the presidents.",
        "Some 130 observers of the United Nations watch it at work. Tbilisi wants more from it: "
        "refugees should be led home under its protection.",
    ),
    "belize": article(
        "Forty soldiers fewer, three observers more",
        "Cayo Star",
        "2003-09-14",
        "The Organization of American States has opened a small office on the line between Belize"
        " and Guatemala. Its observers count settlers and settle quarrels over stray cattle; "
        "there are seven of them, and none carries a gun.",
        "The two countries agreed on the arrangement in February. Guatemala claims about half of "
        "its neighbour. The border is 266 kilometres long, but Guatemala speaks of an adjacency "
        "line.",
    ),
    "hollow": article(
        "“Operation Hollow Reed” fills the cinemas",
        "Screen Weekly",
        "2019-05-03",
        "The thriller Operation Hollow Reed is the success of the spring. In it a retired colonel"
        " leads a last mission across the border of a country that has no name.",
        "The film was shot in Malta and Morocco and cost 40 million dollars. Critics liked the "
        "desert more than the dialogue. A sequel is planned.",
    ),
    "church": article(
        "A mission on the Sepik turns a hundred",
        "Parish Magazine",
        "2018-08-19",
        "The mission of St Anna on the Sepik was founded in 1918 by two sisters and a carpenter "
        "from Bavaria. It runs a school for 400 children and a clinic.",
        "Volunteers from Poland and Tonga help on the wards. “Our mission has never closed, not "
        "even in the war,” says Sister Agathe.",
    ),
    "macedonia": article(
        "The blue berets of Skopje",
        "Vardar Chronicle",
        "1993-07-20",
        "About 300 American soldiers have joined a Nordic battalion on the northern border of "
        "Macedonia. It is the first time that the United Nations have sent soldiers to a country "
        "where there is no war.",
        "The unit belongs to UNPROFOR, the force in Croatia and Bosnia. Seven hundred Danes, "
        "Finns, Norwegians and Swedes have watched the frontier with Serbia since February. A "
        "Danish brigadier leads them.",
        "From its posts Albania can be seen as well. The government in Skopje had asked for them "
        "in November.",
    ),
    "monua": article(
        "New letters on old white cars",
        "Benguela Mercury",
        "1997-07-02",
        "The third verification mission of the United Nations in Angola, UNAVEM III, was closed "
        "on Monday. From Tuesday the small force that stays is called MONUA.",
        "The new observer mission has about 1,500 people, most of whom wore the badge of its "
        "predecessor until yesterday. It is to see that UNITA hands over the rest of its towns. "
        "Its first mandate lasts four months.",
        "Brazil, Portugal, Zimbabwe and India keep units in the country. UNAVEM III had begun in "
        "February 1995 and had nearly 7,000 soldiers at its peak.",
    ),
    "tiph": article(
        "Hebron loses its observers",
        "Jordan Valley Post",
        "2019-02-01",
        "Israel’s prime minister will not renew the mandate of the observers in Hebron, and so "
        "they packed up on Thursday. The Temporary International Presence in Hebron had existed "
        "since 1997.",
        "Norway coordinated the sixty-four men and women, who came also from Sweden, Italy, "
        "Switzerland and Turkey. TIPH could only write reports. Oslo called the decision "
        "worrying.",
    ),
    "kvm": article(
        "Orange cars in Kosovo",
        "Morava Journal",
        "1999-03-21",
        "In one night 1,380 unarmed verifiers drove out of Kosovo into Macedonia. The OSCE’s "
        "verification mission there was withdrawn on Saturday, before bombs might fall.",
        "The Kosovo Verification Mission had been set up in October. An American, William Walker,"
        " led it. It was meant to have 2,000 people but never got so many.",
    ),
    "malabar": article(
        "Three navies in the Bay of Bengal",
        "Coromandel Post",
        "2017-07-11",
        "Malabar 2017 began off Chennai on Monday, with sixteen ships and three aircraft "
        "carriers. India, Japan and the United States take part. Australia would have liked to, "
        "and was turned down.",
        "The series goes back to 1992, when two navies practised for two days. This year the "
        "sailors hunt submarines until 17 July.",
    ),
    "haiti": article(
        "Nairobi’s policemen get company",
        "Caribbean Ledger",
        "2025-10-01",
        "The Security Council has decided to turn the Multinational Security Support mission in "
        "Haiti into a bigger one. The Gang Suppression Force, as it will be known, may have 5,550"
        " people.",
        "Kenya has led the present mission since June 2024, with some 700 of its police. Jamaica,"
        " Guatemala, El Salvador and the Bahamas sent a few hundred more. It never reached the "
        "2,500 that had been planned.",
    ),
    "tajik": article(
        "Two hundred and first to keep Dushanbe’s border",
        "Pamir News",
        "2000-09-18",
        "The collective peacekeeping force in Tajikistan has been dissolved. The Commonwealth of "
        "Independent States, which had sent it in 1993, thinks the peace of 1997 firm enough.",
        "Most of its 7,000 men belonged to a Russian division, which stays under another title. "
        "Uzbekistan had taken its battalion home in 1998. Kazakhstan lost seventeen soldiers in "
        "an ambush. The last Kazakh battalion left in February 2001 by plan.",
    ),
    "game": article(
        "Desert Sabre reaches its final",
        "Arcade Monthly",
        "2022-06-30",
        "In Desert Sabre, the new strategy game, up to eight players command a peacekeeping force"
        " in an invented country. The mission ends when all monitors are home.",
        "A tournament in Chile drew 4,000 spectators. The studio has 30 employees.",
    ),
    "aceh": article(
        "Unarmed in Aceh",
        "Malacca Strait Times",
        "2006-12-16",
        "The Aceh Monitoring Mission said farewell in Banda Aceh on Friday. In fifteen months its"
        " monitors collected 840 rifles and watched 32,000 soldiers and policemen go.",
        "It was a joint undertaking of the European Union and five states of ASEAN: Brunei, "
        "Malaysia, the Philippines, Singapore and Thailand. Norway and Switzerland lent experts.",
        "A Dutchman, Pieter Feith, headed the AMM. Elections on Monday brought a former rebel "
        "into the governor’s chair.",
    ),
    "dominican": article(
        "The OAS sends soldiers for the first time",
        "Quisqueya Heraldo",
        "1965-05-29",
        "For the first time the Organization of American States has a force of its own. Brazil’s "
        "1,100 soldiers reached Santo Domingo on Tuesday. Honduras, Paraguay, Nicaragua and Costa"
        " Rica send companies or policemen.",
        "The Inter-American Peace Force is under a Brazilian, General Hugo Alvim. Most of its "
        "men, though, are the 20,000 Americans who have been there since 28 April. Mexico and "
        "Chile voted against it.",
    ),
    "osce": article(
        "Observers at two roads",
        "Don Valley News",
        "2015-06-19",
        "Twenty-two observers of the OSCE count who walks from Russia into Ukraine, at Gukovo and"
        " at Donetsk. On Wednesday the organisation gave them three more months.",
        "They may look at two checkpoints and no further. Kyiv calls the mission a fig leaf. "
        "Moscow says a bigger one is not needed. It has been there since July 2014.",
    ),
    "gulf": article(
        "Shields for tankers",
        "Hormuz Herald",
        "2020-02-26",
        "A European naval mission has begun its patrols in the Strait of Hormuz. It is led by "
        "France and is based at Abu Dhabi; the Netherlands and Denmark take part with a frigate "
        "each. Belgium, Italy and Portugal back it in words.",
        "Agenor is what the military part is called. It is neither part of the American operation"
        " Sentinel nor directed against Iran, Paris says.",
    ),
    "cyprus83": article(
        "A Finn among Swedes",
        "Levant Mail",
        "1977-09-14",
        "Finland has withdrawn its battalion from Cyprus. Only nine Finns remain with the "
        "peacekeepers of the United Nations there, all of them at headquarters. Sweden, Denmark, "
        "Austria and Canada stay.",
        "The force numbers 2,950 men now; in 1964 there were 6,400 of them. The Security Council "
        "renewed its mandate in June for half a year.",
    ),
    "golan2": article(
        "Fijians take the Austrians' posts",
        "Suva Star",
        "2013-07-29",
        "Some 180 Fijians have arrived on the Golan, and 380 more are due in September. Nepal has"
        " promised 130. In June the Council had extended the force until the end of the year.",
        "UNDOF is to have 1,250 soldiers again. They will carry better weapons and wear thicker "
        "vests than those before them.",
    ),
    "ukraine": article(
        "What the trainers in Kent do",
        "Channel Herald",
        "2023-02-18",
        "Q: What is Interflex? A: A British programme under which Ukrainian recruits are trained "
        "in England. It started in June 2022, as the successor of Orbital, which had run in "
        "Ukraine itself from 2015 until the Russian invasion.",
        "Q: Who helps? A: Canada, Denmark, Finland, Lithuania, the Netherlands, New Zealand, "
        "Norway and Sweden send instructors. Australia joined last month.",
        "Q: How many have been through it? A: Ten thousand so far. Twenty thousand more are "
        "planned for this year.",
    ),
    "kivu": article(
        "Southern soldiers go home from Goma",
        "Virunga Voice",
        "2025-05-02",
        "Trucks with South African and Tanzanian soldiers left Goma for Rwanda on Tuesday. So "
        "ends SAMIDRC, the mission of the SADC in eastern Congo. The heads of state had "
        "terminated it in March.",
        "It came in December 2023 in the place of an East African force that Kinshasa had sent "
        "away. South Africa lost fourteen soldiers in January, Malawi three, Tanzania two. M23 "
        "holds the town.",
    ),
    "novel": article(
        "Three spies and a minister",
        "Book Page",
        "2019-11-30",
        "In The Vilnius Mission a retired general and two agents cross the border between "
        "Lithuania and Belarus in winter. The operation, code-named Frozen Heron, is sold to the "
        "reader with much military detail.",
        "The novel has been translated into nine languages; a film with a Danish actor is planned"
        " for 2021. The troops in it never fire.",
    ),
}

# (request, the article that it must cite, what the answer must say)
TOLD = [
    (
        "/missions name:UNYOM",
        "unyom",
        (
            "1963",
            "190|Yugoslav|Saudi",
        ),
    ),
    (
        "/missions name:UN Yemen Observation Mission status:ended",
        "unyom",
        ("expired|until last Friday",),
    ),
    ("/missions country:Yemen status:ended", "unyom", ("UNYOM|Yemen Observation",)),
    ("/missions country:Canada", "unyom", ("Canadian",)),
    ("/missions country:Saudi Arabia", "unyom", ("Saudi",)),
    (
        "/missions name:Truce Monitoring Group",
        "bougainville",
        (
            "New Zealand",
            "1997|home",
        ),
    ),
    (
        "/missions name:Peace Monitoring Group",
        "bougainville",
        (
            "Australia",
            "300",
        ),
    ),
    (
        "/missions country:Papua New Guinea status:active",
        "bougainville",
        ("Peace Monitoring Group",),
    ),
    ("/missions country:Vanuatu", "bougainville", ("Vanuatu",)),
    ("/missions status:ended country:New Zealand", "bougainville", ("Truce Monitoring Group",)),
    (
        "/missions name:Takuba",
        "takuba",
        (
            "2020",
            "900",
        ),
    ),
    ("/missions name:takouba", "takuba", ("Mali",)),
    ("/missions country:Mali status:ended", "takuba", ("Takuba",)),
    ("/missions country:Denmark", "takuba", ("105",)),
    ("/missions country:Estonia", "takuba", ("Estonia",)),
    (
        "/missions name:EU police mission in Bosnia",
        "eupm",
        (
            "ended",
            "500",
        ),
    ),
    ("/missions country:Bosnia status:ended", "eupm", ("police",)),
    ("/missions country:Abkhazia", "abkhazia", ("1,600|Inguri",)),
    ("/missions name:CIS peacekeepers in Abkhazia", "abkhazia", ("1994|1,600",)),
    ("/missions country:Georgia status:extended", "abkhazia", ("prolonged",)),
    ("/missions country:Belize", "belize", ("observers",)),
    ("/missions name:OAS observers in Belize", "belize", ("seven|observers",)),
    ("/missions country:Macedonia", "macedonia", ("300|Nordic|battalion",)),
    (
        "/missions name:UNPROFOR",
        "macedonia",
        (
            "Croatia",
            "Danes|Danish|Nordic|American",
        ),
    ),
    ("/missions country:Finland", "macedonia", ("Finns",)),
    (
        "/missions name:MONUA",
        "monua",
        (
            "1,500",
            "Angola",
        ),
    ),
    (
        "/missions name:UNAVEM III",
        "monua",
        (
            "closed",
            "1995|7,000",
        ),
    ),
    ("/missions country:Angola status:ended", "monua", ("UNAVEM",)),
    ("/missions country:Angola status:active", "monua", ("MONUA",)),
    ("/missions country:Zimbabwe", "monua", ("Zimbabwe",)),
    (
        "/missions name:TIPH",
        "tiph",
        (
            "1997",
            "Norway|Hebron",
        ),
    ),
    ("/missions name:observers in Hebron", "tiph", ("Hebron",)),
    ("/missions country:Norway", "tiph", ("Norway",)),
    (
        "/missions name:KVM",
        "kvm",
        (
            "Kosovo",
            "1,380|withdrawn",
        ),
    ),
    ("/missions name:Kosovo Verification Mission status:ended", "kvm", ("withdrawn",)),
    ("/missions country:Kosovo", "kvm", ("verification|Verification",)),
    (
        "/missions name:Malabar",
        "malabar",
        (
            "India",
            "sixteen",
        ),
    ),
    ("/missions name:Malabr 2017", "malabar", ("India",)),
    (
        "/missions name:Gang Suppression Force",
        "haiti",
        (
            "5,550",
            "Haiti",
        ),
    ),
    ("/missions name:Multinational Security Support mission", "haiti", ("Kenya",)),
    ("/missions country:Jamaica", "haiti", ("Jamaica",)),
    ("/missions country:Haiti", "haiti", ("Haiti",)),
    (
        "/missions name:collective peacekeeping force in Tajikistan",
        "tajik",
        (
            "dissolved",
            "7,000|1993",
        ),
    ),
    ("/missions country:Tajikistan status:ended", "tajik", ("dissolved",)),
    ("/missions country:Uzbekistan", "tajik", ("Uzbekistan",)),
    (
        "/missions name:Aceh Monitoring Mission",
        "aceh",
        (
            "farewell",
            "840|32,000",
        ),
    ),
    ("/missions name:AMM", "aceh", ("Aceh",)),
    ("/missions country:Indonesia status:ended", "aceh", ("Aceh",)),
    ("/missions country:Switzerland", "aceh", ("Switzerland",)),
    (
        "/missions name:Inter-American Peace Force",
        "dominican",
        (
            "Brazil",
            "20,000|1,100",
        ),
    ),
    ("/missions country:Dominican Republic", "dominican", ("Santo Domingo|Inter-American",)),
    ("/missions country:Paraguay", "dominican", ("Paraguay",)),
    ("/missions country:Costa Rica", "dominican", ("Costa Rica",)),
    ("/missions name:OSCE observers at Gukovo", "osce", ("Twenty-two|22|three more months",)),
    ("/missions country:Russia status:extended", "osce", ("three more months",)),
    ("/missions name:Agenor", "gulf", ("Hormuz|France",)),
    ("/missions country:Netherlands", "gulf", ("Netherlands",)),
    ("/missions country:Denmark", "gulf,cyprus83", ("Denmark",)),
    ("/missions country:Finland", "cyprus83", ("withdrawn|nine",)),
    ("/missions country:Cyprus status:extended", "cyprus83", ("renewed",)),
    ("/missions name:UN peacekeepers in Cyprus", "cyprus83", ("2,950",)),
    ("/missions name:UNDOF", "golan2", ("1,250|180",)),
    ("/missions name:UNDOF status:extended", "golan2", ("extended",)),
    ("/missions country:Fiji", "golan2", ("180|Fijians",)),
    ("/missions name:Orbital", "ukraine", ("2015",)),
    ("/missions name:Orbital status:ended", "ukraine", ("until",)),
    ("/missions country:New Zealand", "ukraine", ("New Zealand",)),
    ("/missions country:Australia", "ukraine", ("Australia",)),
    (
        "/missions name:SAMIDRC",
        "kivu",
        (
            "terminated|ends",
            "2023|SADC",
        ),
    ),
    ("/missions country:Malawi", "kivu", ("Malawi",)),
    ("/missions country:Congo status:ended", "kivu", ("SAMIDRC",)),
    ("/missions country:Lithuania", "ukraine", ("Lithuania",)),
]

NOTHING = [
    "/missions name:Jervis Bay",
    "/missions name:Peter Cosgrove",
    "/missions name:Tobruk",
    "/missions name:Hollow Reed",
    "/missions country:Malta",
    "/missions name:JUICE",
    "/missions country:Israel",
    "/missions name:Clean Broom",
    "/missions name:St Anna",
    "/missions country:Tonga",
    "/missions name:UNMISS",
    "/missions name:Barkhane",
    "/missions country:Peru",
    "/missions name:RAMSI",
    "/missions name:EUMM Georgia",
    "/missions name:Smile Mission",
    "/missions country:Bolivia",
    "/missions country:Peru",
    "/missions name:Citrus Shield",
    "/missions name:Desert Sabre",
    "/missions name:William Walker",
    "/missions name:UNMIS",
    "/missions name:KFOR",
    "/missions name:Barkhane",
    "/missions country:Iceland",
    "/missions name:Jimmy Carter",
    "/missions name:Steadfast",
    "/missions country:Wales",
    "/missions name:Chandrayaan",
    "/missions name:Amber Bridge",
    "/missions country:Latvia",
    "/missions name:UNMIS",
    "/missions name:David Leakey",
    "/missions name:Desert Storm",
    "/missions name:MINUSTAH",
    "/missions name:Project Amber",
    "/missions name:Deep Blue",
    "/missions country:Samoa",
    "/missions name:Frozen Heron",
    "/missions country:Belarus",
    "/missions country:Peru",
    "/missions name:UNIFIL",
    "/missions name:Enduring Freedom",
    "/missions name:Per Pugholm Olsen",
    "/missions name:Soleimani",
    "/missions name:Bacar",
    "/missions country:Bolivia status:active",
    "/missions name:MONUSCO",
]


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Answer]:
    files = {f"{name}.md": text for name, text in ARTICLES.items()}
    folder: Path = tmp_path_factory.mktemp("reports")
    return answers_to(library_of(folder, files), [*(line for line, *_ in TOLD), *NOTHING])


@pytest.mark.parametrize(("line", "files", "said"), TOLD)
def test_a_report_answers(
    answers: dict[str, Answer], line: str, files: str, said: tuple[str, ...]
) -> None:
    answer = answers[line]
    assert isinstance(answer, Brief)
    assert {f"{name}.md" for name in files.split(",")} <= {one.file for one in answer.citations}
    told = " ".join((answer.title, *(claim.text for claim in answer.claims)))
    assert [words for words in said if not re.search(words, told)] == []


@pytest.mark.parametrize("line", NOTHING)
def test_no_report_answers(answers: dict[str, Answer], line: str) -> None:
    assert isinstance(answers[line], NoAnswer)
