<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>Block</name>
    <message>
        <location filename="../../gui/block.py" />
        <source>Block everything</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Desktop</name>
    <message>
        <location filename="../../gui/desktop.py" />
        <source>The engine has ended.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/desktop.py" />
        <source>connected to {source}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/desktop.py" />
        <source>About snet</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/desktop.py" />
        <source>An interactive firewall: it holds a program’s network call until you answer, and remembers the answer.

Free software under the GNU General Public License, version 2 or later.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <location filename="../../gui/prompt/details.py" />
        <source>Program</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/prompt/details.py" />
        <source>Command line</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/prompt/details.py" />
        <source>Started by</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/prompt/details.py" />
        <source>Application</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/prompt/details.py" />
        <source>Package</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/prompt/details.py" />
        <source>Unit</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/prompt/details.py" />
        <source>Process</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/prompt/details.py" />
        <source>User</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/prompt/details.py" />
        <source>Names of the peer</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/prompt/details.py" />
        <source>From</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/prompt/details.py" />
        <source>To</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/prompt/details.py" />
        <source>Socket</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/prompt/details.py" />
        <source>File</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/prompt/details.py" />
        <source>SHA-256</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/prompt/details.py" />
        <source>Control group</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/prompt/details.py" />
        <source>Event</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/prompt/details.py" />
        <source>{pid} (thread {tid}, named “{name}”, parent {ppid})</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/prompt/details.py" />
        <source>{user} (uid {uid}, gid {gid})</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/prompt/details.py" />
        <source>inode {ino} on device {dev:#x}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/prompt/details.py" />
        <source>Details</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <location filename="../../gui/telling.py" />
        <source>{field}: {problem}</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>First</name>
    <message>
        <location filename="../../gui/first/plan.py" />
        <source>What nobody answers is denied, that one time.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/first/plan.py" />
        <source>What nobody answers is allowed, that one time.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/first/plan.py" />
        <source>Connections within this computer are asked about too.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/first/plan.py" />
        <source>Connections within this computer are not asked about.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/first/plan.py" />
        <source>Programs that use the network now go on, by a rule that allows each all it does. All others are asked about.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/first/plan.py" />
        <source>Every program is asked about, from now on.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/first/plan.py" />
        <source>For a day all is allowed, and rules are made of it. Then snet asks.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/first/plan.py" />
        <source>snet starts when you log in.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/first/plan.py" />
        <source>snet starts when you start it.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/first/plan.py" />
        <source>snet learns until tomorrow at this time, then it asks.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/first/plan.py" />
        <source>snet asks from now on.</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <location filename="../../gui/first/plan.py" />
        <source>snet asks from now on. %Ln programs that are running go on.</source>
        <translation type="unfinished">
            <numerusform />
            <numerusform />
        </translation>
    </message>
    <message>
        <location filename="../../gui/first/screens.py" />
        <source>How shall snet begin?</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/first/screens.py" />
        <source>A program that wants to use the network is held until you allow or deny it, and your answer is remembered.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/first/screens.py" />
        <source>A few things that matter</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/first/screens.py" />
        <source>All of them, and more, can be changed in the settings.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/first/screens.py" />
        <source>Deny it</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/first/screens.py" />
        <source>Allow it</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/first/screens.py" />
        <source>If nobody answers</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/first/screens.py" />
        <source>Ask about connections within this computer too</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/first/screens.py" />
        <source>Programs here that talk to each other. Off: fewer questions, about what leaves this computer or comes from outside.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/first/screens.py" />
        <source>Start when I log in</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/first/screens.py" />
        <source>Off: programs are not asked about until you start snet.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/first/screens.py" />
        <source>A program is held for {n} s. Then, for this one call:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/first/screens.py" />
        <location filename="../../gui/first/window.py" />
        <source>This is what snet will do</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/first/screens.py" />
        <source>Where you find it</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/first/screens.py" />
        <source>This icon is in the panel. Click it for what waits and how things are; its menu has the rules, a pause, and the settings.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/first/screens.py" />
        <source>This desktop shows no icons of programs. The window “Status” has the rules, a pause, and the settings; starting snet once more shows it.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/first/screens.py" />
        <source>Ask about what is new (suggested)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/first/screens.py" />
        <source>Programs that use the network right now go on: each gets a rule, which you can look at and delete. All others are asked about.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/first/screens.py" />
        <source>Ask about everything</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/first/screens.py" />
        <source>Every program is asked about, those that are running too. Many questions on the first day, and nothing passes that you did not see.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/first/screens.py" />
        <source>Learn for a day first</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/first/screens.py" />
        <source>For one day all is allowed, and rules are made of what programs do, for you to look over. Then snet asks about the rest.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/first/window.py" />
        <source>First steps · snet</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/first/window.py" />
        <source>Not now</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/first/window.py" />
        <source>Look at the rules</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/first/window.py" />
        <source>Back</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/first/window.py" />
        <source>{number} of {count}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/first/window.py" />
        <source>Close</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/first/window.py" />
        <source>Start</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/first/window.py" />
        <source>Next</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/first/window.py" />
        <source>Done</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/first/window.py" />
        <source>That did not work: {why}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/first/window.py" />
        <source>Try again</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <location filename="../../gui/history/chips.py" />
        <source>Take this filter away</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/columns.py" />
        <location filename="../../gui/history/filter_texts.py" />
        <location filename="../../gui/history/filters.py" />
        <source>Time</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/columns.py" />
        <location filename="../../gui/history/filter_texts.py" />
        <source>Program</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/columns.py" />
        <location filename="../../gui/history/filter_texts.py" />
        <source>What</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/columns.py" />
        <location filename="../../gui/history/filter_texts.py" />
        <source>Destination</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/columns.py" />
        <location filename="../../gui/history/filter_texts.py" />
        <source>Port</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/columns.py" />
        <location filename="../../gui/history/filter_texts.py" />
        <source>User</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/columns.py" />
        <location filename="../../gui/history/filter_texts.py" />
        <location filename="../../gui/history/filters.py" />
        <source>Decision</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/columns.py" />
        <location filename="../../gui/history/filter_texts.py" />
        <source>Reason</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/deeds.py" />
        <source>&amp;Resume</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/deeds.py" />
        <source>&amp;Pause</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/deeds.py" />
        <source>Hide &amp;overview</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/deeds.py" />
        <source>&amp;Overview</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/deeds.py" />
        <source>Hide &amp;details</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/deeds.py" />
        <source>&amp;Details</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/deeds.py" />
        <source>&amp;Find</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/deeds.py" />
        <source>Show &amp;all</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/deeds.py" />
        <source>&amp;Close</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/deeds.py" />
        <source>&amp;Read again</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/deeds.py" />
        <source>&amp;Newest</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/deeds.py" />
        <source>&amp;Time…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/deeds.py" />
        <source>Show no new decisions, or show them again</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/deeds.py" />
        <source>The plot over time, and who asked most</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/deeds.py" />
        <source>&amp;Export…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/deeds.py" />
        <source>Write all that matches to a file, as CSV or JSON</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/deeds.py" />
        <source>All that is known, and which rule would decide now</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/deeds.py" />
        <source>&amp;Allow from now on…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/deeds.py" />
        <source>Make a rule that allows this</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/deeds.py" />
        <source>De&amp;ny from now on…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/deeds.py" />
        <source>Make a rule that denies this</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/deeds.py" />
        <source>&amp;Show the rule</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/deeds.py" />
        <source>The rule that decided this</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/deeds.py" />
        <source>&amp;Copy</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/deeds.py" />
        <source>The selected rows, as text and as a table</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/deeds.py" />
        <source>Copy d&amp;etails</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/deeds.py" />
        <source>All that is known of it, as text</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/deeds.py" />
        <source>Leave out all others</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/deeds.py" />
        <source>Only this &amp;program</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/deeds.py" />
        <source>Only this des&amp;tination</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/deeds.py" />
        <source>Only this p&amp;ort</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/deeds.py" />
        <source>Only this &amp;user</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/deeds.py" />
        <source>Only this &amp;reason</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/entry.py" />
        <source>Set</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/entry.py" />
        <source>{filter}:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/entry.py" />
        <source>▲ {problem}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/entry.py" />
        <source>write the whole path, or choose from the list</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/entry.py" />
        <source>{text} is above 65535</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/entry.py" />
        <source>{text} is no port and no service</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/entry.py" />
        <source>no user is called {text}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/entry.py" />
        <source>Path or name</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/entry.py" />
        <source>Host, address or socket</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/entry.py" />
        <source>443 or https</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/entry.py" />
        <source>Name or number</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/export.py" />
        <source>The history could not be exported: {why}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/export.py" />
        <source>{file} could not be written: {why}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/export_bar.py" />
        <source>Cancel</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/export_bar.py" />
        <source>Cancel the export</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <location filename="../../gui/history/export_bar.py" />
        <source>Exporting: %Ln decisions</source>
        <translation type="unfinished">
            <numerusform />
            <numerusform />
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/history/export_bar.py" />
        <source>Exporting: {n} of %Ln decisions</source>
        <translation type="unfinished">
            <numerusform />
            <numerusform />
        </translation>
    </message>
    <message>
        <location filename="../../gui/history/export_file.py" />
        <source>it is no file</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/exporting.py" />
        <source>The export was cancelled.</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <location filename="../../gui/history/exporting.py" />
        <source>%Ln decisions were exported to {file}</source>
        <translation type="unfinished">
            <numerusform />
            <numerusform />
        </translation>
    </message>
    <message>
        <location filename="../../gui/history/filter_texts.py" />
        <location filename="../../gui/history/texts.py" />
        <source>Rule</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/filter_texts.py" />
        <source>Any time</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/filter_texts.py" />
        <source>Last hour</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/filter_texts.py" />
        <source>Today</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/filter_texts.py" />
        <source>Last 7 days</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/filter_texts.py" />
        <source>Last 30 days</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/filter_texts.py" />
        <source>From … to …</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/filter_texts.py" />
        <source>Allowed and denied</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/filter_texts.py" />
        <source>Only allowed</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/filter_texts.py" />
        <source>Only denied</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/filter_texts.py" />
        <source>allowed</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/filter_texts.py" />
        <source>denied</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/filter_texts.py" />
        <source>{filter}: {value}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/filters.py" />
        <source>Search the history</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/filters.py" />
        <source>Words in any order: of a program’s path, a destination, a user; a port (Ctrl+F)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/filters.py" />
        <source>&amp;Filter</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/filters.py" />
        <source>Leave out what you do not look for</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/filters.py" />
        <source>Show all</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/filters.py" />
        <source>Search for nothing, leave nothing out (Esc)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/filters.py" />
        <source>{filter}…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/live_bar.py" />
        <source>Show the newest decisions (Ctrl+Home)</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <location filename="../../gui/history/live_bar.py" />
        <source>↑ %Ln new</source>
        <translation type="unfinished">
            <numerusform />
            <numerusform />
        </translation>
    </message>
    <message>
        <location filename="../../gui/history/live_bar.py" />
        <source>● Live: what is decided appears on top</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/live_bar.py" />
        <source>○ Held while you look</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/live_bar.py" />
        <source>‖ Paused</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/live_bar.py" />
        <source>✕ The engine has ended: nothing new comes</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/make_rule.py" />
        <source>No rule can be made: {why}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/model.py" />
        <source>{when}
held for {time}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/offers.py" />
        <source>{name} — {path}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/range_dialog.py" />
        <source>Time · snet</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/range_dialog.py" />
        <source>From</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/range_dialog.py" />
        <source>To</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/range_dialog.py" />
        <source>▲ The end has to be after the beginning.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/range_dialog.py" />
        <source>&amp;From</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/range_dialog.py" />
        <source>&amp;To</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/rule_names.py" />
        <source>deleted since</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/save_dialog.py" />
        <source>Export · snet</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/save_dialog.py" />
        <source>Table (*.csv)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/save_dialog.py" />
        <source>JSON (*.json)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/texts.py" />
        <source>✓ Allowed</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/texts.py" />
        <source>✕ Denied</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/texts.py" />
        <source>Connect</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/texts.py" />
        <source>Send data</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/texts.py" />
        <source>Receive data</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/texts.py" />
        <source>Accept a connection</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/texts.py" />
        <source>Wait for connections</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/texts.py" />
        <source>Use an address</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/texts.py" />
        <source>Open a socket</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/texts.py" />
        <source>Kept verdict</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/texts.py" />
        <source>Answered</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/texts.py" />
        <source>No answer in time</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/texts.py" />
        <source>Nobody to ask</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/texts.py" />
        <source>Too many questions</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/texts.py" />
        <source>Call was given up</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/texts.py" />
        <source>Module was unloaded</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/texts.py" />
        <source>Mode</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/texts.py" />
        <source>Another agent</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/texts.py" />
        <source>Setting</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/texts.py" />
        <source>{reason}: {name}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/texts.py" />
        <source>an unnamed socket</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/texts.py" />
        <source>any time</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/texts.py" />
        <source>since {since}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/texts.py" />
        <source>until {until}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/texts.py" />
        <source>{since} – {until}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/texts.py" />
        <source>{n} ms</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/texts.py" />
        <source>{n} s</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/view.py" />
        <source>Decisions</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/window.py" />
        <source>History · snet</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/window.py" />
        <source>The history can’t be read: {why}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/window.py" />
        <source>Try again</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/window.py" />
        <source>Reading…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/window.py" />
        <source>Nothing matches.
Escape shows everything again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/window.py" />
        <source>Nothing was decided yet.
What programs do on the network appears here.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/window.py" />
        <source>Made the rule: {name}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/window.py" />
        <source>Show the rule</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/window.py" />
        <source>That rule was deleted since.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>HistoryDetails</name>
    <message>
        <location filename="../../gui/history/details.py" />
        <source>Facts</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/details.py" />
        <source>Choose a decision to look at.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/details.py" />
        <source>If it happened now:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/details.py" />
        <source>Close the details</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/facts.py" />
        <source>Decided</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/facts.py" />
        <source>Decision</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/facts.py" />
        <source>Reason</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/facts.py" />
        <source>Rule</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/facts.py" />
        <source>Held for</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/facts.py" />
        <source>Interface</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/facts.py" />
        <source>Process began</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/facts.py" />
        <source>Namespaces</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/facts.py" />
        <source>{outcome} with {error} ({meaning})</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/facts.py" />
        <source>{name} (number {id})</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/facts.py" />
        <source>{n} s after the computer started</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>HistoryPlot</name>
    <message>
        <location filename="../../gui/history/plot.py" />
        <source>Decisions over time</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/plot.py" />
        <source>Drag over a part of the time to look at that only; Backspace goes back. With the keyboard: arrows move, Shift with arrows chooses, Enter looks at it.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/plot_paint.py" />
        <source>Counting…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/plot_paint.py" />
        <source>No decisions</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/plot_texts.py" />
        <source>Allowed {n}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/plot_texts.py" />
        <source>Denied {n}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/plot_texts.py" />
        <source>{time}: allowed {allowed}, denied {denied}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/plot_texts.py" />
        <source>{time}: allowed {allowed}, denied {denied}.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/plot_texts.py" />
        <source>Most at {bar}.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>HistoryTotals</name>
    <message>
        <location filename="../../gui/history/totals.py" />
        <source>{name}: allowed {allowed}, denied {denied}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/totals.py" />
        <source>Nothing</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/totals.py" />
        <source>Programs</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/totals.py" />
        <source>Destinations</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/totals.py" />
        <source>No executable file</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/history/totals.py" />
        <source>No destination</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Hygiene</name>
    <message>
        <location filename="../../gui/rules/hygiene/model.py" />
        <source>What</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/hygiene/model.py" />
        <source>Rule</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/hygiene/model.py" />
        <source>Why</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/hygiene/model.py" />
        <source>Do</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/hygiene/model.py" />
        <source>Can never win</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/hygiene/model.py" />
        <source>Duplicate</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/hygiene/model.py" />
        <source>Never used</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/hygiene/model.py" />
        <source>Program gone</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/hygiene/model.py" />
        <source>Delete</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/hygiene/model.py" />
        <source>Switch off</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/hygiene/panel.py" />
        <source>Do it for the selected</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/hygiene/panel.py" />
        <source>What the last column says (Enter)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/hygiene/panel.py" />
        <source>Looking at all rules…</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <location filename="../../gui/rules/hygiene/panel.py" />
        <source>%Ln things to tidy up; the first {shown} are shown</source>
        <translation type="unfinished">
            <numerusform />
            <numerusform />
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/rules/hygiene/panel.py" />
        <source>%Ln things to tidy up</source>
        <translation type="unfinished">
            <numerusform />
            <numerusform />
        </translation>
    </message>
    <message>
        <location filename="../../gui/rules/hygiene/panel.py" />
        <source>Nothing to tidy up.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/hygiene/panel.py" />
        <source>Rules to tidy up</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Menu</name>
    <message>
        <location filename="../../gui/actions.py" />
        <source>Waiting questions…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/actions.py" />
        <source>Missed questions…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/actions.py" />
        <source>Rules…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/actions.py" />
        <source>History…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/actions.py" />
        <source>Settings…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/actions.py" />
        <source>Status…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/actions.py" />
        <source>About snet</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/actions.py" />
        <source>Quit</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/actions.py" />
        <source>Block everything now</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/actions.py" />
        <source>Ask about what no rule decides</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/actions.py" />
        <source>Learn: allow and note</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/actions.py" />
        <source>Lock: deny what no rule allows</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <location filename="../../gui/actions.py" />
        <source>Waiting questions (%Ln)…</source>
        <translation type="unfinished">
            <numerusform />
            <numerusform />
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/actions.py" />
        <source>Missed questions (%Ln)…</source>
        <translation type="unfinished">
            <numerusform />
            <numerusform />
        </translation>
    </message>
    <message>
        <location filename="../../gui/actions.py" />
        <source>Pause: ask nothing, allow</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <location filename="../../gui/actions.py" />
        <source>for %Ln minutes</source>
        <translation type="unfinished">
            <numerusform />
            <numerusform />
        </translation>
    </message>
</context>
<context>
    <name>Missed</name>
    <message>
        <location filename="../../gui/missed/dialog.py" />
        <source>Make a rule · snet</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/missed/model.py" />
        <source>When</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/missed/model.py" />
        <source>Question</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/missed/model.py" />
        <source>Then</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/missed/model.py" />
        <source>Times</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/missed/model.py" />
        <source>allowed: too many questions</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/missed/model.py" />
        <source>denied: too many questions</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <location filename="../../gui/missed/model.py" />
        <source>allowed after %Ln s</source>
        <translation type="unfinished">
            <numerusform />
            <numerusform />
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/missed/model.py" />
        <source>denied after %Ln s</source>
        <translation type="unfinished">
            <numerusform />
            <numerusform />
        </translation>
    </message>
    <message>
        <location filename="../../gui/missed/window.py" />
        <source>Missed questions · snet</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/missed/window.py" />
        <source>Made the rule: {name}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/missed/window.py" />
        <source>Missed questions</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/missed/window.py" />
        <source>No question was missed.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/missed/window.py" />
        <source>Make a rule…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/missed/window.py" />
        <source>Forget</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <location filename="../../gui/notice_bar.py" />
        <source>Close</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Notify</name>
    <message numerus="yes">
        <location filename="../../gui/notifier.py" />
        <source>%Ln questions wait for you</source>
        <translation type="unfinished">
            <numerusform />
            <numerusform />
        </translation>
    </message>
    <message>
        <location filename="../../gui/notifier.py" />
        <source>Show</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/notifier.py" />
        <source>Later</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/notifier.py" />
        <source>Start snet once more to see it.</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <location filename="../../gui/notifier.py" />
        <source>%Ln questions were missed</source>
        <translation type="unfinished">
            <numerusform />
            <numerusform />
        </translation>
    </message>
    <message>
        <location filename="../../gui/notifier.py" />
        <source>Nobody answered in time. No rule was made.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/notifier.py" />
        <source>Show missed questions</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/notify_service.py" />
        <source>snet</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Prompt</name>
    <message>
        <location filename="../../gui/missed/dialog.py" />
        <location filename="../../gui/prompt/body.py" />
        <source>Deny</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/missed/dialog.py" />
        <location filename="../../gui/prompt/body.py" />
        <source>Allow</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/missed/dialog.py" />
        <location filename="../../gui/prompt/body.py" />
        <source>For</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/prompt/body.py" />
        <source>snet · question 1 of {n}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/prompt/body.py" />
        <source>snet asks</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/prompt/body.py" />
        <source>Details</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <location filename="../../gui/prompt/countdown.py" />
        <source>%Ln s</source>
        <translation type="unfinished">
            <numerusform />
            <numerusform />
        </translation>
    </message>
    <message>
        <location filename="../../gui/prompt/header.py" />
        <source>Icon of {program}</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <location filename="../../gui/prompt/header.py" />
        <source>%Ln calls wait</source>
        <translation type="unfinished">
            <numerusform />
            <numerusform />
        </translation>
    </message>
    <message>
        <location filename="../../gui/prompt/origin.py" />
        <source>Program file: {path}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/prompt/window.py" />
        <source>1 of {n}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rule_text.py" />
        <source>The program's file is not known, so no rule can be made: this answers once.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rule_text.py" />
        <source>Answers what waits now. Makes no rule.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rule_text.py" />
        <source>No rule can be made: {why}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rule_text.py" />
        <source>Deny makes the rule: {rule}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rule_text.py" />
        <source>Allow makes the rule: {rule}</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Rule</name>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>connect</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>listen</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>be called</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>make sockets</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>bind</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>send</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>receive</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may use the network with {target}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may not use the network with {target}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may connect to {target}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may not connect to {target}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may be called from {target}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may not be called from {target}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may send to {target}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may not send to {target}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may receive from {target}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may not receive from {target}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may listen {place}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may not listen {place}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may bind {place}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may not bind {place}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may do anything on the network</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may not do anything on the network</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may connect to anything</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may not connect to anything</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may listen anywhere</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may not listen anywhere</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may be called from anywhere</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may not be called from anywhere</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may make sockets to anything</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may not make sockets to anything</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may bind anywhere</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may not bind anywhere</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may send to anything</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may not send to anything</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may receive from anywhere</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may not receive from anywhere</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may use the network</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may not use the network</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may connect</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may not connect</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may listen</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may not listen</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may be called</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may not be called</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may make sockets</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may not make sockets</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may bind</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may not bind</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may send</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may not send</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may receive</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may not receive</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>make no call at all</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may not {verbs}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may {verbs}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may not {verbs} {where}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may {verbs} {where}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{where} {more}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>over {protocols}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{clause} over {protocols}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{clause} {place}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>with {target}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>from {target}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>to {target}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>anywhere</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>from anywhere</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>to anything</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{peer} on {protocol} {ports}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{peer}, port {ports}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>anything on {protocol} {ports}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>anything, port {ports}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>at {addresses}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>from its own {addresses}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>on {protocol} {ports}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>on port {ports}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>on its own {protocol} {ports}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>on its own port {ports}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/summary.py" />
        <source>{clause}, {more}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/summary.py" />
        <source>{clause}.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/summary.py" />
        <source>Allow {program}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/summary.py" />
        <source>Allow {program} {where}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/summary.py" />
        <source>Deny {program}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/summary.py" />
        <source>Deny {program} {where}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/summary.py" />
        <source>as application {name}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/summary.py" />
        <source>while its file has the hash {start}…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/summary.py" />
        <source>from the package {name}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/summary.py" />
        <source>run by user {users}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/summary.py" />
        <source>run by group {groups}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/summary.py" />
        <source>in network namespace {number}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/summary.py" />
        <source>through {interface}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/summary.py" />
        <source>with a command line that is {text}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/summary.py" />
        <source>with a command line like {text}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/summary.py" />
        <source>with a command line that matches {text}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/summary.py" />
        <source>when started by a program that is {text}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/summary.py" />
        <source>when started by a program like {text}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/summary.py" />
        <source>when started by a program that matches {text}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/summary.py" />
        <source>in a unit that is {text}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/summary.py" />
        <source>in a unit like {text}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/summary.py" />
        <source>in a unit that matches {text}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/summary.py" />
        <source>if it is an address of the list {path}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/summary.py" />
        <source>if it is a host of the list {path}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/summary.py" />
        <source>if it is a host that matches the list {path}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/summary.py" />
        <source>if it is a program of the list {path}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/summary.py" />
        <source>with the error {name}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/wording.py" />
        <source>any program</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/wording.py" />
        <source>application {name}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/wording.py" />
        <source>any program like {text}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/wording.py" />
        <source>any program that matches {text}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/wording.py" />
        <source>{text} in any case</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/wording.py" />
        <source>{host} at {addresses}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/wording.py" />
        <source>{name} and all below it</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/wording.py" />
        <source>{first} to {last}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/wording.py" />
        <source>an unnamed socket</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/wording.py" />
        <source>none of all addresses</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <location filename="../../rules/wording.py" />
        <source>any of %n addresses</source>
        <translation type="unfinished">
            <numerusform />
            <numerusform />
        </translation>
    </message>
    <message>
        <location filename="../../rules/wording.py" />
        <source>none of all ports</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <location filename="../../rules/wording.py" />
        <source>any of %n ports</source>
        <translation type="unfinished">
            <numerusform />
            <numerusform />
        </translation>
    </message>
    <message>
        <location filename="../../rules/wording.py" />
        <source>none of all users</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <location filename="../../rules/wording.py" />
        <source>any of %n users</source>
        <translation type="unfinished">
            <numerusform />
            <numerusform />
        </translation>
    </message>
    <message>
        <location filename="../../rules/wording.py" />
        <source>none of all groups</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <location filename="../../rules/wording.py" />
        <source>any of %n groups</source>
        <translation type="unfinished">
            <numerusform />
            <numerusform />
        </translation>
    </message>
    <message>
        <location filename="../../rules/wording.py" />
        <source>protocol {number}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/wording.py" />
        <source>{kind} {more}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/wording.py" />
        <source>always</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/wording.py" />
        <source>this once</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/wording.py" />
        <source>until this process ends</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/wording.py" />
        <source>until restart</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/wording.py" />
        <source>for {time}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/wording.py" />
        <source>until a date</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/wording.py" />
        <source>until {date}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../rules/wording.py" />
        <source>{count} seconds</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <location filename="../../rules/wording.py" />
        <source>%n days</source>
        <translation type="unfinished">
            <numerusform />
            <numerusform />
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../rules/wording.py" />
        <source>%n hours</source>
        <translation type="unfinished">
            <numerusform />
            <numerusform />
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../rules/wording.py" />
        <source>%n minutes</source>
        <translation type="unfinished">
            <numerusform />
            <numerusform />
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../rules/wording.py" />
        <source>%n seconds</source>
        <translation type="unfinished">
            <numerusform />
            <numerusform />
        </translation>
    </message>
</context>
<context>
    <name>RuleDialog</name>
    <message>
        <location filename="../../gui/rules/dialog.py" />
        <source>New rule · snet</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/dialog.py" />
        <source>Edit rule · snet</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/dialog.py" />
        <source>No rule yet.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/dialog.py" />
        <source>Keep the rule (Ctrl+Enter)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/field_row.py" />
        <source>▲ {problem}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>Name</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>Answer</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>Program</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>May or may not</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>Remote address</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>Remote host</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>Remote port</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>Protocol</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>Holds</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>In force</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>Error of a deny</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>User</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>Group</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>Command line</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>Started by</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>Application</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>Package</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>Unit</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>SHA-256</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>Local address</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>Local port</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>Interface</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>Family</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>Socket type</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>Network namespace</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>List file</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>Priority</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>Note</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>made of what the rule says</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>What the program gets</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>any · /usr/bin/curl · glob:/opt/** · regex:^/opt/</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>anything · connect, sendmsg · listen</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>any · 192.0.2.1 · 10.0.0.0/8 · 192.0.2.1-192.0.2.9</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>any · example.com · *.example.com</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>any · 443 · 80, 8000-8100</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>any · tcp · tcp, udp</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>always · 15m · 1h30m · until 2030-01-02 03:04</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>A rule that is not in force decides nothing</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>EPERM · ECONNREFUSED</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>any · anna · 1000, 1001</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>any · users · 100</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>any · glob:/usr/bin/python3 **</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>anything · /usr/bin/bash</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>any · org.mozilla.firefox</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>any · curl</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>any · apt-daily.service · glob:user@*</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>any · 64 hexadecimal digits</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>any · 127.0.0.0/8 · unix:/run/x</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>any · 8080 · 8000-8100</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>any · wlan0</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>any · inet, inet6 · unix</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>any · stream · dgram</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>any · 4026531840</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>none · hosts:/etc/blocked</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>0 · the higher wins</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>why this rule is here</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>Allow</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>Deny</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>Yes</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>No</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>always</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>until restart</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>15m</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>1h</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>12h</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>anything</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>connect</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>listen</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>be called</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>any</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/form.py" />
        <source>&amp;More conditions</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/form.py" />
        <source>Everything else that a rule can ask for</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Rules</name>
    <message>
        <location filename="../../gui/rules/columns.py" />
        <source>Rule</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/columns.py" />
        <location filename="../../gui/rules/filters.py" />
        <source>Answer</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/columns.py" />
        <source>Holds</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/columns.py" />
        <source>From</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/columns.py" />
        <source>Made</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/columns.py" />
        <source>Last used</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/columns.py" />
        <source>Used</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/commands.py" />
        <source>Deleted: {name}</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <location filename="../../gui/rules/commands.py" />
        <source>%Ln rules deleted</source>
        <translation type="unfinished">
            <numerusform />
            <numerusform />
        </translation>
    </message>
    <message>
        <location filename="../../gui/rules/commands.py" />
        <source>Switched off: {name}</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <location filename="../../gui/rules/commands.py" />
        <source>%Ln rules switched off</source>
        <translation type="unfinished">
            <numerusform />
            <numerusform />
        </translation>
    </message>
    <message>
        <location filename="../../gui/rules/deeds.py" />
        <source>&amp;New rule…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/deeds.py" />
        <source>&amp;Edit…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/deeds.py" />
        <source>Make a rule</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/deeds.py" />
        <source>Change this rule</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/deeds.py" />
        <source>&amp;Switch on or off</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/deeds.py" />
        <source>Switch the selected rules on, or off if all of them are on</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/deeds.py" />
        <source>D&amp;uplicate</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/deeds.py" />
        <source>Make copies, switched off</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/deeds.py" />
        <source>&amp;Delete</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/deeds.py" />
        <source>Forget the selected rules</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/deeds.py" />
        <source>&amp;Undo</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/deeds.py" />
        <source>Take back what was done</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/deeds.py" />
        <source>&amp;Only this program</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/deeds.py" />
        <source>Show the rules of this program only</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/deeds.py" />
        <source>&amp;Test…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/deeds.py" />
        <source>Which rule decides an event, and why no other does</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/deeds.py" />
        <source>T&amp;idy up</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/deeds.py" />
        <source>Rules that are not needed, each with what to do about it</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/deeds.py" />
        <source>&amp;Find</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/deeds.py" />
        <source>Show &amp;all</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/deeds.py" />
        <source>&amp;Close</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/deeds.py" />
        <source>Hide t&amp;idying</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/draft.py" />
        <source>{name} (copy)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/filters.py" />
        <source>Search rules</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/filters.py" />
        <source>Words in any order (Ctrl+F)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/filters.py" />
        <source>Lifetime</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/filters.py" />
        <source>Origin</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/filters.py" />
        <source>Switched on or off</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/filters.py" />
        <source>Show all</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/filters.py" />
        <source>Search for nothing, leave nothing out (Esc)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/filters.py" />
        <source>Any answer</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/filters.py" />
        <source>Allow</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/filters.py" />
        <source>Deny</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/filters.py" />
        <source>Any lifetime</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/filters.py" />
        <source>Temporary</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/filters.py" />
        <source>Any origin</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/filters.py" />
        <source>On and off</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/filters.py" />
        <source>On</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/filters.py" />
        <source>Off</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/model.py" />
        <source>{rule} Switched off.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/pick.py" />
        <source>The rules changed meanwhile; choose again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/program_box.py" />
        <source>Program</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/program_box.py" />
        <source>The whole path of one program, then Enter</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/program_box.py" />
        <source>Any program</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/texts.py" />
        <source>✓ Allow</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/texts.py" />
        <source>✕ Deny</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/texts.py" />
        <source>a person</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/texts.py" />
        <source>learned</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/texts.py" />
        <source>imported</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/texts.py" />
        <source>shipped</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/texts.py" />
        <source>Once</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/texts.py" />
        <source>This process</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/texts.py" />
        <source>Until restart</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/texts.py" />
        <source>For a time</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/texts.py" />
        <source>Until a date</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/texts.py" />
        <source>Always</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/texts.py" />
        <source>never</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <location filename="../../gui/rules/texts.py" />
        <source>%Ln s left</source>
        <translation type="unfinished">
            <numerusform />
            <numerusform />
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/rules/texts.py" />
        <source>%Ln min left</source>
        <translation type="unfinished">
            <numerusform />
            <numerusform />
        </translation>
    </message>
    <message>
        <location filename="../../gui/rules/texts.py" />
        <source>{h} h {m} min left</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <location filename="../../gui/rules/texts.py" />
        <source>%Ln days left</source>
        <translation type="unfinished">
            <numerusform />
            <numerusform />
        </translation>
    </message>
    <message>
        <location filename="../../gui/rules/view.py" />
        <source>Rules</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/window.py" />
        <source>Rules · snet</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/window.py" />
        <source>Undo</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <location filename="../../gui/rules/window.py" />
        <source>%Ln rules</source>
        <translation type="unfinished">
            <numerusform />
            <numerusform />
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/rules/window.py" />
        <source>%Ln rules found</source>
        <translation type="unfinished">
            <numerusform />
            <numerusform />
        </translation>
    </message>
    <message>
        <location filename="../../gui/rules/window.py" />
        <source>Nothing is remembered yet.
An answer that holds longer than once makes a rule.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/window.py" />
        <source>No rule is like that.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Said</name>
    <message>
        <location filename="../../model/said.py" />
        <source>{some} or {other}</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <location filename="../../gui/settings/asking_page.py" />
        <source>Deny it</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/settings/asking_page.py" />
        <source>Allow it</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/settings/asking_page.py" />
        <source> s</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/settings/asking_page.py" />
        <source>Programs that connect to other computers</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/settings/asking_page.py" />
        <source>Always: this is what snet is for.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/settings/asking_page.py" />
        <location filename="../../gui/settings/window.py" />
        <source>Asking</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/settings/asking_page.py" />
        <source>What to ask about</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/settings/asking_page.py" />
        <source>When no rule decides</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/settings/asking_page.py" />
        <source>If nobody answers</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/settings/asking_page.py" />
        <source>This one call only: no rule is made. The question is kept among the missed ones.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/settings/asking_page.py" />
        <source>Time to answer</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/settings/asking_page.py" />
        <source>A program is held for so long. While you read, for longer.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/settings/asking_page.py" />
        <source>Programs that others can reach</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/settings/asking_page.py" />
        <source>Waiting for connections and taking them. Off: every program may, unless a rule denies it.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/settings/asking_page.py" />
        <source>Data sent without a connection (UDP)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/settings/asking_page.py" />
        <source>Name lookups, calls, games. Off: such data leaves this computer unasked.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/settings/asking_page.py" />
        <source>Connections within this computer</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/settings/asking_page.py" />
        <source>Programs here that talk to each other, by addresses such as 127.0.0.1. On: more questions, about little that leaves.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/settings/asking_page.py" />
        <source>Sockets of all other kinds</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/settings/asking_page.py" />
        <source>UNIX, netlink, Bluetooth and more. On: very many questions, since every desktop lives of them.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/settings/history_page.py" />
        <source> days</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/settings/history_page.py" />
        <source>Days that decisions are kept</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/settings/history_page.py" />
        <source> MB</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/settings/history_page.py" />
        <source>Megabytes that decisions may take</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/settings/history_page.py" />
        <source>Forget old decisions after</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/settings/history_page.py" />
        <source>Off: they are kept for ever, as far as there is room.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/settings/history_page.py" />
        <source>Take no more room than</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/settings/history_page.py" />
        <source>Above it, the oldest decisions are forgotten first.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/settings/history_page.py" />
        <location filename="../../gui/settings/window.py" />
        <source>History</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/settings/mode_box.py" />
        <source>The program is held until you answer.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/settings/mode_box.py" />
        <source>All that you would be asked about is allowed. A rule for it is made, marked as learned, for you to look over.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/settings/mode_box.py" />
        <source>All that you would be asked about is denied.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/settings/mode_box.py" />
        <source>All that you would be asked about is allowed. Choose another to end the pause.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/settings/mode_box.py" />
        <source>Ask me</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/settings/mode_box.py" />
        <source>Learn for a day</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/settings/mode_box.py" />
        <source>Learn until I end it</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/settings/mode_box.py" />
        <source>Deny (locked)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/settings/mode_box.py" />
        <source>Paused, {left}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/settings/mode_box.py" />
        <source>Learning, {left}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/settings/row.py" />
        <source>⚠ Not changed: {why}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/settings/screen_page.py" />
        <source>Show…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/settings/screen_page.py" />
        <source>Look of the windows</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/settings/screen_page.py" />
        <source>First steps</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/settings/screen_page.py" />
        <source>The questions of the first start, once more.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/settings/screen_page.py" />
        <source>A sound when a question appears</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/settings/screen_page.py" />
        <source>A sound when nobody answered one</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/settings/screen_page.py" />
        <source>Notifications</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/settings/screen_page.py" />
        <source>Of questions that nobody answered, and of those that wait where you may not see them.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/settings/screen_page.py" />
        <source>Listen</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/settings/screen_page.py" />
        <source>Sounds and notifications</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/settings/screen_page.py" />
        <source>This desktop</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/settings/screen_page.py" />
        <source>Start when I log in</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/settings/screen_page.py" />
        <source>Off: programs are not asked about until you start snet.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/settings/screen_page.py" />
        <source>As the desktop</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/settings/screen_page.py" />
        <source>Light</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/settings/screen_page.py" />
        <source>Dark</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/settings/window.py" />
        <source>Settings · snet</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/settings/window.py" />
        <source>Desktop</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/settings/window.py" />
        <source>Pages of settings</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>State</name>
    <message numerus="yes">
        <location filename="../../gui/state.py" />
        <source>%Ln questions wait for you</source>
        <translation type="unfinished">
            <numerusform />
            <numerusform />
        </translation>
    </message>
    <message>
        <location filename="../../gui/state.py" />
        <source>Paused: what no rule denies passes, {left}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/state.py" />
        <source>Learning: what no rule denies passes and is noted, {left}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/state.py" />
        <source>Not connected</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/state.py" />
        <source>Everything is blocked</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/state.py" />
        <source>Learning: what no rule denies passes and is noted</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/state.py" />
        <source>Locked: only what a rule allows passes</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/state.py" />
        <source>Asking about what no rule decides</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/state.py" />
        <source>until you end it</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <location filename="../../gui/state.py" />
        <source>%Ln min left</source>
        <translation type="unfinished">
            <numerusform />
            <numerusform />
        </translation>
    </message>
    <message>
        <location filename="../../gui/state.py" />
        <source>{h} h {m} min left</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/state.py" />
        <source>The engine has not reported yet.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/state.py" />
        <source>There is no source of events.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/state.py" />
        <source>then denied</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/state.py" />
        <source>then allowed</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/state.py" />
        <source>{source} · an unanswered call waits {n} s, {policy}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/state.py" />
        <source>Rules: {rules} · Missed: {missed} · Decided: {decided}</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <location filename="../../gui/status_window.py" />
        <source>Status · snet</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/status_window.py" />
        <source>Mode and more</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>TestRule</name>
    <message>
        <location filename="../../gui/rules/testing/event_fields.py" />
        <source>{text} is no address; write 192.0.2.1, 2001:db8::1 or unix:/x</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/testing/event_fields.py" />
        <source>{text} is no port; write a number up to 65535</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/testing/event_fields.py" />
        <source>no user is called {text}; write a name or a number</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/testing/event_form.py" />
        <source>Program</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/testing/event_form.py" />
        <source>Wants to</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/testing/event_form.py" />
        <source>Protocol</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/testing/event_form.py" />
        <source>Remote address</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/testing/event_form.py" />
        <source>Remote port</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/testing/event_form.py" />
        <source>Remote host</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/testing/event_form.py" />
        <source>Local address</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/testing/event_form.py" />
        <source>Local port</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/testing/event_form.py" />
        <source>User</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/testing/event_form.py" />
        <source>other</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/testing/past_box.py" />
        <source>Past event</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/testing/past_box.py" />
        <source>Begin with an event that was decided before</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/testing/past_box.py" />
        <source>Made up</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/testing/past_box.py" />
        <source>Made up (the history can't be read: {why})</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/testing/verdict_view.py" />
        <source>Rule</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/testing/verdict_view.py" />
        <source>Why</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/testing/verdict_view.py" />
        <source>Rules that win and lose</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/testing/verdict_view.py" />
        <source>Enter shows the rule</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/testing/verdict_view.py" />
        <source>No rule decides this: the person is asked, or the mode says.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/testing/verdict_view.py" />
        <source>{answer}, by the rule “{name}”.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/testing/verdict_view.py" />
        <source>The rule that you test is the one that decides.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/testing/verdict_view.py" />
        <source>The rule that you test does not decide: {why}.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/testing/verdict_view.py" />
        <source>The rule that you test is not about this.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/testing/verdict_view.py" />
        <source>▶ it wins</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/testing/verdict_view.py" />
        <source>matches too: {why}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/testing/verdict_view.py" />
        <source>does not match: {why}</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <location filename="../../gui/rules/testing/verdict_view.py" />
        <source>… and %Ln more</source>
        <translation type="unfinished">
            <numerusform />
            <numerusform />
        </translation>
    </message>
    <message>
        <location filename="../../gui/rules/testing/window.py" />
        <source>Test the rules · snet</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/testing/window.py" />
        <source>This is no event yet.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/rules/testing/window.py" />
        <source>&amp;Past event</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <location filename="../../gui/words.py" />
        <source>A program</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/words.py" />
        <source>wants to connect to {where}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/words.py" />
        <source>wants to send data to {where}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/words.py" />
        <source>wants to receive data from {where}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/words.py" />
        <source>wants to use {where}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/words.py" />
        <source>wants to open a socket ({kind})</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/words.py" />
        <source>{program} {deed}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/words.py" />
        <source>port {port} ({service})</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/words.py" />
        <source>port {port}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/words.py" />
        <source>through {interface}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/words.py" />
        <source>process {pid} · user {user}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/words.py" />
        <source>(no executable file)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/words.py" />
        <source>⚠ not part of the system: {path}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/words.py" />
        <source>From</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/words.py" />
        <source>On</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/words.py" />
        <source>To</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/words.py" />
        <source>{host}, any port</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/words.py" />
        <source>port {port}, any address</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/words.py" />
        <source>port {port} anywhere</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/words.py" />
        <source>everything</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/words.py" />
        <source>once</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/words.py" />
        <source>until it exits</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/words.py" />
        <source>until restart</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/words.py" />
        <source>always</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/words.py" />
        <source>until {when}</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <location filename="../../gui/words.py" />
        <source>%Ln s</source>
        <translation type="unfinished">
            <numerusform />
            <numerusform />
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/words.py" />
        <source>%Ln min</source>
        <translation type="unfinished">
            <numerusform />
            <numerusform />
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/words.py" />
        <source>%Ln hours</source>
        <translation type="unfinished">
            <numerusform />
            <numerusform />
        </translation>
    </message>
    <message>
        <location filename="../../gui/words.py" />
        <source>then denied</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/words.py" />
        <source>then allowed</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/words.py" />
        <source>the local socket {path}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/words.py" />
        <source>{host}, {port}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/words.py" />
        <source>an unnamed local socket</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/words.py" />
        <source>a {family} address {raw}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/words.py" />
        <source>any address of this computer</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/words.py" />
        <source>wants to accept connections on {where}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/words.py" />
        <source>wants to accept connections on {port} from this computer</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/words.py" />
        <source>wants to accept connections on {port} from other computers</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/words.py" />
        <source>wants to take a connection from {caller}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../../gui/words.py" />
        <source>wants to take a connection from {caller} on {port}</source>
        <translation type="unfinished" />
    </message>
</context>
</TS>
