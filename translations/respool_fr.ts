<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR" sourcelanguage="en_GB">
<context>
    <name>JobText</name>
    <message>
        <source>Waits for space: %1 more needed on %2</source>
        <translation>Attend de la place : il manque %1 sur %2</translation>
    </message>
    <message>
        <source>Waits: the queue is paused</source>
        <translation>En attente : la file est suspendue</translation>
    </message>
    <message>
        <source>Waits: jobs of this kind are paused</source>
        <translation>En attente : les tâches de ce type sont en pause</translation>
    </message>
    <message>
        <source>Tries again at %1</source>
        <translation>Nouvel essai à %1</translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s)</source>
        <translation>
            <numerusform>%n enregistrement</numerusform>
            <numerusform>%n enregistrements</numerusform>
        </translation>
    </message>
    <message>
        <source>Stops at its next safe point</source>
        <translation>S’arrête au prochain point sûr</translation>
    </message>
    <message>
        <source>Pauses at its next safe point</source>
        <translation>Se met en pause au prochain point sûr</translation>
    </message>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n en cours</numerusform>
            <numerusform>%n en cours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n en attente</numerusform>
            <numerusform>%n en attente</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paused</source>
        <translation>
            <numerusform>%n en pause</numerusform>
            <numerusform>%n en pause</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n en échec</numerusform>
            <numerusform>%n en échec</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cancelled</source>
        <translation>
            <numerusform>%n annulé</numerusform>
            <numerusform>%n annulés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n done</source>
        <translation>
            <numerusform>%n terminé</numerusform>
            <numerusform>%n terminés</numerusform>
        </translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>%1 items/s</source>
        <translation>%1 éléments/s</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
</context>
<context>
    <name>PlayerKeys</name>
    <message>
        <source>Space</source>
        <translation>Espace</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>Lecture ou pause</translation>
    </message>
    <message>
        <source>5 seconds back</source>
        <translation>5 secondes en arrière</translation>
    </message>
    <message>
        <source>5 seconds on</source>
        <translation>5 secondes en avant</translation>
    </message>
    <message>
        <source>Shift+←</source>
        <translation>Maj+←</translation>
    </message>
    <message>
        <source>A tenth back</source>
        <translation>Un dixième en arrière</translation>
    </message>
    <message>
        <source>Shift+→</source>
        <translation>Maj+→</translation>
    </message>
    <message>
        <source>A tenth on</source>
        <translation>Un dixième en avant</translation>
    </message>
    <message>
        <source>To so many tenths</source>
        <translation>Vers autant de dixièmes</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Début</translation>
    </message>
    <message>
        <source>To the beginning</source>
        <translation>Vers le début</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>To the end</source>
        <translation>Vers la fin</translation>
    </message>
    <message>
        <source>One frame or event back</source>
        <translation>Une image ou un événement en arrière</translation>
    </message>
    <message>
        <source>One frame or event on</source>
        <translation>Une image ou un événement en avant</translation>
    </message>
    <message>
        <source>Page up</source>
        <translation>Page préc.</translation>
    </message>
    <message>
        <source>Part before</source>
        <translation>Partie précédente</translation>
    </message>
    <message>
        <source>Page down</source>
        <translation>Page suiv.</translation>
    </message>
    <message>
        <source>Next part</source>
        <translation>Partie suivante</translation>
    </message>
    <message>
        <source>Marker before</source>
        <translation>Repère précédent</translation>
    </message>
    <message>
        <source>Next marker</source>
        <translation>Repère suivant</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>Plus lent</translation>
    </message>
    <message>
        <source>Faster</source>
        <translation>Plus vite</translation>
    </message>
    <message>
        <source>Skip what stands still</source>
        <translation>Sauter ce qui est immobile</translation>
    </message>
    <message>
        <source>Time of day or time elapsed</source>
        <translation>Heure du jour ou temps écoulé</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation>Résultat suivant</translation>
    </message>
    <message>
        <source>Hit before</source>
        <translation>Résultat précédent</translation>
    </message>
    <message>
        <source>Sound on or off</source>
        <translation>Son activé ou coupé</translation>
    </message>
    <message>
        <source>To what is being recorded now</source>
        <translation>Vers ce qui s’enregistre maintenant</translation>
    </message>
    <message>
        <source>Begin the selection here</source>
        <translation>Commencer la sélection ici</translation>
    </message>
    <message>
        <source>End the selection here</source>
        <translation>Terminer la sélection ici</translation>
    </message>
    <message>
        <source>Export the selection…</source>
        <translation>Exporter la sélection…</translation>
    </message>
    <message>
        <source>Copy the picture</source>
        <translation>Copier l’image</translation>
    </message>
    <message>
        <source>Save the picture…</source>
        <translation>Enregistrer l’image…</translation>
    </message>
    <message>
        <source>Window of its own, or back</source>
        <translation>Fenêtre à part, ou retour</translation>
    </message>
    <message>
        <source>Full screen, or back</source>
        <translation>Plein écran, ou retour</translation>
    </message>
    <message>
        <source>These keys</source>
        <translation>Ces touches</translation>
    </message>
    <message>
        <source>Esc  q</source>
        <translation>Échap  q</translation>
    </message>
    <message>
        <source>Back, one step after another</source>
        <translation>Retour, pas à pas</translation>
    </message>
    <message>
        <source>Select text with Shift and the arrows</source>
        <translation>Sélectionner du texte avec Maj et les flèches</translation>
    </message>
</context>
<context>
    <name>QueryField</name>
    <message>
        <source>what was recorded</source>
        <translation>ce qui a été enregistré</translation>
    </message>
    <message>
        <source>what a part of it is</source>
        <translation>ce qu’est une de ses parties</translation>
    </message>
    <message>
        <source>where it is; else all but the trash</source>
        <translation>où il se trouve ; sinon tout sauf la corbeille</translation>
    </message>
    <message>
        <source>the store it lies in</source>
        <translation>le dépôt où il se trouve</translation>
    </message>
    <message>
        <source>its id or its path contains the text</source>
        <translation>son identifiant ou son chemin contient le texte</translation>
    </message>
    <message>
        <source>its path in the store contains the text</source>
        <translation>son chemin dans le dépôt contient le texte</translation>
    </message>
    <message>
        <source>its id begins so</source>
        <translation>son identifiant commence ainsi</translation>
    </message>
    <message>
        <source>bytes of all its parts: K M G T, or Ki Mi</source>
        <translation>octets de toutes ses parties : K M G T, ou Ki Mi</translation>
    </message>
    <message>
        <source>how long: 90s, 10m, 1:30:00, or unknown</source>
        <translation>durée : 90s, 10m, 1:30:00, ou unknown</translation>
    </message>
    <message>
        <source>when it began: a date, today, yesterday, or -7d</source>
        <translation>quand il a commencé : une date, today, yesterday, ou -7d</translation>
    </message>
    <message>
        <source>when it ended</source>
        <translation>quand il s’est terminé</translation>
    </message>
    <message>
        <source>when one of its files was written last</source>
        <translation>quand un de ses fichiers a été écrit en dernier</translation>
    </message>
    <message>
        <source>when it was moved to the trash</source>
        <translation>quand il a été mis à la corbeille</translation>
    </message>
    <message>
        <source>how many files it has</source>
        <translation>combien de fichiers il a</translation>
    </message>
    <message>
        <source>it has this tag</source>
        <translation>il porte cette étiquette</translation>
    </message>
    <message>
        <source>it has any tag</source>
        <translation>il porte une étiquette quelconque</translation>
    </message>
    <message>
        <source>it is under hold</source>
        <translation>il est en conservation</translation>
    </message>
    <message>
        <source>the reason of its hold contains the text</source>
        <translation>le motif de sa conservation contient le texte</translation>
    </message>
    <message>
        <source>a player can jump in all of its videos</source>
        <translation>un lecteur peut sauter dans toutes ses vidéos</translation>
    </message>
    <message>
        <source>it cannot be read, or not all of it</source>
        <translation>il est illisible, ou en partie</translation>
    </message>
    <message>
        <source>it was not there at the last scan</source>
        <translation>il n’était pas là à la dernière analyse</translation>
    </message>
    <message>
        <source>what is wrong with it contains the text</source>
        <translation>ce qui ne va pas contient le texte</translation>
    </message>
    <message>
        <source>the streams of a part, as in the preview</source>
        <translation>les flux d’une partie, comme dans l’aperçu</translation>
    </message>
    <message>
        <source>width and height of a video</source>
        <translation>largeur et hauteur d’une vidéo</translation>
    </message>
    <message>
        <source>somebody has flagged it</source>
        <translation>quelqu’un l’a marqué</translation>
    </message>
    <message>
        <source>somebody has looked at it</source>
        <translation>quelqu’un l’a regardé</translation>
    </message>
    <message>
        <source>its note contains the text</source>
        <translation>sa note contient le texte</translation>
    </message>
    <message>
        <source>a line in it has the words, or the begin*</source>
        <translation>une de ses lignes contient les mots, ou le début*</translation>
    </message>
    <message>
        <source>when it was found to be whole, or unknown: never</source>
        <translation>quand il a été trouvé intact, ou unknown : jamais</translation>
    </message>
    <message>
        <source>it is being recorded right now</source>
        <translation>il est en cours d’enregistrement</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>A defect of Respool</source>
        <translation>Un défaut de Respool</translation>
    </message>
    <message>
        <source>That cannot be asked for</source>
        <translation>Demande impossible</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Introuvable</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Refusé</translation>
    </message>
    <message>
        <source>Changed meanwhile</source>
        <translation>Modifié entre-temps</translation>
    </message>
    <message>
        <source>Reading or writing failed</source>
        <translation>La lecture ou l’écriture a échoué</translation>
    </message>
    <message>
        <source>Waits for space</source>
        <translation>Attend de l’espace</translation>
    </message>
    <message>
        <source>No permission</source>
        <translation>Pas d’autorisation</translation>
    </message>
    <message>
        <source>Waits for its store</source>
        <translation>Attend son dépôt</translation>
    </message>
    <message>
        <source>Waits for another program or job</source>
        <translation>Attend un autre programme ou une autre tâche</translation>
    </message>
    <message>
        <source>Left alone for safety</source>
        <translation>Laissé tel quel par sécurité</translation>
    </message>
    <message>
        <source>The database cannot be used</source>
        <translation>La base de données est inutilisable</translation>
    </message>
    <message>
        <source>Made by a newer Respool</source>
        <translation>Créé par un Respool plus récent</translation>
    </message>
    <message>
        <source>The recording cannot be read</source>
        <translation>L’enregistrement est illisible</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Annulé</translation>
    </message>
    <message>
        <source>Goes on at the next start</source>
        <translation>Reprend au prochain démarrage</translation>
    </message>
    <message>
        <source>Another worker has it now</source>
        <translation>Un autre exécutant s’en charge</translation>
    </message>
    <message>
        <source>Respool died under it</source>
        <translation>Respool s’est arrêté brutalement pendant la tâche</translation>
    </message>
    <message>
        <source>An unknown kind of job</source>
        <translation>Type de tâche inconnu</translation>
    </message>
    <message>
        <source>Its arguments cannot be read</source>
        <translation>Ses arguments sont illisibles</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>En cours</translation>
    </message>
    <message>
        <source>Waits to try again</source>
        <translation>Attend un nouvel essai</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Échec</translation>
    </message>
    <message>
        <source>Parked</source>
        <translation>Mis de côté</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>Présent</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>Endommagé</translation>
    </message>
    <message>
        <source>Being deleted</source>
        <translation>En cours de suppression</translation>
    </message>
    <message>
        <source>In the trash</source>
        <translation>Dans la corbeille</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Manquant</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Inconnu</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Vidéo</translation>
    </message>
    <message>
        <source>Terminal</source>
        <translation>Terminal</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Mixed</source>
        <translation>Mixte</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>Supprimer définitivement</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restaurer</translation>
    </message>
    <message>
        <source>Make seekable</source>
        <translation>Rendre navigable</translation>
    </message>
    <message>
        <source>Scan</source>
        <translation>Analyser</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pause</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>Draw pictures</source>
        <translation>Dessiner les images</translation>
    </message>
    <message>
        <source>Retention</source>
        <translation>Rétention</translation>
    </message>
    <message>
        <source>Export to ZIP</source>
        <translation>Exporter en ZIP</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importer</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Vérifier</translation>
    </message>
    <message>
        <source>Read texts</source>
        <translation>Lire les textes</translation>
    </message>
</context>
<context>
    <name>respool</name>
    <message>
        <source>Stopping at a safe point…</source>
        <translation>Arrêt à un point sûr…</translation>
    </message>
    <message numerus="yes">
        <source>Respool has ended unexpectedly while it started, %n times.</source>
        <translation>
            <numerusform>Respool s’est arrêté de façon inattendue au démarrage, %n fois.</numerusform>
            <numerusform>Respool s’est arrêté de façon inattendue au démarrage, %n fois.</numerusform>
        </translation>
    </message>
    <message>
        <source>It can start safely: with a paused queue, and with the window as it was in the beginning. Nothing that was asked for is lost.</source>
        <translation>Il peut démarrer en sécurité : la file suspendue et la fenêtre comme au début. Rien de ce qui a été demandé n’est perdu.</translation>
    </message>
    <message>
        <source>Start safely</source>
        <translation>Démarrer en sécurité</translation>
    </message>
    <message>
        <source>Start as usual</source>
        <translation>Démarrer comme d’habitude</translation>
    </message>
</context>
<context>
    <name>respool::Actions</name>
    <message>
        <source>&amp;Add store…</source>
        <translation>&amp;Ajouter un dépôt…</translation>
    </message>
    <message>
        <source>&amp;Forget store</source>
        <translation>&amp;Oublier le dépôt</translation>
    </message>
    <message>
        <source>&amp;Scan</source>
        <translation>A&amp;nalyser</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>&amp;Lire</translation>
    </message>
    <message>
        <source>&amp;Make seekable</source>
        <translation>&amp;Rendre navigable</translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation>&amp;Supprimer…</translation>
    </message>
    <message>
        <source>R&amp;estore</source>
        <translation>R&amp;estaurer</translation>
    </message>
    <message>
        <source>Empty &amp;trash…</source>
        <translation>Vider la cor&amp;beille…</translation>
    </message>
    <message>
        <source>Put under &amp;hold…</source>
        <translation>Mettre en &amp;conservation…</translation>
    </message>
    <message>
        <source>&amp;Copy id</source>
        <translation>Co&amp;pier l’identifiant</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>&amp;Rechercher</translation>
    </message>
    <message>
        <source>&amp;Library</source>
        <translation>&amp;Bibliothèque</translation>
    </message>
    <message>
        <source>&amp;Jobs</source>
        <translation>&amp;Tâches</translation>
    </message>
    <message>
        <source>&amp;About Respool</source>
        <translation>À &amp;propos de Respool</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>&amp;Recording</source>
        <translation>&amp;Enregistrement</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Affichage</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Ai&amp;de</translation>
    </message>
    <message>
        <source>Main toolbar</source>
        <translation>Barre d’outils principale</translation>
    </message>
    <message>
        <source>Open &amp;folder</source>
        <translation>Ouvrir le &amp;dossier</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>&amp;Paramètres…</translation>
    </message>
    <message>
        <source>S&amp;chedules…</source>
        <translation>Plani&amp;fications…</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>E&amp;xporter…</translation>
    </message>
    <message>
        <source>&amp;Pictures in the list</source>
        <translation>&amp;Images dans la liste</translation>
    </message>
    <message>
        <source>&amp;Lift hold…</source>
        <translation>Lever l&amp;a conservation…</translation>
    </message>
    <message>
        <source>Fla&amp;g</source>
        <translation>&amp;Marquer</translation>
    </message>
    <message>
        <source>Mark as &amp;unseen</source>
        <translation>Marquer comme &amp;non vu</translation>
    </message>
    <message>
        <source>T&amp;ags…</source>
        <translation>É&amp;tiquettes…</translation>
    </message>
    <message>
        <source>&amp;Note…</source>
        <translation>N&amp;ote…</translation>
    </message>
    <message>
        <source>Find in &amp;recordings…</source>
        <translation>Rechercher dans les &amp;enregistrements…</translation>
    </message>
    <message>
        <source>A&amp;udit log…</source>
        <translation>&amp;Journal d’audit…</translation>
    </message>
    <message>
        <source>Histor&amp;y…</source>
        <translation>&amp;Historique…</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Importer…</translation>
    </message>
    <message>
        <source>&amp;Verify</source>
        <translation>&amp;Vérifier</translation>
    </message>
    <message>
        <source>&amp;Retention…</source>
        <translation>&amp;Rétention…</translation>
    </message>
    <message>
        <source>S&amp;torage…</source>
        <translation>&amp;Stockage…</translation>
    </message>
    <message>
        <source>Store s&amp;ettings…</source>
        <translation>Paramètres &amp;du dépôt…</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Annuler l’action</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>Tout &amp;sélectionner</translation>
    </message>
    <message>
        <source>&amp;Save search…</source>
        <translation>Enregi&amp;strer la recherche…</translation>
    </message>
    <message>
        <source>Delete for &amp;good…</source>
        <translation>Supprimer pour de &amp;bon…</translation>
    </message>
    <message>
        <source>As a &amp;table</source>
        <translation>En &amp;tableau</translation>
    </message>
    <message>
        <source>As p&amp;ictures</source>
        <translation>En &amp;images</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Édition</translation>
    </message>
</context>
<context>
    <name>respool::AfterQueueWatch</name>
    <message>
        <source>All jobs have ended. Respool quits in %1 s.</source>
        <translation>Toutes les tâches sont finies. Respool se ferme dans %1&#xa0;s.</translation>
    </message>
    <message>
        <source>Quit now</source>
        <translation>Quitter maintenant</translation>
    </message>
    <message>
        <source>All jobs have ended. The machine goes to sleep in %1 s.</source>
        <translation>Toutes les tâches sont finies. La machine se met en veille dans %1&#xa0;s.</translation>
    </message>
    <message>
        <source>Sleep now</source>
        <translation>Mettre en veille maintenant</translation>
    </message>
    <message>
        <source>All jobs have ended. The machine is shut down in %1 s.</source>
        <translation>Toutes les tâches sont finies. La machine s’éteint dans %1&#xa0;s.</translation>
    </message>
    <message>
        <source>Shut down now</source>
        <translation>Éteindre maintenant</translation>
    </message>
</context>
<context>
    <name>respool::AuditDialog</name>
    <message>
        <source>What the check has shown</source>
        <translation>Ce que la vérification a montré</translation>
    </message>
    <message>
        <source>Audit log</source>
        <translation>Journal d’audit</translation>
    </message>
    <message>
        <source>Only about the recording whose id begins so</source>
        <translation>Seulement sur l’enregistrement dont l’identifiant commence ainsi</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Enregistrement</translation>
    </message>
    <message>
        <source>Check the &amp;chain</source>
        <translation>Vérifier la &amp;chaîne</translation>
    </message>
    <message>
        <source>Whether each row follows from the one before it</source>
        <translation>Si chaque ligne découle de la précédente</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exporter…</translation>
    </message>
    <message>
        <source>Looking through the log…</source>
        <translation>Parcours du journal…</translation>
    </message>
    <message>
        <source>The log is broken: %1</source>
        <translation>Le journal n’est pas intact : %1</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) in order. The last has the hash %1: keep it elsewhere to tell later that none of them was changed.</source>
        <translation>
            <numerusform>%n ligne en ordre. La dernière a l’empreinte %1 : gardez-la ailleurs pour établir plus tard qu’aucune n’a été modifiée.</numerusform>
            <numerusform>%n lignes en ordre. La dernière a l’empreinte %1 : gardez-la ailleurs pour établir plus tard qu’aucune n’a été modifiée.</numerusform>
        </translation>
    </message>
    <message>
        <source>Export the audit log</source>
        <translation>Exporter le journal d’audit</translation>
    </message>
    <message>
        <source>JSON lines (*.jsonl)</source>
        <translation>Lignes JSON (*.jsonl)</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) are written to %1.</source>
        <translation>
            <numerusform>%n ligne est écrite dans %1.</numerusform>
            <numerusform>%n lignes sont écrites dans %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>respool::AuditModel</name>
    <message>
        <source>Put under hold</source>
        <translation>Mis en conservation</translation>
    </message>
    <message>
        <source>Hold lifted</source>
        <translation>Conservation levée</translation>
    </message>
    <message>
        <source>Job ended</source>
        <translation>Tâche terminée</translation>
    </message>
    <message>
        <source>Store added</source>
        <translation>Dépôt ajouté</translation>
    </message>
    <message>
        <source>Store forgotten</source>
        <translation>Dépôt oublié</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Annulé</translation>
    </message>
    <message>
        <source>Tried again</source>
        <translation>Réessayé</translation>
    </message>
    <message>
        <source>Job discarded</source>
        <translation>Tâche écartée</translation>
    </message>
    <message>
        <source>Batch %1</source>
        <translation>Lot %1</translation>
    </message>
    <message>
        <source>SHA-256 %1</source>
        <translation>SHA-256 %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1 : %2</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>N°</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Qui</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Concerne</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Raison</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Détail</translation>
    </message>
</context>
<context>
    <name>respool::BatchTreeModel</name>
    <message>
        <source>Job %1</source>
        <translation>Tâche %1</translation>
    </message>
    <message>
        <source>Batch %1</source>
        <translation>Lot %1</translation>
    </message>
    <message>
        <source>Batch %1: %2</source>
        <translation>Lot %1 : %2</translation>
    </message>
    <message>
        <source>Job %1: %2</source>
        <translation>Tâche %1 : %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1 : %2</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Lot</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progression</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Débit</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Temps restant</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorité</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>Essai</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Qui</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>Demandé</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Pourquoi</translation>
    </message>
</context>
<context>
    <name>respool::ClipFields</name>
    <message>
        <source>C&amp;ut at the very frame: encodes anew, which takes long</source>
        <translation>Co&amp;uper à l’image près : réencode, ce qui est long</translation>
    </message>
    <message>
        <source>beginning</source>
        <translation>début</translation>
    </message>
    <message>
        <source>Where the clip begins</source>
        <translation>Où l’extrait commence</translation>
    </message>
    <message>
        <source>end</source>
        <translation>fin</translation>
    </message>
    <message>
        <source>Where the clip ends</source>
        <translation>Où l’extrait finit</translation>
    </message>
    <message>
        <source>Otherwise the clip begins at the key frame before, and nothing is encoded anew.</source>
        <translation>Sinon l’extrait commence à l’image clé précédente, et rien n’est réencodé.</translation>
    </message>
    <message>
        <source>&amp;to</source>
        <translation>&amp;à</translation>
    </message>
    <message>
        <source>“%1” is no time: write seconds (90.5) or h:mm:ss (0:01:30.5).</source>
        <translation>« %1 » n’est pas un temps : écrivez des secondes (90,5) ou h:mm:ss (0:01:30,5).</translation>
    </message>
    <message>
        <source>A clip ends after its beginning.</source>
        <translation>Un extrait finit après son début.</translation>
    </message>
    <message>
        <source>It would begin after the end: the recording lasts %1.</source>
        <translation>Il commencerait après la fin : l’enregistrement dure %1.</translation>
    </message>
    <message>
        <source>Seconds (90.5) or h:mm:ss (0:01:30.5). All of it lasts %1.</source>
        <translation>Secondes (90,5) ou h:mm:ss (0:01:30,5). Le tout dure %1.</translation>
    </message>
    <message>
        <source>Seconds (90.5) or h:mm:ss (0:01:30.5).</source>
        <translation>Secondes (90,5) ou h:mm:ss (0:01:30,5).</translation>
    </message>
    <message>
        <source>The clip begins and ends at these very frames.</source>
        <translation>L’extrait commence et finit exactement à ces images.</translation>
    </message>
    <message>
        <source>The clip begins at the key frame before.</source>
        <translation>L’extrait commence à l’image clé précédente.</translation>
    </message>
</context>
<context>
    <name>respool::CountdownDialog</name>
    <message>
        <source>The queue is done</source>
        <translation>La file est terminée</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Temps restant</translation>
    </message>
</context>
<context>
    <name>respool::DeleteDialog</name>
    <message>
        <source>Recordings that are left alone</source>
        <translation>Enregistrements laissés tels quels</translation>
    </message>
    <message>
        <source>Delete for &amp;good, without the trash</source>
        <translation>Supprimer &amp;définitivement, sans la corbeille</translation>
    </message>
    <message>
        <source>Delete recordings</source>
        <translation>Supprimer des enregistrements</translation>
    </message>
    <message>
        <source>Size:</source>
        <translation>Taille :</translation>
    </message>
    <message>
        <source>Kept with the deletion, e.g. the ticket</source>
        <translation>Conservée avec la suppression, p. ex. le ticket</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Raison</translation>
    </message>
    <message>
        <source>&amp;Reason:</source>
        <translation>&amp;Raison :</translation>
    </message>
    <message>
        <source>Delete for good, without the trash</source>
        <translation>Supprimer définitivement, sans la corbeille</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n recording(s) for good</source>
        <translation>
            <numerusform>Supprimer %n enregistrement définitivement</numerusform>
            <numerusform>Supprimer %n enregistrements définitivement</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n recording(s) to the trash</source>
        <translation>
            <numerusform>Mettre %n enregistrement à la corbeille</numerusform>
            <numerusform>Mettre %n enregistrements à la corbeille</numerusform>
        </translation>
    </message>
    <message>
        <source>They cannot be restored.</source>
        <translation>Ils ne pourront pas être restaurés.</translation>
    </message>
    <message>
        <source>They can be restored until the trash is emptied.</source>
        <translation>Ils peuvent être restaurés jusqu’à ce que la corbeille soit vidée.</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n recording(s)?</source>
        <translation>
            <numerusform>Supprimer %n enregistrement ?</numerusform>
            <numerusform>Supprimer %n enregistrements ?</numerusform>
        </translation>
    </message>
    <message>
        <source>None of these can be deleted</source>
        <translation>Aucun d’eux ne peut être supprimé</translation>
    </message>
    <message>
        <source>Oldest:</source>
        <translation>Le plus ancien :</translation>
    </message>
    <message>
        <source>Newest:</source>
        <translation>Le plus récent :</translation>
    </message>
    <message numerus="yes">
        <source>%n under hold</source>
        <translation>
            <numerusform>%n en conservation</numerusform>
            <numerusform>%n en conservation</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n being recorded</source>
        <translation>
            <numerusform>%n en cours d’enregistrement</numerusform>
            <numerusform>%n en cours d’enregistrement</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s) are left alone</source>
        <translation>
            <numerusform>%n enregistrement est laissé tel quel</numerusform>
            <numerusform>%n enregistrements sont laissés tels quels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more; the report names all</source>
        <translation>
            <numerusform>et %n autre ; le rapport les nomme tous</numerusform>
            <numerusform>et %n autres ; le rapport les nomme tous</numerusform>
        </translation>
    </message>
    <message>
        <source>%1:</source>
        <translation>%1 :</translation>
    </message>
    <message numerus="yes">
        <source>and %n more store(s)</source>
        <translation>
            <numerusform>et %n autre dépôt</numerusform>
            <numerusform>et %n autres dépôts</numerusform>
        </translation>
    </message>
    <message>
        <source>Missing:</source>
        <translation>Manquants :</translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s), of which no files are left</source>
        <translation>
            <numerusform>%n enregistrement dont il ne reste aucun fichier</numerusform>
            <numerusform>%n enregistrements dont il ne reste aucun fichier</numerusform>
        </translation>
    </message>
    <message>
        <source>Type %1 to confirm:</source>
        <translation>Tapez %1 pour confirmer :</translation>
    </message>
    <message>
        <source>for good</source>
        <translation>définitivement</translation>
    </message>
    <message>
        <source>into its trash, on the same volume</source>
        <translation>dans sa corbeille, sur le même volume</translation>
    </message>
    <message>
        <source>its trash is on another volume</source>
        <translation>sa corbeille est sur un autre volume</translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s), %1, %2</source>
        <translation>
            <numerusform>%n enregistrement, %1, %2</numerusform>
            <numerusform>%n enregistrements, %1, %2</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is under hold (%2)</source>
        <translation>%1 est en conservation (%2)</translation>
    </message>
    <message>
        <source>%1 is being recorded</source>
        <translation>%1 est en cours d’enregistrement</translation>
    </message>
    <message>
        <source>%1 is being deleted already</source>
        <translation>%1 est déjà en cours de suppression</translation>
    </message>
    <message>
        <source>%1 is in the trash already</source>
        <translation>%1 est déjà dans la corbeille</translation>
    </message>
</context>
<context>
    <name>respool::DeletionWatch</name>
    <message>
        <source>The deletion is finished.</source>
        <translation>La suppression est terminée.</translation>
    </message>
    <message>
        <source>The deletion was cancelled; its report says how far it came.</source>
        <translation>La suppression a été annulée ; son rapport dit jusqu’où elle est allée.</translation>
    </message>
    <message>
        <source>The deletion is finished, but not everything could be deleted; its report says what and why.</source>
        <translation>La suppression est terminée, mais tout n’a pas pu être supprimé ; son rapport dit quoi et pourquoi.</translation>
    </message>
</context>
<context>
    <name>respool::DetailsPane</name>
    <message>
        <source>Store:</source>
        <translation>Dépôt :</translation>
    </message>
    <message>
        <source>Kind:</source>
        <translation>Type :</translation>
    </message>
    <message>
        <source>State:</source>
        <translation>État :</translation>
    </message>
    <message>
        <source>Start:</source>
        <translation>Début :</translation>
    </message>
    <message>
        <source>Duration:</source>
        <translation>Durée :</translation>
    </message>
    <message>
        <source>Size:</source>
        <translation>Taille :</translation>
    </message>
    <message>
        <source>Format:</source>
        <translation>Format :</translation>
    </message>
    <message>
        <source>Verified:</source>
        <translation>Vérifié :</translation>
    </message>
    <message>
        <source>Oldest:</source>
        <translation>Le plus ancien :</translation>
    </message>
    <message>
        <source>Newest:</source>
        <translation>Le plus récent :</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Étiquettes</translation>
    </message>
    <message>
        <source>Words to find it by, with commas between them</source>
        <translation>Mots séparés par des virgules</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>What is to be known about it</source>
        <translation>Ce qu’il faut en savoir</translation>
    </message>
    <message>
        <source>Tags:</source>
        <translation>Étiquettes :</translation>
    </message>
    <message>
        <source>Note:</source>
        <translation>Note :</translation>
    </message>
    <message>
        <source>Hold:</source>
        <translation>Conservation :</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Partie</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Ce que c’est</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Parties</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
    <message>
        <source>Select a recording to see its details.</source>
        <translation>Sélectionnez un enregistrement pour voir ses détails.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1 : %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 in %n part(s)</source>
        <translation>
            <numerusform>%1 en %n partie</numerusform>
            <numerusform>%1 en %n parties</numerusform>
        </translation>
    </message>
    <message>
        <source>Under no hold</source>
        <translation>Pas en conservation</translation>
    </message>
    <message>
        <source>Lift…</source>
        <translation>Lever…</translation>
    </message>
    <message>
        <source>Hold…</source>
        <translation>Conserver…</translation>
    </message>
    <message>
        <source>Lift hold</source>
        <translation>Lever la conservation</translation>
    </message>
    <message>
        <source>Put under hold</source>
        <translation>Mettre en conservation</translation>
    </message>
    <message>
        <source>%1 recordings</source>
        <translation>%1 enregistrements</translation>
    </message>
    <message numerus="yes">
        <source>%n under hold</source>
        <translation>
            <numerusform>%n en conservation</numerusform>
            <numerusform>%n en conservation</numerusform>
        </translation>
    </message>
    <message>
        <source>Not verified yet</source>
        <translation>Pas encore vérifié</translation>
    </message>
    <message numerus="yes">
        <source>%1; %n SHA-256 sum(s) are kept</source>
        <translation>
            <numerusform>%1 ; %n somme SHA-256 est gardée</numerusform>
            <numerusform>%1 ; %n sommes SHA-256 sont gardées</numerusform>
        </translation>
    </message>
    <message>
        <source>Kept original: %1, %2</source>
        <translation>Original gardé : %1, %2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Job %1: %2</source>
        <translation>Tâche %1 : %2</translation>
    </message>
    <message>
        <source>%1 (%2, %3)</source>
        <translation>%1 (%2, %3)</translation>
    </message>
    <message>
        <source>not seekable</source>
        <translation>non navigable</translation>
    </message>
    <message>
        <source>seekable</source>
        <translation>navigable</translation>
    </message>
</context>
<context>
    <name>respool::EmptyPage</name>
    <message>
        <source>No recordings yet</source>
        <translation>Aucun enregistrement pour l’instant</translation>
    </message>
    <message>
        <source>Add a store…</source>
        <translation>Ajouter un dépôt…</translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation>Rien ici</translation>
    </message>
    <message>
        <source>No recording was found in the store. Scan it again when there is one.</source>
        <translation>Aucun enregistrement n’a été trouvé dans le dépôt. Relancez l’analyse quand il y en aura un.</translation>
    </message>
    <message>
        <source>Scan</source>
        <translation>Analyser</translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation>Aucun résultat</translation>
    </message>
    <message>
        <source>No recording fits the filter at the left and the words above.</source>
        <translation>Aucun enregistrement ne correspond au filtre de gauche et aux mots ci-dessus.</translation>
    </message>
    <message>
        <source>Show all recordings</source>
        <translation>Afficher tous les enregistrements</translation>
    </message>
    <message>
        <source>The trash is empty</source>
        <translation>La corbeille est vide</translation>
    </message>
    <message>
        <source>What you delete lies here and can be restored, until you empty it.</source>
        <translation>Ce que vous supprimez se trouve ici et peut être restauré tant que vous ne la videz pas.</translation>
    </message>
    <message>
        <source>or drag the folder onto this window</source>
        <translation>ou faites glisser le dossier sur cette fenêtre</translation>
    </message>
    <message>
        <source>Looking for recordings…</source>
        <translation>Recherche d’enregistrements…</translation>
    </message>
    <message>
        <source>The store is being scanned. Recordings appear here as they are found; the job below shows how far it is.</source>
        <translation>Le dépôt est en cours d’analyse. Les enregistrements apparaissent ici à mesure qu’ils sont trouvés ; la tâche ci-dessous montre l’avancement.</translation>
    </message>
    <message>
        <source>Step 1 of 3: point at a folder that holds recorded sessions, a store. Respool lists what is in it; nothing in it changes before you say so.</source>
        <translation>Étape 1 sur 3 : indiquez un dossier qui contient des sessions enregistrées, un dépôt. Respool liste ce qu’il contient ; rien n’y change avant que vous ne le disiez.</translation>
    </message>
</context>
<context>
    <name>respool::ExportDialog</name>
    <message>
        <source>A &amp;copy that players can seek in</source>
        <translation>Une &amp;copie dans laquelle on peut se déplacer</translation>
    </message>
    <message>
        <source>A c&amp;lip</source>
        <translation>Un e&amp;xtrait</translation>
    </message>
    <message>
        <source>All parts &amp;joined in one WebM</source>
        <translation>Toutes les parties &amp;réunies en un WebM</translation>
    </message>
    <message>
        <source>&amp;Encode anew as VP9 and Opus</source>
        <translation>&amp;Réencoder en VP9 et Opus</translation>
    </message>
    <message>
        <source>E&amp;xport</source>
        <translation>&amp;Exporter</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Partie</translation>
    </message>
    <message>
        <source>Takes long, and loses a little. For codecs that the new file would not take.</source>
        <translation>C’est long, et un peu de qualité se perd. Pour les codecs que le nouveau fichier n’accepterait pas.</translation>
    </message>
    <message>
        <source>A clip can be cut from one recording at a time.</source>
        <translation>Un extrait se coupe dans un seul enregistrement à la fois.</translation>
    </message>
    <message>
        <source>What:</source>
        <translation>Quoi :</translation>
    </message>
    <message>
        <source>&amp;Part:</source>
        <translation>&amp;Partie :</translation>
    </message>
    <message>
        <source>&amp;From:</source>
        <translation>&amp;De :</translation>
    </message>
    <message>
        <source>F&amp;ile:</source>
        <translation>F&amp;ichier :</translation>
    </message>
    <message>
        <source>F&amp;older:</source>
        <translation>D&amp;ossier :</translation>
    </message>
    <message numerus="yes">
        <source>Export %n recording(s)</source>
        <translation>
            <numerusform>Exporter %n enregistrement</numerusform>
            <numerusform>Exporter %n enregistrements</numerusform>
        </translation>
    </message>
    <message>
        <source>All files in a &amp;ZIP archive</source>
        <translation>Tous les fichiers dans une archive &amp;ZIP</translation>
    </message>
    <message numerus="yes">
        <source>%n of the chosen recordings have no video: only an archive takes them.</source>
        <translation>
            <numerusform>%n des enregistrements choisis n’a pas de vidéo : seule une archive l’accepte.</numerusform>
            <numerusform>%n des enregistrements choisis n’ont pas de vidéo : seule une archive les accepte.</numerusform>
        </translation>
    </message>
    <message>
        <source>None of these has a file that can be exported</source>
        <translation>Aucun d’eux n’a de fichier exportable</translation>
    </message>
    <message>
        <source>recordings</source>
        <translation>enregistrements</translation>
    </message>
</context>
<context>
    <name>respool::ExportTargetField</name>
    <message>
        <source>Write the whole path, from / on.</source>
        <translation>Écrivez le chemin entier, à partir de /.</translation>
    </message>
    <message>
        <source>%1 exists already: choose another name, or let it be replaced.</source>
        <translation>%1 existe déjà : choisissez un autre nom, ou faites-le remplacer.</translation>
    </message>
    <message>
        <source>There is no folder %1.</source>
        <translation>Il n’y a pas de dossier %1.</translation>
    </message>
    <message>
        <source>That is inside a store, where it would become a recording: choose another folder.</source>
        <translation>C’est à l’intérieur d’un dépôt, où cela deviendrait un enregistrement : choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>Nothing may be written in %1.</source>
        <translation>Rien ne peut être écrit dans %1.</translation>
    </message>
    <message>
        <source>The name must end in .webm, .mkv or .mp4.</source>
        <translation>Le nom doit finir par .webm, .mkv ou .mp4.</translation>
    </message>
    <message>
        <source>The name must end in .webm: clips, joined parts and what is encoded anew are WebM.</source>
        <translation>Le nom doit finir par .webm : les extraits, les parties réunies et ce qui est réencodé sont en WebM.</translation>
    </message>
    <message>
        <source>&amp;Replace the file if it is there</source>
        <translation>R&amp;emplacer le fichier s’il existe</translation>
    </message>
    <message>
        <source>&amp;Replace files that are there</source>
        <translation>R&amp;emplacer les fichiers qui existent</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>Parco&amp;urir…</translation>
    </message>
    <message>
        <source>Export to a file</source>
        <translation>Exporter vers un fichier</translation>
    </message>
    <message>
        <source>Videos (*.webm *.mkv *.mp4)</source>
        <translation>Vidéos (*.webm *.mkv *.mp4)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Export into a folder</source>
        <translation>Exporter dans un dossier</translation>
    </message>
    <message>
        <source>The name must end in .zip.</source>
        <translation>Le nom doit finir par .zip.</translation>
    </message>
    <message>
        <source>ZIP archives (*.zip)</source>
        <translation>Archives ZIP (*.zip)</translation>
    </message>
</context>
<context>
    <name>respool::ExportWatch</name>
    <message>
        <source>Not everything could be exported to %1; the jobs below say why.</source>
        <translation>Tout n’a pas pu être exporté vers %1 ; les tâches ci-dessous disent pourquoi.</translation>
    </message>
    <message>
        <source>The export is finished: %1</source>
        <translation>L’export est terminé : %1</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) were exported to %1.</source>
        <translation>
            <numerusform>%n fichier a été exporté vers %1.</numerusform>
            <numerusform>%n fichiers ont été exportés vers %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>respool::FilmTip</name>
    <message>
        <source>Picture of the moment under the mouse</source>
        <translation>Image du moment sous la souris</translation>
    </message>
</context>
<context>
    <name>respool::FindDialog</name>
    <message>
        <source>What is wrong with the search</source>
        <translation>Ce qui ne va pas dans la recherche</translation>
    </message>
    <message>
        <source>Find in recordings</source>
        <translation>Rechercher dans les enregistrements</translation>
    </message>
    <message>
        <source>Words to find</source>
        <translation>Mots à rechercher</translation>
    </message>
    <message>
        <source>Words, &quot;phrases&quot;, begin* and -not</source>
        <translation>Mots, &quot;expressions&quot;, début* et -sauf</translation>
    </message>
    <message>
        <source>Recordings to look in</source>
        <translation>Enregistrements où chercher</translation>
    </message>
    <message>
        <source>In all recordings, or kind:log start&gt;-7d</source>
        <translation>Partout, ou kind:log start&gt;-7d</translation>
    </message>
    <message>
        <source>Lines that were found</source>
        <translation>Lignes trouvées</translation>
    </message>
    <message>
        <source>Finds what could be read in terminals and logs.</source>
        <translation>Trouve ce qui a pu être lu dans les terminaux et les journaux.</translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation>Rien n’a été trouvé.</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n ligne</numerusform>
            <numerusform>%n lignes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>More than %n line(s), the newest first</source>
        <translation>
            <numerusform>Plus de %n ligne, la plus récente d’abord</numerusform>
            <numerusform>Plus de %n lignes, les plus récentes d’abord</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n recording(s) are indexed.</source>
        <translation>
            <numerusform>%1 sur %n enregistrement est indexé.</numerusform>
            <numerusform>%1 sur %n enregistrements sont indexés.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>respool::FirstRunDialog</name>
    <message>
        <source>&amp;Draw pictures of them, for the list and the preview</source>
        <translation>En &amp;dessiner des images, pour la liste et l’aperçu</translation>
    </message>
    <message>
        <source>&amp;Read the texts of terminals, so that they can be searched</source>
        <translation>&amp;Lire les textes des terminaux, pour pouvoir y chercher</translation>
    </message>
    <message>
        <source>&amp;Make videos seekable when their recording has ended</source>
        <translation>Rendre les vidéos &amp;navigables quand leur enregistrement est fini</translation>
    </message>
    <message>
        <source>The first store: %1</source>
        <translation>Le premier dépôt : %1</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Examen en cours…</translation>
    </message>
    <message>
        <source>Nothing else in the folder changes before you say so. All of this can be chosen anew later.</source>
        <translation>Rien d’autre ne change dans le dossier avant que vous ne le disiez. Tout cela peut être choisi autrement plus tard.</translation>
    </message>
    <message>
        <source>Step 2 of 3: what was found</source>
        <translation>Étape 2 sur 3 : ce qui a été trouvé</translation>
    </message>
    <message>
        <source>Step 3 of 3: what Respool may do unasked</source>
        <translation>Étape 3 sur 3 : ce que Respool peut faire sans demander</translation>
    </message>
    <message>
        <source>No recording so far. What comes later is found by itself.</source>
        <translation>Aucun enregistrement pour l’instant. Ce qui viendra sera trouvé tout seul.</translation>
    </message>
    <message numerus="yes">
        <source>%n video(s)</source>
        <translation>
            <numerusform>%n vidéo</numerusform>
            <numerusform>%n vidéos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n terminal(s)</source>
        <translation>
            <numerusform>%n terminal</numerusform>
            <numerusform>%n terminaux</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n log(s)</source>
        <translation>
            <numerusform>%n journal</numerusform>
            <numerusform>%n journaux</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s), %1</source>
        <translation>
            <numerusform>%n enregistrement, %1</numerusform>
            <numerusform>%n enregistrements, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them can be made seekable</source>
        <translation>
            <numerusform>%n d’entre eux peut être rendu navigable</numerusform>
            <numerusform>%n d’entre eux peuvent être rendus navigables</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n damaged</source>
        <translation>
            <numerusform>%n endommagé</numerusform>
            <numerusform>%n endommagés</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>respool::GracePage</name>
    <message>
        <source>What is deleted stays in the trash for so many days and can be restored; then it is deleted for good. 0: until the trash is emptied by hand.</source>
        <translation>Ce qui est supprimé reste tant de jours dans la corbeille et peut être restauré ; ensuite c’est supprimé pour de bon. 0 : jusqu’à ce que la corbeille soit vidée à la main.</translation>
    </message>
    <message>
        <source>Days in the trash of %1</source>
        <translation>Jours dans la corbeille de %1</translation>
    </message>
    <message numerus="yes">
        <source> day(s)</source>
        <translation>
            <numerusform> jour</numerusform>
            <numerusform> jours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>respool::HoldWatch</name>
    <message>
        <source>Waits until %1</source>
        <translation>Attend jusqu’à %1</translation>
    </message>
    <message>
        <source>Waits for the mains</source>
        <translation>Attend le secteur</translation>
    </message>
    <message>
        <source>jobs wait until %1</source>
        <translation>les tâches attendent jusqu’à %1</translation>
    </message>
    <message>
        <source>jobs wait for the mains</source>
        <translation>les tâches attendent le secteur</translation>
    </message>
</context>
<context>
    <name>respool::HoursPage</name>
    <message>
        <source>&amp;Run jobs only between</source>
        <translation>N’exécuter les tâches qu’&amp;entre</translation>
    </message>
    <message>
        <source>Run jobs only on &amp;mains power</source>
        <translation>N’exécuter les tâches que sur &amp;secteur</translation>
    </message>
    <message>
        <source>&amp;Apply</source>
        <translation>&amp;Appliquer</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>To</source>
        <translation>À</translation>
    </message>
    <message>
        <source>and</source>
        <translation>et</translation>
    </message>
    <message>
        <source>on</source>
        <translation>le</translation>
    </message>
    <message>
        <source>on mains power</source>
        <translation>sur secteur</translation>
    </message>
    <message>
        <source>Jobs that come due at another time wait; one that runs stops at its next safe point and goes on later. A time that ends before it begins goes over midnight. Time zone: %1.</source>
        <translation>Les tâches dues à un autre moment attendent ; celle qui est en cours s’arrête à son prochain point sûr et reprend plus tard. Une plage qui finit avant de commencer passe minuit. Fuseau horaire : %1.</translation>
    </message>
    <message>
        <source>Set by the command line for one kind of job: %1</source>
        <translation>Réglé en ligne de commande pour un type de tâche : %1</translation>
    </message>
    <message>
        <source>This counts from now on.</source>
        <translation>Cela vaut dès maintenant.</translation>
    </message>
</context>
<context>
    <name>respool::ImportDialog</name>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Importer</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importer</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Dépôt</translation>
    </message>
    <message>
        <source>Import %1</source>
        <translation>Importer %1</translation>
    </message>
    <message>
        <source>&amp;Into the store:</source>
        <translation>&amp;Dans le dépôt :</translation>
    </message>
    <message>
        <source>In it:</source>
        <translation>Contenu :</translation>
    </message>
    <message>
        <source>There is no store yet: add one first.</source>
        <translation>Il n’y a pas encore de dépôt : ajoutez-en d’abord un.</translation>
    </message>
    <message>
        <source>The archive is being read…</source>
        <translation>Lecture de l’archive…</translation>
    </message>
    <message>
        <source>Nothing that can be imported.</source>
        <translation>Rien qui puisse être importé.</translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s), %1</source>
        <translation>
            <numerusform>%n enregistrement, %1</numerusform>
            <numerusform>%n enregistrements, %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Written by Respool: sums, tags, notes and holds come along</source>
        <translation>Écrite par Respool : sommes de contrôle, étiquettes, notes et conservations sont reprises</translation>
    </message>
    <message>
        <source>Folders of a Gateway, without sums, tags or holds</source>
        <translation>Dossiers d’un Gateway, sans sommes de contrôle, étiquettes ni conservations</translation>
    </message>
    <message numerus="yes">
        <source>%n of them under hold</source>
        <translation>
            <numerusform>dont %n en conservation</numerusform>
            <numerusform>dont %n en conservation</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them are in this store already: what is equal stays as it is, what is not is left alone and named in the report.</source>
        <translation>
            <numerusform>%n d’entre eux est déjà dans ce dépôt : ce qui est identique reste en l’état, ce qui ne l’est pas est laissé tel quel et nommé dans le rapport.</numerusform>
            <numerusform>%n d’entre eux sont déjà dans ce dépôt : ce qui est identique reste en l’état, ce qui ne l’est pas est laissé tel quel et nommé dans le rapport.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>et %n autre</numerusform>
            <numerusform>et %n autres</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>respool::JobPage</name>
    <message>
        <source>Jobs</source>
        <translation>Tâches</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Make the selected jobs due now</source>
        <translation>Relancer maintenant les tâches choisies</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Écarter</translation>
    </message>
    <message>
        <source>Remove the selected jobs that have ended</source>
        <translation>Retirer les tâches choisies qui sont terminées</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Suspendre</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Sooner</source>
        <translation>Plus tôt</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Plus tard</translation>
    </message>
    <message>
        <source>Which jobs are shown</source>
        <translation>Quelles tâches sont affichées</translation>
    </message>
    <message>
        <source>All jobs</source>
        <translation>Toutes les tâches</translation>
    </message>
    <message>
        <source>Not finished</source>
        <translation>Non terminées</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Demande attention</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>Search the jobs</source>
        <translation>Rechercher parmi les tâches</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>Words of a kind, a name, an error, a state or a reason</source>
        <translation>Mots d’un type, d’un nom, d’une erreur, d’un état ou d’une raison</translation>
    </message>
    <message>
        <source>Resume queue</source>
        <translation>Reprendre la file</translation>
    </message>
    <message>
        <source>Pause queue</source>
        <translation>Suspendre la file</translation>
    </message>
    <message>
        <source>Begin jobs again</source>
        <translation>Recommencer les tâches</translation>
    </message>
    <message>
        <source>Begin no more jobs</source>
        <translation>Ne plus commencer de tâches</translation>
    </message>
    <message numerus="yes">
        <source>%n ended job(s) are cleared.</source>
        <translation>
            <numerusform>%n tâche finie est effacée.</numerusform>
            <numerusform>%n tâches finies sont effacées.</numerusform>
        </translation>
    </message>
    <message>
        <source>Hold what is selected at its next safe point</source>
        <translation>Mettre la sélection en pause au prochain point sûr</translation>
    </message>
    <message>
        <source>Let what is selected go on</source>
        <translation>Laisser la sélection continuer</translation>
    </message>
    <message>
        <source>Stop what is selected at its next safe point</source>
        <translation>Arrêter la sélection au prochain point sûr</translation>
    </message>
    <message>
        <source>Let what is selected go before others</source>
        <translation>Faire passer la sélection devant</translation>
    </message>
    <message>
        <source>Let others go before what is selected</source>
        <translation>Laisser passer les autres devant</translation>
    </message>
    <message>
        <source>Save report…</source>
        <translation>Enregistrer le rapport…</translation>
    </message>
    <message>
        <source>Every recording of this command with its result, as a page, CSV or JSON</source>
        <translation>Chaque enregistrement de cette commande avec son résultat, en page, CSV ou JSON</translation>
    </message>
    <message>
        <source>Retry all failed</source>
        <translation>Réessayer tous les échecs</translation>
    </message>
    <message>
        <source>Make every job that failed or was parked due now</source>
        <translation>Relancer maintenant toute tâche en échec ou mise de côté</translation>
    </message>
    <message>
        <source>Mark failures as seen</source>
        <translation>Marquer les échecs comme vus</translation>
    </message>
    <message>
        <source>The status bar counts them no longer; they can be retried still</source>
        <translation>La barre d’état ne les compte plus ; on peut toujours les réessayer</translation>
    </message>
    <message>
        <source>Clear ended jobs</source>
        <translation>Effacer les tâches finies</translation>
    </message>
    <message>
        <source>Remove what is done or cancelled. What failed stays, and so does what tells of deleted recordings.</source>
        <translation>Retire ce qui est terminé ou annulé. Les échecs restent, ainsi que ce qui témoigne d’enregistrements supprimés.</translation>
    </message>
    <message>
        <source>Log and details</source>
        <translation>Journal et détails</translation>
    </message>
    <message>
        <source>When the queue is done</source>
        <translation>Quand la file est terminée</translation>
    </message>
    <message>
        <source>Do nothing</source>
        <translation>Ne rien faire</translation>
    </message>
    <message>
        <source>Notify me</source>
        <translation>Me prévenir</translation>
    </message>
    <message>
        <source>Quit Respool</source>
        <translation>Quitter Respool</translation>
    </message>
    <message>
        <source>Let the machine sleep</source>
        <translation>Mettre la machine en veille</translation>
    </message>
    <message>
        <source>Shut the machine down</source>
        <translation>Éteindre la machine</translation>
    </message>
    <message>
        <source>Remember it for the next time</source>
        <translation>S’en souvenir la prochaine fois</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Plus</translation>
    </message>
    <message>
        <source>More that can be done about the queue</source>
        <translation>Ce qu’on peut faire de plus avec la file</translation>
    </message>
    <message>
        <source>More actions for jobs</source>
        <translation>Autres actions sur les tâches</translation>
    </message>
</context>
<context>
    <name>respool::JobPane</name>
    <message>
        <source>Warning: </source>
        <translation>Avertissement : </translation>
    </message>
    <message>
        <source>Error: </source>
        <translation>Erreur : </translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>Essai</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Où</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>To</source>
        <translation>À</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Issue</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Erreur</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Essais</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Enregistrement</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Résultats</translation>
    </message>
    <message>
        <source>The job has not written anything.</source>
        <translation>La tâche n’a rien écrit.</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Details of the job</source>
        <translation>Détails de la tâche</translation>
    </message>
    <message>
        <source>Choose a job to see its log, its attempts and its results.</source>
        <translation>Choisissez une tâche pour voir son journal, ses essais et ses résultats.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Asked for by %1 at %2</source>
        <translation>Demandé par %1 le %2</translation>
    </message>
    <message>
        <source>Job %1: %2, %3, %4</source>
        <translation>Tâche %1 : %2, %3, %4</translation>
    </message>
    <message>
        <source>File: %1</source>
        <translation>Fichier : %1</translation>
    </message>
    <message>
        <source>By itself at %1</source>
        <translation>De lui-même le %1</translation>
    </message>
</context>
<context>
    <name>respool::JobTree</name>
    <message>
        <source>Jobs</source>
        <translation>Tâches</translation>
    </message>
</context>
<context>
    <name>respool::KeyHelp</name>
    <message>
        <source>Keys of the player</source>
        <translation>Touches du lecteur</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Fermer (Échap)</translation>
    </message>
    <message>
        <source>Close the list of keys</source>
        <translation>Fermer la liste des touches</translation>
    </message>
    <message>
        <source>Keys and what they do</source>
        <translation>Touches et leur effet</translation>
    </message>
</context>
<context>
    <name>respool::LibraryModel</name>
    <message>
        <source>No</source>
        <translation>Non</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Oui</translation>
    </message>
    <message>
        <source>%1, held</source>
        <translation>%1, en conservation</translation>
    </message>
    <message>
        <source>Under hold: %1</source>
        <translation>En conservation : %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1 : %2</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Enregistrement</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Dépôt</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Début</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Parties</translation>
    </message>
    <message>
        <source>Seekable</source>
        <translation>Navigable</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation>Marqué</translation>
    </message>
    <message>
        <source>Tags: %1</source>
        <translation>Étiquettes : %1</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>Note : %1</translation>
    </message>
    <message>
        <source>being read</source>
        <translation>en cours de lecture</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Vu</translation>
    </message>
    <message>
        <source>Unseen</source>
        <translation>Non vu</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Étiquettes</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Flag</source>
        <translation>Marque</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Conservation</translation>
    </message>
    <message>
        <source>Video recording</source>
        <translation>Enregistrement vidéo</translation>
    </message>
    <message>
        <source>Terminal recording</source>
        <translation>Enregistrement de terminal</translation>
    </message>
    <message>
        <source>Log recording</source>
        <translation>Enregistrement de journal</translation>
    </message>
    <message>
        <source>Recording of several kinds</source>
        <translation>Enregistrement de plusieurs types</translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n seconde</numerusform>
            <numerusform>%n secondes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 et %2</translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n heure</numerusform>
            <numerusform>%n heures</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 du %2</translation>
    </message>
    <message>
        <source>under hold</source>
        <translation>en conservation</translation>
    </message>
    <message>
        <source>flagged</source>
        <translation>marqué</translation>
    </message>
    <message>
        <source>unseen</source>
        <translation>non vu</translation>
    </message>
    <message>
        <source>tags %1</source>
        <translation>étiquettes %1</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
</context>
<context>
    <name>respool::LibraryPage</name>
    <message>
        <source>Search</source>
        <translation>Recherche</translation>
    </message>
    <message>
        <source>How many recordings are shown</source>
        <translation>Nombre d’enregistrements affichés</translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s)</source>
        <translation>
            <numerusform>%n enregistrement</numerusform>
            <numerusform>%n enregistrements</numerusform>
        </translation>
    </message>
    <message>
        <source>What is wrong with the search</source>
        <translation>Ce qui ne va pas dans la recherche</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n recording(s) selected</source>
        <translation>
            <numerusform>%1 sur %n enregistrement choisi</numerusform>
            <numerusform>%1 sur %n enregistrements choisis</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>more than %n recording(s)</source>
        <translation>
            <numerusform>plus de %n enregistrement</numerusform>
            <numerusform>plus de %n enregistrements</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>respool::LogModel</name>
    <message>
        <source>At %1: %2, %3</source>
        <translation>À %1 : %2, %3</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Événement</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Ce qui s’est passé</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Début</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>A line cannot be read</source>
        <translation>Une ligne est illisible</translation>
    </message>
    <message>
        <source>The start is missing</source>
        <translation>Le début manque</translation>
    </message>
    <message>
        <source>The end is missing</source>
        <translation>La fin manque</translation>
    </message>
    <message>
        <source>A number occurs twice</source>
        <translation>Un numéro apparaît deux fois</translation>
    </message>
    <message>
        <source>Numbers are missing</source>
        <translation>Des numéros manquent</translation>
    </message>
    <message>
        <source>The entries are out of order</source>
        <translation>Les entrées ne sont pas dans l’ordre</translation>
    </message>
    <message>
        <source>An event of an unknown sort</source>
        <translation>Un événement de type inconnu</translation>
    </message>
    <message>
        <source>A field holds what it must not</source>
        <translation>Un champ contient une valeur interdite</translation>
    </message>
    <message>
        <source>The log holds more than is shown</source>
        <translation>Le journal contient plus que ce qui est affiché</translation>
    </message>
    <message>
        <source>A text is cut</source>
        <translation>Un texte est coupé</translation>
    </message>
    <message>
        <source>The last line has no end</source>
        <translation>La dernière ligne n’a pas de fin</translation>
    </message>
</context>
<context>
    <name>respool::LogView</name>
    <message>
        <source>Session log</source>
        <translation>Journal de session</translation>
    </message>
    <message>
        <source>Entries of the session log</source>
        <translation>Entrées du journal de session</translation>
    </message>
    <message numerus="yes">
        <source>Complete, %n entries</source>
        <translation>
            <numerusform>Complet, %n entrée</numerusform>
            <numerusform>Complet, %n entrées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Being written, %n entries so far</source>
        <translation>
            <numerusform>En cours d’écriture, %n entrée jusqu’ici</numerusform>
            <numerusform>En cours d’écriture, %n entrées jusqu’ici</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ended unexpectedly after %n entries</source>
        <translation>
            <numerusform>Terminé de façon inattendue après %n entrée</numerusform>
            <numerusform>Terminé de façon inattendue après %n entrées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n avertissement</numerusform>
            <numerusform>%n avertissements</numerusform>
        </translation>
    </message>
    <message>
        <source>Hide what is odd about this log</source>
        <translation>Masquer ce que ce journal a d’étrange</translation>
    </message>
    <message>
        <source>Show what is odd about this log</source>
        <translation>Montrer ce que ce journal a d’étrange</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Avertissements</translation>
    </message>
</context>
<context>
    <name>respool::MainWindow</name>
    <message>
        <source>Respool</source>
        <translation>Respool</translation>
    </message>
    <message>
        <source>Add a store</source>
        <translation>Ajouter un dépôt</translation>
    </message>
    <message>
        <source>%1 is added and being scanned.</source>
        <translation>%1 est ajouté et en cours d’analyse.</translation>
    </message>
    <message>
        <source>Forget store</source>
        <translation>Oublier le dépôt</translation>
    </message>
    <message>
        <source>The store is forgotten.</source>
        <translation>Le dépôt est oublié.</translation>
    </message>
    <message>
        <source>The recordings will be made seekable; see the jobs below.</source>
        <translation>Les enregistrements vont être rendus navigables ; voyez les tâches ci-dessous.</translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s) will be deleted for good.</source>
        <translation>
            <numerusform>%n enregistrement va être supprimé définitivement.</numerusform>
            <numerusform>%n enregistrements vont être supprimés définitivement.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s) move to the trash.</source>
        <translation>
            <numerusform>%n enregistrement va à la corbeille.</numerusform>
            <numerusform>%n enregistrements vont à la corbeille.</numerusform>
        </translation>
    </message>
    <message>
        <source>The recordings return to their store.</source>
        <translation>Les enregistrements retournent dans leur dépôt.</translation>
    </message>
    <message>
        <source>The trash is being emptied.</source>
        <translation>La corbeille est en train d’être vidée.</translation>
    </message>
    <message>
        <source>Put under hold</source>
        <translation>Mettre en conservation</translation>
    </message>
    <message>
        <source>Why may nobody delete them?</source>
        <translation>Pourquoi personne ne peut-il les supprimer ?</translation>
    </message>
    <message>
        <source>The hold is lifted.</source>
        <translation>La conservation est levée.</translation>
    </message>
    <message>
        <source>About Respool</source>
        <translation>À propos de Respool</translation>
    </message>
    <message>
        <source>Respool %1 manages recorded sessions and never forgets work it accepted.
Free software under the GNU General Public License, version 3 or later.</source>
        <translation>Respool %1 gère les sessions enregistrées et n’oublie jamais le travail qu’il a accepté.
Logiciel libre sous licence publique générale GNU, version 3 ou ultérieure.</translation>
    </message>
    <message>
        <source>Forget this store?</source>
        <translation>Oublier ce dépôt ?</translation>
    </message>
    <message>
        <source>Respool forgets the store and what it knows of its recordings. No file is touched; the store can be added again.</source>
        <translation>Respool oublie le dépôt et ce qu’il sait de ses enregistrements. Aucun fichier n’est touché ; le dépôt peut être ajouté de nouveau.</translation>
    </message>
    <message>
        <source>Empty the trash?</source>
        <translation>Vider la corbeille ?</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>Supprimer définitivement</translation>
    </message>
    <message>
        <source>no program opens the folder %1</source>
        <translation>aucun programme n’ouvre le dossier %1</translation>
    </message>
    <message>
        <source>The queue stands still and goes on by itself. %1</source>
        <translation>La file est arrêtée et reprendra d’elle-même. %1</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) will be written; see the jobs below.</source>
        <translation>
            <numerusform>%n fichier va être écrit ; voyez les tâches ci-dessous.</numerusform>
            <numerusform>%n fichiers vont être écrits ; voyez les tâches ci-dessous.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Looking at %n recording(s)…</source>
        <translation>
            <numerusform>Examen de %n enregistrement…</numerusform>
            <numerusform>Examen de %n enregistrements…</numerusform>
        </translation>
    </message>
    <message>
        <source>Report…</source>
        <translation>Rapport…</translation>
    </message>
    <message>
        <source>Lift hold</source>
        <translation>Lever la conservation</translation>
    </message>
    <message>
        <source>Why may they be deleted now?</source>
        <translation>Pourquoi peuvent-ils être supprimés maintenant ?</translation>
    </message>
    <message>
        <source>Mark as &amp;unseen</source>
        <translation>Marquer comme &amp;non vu</translation>
    </message>
    <message>
        <source>Mark as &amp;seen</source>
        <translation>Marquer comme v&amp;u</translation>
    </message>
    <message>
        <source>Settings of %1</source>
        <translation>Paramètres de %1</translation>
    </message>
    <message>
        <source>How many days does what is deleted stay in the trash?
0: until the trash is emptied by hand.</source>
        <translation>Combien de jours ce qui est supprimé reste-t-il dans la corbeille ?
0 : jusqu’à ce que la corbeille soit vidée à la main.</translation>
    </message>
    <message>
        <source>%1 · the first goes on %2</source>
        <translation>%1 · le premier sera supprimé le %2</translation>
    </message>
    <message>
        <source>The archive will be written; see the jobs below.</source>
        <translation>L’archive va être écrite ; voyez les tâches ci-dessous.</translation>
    </message>
    <message>
        <source>Import an archive</source>
        <translation>Importer une archive</translation>
    </message>
    <message>
        <source>ZIP archives (*.zip)</source>
        <translation>Archives ZIP (*.zip)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>The archive will be imported; see the jobs below.</source>
        <translation>L’archive va être importée ; voyez les tâches ci-dessous.</translation>
    </message>
    <message>
        <source>The recordings will be verified; see the jobs below.</source>
        <translation>Les enregistrements vont être vérifiés ; voyez les tâches ci-dessous.</translation>
    </message>
    <message>
        <source>Verified today</source>
        <translation>Vérifié aujourd’hui</translation>
    </message>
    <message>
        <source>Verified yesterday</source>
        <translation>Vérifié hier</translation>
    </message>
    <message numerus="yes">
        <source>Verified %n days ago</source>
        <translation>
            <numerusform>Vérifié il y a %n jour</numerusform>
            <numerusform>Vérifié il y a %n jours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s) in the trash, %1, are deleted for good, but for those under hold. They cannot be restored.</source>
        <translation>
            <numerusform>%n enregistrement dans la corbeille, %1, est supprimé pour de bon, sauf s’il est en conservation. Il ne pourra pas être restauré.</numerusform>
            <numerusform>%n enregistrements dans la corbeille, %1, sont supprimés pour de bon, sauf ceux en conservation. Ils ne pourront pas être restaurés.</numerusform>
        </translation>
    </message>
    <message>
        <source>The selected recording</source>
        <translation>L’enregistrement sélectionné</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Aperçu</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s) moved to the trash.</source>
        <translation>
            <numerusform>%n enregistrement mis à la corbeille.</numerusform>
            <numerusform>%n enregistrements mis à la corbeille.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler l’action</translation>
    </message>
    <message>
        <source>none of them is in the trash any more</source>
        <translation>aucun n’est encore dans la corbeille</translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s) return to their store.</source>
        <translation>
            <numerusform>%n enregistrement retourne dans son dépôt.</numerusform>
            <numerusform>%n enregistrements retournent dans leur dépôt.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is written.</source>
        <translation>%1 est écrit.</translation>
    </message>
    <message>
        <source>%1 is seekable already: nothing was written.</source>
        <translation>%1 est déjà navigable : rien n’a été écrit.</translation>
    </message>
    <message>
        <source>Nothing to take back</source>
        <translation>Rien à annuler</translation>
    </message>
    <message>
        <source>Take back: %1</source>
        <translation>Annuler : %1</translation>
    </message>
    <message>
        <source>Type a search or choose a filter first; it is kept with its words.</source>
        <translation>Tapez d’abord une recherche ou choisissez un filtre ; il est gardé avec ses mots.</translation>
    </message>
    <message>
        <source>Save search</source>
        <translation>Enregistrer la recherche</translation>
    </message>
    <message>
        <source>Under what name is this search to be kept?
%1</source>
        <translation>Sous quel nom garder cette recherche ?
%1</translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s) were dropped here.</source>
        <translation>
            <numerusform>%n enregistrement a été déposé ici.</numerusform>
            <numerusform>%n enregistrements ont été déposés ici.</numerusform>
        </translation>
    </message>
    <message>
        <source>They can stay where they are and be listed: then their folder becomes a store. Or a seekable copy of each is written beside it, and nothing else changes.</source>
        <translation>Ils peuvent rester où ils sont et être listés : leur dossier devient alors un dépôt. Ou une copie navigable de chacun est écrite à côté, et rien d’autre ne change.</translation>
    </message>
    <message>
        <source>Add the folder as a &amp;store</source>
        <translation>Ajouter le dossier comme &amp;dépôt</translation>
    </message>
    <message>
        <source>&amp;Write seekable copies</source>
        <translation>É&amp;crire des copies navigables</translation>
    </message>
    <message numerus="yes">
        <source>%n seekable cop(ies) are being written.</source>
        <translation>
            <numerusform>%n copie navigable est en cours d’écriture.</numerusform>
            <numerusform>%n copies navigables sont en cours d’écriture.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>respool::Manners</name>
    <message>
        <source>%1: %2</source>
        <translation>%1 : %2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>et %n autre</numerusform>
            <numerusform>et %n autres</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) failed</source>
        <translation>
            <numerusform>%n commande a échoué</numerusform>
            <numerusform>%n commandes ont échoué</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) finished</source>
        <translation>
            <numerusform>%n commande est terminée</numerusform>
            <numerusform>%n commandes sont terminées</numerusform>
        </translation>
    </message>
    <message>
        <source>The queue is done</source>
        <translation>La file est terminée</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) failed.</source>
        <translation>
            <numerusform>%n tâche a échoué.</numerusform>
            <numerusform>%n tâches ont échoué.</numerusform>
        </translation>
    </message>
    <message>
        <source>Every job has ended well.</source>
        <translation>Toutes les tâches se sont bien terminées.</translation>
    </message>
</context>
<context>
    <name>respool::MarkEdits</name>
    <message numerus="yes">
        <source>%n recording(s) were flagged.</source>
        <translation>
            <numerusform>%n enregistrement a été marqué.</numerusform>
            <numerusform>%n enregistrements ont été marqués.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The flag of %n recording(s) was taken away.</source>
        <translation>
            <numerusform>La marque de %n enregistrement a été retirée.</numerusform>
            <numerusform>La marque de %n enregistrements a été retirée.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s) were marked as seen.</source>
        <translation>
            <numerusform>%n enregistrement a été marqué comme vu.</numerusform>
            <numerusform>%n enregistrements ont été marqués comme vus.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s) were marked as unseen.</source>
        <translation>
            <numerusform>%n enregistrement a été marqué comme non vu.</numerusform>
            <numerusform>%n enregistrements ont été marqués comme non vus.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The tags of %n recording(s) were changed.</source>
        <translation>
            <numerusform>Les étiquettes de %n enregistrement ont été changées.</numerusform>
            <numerusform>Les étiquettes de %n enregistrements ont été changées.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The note of %n recording(s) was changed.</source>
        <translation>
            <numerusform>La note de %n enregistrement a été changée.</numerusform>
            <numerusform>La note de %n enregistrements a été changée.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>respool::MarksDialog</name>
    <message>
        <source>Fla&amp;gged</source>
        <translation>&amp;Marqué</translation>
    </message>
    <message>
        <source>Tags and note</source>
        <translation>Étiquettes et note</translation>
    </message>
    <message>
        <source>They have different notes. What you write replaces all.</source>
        <translation>Leurs notes diffèrent. Ce que vous écrivez les remplace toutes.</translation>
    </message>
    <message>
        <source>What is to be known about it</source>
        <translation>Ce qu’il faut en savoir</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Words to find it by, with commas between them</source>
        <translation>Mots séparés par des virgules</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Étiquettes</translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation>Marqué</translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s)</source>
        <translation>
            <numerusform>%n enregistrement</numerusform>
            <numerusform>%n enregistrements</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Tags:</source>
        <translation>É&amp;tiquettes :</translation>
    </message>
    <message>
        <source>&amp;Note:</source>
        <translation>&amp;Note :</translation>
    </message>
</context>
<context>
    <name>respool::MessageBar</name>
    <message>
        <source>Message</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Fermer ce message</translation>
    </message>
</context>
<context>
    <name>respool::PictureStrip</name>
    <message>
        <source>Pictures of the recording</source>
        <translation>Images de l’enregistrement</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n image</numerusform>
            <numerusform>%n images</numerusform>
        </translation>
    </message>
    <message>
        <source>At %1</source>
        <translation>À %1</translation>
    </message>
</context>
<context>
    <name>respool::PlaceView</name>
    <message>
        <source>Lines of the recording</source>
        <translation>Lignes de l’enregistrement</translation>
    </message>
    <message>
        <source>(there is more before this)</source>
        <translation>(il y a d’autres lignes avant)</translation>
    </message>
    <message>
        <source>(there is more behind this)</source>
        <translation>(il y a d’autres lignes après)</translation>
    </message>
</context>
<context>
    <name>respool::PlayerControls</name>
    <message>
        <source>%1×</source>
        <comment>speed</comment>
        <translation>%1×</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Vitesse</translation>
    </message>
    <message>
        <source>Speed (%1, %2)</source>
        <translation>Vitesse (%1, %2)</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volume</translation>
    </message>
    <message>
        <source>Search in this recording</source>
        <translation>Rechercher dans cet enregistrement</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Ce qui a été trouvé</translation>
    </message>
    <message>
        <source>One frame or event &amp;back</source>
        <translation>Une image ou un événement en a&amp;rrière</translation>
    </message>
    <message>
        <source>One frame or event &amp;on</source>
        <translation>Une image ou un événement en a&amp;vant</translation>
    </message>
    <message>
        <source>&amp;Marker before</source>
        <translation>Repère &amp;précédent</translation>
    </message>
    <message>
        <source>Next m&amp;arker</source>
        <translation>Repère s&amp;uivant</translation>
    </message>
    <message>
        <source>&amp;Skip what stands still</source>
        <translation>&amp;Sauter ce qui est immobile</translation>
    </message>
    <message>
        <source>&amp;Time of day</source>
        <translation>&amp;Heure du jour</translation>
    </message>
    <message>
        <source>Be&amp;gin the selection here</source>
        <translation>Co&amp;mmencer la sélection ici</translation>
    </message>
    <message>
        <source>E&amp;nd the selection here</source>
        <translation>&amp;Terminer la sélection ici</translation>
    </message>
    <message>
        <source>&amp;Export the selection…</source>
        <translation>&amp;Exporter la sélection…</translation>
    </message>
    <message>
        <source>&amp;Copy the picture</source>
        <translation>&amp;Copier l’image</translation>
    </message>
    <message>
        <source>Save the &amp;picture…</source>
        <translation>Enregistrer l’&amp;image…</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>T&amp;ouches</translation>
    </message>
    <message>
        <source>Part before</source>
        <translation>Partie précédente</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Lire</translation>
    </message>
    <message>
        <source>Next part</source>
        <translation>Partie suivante</translation>
    </message>
    <message>
        <source>Time of day or time elapsed</source>
        <translation>Heure du jour ou temps écoulé</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Plus</translation>
    </message>
    <message>
        <source>More that the player can do</source>
        <translation>Ce que le lecteur peut faire de plus</translation>
    </message>
    <message>
        <source>Sound on or off</source>
        <translation>Son activé ou coupé</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>off</source>
        <translation>non</translation>
    </message>
    <message>
        <source>on</source>
        <translation>oui</translation>
    </message>
</context>
<context>
    <name>respool::PlayerPane</name>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Réessayer</translation>
    </message>
    <message>
        <source>&amp;Next part</source>
        <translation>Partie &amp;suivante</translation>
    </message>
    <message>
        <source>Window of its own (w)</source>
        <translation>Fenêtre à part (w)</translation>
    </message>
    <message>
        <source>Full screen (F11)</source>
        <translation>Plein écran (F11)</translation>
    </message>
    <message>
        <source>Close the player</source>
        <translation>Fermer le lecteur</translation>
    </message>
    <message>
        <source>Player</source>
        <translation>Lecteur</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>En direct</translation>
    </message>
    <message>
        <source>It is being recorded: to what happens now (l)</source>
        <translation>Enregistrement en cours : vers l’instant présent (l)</translation>
    </message>
    <message>
        <source>What went wrong</source>
        <translation>Ce qui a échoué</translation>
    </message>
    <message>
        <source>Back into the window (w)</source>
        <translation>Retour dans la fenêtre (w)</translation>
    </message>
    <message>
        <source>Leave full screen (F11)</source>
        <translation>Quitter le plein écran (F11)</translation>
    </message>
    <message>
        <source>Selected: %1 to %2</source>
        <translation>Sélection : de %1 à %2</translation>
    </message>
    <message>
        <source>Select something first, with i and o</source>
        <translation>Sélectionnez d’abord quelque chose, avec i et o</translation>
    </message>
    <message>
        <source>A clip can be cut from a video only</source>
        <translation>Un extrait ne peut venir que d’une vidéo</translation>
    </message>
    <message>
        <source>There is nothing to be seen</source>
        <translation>Il n’y a rien à voir</translation>
    </message>
    <message>
        <source>The picture is in the clipboard</source>
        <translation>L’image est dans le presse-papiers</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation>Enregistrer l’image</translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation>Images (*.png)</translation>
    </message>
    <message>
        <source>The picture is in %1</source>
        <translation>L’image est dans %1</translation>
    </message>
    <message>
        <source>The picture cannot be written: %1</source>
        <translation>L’image ne peut pas être écrite : %1</translation>
    </message>
    <message>
        <source>It has nothing to show.</source>
        <translation>Il n’a rien à montrer.</translation>
    </message>
    <message>
        <source>It goes on where it was left, at %1</source>
        <translation>Reprise là où il a été quitté, à %1</translation>
    </message>
    <message>
        <source>part %1 of %2</source>
        <translation>partie %1 sur %2</translation>
    </message>
    <message>
        <source>Gap of %1</source>
        <translation>Interruption de %1</translation>
    </message>
    <message>
        <source>There is none</source>
        <translation>Il n’y en a pas</translation>
    </message>
    <message>
        <source>There is no further one</source>
        <translation>Il n’y en a pas d’autre</translation>
    </message>
    <message>
        <source>Speed %1×</source>
        <translation>Vitesse %1×</translation>
    </message>
    <message>
        <source>What stands still is skipped</source>
        <translation>Ce qui est immobile est sauté</translation>
    </message>
    <message>
        <source>What stands still is shown</source>
        <translation>Ce qui est immobile est montré</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Recherche…</translation>
    </message>
    <message numerus="yes">
        <source>%n hit(s) so far</source>
        <translation>
            <numerusform>%n résultat jusqu’ici</numerusform>
            <numerusform>%n résultats jusqu’ici</numerusform>
        </translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Introuvable</translation>
    </message>
    <message numerus="yes">
        <source>%n hit(s)</source>
        <translation>
            <numerusform>%n résultat</numerusform>
            <numerusform>%n résultats</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) could not be searched</source>
        <translation>
            <numerusform>%n partie n’a pas pu être fouillée</numerusform>
            <numerusform>%n parties n’ont pas pu être fouillées</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading as far as that…</source>
        <translation>Lecture jusque-là…</translation>
    </message>
    <message>
        <source>Shift and the arrow keys select, Enter copies, Esc ends</source>
        <translation>Maj et les flèches sélectionnent, Entrée copie, Échap termine</translation>
    </message>
    <message>
        <source>There is no text of a terminal here</source>
        <translation>Il n’y a pas de texte de terminal ici</translation>
    </message>
</context>
<context>
    <name>respool::PlayerPlace</name>
    <message>
        <source>%1 – Respool</source>
        <translation>%1 – Respool</translation>
    </message>
</context>
<context>
    <name>respool::Presence</name>
    <message>
        <source>Respool has started safely: the queue is paused, and the window is as it was in the beginning.</source>
        <translation>Respool a démarré en sécurité : la file est suspendue et la fenêtre est comme au début.</translation>
    </message>
    <message>
        <source>Resume queue</source>
        <translation>Reprendre la file</translation>
    </message>
    <message>
        <source>Respool ended unexpectedly soon after its last start.</source>
        <translation>Respool s’est arrêté de façon inattendue peu après son dernier démarrage.</translation>
    </message>
    <message>
        <source>Pause the queue and reset the window</source>
        <translation>Suspendre la file et réinitialiser la fenêtre</translation>
    </message>
</context>
<context>
    <name>respool::PreviewPane</name>
    <message>
        <source>Preview</source>
        <translation>Aperçu</translation>
    </message>
    <message numerus="yes">
        <source>first of %n part(s)</source>
        <translation>
            <numerusform>partie unique</numerusform>
            <numerusform>première de %n parties</numerusform>
        </translation>
    </message>
    <message>
        <source>Double-click a recording, or press Enter, to look at it here.</source>
        <translation>Double-cliquez sur un enregistrement, ou appuyez sur Entrée, pour le voir ici.</translation>
    </message>
    <message>
        <source>It was repaired and lacks what could not be read. The damaged original is kept beside it: %1. Whoever does not need it any more may delete that file.</source>
        <translation>Il a été réparé, et ce qui était illisible y manque. L’original endommagé est gardé à côté : %1. Qui n’en a plus besoin peut supprimer ce fichier.</translation>
    </message>
    <message>
        <source>The lines that could be read in it, and since when.</source>
        <translation>Les lignes qui ont pu y être lues, et depuis quand.</translation>
    </message>
</context>
<context>
    <name>respool::QueryEdit</name>
    <message>
        <source>Search: words, kind:video, size&gt;100M, start&gt;-7d, tag:audit; F1 for help</source>
        <translation>Recherche : mots, kind:video, size&gt;100M, start&gt;-7d ; aide : F1</translation>
    </message>
    <message>
        <source>How to search (F1)</source>
        <translation>Comment rechercher (F1)</translation>
    </message>
    <message>
        <source>What may stand here</source>
        <translation>Ce qui peut figurer ici</translation>
    </message>
    <message>
        <source>Save search…</source>
        <translation>Enregistrer la recherche…</translation>
    </message>
</context>
<context>
    <name>respool::QuerySheet</name>
    <message>
        <source>How to search</source>
        <translation>Comment rechercher</translation>
    </message>
    <message>
        <source>Comparisons: : = != &gt; &gt;= &lt; &lt;=</source>
        <translation>Comparaisons : : = != &gt; &gt;= &lt; &lt;=</translation>
    </message>
    <message>
        <source>Any of several values</source>
        <translation>Une valeur parmi plusieurs</translation>
    </message>
    <message>
        <source>From, to; one end may be left out</source>
        <translation>De, à ; une borne peut manquer</translation>
    </message>
    <message>
        <source>AND binds before OR, and need not be written</source>
        <translation>AND passe avant OR et peut être omis</translation>
    </message>
    <message>
        <source>Parentheses hold together what belongs together</source>
        <translation>Les parenthèses regroupent ce qui va ensemble</translation>
    </message>
    <message>
        <source>Within quotes nothing has a meaning of its own</source>
        <translation>Entre guillemets, rien n’a de sens particulier</translation>
    </message>
    <message>
        <source>The id, path, store, a tag or the note contains each of these</source>
        <translation>L’identifiant, le chemin, le dépôt, une étiquette ou la note contient chacun d’eux</translation>
    </message>
</context>
<context>
    <name>respool::RecordingGrid</name>
    <message>
        <source>Recordings as pictures</source>
        <translation>Enregistrements en images</translation>
    </message>
</context>
<context>
    <name>respool::RecordingTable</name>
    <message>
        <source>Recordings</source>
        <translation>Enregistrements</translation>
    </message>
    <message>
        <source>&amp;Reset columns</source>
        <translation>&amp;Réinitialiser les colonnes</translation>
    </message>
</context>
<context>
    <name>respool::ReportDialog</name>
    <message>
        <source>What the check has shown</source>
        <translation>Ce que la vérification a montré</translation>
    </message>
    <message>
        <source>Report of batch %1</source>
        <translation>Rapport du lot %1</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Rapport</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>Enregi&amp;strer…</translation>
    </message>
    <message>
        <source>As a page for printing, a table (CSV) or JSON</source>
        <translation>En page à imprimer, en tableau (CSV) ou en JSON</translation>
    </message>
    <message>
        <source>&amp;Verify</source>
        <translation>&amp;Vérifier</translation>
    </message>
    <message>
        <source>Whether each result is the one that the audit log has a digest of</source>
        <translation>Si chaque résultat est celui dont le journal d’audit a l’empreinte</translation>
    </message>
    <message numerus="yes">
        <source>The first %1 of %n result(s) are shown; what is saved has all of them.</source>
        <translation>
            <numerusform>Les %1 premiers de %n résultat sont affichés ; ce qui est enregistré les contient tous.</numerusform>
            <numerusform>Les %1 premiers de %n résultats sont affichés ; ce qui est enregistré les contient tous.</numerusform>
        </translation>
    </message>
    <message>
        <source>Comparing the report with the audit log…</source>
        <translation>Comparaison du rapport avec le journal d’audit…</translation>
    </message>
    <message numerus="yes">
        <source>In order: %n result(s) are those that the audit log has.</source>
        <translation>
            <numerusform>En ordre : %n résultat est celui du journal d’audit.</numerusform>
            <numerusform>En ordre : %n résultats sont ceux du journal d’audit.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>respool::ReportSaver</name>
    <message>
        <source>Save report</source>
        <translation>Enregistrer le rapport</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tableau (*.csv)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>The report is saved in %1.</source>
        <translation>Le rapport est enregistré dans %1.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>Impossible d’écrire %1 : %2</translation>
    </message>
    <message>
        <source>Page for printing (*.html)</source>
        <translation>Page à imprimer (*.html)</translation>
    </message>
</context>
<context>
    <name>respool::RetentionDialog</name>
    <message>
        <source>&amp;Edit…</source>
        <translation>&amp;Modifier…</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>&amp;Retirer</translation>
    </message>
    <message>
        <source>&amp;Run now…</source>
        <translation>&amp;Exécuter maintenant…</translation>
    </message>
    <message>
        <source>Run &amp;daily at 03:30</source>
        <translation>Exécuter &amp;chaque jour à 03:30</translation>
    </message>
    <message>
        <source>Retention</source>
        <translation>Rétention</translation>
    </message>
    <message>
        <source>Retention rules</source>
        <translation>Règles de rétention</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Enregistrements</translation>
    </message>
    <message>
        <source>Deletes</source>
        <translation>Supprime</translation>
    </message>
    <message>
        <source>Would delete now</source>
        <translation>Supprimerait maintenant</translation>
    </message>
    <message>
        <source>Rules move recordings to the trash of their store. What is under hold, flagged or being recorded stays, and so does all of a store that is offline.</source>
        <translation>Les règles mettent des enregistrements à la corbeille de leur dépôt. Ce qui est en conservation, marqué ou en cours d’enregistrement reste, de même que tout le contenu d’un dépôt hors ligne.</translation>
    </message>
    <message>
        <source>&amp;Add…</source>
        <translation>&amp;Ajouter…</translation>
    </message>
    <message>
        <source>all</source>
        <translation>tous</translation>
    </message>
    <message>
        <source>There is no rule yet: everything is kept.</source>
        <translation>Il n’y a pas encore de règle : tout est gardé.</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>désactivée</translation>
    </message>
    <message>
        <source>Together they would delete %1 now.</source>
        <translation>Ensemble, elles supprimeraient maintenant %1.</translation>
    </message>
    <message>
        <source>Together they would delete nothing now.</source>
        <translation>Ensemble, elles ne supprimeraient rien maintenant.</translation>
    </message>
    <message>
        <source>Looking at what would be deleted…</source>
        <translation>Examen de ce qui serait supprimé…</translation>
    </message>
    <message>
        <source>There is nothing to delete.</source>
        <translation>Il n’y a rien à supprimer.</translation>
    </message>
    <message>
        <source>Delete %1?</source>
        <translation>Supprimer %1 ?</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1 : %2</translation>
    </message>
    <message>
        <source>They began between %1 and %2.</source>
        <translation>Ils ont commencé entre %1 et %2.</translation>
    </message>
    <message>
        <source>They move to the trash and can be restored until they are purged.</source>
        <translation>Ils vont à la corbeille et peuvent être restaurés jusqu’à ce qu’ils y soient supprimés définitivement.</translation>
    </message>
    <message>
        <source>Move to the trash</source>
        <translation>Mettre à la corbeille</translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s) move to the trash.</source>
        <translation>
            <numerusform>%n enregistrement va à la corbeille.</numerusform>
            <numerusform>%n enregistrements vont à la corbeille.</numerusform>
        </translation>
    </message>
    <message>
        <source>retention</source>
        <translation>rétention</translation>
    </message>
    <message>
        <source>The rules run daily at 03:30.</source>
        <translation>Les règles s’exécutent chaque jour à 03:30.</translation>
    </message>
    <message>
        <source>nothing that this program knows</source>
        <translation>rien que ce programme connaisse</translation>
    </message>
    <message numerus="yes">
        <source>what is older than %n day(s)</source>
        <translation>
            <numerusform>ce qui a plus de %n jour</numerusform>
            <numerusform>ce qui a plus de %n jours</numerusform>
        </translation>
    </message>
    <message>
        <source>the oldest beyond %1 in each store</source>
        <translation>les plus anciens au-delà de %1 dans chaque dépôt</translation>
    </message>
    <message numerus="yes">
        <source>all but the newest %n recording(s)</source>
        <translation>
            <numerusform>tous sauf %n enregistrement, le plus récent</numerusform>
            <numerusform>tous sauf les %n enregistrements les plus récents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s), %1</source>
        <translation>
            <numerusform>%n enregistrement, %1</numerusform>
            <numerusform>%n enregistrements, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>respool::RetentionEditor</name>
    <message>
        <source>Change the retention rule</source>
        <translation>Modifier la règle de rétention</translation>
    </message>
    <message>
        <source>New retention rule</source>
        <translation>Nouvelle règle de rétention</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Enregistrements</translation>
    </message>
    <message>
        <source>Words of a search; none: every recording</source>
        <translation>Mots de recherche ; aucun : tous les enregistrements</translation>
    </message>
    <message>
        <source>What it limits</source>
        <translation>Ce qu’elle limite</translation>
    </message>
    <message>
        <source>what is older than</source>
        <translation>ce qui a plus de</translation>
    </message>
    <message>
        <source>the oldest of each store beyond</source>
        <translation>les plus anciens de chaque dépôt au-delà de</translation>
    </message>
    <message>
        <source>all but the newest</source>
        <translation>tous sauf les plus récents</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Limite</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Nom :</translation>
    </message>
    <message>
        <source>&amp;Recordings:</source>
        <translation>&amp;Enregistrements :</translation>
    </message>
    <message>
        <source>&amp;Delete:</source>
        <translation>&amp;Supprimer :</translation>
    </message>
    <message>
        <source>&amp;Save rule</source>
        <translation>En&amp;registrer la règle</translation>
    </message>
    <message>
        <source>&amp;Add rule</source>
        <translation>&amp;Ajouter la règle</translation>
    </message>
    <message>
        <source> GB</source>
        <translation> Go</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Examen en cours…</translation>
    </message>
    <message>
        <source>Would delete %1 now, from %2 to %3.</source>
        <translation>Supprimerait maintenant %1, du %2 au %3.</translation>
    </message>
    <message>
        <source>Would delete nothing now.</source>
        <translation>Ne supprimerait rien maintenant.</translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s) stay though the limit says otherwise: under hold, flagged, missing or offline.</source>
        <translation>
            <numerusform>%n enregistrement reste malgré la limite : en conservation, marqué, manquant ou hors ligne.</numerusform>
            <numerusform>%n enregistrements restent malgré la limite : en conservation, marqués, manquants ou hors ligne.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> day(s)</source>
        <translation>
            <numerusform> jour</numerusform>
            <numerusform> jours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> recording(s)</source>
        <translation>
            <numerusform> enregistrement</numerusform>
            <numerusform> enregistrements</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>respool::RulePicker</name>
    <message>
        <source>Every</source>
        <translation>À intervalle fixe</translation>
    </message>
    <message>
        <source>Daily</source>
        <translation>Chaque jour</translation>
    </message>
    <message>
        <source>Weekly</source>
        <translation>Chaque semaine</translation>
    </message>
    <message>
        <source>As cron writes it</source>
        <translation>Comme dans cron</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Combien</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>minutes</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>heures</translation>
    </message>
    <message>
        <source>days</source>
        <translation>jours</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unité</translation>
    </message>
    <message>
        <source>Time of day</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>at</source>
        <translation>à</translation>
    </message>
    <message>
        <source>Cron expression</source>
        <translation>Expression cron</translation>
    </message>
    <message>
        <source>Minute, hour, day of the month, month, day of the week</source>
        <translation>Minute, heure, jour du mois, mois, jour de la semaine</translation>
    </message>
</context>
<context>
    <name>respool::ScheduleDialog</name>
    <message>
        <source>nothing to do</source>
        <translation>rien à faire</translation>
    </message>
    <message>
        <source>batch %1</source>
        <translation>lot %1</translation>
    </message>
    <message>
        <source>Schedules</source>
        <translation>Planifications</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Horaires</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Ce qu’elle fait</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Fuseau horaire</translation>
    </message>
    <message>
        <source>Next run</source>
        <translation>Prochaine exécution</translation>
    </message>
    <message>
        <source>Last run</source>
        <translation>Dernière exécution</translation>
    </message>
    <message>
        <source>&amp;Add…</source>
        <translation>&amp;Ajouter…</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>&amp;Retirer</translation>
    </message>
    <message>
        <source>&amp;Run now</source>
        <translation>&amp;Exécuter maintenant</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>désactivée</translation>
    </message>
    <message>
        <source>There was nothing to do.</source>
        <translation>Il n’y avait rien à faire.</translation>
    </message>
    <message>
        <source>Batch %1 is enqueued.</source>
        <translation>Le lot %1 est en file.</translation>
    </message>
</context>
<context>
    <name>respool::ScheduleEditor</name>
    <message>
        <source>New schedule</source>
        <translation>Nouvelle planification</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Ce qu’elle fait</translation>
    </message>
    <message>
        <source>All stores</source>
        <translation>Tous les dépôts</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Dépôt</translation>
    </message>
    <message>
        <source>Words of a search; none: every recording</source>
        <translation>Mots de recherche ; aucun : tous les enregistrements</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Enregistrements</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Fuseau horaire</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Nom :</translation>
    </message>
    <message>
        <source>&amp;What it does:</source>
        <translation>&amp;Ce qu’elle fait :</translation>
    </message>
    <message>
        <source>&amp;Store:</source>
        <translation>&amp;Dépôt :</translation>
    </message>
    <message>
        <source>&amp;Recordings:</source>
        <translation>&amp;Enregistrements :</translation>
    </message>
    <message>
        <source>When:</source>
        <translation>Quand :</translation>
    </message>
    <message>
        <source>Time &amp;zone:</source>
        <translation>&amp;Fuseau horaire :</translation>
    </message>
    <message>
        <source>&amp;Add schedule</source>
        <translation>&amp;Ajouter la planification</translation>
    </message>
    <message>
        <source>Runs next: %1</source>
        <translation>Prochaine exécution : %1</translation>
    </message>
    <message>
        <source>Scan for recordings</source>
        <translation>Analyser les dépôts</translation>
    </message>
    <message>
        <source>Make seekable</source>
        <translation>Rendre navigable</translation>
    </message>
    <message>
        <source>Empty the trash</source>
        <translation>Vider la corbeille</translation>
    </message>
    <message>
        <source>Daily at %1</source>
        <translation>Chaque jour à %1</translation>
    </message>
    <message>
        <source>Weekly, %1 at %2</source>
        <translation>Chaque semaine, %1 à %2</translation>
    </message>
    <message numerus="yes">
        <source>Every %n minute(s)</source>
        <translation>
            <numerusform>Chaque minute</numerusform>
            <numerusform>Toutes les %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every %n hour(s)</source>
        <translation>
            <numerusform>Chaque heure</numerusform>
            <numerusform>Toutes les %n heures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every %n day(s)</source>
        <translation>
            <numerusform>Chaque jour</numerusform>
            <numerusform>Tous les %n jours</numerusform>
        </translation>
    </message>
    <message>
        <source>Verify recordings</source>
        <translation>Vérifier les enregistrements</translation>
    </message>
    <message>
        <source>Run the retention rules</source>
        <translation>Exécuter les règles de rétention</translation>
    </message>
</context>
<context>
    <name>respool::SeekBar</name>
    <message>
        <source>Position</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>position, length</comment>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>Nothing was recorded for %1</source>
        <translation>Rien n’a été enregistré pendant %1</translation>
    </message>
</context>
<context>
    <name>respool::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Paramètres</translation>
    </message>
    <message>
        <source>Jobs at the same time</source>
        <translation>Tâches simultanées</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Apparence</translation>
    </message>
    <message>
        <source>&amp;Jobs at the same time:</source>
        <translation>&amp;Tâches simultanées :</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>&amp;Langue :</translation>
    </message>
    <message>
        <source>&amp;Appearance:</source>
        <translation>&amp;Apparence :</translation>
    </message>
    <message>
        <source>&amp;Keep the damaged original beside a repaired recording</source>
        <translation>&amp;Garder l’original endommagé à côté d’un enregistrement réparé</translation>
    </message>
    <message>
        <source>When not everything in a damaged recording can be read, the original stays as NAME.orig. Without it, what was lost cannot be looked for again.</source>
        <translation>Quand tout n’est pas lisible dans un enregistrement endommagé, l’original reste sous NOM.orig. Sans lui, on ne peut plus chercher ce qui a été perdu.</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>Corbeille</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Général</translation>
    </message>
    <message>
        <source>Both count at once: the window is made anew.</source>
        <translation>Les deux comptent aussitôt : la fenêtre est refaite.</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Travail</translation>
    </message>
    <message>
        <source>&amp;Keep the machine awake while jobs run</source>
        <translation>&amp;Garder la machine éveillée tant que des tâches tournent</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Enregistrements</translation>
    </message>
    <message>
        <source>&amp;Draw pictures of new recordings</source>
        <translation>&amp;Dessiner des images des nouveaux enregistrements</translation>
    </message>
    <message>
        <source>&amp;Read the texts of terminals for the search</source>
        <translation>&amp;Lire les textes des terminaux pour la recherche</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Notifications</translation>
    </message>
    <message>
        <source>While no window of Respool is in front, tell me:</source>
        <translation>Quand aucune fenêtre de Respool n’est devant, me dire :</translation>
    </message>
    <message>
        <source>when what I &amp;asked for is finished</source>
        <translation>quand ce que j’ai dem&amp;andé est fini</translation>
    </message>
    <message>
        <source>when something &amp;failed</source>
        <translation>quand quelque chose a é&amp;choué</translation>
    </message>
    <message>
        <source>Beside the window:</source>
        <translation>À côté de la fenêtre :</translation>
    </message>
    <message>
        <source>&amp;Show an icon with the progress in the tray</source>
        <translation>&amp;Afficher une icône avec la progression dans la zone de notification</translation>
    </message>
    <message>
        <source>When the queue is done</source>
        <translation>Quand la file est terminée</translation>
    </message>
    <message>
        <source>Do nothing</source>
        <translation>Ne rien faire</translation>
    </message>
    <message>
        <source>Notify me</source>
        <translation>Me prévenir</translation>
    </message>
    <message>
        <source>Quit Respool</source>
        <translation>Quitter Respool</translation>
    </message>
    <message>
        <source>Let the machine sleep</source>
        <translation>Mettre la machine en veille</translation>
    </message>
    <message>
        <source>Shut the machine down</source>
        <translation>Éteindre la machine</translation>
    </message>
    <message>
        <source>After the queue</source>
        <translation>Après la file</translation>
    </message>
    <message>
        <source>&amp;When the queue is done:</source>
        <translation>&amp;Quand la file est terminée :</translation>
    </message>
    <message>
        <source>Every time. For one time only, choose it in the menu of the jobs. What ends Respool or the machine can be called off for 15 seconds.</source>
        <translation>Chaque fois. Pour une seule fois, choisissez-le dans le menu des tâches. Ce qui arrête Respool ou la machine peut être annulé pendant 15 secondes.</translation>
    </message>
    <message>
        <source>Paths</source>
        <translation>Chemins</translation>
    </message>
    <message>
        <source>Data folder:</source>
        <translation>Dossier de données :</translation>
    </message>
    <message>
        <source>Database:</source>
        <translation>Base de données :</translation>
    </message>
    <message>
        <source>Media process:</source>
        <translation>Processus multimédia :</translation>
    </message>
    <message>
        <source>the one that came with Respool</source>
        <translation>celui livré avec Respool</translation>
    </message>
    <message>
        <source>They are chosen at the start: --data or RESPOOL_DATA, --database or RESPOOL_DATABASE, RESPOOL_MEDIA. Messages go to stderr.</source>
        <translation>Ils sont choisis au démarrage : --data ou RESPOOL_DATA, --database ou RESPOOL_DATABASE, RESPOOL_MEDIA. Les messages vont vers stderr.</translation>
    </message>
</context>
<context>
    <name>respool::Sidebar</name>
    <message>
        <source>Stores and filters</source>
        <translation>Dépôts et filtres</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothèque</translation>
    </message>
    <message>
        <source>All recordings</source>
        <translation>Tous</translation>
    </message>
    <message>
        <source>Videos</source>
        <translation>Vidéos</translation>
    </message>
    <message>
        <source>Terminals</source>
        <translation>Terminaux</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>Journaux</translation>
    </message>
    <message>
        <source>Not seekable</source>
        <translation>Non navigables</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>Endommagés</translation>
    </message>
    <message>
        <source>Under hold</source>
        <translation>En conservation</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Manquants</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>Corbeille</translation>
    </message>
    <message>
        <source>Stores</source>
        <translation>Dépôts</translation>
    </message>
    <message>
        <source>%1 (offline)</source>
        <translation>%1 (hors ligne)</translation>
    </message>
    <message>
        <source>%1
%2</source>
        <translation>%1
%2</translation>
    </message>
    <message>
        <source>Watched: what changes in it is seen at once</source>
        <translation>Surveillé : ce qui y change se voit aussitôt</translation>
    </message>
    <message>
        <source>Rescanned every 10 minutes: a network mount cannot be watched</source>
        <translation>Analysé toutes les 10 minutes : un montage réseau ne peut pas être surveillé</translation>
    </message>
    <message>
        <source>Rescanned every 10 minutes: it has more folders than the system can watch (fs.inotify.max_user_watches)</source>
        <translation>Analysé toutes les 10 minutes : il a plus de dossiers que le système ne peut en surveiller (fs.inotify.max_user_watches)</translation>
    </message>
    <message>
        <source>New recordings are made seekable by themselves</source>
        <translation>Les nouveaux enregistrements sont rendus navigables automatiquement</translation>
    </message>
    <message>
        <source>Recording now</source>
        <translation>En cours d’enregistrement</translation>
    </message>
    <message>
        <source>Unseen</source>
        <translation>Non vus</translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation>Marqués</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Étiquettes</translation>
    </message>
    <message>
        <source>Trash (%1)</source>
        <translation>Corbeille (%1)</translation>
    </message>
    <message>
        <source>Kinds</source>
        <translation>Types</translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation>Recherches enregistrées</translation>
    </message>
    <message numerus="yes">
        <source>%1, more than %n recording(s)</source>
        <translation>
            <numerusform>%1, plus de %n enregistrement</numerusform>
            <numerusform>%1, plus de %n enregistrements</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n recording(s)</source>
        <translation>
            <numerusform>%1, %n enregistrement</numerusform>
            <numerusform>%1, %n enregistrements</numerusform>
        </translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>Re&amp;nommer</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>Vers le &amp;haut</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>Vers le &amp;bas</translation>
    </message>
    <message>
        <source>&amp;Remove search</source>
        <translation>Reti&amp;rer la recherche</translation>
    </message>
    <message>
        <source>&amp;Hide empty rows</source>
        <translation>&amp;Masquer les lignes vides</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>En ligne</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Hors ligne</translation>
    </message>
</context>
<context>
    <name>respool::StatusPanel</name>
    <message>
        <source>Who runs the jobs</source>
        <translation>Qui exécute les tâches</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Tâches</translation>
    </message>
    <message>
        <source>Failed jobs</source>
        <translation>Tâches en échec</translation>
    </message>
    <message>
        <source>This window runs the jobs</source>
        <translation>Cette fenêtre exécute les tâches</translation>
    </message>
    <message>
        <source>Another Respool runs the jobs</source>
        <translation>Un autre Respool exécute les tâches</translation>
    </message>
    <message>
        <source>%1 running, %2 waiting</source>
        <translation>%1 en cours, %2 en attente</translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n échec</numerusform>
            <numerusform>%n échecs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paused</source>
        <translation>
            <numerusform>%n en pause</numerusform>
            <numerusform>%n en pause</numerusform>
        </translation>
    </message>
    <message>
        <source>the queue is paused</source>
        <translation>la file est suspendue</translation>
    </message>
    <message>
        <source>the queue stands still</source>
        <translation>la file est arrêtée</translation>
    </message>
    <message>
        <source>more than %1 left</source>
        <translation>encore plus de %1</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>encore %1</translation>
    </message>
    <message>
        <source>Progress of the queue</source>
        <translation>Progression de la file</translation>
    </message>
    <message numerus="yes">
        <source>%n failed, not looked at</source>
        <translation>
            <numerusform>%n en échec, non consulté</numerusform>
            <numerusform>%n en échec, non consultés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show the jobs that failed (%n in all)</source>
        <translation>
            <numerusform>Afficher les tâches en échec (%n au total)</numerusform>
            <numerusform>Afficher les tâches en échec (%n au total)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>respool::StorageDialog</name>
    <message>
        <source>Unknown</source>
        <translation>Inconnu</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Stockage</translation>
    </message>
    <message>
        <source>Stores</source>
        <translation>Dépôts</translation>
    </message>
    <message>
        <source>%1 (offline)</source>
        <translation>%1 (hors ligne)</translation>
    </message>
    <message>
        <source>Kinds</source>
        <translation>Types</translation>
    </message>
    <message>
        <source>Months</source>
        <translation>Mois</translation>
    </message>
    <message>
        <source>Volumes</source>
        <translation>Volumes</translation>
    </message>
    <message>
        <source>%1 of %2 free</source>
        <translation>%1 libres sur %2</translation>
    </message>
    <message>
        <source>%1; in the trash %2</source>
        <translation>%1 ; dans la corbeille %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1 : %2</translation>
    </message>
    <message>
        <source>Full on %1 at the present rate of %2 a day.</source>
        <translation>Plein le %1 au rythme actuel de %2 par jour.</translation>
    </message>
    <message>
        <source>More goes than comes: it shrinks by %1 a day.</source>
        <translation>Il en part plus qu’il n’en arrive : l’occupation baisse de %1 par jour.</translation>
    </message>
    <message>
        <source>Not full within ten years at the present rate of %1 a day.</source>
        <translation>Pas plein avant dix ans au rythme actuel de %1 par jour.</translation>
    </message>
    <message>
        <source>Too little is known yet to say when it will be full.</source>
        <translation>On en sait encore trop peu pour dire quand il sera plein.</translation>
    </message>
</context>
<context>
    <name>respool::TerminalView</name>
    <message>
        <source>%1 × %2</source>
        <comment>columns, rows</comment>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>Screen of the terminal</source>
        <translation>Écran du terminal</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copier</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>Tout &amp;sélectionner</translation>
    </message>
</context>
<context>
    <name>respool::TextHitModel</name>
    <message>
        <source>at %1</source>
        <translation>à %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1 : %2</translation>
    </message>
</context>
<context>
    <name>respool::TrayIcon</name>
    <message>
        <source>&amp;Open Respool</source>
        <translation>&amp;Ouvrir Respool</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>&amp;Resume queue</source>
        <translation>&amp;Reprendre la file</translation>
    </message>
    <message>
        <source>&amp;Pause queue</source>
        <translation>&amp;Suspendre la file</translation>
    </message>
    <message>
        <source>Respool: %1 running, %2 waiting, %3 failed</source>
        <translation>Respool : %1 en cours, %2 en attente, %3 en échec</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>encore %1</translation>
    </message>
</context>
<context>
    <name>respool::VideoView</name>
    <message>
        <source>Video of the recording</source>
        <translation>Vidéo de l’enregistrement</translation>
    </message>
</context>
</TS>
