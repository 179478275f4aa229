<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>First</name>
    <message numerus="yes">
        <location filename="../../gui/first/plan.py" />
        <source>snet asks from now on. %Ln programs that are running go on.</source>
        <translation>
            <numerusform>snet asks from now on. One program that is running goes on.</numerusform>
            <numerusform>snet asks from now on. %Ln programs that are running go on.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>History</name>
    <message numerus="yes">
        <location filename="../../gui/history/export_bar.py" />
        <source>Exporting: %Ln decisions</source>
        <translation>
            <numerusform>Exporting: %Ln decision</numerusform>
            <numerusform>Exporting: %Ln decisions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/history/export_bar.py" />
        <source>Exporting: {n} of %Ln decisions</source>
        <translation>
            <numerusform>Exporting: {n} of %Ln decision</numerusform>
            <numerusform>Exporting: {n} of %Ln decisions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/history/exporting.py" />
        <source>%Ln decisions were exported to {file}</source>
        <translation>
            <numerusform>%Ln decision was exported to {file}</numerusform>
            <numerusform>%Ln decisions were exported to {file}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/history/live_bar.py" />
        <source>↑ %Ln new</source>
        <translation>
            <numerusform>↑ %Ln new</numerusform>
            <numerusform>↑ %Ln new</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Hygiene</name>
    <message numerus="yes">
        <location filename="../../gui/rules/hygiene/panel.py" />
        <source>%Ln things to tidy up; the first {shown} are shown</source>
        <translation>
            <numerusform>%Ln thing to tidy up; the first {shown} are shown</numerusform>
            <numerusform>%Ln things to tidy up; the first {shown} are shown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/rules/hygiene/panel.py" />
        <source>%Ln things to tidy up</source>
        <translation>
            <numerusform>%Ln thing to tidy up</numerusform>
            <numerusform>%Ln things to tidy up</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Menu</name>
    <message numerus="yes">
        <location filename="../../gui/actions.py" />
        <source>Waiting questions (%Ln)…</source>
        <translation>
            <numerusform>Waiting questions (%Ln)…</numerusform>
            <numerusform>Waiting questions (%Ln)…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/actions.py" />
        <source>Missed questions (%Ln)…</source>
        <translation>
            <numerusform>Missed questions (%Ln)…</numerusform>
            <numerusform>Missed questions (%Ln)…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/actions.py" />
        <source>for %Ln minutes</source>
        <translation>
            <numerusform>for %Ln minute</numerusform>
            <numerusform>for %Ln minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Missed</name>
    <message numerus="yes">
        <location filename="../../gui/missed/model.py" />
        <source>allowed after %Ln s</source>
        <translation>
            <numerusform>allowed after %Ln s</numerusform>
            <numerusform>allowed after %Ln s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/missed/model.py" />
        <source>denied after %Ln s</source>
        <translation>
            <numerusform>denied after %Ln s</numerusform>
            <numerusform>denied after %Ln s</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Notify</name>
    <message numerus="yes">
        <location filename="../../gui/notifier.py" />
        <source>%Ln questions wait for you</source>
        <translation>
            <numerusform>A question waits for you</numerusform>
            <numerusform>%Ln questions wait for you</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/notifier.py" />
        <source>%Ln questions were missed</source>
        <translation>
            <numerusform>A question was missed</numerusform>
            <numerusform>%Ln questions were missed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Problem</name>
    <message numerus="yes">
        <location filename="../../engine/list_files.py" />
        <source>In the list {name} %n lines can't be understood, first line {first}: skipped.</source>
        <translation>
            <numerusform>In the list {name} 1 line can't be understood, line {first}: skipped.</numerusform>
            <numerusform>In the list {name} %n lines can't be understood, first line {first}: skipped.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Prompt</name>
    <message numerus="yes">
        <location filename="../../gui/prompt/countdown.py" />
        <source>%Ln s</source>
        <translation>
            <numerusform>%Ln s</numerusform>
            <numerusform>%Ln s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/prompt/header.py" />
        <source>%Ln calls wait</source>
        <translation>
            <numerusform>%Ln call waits</numerusform>
            <numerusform>%Ln calls wait</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Rule</name>
    <message numerus="yes">
        <location filename="../../rules/summary.py" />
        <source>and as %n more lists say</source>
        <translation>
            <numerusform>and as %n more list says</numerusform>
            <numerusform>and as %n more lists say</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../rules/wording.py" />
        <source>any of %n addresses</source>
        <translation>
            <numerusform>any of %n address</numerusform>
            <numerusform>any of %n addresses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../rules/wording.py" />
        <source>any of %n ports</source>
        <translation>
            <numerusform>any of %n port</numerusform>
            <numerusform>any of %n ports</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../rules/wording.py" />
        <source>any of %n users</source>
        <translation>
            <numerusform>any of %n user</numerusform>
            <numerusform>any of %n users</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../rules/wording.py" />
        <source>any of %n groups</source>
        <translation>
            <numerusform>any of %n group</numerusform>
            <numerusform>any of %n groups</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../rules/wording.py" />
        <source>one of %n families</source>
        <translation>
            <numerusform>one of %n family</numerusform>
            <numerusform>one of %n families</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../rules/wording.py" />
        <source>one of %n protocols</source>
        <translation>
            <numerusform>one of %n protocol</numerusform>
            <numerusform>one of %n protocols</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../rules/wording.py" />
        <source>one of %n types</source>
        <translation>
            <numerusform>one of %n type</numerusform>
            <numerusform>one of %n types</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../rules/wording.py" />
        <source>%n days</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../rules/wording.py" />
        <source>%n hours</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../rules/wording.py" />
        <source>%n minutes</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../rules/wording.py" />
        <source>%n seconds</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Rules</name>
    <message numerus="yes">
        <location filename="../../gui/rules/commands.py" />
        <source>%Ln rules deleted</source>
        <translation>
            <numerusform>%Ln rule deleted</numerusform>
            <numerusform>%Ln rules deleted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/rules/commands.py" />
        <source>%Ln rules switched off</source>
        <translation>
            <numerusform>%Ln rule switched off</numerusform>
            <numerusform>%Ln rules switched off</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/rules/texts.py" />
        <source>%Ln s left</source>
        <translation>
            <numerusform>%Ln s left</numerusform>
            <numerusform>%Ln s left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/rules/texts.py" />
        <source>%Ln min left</source>
        <translation>
            <numerusform>%Ln min left</numerusform>
            <numerusform>%Ln min left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/rules/texts.py" />
        <source>%Ln days left</source>
        <translation>
            <numerusform>%Ln day left</numerusform>
            <numerusform>%Ln days left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/rules/window.py" />
        <source>%Ln rules</source>
        <translation>
            <numerusform>%Ln rule</numerusform>
            <numerusform>%Ln rules</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/rules/window.py" />
        <source>%Ln rules found</source>
        <translation>
            <numerusform>%Ln rule found</numerusform>
            <numerusform>%Ln rules found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message numerus="yes">
        <location filename="../../gui/settings/history_page.py" />
        <source> days</source>
        <translation>
            <numerusform> day</numerusform>
            <numerusform> days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>State</name>
    <message numerus="yes">
        <location filename="../../gui/state.py" />
        <source>%Ln questions wait for you</source>
        <translation>
            <numerusform>A question waits for you</numerusform>
            <numerusform>%Ln questions wait for you</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/state.py" />
        <source>%Ln min left</source>
        <translation>
            <numerusform>%Ln min left</numerusform>
            <numerusform>%Ln min left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TestRule</name>
    <message numerus="yes">
        <location filename="../../gui/rules/testing/verdict_view.py" />
        <source>… and %Ln more</source>
        <translation>
            <numerusform>… and %Ln more</numerusform>
            <numerusform>… and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Why</name>
    <message numerus="yes">
        <location filename="../../rules/hygiene.py" />
        <source>it has decided nothing in the %n days since it was made</source>
        <translation>
            <numerusform>it has decided nothing in the %n day since it was made</numerusform>
            <numerusform>it has decided nothing in the %n days since it was made</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../rules/reasons.py" />
        <source>%n things</source>
        <translation>
            <numerusform>%n thing</numerusform>
            <numerusform>%n things</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message numerus="yes">
        <location filename="../../gui/words.py" />
        <source>%Ln s</source>
        <translation>
            <numerusform>%Ln s</numerusform>
            <numerusform>%Ln s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/words.py" />
        <source>%Ln min</source>
        <translation>
            <numerusform>%Ln min</numerusform>
            <numerusform>%Ln min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/words.py" />
        <source>%Ln hours</source>
        <translation>
            <numerusform>%Ln hour</numerusform>
            <numerusform>%Ln hours</numerusform>
        </translation>
    </message>
</context>
</TS>
