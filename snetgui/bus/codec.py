# SPDX-License-Identifier: GPL-2.0-or-later
"""model's values as plain JSON data and back, driven by their own type hints.

Nothing is written twice: a field added to a dataclass crosses the boundary by
itself. What comes in is untrusted: it either becomes exactly the type that was
asked for or is refused with DecodeError, which names the place.
"""

from __future__ import annotations

import base64
import dataclasses
import functools
import types
import typing
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from enum import Enum
from ipaddress import (
    IPv4Address,
    IPv4Network,
    IPv6Address,
    IPv6Network,
    ip_address,
    ip_network,
)
from typing import Any, TypeVar, Union, get_args, get_origin

from snetgui.model.said import Said

from .said_wire import decode_said, encode_said, is_said

# Any stands for a type expression: a class, a union, list[T], …
Type = Any
Plain = Any

_ADDRESSES = (IPv4Address, IPv6Address)
_NETWORKS = (IPv4Network, IPv6Network)
_SCALARS = (str, bool, int, float)


class DecodeError(ValueError):
    """What came in is not of the type that was asked for."""


def encode(value: object) -> Plain:
    """Make plain JSON data (dict, list, str, int, float, bool, None) of a value.

    A dataclass becomes an object with its class's name under "$type", so that a
    union of dataclasses can be told apart again.
    """
    if value is None or type(value) in _SCALARS:
        return value
    if isinstance(value, Said):
        return encode_said(value)
    if dataclasses.is_dataclass(value):
        return _encode_dataclass(value)
    if isinstance(value, frozenset | set):
        return [encode(item) for item in sorted(value)]
    if isinstance(value, Sequence) and not isinstance(value, str | bytes):
        return [encode(item) for item in value]
    return _encode_leaf(value)


def decode(kind: Type, plain: Plain, where: str = "value") -> Any:
    """Make a value of a type from plain data.

    Args:
        kind: a dataclass (also a generic one such as Page[Rule]), enum, scalar,
            tuple, frozenset or union of these.
        where: named in the error.

    Raises:
        DecodeError: plain is not of that type.
    """
    origin: Any = get_origin(kind)
    if origin in (Union, types.UnionType):
        return _decode_union(get_args(kind), plain, where)
    if kind is None or kind is types.NoneType:
        return _expect(plain is None, None, where, "nothing")
    if origin in (tuple, frozenset, Sequence):
        return _decode_collection(origin, get_args(kind), plain, where)
    target = origin or kind
    if isinstance(target, type) and dataclasses.is_dataclass(target):
        return _decode_dataclass(kind, target, plain, where)
    return _decode_leaf(target, plain, where)


def _encode_leaf(value: object) -> Plain:
    match value:
        case Enum():
            return value.value
        case datetime():
            return value.isoformat()
        case bytes():
            return base64.b64encode(value).decode("ascii")
        case IPv4Address() | IPv6Address() | IPv4Network() | IPv6Network():
            return str(value)
    raise TypeError(f"{type(value).__name__} has no plain form")


def _encode_dataclass(value: Any) -> dict[str, Plain]:
    fields = {f.name: encode(getattr(value, f.name)) for f in dataclasses.fields(value)}
    return {"$type": type(value).__name__, **fields}


def _expect(held: bool, value: Any, where: str, what: str) -> Any:
    if not held:
        raise DecodeError(f"{where} is not {what}")
    return value


def _decode_leaf(kind: Type, plain: Plain, where: str) -> Any:
    if kind is str and is_said(plain):
        plain = plain.get("text")
    if kind in (bool, str):
        return _expect(type(plain) is kind, plain, where, kind.__name__)
    if kind is int:
        return _expect(type(plain) is int, plain, where, "int")
    if kind is float:
        return float(_expect(type(plain) in (int, float), plain, where, "a number"))
    if isinstance(kind, type) and issubclass(kind, Enum) and not issubclass(kind, str):
        return _decode_enum(kind, plain, where)
    convert = _converter(kind)
    _expect(isinstance(plain, str) or is_said(plain), plain, where, "text")
    try:
        return convert(plain)
    except (ValueError, TypeError) as fault:
        raise DecodeError(f"{where} is no {kind.__name__}: {fault}") from fault


def _decode_enum(kind: type[Enum], plain: Plain, where: str) -> Any:
    # Not kind(plain): True would pass for 1.
    found = [one for one in kind if type(one.value) is type(plain) and one.value == plain]
    return _expect(bool(found), found[0] if found else None, where, f"any {kind.__name__}")


def _converter(kind: Type) -> Callable[[str], Any]:
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    table: dict[Type, Callable[[str], Any]] = {
        IPv4Address: IPv4Address,
        IPv6Address: IPv6Address,
        IPv4Network: IPv4Network,
        IPv6Network: IPv6Network,
        datetime: _aware,
        Said: decode_said,
        bytes: functools.partial(base64.b64decode, validate=True),
    }
    if kind not in table:
        raise TypeError(f"{kind} can't cross the bus")
    return table[kind]


def _aware(text: str) -> datetime:
    value = datetime.fromisoformat(text)
    if value.tzinfo is None:
        raise ValueError("has no time zone")
    return value


def _decode_union(options: Sequence[Type], plain: Plain, where: str) -> Any:
    if plain is None and types.NoneType in options:
        return None
    rest = tuple(option for option in options if option is not types.NoneType)
    if len(rest) == 1:
        return decode(rest[0], plain, where)
    if set(rest) == {str, Said}:
        return decode(Said if is_said(plain) else str, plain, where)
    if isinstance(plain, Mapping):
        by_name = {getattr(get_origin(o) or o, "__name__", ""): o for o in rest}
        name = plain.get("$type")
        _expect(isinstance(name, str) and name in by_name, None, where, "any of its types")
        return decode(by_name[typing.cast(str, name)], plain, where)
    if isinstance(plain, str) and set(rest) <= {*_ADDRESSES, *_NETWORKS}:
        return _decode_ip(rest, plain, where)
    raise DecodeError(f"{where} is none of its types")


def _decode_ip(options: Sequence[Type], plain: str, where: str) -> Any:
    parse = ip_network if set(options) <= set(_NETWORKS) else ip_address
    try:
        return parse(plain)
    except ValueError as fault:
        raise DecodeError(f"{where}: {fault}") from fault


def _decode_collection(origin: Type, args: Sequence[Type], plain: Plain, where: str) -> Any:
    _expect(isinstance(plain, list), plain, where, "a list")
    make = frozenset if origin is frozenset else tuple
    fixed = origin is tuple and Ellipsis not in args
    if fixed:
        _expect(len(plain) == len(args), plain, where, f"a list of {len(args)}")
        pairs = zip(args, plain, strict=True)
        return tuple(decode(kind, item, f"{where}[{i}]") for i, (kind, item) in enumerate(pairs))
    return make(decode(args[0], item, f"{where}[{i}]") for i, item in enumerate(plain))


def _decode_dataclass(kind: Type, target: type, plain: Plain, where: str) -> Any:
    _expect(isinstance(plain, Mapping), plain, where, f"a {target.__name__}")
    _expect(plain.get("$type") == target.__name__, plain, where, f"a {target.__name__}")
    hints = _field_types(target)
    bound = _type_arguments(kind, target)
    unknown = set(plain) - set(hints) - {"$type"}
    if unknown:
        raise DecodeError(f"{where} has unknown fields: {', '.join(sorted(unknown))}")
    values = {
        name: decode(_bind(hints[name], bound), item, f"{where}.{name}")
        for name, item in plain.items()
        if name != "$type"
    }
    try:
        return target(**values)
    except (TypeError, ValueError) as fault:
        raise DecodeError(f"{where}: {fault}") from fault


@functools.cache
def _field_types(target: type) -> dict[str, Type]:
    hints = typing.get_type_hints(target)
    return {f.name: hints[f.name] for f in dataclasses.fields(target)}


def _type_arguments(kind: Type, target: type) -> dict[Type, Type]:
    parameters: tuple[TypeVar, ...] = target.__dict__.get("__parameters__", ())
    return dict(zip(parameters, get_args(kind), strict=True)) if parameters else {}


def _bind(hint: Type, bound: Mapping[Type, Type]) -> Type:
    """Put the arguments of a generic class in the place of its parameters."""
    if hint in bound:
        return bound[hint]
    if bound and getattr(hint, "__parameters__", None):
        return hint[tuple(bound[parameter] for parameter in hint.__parameters__)]
    return hint
