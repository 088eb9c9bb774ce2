"""The frame of an HTML file: what stands around the body, and the promise that it asks nobody for anything."""

from __future__ import annotations

from base64 import b64encode
from pathlib import Path

from impactcards.document.colors import SUIT_COLORS
from impactcards.document.html.markup import attribute, is_from_the_right, one_line

_HERE = Path(__file__).parent


def page(*, title: str, language: str, styles: tuple[str, ...], body: str) -> str:
    """A whole file. ``styles`` are names of style sheets beside this module, or rules themselves (with a brace)."""
    style = "\n".join([_colors(), *(rule if "{" in rule else _sheet(rule) for rule in styles)])
    turned = ' dir="rtl"' if is_from_the_right(language) else ""
    return f"""<!doctype html>
<html{attribute("lang", language)}{turned}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{_policy(style)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>{one_line(title)}</title>
<style>{style}</style>
</head>
<body>
{body}
</body>
</html>
"""


def _policy(style: str) -> str:
    """Nothing may be loaded or run; of styles only the very ones of this file count."""
    from hashlib import sha256

    digest = b64encode(sha256(style.encode("utf-8")).digest()).decode("ascii")
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def _sheet(name: str) -> str:
    return (_HERE / f"{name}.css").read_text(encoding="utf-8")


def _colors() -> str:
    """A class for each suit colour, and its pair for a dark screen."""
    light = "".join(f".k-{name}{{--k:{pair[0]}}}" for name, pair in SUIT_COLORS.items())
    dark = "".join(f".k-{name}{{--k:{pair[1]}}}" for name, pair in SUIT_COLORS.items())
    return f"{light}\n@media screen and (prefers-color-scheme:dark){{{dark}}}"


__all__ = ["page"]
