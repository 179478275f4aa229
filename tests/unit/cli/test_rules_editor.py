# SPDX-License-Identifier: GPL-2.0-or-later
"""`snet rules edit` with a real editor: a script, as VISUAL or EDITOR name it."""

from __future__ import annotations

import json
import shlex
import stat
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings

from snetgui.cli.rules_text import rule_of, text_of, with_heading, without_heading
from snetgui.model import Action, Birth, Conditions, Rule, RuleError, TextMatch
from snetgui.rules.summary import rule_name
from tests.unit.rules import strategies as ours

from .rules_kit import ROOT, SNET, Snet


class Editor:
    """A script that does one thing after the other, each time that it is opened."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "my editor"
        self.seen = folder / "seen"
        self.seen.mkdir(parents=True)

    def does(self, *steps: str) -> str:
        """The command; "$1" is the file. What each time stood there is kept."""
        cases = "\n".join(f"{number}) {step or ':'} ;;" for number, step in enumerate(steps))
        seen = shlex.quote(str(self.seen))
        self.path.write_text(
            f'#!/bin/sh\nn=$(ls {seen} | wc -l)\ncp "$1" {seen}/$n\ncase $n in\n{cases}\nesac\n'
        )
        self.path.chmod(stat.S_IRWXU)
        return shlex.quote(str(self.path))

    def texts(self) -> list[str]:
        return [path.read_text() for path in sorted(self.seen.iterdir())]


@pytest.fixture
def editor(tmp_path: Path) -> Editor:
    return Editor(tmp_path)


def put(old: str, new: str) -> str:
    return f"sed -i 's/{old}/{new}/' \"$1\""


def test_what_is_saved_is_the_rule(snet: Snet, editor: Editor) -> None:
    number = snet.add("--exe", "/usr/bin/curl", "--remote-port", "443")
    before = snet.rules()[number]
    done = snet("edit", str(number), EDITOR=editor.does(put("^ *443", "80, [8000, 8100]")))
    assert "Changed rule 1: curl may not use the network with anything, port 80" in done.stdout
    after = snet.rules()[number]
    assert after["conditions"]["remote_ports"] == [80, [8000, 8100]]
    assert after["name"].endswith("port 80 (http) or 8000 to 8100"), "it was made up, so it follows"
    kept = ("id", "birth", "hits", "origin", "lifetime", "enabled")
    assert [after[name] for name in kept] == [before[name] for name in kept]


def test_what_is_left_as_it_is_changes_nothing(snet: Snet, editor: Editor) -> None:
    snet.add("--exe", "/usr/bin/curl", "--note", "line\n\u202e\u2028", "--name", "x\udcff")
    before = (snet.folder / "rules.db").read_bytes()
    done = snet("edit", "x\udcff", EDITOR=editor.does(""))
    assert done.stdout.startswith("Left as it was: rule 1: curl may not")
    (text,) = editor.texts()
    assert text.startswith("# Rule 1: curl may not do anything on the network.\n#\n")
    assert "\\u202e\\u2028" in text and "\\udcff" in text
    told = json.loads(snet("edit", "1", "--json", EDITOR="true").stdout)
    assert told["id"] == 1
    assert (snet.folder / "rules.db").read_bytes() == before


def test_it_is_opened_again_with_what_is_wrong_until_it_is_right(
    snet: Snet, editor: Editor
) -> None:
    snet.add("--exe", "/usr/bin/curl", "--remote-port", "443")
    steps = [
        put("443", "70000"),
        put("70000", "443,"),  # no JSON: something must follow
        put("443,", "443") + '; sed -i "s/.deny./\\"explode\\"/" "$1"',
        put("explode", "allow"),
    ]
    assert "Changed rule 1: curl may" in snet("edit", "1", EDITOR=editor.does(*steps)).stdout
    wrong = [text.splitlines()[1] for text in editor.texts()]
    assert wrong[:2] == ["#", "# WRONG: remote port: 70000 is above 65535"]
    assert wrong[2].startswith("# WRONG: text: this is not JSON: ")
    line = int(wrong[2].partition("(line ")[2].partition(",")[0])
    assert editor.texts()[2].splitlines()[line - 1].strip() == "]"
    assert wrong[3] == '# WRONG: action: "explode" is not one of allow, deny'
    assert '"exact": "/usr/bin/curl"' in editor.texts()[3]
    assert snet.rules()[1]["action"] == "allow"


WRONG = [
    (put('"name"', '"colour"'), '"colour" is not known; choose from name, enabled'),
    (put("{", '{\\n "id": 7,'), '"id" is not known'),
    (put('"action": "deny",', ""), "action: it is missing"),
    (put('"always"', '"until", "until": "2001-01-01T00:00:00+00:00"'), "is over already"),
    (put('"\\/a"', '"a"'), "a is no whole path"),
    ('echo "[]" > "$1"', "[] is not an object"),
    ('head -c 200000 /dev/zero | tr "\\0" "[" > "$1"', "not JSON"),
    ("printf '\\377' >> \"$1\"", "the text can't be read"),
    ('rm "$1"', "the text can't be read"),
]


@pytest.mark.parametrize(("step", "says"), WRONG)
def test_what_stays_wrong_changes_nothing(snet: Snet, editor: Editor, step: str, says: str) -> None:
    snet.add("--exe", "/a")
    before = snet.rules()
    done = snet("edit", "1", code=1, EDITOR=editor.does(step, ""))
    assert done.stderr.startswith("snet: nothing was changed: ")
    assert says in done.stderr and done.stdout == ""
    assert snet.rules() == before


def test_an_empty_file_changes_nothing(snet: Snet, editor: Editor) -> None:
    snet.add("--exe", "/a")
    assert "Left as it was" in snet("edit", "1", EDITOR=editor.does(': > "$1"')).stdout
    wrong = Editor(editor.seen.parent / "wrong")
    steps = [put("deny", "explode"), ': > "$1"']
    assert "explode" in snet("edit", "1", code=1, EDITOR=wrong.does(*steps)).stderr


def test_which_editor(snet: Snet, editor: Editor) -> None:
    snet.add("--exe", "/a", "--name", "before")
    snet("edit", "1", VISUAL="sed -i s/before/seen/", EDITOR="false")
    assert snet.rules()[1]["name"] == "seen"
    assert "the editor false ended with 1" in snet("edit", "1", code=1, EDITOR="false").stderr
    assert "ended with 127" in snet("edit", "1", code=1, EDITOR="/nowhere/editor").stderr
    nothing = editor.seen.parent / "nothing"
    nothing.mkdir()
    done = snet("edit", "1", code=1, EDITOR="", VISUAL="", PATH=str(nothing))
    assert done.stderr == "snet: there is no editor: say which in the variable EDITOR\n"
    (nothing / "nano").symlink_to(editor.does(put("seen", "usual")).strip("'"))
    for tool in ("sh", "ls", "wc", "cp", "sed"):
        (nothing / tool).symlink_to(f"/usr/bin/{tool}")
    snet("edit", "1", EDITOR="", VISUAL="", PATH=str(nothing))
    assert snet.rules()[1]["name"] == "usual"


def other_snet(snet: Snet, *words: str) -> str:
    """Somebody else's command, for a shell."""
    command = shlex.join([*SNET, "rules", *words, "--data-dir", str(snet.folder)])
    return f"(cd {shlex.quote(str(ROOT))} && {command} >/dev/null)"


def test_what_somebody_else_changed_meanwhile_is_not_lost(snet: Snet, editor: Editor) -> None:
    snet.add("--exe", "/a", "--name", "one")
    steps = [
        put("one", "mine") + "; " + other_snet(snet, "edit", "1", "--note", "theirs"),
        put("mine", "really mine"),
    ]
    snet("edit", "1", EDITOR=editor.does(*steps))
    assert "WRONG: the rule was changed meanwhile" in editor.texts()[1]
    rule = snet.rules()[1]
    assert (rule["name"], rule["note"]) == ("really mine", "")


def test_what_can_not_be_kept_is_not_lost(snet: Snet, editor: Editor) -> None:
    snet.add("--exe", "/a", "--name", "one")
    step = put("one", "mine") + "; " + other_snet(snet, "remove", "1")
    done = snet("edit", "1", code=1, EDITOR=editor.does(step))
    says, _, path = done.stderr.strip().partition("; what you wrote is in ")
    assert says == "snet: there is no rule 1 (any more)"
    assert '"name": "mine"' in Path(path).read_text()
    assert stat.S_IMODE(Path(path).stat().st_mode) == 0o600
    Path(path).unlink()
    assert snet.rules() == {}


def test_over_an_engine_elsewhere(
    snet: Snet, editor: Editor, engine: subprocess.Popen[str]
) -> None:
    snet.add("--exe", "/a", "--lifetime", "1h")
    done = snet("edit", "1", EDITOR=editor.does(put("3600.0", "60.0")))
    assert "for 1 minute" in done.stdout
    assert 0 < snet.rules()[1]["left_s"] <= 60


def test_nothing_of_it_stays_behind(snet: Snet, editor: Editor, tmp_path: Path) -> None:
    snet.add("--exe", "/a", "--name", "one")
    place = tmp_path / "tmp"
    place.mkdir()
    step = f'{put("one", "two")}; cp "$1" "$1~"; stat -c %a "$(dirname "$1")" > {place.parent}/mode'
    command = [sys.executable, "-m", "tests.unit.cli.snet", "rules", "edit", "1"]
    env = snet.environ | {"TMPDIR": str(place), "EDITOR": editor.does(step)}
    subprocess.run(
        [*command, "--data-dir", str(snet.folder)], env=env, cwd=ROOT, check=True, timeout=60
    )
    assert snet.rules()[1]["name"] == "two"
    assert list(place.iterdir()) == []
    assert (place.parent / "mode").read_text() == "700\n"


@settings(max_examples=60, deadline=None)
@given(ours.rules(most=21))
def test_a_text_says_its_rule(rule: Rule) -> None:
    text = with_heading(text_of(rule), rule, "some problem\nof two lines")
    assert all(char.isprintable() or char == "\n" for char in text)
    assert rule_of(text, rule) == rule
    assert rule_of(without_heading(text), rule) == rule


def test_a_name_that_a_person_gave_stays() -> None:
    asks = Conditions(exe=TextMatch("/bin/a"))
    rule = replace(RULE, name="mine", conditions=asks)
    assert rule_of(text_of(rule).replace("/bin/a", "/bin/b"), rule).name == "mine"
    made_up = replace(rule, name=rule_name(rule.action, asks))
    changed = rule_of(text_of(made_up).replace("/bin/a", "/bin/b"), made_up)
    assert changed.name == rule_name(rule.action, changed.conditions)


RULE = Rule(
    name="x",
    action=Action.DENY,
    conditions=Conditions(),
    birth=Birth(datetime(2030, 1, 1, tzinfo=UTC)),
)


def test_lines_that_count_for_nothing_may_stand_anywhere() -> None:
    text = text_of(RULE).replace("{\n", "{\n# one\n", 1) + "# another\n"
    assert rule_of(text, RULE) == RULE
    with pytest.raises(RuleError):
        rule_of("# only a heading\n", RULE)
