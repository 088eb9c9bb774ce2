"""Numbers as people type and read them.

Where both readings of a separator make sense, the language decides (``1.250`` is 1250 in German and 1.25 in English);
where only one does, that one is taken (``2,5`` is two and a half everywhere).
"""

from __future__ import annotations

from impactcards.patterns import late

#: Languages that write a decimal point; all others write a decimal comma.
_POINT_LANGUAGES = frozenset({"en", "zh", "ja", "ko", "th", "he", "hi"})
_POINT_TAGS = frozenset({"de-ch", "de-li", "es-mx"})
#: Languages with a decimal comma that part thousands by a space, not by a point.
_SPACE_LANGUAGES = frozenset({"fr", "pl", "cs", "sk", "sv", "nb", "nn", "no", "fi", "uk", "ru", "bg", "hu"})

_MINUS = str.maketrans({"\N{MINUS SIGN}": "-", "\N{EN DASH}": "-"})
_GAP_SIGNS = "' \N{RIGHT SINGLE QUOTATION MARK}\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}"
_GAPS = late(f"(?<=[0-9])[{_GAP_SIGNS}](?=[0-9]{{3}}(?![0-9]))")
_FIGURE = late(r"([+-]?)([0-9][0-9.,]*|[.,][0-9]+)")
_PLAIN = late(r"[+-]?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]{1,3})?")

#: Figures longer than this are text: nobody means them as a number, and they cost time.
_LONGEST = 40

#: From here on thousands are parted.
_PARTED_FROM = 10_000


def separators(language: str) -> tuple[str, str]:
    """(decimal sign, thousands sign) of a language given as a BCP 47 tag."""
    tag = language.replace("_", "-").lower()
    base = tag.split("-", 1)[0]
    if tag in _POINT_TAGS:
        return ".", "\N{RIGHT SINGLE QUOTATION MARK}" if base == "de" else ","
    if base in _POINT_LANGUAGES:
        return ".", ","
    return ",", "\N{NO-BREAK SPACE}" if base in _SPACE_LANGUAGES else "."


def tidy(value: float) -> int | float:
    """A whole float as an int: a figure never carries noise."""
    return int(value) if float(value).is_integer() and abs(value) < 1e15 else value


def plain_number(text: str) -> int | float | None:
    """A number as files write it (``1250``, ``-0.5``, ``1e3``), or None."""
    if len(text) > _LONGEST or not _PLAIN.fullmatch(text):
        return None
    try:
        return int(text)
    except ValueError:
        value = float(text)
        return tidy(value) if abs(value) != float("inf") else None


def parse_number(text: str, language: str, unit: str = "") -> int | float | None:
    """What a person typed, as a number, or None. ``unit`` may stand before or after it, ``%`` where there is none."""
    text = _without_unit(text.strip().translate(_MINUS), unit)
    text = _GAPS.sub("", text)
    found = _FIGURE.fullmatch(text) if len(text) <= _LONGEST else None
    if found is None:
        return None
    figure = _with_point(found[2], separators(language)[0])
    return None if figure is None else plain_number(found[1].replace("+", "") + figure)


def _without_unit(text: str, unit: str) -> str:
    for mark in (unit.strip(), "%" if not unit.strip() else ""):
        if not mark:
            continue
        folded, mark = text.casefold(), mark.casefold()
        if folded.endswith(mark) and len(folded) == len(text):
            return text[: len(text) - len(mark)].rstrip()
        if folded.startswith(mark) and len(folded) == len(text):
            return text[len(mark) :].lstrip()
    return text


def _with_point(figure: str, decimal: str) -> str | None:
    """``figure`` with a decimal point and no other sign, or None where the signs make no sense."""
    signs = [sign for sign in figure if sign in ".,"]
    if not signs:
        return figure
    last = signs[-1]
    if len(set(signs)) == 2:  # both signs: the last is the decimal one
        whole, part = figure.rsplit(last, 1)
        other = "," if last == "." else "."
        sensible = part and last not in whole and _is_grouped(whole, other)
        return f"{whole.replace(other, '')}.{part}" if sensible else None
    if len(signs) > 1 or (last != decimal and _is_grouped(figure, last)):
        return figure.replace(last, "") if _is_grouped(figure, last) else None
    whole, part = figure.split(last)
    return f"{whole or '0'}.{part}" if part else None


def _is_grouped(figure: str, sign: str) -> bool:
    first, *rest = figure.split(sign)
    return bool(rest) and 1 <= len(first) <= 3 and first[0] != "0" and all(len(group) == 3 for group in rest)


def show_number(value: float, language: str) -> str:
    """A number for people: the language's decimal sign, thousands parted from 10,000, no noise, no exponent."""
    decimal, thousands = separators(language)
    value = tidy(value)
    text = str(value) if isinstance(value, int) else _in_full(f"{value:.12g}")
    whole, _, part = text.partition(".")
    if abs(value) >= _PARTED_FROM and whole.lstrip("-").isdigit():
        whole = f"{int(whole):,}".replace(",", thousands)
    return whole + (decimal + part if part else "")


def _in_full(figure: str) -> str:
    """A figure without an exponent."""
    if "e" not in figure:
        return figure
    from decimal import Decimal  # only for very large and very small figures

    return format(Decimal(figure), "f")


__all__ = ["parse_number", "plain_number", "separators", "show_number", "tidy"]
