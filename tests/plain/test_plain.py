"""The walk line by line, as scripts of typed lines and what is read in between."""

from __future__ import annotations

import gettext
import io
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import garden
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from running import program_environment

from impactcards.deck.library import Library
from impactcards.home import Home
from impactcards.plain import walk
from impactcards.plain.commands import COMMANDS
from impactcards.strategy.folder import create, open_strategy
from impactcards.strategy.hand import deal
from impactcards.strategy.opened import OpenStrategy
from impactcards.strategy.results import SaveResult
from impactcards.strategy.strategy import Strategy
from impactcards.strategy.values import Item, TableRow
from impactcards.words import Message, Words, words

HERE = Path(__file__).parent
TODAY = date(2027, 3, 8)


class Keyboard(io.StringIO):
    """Typed lines that are echoed into the transcript, as a terminal would."""

    def __init__(self, lines: list[str], echo: io.StringIO | None = None) -> None:
        super().__init__("".join(line + "\n" for line in lines))
        self._echo = echo

    def readline(self, size: int | None = -1, /) -> str:
        line = super().readline(-1 if size is None else size)
        if self._echo is not None and line:
            self._echo.write(f"> {line}" if line.strip() else ">\n")
        return line


class Play:
    """A strategy in a folder of its own that can be walked through again and again."""

    def __init__(self, home: Home, *, language: str = "en", recipe: str = "") -> None:
        self.home = home
        self.recipe = recipe
        self.opened = create(home, "Our street", garden.DECK_FILE, language=language, recipe=recipe)
        self.say = words(language)

    @property
    def strategy(self) -> Strategy:
        return self.opened.strategy

    def __call__(self, *lines: str, start: str = "", echo: bool = False) -> str:
        out = io.StringIO()
        hand = deal(self.strategy, self.recipe)
        stdin = Keyboard(list(lines), out if echo else None)
        walk(self.opened, hand, stdin=stdin, stdout=out, say=self.say, start_card=start or None, today=TODAY)
        return out.getvalue()

    def texts(self, card_id: str) -> list[str]:
        return [item.text for item in self.strategy.items(card_id)]

    def value(self, card_id: str) -> object:
        return self.strategy.answer(card_id).value

    def again(self) -> OpenStrategy:
        """The strategy as it stands on the disk."""
        library = Library(self.home.decks, 1_000_000)
        return open_strategy(self.home, library, str(self.opened.folder), read_only=True)


@pytest.fixture
def play(home: Home) -> Play:
    return Play(home)


def test_a_whole_walk_reads_well(home: Home) -> None:
    script = (HERE / "walk.txt").read_text(encoding="utf-8").splitlines()
    typed = [line[1:].removeprefix(" ") for line in script if line.startswith(">")]
    play = Play(home, recipe="short")
    found = play(*typed, echo=True).replace(str(play.opened.folder), "FOLDER")
    assert found.splitlines() == script


def test_what_the_time_leaves_out_is_named(play: Play) -> None:
    hand = deal(play.strategy, minutes=20)
    assert hand.left_out
    out = io.StringIO()
    walk(play.opened, hand, stdin=Keyboard([]), stdout=out, say=play.say, today=TODAY)
    (line,) = (line for line in out.getvalue().splitlines() if line.startswith("Left out, because the time is short: "))
    assert line.count("“") == len(hand.left_out)
    assert all(f"“{card.title}”" in line for card in hand.left_out)
    assert "Left out" not in play()


def test_another_recipe_midway_asks_nothing_again(play: Play) -> None:
    play("Whoever waters may pick.", ".", "Meet", "", start="motto")
    answers = dict(play.strategy.answers)
    play.recipe = "short"
    out = play()
    hand = deal(play.strategy, "short")
    done = [card for card in hand.cards if card.id in answers]
    assert done
    assert f"{len(done)} of {len(hand.cards)} cards done." in out
    assert play.strategy.answers == answers


def test_what_was_answered_stands_in_the_files(play: Play) -> None:
    play("Whoever waters may pick.", ".", "Meet", "", start="motto")
    kept = play.again().strategy
    assert kept.answer("motto").value == "Whoever waters may pick."
    assert [item.text for item in kept.items("aims")] == ["Meet"]
    assert "Whoever waters may pick." in (play.opened.folder / "strategy.md").read_text(encoding="utf-8")


# -- each kind of answer ----------------------------------------------------------------------------------------------


def test_text_ends_at_a_full_stop_or_an_empty_line(play: Play) -> None:
    play("one", "two", ".", start="motto")
    assert play.value("motto") == "one\ntwo"
    play("three", "", start="motto")
    assert play.value("motto") == "three"
    play("", start="motto")
    assert play.value("motto") == "three"


def test_a_leading_space_makes_a_line_an_answer(play: Play) -> None:
    play(" /next", " .", ".", start="motto")
    assert play.value("motto") == "/next\n."
    play(" /skip", "", start="aims")
    assert play.texts("aims") == ["/skip"]


def test_a_list_keeps_its_ids_while_it_is_altered(play: Play) -> None:
    play("Meet", "Eat", "Learn", "", start="aims")
    ids = [item.id for item in play.strategy.items("aims")]
    out = play(
        "/change 2 Eat more", "/move 3 1", "/drop 2", "Eat more", "- Rest", "/drop 9", "/change 1", "", start="aims"
    )
    assert play.texts("aims") == ["Learn", "Eat more", "Rest"]
    assert [item.id for item in play.strategy.items("aims")][:2] == [ids[2], ids[1]]
    assert "That is on the list already." in out
    assert "Type the number of the item or row to take out." in out
    assert "Type the number of an item and its new text." in out


def test_a_choice_by_number_name_or_beginning(play: Play) -> None:
    out = play("2, grass", start="ground")
    assert play.value("ground") == ("rubble", "grass")
    assert "Chosen: Rubble, glass, Grass" in out
    play("rubb", start="ground")
    assert play.value("ground") == ("rubble",)
    out = play("7", "sand", "", start="ground")
    assert "“7”: not among what can be chosen here." in out
    assert "To add it" not in out
    assert play.value("ground") == ("rubble",)
    play("1, 4", start="ground")
    assert play.value("ground") == ("none",)


def test_an_order_by_numbers_or_names_and_a_new_item(play: Play) -> None:
    play("Meet", "Eat", "", start="aims")
    meet, eat = (item.id for item in play.strategy.items("aims"))
    play("2 1", start="first")
    assert play.value("first") == (eat, meet)
    play("meet, + Rest, really", start="first")
    assert play.texts("aims") == ["Meet", "Eat", "Rest, really"]
    assert play.value("first") == (meet, play.strategy.items("aims")[2].id)


@pytest.mark.parametrize(
    ("card_id", "typed", "value", "said"),
    [
        ("mood", "4", 4, "Understood: 4 of 5: Fairly sure"),
        ("mood", "fairly sure", 4, "Understood: 4 of 5: Fairly sure"),
        ("mood", "9", 9, "Understood: 9 of 5"),
        ("money", "1,250.5 EUR", 1250.5, "Understood: 1250.5 EUR"),
        ("money", "about 40", "about 40", "could not be read as a number"),
        ("opening", "1.5.", "2027-05-01", "Understood: Sat 1 May 2027"),
        ("opening", "some day", "some day", "could not be read as a date"),
    ],
)
def test_figures_are_echoed_as_understood(play: Play, card_id: str, typed: str, value: object, said: str) -> None:
    out = play(typed, start=card_id)
    assert play.value(card_id) == value
    assert said in out


def test_a_table_row_by_row(play: Play) -> None:
    play("Meet", "", start="aims")
    out = play("Herbs", "1, + Eat", "2.5", "30 April", "3", "Roots", "", "", "", "", "", start="beds")
    herbs, roots = play.value("beds")  # type: ignore[misc]
    meet, eat = (item.id for item in play.strategy.items("aims"))
    assert herbs.cells == {"bed": "Herbs", "aims": (meet, eat), "size": 2.5, "ready": "2027-04-30", "sun": 3}
    assert roots.cells == {"bed": "Roots"}
    assert "Herbs, Serves:\n1 Meet\nType numbers or names" in out
    assert "Roots, Serves:\n1 Meet; 2 Eat\nRoots, Size:" in out  # explained once, listed each time
    assert "Understood: 30 Apr 2027" in out


def test_a_row_is_changed_by_its_number(play: Play) -> None:
    play("Herbs", "", "2", "", "", "", start="beds")
    out = play("1", "Herbs by the gate", "", "-", "", "", "", start="beds")
    (row,) = play.value("beds")  # type: ignore[misc]
    assert row.cells == {"bed": "Herbs by the gate"}
    assert "Herbs, Bed: (now: Herbs)" in out
    play("/drop 1", "", start="beds")
    assert play.value("beds") is None


def test_a_table_with_names_of_its_own(play: Play) -> None:
    play("4", "good", "", "2", start="tools")
    assert play.value("tools") == (
        TableRow("spades", {"count": 4, "state": ("good",)}),
        TableRow("hose", {"state": ("mend",)}),
    )
    out = play("2", "1", "", "9", "", start="tools")
    assert "1 Spades; 2 A hose | a tap" in out
    assert "There are 2 rows." in out
    assert play.value("tools")[1].cells == {"count": 1, "state": ("mend",)}  # type: ignore[index]


def test_a_table_that_waits_names_the_card_to_play_first(play: Play) -> None:
    out = play("/go 6", "Herbs", "/next", start="care")
    assert "This card asks about each entry of “Bed by bed”, which has none yet. /go 6 opens it" in out
    assert [row.cells for row in play.value("beds")] == [{"bed": "Herbs"}]  # type: ignore[attr-defined]


def test_an_unreadable_answer_is_left_alone(play: Play) -> None:
    file = play.opened.folder / "strategy.yaml"
    head = file.read_text(encoding="utf-8").partition("answers:\n")[0]
    file.write_text(head + "answers:\n  people:\n    value: 3\n", encoding="utf-8")
    library = Library(play.home.decks, 1_000_000)
    play.opened = open_strategy(play.home, library, str(play.opened.folder))
    out = play("Ada", "", start="people")
    assert "This answer cannot be read." in out
    assert "value: 3" in file.read_text(encoding="utf-8")


# -- commands ---------------------------------------------------------------------------------------------------------


def test_later_skip_and_back(play: Play) -> None:
    out = play("/later", "/skip", "/back", "/back", "/back", start="motto")
    assert play.strategy.answer("motto").put_off == "later"
    assert play.strategy.answer("aims").put_off == "skipped"
    assert "You left this card out on purpose." in out
    assert "You left this card for later." in out
    assert "This is the first card." in out


def test_a_command_may_be_shortened_while_it_is_clear(play: Play) -> None:
    out = play("/n", "/ne", "/nex", start="motto")
    assert "/n could be /next, /note." in out
    assert out.count("\nSoil: ") == 3
    out = play("/frobnicate", "/", start="motto")
    assert "There is no command /frobnicate. /help lists them." in out
    assert "There is no command /." in out


def test_the_back_of_a_card(play: Play) -> None:
    out = play("/card", start="motto")
    assert (
        "Ways in:\n- Say it to a neighbour.\n- Leave out the word green.\nAn example: Whoever waters may pick.\n" in out
    )
    assert "There is nothing on the back of this card." in play("/card", start="aims")


def test_the_map_and_going_by_number_or_title(play: Play) -> None:
    out = play("/map", "/go 3", "/go names", "/go in the", "/go", start="motto")
    assert "1. Soil: On the gate – still open (you are here)\n" in out
    assert "7. Hands: Who waters – waits for another card" in out
    assert "\nSoil: If it rains all summer\n" in out
    assert "\nHands: Names on the fence\n" in out
    assert out.count("Which card? Type its number on the map") == 2  # two titles begin so; none was named


def test_a_card_outside_the_hand_leads_back(home: Home) -> None:
    play = Play(home, recipe="short")
    out = play("/go motto", "", start="people")
    assert "Which card?" in out
    out = play("/go on the gate", "", start="people")
    assert out.count("\nHands: Names on the fence\n") == 2


def test_a_note_is_written_read_and_removed(play: Play) -> None:
    out = play("/note Ask Bo [/b]", "/note", start="motto")
    assert "Noted.\nAsk Bo [/b]\n" in out
    assert play.strategy.answer("motto").note == "Ask Bo [/b]"
    assert "The note is gone.\nThere is no note on this card." in play("/note -", "/note", start="motto")


def test_clear_and_undo(play: Play) -> None:
    play("Meet", "", start="aims")
    out = play("/clear", "/undo", "/undo", start="aims")
    assert play.texts("aims") == ["Meet"]
    assert "The last change is taken back." in out
    assert "There is nothing to take back." in out


def test_a_text_and_a_row_are_taken_back_whole(play: Play) -> None:
    play("one", "two", ".", "/undo", start="motto")
    assert play.value("motto") is None
    play("Herbs", "", "2", "tomorrow", "", "", "/undo", start="beds")
    assert play.value("beds") is None


def test_the_document_is_read_out(play: Play) -> None:
    out = play("Come in.", ".", "/document", start="motto")
    assert "# Our street\n\nA garden for the street" in out


def test_help_names_every_command(play: Play) -> None:
    out = play("/help", start="motto")
    assert all(f"\n{command.word}" in out for command in COMMANDS)


# -- from card to card ------------------------------------------------------------------------------------------------


def test_findings_are_said_when_a_card_is_left(play: Play) -> None:
    out = play("Herbs", "", "0", "", "", "", start="beds")
    assert "Worth a look: " in out
    assert "is below 1" in out.split("Worth a look: ", 1)[1]
    assert "Worth a look" not in play("", "", start="aims").split("Names on the fence")[0]


def test_cards_that_an_answer_adds_are_announced(play: Play) -> None:
    out = play("3", start="ground")
    assert "Your answers add a card: In the shade." in out
    assert "\nSoil: In the shade\n5 of 14" in out


def test_the_walk_goes_on_where_one_left_off(play: Play) -> None:
    play("/go 6", "/quit")
    assert play().split("\n\n")[1].startswith("Hands: Bed by bed\n")


def test_after_the_last_card(play: Play) -> None:
    out = play("", "hello", "/card", "/later", "/back", "", "/go 1", start="neighbours")
    assert out.count("That was the last card. 0 of 13 cards done. Next: On the gate, about 5 minutes.") == 2
    assert out.count("There is no card on the table.") == 2
    assert out.count("Nothing is asked here.") == 1
    assert "\nSoil: On the gate\n" in out
    out = play("", "", "/map", start="neighbours")
    assert "you are here" not in out


@pytest.mark.parametrize("typed", ["1", "/go 1", "go 1", "on the g", "On the gate"])
def test_any_answer_can_be_corrected_after_the_last_card(play: Play, typed: str) -> None:
    play("Come in.", ".", start="motto")
    out = play("", typed, "Whoever waters may pick.", ".", "/quit", start="neighbours")
    assert "Your answer so far:\nCome in.\n" in out
    assert play.again().strategy.answer("motto").value == "Whoever waters may pick."


def test_going_about_after_the_last_card(play: Play) -> None:
    out = play("", "map", "document", "/next", "back", "", "/nonsense", "quit", "never read", start="neighbours")
    assert "1. Soil: On the gate – still open\n" in out
    assert "# Our street\n" in out
    assert out.count("That was the last card.") == 3
    assert "There is no command /nonsense." in out
    assert out.count("Saved. The document is ") == 1
    assert "never read" not in play.again().strategy.name


def test_the_end_of_the_input_after_the_last_card_saves(play: Play) -> None:
    out = play("Ask Bo", start="neighbours")
    assert "Saved. The document is " in out
    out = play("", "1", "Come in.", start="neighbours")
    assert play.again().strategy.answer("motto").value == "Come in."
    assert "Saved. The document is " in out


# -- promises ---------------------------------------------------------------------------------------------------------


def test_the_end_of_the_input_keeps_what_was_typed(play: Play) -> None:
    out = play("one", start="motto")
    assert play.again().strategy.answer("motto").value == "one"
    assert "Saved. The document is " in out


def test_ctrl_c_keeps_what_was_typed(play: Play, monkeypatch: pytest.MonkeyPatch) -> None:
    read = Keyboard.readline

    def interrupted(keyboard: Keyboard, size: int = -1) -> str:
        line = read(keyboard, size)
        if not line:
            raise KeyboardInterrupt
        return line

    monkeypatch.setattr(Keyboard, "readline", interrupted)
    assert "Saved." in play("one", "two", start="motto")
    assert play.again().strategy.answer("motto").value == "one\ntwo"


def test_a_read_only_strategy_can_be_read(play: Play) -> None:
    play("Meet", "", start="aims")
    play.opened.read_only_reason = Message("Look, but do not touch.")
    out = play("Eat", "", "1, + Rest", "", "/note x", "/skip", "/document", "/quit", start="aims")
    assert "Look, but do not touch." in out
    assert play.texts("aims") == ["Meet"]
    assert "Saved" not in out


def test_trouble_with_saving_is_said_once_and_not_called_saved(play: Play) -> None:
    (play.opened.folder / "strategy.yaml").write_text("answers: {[", encoding="utf-8")
    out = play("one", "two", ".", start="motto")
    assert "Saved. The document" not in out
    assert out.count("Not saved") == 1


def test_nothing_a_terminal_would_obey_is_written(play: Play) -> None:
    nasty = "\x1b[31mred\x1b]0;title\x07\x9b5m [/x] {name}"
    play.strategy.set_value("aims", (Item("aaaa", nasty),))
    out = play(nasty, "", "/map", "/document", "/note " + nasty, "/note", f"/go {nasty}", start="aims")
    assert not {c for c in out if ord(c) < 32 and c != "\n"} | {c for c in out if 127 <= ord(c) < 160}
    assert "[31mred" in out
    assert "{name}" in out


class Narrow(io.TextIOWrapper):
    """An output that knows ASCII only."""

    def __init__(self) -> None:
        super().__init__(io.BytesIO(), encoding="ascii", write_through=True)


def test_an_output_that_knows_few_letters_gets_question_marks(play: Play) -> None:
    out = Narrow()
    walk(play.opened, deal(play.strategy), stdin=Keyboard(["/help"]), stdout=out, say=play.say)
    assert b"by its number on the map" in out.buffer.getvalue()  # type: ignore[attr-defined]
    assert b"\x3f-\x3f removes it" in out.buffer.getvalue()  # type: ignore[attr-defined]


def test_nobody_reading_is_no_reason_to_lose_an_answer(play: Play) -> None:
    class Closed(io.StringIO):
        def write(self, _text: str) -> int:
            raise BrokenPipeError

    walk(play.opened, deal(play.strategy), stdin=Keyboard(["one", "two"]), stdout=Closed(), say=play.say)
    assert play.again().strategy.name == "Our street"


GERMAN = {"/next": "/weiter", "/back": "/zurück", "/note": "/notiz", "{n} of {total}": "{n} von {total}"}


class _German(gettext.NullTranslations):
    def gettext(self, message: str) -> str:
        return GERMAN.get(message, message)


def test_commands_in_the_language_of_the_interface(home: Home) -> None:
    play = Play(home, language="de")
    play.say = Words("de", _German())
    out = play("/weiter", "/Zurück", "/wei", "/next", "/noti Ja", start="motto")
    assert out.count("\nBoden: Höchstens dreierlei\n2 von 13") == 2
    assert "\nBoden: Am Tor\n1 von 13" in out
    assert play.strategy.answer("first").note == "Ja"


def test_german_figures_and_days(home: Home) -> None:
    play = Play(home, language="de")
    play("1.250,50", start="money")
    play("1. Mai", start="opening")
    assert play.value("money") == 1250.5
    assert play.value("opening") == "2027-05-01"


lines = st.one_of(
    st.text(max_size=12),
    st.sampled_from(["", ".", "1", "2", "1, 2", "+ new", "-", " ", "x", "2 1"]),
    st.builds(
        "{} {}".format,
        st.sampled_from([command.word for command in COMMANDS if command.name not in ("quit", "document")]),
        st.sampled_from(["", "1", "1 2", "2 text", "x"]),
    ),
)


class Unsaved:
    """An open strategy without a folder: saving it does nothing."""

    def __init__(self) -> None:
        self.strategy = garden.planted()
        self.folder = Path("folder")
        self.read_only_reason: Message | None = None

    def save(self, document: Callable[[Strategy], str] | None = None) -> SaveResult:
        return SaveResult(document is not None, datetime.now(UTC))

    def place(self) -> str:
        return ""

    def remember_place(self, card_id: str, recipe_id: str) -> None:
        assert card_id
        assert not recipe_id


@given(st.lists(lines, max_size=25), st.sampled_from(["motto", "aims", "beds", "care", "tools", "ground", "bet"]))
@settings(max_examples=60, deadline=None)
def test_no_line_breaks_the_walk(typed: list[str], start: str) -> None:
    opened = Unsaved()
    out = io.StringIO()
    walk(opened, deal(opened.strategy), stdin=Keyboard(typed), stdout=out, say=words("en"), start_card=start)
    assert "\nSaved. The document is folder" in out.getvalue()


@pytest.mark.skipif(os.name == "nt", reason="signals are sent otherwise")
def test_the_program_itself_leaves_with_status_0(play: Play) -> None:
    command = [
        sys.executable,
        "-m",
        "impactcards",
        "--home",
        str(play.opened.folder.parent.parent),
        "open",
        "our",
        "--plain",
    ]
    pipe = subprocess.PIPE
    with subprocess.Popen(
        command, stdin=pipe, stdout=pipe, text=True, encoding="utf-8", env=program_environment({})
    ) as run:
        assert run.stdin is not None
        assert run.stdout is not None
        run.stdin.write("Come in.\n")
        run.stdin.flush()
        waited = time.monotonic() + 20
        while "Come in." not in (play.opened.folder / "strategy.yaml").read_text(encoding="utf-8"):
            assert time.monotonic() < waited
            time.sleep(0.02)
        run.send_signal(signal.SIGINT)
        out, _ = run.communicate(timeout=20)
    assert run.returncode == 0
    assert "Saved. The document is " in out
