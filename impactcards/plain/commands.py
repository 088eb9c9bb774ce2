"""The commands of the walk: a line that begins with a slash.

Each has its English word and the word of the interface's language, and both can be shortened as long as they stay
clear. A line that begins with a space is an answer, whatever follows.
"""

from __future__ import annotations

from impactcards.records import record
from impactcards.words import N_, Message, Words

SIGN = "/"


@record
class Command:
    """A command: its word with the sign, what may follow it, and what it does."""

    word: str
    follows: str
    does: str

    @property
    def name(self) -> str:
        """The English word, by which the program knows the command."""
        return self.word.removeprefix(SIGN)


#: In the order in which the help shows them.
COMMANDS = (
    Command(N_("/next"), "", N_("go on to the next card (so does an empty line)")),
    Command(N_("/back"), "", N_("go back to the card before")),
    Command(N_("/later"), "", N_("leave this card for later")),
    Command(N_("/skip"), "", N_("leave this card out on purpose")),
    Command(N_("/card"), "", N_("turn the card: ways in, an example, why it matters")),
    Command(N_("/map"), "", N_("list all cards, and how far they are")),
    Command(N_("/go"), N_("NUMBER"), N_("go to a card by its number on the map, or by its title")),
    Command(N_("/change"), N_("NUMBER TEXT"), N_("give an item of a list a new text")),
    Command(N_("/drop"), N_("NUMBER"), N_("take an item or a row out")),
    Command(N_("/move"), N_("NUMBER NUMBER"), N_("move an item or a row to another place")),
    Command(N_("/note"), N_("TEXT"), N_("write a note to this card; “-” removes it")),
    Command(N_("/clear"), "", N_("empty this card's answer")),
    Command(N_("/undo"), "", N_("take the last change back")),
    Command(N_("/document"), "", N_("read the strategy as it stands")),
    Command(N_("/help"), "", N_("show these commands")),
    Command(N_("/quit"), "", N_("save and leave")),
)


def is_command(line: str) -> bool:
    """Whether a line asks for a command."""
    return line.startswith(SIGN)


def read_command(line: str, say: Words) -> tuple[Command, str] | Message:
    """The command a line asks for and what follows it, or what is wrong with it."""
    typed, _, rest = line.partition(" ")
    typed = typed.casefold()
    words = {command: (command.word, say(command.word).casefold()) for command in COMMANDS}
    exact = [command for command, known in words.items() if typed in known]
    begun = [command for command, known in words.items() if any(word.startswith(typed) for word in known)]
    found = exact or begun
    if typed == SIGN or not found:
        return Message(
            N_("There is no command {typed}. {help} lists them. A line that begins with a space is always an answer."),
            typed=typed,
            help=say("/help"),
        )
    if len(found) > 1:
        return Message(
            N_("{typed} could be {commands}."), typed=typed, commands=", ".join(say(command.word) for command in found)
        )
    return found[0], rest.strip()


__all__ = ["COMMANDS", "SIGN", "Command", "is_command", "read_command"]
