"""Print what the program costs, beside a minimal Textual app and a bare `import yaml` in the same run.

    python tests/benchmarks/run.py [--rounds N]

Medians of N rounds; programs that are compared are run in turn. Nothing is asserted: read the ratios. For a pseudo-
terminal it needs Linux or macOS, and pyte, which comes with the `test` extra.
"""

from __future__ import annotations

import argparse
import compileall
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.strategies import HUGE, MANY, ROWS, SMALL, TABLE, Prepared, prepare
from terminal import Terminal

import impactcards

if TYPE_CHECKING:
    from impactcards.strategy.strategy import Strategy

MINIMAL = [sys.executable, str(Path(__file__).with_name("minimal_app.py"))]
DOWN, PAGE_DOWN, TURN = "\x1b[B", "\x1b[6~", "\x1bOQ"
SIZE = {"rows": 24, "columns": 80}


def program(*arguments: str) -> list[str]:
    """The command line of the real program."""
    return [sys.executable, "-m", "impactcards", "--interface", "en", "--max-deck", "20", *arguments]


def row(what: str, figure: float, unit: str, yardstick: float | None = None, promise: str = "") -> None:
    """One line of the report; with a yardstick also the ratio."""
    ratio = f"{figure / yardstick:6.2f} x" if yardstick else " " * 8
    print(f"  {what:<58} {figure:8.1f} {unit:<4} {ratio}  {promise}", flush=True)


def seconds_of(command: Sequence[str]) -> float:
    """How long a command takes, its output thrown away."""
    begun = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return time.perf_counter() - begun


def in_turn(rounds: int, measures: Sequence[Callable[[], float]]) -> list[float]:
    """The medians of several measures, taken in turn so that a slow moment of the machine meets all of them."""
    taken: list[list[float]] = [[] for _ in measures]
    for _ in range(rounds):
        for figures, measure in zip(taken, measures, strict=True):
            figures.append(measure())
    return [median(figures) for figures in taken]


def started(command: Sequence[str], text: str, environ: dict[str, str]) -> tuple[float, float]:
    """Seconds until ``text`` is on the screen, and the peak memory in MiB then."""
    terminal = Terminal(command, environ, **SIZE)
    try:
        moment = terminal.wait_for(text)
        terminal.settle()
        return moment, terminal.peak_memory()
    finally:
        terminal.close()


def keys(command: Sequence[str], text: str, environ: dict[str, str], presses: Sequence[str]) -> float:
    """The median of milliseconds from key to paint, the first two presses being warm-up."""
    terminal = Terminal(command, environ, **SIZE)
    try:
        terminal.wait_for(text)
        taken = [terminal.paint_after(press) for press in presses]
        return 1000 * median(taken[2:])
    finally:
        terminal.close()


def commands(rounds: int) -> None:
    """What has to be as quick as a look: checking and the document."""
    print("\nCommands, from exec to exit")
    bare = [sys.executable, "-c", "import yaml"]
    measured = [
        bare,
        [sys.executable, "-c", "pass"],
        program("check", SMALL),
        program("document", SMALL, "--to", "md", "-o", "-"),
        program("check", MANY),
        program("--help"),
    ]
    yaml, python, check, document, many, usage = in_turn(
        2 * rounds, [lambda c=c: 1000 * seconds_of(c) for c in measured]
    )
    row("python -c pass", python, "ms")
    row("python -c 'import yaml'", yaml, "ms", yaml)
    row("impactcards check", check, "ms", yaml, "at most 3 x")
    row("impactcards document --to md -o -", document, "ms", yaml, "at most 3 x")
    row("impactcards check, 500 answers", many, "ms", yaml)
    row("impactcards --help", usage, "ms", yaml)


def first_card(rounds: int, prepared: Prepared, environ: dict[str, str]) -> None:
    """From exec to the first card, and the memory it takes."""
    print("\nStart, from exec to the first card on the screen")
    memory: dict[str, float] = {}

    def measure(name: str, command: Sequence[str], text: str) -> Callable[[], float]:
        def run() -> float:
            moment, memory[name] = started(command, text, environ)
            return 1000 * moment

        return run

    minimal, small, many, huge = in_turn(
        rounds,
        [
            measure("minimal", MINIMAL, "minimal"),
            *(measure(name, program("open", name), prepared.begin(name)) for name in (SMALL, MANY, HUGE)),
        ],
    )
    row("minimal Textual app", minimal, "ms", minimal)
    row("a strategy just begun", small, "ms", minimal, "at most 1.35 x")
    row("a strategy with 500 answers", many, "ms", minimal)
    row("a deck of 5,000 cards", huge, "ms", minimal, "under 2000 ms")
    print("\nPeak memory at the first card")
    row("minimal Textual app", memory["minimal"], "MiB", memory["minimal"])
    row("a strategy just begun", memory[SMALL], "MiB", memory["minimal"], "at most 1.4 x")
    row("a strategy with 500 answers", memory[MANY], "MiB", memory["minimal"])


def key_to_paint(rounds: int, prepared: Prepared, environ: dict[str, str]) -> None:
    """From a key to the first frame that differs."""
    print("\nFrom key to paint")
    count = 10 + 2 * rounds
    letters = "abcdefghijklmnopqrstuvwxyz"[: min(26, count)]

    def on(name: str, presses: Sequence[str]) -> Callable[[], float]:
        return lambda: keys(program("open", name), prepared.begin(name), environ, presses)

    measures: list[tuple[str, str, Callable[[], float]]] = [
        ("typing in the minimal app", "", lambda: keys(MINIMAL, "minimal", environ, letters)),
        ("typing, in a strategy with 500 answers", "at most 1.5 x", on(MANY, letters)),
        (f"moving, in a table of {ROWS} rows", "at most 1.5 x", on(TABLE, [DOWN] * count)),
        (f"typing, in a table of {ROWS} rows", "at most 1.5 x", on(TABLE, letters)),
        ("next card, 500 answers", "at most 5 x", on(MANY, [PAGE_DOWN] * count)),
        ("next card, in a deck of 5,000 cards", "at most 5 x", on(HUGE, [PAGE_DOWN] * count)),
        ("turning a card over and back", "at most 5 x", on(MANY, [TURN] * count)),
    ]
    taken = in_turn(3, [measure for _, _, measure in measures])
    for (what, promise, _), figure in zip(measures, taken, strict=True):
        row(what, figure, "ms", taken[0], promise)


def in_process(rounds: int, prepared: Prepared) -> None:
    """Loading and saving, without the program around them."""
    from impactcards.deck.library import Library
    from impactcards.deck.loader import load_deck
    from impactcards.document import strategy_markdown
    from impactcards.home import Home
    from impactcards.strategy.folder import open_strategy
    from impactcards.strategy.kinds import is_complete  # noqa: F401 - warmed up, so that imports are not measured

    print("\nLoading and saving")
    home = Home.at(prepared.folder)
    library = Library(home.decks, 20_000_000)

    def load() -> float:
        begun = time.perf_counter()
        load_deck(prepared.huge_deck, max_bytes=20_000_000)
        return 1000 * (time.perf_counter() - begun)

    opened = open_strategy(home, library, MANY)
    texts = [card for card in opened.deck.cards if card.answer.kind == "text"]

    def save(document: bool) -> float:
        opened.strategy.set_value(texts[0].id, f"Saved at {time.perf_counter()}")
        begun = time.perf_counter()
        result = opened.save(strategy_markdown if document else None)
        if not result.ok:
            raise RuntimeError(str(result.error))
        return 1000 * (time.perf_counter() - begun)

    loading, saving, whole = in_turn(rounds, [load, lambda: save(False), lambda: save(True)])
    row(f"loading a deck of 5,000 cards ({prepared.huge_deck.stat().st_size / 1e6:.1f} MB)", loading, "ms")
    row("saving one change among 500 answers", saving, "ms")
    row("the same with the document", whole, "ms")


def findings(rounds: int) -> None:
    """Looking for findings: all of them, and after one change what it can have altered."""
    from benchmarks.findings import CHECKS, ROWS, strategy_of

    print("\nFindings")
    for tables, where in ((1, "one table"), (10, "ten tables")):
        whole, key, again = findings_of(strategy_of(tables), rounds)
        row(f"{ROWS} rows in {where}, {CHECKS} checks: all", whole, "ms", promise="at most 20 ms")
        row("  on the path of a key", key, "ms")
        row("  later, after a key: what it can have altered", again, "ms")


def findings_of(strategy: Strategy, rounds: int) -> list[float]:
    """Milliseconds for a whole look, for a change as such, and for catching up with it."""
    from datetime import date

    from benchmarks.findings import type_into

    from impactcards.strategy.findings import Kept, find

    today = date(2026, 11, 16)
    kept = Kept(strategy, today)
    kept.all()
    typed = iter(range(10_000))

    def milliseconds(deed: Callable[[], object]) -> float:
        begun = time.perf_counter()
        deed()
        return 1000 * (time.perf_counter() - begun)

    def change() -> None:
        type_into(strategy, next(typed) % 90)

    def catch_up() -> float:
        change()
        return milliseconds(kept.all)

    measures = [lambda: milliseconds(lambda: find(strategy, today=today)), lambda: milliseconds(change), catch_up]
    return in_turn(3 * rounds, measures)


def leading(prepared: Prepared) -> None:
    """What the deeds of a large session cost in the thread of the screen."""
    from benchmarks.leading import CARDS, IDEAS, PEOPLE, deeds

    print(f"\nLeading a session, {CARDS} cards, {PEOPLE} people, {IDEAS} ideas on the card in hand")
    for deed, milliseconds in deeds(prepared.folder / "leading").items():
        row(deed, median(milliseconds), "ms", promise="under 1 ms" if deed == "an idea" else "")


def watching(rounds: int, prepared: Prepared) -> None:
    """The wall: how soon it shows a change, and what it costs while nothing or only the clock moves."""
    from benchmarks.watching import SECONDS, Wall

    print("\nWatching a session, 200 ideas, 120 x 30")
    wall = Wall(program("watch", SMALL), prepared.folder / "strategies" / "small")
    try:
        delays = [1000 * wall.change(number) for number in range(10 + 2 * rounds)]
        row("from a change of the file to its picture", median(delays), "ms", promise="at most 200 ms")
        row("the longest of these", max(delays), "ms")
        row(f"nothing moves, over {SECONDS} s", 100 * wall.share_of_a_core(clock=False), "%", promise="under 1 %")
        row(f"the clock runs, over {SECONDS} s", 100 * wall.share_of_a_core(clock=True), "%", promise="under 1 %")
        row("in large digits", 100 * wall.share_of_a_core(clock=True, step="write"), "%", promise="under 1 %")
        row("peak memory", wall.peak_memory(), "MiB")
    finally:
        wall.close()


DOCUMENT_PROMISES = {"md": "at most 50 ms", "html": "at most 100 ms", "docx": "at most 400 ms", "pdf": "at most 500 ms"}


def documents(rounds: int, prepared: Prepared) -> None:
    """The example's strategy, some sixty answers, as a document of every format that is installed."""
    from importlib.util import find_spec

    from impactcards.cli.demo import make_demo
    from impactcards.cli.surroundings import Surroundings
    from impactcards.document import strategy_outline
    from impactcards.document.formats import FORMATS, Format, Options, write

    print("\nDocuments")
    opened = make_demo(Surroundings(str(prepared.folder)))

    def measure(chosen: Format, options: Options) -> Callable[[], float]:
        def made() -> float:
            begun = time.perf_counter()
            write(chosen, strategy_outline(opened.strategy, folder=opened.folder), options)
            return 1000 * (time.perf_counter() - begun)

        made()  # what is imported for it is part of the start
        return made

    for chosen in FORMATS:
        if chosen.data or (chosen.package and find_spec(chosen.package) is None):
            continue
        sheets = [Options(), Options(one_page=True)] if chosen.one_page else [Options()]
        for options, milliseconds in zip(sheets, in_turn(rounds, [measure(chosen, o) for o in sheets]), strict=True):
            if options.one_page:
                row(f"{chosen.title}, on one page", milliseconds, "ms")
            else:
                answers = len(opened.strategy.answers)
                row(f"{chosen.title} of {answers} answers", milliseconds, "ms", promise=DOCUMENT_PROMISES[chosen.name])
    # typst remembers what it has set in a process: only the first PDF of each costs what one costs.
    usable = [chosen for chosen in FORMATS if not chosen.package or find_spec(chosen.package) is not None]
    files = [str(prepared.folder / f"document{chosen.ending}") for chosen in usable]
    deeds = [program("document", str(opened.folder), "--force", "-o", file) for file in files]
    measured = in_turn(rounds, [lambda c=c: 1000 * seconds_of(c) for c in deeds])
    for chosen, milliseconds in zip(usable, measured, strict=True):
        row(f"{chosen.title}, from exec to exit", milliseconds, "ms", measured[0])


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--rounds", type=int, default=7)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as folder:
        prepared = prepare(Path(folder))
        environ = {"IMPACTCARDS_HOME": str(prepared.folder)}
        os.environ |= environ
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program runs from compiled files
        compileall.compile_dir(Path(impactcards.__file__).parent, quiet=1)
        print(f"Python {sys.version.split()[0]}, medians of {rounds} rounds", flush=True)
        commands(rounds)
        first_card(rounds, prepared, environ)
        key_to_paint(rounds, prepared, environ)
        in_process(rounds, prepared)
        findings(rounds)
        documents(rounds, prepared)
        leading(prepared)
        watching(rounds, prepared)


if __name__ == "__main__":
    main()
