<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>Block</name>
    <message>
        <location filename="../../gui/block.py" />
        <source>Block everything</source>
        <translation>Tout bloquer</translation>
    </message>
</context>
<context>
    <name>Desktop</name>
    <message>
        <location filename="../../gui/desktop.py" />
        <source>The engine has ended.</source>
        <translation>Le pare-feu s’est arrêté.</translation>
    </message>
    <message>
        <location filename="../../gui/desktop.py" />
        <source>connected to {source}</source>
        <translation>connecté à {source}</translation>
    </message>
    <message>
        <location filename="../../gui/desktop.py" />
        <source>About snet</source>
        <translation>À propos de snet</translation>
    </message>
    <message>
        <location filename="../../gui/desktop.py" />
        <source>An interactive firewall: it holds a program’s network call until you answer, and remembers the answer.

Free software under the GNU General Public License, version 2 or later.</source>
        <translation>Un pare-feu interactif : il retient l’appel réseau d’un programme jusqu’à votre réponse, et s’en souvient.

Logiciel libre sous licence publique générale GNU, version 2 ou ultérieure.</translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <location filename="../../gui/prompt/details.py" />
        <source>Program</source>
        <translation>Programme</translation>
    </message>
    <message>
        <location filename="../../gui/prompt/details.py" />
        <source>Command line</source>
        <translation>Ligne de commande</translation>
    </message>
    <message>
        <location filename="../../gui/prompt/details.py" />
        <source>Started by</source>
        <translation>Lancé par</translation>
    </message>
    <message>
        <location filename="../../gui/prompt/details.py" />
        <source>Application</source>
        <translation>Application</translation>
    </message>
    <message>
        <location filename="../../gui/prompt/details.py" />
        <source>Package</source>
        <translation>Paquet</translation>
    </message>
    <message>
        <location filename="../../gui/prompt/details.py" />
        <source>Unit</source>
        <translation>Unité</translation>
    </message>
    <message>
        <location filename="../../gui/prompt/details.py" />
        <source>Process</source>
        <translation>Processus</translation>
    </message>
    <message>
        <location filename="../../gui/prompt/details.py" />
        <source>User</source>
        <translation>Utilisateur</translation>
    </message>
    <message>
        <location filename="../../gui/prompt/details.py" />
        <source>Names of the peer</source>
        <translation>Noms du correspondant</translation>
    </message>
    <message>
        <location filename="../../gui/prompt/details.py" />
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <location filename="../../gui/prompt/details.py" />
        <source>To</source>
        <translation>Vers</translation>
    </message>
    <message>
        <location filename="../../gui/prompt/details.py" />
        <source>Socket</source>
        <translation>Socket</translation>
    </message>
    <message>
        <location filename="../../gui/prompt/details.py" />
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <location filename="../../gui/prompt/details.py" />
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <location filename="../../gui/prompt/details.py" />
        <source>Control group</source>
        <translation>Groupe de contrôle</translation>
    </message>
    <message>
        <location filename="../../gui/prompt/details.py" />
        <source>Event</source>
        <translation>Événement</translation>
    </message>
    <message>
        <location filename="../../gui/prompt/details.py" />
        <source>{pid} (thread {tid}, named “{name}”, parent {ppid})</source>
        <translation>{pid} (fil {tid}, nommé « {name} », parent {ppid})</translation>
    </message>
    <message>
        <location filename="../../gui/prompt/details.py" />
        <source>{user} (uid {uid}, gid {gid})</source>
        <translation>{user} (UID {uid}, GID {gid})</translation>
    </message>
    <message>
        <location filename="../../gui/prompt/details.py" />
        <source>inode {ino} on device {dev:#x}</source>
        <translation>inode {ino} sur le périphérique {dev:#x}</translation>
    </message>
    <message>
        <location filename="../../gui/prompt/details.py" />
        <source>Details</source>
        <translation>Détails</translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <location filename="../../gui/telling.py" />
        <source>{field}: {problem}</source>
        <translation>{field} : {problem}</translation>
    </message>
    <message>
        <location filename="../../rules/labels.py" />
        <source>name</source>
        <translation>nom</translation>
    </message>
    <message>
        <location filename="../../rules/labels.py" />
        <source>enabled</source>
        <translation>en vigueur</translation>
    </message>
    <message>
        <location filename="../../rules/labels.py" />
        <source>action</source>
        <translation>réponse</translation>
    </message>
    <message>
        <location filename="../../rules/labels.py" />
        <source>error</source>
        <translation>erreur</translation>
    </message>
    <message>
        <location filename="../../rules/labels.py" />
        <source>lifetime</source>
        <translation>durée</translation>
    </message>
    <message>
        <location filename="../../rules/labels.py" />
        <source>priority</source>
        <translation>priorité</translation>
    </message>
    <message>
        <location filename="../../rules/labels.py" />
        <source>note</source>
        <translation>note</translation>
    </message>
    <message>
        <location filename="../../rules/labels.py" />
        <source>program</source>
        <translation>programme</translation>
    </message>
    <message>
        <location filename="../../rules/labels.py" />
        <source>sha256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <location filename="../../rules/labels.py" />
        <source>command line</source>
        <translation>ligne de commande</translation>
    </message>
    <message>
        <location filename="../../rules/labels.py" />
        <source>started by</source>
        <translation>lancé par</translation>
    </message>
    <message>
        <location filename="../../rules/labels.py" />
        <source>application</source>
        <translation>application</translation>
    </message>
    <message>
        <location filename="../../rules/labels.py" />
        <source>package</source>
        <translation>paquet</translation>
    </message>
    <message>
        <location filename="../../rules/labels.py" />
        <source>unit</source>
        <translation>unité</translation>
    </message>
    <message>
        <location filename="../../rules/labels.py" />
        <source>user</source>
        <translation>utilisateur</translation>
    </message>
    <message>
        <location filename="../../rules/labels.py" />
        <source>group</source>
        <translation>groupe</translation>
    </message>
    <message>
        <location filename="../../rules/labels.py" />
        <source>syscall</source>
        <translation>appel système</translation>
    </message>
    <message>
        <location filename="../../rules/labels.py" />
        <source>family</source>
        <translation>famille</translation>
    </message>
    <message>
        <location filename="../../rules/labels.py" />
        <source>type</source>
        <translation>type</translation>
    </message>
    <message>
        <location filename="../../rules/labels.py" />
        <source>protocol</source>
        <translation>protocole</translation>
    </message>
    <message>
        <location filename="../../rules/labels.py" />
        <source>local address</source>
        <translation>adresse locale</translation>
    </message>
    <message>
        <location filename="../../rules/labels.py" />
        <source>remote address</source>
        <translation>adresse distante</translation>
    </message>
    <message>
        <location filename="../../rules/labels.py" />
        <source>local port</source>
        <translation>port local</translation>
    </message>
    <message>
        <location filename="../../rules/labels.py" />
        <source>remote port</source>
        <translation>port distant</translation>
    </message>
    <message>
        <location filename="../../rules/labels.py" />
        <source>remote host</source>
        <translation>hôte distant</translation>
    </message>
    <message>
        <location filename="../../rules/labels.py" />
        <source>network namespace</source>
        <translation>espace de noms réseau</translation>
    </message>
    <message>
        <location filename="../../rules/labels.py" />
        <source>interface</source>
        <translation>interface</translation>
    </message>
    <message>
        <location filename="../../rules/labels.py" />
        <source>list</source>
        <translation>liste</translation>
    </message>
    <message>
        <location filename="../../rules/reasons.py" />
        <source>process</source>
        <translation>processus</translation>
    </message>
</context>
<context>
    <name>First</name>
    <message>
        <location filename="../../gui/first/plan.py" />
        <source>What nobody answers is denied, that one time.</source>
        <translation>Une question sans réponse est un refus, pour cette fois.</translation>
    </message>
    <message>
        <location filename="../../gui/first/plan.py" />
        <source>What nobody answers is allowed, that one time.</source>
        <translation>Une question sans réponse est une autorisation, pour cette fois.</translation>
    </message>
    <message>
        <location filename="../../gui/first/plan.py" />
        <source>Connections within this computer are asked about too.</source>
        <translation>Les connexions internes à cet ordinateur font aussi l’objet de questions.</translation>
    </message>
    <message>
        <location filename="../../gui/first/plan.py" />
        <source>Connections within this computer are not asked about.</source>
        <translation>Les connexions internes à cet ordinateur ne font pas l’objet de questions.</translation>
    </message>
    <message>
        <location filename="../../gui/first/plan.py" />
        <source>Programs that use the network now go on, by a rule that allows each all it does. All others are asked about.</source>
        <translation>Les programmes qui utilisent le réseau maintenant continuent : une règle autorise à chacun tout ce qu’il fait. Pour tous les autres, snet vous demande.</translation>
    </message>
    <message>
        <location filename="../../gui/first/plan.py" />
        <source>Every program is asked about, from now on.</source>
        <translation>Dès maintenant, snet vous demande pour chaque programme.</translation>
    </message>
    <message>
        <location filename="../../gui/first/plan.py" />
        <source>For a day all is allowed, and rules are made of it. Then snet asks.</source>
        <translation>Pendant un jour, tout est autorisé et des règles en sont tirées. Ensuite, snet vous demande.</translation>
    </message>
    <message>
        <location filename="../../gui/first/plan.py" />
        <source>snet starts when you log in.</source>
        <translation>snet démarre à l’ouverture de votre session.</translation>
    </message>
    <message>
        <location filename="../../gui/first/plan.py" />
        <source>snet starts when you start it.</source>
        <translation>snet démarre quand vous le lancez.</translation>
    </message>
    <message>
        <location filename="../../gui/first/plan.py" />
        <source>snet learns until tomorrow at this time, then it asks.</source>
        <translation>snet apprend jusqu’à demain à la même heure, puis il demande.</translation>
    </message>
    <message>
        <location filename="../../gui/first/plan.py" />
        <source>snet asks from now on.</source>
        <translation>Dès maintenant, snet demande.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/first/plan.py" />
        <source>snet asks from now on. %Ln programs that are running go on.</source>
        <translation>
            <numerusform>Dès maintenant, snet demande. %Ln programme en cours continue.</numerusform>
            <numerusform>Dès maintenant, snet demande. %Ln programmes en cours continuent.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../gui/first/screens.py" />
        <source>How shall snet begin?</source>
        <translation>Comment snet doit-il commencer ?</translation>
    </message>
    <message>
        <location filename="../../gui/first/screens.py" />
        <source>A program that wants to use the network is held until you allow or deny it, and your answer is remembered.</source>
        <translation>Un programme qui veut utiliser le réseau est retenu jusqu’à ce que vous l’autorisiez ou le refusiez, et votre réponse est mémorisée.</translation>
    </message>
    <message>
        <location filename="../../gui/first/screens.py" />
        <source>A few things that matter</source>
        <translation>Quelques points importants</translation>
    </message>
    <message>
        <location filename="../../gui/first/screens.py" />
        <source>All of them, and more, can be changed in the settings.</source>
        <translation>Tout cela, et plus encore, se modifie dans les paramètres.</translation>
    </message>
    <message>
        <location filename="../../gui/first/screens.py" />
        <source>Deny it</source>
        <translation>Refuser</translation>
    </message>
    <message>
        <location filename="../../gui/first/screens.py" />
        <source>Allow it</source>
        <translation>Autoriser</translation>
    </message>
    <message>
        <location filename="../../gui/first/screens.py" />
        <source>If nobody answers</source>
        <translation>Si personne ne répond</translation>
    </message>
    <message>
        <location filename="../../gui/first/screens.py" />
        <source>Ask about connections within this computer too</source>
        <translation>Demander aussi pour les connexions internes à cet ordinateur</translation>
    </message>
    <message>
        <location filename="../../gui/first/screens.py" />
        <source>Programs here that talk to each other. Off: fewer questions, about what leaves this computer or comes from outside.</source>
        <translation>Les programmes d’ici qui se parlent entre eux. Désactivé : moins de questions, sur ce qui quitte cet ordinateur ou vient de l’extérieur.</translation>
    </message>
    <message>
        <location filename="../../gui/first/screens.py" />
        <source>Start when I log in</source>
        <translation>Démarrer à l’ouverture de session</translation>
    </message>
    <message>
        <location filename="../../gui/first/screens.py" />
        <source>Off: programs are not asked about until you start snet.</source>
        <translation>Désactivé : aucune question tant que vous n’avez pas lancé snet.</translation>
    </message>
    <message>
        <location filename="../../gui/first/screens.py" />
        <source>A program is held for {n} s. Then, for this one call:</source>
        <translation>Un programme est retenu pendant {n} s. Ensuite, pour ce seul appel :</translation>
    </message>
    <message>
        <location filename="../../gui/first/screens.py" />
        <location filename="../../gui/first/window.py" />
        <source>This is what snet will do</source>
        <translation>Voici ce que snet va faire</translation>
    </message>
    <message>
        <location filename="../../gui/first/screens.py" />
        <source>Where you find it</source>
        <translation>Où le trouver</translation>
    </message>
    <message>
        <location filename="../../gui/first/screens.py" />
        <source>This icon is in the panel. Click it for what waits and how things are; its menu has the rules, a pause, and the settings.</source>
        <translation>Cette icône est dans la barre. Cliquez dessus pour voir ce qui attend et l’état ; son menu contient les règles, une pause et les paramètres.</translation>
    </message>
    <message>
        <location filename="../../gui/first/screens.py" />
        <source>This desktop shows no icons of programs. The window “Status” has the rules, a pause, and the settings; starting snet once more shows it.</source>
        <translation>Ce bureau n’affiche pas d’icônes de programmes. La fenêtre « État » contient les règles, une pause et les paramètres ; relancer snet l’affiche.</translation>
    </message>
    <message>
        <location filename="../../gui/first/screens.py" />
        <source>Ask about what is new (suggested)</source>
        <translation>Demander pour ce qui est nouveau (conseillé)</translation>
    </message>
    <message>
        <location filename="../../gui/first/screens.py" />
        <source>Programs that use the network right now go on: each gets a rule, which you can look at and delete. All others are asked about.</source>
        <translation>Les programmes qui utilisent le réseau en ce moment continuent : chacun reçoit une règle, que vous pouvez consulter et supprimer. Pour tous les autres, snet vous demande.</translation>
    </message>
    <message>
        <location filename="../../gui/first/screens.py" />
        <source>Ask about everything</source>
        <translation>Demander pour tout</translation>
    </message>
    <message>
        <location filename="../../gui/first/screens.py" />
        <source>Every program is asked about, those that are running too. Many questions on the first day, and nothing passes that you did not see.</source>
        <translation>snet demande pour chaque programme, même en cours d’exécution. Beaucoup de questions le premier jour, mais rien ne passe sans que vous l’ayez vu.</translation>
    </message>
    <message>
        <location filename="../../gui/first/screens.py" />
        <source>Learn for a day first</source>
        <translation>Apprendre d’abord pendant un jour</translation>
    </message>
    <message>
        <location filename="../../gui/first/screens.py" />
        <source>For one day all is allowed, and rules are made of what programs do, for you to look over. Then snet asks about the rest.</source>
        <translation>Pendant un jour, tout est autorisé et des règles, que vous pourrez revoir, sont tirées de ce que font les programmes. Ensuite, snet demande pour le reste.</translation>
    </message>
    <message>
        <location filename="../../gui/first/window.py" />
        <source>First steps · snet</source>
        <translation>Premiers pas · snet</translation>
    </message>
    <message>
        <location filename="../../gui/first/window.py" />
        <source>Not now</source>
        <translation>Pas maintenant</translation>
    </message>
    <message>
        <location filename="../../gui/first/window.py" />
        <source>Look at the rules</source>
        <translation>Voir les règles</translation>
    </message>
    <message>
        <location filename="../../gui/first/window.py" />
        <source>Back</source>
        <translation>Précédent</translation>
    </message>
    <message>
        <location filename="../../gui/first/window.py" />
        <source>{number} of {count}</source>
        <translation>{number} sur {count}</translation>
    </message>
    <message>
        <location filename="../../gui/first/window.py" />
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <location filename="../../gui/first/window.py" />
        <source>Start</source>
        <translation>Démarrer</translation>
    </message>
    <message>
        <location filename="../../gui/first/window.py" />
        <source>Next</source>
        <translation>Suivant</translation>
    </message>
    <message>
        <location filename="../../gui/first/window.py" />
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <location filename="../../gui/first/window.py" />
        <source>That did not work: {why}</source>
        <translation>Cela n’a pas fonctionné : {why}</translation>
    </message>
    <message>
        <location filename="../../gui/first/window.py" />
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <location filename="../../gui/history/chips.py" />
        <source>Take this filter away</source>
        <translation>Retirer ce filtre</translation>
    </message>
    <message>
        <location filename="../../gui/history/columns.py" />
        <location filename="../../gui/history/filter_texts.py" />
        <location filename="../../gui/history/filters.py" />
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <location filename="../../gui/history/columns.py" />
        <location filename="../../gui/history/filter_texts.py" />
        <source>Program</source>
        <translation>Programme</translation>
    </message>
    <message>
        <location filename="../../gui/history/columns.py" />
        <location filename="../../gui/history/filter_texts.py" />
        <source>What</source>
        <translation>Action</translation>
    </message>
    <message>
        <location filename="../../gui/history/columns.py" />
        <location filename="../../gui/history/filter_texts.py" />
        <source>Destination</source>
        <translation>Destination</translation>
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
        <translation>Utilisateur</translation>
    </message>
    <message>
        <location filename="../../gui/history/columns.py" />
        <location filename="../../gui/history/filter_texts.py" />
        <location filename="../../gui/history/filters.py" />
        <source>Decision</source>
        <translation>Décision</translation>
    </message>
    <message>
        <location filename="../../gui/history/columns.py" />
        <location filename="../../gui/history/filter_texts.py" />
        <source>Reason</source>
        <translation>Raison</translation>
    </message>
    <message>
        <location filename="../../gui/history/deeds.py" />
        <source>&amp;Resume</source>
        <translation>&amp;Reprendre</translation>
    </message>
    <message>
        <location filename="../../gui/history/deeds.py" />
        <source>&amp;Pause</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <location filename="../../gui/history/deeds.py" />
        <source>Hide &amp;overview</source>
        <translation>Masquer l’ap&amp;erçu</translation>
    </message>
    <message>
        <location filename="../../gui/history/deeds.py" />
        <source>&amp;Overview</source>
        <translation>Ap&amp;erçu</translation>
    </message>
    <message>
        <location filename="../../gui/history/deeds.py" />
        <source>Hide &amp;details</source>
        <translation>Masquer les &amp;détails</translation>
    </message>
    <message>
        <location filename="../../gui/history/deeds.py" />
        <source>&amp;Details</source>
        <translation>&amp;Détails</translation>
    </message>
    <message>
        <location filename="../../gui/history/deeds.py" />
        <source>&amp;Find</source>
        <translation>Rec&amp;hercher</translation>
    </message>
    <message>
        <location filename="../../gui/history/deeds.py" />
        <source>Show &amp;all</source>
        <translation>&amp;Tout afficher</translation>
    </message>
    <message>
        <location filename="../../gui/history/deeds.py" />
        <source>&amp;Close</source>
        <translation>&amp;Fermer</translation>
    </message>
    <message>
        <location filename="../../gui/history/deeds.py" />
        <source>&amp;Read again</source>
        <translation>Re&amp;lire</translation>
    </message>
    <message>
        <location filename="../../gui/history/deeds.py" />
        <source>&amp;Newest</source>
        <translation>Les plus réce&amp;ntes</translation>
    </message>
    <message>
        <location filename="../../gui/history/deeds.py" />
        <source>&amp;Time…</source>
        <translation>&amp;Heure…</translation>
    </message>
    <message>
        <location filename="../../gui/history/deeds.py" />
        <source>Show no new decisions, or show them again</source>
        <translation>Ne plus montrer les nouvelles décisions, ou les montrer à nouveau</translation>
    </message>
    <message>
        <location filename="../../gui/history/deeds.py" />
        <source>The plot over time, and who asked most</source>
        <translation>Le graphique dans le temps, et qui a le plus demandé</translation>
    </message>
    <message>
        <location filename="../../gui/history/deeds.py" />
        <source>&amp;Export…</source>
        <translation>E&amp;xporter…</translation>
    </message>
    <message>
        <location filename="../../gui/history/deeds.py" />
        <source>Write all that matches to a file, as CSV or JSON</source>
        <translation>Écrire tout ce qui correspond dans un fichier, en CSV ou JSON</translation>
    </message>
    <message>
        <location filename="../../gui/history/deeds.py" />
        <source>All that is known, and which rule would decide now</source>
        <translation>Tout ce qui est connu, et quelle règle déciderait maintenant</translation>
    </message>
    <message>
        <location filename="../../gui/history/deeds.py" />
        <source>&amp;Allow from now on…</source>
        <translation>&amp;Autoriser désormais…</translation>
    </message>
    <message>
        <location filename="../../gui/history/deeds.py" />
        <source>Make a rule that allows this</source>
        <translation>Créer une règle qui autorise ceci</translation>
    </message>
    <message>
        <location filename="../../gui/history/deeds.py" />
        <source>De&amp;ny from now on…</source>
        <translation>Re&amp;fuser désormais…</translation>
    </message>
    <message>
        <location filename="../../gui/history/deeds.py" />
        <source>Make a rule that denies this</source>
        <translation>Créer une règle qui refuse ceci</translation>
    </message>
    <message>
        <location filename="../../gui/history/deeds.py" />
        <source>Allow…</source>
        <translation>Autoriser…</translation>
    </message>
    <message>
        <location filename="../../gui/history/deeds.py" />
        <source>Deny…</source>
        <translation>Refuser…</translation>
    </message>
    <message>
        <location filename="../../gui/history/deeds.py" />
        <source>&amp;Show the rule</source>
        <translation>Afficher la règ&amp;le</translation>
    </message>
    <message>
        <location filename="../../gui/history/deeds.py" />
        <source>The rule that decided this</source>
        <translation>La règle qui a décidé ceci</translation>
    </message>
    <message>
        <location filename="../../gui/history/deeds.py" />
        <source>&amp;Copy</source>
        <translation>&amp;Copier</translation>
    </message>
    <message>
        <location filename="../../gui/history/deeds.py" />
        <source>The selected rows, as text and as a table</source>
        <translation>Les lignes sélectionnées, en texte et en tableau</translation>
    </message>
    <message>
        <location filename="../../gui/history/deeds.py" />
        <source>Copy d&amp;etails</source>
        <translation>C&amp;opier les détails</translation>
    </message>
    <message>
        <location filename="../../gui/history/deeds.py" />
        <source>All that is known of it, as text</source>
        <translation>Tout ce qui en est connu, en texte</translation>
    </message>
    <message>
        <location filename="../../gui/history/deeds.py" />
        <source>Copy all</source>
        <translation>Tout copier</translation>
    </message>
    <message>
        <location filename="../../gui/history/deeds.py" />
        <source>Leave out all others</source>
        <translation>Laisser de côté tous les autres</translation>
    </message>
    <message>
        <location filename="../../gui/history/deeds.py" />
        <source>Only this &amp;program</source>
        <translation>Seulement ce &amp;programme</translation>
    </message>
    <message>
        <location filename="../../gui/history/deeds.py" />
        <source>Only this des&amp;tination</source>
        <translation>Seulement cette des&amp;tination</translation>
    </message>
    <message>
        <location filename="../../gui/history/deeds.py" />
        <source>Only this p&amp;ort</source>
        <translation>Seulement ce po&amp;rt</translation>
    </message>
    <message>
        <location filename="../../gui/history/deeds.py" />
        <source>Only this &amp;user</source>
        <translation>Seulement cet &amp;utilisateur</translation>
    </message>
    <message>
        <location filename="../../gui/history/deeds.py" />
        <source>Only this &amp;reason</source>
        <translation>&amp;Seulement cette raison</translation>
    </message>
    <message>
        <location filename="../../gui/history/entry.py" />
        <source>Set</source>
        <translation>Appliquer</translation>
    </message>
    <message>
        <location filename="../../gui/history/entry.py" />
        <source>{filter}:</source>
        <translation>{filter} :</translation>
    </message>
    <message>
        <location filename="../../gui/history/entry.py" />
        <source>▲ {problem}</source>
        <translation>▲ {problem}</translation>
    </message>
    <message>
        <location filename="../../gui/history/entry.py" />
        <source>write the whole path, or choose from the list</source>
        <translation>écrivez le chemin complet, ou choisissez dans la liste</translation>
    </message>
    <message>
        <location filename="../../gui/history/entry.py" />
        <source>{text} is above 65535</source>
        <translation>{text} est supérieur à 65535</translation>
    </message>
    <message>
        <location filename="../../gui/history/entry.py" />
        <source>{text} is no port and no service</source>
        <translation>{text} n’est ni un port ni un service</translation>
    </message>
    <message>
        <location filename="../../gui/history/entry.py" />
        <source>no user is called {text}</source>
        <translation>aucun utilisateur ne s’appelle {text}</translation>
    </message>
    <message>
        <location filename="../../gui/history/entry.py" />
        <source>Path or name</source>
        <translation>Chemin ou nom</translation>
    </message>
    <message>
        <location filename="../../gui/history/entry.py" />
        <source>Host, address or socket</source>
        <translation>Hôte, adresse ou socket</translation>
    </message>
    <message>
        <location filename="../../gui/history/entry.py" />
        <source>443 or https</source>
        <translation>443 ou https</translation>
    </message>
    <message>
        <location filename="../../gui/history/entry.py" />
        <source>Name or number</source>
        <translation>Nom ou numéro</translation>
    </message>
    <message>
        <location filename="../../gui/history/export.py" />
        <source>The history could not be exported: {why}</source>
        <translation>L’historique n’a pas pu être exporté : {why}</translation>
    </message>
    <message>
        <location filename="../../gui/history/export.py" />
        <source>{file} could not be written: {why}</source>
        <translation>{file} n’a pas pu être écrit : {why}</translation>
    </message>
    <message>
        <location filename="../../gui/history/export_bar.py" />
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <location filename="../../gui/history/export_bar.py" />
        <source>Cancel the export</source>
        <translation>Annuler l’export</translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/history/export_bar.py" />
        <source>Exporting: %Ln decisions</source>
        <translation>
            <numerusform>Export en cours : %Ln décision</numerusform>
            <numerusform>Export en cours : %Ln décisions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/history/export_bar.py" />
        <source>Exporting: {n} of %Ln decisions</source>
        <translation>
            <numerusform>Export en cours : {n} sur %Ln décision</numerusform>
            <numerusform>Export en cours : {n} sur %Ln décisions</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../gui/history/export_file.py" />
        <source>it is no file</source>
        <translation>ce n’est pas un fichier</translation>
    </message>
    <message>
        <location filename="../../gui/history/exporting.py" />
        <source>The export was cancelled.</source>
        <translation>L’export a été annulé.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/history/exporting.py" />
        <source>%Ln decisions were exported to {file}</source>
        <translation>
            <numerusform>%Ln décision a été exportée dans {file}</numerusform>
            <numerusform>%Ln décisions ont été exportées dans {file}</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../gui/history/filter_texts.py" />
        <location filename="../../gui/history/texts.py" />
        <source>Rule</source>
        <translation>Règle</translation>
    </message>
    <message>
        <location filename="../../gui/history/filter_texts.py" />
        <source>Any time</source>
        <translation>Toute période</translation>
    </message>
    <message>
        <location filename="../../gui/history/filter_texts.py" />
        <source>Last hour</source>
        <translation>Dernière heure</translation>
    </message>
    <message>
        <location filename="../../gui/history/filter_texts.py" />
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <location filename="../../gui/history/filter_texts.py" />
        <source>Last 7 days</source>
        <translation>7 derniers jours</translation>
    </message>
    <message>
        <location filename="../../gui/history/filter_texts.py" />
        <source>Last 30 days</source>
        <translation>30 derniers jours</translation>
    </message>
    <message>
        <location filename="../../gui/history/filter_texts.py" />
        <source>From … to …</source>
        <translation>Du … au …</translation>
    </message>
    <message>
        <location filename="../../gui/history/filter_texts.py" />
        <source>Allowed and denied</source>
        <translation>Autorisé et refusé</translation>
    </message>
    <message>
        <location filename="../../gui/history/filter_texts.py" />
        <source>Only allowed</source>
        <translation>Autorisé seulement</translation>
    </message>
    <message>
        <location filename="../../gui/history/filter_texts.py" />
        <source>Only denied</source>
        <translation>Refusé seulement</translation>
    </message>
    <message>
        <location filename="../../gui/history/filter_texts.py" />
        <source>allowed</source>
        <translation>autorisé</translation>
    </message>
    <message>
        <location filename="../../gui/history/filter_texts.py" />
        <source>denied</source>
        <translation>refusé</translation>
    </message>
    <message>
        <location filename="../../gui/history/filter_texts.py" />
        <source>{filter}: {value}</source>
        <translation>{filter} : {value}</translation>
    </message>
    <message>
        <location filename="../../gui/history/filters.py" />
        <source>Search the history</source>
        <translation>Rechercher dans l’historique</translation>
    </message>
    <message>
        <location filename="../../gui/history/filters.py" />
        <source>Words in any order: of a program’s path, a destination, a user; a port (Ctrl+F)</source>
        <translation>Mots dans n’importe quel ordre : d’un chemin de programme, d’une destination, d’un utilisateur ; un port (Ctrl+F)</translation>
    </message>
    <message>
        <location filename="../../gui/history/filters.py" />
        <source>&amp;Filter</source>
        <translation>&amp;Filtre</translation>
    </message>
    <message>
        <location filename="../../gui/history/filters.py" />
        <source>Leave out what you do not look for</source>
        <translation>Laisser de côté ce que vous ne cherchez pas</translation>
    </message>
    <message>
        <location filename="../../gui/history/filters.py" />
        <source>Show all</source>
        <translation>Tout afficher</translation>
    </message>
    <message>
        <location filename="../../gui/history/filters.py" />
        <source>Search for nothing, leave nothing out (Esc)</source>
        <translation>Ne rien chercher, ne rien laisser de côté (Échap)</translation>
    </message>
    <message>
        <location filename="../../gui/history/filters.py" />
        <source>{filter}…</source>
        <translation>{filter}…</translation>
    </message>
    <message>
        <location filename="../../gui/history/live_bar.py" />
        <source>Show the newest decisions (Ctrl+Home)</source>
        <translation>Afficher les décisions les plus récentes (Ctrl+Origine)</translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/history/live_bar.py" />
        <source>↑ %Ln new</source>
        <translation>
            <numerusform>↑ %Ln nouvelle</numerusform>
            <numerusform>↑ %Ln nouvelles</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../gui/history/live_bar.py" />
        <source>● Live: what is decided appears on top</source>
        <translation>● En direct : les décisions apparaissent en haut</translation>
    </message>
    <message>
        <location filename="../../gui/history/live_bar.py" />
        <source>○ Held while you look</source>
        <translation>○ En attente pendant que vous lisez</translation>
    </message>
    <message>
        <location filename="../../gui/history/live_bar.py" />
        <source>‖ Paused</source>
        <translation>‖ En pause</translation>
    </message>
    <message>
        <location filename="../../gui/history/live_bar.py" />
        <source>✕ The engine has ended: nothing new comes</source>
        <translation>✕ Le pare-feu s’est arrêté : plus rien de nouveau</translation>
    </message>
    <message>
        <location filename="../../gui/history/make_rule.py" />
        <source>No rule can be made: {why}</source>
        <translation>Impossible de créer une règle : {why}</translation>
    </message>
    <message>
        <location filename="../../gui/history/model.py" />
        <source>{when}
held for {time}</source>
        <translation>{when}
retenu pendant {time}</translation>
    </message>
    <message>
        <location filename="../../gui/history/offers.py" />
        <source>{name} — {path}</source>
        <translation>{name} — {path}</translation>
    </message>
    <message>
        <location filename="../../gui/history/range_dialog.py" />
        <source>Time · snet</source>
        <translation>Période · snet</translation>
    </message>
    <message>
        <location filename="../../gui/history/range_dialog.py" />
        <source>From</source>
        <translation>Du</translation>
    </message>
    <message>
        <location filename="../../gui/history/range_dialog.py" />
        <source>To</source>
        <translation>Au</translation>
    </message>
    <message>
        <location filename="../../gui/history/range_dialog.py" />
        <source>▲ The end has to be after the beginning.</source>
        <translation>▲ La fin doit venir après le début.</translation>
    </message>
    <message>
        <location filename="../../gui/history/range_dialog.py" />
        <source>&amp;From</source>
        <translation>&amp;Du</translation>
    </message>
    <message>
        <location filename="../../gui/history/range_dialog.py" />
        <source>&amp;To</source>
        <translation>&amp;Au</translation>
    </message>
    <message>
        <location filename="../../gui/history/rule_names.py" />
        <source>deleted since</source>
        <translation>supprimée depuis</translation>
    </message>
    <message>
        <location filename="../../gui/history/save_dialog.py" />
        <source>Export · snet</source>
        <translation>Exporter · snet</translation>
    </message>
    <message>
        <location filename="../../gui/history/save_dialog.py" />
        <source>Table (*.csv)</source>
        <translation>Tableau (*.csv)</translation>
    </message>
    <message>
        <location filename="../../gui/history/save_dialog.py" />
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <location filename="../../gui/history/texts.py" />
        <source>✓ Allowed</source>
        <translation>✓ Autorisé</translation>
    </message>
    <message>
        <location filename="../../gui/history/texts.py" />
        <source>✕ Denied</source>
        <translation>✕ Refusé</translation>
    </message>
    <message>
        <location filename="../../gui/history/texts.py" />
        <source>Connect</source>
        <translation>Se connecter</translation>
    </message>
    <message>
        <location filename="../../gui/history/texts.py" />
        <source>Send data</source>
        <translation>Envoyer des données</translation>
    </message>
    <message>
        <location filename="../../gui/history/texts.py" />
        <source>Receive data</source>
        <translation>Recevoir des données</translation>
    </message>
    <message>
        <location filename="../../gui/history/texts.py" />
        <source>Accept a connection</source>
        <translation>Accepter une connexion</translation>
    </message>
    <message>
        <location filename="../../gui/history/texts.py" />
        <source>Wait for connections</source>
        <translation>Attendre des connexions</translation>
    </message>
    <message>
        <location filename="../../gui/history/texts.py" />
        <source>Use an address</source>
        <translation>Utiliser une adresse</translation>
    </message>
    <message>
        <location filename="../../gui/history/texts.py" />
        <source>Open a socket</source>
        <translation>Ouvrir un socket</translation>
    </message>
    <message>
        <location filename="../../gui/history/texts.py" />
        <source>Kept verdict</source>
        <translation>Verdict mémorisé</translation>
    </message>
    <message>
        <location filename="../../gui/history/texts.py" />
        <source>Answered</source>
        <translation>Réponse donnée</translation>
    </message>
    <message>
        <location filename="../../gui/history/texts.py" />
        <source>No answer in time</source>
        <translation>Pas de réponse à temps</translation>
    </message>
    <message>
        <location filename="../../gui/history/texts.py" />
        <source>Nobody to ask</source>
        <translation>Personne à qui demander</translation>
    </message>
    <message>
        <location filename="../../gui/history/texts.py" />
        <source>Too many questions</source>
        <translation>Trop de questions</translation>
    </message>
    <message>
        <location filename="../../gui/history/texts.py" />
        <source>Call was given up</source>
        <translation>Appel abandonné</translation>
    </message>
    <message>
        <location filename="../../gui/history/texts.py" />
        <source>Module was unloaded</source>
        <translation>Module déchargé</translation>
    </message>
    <message>
        <location filename="../../gui/history/texts.py" />
        <source>Mode</source>
        <translation>Mode</translation>
    </message>
    <message>
        <location filename="../../gui/history/texts.py" />
        <source>Another agent</source>
        <translation>Autre agent</translation>
    </message>
    <message>
        <location filename="../../gui/history/texts.py" />
        <source>Setting</source>
        <translation>Paramètre</translation>
    </message>
    <message>
        <location filename="../../gui/history/texts.py" />
        <source>{reason}: {name}</source>
        <translation>{reason} : {name}</translation>
    </message>
    <message>
        <location filename="../../gui/history/texts.py" />
        <source>an unnamed socket</source>
        <translation>un socket sans nom</translation>
    </message>
    <message>
        <location filename="../../gui/history/texts.py" />
        <source>any time</source>
        <translation>toute période</translation>
    </message>
    <message>
        <location filename="../../gui/history/texts.py" />
        <source>since {since}</source>
        <translation>depuis {since}</translation>
    </message>
    <message>
        <location filename="../../gui/history/texts.py" />
        <source>until {until}</source>
        <translation>jusqu’à {until}</translation>
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
        <translation>Décisions</translation>
    </message>
    <message>
        <location filename="../../gui/history/window.py" />
        <source>History · snet</source>
        <translation>Historique · snet</translation>
    </message>
    <message>
        <location filename="../../gui/history/window.py" />
        <source>The history can’t be read: {why}</source>
        <translation>L’historique ne peut pas être lu : {why}</translation>
    </message>
    <message>
        <location filename="../../gui/history/window.py" />
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <location filename="../../gui/history/window.py" />
        <source>Reading…</source>
        <translation>Lecture…</translation>
    </message>
    <message>
        <location filename="../../gui/history/window.py" />
        <source>Nothing matches.
Escape shows everything again.</source>
        <translation>Rien ne correspond.
Échap affiche à nouveau tout.</translation>
    </message>
    <message>
        <location filename="../../gui/history/window.py" />
        <source>Nothing was decided yet.
What programs do on the network appears here.</source>
        <translation>Rien n’a encore été décidé.
Ce que font les programmes sur le réseau apparaît ici.</translation>
    </message>
    <message>
        <location filename="../../gui/history/window.py" />
        <source>Made the rule: {name}</source>
        <translation>Règle créée : {name}</translation>
    </message>
    <message>
        <location filename="../../gui/history/window.py" />
        <source>Show the rule</source>
        <translation>Afficher la règle</translation>
    </message>
    <message>
        <location filename="../../gui/history/window.py" />
        <source>That rule was deleted since.</source>
        <translation>Cette règle a été supprimée depuis.</translation>
    </message>
</context>
<context>
    <name>HistoryDetails</name>
    <message>
        <location filename="../../gui/history/details.py" />
        <source>Facts</source>
        <translation>Faits</translation>
    </message>
    <message>
        <location filename="../../gui/history/details.py" />
        <source>Close the details</source>
        <translation>Fermer les détails</translation>
    </message>
    <message>
        <location filename="../../gui/history/details.py" />
        <source>Choose a decision to look at.</source>
        <translation>Choisissez une décision à consulter.</translation>
    </message>
    <message>
        <location filename="../../gui/history/details.py" />
        <source>If it happened now:</source>
        <translation>Si cela arrivait maintenant :</translation>
    </message>
    <message>
        <location filename="../../gui/history/facts.py" />
        <source>Decided</source>
        <translation>Décidé</translation>
    </message>
    <message>
        <location filename="../../gui/history/facts.py" />
        <source>Decision</source>
        <translation>Décision</translation>
    </message>
    <message>
        <location filename="../../gui/history/facts.py" />
        <source>Reason</source>
        <translation>Raison</translation>
    </message>
    <message>
        <location filename="../../gui/history/facts.py" />
        <source>Rule</source>
        <translation>Règle</translation>
    </message>
    <message>
        <location filename="../../gui/history/facts.py" />
        <source>Held for</source>
        <translation>Retenu pendant</translation>
    </message>
    <message>
        <location filename="../../gui/history/facts.py" />
        <source>Interface</source>
        <translation>Interface</translation>
    </message>
    <message>
        <location filename="../../gui/history/facts.py" />
        <source>Process began</source>
        <translation>Début du processus</translation>
    </message>
    <message>
        <location filename="../../gui/history/facts.py" />
        <source>Namespaces</source>
        <translation>Espaces de noms</translation>
    </message>
    <message>
        <location filename="../../gui/history/facts.py" />
        <source>{outcome} with {error} ({meaning})</source>
        <translation>{outcome} avec {error} ({meaning})</translation>
    </message>
    <message>
        <location filename="../../gui/history/facts.py" />
        <source>{name} (number {id})</source>
        <translation>{name} (numéro {id})</translation>
    </message>
    <message>
        <location filename="../../gui/history/facts.py" />
        <source>{n} s after the computer started</source>
        <translation>{n} s après le démarrage de l’ordinateur</translation>
    </message>
</context>
<context>
    <name>HistoryPlot</name>
    <message>
        <location filename="../../gui/history/plot.py" />
        <source>Decisions over time</source>
        <translation>Décisions dans le temps</translation>
    </message>
    <message>
        <location filename="../../gui/history/plot.py" />
        <source>Drag over a part of the time to look at that only; Backspace goes back. With the keyboard: arrows move, Shift with arrows chooses, Enter looks at it.</source>
        <translation>Faites glisser sur une période pour ne voir qu’elle ; Retour arrière revient. Au clavier : les flèches déplacent, Maj avec les flèches sélectionne, Entrée affiche.</translation>
    </message>
    <message>
        <location filename="../../gui/history/plot.py" />
        <source>Counting…</source>
        <translation>Comptage…</translation>
    </message>
    <message>
        <location filename="../../gui/history/plot.py" />
        <source>No decisions</source>
        <translation>Aucune décision</translation>
    </message>
    <message>
        <location filename="../../gui/history/plot_texts.py" />
        <source>Allowed {n}</source>
        <translation>Autorisé {n}</translation>
    </message>
    <message>
        <location filename="../../gui/history/plot_texts.py" />
        <source>Denied {n}</source>
        <translation>Refusé {n}</translation>
    </message>
    <message>
        <location filename="../../gui/history/plot_texts.py" />
        <source>{time}: allowed {allowed}, denied {denied}</source>
        <translation>{time} : autorisé {allowed}, refusé {denied}</translation>
    </message>
    <message>
        <location filename="../../gui/history/plot_texts.py" />
        <source>{time}: allowed {allowed}, denied {denied}.</source>
        <translation>{time} : autorisé {allowed}, refusé {denied}.</translation>
    </message>
    <message>
        <location filename="../../gui/history/plot_texts.py" />
        <source>Most at {bar}.</source>
        <translation>Maximum : {bar}.</translation>
    </message>
</context>
<context>
    <name>HistoryTotals</name>
    <message>
        <location filename="../../gui/history/totals.py" />
        <source>{name}: allowed {allowed}, denied {denied}</source>
        <translation>{name} : autorisé {allowed}, refusé {denied}</translation>
    </message>
    <message>
        <location filename="../../gui/history/totals.py" />
        <source>Nothing</source>
        <translation>Rien</translation>
    </message>
    <message>
        <location filename="../../gui/history/totals.py" />
        <source>Programs</source>
        <translation>Programmes</translation>
    </message>
    <message>
        <location filename="../../gui/history/totals.py" />
        <source>Destinations</source>
        <translation>Destinations</translation>
    </message>
    <message>
        <location filename="../../gui/history/totals.py" />
        <source>No executable file</source>
        <translation>Pas de fichier exécutable</translation>
    </message>
    <message>
        <location filename="../../gui/history/totals.py" />
        <source>No destination</source>
        <translation>Pas de destination</translation>
    </message>
</context>
<context>
    <name>Hygiene</name>
    <message>
        <location filename="../../gui/rules/hygiene/model.py" />
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <location filename="../../gui/rules/hygiene/model.py" />
        <source>Rule</source>
        <translation>Règle</translation>
    </message>
    <message>
        <location filename="../../gui/rules/hygiene/model.py" />
        <source>Why</source>
        <translation>Pourquoi</translation>
    </message>
    <message>
        <location filename="../../gui/rules/hygiene/model.py" />
        <source>Do</source>
        <translation>Remède</translation>
    </message>
    <message>
        <location filename="../../gui/rules/hygiene/model.py" />
        <source>Can never win</source>
        <translation>Ne décide jamais</translation>
    </message>
    <message>
        <location filename="../../gui/rules/hygiene/model.py" />
        <source>Duplicate</source>
        <translation>En double</translation>
    </message>
    <message>
        <location filename="../../gui/rules/hygiene/model.py" />
        <source>Never used</source>
        <translation>Jamais utilisée</translation>
    </message>
    <message>
        <location filename="../../gui/rules/hygiene/model.py" />
        <source>Program gone</source>
        <translation>Programme disparu</translation>
    </message>
    <message>
        <location filename="../../gui/rules/hygiene/model.py" />
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <location filename="../../gui/rules/hygiene/model.py" />
        <source>Switch off</source>
        <translation>Désactiver</translation>
    </message>
    <message>
        <location filename="../../gui/rules/hygiene/panel.py" />
        <source>Do it for the selected</source>
        <translation>Appliquer à la sélection</translation>
    </message>
    <message>
        <location filename="../../gui/rules/hygiene/panel.py" />
        <source>What the last column says (Enter)</source>
        <translation>Ce que dit la dernière colonne (Entrée)</translation>
    </message>
    <message>
        <location filename="../../gui/rules/hygiene/panel.py" />
        <source>Looking at all rules…</source>
        <translation>Examen de toutes les règles…</translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/rules/hygiene/panel.py" />
        <source>%Ln things to tidy up; the first {shown} are shown</source>
        <translation>
            <numerusform>%Ln chose à nettoyer ; les {shown} premières sont affichées</numerusform>
            <numerusform>%Ln choses à nettoyer ; les {shown} premières sont affichées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/rules/hygiene/panel.py" />
        <source>%Ln things to tidy up</source>
        <translation>
            <numerusform>%Ln chose à nettoyer</numerusform>
            <numerusform>%Ln choses à nettoyer</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../gui/rules/hygiene/panel.py" />
        <source>Nothing to tidy up.</source>
        <translation>Rien à nettoyer.</translation>
    </message>
    <message>
        <location filename="../../gui/rules/hygiene/panel.py" />
        <source>Rules to tidy up</source>
        <translation>Règles à nettoyer</translation>
    </message>
</context>
<context>
    <name>Menu</name>
    <message>
        <location filename="../../gui/actions.py" />
        <source>Waiting questions…</source>
        <translation>Questions en attente…</translation>
    </message>
    <message>
        <location filename="../../gui/actions.py" />
        <source>Missed questions…</source>
        <translation>Questions manquées…</translation>
    </message>
    <message>
        <location filename="../../gui/actions.py" />
        <source>Rules…</source>
        <translation>Règles…</translation>
    </message>
    <message>
        <location filename="../../gui/actions.py" />
        <source>History…</source>
        <translation>Historique…</translation>
    </message>
    <message>
        <location filename="../../gui/actions.py" />
        <source>Settings…</source>
        <translation>Paramètres…</translation>
    </message>
    <message>
        <location filename="../../gui/actions.py" />
        <source>Status…</source>
        <translation>État…</translation>
    </message>
    <message>
        <location filename="../../gui/actions.py" />
        <source>About snet</source>
        <translation>À propos de snet</translation>
    </message>
    <message>
        <location filename="../../gui/actions.py" />
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <location filename="../../gui/actions.py" />
        <source>Block everything now</source>
        <translation>Tout bloquer maintenant</translation>
    </message>
    <message>
        <location filename="../../gui/actions.py" />
        <source>Ask about what no rule decides</source>
        <translation>Demander quand aucune règle ne décide</translation>
    </message>
    <message>
        <location filename="../../gui/actions.py" />
        <source>Learn: allow and note</source>
        <translation>Apprendre : autoriser et noter</translation>
    </message>
    <message>
        <location filename="../../gui/actions.py" />
        <source>Lock: deny what no rule allows</source>
        <translation>Verrouiller : refuser ce qu’aucune règle n’autorise</translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/actions.py" />
        <source>Waiting questions (%Ln)…</source>
        <translation>
            <numerusform>Questions en attente (%Ln)…</numerusform>
            <numerusform>Questions en attente (%Ln)…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/actions.py" />
        <source>Missed questions (%Ln)…</source>
        <translation>
            <numerusform>Questions manquées (%Ln)…</numerusform>
            <numerusform>Questions manquées (%Ln)…</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../gui/actions.py" />
        <source>Pause: ask nothing, allow</source>
        <translation>Pause : ne rien demander, autoriser</translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/actions.py" />
        <source>for %Ln minutes</source>
        <translation>
            <numerusform>pendant %Ln minute</numerusform>
            <numerusform>pendant %Ln minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Missed</name>
    <message>
        <location filename="../../gui/missed/dialog.py" />
        <source>Make a rule · snet</source>
        <translation>Créer une règle · snet</translation>
    </message>
    <message>
        <location filename="../../gui/missed/model.py" />
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <location filename="../../gui/missed/model.py" />
        <source>Question</source>
        <translation>Question</translation>
    </message>
    <message>
        <location filename="../../gui/missed/model.py" />
        <source>Then</source>
        <translation>Ensuite</translation>
    </message>
    <message>
        <location filename="../../gui/missed/model.py" />
        <source>Times</source>
        <translation>Fois</translation>
    </message>
    <message>
        <location filename="../../gui/missed/model.py" />
        <source>allowed: too many questions</source>
        <translation>autorisé : trop de questions</translation>
    </message>
    <message>
        <location filename="../../gui/missed/model.py" />
        <source>denied: too many questions</source>
        <translation>refusé : trop de questions</translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/missed/model.py" />
        <source>allowed after %Ln s</source>
        <translation>
            <numerusform>autorisé après %Ln s</numerusform>
            <numerusform>autorisé après %Ln s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/missed/model.py" />
        <source>denied after %Ln s</source>
        <translation>
            <numerusform>refusé après %Ln s</numerusform>
            <numerusform>refusé après %Ln s</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../gui/missed/window.py" />
        <source>Missed questions · snet</source>
        <translation>Questions manquées · snet</translation>
    </message>
    <message>
        <location filename="../../gui/missed/window.py" />
        <source>Made the rule: {name}</source>
        <translation>Règle créée : {name}</translation>
    </message>
    <message>
        <location filename="../../gui/missed/window.py" />
        <source>Missed questions</source>
        <translation>Questions manquées</translation>
    </message>
    <message>
        <location filename="../../gui/missed/window.py" />
        <source>No question was missed.</source>
        <translation>Aucune question manquée.</translation>
    </message>
    <message>
        <location filename="../../gui/missed/window.py" />
        <source>Make a rule…</source>
        <translation>Créer une règle…</translation>
    </message>
    <message>
        <location filename="../../gui/missed/window.py" />
        <source>Forget</source>
        <translation>Oublier</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <location filename="../../gui/notice_bar.py" />
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>Notify</name>
    <message numerus="yes">
        <location filename="../../gui/notifier.py" />
        <source>%Ln questions wait for you</source>
        <translation>
            <numerusform>Une question vous attend</numerusform>
            <numerusform>%Ln questions vous attendent</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../gui/notifier.py" />
        <source>Show</source>
        <translation>Afficher</translation>
    </message>
    <message>
        <location filename="../../gui/notifier.py" />
        <source>Later</source>
        <translation>Plus tard</translation>
    </message>
    <message>
        <location filename="../../gui/notifier.py" />
        <source>Start snet once more to see it.</source>
        <translation>Relancez snet pour la voir.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/notifier.py" />
        <source>%Ln questions were missed</source>
        <translation>
            <numerusform>Une question a été manquée</numerusform>
            <numerusform>%Ln questions ont été manquées</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../gui/notifier.py" />
        <source>Nobody answered in time. No rule was made.</source>
        <translation>Personne n’a répondu à temps. Aucune règle n’a été créée.</translation>
    </message>
    <message>
        <location filename="../../gui/notifier.py" />
        <source>Show missed questions</source>
        <translation>Afficher les questions manquées</translation>
    </message>
    <message>
        <location filename="../../gui/notifier.py" />
        <source>snet can’t ask: it is not connected</source>
        <translation>snet ne peut pas demander : il n’est pas connecté</translation>
    </message>
    <message>
        <location filename="../../gui/notifier.py" />
        <source>snet goes on, but something is wrong</source>
        <translation>snet continue, mais quelque chose ne va pas</translation>
    </message>
    <message>
        <location filename="../../gui/notifier.py" />
        <source>snet goes on</source>
        <translation>snet continue</translation>
    </message>
    <message>
        <location filename="../../gui/notifier.py" />
        <source>Start it once more to see its window again.</source>
        <translation>Relancez-le pour revoir sa fenêtre.</translation>
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
        <translation>Les règles n’ont pas pu être lues, aucune n’est donc en vigueur : {why}</translation>
    </message>
    <message>
        <location filename="../../engine/keeper.py" />
        <source>there is no rule {number} any more</source>
        <translation>la règle {number} n’existe plus</translation>
    </message>
    <message>
        <location filename="../../engine/keeper.py" />
        <source>Rule {number} can't be read and does nothing ({problem}); snet rules remove {number} deletes it.</source>
        <translation>La règle {number} ne peut pas être lue et n’a aucun effet ({problem}) ; snet rules remove {number} la supprime.</translation>
    </message>
    <message>
        <location filename="../../engine/keeper.py" />
        <source>Rule {number} “{name}” can't be read and does nothing ({problem}); snet rules remove {number} deletes it.</source>
        <translation>La règle {number} « {name} » ne peut pas être lue et n’a aucun effet ({problem}) ; snet rules remove {number} la supprime.</translation>
    </message>
    <message>
        <location filename="../../engine/list_files.py" />
        <source>The list {name} changes while it is read: what it said before holds.</source>
        <translation>La liste {name} change pendant sa lecture : ce qu’elle disait avant reste valable.</translation>
    </message>
    <message>
        <location filename="../../engine/list_files.py" />
        <source>The list {name} can't be read ({reason}): no rule that asks for it matches.</source>
        <translation>La liste {name} ne peut pas être lue ({reason}) : aucune règle qui l’utilise ne s’applique.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../engine/list_files.py" />
        <source>In the list {name} %n lines can't be understood, first line {first}: skipped.</source>
        <translation>
            <numerusform>Dans la liste {name}, %n ligne est incompréhensible, la ligne {first} : ignorée.</numerusform>
            <numerusform>Dans la liste {name}, %n lignes sont incompréhensibles, la première est la ligne {first} : ignorées.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../engine/missed.py" />
        <source>Missed question {number} is not on the list any more.</source>
        <translation>La question manquée {number} n’est plus dans la liste.</translation>
    </message>
    <message>
        <location filename="../../engine/modes.py" />
        <source>{mode} takes no time: only pause and learn end by themselves</source>
        <translation>{mode} n’a pas de durée : seuls la pause et l’apprentissage se terminent d’eux-mêmes</translation>
    </message>
    <message>
        <location filename="../../engine/modes.py" />
        <source>{mode} for {given} seconds can't be: give a time above 0</source>
        <translation>{mode} pendant {given} secondes est impossible : indiquez une durée supérieure à 0</translation>
    </message>
    <message>
        <location filename="../../engine/queue.py" />
        <source>Question {number} does not wait any more: it was answered or has ended.</source>
        <translation>La question {number} n’attend plus : elle a reçu une réponse ou a pris fin.</translation>
    </message>
    <message>
        <location filename="../../engine/rulebook.py" />
        <source>there is no rule {number} (any more)</source>
        <translation>il n’y a pas (ou plus) de règle {number}</translation>
    </message>
    <message>
        <location filename="../../engine/rulebook.py" />
        <source>There is no rule {number} any more.</source>
        <translation>Il n’y a plus de règle {number}.</translation>
    </message>
    <message>
        <location filename="../../engine/rulebook.py" />
        <source>Rule {number} “{name}” is kept but does nothing ({problem}): change it or delete it.</source>
        <translation>La règle {number} « {name} » est conservée mais n’a aucun effet ({problem}) : modifiez-la ou supprimez-la.</translation>
    </message>
    <message>
        <location filename="../../engine/settings_book.py" />
        <source>The settings could not be read, so they are as at first: {why}</source>
        <translation>Les paramètres n’ont pas pu être lus, ils sont donc comme au début : {why}</translation>
    </message>
    <message>
        <location filename="../../engine/settings_book.py" />
        <source>The settings that are kept are not in force: {why}</source>
        <translation>Les paramètres enregistrés ne sont pas en vigueur : {why}</translation>
    </message>
    <message>
        <location filename="../../model/settings.py" />
        <source>verdict delay: {given} seconds can't be: choose from {least} to {most}</source>
        <translation>délai de réponse : {given} secondes est impossible, choisissez de {least} à {most}</translation>
    </message>
    <message>
        <location filename="../../model/settings.py" />
        <source>age of the history: {given} days can't be: choose from {least} to {most}</source>
        <translation>âge de l’historique : {given} jours est impossible, choisissez de {least} à {most}</translation>
    </message>
    <message>
        <location filename="../../model/settings.py" />
        <source>size of the history: {given} bytes can't be: choose from {least} to {most}</source>
        <translation>taille de l’historique : {given} octets est impossible, choisissez de {least} à {most}</translation>
    </message>
    <message>
        <location filename="../../rules/check.py" />
        <source>it is empty; say in a few words what the rule is for</source>
        <translation>est vide ; dites en quelques mots à quoi sert la règle</translation>
    </message>
    <message>
        <location filename="../../rules/check.py" />
        <source>an allow carries none; leave it empty, or choose deny</source>
        <translation>une autorisation n’en a pas ; laissez vide ou choisissez Refuser</translation>
    </message>
    <message>
        <location filename="../../rules/check.py" />
        <source>{given} is not from 1 to {most}; 1 is EPERM</source>
        <translation>{given} n’est pas entre 1 et {most} ; 1 est EPERM</translation>
    </message>
    <message>
        <location filename="../../rules/check.py" />
        <source>{given} is not from {least} to {most}; 0 is usual</source>
        <translation>{given} n’est pas entre {least} et {most} ; 0 est l’usage</translation>
    </message>
    <message>
        <location filename="../../rules/check.py" />
        <source>no process is known that the rule could end with</source>
        <translation>aucun processus connu avec lequel la règle pourrait se terminer</translation>
    </message>
    <message>
        <location filename="../../rules/check.py" />
        <source>{given} seconds can't be left</source>
        <translation>il ne peut pas rester {given} secondes</translation>
    </message>
    <message>
        <location filename="../../rules/check.py" />
        <location filename="../../rules/scope.py" />
        <source>an answer for once makes no rule; choose how long it holds</source>
        <translation>une réponse unique ne crée pas de règle ; choisissez sa durée</translation>
    </message>
    <message>
        <location filename="../../rules/check.py" />
        <source>a span of time needs its seconds, and nothing else has them</source>
        <translation>une durée a besoin de secondes, et rien d’autre n’en a</translation>
    </message>
    <message>
        <location filename="../../rules/check.py" />
        <source>an end needs its date, and nothing else has one</source>
        <translation>une fin a besoin d’une date, et rien d’autre n’en a</translation>
    </message>
    <message>
        <location filename="../../rules/check.py" />
        <source>{given} seconds are no span of time</source>
        <translation>{given} secondes n’est pas une durée</translation>
    </message>
    <message>
        <location filename="../../rules/check.py" />
        <source>the date has no time zone</source>
        <translation>la date n’a pas de fuseau horaire</translation>
    </message>
    <message>
        <location filename="../../rules/check.py" />
        <location filename="../../rules/hosts.py" />
        <location filename="../../rules/text.py" />
        <source>{count} characters are above {most}</source>
        <translation>{count} caractères, c’est plus que {most}</translation>
    </message>
    <message>
        <location filename="../../rules/check.py" />
        <source>it is empty, and would never match; leave the condition out</source>
        <translation>est vide et ne correspondrait jamais ; omettez la condition</translation>
    </message>
    <message>
        <location filename="../../rules/check.py" />
        <source>a NUL character can't be in it</source>
        <translation>ne peut pas contenir de caractère NUL</translation>
    </message>
    <message>
        <location filename="../../rules/check.py" />
        <source>{given} has blanks around it; take them away</source>
        <translation>{given} est entouré d’espaces ; retirez-les</translation>
    </message>
    <message>
        <location filename="../../rules/check.py" />
        <location filename="../../rules/spans.py" />
        <source>{given} is above {most}</source>
        <translation>{given} est supérieur à {most}</translation>
    </message>
    <message>
        <location filename="../../rules/check.py" />
        <source>{given} is below {least}</source>
        <translation>{given} est inférieur à {least}</translation>
    </message>
    <message>
        <location filename="../../rules/check.py" />
        <source>{given} is no range; the lower one comes first</source>
        <translation>{given} n’est pas une plage ; la plus petite vient d’abord</translation>
    </message>
    <message>
        <location filename="../../rules/check.py" />
        <source>{given} is not a socket's path</source>
        <translation>{given} n’est pas le chemin d’un socket</translation>
    </message>
    <message>
        <location filename="../../rules/check.py" />
        <source>no value is given, and it would never match; leave it out</source>
        <translation>aucune valeur n’est donnée, cela ne correspondrait jamais ; à omettre</translation>
    </message>
    <message>
        <location filename="../../rules/check.py" />
        <source>{count} values are above {most}; use a list file</source>
        <translation>{count} valeurs, c’est plus que {most} ; utilisez un fichier de liste</translation>
    </message>
    <message>
        <location filename="../../rules/check.py" />
        <source>{given} is written {name}</source>
        <translation>{given} s’écrit {name}</translation>
    </message>
    <message>
        <location filename="../../rules/check.py" />
        <source>{given} is not 64 digits of 0-9 and a-f</source>
        <translation>{given} n’est pas fait de 64 chiffres 0-9 et a-f</translation>
    </message>
    <message>
        <location filename="../../rules/check.py" />
        <source>{given} is not the inode number of a namespace</source>
        <translation>{given} n’est pas le numéro d’inode d’un espace de noms</translation>
    </message>
    <message>
        <location filename="../../rules/check.py" />
        <source>{given} is not an interface; write it as ip link does</source>
        <translation>{given} n’est pas une interface ; écrivez-la comme « ip link »</translation>
    </message>
    <message>
        <location filename="../../rules/check.py" />
        <source>{given} is no full path; begin it with "/"</source>
        <translation>{given} n’est pas un chemin complet ; commencez par « / »</translation>
    </message>
    <message>
        <location filename="../../rules/field_values.py" />
        <source>{given} is not one; write always, until restart, this process, 15m, 1h30m, 2d or until 2030-01-02 03:04</source>
        <translation>{given} n’en est pas une ; écrivez always, until restart, this process, 15m, 1h30m, 2d ou until 2030-01-02 03:04</translation>
    </message>
    <message>
        <location filename="../../rules/field_values.py" />
        <source>ECONNREFUSED or a number</source>
        <translation>ECONNREFUSED ou un nombre</translation>
    </message>
    <message>
        <location filename="../../rules/field_values.py" />
        <source>{given} is neither yes nor no</source>
        <translation>{given} n’est ni yes ni no</translation>
    </message>
    <message>
        <location filename="../../rules/field_values.py" />
        <source>a whole number</source>
        <translation>un nombre entier</translation>
    </message>
    <message>
        <location filename="../../rules/field_values.py" />
        <source>the inode number of a namespace</source>
        <translation>le numéro d’inode d’un espace de noms</translation>
    </message>
    <message>
        <location filename="../../rules/field_values.py" />
        <source>{given} is not {wanted}</source>
        <translation>{given} n’est pas {wanted}</translation>
    </message>
    <message>
        <location filename="../../rules/field_values.py" />
        <source>{given} is too large</source>
        <translation>{given} est trop grand</translation>
    </message>
    <message>
        <location filename="../../rules/field_values.py" />
        <source>nothing is chosen; write one of {known}</source>
        <translation>rien n’est choisi ; écrivez l’un de {known}</translation>
    </message>
    <message>
        <location filename="../../rules/field_values.py" />
        <source>{given} is not one of {known}</source>
        <translation>{given} ne fait pas partie de {known}</translation>
    </message>
    <message>
        <location filename="../../rules/field_values.py" />
        <source>a number</source>
        <translation>un nombre</translation>
    </message>
    <message>
        <location filename="../../rules/field_values.py" />
        <source>there is no {field} {name}; write its number</source>
        <translation>{field} {name} n’existe pas ; écrivez son numéro</translation>
    </message>
    <message>
        <location filename="../../rules/field_values.py" />
        <source>a number or one of {names}, …</source>
        <translation>un nombre ou l’un de {names}, …</translation>
    </message>
    <message>
        <location filename="../../rules/field_values.py" />
        <source>{given} does not say what it lists; write hosts:{given}</source>
        <translation>{given} ne dit pas ce que contient la liste ; écrivez hosts:{given}</translation>
    </message>
    <message>
        <location filename="../../rules/field_values.py" />
        <source>{given} is not a date; write until 2030-01-02 03:04</source>
        <translation>{given} n’est pas une date ; écrivez until 2030-01-02 03:04</translation>
    </message>
    <message>
        <location filename="../../rules/fields.py" />
        <source>{given} is no whole path; begin it with /</source>
        <translation>{given} n’est pas un chemin complet ; commencez-le par /</translation>
    </message>
    <message>
        <location filename="../../rules/fields.py" />
        <source>{given} is over already; write a later date</source>
        <translation>{given} est déjà passé ; écrivez une date ultérieure</translation>
    </message>
    <message>
        <location filename="../../rules/hosts.py" />
        <source>{given} is not a host name</source>
        <translation>{given} n’est pas un nom d’hôte</translation>
    </message>
    <message>
        <location filename="../../rules/hosts.py" />
        <source>{given} is not a host name; write it as in "example.com"</source>
        <translation>{given} n’est pas un nom d’hôte ; écrivez-le comme « example.com »</translation>
    </message>
    <message>
        <location filename="../../rules/scope.py" />
        <source>the program's file is not known, and a rule without it would be about any program; answer for once</source>
        <translation>le fichier du programme n’est pas connu, et une règle sans lui concernerait tous les programmes ; répondez une seule fois</translation>
    </message>
    <message>
        <location filename="../../rules/scope.py" />
        <source>"{given}" says nothing for this call; choose from {possible}</source>
        <translation>« {given} » ne dit rien pour cet appel ; choisissez parmi {possible}</translation>
    </message>
    <message>
        <location filename="../../rules/spans.py" />
        <source>{given} is not an address; write 192.0.2.1, 192.0.2.0/24, 192.0.2.1-192.0.2.9 or 2001:db8::1</source>
        <translation>{given} n’est pas une adresse ; écrivez 192.0.2.1, 192.0.2.0/24, 192.0.2.1-192.0.2.9 ou 2001:db8::1</translation>
    </message>
    <message>
        <location filename="../../rules/spans.py" />
        <source>{given}: leave out the % and what follows</source>
        <translation>{given} : retirez le % et ce qui suit</translation>
    </message>
    <message>
        <location filename="../../rules/spans.py" />
        <source>{given}: the part after the / is a number from 0 to {most}</source>
        <translation>{given} : après le / vient un nombre de 0 à {most}</translation>
    </message>
    <message>
        <location filename="../../rules/spans.py" />
        <source>{given} has bits set after its prefix; did you mean {wider}?</source>
        <translation>{given} a des bits après son préfixe ; vouliez-vous dire {wider} ?</translation>
    </message>
    <message>
        <location filename="../../rules/spans.py" />
        <source>{given} begins as IPv{first} and ends as IPv{last}</source>
        <translation>{given} commence en IPv{first} et finit en IPv{last}</translation>
    </message>
    <message>
        <location filename="../../rules/spans.py" />
        <source>{first} is above {last}; write {last}-{first}</source>
        <translation>{first} est supérieur à {last} ; écrivez {last}-{first}</translation>
    </message>
    <message>
        <location filename="../../rules/spans.py" />
        <source>nothing</source>
        <translation>rien</translation>
    </message>
    <message>
        <location filename="../../rules/spans.py" />
        <source>{given} is not a port; write 443 or 8000-8100</source>
        <translation>{given} n’est pas un port ; écrivez 443 ou 8000-8100</translation>
    </message>
    <message>
        <location filename="../../rules/text.py" />
        <source>not a regular expression: {why}</source>
        <translation>ce n’est pas une expression rationnelle : {why}</translation>
    </message>
    <message>
        <location filename="../../rules/text.py" />
        <source>nothing follows the "\" at its end; write "\\" for one</source>
        <translation>rien ne suit le « \ » final ; écrivez « \\ » pour le caractère</translation>
    </message>
    <message>
        <location filename="../../rules/text.py" />
        <source>no "]" closes the "["; write "\[" for the character</source>
        <translation>aucun « ] » ne ferme le « [ » ; écrivez « \[ » pour le caractère</translation>
    </message>
    <message>
        <location filename="../../store/settings_rows.py" />
        <source>verdict delay</source>
        <translation>temps pour répondre</translation>
    </message>
    <message>
        <location filename="../../store/settings_rows.py" />
        <source>verdict policy</source>
        <translation>si personne ne répond</translation>
    </message>
    <message>
        <location filename="../../store/settings_rows.py" />
        <source>what is asked about</source>
        <translation>ce qui fait l’objet de questions</translation>
    </message>
    <message>
        <location filename="../../store/settings_rows.py" />
        <source>age of the history</source>
        <translation>âge de l’historique</translation>
    </message>
    <message>
        <location filename="../../store/settings_rows.py" />
        <source>size of the history</source>
        <translation>taille de l’historique</translation>
    </message>
    <message>
        <location filename="../../store/settings_rows.py" />
        <source>mode</source>
        <translation>mode</translation>
    </message>
    <message>
        <location filename="../../store/settings_rows.py" />
        <source>The setting “{setting}” could not be read ({why}): nothing is deleted for it until you set it again.</source>
        <translation>Le paramètre « {setting} » n’a pas pu être lu ({why}) : rien n’est supprimé à cause de lui tant que vous ne l’avez pas réglé à nouveau.</translation>
    </message>
    <message>
        <location filename="../../store/settings_rows.py" />
        <source>The setting “{setting}” could not be read ({why}): it is as at first until you set it again.</source>
        <translation>Le paramètre « {setting} » n’a pas pu être lu ({why}) : il est comme au début tant que vous ne l’avez pas réglé à nouveau.</translation>
    </message>
</context>
<context>
    <name>Prompt</name>
    <message>
        <location filename="../../gui/missed/dialog.py" />
        <location filename="../../gui/prompt/body.py" />
        <source>Deny</source>
        <translation>Refuser</translation>
    </message>
    <message>
        <location filename="../../gui/missed/dialog.py" />
        <location filename="../../gui/prompt/body.py" />
        <source>Allow</source>
        <translation>Autoriser</translation>
    </message>
    <message>
        <location filename="../../gui/missed/dialog.py" />
        <location filename="../../gui/prompt/body.py" />
        <source>For</source>
        <translation>Durée</translation>
    </message>
    <message>
        <location filename="../../gui/prompt/body.py" />
        <source>snet · question 1 of {n}</source>
        <translation>snet · question 1 sur {n}</translation>
    </message>
    <message>
        <location filename="../../gui/prompt/body.py" />
        <source>snet asks</source>
        <translation>snet demande</translation>
    </message>
    <message>
        <location filename="../../gui/prompt/body.py" />
        <source>Details</source>
        <translation>Détails</translation>
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
        <translation>Icône de {program}</translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/prompt/header.py" />
        <source>%Ln calls wait</source>
        <translation>
            <numerusform>%Ln appel attend</numerusform>
            <numerusform>%Ln appels attendent</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../gui/prompt/origin.py" />
        <source>Program file: {path}</source>
        <translation>Fichier du programme : {path}</translation>
    </message>
    <message>
        <location filename="../../gui/prompt/window.py" />
        <source>1 of {n}</source>
        <translation>1 sur {n}</translation>
    </message>
    <message>
        <location filename="../../gui/rule_text.py" />
        <source>The program's file is not known, so no rule can be made: this answers once.</source>
        <translation>Le fichier du programme n’est pas connu, aucune règle ne peut être créée : ceci répond une seule fois.</translation>
    </message>
    <message>
        <location filename="../../gui/rule_text.py" />
        <source>Answers what waits now. Makes no rule.</source>
        <translation>Répond à ce qui attend maintenant. Ne crée pas de règle.</translation>
    </message>
    <message>
        <location filename="../../gui/rule_text.py" />
        <source>No rule can be made: {why}</source>
        <translation>Impossible de créer une règle : {why}</translation>
    </message>
    <message>
        <location filename="../../gui/rule_text.py" />
        <source>Deny makes the rule: {rule}</source>
        <translation>Refuser crée la règle : {rule}</translation>
    </message>
    <message>
        <location filename="../../gui/rule_text.py" />
        <source>Allow makes the rule: {rule}</source>
        <translation>Autoriser crée la règle : {rule}</translation>
    </message>
</context>
<context>
    <name>PromptKeys</name>
    <message>
        <location filename="../../gui/prompt/keys.py" />
        <source>A</source>
        <translation>A</translation>
    </message>
    <message>
        <location filename="../../gui/prompt/keys.py" />
        <source>D</source>
        <translation>R</translation>
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
        <translation>se connecter</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>listen</source>
        <translation>attendre des connexions</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>be called</source>
        <translation>recevoir des connexions</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>make sockets</source>
        <translation>ouvrir des sockets</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>bind</source>
        <translation>se lier à des adresses</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>send</source>
        <translation>envoyer des données</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>receive</source>
        <translation>recevoir des données</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may use the network with {target}</source>
        <translation>{program} peut communiquer par le réseau avec {target}</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may not use the network with {target}</source>
        <translation>{program} ne peut pas communiquer par le réseau avec {target}</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may connect to {target}</source>
        <translation>{program} peut se connecter à {target}</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may not connect to {target}</source>
        <translation>{program} ne peut pas se connecter à {target}</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may be called from {target}</source>
        <translation>{program} peut recevoir des connexions de {target}</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may not be called from {target}</source>
        <translation>{program} ne peut pas recevoir de connexions de {target}</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may send to {target}</source>
        <translation>{program} peut envoyer des données à {target}</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may not send to {target}</source>
        <translation>{program} ne peut pas envoyer de données à {target}</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may receive from {target}</source>
        <translation>{program} peut recevoir des données de {target}</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may not receive from {target}</source>
        <translation>{program} ne peut pas recevoir de données de {target}</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may listen {place}</source>
        <translation>{program} peut attendre des connexions {place}</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may not listen {place}</source>
        <translation>{program} ne peut pas attendre de connexions {place}</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may bind {place}</source>
        <translation>{program} peut se lier {place}</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may not bind {place}</source>
        <translation>{program} ne peut pas se lier {place}</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may do anything on the network</source>
        <translation>{program} peut tout faire sur le réseau</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may not do anything on the network</source>
        <translation>{program} ne peut rien faire sur le réseau</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may connect to anything</source>
        <translation>{program} peut se connecter à tout</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may not connect to anything</source>
        <translation>{program} ne peut se connecter à rien</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may listen anywhere</source>
        <translation>{program} peut attendre des connexions partout</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may not listen anywhere</source>
        <translation>{program} ne peut attendre de connexions nulle part</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may be called from anywhere</source>
        <translation>{program} peut recevoir des connexions de partout</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may not be called from anywhere</source>
        <translation>{program} ne peut recevoir de connexions de nulle part</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may make sockets to anything</source>
        <translation>{program} peut ouvrir n’importe quel socket</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may not make sockets to anything</source>
        <translation>{program} ne peut ouvrir aucun socket</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may bind anywhere</source>
        <translation>{program} peut se lier partout</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may not bind anywhere</source>
        <translation>{program} ne peut se lier nulle part</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may send to anything</source>
        <translation>{program} peut envoyer des données partout</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may not send to anything</source>
        <translation>{program} ne peut envoyer de données nulle part</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may receive from anywhere</source>
        <translation>{program} peut recevoir des données de partout</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may not receive from anywhere</source>
        <translation>{program} ne peut recevoir de données de nulle part</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{nobody} may do anything on the network</source>
        <translation>{nobody} peut faire quoi que ce soit sur le réseau</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{nobody} may connect to anything</source>
        <translation>{nobody} peut se connecter à quoi que ce soit</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{nobody} may listen anywhere</source>
        <translation>{nobody} peut attendre des connexions où que ce soit</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{nobody} may be called from anywhere</source>
        <translation>{nobody} peut recevoir des connexions d’où que ce soit</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{nobody} may make sockets to anything</source>
        <translation>{nobody} peut ouvrir quelque socket que ce soit</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{nobody} may bind anywhere</source>
        <translation>{nobody} peut se lier où que ce soit</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{nobody} may send to anything</source>
        <translation>{nobody} peut envoyer des données où que ce soit</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{nobody} may receive from anywhere</source>
        <translation>{nobody} peut recevoir des données d’où que ce soit</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may use the network</source>
        <translation>{program} peut utiliser le réseau</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may not use the network</source>
        <translation>{program} ne peut pas utiliser le réseau</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may connect</source>
        <translation>{program} peut se connecter</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may not connect</source>
        <translation>{program} ne peut pas se connecter</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may listen</source>
        <translation>{program} peut attendre des connexions</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may not listen</source>
        <translation>{program} ne peut pas attendre de connexions</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may be called</source>
        <translation>{program} peut recevoir des connexions</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may not be called</source>
        <translation>{program} ne peut pas recevoir de connexions</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may make sockets</source>
        <translation>{program} peut ouvrir des sockets</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may not make sockets</source>
        <translation>{program} ne peut pas ouvrir de sockets</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may bind</source>
        <translation>{program} peut se lier à des adresses</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may not bind</source>
        <translation>{program} ne peut pas se lier à des adresses</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may send</source>
        <translation>{program} peut envoyer des données</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may not send</source>
        <translation>{program} ne peut pas envoyer de données</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may receive</source>
        <translation>{program} peut recevoir des données</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may not receive</source>
        <translation>{program} ne peut pas recevoir de données</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>make no call at all</source>
        <translation>ne faire aucun appel</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may not {verbs}</source>
        <translation>{program} ne peut pas {verbs}</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may {verbs}</source>
        <translation>{program} peut {verbs}</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may not {verbs} {where}</source>
        <translation>{program} ne peut pas {verbs}, à savoir {where}</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{program} may {verbs} {where}</source>
        <translation>{program} peut {verbs}, à savoir {where}</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{where} {more}</source>
        <translation>{where} {more}</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>over {protocols}</source>
        <translation>par {protocols}</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{clause} over {protocols}</source>
        <translation>{clause} par {protocols}</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{clause} {place}</source>
        <translation>{clause} {place}</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>with {target}</source>
        <translation>avec {target}</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>from {target}</source>
        <translation>depuis {target}</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>to {target}</source>
        <translation>vers {target}</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>anywhere</source>
        <translation>partout</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>from anywhere</source>
        <translation>de partout</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>to anything</source>
        <translation>vers n’importe quelle adresse</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{peer} on {protocol} {ports}</source>
        <translation>{peer} sur {protocol} {ports}</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>{peer}, port {ports}</source>
        <translation>{peer}, port {ports}</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>anything on {protocol} {ports}</source>
        <translation>n’importe quelle adresse sur {protocol} {ports}</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>anything, port {ports}</source>
        <translation>n’importe quelle adresse, port {ports}</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>at {addresses}</source>
        <translation>à {addresses}</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>from its own {addresses}</source>
        <translation>depuis sa propre adresse {addresses}</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>on {protocol} {ports}</source>
        <translation>sur {protocol} {ports}</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>on port {ports}</source>
        <translation>sur le port {ports}</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>on its own {protocol} {ports}</source>
        <translation>sur son propre port {protocol} {ports}</translation>
    </message>
    <message>
        <location filename="../../rules/clauses.py" />
        <source>on its own port {ports}</source>
        <translation>sur son propre port {ports}</translation>
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
        <translation>Autoriser {program}</translation>
    </message>
    <message>
        <location filename="../../rules/summary.py" />
        <source>Allow {program} {where}</source>
        <translation>Autoriser {program} {where}</translation>
    </message>
    <message>
        <location filename="../../rules/summary.py" />
        <source>Deny {program}</source>
        <translation>Refuser {program}</translation>
    </message>
    <message>
        <location filename="../../rules/summary.py" />
        <source>Deny {program} {where}</source>
        <translation>Refuser {program} {where}</translation>
    </message>
    <message>
        <location filename="../../rules/summary.py" />
        <source>as application {name}</source>
        <translation>en tant qu’application {name}</translation>
    </message>
    <message>
        <location filename="../../rules/summary.py" />
        <source>while its file has the hash {start}…</source>
        <translation>tant que son fichier a l’empreinte {start}…</translation>
    </message>
    <message>
        <location filename="../../rules/summary.py" />
        <source>from the package {name}</source>
        <translation>du paquet {name}</translation>
    </message>
    <message>
        <location filename="../../rules/summary.py" />
        <source>run by user {users}</source>
        <translation>exécuté par l’utilisateur {users}</translation>
    </message>
    <message>
        <location filename="../../rules/summary.py" />
        <source>run by group {groups}</source>
        <translation>exécuté par le groupe {groups}</translation>
    </message>
    <message>
        <location filename="../../rules/summary.py" />
        <source>in network namespace {number}</source>
        <translation>dans l’espace de noms réseau {number}</translation>
    </message>
    <message>
        <location filename="../../rules/summary.py" />
        <source>through {interface}</source>
        <translation>via {interface}</translation>
    </message>
    <message numerus="yes">
        <location filename="../../rules/summary.py" />
        <source>and as %n more lists say</source>
        <translation>
            <numerusform>et comme le dit %n autre liste</numerusform>
            <numerusform>et comme le disent %n autres listes</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../rules/summary.py" />
        <source>with a command line that is {text}</source>
        <translation>avec la ligne de commande {text}</translation>
    </message>
    <message>
        <location filename="../../rules/summary.py" />
        <source>with a command line like {text}</source>
        <translation>avec une ligne de commande comme {text}</translation>
    </message>
    <message>
        <location filename="../../rules/summary.py" />
        <source>with a command line that matches {text}</source>
        <translation>avec une ligne de commande qui correspond à {text}</translation>
    </message>
    <message>
        <location filename="../../rules/summary.py" />
        <source>when started by a program that is {text}</source>
        <translation>lancé par le programme {text}</translation>
    </message>
    <message>
        <location filename="../../rules/summary.py" />
        <source>when started by a program like {text}</source>
        <translation>lancé par un programme comme {text}</translation>
    </message>
    <message>
        <location filename="../../rules/summary.py" />
        <source>when started by a program that matches {text}</source>
        <translation>lancé par un programme qui correspond à {text}</translation>
    </message>
    <message>
        <location filename="../../rules/summary.py" />
        <source>in a unit that is {text}</source>
        <translation>dans l’unité {text}</translation>
    </message>
    <message>
        <location filename="../../rules/summary.py" />
        <source>in a unit like {text}</source>
        <translation>dans une unité comme {text}</translation>
    </message>
    <message>
        <location filename="../../rules/summary.py" />
        <source>in a unit that matches {text}</source>
        <translation>dans une unité qui correspond à {text}</translation>
    </message>
    <message>
        <location filename="../../rules/summary.py" />
        <source>if it is an address of the list {path}</source>
        <translation>si l’adresse est dans la liste {path}</translation>
    </message>
    <message>
        <location filename="../../rules/summary.py" />
        <source>if it is a host of the list {path}</source>
        <translation>si l’hôte est dans la liste {path}</translation>
    </message>
    <message>
        <location filename="../../rules/summary.py" />
        <source>if it is a host that matches the list {path}</source>
        <translation>si l’hôte correspond à la liste {path}</translation>
    </message>
    <message>
        <location filename="../../rules/summary.py" />
        <source>if it is a program of the list {path}</source>
        <translation>si le programme est dans la liste {path}</translation>
    </message>
    <message>
        <location filename="../../rules/summary.py" />
        <source>with the error {name}</source>
        <translation>avec l’erreur {name}</translation>
    </message>
    <message>
        <location filename="../../rules/untold.py" />
        <source>It never matches yet: what snet can't tell of any call is the {fact}.</source>
        <translation>Elle ne s’applique encore jamais, car snet ne le sait d’aucun appel : {fact}.</translation>
    </message>
    <message>
        <location filename="../../rules/wording.py" />
        <source>any program</source>
        <translation>n’importe quel programme</translation>
    </message>
    <message>
        <location filename="../../rules/wording.py" />
        <source>application {name}</source>
        <translation>l’application {name}</translation>
    </message>
    <message>
        <location filename="../../rules/wording.py" />
        <source>any program like {text}</source>
        <translation>n’importe quel programme comme {text}</translation>
    </message>
    <message>
        <location filename="../../rules/wording.py" />
        <source>any program that matches {text}</source>
        <translation>n’importe quel programme qui correspond à {text}</translation>
    </message>
    <message>
        <location filename="../../rules/wording.py" />
        <source>no program</source>
        <translation>aucun programme ne</translation>
    </message>
    <message>
        <location filename="../../rules/wording.py" />
        <source>no program like {text}</source>
        <translation>aucun programme comme {text} ne</translation>
    </message>
    <message>
        <location filename="../../rules/wording.py" />
        <source>no program that matches {text}</source>
        <translation>aucun programme qui correspond à {text} ne</translation>
    </message>
    <message>
        <location filename="../../rules/wording.py" />
        <source>{text} in any case</source>
        <translation>{text} (majuscules ou minuscules)</translation>
    </message>
    <message>
        <location filename="../../rules/wording.py" />
        <source>{host} at {addresses}</source>
        <translation>{host} ({addresses})</translation>
    </message>
    <message>
        <location filename="../../rules/wording.py" />
        <source>{name} and all below it</source>
        <translation>{name} et ses sous-domaines</translation>
    </message>
    <message>
        <location filename="../../rules/wording.py" />
        <source>{first} to {last}</source>
        <translation>{first} à {last}</translation>
    </message>
    <message>
        <location filename="../../rules/wording.py" />
        <source>an unnamed socket</source>
        <translation>un socket sans nom</translation>
    </message>
    <message>
        <location filename="../../rules/wording.py" />
        <source>none of all addresses</source>
        <translation>aucune adresse</translation>
    </message>
    <message numerus="yes">
        <location filename="../../rules/wording.py" />
        <source>any of %n addresses</source>
        <translation>
            <numerusform>l’une de %n adresse</numerusform>
            <numerusform>l’une de %n adresses</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../rules/wording.py" />
        <source>none of all ports</source>
        <translation>(aucun)</translation>
    </message>
    <message numerus="yes">
        <location filename="../../rules/wording.py" />
        <source>any of %n ports</source>
        <translation>
            <numerusform>(l’un de %n)</numerusform>
            <numerusform>(l’un de %n)</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../rules/wording.py" />
        <source>none of all users</source>
        <translation>(aucun)</translation>
    </message>
    <message numerus="yes">
        <location filename="../../rules/wording.py" />
        <source>any of %n users</source>
        <translation>
            <numerusform>(l’un de %n)</numerusform>
            <numerusform>(l’un de %n)</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../rules/wording.py" />
        <source>none of all groups</source>
        <translation>(aucun)</translation>
    </message>
    <message numerus="yes">
        <location filename="../../rules/wording.py" />
        <source>any of %n groups</source>
        <translation>
            <numerusform>(l’un de %n)</numerusform>
            <numerusform>(l’un de %n)</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../rules/wording.py" />
        <source>protocol {number}</source>
        <translation>protocole {number}</translation>
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
            <numerusform>l’une de %n famille</numerusform>
            <numerusform>l’une de %n familles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../rules/wording.py" />
        <source>one of %n protocols</source>
        <translation>
            <numerusform>l’un de %n protocole</numerusform>
            <numerusform>l’un de %n protocoles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../rules/wording.py" />
        <source>one of %n types</source>
        <translation>
            <numerusform>l’un de %n type</numerusform>
            <numerusform>l’un de %n types</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../rules/wording.py" />
        <source>always</source>
        <translation>toujours</translation>
    </message>
    <message>
        <location filename="../../rules/wording.py" />
        <source>this once</source>
        <translation>cette fois seulement</translation>
    </message>
    <message>
        <location filename="../../rules/wording.py" />
        <source>until this process ends</source>
        <translation>jusqu’à la fin de ce processus</translation>
    </message>
    <message>
        <location filename="../../rules/wording.py" />
        <source>until restart</source>
        <translation>jusqu’au redémarrage</translation>
    </message>
    <message>
        <location filename="../../rules/wording.py" />
        <source>for {time}</source>
        <translation>pendant {time}</translation>
    </message>
    <message>
        <location filename="../../rules/wording.py" />
        <source>until a date</source>
        <translation>jusqu’à une date</translation>
    </message>
    <message>
        <location filename="../../rules/wording.py" />
        <source>until {date}</source>
        <translation>jusqu’au {date}</translation>
    </message>
    <message>
        <location filename="../../rules/wording.py" />
        <source>{count} seconds</source>
        <translation>{count} secondes</translation>
    </message>
    <message numerus="yes">
        <location filename="../../rules/wording.py" />
        <source>%n days</source>
        <translation>
            <numerusform>%n jour</numerusform>
            <numerusform>%n jours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../rules/wording.py" />
        <source>%n hours</source>
        <translation>
            <numerusform>%n heure</numerusform>
            <numerusform>%n heures</numerusform>
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
            <numerusform>%n seconde</numerusform>
            <numerusform>%n secondes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RuleDialog</name>
    <message>
        <location filename="../../gui/rules/dialog.py" />
        <source>New rule · snet</source>
        <translation>Nouvelle règle · snet</translation>
    </message>
    <message>
        <location filename="../../gui/rules/dialog.py" />
        <source>Edit rule · snet</source>
        <translation>Modifier la règle · snet</translation>
    </message>
    <message>
        <location filename="../../gui/rules/dialog.py" />
        <source>&amp;Test…</source>
        <translation>&amp;Tester…</translation>
    </message>
    <message>
        <location filename="../../gui/rules/dialog.py" />
        <source>What this rule would do, before it is kept (Ctrl+T)</source>
        <translation>Ce que ferait cette règle, avant de la garder (Ctrl+T)</translation>
    </message>
    <message>
        <location filename="../../gui/rules/dialog.py" />
        <source>No rule yet.</source>
        <translation>Pas encore de règle.</translation>
    </message>
    <message>
        <location filename="../../gui/rules/dialog.py" />
        <source>Keep the rule (Ctrl+Enter)</source>
        <translation>Garder la règle (Ctrl+Entrée)</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_row.py" />
        <source>▲ {problem}</source>
        <translation>▲ {problem}</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>Answer</source>
        <translation>Réponse</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>Program</source>
        <translation>Programme</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>May or may not</source>
        <translation>Peut ou ne peut pas</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>Remote address</source>
        <translation>Adresse distante</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>Remote host</source>
        <translation>Hôte distant</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>Remote port</source>
        <translation>Port distant</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>Protocol</source>
        <translation>Protocole</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>Holds</source>
        <translation>Durée</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>In force</source>
        <translation>En vigueur</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>Error of a deny</source>
        <translation>Erreur d’un refus</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>User</source>
        <translation>Utilisateur</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>Group</source>
        <translation>Groupe</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>Command line</source>
        <translation>Ligne de commande</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>Started by</source>
        <translation>Lancé par</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>Application</source>
        <translation>Application</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>Package</source>
        <translation>Paquet</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>Unit</source>
        <translation>Unité</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>Local address</source>
        <translation>Adresse locale</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>Local port</source>
        <translation>Port local</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>Interface</source>
        <translation>Interface</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>Family</source>
        <translation>Famille</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>Socket type</source>
        <translation>Type de socket</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>Network namespace</source>
        <translation>Espace de noms réseau</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>List file</source>
        <translation>Fichier de liste</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>Priority</source>
        <translation>Priorité</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>made of what the rule says</source>
        <translation>tiré de ce que dit la règle</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>What the program gets</source>
        <translation>Ce que le programme obtient</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>any · /usr/bin/curl · glob:/opt/** · regex:^/opt/</source>
        <translation>tous · /usr/bin/curl · glob:/opt/** · regex:^/opt/</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>anything · connect, sendmsg · listen</source>
        <translation>tout · connect, sendmsg · listen</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>any · 192.0.2.1 · 10.0.0.0/8 · 192.0.2.1-192.0.2.9</source>
        <translation>toutes · 192.0.2.1 · 10.0.0.0/8 · 192.0.2.1-192.0.2.9</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>any · example.com · *.example.com</source>
        <translation>tous · example.com · *.example.com</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>any · 443 · 80, 8000-8100</source>
        <translation>tous · 443 · 80, 8000-8100</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>any · tcp · tcp, udp</source>
        <translation>tous · tcp · tcp, udp</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>always · 15m · 1h30m · until 2030-01-02 03:04</source>
        <translation>toujours · 15m · 1h30m · until 2030-01-02 03:04</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>A rule that is not in force decides nothing</source>
        <translation>Une règle qui n’est pas en vigueur ne décide rien</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>EPERM · ECONNREFUSED</source>
        <translation>EPERM · ECONNREFUSED</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>any · anna · 1000, 1001</source>
        <translation>tous · anna · 1000, 1001</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>any · users · 100</source>
        <translation>tous · users · 100</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>any · glob:/usr/bin/python3 **</source>
        <translation>toutes · glob:/usr/bin/python3 **</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>anything · /usr/bin/bash</source>
        <translation>tout · /usr/bin/bash</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>any · org.mozilla.firefox</source>
        <translation>toutes · org.mozilla.firefox</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>any · curl</source>
        <translation>tous · curl</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>any · apt-daily.service · glob:user@*</source>
        <translation>toutes · apt-daily.service · glob:user@*</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>any · 64 hexadecimal digits</source>
        <translation>toutes · 64 chiffres hexadécimaux</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>any · 127.0.0.0/8 · unix:/run/x</source>
        <translation>toutes · 127.0.0.0/8 · unix:/run/x</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>any · 8080 · 8000-8100</source>
        <translation>tous · 8080 · 8000-8100</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>any · wlan0</source>
        <translation>toutes · wlan0</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>any · inet, inet6 · unix</source>
        <translation>toutes · inet, inet6 · unix</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>any · stream · dgram</source>
        <translation>tous · stream · dgram</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>any · 4026531840</source>
        <translation>tous · 4026531840</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>none · hosts:/etc/blocked</source>
        <translation>aucune · hosts:/etc/blocked</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>0 · the higher wins</source>
        <translation>0 · la plus haute l’emporte</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>why this rule is here</source>
        <translation>pourquoi cette règle existe</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>Allow</source>
        <translation>Autoriser</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>Deny</source>
        <translation>Refuser</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>Yes</source>
        <translation>Oui</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>No</source>
        <translation>Non</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>always</source>
        <translation>toujours</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>until restart</source>
        <translation>jusqu’au redémarrage</translation>
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
        <translation>tout</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>connect</source>
        <translation>se connecter</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>listen</source>
        <translation>attendre des connexions</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>be called</source>
        <translation>recevoir des connexions</translation>
    </message>
    <message>
        <location filename="../../gui/rules/field_texts.py" />
        <source>any</source>
        <translation>tous</translation>
    </message>
    <message>
        <location filename="../../gui/rules/form.py" />
        <source>&amp;More conditions</source>
        <translation>&amp;Plus de conditions</translation>
    </message>
    <message>
        <location filename="../../gui/rules/form.py" />
        <source>Everything else that a rule can ask for</source>
        <translation>Tout ce qu’une règle peut demander d’autre</translation>
    </message>
</context>
<context>
    <name>Rules</name>
    <message>
        <location filename="../../gui/rules/columns.py" />
        <source>Rule</source>
        <translation>Règle</translation>
    </message>
    <message>
        <location filename="../../gui/rules/columns.py" />
        <location filename="../../gui/rules/filters.py" />
        <source>Answer</source>
        <translation>Réponse</translation>
    </message>
    <message>
        <location filename="../../gui/rules/columns.py" />
        <source>Holds</source>
        <translation>Durée</translation>
    </message>
    <message>
        <location filename="../../gui/rules/columns.py" />
        <source>From</source>
        <translation>Origine</translation>
    </message>
    <message>
        <location filename="../../gui/rules/columns.py" />
        <source>Made</source>
        <translation>Créée</translation>
    </message>
    <message>
        <location filename="../../gui/rules/columns.py" />
        <source>Last used</source>
        <translation>Dernière utilisation</translation>
    </message>
    <message>
        <location filename="../../gui/rules/columns.py" />
        <source>Used</source>
        <translation>Utilisée</translation>
    </message>
    <message>
        <location filename="../../gui/rules/commands.py" />
        <source>Deleted: {name}</source>
        <translation>Supprimée : {name}</translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/rules/commands.py" />
        <source>%Ln rules deleted</source>
        <translation>
            <numerusform>%Ln règle supprimée</numerusform>
            <numerusform>%Ln règles supprimées</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../gui/rules/commands.py" />
        <source>Switched off: {name}</source>
        <translation>Désactivée : {name}</translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/rules/commands.py" />
        <source>%Ln rules switched off</source>
        <translation>
            <numerusform>%Ln règle désactivée</numerusform>
            <numerusform>%Ln règles désactivées</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../gui/rules/deeds.py" />
        <source>&amp;New rule…</source>
        <translation>&amp;Nouvelle règle…</translation>
    </message>
    <message>
        <location filename="../../gui/rules/deeds.py" />
        <source>&amp;Edit…</source>
        <translation>&amp;Modifier…</translation>
    </message>
    <message>
        <location filename="../../gui/rules/deeds.py" />
        <source>Make a rule</source>
        <translation>Créer une règle</translation>
    </message>
    <message>
        <location filename="../../gui/rules/deeds.py" />
        <source>Change this rule</source>
        <translation>Modifier cette règle</translation>
    </message>
    <message>
        <location filename="../../gui/rules/deeds.py" />
        <source>&amp;Switch on or off</source>
        <translation>&amp;Activer ou désactiver</translation>
    </message>
    <message>
        <location filename="../../gui/rules/deeds.py" />
        <source>Switch the selected rules on, or off if all of them are on</source>
        <translation>Activer les règles sélectionnées, ou les désactiver si toutes sont actives</translation>
    </message>
    <message>
        <location filename="../../gui/rules/deeds.py" />
        <source>D&amp;uplicate</source>
        <translation>&amp;Dupliquer</translation>
    </message>
    <message>
        <location filename="../../gui/rules/deeds.py" />
        <source>Make copies, switched off</source>
        <translation>Créer des copies désactivées</translation>
    </message>
    <message>
        <location filename="../../gui/rules/deeds.py" />
        <source>&amp;Delete</source>
        <translation>&amp;Supprimer</translation>
    </message>
    <message>
        <location filename="../../gui/rules/deeds.py" />
        <source>Forget the selected rules</source>
        <translation>Oublier les règles sélectionnées</translation>
    </message>
    <message>
        <location filename="../../gui/rules/deeds.py" />
        <source>&amp;Undo</source>
        <translation>Ann&amp;uler</translation>
    </message>
    <message>
        <location filename="../../gui/rules/deeds.py" />
        <source>Take back what was done</source>
        <translation>Revenir sur ce qui a été fait</translation>
    </message>
    <message>
        <location filename="../../gui/rules/deeds.py" />
        <source>&amp;Only this program</source>
        <translation>Seulement ce &amp;programme</translation>
    </message>
    <message>
        <location filename="../../gui/rules/deeds.py" />
        <source>Show the rules of this program only</source>
        <translation>N’afficher que les règles de ce programme</translation>
    </message>
    <message>
        <location filename="../../gui/rules/deeds.py" />
        <source>&amp;Test…</source>
        <translation>&amp;Tester…</translation>
    </message>
    <message>
        <location filename="../../gui/rules/deeds.py" />
        <source>Which rule decides an event, and why no other does</source>
        <translation>Quelle règle décide d’un événement, et pourquoi aucune autre</translation>
    </message>
    <message>
        <location filename="../../gui/rules/deeds.py" />
        <source>T&amp;idy up</source>
        <translation>Ne&amp;ttoyer</translation>
    </message>
    <message>
        <location filename="../../gui/rules/deeds.py" />
        <source>Rules that are not needed, each with what to do about it</source>
        <translation>Les règles inutiles, chacune avec son remède</translation>
    </message>
    <message>
        <location filename="../../gui/rules/deeds.py" />
        <source>&amp;Find</source>
        <translation>&amp;Rechercher</translation>
    </message>
    <message>
        <location filename="../../gui/rules/deeds.py" />
        <source>Show &amp;all</source>
        <translation>Tout a&amp;fficher</translation>
    </message>
    <message>
        <location filename="../../gui/rules/deeds.py" />
        <source>&amp;Close</source>
        <translation>Fer&amp;mer</translation>
    </message>
    <message>
        <location filename="../../gui/rules/deeds.py" />
        <source>Hide t&amp;idying</source>
        <translation>Masquer le ne&amp;ttoyage</translation>
    </message>
    <message>
        <location filename="../../gui/rules/draft.py" />
        <source>{name} (copy)</source>
        <translation>{name} (copie)</translation>
    </message>
    <message>
        <location filename="../../gui/rules/filters.py" />
        <source>Search rules</source>
        <translation>Rechercher des règles</translation>
    </message>
    <message>
        <location filename="../../gui/rules/filters.py" />
        <source>Words in any order (Ctrl+F)</source>
        <translation>Mots dans n’importe quel ordre (Ctrl+F)</translation>
    </message>
    <message>
        <location filename="../../gui/rules/filters.py" />
        <source>Lifetime</source>
        <translation>Durée</translation>
    </message>
    <message>
        <location filename="../../gui/rules/filters.py" />
        <source>Origin</source>
        <translation>Origine</translation>
    </message>
    <message>
        <location filename="../../gui/rules/filters.py" />
        <source>Switched on or off</source>
        <translation>Activée ou désactivée</translation>
    </message>
    <message>
        <location filename="../../gui/rules/filters.py" />
        <source>Show all</source>
        <translation>Tout afficher</translation>
    </message>
    <message>
        <location filename="../../gui/rules/filters.py" />
        <source>Search for nothing, leave nothing out (Esc)</source>
        <translation>Ne rien chercher, ne rien laisser de côté (Échap)</translation>
    </message>
    <message>
        <location filename="../../gui/rules/filters.py" />
        <source>Any answer</source>
        <translation>Toute réponse</translation>
    </message>
    <message>
        <location filename="../../gui/rules/filters.py" />
        <source>Allow</source>
        <translation>Autoriser</translation>
    </message>
    <message>
        <location filename="../../gui/rules/filters.py" />
        <source>Deny</source>
        <translation>Refuser</translation>
    </message>
    <message>
        <location filename="../../gui/rules/filters.py" />
        <source>Any lifetime</source>
        <translation>Toute durée</translation>
    </message>
    <message>
        <location filename="../../gui/rules/filters.py" />
        <source>Temporary</source>
        <translation>Temporaire</translation>
    </message>
    <message>
        <location filename="../../gui/rules/filters.py" />
        <source>Any origin</source>
        <translation>Toute origine</translation>
    </message>
    <message>
        <location filename="../../gui/rules/filters.py" />
        <source>On and off</source>
        <translation>Actives et inactives</translation>
    </message>
    <message>
        <location filename="../../gui/rules/filters.py" />
        <source>On</source>
        <translation>Actives</translation>
    </message>
    <message>
        <location filename="../../gui/rules/filters.py" />
        <source>Off</source>
        <translation>Inactives</translation>
    </message>
    <message>
        <location filename="../../gui/rules/model.py" />
        <source>{rule} Switched off.</source>
        <translation>{rule} Désactivée.</translation>
    </message>
    <message>
        <location filename="../../gui/rules/pick.py" />
        <source>The rules changed meanwhile; choose again.</source>
        <translation>Les règles ont changé entre-temps ; choisissez à nouveau.</translation>
    </message>
    <message>
        <location filename="../../gui/rules/program_box.py" />
        <source>Program</source>
        <translation>Programme</translation>
    </message>
    <message>
        <location filename="../../gui/rules/program_box.py" />
        <source>The whole path of one program, then Enter</source>
        <translation>Le chemin complet d’un programme, puis Entrée</translation>
    </message>
    <message>
        <location filename="../../gui/rules/program_box.py" />
        <source>Any program</source>
        <translation>Tout programme</translation>
    </message>
    <message>
        <location filename="../../gui/rules/texts.py" />
        <source>✓ Allow</source>
        <translation>✓ Autoriser</translation>
    </message>
    <message>
        <location filename="../../gui/rules/texts.py" />
        <source>✕ Deny</source>
        <translation>✕ Refuser</translation>
    </message>
    <message>
        <location filename="../../gui/rules/texts.py" />
        <source>a person</source>
        <translation>une personne</translation>
    </message>
    <message>
        <location filename="../../gui/rules/texts.py" />
        <source>learned</source>
        <translation>apprise</translation>
    </message>
    <message>
        <location filename="../../gui/rules/texts.py" />
        <source>imported</source>
        <translation>importée</translation>
    </message>
    <message>
        <location filename="../../gui/rules/texts.py" />
        <source>shipped</source>
        <translation>fournie</translation>
    </message>
    <message>
        <location filename="../../gui/rules/texts.py" />
        <source>Once</source>
        <translation>Une fois</translation>
    </message>
    <message>
        <location filename="../../gui/rules/texts.py" />
        <source>This process</source>
        <translation>Ce processus</translation>
    </message>
    <message>
        <location filename="../../gui/rules/texts.py" />
        <source>Until restart</source>
        <translation>Jusqu’au redémarrage</translation>
    </message>
    <message>
        <location filename="../../gui/rules/texts.py" />
        <source>For a time</source>
        <translation>Pour un temps</translation>
    </message>
    <message>
        <location filename="../../gui/rules/texts.py" />
        <source>Until a date</source>
        <translation>Jusqu’à une date</translation>
    </message>
    <message>
        <location filename="../../gui/rules/texts.py" />
        <source>Always</source>
        <translation>Toujours</translation>
    </message>
    <message>
        <location filename="../../gui/rules/texts.py" />
        <source>never</source>
        <translation>jamais</translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/rules/texts.py" />
        <source>%Ln s left</source>
        <translation>
            <numerusform>reste %Ln s</numerusform>
            <numerusform>reste %Ln s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/rules/texts.py" />
        <source>%Ln min left</source>
        <translation>
            <numerusform>reste %Ln min</numerusform>
            <numerusform>reste %Ln min</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../gui/rules/texts.py" />
        <source>{h} h {m} min left</source>
        <translation>reste {h} h {m} min</translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/rules/texts.py" />
        <source>%Ln days left</source>
        <translation>
            <numerusform>reste %Ln jour</numerusform>
            <numerusform>reste %Ln jours</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../gui/rules/view.py" />
        <source>Rules</source>
        <translation>Règles</translation>
    </message>
    <message>
        <location filename="../../gui/rules/window.py" />
        <source>Rules · snet</source>
        <translation>Règles · snet</translation>
    </message>
    <message>
        <location filename="../../gui/rules/window.py" />
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/rules/window.py" />
        <source>%Ln rules</source>
        <translation>
            <numerusform>%Ln règle</numerusform>
            <numerusform>%Ln règles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/rules/window.py" />
        <source>%Ln rules found</source>
        <translation>
            <numerusform>%Ln règle trouvée</numerusform>
            <numerusform>%Ln règles trouvées</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../gui/rules/window.py" />
        <source>Nothing is remembered yet.
An answer that holds longer than once makes a rule.</source>
        <translation>Rien n’est encore mémorisé.
Une réponse qui dure plus d’une fois crée une règle.</translation>
    </message>
    <message>
        <location filename="../../gui/rules/window.py" />
        <source>No rule is like that.</source>
        <translation>Aucune règle ne correspond.</translation>
    </message>
</context>
<context>
    <name>Said</name>
    <message>
        <location filename="../../model/said.py" />
        <source>{some} or {other}</source>
        <translation>{some} ou {other}</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <location filename="../../gui/settings/asking_page.py" />
        <source>Deny it</source>
        <translation>Refuser</translation>
    </message>
    <message>
        <location filename="../../gui/settings/asking_page.py" />
        <source>Allow it</source>
        <translation>Autoriser</translation>
    </message>
    <message>
        <location filename="../../gui/settings/asking_page.py" />
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <location filename="../../gui/settings/asking_page.py" />
        <source>Programs that connect to other computers</source>
        <translation>Programmes qui se connectent à d’autres ordinateurs</translation>
    </message>
    <message>
        <location filename="../../gui/settings/asking_page.py" />
        <source>Always: this is what snet is for.</source>
        <translation>Toujours : snet est là pour cela.</translation>
    </message>
    <message>
        <location filename="../../gui/settings/asking_page.py" />
        <location filename="../../gui/settings/window.py" />
        <source>Asking</source>
        <translation>Questions</translation>
    </message>
    <message>
        <location filename="../../gui/settings/asking_page.py" />
        <source>What to ask about</source>
        <translation>À quel sujet demander</translation>
    </message>
    <message>
        <location filename="../../gui/settings/asking_page.py" />
        <source>When no rule decides</source>
        <translation>Quand aucune règle ne décide</translation>
    </message>
    <message>
        <location filename="../../gui/settings/asking_page.py" />
        <source>If nobody answers</source>
        <translation>Si personne ne répond</translation>
    </message>
    <message>
        <location filename="../../gui/settings/asking_page.py" />
        <source>This one call only: no rule is made. The question is kept among the missed ones.</source>
        <translation>Pour ce seul appel : aucune règle n’est créée. La question est gardée parmi les questions manquées.</translation>
    </message>
    <message>
        <location filename="../../gui/settings/asking_page.py" />
        <source>Time to answer</source>
        <translation>Temps pour répondre</translation>
    </message>
    <message>
        <location filename="../../gui/settings/asking_page.py" />
        <source>A program is held for so long. While you read, for longer.</source>
        <translation>Un programme est retenu aussi longtemps. Pendant que vous lisez, plus longtemps.</translation>
    </message>
    <message>
        <location filename="../../gui/settings/asking_page.py" />
        <source>Programs that others can reach</source>
        <translation>Programmes que d’autres peuvent joindre</translation>
    </message>
    <message>
        <location filename="../../gui/settings/asking_page.py" />
        <source>Waiting for connections and taking them. Off: every program may, unless a rule denies it.</source>
        <translation>Attendre des connexions et les accepter. Désactivé : tout programme le peut, sauf si une règle le refuse.</translation>
    </message>
    <message>
        <location filename="../../gui/settings/asking_page.py" />
        <source>Data sent without a connection (UDP)</source>
        <translation>Données envoyées sans connexion (UDP)</translation>
    </message>
    <message>
        <location filename="../../gui/settings/asking_page.py" />
        <source>Name lookups, calls, games. Off: such data leaves this computer unasked.</source>
        <translation>Résolution de noms, appels, jeux. Désactivé : ces données quittent cet ordinateur sans question.</translation>
    </message>
    <message>
        <location filename="../../gui/settings/asking_page.py" />
        <source>Connections within this computer</source>
        <translation>Connexions internes à cet ordinateur</translation>
    </message>
    <message>
        <location filename="../../gui/settings/asking_page.py" />
        <source>Programs here that talk to each other, by addresses such as 127.0.0.1. On: more questions, about little that leaves.</source>
        <translation>Les programmes d’ici qui se parlent, par des adresses comme 127.0.0.1. Activé : plus de questions, sur peu de choses qui sortent.</translation>
    </message>
    <message>
        <location filename="../../gui/settings/asking_page.py" />
        <source>Sockets of all other kinds</source>
        <translation>Sockets de tous les autres genres</translation>
    </message>
    <message>
        <location filename="../../gui/settings/asking_page.py" />
        <source>UNIX, netlink, Bluetooth and more. On: very many questions, since every desktop lives of them.</source>
        <translation>UNIX, netlink, Bluetooth et d’autres. Activé : énormément de questions, car tout bureau en vit.</translation>
    </message>
    <message>
        <location filename="../../gui/settings/history_page.py" />
        <source>Days that decisions are kept</source>
        <translation>Nombre de jours de conservation des décisions</translation>
    </message>
    <message>
        <location filename="../../gui/settings/history_page.py" />
        <source> MB</source>
        <translation> Mo</translation>
    </message>
    <message>
        <location filename="../../gui/settings/history_page.py" />
        <source>Megabytes that decisions may take</source>
        <translation>Mégaoctets que les décisions peuvent occuper</translation>
    </message>
    <message>
        <location filename="../../gui/settings/history_page.py" />
        <source>Forget old decisions after</source>
        <translation>Oublier les anciennes décisions après</translation>
    </message>
    <message>
        <location filename="../../gui/settings/history_page.py" />
        <source>Off: they are kept for ever, as far as there is room.</source>
        <translation>Désactivé : elles sont gardées pour toujours, s’il y a de la place.</translation>
    </message>
    <message>
        <location filename="../../gui/settings/history_page.py" />
        <source>Take no more room than</source>
        <translation>Ne pas occuper plus de</translation>
    </message>
    <message>
        <location filename="../../gui/settings/history_page.py" />
        <source>Above it, the oldest decisions are forgotten first.</source>
        <translation>Au-delà, les plus anciennes décisions sont oubliées en premier.</translation>
    </message>
    <message>
        <location filename="../../gui/settings/history_page.py" />
        <location filename="../../gui/settings/window.py" />
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/settings/history_page.py" />
        <source> days</source>
        <translation>
            <numerusform> jour</numerusform>
            <numerusform> jours</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../gui/settings/mode_box.py" />
        <source>The program is held until you answer.</source>
        <translation>Le programme est retenu jusqu’à votre réponse.</translation>
    </message>
    <message>
        <location filename="../../gui/settings/mode_box.py" />
        <source>All that you would be asked about is allowed. A rule for it is made, marked as learned, for you to look over.</source>
        <translation>Tout ce qui vous serait demandé est autorisé. Une règle est créée, marquée comme apprise, que vous pourrez revoir.</translation>
    </message>
    <message>
        <location filename="../../gui/settings/mode_box.py" />
        <source>All that you would be asked about is denied.</source>
        <translation>Tout ce qui vous serait demandé est refusé.</translation>
    </message>
    <message>
        <location filename="../../gui/settings/mode_box.py" />
        <source>All that you would be asked about is allowed. Choose another to end the pause.</source>
        <translation>Tout ce qui vous serait demandé est autorisé. Choisissez autre chose pour finir la pause.</translation>
    </message>
    <message>
        <location filename="../../gui/settings/mode_box.py" />
        <source>Ask me</source>
        <translation>Me demander</translation>
    </message>
    <message>
        <location filename="../../gui/settings/mode_box.py" />
        <source>Learn for a day</source>
        <translation>Apprendre pendant un jour</translation>
    </message>
    <message>
        <location filename="../../gui/settings/mode_box.py" />
        <source>Learn until I end it</source>
        <translation>Apprendre jusqu’à ce que j’arrête</translation>
    </message>
    <message>
        <location filename="../../gui/settings/mode_box.py" />
        <source>Deny (locked)</source>
        <translation>Refuser (verrouillé)</translation>
    </message>
    <message>
        <location filename="../../gui/settings/mode_box.py" />
        <source>Paused, {left}</source>
        <translation>En pause, {left}</translation>
    </message>
    <message>
        <location filename="../../gui/settings/mode_box.py" />
        <source>Learning, {left}</source>
        <translation>Apprentissage, {left}</translation>
    </message>
    <message>
        <location filename="../../gui/settings/row.py" />
        <source>⚠ Not changed: {why}</source>
        <translation>⚠ Pas modifié : {why}</translation>
    </message>
    <message>
        <location filename="../../gui/settings/screen_page.py" />
        <source>Show…</source>
        <translation>Afficher…</translation>
    </message>
    <message>
        <location filename="../../gui/settings/screen_page.py" />
        <source>Look of the windows</source>
        <translation>Apparence des fenêtres</translation>
    </message>
    <message>
        <location filename="../../gui/settings/screen_page.py" />
        <source>First steps</source>
        <translation>Premiers pas</translation>
    </message>
    <message>
        <location filename="../../gui/settings/screen_page.py" />
        <source>The questions of the first start, once more.</source>
        <translation>Les questions du premier démarrage, une nouvelle fois.</translation>
    </message>
    <message>
        <location filename="../../gui/settings/screen_page.py" />
        <source>A sound when a question appears</source>
        <translation>Un son quand une question apparaît</translation>
    </message>
    <message>
        <location filename="../../gui/settings/screen_page.py" />
        <source>A sound when nobody answered one</source>
        <translation>Un son quand personne n’a répondu</translation>
    </message>
    <message>
        <location filename="../../gui/settings/screen_page.py" />
        <source>Notifications</source>
        <translation>Notifications</translation>
    </message>
    <message>
        <location filename="../../gui/settings/screen_page.py" />
        <source>Of questions that nobody answered, of those that wait where you may not see them, and of what is wrong.</source>
        <translation>Pour les questions restées sans réponse, pour celles qui attendent là où vous pourriez ne pas les voir, et pour ce qui ne va pas.</translation>
    </message>
    <message>
        <location filename="../../gui/settings/screen_page.py" />
        <source>Listen</source>
        <translation>Écouter</translation>
    </message>
    <message>
        <location filename="../../gui/settings/screen_page.py" />
        <source>Sounds and notifications</source>
        <translation>Sons et notifications</translation>
    </message>
    <message>
        <location filename="../../gui/settings/screen_page.py" />
        <source>This desktop</source>
        <translation>Ce bureau</translation>
    </message>
    <message>
        <location filename="../../gui/settings/screen_page.py" />
        <source>Start when I log in</source>
        <translation>Démarrer à l’ouverture de session</translation>
    </message>
    <message>
        <location filename="../../gui/settings/screen_page.py" />
        <source>Off: programs are not asked about until you start snet.</source>
        <translation>Désactivé : aucune question tant que vous n’avez pas lancé snet.</translation>
    </message>
    <message>
        <location filename="../../gui/settings/screen_page.py" />
        <source>As the desktop</source>
        <translation>Comme le bureau</translation>
    </message>
    <message>
        <location filename="../../gui/settings/screen_page.py" />
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <location filename="../../gui/settings/screen_page.py" />
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <location filename="../../gui/settings/window.py" />
        <source>Settings · snet</source>
        <translation>Paramètres · snet</translation>
    </message>
    <message>
        <location filename="../../gui/settings/window.py" />
        <source>Desktop</source>
        <translation>Bureau</translation>
    </message>
    <message>
        <location filename="../../gui/settings/window.py" />
        <source>Pages of settings</source>
        <translation>Pages des paramètres</translation>
    </message>
</context>
<context>
    <name>Source</name>
    <message>
        <location filename="../../engine/link.py" />
        <source>snet stopped by a fault of its own ({fault}): start it again.</source>
        <translation>snet s’est arrêté à cause d’une erreur interne ({fault}) : relancez-le.</translation>
    </message>
    <message>
        <location filename="../../engine/link.py" />
        <source>The verdict delay and policy could not be set: {why}</source>
        <translation>Le temps pour répondre et la règle par défaut n’ont pas pu être définis : {why}</translation>
    </message>
    <message>
        <location filename="../../engine/link.py" />
        <source>The connection to the event source broke; it is being made again.</source>
        <translation>La connexion à la source d’événements est rompue ; elle est en cours de rétablissement.</translation>
    </message>
    <message>
        <location filename="../../source/kernel/refusal.py" />
        <source>the kernel module snet is not loaded: load it as root with 'modprobe snet' (in a container, use snet on the host)</source>
        <translation>le module du noyau snet n’est pas chargé : chargez-le en tant que root avec « modprobe snet » (dans un conteneur, utilisez snet sur l’hôte)</translation>
    </message>
    <message>
        <location filename="../../source/kernel/refusal.py" />
        <source>the kernel module snet was unloaded: load it again with 'modprobe snet'</source>
        <translation>le module du noyau snet a été déchargé : rechargez-le avec « modprobe snet »</translation>
    </message>
    <message>
        <location filename="../../source/kernel/refusal.py" />
        <source>the module is the older one: install the module that comes with this program, then 'rmmod snet &amp;&amp; modprobe snet'</source>
        <translation>le module est le plus ancien : installez le module fourni avec ce programme, puis « rmmod snet &amp;&amp; modprobe snet »</translation>
    </message>
    <message>
        <location filename="../../source/kernel/refusal.py" />
        <source>this program is the older one: upgrade it to the module's version</source>
        <translation>ce programme est le plus ancien : mettez-le à la version du module</translation>
    </message>
    <message>
        <location filename="../../source/kernel/refusal.py" />
        <source>the kernel module snet {version} speaks protocol {theirs} and this program protocol {ours}: {way_out}</source>
        <translation>le module du noyau snet {version} parle le protocole {theirs} et ce programme le protocole {ours} : {way_out}</translation>
    </message>
    <message>
        <location filename="../../source/kernel/refusal.py" />
        <source>the kernel module snet speaks another protocol than this program's {ours}: install both from the same release, then reload the module</source>
        <translation>le module du noyau snet parle un autre protocole que ce programme ({ours}) : installez les deux de la même version, puis rechargez le module</translation>
    </message>
    <message>
        <location filename="../../source/kernel/refusal.py" />
        <source>the kernel module snet does not know {command}: it is older than this program; install both from the same release, then reload the module</source>
        <translation>le module du noyau snet ne connaît pas {command} : il est plus ancien que ce programme ; installez les deux de la même version, puis rechargez le module</translation>
    </message>
    <message>
        <location filename="../../source/kernel/refusal.py" />
        <source>another program is snet's agent already: end that one first</source>
        <translation>un autre programme est déjà l’agent de snet : terminez-le d’abord</translation>
    </message>
    <message>
        <location filename="../../source/kernel/refusal.py" />
        <source>that event is not pending any more</source>
        <translation>cet événement n’est plus en attente</translation>
    </message>
    <message>
        <location filename="../../source/kernel/refusal.py" />
        <source>not permitted ({why}): the kernel module asks for CAP_NET_ADMIN outside of any user namespace; run this as root</source>
        <translation>non autorisé ({why}) : le module du noyau exige CAP_NET_ADMIN hors de tout espace de noms utilisateur ; exécutez ceci en tant que root</translation>
    </message>
    <message>
        <location filename="../../source/kernel/refusal.py" />
        <source>not permitted: the kernel module asks for CAP_NET_ADMIN outside of any user namespace; run this as root</source>
        <translation>non autorisé : le module du noyau exige CAP_NET_ADMIN hors de tout espace de noms utilisateur ; exécutez ceci en tant que root</translation>
    </message>
    <message>
        <location filename="../../source/kernel/source.py" />
        <source>kernel module</source>
        <translation>module du noyau</translation>
    </message>
    <message>
        <location filename="../../source/kernel/source.py" />
        <source>kernel module {version}</source>
        <translation>module du noyau {version}</translation>
    </message>
    <message>
        <location filename="../../source/recording.py" />
        <source>The verdict delay must be 1 to {most} seconds.</source>
        <translation>Le temps pour répondre doit être de 1 à {most} secondes.</translation>
    </message>
    <message>
        <location filename="../../source/seccomp/source.py" />
        <source>The program that was covered has ended.</source>
        <translation>Le programme surveillé s’est terminé.</translation>
    </message>
    <message>
        <location filename="../../source/seccomp/source.py" />
        <source>The program can't be supervised: {why}</source>
        <translation>Le programme ne peut pas être surveillé : {why}</translation>
    </message>
    <message>
        <location filename="../../source/seccomp/source.py" />
        <source>verdict delay {given}: give 1 to {most} s</source>
        <translation>temps pour répondre {given} : indiquez de 1 à {most} s</translation>
    </message>
</context>
<context>
    <name>State</name>
    <message numerus="yes">
        <location filename="../../gui/state.py" />
        <source>%Ln questions wait for you</source>
        <translation>
            <numerusform>Une question vous attend</numerusform>
            <numerusform>%Ln questions vous attendent</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../gui/state.py" />
        <source>Paused: what no rule denies passes, {left}</source>
        <translation>En pause : ce qu’aucune règle ne refuse passe, {left}</translation>
    </message>
    <message>
        <location filename="../../gui/state.py" />
        <source>Learning: what no rule denies passes and is noted, {left}</source>
        <translation>Apprentissage : ce qu’aucune règle ne refuse passe et est noté, {left}</translation>
    </message>
    <message>
        <location filename="../../gui/state.py" />
        <source>Not connected</source>
        <translation>Non connecté</translation>
    </message>
    <message>
        <location filename="../../gui/state.py" />
        <source>Everything is blocked</source>
        <translation>Tout est bloqué</translation>
    </message>
    <message>
        <location filename="../../gui/state.py" />
        <source>Learning: what no rule denies passes and is noted</source>
        <translation>Apprentissage : ce qu’aucune règle ne refuse passe et est noté</translation>
    </message>
    <message>
        <location filename="../../gui/state.py" />
        <source>Locked: only what a rule allows passes</source>
        <translation>Verrouillé : seul passe ce qu’une règle autorise</translation>
    </message>
    <message>
        <location filename="../../gui/state.py" />
        <source>Asking about what no rule decides</source>
        <translation>Demande quand aucune règle ne décide</translation>
    </message>
    <message>
        <location filename="../../gui/state.py" />
        <source>until you end it</source>
        <translation>jusqu’à ce que vous l’arrêtiez</translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/state.py" />
        <source>%Ln min left</source>
        <translation>
            <numerusform>reste %Ln min</numerusform>
            <numerusform>reste %Ln min</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../gui/state.py" />
        <source>{h} h {m} min left</source>
        <translation>reste {h} h {m} min</translation>
    </message>
    <message>
        <location filename="../../gui/state.py" />
        <source>The engine has not reported yet.</source>
        <translation>Le pare-feu ne s’est pas encore manifesté.</translation>
    </message>
    <message>
        <location filename="../../gui/state.py" />
        <source>There is no source of events.</source>
        <translation>Il n’y a pas de source d’événements.</translation>
    </message>
    <message>
        <location filename="../../gui/state.py" />
        <source>then denied</source>
        <translation>puis refusé</translation>
    </message>
    <message>
        <location filename="../../gui/state.py" />
        <source>then allowed</source>
        <translation>puis autorisé</translation>
    </message>
    <message>
        <location filename="../../gui/state.py" />
        <source>{source} · an unanswered call waits {n} s, {policy}</source>
        <translation>{source} · un appel sans réponse attend {n} s, {policy}</translation>
    </message>
    <message>
        <location filename="../../gui/state.py" />
        <source>Rules: {rules} · Missed: {missed} · Decided: {decided}</source>
        <translation>Règles : {rules} · Manquées : {missed} · Décidées : {decided}</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <location filename="../../gui/status_window.py" />
        <source>Status · snet</source>
        <translation>État · snet</translation>
    </message>
    <message>
        <location filename="../../gui/status_window.py" />
        <source>Mode and more</source>
        <translation>Mode et autres</translation>
    </message>
</context>
<context>
    <name>Store</name>
    <message>
        <location filename="../../engine/log.py" />
        <source>The history is not written now: {why}. {count} decisions wait in memory for it.</source>
        <translation>L’historique n’est pas écrit en ce moment : {why}. Décisions en attente en mémoire : {count}.</translation>
    </message>
    <message>
        <location filename="../../engine/log.py" />
        <source>{count} decisions are not in the history: it could not be written for too long.</source>
        <translation>Décisions absentes de l’historique : {count}. Il n’a pas pu être écrit pendant trop longtemps.</translation>
    </message>
    <message>
        <location filename="../../store/database.py" />
        <source>{problem}. It was set aside as {file} and a new one was begun.</source>
        <translation>{problem}. Il a été mis de côté sous {file} et un nouveau a été commencé.</translation>
    </message>
    <message>
        <location filename="../../store/database.py" />
        <source>{file} was deleted or replaced while in use.</source>
        <translation>{file} a été supprimé ou remplacé pendant son utilisation.</translation>
    </message>
    <message>
        <location filename="../../store/database.py" />
        <source>{file} was deleted while in use and has been brought back.</source>
        <translation>{file} a été supprimé pendant son utilisation et rétabli.</translation>
    </message>
    <message>
        <location filename="../../store/faults.py" />
        <source>the disk is full: free some space</source>
        <translation>le disque est plein : libérez de la place</translation>
    </message>
    <message>
        <location filename="../../store/faults.py" />
        <source>it is read-only: make the file and its directory writable</source>
        <translation>il est en lecture seule : rendez le fichier et son dossier modifiables</translation>
    </message>
    <message>
        <location filename="../../store/faults.py" />
        <source>another program has locked it: close that program</source>
        <translation>un autre programme l’a verrouillé : fermez-le</translation>
    </message>
    <message>
        <location filename="../../store/faults.py" />
        <source>the disk reports an error: look at the system's log</source>
        <translation>le disque signale une erreur : consultez le journal du système</translation>
    </message>
    <message>
        <location filename="../../store/faults.py" />
        <source>it can't be opened: look at its directory and its permissions</source>
        <translation>il ne peut pas être ouvert : vérifiez son dossier et ses droits</translation>
    </message>
    <message>
        <location filename="../../store/faults.py" />
        <source>access is denied: look at its owner and its permissions</source>
        <translation>accès refusé : vérifiez son propriétaire et ses droits</translation>
    </message>
    <message>
        <location filename="../../store/faults.py" />
        <source>memory ran out: close other programs</source>
        <translation>la mémoire est épuisée : fermez d’autres programmes</translation>
    </message>
    <message>
        <location filename="../../store/faults.py" />
        <source>its tables are not as snet made them</source>
        <translation>ses tables ne sont pas telles que snet les a créées</translation>
    </message>
    <message>
        <location filename="../../store/faults.py" />
        <source>{file} is damaged ({fault})</source>
        <translation>{file} est endommagé ({fault})</translation>
    </message>
    <message>
        <location filename="../../store/faults.py" />
        <source>{file} can't be used, {reason} ({fault})</source>
        <translation>{file} est inutilisable, {reason} ({fault})</translation>
    </message>
    <message>
        <location filename="../../store/faults.py" />
        <source>{problem}. Until then the rules live in memory only.</source>
        <translation>{problem}. D’ici là, les règles ne vivent qu’en mémoire.</translation>
    </message>
    <message>
        <location filename="../../store/faults.py" />
        <source>{problem}. Until then the history lives in memory only.</source>
        <translation>{problem}. D’ici là, l’historique ne vit qu’en mémoire.</translation>
    </message>
    <message>
        <location filename="../../store/faults.py" />
        <source>{file} is read-only: changes of the rules are refused.</source>
        <translation>{file} est en lecture seule : les modifications des règles sont refusées.</translation>
    </message>
    <message>
        <location filename="../../store/faults.py" />
        <source>{file} is read-only: changes of the history are refused.</source>
        <translation>{file} est en lecture seule : les modifications de l’historique sont refusées.</translation>
    </message>
    <message>
        <location filename="../../store/faults.py" />
        <source>{file} can't be used: {why}</source>
        <translation>{file} est inutilisable : {why}</translation>
    </message>
</context>
<context>
    <name>TestRule</name>
    <message>
        <location filename="../../gui/rules/testing/event_fields.py" />
        <source>{text} is no namespace; write the number of its inode</source>
        <translation>{text} n’est pas un espace de noms ; écrivez le numéro de son inode</translation>
    </message>
    <message>
        <location filename="../../gui/rules/testing/event_fields.py" />
        <source>{text} is no address; write 192.0.2.1, 2001:db8::1 or unix:/x</source>
        <translation>{text} n’est pas une adresse ; écrivez 192.0.2.1, 2001:db8::1 ou unix:/x</translation>
    </message>
    <message>
        <location filename="../../gui/rules/testing/event_fields.py" />
        <source>{text} is no port; write a number up to 65535</source>
        <translation>{text} n’est pas un port ; écrivez un nombre jusqu’à 65535</translation>
    </message>
    <message>
        <location filename="../../gui/rules/testing/event_fields.py" />
        <source>no group is called {text}; write a name or a number</source>
        <translation>aucun groupe ne s’appelle {text} ; écrivez un nom ou un numéro</translation>
    </message>
    <message>
        <location filename="../../gui/rules/testing/event_fields.py" />
        <source>no user is called {text}; write a name or a number</source>
        <translation>aucun utilisateur ne s’appelle {text} ; écrivez un nom ou un numéro</translation>
    </message>
    <message>
        <location filename="../../gui/rules/testing/event_form.py" />
        <source>&amp;More of the call</source>
        <translation>&amp;Plus sur l’appel</translation>
    </message>
    <message>
        <location filename="../../gui/rules/testing/event_form.py" />
        <source>Program</source>
        <translation>Programme</translation>
    </message>
    <message>
        <location filename="../../gui/rules/testing/event_form.py" />
        <source>Wants to</source>
        <translation>Veut</translation>
    </message>
    <message>
        <location filename="../../gui/rules/testing/event_form.py" />
        <source>Protocol</source>
        <translation>Protocole</translation>
    </message>
    <message>
        <location filename="../../gui/rules/testing/event_form.py" />
        <source>Remote address</source>
        <translation>Adresse distante</translation>
    </message>
    <message>
        <location filename="../../gui/rules/testing/event_form.py" />
        <source>Remote port</source>
        <translation>Port distant</translation>
    </message>
    <message>
        <location filename="../../gui/rules/testing/event_form.py" />
        <source>Remote host</source>
        <translation>Hôte distant</translation>
    </message>
    <message>
        <location filename="../../gui/rules/testing/event_form.py" />
        <source>Local address</source>
        <translation>Adresse locale</translation>
    </message>
    <message>
        <location filename="../../gui/rules/testing/event_form.py" />
        <source>Local port</source>
        <translation>Port local</translation>
    </message>
    <message>
        <location filename="../../gui/rules/testing/event_form.py" />
        <source>User</source>
        <translation>Utilisateur</translation>
    </message>
    <message>
        <location filename="../../gui/rules/testing/event_form.py" />
        <source>other</source>
        <translation>autre</translation>
    </message>
    <message>
        <location filename="../../gui/rules/testing/past_box.py" />
        <source>Past event</source>
        <translation>Événement passé</translation>
    </message>
    <message>
        <location filename="../../gui/rules/testing/past_box.py" />
        <source>Begin with an event that was decided before</source>
        <translation>Partir d’un événement déjà décidé</translation>
    </message>
    <message>
        <location filename="../../gui/rules/testing/past_box.py" />
        <source>Made up</source>
        <translation>Inventé</translation>
    </message>
    <message>
        <location filename="../../gui/rules/testing/past_box.py" />
        <source>Made up (the history can't be read: {why})</source>
        <translation>Inventé (l’historique ne peut pas être lu : {why})</translation>
    </message>
    <message>
        <location filename="../../gui/rules/testing/verdict_view.py" />
        <source>Rule</source>
        <translation>Règle</translation>
    </message>
    <message>
        <location filename="../../gui/rules/testing/verdict_view.py" />
        <source>Why</source>
        <translation>Pourquoi</translation>
    </message>
    <message>
        <location filename="../../gui/rules/testing/verdict_view.py" />
        <source>Rules that win and lose</source>
        <translation>Règles qui décident ou non</translation>
    </message>
    <message>
        <location filename="../../gui/rules/testing/verdict_view.py" />
        <source>Enter shows the rule</source>
        <translation>Entrée affiche la règle</translation>
    </message>
    <message>
        <location filename="../../gui/rules/testing/verdict_view.py" />
        <source>No rule decides this: the person is asked, or the mode says.</source>
        <translation>Aucune règle ne décide de ceci : on vous demande, ou le mode tranche.</translation>
    </message>
    <message>
        <location filename="../../gui/rules/testing/verdict_view.py" />
        <source>{answer}, by the rule “{name}”.</source>
        <translation>{answer}, par la règle « {name} ».</translation>
    </message>
    <message>
        <location filename="../../gui/rules/testing/verdict_view.py" />
        <source>The rule that you test is the one that decides.</source>
        <translation>La règle que vous testez est celle qui décide.</translation>
    </message>
    <message>
        <location filename="../../gui/rules/testing/verdict_view.py" />
        <source>The rule that you test does not decide: {why}.</source>
        <translation>La règle que vous testez ne décide pas : {why}.</translation>
    </message>
    <message>
        <location filename="../../gui/rules/testing/verdict_view.py" />
        <source>The rule that you test is not about this: {why}.</source>
        <translation>La règle que vous testez ne concerne pas ceci : {why}.</translation>
    </message>
    <message>
        <location filename="../../gui/rules/testing/verdict_view.py" />
        <source>The rule that you test is not about this.</source>
        <translation>La règle que vous testez ne concerne pas ceci.</translation>
    </message>
    <message>
        <location filename="../../gui/rules/testing/verdict_view.py" />
        <source>▶ it wins</source>
        <translation>▶ elle décide</translation>
    </message>
    <message>
        <location filename="../../gui/rules/testing/verdict_view.py" />
        <source>matches too: {why}</source>
        <translation>correspond aussi : {why}</translation>
    </message>
    <message>
        <location filename="../../gui/rules/testing/verdict_view.py" />
        <source>does not match: {why}</source>
        <translation>ne correspond pas : {why}</translation>
    </message>
    <message numerus="yes">
        <location filename="../../gui/rules/testing/verdict_view.py" />
        <source>… and %Ln more</source>
        <translation>
            <numerusform>… et %Ln autre</numerusform>
            <numerusform>… et %Ln autres</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../gui/rules/testing/verdict_view.py" />
        <source>{rule} This is the rule that you test.</source>
        <translation>{rule} C’est la règle que vous testez.</translation>
    </message>
    <message>
        <location filename="../../gui/rules/testing/window.py" />
        <source>Test the rules · snet</source>
        <translation>Tester les règles · snet</translation>
    </message>
    <message>
        <location filename="../../gui/rules/testing/window.py" />
        <source>This is no event yet.</source>
        <translation>Ce n’est pas encore un événement.</translation>
    </message>
    <message>
        <location filename="../../gui/rules/testing/window.py" />
        <source>This is no rule yet.</source>
        <translation>Ce n’est pas encore une règle.</translation>
    </message>
    <message>
        <location filename="../../gui/rules/testing/window.py" />
        <source>&amp;Past event</source>
        <translation>&amp;Événement passé</translation>
    </message>
</context>
<context>
    <name>Why</name>
    <message>
        <location filename="../../rules/conditions.py" />
        <source>in none of its files, or not known</source>
        <translation>dans aucun de ses fichiers, ou pas connu</translation>
    </message>
    <message>
        <location filename="../../rules/hygiene.py" />
        <source>“{name}” says the same and is newer</source>
        <translation>« {name} » dit la même chose et est plus récente</translation>
    </message>
    <message>
        <location filename="../../rules/hygiene.py" />
        <source>it can never win: “{name}” matches all that it matches, and {reason}</source>
        <translation>elle ne peut jamais décider : « {name} » correspond à tout ce à quoi elle correspond, et {reason}</translation>
    </message>
    <message numerus="yes">
        <location filename="../../rules/hygiene.py" />
        <source>it has decided nothing in the %n days since it was made</source>
        <translation>
            <numerusform>elle n’a rien décidé en %n jour depuis sa création</numerusform>
            <numerusform>elle n’a rien décidé en %n jours depuis sa création</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../rules/hygiene.py" />
        <source>its program {path} is not there any more</source>
        <translation>son programme {path} n’existe plus</translation>
    </message>
    <message>
        <location filename="../../rules/reasons.py" />
        <source>it matches, but it is switched off</source>
        <translation>elle correspond, mais elle est désactivée</translation>
    </message>
    <message>
        <location filename="../../rules/reasons.py" />
        <source>its priority {less} is below the {more} of “{name}”</source>
        <translation>sa priorité {less} est inférieure à {more}, celle de « {name} »</translation>
    </message>
    <message>
        <location filename="../../rules/reasons.py" />
        <source>it allows and “{name}” denies; a deny comes first where all else is equal</source>
        <translation>elle autorise et « {name} » refuse ; à égalité, un refus passe d’abord</translation>
    </message>
    <message>
        <location filename="../../rules/reasons.py" />
        <source>“{name}” is a newer deny; the newer comes first where all else is equal</source>
        <translation>« {name} » refuse et est plus récente ; à égalité, la plus récente passe d’abord</translation>
    </message>
    <message>
        <location filename="../../rules/reasons.py" />
        <source>“{name}” is a newer allow; the newer comes first where all else is equal</source>
        <translation>« {name} » autorise et est plus récente ; à égalité, la plus récente passe d’abord</translation>
    </message>
    <message>
        <location filename="../../rules/reasons.py" />
        <source>it asks about {less}, “{name}” about {more}; the more specific comes first</source>
        <translation>elle pose {less}, « {name} » en pose {more} ; la plus précise passe d’abord</translation>
    </message>
    <message>
        <location filename="../../rules/reasons.py" />
        <source>its values leave more room than those of “{name}”; the more specific comes first</source>
        <translation>ses valeurs sont plus larges que celles de « {name} » ; la plus précise passe d’abord</translation>
    </message>
    <message>
        <location filename="../../rules/reasons.py" />
        <source>nothing</source>
        <translation>aucune condition</translation>
    </message>
    <message numerus="yes">
        <location filename="../../rules/reasons.py" />
        <source>%n things</source>
        <translation>
            <numerusform>%n condition</numerusform>
            <numerusform>%n conditions</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../rules/reasons.py" />
        <source>{field}: it asks for {wanted}; which is not known here</source>
        <translation>{field} : elle demande {wanted} ; ce n’est pas connu ici</translation>
    </message>
    <message>
        <location filename="../../rules/reasons.py" />
        <source>{field}: it asks for {wanted}; here it is {found}</source>
        <translation>{field} : elle demande {wanted} ; ici c’est {found}</translation>
    </message>
    <message>
        <location filename="../../rules/reasons.py" />
        <source>empty</source>
        <translation>vide</translation>
    </message>
    <message>
        <location filename="../../rules/reasons.py" />
        <source>no process</source>
        <translation>aucun processus</translation>
    </message>
    <message>
        <location filename="../../rules/reasons.py" />
        <source>the process {pid} it was made for</source>
        <translation>le processus {pid} pour lequel elle a été créée</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <location filename="../../gui/words.py" />
        <source>A program</source>
        <translation>Un programme</translation>
    </message>
    <message>
        <location filename="../../gui/words.py" />
        <source>wants to connect to {where}</source>
        <translation>veut se connecter à {where}</translation>
    </message>
    <message>
        <location filename="../../gui/words.py" />
        <source>wants to send data to {where}</source>
        <translation>veut envoyer des données à {where}</translation>
    </message>
    <message>
        <location filename="../../gui/words.py" />
        <source>wants to use {where}</source>
        <translation>veut utiliser {where}</translation>
    </message>
    <message>
        <location filename="../../gui/words.py" />
        <source>wants to open a socket ({kind})</source>
        <translation>veut ouvrir un socket ({kind})</translation>
    </message>
    <message>
        <location filename="../../gui/words.py" />
        <source>{program} {deed}</source>
        <translation>{program} {deed}</translation>
    </message>
    <message>
        <location filename="../../gui/words.py" />
        <source>port {port} ({service})</source>
        <translation>port {port} ({service})</translation>
    </message>
    <message>
        <location filename="../../gui/words.py" />
        <source>port {port}</source>
        <translation>port {port}</translation>
    </message>
    <message>
        <location filename="../../gui/words.py" />
        <source>through {interface}</source>
        <translation>via {interface}</translation>
    </message>
    <message>
        <location filename="../../gui/words.py" />
        <source>process {pid} · user {user}</source>
        <translation>processus {pid} · utilisateur {user}</translation>
    </message>
    <message>
        <location filename="../../gui/words.py" />
        <source>(no executable file)</source>
        <translation>(pas de fichier exécutable)</translation>
    </message>
    <message>
        <location filename="../../gui/words.py" />
        <source>⚠ not part of the system: {path}</source>
        <translation>⚠ ne fait pas partie du système : {path}</translation>
    </message>
    <message>
        <location filename="../../gui/words.py" />
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <location filename="../../gui/words.py" />
        <source>On</source>
        <translation>Sur</translation>
    </message>
    <message>
        <location filename="../../gui/words.py" />
        <source>To</source>
        <translation>Vers</translation>
    </message>
    <message>
        <location filename="../../gui/words.py" />
        <source>{host}, any port</source>
        <translation>{host}, tout port</translation>
    </message>
    <message>
        <location filename="../../gui/words.py" />
        <source>port {port}, any address</source>
        <translation>port {port}, toute adresse</translation>
    </message>
    <message>
        <location filename="../../gui/words.py" />
        <source>port {port} anywhere</source>
        <translation>port {port} partout</translation>
    </message>
    <message>
        <location filename="../../gui/words.py" />
        <source>everything</source>
        <translation>tout</translation>
    </message>
    <message>
        <location filename="../../gui/words.py" />
        <source>once</source>
        <translation>une fois</translation>
    </message>
    <message>
        <location filename="../../gui/words.py" />
        <source>until it exits</source>
        <translation>jusqu’à sa fermeture</translation>
    </message>
    <message>
        <location filename="../../gui/words.py" />
        <source>until restart</source>
        <translation>jusqu’au redémarrage</translation>
    </message>
    <message>
        <location filename="../../gui/words.py" />
        <source>always</source>
        <translation>toujours</translation>
    </message>
    <message>
        <location filename="../../gui/words.py" />
        <source>until {when}</source>
        <translation>jusqu’au {when}</translation>
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
            <numerusform>%Ln heure</numerusform>
            <numerusform>%Ln heures</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../gui/words.py" />
        <source>then denied</source>
        <translation>puis refusé</translation>
    </message>
    <message>
        <location filename="../../gui/words.py" />
        <source>then allowed</source>
        <translation>puis autorisé</translation>
    </message>
    <message>
        <location filename="../../gui/words.py" />
        <source>the local socket {path}</source>
        <translation>{path} (socket local)</translation>
    </message>
    <message>
        <location filename="../../gui/words.py" />
        <source>{host}, {port}</source>
        <translation>{host}, {port}</translation>
    </message>
    <message>
        <location filename="../../gui/words.py" />
        <source>an unnamed local socket</source>
        <translation>un socket local sans nom</translation>
    </message>
    <message>
        <location filename="../../gui/words.py" />
        <source>a {family} address {raw}</source>
        <translation>{raw} (adresse de la famille {family})</translation>
    </message>
    <message>
        <location filename="../../gui/words.py" />
        <source>any address of this computer</source>
        <translation>n’importe quelle adresse de cet ordinateur</translation>
    </message>
    <message>
        <location filename="../../gui/words.py" />
        <source>{host} on port {port}</source>
        <translation>{host} sur le port {port}</translation>
    </message>
    <message>
        <location filename="../../gui/words.py" />
        <source>wants to accept connections on {where}</source>
        <translation>veut accepter des connexions sur {where}</translation>
    </message>
    <message>
        <location filename="../../gui/words.py" />
        <source>wants to accept connections on {port} from this computer</source>
        <translation>veut accepter des connexions sur le {port} depuis cet ordinateur</translation>
    </message>
    <message>
        <location filename="../../gui/words.py" />
        <source>wants to accept connections on {port} from other computers</source>
        <translation>veut accepter des connexions sur le {port} depuis d’autres ordinateurs</translation>
    </message>
    <message>
        <location filename="../../gui/words.py" />
        <source>wants to take a connection from {caller}</source>
        <translation>veut prendre une connexion de {caller}</translation>
    </message>
    <message>
        <location filename="../../gui/words.py" />
        <source>wants to take a connection from {caller} on {port}</source>
        <translation>veut prendre une connexion de {caller} sur le {port}</translation>
    </message>
    <message>
        <location filename="../../gui/words.py" />
        <source>wants to receive data from {where}</source>
        <translation>veut recevoir des données depuis {where}</translation>
    </message>
    <message>
        <location filename="../../gui/words.py" />
        <source>wants to receive data from {caller} on {port}</source>
        <translation>veut recevoir des données de {caller} sur le {port}</translation>
    </message>
</context>
</TS>
