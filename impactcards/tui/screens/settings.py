"""Settings: theme, language of the interface, editor, and the key of each deed."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList
from textual.widgets.option_list import Option as ListedOption

from impactcards.records import replace
from impactcards.tui.keys import CARD_DEEDS, Deed, keys_of, shown_key
from impactcards.tui.screens.dialogs import AskLine, Choice, Choose
from impactcards.tui.widgets.line import Block, Line
from impactcards.words import N_, Words

if TYPE_CHECKING:
    from impactcards.settings import Settings
    from impactcards.tui.app import ImpactCardsApp

THEMES = (("auto", N_("as the terminal says")), ("dark", N_("dark")), ("light", N_("light")))
LANGUAGES = (("", N_("as the system says")), ("en", "English"), ("de", "Deutsch"))


class CaptureKey(ModalScreen[str | None]):
    """Waits for one key and returns its name; Esc returns None."""

    CSS_PATH = "dialogs.tcss"

    def __init__(self, title: str, say: Words) -> None:
        super().__init__()
        self._title, self.say = title, say

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Line(Content.styled(self._title, "bold"))
            yield Block(
                Content.styled(
                    self.say("Press the key that should do this from now on. Esc leaves it as it is."), "$quiet"
                )
            )

    def on_key(self, event: events.Key) -> None:
        event.stop()
        event.prevent_default()
        self.dismiss(None if event.key == "escape" else event.key)


class SettingsScreen(ModalScreen[None]):
    """Changes settings one by one; each is kept at once."""

    app: ImpactCardsApp

    CSS_PATH = "dialogs.tcss"
    AUTO_FOCUS = "OptionList"
    BINDINGS: ClassVar[list[BindingType]] = [("escape,q", "dismiss(None)"), ("delete,backspace", "reset")]

    def __init__(self, say: Words) -> None:
        super().__init__()
        self.say = say

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog tall"):
            yield Line(Content.styled(self.say("Settings"), "bold"))
            yield OptionList(markup=False)
            yield Block(Content.styled(self.say("Enter changes a line, Delete sets a key back, Esc closes."), "$quiet"))

    def on_mount(self) -> None:
        self._fill()

    @property
    def _settings(self) -> Settings:
        return self.app.settings

    def _fill(self) -> None:
        say, settings = self.say, self._settings
        options = self.query_one(OptionList)
        at = options.highlighted or 0
        options.clear_options()
        rows = [
            ("theme", say("Theme"), say(dict(THEMES).get(settings.theme, settings.theme))),
            (
                "language",
                say("Language of the interface"),
                say(dict(LANGUAGES).get(settings.language, settings.language)),
            ),
            ("editor", say("Your own editor"), settings.editor or say("as the system says")),
        ]
        for name, title, value in rows:
            options.add_option(ListedOption(_row(title, value), id=name))
        options.add_option(ListedOption(Content.styled(say("Keys"), "$primary bold"), disabled=True))
        for deed in CARD_DEEDS:
            shown = " ".join(say(shown_key(key)) for key in keys_of(deed, settings.keys)) or "–"
            options.add_option(ListedOption(_row(say(deed.label), shown), id=f"key:{deed.id}"))
        options.highlighted = min(at, options.option_count - 1)

    def _keep(self, settings: Settings) -> None:
        self.app.change_settings(settings)
        self._fill()

    @on(OptionList.OptionSelected)
    def change(self, event: OptionList.OptionSelected) -> None:
        say, settings, chosen = self.say, self._settings, event.option.id or ""
        if chosen == "theme":
            choices = [Choice(name, say(title)) for name, title in THEMES]
            self.app.push_screen(Choose(say("Theme"), choices, say, at=settings.theme), self._take_theme)
        elif chosen == "language":
            choices = [Choice(name or "-", say(title)) for name, title in LANGUAGES]
            self.app.push_screen(
                Choose(say("Language of the interface"), choices, say, at=settings.language or "-"), self._take_language
            )
        elif chosen == "editor":
            hint = say("A command, such as nano or code --wait. Empty: what the system says.")
            self.app.push_screen(
                AskLine(say("Your own editor"), say, value=settings.editor, hint=hint), self._take_editor
            )
        elif deed := self._deed(chosen):
            self.app.push_screen(CaptureKey(say(deed.label), say), lambda key: self._take_key(deed, key))

    def _deed(self, option: str) -> Deed | None:
        name = option.removeprefix("key:")
        return next((deed for deed in CARD_DEEDS if deed.id == name), None)

    def _take_theme(self, theme: str | None) -> None:
        if theme is not None:
            self._keep(replace(self._settings, theme=theme))

    def _take_language(self, language: str | None) -> None:
        if language is not None:
            self._keep(replace(self._settings, language=language.removeprefix("-")))

    def _take_editor(self, editor: str | None) -> None:
        if editor is not None:
            self._keep(replace(self._settings, editor=editor))

    def _take_key(self, deed: Deed, key: str | None) -> None:
        if key is None:
            return
        keys = {name: keys for name, keys in self._settings.keys.items() if name != deed.id}
        taken = next((other for other in CARD_DEEDS if other.id != deed.id and key in keys_of(other, keys)), None)
        if taken is not None:
            text = self.say(
                "{key} already means “{deed}”. Give that another key first.",
                key=self.say(shown_key(key)),
                deed=self.say(taken.label),
            )
            self.notify(text, markup=False, severity="warning")
            return
        self._keep(replace(self._settings, keys={**keys, deed.id: key}))

    def action_reset(self) -> None:
        options = self.query_one(OptionList)
        if options.highlighted is None:
            return
        deed = self._deed(options.get_option_at_index(options.highlighted).id or "")
        if deed is not None:
            self._keep(
                replace(
                    self._settings, keys={name: keys for name, keys in self._settings.keys.items() if name != deed.id}
                )
            )


def _row(title: str, value: str) -> Content:
    return Content.assemble(f"{title:<30}", (value, "$quiet"))
