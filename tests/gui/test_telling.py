# SPDX-License-Identifier: GPL-2.0-or-later
"""What is said further down, told in the person's language."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, assume, given, settings
from PyQt6.QtCore import QLocale, QTranslator
from PyQt6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from snetgui.engine.backend import RuleQuery
from snetgui.gui.language import TRANSLATIONS
from snetgui.gui.rule_text import rule_text
from snetgui.gui.rules.draft import Draft
from snetgui.gui.telling import date_text, fit, rule_called, tell, told
from snetgui.model import (
    ALWAYS,
    UNTIL_RESTART,
    Action,
    Answer,
    Birth,
    Conditions,
    Facts,
    Lifetime,
    LifetimeKind,
    Rule,
    RuleError,
    Scope,
    Settings,
    SettingsError,
    SourceMissing,
    Syscall,
    check_settings,
)
from snetgui.model.said import Said, translate
from snetgui.model.text import shown
from snetgui.rules.explain import explain
from snetgui.rules.fields import read_fields, rule_from_fields
from snetgui.rules.hygiene import findings
from snetgui.rules.ruleset import RuleSet
from snetgui.rules.scope import rule_for
from snetgui.rules.summary import called, sentence
from snetgui.source.kernel.refusal import missing

from ..unit.rules import strategies as ours
from .kit import WAIT_S, Held, event, internet, question, rule

NOW = datetime(2030, 1, 2, 3, 4, tzinfo=UTC)
BIRTH = Birth(NOW)
WAIT_MS = round(WAIT_S * 1000)
OUT = "connect, sendmsg"
CURL = {"exe": "/usr/bin/curl", "action": "allow"}


@contextmanager
def speaking(app: QApplication, locale: str) -> Iterator[None]:
    texts = QTranslator()
    assert texts.load(QLocale(locale), "snet", "_", str(TRANSLATIONS))
    before = QLocale()
    app.installTranslator(texts)
    QLocale.setDefault(QLocale(locale))
    try:
        yield
    finally:
        QLocale.setDefault(before)
        app.removeTranslator(texts)


@pytest.fixture
def german(qapp: QApplication) -> Iterator[None]:
    with speaking(qapp, "de_DE"):
        yield


@pytest.fixture
def french(qapp: QApplication) -> Iterator[None]:
    with speaking(qapp, "fr_FR"):
        yield


def told_rule(**fields: str) -> str:
    return tell(sentence(rule_from_fields({**CURL, **fields}, BIRTH)))


GERMAN = [
    ({}, "curl darf im Netzwerk alles."),
    ({"action": "deny"}, "curl darf im Netzwerk nichts."),
    ({"exe": "", "action": "deny"}, "kein Programm darf im Netzwerk irgendetwas."),
    (
        {"exe": "glob:/opt/**", "action": "deny", "syscalls": OUT, "remote": "::1"},
        "kein Programm wie /opt/** darf sich mit ::1 verbinden.",
    ),
    (
        {"syscalls": OUT, "protocols": "tcp", "remote": "203.0.113.7", "remote_ports": "443"}
        | {"lifetime": "until restart"},
        "curl darf sich mit 203.0.113.7 auf tcp 443 (https) verbinden, bis zum Neustart.",
    ),
    (
        {"syscalls": OUT, "action": "deny", "remote_ports": "80"},
        "curl darf sich nicht mit beliebigen Gegenstellen, Port 80 (http) verbinden.",
    ),
    (
        {"syscalls": "bind, listen", "protocols": "tcp", "local_ports": "8000-8100"},
        "curl darf auf tcp 8000 bis 8100 auf Verbindungen warten.",
    ),
    (
        {"exe": "glob:/opt/**", "remote": "10.0.0.0/8, ::1", "lifetime": "1d"},
        "ein beliebiges Programm wie /opt/** darf mit 10.0.0.0/8 oder ::1 über das Netzwerk"
        " kommunizieren, für 1 Tag.",
    ),
    (
        {"syscalls": f"{OUT}, create", "action": "deny", "lifetime": "90m"},
        "Verboten für curl: Verbindungen aufbauen oder Sockets öffnen, und zwar mit beliebigen"
        " Gegenstellen, für 90 Minuten.",
    ),
    (
        {"users": "0, 1000", "lists": "hosts:/etc/bad", "lifetime": "until 2030-01-02 03:05"},
        "curl darf im Netzwerk alles, ausgeführt als Benutzer 0 oder 1000, wenn der Rechner in"
        " der Liste /etc/bad steht, bis 02.01.30 03:05.",
    ),
]


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize(("fields", "wanted"), GERMAN)
def test_german_sentences(fields: dict[str, str], wanted: str) -> None:
    assert told_rule(**fields) == wanted


FRENCH = [
    ({"action": "deny"}, "curl ne peut rien faire sur le réseau."),
    (
        {"exe": "", "action": "deny"},
        "aucun programme ne peut faire quoi que ce soit sur le réseau.",
    ),
    (
        {"syscalls": OUT, "protocols": "tcp", "remote": "203.0.113.7", "remote_ports": "443"}
        | {"lifetime": "until restart"},
        "curl peut se connecter à 203.0.113.7 sur tcp 443 (https), jusqu’au redémarrage.",
    ),
    (
        {"syscalls": "bind, listen", "action": "deny", "local_ports": "22", "lifetime": "2h"},
        "curl ne peut pas attendre de connexions sur le port 22 (ssh), pendant 2 heures.",
    ),
    (
        {"host": "*.example.com", "syscalls": OUT, "interface": "lo"},
        "curl peut se connecter à example.com et ses sous-domaines, via lo.",
    ),
]


@pytest.mark.usefixtures("french")
@pytest.mark.parametrize(("fields", "wanted"), FRENCH)
def test_french_sentences(fields: dict[str, str], wanted: str) -> None:
    assert told_rule(**fields) == wanted


@pytest.mark.usefixtures("german")
def test_the_prompt_says_its_rule_in_ones_language() -> None:
    asked = question(asked=event(to=internet("203.0.113.7", 443)))
    answer = Answer(Action.DENY, Scope.DESTINATION, Lifetime(LifetimeKind.SPAN, seconds=900))
    assert rule_text(asked, answer, "Firefox") == (
        "Ablehnen erstellt die Regel: Firefox darf sich nicht mit 203.0.113.7 auf tcp 443 (https)"
        " verbinden, für 15 Minuten."
    )


@pytest.mark.usefixtures("german")
def test_a_name_that_no_person_gave_is_told() -> None:
    made = rule_for(event(), Facts(), Answer(Action.ALLOW, Scope.DESTINATION, ALWAYS), BIRTH)
    assert made.name == "Allow curl to 203.0.113.7 on tcp 443 (https)"
    assert type(made.name) is str
    assert rule_called(made) == "Erlauben: curl mit 203.0.113.7 auf tcp 443 (https)"
    assert rule_called(replace(made, name="Allow my mail")) == "Allow my mail"


def test_such_a_name_goes_on_saying_what_the_rule_says() -> None:
    made = rule_for(event(), Facts(), Answer(Action.ALLOW, Scope.PROGRAM, ALWAYS), BIRTH)
    draft = Draft(BIRTH, made)
    assert draft.fields["name"] == ""
    changed = draft.check({**draft.fields, "action": "deny"}).rule
    assert changed is not None and changed.name == "Deny curl"
    assert Draft(BIRTH, replace(made, name="mine")).fields["name"] == "mine"


@pytest.mark.usefixtures("german")
def test_reasons_are_told() -> None:
    block = replace(rule(1, action=Action.DENY), id=2, conditions=Conditions(), name="X")
    curl = replace(rule(2), id=1, priority=-3)
    found = explain(RuleSet([block, curl]), event(), Facts())
    assert [tell(other.text) for other in found.matched] == [
        "ihr Vorrang -3 liegt unter den 0 von „X“"
    ]
    far = replace(rule_from_fields({**CURL, "remote_ports": "80"}, BIRTH), id=3)
    found = explain(RuleSet([far]), event(), Facts())
    assert tell(found.nearly[0].text) == "entfernter Port: gefordert ist 80; hier ist es 443"


@pytest.mark.usefixtures("german")
def test_findings_are_told() -> None:
    old = replace(rule(1), id=1, name="alt")
    twin = replace(old, id=2, name="neu")
    later = datetime(2030, 3, 2, 3, 4, tzinfo=UTC)
    texts = {tell(one.text) for one in findings(RuleSet([old, twin]), later, lambda _path: False)}
    assert texts == {
        "„neu“ sagt dasselbe und ist neuer",
        "sie hat in den 59 Tagen seit ihrer Entstehung nichts entschieden",
        "ihr Programm /usr/bin/curl ist nicht mehr da",
    }


@pytest.mark.usefixtures("german")
def test_what_is_wrong_with_a_field_is_told() -> None:
    checked = read_fields({**CURL, "remote_ports": "70000", "users": "nobody-here"}, BIRTH)
    assert [str(told(problem)) for problem in checked.problems] == [
        "entfernter Port: 70000 ist größer als 65535",
        "Benutzer: Benutzer nobody-here gibt es nicht; die Nummer schreiben",
    ]
    assert checked.problems[0].field == told(checked.problems[0]).field == "remote port"


@pytest.mark.usefixtures("german")
def test_errors_are_told_and_stay_what_they_are() -> None:
    with pytest.raises(SettingsError) as caught:
        check_settings(Settings(max_bytes=5))
    said = told(caught.value)
    assert said.field == "max_bytes"
    assert str(said) == (
        "Größe des Verlaufs: 5 Byte gehen nicht, möglich sind 1.000.000 bis 1.000.000.000.000.000"
    )
    assert str(caught.value).startswith("size of the history: 5 bytes")
    problem = told(missing())
    assert isinstance(problem, SourceMissing)
    assert str(problem).startswith("das Kernelmodul snet ist nicht geladen")
    assert str(told(RuleError("name", "who knows"))) == "Name: who knows"


@pytest.mark.usefixtures("german")
def test_what_an_engine_refuses_is_told(qtbot: QtBot, held: Held) -> None:
    refused: list[str] = []
    work = held.backend.add_rule(replace(rule(1), priority=5_000_000))
    held.bridge.call(work, lambda _rule: None, lambda error: refused.append(str(error)))
    qtbot.waitUntil(lambda: bool(refused), timeout=WAIT_MS)
    assert refused == ["Vorrang: 5000000 liegt nicht zwischen -1000000 und 1000000; üblich ist 0"]


@pytest.mark.usefixtures("german")
def test_a_search_finds_what_the_engine_says(held: Held) -> None:
    """The engine's texts are English, whatever the screen speaks."""
    held.get(held.backend.add_rule(replace(rule(1), name="x", lifetime=UNTIL_RESTART)))
    found = held.get(held.backend.rules(query=RuleQuery(text="anything restart")))
    assert found.total == 1


def test_without_a_language_dates_are_those_of_iso() -> None:
    before = QLocale()
    QLocale.setDefault(QLocale.c())
    try:
        said = date_text(datetime(2030, 1, 2, 3, 4).astimezone())
    finally:
        QLocale.setDefault(before)
    assert said == "2030-01-02 03:04"


@pytest.mark.usefixtures("french")
def test_numbers_and_dates_are_the_languages() -> None:
    said = translate("Nobody", "{count}, {share}, {when}", count=12345, share=1.5, when=NOW)
    assert tell(said) == f"12\u202f345, 1,5, {date_text(NOW)}"
    assert "/01/2030" in date_text(NOW)


@pytest.mark.usefixtures("german")
def test_what_nobody_translated_is_told_in_english() -> None:
    text = translate("Nobody", "{thing} that no file has", thing="a text")
    assert tell(text) == text
    assert tell("only English") == "only English"
    assert tell(translate("Rule", "%n days", "", 2**40, one="%n day")) == f"{2**40} days"


def test_a_pattern_from_elsewhere_gets_no_more_than_it_was_given() -> None:
    nasty = Said("text", "Rule", "{a.__class__} {a!r} {b} {a:>999} {a}", values={"a": "1"})
    assert tell(nasty) == "{a.__class__} {a!r} {b} {a:>999} 1"


def test_values_are_no_patterns() -> None:
    said = translate("Rule", "{clause}, {more}", clause="{more}", more="%n {clause}")
    assert tell(said) == "{more}, %n {clause}"


@pytest.mark.parametrize(
    "text", ["a\u00a0: b", "«\u00a0x\u00a0»", "1\u202f000", "so\u202f?", "100\u202f%"]
)
def test_the_spaces_of_french_stay(text: str) -> None:
    assert fit(text, 100) == text


@pytest.mark.parametrize("text", ["curl\u00a0", "a\u00a0b", "\u202e\u00a0:", "a\nb", "x" * 200])
def test_all_else_is_made_visible_and_cut(text: str) -> None:
    assert fit(text, 50).replace("\u00a0:", "\\xa0:") == shown(text, 50)


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize("syscall", Syscall)
@pytest.mark.parametrize(
    "more", [{}, {"remote": "::1"}, {"local_ports": "1"}, {"protocols": "udp"}]
)
def test_no_call_is_left_in_english(syscall: Syscall, more: dict[str, str]) -> None:
    for action in ("allow", "deny"):
        said = told_rule(action=action, syscalls=syscall.value, **more)
        assert said.startswith(("curl darf ", "Verboten für curl: "))
        assert not {"may", "to", "from", "on", "anywhere", "over"} & set(said.strip(".").split())


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(one=ours.rules(most=8))
def test_english_is_told_as_it_was_said(one: Rule) -> None:
    """Every pattern has all its values, and English its plurals."""
    assume(one.lifetime.kind is not LifetimeKind.UNTIL)
    for text in (sentence(one), called(one)):
        assert tell(text) == text
