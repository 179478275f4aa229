<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Block</name>
    <message>
        <location filename="../../gui/block.py" />
        <source>Block everything</source>
        <translation>Alles sperren</translation>
    </message>
</context>
<context>
    <name>Desktop</name>
    <message>
        <location filename="../../gui/desktop.py" />
        <source>The engine has ended.</source>
        <translation>Die Firewall wurde beendet.</translation>
    </message>
    <message>
        <location filename="../../gui/desktop.py" />
        <source>connected to {source}</source>
        <translation>verbunden mit {source}</translation>
    </message>
    <message>
        <location filename="../../gui/desktop.py" />
        <source>About snet</source>
        <translation>Über snet</translation>
    </message>
    <message>
        <location filename="../../gui/desktop.py" />
        <source>An interactive firewall: it holds a program’s network call until you answer, and remembers the answer.

Free software under the GNU General Public License, version 2 or later.</source>
        <translation>Eine interaktive Firewall: Sie hält den Netzwerkaufruf eines Programms an, bis Sie antworten, und merkt sich die Antwort.

Freie Software unter der GNU General Public License, Version 2 oder neuer.</translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <location filename="../../gui/prompt/details.py" />
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <location filename="../../gui/prompt/details.py" />
        <source>Command line</source>
        <translation>Befehlszeile</translation>
    </message>
    <message>
        <location filename="../../gui/prompt/details.py" />
        <source>Started by</source>
        <translation>Gestartet von</translation>
    </message>
    <message>
        <location filename="../../gui/prompt/details.py" />
        <source>Application</source>
        <translation>Anwendung</translation>
    </message>
    <message>
        <location filename="../../gui/prompt/details.py" />
        <source>Package</source>
        <translation>Paket</translation>
    </message>
    <message>
        <location filename="../../gui/prompt/details.py" />
        <source>Unit</source>
        <translation>Unit</translation>
    </message>
    <message>
        <location filename="../../gui/prompt/details.py" />
        <source>Process</source>
        <translation>Prozess</translation>
    </message>
    <message>
        <location filename="../../gui/prompt/details.py" />
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <location filename="../../gui/prompt/details.py" />
        <source>Names of the peer</source>
        <translation>Namen der Gegenstelle</translation>
    </message>
    <message>
        <location filename="../../gui/prompt/details.py" />
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <location filename="../../gui/prompt/details.py" />
        <source>To</source>
        <translation>Nach</translation>
    </message>
    <message>
        <location filename="../../gui/prompt/details.py" />
        <source>Socket</source>
        <translation>Socket</translation>
    </message>
    <message>
        <location filename="../../gui/prompt/details.py" />
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <location filename="../../gui/prompt/details.py" />
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <location filename="../../gui/prompt/details.py" />
        <source>Control group</source>
        <translation>Kontrollgruppe</translation>
    </message>
    <message>
        <location filename="../../gui/prompt/details.py" />
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <location filename="../../gui/prompt/details.py" />
        <source>{pid} (thread {tid}, named “{name}”, parent {ppid})</source>
        <translation>{pid} (Thread {tid}, Name „{name}“, Elternprozess {ppid})</translation>
    </message>
    <message>
        <location filename="../../gui/prompt/details.py" />
        <source>{user} (uid {uid}, gid {gid})</source>
        <translation>{user} (UID {uid}, GID {gid})</translation>
    </message>
    <message>
        <location filename="../../gui/prompt/details.py" />
        <source>inode {ino} on device {dev:#x}</source>
        <translation>Inode {ino} auf Gerät {dev:#x}</translation>
    </message>
    <message>
        <location filename="../../gui/prompt/details.py" />
        <source>Details</source>
        <translation>Details</translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <location filename="../../gui/telling.py" />
        <source>{field}: {problem}</source>
        <translation>{field}: {problem}</translation>
    </message>
    <message>
        <location filename="../../rules/labels.py" />
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <location filename="../../rules/labels.py" />
        <source>enabled</source>
        <translation>in Kraft</translation>
    </message>
    <message>
        <location filename="../../rules/labels.py" />
        <source>action</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <location filename="../../rules/labels.py" />
        <source>error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <location filename="../../rules/labels.py" />
        <source>lifetime</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <location filename="../../rules/labels.py" />
        <source>priority</source>
        <translation>Vorrang</translation>
    </message>
    <message>
        <location filename="../../rules/labels.py" />
        <source>note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <location filename="../../rules/labels.py" />
        <source>program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <location filename="../../rules/labels.py" />
        <source>sha256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <location filename="../../rules/labels.py" />
        <source>command line</source>
        <translation>Befehlszeile</translation>
    </message>
    <message>
        <location filename="../../rules/labels.py" />
        <source>started by</source>
        <translation>gestartet von</translation>
    </message>
    <message>
        <location filename="../../rules/labels.py" />
        <source>application</source>
        <translation>Anwendung</translation>
    </message>
    <message>
        <location filename="../../rules/labels.py" />
        <source>package</source>
        <translation>Paket</translation>
    </message>
    <message>
        <location filename="../../rules/labels.py" />
        <source>unit</source>
        <translation>Unit</translation>
    </message>
    <message>
        <location filename="../../rules/labels.py" />
        <source>user</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <location filename="../../rules/labels.py" />
        <source>group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <location filename="../../rules/labels.py" />
        <source>syscall</source>
        <translation>Systemaufruf</translation>
    </message>
    <message>
        <location filename="../../rules/labels.py" />
        <source>family</source>
        <translation>Familie</translation>
    </message>
    <message>
        <location filename="../../rules/labels.py" />
        <source>type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <location filename="../../rules/labels.py" />
        <source>protocol</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <location filename="../../rules/labels.py" />
        <source>local address</source>
        <translation>lokale Adresse</translation>
    </message>
    <message>
        <location filename="../../rules/labels.py" />
        <source>remote address</source>
        <translation>entfernte Adresse</translation>
    </message>
    <message>
        <location filename="../../rules/labels.py" />
        <source>local port</source>
        <translation>lokaler Port</translation>
    </message>
    <message>
        <location filename="../../rules/labels.py" />
        <source>remote port</source>
        <translation>entfernter Port</translation>
    </message>
    <message>
        <location filename="../../rules/labels.py" />
        <source>remote host</source>
        <translation>entfernter Rechner</translation>
    </message>
    <message>
        <location filename="../../rules/labels.py" />
        <source>network namespace</source>
        <translation>Netzwerk-Namensraum</translation>
    </message>
    <message>
        <location filename="../../rules/labels.py" />
        <source>interface</source>
        <translation>Schnittstelle</translation>
    </message>
    <message>
        <location filename="../../rules/labels.py" />
        <source>list</source>
        <translation>Liste</translation>
    </message>
    <message>
        <location filename="../../rules/reasons.py" />
        <source>process</source>
        <translation>Prozess</translation>
    </message>
</context>
<context>
    <name>First</name>
    <message>
        <location filename="../../gui/first/plan.py" />
        <source>What nobody answers is denied, that one time.</source>
        <translation>Bleibt eine Frage unbeantwortet, wird dieses eine Mal abgelehnt.</translation>
    </message>
    <message>
        <location filename="../../gui/first/plan.py" />
        <source>What nobody answers is allowed, that one time.</source>
        <translation>Bleibt eine Frage unbeantwortet, wird dieses eine Mal erlaubt.</translation>
    </message>
    <message>
        <location filename="../../gui/first/plan.py" />
        <source>Connections within this computer are asked about too.</source>
        <translation>Auch nach Verbindungen innerhalb dieses Rechners wird gefragt.</translation>
    </message>
    <message>
        <location filename="../../gui/first/plan.py" />
        <source>Connections within this computer are not asked about.</source>
        <translation>Nach Verbindungen innerhalb dieses Rechners wird nicht gefragt.</translation>
    </message>
    <message>
        <location filename="../../gui/first/plan.py" />
        <source>Programs that use the network now go on, by a rule that allows each all it does. All others are asked about.</source>
        <translation>Programme, die jetzt das Netzwerk benutzen, laufen weiter: Eine Regel erlaubt jedem alles, was es tut. Nach allen anderen wird gefragt.</translation>
    </message>
    <message>
        <location filename="../../gui/first/plan.py" />
        <source>Every program is asked about, from now on.</source>
        <translation>Von jetzt an wird nach jedem Programm gefragt.</translation>
    </message>
    <message>
        <location filename="../../gui/first/plan.py" />
        <source>For a day all is allowed, and rules are made of it. Then snet asks.</source>
        <translation>Einen Tag lang ist alles erlaubt, und daraus entstehen Regeln. Danach fragt snet.</translation>
    </message>
    <message>
        <location filename="../../gui/first/plan.py" />
        <source>snet starts when you log in.</source>
        <translation>snet startet, wenn Sie sich anmelden.</translation>
    </message>
    <message>
        <location filename="../../gui/first/plan.py" />
        <source>snet starts when you start it.</source>
        <translation>snet startet, wenn Sie es starten.</translation>
    </message>
    <message>
        <location filename="../../gui/first/plan.py" />
        <source>snet learns until tomorrow at this time, then it asks.</source>
        <translation>snet lernt bis morgen um diese Zeit, danach fragt es.</translation>
    </message>
    <message>
        <location filename="../../gui/first/plan.py" />
        <source>snet asks from now on.</source>
        <translation>snet fragt von jetzt an.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/first/plan.py" />
        <source>snet asks from now on. %Ln programs that are running go on.</source>
        <translation>
            <numerusform>snet fragt von jetzt an. Ein laufendes Programm macht weiter.</numerusform>
            <numerusform>snet fragt von jetzt an. %Ln laufende Programme machen weiter.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../gui/first/screens.py" />
        <source>How shall snet begin?</source>
        <translation>Wie soll snet beginnen?</translation>
    </message>
    <message>
        <location filename="../../gui/first/screens.py" />
        <source>A program that wants to use the network is held until you allow or deny it, and your answer is remembered.</source>
        <translation>Ein Programm, das das Netzwerk benutzen möchte, wird angehalten, bis Sie es erlauben oder ablehnen. Ihre Antwort wird gemerkt.</translation>
    </message>
    <message>
        <location filename="../../gui/first/screens.py" />
        <source>A few things that matter</source>
        <translation>Einige wichtige Dinge</translation>
    </message>
    <message>
        <location filename="../../gui/first/screens.py" />
        <source>All of them, and more, can be changed in the settings.</source>
        <translation>All das und mehr lässt sich in den Einstellungen ändern.</translation>
    </message>
    <message>
        <location filename="../../gui/first/screens.py" />
        <source>Deny it</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <location filename="../../gui/first/screens.py" />
        <source>Allow it</source>
        <translation>Erlauben</translation>
    </message>
    <message>
        <location filename="../../gui/first/screens.py" />
        <source>If nobody answers</source>
        <translation>Wenn niemand antwortet</translation>
    </message>
    <message>
        <location filename="../../gui/first/screens.py" />
        <source>Ask about connections within this computer too</source>
        <translation>Auch nach Verbindungen innerhalb dieses Rechners fragen</translation>
    </message>
    <message>
        <location filename="../../gui/first/screens.py" />
        <source>Programs here that talk to each other. Off: fewer questions, about what leaves this computer or comes from outside.</source>
        <translation>Programme auf diesem Rechner, die miteinander sprechen. Aus: weniger Fragen, nur nach dem, was diesen Rechner verlässt oder von außen kommt.</translation>
    </message>
    <message>
        <location filename="../../gui/first/screens.py" />
        <source>Start when I log in</source>
        <translation>Bei der Anmeldung starten</translation>
    </message>
    <message>
        <location filename="../../gui/first/screens.py" />
        <source>Off: programs are not asked about until you start snet.</source>
        <translation>Aus: Nach Programmen wird erst gefragt, wenn Sie snet starten.</translation>
    </message>
    <message>
        <location filename="../../gui/first/screens.py" />
        <source>A program is held for {n} s. Then, for this one call:</source>
        <translation>Ein Programm wird {n} s lang angehalten. Danach, für diesen einen Aufruf:</translation>
    </message>
    <message>
        <location filename="../../gui/first/screens.py" />
        <location filename="../../gui/first/window.py" />
        <source>This is what snet will do</source>
        <translation>Das wird snet tun</translation>
    </message>
    <message>
        <location filename="../../gui/first/screens.py" />
        <source>Where you find it</source>
        <translation>Wo Sie es finden</translation>
    </message>
    <message>
        <location filename="../../gui/first/screens.py" />
        <source>This icon is in the panel. Click it for what waits and how things are; its menu has the rules, a pause, and the settings.</source>
        <translation>Dieses Symbol ist in der Leiste. Ein Klick zeigt, was wartet und wie es steht; im Menü sind die Regeln, eine Pause und die Einstellungen.</translation>
    </message>
    <message>
        <location filename="../../gui/first/screens.py" />
        <source>This desktop shows no icons of programs. The window “Status” has the rules, a pause, and the settings; starting snet once more shows it.</source>
        <translation>Diese Arbeitsfläche zeigt keine Symbole von Programmen. Im Fenster „Status“ sind die Regeln, eine Pause und die Einstellungen; ein weiterer Start von snet zeigt es.</translation>
    </message>
    <message>
        <location filename="../../gui/first/screens.py" />
        <source>Ask about what is new (suggested)</source>
        <translation>Nach Neuem fragen (empfohlen)</translation>
    </message>
    <message>
        <location filename="../../gui/first/screens.py" />
        <source>Programs that use the network right now go on: each gets a rule, which you can look at and delete. All others are asked about.</source>
        <translation>Programme, die jetzt das Netzwerk benutzen, laufen weiter: Jedes bekommt eine Regel, die Sie ansehen und löschen können. Nach allen anderen wird gefragt.</translation>
    </message>
    <message>
        <location filename="../../gui/first/screens.py" />
        <source>Ask about everything</source>
        <translation>Nach allem fragen</translation>
    </message>
    <message>
        <location filename="../../gui/first/screens.py" />
        <source>Every program is asked about, those that are running too. Many questions on the first day, and nothing passes that you did not see.</source>
        <translation>Nach jedem Programm wird gefragt, auch nach denen, die schon laufen. Viele Fragen am ersten Tag, doch nichts geht ungesehen durch.</translation>
    </message>
    <message>
        <location filename="../../gui/first/screens.py" />
        <source>Learn for a day first</source>
        <translation>Erst einen Tag lernen</translation>
    </message>
    <message>
        <location filename="../../gui/first/screens.py" />
        <source>For one day all is allowed, and rules are made of what programs do, for you to look over. Then snet asks about the rest.</source>
        <translation>Einen Tag lang ist alles erlaubt; aus dem, was Programme tun, entstehen Regeln, die Sie durchsehen können. Danach fragt snet nach dem Rest.</translation>
    </message>
    <message>
        <location filename="../../gui/first/window.py" />
        <source>First steps · snet</source>
        <translation>Erste Schritte · snet</translation>
    </message>
    <message>
        <location filename="../../gui/first/window.py" />
        <source>Not now</source>
        <translation>Nicht jetzt</translation>
    </message>
    <message>
        <location filename="../../gui/first/window.py" />
        <source>Look at the rules</source>
        <translation>Regeln ansehen</translation>
    </message>
    <message>
        <location filename="../../gui/first/window.py" />
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <location filename="../../gui/first/window.py" />
        <source>{number} of {count}</source>
        <translation>{number} von {count}</translation>
    </message>
    <message>
        <location filename="../../gui/first/window.py" />
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <location filename="../../gui/first/window.py" />
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <location filename="../../gui/first/window.py" />
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <location filename="../../gui/first/window.py" />
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <location filename="../../gui/first/window.py" />
        <source>That did not work: {why}</source>
        <translation>Das hat nicht geklappt: {why}</translation>
    </message>
    <message>
        <location filename="../../gui/first/window.py" />
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <location filename="../../gui/history/chips.py" />
        <source>Take this filter away</source>
        <translation>Diesen Filter entfernen</translation>
    </message>
    <message>
        <location filename="../../gui/history/columns.py" />
        <location filename="../../gui/history/filter_texts.py" />
        <location filename="../../gui/history/filters.py" />
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <location filename="../../gui/history/columns.py" />
        <location filename="../../gui/history/filter_texts.py" />
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <location filename="../../gui/history/columns.py" />
        <location filename="../../gui/history/filter_texts.py" />
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <location filename="../../gui/history/columns.py" />
        <location filename="../../gui/history/filter_texts.py" />
        <source>Destination</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <location filename="../../gui/history/columns.py" />
        <location filename="../../gui/history/filter_texts.py" />
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <location filename="../../gui/history/columns.py" />
        <location filename="../../gui/history/filter_texts.py" />
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <location filename="../../gui/history/columns.py" />
        <location filename="../../gui/history/filter_texts.py" />
        <location filename="../../gui/history/filters.py" />
        <source>Decision</source>
        <translation>Entscheidung</translation>
    </message>
    <message>
        <location filename="../../gui/history/columns.py" />
        <location filename="../../gui/history/filter_texts.py" />
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <location filename="../../gui/history/deeds.py" />
        <source>&amp;Resume</source>
        <translation>&amp;Fortsetzen</translation>
    </message>
    <message>
        <location filename="../../gui/history/deeds.py" />
        <source>&amp;Pause</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <location filename="../../gui/history/deeds.py" />
        <source>Hide &amp;overview</source>
        <translation>Ü&amp;bersicht ausblenden</translation>
    </message>
    <message>
        <location filename="../../gui/history/deeds.py" />
        <source>&amp;Overview</source>
        <translation>Ü&amp;bersicht</translation>
    </message>
    <message>
        <location filename="../../gui/history/deeds.py" />
        <source>Hide &amp;details</source>
        <translation>&amp;Details ausblenden</translation>
    </message>
    <message>
        <location filename="../../gui/history/deeds.py" />
        <source>&amp;Details</source>
        <translation>&amp;Details</translation>
    </message>
    <message>
        <location filename="../../gui/history/deeds.py" />
        <source>&amp;Find</source>
        <translation>&amp;Suchen</translation>
    </message>
    <message>
        <location filename="../../gui/history/deeds.py" />
        <source>Show &amp;all</source>
        <translation>&amp;Alle anzeigen</translation>
    </message>
    <message>
        <location filename="../../gui/history/deeds.py" />
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <location filename="../../gui/history/deeds.py" />
        <source>&amp;Read again</source>
        <translation>&amp;Neu lesen</translation>
    </message>
    <message>
        <location filename="../../gui/history/deeds.py" />
        <source>&amp;Newest</source>
        <translation>Neu&amp;este</translation>
    </message>
    <message>
        <location filename="../../gui/history/deeds.py" />
        <source>&amp;Time…</source>
        <translation>&amp;Zeit…</translation>
    </message>
    <message>
        <location filename="../../gui/history/deeds.py" />
        <source>Show no new decisions, or show them again</source>
        <translation>Keine neuen Entscheidungen zeigen oder wieder zeigen</translation>
    </message>
    <message>
        <location filename="../../gui/history/deeds.py" />
        <source>The plot over time, and who asked most</source>
        <translation>Der zeitliche Verlauf, und wer am meisten fragte</translation>
    </message>
    <message>
        <location filename="../../gui/history/deeds.py" />
        <source>&amp;Export…</source>
        <translation>E&amp;xportieren…</translation>
    </message>
    <message>
        <location filename="../../gui/history/deeds.py" />
        <source>Write all that matches to a file, as CSV or JSON</source>
        <translation>Alles Passende in eine Datei schreiben, als CSV oder JSON</translation>
    </message>
    <message>
        <location filename="../../gui/history/deeds.py" />
        <source>All that is known, and which rule would decide now</source>
        <translation>Alles, was bekannt ist, und welche Regel jetzt entscheiden würde</translation>
    </message>
    <message>
        <location filename="../../gui/history/deeds.py" />
        <source>&amp;Allow from now on…</source>
        <translation>Künftig &amp;erlauben…</translation>
    </message>
    <message>
        <location filename="../../gui/history/deeds.py" />
        <source>Make a rule that allows this</source>
        <translation>Eine Regel erstellen, die dies erlaubt</translation>
    </message>
    <message>
        <location filename="../../gui/history/deeds.py" />
        <source>De&amp;ny from now on…</source>
        <translation>Künftig ab&amp;lehnen…</translation>
    </message>
    <message>
        <location filename="../../gui/history/deeds.py" />
        <source>Make a rule that denies this</source>
        <translation>Eine Regel erstellen, die dies ablehnt</translation>
    </message>
    <message>
        <location filename="../../gui/history/deeds.py" />
        <source>Allow…</source>
        <translation>Erlauben…</translation>
    </message>
    <message>
        <location filename="../../gui/history/deeds.py" />
        <source>Deny…</source>
        <translation>Ablehnen…</translation>
    </message>
    <message>
        <location filename="../../gui/history/deeds.py" />
        <source>&amp;Show the rule</source>
        <translation>Regel an&amp;zeigen</translation>
    </message>
    <message>
        <location filename="../../gui/history/deeds.py" />
        <source>The rule that decided this</source>
        <translation>Die Regel, die dies entschieden hat</translation>
    </message>
    <message>
        <location filename="../../gui/history/deeds.py" />
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <location filename="../../gui/history/deeds.py" />
        <source>The selected rows, as text and as a table</source>
        <translation>Die ausgewählten Zeilen, als Text und als Tabelle</translation>
    </message>
    <message>
        <location filename="../../gui/history/deeds.py" />
        <source>Copy d&amp;etails</source>
        <translation>De&amp;tails kopieren</translation>
    </message>
    <message>
        <location filename="../../gui/history/deeds.py" />
        <source>All that is known of it, as text</source>
        <translation>Alles, was darüber bekannt ist, als Text</translation>
    </message>
    <message>
        <location filename="../../gui/history/deeds.py" />
        <source>Copy all</source>
        <translation>Alles kopieren</translation>
    </message>
    <message>
        <location filename="../../gui/history/deeds.py" />
        <source>Leave out all others</source>
        <translation>Alle anderen weglassen</translation>
    </message>
    <message>
        <location filename="../../gui/history/deeds.py" />
        <source>Only this &amp;program</source>
        <translation>Nur dieses &amp;Programm</translation>
    </message>
    <message>
        <location filename="../../gui/history/deeds.py" />
        <source>Only this des&amp;tination</source>
        <translation>Nur dieses Z&amp;iel</translation>
    </message>
    <message>
        <location filename="../../gui/history/deeds.py" />
        <source>Only this p&amp;ort</source>
        <translation>Nur dieser P&amp;ort</translation>
    </message>
    <message>
        <location filename="../../gui/history/deeds.py" />
        <source>Only this &amp;user</source>
        <translation>Nur dieser Ben&amp;utzer</translation>
    </message>
    <message>
        <location filename="../../gui/history/deeds.py" />
        <source>Only this &amp;reason</source>
        <translation>Nur dieser &amp;Grund</translation>
    </message>
    <message>
        <location filename="../../gui/history/entry.py" />
        <source>Set</source>
        <translation>Setzen</translation>
    </message>
    <message>
        <location filename="../../gui/history/entry.py" />
        <source>{filter}:</source>
        <translation>{filter}:</translation>
    </message>
    <message>
        <location filename="../../gui/history/entry.py" />
        <source>▲ {problem}</source>
        <translation>▲ {problem}</translation>
    </message>
    <message>
        <location filename="../../gui/history/entry.py" />
        <source>write the whole path, or choose from the list</source>
        <translation>den ganzen Pfad schreiben oder aus der Liste wählen</translation>
    </message>
    <message>
        <location filename="../../gui/history/entry.py" />
        <source>{text} is above 65535</source>
        <translation>{text} ist größer als 65535</translation>
    </message>
    <message>
        <location filename="../../gui/history/entry.py" />
        <source>{text} is no port and no service</source>
        <translation>{text} ist kein Port und kein Dienst</translation>
    </message>
    <message>
        <location filename="../../gui/history/entry.py" />
        <source>no user is called {text}</source>
        <translation>kein Benutzer heißt {text}</translation>
    </message>
    <message>
        <location filename="../../gui/history/entry.py" />
        <source>Path or name</source>
        <translation>Pfad oder Name</translation>
    </message>
    <message>
        <location filename="../../gui/history/entry.py" />
        <source>Host, address or socket</source>
        <translation>Rechner, Adresse oder Socket</translation>
    </message>
    <message>
        <location filename="../../gui/history/entry.py" />
        <source>443 or https</source>
        <translation>443 oder https</translation>
    </message>
    <message>
        <location filename="../../gui/history/entry.py" />
        <source>Name or number</source>
        <translation>Name oder Nummer</translation>
    </message>
    <message>
        <location filename="../../gui/history/export.py" />
        <source>The history could not be exported: {why}</source>
        <translation>Der Verlauf konnte nicht exportiert werden: {why}</translation>
    </message>
    <message>
        <location filename="../../gui/history/export.py" />
        <source>{file} could not be written: {why}</source>
        <translation>{file} konnte nicht geschrieben werden: {why}</translation>
    </message>
    <message>
        <location filename="../../gui/history/export_bar.py" />
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <location filename="../../gui/history/export_bar.py" />
        <source>Cancel the export</source>
        <translation>Den Export abbrechen</translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/history/export_bar.py" />
        <source>Exporting: %Ln decisions</source>
        <translation>
            <numerusform>Export läuft: %Ln Entscheidung</numerusform>
            <numerusform>Export läuft: %Ln Entscheidungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/history/export_bar.py" />
        <source>Exporting: {n} of %Ln decisions</source>
        <translation>
            <numerusform>Export läuft: {n} von %Ln Entscheidung</numerusform>
            <numerusform>Export läuft: {n} von %Ln Entscheidungen</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../gui/history/export_file.py" />
        <source>it is no file</source>
        <translation>es ist keine Datei</translation>
    </message>
    <message>
        <location filename="../../gui/history/exporting.py" />
        <source>The export was cancelled.</source>
        <translation>Der Export wurde abgebrochen.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/history/exporting.py" />
        <source>%Ln decisions were exported to {file}</source>
        <translation>
            <numerusform>%Ln Entscheidung wurde nach {file} exportiert</numerusform>
            <numerusform>%Ln Entscheidungen wurden nach {file} exportiert</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../gui/history/filter_texts.py" />
        <location filename="../../gui/history/texts.py" />
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <location filename="../../gui/history/filter_texts.py" />
        <source>Any time</source>
        <translation>Jederzeit</translation>
    </message>
    <message>
        <location filename="../../gui/history/filter_texts.py" />
        <source>Last hour</source>
        <translation>Letzte Stunde</translation>
    </message>
    <message>
        <location filename="../../gui/history/filter_texts.py" />
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <location filename="../../gui/history/filter_texts.py" />
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <location filename="../../gui/history/filter_texts.py" />
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <location filename="../../gui/history/filter_texts.py" />
        <source>From … to …</source>
        <translation>Von … bis …</translation>
    </message>
    <message>
        <location filename="../../gui/history/filter_texts.py" />
        <source>Allowed and denied</source>
        <translation>Erlaubt und abgelehnt</translation>
    </message>
    <message>
        <location filename="../../gui/history/filter_texts.py" />
        <source>Only allowed</source>
        <translation>Nur erlaubt</translation>
    </message>
    <message>
        <location filename="../../gui/history/filter_texts.py" />
        <source>Only denied</source>
        <translation>Nur abgelehnt</translation>
    </message>
    <message>
        <location filename="../../gui/history/filter_texts.py" />
        <source>allowed</source>
        <translation>erlaubt</translation>
    </message>
    <message>
        <location filename="../../gui/history/filter_texts.py" />
        <source>denied</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <location filename="../../gui/history/filter_texts.py" />
        <source>{filter}: {value}</source>
        <translation>{filter}: {value}</translation>
    </message>
    <message>
        <location filename="../../gui/history/filters.py" />
        <source>Search the history</source>
        <translation>Verlauf durchsuchen</translation>
    </message>
    <message>
        <location filename="../../gui/history/filters.py" />
        <source>Words in any order: of a program’s path, a destination, a user; a port (Ctrl+F)</source>
        <translation>Wörter in beliebiger Reihenfolge: aus Programmpfad, Ziel, Benutzer; ein Port (Strg+F)</translation>
    </message>
    <message>
        <location filename="../../gui/history/filters.py" />
        <source>&amp;Filter</source>
        <translation>&amp;Filter</translation>
    </message>
    <message>
        <location filename="../../gui/history/filters.py" />
        <source>Leave out what you do not look for</source>
        <translation>Weglassen, was Sie nicht suchen</translation>
    </message>
    <message>
        <location filename="../../gui/history/filters.py" />
        <source>Show all</source>
        <translation>Alle anzeigen</translation>
    </message>
    <message>
        <location filename="../../gui/history/filters.py" />
        <source>Search for nothing, leave nothing out (Esc)</source>
        <translation>Nichts suchen, nichts weglassen (Esc)</translation>
    </message>
    <message>
        <location filename="../../gui/history/filters.py" />
        <source>{filter}…</source>
        <translation>{filter}…</translation>
    </message>
    <message>
        <location filename="../../gui/history/live_bar.py" />
        <source>Show the newest decisions (Ctrl+Home)</source>
        <translation>Die neuesten Entscheidungen zeigen (Strg+Pos1)</translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/history/live_bar.py" />
        <source>↑ %Ln new</source>
        <translation>
            <numerusform>↑ %Ln neue</numerusform>
            <numerusform>↑ %Ln neue</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../gui/history/live_bar.py" />
        <source>● Live: what is decided appears on top</source>
        <translation>● Live: Neues erscheint oben</translation>
    </message>
    <message>
        <location filename="../../gui/history/live_bar.py" />
        <source>○ Held while you look</source>
        <translation>○ Angehalten, während Sie lesen</translation>
    </message>
    <message>
        <location filename="../../gui/history/live_bar.py" />
        <source>‖ Paused</source>
        <translation>‖ Pausiert</translation>
    </message>
    <message>
        <location filename="../../gui/history/live_bar.py" />
        <source>✕ The engine has ended: nothing new comes</source>
        <translation>✕ Die Firewall wurde beendet: Es kommt nichts Neues</translation>
    </message>
    <message>
        <location filename="../../gui/history/make_rule.py" />
        <source>No rule can be made: {why}</source>
        <translation>Es lässt sich keine Regel erstellen: {why}</translation>
    </message>
    <message>
        <location filename="../../gui/history/model.py" />
        <source>{when}
held for {time}</source>
        <translation>{when}
angehalten für {time}</translation>
    </message>
    <message>
        <location filename="../../gui/history/offers.py" />
        <source>{name} — {path}</source>
        <translation>{name} – {path}</translation>
    </message>
    <message>
        <location filename="../../gui/history/range_dialog.py" />
        <source>Time · snet</source>
        <translation>Zeit · snet</translation>
    </message>
    <message>
        <location filename="../../gui/history/range_dialog.py" />
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <location filename="../../gui/history/range_dialog.py" />
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <location filename="../../gui/history/range_dialog.py" />
        <source>▲ The end has to be after the beginning.</source>
        <translation>▲ Das Ende muss nach dem Anfang liegen.</translation>
    </message>
    <message>
        <location filename="../../gui/history/range_dialog.py" />
        <source>&amp;From</source>
        <translation>&amp;Von</translation>
    </message>
    <message>
        <location filename="../../gui/history/range_dialog.py" />
        <source>&amp;To</source>
        <translation>&amp;Bis</translation>
    </message>
    <message>
        <location filename="../../gui/history/rule_names.py" />
        <source>deleted since</source>
        <translation>inzwischen gelöscht</translation>
    </message>
    <message>
        <location filename="../../gui/history/save_dialog.py" />
        <source>Export · snet</source>
        <translation>Exportieren · snet</translation>
    </message>
    <message>
        <location filename="../../gui/history/save_dialog.py" />
        <source>Table (*.csv)</source>
        <translation>Tabelle (*.csv)</translation>
    </message>
    <message>
        <location filename="../../gui/history/save_dialog.py" />
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <location filename="../../gui/history/texts.py" />
        <source>✓ Allowed</source>
        <translation>✓ Erlaubt</translation>
    </message>
    <message>
        <location filename="../../gui/history/texts.py" />
        <source>✕ Denied</source>
        <translation>✕ Abgelehnt</translation>
    </message>
    <message>
        <location filename="../../gui/history/texts.py" />
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <location filename="../../gui/history/texts.py" />
        <source>Send data</source>
        <translation>Daten senden</translation>
    </message>
    <message>
        <location filename="../../gui/history/texts.py" />
        <source>Receive data</source>
        <translation>Daten empfangen</translation>
    </message>
    <message>
        <location filename="../../gui/history/texts.py" />
        <source>Accept a connection</source>
        <translation>Verbindung annehmen</translation>
    </message>
    <message>
        <location filename="../../gui/history/texts.py" />
        <source>Wait for connections</source>
        <translation>Auf Verbindungen warten</translation>
    </message>
    <message>
        <location filename="../../gui/history/texts.py" />
        <source>Use an address</source>
        <translation>Adresse benutzen</translation>
    </message>
    <message>
        <location filename="../../gui/history/texts.py" />
        <source>Open a socket</source>
        <translation>Socket öffnen</translation>
    </message>
    <message>
        <location filename="../../gui/history/texts.py" />
        <source>Kept verdict</source>
        <translation>Gemerktes Urteil</translation>
    </message>
    <message>
        <location filename="../../gui/history/texts.py" />
        <source>Answered</source>
        <translation>Beantwortet</translation>
    </message>
    <message>
        <location filename="../../gui/history/texts.py" />
        <source>No answer in time</source>
        <translation>Nicht rechtzeitig beantwortet</translation>
    </message>
    <message>
        <location filename="../../gui/history/texts.py" />
        <source>Nobody to ask</source>
        <translation>Niemand da zum Fragen</translation>
    </message>
    <message>
        <location filename="../../gui/history/texts.py" />
        <source>Too many questions</source>
        <translation>Zu viele Fragen</translation>
    </message>
    <message>
        <location filename="../../gui/history/texts.py" />
        <source>Call was given up</source>
        <translation>Aufruf wurde aufgegeben</translation>
    </message>
    <message>
        <location filename="../../gui/history/texts.py" />
        <source>Module was unloaded</source>
        <translation>Modul wurde entladen</translation>
    </message>
    <message>
        <location filename="../../gui/history/texts.py" />
        <source>Mode</source>
        <translation>Modus</translation>
    </message>
    <message>
        <location filename="../../gui/history/texts.py" />
        <source>Another agent</source>
        <translation>Anderer Agent</translation>
    </message>
    <message>
        <location filename="../../gui/history/texts.py" />
        <source>Setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <location filename="../../gui/history/texts.py" />
        <source>{reason}: {name}</source>
        <translation>{reason}: {name}</translation>
    </message>
    <message>
        <location filename="../../gui/history/texts.py" />
        <source>an unnamed socket</source>
        <translation>ein unbenannter Socket</translation>
    </message>
    <message>
        <location filename="../../gui/history/texts.py" />
        <source>any time</source>
        <translation>jederzeit</translation>
    </message>
    <message>
        <location filename="../../gui/history/texts.py" />
        <source>since {since}</source>
        <translation>seit {since}</translation>
    </message>
    <message>
        <location filename="../../gui/history/texts.py" />
        <source>until {until}</source>
        <translation>bis {until}</translation>
    </message>
    <message>
        <location filename="../../gui/history/texts.py" />
        <source>{since} – {until}</source>
        <translation>{since} – {until}</translation>
    </message>
    <message>
        <location filename="../../gui/history/texts.py" />
        <source>{n} ms</source>
        <translation>{n} ms</translation>
    </message>
    <message>
        <location filename="../../gui/history/texts.py" />
        <source>{n} s</source>
        <translation>{n} s</translation>
    </message>
    <message>
        <location filename="../../gui/history/view.py" />
        <source>Decisions</source>
        <translation>Entscheidungen</translation>
    </message>
    <message>
        <location filename="../../gui/history/window.py" />
        <source>History · snet</source>
        <translation>Verlauf · snet</translation>
    </message>
    <message>
        <location filename="../../gui/history/window.py" />
        <source>The history can’t be read: {why}</source>
        <translation>Der Verlauf kann nicht gelesen werden: {why}</translation>
    </message>
    <message>
        <location filename="../../gui/history/window.py" />
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <location filename="../../gui/history/window.py" />
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <location filename="../../gui/history/window.py" />
        <source>Nothing matches.
Escape shows everything again.</source>
        <translation>Nichts passt.
Escape zeigt wieder alles.</translation>
    </message>
    <message>
        <location filename="../../gui/history/window.py" />
        <source>Nothing was decided yet.
What programs do on the network appears here.</source>
        <translation>Noch wurde nichts entschieden.
Was Programme im Netzwerk tun, erscheint hier.</translation>
    </message>
    <message>
        <location filename="../../gui/history/window.py" />
        <source>Made the rule: {name}</source>
        <translation>Regel erstellt: {name}</translation>
    </message>
    <message>
        <location filename="../../gui/history/window.py" />
        <source>Show the rule</source>
        <translation>Regel anzeigen</translation>
    </message>
    <message>
        <location filename="../../gui/history/window.py" />
        <source>That rule was deleted since.</source>
        <translation>Diese Regel wurde inzwischen gelöscht.</translation>
    </message>
</context>
<context>
    <name>HistoryDetails</name>
    <message>
        <location filename="../../gui/history/details.py" />
        <source>Facts</source>
        <translation>Fakten</translation>
    </message>
    <message>
        <location filename="../../gui/history/details.py" />
        <source>Close the details</source>
        <translation>Details schließen</translation>
    </message>
    <message>
        <location filename="../../gui/history/details.py" />
        <source>Choose a decision to look at.</source>
        <translation>Wählen Sie eine Entscheidung aus.</translation>
    </message>
    <message>
        <location filename="../../gui/history/details.py" />
        <source>If it happened now:</source>
        <translation>Wenn es jetzt geschähe:</translation>
    </message>
    <message>
        <location filename="../../gui/history/facts.py" />
        <source>Decided</source>
        <translation>Entschieden</translation>
    </message>
    <message>
        <location filename="../../gui/history/facts.py" />
        <source>Decision</source>
        <translation>Entscheidung</translation>
    </message>
    <message>
        <location filename="../../gui/history/facts.py" />
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <location filename="../../gui/history/facts.py" />
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <location filename="../../gui/history/facts.py" />
        <source>Held for</source>
        <translation>Angehalten für</translation>
    </message>
    <message>
        <location filename="../../gui/history/facts.py" />
        <source>Interface</source>
        <translation>Schnittstelle</translation>
    </message>
    <message>
        <location filename="../../gui/history/facts.py" />
        <source>Process began</source>
        <translation>Prozess begann</translation>
    </message>
    <message>
        <location filename="../../gui/history/facts.py" />
        <source>Namespaces</source>
        <translation>Namensräume</translation>
    </message>
    <message>
        <location filename="../../gui/history/facts.py" />
        <source>{outcome} with {error} ({meaning})</source>
        <translation>{outcome} mit {error} ({meaning})</translation>
    </message>
    <message>
        <location filename="../../gui/history/facts.py" />
        <source>{name} (number {id})</source>
        <translation>{name} (Nummer {id})</translation>
    </message>
    <message>
        <location filename="../../gui/history/facts.py" />
        <source>{n} s after the computer started</source>
        <translation>{n} s nach dem Start des Rechners</translation>
    </message>
</context>
<context>
    <name>HistoryPlot</name>
    <message>
        <location filename="../../gui/history/plot.py" />
        <source>Decisions over time</source>
        <translation>Entscheidungen im Lauf der Zeit</translation>
    </message>
    <message>
        <location filename="../../gui/history/plot.py" />
        <source>Drag over a part of the time to look at that only; Backspace goes back. With the keyboard: arrows move, Shift with arrows chooses, Enter looks at it.</source>
        <translation>Ziehen Sie über einen Zeitraum, um nur ihn zu sehen; die Rücktaste führt zurück. Mit der Tastatur: Pfeile bewegen, Umschalt mit Pfeilen wählt aus, Eingabe zeigt es.</translation>
    </message>
    <message>
        <location filename="../../gui/history/plot.py" />
        <source>Counting…</source>
        <translation>Wird gezählt…</translation>
    </message>
    <message>
        <location filename="../../gui/history/plot.py" />
        <source>No decisions</source>
        <translation>Keine Entscheidungen</translation>
    </message>
    <message>
        <location filename="../../gui/history/plot_texts.py" />
        <source>Allowed {n}</source>
        <translation>Erlaubt {n}</translation>
    </message>
    <message>
        <location filename="../../gui/history/plot_texts.py" />
        <source>Denied {n}</source>
        <translation>Abgelehnt {n}</translation>
    </message>
    <message>
        <location filename="../../gui/history/plot_texts.py" />
        <source>{time}: allowed {allowed}, denied {denied}</source>
        <translation>{time}: erlaubt {allowed}, abgelehnt {denied}</translation>
    </message>
    <message>
        <location filename="../../gui/history/plot_texts.py" />
        <source>{time}: allowed {allowed}, denied {denied}.</source>
        <translation>{time}: erlaubt {allowed}, abgelehnt {denied}.</translation>
    </message>
    <message>
        <location filename="../../gui/history/plot_texts.py" />
        <source>Most at {bar}.</source>
        <translation>Am meisten: {bar}.</translation>
    </message>
</context>
<context>
    <name>HistoryTotals</name>
    <message>
        <location filename="../../gui/history/totals.py" />
        <source>{name}: allowed {allowed}, denied {denied}</source>
        <translation>{name}: erlaubt {allowed}, abgelehnt {denied}</translation>
    </message>
    <message>
        <location filename="../../gui/history/totals.py" />
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <location filename="../../gui/history/totals.py" />
        <source>Programs</source>
        <translation>Programme</translation>
    </message>
    <message>
        <location filename="../../gui/history/totals.py" />
        <source>Destinations</source>
        <translation>Ziele</translation>
    </message>
    <message>
        <location filename="../../gui/history/totals.py" />
        <source>No executable file</source>
        <translation>Keine ausführbare Datei</translation>
    </message>
    <message>
        <location filename="../../gui/history/totals.py" />
        <source>No destination</source>
        <translation>Kein Ziel</translation>
    </message>
</context>
<context>
    <name>Hygiene</name>
    <message>
        <location filename="../../gui/rules/hygiene/model.py" />
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <location filename="../../gui/rules/hygiene/model.py" />
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <location filename="../../gui/rules/hygiene/model.py" />
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <location filename="../../gui/rules/hygiene/model.py" />
        <source>Do</source>
        <translation>Abhilfe</translation>
    </message>
    <message>
        <location filename="../../gui/rules/hygiene/model.py" />
        <source>Can never win</source>
        <translation>Entscheidet nie</translation>
    </message>
    <message>
        <location filename="../../gui/rules/hygiene/model.py" />
        <source>Duplicate</source>
        <translation>Doppelt</translation>
    </message>
    <message>
        <location filename="../../gui/rules/hygiene/model.py" />
        <source>Never used</source>
        <translation>Nie benutzt</translation>
    </message>
    <message>
        <location filename="../../gui/rules/hygiene/model.py" />
        <source>Program gone</source>
        <translation>Programm fehlt</translation>
    </message>
    <message>
        <location filename="../../gui/rules/hygiene/model.py" />
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <location filename="../../gui/rules/hygiene/model.py" />
        <source>Switch off</source>
        <translation>Ausschalten</translation>
    </message>
    <message>
        <location filename="../../gui/rules/hygiene/panel.py" />
        <source>Do it for the selected</source>
        <translation>Für die ausgewählten tun</translation>
    </message>
    <message>
        <location filename="../../gui/rules/hygiene/panel.py" />
        <source>What the last column says (Enter)</source>
        <translation>Was die letzte Spalte sagt (Eingabe)</translation>
    </message>
    <message>
        <location filename="../../gui/rules/hygiene/panel.py" />
        <source>Looking at all rules…</source>
        <translation>Alle Regeln werden geprüft…</translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/rules/hygiene/panel.py" />
        <source>%Ln things to tidy up; the first {shown} are shown</source>
        <translation>
            <numerusform>%Ln Sache zum Aufräumen; die ersten {shown} sind zu sehen</numerusform>
            <numerusform>%Ln Sachen zum Aufräumen; die ersten {shown} sind zu sehen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/rules/hygiene/panel.py" />
        <source>%Ln things to tidy up</source>
        <translation>
            <numerusform>%Ln Sache zum Aufräumen</numerusform>
            <numerusform>%Ln Sachen zum Aufräumen</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../gui/rules/hygiene/panel.py" />
        <source>Nothing to tidy up.</source>
        <translation>Es gibt nichts aufzuräumen.</translation>
    </message>
    <message>
        <location filename="../../gui/rules/hygiene/panel.py" />
        <source>Rules to tidy up</source>
        <translation>Regeln zum Aufräumen</translation>
    </message>
</context>
<context>
    <name>Menu</name>
    <message>
        <location filename="../../gui/actions.py" />
        <source>Waiting questions…</source>
        <translation>Wartende Fragen…</translation>
    </message>
    <message>
        <location filename="../../gui/actions.py" />
        <source>Missed questions…</source>
        <translation>Verpasste Fragen…</translation>
    </message>
    <message>
        <location filename="../../gui/actions.py" />
        <source>Rules…</source>
        <translation>Regeln…</translation>
    </message>
    <message>
        <location filename="../../gui/actions.py" />
        <source>History…</source>
        <translation>Verlauf…</translation>
    </message>
    <message>
        <location filename="../../gui/actions.py" />
        <source>Settings…</source>
        <translation>Einstellungen…</translation>
    </message>
    <message>
        <location filename="../../gui/actions.py" />
        <source>Status…</source>
        <translation>Status…</translation>
    </message>
    <message>
        <location filename="../../gui/actions.py" />
        <source>About snet</source>
        <translation>Über snet</translation>
    </message>
    <message>
        <location filename="../../gui/actions.py" />
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <location filename="../../gui/actions.py" />
        <source>Block everything now</source>
        <translation>Jetzt alles sperren</translation>
    </message>
    <message>
        <location filename="../../gui/actions.py" />
        <source>Ask about what no rule decides</source>
        <translation>Fragen, wo keine Regel entscheidet</translation>
    </message>
    <message>
        <location filename="../../gui/actions.py" />
        <source>Learn: allow and note</source>
        <translation>Lernen: erlauben und merken</translation>
    </message>
    <message>
        <location filename="../../gui/actions.py" />
        <source>Lock: deny what no rule allows</source>
        <translation>Sperren: ablehnen, was keine Regel erlaubt</translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/actions.py" />
        <source>Waiting questions (%Ln)…</source>
        <translation>
            <numerusform>Wartende Fragen (%Ln)…</numerusform>
            <numerusform>Wartende Fragen (%Ln)…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/actions.py" />
        <source>Missed questions (%Ln)…</source>
        <translation>
            <numerusform>Verpasste Fragen (%Ln)…</numerusform>
            <numerusform>Verpasste Fragen (%Ln)…</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../gui/actions.py" />
        <source>Pause: ask nothing, allow</source>
        <translation>Pause: nicht fragen, erlauben</translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/actions.py" />
        <source>for %Ln minutes</source>
        <translation>
            <numerusform>für %Ln Minute</numerusform>
            <numerusform>für %Ln Minuten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Missed</name>
    <message>
        <location filename="../../gui/missed/dialog.py" />
        <source>Make a rule · snet</source>
        <translation>Regel erstellen · snet</translation>
    </message>
    <message>
        <location filename="../../gui/missed/model.py" />
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <location filename="../../gui/missed/model.py" />
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <location filename="../../gui/missed/model.py" />
        <source>Then</source>
        <translation>Dann</translation>
    </message>
    <message>
        <location filename="../../gui/missed/model.py" />
        <source>Times</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <location filename="../../gui/missed/model.py" />
        <source>allowed: too many questions</source>
        <translation>erlaubt: zu viele Fragen</translation>
    </message>
    <message>
        <location filename="../../gui/missed/model.py" />
        <source>denied: too many questions</source>
        <translation>abgelehnt: zu viele Fragen</translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/missed/model.py" />
        <source>allowed after %Ln s</source>
        <translation>
            <numerusform>erlaubt nach %Ln s</numerusform>
            <numerusform>erlaubt nach %Ln s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/missed/model.py" />
        <source>denied after %Ln s</source>
        <translation>
            <numerusform>abgelehnt nach %Ln s</numerusform>
            <numerusform>abgelehnt nach %Ln s</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../gui/missed/window.py" />
        <source>Missed questions · snet</source>
        <translation>Verpasste Fragen · snet</translation>
    </message>
    <message>
        <location filename="../../gui/missed/window.py" />
        <source>Made the rule: {name}</source>
        <translation>Regel erstellt: {name}</translation>
    </message>
    <message>
        <location filename="../../gui/missed/window.py" />
        <source>Missed questions</source>
        <translation>Verpasste Fragen</translation>
    </message>
    <message>
        <location filename="../../gui/missed/window.py" />
        <source>No question was missed.</source>
        <translation>Es wurde keine Frage verpasst.</translation>
    </message>
    <message>
        <location filename="../../gui/missed/window.py" />
        <source>Make a rule…</source>
        <translation>Regel erstellen…</translation>
    </message>
    <message>
        <location filename="../../gui/missed/window.py" />
        <source>Forget</source>
        <translation>Vergessen</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <location filename="../../gui/notice_bar.py" />
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>Notify</name>
    <message numerus="yes">
        <location filename="../../gui/notifier.py" />
        <source>%Ln questions wait for you</source>
        <translation>
            <numerusform>Eine Frage wartet auf Sie</numerusform>
            <numerusform>%Ln Fragen warten auf Sie</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../gui/notifier.py" />
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <location filename="../../gui/notifier.py" />
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <location filename="../../gui/notifier.py" />
        <source>Start snet once more to see it.</source>
        <translation>Starten Sie snet noch einmal, um sie zu sehen.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/notifier.py" />
        <source>%Ln questions were missed</source>
        <translation>
            <numerusform>Eine Frage wurde verpasst</numerusform>
            <numerusform>%Ln Fragen wurden verpasst</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../gui/notifier.py" />
        <source>Nobody answered in time. No rule was made.</source>
        <translation>Niemand hat rechtzeitig geantwortet. Es wurde keine Regel erstellt.</translation>
    </message>
    <message>
        <location filename="../../gui/notifier.py" />
        <source>Show missed questions</source>
        <translation>Verpasste Fragen anzeigen</translation>
    </message>
    <message>
        <location filename="../../gui/notifier.py" />
        <source>snet can’t ask: it is not connected</source>
        <translation>snet kann nicht fragen: Es ist nicht verbunden</translation>
    </message>
    <message>
        <location filename="../../gui/notifier.py" />
        <source>snet goes on, but something is wrong</source>
        <translation>snet läuft weiter, aber etwas stimmt nicht</translation>
    </message>
    <message>
        <location filename="../../gui/notifier.py" />
        <source>snet goes on</source>
        <translation>snet läuft weiter</translation>
    </message>
    <message>
        <location filename="../../gui/notifier.py" />
        <source>Start it once more to see its window again.</source>
        <translation>Starten Sie es noch einmal, um das Fenster wieder zu sehen.</translation>
    </message>
    <message>
        <location filename="../../gui/notify_service.py" />
        <source>snet</source>
        <translation>snet</translation>
    </message>
</context>
<context>
    <name>Problem</name>
    <message>
        <location filename="../../engine/engine.py" />
        <source>The rules could not be read, so none is in force: {why}</source>
        <translation>Die Regeln konnten nicht gelesen werden, daher gilt keine: {why}</translation>
    </message>
    <message>
        <location filename="../../engine/keeper.py" />
        <source>there is no rule {number} any more</source>
        <translation>die Regel {number} gibt es nicht mehr</translation>
    </message>
    <message>
        <location filename="../../engine/keeper.py" />
        <source>Rule {number} can't be read and does nothing ({problem}); snet rules remove {number} deletes it.</source>
        <translation>Regel {number} kann nicht gelesen werden und bewirkt nichts ({problem}); snet rules remove {number} löscht sie.</translation>
    </message>
    <message>
        <location filename="../../engine/keeper.py" />
        <source>Rule {number} “{name}” can't be read and does nothing ({problem}); snet rules remove {number} deletes it.</source>
        <translation>Regel {number} „{name}“ kann nicht gelesen werden und bewirkt nichts ({problem}); snet rules remove {number} löscht sie.</translation>
    </message>
    <message>
        <location filename="../../engine/list_files.py" />
        <source>The list {name} changes while it is read: what it said before holds.</source>
        <translation>Die Liste {name} ändert sich, während sie gelesen wird: Es gilt, was sie vorher sagte.</translation>
    </message>
    <message>
        <location filename="../../engine/list_files.py" />
        <source>The list {name} can't be read ({reason}): no rule that asks for it matches.</source>
        <translation>Die Liste {name} kann nicht gelesen werden ({reason}): Keine Regel, die nach ihr fragt, trifft zu.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../engine/list_files.py" />
        <source>In the list {name} %n lines can't be understood, first line {first}: skipped.</source>
        <translation>
            <numerusform>In der Liste {name} ist %n Zeile nicht verständlich, Zeile {first}: übergangen.</numerusform>
            <numerusform>In der Liste {name} sind %n Zeilen nicht verständlich, zuerst Zeile {first}: übergangen.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../engine/missed.py" />
        <source>Missed question {number} is not on the list any more.</source>
        <translation>Die verpasste Frage {number} ist nicht mehr in der Liste.</translation>
    </message>
    <message>
        <location filename="../../engine/modes.py" />
        <source>{mode} takes no time: only pause and learn end by themselves</source>
        <translation>{mode} kennt keine Dauer: nur Pausieren und Lernen enden von selbst</translation>
    </message>
    <message>
        <location filename="../../engine/modes.py" />
        <source>{mode} for {given} seconds can't be: give a time above 0</source>
        <translation>{mode} für {given} Sekunden geht nicht: eine Zeit über 0 angeben</translation>
    </message>
    <message>
        <location filename="../../engine/queue.py" />
        <source>Question {number} does not wait any more: it was answered or has ended.</source>
        <translation>Die Frage {number} wartet nicht mehr: Sie wurde beantwortet oder hat sich erledigt.</translation>
    </message>
    <message>
        <location filename="../../engine/rulebook.py" />
        <source>there is no rule {number} (any more)</source>
        <translation>es gibt keine Regel {number} (mehr)</translation>
    </message>
    <message>
        <location filename="../../engine/rulebook.py" />
        <source>There is no rule {number} any more.</source>
        <translation>Es gibt keine Regel {number} mehr.</translation>
    </message>
    <message>
        <location filename="../../engine/rulebook.py" />
        <source>Rule {number} “{name}” is kept but does nothing ({problem}): change it or delete it.</source>
        <translation>Regel {number} „{name}“ bleibt erhalten, bewirkt aber nichts ({problem}): Ändern oder löschen Sie sie.</translation>
    </message>
    <message>
        <location filename="../../engine/settings_book.py" />
        <source>The settings could not be read, so they are as at first: {why}</source>
        <translation>Die Einstellungen konnten nicht gelesen werden und sind daher wie am Anfang: {why}</translation>
    </message>
    <message>
        <location filename="../../engine/settings_book.py" />
        <source>The settings that are kept are not in force: {why}</source>
        <translation>Die gespeicherten Einstellungen gelten nicht: {why}</translation>
    </message>
    <message>
        <location filename="../../model/settings.py" />
        <source>verdict delay: {given} seconds can't be: choose from {least} to {most}</source>
        <translation>Zeit zum Antworten: {given} Sekunden gehen nicht, möglich sind {least} bis {most}</translation>
    </message>
    <message>
        <location filename="../../model/settings.py" />
        <source>age of the history: {given} days can't be: choose from {least} to {most}</source>
        <translation>Alter des Verlaufs: {given} Tage gehen nicht, möglich sind {least} bis {most}</translation>
    </message>
    <message>
        <location filename="../../model/settings.py" />
        <source>size of the history: {given} bytes can't be: choose from {least} to {most}</source>
        <translation>Größe des Verlaufs: {given} Byte gehen nicht, möglich sind {least} bis {most}</translation>
    </message>
    <message>
        <location filename="../../rules/check.py" />
        <source>it is empty; say in a few words what the rule is for</source>
        <translation>ist leer; mit wenigen Worten sagen, wozu die Regel da ist</translation>
    </message>
    <message>
        <location filename="../../rules/check.py" />
        <source>an allow carries none; leave it empty, or choose deny</source>
        <translation>ein Erlauben hat keinen; leer lassen oder Ablehnen wählen</translation>
    </message>
    <message>
        <location filename="../../rules/check.py" />
        <source>{given} is not from 1 to {most}; 1 is EPERM</source>
        <translation>{given} liegt nicht zwischen 1 und {most}; 1 ist EPERM</translation>
    </message>
    <message>
        <location filename="../../rules/check.py" />
        <source>{given} is not from {least} to {most}; 0 is usual</source>
        <translation>{given} liegt nicht zwischen {least} und {most}; üblich ist 0</translation>
    </message>
    <message>
        <location filename="../../rules/check.py" />
        <source>no process is known that the rule could end with</source>
        <translation>es ist kein Prozess bekannt, mit dem die Regel enden könnte</translation>
    </message>
    <message>
        <location filename="../../rules/check.py" />
        <source>{given} seconds can't be left</source>
        <translation>{given} Sekunden können nicht übrig sein</translation>
    </message>
    <message>
        <location filename="../../rules/check.py" />
        <location filename="../../rules/scope.py" />
        <source>an answer for once makes no rule; choose how long it holds</source>
        <translation>eine einmalige Antwort macht keine Regel; wählen, wie lange sie gilt</translation>
    </message>
    <message>
        <location filename="../../rules/check.py" />
        <source>a span of time needs its seconds, and nothing else has them</source>
        <translation>eine Zeitspanne braucht Sekunden, und nichts anderes hat welche</translation>
    </message>
    <message>
        <location filename="../../rules/check.py" />
        <source>an end needs its date, and nothing else has one</source>
        <translation>ein Ende braucht ein Datum, und nichts anderes hat eines</translation>
    </message>
    <message>
        <location filename="../../rules/check.py" />
        <source>{given} seconds are no span of time</source>
        <translation>{given} Sekunden sind keine Zeitspanne</translation>
    </message>
    <message>
        <location filename="../../rules/check.py" />
        <source>the date has no time zone</source>
        <translation>das Datum hat keine Zeitzone</translation>
    </message>
    <message>
        <location filename="../../rules/check.py" />
        <location filename="../../rules/hosts.py" />
        <location filename="../../rules/text.py" />
        <source>{count} characters are above {most}</source>
        <translation>{count} Zeichen sind mehr als {most}</translation>
    </message>
    <message>
        <location filename="../../rules/check.py" />
        <source>it is empty, and would never match; leave the condition out</source>
        <translation>ist leer und würde nie zutreffen; die Bedingung weglassen</translation>
    </message>
    <message>
        <location filename="../../rules/check.py" />
        <source>a NUL character can't be in it</source>
        <translation>darf kein NUL-Zeichen enthalten</translation>
    </message>
    <message>
        <location filename="../../rules/check.py" />
        <source>{given} has blanks around it; take them away</source>
        <translation>{given} ist von Leerzeichen umgeben; diese entfernen</translation>
    </message>
    <message>
        <location filename="../../rules/check.py" />
        <location filename="../../rules/spans.py" />
        <source>{given} is above {most}</source>
        <translation>{given} ist größer als {most}</translation>
    </message>
    <message>
        <location filename="../../rules/check.py" />
        <source>{given} is below {least}</source>
        <translation>{given} ist kleiner als {least}</translation>
    </message>
    <message>
        <location filename="../../rules/check.py" />
        <source>{given} is no range; the lower one comes first</source>
        <translation>{given} ist kein Bereich; die kleinere steht vorn</translation>
    </message>
    <message>
        <location filename="../../rules/check.py" />
        <source>{given} is not a socket's path</source>
        <translation>{given} ist kein Pfad eines Sockets</translation>
    </message>
    <message>
        <location filename="../../rules/check.py" />
        <source>no value is given, and it would never match; leave it out</source>
        <translation>kein Wert ist angegeben, es würde nie zutreffen; weglassen</translation>
    </message>
    <message>
        <location filename="../../rules/check.py" />
        <source>{count} values are above {most}; use a list file</source>
        <translation>{count} Werte sind mehr als {most}; eine Listendatei benutzen</translation>
    </message>
    <message>
        <location filename="../../rules/check.py" />
        <source>{given} is written {name}</source>
        <translation>{given} schreibt man {name}</translation>
    </message>
    <message>
        <location filename="../../rules/check.py" />
        <source>{given} is not 64 digits of 0-9 and a-f</source>
        <translation>{given} besteht nicht aus 64 Ziffern 0-9 und a-f</translation>
    </message>
    <message>
        <location filename="../../rules/check.py" />
        <source>{given} is not the inode number of a namespace</source>
        <translation>{given} ist keine Inode-Nummer eines Namensraums</translation>
    </message>
    <message>
        <location filename="../../rules/check.py" />
        <source>{given} is not an interface; write it as ip link does</source>
        <translation>{given} ist keine Schnittstelle; so schreiben, wie „ip link“ sie zeigt</translation>
    </message>
    <message>
        <location filename="../../rules/check.py" />
        <source>{given} is no full path; begin it with "/"</source>
        <translation>{given} ist kein vollständiger Pfad; mit „/“ beginnen</translation>
    </message>
    <message>
        <location filename="../../rules/field_values.py" />
        <source>{given} is not one; write always, until restart, this process, 15m, 1h30m, 2d or until 2030-01-02 03:04</source>
        <translation>{given} ist keine; möglich sind always, until restart, this process, 15m, 1h30m, 2d oder until 2030-01-02 03:04</translation>
    </message>
    <message>
        <location filename="../../rules/field_values.py" />
        <source>ECONNREFUSED or a number</source>
        <translation>ECONNREFUSED oder eine Zahl</translation>
    </message>
    <message>
        <location filename="../../rules/field_values.py" />
        <source>{given} is neither yes nor no</source>
        <translation>{given} ist weder yes noch no</translation>
    </message>
    <message>
        <location filename="../../rules/field_values.py" />
        <source>a whole number</source>
        <translation>eine ganze Zahl</translation>
    </message>
    <message>
        <location filename="../../rules/field_values.py" />
        <source>the inode number of a namespace</source>
        <translation>die Inode-Nummer eines Namensraums</translation>
    </message>
    <message>
        <location filename="../../rules/field_values.py" />
        <source>{given} is not {wanted}</source>
        <translation>{given} ist nicht {wanted}</translation>
    </message>
    <message>
        <location filename="../../rules/field_values.py" />
        <source>{given} is too large</source>
        <translation>{given} ist zu groß</translation>
    </message>
    <message>
        <location filename="../../rules/field_values.py" />
        <source>nothing is chosen; write one of {known}</source>
        <translation>nichts ist gewählt; möglich sind {known}</translation>
    </message>
    <message>
        <location filename="../../rules/field_values.py" />
        <source>{given} is not one of {known}</source>
        <translation>{given} ist keines von {known}</translation>
    </message>
    <message>
        <location filename="../../rules/field_values.py" />
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <location filename="../../rules/field_values.py" />
        <source>there is no {field} {name}; write its number</source>
        <translation>{field} {name} gibt es nicht; die Nummer schreiben</translation>
    </message>
    <message>
        <location filename="../../rules/field_values.py" />
        <source>a number or one of {names}, …</source>
        <translation>eine Zahl oder eines von {names}, …</translation>
    </message>
    <message>
        <location filename="../../rules/field_values.py" />
        <source>{given} does not say what it lists; write hosts:{given}</source>
        <translation>{given} sagt nicht, was die Liste enthält; hosts:{given} schreiben</translation>
    </message>
    <message>
        <location filename="../../rules/field_values.py" />
        <source>{given} is not a date; write until 2030-01-02 03:04</source>
        <translation>{given} ist kein Datum; until 2030-01-02 03:04 schreiben</translation>
    </message>
    <message>
        <location filename="../../rules/fields.py" />
        <source>{given} is no whole path; begin it with /</source>
        <translation>{given} ist kein ganzer Pfad; er beginnt mit /</translation>
    </message>
    <message>
        <location filename="../../rules/fields.py" />
        <source>{given} is over already; write a later date</source>
        <translation>{given} ist schon vorbei; ein späteres Datum schreiben</translation>
    </message>
    <message>
        <location filename="../../rules/hosts.py" />
        <source>{given} is not a host name</source>
        <translation>{given} ist kein Rechnername</translation>
    </message>
    <message>
        <location filename="../../rules/hosts.py" />
        <source>{given} is not a host name; write it as in "example.com"</source>
        <translation>{given} ist kein Rechnername; schreiben wie in „example.com“</translation>
    </message>
    <message>
        <location filename="../../rules/scope.py" />
        <source>the program's file is not known, and a rule without it would be about any program; answer for once</source>
        <translation>die Datei des Programms ist nicht bekannt, und eine Regel ohne sie beträfe jedes Programm; einmalig antworten</translation>
    </message>
    <message>
        <location filename="../../rules/scope.py" />
        <source>"{given}" says nothing for this call; choose from {possible}</source>
        <translation>„{given}“ sagt für diesen Aufruf nichts; möglich sind {possible}</translation>
    </message>
    <message>
        <location filename="../../rules/spans.py" />
        <source>{given} is not an address; write 192.0.2.1, 192.0.2.0/24, 192.0.2.1-192.0.2.9 or 2001:db8::1</source>
        <translation>{given} ist keine Adresse; möglich sind 192.0.2.1, 192.0.2.0/24, 192.0.2.1-192.0.2.9 oder 2001:db8::1</translation>
    </message>
    <message>
        <location filename="../../rules/spans.py" />
        <source>{given}: leave out the % and what follows</source>
        <translation>{given}: das % und alles danach weglassen</translation>
    </message>
    <message>
        <location filename="../../rules/spans.py" />
        <source>{given}: the part after the / is a number from 0 to {most}</source>
        <translation>{given}: nach dem / steht eine Zahl von 0 bis {most}</translation>
    </message>
    <message>
        <location filename="../../rules/spans.py" />
        <source>{given} has bits set after its prefix; did you mean {wider}?</source>
        <translation>{given} hat gesetzte Bits hinter dem Präfix; ist {wider} gemeint?</translation>
    </message>
    <message>
        <location filename="../../rules/spans.py" />
        <source>{given} begins as IPv{first} and ends as IPv{last}</source>
        <translation>{given} beginnt als IPv{first} und endet als IPv{last}</translation>
    </message>
    <message>
        <location filename="../../rules/spans.py" />
        <source>{first} is above {last}; write {last}-{first}</source>
        <translation>{first} ist größer als {last}; {last}-{first} schreiben</translation>
    </message>
    <message>
        <location filename="../../rules/spans.py" />
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <location filename="../../rules/spans.py" />
        <source>{given} is not a port; write 443 or 8000-8100</source>
        <translation>{given} ist kein Port; 443 oder 8000-8100 schreiben</translation>
    </message>
    <message>
        <location filename="../../rules/text.py" />
        <source>not a regular expression: {why}</source>
        <translation>kein regulärer Ausdruck: {why}</translation>
    </message>
    <message>
        <location filename="../../rules/text.py" />
        <source>nothing follows the "\" at its end; write "\\" for one</source>
        <translation>auf das „\“ am Ende folgt nichts; für das Zeichen „\\“ schreiben</translation>
    </message>
    <message>
        <location filename="../../rules/text.py" />
        <source>no "]" closes the "["; write "\[" for the character</source>
        <translation>kein „]“ schließt das „[“; für das Zeichen „\[“ schreiben</translation>
    </message>
    <message>
        <location filename="../../store/settings_rows.py" />
        <source>verdict delay</source>
        <translation>Zeit zum Antworten</translation>
    </message>
    <message>
        <location filename="../../store/settings_rows.py" />
        <source>verdict policy</source>
        <translation>wenn niemand antwortet</translation>
    </message>
    <message>
        <location filename="../../store/settings_rows.py" />
        <source>what is asked about</source>
        <translation>wonach gefragt wird</translation>
    </message>
    <message>
        <location filename="../../store/settings_rows.py" />
        <source>age of the history</source>
        <translation>Alter des Verlaufs</translation>
    </message>
    <message>
        <location filename="../../store/settings_rows.py" />
        <source>size of the history</source>
        <translation>Größe des Verlaufs</translation>
    </message>
    <message>
        <location filename="../../store/settings_rows.py" />
        <source>mode</source>
        <translation>Modus</translation>
    </message>
    <message>
        <location filename="../../store/settings_rows.py" />
        <source>The setting “{setting}” could not be read ({why}): nothing is deleted for it until you set it again.</source>
        <translation>Die Einstellung „{setting}“ konnte nicht gelesen werden ({why}): Ihretwegen wird nichts gelöscht, bis Sie sie neu setzen.</translation>
    </message>
    <message>
        <location filename="../../store/settings_rows.py" />
        <source>The setting “{setting}” could not be read ({why}): it is as at first until you set it again.</source>
        <translation>Die Einstellung „{setting}“ konnte nicht gelesen werden ({why}): Sie ist wie am Anfang, bis Sie sie neu setzen.</translation>
    </message>
</context>
<context>
    <name>Prompt</name>
    <message>
        <location filename="../../gui/missed/dialog.py" />
        <location filename="../../gui/prompt/body.py" />
        <source>Deny</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <location filename="../../gui/missed/dialog.py" />
        <location filename="../../gui/prompt/body.py" />
        <source>Allow</source>
        <translation>Erlauben</translation>
    </message>
    <message>
        <location filename="../../gui/missed/dialog.py" />
        <location filename="../../gui/prompt/body.py" />
        <source>For</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <location filename="../../gui/prompt/body.py" />
        <source>snet · question 1 of {n}</source>
        <translation>snet · Frage 1 von {n}</translation>
    </message>
    <message>
        <location filename="../../gui/prompt/body.py" />
        <source>snet asks</source>
        <translation>snet fragt</translation>
    </message>
    <message>
        <location filename="../../gui/prompt/body.py" />
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/prompt/countdown.py" />
        <source>%Ln s</source>
        <translation>
            <numerusform>%Ln s</numerusform>
            <numerusform>%Ln s</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../gui/prompt/header.py" />
        <source>Icon of {program}</source>
        <translation>Symbol von {program}</translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/prompt/header.py" />
        <source>%Ln calls wait</source>
        <translation>
            <numerusform>%Ln Aufruf wartet</numerusform>
            <numerusform>%Ln Aufrufe warten</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../gui/prompt/origin.py" />
        <source>Program file: {path}</source>
        <translation>Programmdatei: {path}</translation>
    </message>
    <message>
        <location filename="../../gui/prompt/window.py" />
        <source>1 of {n}</source>
        <translation>1 von {n}</translation>
    </message>
    <message>
        <location filename="../../gui/rule_text.py" />
        <source>The program's file is not known, so no rule can be made: this answers once.</source>
        <translation>Die Datei des Programms ist nicht bekannt, daher entsteht keine Regel: Dies antwortet nur einmal.</translation>
    </message>
    <message>
        <location filename="../../gui/rule_text.py" />
        <source>Answers what waits now. Makes no rule.</source>
        <translation>Beantwortet, was jetzt wartet. Erstellt keine Regel.</translation>
    </message>
    <message>
        <location filename="../../gui/rule_text.py" />
        <source>No rule can be made: {why}</source>
        <translation>Es lässt sich keine Regel erstellen: {why}</translation>
    </message>
    <message>
        <location filename="../../gui/rule_text.py" />
        <source>Deny makes the rule: {rule}</source>
        <translation>Ablehnen erstellt die Regel: {rule}</translation>
    </message>
    <message>
        <location filename="../../gui/rule_text.py" />
        <source>Allow makes the rule: {rule}</source>
        <translation>Erlauben erstellt die Regel: {rule}</translation>
    </message>
</context>
<context>
    <name>PromptKeys</name>
    <message>
        <location filename="../../gui/prompt/keys.py" />
        <source>A</source>
        <translation>E</translation>
    </message>
    <message>
        <location filename="../../gui/prompt/keys.py" />
        <source>D</source>
        <translation>A</translation>
    </message>
    <message>
        <location filename="../../gui/prompt/keys.py" />
        <source>I</source>
        <translation>D</translation>
    </message>
</context>
<context>
    <name>Rule</name>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>connect</source>
        <translation>Verbindungen aufbauen</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>listen</source>
        <translation>auf Verbindungen warten</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>be called</source>
        <translation>Verbindungen annehmen</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>make sockets</source>
        <translation>Sockets öffnen</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>bind</source>
        <translation>Adressen belegen</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>send</source>
        <translation>Daten senden</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>receive</source>
        <translation>Daten empfangen</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may use the network with {target}</source>
        <translation>{program} darf mit {target} über das Netzwerk kommunizieren</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may not use the network with {target}</source>
        <translation>{program} darf nicht mit {target} über das Netzwerk kommunizieren</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may connect to {target}</source>
        <translation>{program} darf sich mit {target} verbinden</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may not connect to {target}</source>
        <translation>{program} darf sich nicht mit {target} verbinden</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may be called from {target}</source>
        <translation>{program} darf Verbindungen von {target} annehmen</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may not be called from {target}</source>
        <translation>{program} darf keine Verbindungen von {target} annehmen</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may send to {target}</source>
        <translation>{program} darf Daten zu {target} senden</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may not send to {target}</source>
        <translation>{program} darf keine Daten zu {target} senden</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may receive from {target}</source>
        <translation>{program} darf Daten von {target} empfangen</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may not receive from {target}</source>
        <translation>{program} darf keine Daten von {target} empfangen</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may listen {place}</source>
        <translation>{program} darf {place} auf Verbindungen warten</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may not listen {place}</source>
        <translation>{program} darf nicht {place} auf Verbindungen warten</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may bind {place}</source>
        <translation>{program} darf sich {place} binden</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may not bind {place}</source>
        <translation>{program} darf sich nicht {place} binden</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may do anything on the network</source>
        <translation>{program} darf im Netzwerk alles</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may not do anything on the network</source>
        <translation>{program} darf im Netzwerk nichts</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may connect to anything</source>
        <translation>{program} darf sich mit allem verbinden</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may not connect to anything</source>
        <translation>{program} darf sich mit nichts verbinden</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may listen anywhere</source>
        <translation>{program} darf überall auf Verbindungen warten</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may not listen anywhere</source>
        <translation>{program} darf nirgends auf Verbindungen warten</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may be called from anywhere</source>
        <translation>{program} darf Verbindungen von überall annehmen</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may not be called from anywhere</source>
        <translation>{program} darf von nirgends Verbindungen annehmen</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may make sockets to anything</source>
        <translation>{program} darf beliebige Sockets öffnen</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may not make sockets to anything</source>
        <translation>{program} darf keine Sockets öffnen</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may bind anywhere</source>
        <translation>{program} darf sich überall binden</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may not bind anywhere</source>
        <translation>{program} darf sich nirgends binden</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may send to anything</source>
        <translation>{program} darf Daten überallhin senden</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may not send to anything</source>
        <translation>{program} darf nirgendwohin Daten senden</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may receive from anywhere</source>
        <translation>{program} darf Daten von überall empfangen</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may not receive from anywhere</source>
        <translation>{program} darf von nirgends Daten empfangen</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{nobody} may do anything on the network</source>
        <translation>{nobody} darf im Netzwerk irgendetwas</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{nobody} may connect to anything</source>
        <translation>{nobody} darf sich mit irgendetwas verbinden</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{nobody} may listen anywhere</source>
        <translation>{nobody} darf irgendwo auf Verbindungen warten</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{nobody} may be called from anywhere</source>
        <translation>{nobody} darf von irgendwo Verbindungen annehmen</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{nobody} may make sockets to anything</source>
        <translation>{nobody} darf irgendwelche Sockets öffnen</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{nobody} may bind anywhere</source>
        <translation>{nobody} darf sich irgendwo binden</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{nobody} may send to anything</source>
        <translation>{nobody} darf irgendwohin Daten senden</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{nobody} may receive from anywhere</source>
        <translation>{nobody} darf von irgendwo Daten empfangen</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may use the network</source>
        <translation>{program} darf das Netzwerk benutzen</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may not use the network</source>
        <translation>{program} darf das Netzwerk nicht benutzen</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may connect</source>
        <translation>{program} darf Verbindungen aufbauen</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may not connect</source>
        <translation>{program} darf keine Verbindungen aufbauen</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may listen</source>
        <translation>{program} darf auf Verbindungen warten</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may not listen</source>
        <translation>{program} darf nicht auf Verbindungen warten</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may be called</source>
        <translation>{program} darf Verbindungen annehmen</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may not be called</source>
        <translation>{program} darf keine Verbindungen annehmen</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may make sockets</source>
        <translation>{program} darf Sockets öffnen</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may not make sockets</source>
        <translation>{program} darf keine Sockets öffnen</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may bind</source>
        <translation>{program} darf Adressen belegen</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may not bind</source>
        <translation>{program} darf keine Adressen belegen</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may send</source>
        <translation>{program} darf Daten senden</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may not send</source>
        <translation>{program} darf keine Daten senden</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may receive</source>
        <translation>{program} darf Daten empfangen</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may not receive</source>
        <translation>{program} darf keine Daten empfangen</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>make no call at all</source>
        <translation>gar nichts aufrufen</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may not {verbs}</source>
        <translation>Verboten für {program}: {verbs}</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may {verbs}</source>
        <translation>{program} darf {verbs}</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may not {verbs} {where}</source>
        <translation>Verboten für {program}: {verbs}, und zwar {where}</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may {verbs} {where}</source>
        <translation>{program} darf {verbs}, und zwar {where}</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{where} {more}</source>
        <translation>{where} {more}</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>over {protocols}</source>
        <translation>über {protocols}</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{clause} over {protocols}</source>
        <translation>{clause}, über {protocols}</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{clause} {place}</source>
        <translation>{clause}, {place}</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>with {target}</source>
        <translation>mit {target}</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>from {target}</source>
        <translation>von {target}</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>to {target}</source>
        <translation>mit {target}</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>anywhere</source>
        <translation>überall</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>from anywhere</source>
        <translation>von überall</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>to anything</source>
        <translation>mit beliebigen Gegenstellen</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{peer} on {protocol} {ports}</source>
        <translation>{peer} auf {protocol} {ports}</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{peer}, port {ports}</source>
        <translation>{peer}, Port {ports}</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>anything on {protocol} {ports}</source>
        <translation>beliebigen Gegenstellen auf {protocol} {ports}</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>anything, port {ports}</source>
        <translation>beliebigen Gegenstellen, Port {ports}</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>at {addresses}</source>
        <translation>an {addresses}</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>from its own {addresses}</source>
        <translation>von der eigenen Adresse {addresses} aus</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>on {protocol} {ports}</source>
        <translation>auf {protocol} {ports}</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>on port {ports}</source>
        <translation>auf Port {ports}</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>on its own {protocol} {ports}</source>
        <translation>auf dem eigenen Port {protocol} {ports}</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>on its own port {ports}</source>
        <translation>auf dem eigenen Port {ports}</translation>
    </message>
    <message>
        <location filename="../../rules/summary.py" />
        <source>{clause}, {more}</source>
        <translation>{clause}, {more}</translation>
    </message>
    <message>
        <location filename="../../rules/summary.py" />
        <source>{clause}.</source>
        <translation>{clause}.</translation>
    </message>
    <message>
        <location filename="../../rules/summary.py" />
        <source>Allow {program}</source>
        <translation>Erlauben: {program}</translation>
    </message>
    <message>
        <location filename="../../rules/summary.py" />
        <source>Allow {program} {where}</source>
        <translation>Erlauben: {program} {where}</translation>
    </message>
    <message>
        <location filename="../../rules/summary.py" />
        <source>Deny {program}</source>
        <translation>Ablehnen: {program}</translation>
    </message>
    <message>
        <location filename="../../rules/summary.py" />
        <source>Deny {program} {where}</source>
        <translation>Ablehnen: {program} {where}</translation>
    </message>
    <message>
        <location filename="../../rules/summary.py" />
        <source>as application {name}</source>
        <translation>als Anwendung {name}</translation>
    </message>
    <message>
        <location filename="../../rules/summary.py" />
        <source>while its file has the hash {start}…</source>
        <translation>solange seine Datei die Prüfsumme {start}… hat</translation>
    </message>
    <message>
        <location filename="../../rules/summary.py" />
        <source>from the package {name}</source>
        <translation>aus dem Paket {name}</translation>
    </message>
    <message>
        <location filename="../../rules/summary.py" />
        <source>run by user {users}</source>
        <translation>ausgeführt als Benutzer {users}</translation>
    </message>
    <message>
        <location filename="../../rules/summary.py" />
        <source>run by group {groups}</source>
        <translation>ausgeführt als Gruppe {groups}</translation>
    </message>
    <message>
        <location filename="../../rules/summary.py" />
        <source>in network namespace {number}</source>
        <translation>im Netzwerk-Namensraum {number}</translation>
    </message>
    <message>
        <location filename="../../rules/summary.py" />
        <source>through {interface}</source>
        <translation>über {interface}</translation>
    </message>
    <message numerus="yes">
        <location filename="../../rules/summary.py" />
        <source>and as %n more lists say</source>
        <translation>
            <numerusform>und wie %n weitere Liste es sagt</numerusform>
            <numerusform>und wie %n weitere Listen es sagen</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../rules/summary.py" />
        <source>with a command line that is {text}</source>
        <translation>mit der Befehlszeile {text}</translation>
    </message>
    <message>
        <location filename="../../rules/summary.py" />
        <source>with a command line like {text}</source>
        <translation>mit einer Befehlszeile wie {text}</translation>
    </message>
    <message>
        <location filename="../../rules/summary.py" />
        <source>with a command line that matches {text}</source>
        <translation>mit einer zu {text} passenden Befehlszeile</translation>
    </message>
    <message>
        <location filename="../../rules/summary.py" />
        <source>when started by a program that is {text}</source>
        <translation>gestartet vom Programm {text}</translation>
    </message>
    <message>
        <location filename="../../rules/summary.py" />
        <source>when started by a program like {text}</source>
        <translation>gestartet von einem Programm wie {text}</translation>
    </message>
    <message>
        <location filename="../../rules/summary.py" />
        <source>when started by a program that matches {text}</source>
        <translation>gestartet von einem zu {text} passenden Programm</translation>
    </message>
    <message>
        <location filename="../../rules/summary.py" />
        <source>in a unit that is {text}</source>
        <translation>in der Unit {text}</translation>
    </message>
    <message>
        <location filename="../../rules/summary.py" />
        <source>in a unit like {text}</source>
        <translation>in einer Unit wie {text}</translation>
    </message>
    <message>
        <location filename="../../rules/summary.py" />
        <source>in a unit that matches {text}</source>
        <translation>in einer zu {text} passenden Unit</translation>
    </message>
    <message>
        <location filename="../../rules/summary.py" />
        <source>if it is an address of the list {path}</source>
        <translation>wenn die Adresse in der Liste {path} steht</translation>
    </message>
    <message>
        <location filename="../../rules/summary.py" />
        <source>if it is a host of the list {path}</source>
        <translation>wenn der Rechner in der Liste {path} steht</translation>
    </message>
    <message>
        <location filename="../../rules/summary.py" />
        <source>if it is a host that matches the list {path}</source>
        <translation>wenn der Rechner zur Liste {path} passt</translation>
    </message>
    <message>
        <location filename="../../rules/summary.py" />
        <source>if it is a program of the list {path}</source>
        <translation>wenn das Programm in der Liste {path} steht</translation>
    </message>
    <message>
        <location filename="../../rules/summary.py" />
        <source>with the error {name}</source>
        <translation>mit dem Fehler {name}</translation>
    </message>
    <message>
        <location filename="../../rules/untold.py" />
        <source>It never matches yet: what snet can't tell of any call is the {fact}.</source>
        <translation>Sie trifft noch nie zu, denn das weiß snet noch von keinem Aufruf: {fact}.</translation>
    </message>
    <message>
        <location filename="../../rules/wording.py" />
        <source>any program</source>
        <translation>ein beliebiges Programm</translation>
    </message>
    <message>
        <location filename="../../rules/wording.py" />
        <source>application {name}</source>
        <translation>die Anwendung {name}</translation>
    </message>
    <message>
        <location filename="../../rules/wording.py" />
        <source>any program like {text}</source>
        <translation>ein beliebiges Programm wie {text}</translation>
    </message>
    <message>
        <location filename="../../rules/wording.py" />
        <source>any program that matches {text}</source>
        <translation>ein beliebiges zu {text} passendes Programm</translation>
    </message>
    <message>
        <location filename="../../rules/wording.py" />
        <source>no program</source>
        <translation>kein Programm</translation>
    </message>
    <message>
        <location filename="../../rules/wording.py" />
        <source>no program like {text}</source>
        <translation>kein Programm wie {text}</translation>
    </message>
    <message>
        <location filename="../../rules/wording.py" />
        <source>no program that matches {text}</source>
        <translation>kein zu {text} passendes Programm</translation>
    </message>
    <message>
        <location filename="../../rules/wording.py" />
        <source>{text} in any case</source>
        <translation>{text} (Groß- oder Kleinschreibung egal)</translation>
    </message>
    <message>
        <location filename="../../rules/wording.py" />
        <source>{host} at {addresses}</source>
        <translation>{host} unter {addresses}</translation>
    </message>
    <message>
        <location filename="../../rules/wording.py" />
        <source>{name} and all below it</source>
        <translation>{name} und allem darunter</translation>
    </message>
    <message>
        <location filename="../../rules/wording.py" />
        <source>{first} to {last}</source>
        <translation>{first} bis {last}</translation>
    </message>
    <message>
        <location filename="../../rules/wording.py" />
        <source>an unnamed socket</source>
        <translation>einem unbenannten Socket</translation>
    </message>
    <message>
        <location filename="../../rules/wording.py" />
        <source>none of all addresses</source>
        <translation>keiner einzigen Adresse</translation>
    </message>
    <message numerus="yes">
        <location filename="../../rules/wording.py" />
        <source>any of %n addresses</source>
        <translation>
            <numerusform>einer von %n Adresse</numerusform>
            <numerusform>einer von %n Adressen</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../rules/wording.py" />
        <source>none of all ports</source>
        <translation>(keiner)</translation>
    </message>
    <message numerus="yes">
        <location filename="../../rules/wording.py" />
        <source>any of %n ports</source>
        <translation>
            <numerusform>(einer von %n)</numerusform>
            <numerusform>(einer von %n)</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../rules/wording.py" />
        <source>none of all users</source>
        <translation>(keiner)</translation>
    </message>
    <message numerus="yes">
        <location filename="../../rules/wording.py" />
        <source>any of %n users</source>
        <translation>
            <numerusform>(einer von %n)</numerusform>
            <numerusform>(einer von %n)</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../rules/wording.py" />
        <source>none of all groups</source>
        <translation>(keine)</translation>
    </message>
    <message numerus="yes">
        <location filename="../../rules/wording.py" />
        <source>any of %n groups</source>
        <translation>
            <numerusform>(eine von %n)</numerusform>
            <numerusform>(eine von %n)</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../rules/wording.py" />
        <source>protocol {number}</source>
        <translation>Protokoll {number}</translation>
    </message>
    <message>
        <location filename="../../rules/wording.py" />
        <source>{kind} {more}</source>
        <translation>{kind} {more}</translation>
    </message>
    <message numerus="yes">
        <location filename="../../rules/wording.py" />
        <source>one of %n families</source>
        <translation>
            <numerusform>eine von %n Familie</numerusform>
            <numerusform>eine von %n Familien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../rules/wording.py" />
        <source>one of %n protocols</source>
        <translation>
            <numerusform>eines von %n Protokoll</numerusform>
            <numerusform>eines von %n Protokollen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../rules/wording.py" />
        <source>one of %n types</source>
        <translation>
            <numerusform>einer von %n Typ</numerusform>
            <numerusform>einer von %n Typen</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../rules/wording.py" />
        <source>always</source>
        <translation>immer</translation>
    </message>
    <message>
        <location filename="../../rules/wording.py" />
        <source>this once</source>
        <translation>nur dieses Mal</translation>
    </message>
    <message>
        <location filename="../../rules/wording.py" />
        <source>until this process ends</source>
        <translation>bis dieser Prozess endet</translation>
    </message>
    <message>
        <location filename="../../rules/wording.py" />
        <source>until restart</source>
        <translation>bis zum Neustart</translation>
    </message>
    <message>
        <location filename="../../rules/wording.py" />
        <source>for {time}</source>
        <translation>für {time}</translation>
    </message>
    <message>
        <location filename="../../rules/wording.py" />
        <source>until a date</source>
        <translation>bis zu einem Datum</translation>
    </message>
    <message>
        <location filename="../../rules/wording.py" />
        <source>until {date}</source>
        <translation>bis {date}</translation>
    </message>
    <message>
        <location filename="../../rules/wording.py" />
        <source>{count} seconds</source>
        <translation>{count} Sekunden</translation>
    </message>
    <message numerus="yes">
        <location filename="../../rules/wording.py" />
        <source>%n days</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../rules/wording.py" />
        <source>%n hours</source>
        <translation>
            <numerusform>%n Stunde</numerusform>
            <numerusform>%n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../rules/wording.py" />
        <source>%n minutes</source>
        <translation>
            <numerusform>%n Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../rules/wording.py" />
        <source>%n seconds</source>
        <translation>
            <numerusform>%n Sekunde</numerusform>
            <numerusform>%n Sekunden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RuleDialog</name>
    <message>
        <location filename="../../gui/rules/dialog.py" />
        <source>New rule · snet</source>
        <translation>Neue Regel · snet</translation>
    </message>
    <message>
        <location filename="../../gui/rules/dialog.py" />
        <source>Edit rule · snet</source>
        <translation>Regel bearbeiten · snet</translation>
    </message>
    <message>
        <location filename="../../gui/rules/dialog.py" />
        <source>&amp;Test…</source>
        <translation>&amp;Testen…</translation>
    </message>
    <message>
        <location filename="../../gui/rules/dialog.py" />
        <source>What this rule would do, before it is kept (Ctrl+T)</source>
        <translation>Was diese Regel täte, bevor sie behalten wird (Strg+T)</translation>
    </message>
    <message>
        <location filename="../../gui/rules/dialog.py" />
        <source>No rule yet.</source>
        <translation>Noch keine Regel.</translation>
    </message>
    <message>
        <location filename="../../gui/rules/dialog.py" />
        <source>Keep the rule (Ctrl+Enter)</source>
        <translation>Die Regel behalten (Strg+Eingabe)</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_row.py" />
        <source>▲ {problem}</source>
        <translation>▲ {problem}</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>May or may not</source>
        <translation>Darf oder darf nicht</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>Remote address</source>
        <translation>Entfernte Adresse</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>Remote host</source>
        <translation>Entfernter Rechner</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>Remote port</source>
        <translation>Entfernter Port</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>Protocol</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>Holds</source>
        <translation>Gilt</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>In force</source>
        <translation>In Kraft</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>Error of a deny</source>
        <translation>Fehler beim Ablehnen</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>Command line</source>
        <translation>Befehlszeile</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>Started by</source>
        <translation>Gestartet von</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>Application</source>
        <translation>Anwendung</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>Package</source>
        <translation>Paket</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>Unit</source>
        <translation>Unit</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>Local address</source>
        <translation>Lokale Adresse</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>Local port</source>
        <translation>Lokaler Port</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>Interface</source>
        <translation>Schnittstelle</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>Family</source>
        <translation>Familie</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>Socket type</source>
        <translation>Socket-Typ</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>Network namespace</source>
        <translation>Netzwerk-Namensraum</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>List file</source>
        <translation>Listendatei</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>Priority</source>
        <translation>Vorrang</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>made of what the rule says</source>
        <translation>entsteht aus dem, was die Regel sagt</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>What the program gets</source>
        <translation>Was das Programm bekommt</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>any · /usr/bin/curl · glob:/opt/** · regex:^/opt/</source>
        <translation>alle · /usr/bin/curl · glob:/opt/** · regex:^/opt/</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>anything · connect, sendmsg · listen</source>
        <translation>alles · connect, sendmsg · listen</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>any · 192.0.2.1 · 10.0.0.0/8 · 192.0.2.1-192.0.2.9</source>
        <translation>alle · 192.0.2.1 · 10.0.0.0/8 · 192.0.2.1-192.0.2.9</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>any · example.com · *.example.com</source>
        <translation>alle · example.com · *.example.com</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>any · 443 · 80, 8000-8100</source>
        <translation>alle · 443 · 80, 8000-8100</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>any · tcp · tcp, udp</source>
        <translation>alle · tcp · tcp, udp</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>always · 15m · 1h30m · until 2030-01-02 03:04</source>
        <translation>immer · 15m · 1h30m · until 2030-01-02 03:04</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>A rule that is not in force decides nothing</source>
        <translation>Eine Regel, die nicht in Kraft ist, entscheidet nichts</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>EPERM · ECONNREFUSED</source>
        <translation>EPERM · ECONNREFUSED</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>any · anna · 1000, 1001</source>
        <translation>alle · anna · 1000, 1001</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>any · users · 100</source>
        <translation>alle · users · 100</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>any · glob:/usr/bin/python3 **</source>
        <translation>alle · glob:/usr/bin/python3 **</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>anything · /usr/bin/bash</source>
        <translation>alles · /usr/bin/bash</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>any · org.mozilla.firefox</source>
        <translation>alle · org.mozilla.firefox</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>any · curl</source>
        <translation>alle · curl</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>any · apt-daily.service · glob:user@*</source>
        <translation>alle · apt-daily.service · glob:user@*</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>any · 64 hexadecimal digits</source>
        <translation>alle · 64 hexadezimale Ziffern</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>any · 127.0.0.0/8 · unix:/run/x</source>
        <translation>alle · 127.0.0.0/8 · unix:/run/x</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>any · 8080 · 8000-8100</source>
        <translation>alle · 8080 · 8000-8100</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>any · wlan0</source>
        <translation>alle · wlan0</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>any · inet, inet6 · unix</source>
        <translation>alle · inet, inet6 · unix</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>any · stream · dgram</source>
        <translation>alle · stream · dgram</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>any · 4026531840</source>
        <translation>alle · 4026531840</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>none · hosts:/etc/blocked</source>
        <translation>keine · hosts:/etc/blocked</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>0 · the higher wins</source>
        <translation>0 · der höhere gewinnt</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>why this rule is here</source>
        <translation>warum es diese Regel gibt</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>Allow</source>
        <translation>Erlauben</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>Deny</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>always</source>
        <translation>immer</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>until restart</source>
        <translation>bis zum Neustart</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>15m</source>
        <translation>15m</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>1h</source>
        <translation>1h</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>12h</source>
        <translation>12h</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>anything</source>
        <translation>alles</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>connect</source>
        <translation>verbinden</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>listen</source>
        <translation>auf Verbindungen warten</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>be called</source>
        <translation>Verbindungen annehmen</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>any</source>
        <translation>alle</translation>
    </message>
    <message>
        <location filename="../../gui/rules/form.py" />
        <source>&amp;More conditions</source>
        <translation>&amp;Weitere Bedingungen</translation>
    </message>
    <message>
        <location filename="../../gui/rules/form.py" />
        <source>Everything else that a rule can ask for</source>
        <translation>Alles andere, wonach eine Regel fragen kann</translation>
    </message>
</context>
<context>
    <name>Rules</name>
    <message>
        <location filename="../../gui/rules/columns.py" />
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <location filename="../../gui/rules/columns.py" />
        <location filename="../../gui/rules/filters.py" />
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <location filename="../../gui/rules/columns.py" />
        <source>Holds</source>
        <translation>Gilt</translation>
    </message>
    <message>
        <location filename="../../gui/rules/columns.py" />
        <source>From</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <location filename="../../gui/rules/columns.py" />
        <source>Made</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <location filename="../../gui/rules/columns.py" />
        <source>Last used</source>
        <translation>Zuletzt benutzt</translation>
    </message>
    <message>
        <location filename="../../gui/rules/columns.py" />
        <source>Used</source>
        <translation>Benutzt</translation>
    </message>
    <message>
        <location filename="../../gui/rules/commands.py" />
        <source>Deleted: {name}</source>
        <translation>Gelöscht: {name}</translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/rules/commands.py" />
        <source>%Ln rules deleted</source>
        <translation>
            <numerusform>%Ln Regel gelöscht</numerusform>
            <numerusform>%Ln Regeln gelöscht</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../gui/rules/commands.py" />
        <source>Switched off: {name}</source>
        <translation>Ausgeschaltet: {name}</translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/rules/commands.py" />
        <source>%Ln rules switched off</source>
        <translation>
            <numerusform>%Ln Regel ausgeschaltet</numerusform>
            <numerusform>%Ln Regeln ausgeschaltet</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../gui/rules/deeds.py" />
        <source>&amp;New rule…</source>
        <translation>&amp;Neue Regel…</translation>
    </message>
    <message>
        <location filename="../../gui/rules/deeds.py" />
        <source>&amp;Edit…</source>
        <translation>&amp;Bearbeiten…</translation>
    </message>
    <message>
        <location filename="../../gui/rules/deeds.py" />
        <source>Make a rule</source>
        <translation>Eine Regel erstellen</translation>
    </message>
    <message>
        <location filename="../../gui/rules/deeds.py" />
        <source>Change this rule</source>
        <translation>Diese Regel ändern</translation>
    </message>
    <message>
        <location filename="../../gui/rules/deeds.py" />
        <source>&amp;Switch on or off</source>
        <translation>&amp;Ein-/Ausschalten</translation>
    </message>
    <message>
        <location filename="../../gui/rules/deeds.py" />
        <source>Switch the selected rules on, or off if all of them are on</source>
        <translation>Die ausgewählten Regeln einschalten, oder aus, wenn alle ein sind</translation>
    </message>
    <message>
        <location filename="../../gui/rules/deeds.py" />
        <source>D&amp;uplicate</source>
        <translation>&amp;Duplizieren</translation>
    </message>
    <message>
        <location filename="../../gui/rules/deeds.py" />
        <source>Make copies, switched off</source>
        <translation>Kopien erstellen, ausgeschaltet</translation>
    </message>
    <message>
        <location filename="../../gui/rules/deeds.py" />
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <location filename="../../gui/rules/deeds.py" />
        <source>Forget the selected rules</source>
        <translation>Die ausgewählten Regeln vergessen</translation>
    </message>
    <message>
        <location filename="../../gui/rules/deeds.py" />
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <location filename="../../gui/rules/deeds.py" />
        <source>Take back what was done</source>
        <translation>Zurücknehmen, was getan wurde</translation>
    </message>
    <message>
        <location filename="../../gui/rules/deeds.py" />
        <source>&amp;Only this program</source>
        <translation>Nur dieses &amp;Programm</translation>
    </message>
    <message>
        <location filename="../../gui/rules/deeds.py" />
        <source>Show the rules of this program only</source>
        <translation>Nur die Regeln dieses Programms zeigen</translation>
    </message>
    <message>
        <location filename="../../gui/rules/deeds.py" />
        <source>&amp;Test…</source>
        <translation>&amp;Testen…</translation>
    </message>
    <message>
        <location filename="../../gui/rules/deeds.py" />
        <source>Which rule decides an event, and why no other does</source>
        <translation>Welche Regel ein Ereignis entscheidet, und warum keine andere</translation>
    </message>
    <message>
        <location filename="../../gui/rules/deeds.py" />
        <source>T&amp;idy up</source>
        <translation>&amp;Aufräumen</translation>
    </message>
    <message>
        <location filename="../../gui/rules/deeds.py" />
        <source>Rules that are not needed, each with what to do about it</source>
        <translation>Regeln, die nicht gebraucht werden, jede mit Abhilfe</translation>
    </message>
    <message>
        <location filename="../../gui/rules/deeds.py" />
        <source>&amp;Find</source>
        <translation>&amp;Suchen</translation>
    </message>
    <message>
        <location filename="../../gui/rules/deeds.py" />
        <source>Show &amp;all</source>
        <translation>Alle an&amp;zeigen</translation>
    </message>
    <message>
        <location filename="../../gui/rules/deeds.py" />
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <location filename="../../gui/rules/deeds.py" />
        <source>Hide t&amp;idying</source>
        <translation>&amp;Aufräumen ausblenden</translation>
    </message>
    <message>
        <location filename="../../gui/rules/draft.py" />
        <source>{name} (copy)</source>
        <translation>{name} (Kopie)</translation>
    </message>
    <message>
        <location filename="../../gui/rules/filters.py" />
        <source>Search rules</source>
        <translation>Regeln durchsuchen</translation>
    </message>
    <message>
        <location filename="../../gui/rules/filters.py" />
        <source>Words in any order (Ctrl+F)</source>
        <translation>Wörter in beliebiger Reihenfolge (Strg+F)</translation>
    </message>
    <message>
        <location filename="../../gui/rules/filters.py" />
        <source>Lifetime</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <location filename="../../gui/rules/filters.py" />
        <source>Origin</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <location filename="../../gui/rules/filters.py" />
        <source>Switched on or off</source>
        <translation>Ein- oder ausgeschaltet</translation>
    </message>
    <message>
        <location filename="../../gui/rules/filters.py" />
        <source>Show all</source>
        <translation>Alle anzeigen</translation>
    </message>
    <message>
        <location filename="../../gui/rules/filters.py" />
        <source>Search for nothing, leave nothing out (Esc)</source>
        <translation>Nichts suchen, nichts weglassen (Esc)</translation>
    </message>
    <message>
        <location filename="../../gui/rules/filters.py" />
        <source>Any answer</source>
        <translation>Jede Antwort</translation>
    </message>
    <message>
        <location filename="../../gui/rules/filters.py" />
        <source>Allow</source>
        <translation>Erlauben</translation>
    </message>
    <message>
        <location filename="../../gui/rules/filters.py" />
        <source>Deny</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <location filename="../../gui/rules/filters.py" />
        <source>Any lifetime</source>
        <translation>Jede Dauer</translation>
    </message>
    <message>
        <location filename="../../gui/rules/filters.py" />
        <source>Temporary</source>
        <translation>Befristet</translation>
    </message>
    <message>
        <location filename="../../gui/rules/filters.py" />
        <source>Any origin</source>
        <translation>Jede Herkunft</translation>
    </message>
    <message>
        <location filename="../../gui/rules/filters.py" />
        <source>On and off</source>
        <translation>Ein und aus</translation>
    </message>
    <message>
        <location filename="../../gui/rules/filters.py" />
        <source>On</source>
        <translation>Ein</translation>
    </message>
    <message>
        <location filename="../../gui/rules/filters.py" />
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <location filename="../../gui/rules/model.py" />
        <source>{rule} Switched off.</source>
        <translation>{rule} Ausgeschaltet.</translation>
    </message>
    <message>
        <location filename="../../gui/rules/pick.py" />
        <source>The rules changed meanwhile; choose again.</source>
        <translation>Die Regeln haben sich inzwischen geändert; wählen Sie erneut.</translation>
    </message>
    <message>
        <location filename="../../gui/rules/program_box.py" />
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <location filename="../../gui/rules/program_box.py" />
        <source>The whole path of one program, then Enter</source>
        <translation>Der ganze Pfad eines Programms, dann Eingabe</translation>
    </message>
    <message>
        <location filename="../../gui/rules/program_box.py" />
        <source>Any program</source>
        <translation>Jedes Programm</translation>
    </message>
    <message>
        <location filename="../../gui/rules/texts.py" />
        <source>✓ Allow</source>
        <translation>✓ Erlauben</translation>
    </message>
    <message>
        <location filename="../../gui/rules/texts.py" />
        <source>✕ Deny</source>
        <translation>✕ Ablehnen</translation>
    </message>
    <message>
        <location filename="../../gui/rules/texts.py" />
        <source>a person</source>
        <translation>von Hand</translation>
    </message>
    <message>
        <location filename="../../gui/rules/texts.py" />
        <source>learned</source>
        <translation>gelernt</translation>
    </message>
    <message>
        <location filename="../../gui/rules/texts.py" />
        <source>imported</source>
        <translation>importiert</translation>
    </message>
    <message>
        <location filename="../../gui/rules/texts.py" />
        <source>shipped</source>
        <translation>mitgeliefert</translation>
    </message>
    <message>
        <location filename="../../gui/rules/texts.py" />
        <source>Once</source>
        <translation>Einmal</translation>
    </message>
    <message>
        <location filename="../../gui/rules/texts.py" />
        <source>This process</source>
        <translation>Dieser Prozess</translation>
    </message>
    <message>
        <location filename="../../gui/rules/texts.py" />
        <source>Until restart</source>
        <translation>Bis Neustart</translation>
    </message>
    <message>
        <location filename="../../gui/rules/texts.py" />
        <source>For a time</source>
        <translation>Für eine Zeit</translation>
    </message>
    <message>
        <location filename="../../gui/rules/texts.py" />
        <source>Until a date</source>
        <translation>Bis zu einem Datum</translation>
    </message>
    <message>
        <location filename="../../gui/rules/texts.py" />
        <source>Always</source>
        <translation>Immer</translation>
    </message>
    <message>
        <location filename="../../gui/rules/texts.py" />
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/rules/texts.py" />
        <source>%Ln s left</source>
        <translation>
            <numerusform>noch %Ln s</numerusform>
            <numerusform>noch %Ln s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/rules/texts.py" />
        <source>%Ln min left</source>
        <translation>
            <numerusform>noch %Ln min</numerusform>
            <numerusform>noch %Ln min</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../gui/rules/texts.py" />
        <source>{h} h {m} min left</source>
        <translation>noch {h} h {m} min</translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/rules/texts.py" />
        <source>%Ln days left</source>
        <translation>
            <numerusform>noch %Ln Tag</numerusform>
            <numerusform>noch %Ln Tage</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../gui/rules/view.py" />
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <location filename="../../gui/rules/window.py" />
        <source>Rules · snet</source>
        <translation>Regeln · snet</translation>
    </message>
    <message>
        <location filename="../../gui/rules/window.py" />
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/rules/window.py" />
        <source>%Ln rules</source>
        <translation>
            <numerusform>%Ln Regel</numerusform>
            <numerusform>%Ln Regeln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/rules/window.py" />
        <source>%Ln rules found</source>
        <translation>
            <numerusform>%Ln Regel gefunden</numerusform>
            <numerusform>%Ln Regeln gefunden</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../gui/rules/window.py" />
        <source>Nothing is remembered yet.
An answer that holds longer than once makes a rule.</source>
        <translation>Noch ist nichts gemerkt.
Eine Antwort, die länger als einmal gilt, erstellt eine Regel.</translation>
    </message>
    <message>
        <location filename="../../gui/rules/window.py" />
        <source>No rule is like that.</source>
        <translation>So eine Regel gibt es nicht.</translation>
    </message>
</context>
<context>
    <name>Said</name>
    <message>
        <location filename="../../model/said.py" />
        <source>{some} or {other}</source>
        <translation>{some} oder {other}</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <location filename="../../gui/settings/asking_page.py" />
        <source>Deny it</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <location filename="../../gui/settings/asking_page.py" />
        <source>Allow it</source>
        <translation>Erlauben</translation>
    </message>
    <message>
        <location filename="../../gui/settings/asking_page.py" />
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <location filename="../../gui/settings/asking_page.py" />
        <source>Programs that connect to other computers</source>
        <translation>Programme, die sich mit anderen Rechnern verbinden</translation>
    </message>
    <message>
        <location filename="../../gui/settings/asking_page.py" />
        <source>Always: this is what snet is for.</source>
        <translation>Immer: Dafür ist snet da.</translation>
    </message>
    <message>
        <location filename="../../gui/settings/asking_page.py" />
        <location filename="../../gui/settings/window.py" />
        <source>Asking</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <location filename="../../gui/settings/asking_page.py" />
        <source>What to ask about</source>
        <translation>Wonach gefragt wird</translation>
    </message>
    <message>
        <location filename="../../gui/settings/asking_page.py" />
        <source>When no rule decides</source>
        <translation>Wenn keine Regel entscheidet</translation>
    </message>
    <message>
        <location filename="../../gui/settings/asking_page.py" />
        <source>If nobody answers</source>
        <translation>Wenn niemand antwortet</translation>
    </message>
    <message>
        <location filename="../../gui/settings/asking_page.py" />
        <source>This one call only: no rule is made. The question is kept among the missed ones.</source>
        <translation>Nur dieser eine Aufruf: Es entsteht keine Regel. Die Frage bleibt unter den verpassten.</translation>
    </message>
    <message>
        <location filename="../../gui/settings/asking_page.py" />
        <source>Time to answer</source>
        <translation>Zeit zum Antworten</translation>
    </message>
    <message>
        <location filename="../../gui/settings/asking_page.py" />
        <source>A program is held for so long. While you read, for longer.</source>
        <translation>So lange wird ein Programm angehalten. Während Sie lesen, länger.</translation>
    </message>
    <message>
        <location filename="../../gui/settings/asking_page.py" />
        <source>Programs that others can reach</source>
        <translation>Programme, die andere erreichen können</translation>
    </message>
    <message>
        <location filename="../../gui/settings/asking_page.py" />
        <source>Waiting for connections and taking them. Off: every program may, unless a rule denies it.</source>
        <translation>Auf Verbindungen warten und sie annehmen. Aus: Jedes Programm darf es, außer eine Regel lehnt es ab.</translation>
    </message>
    <message>
        <location filename="../../gui/settings/asking_page.py" />
        <source>Data sent without a connection (UDP)</source>
        <translation>Daten, die ohne Verbindung gesendet werden (UDP)</translation>
    </message>
    <message>
        <location filename="../../gui/settings/asking_page.py" />
        <source>Name lookups, calls, games. Off: such data leaves this computer unasked.</source>
        <translation>Namensauflösung, Anrufe, Spiele. Aus: Solche Daten verlassen diesen Rechner ungefragt.</translation>
    </message>
    <message>
        <location filename="../../gui/settings/asking_page.py" />
        <source>Connections within this computer</source>
        <translation>Verbindungen innerhalb dieses Rechners</translation>
    </message>
    <message>
        <location filename="../../gui/settings/asking_page.py" />
        <source>Programs here that talk to each other, by addresses such as 127.0.0.1. On: more questions, about little that leaves.</source>
        <translation>Programme hier, die über Adressen wie 127.0.0.1 miteinander sprechen. Ein: mehr Fragen, nach wenig, das den Rechner verlässt.</translation>
    </message>
    <message>
        <location filename="../../gui/settings/asking_page.py" />
        <source>Sockets of all other kinds</source>
        <translation>Sockets aller anderen Arten</translation>
    </message>
    <message>
        <location filename="../../gui/settings/asking_page.py" />
        <source>UNIX, netlink, Bluetooth and more. On: very many questions, since every desktop lives of them.</source>
        <translation>UNIX, Netlink, Bluetooth und mehr. Ein: sehr viele Fragen, denn jede Arbeitsfläche lebt davon.</translation>
    </message>
    <message>
        <location filename="../../gui/settings/history_page.py" />
        <source>Days that decisions are kept</source>
        <translation>Tage, die Entscheidungen behalten werden</translation>
    </message>
    <message>
        <location filename="../../gui/settings/history_page.py" />
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <location filename="../../gui/settings/history_page.py" />
        <source>Megabytes that decisions may take</source>
        <translation>Megabyte, die Entscheidungen belegen dürfen</translation>
    </message>
    <message>
        <location filename="../../gui/settings/history_page.py" />
        <source>Forget old decisions after</source>
        <translation>Alte Entscheidungen vergessen nach</translation>
    </message>
    <message>
        <location filename="../../gui/settings/history_page.py" />
        <source>Off: they are kept for ever, as far as there is room.</source>
        <translation>Aus: Sie werden für immer behalten, soweit Platz ist.</translation>
    </message>
    <message>
        <location filename="../../gui/settings/history_page.py" />
        <source>Take no more room than</source>
        <translation>Nicht mehr Platz belegen als</translation>
    </message>
    <message>
        <location filename="../../gui/settings/history_page.py" />
        <source>Above it, the oldest decisions are forgotten first.</source>
        <translation>Darüber werden die ältesten Entscheidungen zuerst vergessen.</translation>
    </message>
    <message>
        <location filename="../../gui/settings/history_page.py" />
        <location filename="../../gui/settings/window.py" />
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/settings/history_page.py" />
        <source> days</source>
        <translation>
            <numerusform> Tag</numerusform>
            <numerusform> Tage</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../gui/settings/mode_box.py" />
        <source>The program is held until you answer.</source>
        <translation>Das Programm wird angehalten, bis Sie antworten.</translation>
    </message>
    <message>
        <location filename="../../gui/settings/mode_box.py" />
        <source>All that you would be asked about is allowed. A rule for it is made, marked as learned, for you to look over.</source>
        <translation>Alles, wonach Sie gefragt würden, wird erlaubt. Dafür entsteht eine Regel, als gelernt markiert, die Sie durchsehen können.</translation>
    </message>
    <message>
        <location filename="../../gui/settings/mode_box.py" />
        <source>All that you would be asked about is denied.</source>
        <translation>Alles, wonach Sie gefragt würden, wird abgelehnt.</translation>
    </message>
    <message>
        <location filename="../../gui/settings/mode_box.py" />
        <source>All that you would be asked about is allowed. Choose another to end the pause.</source>
        <translation>Alles, wonach Sie gefragt würden, wird erlaubt. Wählen Sie etwas anderes, um die Pause zu beenden.</translation>
    </message>
    <message>
        <location filename="../../gui/settings/mode_box.py" />
        <source>Ask me</source>
        <translation>Mich fragen</translation>
    </message>
    <message>
        <location filename="../../gui/settings/mode_box.py" />
        <source>Learn for a day</source>
        <translation>Einen Tag lernen</translation>
    </message>
    <message>
        <location filename="../../gui/settings/mode_box.py" />
        <source>Learn until I end it</source>
        <translation>Lernen, bis ich es beende</translation>
    </message>
    <message>
        <location filename="../../gui/settings/mode_box.py" />
        <source>Deny (locked)</source>
        <translation>Ablehnen (gesperrt)</translation>
    </message>
    <message>
        <location filename="../../gui/settings/mode_box.py" />
        <source>Paused, {left}</source>
        <translation>Pausiert, {left}</translation>
    </message>
    <message>
        <location filename="../../gui/settings/mode_box.py" />
        <source>Learning, {left}</source>
        <translation>Lernt, {left}</translation>
    </message>
    <message>
        <location filename="../../gui/settings/row.py" />
        <source>⚠ Not changed: {why}</source>
        <translation>⚠ Nicht geändert: {why}</translation>
    </message>
    <message>
        <location filename="../../gui/settings/screen_page.py" />
        <source>Show…</source>
        <translation>Anzeigen…</translation>
    </message>
    <message>
        <location filename="../../gui/settings/screen_page.py" />
        <source>Look of the windows</source>
        <translation>Aussehen der Fenster</translation>
    </message>
    <message>
        <location filename="../../gui/settings/screen_page.py" />
        <source>First steps</source>
        <translation>Erste Schritte</translation>
    </message>
    <message>
        <location filename="../../gui/settings/screen_page.py" />
        <source>The questions of the first start, once more.</source>
        <translation>Die Fragen des ersten Starts, noch einmal.</translation>
    </message>
    <message>
        <location filename="../../gui/settings/screen_page.py" />
        <source>A sound when a question appears</source>
        <translation>Ein Klang, wenn eine Frage erscheint</translation>
    </message>
    <message>
        <location filename="../../gui/settings/screen_page.py" />
        <source>A sound when nobody answered one</source>
        <translation>Ein Klang, wenn niemand geantwortet hat</translation>
    </message>
    <message>
        <location filename="../../gui/settings/screen_page.py" />
        <source>Notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
    <message>
        <location filename="../../gui/settings/screen_page.py" />
        <source>Of questions that nobody answered, of those that wait where you may not see them, and of what is wrong.</source>
        <translation>Über Fragen, auf die niemand geantwortet hat, über solche, die warten, wo Sie sie vielleicht nicht sehen, und darüber, was nicht stimmt.</translation>
    </message>
    <message>
        <location filename="../../gui/settings/screen_page.py" />
        <source>Listen</source>
        <translation>Anhören</translation>
    </message>
    <message>
        <location filename="../../gui/settings/screen_page.py" />
        <source>Sounds and notifications</source>
        <translation>Klänge und Benachrichtigungen</translation>
    </message>
    <message>
        <location filename="../../gui/settings/screen_page.py" />
        <source>This desktop</source>
        <translation>Diese Arbeitsfläche</translation>
    </message>
    <message>
        <location filename="../../gui/settings/screen_page.py" />
        <source>Start when I log in</source>
        <translation>Bei der Anmeldung starten</translation>
    </message>
    <message>
        <location filename="../../gui/settings/screen_page.py" />
        <source>Off: programs are not asked about until you start snet.</source>
        <translation>Aus: Nach Programmen wird erst gefragt, wenn Sie snet starten.</translation>
    </message>
    <message>
        <location filename="../../gui/settings/screen_page.py" />
        <source>As the desktop</source>
        <translation>Wie die Arbeitsfläche</translation>
    </message>
    <message>
        <location filename="../../gui/settings/screen_page.py" />
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <location filename="../../gui/settings/screen_page.py" />
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <location filename="../../gui/settings/window.py" />
        <source>Settings · snet</source>
        <translation>Einstellungen · snet</translation>
    </message>
    <message>
        <location filename="../../gui/settings/window.py" />
        <source>Desktop</source>
        <translation>Arbeitsfläche</translation>
    </message>
    <message>
        <location filename="../../gui/settings/window.py" />
        <source>Pages of settings</source>
        <translation>Seiten der Einstellungen</translation>
    </message>
</context>
<context>
    <name>Source</name>
    <message>
        <location filename="../../engine/link.py" />
        <source>snet stopped by a fault of its own ({fault}): start it again.</source>
        <translation>snet hat wegen eines eigenen Fehlers angehalten ({fault}): Starten Sie es neu.</translation>
    </message>
    <message>
        <location filename="../../engine/link.py" />
        <source>The verdict delay and policy could not be set: {why}</source>
        <translation>Zeit zum Antworten und Vorgabe konnten nicht gesetzt werden: {why}</translation>
    </message>
    <message>
        <location filename="../../engine/link.py" />
        <source>The connection to the event source broke; it is being made again.</source>
        <translation>Die Verbindung zur Quelle der Ereignisse ist abgerissen; sie wird neu aufgebaut.</translation>
    </message>
    <message>
        <location filename="../../source/kernel/refusal.py" />
        <source>the kernel module snet is not loaded: load it as root with 'modprobe snet' (in a container, use snet on the host)</source>
        <translation>das Kernelmodul snet ist nicht geladen: als root mit „modprobe snet“ laden (bei Containern snet auf dem Wirtsystem benutzen)</translation>
    </message>
    <message>
        <location filename="../../source/kernel/refusal.py" />
        <source>the kernel module snet was unloaded: load it again with 'modprobe snet'</source>
        <translation>das Kernelmodul snet wurde entladen: mit „modprobe snet“ wieder laden</translation>
    </message>
    <message>
        <location filename="../../source/kernel/refusal.py" />
        <source>the module is the older one: install the module that comes with this program, then 'rmmod snet &amp;&amp; modprobe snet'</source>
        <translation>das Modul ist das ältere: das Modul installieren, das zu diesem Programm gehört, dann „rmmod snet &amp;&amp; modprobe snet“</translation>
    </message>
    <message>
        <location filename="../../source/kernel/refusal.py" />
        <source>this program is the older one: upgrade it to the module's version</source>
        <translation>dieses Programm ist das ältere: auf die Version des Moduls aktualisieren</translation>
    </message>
    <message>
        <location filename="../../source/kernel/refusal.py" />
        <source>the kernel module snet {version} speaks protocol {theirs} and this program protocol {ours}: {way_out}</source>
        <translation>das Kernelmodul snet {version} spricht Protokoll {theirs}, dieses Programm Protokoll {ours}: {way_out}</translation>
    </message>
    <message>
        <location filename="../../source/kernel/refusal.py" />
        <source>the kernel module snet speaks another protocol than this program's {ours}: install both from the same release, then reload the module</source>
        <translation>das Kernelmodul snet spricht ein anderes Protokoll als dieses Programm ({ours}): beide aus derselben Version installieren, dann das Modul neu laden</translation>
    </message>
    <message>
        <location filename="../../source/kernel/refusal.py" />
        <source>the kernel module snet does not know {command}: it is older than this program; install both from the same release, then reload the module</source>
        <translation>das Kernelmodul snet kennt {command} nicht: es ist älter als dieses Programm; beide aus derselben Version installieren, dann das Modul neu laden</translation>
    </message>
    <message>
        <location filename="../../source/kernel/refusal.py" />
        <source>another program is snet's agent already: end that one first</source>
        <translation>ein anderes Programm ist schon Agent von snet: zuerst jenes beenden</translation>
    </message>
    <message>
        <location filename="../../source/kernel/refusal.py" />
        <source>that event is not pending any more</source>
        <translation>dieses Ereignis wartet nicht mehr</translation>
    </message>
    <message>
        <location filename="../../source/kernel/refusal.py" />
        <source>not permitted ({why}): the kernel module asks for CAP_NET_ADMIN outside of any user namespace; run this as root</source>
        <translation>nicht erlaubt ({why}): das Kernelmodul verlangt CAP_NET_ADMIN außerhalb von Benutzer-Namensräumen; als root ausführen</translation>
    </message>
    <message>
        <location filename="../../source/kernel/refusal.py" />
        <source>not permitted: the kernel module asks for CAP_NET_ADMIN outside of any user namespace; run this as root</source>
        <translation>nicht erlaubt: das Kernelmodul verlangt CAP_NET_ADMIN außerhalb von Benutzer-Namensräumen; als root ausführen</translation>
    </message>
    <message>
        <location filename="../../source/kernel/source.py" />
        <source>kernel module</source>
        <translation>Kernelmodul</translation>
    </message>
    <message>
        <location filename="../../source/kernel/source.py" />
        <source>kernel module {version}</source>
        <translation>Kernelmodul {version}</translation>
    </message>
    <message>
        <location filename="../../source/recording.py" />
        <source>The verdict delay must be 1 to {most} seconds.</source>
        <translation>Die Zeit zum Antworten muss zwischen 1 und {most} Sekunden liegen.</translation>
    </message>
    <message>
        <location filename="../../source/seccomp/source.py" />
        <source>The program that was covered has ended.</source>
        <translation>Das überwachte Programm wurde beendet.</translation>
    </message>
    <message>
        <location filename="../../source/seccomp/source.py" />
        <source>The program can't be supervised: {why}</source>
        <translation>Das Programm kann nicht überwacht werden: {why}</translation>
    </message>
    <message>
        <location filename="../../source/seccomp/source.py" />
        <source>verdict delay {given}: give 1 to {most} s</source>
        <translation>Zeit zum Antworten {given}: möglich sind 1 bis {most} s</translation>
    </message>
</context>
<context>
    <name>State</name>
    <message numerus="yes">
        <location filename="../../gui/state.py" />
        <source>%Ln questions wait for you</source>
        <translation>
            <numerusform>Eine Frage wartet auf Sie</numerusform>
            <numerusform>%Ln Fragen warten auf Sie</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../gui/state.py" />
        <source>Paused: what no rule denies passes, {left}</source>
        <translation>Pausiert: was keine Regel ablehnt, geht durch, {left}</translation>
    </message>
    <message>
        <location filename="../../gui/state.py" />
        <source>Learning: what no rule denies passes and is noted, {left}</source>
        <translation>Lernt: was keine Regel ablehnt, geht durch und wird gemerkt, {left}</translation>
    </message>
    <message>
        <location filename="../../gui/state.py" />
        <source>Not connected</source>
        <translation>Nicht verbunden</translation>
    </message>
    <message>
        <location filename="../../gui/state.py" />
        <source>Everything is blocked</source>
        <translation>Alles ist gesperrt</translation>
    </message>
    <message>
        <location filename="../../gui/state.py" />
        <source>Learning: what no rule denies passes and is noted</source>
        <translation>Lernt: was keine Regel ablehnt, geht durch und wird gemerkt</translation>
    </message>
    <message>
        <location filename="../../gui/state.py" />
        <source>Locked: only what a rule allows passes</source>
        <translation>Gesperrt: nur was eine Regel erlaubt, geht durch</translation>
    </message>
    <message>
        <location filename="../../gui/state.py" />
        <source>Asking about what no rule decides</source>
        <translation>Fragt, wo keine Regel entscheidet</translation>
    </message>
    <message>
        <location filename="../../gui/state.py" />
        <source>until you end it</source>
        <translation>bis Sie es beenden</translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/state.py" />
        <source>%Ln min left</source>
        <translation>
            <numerusform>noch %Ln min</numerusform>
            <numerusform>noch %Ln min</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../gui/state.py" />
        <source>{h} h {m} min left</source>
        <translation>noch {h} h {m} min</translation>
    </message>
    <message>
        <location filename="../../gui/state.py" />
        <source>The engine has not reported yet.</source>
        <translation>Die Firewall hat sich noch nicht gemeldet.</translation>
    </message>
    <message>
        <location filename="../../gui/state.py" />
        <source>There is no source of events.</source>
        <translation>Es gibt keine Quelle für Ereignisse.</translation>
    </message>
    <message>
        <location filename="../../gui/state.py" />
        <source>then denied</source>
        <translation>dann abgelehnt</translation>
    </message>
    <message>
        <location filename="../../gui/state.py" />
        <source>then allowed</source>
        <translation>dann erlaubt</translation>
    </message>
    <message>
        <location filename="../../gui/state.py" />
        <source>{source} · an unanswered call waits {n} s, {policy}</source>
        <translation>{source} · ein unbeantworteter Aufruf wartet {n} s, {policy}</translation>
    </message>
    <message>
        <location filename="../../gui/state.py" />
        <source>Rules: {rules} · Missed: {missed} · Decided: {decided}</source>
        <translation>Regeln: {rules} · Verpasst: {missed} · Entschieden: {decided}</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <location filename="../../gui/status_window.py" />
        <source>Status · snet</source>
        <translation>Status · snet</translation>
    </message>
    <message>
        <location filename="../../gui/status_window.py" />
        <source>Mode and more</source>
        <translation>Modus und mehr</translation>
    </message>
</context>
<context>
    <name>Store</name>
    <message>
        <location filename="../../engine/log.py" />
        <source>The history is not written now: {why}. {count} decisions wait in memory for it.</source>
        <translation>Der Verlauf wird gerade nicht geschrieben: {why}. So viele Entscheidungen warten im Arbeitsspeicher: {count}.</translation>
    </message>
    <message>
        <location filename="../../engine/log.py" />
        <source>{count} decisions are not in the history: it could not be written for too long.</source>
        <translation>Im Verlauf fehlen Entscheidungen ({count}): Er konnte zu lange nicht geschrieben werden.</translation>
    </message>
    <message>
        <location filename="../../store/database.py" />
        <source>{problem}. It was set aside as {file} and a new one was begun.</source>
        <translation>{problem}. Sie wurde als {file} beiseitegelegt und eine neue begonnen.</translation>
    </message>
    <message>
        <location filename="../../store/database.py" />
        <source>{file} was deleted or replaced while in use.</source>
        <translation>{file} wurde während der Benutzung gelöscht oder ersetzt.</translation>
    </message>
    <message>
        <location filename="../../store/database.py" />
        <source>{file} was deleted while in use and has been brought back.</source>
        <translation>{file} wurde während der Benutzung gelöscht und wiederhergestellt.</translation>
    </message>
    <message>
        <location filename="../../store/faults.py" />
        <source>the disk is full: free some space</source>
        <translation>der Datenträger ist voll: schaffen Sie Platz</translation>
    </message>
    <message>
        <location filename="../../store/faults.py" />
        <source>it is read-only: make the file and its directory writable</source>
        <translation>nur lesbar: machen Sie Datei und Ordner schreibbar</translation>
    </message>
    <message>
        <location filename="../../store/faults.py" />
        <source>another program has locked it: close that program</source>
        <translation>ein anderes Programm hat sie gesperrt: schließen Sie jenes</translation>
    </message>
    <message>
        <location filename="../../store/faults.py" />
        <source>the disk reports an error: look at the system's log</source>
        <translation>der Datenträger meldet einen Fehler: sehen Sie ins Systemprotokoll</translation>
    </message>
    <message>
        <location filename="../../store/faults.py" />
        <source>it can't be opened: look at its directory and its permissions</source>
        <translation>sie lässt sich nicht öffnen: prüfen Sie Ordner und Rechte</translation>
    </message>
    <message>
        <location filename="../../store/faults.py" />
        <source>access is denied: look at its owner and its permissions</source>
        <translation>kein Zugriff: prüfen Sie Eigentümer und Rechte</translation>
    </message>
    <message>
        <location filename="../../store/faults.py" />
        <source>memory ran out: close other programs</source>
        <translation>der Speicher ist voll: schließen Sie andere Programme</translation>
    </message>
    <message>
        <location filename="../../store/faults.py" />
        <source>its tables are not as snet made them</source>
        <translation>ihre Tabellen sind nicht so, wie snet sie angelegt hat</translation>
    </message>
    <message>
        <location filename="../../store/faults.py" />
        <source>{file} is damaged ({fault})</source>
        <translation>{file} ist beschädigt ({fault})</translation>
    </message>
    <message>
        <location filename="../../store/faults.py" />
        <source>{file} can't be used, {reason} ({fault})</source>
        <translation>{file} kann nicht benutzt werden, {reason} ({fault})</translation>
    </message>
    <message>
        <location filename="../../store/faults.py" />
        <source>{problem}. Until then the rules live in memory only.</source>
        <translation>{problem}. Bis dahin leben die Regeln nur im Arbeitsspeicher.</translation>
    </message>
    <message>
        <location filename="../../store/faults.py" />
        <source>{problem}. Until then the history lives in memory only.</source>
        <translation>{problem}. Bis dahin lebt der Verlauf nur im Arbeitsspeicher.</translation>
    </message>
    <message>
        <location filename="../../store/faults.py" />
        <source>{file} is read-only: changes of the rules are refused.</source>
        <translation>{file} ist nur lesbar: Änderungen an den Regeln werden abgewiesen.</translation>
    </message>
    <message>
        <location filename="../../store/faults.py" />
        <source>{file} is read-only: changes of the history are refused.</source>
        <translation>{file} ist nur lesbar: Änderungen am Verlauf werden abgewiesen.</translation>
    </message>
    <message>
        <location filename="../../store/faults.py" />
        <source>{file} can't be used: {why}</source>
        <translation>{file} kann nicht benutzt werden: {why}</translation>
    </message>
</context>
<context>
    <name>TestRule</name>
    <message>
        <location filename="../../gui/rules/testing/event_fields.py" />
        <source>{text} is no namespace; write the number of its inode</source>
        <translation>{text} ist kein Namensraum; die Nummer seines Inodes schreiben</translation>
    </message>
    <message>
        <location filename="../../gui/rules/testing/event_fields.py" />
        <source>{text} is no address; write 192.0.2.1, 2001:db8::1 or unix:/x</source>
        <translation>{text} ist keine Adresse; möglich sind 192.0.2.1, 2001:db8::1 oder unix:/x</translation>
    </message>
    <message>
        <location filename="../../gui/rules/testing/event_fields.py" />
        <source>{text} is no port; write a number up to 65535</source>
        <translation>{text} ist kein Port; eine Zahl bis 65535 schreiben</translation>
    </message>
    <message>
        <location filename="../../gui/rules/testing/event_fields.py" />
        <source>no group is called {text}; write a name or a number</source>
        <translation>keine Gruppe heißt {text}; einen Namen oder eine Nummer schreiben</translation>
    </message>
    <message>
        <location filename="../../gui/rules/testing/event_fields.py" />
        <source>no user is called {text}; write a name or a number</source>
        <translation>kein Benutzer heißt {text}; einen Namen oder eine Nummer schreiben</translation>
    </message>
    <message>
        <location filename="../../gui/rules/testing/event_form.py" />
        <source>&amp;More of the call</source>
        <translation>&amp;Mehr vom Aufruf</translation>
    </message>
    <message>
        <location filename="../../gui/rules/testing/event_form.py" />
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <location filename="../../gui/rules/testing/event_form.py" />
        <source>Wants to</source>
        <translation>Möchte</translation>
    </message>
    <message>
        <location filename="../../gui/rules/testing/event_form.py" />
        <source>Protocol</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <location filename="../../gui/rules/testing/event_form.py" />
        <source>Remote address</source>
        <translation>Entfernte Adresse</translation>
    </message>
    <message>
        <location filename="../../gui/rules/testing/event_form.py" />
        <source>Remote port</source>
        <translation>Entfernter Port</translation>
    </message>
    <message>
        <location filename="../../gui/rules/testing/event_form.py" />
        <source>Remote host</source>
        <translation>Entfernter Rechner</translation>
    </message>
    <message>
        <location filename="../../gui/rules/testing/event_form.py" />
        <source>Local address</source>
        <translation>Lokale Adresse</translation>
    </message>
    <message>
        <location filename="../../gui/rules/testing/event_form.py" />
        <source>Local port</source>
        <translation>Lokaler Port</translation>
    </message>
    <message>
        <location filename="../../gui/rules/testing/event_form.py" />
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <location filename="../../gui/rules/testing/event_form.py" />
        <source>other</source>
        <translation>anderes</translation>
    </message>
    <message>
        <location filename="../../gui/rules/testing/past_box.py" />
        <source>Past event</source>
        <translation>Vergangenes Ereignis</translation>
    </message>
    <message>
        <location filename="../../gui/rules/testing/past_box.py" />
        <source>Begin with an event that was decided before</source>
        <translation>Mit einem Ereignis beginnen, das schon entschieden wurde</translation>
    </message>
    <message>
        <location filename="../../gui/rules/testing/past_box.py" />
        <source>Made up</source>
        <translation>Ausgedacht</translation>
    </message>
    <message>
        <location filename="../../gui/rules/testing/past_box.py" />
        <source>Made up (the history can't be read: {why})</source>
        <translation>Ausgedacht (der Verlauf kann nicht gelesen werden: {why})</translation>
    </message>
    <message>
        <location filename="../../gui/rules/testing/verdict_view.py" />
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <location filename="../../gui/rules/testing/verdict_view.py" />
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <location filename="../../gui/rules/testing/verdict_view.py" />
        <source>Rules that win and lose</source>
        <translation>Regeln, die entscheiden oder nicht</translation>
    </message>
    <message>
        <location filename="../../gui/rules/testing/verdict_view.py" />
        <source>Enter shows the rule</source>
        <translation>Eingabe zeigt die Regel</translation>
    </message>
    <message>
        <location filename="../../gui/rules/testing/verdict_view.py" />
        <source>No rule decides this: the person is asked, or the mode says.</source>
        <translation>Keine Regel entscheidet dies: Es wird gefragt, oder der Modus bestimmt.</translation>
    </message>
    <message>
        <location filename="../../gui/rules/testing/verdict_view.py" />
        <source>{answer}, by the rule “{name}”.</source>
        <translation>{answer}, durch die Regel „{name}“.</translation>
    </message>
    <message>
        <location filename="../../gui/rules/testing/verdict_view.py" />
        <source>The rule that you test is the one that decides.</source>
        <translation>Die Regel, die Sie testen, entscheidet.</translation>
    </message>
    <message>
        <location filename="../../gui/rules/testing/verdict_view.py" />
        <source>The rule that you test does not decide: {why}.</source>
        <translation>Die Regel, die Sie testen, entscheidet nicht: {why}.</translation>
    </message>
    <message>
        <location filename="../../gui/rules/testing/verdict_view.py" />
        <source>The rule that you test is not about this: {why}.</source>
        <translation>Die Regel, die Sie testen, betrifft dies nicht: {why}.</translation>
    </message>
    <message>
        <location filename="../../gui/rules/testing/verdict_view.py" />
        <source>The rule that you test is not about this.</source>
        <translation>Die Regel, die Sie testen, betrifft dies nicht.</translation>
    </message>
    <message>
        <location filename="../../gui/rules/testing/verdict_view.py" />
        <source>▶ it wins</source>
        <translation>▶ sie entscheidet</translation>
    </message>
    <message>
        <location filename="../../gui/rules/testing/verdict_view.py" />
        <source>matches too: {why}</source>
        <translation>trifft auch zu: {why}</translation>
    </message>
    <message>
        <location filename="../../gui/rules/testing/verdict_view.py" />
        <source>does not match: {why}</source>
        <translation>trifft nicht zu: {why}</translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/rules/testing/verdict_view.py" />
        <source>… and %Ln more</source>
        <translation>
            <numerusform>… und %Ln weitere</numerusform>
            <numerusform>… und %Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../gui/rules/testing/verdict_view.py" />
        <source>{rule} This is the rule that you test.</source>
        <translation>{rule} Das ist die Regel, die Sie testen.</translation>
    </message>
    <message>
        <location filename="../../gui/rules/testing/window.py" />
        <source>Test the rules · snet</source>
        <translation>Regeln testen · snet</translation>
    </message>
    <message>
        <location filename="../../gui/rules/testing/window.py" />
        <source>This is no event yet.</source>
        <translation>Das ist noch kein Ereignis.</translation>
    </message>
    <message>
        <location filename="../../gui/rules/testing/window.py" />
        <source>This is no rule yet.</source>
        <translation>Das ist noch keine Regel.</translation>
    </message>
    <message>
        <location filename="../../gui/rules/testing/window.py" />
        <source>&amp;Past event</source>
        <translation>&amp;Vergangenes Ereignis</translation>
    </message>
</context>
<context>
    <name>Why</name>
    <message>
        <location filename="../../rules/conditions.py" />
        <source>in none of its files, or not known</source>
        <translation>in keiner ihrer Dateien oder nicht bekannt</translation>
    </message>
    <message>
        <location filename="../../rules/hygiene.py" />
        <source>“{name}” says the same and is newer</source>
        <translation>„{name}“ sagt dasselbe und ist neuer</translation>
    </message>
    <message>
        <location filename="../../rules/hygiene.py" />
        <source>it can never win: “{name}” matches all that it matches, and {reason}</source>
        <translation>sie kann nie entscheiden: „{name}“ trifft auf alles zu, worauf sie zutrifft, und {reason}</translation>
    </message>
    <message numerus="yes">
        <location filename="../../rules/hygiene.py" />
        <source>it has decided nothing in the %n days since it was made</source>
        <translation>
            <numerusform>sie hat in dem %n Tag seit ihrer Entstehung nichts entschieden</numerusform>
            <numerusform>sie hat in den %n Tagen seit ihrer Entstehung nichts entschieden</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../rules/hygiene.py" />
        <source>its program {path} is not there any more</source>
        <translation>ihr Programm {path} ist nicht mehr da</translation>
    </message>
    <message>
        <location filename="../../rules/reasons.py" />
        <source>it matches, but it is switched off</source>
        <translation>sie trifft zu, ist aber ausgeschaltet</translation>
    </message>
    <message>
        <location filename="../../rules/reasons.py" />
        <source>its priority {less} is below the {more} of “{name}”</source>
        <translation>ihr Vorrang {less} liegt unter den {more} von „{name}“</translation>
    </message>
    <message>
        <location filename="../../rules/reasons.py" />
        <source>it allows and “{name}” denies; a deny comes first where all else is equal</source>
        <translation>sie erlaubt und „{name}“ lehnt ab; sonst gleich, geht Ablehnen vor</translation>
    </message>
    <message>
        <location filename="../../rules/reasons.py" />
        <source>“{name}” is a newer deny; the newer comes first where all else is equal</source>
        <translation>„{name}“ lehnt ab und ist neuer; sonst gleich, geht die neuere vor</translation>
    </message>
    <message>
        <location filename="../../rules/reasons.py" />
        <source>“{name}” is a newer allow; the newer comes first where all else is equal</source>
        <translation>„{name}“ erlaubt und ist neuer; sonst gleich, geht die neuere vor</translation>
    </message>
    <message>
        <location filename="../../rules/reasons.py" />
        <source>it asks about {less}, “{name}” about {more}; the more specific comes first</source>
        <translation>sie stellt {less}, „{name}“ {more}; die genauere geht vor</translation>
    </message>
    <message>
        <location filename="../../rules/reasons.py" />
        <source>its values leave more room than those of “{name}”; the more specific comes first</source>
        <translation>ihre Werte lassen mehr Spielraum als die von „{name}“; die genauere geht vor</translation>
    </message>
    <message>
        <location filename="../../rules/reasons.py" />
        <source>nothing</source>
        <translation>keine Bedingung</translation>
    </message>
    <message numerus="yes">
        <location filename="../../rules/reasons.py" />
        <source>%n things</source>
        <translation>
            <numerusform>%n Bedingung</numerusform>
            <numerusform>%n Bedingungen</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../rules/reasons.py" />
        <source>{field}: it asks for {wanted}; which is not known here</source>
        <translation>{field}: gefordert ist {wanted}; hier ist das nicht bekannt</translation>
    </message>
    <message>
        <location filename="../../rules/reasons.py" />
        <source>{field}: it asks for {wanted}; here it is {found}</source>
        <translation>{field}: gefordert ist {wanted}; hier ist es {found}</translation>
    </message>
    <message>
        <location filename="../../rules/reasons.py" />
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <location filename="../../rules/reasons.py" />
        <source>no process</source>
        <translation>kein Prozess</translation>
    </message>
    <message>
        <location filename="../../rules/reasons.py" />
        <source>the process {pid} it was made for</source>
        <translation>der Prozess {pid}, für den sie entstand</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <location filename="../../gui/words.py" />
        <source>A program</source>
        <translation>Ein Programm</translation>
    </message>
    <message>
        <location filename="../../gui/words.py" />
        <source>wants to connect to {where}</source>
        <translation>möchte sich mit {where} verbinden</translation>
    </message>
    <message>
        <location filename="../../gui/words.py" />
        <source>wants to send data to {where}</source>
        <translation>möchte Daten an {where} senden</translation>
    </message>
    <message>
        <location filename="../../gui/words.py" />
        <source>wants to use {where}</source>
        <translation>möchte mit {where} arbeiten</translation>
    </message>
    <message>
        <location filename="../../gui/words.py" />
        <source>wants to open a socket ({kind})</source>
        <translation>möchte einen Socket öffnen ({kind})</translation>
    </message>
    <message>
        <location filename="../../gui/words.py" />
        <source>{program} {deed}</source>
        <translation>{program} {deed}</translation>
    </message>
    <message>
        <location filename="../../gui/words.py" />
        <source>port {port} ({service})</source>
        <translation>Port {port} ({service})</translation>
    </message>
    <message>
        <location filename="../../gui/words.py" />
        <source>port {port}</source>
        <translation>Port {port}</translation>
    </message>
    <message>
        <location filename="../../gui/words.py" />
        <source>through {interface}</source>
        <translation>über {interface}</translation>
    </message>
    <message>
        <location filename="../../gui/words.py" />
        <source>process {pid} · user {user}</source>
        <translation>Prozess {pid} · Benutzer {user}</translation>
    </message>
    <message>
        <location filename="../../gui/words.py" />
        <source>(no executable file)</source>
        <translation>(keine ausführbare Datei)</translation>
    </message>
    <message>
        <location filename="../../gui/words.py" />
        <source>⚠ not part of the system: {path}</source>
        <translation>⚠ nicht Teil des Systems: {path}</translation>
    </message>
    <message>
        <location filename="../../gui/words.py" />
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <location filename="../../gui/words.py" />
        <source>On</source>
        <translation>Auf</translation>
    </message>
    <message>
        <location filename="../../gui/words.py" />
        <source>To</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <location filename="../../gui/words.py" />
        <source>{host}, any port</source>
        <translation>{host}, jeder Port</translation>
    </message>
    <message>
        <location filename="../../gui/words.py" />
        <source>port {port}, any address</source>
        <translation>Port {port}, jede Adresse</translation>
    </message>
    <message>
        <location filename="../../gui/words.py" />
        <source>port {port} anywhere</source>
        <translation>Port {port} überall</translation>
    </message>
    <message>
        <location filename="../../gui/words.py" />
        <source>everything</source>
        <translation>alles</translation>
    </message>
    <message>
        <location filename="../../gui/words.py" />
        <source>once</source>
        <translation>einmal</translation>
    </message>
    <message>
        <location filename="../../gui/words.py" />
        <source>until it exits</source>
        <translation>bis es endet</translation>
    </message>
    <message>
        <location filename="../../gui/words.py" />
        <source>until restart</source>
        <translation>bis Neustart</translation>
    </message>
    <message>
        <location filename="../../gui/words.py" />
        <source>always</source>
        <translation>immer</translation>
    </message>
    <message>
        <location filename="../../gui/words.py" />
        <source>until {when}</source>
        <translation>bis {when}</translation>
    </message>
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
            <numerusform>%Ln Stunde</numerusform>
            <numerusform>%Ln Stunden</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../gui/words.py" />
        <source>then denied</source>
        <translation>dann abgelehnt</translation>
    </message>
    <message>
        <location filename="../../gui/words.py" />
        <source>then allowed</source>
        <translation>dann erlaubt</translation>
    </message>
    <message>
        <location filename="../../gui/words.py" />
        <source>the local socket {path}</source>
        <translation>{path} (lokaler Socket)</translation>
    </message>
    <message>
        <location filename="../../gui/words.py" />
        <source>{host}, {port}</source>
        <translation>{host}, {port}</translation>
    </message>
    <message>
        <location filename="../../gui/words.py" />
        <source>an unnamed local socket</source>
        <translation>einem unbenannten lokalen Socket</translation>
    </message>
    <message>
        <location filename="../../gui/words.py" />
        <source>a {family} address {raw}</source>
        <translation>{raw} (Adresse der Familie {family})</translation>
    </message>
    <message>
        <location filename="../../gui/words.py" />
        <source>any address of this computer</source>
        <translation>jeder Adresse dieses Rechners</translation>
    </message>
    <message>
        <location filename="../../gui/words.py" />
        <source>{host} on port {port}</source>
        <translation>{host} auf Port {port}</translation>
    </message>
    <message>
        <location filename="../../gui/words.py" />
        <source>wants to accept connections on {where}</source>
        <translation>möchte auf {where} Verbindungen annehmen</translation>
    </message>
    <message>
        <location filename="../../gui/words.py" />
        <source>wants to accept connections on {port} from this computer</source>
        <translation>möchte auf {port} Verbindungen von diesem Rechner annehmen</translation>
    </message>
    <message>
        <location filename="../../gui/words.py" />
        <source>wants to accept connections on {port} from other computers</source>
        <translation>möchte auf {port} Verbindungen von anderen Rechnern annehmen</translation>
    </message>
    <message>
        <location filename="../../gui/words.py" />
        <source>wants to take a connection from {caller}</source>
        <translation>möchte eine Verbindung von {caller} annehmen</translation>
    </message>
    <message>
        <location filename="../../gui/words.py" />
        <source>wants to take a connection from {caller} on {port}</source>
        <translation>möchte eine Verbindung von {caller} auf {port} annehmen</translation>
    </message>
    <message>
        <location filename="../../gui/words.py" />
        <source>wants to receive data from {where}</source>
        <translation>möchte Daten von {where} empfangen</translation>
    </message>
    <message>
        <location filename="../../gui/words.py" />
        <source>wants to receive data from {caller} on {port}</source>
        <translation>möchte Daten von {caller} auf {port} empfangen</translation>
    </message>
</context>
</TS>
