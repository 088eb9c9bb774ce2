"""Plain data such as strategy files may hold, made up by Hypothesis for the cards of :mod:`small_deck`."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

texts = st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn"), include_characters="\n"), max_size=20).map(
    lambda text: text.replace("\ufeff", "")
)
ids = st.from_regex(r"[a-z][a-z2-7]{3}", fullmatch=True)
scalars = texts | st.integers() | st.floats() | st.booleans() | st.none() | st.dates()
some_ids = st.lists(ids | st.sampled_from(["ads", "team"]), max_size=3)
rows = st.fixed_dictionaries(
    {"id": ids},
    optional={
        "channel": scalars,
        "goals": some_ids,
        "posts": scalars,
        "start": scalars,
        "fit": scalars,
        "hours": scalars,
        "gone": scalars | some_ids,
    },
)
anything = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3), max_leaves=6
)
DATA: dict[str, st.SearchStrategy[Any]] = {
    "list": st.lists(st.fixed_dictionaries({"id": ids, "text": texts}), max_size=4, unique_by=lambda item: item["id"]),
    "choice": some_ids,
    "rank": some_ids,
    "text": scalars,
    "scale": scalars,
    "number": scalars,
    "date": scalars,
    "table": st.lists(rows, max_size=4, unique_by=lambda row: row["id"]),
}
