# SPDX-License-Identifier: GPL-2.0-or-later
"""What can be called: read off the Backend interface itself."""

from __future__ import annotations

import functools
import inspect
import typing
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from snetgui.engine.backend import Backend
from snetgui.model import errors
from snetgui.model.said import Said, words_of

from .codec import DecodeError, decode, encode


@dataclass(frozen=True, slots=True)
class Call:
    """One method of Backend.

    Attributes:
        signature: without self.
        hints: type of each argument, and of the result under "return".
        streams: its result is an iterator, not one value.
    """

    name: str
    signature: inspect.Signature
    hints: Mapping[str, Any]
    streams: bool

    @property
    def result(self) -> Any:
        """Type of the result, or of each item of a stream."""
        kind = self.hints["return"]
        return typing.get_args(kind)[0] if self.streams else kind

    def pack(self, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> dict[str, Any]:
        """Arguments of a call as plain data, by name."""
        bound = self.signature.bind(*args, **kwargs)
        return {name: encode(value) for name, value in bound.arguments.items()}

    def unpack(self, plain: object) -> dict[str, Any]:
        """Arguments for a call from plain data. Raises DecodeError."""
        if not isinstance(plain, dict):
            raise DecodeError("arguments are not an object")
        unknown = set(plain) - set(self.signature.parameters)
        if unknown:
            raise DecodeError(f"{self.name} has no argument {', '.join(sorted(unknown))}")
        values = {name: decode(self.hints[name], item, name) for name, item in plain.items()}
        try:
            self.signature.bind(**values)
        except TypeError as fault:
            raise DecodeError(f"{self.name}: {fault}") from fault
        return values


@functools.cache
def calls() -> Mapping[str, Call]:
    """All that Backend offers, by name."""
    members = inspect.getmembers(Backend, inspect.isfunction)
    return {name: _call(name, member) for name, member in members if not name.startswith("_")}


def _call(name: str, function: Any) -> Call:
    signature = inspect.signature(function)
    parameters = list(signature.parameters.values())[1:]
    return Call(
        name=name,
        signature=signature.replace(parameters=parameters),
        hints=typing.get_type_hints(function),
        streams=not inspect.iscoroutinefunction(function),
    )


def pack_error(fault: errors.SnetError) -> dict[str, Any]:
    """An exception that the other side shall raise again."""
    if isinstance(fault, errors.RuleError):
        return {"type": "RuleError", "field": fault.field, "text": encode(fault.problem)}
    text = words_of(fault)
    if isinstance(fault, errors.SettingsError):
        return {"type": "SettingsError", "field": fault.field, "text": encode(text)}
    return {"type": type(fault).__name__, "text": encode(text)}


def unpack_error(plain: object) -> errors.SnetError:
    """The exception that the other side raised; SnetError if it is not known."""
    if not isinstance(plain, dict):
        return errors.SnetError("the engine failed without saying why")
    try:
        text: str = decode(Said, plain.get("text", ""))
    except DecodeError:
        text = "the engine failed without saying why"
    kind = getattr(errors, str(plain.get("type")), None)
    if kind is errors.RuleError or kind is errors.SettingsError:
        return kind(str(plain.get("field", "")), text)
    if isinstance(kind, type) and issubclass(kind, errors.SnetError):
        return kind(text)
    return errors.SnetError(text)
