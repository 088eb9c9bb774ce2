"""The garden of a street: a small deck with every kind of answer, and a strategy for it in English or German."""

from __future__ import annotations

import gettext
from functools import cache
from pathlib import Path

from impactcards.deck.loader import load_deck
from impactcards.deck.model import Deck
from impactcards.strategy.answer import Answer
from impactcards.strategy.findings import Finding
from impactcards.strategy.strategy import Strategy
from impactcards.strategy.values import Item, TableRow, Value
from impactcards.words import Words

HERE = Path(__file__).parent / "document"
DECK_FILE = HERE / "garden.yaml"
MOMENT = "2027-03-08T12:00:00Z"

TEXTS = {
    "en": {
        "motto": "Whoever waters may pick.\nEverybody else may sit down.\n\n# No *dogs*, no <script>, no |pipes|",
        "meet": "Meet: six households know each other by name",
        "eat": "Eat (a little): one salad a week",
        "learn": "The children of the nursery school know where a potato comes from",
        "ada": "Ada, second floor",
        "bo": "Bo",
        "herbs": "Herbs by the gate",
        "roots": "Roots",
        "know": "The tap sticks; turn it twice.",
        "shade": "Ferns",
        "soon": "when the frost is over",
        "note": "Ada says: 120 at most.\nAsk the council again.",
        "why not": "They will see for themselves.",
        "gone bed": "Melons",
        "gone know": "Too much water for us.",
    },
    "de": {
        "motto": "Wer gießt, darf pflücken.\nDer Rest sitzt.\n\n# Keine *Hunde*, kein <script>, keine |Striche|",
        "meet": "Begegnen: Sechs Haushalte kennen sich beim Namen",
        "eat": "Essen (ein bisschen): ein Salat in der Woche",
        "learn": "Die Kinder der Kita wissen, woher eine Kartoffel kommt",
        "ada": "Ada, zweiter Stock",
        "bo": "Bo",
        "herbs": "Kräuter am Tor",
        "roots": "Wurzeln",
        "know": "Der Hahn klemmt; zweimal drehen.",
        "shade": "Farne",
        "soon": "wenn kein Frost mehr kommt",
        "note": "Ada sagt: höchstens 120.\nNoch einmal bei der Stadt fragen.",
        "why not": "Das sehen sie dann schon.",
        "gone bed": "Melonen",
        "gone know": "Zu viel Wasser für uns.",
    },
}


@cache
def deck(language: str = "en") -> Deck:
    """The deck, in one of its languages."""
    return load_deck(DECK_FILE, language=language).deck


def bare(language: str = "en") -> Strategy:
    """A strategy without an answer."""
    return Strategy("Our street", deck(language), language, created=MOMENT, clock=lambda: MOMENT)


def planted(language: str = "en") -> Strategy:
    """A strategy with an answer of every kind, and with whatever can be open."""
    says = TEXTS[language]
    values: dict[str, Value] = {
        "motto": says["motto"],
        "aims": (Item("aaaa", says["meet"]), Item("abbb", says["eat"]), Item("accc", says["learn"])),
        "first": ("abbb", "aaaa"),
        "ground": ("rubble", "winter"),
        "shade": says["shade"],
        "people": (Item("paaa", says["ada"]), Item("pbbb", says["bo"])),
        "beds": (
            TableRow(
                "baaa",
                {
                    "bed": says["herbs"],
                    "aims": ("aaaa", "abbb"),
                    "size": 2.5,
                    "ready": "2027-04-30",
                    "sun": 3,
                },
            ),
            TableRow("bbbb", {"bed": says["roots"], "aims": ("abbb",), "size": 12, "ready": says["soon"], "sun": 2}),
        ),
        "care": (
            TableRow("baaa", {"who": ("paaa",), "know": says["know"]}),
            TableRow("bccc", {"who": ("pbbb",), "know": says["gone know"]}),
        ),
        "tools": (TableRow("spades", {"count": 4, "state": ("good",)}), TableRow("hose", {"state": ("mend",)})),
        "mood": 4,
        "money": 12500,
        "bet": 340,
    }
    made = bare(language)
    made.answers = {card_id: Answer(value=value, updated=MOMENT) for card_id, value in values.items()}
    made.answers["beds"] = made.answers["beds"].with_(removed=(TableRow("bccc", {"bed": says["gone bed"]}),))
    made.answers["money"] = made.answers["money"].with_(note=says["note"])
    made.answers["opening"] = Answer(put_off="later", updated=MOMENT)
    made.answers["neighbours"] = Answer(put_off="skipped", note=says["why not"], updated=MOMENT)
    made.answers["old-card"] = Answer(raw={"value": ["one", "two"], "updated": MOMENT})
    made.lists["participants"] = [{"id": "q222", "name": "Ada"}, {"id": "q333", "name": "Bo"}]
    made.lists["parking_lot"] = [{"id": "k222", "text": "A bench?"}]
    made.lists["actions"] = [
        {"id": "n222", "text": "Order seeds", "who": "q222", "until": "2027-03-20", "state": "open"},
        {"id": "n333", "text": "Measure the beds", "state": "done"},
    ]
    return made


def findings(language: str = "en") -> list[Finding]:
    """What a look at the planted garden finds, in words that no other room can change."""
    size, unanswered = {
        "en": ("“Roots” is larger than the street.", "“The first evening” is still unanswered."),
        "de": ("„Wurzeln“ ist größer als die Straße.", "„Der erste Abend“ ist noch unbeantwortet."),
    }[language]
    return [Finding("size", "beds", size, "bbbb"), Finding("unanswered", "opening", unanswered)]


GERMAN = {
    "(removed)": "(entfernt)",
    "Agreed and not done yet": "Verabredet und noch nicht getan",
    "Answered, and sealed until the next review.": "Beantwortet und bis zum nächsten Review versiegelt.",
    "Appendix": "Anhang",
    "Further answers": "Weitere Antworten",
    "In general": "Allgemein",
    "Left for later: {cards}.": "Auf später verschoben: {cards}.",
    "Left out on purpose: {cards}.": "Mit Absicht weggelassen: {cards}.",
    "“{title}” waits for later: {why}": "„{title}“ wartet auf später: {why}",
    "“{title}” is left out on purpose: {why}": "„{title}“ ist mit Absicht weggelassen: {why}",
    "Not ranked:": "Ohne Rang:",
    "Note:": "Notiz:",
    "Nothing has been answered yet in {chapters}.": "Noch nichts beantwortet ist in {chapters}.",
    "Nothing has been answered yet.": "Noch ist nichts beantwortet.",
    "Parked": "Geparkt",
    "Sealed until the next review.": "Versiegelt bis zum nächsten Review.",
    "Still unanswered: {cards}.": "Noch unbeantwortet: {cards}.",
    "The strategy on one page": "Die Strategie auf einer Seite",
    "These answers belong to cards that the deck no longer has.": "Diese Karten gibt es im Stapel nicht mehr.",
    "These lines belong to items that were removed.": "Diese Zeilen gehören zu Einträgen, die entfernt wurden.",
    "What is still open": "Was noch offen ist",
    "Worked on by {people}": "Daran gearbeitet haben {people}",
    "open: {question}": "offen: {question}",
    "{n} of {highest}": "{n} von {highest}",
    "“{title}”": "„{title}“",
}


class _German(gettext.NullTranslations):
    def gettext(self, message: str) -> str:
        return GERMAN.get(message, message)


def words_for(language: str) -> Words:
    """The words of the document in English or German, as these tests want them, whatever the catalogue says."""
    return Words(language, _German() if language == "de" else gettext.NullTranslations())
