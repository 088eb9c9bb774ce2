"""A review line by line: card after card, whether the answer is still true."""

from __future__ import annotations

from datetime import date
from typing import TextIO

from impactcards.deck.model import Card
from impactcards.plain.asking import ask, say_findings
from impactcards.plain.console import Console, Ended
from impactcards.plain.deeds import Deeds
from impactcards.plain.moves import Again, Back, GoTo, Move, Next, Quit
from impactcards.plain.review_face import minutes_left, review_face
from impactcards.plain.review_words import BACK, CHANGE, DROP, LEAVE, REVIEW_WORDS, WHY, YES, read_word
from impactcards.plain.sitting import Sitting
from impactcards.strategy.dates import local_today
from impactcards.strategy.hand import newly_dealt
from impactcards.strategy.reviews import Review
from impactcards.strategy.reviews.summary import summary
from impactcards.words import N_, Message, Words


def walk_review(
    review: Review, *, stdin: TextIO, stdout: TextIO, say: Words, go_on: str, today: date | None = None
) -> None:
    """Play a review. Everything is saved as it is said; the end of the input, and Ctrl+C, save and leave.

    ``say`` speaks the interface's language; ``go_on`` is the command that goes on where one left.
    """
    console = Console(stdin, stdout)
    sitting = Sitting(review.opened, review.hand(), console, say, today or local_today())
    _ReviewWalk(sitting, review, go_on).play()
    console.close()


class _ReviewWalk:
    def __init__(self, sitting: Sitting, review: Review, go_on: str) -> None:
        self._sitting = sitting
        self._review = review
        self._go_on = go_on
        self._deeds = Deeds(sitting)
        sitting.obey = self._deeds.obey

    # -- all of it --------------------------------------------------------------------------------------------------

    def play(self) -> None:
        """From the greeting to the summary, or to the farewell where one leaves before."""
        try:
            self._greet()
            card = self._first()
            while card is not None:
                card = self._turn(card)
            self._end()
        except (Ended, KeyboardInterrupt, Quit):
            self._leave()

    def _greet(self) -> None:
        tell, say, review = self._sitting.tell, self._sitting.say, self._review
        tell(say("{name}: review", name=self._sitting.strategy.name))
        for fault in review.faults:
            tell(fault.worded(say))
        progress = review.progress()
        count = say.plural("{n} card", "{n} cards", progress.total)
        if progress.done:
            done, total = progress.done, progress.total
            count = say.plural("{done} of {n} card done", "{done} of {n} cards done", total, done=done)
        tell(", ".join(part for part in (count, minutes_left(review, say)) if part) + ".")
        for word in REVIEW_WORDS:
            shown = " ".join(part for part in (say(word.word), say(word.follows)) if part)
            tell(say("{command}: {deed}", command=shown, deed=say(word.does)))
        tell(say("{help} shows what else can be done.", help=say("/help")))

    def _first(self) -> Card | None:
        """Where one left, if that card is still to be settled; else the first that is."""
        cards = self._sitting.hand.cards
        to_do = [card for card in cards if not self._review.did(card)]
        place = self._sitting.opened.place() if len(to_do) < len(cards) else ""
        return next((card for card in to_do if card.id == place), to_do[0] if to_do else None)

    def _end(self) -> None:
        self._review.end()
        self._sitting.save()
        self._sitting.tell()
        for line in summary(self._review, self._sitting.today, self._sitting.say):
            self._sitting.tell(line)
        self._say_saved()

    def _leave(self) -> None:
        sitting, say = self._sitting, self._sitting.say
        if self._deeds.card is not None:
            self._review.look(self._deeds.card)
        sitting.save()
        progress = self._review.progress()
        sitting.tell()
        sitting.tell(say("{done} of {total} cards done.", done=progress.done, total=progress.total))
        sitting.tell(say("Go on with: {command}", command=self._go_on))
        self._say_saved()

    def _say_saved(self) -> None:
        sitting = self._sitting
        if sitting.is_saved:
            sitting.tell(sitting.say("Saved. The document is {file}.", file=sitting.opened.folder / "strategy.md"))

    # -- one card ---------------------------------------------------------------------------------------------------

    def _turn(self, card: Card) -> Card | None:
        """Put a card on the table, and return the one that follows it."""
        sitting, review = self._sitting, self._review
        self._deeds.card = card
        review.look(card)  # what was taken back stands as before
        recipe = review.recipe
        sitting.opened.remember_place(card.id, recipe.id if recipe else "")
        sitting.tell()
        for line in review_face(sitting, review, card):
            sitting.tell(line)
        try:
            move = self._settle(card)
        except Move as wanted:
            move = wanted
        if isinstance(move, Quit):
            raise move
        self._noted(card)
        return card if isinstance(move, Again) else self._follow(card, move)

    def _settle(self, card: Card) -> Move:
        """Ask what becomes of an answer; a card without one is asked as ever."""
        sitting, say = self._sitting, self._sitting.say
        if not sitting.may_change():
            return Next()
        answer = sitting.strategy.answer(card.id)
        if not answer.answered and answer.raw is None and not self._review.then(card).answered:
            ask(sitting, card)
            return Next()
        question = (
            N_("Still true? An empty line keeps it. Otherwise: {change}, {drop}.")
            if answer.answered or answer.raw is not None
            else N_("An empty line leaves it so. Otherwise: {change}.")
        )
        sitting.tell(say(question, change=say(CHANGE.word), drop=say(DROP.word)))
        while True:
            said = read_word(sitting.line(), say)
            if isinstance(said, Message):
                sitting.tell(say(said))
                continue
            word, rest = said
            if word is WHY:
                self._note_why(card, rest)
                continue
            return self._do(card, word)

    def _do(self, card: Card, word: object) -> Move:
        if word is LEAVE:
            return Quit()
        if word is BACK:
            return Back()
        if word is YES:
            self._keep(card)
        elif word is DROP:
            self._drop(card)
        elif word is CHANGE:
            return self._change(card)
        return Next()

    def _keep(self, card: Card) -> None:
        """The answer is still true; a third time in a row asks what would have to happen for it to change."""
        sitting, review = self._sitting, self._review
        if not sitting.strategy.answer(card.id).answered:
            return  # it was dropped before, and stays so
        why, before = "", sitting.strategy.answer(card.id)
        if review.asks_more(card):
            sitting.tell(
                sitting.say(
                    "It has stayed the same for three reviews. What would have to happen for it to change?"
                    " One line; an empty one leaves it open."
                )
            )
            review.keep(card)  # before the answer: whoever leaves here has kept it
            why = sitting.line().strip()
        review.keep(card, why)
        sitting.remember(card, before)
        sitting.save()

    def _drop(self, card: Card) -> None:
        before = self._sitting.strategy.answer(card.id)
        if not self._review.drop(card):
            self._sitting.tell(self._sitting.say("This answer cannot be read. It stays in the file as it is."))
            return
        self._sitting.remember(card, before)
        self._sitting.save()
        self._ask_why(card)

    def _change(self, card: Card) -> Move:
        """Ask for another answer with the walk's own questions, then why, if anything is another now."""
        move: Move = Next()
        try:
            ask(self._sitting, card)
        except Move as wanted:
            move = wanted
        did = self._review.look(card)
        say_findings(self._sitting, card)
        if isinstance(move, Next) and did == "changed":
            self._ask_why(card)
        elif isinstance(move, Next) and not did:
            self._sitting.tell(self._sitting.say("Nothing has changed. Keep it with an empty line."))
            return Again()
        return move

    def _ask_why(self, card: Card) -> None:
        self._sitting.tell(self._sitting.say("Why? One line, or an empty one."))
        line = self._sitting.line().strip()
        if line:
            self._review.set_why(card, line)

    def _note_why(self, card: Card, text: str) -> None:
        say = self._sitting.say
        if text:
            self._review.set_why(card, text)
            self._sitting.save()
            self._sitting.tell(say("Noted."))
        else:
            self._sitting.tell(self._review.why(card) or say("Type “{why}” and a sentence.", why=say(WHY.word)))

    def _noted(self, card: Card) -> None:
        """Note what became of the card one leaves, save, and name the cards that come in."""
        sitting, before = self._sitting, self._sitting.hand
        self._review.look(card)
        sitting.save()
        sitting.hand = self._review.hand()
        for dealt in newly_dealt(before, sitting.hand):
            sitting.tell(sitting.say("Your answers add a card: {title}.", title=dealt.title))

    # -- from card to card ------------------------------------------------------------------------------------------

    def _follow(self, card: Card, move: Move) -> Card | None:
        if isinstance(move, GoTo):
            return move.card
        cards = self._sitting.hand.cards
        rank = {held.id: at for at, held in enumerate(self._sitting.strategy.deck.cards)}
        here = rank.get(card.id, -1)  # the hand is in deck order, so a card outside it has a place as well
        if isinstance(move, Back):
            before = [held for held in cards if rank[held.id] < here]
            if not before:
                self._sitting.tell(self._sitting.say("This is the first card."))
            return before[-1] if before else card
        after = next((held for held in cards if rank[held.id] > here), None)
        return after or self._after_the_last(card)

    def _after_the_last(self, card: Card) -> Card | None:
        """The end of the hand. What is not settled is named first; an empty line ends the review all the same."""
        sitting, say = self._sitting, self._sitting.say
        progress = self._review.progress()
        open_cards = progress.total - progress.done
        if not open_cards:
            return None
        self._deeds.card = None
        sitting.tell()
        sitting.tell(
            say.plural(
                "That was the last card. {n} is not settled; it comes back in the next review.",
                "That was the last card. {n} are not settled; they come back in the next review.",
                open_cards,
            )
        )
        sitting.tell(
            say(
                "An empty line ends the review; “{back}” and {go} go on, “{leave}” leaves it open.",
                back=say(BACK.word),
                go=say("/go"),
                leave=say(LEAVE.word),
            )
        )
        while True:
            try:
                said = read_word(sitting.line(), say)
            except GoTo as move:
                return move.card
            except Back:
                return card
            except (Next, Again):
                return None
            if isinstance(said, tuple) and said[0] is YES:
                return None
            if isinstance(said, tuple) and said[0] is BACK:
                return card
            if isinstance(said, tuple) and said[0] is LEAVE:
                raise Quit
            sitting.tell(say("There is no card on the table."))


__all__ = ["walk_review"]
