"""Which language the interface speaks, and making click speak it too.

The order is ``--interface``, IMPACTCARDS_LANG, the settings, the system's locale, English. A language the interface is
not written in is passed over, except on the command line, where it is an error that names what there is.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping

from impactcards.faults import UserError
from impactcards.words import INTERFACE_LANGUAGES, N_, Message, Words, closest_language, words

#: click's modules that carry sentences; each holds gettext's functions under these two names.
_CLICK_MODULES = (
    "core", "decorators", "exceptions", "formatting", "parser", "shell_completion", "termui", "types", "utils",
)  # fmt: skip

_speaking = words(INTERFACE_LANGUAGES[0])


def say(message: str | Message, /, **params: object) -> str:
    """A sentence in the language the interface speaks in this run."""
    return _speaking(message, **params)


def spoken() -> Words:
    """The words of the language the interface speaks in this run."""
    return _speaking


def speak(wanted: Words) -> None:
    """Let this run speak ``wanted``, click's own sentences included."""
    global _speaking  # one program run speaks one language
    _speaking = wanted
    _translate_click(wanted)


def choose(option: str | None, environ: Mapping[str, str], from_settings: Callable[[], str]) -> Words:
    """The interface's language for this run. ``from_settings`` is asked only when nothing before it decides."""
    if option:
        tag = closest_language(option, INTERFACE_LANGUAGES)
        if tag is None:
            raise UserError(
                Message(
                    N_("The interface does not speak “{tag}”. It speaks: {tags}."),
                    tag=option,
                    tags=", ".join(INTERFACE_LANGUAGES),
                )
            )
        return words(tag)
    tag = (
        closest_language(environ.get("IMPACTCARDS_LANG", ""), INTERFACE_LANGUAGES)
        or closest_language(from_settings(), INTERFACE_LANGUAGES)
        or closest_language(system_language(environ), INTERFACE_LANGUAGES)
    )
    return words(tag or INTERFACE_LANGUAGES[0])


def system_language(environ: Mapping[str, str]) -> str:
    """The system's language as a BCP 47 tag, or an empty string where it names none (also for C and POSIX)."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environ.get(name):
            return _tag(environ[name])
    if sys.platform in ("win32", "darwin"):
        import locale

        return _tag(locale.getlocale()[0] or "")
    return ""


def _tag(locale_name: str) -> str:
    """``de_DE.UTF-8@euro`` as ``de-DE``. Windows may say ``German_Germany``."""
    name = locale_name.partition(".")[0].partition("@")[0]
    if name in ("C", "POSIX"):
        return ""
    language, _, rest = name.replace("-", "_").partition("_")
    language = {"german": "de", "english": "en"}.get(language.lower(), language.lower())
    return f"{language}-{rest}" if rest and len(rest) <= 3 else language


def _translate_click(wanted: Words) -> None:
    """Give click our catalogue, also an English one: by itself it searches the disk for one at every sentence."""
    for name in _CLICK_MODULES:
        module = sys.modules.get(f"click.{name}")
        if hasattr(module, "_"):
            setattr(module, "_", wanted)  # noqa: B010
        if hasattr(module, "ngettext"):
            setattr(module, "ngettext", wanted.plural)  # noqa: B010
