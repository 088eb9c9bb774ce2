"""Small immutable classes that cost next to nothing to define.

``@record`` means what ``@dataclass(frozen=True, slots=True)`` means, and type checkers read it so. A frozen dataclass
takes about a millisecond to define, because six methods are compiled for it one by one; the program has some ninety,
and the first card must not wait for them. Here only ``__init__`` is compiled, and only when it is first called.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, Field, field
from functools import cached_property
from operator import attrgetter
from typing import Any, TypeVar, cast, dataclass_transform

T = TypeVar("T")

_set = object.__setattr__


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def record(cls: type[T]) -> type[T]:
    """Make a class with annotated fields immutable, with slots, comparable and hashable by its fields.

    One that has cached properties also has room for what they remember.
    """
    inherited: tuple[str, ...] = getattr(cls, "__fields__", ())
    own = tuple(name for name, kind in cls.__annotations__.items() if not str(kind).startswith("ClassVar"))
    defaults: dict[str, Any] = dict(getattr(cls, "__defaults__", {}))
    body = dict(cls.__dict__)
    for name in own:
        if name in body:
            defaults[name] = body.pop(name)
    fields = inherited + own
    body.pop("__dict__", None)
    body.pop("__weakref__", None)
    remembers = any(isinstance(held, cached_property) for held in body.values())
    body.update(
        __slots__=(*own, "__dict__") if remembers else own,
        __fields__=fields,
        __defaults__=defaults,
        __match_args__=fields,
        __values__=attrgetter(*fields) if fields else _no_values,
        __setattr__=_refuse,
        __delattr__=_refuse,
        __repr__=_repr,
    )
    body.setdefault("__eq__", _eq)
    body.setdefault("__hash__", _hash)
    body["__getstate__"], body["__setstate__"] = _getstate, _setstate
    kind: Any = type(cls)
    made: Any = kind(cls.__name__, cls.__bases__, body)
    if "__init__" not in body:

        def first(self: Any, *given: Any, **named: Any) -> None:
            """Compile the constructor when it is first called: of many classes a run makes nothing."""
            made.__init__ = _init(cls, fields, defaults)
            made.__init__(self, *given, **named)

        made.__init__ = first
    return cast("type[T]", made)


def replace(whole: T, /, **changes: Any) -> T:
    """A copy of a record with some fields changed."""
    kept = {name: getattr(whole, name) for name in whole.__fields__}  # type: ignore[attr-defined]
    return type(whole)(**{**kept, **changes})


def _init(cls: type, fields: tuple[str, ...], defaults: dict[str, Any]) -> Callable[..., None]:
    space: dict[str, Any] = {"_set": _set, "_MISSING": MISSING}
    taken, lines = [], []
    for name in fields:
        if name not in defaults:
            taken.append(name)
            lines.append(f"_set(self, {name!r}, {name})")
            continue
        default = defaults[name]
        if isinstance(default, Field):
            space[f"_make_{name}"] = default.default_factory
            taken.append(f"{name}=_MISSING")
            lines.append(f"_set(self, {name!r}, _make_{name}() if {name} is _MISSING else {name})")
        else:
            space[f"_default_{name}"] = default
            taken.append(f"{name}=_default_{name}")
            lines.append(f"_set(self, {name!r}, {name})")
    if hasattr(cls, "__post_init__"):
        lines.append("self.__post_init__()")
    source = f"def __init__(self, {', '.join(taken)}):\n " + ("\n ".join(lines) or "pass")
    exec(source, space)  # noqa: S102  names of fields only, as dataclasses do
    made: Callable[..., None] = space["__init__"]
    made.__qualname__ = f"{cls.__qualname__}.__init__"
    return made


def _no_values(_: object) -> tuple[()]:
    return ()


def _eq(self: Any, other: Any) -> Any:
    if self.__class__ is not other.__class__:
        return NotImplemented
    values = self.__class__.__values__
    return self is other or bool(values(self) == values(other))


def _hash(self: Any) -> int:
    return hash(self.__class__.__values__(self))


def _repr(self: Any) -> str:
    return f"{type(self).__qualname__}({', '.join(f'{name}={getattr(self, name)!r}' for name in self.__fields__)})"


def _refuse(self: Any, name: str, *_: object) -> None:
    raise AttributeError(f"{type(self).__name__} cannot be changed ({name})")


def _getstate(self: Any) -> tuple[Any, ...]:
    return tuple(getattr(self, name) for name in self.__fields__)


def _setstate(self: Any, state: tuple[Any, ...]) -> None:
    for name, value in zip(self.__fields__, state, strict=True):
        _set(self, name, value)


__all__ = ["field", "record", "replace"]
