# SPDX-License-Identifier: GPL-2.0-or-later
"""What the history says of a decision, in plain words."""

from __future__ import annotations

from datetime import datetime

from PyQt6.QtCore import QDate, QDateTime, QLocale

from snetgui.gui import words
from snetgui.gui.words import translate
from snetgui.model import Action, Address, Decision, Event, Facts, Reason, Syscall
from snetgui.model.matching import address_text, service_port
from snetgui.model.names import protocol_name, service_name
from snetgui.model.text import shown

_PLACE_MOST = 90
_NAME_MOST = 80
DAY_AND_MONTH = "d MMM"
_SERVING = (Syscall.BIND, Syscall.LISTEN, Syscall.CREATE)


def action_text(action: Action) -> str:
    """An outcome in words, with a mark that needs no colour."""
    if action is Action.ALLOW:
        return translate("History", "✓ Allowed")
    return translate("History", "✕ Denied")


def syscall_text(syscall: Syscall) -> str:
    """What a program was about to do."""
    return {
        Syscall.CONNECT: translate("History", "Connect"),
        Syscall.SENDMSG: translate("History", "Send data"),
        Syscall.RECVMSG: translate("History", "Receive data"),
        Syscall.ACCEPT: translate("History", "Accept a connection"),
        Syscall.LISTEN: translate("History", "Wait for connections"),
        Syscall.BIND: translate("History", "Use an address"),
        Syscall.CREATE: translate("History", "Open a socket"),
    }[syscall]


def what_text(event: Event) -> str:
    """ "Connect · TCP"."""
    return f"{syscall_text(event.syscall)} · {words.socket_kind(event)}"


def reason_text(reason: Reason) -> str:
    """Why an event ended as it did, as a choice and in the table."""
    return {
        Reason.TICKET: translate("History", "Kept verdict"),
        Reason.RULE: translate("History", "Rule"),
        Reason.PERSON: translate("History", "Answered"),
        Reason.TIMEOUT: translate("History", "No answer in time"),
        Reason.NO_AGENT: translate("History", "Nobody to ask"),
        Reason.OVERFLOW: translate("History", "Too many questions"),
        Reason.CANCELLED: translate("History", "Call was given up"),
        Reason.UNLOAD: translate("History", "Module was unloaded"),
        Reason.MODE: translate("History", "Mode"),
        Reason.AGENT: translate("History", "Another agent"),
        Reason.SETTING: translate("History", "Setting"),
    }[reason]


def why_text(decision: Decision, rule_name: str | None) -> str:
    """The reason; which rule, where it is known."""
    if rule_name is None:
        return reason_text(decision.reason)
    text = translate("History", "{reason}: {name}")
    return text.format(reason=reason_text(decision.reason), name=shown(rule_name, _NAME_MOST))


def destination_text(event: Event, facts: Facts) -> str:
    """ "example.org · 203.0.113.7": whereto, or where from; a program that serves, at what."""
    if event.syscall in _SERVING:
        return "" if event.local is None else _address_text(event.local)
    host = words.host_name(facts)
    address = "" if event.remote is None else _address_text(event.remote)
    return " · ".join(filter(None, (host, address)))


def port_text(event: Event) -> str:
    """ "443 · https": the service's port, whoever calls it."""
    port = service_port(event)
    if not port:
        return ""
    service = service_name(port, protocol_name(event))
    return f"{port} · {service}" if service else str(port)


def destination_name(event: Event, facts: Facts) -> str:
    """What HistoryQuery calls this destination: a host's name, else the address; "" for none."""
    if facts.hosts:
        return facts.hosts[0]
    return address_text(event.remote) if event.remote is not None else ""


def _address_text(address: Address) -> str:
    if address.path == "":
        return translate("History", "an unnamed socket")
    return shown(address_text(address), _PLACE_MOST)


def time_text(when: datetime) -> str:
    """The time of the person's place to the second; the date too, where it is not today's."""
    moment = qt_time(when)
    locale = QLocale()
    clock = locale.toString(moment.time(), _to_the_second(locale))
    today, day = QDate.currentDate(), moment.date()
    if day == today:
        return clock
    if day.year() == today.year():
        return f"{locale.toString(day, DAY_AND_MONTH)} {clock}"
    return f"{locale.toString(day, QLocale.FormatType.ShortFormat)} {clock}"


def exact_time_text(when: datetime) -> str:
    """Date and time to the millisecond."""
    moment = qt_time(when)
    locale = QLocale()
    date = locale.toString(moment.date(), QLocale.FormatType.LongFormat)
    clock = locale.toString(moment.time(), _to_the_second(locale).replace("ss", "ss.zzz"))
    return f"{date} {clock}"


def range_text(since: datetime | None, until: datetime | None) -> str:
    """ "from … until …", with what is given of the two."""
    if since is None and until is None:
        return translate("History", "any time")
    if until is None and since is not None:
        return translate("History", "since {since}").format(since=minute_text(since))
    if since is None and until is not None:
        return translate("History", "until {until}").format(until=minute_text(until))
    assert since is not None and until is not None
    same_day = qt_time(since).date() == qt_time(until).date()
    end = clock_text(until) if same_day else minute_text(until)
    return translate("History", "{since} – {until}").format(since=minute_text(since), until=end)


def minute_text(when: datetime) -> str:
    """Date and time, short."""
    return QLocale().toString(qt_time(when), QLocale.FormatType.ShortFormat)


def clock_text(when: datetime) -> str:
    """The time of day, short."""
    return QLocale().toString(qt_time(when).time(), QLocale.FormatType.ShortFormat)


def held_text(held_ns: int) -> str:
    """ "0.4 ms", "12 ms", "4.2 s", "65 s": how long a call was held."""
    locale = QLocale()
    milliseconds = held_ns / 1e6
    if milliseconds < 1000:
        number = locale.toString(milliseconds, "f", 1 if milliseconds < 10 else 0)
        return translate("History", "{n} ms").format(n=number)
    seconds = milliseconds / 1000
    number = locale.toString(seconds, "f", 1 if seconds < 10 else 0)
    return translate("History", "{n} s").format(n=number)


def qt_time(when: datetime) -> QDateTime:
    """A moment in the person's time zone."""
    return QDateTime.fromMSecsSinceEpoch(round(when.timestamp() * 1000))


def _to_the_second(locale: QLocale) -> str:
    """The locale's short time, which has no seconds, with them."""
    short = locale.timeFormat(QLocale.FormatType.ShortFormat)
    return short if "s" in short else short.replace("mm", "mm:ss", 1)
