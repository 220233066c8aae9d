"""Mission facts: which roles a sentence plays for a mission, and what status it reports."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from bot.corpus import passages
from bot.model import Fact, FactKind, MissionStatus, Quantity, Stance
from tests.written import drawn, named, written

# what makes a text one about states, and tells of no mission
STATES = "The government, the parliament, the army and the navy keep to the treaty."


def facts(title: str, *paragraphs: str) -> Sequence[Fact]:
    """The mission facts of an article of these paragraphs."""
    (one,) = drawn(written(title, *paragraphs, STATES))
    assert one.about_states
    return [fact for fact in one.facts if fact.kind is FactKind.MISSION]


def test_a_mission_is_told_sentence_by_sentence_with_its_roles() -> None:
    article = written(
        "Observers leave Bougainville",
        "The United Nations mission UNOMB ended on Thursday. The mission, led by Australia, had "
        "200 soldiers and began in 1998.",
        STATES,
    )
    first, second, _ = passages(article)
    (one,) = drawn(article)
    told = [fact for fact in one.facts if fact.mission == "unomb"]
    assert told == [
        Fact(
            FactKind.MISSION,
            (first,),
            0,
            ("united-nations", "bougainville"),  # where the title says that it was
            mission="unomb",
            role=told[0].role,
            status=MissionStatus.ENDED,
        ),
        Fact(
            FactKind.MISSION,
            (first, second),
            1,
            ("australia", "bougainville"),
            mission="unomb",
            role=told[1].role,
            quantity=Quantity(200, "soldiers", "200"),
            scope="all",
        ),
    ]
    assert {"definition", "status"} <= set((told[0].role or "").split(","))
    assert {"lead", "start", "strength"} <= set((told[1].role or "").split(","))


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Operation Blue Hibiscus ended in Haiti on Friday.", MissionStatus.ENDED),
        ("Operation Blue Hibiscus was suspended on Friday.", MissionStatus.SUSPENDED),
        ("Operation Blue Hibiscus was extended by a year.", MissionStatus.EXTENDED),
        ("Operation Blue Hibiscus began in Haiti on Friday.", MissionStatus.ACTIVE),
        ("Operation Blue Hibiscus is led by Kenya.", MissionStatus.ACTIVE),
        ("Operation Blue Hibiscus will start in October.", MissionStatus.PLANNED),
        ("Operation Blue Hibiscus is under discussion.", MissionStatus.PROPOSED),
        ("If Operation Blue Hibiscus ended, Haiti would suffer.", None),
    ],
)
def test_a_sentence_tells_the_status_of_the_mission_that_it_names(
    sentence: str, status: MissionStatus | None
) -> None:
    (fact,) = facts("News from Haiti", sentence)
    assert (fact.mission, fact.status) == ("blue hibiscus", status)


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ("Operation Blue Hibiscus is commanded by a Kenyan officer.", "lead"),
        ("Operation Blue Hibiscus has its headquarters in Haiti.", "place"),
        ("Operation Blue Hibiscus was launched in May.", "start"),
        ("Operation Blue Hibiscus ends in June.", "end"),
        ("Operation Blue Hibiscus has 400 police officers.", "strength"),
        ("Jamaica contributes ships to Operation Blue Hibiscus.", "participants"),
        ("The task of Operation Blue Hibiscus is to protect schools.", "mandate"),
        ("Operation Blue Hibiscus has trained recruits so far.", "record"),
    ],
)
def test_a_sentence_plays_a_role(sentence: str, role: str) -> None:
    (fact,) = facts("News from Haiti", sentence)
    assert role in (fact.role or "").split(",")


@pytest.mark.parametrize(
    ("sentence", "quantity"),
    [
        ("has up to 3,000 soldiers", Quantity(3000, "soldiers", "3,000", "up to")),
        ("has forty observers", Quantity(40, "observers", "forty")),
        ("has 12 frigates", Quantity(12, "ships", "12")),
        ("covers 12 kilometres of coast", None),
        ("began in 2019", None),
        ("began on 26 June", None),
    ],
)
def test_strength_is_what_counts_people_or_machines(
    sentence: str, quantity: Quantity | None
) -> None:
    (fact,) = facts("News from Haiti", f"Operation Blue Hibiscus {sentence}.")
    assert fact.quantity == quantity


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        ("Kenya denied that it had left Operation Blue Hibiscus.", Stance.DENIED),
        ("Kenya may send soldiers to Operation Blue Hibiscus.", Stance.HEDGED),
        ("Operation Blue Hibiscus has no ships.", Stance.NEGATED),
        ("Operation Blue Hibiscus is calm, the army said.", Stance.ATTRIBUTED),
    ],
)
def test_a_fact_keeps_the_stance_of_its_sentence(sentence: str, stance: Stance) -> None:
    (fact,) = facts("News from Haiti", sentence)
    assert fact.stance is stance


def test_a_mission_without_a_name_is_described_by_its_kind_and_place() -> None:
    (fact,) = facts("News from Haiti", "Jamaica sent 400 troops to Haiti in May.")
    assert (fact.mission, fact.role, fact.places) == (None, "described", ("jamaica", "haiti"))


@pytest.mark.parametrize(
    "sentence",
    ["Did Kenya send troops to Haiti?", "Kenya sent rice to Haiti.", "The troops marched home."],
)
def test_a_question_or_a_gift_of_rice_describes_no_mission(sentence: str) -> None:
    assert facts("News from Haiti", sentence) == []


def test_two_missions_in_one_sentence_have_a_fact_each() -> None:
    found = facts(
        "Two operations", "Operation Red Ginger took over from Operation Blue Hibiscus in Haiti."
    )
    assert {fact.mission for fact in found} == {"red ginger", "blue hibiscus"}


def test_what_follows_a_succession_is_told_of_the_new_mission() -> None:
    told = facts(
        "Portugal ends Kestrel",
        "Portugal has ended Operation Kestrel in Angola and replaced it with Operation Heron. "
        "About 900 soldiers will take part.",
    )
    assert [
        (fact.mission, fact.status, fact.quantity and fact.quantity.value) for fact in told
    ] == [
        ("kestrel", MissionStatus.ENDED, None),
        ("heron", MissionStatus.ACTIVE, None),
        ("heron", None, 900),
    ]


def test_a_title_tells_the_status_of_the_mission_that_it_names() -> None:
    told = facts(
        "Kestrel closes its books",
        "The last Portuguese troops left Angola today. At its height Operation Kestrel numbered "
        "900.",
    )
    assert {fact.status for fact in told if fact.mission == "kestrel"} == {MissionStatus.ENDED}


def test_another_mission_is_not_the_one_that_was_spoken_of() -> None:
    told = facts(
        "Quiet on the coast",
        "Angola called off Operation Kestrel. A deputy proposed a joint patrol with Zambia.",
    )
    assert [(fact.mission, fact.status) for fact in told] == [
        ("kestrel", MissionStatus.ENDED),
        (None, MissionStatus.PROPOSED),
    ]


def test_it_behind_a_place_is_the_place() -> None:
    told = facts(
        "Operation Kestrel",
        "Operation Kestrel began in Angola. Cabinda says it will fight the force. It is rich.",
    )
    assert [fact.passages[fact.at].number for fact in told if fact.mission == "kestrel"] == [0, 1]


def test_what_one_participant_plans_is_not_the_status_of_the_mission() -> None:
    told = facts(
        "Kestrel",
        "The alliance will reduce Operation Kestrel in Angola from 900 to 300 soldiers. Brazil "
        "plans to withdraw 200 soldiers.",
    )
    assert [fact.status for fact in told] == [MissionStatus.ACTIVE, None]
    assert "participants" in (told[1].role or "")


def test_a_question_tells_nothing_of_a_mission() -> None:
    assert facts("Letters from Angola", "Will there be an Operation Kestrel film?") == []


def test_that_one_is_the_mission_named_last() -> None:
    told = facts(
        "Angola",
        "Operation Kestrel ends in December. It is to be followed by Operation Heron.",
        "Whether Brazil takes part in that one is open. Peru sent 150.",
    )
    assert [(fact.mission, fact.passages[fact.at].number) for fact in told][-2:] == [
        ("heron", 2),
        ("heron", 3),
    ]


def test_an_article_that_names_a_mission_once_is_not_about_it() -> None:
    told = facts(
        "Drones over Angola",
        "Drones crossed Angola at night. Jets shot down three of them. The ministry was silent.",
        "Zambia is wary of Kestrel, an exercise that runs until May.",
        "The army flew its jets home.",
    )
    named = [fact for fact in told if fact.mission == "kestrel"]
    assert [fact.passages[fact.at].number for fact in named] == [3]


@pytest.mark.parametrize(
    "sentence",
    [
        "The people of Fiji called it Vaka Help, which means a boat.",
        "Operation Vaka Help, as it was called in Fiji, had 300 soldiers.",
        "Vaka Help is what the government called the operation.",
    ],
)
def test_a_mission_is_known_by_what_a_sentence_says_it_is_called(sentence: str) -> None:
    article = written(
        "Soldiers in Tonga", f"UNOTO came to Tonga in spring. {sentence} Vaka Help is over.", STATES
    )
    _, missions = named(article)
    (one,) = (mission for mission in missions.values() if "UNOTO" in mission.names)
    assert "Vaka Help" in one.names


def test_what_follows_a_mission_is_not_another_name_of_it() -> None:
    article = written(
        "A smaller force", "UNOTO will give way to a smaller force. It is called UNITO.", STATES
    )
    _, missions = named(article)
    assert [m.names for m in missions.values() if "UNOTO" in m.names] == [("UNOTO",)]


def test_a_name_that_is_no_word_is_known_from_another_article() -> None:
    first = written("Soldiers in Tonga", "Operation Vakalele began in Tonga on Friday.", STATES)
    second = written("One more year", "Parliament renewed Vakalele by a year.", STATES, file="2")
    third = written("A portrait", "General Vakalele Tupou spoke of the army.", STATES, file="3")
    told = [{fact.mission for fact in one.facts} - {None} for one in drawn(first, second, third)]
    assert told == [{"vakalele"}, {"vakalele"}, set()]


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Operation Blue Hibiscus began in Haiti.", None),
        ("Operation Blue Hibiscus began in Haiti. It has 300 soldiers.", MissionStatus.ACTIVE),
        ("Operation Blue Hibiscus ended in Haiti.", MissionStatus.ENDED),
    ],
)
def test_what_began_in_an_article_that_looks_back_may_be_over(
    sentence: str, status: MissionStatus | None
) -> None:
    told = facts("Haiti, twenty years on", sentence)
    assert told[0].status is status


def test_what_ended_is_told_of_the_missions_that_ended() -> None:
    (fact,) = facts(
        "The last observers",
        "The missions of the OSCE were closed in 2009, which makes UNOTO the only one left.",
    )
    assert fact.status is not MissionStatus.ENDED


@pytest.mark.parametrize(
    ("sentence", "scope"),
    [
        ("Operation Blue Hibiscus has 400 soldiers.", "all"),
        ("At its height Operation Blue Hibiscus had 900 soldiers.", "peak"),
        ("Jamaica sends 100 soldiers to Operation Blue Hibiscus.", "part"),
        ("Operation Blue Hibiscus may have up to 1,000 soldiers.", "part"),
        ("Operation Blue Hibiscus has trained 5,000 soldiers.", "part"),
        ("Operation Blue Hibiscus has six ships.", None),
    ],
)
def test_a_number_of_soldiers_is_of_all_of_a_mission_or_of_a_part(
    sentence: str, scope: str | None
) -> None:
    (fact,) = facts("News from Haiti", sentence)
    assert fact.scope == scope


def test_the_number_of_a_force_without_a_name_is_told_behind_its_description() -> None:
    first, second = facts(
        "Soldiers for Tonga",
        "The soldiers whom New Zealand sent to Tonga are home again. He put their number at 130.",
    )
    assert first.quantity is None
    assert second.passages[0] == first.passages[0]
    assert second.places == first.places
    assert second.quantity == Quantity(130, "soldiers", "130")


@pytest.mark.parametrize(
    "sentence",
    [
        "Denmark has sent four F-16s to Estonia.",
        "German Eurofighters fly from Latvia.",
        "A team of observers from Fiji is in Tonga.",
        "The peacekeepers that Fiji sent to Tonga are home.",
    ],
)
def test_a_mission_without_a_name_is_told_by_what_was_sent_where(sentence: str) -> None:
    (fact,) = facts("Notes of the week", sentence)
    assert (fact.mission, fact.role) == (None, "described")


def test_what_another_country_denies_is_nothing_of_the_mission() -> None:
    found = facts(
        "Observers on the Niger",
        "The observer mission UNMON began on Monday. Benin does not send soldiers to it.",
        "Togo denied that it had laid mines. Ghana does not border Niger, its minister said.",
    )
    told = {fact.passages[fact.at].text for fact in found if fact.mission == "unmon"}
    assert "Benin does not send soldiers to it." in told
    assert not any(text.startswith(("Togo", "Ghana")) for text in told)


@pytest.mark.parametrize(
    "sentence",
    [
        "The observer mission UNMON closed its doors in Niamey on Friday.",
        "The observer mission UNMON worked from March 1993 to June 1994.",
        "The observers of UNMON packed up on Friday.",
        "The United Nations closed its observer mission in Niger, UNMON, on Friday.",
    ],
)
def test_a_mission_that_is_told_as_over_has_ended(sentence: str) -> None:
    found = facts("Quiet in Niamey", sentence)
    assert [fact.status for fact in found if fact.mission == "unmon"] == [MissionStatus.ENDED]


def test_an_alliance_is_not_another_name_of_its_operation() -> None:
    _, missions = named(
        written(
            "A ship sails",
            "Operation Blue Lantern is at sea. Blue Lantern, NATO's operation, has nine ships.",
            "Blue Lantern, ECOWAS says, is over. NATO commands the mission.",
            STATES,
        )
    )
    assert [mission.names for mission in missions.values()] == [("Blue Lantern",)]


def test_a_mission_that_ministers_launch_is_one_where_the_next_sentence_says_what_it_is() -> None:
    ship = "The ministers launched Vakalele on Monday. The naval operation is to protect ships."
    shop = "The ministers launched Vakalele on Monday. The shop is open."
    told = [
        {fact.mission for fact in one.facts} - {None}
        for text in (ship, shop)
        for one in drawn(written("News", text, STATES))
    ]
    assert told == [{"vakalele"}, set()]


def test_a_title_tells_which_mission_came_and_which_went() -> None:
    told = facts("From UNOTO to UNITO in Tonga", "UNOTO was small. UNITO is large.")
    assert {fact.mission: fact.status for fact in told} == {
        "unoto": MissionStatus.ENDED,
        "unito": MissionStatus.ACTIVE,
    }


def test_what_a_title_tells_of_blue_helmets_is_told_of_their_mission() -> None:
    (fact,) = facts("Blue helmets leave Tonga", "UNOTO was small.")
    assert fact.status is MissionStatus.ENDED


@pytest.mark.parametrize(
    ("title", "status"),
    [
        ("UN mission in Burundi closes its doors", MissionStatus.ENDED),
        ("Last peacekeepers leave Burundi", MissionStatus.ENDED),
        ("Burundi thanks the UN mission for its work", MissionStatus.ACTIVE),
        ("Kenya leaves the UN mission in Burundi", MissionStatus.ACTIVE),
    ],
)
def test_a_headline_leaves_out_the_article_of_what_it_is_about(
    title: str, status: MissionStatus
) -> None:
    told = facts(title, "ONUB, the United Nations mission in Burundi, began in 2004.")
    assert [fact.status for fact in told] == [status]


def test_a_mission_of_another_body_is_not_the_one_spoken_of() -> None:
    told = facts(
        "Observers in Burundi",
        "ONUB, the observer mission of the United Nations in Burundi, was set up in 2004.",
        "The African Union mission will close in June. The UN mission has 300 observers.",
    )
    of_onub = [fact.passages[fact.at].text for fact in told if fact.mission == "onub"]
    assert not [text for text in of_onub if text.startswith("The African")]
    assert [text for text in of_onub if text.startswith("The UN")]


def test_what_the_exercise_used_to_be_called_is_its_name_however_the_sentence_begins() -> None:
    told = facts(
        "Northern Crab gets a new name",
        "The exercise Arctic Crab began in Iceland on Monday.",
        "The exercise used to be called Northern Crab. Some 900 soldiers take part.",
    )
    assert {fact.mission for fact in told} == {"arctic crab"}


def test_who_joined_an_alliance_did_not_join_the_exercise() -> None:
    told = facts(
        "Exercise Arctic Crab",
        "The exercise Arctic Crab began in Iceland on Monday. Denmark joined on Tuesday.",
        "Iceland joined the alliance in 1949. Norway joined NATO, too.",
    )
    texts = [fact.passages[fact.at].text for fact in told if fact.mission == "arctic crab"]
    assert [text for text in texts if "alliance" in text or "NATO" in text] == []
    assert "Denmark joined on Tuesday." in texts


def test_where_a_mission_is_may_stand_in_the_lead_alone() -> None:
    told = facts(
        "A vote in New York", "The mission in Tonga, UNOTO, is over. UNOTO had 300 soldiers."
    )
    assert told[-1].places == ("tonga",)


def test_the_other_mission_is_not_the_one_that_was_named() -> None:
    found = facts(
        "Two missions on one river",
        "The mission to which the boats belong is called Blue Heron. It has nine boats.",
        "The other mission is Togolese. It began in May with 40 soldiers.",
    )
    told = [fact.passages[fact.at].text for fact in found if fact.mission == "blue heron"]
    assert "It has nine boats." in told
    assert not any("Togolese" in text or "in May" in text for text in told)


def test_a_brigade_that_is_going_to_be_stationed_is_a_mission_without_a_name() -> None:
    found = facts(
        "A brigade for Benin",
        "Some thirty Ghanaian soldiers arrived in Cotonou. They precede the brigade that Ghana is "
        "going to station in Benin.",
    )
    places = [set(fact.places) for fact in found if fact.role == "described"]
    assert any({"ghana", "benin"} <= named for named in places)


def test_what_stands_in_the_place_of_another_is_the_new_one() -> None:
    found = facts(
        "A third mission",
        "UNOTO is history. Its mandate ended on Tuesday, and since then UNITO has stood in its "
        "place.",
    )
    assert {(f.mission, f.status) for f in found if f.status} >= {("unito", MissionStatus.ACTIVE)}
    assert ("unito", MissionStatus.ENDED) not in {(f.mission, f.status) for f in found}


@pytest.mark.parametrize(
    "text",
    [
        "Vakalele 2019 opened in Suva on Monday. The exercise, led by Fiji, has 300 soldiers.",
        "Parliament has not renewed the mandate of Vakalele 2019, which ends on Friday.",
        "The last soldiers of Vakalele 2019 flew home, and with them the operation is over. "
        "Vakalele 2019 was large.",
        "Notes. Vakalele 2019, off Suva, was launched on Monday. Fiji sent 300 soldiers. The drill "
        "ends in May. Vakalele 2019 is the first.",
        "Exercise: Vakalele 2019",
        "Fiji trains its soldiers. The operation absorbed Vakalele 2019 in May.",
    ],
)
def test_a_mission_is_named_by_what_is_said_of_it(text: str) -> None:
    assert {fact.mission for fact in facts("Notes of the week", text)} == {"vakalele 2019"}


def test_soldiers_of_a_firm_are_no_mission() -> None:
    told = facts("Notes of the week", "The soldiers of Vakalele left. The firm said nothing.")
    assert {fact.mission for fact in told} <= {None}


def test_what_follows_a_mission_is_where_it_was() -> None:
    told = facts(
        "A vote in New York",
        "The mission in Tonga, UNOTO, is over. A police mission, UNITO, is to follow it.",
    )
    assert [fact.places for fact in told if fact.mission == "unito"] == [("tonga",)]


def test_what_a_mission_replaces_is_one_too() -> None:
    told = facts(
        "Soldiers for Tonga",
        "UNOTO is the second mission in Tonga. It replaces Vaka Lele, which had itself followed "
        "Blue Hibiscus.",
    )
    assert {"unoto", "vaka lele", "blue hibiscus"} == {fact.mission for fact in told}


def test_the_missions_of_a_table_are_named_below_their_head() -> None:
    told = facts(
        "A list of what Fiji took part in",
        "Operation | Place | Soldiers",
        "Vaka Lele | Tonga | 300",
        "Blue Hibiscus (air) | Samoa | 40",
    )
    assert {"vaka lele", "blue hibiscus"} <= {fact.mission for fact in told}


def test_what_a_mission_used_to_be_called_is_another_name_of_it() -> None:
    text = (
        "Exercise Vaka Lele began off Tonga on Monday. 300 soldiers take part; it used to be "
        "called Blue Hibiscus."
    )
    _, missions = named(written("Soldiers on the beach", text, STATES))
    assert [mission.names for mission in missions.values()] == [("Blue Hibiscus", "Vaka Lele")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Its first name was Operation Vaka Help.",
        "The mission's original name was Vaka Help.",
        "It began life as Operation “Vaka Help”.",
        "It was launched in 1998 as Operation Vaka Help.",
    ],
)
def test_the_first_name_of_a_mission_is_one_of_its_names(sentence: str) -> None:
    text = f"The Tongan Assistance Mission (UNOTAM) closes today. UNOTAM had 300 men. {sentence}"
    _, missions = named(written("Soldiers in Tonga", text, STATES))
    (one,) = missions.values()
    assert one.name == "UNOTAM"
    assert "Vaka Help" in one.names


@pytest.mark.parametrize(
    "sentence",
    [
        "It began as Tongan troops went home.",
        "Its first commander was General Vaka Help.",
        "The first name on the wall was Vaka Help.",
    ],
)
def test_a_first_that_is_no_name_is_none_of_its_names(sentence: str) -> None:
    _, missions = named(written("Soldiers in Tonga", f"UNOTO is over. {sentence}", STATES))
    assert [mission.names for mission in missions.values()] == [("UNOTO",)]


@pytest.mark.parametrize(
    ("lead", "place"),
    [
        ("Fijian troops crossed into Tonga before dawn on Friday.", "tonga"),
        ("Paratroopers landed in Tonga on Friday to stop a coup.", "tonga"),
        ("On Friday Fijian soldiers entered Tonga.", "tonga"),
        ("Fijian ministers landed in Tonga on Friday.", None),
        ("Refugees crossed into Tonga before the soldiers came.", None),
    ],
)
def test_an_operation_is_where_its_soldiers_went_in(lead: str, place: str | None) -> None:
    told = facts("Smoke", lead, "The intervention, code-named Operation Vaka, began with 60 men.")
    of_it = next(fact for fact in told if "code-named" in fact.passages[fact.at].text)
    assert of_it.places == ((place,) if place else ())


def test_a_date_that_stands_alone_is_told_with_what_stands_below_it() -> None:
    told = facts("A chronicle: soldiers in Tonga", "March 1998. UNOTO begins. UNOTO has 80 men.")
    assert [[p.text for p in fact.passages] for fact in told if fact.mission == "unoto"] == [
        ["March 1998.", "UNOTO begins."],
        ["March 1998.", "UNOTO has 80 men."],
    ]
    assert all("tonga" in fact.places for fact in told)


def test_a_list_on_a_mission_is_told_behind_its_name() -> None:
    told = facts("The week", "Exercise: Vaka Lele", "Where: Tongatapu in Tonga", "Lead: Fiji")
    assert [
        ([p.text for p in fact.passages], fact.role) for fact in told if "lead" in (fact.role or "")
    ] == [(["Exercise: Vaka Lele", "Lead: Fiji"], "lead")]


def test_what_takes_its_place_ends_the_mission_spoken_of() -> None:
    told = facts(
        "Change in Tonga",
        "UNOTO's flag came down on Sunday. A smaller body, UNITO, takes its place with 90 police.",
    )
    assert {(f.mission, f.status) for f in told if f.status} == {
        ("unoto", MissionStatus.ENDED),
        ("unito", MissionStatus.ACTIVE),
    }


def test_it_is_told_with_the_mission_that_it_is() -> None:
    told = facts("Soldiers in Tonga", "UNITO has 400 soldiers in Tonga. It replaced UNOTO.")
    old = [fact for fact in told if fact.mission == "unoto"]
    assert [[p.text for p in fact.passages] for fact in old] == [
        ["UNITO has 400 soldiers in Tonga.", "It replaced UNOTO."]
    ]


def test_a_commission_without_a_name_is_where_it_is_to_watch() -> None:
    (first,) = facts(
        "Officers for the islands",
        "A neutral military commission left by ship on Tuesday. It is to watch the truce between "
        "Tonga and Samoa.",
    )
    assert set(first.places) == {"tonga", "samoa"}
    assert len(first.passages) == 2


def test_a_forerunner_has_ended() -> None:
    told = facts(
        "Police for Tonga", "UNITO has 200 police in Tonga. Its forerunner, UNOTO, had 80."
    )
    assert {(f.mission, f.status) for f in told if f.status} >= {("unoto", MissionStatus.ENDED)}
    assert ("unito", MissionStatus.ENDED) not in {(f.mission, f.status) for f in told}


def test_a_mission_that_follows_it_is_the_one_spoken_of_next() -> None:
    told = facts(
        "A page is turned in Tonga",
        "UNOTO came to an end on Monday. It is followed by UNITO, which has 80 police. Fiji has "
        "the military command.",
    )
    assert {fact.mission for fact in told if "fiji" in fact.places} == {"unito"}


def test_a_text_without_a_word_of_the_world_of_states_tells_of_no_mission() -> None:
    article = written("Mountains", "Operation Summit took tea from Nepal to China and to India.")
    (one,) = drawn(article)
    assert not one.facts


def test_a_mission_of_which_nothing_but_its_size_is_said_is_active() -> None:
    (fact,) = facts("Numbers from Tonga", "UNOTO has 400 soldiers.")
    assert fact.status is MissionStatus.ACTIVE


def test_a_mission_named_at_the_end_is_not_where_the_title_says_that_soldiers_are() -> None:
    told = facts(
        "Samoan peacekeepers leave Tonga",
        "The Samoan soldiers packed on Monday.",
        "Their ship came at noon. It will take them home. They had come in May.",
        "The band played. The minister waved.",
        "UNOTO, which has 209 members, watches the line.",
    )
    assert [fact.places for fact in told if fact.mission == "unoto"] == [()]


def test_what_would_have_been_takes_nothing_from_what_is() -> None:
    (fact,) = facts(
        "Early home",
        "The peacekeepers who have been in Tonga since May are brought home early: their term "
        "would have run until November.",
    )
    assert fact.stance is Stance.ASSERTED


@pytest.mark.parametrize(
    "sentence",
    [
        "Its heir is called Merlin and starts in May.",
        "Its replacement will be named Merlin.",
        "What followed it was dubbed Merlin.",
    ],
)
def test_what_comes_after_a_mission_is_one_too(sentence: str) -> None:
    told = facts("Soldiers leave Fiji", f"Operation Kestrel ended on Friday. {sentence}")
    assert {fact.mission for fact in told} == {"kestrel", "merlin"}


def test_who_led_it_is_no_mission() -> None:
    told = facts(
        "Observers leave Tonga",
        "UNOTO ended on Friday. A Swede, Carl von Horn, led it to the end.",
    )
    assert {fact.mission for fact in told} == {"unoto"}


@pytest.mark.parametrize(
    ("sentence", "places"),
    [
        ("Samoa and Tonga did the same.", ("samoa", "tonga")),
        ("Samoa sent a few hundred more.", ("samoa",)),
        ("Samoa kept a company of gendarmes with it.", ("samoa",)),
        ("Three hundred Samoans and Tongans guard the port.", ("samoa", "tonga")),
        ("Samoa, Tonga and Nauru follow.", ("samoa", "tonga", "nauru")),
    ],
)
def test_who_joins_is_told_of_the_mission_spoken_of(sentence: str, places: tuple[str, ...]) -> None:
    (told,) = [
        fact
        for fact in facts("Soldiers for Vanuatu", f"Fiji gave UNOVA 200 men. {sentence}")
        if fact.passages[fact.at].text == sentence
    ]
    assert told.mission == "unova"
    assert told.places[: len(places)] == places
    assert "participants" in (told.role or "")


def test_what_samoa_does_besides_is_nothing_of_the_mission() -> None:
    told = facts("Soldiers for Vanuatu", "Fiji gave UNOVA 200 men. Samoa sells more copra.")
    assert [fact.passages[-1].text for fact in told] == ["Fiji gave UNOVA 200 men."]


def test_a_mission_is_where_the_sentence_before_has_one() -> None:
    told = facts(
        "New letters on white cars",
        "The third mission of the United Nations in Angola, UNOAN III, was closed. From Tuesday "
        "what stays is called MONUAN. The new mission has 1,500 people.",
    )
    assert {fact.mission: "angola" in fact.places for fact in told} == {
        "unoan iii": True,
        "monuan": True,
    }
    assert told[-1].mission == "monuan"


def test_another_that_takes_over_is_not_the_one_that_ended() -> None:
    told = facts(
        "Change of guard in Fiji",
        "FIJFOR ended today. The African Union takes over with 700 men. The operation is named "
        "Plumeria.",
    )
    assert {fact.mission for fact in told} == {"fijfor", "plumeria"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Until now the exercise, which Samoa holds, was called Coral Dawn.",
        "Until 2019 it went by the name of Coral Dawn.",
        "Previously the drill was known as Coral Dawn.",
        "That used to be Coral Dawn, and Coral Dawn was small.",
    ],
)
def test_an_earlier_name_is_a_name_of_the_exercise_spoken_of(sentence: str) -> None:
    _, missions = named(
        written(
            "Soldiers in Samoa",
            f"The exercise Coral Sabre 2024 began on Sunday. {sentence}",
            "Exercise Coral Dawn was held in 2018.",
            STATES,
        )
    )
    assert [
        {"Coral Sabre 2024", "Coral Dawn"} <= set(mission.names) for mission in missions.values()
    ] == [True]


def test_the_mission_that_it_replaces_is_told_behind_what_it_is() -> None:
    told = facts(
        "Haiti mission grows",
        "The council set up a larger force, UNHAF, on Tuesday.",
        "The mission it replaces, UNHOM, had 900 police officers.",
    )
    (old,) = [fact for fact in told if fact.mission == "unhom"]
    assert [passage.number for passage in old.passages] == [0, 1]


def test_meanwhile_is_no_part_of_a_name() -> None:
    told = facts("News from Maputo", "Meanwhile UNOMO, the regional force, has gone.")
    assert {fact.mission for fact in told} == {"unomo"}


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        (
            (
                "The soldiers of UNAVEM watched Cuban troops leave Angola in 1989. UNAVEM had "
                "70 observers.",
                "UNAVEM II followed in 1991. It had 350 observers.",
            ),
            [("unavem", 70), ("unavem ii", 350)],
        ),
        (
            ("UNOSOM II took over in Somalia in May 1993. UNOSOM had 28,000 soldiers and police.",),
            [("unosom ii", 28_000)],
        ),
    ],
)
def test_what_came_before_the_second_of_its_name_is_another_mission(
    paragraphs: tuple[str, ...], expected: list[tuple[str, int]]
) -> None:
    found = facts("Peacekeepers of thirty years", *paragraphs)
    assert [(f.mission, f.quantity.value) for f in found if f.quantity] == expected


def test_a_mission_that_is_described_before_it_is_named_is_the_one_that_is_named() -> None:
    told = facts(
        "Shields for tankers",
        "A European naval mission has begun its patrols off Oman. It is led by Greece; Malta and "
        "Cyprus take part with a frigate each. Petrel is what the ministers call it.",
    )
    assert {fact.mission for fact in told} == {"petrel"}
    assert {"oman", "greece", "malta", "cyprus"} <= {key for fact in told for key in fact.places}


def test_an_operation_of_a_country_s_own_is_not_the_mission_of_many_spoken_of() -> None:
    told = facts(
        "On the Juba",
        "AMISOM, the African Union mission in Somalia, held Kismayo on Friday. Ethiopia ended its "
        "military campaign in the west in June.",
    )
    of_amisom = [fact.passages[fact.at].text for fact in told if fact.mission == "amisom"]
    assert [text[:7] for text in of_amisom] == ["AMISOM,"]


def test_a_mission_of_another_body_that_is_described_first_is_another() -> None:
    told = facts(
        "Observers in Haiti",
        "The OAS observers have left Haiti. The United Nations stay with UNOHA.",
    )
    assert {fact.passages[0].text: fact.mission for fact in told} == {
        "The OAS observers have left Haiti.": None,
        "The United Nations stay with UNOHA.": "unoha",
    }


@pytest.mark.parametrize(
    ("sentence", "joined"),
    [
        ("Norway and Fiji lent experts.", True),
        ("Norway, Fiji and two others provide it.", True),
        ("Norway and Fiji are there for the first time.", True),
        ("Norway and Fiji sent aid to the rebels.", False),
        ("Norway and Fiji recognised the new state.", False),
        ("A bishop sent a letter to Norway.", False),
    ],
)
def test_countries_that_send_somebody_join_the_mission_before(sentence: str, joined: bool) -> None:
    told = facts("Unarmed in Tonga", f"UNOTO began its work on Monday. {sentence}")
    assert any("norway" in fact.places for fact in told) is joined


def test_a_successor_is_where_the_mission_before_it_was() -> None:
    told = facts(
        "A vote and a force",
        "At midnight UNTOL ceased to govern East Timor. UNMIL, its smaller successor, has 500 men.",
    )
    assert {fact.mission: "east-timor" in fact.places for fact in told} == {
        "untol": True,
        "unmil": True,
    }


def test_a_series_of_a_year_in_which_navies_take_part_is_an_exercise() -> None:
    told = facts(
        "Three navies at sea",
        "Coromandel 2017 began off Chennai with sixteen ships. India and Japan take part.",
    )
    assert {fact.mission for fact in told} == {"coromandel 2017"}
    fair = "Coromandel 2017 began in Chennai with sixteen bands. India and Japan take part."
    assert not facts("Music by the sea", fair)


def test_a_new_name_is_what_is_told_of_a_mission_first() -> None:
    (told, *_) = facts("A new badge", "EUTM Tonga is now EUMAM Tonga.")
    assert "definition" in (told.role or "").split(",")


def test_a_letter_sets_right_what_was_written() -> None:
    told = facts("Letters", "You write that EUTM Mali is suspended. It is not: it ended in May.")
    assert {fact.status for fact in told} - {None} == {MissionStatus.ENDED}


def test_an_answer_tells_of_the_mission_that_was_asked_about() -> None:
    told = facts(
        "Questions and answers on Tonga",
        "Q: What is UNOTO? A: A Fijian programme under which police are trained in Tonga. It began "
        "in 2012.",
        "Q: What is copra? A: A programme of the bank for farmers in Samoa.",
    )
    assert [(fact.mission, "tonga" in fact.places, "samoa" in fact.places) for fact in told] == [
        ("unoto", True, False),
        ("unoto", True, False),
    ]


def test_the_one_mission_of_an_article_is_spoken_of_before_it_is_named() -> None:
    told = facts(
        "Fijians for the Golan",
        "Some 180 Fijians have arrived on the Golan Heights. Nepal has promised 130. In June the "
        "Council extended the force until December. UNGOF is to have 1,250 soldiers again.",
    )
    assert {fact.mission for fact in told} == {"ungof"}
    assert {"fiji", "nepal", "golan-heights"} <= {key for fact in told for key in fact.places}
    assert {fact.status for fact in told} - {None} == {MissionStatus.EXTENDED}


def test_a_force_is_named_behind_a_colon() -> None:
    told = facts("Pirates", "Malta has a force of its own there: Halcyon, with six ships.")
    assert {fact.mission for fact in told} == {"halcyon"}


def test_a_known_name_is_a_mission_beside_what_is_said_of_missions() -> None:
    told = facts("Ships for the Red Sea", "Ministers launched Aspides. Five frigates sail.")
    assert {fact.mission for fact in told} == {"aspides"}
    assert not facts("A book on the Red Sea", "Ministers praised Aspides. Five poets read.")


def test_what_a_mission_is_turned_into_is_what_the_article_goes_on_with() -> None:
    told = facts(
        "A larger force for Fiji",
        "The council decided to turn the Verification Mission in Fiji, which Samoa leads, into a "
        "larger one, the Pacific Protection Force.",
        "Its ceiling is 900 soldiers.",
        "The mission never had more than 200 observers. Most of them came from Tonga.",
    )
    assert [(fact.passages[-1].text, fact.mission) for fact in told][-3:] == [
        ("Its ceiling is 900 soldiers.", "pacific protection force"),
        ("The mission never had more than 200 observers.", "verification mission in fiji"),
        ("Most of them came from Tonga.", "verification mission in fiji"),
    ]


def test_a_group_that_is_described_long_before_it_is_named_after_the_sea_of_the_title() -> None:
    told = facts(
        "Baltic mine hunters put to sea",
        "The mine-hunting group of Latvia, Belgium and Sweden began its first round on Monday.",
        "Three ships left port: one Latvian, one Belgian and one Swedish. It rained. The band "
        "played. The first round is to last until July.",
        "Belgium commands MCMG Baltic for half a year.",
    )
    assert {fact.mission for fact in told} == {"mcmg baltic"}
    assert {"latvia", "sweden"} <= {place for fact in told for place in fact.places}


def test_the_force_is_the_one_that_was_called_a_force() -> None:
    told = facts(
        "West Papua handed over",
        "The Temporary Executive Authority of the United Nations, UNTEA, has ended. Its security "
        "force, UNSF, kept order. Fifteen hundred men came from Pakistan. The force was led by a "
        "brigadier from India.",
    )
    by_place = {place: fact.mission for fact in told for place in fact.places}
    assert [by_place[key] for key in ("pakistan", "india")] == ["unsf", "unsf"]


def test_what_belongs_to_both_missions_is_told_of_either() -> None:
    told = facts(
        "Two forces in Chad",
        "EUFOR Tchad came in March. MINURCAT, the mission of the United Nations, trained "
        "policemen. Sweden and Finland served in both. Both armies of Chad kept away.",
    )
    sweden = {fact.mission for fact in told if "sweden" in fact.places}
    assert sweden == {"eufor", "minurcat"}
    assert all("participants" in fact.role for fact in told if "sweden" in fact.places)


def test_who_came_with_a_ship_takes_part() -> None:
    told = facts(
        "Coastline 9 is over",
        "The exercise Coastline 9 ended in Fiji. Tonga came with a ship and a team of seventy.",
    )
    assert [fact.mission for fact in told if "tonga" in fact.places] == ["coastline"]


def test_people_of_a_country_who_do_its_work_take_part() -> None:
    told = facts(
        "Observers in the Sinai",
        "The MFO has watched the peninsula since 1982. Colombians patrol the north.",
        "Fijians man the posts along the gulf; Uruguayans drive the lorries. Since June the Irish "
        "have provided the reserve.",
    )
    assert {fact.mission for fact in told} == {"mfo"}
    serving = {place for fact in told if "participants" in fact.role for place in fact.places}
    assert {"colombia", "fiji", "uruguay", "ireland"} <= serving


def test_people_who_live_beside_a_mission_do_not_serve_in_it() -> None:
    told = facts(
        "A village on the line",
        "UNFICYP watches the line in Nicosia. Russians run the hotels and Bulgarians drive the "
        "buses. The British guard their own bases.",
    )
    places = {place for fact in told for place in fact.places}
    assert not places & {"russia", "bulgaria", "united-kingdom"}


def passages_of(key: str, title: str, *paragraphs: str) -> list[list[str]]:
    """The sentences that each fact of a mission is told with."""
    return [
        [passage.text for passage in fact.passages]
        for fact in facts(title, *paragraphs)
        if fact.mission == key
    ]


def test_a_row_of_a_table_is_told_below_its_heads_and_the_heads_tell_nothing() -> None:
    heads = "exercise | where | when | troops"
    row = "Cold Harvest | Mongolia | October | 550 Canadian, 700 Mongolian"
    told = passages_of(
        "cold harvest",
        "Exercise timetable",
        heads,
        "Steppe Eagle | Kazakhstan | 7–16 June | 1,500",
        row,
    )
    assert told == [[heads, row]]


@pytest.mark.parametrize(
    "naming",
    [
        "Their operation is called Harrier.",
        "The name given to the undertaking is Operation Harrier.",
        "In May it was made a mission of its own and renamed Operation Harrier.",
    ],
)
def test_a_name_is_told_behind_the_sentence_on_what_it_is_given_to(naming: str) -> None:
    before = "In the forest the army of Gabon and the gendarmes look for poachers."
    told = passages_of("harrier", "Gabon guards its forest", f"{before} {naming}")
    assert told[-1] == [before, naming]


@pytest.mark.parametrize(
    "leaning",
    [
        "No reason was given.",
        "They may not arrest anybody.",
        "A study of 2014 put it at 2.6 billion over ten years.",
    ],
)
def test_what_leans_on_the_sentence_before_is_told_behind_it(leaning: str) -> None:
    before = "The mission and its forty advisers cost Fiji 2 million."
    told = passages_of(
        "unoto", "UNOTO stays", f"UNOTO began in Tonga in May. It is small. {before} {leaning}"
    )
    assert [before, leaning] in told


def test_the_mission_that_took_over_is_named_before_what_it_took_over_from() -> None:
    naming = "Fiji does not want to prolong UNOTO, the United Nations mission in Tonga."
    taking = "The mission took over from Operation Harrier a year ago."
    told = passages_of("harrier", "Fiji and Tonga", f"{naming} {taking}")
    assert told == [[naming, taking]]


def test_the_answer_to_a_question_on_the_mission_is_told_with_it() -> None:
    told = passages_of(
        "gulf heron",
        "Questions for a skipper",
        "Where do you sail? Operation Gulf Heron sails in the Gulf of Thailand, in patrols.",
        "Who takes part? Cambodia, Malaysia and Vietnam since July 2004.",
        "How long is the border there? Cambodia and Vietnam share 1,228 kilometres.",
    )
    assert ["Who takes part?", "Cambodia, Malaysia and Vietnam since July 2004."] in told
    assert not [some for some in told if "1,228" in some[-1]]


@pytest.mark.parametrize(
    ("asked", "answer", "told"),
    [
        ("What is its task?", "To guard the camps of displaced people near Goz.", True),
        ("Why was it sent?", "To protect those who had fled and keep a road open.", True),
        ("What is its task?", "To the south a school had burned down.", False),
        ("Why did the king resign?", "To make room for a son, who had married in May.", False),
    ],
)
def test_what_a_mission_is_to_do_answers_what_is_asked_of_it(
    asked: str, answer: str, told: bool
) -> None:
    every = facts("Questions", f"Operation Lapwing began in Chad in May. {asked} {answer}")
    assert any(fact.passages[fact.at].text == answer for fact in every) is told


def test_those_of_a_question_are_told_behind_it() -> None:
    told = [
        [passage.text for passage in fact.passages]
        for fact in facts(
            "Questions for a skipper",
            "Where do you sail? Operation Gulf Heron sails in the Gulf of Thailand, in patrols.",
            "Is it like the joint patrols in the Celebes Sea? No. Those were started in June by "
            "Brunei and the Philippines.",
        )
        if fact.mission is None and "philippines" in fact.places
    ]
    assert told == [
        [
            "Is it like the joint patrols in the Celebes Sea?",
            "Those were started in June by Brunei and the Philippines.",
        ]
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The Danish Tank Brigade 9 was put into service in Riga in Latvia on Thursday.", 1),
        ("The third is the battlegroup of NATO, in which Norway takes part.", 0),
        ("The brigade band played in Latvia.", 0),
    ],
)
def test_a_brigade_abroad_is_told_of_where_it_is_put_into_service(text: str, told: int) -> None:
    assert len([fact for fact in facts("News from Latvia", text) if fact.mission is None]) == told


def test_the_new_force_is_the_one_whose_name_follows() -> None:
    (one,) = drawn(
        written(
            "A change of flags in Kosovo",
            "The OSCE ended its Verification Mission, KVM, in Kosovo on Thursday, the army said.",
            "The new force, KFOR, has 40,000 soldiers, more than KVM ever had. It is commanded by "
            "a British general.",
            "It is the largest that the alliance has sent so far.",
        )
    )
    of = {fact.passages[-1].text[:17]: fact.mission for fact in one.facts if fact.mission}
    assert of["It is commanded b"] == of["It is the largest"] == "kfor"


def test_a_campaign_that_the_next_sentence_names_has_ended() -> None:
    (one,) = drawn(
        written(
            "Operation Denton ends in Cameroon",
            "The longest campaign of the army in Cameroon ended at midnight. Operation Denton, the "
            "deployment beside the gendarmes, began in May 1988.",
        )
    )
    ended = [fact for fact in one.facts if fact.status is MissionStatus.ENDED]
    assert {fact.mission for fact in ended} == {"denton"}


@pytest.mark.parametrize(
    ("paragraph", "sentence", "mission"),
    [
        (
            "UNOTO watches the truce in Tonga. In May the exercise Blue Hibiscus will bring 600 "
            "soldiers to Fiji. It is the largest since 2006.",
            "It is the largest since 2006.",
            "blue hibiscus",
        ),
        (
            "UNOTO starts with 900 soldiers. The force that left, born as Operation Blue Hibiscus, "
            "had 2,000 men.",
            "The force that left, born as Operation Blue Hibiscus, had 2,000 men.",
            "blue hibiscus",
        ),
        (
            "Fiji has kept its Coral Patrol off Tonga since 1980. Samoa sent a frigate.",
            "Samoa sent a frigate.",
            None,
        ),
        (
            "Fiji has kept its Coral Patrol off Tonga since 1980. Samoa joined it with a frigate.",
            "Samoa joined it with a frigate.",
            "coral patrol",
        ),
        (
            "UNOTO has 900 soldiers in Tonga. From Suva it is about 700 kilometres to the camps.",
            "From Suva it is about 700 kilometres to the camps.",
            None,
        ),
        (
            "UNOTO has 900 soldiers in Tonga. Fiji has offered to mediate.",
            "Fiji has offered to mediate.",
            None,
        ),
        (
            "UNOTO has 900 soldiers in Tonga. Fighting broke out when soldiers rose in May.",
            "Fighting broke out when soldiers rose in May.",
            None,
        ),
        (
            "UNOTO has 900 soldiers in Tonga. Fiji talks of a fleet, which papers call Regatta.",
            "Fiji talks of a fleet, which papers call Regatta.",
            None,
        ),
        (
            "UNOTO has 900 soldiers in Tonga. Fiji has promised a vote on the islands.",
            "Fiji has promised a vote on the islands.",
            None,
        ),
    ],
)
def test_what_is_told_of_another_is_not_told_of_the_mission_before(
    paragraph: str, sentence: str, mission: str | None
) -> None:
    told = facts("News from the islands", paragraph)
    of_it = {fact.mission for fact in told if fact.passages[fact.at].text == sentence}
    assert of_it - {None} == ({mission} if mission else set())


def test_the_force_of_a_new_paragraph_is_the_one_named_last() -> None:
    told = facts(
        "A thin line in Tonga",
        "Fijian troops have landed in Tonga and call it Operation Blue Hibiscus. It began in May.",
        "Between them and the king stand the soldiers of UNOTO.",
        "The force was set up in 1964. A Samoan general commands it.",
    )
    assert {fact.mission for fact in told if "general" in fact.passages[fact.at].text} == {"unoto"}


def test_an_army_that_somebody_disbanded_is_no_mission() -> None:
    told = facts(
        "A force for Tonga",
        "UNOTO has 900 soldiers in Tonga.",
        "Tonga has no army any more. The king disbanded it, and Samoans train a new police.",
    )
    assert not any("disbanded" in fact.passages[fact.at].text for fact in told)


def test_a_mission_that_left_a_country_ended_whatever_it_had_followed() -> None:
    told = facts(
        "Farewell",
        "UNOTO left Tonga on Monday, five years after it had taken the place of UNOSA.",
    )
    assert {fact.mission: fact.status for fact in told} == {
        "unoto": MissionStatus.ENDED,
        "unosa": MissionStatus.ENDED,
    }


def test_what_is_over_by_its_body_is_the_mission_named_behind() -> None:
    told = facts(
        "Africans keep watch",
        "The African Union's first peacekeeping mission is over. At midnight AMIB went, and most "
        "of its soldiers now belong to ONUB.",
    )
    over = [fact for fact in told if "is over" in fact.passages[fact.at].text]
    assert [(fact.mission, fact.status) for fact in over] == [("amib", MissionStatus.ENDED)]


def test_who_leads_the_force_leads_the_one_of_the_title() -> None:
    told = facts(
        "UNOTO relieves Fijians in Tonga",
        "Under an accord the men of UNOTO keep the sides apart. The Fijians of Operation Blue "
        "Hibiscus are to be gone soon. A Samoan colonel leads the force.",
    )
    assert {fact.mission for fact in told if "colonel" in fact.passages[fact.at].text} == {"unoto"}


def test_what_is_ended_before_it_is_named_is_the_mission_named_next() -> None:
    told = facts(
        "Fiji brings its people home",
        "Fiji has ended the evacuation from Tonga. Operation Blue Hibiscus took out 400 people.",
    )
    ended = ("blue hibiscus", MissionStatus.ENDED)
    assert [(fact.mission, fact.status) for fact in told] == [ended, ended]


def test_what_those_who_take_part_are_to_do_is_no_plan_of_the_mission() -> None:
    told = facts(
        "UNOTO in Tonga",
        "UNOTO has reached Tonga.",
        "They come from Fiji, and Samoa and Palau are to send further companies.",
    )
    assert MissionStatus.PLANNED not in {fact.status for fact in told}


@pytest.mark.parametrize(
    ("told", "status"),
    [("It had 900 soldiers.", None), ("It has 900 soldiers.", MissionStatus.ACTIVE)],
)
def test_what_began_in_a_year_and_had_soldiers_is_not_said_to_go_on(
    told: str, status: MissionStatus | None
) -> None:
    found = facts("An authority in Tonga", f"UNOTO took over from Fiji on 1 October 1962. {told}")
    assert {fact.status for fact in found if "took over" in fact.passages[0].text} >= {status}
    assert (MissionStatus.ACTIVE in {fact.status for fact in found}) is (status is not None)


def test_a_mission_and_what_it_took_over_from_are_where_the_title_begins() -> None:
    told = facts(
        "Burundi votes under guard",
        "The mission, known as UNOBUR, guards the polls with 5,000 soldiers. It took over from a "
        "small party, UNABUR, in March.",
    )
    assert {fact.mission for fact in told if "burundi" in fact.places} == {"unobur", "unabur"}


@pytest.mark.parametrize(
    ("title", "told"), [("India's peacekeepers leave Jaffna", False), ("A force goes", True)]
)
def test_a_force_of_the_title_is_not_the_mission_of_others_named_last(
    title: str, told: bool
) -> None:
    every = facts(
        title,
        "The last soldiers left Sri Lanka on Saturday. The roads were quiet.",
        "The force was sent in July 1987 and lost 1,100 men.",
        "The rebels kept their arms. The talks were broken off.",
        "The mission of the European Union in Nepal, EUMN, goes on.",
    )
    lost = [fact for fact in every if "1,100" in fact.passages[fact.at].text]
    assert ([fact.mission for fact in lost] == ["eumn"]) is told
    assert [fact.mission for fact in every if fact.places[:1] == ("european-union",)] == ["eumn"]
