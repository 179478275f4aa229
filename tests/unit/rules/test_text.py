# SPDX-License-Identifier: GPL-2.0-or-later
"""Texts, globs and regular expressions: what they match, alone and many at once."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from snetgui.model import RuleError, TextKind, TextMatch
from snetgui.rules.pattern_set import PatternSet
from snetgui.rules.pattern_table import PatternTable, folder
from snetgui.rules.simple_glob import simple_glob
from snetgui.rules.text import checked_pattern, compiled, text_test

GLOBS = [
    ("/usr/bin/*", ["/usr/bin/curl", "/usr/bin/", "/usr/bin/\n"], ["/usr/bin/a/b", "x/usr/bin/a"]),
    ("/usr/**", ["/usr/a/b", "/usr/", "/usr/a\nb"], ["/us", "/usr"]),
    ("/a?c", ["/abc", "/aéc", "/a\udcffc"], ["/a/c", "/ac", "/abbc"]),
    ("/[a-c]x", ["/ax", "/cx"], ["/dx", "//x"]),
    ("/[!a-c]x", ["/dx", "/éx"], ["/ax", "//x"]),
    ("/[]]x", ["/]x"], ["/[x"]),
    ("/[^a]x", ["/bx"], ["/ax", "/^"]),
    ("/a.b+(c)", ["/a.b+(c)"], ["/axb+(c)", "/a.bb(c)"]),
    ("/\\*\\[", ["/*["], ["/a["]),
    ("/é\udcff*", ["/é\udcffx"], ["/é\udcfex"]),
    ("", [""], ["a"]),
]


@pytest.mark.parametrize(("glob", "inside", "outside"), GLOBS)
def test_globs(glob: str, inside: list[str], outside: list[str]) -> None:
    holds = text_test(TextMatch(glob, TextKind.GLOB))
    assert [text for text in inside if not holds(text)] == []
    assert [text for text in outside if holds(text)] == []


def test_case() -> None:
    for kind in TextKind:
        assert text_test(TextMatch("/USR/ÄB", kind, ignore_case=True))("/usr/äb")
        assert not text_test(TextMatch("/USR/ÄB", kind))("/usr/äb")


def test_regular_expressions_are_unanchored_and_cannot_hang() -> None:
    assert text_test(TextMatch("rl$", TextKind.REGEX))("/usr/bin/curl")
    evil = text_test(TextMatch("^(a+)+$", TextKind.REGEX))
    assert not evil("a" * 100_000 + "b")


@pytest.mark.parametrize("source", ["(", "a**", "a(?=b)", r"(a)\1", "x" * 8193, "a{2000}"])
def test_what_is_no_pattern(source: str) -> None:
    with pytest.raises(RuleError):
        text_test(TextMatch(source, TextKind.REGEX))
    patterns: PatternTable[int] = PatternTable()
    with pytest.raises(RuleError):
        patterns.add(TextMatch(source, TextKind.REGEX), 1)
    assert len(patterns) == 0
    assert patterns.find(source) == []


FOLDERS = [
    ("/usr/bin/*", TextKind.GLOB, "/usr/bin/"),
    ("/usr/b*", TextKind.GLOB, "/usr/"),
    ("/usr/b\\*/x", TextKind.GLOB, "/usr/"),
    ("**/curl", TextKind.GLOB, ""),
    ("/home/u/.local/*", TextKind.GLOB, "/home/u/.local/"),
    ("/opt/a+b|c/é*", TextKind.GLOB, "/opt/a+b|c/"),
    ("^/usr/bin/curl$", TextKind.REGEX, "/usr/bin/"),
    ("^/usr/?x", TextKind.REGEX, "/"),
    ("^/usr/{0}x", TextKind.REGEX, "/"),
    ("^/usr/a|b", TextKind.REGEX, ""),
    ("/usr/", TextKind.REGEX, ""),
    ("^/?", TextKind.REGEX, ""),
    ("^", TextKind.REGEX, ""),
    ("(?i)^/USR/", TextKind.REGEX, ""),
]


@pytest.mark.parametrize(("source", "kind", "wanted"), FOLDERS)
def test_the_folder_that_all_matches_lie_in(source: str, kind: TextKind, wanted: str) -> None:
    assert folder(TextMatch(source, kind)) == wanted
    assert folder(TextMatch(source, kind, ignore_case=True)) == ""


_pieces = st.sampled_from([*"/abA*?^$|.+é", "**", "[ab]"])
_sources = st.lists(_pieces, max_size=6).map("".join)
_matches = st.builds(
    TextMatch, _sources, st.sampled_from([TextKind.GLOB, TextKind.REGEX]), st.booleans()
)
_texts = st.lists(st.sampled_from(list("/abAé\udcff\n")), max_size=6).map("".join)


def compiles(match: TextMatch) -> bool:
    try:
        text_test(match)
    except RuleError:
        return False
    return True


@settings(max_examples=150, deadline=None)
@given(st.lists(_matches.filter(compiles), max_size=90), st.lists(_texts, max_size=8), st.data())
def test_many_at_once_equal_one_by_one(
    matches: list[TextMatch], texts: list[str], data: st.DataObject
) -> None:
    table: PatternTable[int] = PatternTable()
    for number, match in enumerate(matches):
        table.add(match, number)
    gone = set()
    if matches:
        gone = data.draw(st.sets(st.integers(0, len(matches) - 1)))
    for number in gone:
        table.remove(matches[number], number)
    for text in texts:
        wanted = [n for n, m in enumerate(matches) if n not in gone and text_test(m)(text)]
        assert sorted(table.find(text)) == wanted


def test_a_set_that_gives_up_is_tried_one_by_one() -> None:
    """Twenty patterns of this kind are too large for one RE2 set, though none is alone."""
    patterns: PatternSet[int] = PatternSet()
    for number in range(20):
        patterns.add(TextMatch(rf"^\pL{{200}}{number}$", TextKind.REGEX), number)
    assert patterns.find("é" * 200 + "7") == [7]
    assert patterns.find("é" * 199 + "7") == []


@given(st.text("ab/*?\\^$.|(){}+é\udcff\ud800]-!\n", max_size=40) | st.text(max_size=60))
@settings(max_examples=300, deadline=None)
def test_a_glob_that_is_not_compiled_to_be_checked_would_compile(glob: str) -> None:
    match = TextMatch(glob, TextKind.GLOB)
    try:
        source = checked_pattern(match)
    except RuleError:
        with pytest.raises(RuleError):
            text_test(match)
    else:
        compiled(source, ignore_case=True)
        assert text_test(match)("") == (not glob.strip("*"))


def test_what_no_pattern_can_be_is_refused_at_once() -> None:
    for value, kind in (("(", TextKind.REGEX), ("[z-a]", TextKind.GLOB), ("[a", TextKind.GLOB)):
        with pytest.raises(RuleError):
            PatternSet[int]().add(TextMatch(value, kind), 1)
    with pytest.raises(RuleError, match="are above 8192"):
        PatternSet[int]().add(TextMatch("a" * 8193, TextKind.GLOB), 1)


@given(
    st.text("ab/*", max_size=8) | st.text("ab/*?[]\\é\udcff\n", max_size=12),
    st.lists(st.text("ab/\udcffé\n", max_size=12), max_size=12),
)
@settings(max_examples=400, deadline=None)
def test_a_simple_glob_holds_for_what_its_pattern_holds_for(glob: str, texts: list[str]) -> None:
    match = TextMatch(glob, TextKind.GLOB)
    simple = simple_glob(match)
    if glob.replace("**", "*", 1).count("*") <= 1 and set(glob).isdisjoint("?[\\"):
        assert simple is not None
    if simple is not None:
        holds = text_test(match)
        near = [glob, glob.replace("*", ""), glob.replace("*", "a"), glob.replace("*", "a/b")]
        assert [simple.holds(text) for text in texts + near] == [*map(holds, texts + near)]
    assert simple_glob(TextMatch(glob, TextKind.REGEX)) is None
    assert simple_glob(TextMatch(glob, TextKind.GLOB, ignore_case=True)) is None


def test_a_simple_glob_does_not_count_a_letter_twice() -> None:
    for glob in ("/ab*b", "/ab**ab", "/a*/a"):
        simple = simple_glob(TextMatch(glob, TextKind.GLOB))
        assert simple is not None
        assert not simple.holds("/ab") and not simple.holds("/a")
        assert simple.holds(glob.replace("*", ""))


def test_very_many_simple_globs_of_one_folder() -> None:
    table: PatternTable[int] = PatternTable()
    globs = [TextMatch(f"/snap/**/p{number}", TextKind.GLOB) for number in range(1200)]
    for number, glob in enumerate(globs):
        table.add(glob, number)
    assert len(table) == 1200
    for number in (0, 499, 500, 1199):
        assert table.find(f"/snap/x/y/p{number}") == [number]
    for number, glob in enumerate(globs):
        table.remove(glob, number)
        with pytest.raises(KeyError):
            table.remove(glob, number)
    assert len(table) == 0 and table.find("/snap/x/p1") == []
