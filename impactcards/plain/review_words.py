"""The words of a review: what a line says at the question whether an answer is still true."""

from __future__ import annotations

from impactcards.plain.commands import Command
from impactcards.words import N_, Message, Words

#: In the order in which they are named. An empty line says yes; a stroke before a word is as good as none.
YES, CHANGE, DROP, WHY, BACK, LEAVE = REVIEW_WORDS = (
    Command(N_("yes"), "", N_("it is still true (so does an empty line)")),
    Command(N_("change"), "", N_("give another answer")),
    Command(N_("drop"), "", N_("it is no longer true, and nothing takes its place; the version keeps it")),
    Command(N_("why"), N_("TEXT"), N_("note a sentence to what became of this answer")),
    Command(N_("back"), "", N_("go back to the card before")),
    Command(N_("leave"), "", N_("save and leave; the review goes on here next time")),
)


def read_word(line: str, say: Words) -> tuple[Command, str] | Message:
    """What a line says and what follows the word; or what is wrong with it."""
    typed, _, rest = line.strip().partition(" ")
    folded = typed.casefold()
    if not folded:
        return YES, ""
    known = {word: (word.word, say(word.word).casefold()) for word in REVIEW_WORDS}
    exact = [word for word, names in known.items() if folded in names]
    begun = [word for word, names in known.items() if any(name.startswith(folded) for name in names)]
    found = exact or begun
    if len(found) == 1:
        return found[0], rest.strip()
    if found:
        return Message(
            N_("{typed} could be {commands}."), typed=typed, commands=", ".join(say(word.word) for word in found)
        )
    return Message(
        N_("Nothing was changed by that line. “{change}” asks for another answer; the words are: {words}."),
        change=say(CHANGE.word),
        words=", ".join(say(word.word) for word in REVIEW_WORDS),
    )


__all__ = ["BACK", "CHANGE", "DROP", "LEAVE", "REVIEW_WORDS", "WHY", "YES", "read_word"]
