<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en_GB">
<context>
    <name>JobText</name>
    <message>
        <source>Waits for space: %1 more needed on %2</source>
        <translation>Wartet auf Platz: %1 mehr nötig auf %2</translation>
    </message>
    <message>
        <source>Waits: the queue is paused</source>
        <translation>Wartet: die Warteschlange ist angehalten</translation>
    </message>
    <message>
        <source>Waits: jobs of this kind are paused</source>
        <translation>Wartet: Aufträge dieser Art sind angehalten</translation>
    </message>
    <message>
        <source>Tries again at %1</source>
        <translation>Neuer Versuch um %1</translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s)</source>
        <translation>
            <numerusform>%n Aufnahme</numerusform>
            <numerusform>%n Aufnahmen</numerusform>
        </translation>
    </message>
    <message>
        <source>Stops at its next safe point</source>
        <translation>Hält am nächsten sicheren Punkt</translation>
    </message>
    <message>
        <source>Pauses at its next safe point</source>
        <translation>Pausiert am nächsten sicheren Punkt</translation>
    </message>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n läuft</numerusform>
            <numerusform>%n laufen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n wartet</numerusform>
            <numerusform>%n warten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paused</source>
        <translation>
            <numerusform>%n angehalten</numerusform>
            <numerusform>%n angehalten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n fehlgeschlagen</numerusform>
            <numerusform>%n fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cancelled</source>
        <translation>
            <numerusform>%n abgebrochen</numerusform>
            <numerusform>%n abgebrochen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n done</source>
        <translation>
            <numerusform>%n fertig</numerusform>
            <numerusform>%n fertig</numerusform>
        </translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>%1 items/s</source>
        <translation>%1 Stück/s</translation>
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
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>Wiedergabe oder Pause</translation>
    </message>
    <message>
        <source>5 seconds back</source>
        <translation>5 Sekunden zurück</translation>
    </message>
    <message>
        <source>5 seconds on</source>
        <translation>5 Sekunden vor</translation>
    </message>
    <message>
        <source>Shift+←</source>
        <translation>Umschalt+←</translation>
    </message>
    <message>
        <source>A tenth back</source>
        <translation>Ein Zehntel zurück</translation>
    </message>
    <message>
        <source>Shift+→</source>
        <translation>Umschalt+→</translation>
    </message>
    <message>
        <source>A tenth on</source>
        <translation>Ein Zehntel vor</translation>
    </message>
    <message>
        <source>To so many tenths</source>
        <translation>Zu so vielen Zehnteln</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Pos1</translation>
    </message>
    <message>
        <source>To the beginning</source>
        <translation>Zum Anfang</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>To the end</source>
        <translation>Zum Ende</translation>
    </message>
    <message>
        <source>One frame or event back</source>
        <translation>Ein Bild oder Ereignis zurück</translation>
    </message>
    <message>
        <source>One frame or event on</source>
        <translation>Ein Bild oder Ereignis vor</translation>
    </message>
    <message>
        <source>Page up</source>
        <translation>Bild auf</translation>
    </message>
    <message>
        <source>Part before</source>
        <translation>Voriger Teil</translation>
    </message>
    <message>
        <source>Page down</source>
        <translation>Bild ab</translation>
    </message>
    <message>
        <source>Next part</source>
        <translation>Nächster Teil</translation>
    </message>
    <message>
        <source>Marker before</source>
        <translation>Vorige Marke</translation>
    </message>
    <message>
        <source>Next marker</source>
        <translation>Nächste Marke</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>Langsamer</translation>
    </message>
    <message>
        <source>Faster</source>
        <translation>Schneller</translation>
    </message>
    <message>
        <source>Skip what stands still</source>
        <translation>Stillstand überspringen</translation>
    </message>
    <message>
        <source>Time of day or time elapsed</source>
        <translation>Uhrzeit oder vergangene Zeit</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation>Nächster Treffer</translation>
    </message>
    <message>
        <source>Hit before</source>
        <translation>Voriger Treffer</translation>
    </message>
    <message>
        <source>Sound on or off</source>
        <translation>Ton an oder aus</translation>
    </message>
    <message>
        <source>To what is being recorded now</source>
        <translation>Zu dem, was gerade aufgenommen wird</translation>
    </message>
    <message>
        <source>Begin the selection here</source>
        <translation>Auswahl hier beginnen</translation>
    </message>
    <message>
        <source>End the selection here</source>
        <translation>Auswahl hier beenden</translation>
    </message>
    <message>
        <source>Export the selection…</source>
        <translation>Auswahl exportieren…</translation>
    </message>
    <message>
        <source>Copy the picture</source>
        <translation>Bild kopieren</translation>
    </message>
    <message>
        <source>Save the picture…</source>
        <translation>Bild speichern…</translation>
    </message>
    <message>
        <source>Window of its own, or back</source>
        <translation>Eigenes Fenster, oder zurück</translation>
    </message>
    <message>
        <source>Full screen, or back</source>
        <translation>Vollbild, oder zurück</translation>
    </message>
    <message>
        <source>These keys</source>
        <translation>Diese Tasten</translation>
    </message>
    <message>
        <source>Esc  q</source>
        <translation>Esc  q</translation>
    </message>
    <message>
        <source>Back, one step after another</source>
        <translation>Zurück, Schritt für Schritt</translation>
    </message>
    <message>
        <source>Select text with Shift and the arrows</source>
        <translation>Text mit Umschalt und Pfeilen auswählen</translation>
    </message>
</context>
<context>
    <name>QueryField</name>
    <message>
        <source>what was recorded</source>
        <translation>was aufgenommen wurde</translation>
    </message>
    <message>
        <source>what a part of it is</source>
        <translation>was ein Teil davon ist</translation>
    </message>
    <message>
        <source>where it is; else all but the trash</source>
        <translation>wo sie ist; sonst alles außer dem Papierkorb</translation>
    </message>
    <message>
        <source>the store it lies in</source>
        <translation>die Ablage, in der sie liegt</translation>
    </message>
    <message>
        <source>its id or its path contains the text</source>
        <translation>ihre Kennung oder ihr Pfad enthält den Text</translation>
    </message>
    <message>
        <source>its path in the store contains the text</source>
        <translation>ihr Pfad in der Ablage enthält den Text</translation>
    </message>
    <message>
        <source>its id begins so</source>
        <translation>ihre Kennung beginnt so</translation>
    </message>
    <message>
        <source>bytes of all its parts: K M G T, or Ki Mi</source>
        <translation>Bytes aller Teile: K M G T, oder Ki Mi</translation>
    </message>
    <message>
        <source>how long: 90s, 10m, 1:30:00, or unknown</source>
        <translation>wie lang: 90s, 10m, 1:30:00, oder unknown</translation>
    </message>
    <message>
        <source>when it began: a date, today, yesterday, or -7d</source>
        <translation>wann sie begann: ein Datum, today, yesterday, oder -7d</translation>
    </message>
    <message>
        <source>when it ended</source>
        <translation>wann sie endete</translation>
    </message>
    <message>
        <source>when one of its files was written last</source>
        <translation>wann eine ihrer Dateien zuletzt geschrieben wurde</translation>
    </message>
    <message>
        <source>when it was moved to the trash</source>
        <translation>wann sie in den Papierkorb kam</translation>
    </message>
    <message>
        <source>how many files it has</source>
        <translation>wie viele Dateien sie hat</translation>
    </message>
    <message>
        <source>it has this tag</source>
        <translation>sie trägt dieses Stichwort</translation>
    </message>
    <message>
        <source>it has any tag</source>
        <translation>sie trägt irgendein Stichwort</translation>
    </message>
    <message>
        <source>it is under hold</source>
        <translation>sie ist gesperrt</translation>
    </message>
    <message>
        <source>the reason of its hold contains the text</source>
        <translation>der Grund der Sperre enthält den Text</translation>
    </message>
    <message>
        <source>a player can jump in all of its videos</source>
        <translation>in all ihren Videos kann gespult werden</translation>
    </message>
    <message>
        <source>it cannot be read, or not all of it</source>
        <translation>sie ist nicht lesbar, oder nicht ganz</translation>
    </message>
    <message>
        <source>it was not there at the last scan</source>
        <translation>sie war beim letzten Einlesen nicht da</translation>
    </message>
    <message>
        <source>what is wrong with it contains the text</source>
        <translation>was an ihr nicht stimmt, enthält den Text</translation>
    </message>
    <message>
        <source>the streams of a part, as in the preview</source>
        <translation>die Ströme eines Teils, wie in der Vorschau</translation>
    </message>
    <message>
        <source>width and height of a video</source>
        <translation>Breite und Höhe eines Videos</translation>
    </message>
    <message>
        <source>somebody has flagged it</source>
        <translation>jemand hat sie markiert</translation>
    </message>
    <message>
        <source>somebody has looked at it</source>
        <translation>jemand hat sie angesehen</translation>
    </message>
    <message>
        <source>its note contains the text</source>
        <translation>ihre Notiz enthält den Text</translation>
    </message>
    <message>
        <source>a line in it has the words, or the begin*</source>
        <translation>eine Zeile darin enthält die Wörter, oder den Anfang*</translation>
    </message>
    <message>
        <source>when it was found to be whole, or unknown: never</source>
        <translation>wann sie für unversehrt befunden wurde, oder unknown: nie</translation>
    </message>
    <message>
        <source>it is being recorded right now</source>
        <translation>sie wird gerade aufgenommen</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>A defect of Respool</source>
        <translation>Ein Fehler in Respool</translation>
    </message>
    <message>
        <source>That cannot be asked for</source>
        <translation>Das kann nicht verlangt werden</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Changed meanwhile</source>
        <translation>Inzwischen verändert</translation>
    </message>
    <message>
        <source>Reading or writing failed</source>
        <translation>Lesen oder Schreiben ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>Waits for space</source>
        <translation>Wartet auf Platz</translation>
    </message>
    <message>
        <source>No permission</source>
        <translation>Keine Berechtigung</translation>
    </message>
    <message>
        <source>Waits for its store</source>
        <translation>Wartet auf die Ablage</translation>
    </message>
    <message>
        <source>Waits for another program or job</source>
        <translation>Wartet auf ein anderes Programm oder einen anderen Auftrag</translation>
    </message>
    <message>
        <source>Left alone for safety</source>
        <translation>Zur Sicherheit unberührt gelassen</translation>
    </message>
    <message>
        <source>The database cannot be used</source>
        <translation>Die Datenbank ist nicht benutzbar</translation>
    </message>
    <message>
        <source>Made by a newer Respool</source>
        <translation>Von einem neueren Respool</translation>
    </message>
    <message>
        <source>The recording cannot be read</source>
        <translation>Die Aufnahme ist nicht lesbar</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Goes on at the next start</source>
        <translation>Geht beim nächsten Start weiter</translation>
    </message>
    <message>
        <source>Another worker has it now</source>
        <translation>Ein anderer Arbeiter hat ihn jetzt</translation>
    </message>
    <message>
        <source>Respool died under it</source>
        <translation>Respool ist dabei abgestürzt</translation>
    </message>
    <message>
        <source>An unknown kind of job</source>
        <translation>Eine unbekannte Art von Auftrag</translation>
    </message>
    <message>
        <source>Its arguments cannot be read</source>
        <translation>Die Angaben sind nicht lesbar</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Waits to try again</source>
        <translation>Wartet auf einen neuen Versuch</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Parked</source>
        <translation>Beiseitegelegt</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>Vorhanden</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>Beschädigt</translation>
    </message>
    <message>
        <source>Being deleted</source>
        <translation>Wird gelöscht</translation>
    </message>
    <message>
        <source>In the trash</source>
        <translation>Im Papierkorb</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Fehlt</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>Terminal</source>
        <translation>Terminal</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Mixed</source>
        <translation>Gemischt</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>Endgültig löschen</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Make seekable</source>
        <translation>Spulbar machen</translation>
    </message>
    <message>
        <source>Scan</source>
        <translation>Einlesen</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Draw pictures</source>
        <translation>Bilder zeichnen</translation>
    </message>
    <message>
        <source>Retention</source>
        <translation>Aufbewahrung</translation>
    </message>
    <message>
        <source>Export to ZIP</source>
        <translation>Als ZIP exportieren</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Read texts</source>
        <translation>Texte lesen</translation>
    </message>
</context>
<context>
    <name>respool</name>
    <message>
        <source>Stopping at a safe point…</source>
        <translation>Hält an einer sicheren Stelle an…</translation>
    </message>
    <message numerus="yes">
        <source>Respool has ended unexpectedly while it started, %n times.</source>
        <translation>
            <numerusform>Respool ist beim Start %n-mal unerwartet beendet worden.</numerusform>
            <numerusform>Respool ist beim Start %n-mal unerwartet beendet worden.</numerusform>
        </translation>
    </message>
    <message>
        <source>It can start safely: with a paused queue, and with the window as it was in the beginning. Nothing that was asked for is lost.</source>
        <translation>Es kann sicher starten: mit angehaltener Warteschlange und dem Fenster, wie es am Anfang war. Nichts, was verlangt wurde, geht verloren.</translation>
    </message>
    <message>
        <source>Start safely</source>
        <translation>Sicher starten</translation>
    </message>
    <message>
        <source>Start as usual</source>
        <translation>Wie gewohnt starten</translation>
    </message>
</context>
<context>
    <name>respool::Actions</name>
    <message>
        <source>&amp;Add store…</source>
        <translation>&amp;Ablage hinzufügen…</translation>
    </message>
    <message>
        <source>&amp;Forget store</source>
        <translation>Ablage &amp;vergessen</translation>
    </message>
    <message>
        <source>&amp;Scan</source>
        <translation>Ein&amp;lesen</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>A&amp;bspielen</translation>
    </message>
    <message>
        <source>&amp;Make seekable</source>
        <translation>Spulbar &amp;machen</translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation>&amp;Löschen…</translation>
    </message>
    <message>
        <source>R&amp;estore</source>
        <translation>Wieder&amp;herstellen</translation>
    </message>
    <message>
        <source>Empty &amp;trash…</source>
        <translation>&amp;Papierkorb leeren…</translation>
    </message>
    <message>
        <source>Put under &amp;hold…</source>
        <translation>&amp;Sperren…</translation>
    </message>
    <message>
        <source>&amp;Copy id</source>
        <translation>&amp;Kennung kopieren</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>&amp;Suchen</translation>
    </message>
    <message>
        <source>&amp;Library</source>
        <translation>&amp;Bibliothek</translation>
    </message>
    <message>
        <source>&amp;Jobs</source>
        <translation>&amp;Aufträge</translation>
    </message>
    <message>
        <source>&amp;About Respool</source>
        <translation>Ü&amp;ber Respool</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Recording</source>
        <translation>&amp;Aufnahme</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>An&amp;sicht</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Main toolbar</source>
        <translation>Hauptwerkzeugleiste</translation>
    </message>
    <message>
        <source>Open &amp;folder</source>
        <translation>&amp;Ordner öffnen</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>&amp;Einstellungen…</translation>
    </message>
    <message>
        <source>S&amp;chedules…</source>
        <translation>&amp;Zeitpläne…</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>E&amp;xportieren…</translation>
    </message>
    <message>
        <source>&amp;Pictures in the list</source>
        <translation>B&amp;ilder in der Liste</translation>
    </message>
    <message>
        <source>&amp;Lift hold…</source>
        <translation>Sperre &amp;aufheben…</translation>
    </message>
    <message>
        <source>Fla&amp;g</source>
        <translation>Ma&amp;rkieren</translation>
    </message>
    <message>
        <source>Mark as &amp;unseen</source>
        <translation>Als &amp;ungesehen kennzeichnen</translation>
    </message>
    <message>
        <source>T&amp;ags…</source>
        <translation>S&amp;tichwörter…</translation>
    </message>
    <message>
        <source>&amp;Note…</source>
        <translation>&amp;Notiz…</translation>
    </message>
    <message>
        <source>Find in &amp;recordings…</source>
        <translation>In Auf&amp;nahmen suchen…</translation>
    </message>
    <message>
        <source>A&amp;udit log…</source>
        <translation>&amp;Revisionsprotokoll…</translation>
    </message>
    <message>
        <source>Histor&amp;y…</source>
        <translation>&amp;Verlauf…</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Importieren…</translation>
    </message>
    <message>
        <source>&amp;Verify</source>
        <translation>Prü&amp;fen</translation>
    </message>
    <message>
        <source>&amp;Retention…</source>
        <translation>Aufbe&amp;wahrung…</translation>
    </message>
    <message>
        <source>S&amp;torage…</source>
        <translation>&amp;Speicherplatz…</translation>
    </message>
    <message>
        <source>Store s&amp;ettings…</source>
        <translation>Einstellungen &amp;der Ablage…</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>&amp;Alles auswählen</translation>
    </message>
    <message>
        <source>&amp;Save search…</source>
        <translation>Suche &amp;speichern…</translation>
    </message>
    <message>
        <source>Delete for &amp;good…</source>
        <translation>&amp;Endgültig löschen…</translation>
    </message>
    <message>
        <source>As a &amp;table</source>
        <translation>Als &amp;Tabelle</translation>
    </message>
    <message>
        <source>As p&amp;ictures</source>
        <translation>Als &amp;Bilder</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
</context>
<context>
    <name>respool::AfterQueueWatch</name>
    <message>
        <source>All jobs have ended. Respool quits in %1 s.</source>
        <translation>Alle Aufträge sind beendet. Respool beendet sich in %1&#xa0;s.</translation>
    </message>
    <message>
        <source>Quit now</source>
        <translation>Jetzt beenden</translation>
    </message>
    <message>
        <source>All jobs have ended. The machine goes to sleep in %1 s.</source>
        <translation>Alle Aufträge sind beendet. Der Rechner geht in %1&#xa0;s schlafen.</translation>
    </message>
    <message>
        <source>Sleep now</source>
        <translation>Jetzt schlafen</translation>
    </message>
    <message>
        <source>All jobs have ended. The machine is shut down in %1 s.</source>
        <translation>Alle Aufträge sind beendet. Der Rechner wird in %1&#xa0;s ausgeschaltet.</translation>
    </message>
    <message>
        <source>Shut down now</source>
        <translation>Jetzt ausschalten</translation>
    </message>
</context>
<context>
    <name>respool::AuditDialog</name>
    <message>
        <source>What the check has shown</source>
        <translation>Was die Prüfung ergeben hat</translation>
    </message>
    <message>
        <source>Audit log</source>
        <translation>Revisionsprotokoll</translation>
    </message>
    <message>
        <source>Only about the recording whose id begins so</source>
        <translation>Nur zur Aufnahme, deren Kennung so beginnt</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Aufnahme</translation>
    </message>
    <message>
        <source>Check the &amp;chain</source>
        <translation>&amp;Kette prüfen</translation>
    </message>
    <message>
        <source>Whether each row follows from the one before it</source>
        <translation>Ob jede Zeile aus der vorigen folgt</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren…</translation>
    </message>
    <message>
        <source>Looking through the log…</source>
        <translation>Das Protokoll wird durchgesehen…</translation>
    </message>
    <message>
        <source>The log is broken: %1</source>
        <translation>Das Protokoll ist nicht unversehrt: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) in order. The last has the hash %1: keep it elsewhere to tell later that none of them was changed.</source>
        <translation>
            <numerusform>%n Zeile in Ordnung. Sie hat den Hash %1: Bewahren Sie ihn anderswo auf, um später zu erkennen, dass sie nicht verändert wurde.</numerusform>
            <numerusform>%n Zeilen in Ordnung. Die letzte hat den Hash %1: Bewahren Sie ihn anderswo auf, um später zu erkennen, dass keine verändert wurde.</numerusform>
        </translation>
    </message>
    <message>
        <source>Export the audit log</source>
        <translation>Revisionsprotokoll exportieren</translation>
    </message>
    <message>
        <source>JSON lines (*.jsonl)</source>
        <translation>JSON-Zeilen (*.jsonl)</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) are written to %1.</source>
        <translation>
            <numerusform>%n Zeile ist nach %1 geschrieben.</numerusform>
            <numerusform>%n Zeilen sind nach %1 geschrieben.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>respool::AuditModel</name>
    <message>
        <source>Put under hold</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Hold lifted</source>
        <translation>Sperre aufgehoben</translation>
    </message>
    <message>
        <source>Job ended</source>
        <translation>Auftrag beendet</translation>
    </message>
    <message>
        <source>Store added</source>
        <translation>Ablage hinzugefügt</translation>
    </message>
    <message>
        <source>Store forgotten</source>
        <translation>Ablage vergessen</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Tried again</source>
        <translation>Neu versucht</translation>
    </message>
    <message>
        <source>Job discarded</source>
        <translation>Auftrag verworfen</translation>
    </message>
    <message>
        <source>Batch %1</source>
        <translation>Stapel %1</translation>
    </message>
    <message>
        <source>SHA-256 %1</source>
        <translation>SHA-256 %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>Handlung</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Betrifft</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Einzelheiten</translation>
    </message>
</context>
<context>
    <name>respool::BatchTreeModel</name>
    <message>
        <source>Job %1</source>
        <translation>Auftrag %1</translation>
    </message>
    <message>
        <source>Batch %1</source>
        <translation>Stapel %1</translation>
    </message>
    <message>
        <source>Batch %1: %2</source>
        <translation>Stapel %1: %2</translation>
    </message>
    <message>
        <source>Job %1: %2</source>
        <translation>Auftrag %1: %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Stapel</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Restzeit</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Vorrang</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>Versuch</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>Verlangt</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
</context>
<context>
    <name>respool::ClipFields</name>
    <message>
        <source>C&amp;ut at the very frame: encodes anew, which takes long</source>
        <translation>Bild&amp;genau schneiden: kodiert neu, und das dauert</translation>
    </message>
    <message>
        <source>beginning</source>
        <translation>Anfang</translation>
    </message>
    <message>
        <source>Where the clip begins</source>
        <translation>Wo der Ausschnitt beginnt</translation>
    </message>
    <message>
        <source>end</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Where the clip ends</source>
        <translation>Wo der Ausschnitt endet</translation>
    </message>
    <message>
        <source>Otherwise the clip begins at the key frame before, and nothing is encoded anew.</source>
        <translation>Sonst beginnt der Ausschnitt beim Schlüsselbild davor, und nichts wird neu kodiert.</translation>
    </message>
    <message>
        <source>&amp;to</source>
        <translation>&amp;bis</translation>
    </message>
    <message>
        <source>“%1” is no time: write seconds (90.5) or h:mm:ss (0:01:30.5).</source>
        <translation>„%1“ ist keine Zeit: Schreiben Sie Sekunden (90,5) oder h:mm:ss (0:01:30,5).</translation>
    </message>
    <message>
        <source>A clip ends after its beginning.</source>
        <translation>Ein Ausschnitt endet nach seinem Anfang.</translation>
    </message>
    <message>
        <source>It would begin after the end: the recording lasts %1.</source>
        <translation>Er begänne nach dem Ende: Die Aufnahme dauert %1.</translation>
    </message>
    <message>
        <source>Seconds (90.5) or h:mm:ss (0:01:30.5). All of it lasts %1.</source>
        <translation>Sekunden (90,5) oder h:mm:ss (0:01:30,5). Das Ganze dauert %1.</translation>
    </message>
    <message>
        <source>Seconds (90.5) or h:mm:ss (0:01:30.5).</source>
        <translation>Sekunden (90,5) oder h:mm:ss (0:01:30,5).</translation>
    </message>
    <message>
        <source>The clip begins and ends at these very frames.</source>
        <translation>Der Ausschnitt beginnt und endet genau bei diesen Bildern.</translation>
    </message>
    <message>
        <source>The clip begins at the key frame before.</source>
        <translation>Der Ausschnitt beginnt beim Schlüsselbild davor.</translation>
    </message>
</context>
<context>
    <name>respool::CountdownDialog</name>
    <message>
        <source>The queue is done</source>
        <translation>Die Warteschlange ist fertig</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Restzeit</translation>
    </message>
</context>
<context>
    <name>respool::DeleteDialog</name>
    <message>
        <source>Recordings that are left alone</source>
        <translation>Aufnahmen, die unberührt bleiben</translation>
    </message>
    <message>
        <source>Delete for &amp;good, without the trash</source>
        <translation>&amp;Endgültig löschen, ohne Papierkorb</translation>
    </message>
    <message>
        <source>Delete recordings</source>
        <translation>Aufnahmen löschen</translation>
    </message>
    <message>
        <source>Size:</source>
        <translation>Größe:</translation>
    </message>
    <message>
        <source>Kept with the deletion, e.g. the ticket</source>
        <translation>Wird mit der Löschung aufbewahrt, z. B. das Ticket</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>&amp;Reason:</source>
        <translation>&amp;Grund:</translation>
    </message>
    <message>
        <source>Delete for good, without the trash</source>
        <translation>Endgültig löschen, ohne Papierkorb</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n recording(s) for good</source>
        <translation>
            <numerusform>%n Aufnahme endgültig löschen</numerusform>
            <numerusform>%n Aufnahmen endgültig löschen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n recording(s) to the trash</source>
        <translation>
            <numerusform>%n Aufnahme in den Papierkorb</numerusform>
            <numerusform>%n Aufnahmen in den Papierkorb</numerusform>
        </translation>
    </message>
    <message>
        <source>They cannot be restored.</source>
        <translation>Sie können nicht wiederhergestellt werden.</translation>
    </message>
    <message>
        <source>They can be restored until the trash is emptied.</source>
        <translation>Sie können wiederhergestellt werden, bis der Papierkorb geleert wird.</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n recording(s)?</source>
        <translation>
            <numerusform>%n Aufnahme löschen?</numerusform>
            <numerusform>%n Aufnahmen löschen?</numerusform>
        </translation>
    </message>
    <message>
        <source>None of these can be deleted</source>
        <translation>Keine davon kann gelöscht werden</translation>
    </message>
    <message>
        <source>Oldest:</source>
        <translation>Älteste:</translation>
    </message>
    <message>
        <source>Newest:</source>
        <translation>Neueste:</translation>
    </message>
    <message numerus="yes">
        <source>%n under hold</source>
        <translation>
            <numerusform>%n gesperrt</numerusform>
            <numerusform>%n gesperrt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n being recorded</source>
        <translation>
            <numerusform>%n wird aufgenommen</numerusform>
            <numerusform>%n werden aufgenommen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s) are left alone</source>
        <translation>
            <numerusform>%n Aufnahme bleibt unberührt</numerusform>
            <numerusform>%n Aufnahmen bleiben unberührt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more; the report names all</source>
        <translation>
            <numerusform>und %n weitere; der Bericht nennt alle</numerusform>
            <numerusform>und %n weitere; der Bericht nennt alle</numerusform>
        </translation>
    </message>
    <message>
        <source>%1:</source>
        <translation>%1:</translation>
    </message>
    <message numerus="yes">
        <source>and %n more store(s)</source>
        <translation>
            <numerusform>und %n weitere Ablage</numerusform>
            <numerusform>und %n weitere Ablagen</numerusform>
        </translation>
    </message>
    <message>
        <source>Missing:</source>
        <translation>Fehlend:</translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s), of which no files are left</source>
        <translation>
            <numerusform>%n Aufnahme, von der keine Dateien übrig sind</numerusform>
            <numerusform>%n Aufnahmen, von denen keine Dateien übrig sind</numerusform>
        </translation>
    </message>
    <message>
        <source>Type %1 to confirm:</source>
        <translation>Zur Bestätigung %1 eingeben:</translation>
    </message>
    <message>
        <source>for good</source>
        <translation>endgültig</translation>
    </message>
    <message>
        <source>into its trash, on the same volume</source>
        <translation>in ihren Papierkorb, auf demselben Datenträger</translation>
    </message>
    <message>
        <source>its trash is on another volume</source>
        <translation>ihr Papierkorb liegt auf einem anderen Datenträger</translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s), %1, %2</source>
        <translation>
            <numerusform>%n Aufnahme, %1, %2</numerusform>
            <numerusform>%n Aufnahmen, %1, %2</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is under hold (%2)</source>
        <translation>%1 ist gesperrt (%2)</translation>
    </message>
    <message>
        <source>%1 is being recorded</source>
        <translation>%1 wird gerade aufgenommen</translation>
    </message>
    <message>
        <source>%1 is being deleted already</source>
        <translation>%1 wird schon gelöscht</translation>
    </message>
    <message>
        <source>%1 is in the trash already</source>
        <translation>%1 liegt schon im Papierkorb</translation>
    </message>
</context>
<context>
    <name>respool::DeletionWatch</name>
    <message>
        <source>The deletion is finished.</source>
        <translation>Die Löschung ist fertig.</translation>
    </message>
    <message>
        <source>The deletion was cancelled; its report says how far it came.</source>
        <translation>Die Löschung wurde abgebrochen; ihr Bericht sagt, wie weit sie kam.</translation>
    </message>
    <message>
        <source>The deletion is finished, but not everything could be deleted; its report says what and why.</source>
        <translation>Die Löschung ist fertig, aber nicht alles konnte gelöscht werden; ihr Bericht sagt, was und warum.</translation>
    </message>
</context>
<context>
    <name>respool::DetailsPane</name>
    <message>
        <source>Store:</source>
        <translation>Ablage:</translation>
    </message>
    <message>
        <source>Kind:</source>
        <translation>Art:</translation>
    </message>
    <message>
        <source>State:</source>
        <translation>Zustand:</translation>
    </message>
    <message>
        <source>Start:</source>
        <translation>Beginn:</translation>
    </message>
    <message>
        <source>Duration:</source>
        <translation>Dauer:</translation>
    </message>
    <message>
        <source>Size:</source>
        <translation>Größe:</translation>
    </message>
    <message>
        <source>Format:</source>
        <translation>Format:</translation>
    </message>
    <message>
        <source>Verified:</source>
        <translation>Geprüft:</translation>
    </message>
    <message>
        <source>Oldest:</source>
        <translation>Älteste:</translation>
    </message>
    <message>
        <source>Newest:</source>
        <translation>Neueste:</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Stichwörter</translation>
    </message>
    <message>
        <source>Words to find it by, with commas between them</source>
        <translation>Wörter, durch Kommas getrennt</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>What is to be known about it</source>
        <translation>Was man über sie wissen soll</translation>
    </message>
    <message>
        <source>Tags:</source>
        <translation>Stichwörter:</translation>
    </message>
    <message>
        <source>Note:</source>
        <translation>Notiz:</translation>
    </message>
    <message>
        <source>Hold:</source>
        <translation>Sperre:</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Was es ist</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Teile</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Select a recording to see its details.</source>
        <translation>Wählen Sie eine Aufnahme, um ihre Einzelheiten zu sehen.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 in %n part(s)</source>
        <translation>
            <numerusform>%1 in %n Teil</numerusform>
            <numerusform>%1 in %n Teilen</numerusform>
        </translation>
    </message>
    <message>
        <source>Under no hold</source>
        <translation>Keine Sperre</translation>
    </message>
    <message>
        <source>Lift…</source>
        <translation>Aufheben…</translation>
    </message>
    <message>
        <source>Hold…</source>
        <translation>Sperren…</translation>
    </message>
    <message>
        <source>Lift hold</source>
        <translation>Sperre aufheben</translation>
    </message>
    <message>
        <source>Put under hold</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>%1 recordings</source>
        <translation>%1 Aufnahmen</translation>
    </message>
    <message numerus="yes">
        <source>%n under hold</source>
        <translation>
            <numerusform>%n gesperrt</numerusform>
            <numerusform>%n gesperrt</numerusform>
        </translation>
    </message>
    <message>
        <source>Not verified yet</source>
        <translation>Noch nicht geprüft</translation>
    </message>
    <message numerus="yes">
        <source>%1; %n SHA-256 sum(s) are kept</source>
        <translation>
            <numerusform>%1; %n SHA-256-Summe ist hinterlegt</numerusform>
            <numerusform>%1; %n SHA-256-Summen sind hinterlegt</numerusform>
        </translation>
    </message>
    <message>
        <source>Kept original: %1, %2</source>
        <translation>Behaltenes Original: %1, %2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Job %1: %2</source>
        <translation>Auftrag %1: %2</translation>
    </message>
    <message>
        <source>%1 (%2, %3)</source>
        <translation>%1 (%2, %3)</translation>
    </message>
    <message>
        <source>not seekable</source>
        <translation>nicht spulbar</translation>
    </message>
    <message>
        <source>seekable</source>
        <translation>spulbar</translation>
    </message>
</context>
<context>
    <name>respool::EmptyPage</name>
    <message>
        <source>No recordings yet</source>
        <translation>Noch keine Aufnahmen</translation>
    </message>
    <message>
        <source>Add a store…</source>
        <translation>Ablage hinzufügen…</translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation>Hier ist nichts</translation>
    </message>
    <message>
        <source>No recording was found in the store. Scan it again when there is one.</source>
        <translation>In der Ablage wurde keine Aufnahme gefunden. Lesen Sie sie neu ein, wenn es eine gibt.</translation>
    </message>
    <message>
        <source>Scan</source>
        <translation>Einlesen</translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>No recording fits the filter at the left and the words above.</source>
        <translation>Keine Aufnahme passt zum Filter links und zu den Wörtern oben.</translation>
    </message>
    <message>
        <source>Show all recordings</source>
        <translation>Alle Aufnahmen zeigen</translation>
    </message>
    <message>
        <source>The trash is empty</source>
        <translation>Der Papierkorb ist leer</translation>
    </message>
    <message>
        <source>What you delete lies here and can be restored, until you empty it.</source>
        <translation>Was Sie löschen, liegt hier und kann wiederhergestellt werden, bis Sie ihn leeren.</translation>
    </message>
    <message>
        <source>or drag the folder onto this window</source>
        <translation>oder ziehen Sie den Ordner auf dieses Fenster</translation>
    </message>
    <message>
        <source>Looking for recordings…</source>
        <translation>Suche nach Aufnahmen…</translation>
    </message>
    <message>
        <source>The store is being scanned. Recordings appear here as they are found; the job below shows how far it is.</source>
        <translation>Die Ablage wird durchsucht. Aufnahmen erscheinen hier, sobald sie gefunden sind; der Auftrag unten zeigt, wie weit das ist.</translation>
    </message>
    <message>
        <source>Step 1 of 3: point at a folder that holds recorded sessions, a store. Respool lists what is in it; nothing in it changes before you say so.</source>
        <translation>Schritt 1 von 3: Zeigen Sie auf einen Ordner mit aufgenommenen Sitzungen, eine Ablage. Respool listet auf, was darin ist; nichts ändert sich, bevor Sie es sagen.</translation>
    </message>
</context>
<context>
    <name>respool::ExportDialog</name>
    <message>
        <source>A &amp;copy that players can seek in</source>
        <translation>Eine &amp;Kopie, in der man spulen kann</translation>
    </message>
    <message>
        <source>A c&amp;lip</source>
        <translation>Ein &amp;Ausschnitt</translation>
    </message>
    <message>
        <source>All parts &amp;joined in one WebM</source>
        <translation>A&amp;lle Teile in einem WebM verbunden</translation>
    </message>
    <message>
        <source>&amp;Encode anew as VP9 and Opus</source>
        <translation>Als VP9 und Opus &amp;neu kodieren</translation>
    </message>
    <message>
        <source>E&amp;xport</source>
        <translation>E&amp;xportieren</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>Takes long, and loses a little. For codecs that the new file would not take.</source>
        <translation>Dauert lange und verliert ein wenig. Für Codecs, die die neue Datei nicht aufnähme.</translation>
    </message>
    <message>
        <source>A clip can be cut from one recording at a time.</source>
        <translation>Ein Ausschnitt lässt sich nur aus einer einzelnen Aufnahme schneiden.</translation>
    </message>
    <message>
        <source>What:</source>
        <translation>Was:</translation>
    </message>
    <message>
        <source>&amp;Part:</source>
        <translation>&amp;Teil:</translation>
    </message>
    <message>
        <source>&amp;From:</source>
        <translation>&amp;Von:</translation>
    </message>
    <message>
        <source>F&amp;ile:</source>
        <translation>&amp;Datei:</translation>
    </message>
    <message>
        <source>F&amp;older:</source>
        <translation>&amp;Ordner:</translation>
    </message>
    <message numerus="yes">
        <source>Export %n recording(s)</source>
        <translation>
            <numerusform>%n Aufnahme exportieren</numerusform>
            <numerusform>%n Aufnahmen exportieren</numerusform>
        </translation>
    </message>
    <message>
        <source>All files in a &amp;ZIP archive</source>
        <translation>Alle Dateien in einem &amp;ZIP-Archiv</translation>
    </message>
    <message numerus="yes">
        <source>%n of the chosen recordings have no video: only an archive takes them.</source>
        <translation>
            <numerusform>%n der gewählten Aufnahmen hat kein Video: Nur ein Archiv nimmt sie auf.</numerusform>
            <numerusform>%n der gewählten Aufnahmen haben kein Video: Nur ein Archiv nimmt sie auf.</numerusform>
        </translation>
    </message>
    <message>
        <source>None of these has a file that can be exported</source>
        <translation>Keine davon hat eine Datei, die sich exportieren lässt</translation>
    </message>
    <message>
        <source>recordings</source>
        <translation>Aufnahmen</translation>
    </message>
</context>
<context>
    <name>respool::ExportTargetField</name>
    <message>
        <source>Write the whole path, from / on.</source>
        <translation>Schreiben Sie den ganzen Pfad, von / an.</translation>
    </message>
    <message>
        <source>%1 exists already: choose another name, or let it be replaced.</source>
        <translation>%1 gibt es schon: Wählen Sie einen anderen Namen, oder lassen Sie die Datei ersetzen.</translation>
    </message>
    <message>
        <source>There is no folder %1.</source>
        <translation>Es gibt keinen Ordner %1.</translation>
    </message>
    <message>
        <source>That is inside a store, where it would become a recording: choose another folder.</source>
        <translation>Das liegt in einer Ablage, wo es zu einer Aufnahme würde: Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Nothing may be written in %1.</source>
        <translation>In %1 darf nichts geschrieben werden.</translation>
    </message>
    <message>
        <source>The name must end in .webm, .mkv or .mp4.</source>
        <translation>Der Name muss auf .webm, .mkv oder .mp4 enden.</translation>
    </message>
    <message>
        <source>The name must end in .webm: clips, joined parts and what is encoded anew are WebM.</source>
        <translation>Der Name muss auf .webm enden: Ausschnitte, verbundene Teile und neu Kodiertes sind WebM.</translation>
    </message>
    <message>
        <source>&amp;Replace the file if it is there</source>
        <translation>Die Datei e&amp;rsetzen, wenn es sie gibt</translation>
    </message>
    <message>
        <source>&amp;Replace files that are there</source>
        <translation>Vorhandene Dateien e&amp;rsetzen</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>Durch&amp;suchen…</translation>
    </message>
    <message>
        <source>Export to a file</source>
        <translation>In eine Datei exportieren</translation>
    </message>
    <message>
        <source>Videos (*.webm *.mkv *.mp4)</source>
        <translation>Videos (*.webm *.mkv *.mp4)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Export into a folder</source>
        <translation>In einen Ordner exportieren</translation>
    </message>
    <message>
        <source>The name must end in .zip.</source>
        <translation>Der Name muss auf .zip enden.</translation>
    </message>
    <message>
        <source>ZIP archives (*.zip)</source>
        <translation>ZIP-Archive (*.zip)</translation>
    </message>
</context>
<context>
    <name>respool::ExportWatch</name>
    <message>
        <source>Not everything could be exported to %1; the jobs below say why.</source>
        <translation>Nicht alles konnte nach %1 exportiert werden; die Aufträge unten sagen, warum.</translation>
    </message>
    <message>
        <source>The export is finished: %1</source>
        <translation>Der Export ist fertig: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) were exported to %1.</source>
        <translation>
            <numerusform>%n Datei wurde nach %1 exportiert.</numerusform>
            <numerusform>%n Dateien wurden nach %1 exportiert.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>respool::FilmTip</name>
    <message>
        <source>Picture of the moment under the mouse</source>
        <translation>Bild des Augenblicks unter der Maus</translation>
    </message>
</context>
<context>
    <name>respool::FindDialog</name>
    <message>
        <source>What is wrong with the search</source>
        <translation>Was an der Suche nicht stimmt</translation>
    </message>
    <message>
        <source>Find in recordings</source>
        <translation>In Aufnahmen suchen</translation>
    </message>
    <message>
        <source>Words to find</source>
        <translation>Gesuchte Wörter</translation>
    </message>
    <message>
        <source>Words, &quot;phrases&quot;, begin* and -not</source>
        <translation>Wörter, &quot;Wortfolgen&quot;, Anfang* und -nicht</translation>
    </message>
    <message>
        <source>Recordings to look in</source>
        <translation>Zu durchsuchende Aufnahmen</translation>
    </message>
    <message>
        <source>In all recordings, or kind:log start&gt;-7d</source>
        <translation>In allen, oder kind:log start&gt;-7d</translation>
    </message>
    <message>
        <source>Lines that were found</source>
        <translation>Gefundene Zeilen</translation>
    </message>
    <message>
        <source>Finds what could be read in terminals and logs.</source>
        <translation>Findet, was in Terminals und Protokollen lesbar war.</translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation>Nichts wurde gefunden.</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n Zeile</numerusform>
            <numerusform>%n Zeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>More than %n line(s), the newest first</source>
        <translation>
            <numerusform>Mehr als %n Zeile, die neueste zuerst</numerusform>
            <numerusform>Mehr als %n Zeilen, die neuesten zuerst</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n recording(s) are indexed.</source>
        <translation>
            <numerusform>%1 von %n Aufnahme ist erfasst.</numerusform>
            <numerusform>%1 von %n Aufnahmen sind erfasst.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>respool::FirstRunDialog</name>
    <message>
        <source>&amp;Draw pictures of them, for the list and the preview</source>
        <translation>Bilder &amp;davon zeichnen, für Liste und Vorschau</translation>
    </message>
    <message>
        <source>&amp;Read the texts of terminals, so that they can be searched</source>
        <translation>Texte von Terminals &amp;lesen, damit man sie durchsuchen kann</translation>
    </message>
    <message>
        <source>&amp;Make videos seekable when their recording has ended</source>
        <translation>Videos &amp;spulbar machen, wenn ihre Aufnahme beendet ist</translation>
    </message>
    <message>
        <source>The first store: %1</source>
        <translation>Die erste Ablage: %1</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Es wird nachgesehen…</translation>
    </message>
    <message>
        <source>Nothing else in the folder changes before you say so. All of this can be chosen anew later.</source>
        <translation>Sonst ändert sich nichts im Ordner, bevor Sie es sagen. All das lässt sich später neu wählen.</translation>
    </message>
    <message>
        <source>Step 2 of 3: what was found</source>
        <translation>Schritt 2 von 3: was gefunden wurde</translation>
    </message>
    <message>
        <source>Step 3 of 3: what Respool may do unasked</source>
        <translation>Schritt 3 von 3: was Respool ungefragt tun darf</translation>
    </message>
    <message>
        <source>No recording so far. What comes later is found by itself.</source>
        <translation>Bisher keine Aufnahme. Was später kommt, wird von selbst gefunden.</translation>
    </message>
    <message numerus="yes">
        <source>%n video(s)</source>
        <translation>
            <numerusform>%n Video</numerusform>
            <numerusform>%n Videos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n terminal(s)</source>
        <translation>
            <numerusform>%n Terminal</numerusform>
            <numerusform>%n Terminals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n log(s)</source>
        <translation>
            <numerusform>%n Protokoll</numerusform>
            <numerusform>%n Protokolle</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s), %1</source>
        <translation>
            <numerusform>%n Aufnahme, %1</numerusform>
            <numerusform>%n Aufnahmen, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them can be made seekable</source>
        <translation>
            <numerusform>%n davon kann spulbar gemacht werden</numerusform>
            <numerusform>%n davon können spulbar gemacht werden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n damaged</source>
        <translation>
            <numerusform>%n beschädigt</numerusform>
            <numerusform>%n beschädigt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>respool::GracePage</name>
    <message>
        <source>What is deleted stays in the trash for so many days and can be restored; then it is deleted for good. 0: until the trash is emptied by hand.</source>
        <translation>Gelöschtes bleibt so viele Tage im Papierkorb und kann wiederhergestellt werden; dann wird es endgültig gelöscht. 0: bis der Papierkorb von Hand geleert wird.</translation>
    </message>
    <message>
        <source>Days in the trash of %1</source>
        <translation>Tage im Papierkorb von %1</translation>
    </message>
    <message numerus="yes">
        <source> day(s)</source>
        <translation>
            <numerusform> Tag</numerusform>
            <numerusform> Tage</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>respool::HoldWatch</name>
    <message>
        <source>Waits until %1</source>
        <translation>Wartet bis %1</translation>
    </message>
    <message>
        <source>Waits for the mains</source>
        <translation>Wartet auf Netzstrom</translation>
    </message>
    <message>
        <source>jobs wait until %1</source>
        <translation>Aufträge warten bis %1</translation>
    </message>
    <message>
        <source>jobs wait for the mains</source>
        <translation>Aufträge warten auf Netzstrom</translation>
    </message>
</context>
<context>
    <name>respool::HoursPage</name>
    <message>
        <source>&amp;Run jobs only between</source>
        <translation>Aufträge &amp;nur ausführen zwischen</translation>
    </message>
    <message>
        <source>Run jobs only on &amp;mains power</source>
        <translation>Aufträge nur mit Netz&amp;strom ausführen</translation>
    </message>
    <message>
        <source>&amp;Apply</source>
        <translation>&amp;Anwenden</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>and</source>
        <translation>und</translation>
    </message>
    <message>
        <source>on</source>
        <translation>am</translation>
    </message>
    <message>
        <source>on mains power</source>
        <translation>mit Netzstrom</translation>
    </message>
    <message>
        <source>Jobs that come due at another time wait; one that runs stops at its next safe point and goes on later. A time that ends before it begins goes over midnight. Time zone: %1.</source>
        <translation>Aufträge, die zu anderer Zeit fällig werden, warten; ein laufender hält an seinem nächsten sicheren Punkt an und geht später weiter. Eine Zeit, die endet, bevor sie beginnt, geht über Mitternacht. Zeitzone: %1.</translation>
    </message>
    <message>
        <source>Set by the command line for one kind of job: %1</source>
        <translation>Auf der Befehlszeile für eine Art von Auftrag gesetzt: %1</translation>
    </message>
    <message>
        <source>This counts from now on.</source>
        <translation>Das gilt ab jetzt.</translation>
    </message>
</context>
<context>
    <name>respool::ImportDialog</name>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Importieren</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Ablage</translation>
    </message>
    <message>
        <source>Import %1</source>
        <translation>%1 importieren</translation>
    </message>
    <message>
        <source>&amp;Into the store:</source>
        <translation>In die &amp;Ablage:</translation>
    </message>
    <message>
        <source>In it:</source>
        <translation>Darin:</translation>
    </message>
    <message>
        <source>There is no store yet: add one first.</source>
        <translation>Es gibt noch keine Ablage: Fügen Sie zuerst eine hinzu.</translation>
    </message>
    <message>
        <source>The archive is being read…</source>
        <translation>Das Archiv wird gelesen…</translation>
    </message>
    <message>
        <source>Nothing that can be imported.</source>
        <translation>Nichts, was sich importieren lässt.</translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s), %1</source>
        <translation>
            <numerusform>%n Aufnahme, %1</numerusform>
            <numerusform>%n Aufnahmen, %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Written by Respool: sums, tags, notes and holds come along</source>
        <translation>Von Respool geschrieben: Prüfsummen, Stichwörter, Notizen und Sperren kommen mit</translation>
    </message>
    <message>
        <source>Folders of a Gateway, without sums, tags or holds</source>
        <translation>Ordner eines Gateways, ohne Prüfsummen, Stichwörter oder Sperren</translation>
    </message>
    <message numerus="yes">
        <source>%n of them under hold</source>
        <translation>
            <numerusform>%n davon gesperrt</numerusform>
            <numerusform>%n davon gesperrt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them are in this store already: what is equal stays as it is, what is not is left alone and named in the report.</source>
        <translation>
            <numerusform>%n davon ist schon in dieser Ablage: Was gleich ist, bleibt, wie es ist; was nicht, bleibt unberührt und steht im Bericht.</numerusform>
            <numerusform>%n davon sind schon in dieser Ablage: Was gleich ist, bleibt, wie es ist; was nicht, bleibt unberührt und steht im Bericht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>respool::JobPage</name>
    <message>
        <source>Jobs</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Make the selected jobs due now</source>
        <translation>Die gewählten Aufträge jetzt ausführen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Remove the selected jobs that have ended</source>
        <translation>Die gewählten beendeten Aufträge entfernen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Sooner</source>
        <translation>Früher</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>Which jobs are shown</source>
        <translation>Welche Aufträge gezeigt werden</translation>
    </message>
    <message>
        <source>All jobs</source>
        <translation>Alle Aufträge</translation>
    </message>
    <message>
        <source>Not finished</source>
        <translation>Nicht beendet</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Braucht Aufmerksamkeit</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Search the jobs</source>
        <translation>Aufträge durchsuchen</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Words of a kind, a name, an error, a state or a reason</source>
        <translation>Wörter einer Art, eines Namens, Fehlers, Zustands oder Grunds</translation>
    </message>
    <message>
        <source>Resume queue</source>
        <translation>Warteschlange fortsetzen</translation>
    </message>
    <message>
        <source>Pause queue</source>
        <translation>Warteschlange anhalten</translation>
    </message>
    <message>
        <source>Begin jobs again</source>
        <translation>Wieder Aufträge beginnen</translation>
    </message>
    <message>
        <source>Begin no more jobs</source>
        <translation>Keine Aufträge mehr beginnen</translation>
    </message>
    <message numerus="yes">
        <source>%n ended job(s) are cleared.</source>
        <translation>
            <numerusform>%n beendeter Auftrag ist weggeräumt.</numerusform>
            <numerusform>%n beendete Aufträge sind weggeräumt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Hold what is selected at its next safe point</source>
        <translation>Ausgewähltes am nächsten sicheren Punkt anhalten</translation>
    </message>
    <message>
        <source>Let what is selected go on</source>
        <translation>Ausgewähltes weiterlaufen lassen</translation>
    </message>
    <message>
        <source>Stop what is selected at its next safe point</source>
        <translation>Ausgewähltes am nächsten sicheren Punkt abbrechen</translation>
    </message>
    <message>
        <source>Let what is selected go before others</source>
        <translation>Ausgewähltes vorziehen</translation>
    </message>
    <message>
        <source>Let others go before what is selected</source>
        <translation>Anderes vorlassen</translation>
    </message>
    <message>
        <source>Save report…</source>
        <translation>Bericht speichern…</translation>
    </message>
    <message>
        <source>Every recording of this command with its result, as a page, CSV or JSON</source>
        <translation>Jede Aufnahme dieses Befehls mit ihrem Ergebnis, als Seite, CSV oder JSON</translation>
    </message>
    <message>
        <source>Retry all failed</source>
        <translation>Fehlgeschlagene wiederholen</translation>
    </message>
    <message>
        <source>Make every job that failed or was parked due now</source>
        <translation>Jeden fehlgeschlagenen oder beiseitegelegten Auftrag sofort wieder fällig machen</translation>
    </message>
    <message>
        <source>Mark failures as seen</source>
        <translation>Fehlschläge als gesehen kennzeichnen</translation>
    </message>
    <message>
        <source>The status bar counts them no longer; they can be retried still</source>
        <translation>Die Statusleiste zählt sie nicht mehr; erneut versuchen kann man sie weiterhin</translation>
    </message>
    <message>
        <source>Clear ended jobs</source>
        <translation>Beendete Aufträge wegräumen</translation>
    </message>
    <message>
        <source>Remove what is done or cancelled. What failed stays, and so does what tells of deleted recordings.</source>
        <translation>Entfernt, was fertig oder abgebrochen ist. Fehlgeschlagenes bleibt, und ebenso, was von gelöschten Aufnahmen zeugt.</translation>
    </message>
    <message>
        <source>Log and details</source>
        <translation>Log und Einzelheiten</translation>
    </message>
    <message>
        <source>When the queue is done</source>
        <translation>Wenn die Warteschlange fertig ist</translation>
    </message>
    <message>
        <source>Do nothing</source>
        <translation>Nichts tun</translation>
    </message>
    <message>
        <source>Notify me</source>
        <translation>Mich benachrichtigen</translation>
    </message>
    <message>
        <source>Quit Respool</source>
        <translation>Respool beenden</translation>
    </message>
    <message>
        <source>Let the machine sleep</source>
        <translation>Den Rechner schlafen lassen</translation>
    </message>
    <message>
        <source>Shut the machine down</source>
        <translation>Den Rechner ausschalten</translation>
    </message>
    <message>
        <source>Remember it for the next time</source>
        <translation>Fürs nächste Mal merken</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>More that can be done about the queue</source>
        <translation>Was man mit der Warteschlange noch tun kann</translation>
    </message>
    <message>
        <source>More actions for jobs</source>
        <translation>Weitere Aktionen für Aufträge</translation>
    </message>
</context>
<context>
    <name>respool::JobPane</name>
    <message>
        <source>Warning: </source>
        <translation>Warnung: </translation>
    </message>
    <message>
        <source>Error: </source>
        <translation>Fehler: </translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>Versuch</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Aufnahme</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>The job has not written anything.</source>
        <translation>Der Auftrag hat nichts geschrieben.</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>Details of the job</source>
        <translation>Einzelheiten des Auftrags</translation>
    </message>
    <message>
        <source>Choose a job to see its log, its attempts and its results.</source>
        <translation>Wählen Sie einen Auftrag, um Log, Versuche und Ergebnisse zu sehen.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Asked for by %1 at %2</source>
        <translation>Verlangt von %1 am %2</translation>
    </message>
    <message>
        <source>Job %1: %2, %3, %4</source>
        <translation>Auftrag %1: %2, %3, %4</translation>
    </message>
    <message>
        <source>File: %1</source>
        <translation>Datei: %1</translation>
    </message>
    <message>
        <source>By itself at %1</source>
        <translation>Von selbst am %1</translation>
    </message>
</context>
<context>
    <name>respool::JobTree</name>
    <message>
        <source>Jobs</source>
        <translation>Aufträge</translation>
    </message>
</context>
<context>
    <name>respool::KeyHelp</name>
    <message>
        <source>Keys of the player</source>
        <translation>Tasten des Players</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>Close the list of keys</source>
        <translation>Liste der Tasten schließen</translation>
    </message>
    <message>
        <source>Keys and what they do</source>
        <translation>Tasten und was sie tun</translation>
    </message>
</context>
<context>
    <name>respool::LibraryModel</name>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>%1, held</source>
        <translation>%1, gesperrt</translation>
    </message>
    <message>
        <source>Under hold: %1</source>
        <translation>Gesperrt: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Aufnahme</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Ablage</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Teile</translation>
    </message>
    <message>
        <source>Seekable</source>
        <translation>Spulbar</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation>Markiert</translation>
    </message>
    <message>
        <source>Tags: %1</source>
        <translation>Stichwörter: %1</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>Notiz: %1</translation>
    </message>
    <message>
        <source>being read</source>
        <translation>wird gelesen</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Gesehen</translation>
    </message>
    <message>
        <source>Unseen</source>
        <translation>Ungesehen</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Stichwörter</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Flag</source>
        <translation>Markierung</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Sperre</translation>
    </message>
    <message>
        <source>Video recording</source>
        <translation>Videoaufnahme</translation>
    </message>
    <message>
        <source>Terminal recording</source>
        <translation>Terminalaufnahme</translation>
    </message>
    <message>
        <source>Log recording</source>
        <translation>Protokollaufnahme</translation>
    </message>
    <message>
        <source>Recording of several kinds</source>
        <translation>Aufnahme mehrerer Arten</translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n Sekunde</numerusform>
            <numerusform>%n Sekunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 und %2</translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n Stunde</numerusform>
            <numerusform>%n Stunden</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 vom %2</translation>
    </message>
    <message>
        <source>under hold</source>
        <translation>gesperrt</translation>
    </message>
    <message>
        <source>flagged</source>
        <translation>markiert</translation>
    </message>
    <message>
        <source>unseen</source>
        <translation>ungesehen</translation>
    </message>
    <message>
        <source>tags %1</source>
        <translation>Stichwörter %1</translation>
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
        <translation>Suche</translation>
    </message>
    <message>
        <source>How many recordings are shown</source>
        <translation>Wie viele Aufnahmen gezeigt werden</translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s)</source>
        <translation>
            <numerusform>%n Aufnahme</numerusform>
            <numerusform>%n Aufnahmen</numerusform>
        </translation>
    </message>
    <message>
        <source>What is wrong with the search</source>
        <translation>Was an der Suche nicht stimmt</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n recording(s) selected</source>
        <translation>
            <numerusform>%1 von %n Aufnahme gewählt</numerusform>
            <numerusform>%1 von %n Aufnahmen gewählt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>more than %n recording(s)</source>
        <translation>
            <numerusform>mehr als %n Aufnahme</numerusform>
            <numerusform>mehr als %n Aufnahmen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>respool::LogModel</name>
    <message>
        <source>At %1: %2, %3</source>
        <translation>Bei %1: %2, %3</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>A line cannot be read</source>
        <translation>Eine Zeile ist nicht lesbar</translation>
    </message>
    <message>
        <source>The start is missing</source>
        <translation>Der Beginn fehlt</translation>
    </message>
    <message>
        <source>The end is missing</source>
        <translation>Das Ende fehlt</translation>
    </message>
    <message>
        <source>A number occurs twice</source>
        <translation>Eine Nummer kommt zweimal vor</translation>
    </message>
    <message>
        <source>Numbers are missing</source>
        <translation>Nummern fehlen</translation>
    </message>
    <message>
        <source>The entries are out of order</source>
        <translation>Die Einträge sind nicht in der Reihenfolge</translation>
    </message>
    <message>
        <source>An event of an unknown sort</source>
        <translation>Ein Ereignis unbekannter Art</translation>
    </message>
    <message>
        <source>A field holds what it must not</source>
        <translation>Ein Feld enthält, was es nicht darf</translation>
    </message>
    <message>
        <source>The log holds more than is shown</source>
        <translation>Das Protokoll enthält mehr, als gezeigt wird</translation>
    </message>
    <message>
        <source>A text is cut</source>
        <translation>Ein Text ist gekürzt</translation>
    </message>
    <message>
        <source>The last line has no end</source>
        <translation>Die letzte Zeile hat kein Ende</translation>
    </message>
</context>
<context>
    <name>respool::LogView</name>
    <message>
        <source>Session log</source>
        <translation>Sitzungsprotokoll</translation>
    </message>
    <message>
        <source>Entries of the session log</source>
        <translation>Einträge des Sitzungsprotokolls</translation>
    </message>
    <message numerus="yes">
        <source>Complete, %n entries</source>
        <translation>
            <numerusform>Vollständig, %n Eintrag</numerusform>
            <numerusform>Vollständig, %n Einträge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Being written, %n entries so far</source>
        <translation>
            <numerusform>Wird geschrieben, bisher %n Eintrag</numerusform>
            <numerusform>Wird geschrieben, bisher %n Einträge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ended unexpectedly after %n entries</source>
        <translation>
            <numerusform>Unerwartet geendet nach %n Eintrag</numerusform>
            <numerusform>Unerwartet geendet nach %n Einträgen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n Warnung</numerusform>
            <numerusform>%n Warnungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Hide what is odd about this log</source>
        <translation>Auffälligkeiten dieses Protokolls ausblenden</translation>
    </message>
    <message>
        <source>Show what is odd about this log</source>
        <translation>Auffälligkeiten dieses Protokolls zeigen</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Warnungen</translation>
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
        <translation>Ablage hinzufügen</translation>
    </message>
    <message>
        <source>%1 is added and being scanned.</source>
        <translation>%1 ist hinzugefügt und wird eingelesen.</translation>
    </message>
    <message>
        <source>Forget store</source>
        <translation>Ablage vergessen</translation>
    </message>
    <message>
        <source>The store is forgotten.</source>
        <translation>Die Ablage ist vergessen.</translation>
    </message>
    <message>
        <source>The recordings will be made seekable; see the jobs below.</source>
        <translation>Die Aufnahmen werden spulbar gemacht; siehe die Aufträge unten.</translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s) will be deleted for good.</source>
        <translation>
            <numerusform>%n Aufnahme wird endgültig gelöscht.</numerusform>
            <numerusform>%n Aufnahmen werden endgültig gelöscht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s) move to the trash.</source>
        <translation>
            <numerusform>%n Aufnahme kommt in den Papierkorb.</numerusform>
            <numerusform>%n Aufnahmen kommen in den Papierkorb.</numerusform>
        </translation>
    </message>
    <message>
        <source>The recordings return to their store.</source>
        <translation>Die Aufnahmen kehren in ihre Ablage zurück.</translation>
    </message>
    <message>
        <source>The trash is being emptied.</source>
        <translation>Der Papierkorb wird geleert.</translation>
    </message>
    <message>
        <source>Put under hold</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Why may nobody delete them?</source>
        <translation>Warum darf niemand sie löschen?</translation>
    </message>
    <message>
        <source>The hold is lifted.</source>
        <translation>Die Sperre ist aufgehoben.</translation>
    </message>
    <message>
        <source>About Respool</source>
        <translation>Über Respool</translation>
    </message>
    <message>
        <source>Respool %1 manages recorded sessions and never forgets work it accepted.
Free software under the GNU General Public License, version 3 or later.</source>
        <translation>Respool %1 verwaltet aufgezeichnete Sitzungen und vergisst keine Arbeit, die es angenommen hat.
Freie Software unter der GNU General Public License, Version 3 oder später.</translation>
    </message>
    <message>
        <source>Forget this store?</source>
        <translation>Diese Ablage vergessen?</translation>
    </message>
    <message>
        <source>Respool forgets the store and what it knows of its recordings. No file is touched; the store can be added again.</source>
        <translation>Respool vergisst die Ablage und was es von ihren Aufnahmen weiß. Keine Datei wird angerührt; die Ablage kann wieder hinzugefügt werden.</translation>
    </message>
    <message>
        <source>Empty the trash?</source>
        <translation>Papierkorb leeren?</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>Endgültig löschen</translation>
    </message>
    <message>
        <source>no program opens the folder %1</source>
        <translation>kein Programm öffnet den Ordner %1</translation>
    </message>
    <message>
        <source>The queue stands still and goes on by itself. %1</source>
        <translation>Die Warteschlange steht still und geht von selbst weiter. %1</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) will be written; see the jobs below.</source>
        <translation>
            <numerusform>%n Datei wird geschrieben; siehe die Aufträge unten.</numerusform>
            <numerusform>%n Dateien werden geschrieben; siehe die Aufträge unten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Looking at %n recording(s)…</source>
        <translation>
            <numerusform>%n Aufnahme wird durchgesehen…</numerusform>
            <numerusform>%n Aufnahmen werden durchgesehen…</numerusform>
        </translation>
    </message>
    <message>
        <source>Report…</source>
        <translation>Bericht…</translation>
    </message>
    <message>
        <source>Lift hold</source>
        <translation>Sperre aufheben</translation>
    </message>
    <message>
        <source>Why may they be deleted now?</source>
        <translation>Warum dürfen sie jetzt gelöscht werden?</translation>
    </message>
    <message>
        <source>Mark as &amp;unseen</source>
        <translation>Als &amp;ungesehen kennzeichnen</translation>
    </message>
    <message>
        <source>Mark as &amp;seen</source>
        <translation>Als &amp;gesehen kennzeichnen</translation>
    </message>
    <message>
        <source>Settings of %1</source>
        <translation>Einstellungen von %1</translation>
    </message>
    <message>
        <source>How many days does what is deleted stay in the trash?
0: until the trash is emptied by hand.</source>
        <translation>Wie viele Tage bleibt Gelöschtes im Papierkorb?
0: bis der Papierkorb von Hand geleert wird.</translation>
    </message>
    <message>
        <source>%1 · the first goes on %2</source>
        <translation>%1 · die erste wird am %2 gelöscht</translation>
    </message>
    <message>
        <source>The archive will be written; see the jobs below.</source>
        <translation>Das Archiv wird geschrieben; siehe die Aufträge unten.</translation>
    </message>
    <message>
        <source>Import an archive</source>
        <translation>Archiv importieren</translation>
    </message>
    <message>
        <source>ZIP archives (*.zip)</source>
        <translation>ZIP-Archive (*.zip)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>The archive will be imported; see the jobs below.</source>
        <translation>Das Archiv wird importiert; siehe die Aufträge unten.</translation>
    </message>
    <message>
        <source>The recordings will be verified; see the jobs below.</source>
        <translation>Die Aufnahmen werden geprüft; siehe die Aufträge unten.</translation>
    </message>
    <message>
        <source>Verified today</source>
        <translation>Heute geprüft</translation>
    </message>
    <message>
        <source>Verified yesterday</source>
        <translation>Gestern geprüft</translation>
    </message>
    <message numerus="yes">
        <source>Verified %n days ago</source>
        <translation>
            <numerusform>Vor %n Tag geprüft</numerusform>
            <numerusform>Vor %n Tagen geprüft</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s) in the trash, %1, are deleted for good, but for those under hold. They cannot be restored.</source>
        <translation>
            <numerusform>%n Aufnahme im Papierkorb, %1, wird endgültig gelöscht, außer sie ist gesperrt. Sie kann nicht wiederhergestellt werden.</numerusform>
            <numerusform>%n Aufnahmen im Papierkorb, %1, werden endgültig gelöscht, außer den gesperrten. Sie können nicht wiederhergestellt werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>The selected recording</source>
        <translation>Die ausgewählte Aufnahme</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s) moved to the trash.</source>
        <translation>
            <numerusform>%n Aufnahme liegt im Papierkorb.</numerusform>
            <numerusform>%n Aufnahmen liegen im Papierkorb.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>none of them is in the trash any more</source>
        <translation>keine davon liegt noch im Papierkorb</translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s) return to their store.</source>
        <translation>
            <numerusform>%n Aufnahme kehrt in ihre Ablage zurück.</numerusform>
            <numerusform>%n Aufnahmen kehren in ihre Ablage zurück.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is written.</source>
        <translation>%1 ist geschrieben.</translation>
    </message>
    <message>
        <source>%1 is seekable already: nothing was written.</source>
        <translation>%1 ist schon spulbar: es wurde nichts geschrieben.</translation>
    </message>
    <message>
        <source>Nothing to take back</source>
        <translation>Nichts zurückzunehmen</translation>
    </message>
    <message>
        <source>Take back: %1</source>
        <translation>Zurücknehmen: %1</translation>
    </message>
    <message>
        <source>Type a search or choose a filter first; it is kept with its words.</source>
        <translation>Geben Sie erst eine Suche ein oder wählen Sie einen Filter; gespeichert wird er mit seinen Worten.</translation>
    </message>
    <message>
        <source>Save search</source>
        <translation>Suche speichern</translation>
    </message>
    <message>
        <source>Under what name is this search to be kept?
%1</source>
        <translation>Unter welchem Namen soll diese Suche gespeichert werden?
%1</translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s) were dropped here.</source>
        <translation>
            <numerusform>%n Aufnahme wurde hier abgelegt.</numerusform>
            <numerusform>%n Aufnahmen wurden hier abgelegt.</numerusform>
        </translation>
    </message>
    <message>
        <source>They can stay where they are and be listed: then their folder becomes a store. Or a seekable copy of each is written beside it, and nothing else changes.</source>
        <translation>Sie können bleiben, wo sie sind, und aufgelistet werden: dann wird ihr Ordner eine Ablage. Oder neben jede wird eine spulbare Kopie geschrieben, und sonst ändert sich nichts.</translation>
    </message>
    <message>
        <source>Add the folder as a &amp;store</source>
        <translation>Ordner als &amp;Ablage hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Write seekable copies</source>
        <translation>Spulbare &amp;Kopien schreiben</translation>
    </message>
    <message numerus="yes">
        <source>%n seekable cop(ies) are being written.</source>
        <translation>
            <numerusform>%n spulbare Kopie wird geschrieben.</numerusform>
            <numerusform>%n spulbare Kopien werden geschrieben.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>respool::Manners</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) failed</source>
        <translation>
            <numerusform>%n Befehl ist fehlgeschlagen</numerusform>
            <numerusform>%n Befehle sind fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) finished</source>
        <translation>
            <numerusform>%n Befehl ist fertig</numerusform>
            <numerusform>%n Befehle sind fertig</numerusform>
        </translation>
    </message>
    <message>
        <source>The queue is done</source>
        <translation>Die Warteschlange ist fertig</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) failed.</source>
        <translation>
            <numerusform>%n Auftrag ist fehlgeschlagen.</numerusform>
            <numerusform>%n Aufträge sind fehlgeschlagen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Every job has ended well.</source>
        <translation>Jeder Auftrag ist gut ausgegangen.</translation>
    </message>
</context>
<context>
    <name>respool::MarkEdits</name>
    <message numerus="yes">
        <source>%n recording(s) were flagged.</source>
        <translation>
            <numerusform>%n Aufnahme wurde markiert.</numerusform>
            <numerusform>%n Aufnahmen wurden markiert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The flag of %n recording(s) was taken away.</source>
        <translation>
            <numerusform>Die Markierung von %n Aufnahme wurde entfernt.</numerusform>
            <numerusform>Die Markierung von %n Aufnahmen wurde entfernt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s) were marked as seen.</source>
        <translation>
            <numerusform>%n Aufnahme wurde als gesehen gekennzeichnet.</numerusform>
            <numerusform>%n Aufnahmen wurden als gesehen gekennzeichnet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s) were marked as unseen.</source>
        <translation>
            <numerusform>%n Aufnahme wurde als ungesehen gekennzeichnet.</numerusform>
            <numerusform>%n Aufnahmen wurden als ungesehen gekennzeichnet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The tags of %n recording(s) were changed.</source>
        <translation>
            <numerusform>Die Stichwörter von %n Aufnahme wurden geändert.</numerusform>
            <numerusform>Die Stichwörter von %n Aufnahmen wurden geändert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The note of %n recording(s) was changed.</source>
        <translation>
            <numerusform>Die Notiz von %n Aufnahme wurde geändert.</numerusform>
            <numerusform>Die Notiz von %n Aufnahmen wurde geändert.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>respool::MarksDialog</name>
    <message>
        <source>Fla&amp;gged</source>
        <translation>&amp;Markiert</translation>
    </message>
    <message>
        <source>Tags and note</source>
        <translation>Stichwörter und Notiz</translation>
    </message>
    <message>
        <source>They have different notes. What you write replaces all.</source>
        <translation>Die Notizen sind verschieden. Was Sie schreiben, ersetzt alle.</translation>
    </message>
    <message>
        <source>What is to be known about it</source>
        <translation>Was man darüber wissen soll</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Words to find it by, with commas between them</source>
        <translation>Wörter, durch Kommas getrennt</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Stichwörter</translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation>Markiert</translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s)</source>
        <translation>
            <numerusform>%n Aufnahme</numerusform>
            <numerusform>%n Aufnahmen</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Tags:</source>
        <translation>&amp;Stichwörter:</translation>
    </message>
    <message>
        <source>&amp;Note:</source>
        <translation>&amp;Notiz:</translation>
    </message>
</context>
<context>
    <name>respool::MessageBar</name>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
</context>
<context>
    <name>respool::PictureStrip</name>
    <message>
        <source>Pictures of the recording</source>
        <translation>Bilder der Aufnahme</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n Bild</numerusform>
            <numerusform>%n Bilder</numerusform>
        </translation>
    </message>
    <message>
        <source>At %1</source>
        <translation>Bei %1</translation>
    </message>
</context>
<context>
    <name>respool::PlaceView</name>
    <message>
        <source>Lines of the recording</source>
        <translation>Zeilen der Aufnahme</translation>
    </message>
    <message>
        <source>(there is more before this)</source>
        <translation>(davor steht noch mehr)</translation>
    </message>
    <message>
        <source>(there is more behind this)</source>
        <translation>(danach steht noch mehr)</translation>
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
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Speed (%1, %2)</source>
        <translation>Tempo (%1, %2)</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Lautstärke</translation>
    </message>
    <message>
        <source>Search in this recording</source>
        <translation>In dieser Aufnahme suchen</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Was gefunden wurde</translation>
    </message>
    <message>
        <source>One frame or event &amp;back</source>
        <translation>Ein Bild oder Ereignis &amp;zurück</translation>
    </message>
    <message>
        <source>One frame or event &amp;on</source>
        <translation>Ein Bild oder Ereignis &amp;vor</translation>
    </message>
    <message>
        <source>&amp;Marker before</source>
        <translation>Vorige &amp;Marke</translation>
    </message>
    <message>
        <source>Next m&amp;arker</source>
        <translation>Nächste M&amp;arke</translation>
    </message>
    <message>
        <source>&amp;Skip what stands still</source>
        <translation>&amp;Stillstand überspringen</translation>
    </message>
    <message>
        <source>&amp;Time of day</source>
        <translation>&amp;Uhrzeit</translation>
    </message>
    <message>
        <source>Be&amp;gin the selection here</source>
        <translation>Auswahl hier be&amp;ginnen</translation>
    </message>
    <message>
        <source>E&amp;nd the selection here</source>
        <translation>Auswahl hier be&amp;enden</translation>
    </message>
    <message>
        <source>&amp;Export the selection…</source>
        <translation>Auswahl e&amp;xportieren…</translation>
    </message>
    <message>
        <source>&amp;Copy the picture</source>
        <translation>Bild &amp;kopieren</translation>
    </message>
    <message>
        <source>Save the &amp;picture…</source>
        <translation>&amp;Bild speichern…</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Tasten</translation>
    </message>
    <message>
        <source>Part before</source>
        <translation>Voriger Teil</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Next part</source>
        <translation>Nächster Teil</translation>
    </message>
    <message>
        <source>Time of day or time elapsed</source>
        <translation>Uhrzeit oder vergangene Zeit</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>More that the player can do</source>
        <translation>Was der Player noch kann</translation>
    </message>
    <message>
        <source>Sound on or off</source>
        <translation>Ton an oder aus</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
</context>
<context>
    <name>respool::PlayerPane</name>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Erneut versuchen</translation>
    </message>
    <message>
        <source>&amp;Next part</source>
        <translation>&amp;Nächster Teil</translation>
    </message>
    <message>
        <source>Window of its own (w)</source>
        <translation>Eigenes Fenster (w)</translation>
    </message>
    <message>
        <source>Full screen (F11)</source>
        <translation>Vollbild (F11)</translation>
    </message>
    <message>
        <source>Close the player</source>
        <translation>Player schließen</translation>
    </message>
    <message>
        <source>Player</source>
        <translation>Player</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>It is being recorded: to what happens now (l)</source>
        <translation>Es wird gerade aufgenommen: zum Jetzt (l)</translation>
    </message>
    <message>
        <source>What went wrong</source>
        <translation>Was schiefging</translation>
    </message>
    <message>
        <source>Back into the window (w)</source>
        <translation>Zurück ins Fenster (w)</translation>
    </message>
    <message>
        <source>Leave full screen (F11)</source>
        <translation>Vollbild verlassen (F11)</translation>
    </message>
    <message>
        <source>Selected: %1 to %2</source>
        <translation>Ausgewählt: %1 bis %2</translation>
    </message>
    <message>
        <source>Select something first, with i and o</source>
        <translation>Erst etwas auswählen, mit i und o</translation>
    </message>
    <message>
        <source>A clip can be cut from a video only</source>
        <translation>Ein Ausschnitt geht nur aus einem Video</translation>
    </message>
    <message>
        <source>There is nothing to be seen</source>
        <translation>Es ist nichts zu sehen</translation>
    </message>
    <message>
        <source>The picture is in the clipboard</source>
        <translation>Das Bild ist in der Zwischenablage</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation>Bild speichern</translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation>Bilder (*.png)</translation>
    </message>
    <message>
        <source>The picture is in %1</source>
        <translation>Das Bild liegt in %1</translation>
    </message>
    <message>
        <source>The picture cannot be written: %1</source>
        <translation>Das Bild kann nicht geschrieben werden: %1</translation>
    </message>
    <message>
        <source>It has nothing to show.</source>
        <translation>Sie hat nichts zu zeigen.</translation>
    </message>
    <message>
        <source>It goes on where it was left, at %1</source>
        <translation>Weiter, wo sie verlassen wurde, bei %1</translation>
    </message>
    <message>
        <source>part %1 of %2</source>
        <translation>Teil %1 von %2</translation>
    </message>
    <message>
        <source>Gap of %1</source>
        <translation>Lücke von %1</translation>
    </message>
    <message>
        <source>There is none</source>
        <translation>Es gibt keine</translation>
    </message>
    <message>
        <source>There is no further one</source>
        <translation>Es gibt keine weitere</translation>
    </message>
    <message>
        <source>Speed %1×</source>
        <translation>Tempo %1×</translation>
    </message>
    <message>
        <source>What stands still is skipped</source>
        <translation>Stillstand wird übersprungen</translation>
    </message>
    <message>
        <source>What stands still is shown</source>
        <translation>Stillstand wird gezeigt</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Suche läuft…</translation>
    </message>
    <message numerus="yes">
        <source>%n hit(s) so far</source>
        <translation>
            <numerusform>%n Treffer bisher</numerusform>
            <numerusform>%n Treffer bisher</numerusform>
        </translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message numerus="yes">
        <source>%n hit(s)</source>
        <translation>
            <numerusform>%n Treffer</numerusform>
            <numerusform>%n Treffer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) could not be searched</source>
        <translation>
            <numerusform>%n Teil konnte nicht durchsucht werden</numerusform>
            <numerusform>%n Teile konnten nicht durchsucht werden</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading as far as that…</source>
        <translation>Es wird bis dorthin gelesen…</translation>
    </message>
    <message>
        <source>Shift and the arrow keys select, Enter copies, Esc ends</source>
        <translation>Umschalt und Pfeiltasten wählen aus, Eingabe kopiert, Esc beendet</translation>
    </message>
    <message>
        <source>There is no text of a terminal here</source>
        <translation>Hier ist kein Text eines Terminals</translation>
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
        <translation>Respool ist sicher gestartet: die Warteschlange ist angehalten, und das Fenster ist, wie es am Anfang war.</translation>
    </message>
    <message>
        <source>Resume queue</source>
        <translation>Warteschlange fortsetzen</translation>
    </message>
    <message>
        <source>Respool ended unexpectedly soon after its last start.</source>
        <translation>Respool ist bald nach dem letzten Start unerwartet beendet worden.</translation>
    </message>
    <message>
        <source>Pause the queue and reset the window</source>
        <translation>Warteschlange anhalten und Fenster zurücksetzen</translation>
    </message>
</context>
<context>
    <name>respool::PreviewPane</name>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message numerus="yes">
        <source>first of %n part(s)</source>
        <translation>
            <numerusform>einziger Teil</numerusform>
            <numerusform>erster von %n Teilen</numerusform>
        </translation>
    </message>
    <message>
        <source>Double-click a recording, or press Enter, to look at it here.</source>
        <translation>Doppelklick oder Eingabetaste auf einer Aufnahme zeigt sie hier.</translation>
    </message>
    <message>
        <source>It was repaired and lacks what could not be read. The damaged original is kept beside it: %1. Whoever does not need it any more may delete that file.</source>
        <translation>Sie wurde repariert, und ihr fehlt, was nicht lesbar war. Das beschädigte Original liegt daneben: %1. Wer es nicht mehr braucht, kann diese Datei löschen.</translation>
    </message>
    <message>
        <source>The lines that could be read in it, and since when.</source>
        <translation>Die Zeilen, die darin lesbar waren, und seit wann.</translation>
    </message>
</context>
<context>
    <name>respool::QueryEdit</name>
    <message>
        <source>Search: words, kind:video, size&gt;100M, start&gt;-7d, tag:audit; F1 for help</source>
        <translation>Suche: Wörter, kind:video, size&gt;100M, start&gt;-7d; Hilfe: F1</translation>
    </message>
    <message>
        <source>How to search (F1)</source>
        <translation>Wie man sucht (F1)</translation>
    </message>
    <message>
        <source>What may stand here</source>
        <translation>Was hier stehen kann</translation>
    </message>
    <message>
        <source>Save search…</source>
        <translation>Suche speichern…</translation>
    </message>
</context>
<context>
    <name>respool::QuerySheet</name>
    <message>
        <source>How to search</source>
        <translation>Wie man sucht</translation>
    </message>
    <message>
        <source>Comparisons: : = != &gt; &gt;= &lt; &lt;=</source>
        <translation>Vergleiche: : = != &gt; &gt;= &lt; &lt;=</translation>
    </message>
    <message>
        <source>Any of several values</source>
        <translation>Einer von mehreren Werten</translation>
    </message>
    <message>
        <source>From, to; one end may be left out</source>
        <translation>Von, bis; ein Ende darf fehlen</translation>
    </message>
    <message>
        <source>AND binds before OR, and need not be written</source>
        <translation>AND bindet vor OR und muss nicht geschrieben werden</translation>
    </message>
    <message>
        <source>Parentheses hold together what belongs together</source>
        <translation>Klammern halten zusammen, was zusammengehört</translation>
    </message>
    <message>
        <source>Within quotes nothing has a meaning of its own</source>
        <translation>In Anführungszeichen hat nichts eine eigene Bedeutung</translation>
    </message>
    <message>
        <source>The id, path, store, a tag or the note contains each of these</source>
        <translation>Kennung, Pfad, Ablage, ein Stichwort oder die Notiz enthält jedes davon</translation>
    </message>
</context>
<context>
    <name>respool::RecordingGrid</name>
    <message>
        <source>Recordings as pictures</source>
        <translation>Aufnahmen als Bilder</translation>
    </message>
</context>
<context>
    <name>respool::RecordingTable</name>
    <message>
        <source>Recordings</source>
        <translation>Aufnahmen</translation>
    </message>
    <message>
        <source>&amp;Reset columns</source>
        <translation>Spalten &amp;zurücksetzen</translation>
    </message>
</context>
<context>
    <name>respool::ReportDialog</name>
    <message>
        <source>What the check has shown</source>
        <translation>Was die Prüfung gezeigt hat</translation>
    </message>
    <message>
        <source>Report of batch %1</source>
        <translation>Bericht zu Stapel %1</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>&amp;Speichern…</translation>
    </message>
    <message>
        <source>As a page for printing, a table (CSV) or JSON</source>
        <translation>Als Seite zum Drucken, als Tabelle (CSV) oder JSON</translation>
    </message>
    <message>
        <source>&amp;Verify</source>
        <translation>&amp;Prüfen</translation>
    </message>
    <message>
        <source>Whether each result is the one that the audit log has a digest of</source>
        <translation>Ob jedes Ergebnis das ist, dessen Prüfsumme das Revisionsprotokoll hat</translation>
    </message>
    <message numerus="yes">
        <source>The first %1 of %n result(s) are shown; what is saved has all of them.</source>
        <translation>
            <numerusform>Die ersten %1 von %n Ergebnis werden gezeigt; gespeichert werden alle.</numerusform>
            <numerusform>Die ersten %1 von %n Ergebnissen werden gezeigt; gespeichert werden alle.</numerusform>
        </translation>
    </message>
    <message>
        <source>Comparing the report with the audit log…</source>
        <translation>Der Bericht wird mit dem Revisionsprotokoll verglichen…</translation>
    </message>
    <message numerus="yes">
        <source>In order: %n result(s) are those that the audit log has.</source>
        <translation>
            <numerusform>In Ordnung: %n Ergebnis ist das, welches das Revisionsprotokoll hat.</numerusform>
            <numerusform>In Ordnung: %n Ergebnisse sind die, welche das Revisionsprotokoll hat.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>respool::ReportSaver</name>
    <message>
        <source>Save report</source>
        <translation>Bericht speichern</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>The report is saved in %1.</source>
        <translation>Der Bericht ist in %1 gespeichert.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 kann nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>Page for printing (*.html)</source>
        <translation>Seite zum Drucken (*.html)</translation>
    </message>
</context>
<context>
    <name>respool::RetentionDialog</name>
    <message>
        <source>&amp;Edit…</source>
        <translation>&amp;Bearbeiten…</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>&amp;Run now…</source>
        <translation>&amp;Jetzt ausführen…</translation>
    </message>
    <message>
        <source>Run &amp;daily at 03:30</source>
        <translation>&amp;Täglich um 03:30 ausführen</translation>
    </message>
    <message>
        <source>Retention</source>
        <translation>Aufbewahrung</translation>
    </message>
    <message>
        <source>Retention rules</source>
        <translation>Aufbewahrungsregeln</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Aufnahmen</translation>
    </message>
    <message>
        <source>Deletes</source>
        <translation>Löscht</translation>
    </message>
    <message>
        <source>Would delete now</source>
        <translation>Würde jetzt löschen</translation>
    </message>
    <message>
        <source>Rules move recordings to the trash of their store. What is under hold, flagged or being recorded stays, and so does all of a store that is offline.</source>
        <translation>Regeln verschieben Aufnahmen in den Papierkorb ihrer Ablage. Was gesperrt oder markiert ist oder gerade aufgenommen wird, bleibt, ebenso alles in einer Ablage, die nicht erreichbar ist.</translation>
    </message>
    <message>
        <source>&amp;Add…</source>
        <translation>&amp;Hinzufügen…</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>There is no rule yet: everything is kept.</source>
        <translation>Es gibt noch keine Regel: Alles bleibt erhalten.</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>abgeschaltet</translation>
    </message>
    <message>
        <source>Together they would delete %1 now.</source>
        <translation>Zusammen würden sie jetzt %1 löschen.</translation>
    </message>
    <message>
        <source>Together they would delete nothing now.</source>
        <translation>Zusammen würden sie jetzt nichts löschen.</translation>
    </message>
    <message>
        <source>Looking at what would be deleted…</source>
        <translation>Es wird ermittelt, was gelöscht würde…</translation>
    </message>
    <message>
        <source>There is nothing to delete.</source>
        <translation>Es gibt nichts zu löschen.</translation>
    </message>
    <message>
        <source>Delete %1?</source>
        <translation>%1 löschen?</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>They began between %1 and %2.</source>
        <translation>Sie begannen zwischen %1 und %2.</translation>
    </message>
    <message>
        <source>They move to the trash and can be restored until they are purged.</source>
        <translation>Sie kommen in den Papierkorb und können wiederhergestellt werden, bis sie dort endgültig gelöscht werden.</translation>
    </message>
    <message>
        <source>Move to the trash</source>
        <translation>In den Papierkorb</translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s) move to the trash.</source>
        <translation>
            <numerusform>%n Aufnahme kommt in den Papierkorb.</numerusform>
            <numerusform>%n Aufnahmen kommen in den Papierkorb.</numerusform>
        </translation>
    </message>
    <message>
        <source>retention</source>
        <translation>Aufbewahrung</translation>
    </message>
    <message>
        <source>The rules run daily at 03:30.</source>
        <translation>Die Regeln laufen täglich um 03:30.</translation>
    </message>
    <message>
        <source>nothing that this program knows</source>
        <translation>nichts, was dieses Programm kennt</translation>
    </message>
    <message numerus="yes">
        <source>what is older than %n day(s)</source>
        <translation>
            <numerusform>was älter als %n Tag ist</numerusform>
            <numerusform>was älter als %n Tage ist</numerusform>
        </translation>
    </message>
    <message>
        <source>the oldest beyond %1 in each store</source>
        <translation>in jeder Ablage die ältesten jenseits von %1</translation>
    </message>
    <message numerus="yes">
        <source>all but the newest %n recording(s)</source>
        <translation>
            <numerusform>alle bis auf die %n neueste Aufnahme</numerusform>
            <numerusform>alle bis auf die %n neuesten Aufnahmen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s), %1</source>
        <translation>
            <numerusform>%n Aufnahme, %1</numerusform>
            <numerusform>%n Aufnahmen, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>respool::RetentionEditor</name>
    <message>
        <source>Change the retention rule</source>
        <translation>Aufbewahrungsregel ändern</translation>
    </message>
    <message>
        <source>New retention rule</source>
        <translation>Neue Aufbewahrungsregel</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Aufnahmen</translation>
    </message>
    <message>
        <source>Words of a search; none: every recording</source>
        <translation>Suchwörter; ohne: jede Aufnahme</translation>
    </message>
    <message>
        <source>What it limits</source>
        <translation>Was sie begrenzt</translation>
    </message>
    <message>
        <source>what is older than</source>
        <translation>was älter ist als</translation>
    </message>
    <message>
        <source>the oldest of each store beyond</source>
        <translation>die ältesten jeder Ablage jenseits von</translation>
    </message>
    <message>
        <source>all but the newest</source>
        <translation>alle bis auf die neuesten</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Grenze</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Name:</translation>
    </message>
    <message>
        <source>&amp;Recordings:</source>
        <translation>&amp;Aufnahmen:</translation>
    </message>
    <message>
        <source>&amp;Delete:</source>
        <translation>&amp;Löschen:</translation>
    </message>
    <message>
        <source>&amp;Save rule</source>
        <translation>Regel &amp;speichern</translation>
    </message>
    <message>
        <source>&amp;Add rule</source>
        <translation>Regel &amp;hinzufügen</translation>
    </message>
    <message>
        <source> GB</source>
        <translation> GB</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Wird ermittelt…</translation>
    </message>
    <message>
        <source>Would delete %1 now, from %2 to %3.</source>
        <translation>Würde jetzt %1 löschen, von %2 bis %3.</translation>
    </message>
    <message>
        <source>Would delete nothing now.</source>
        <translation>Würde jetzt nichts löschen.</translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s) stay though the limit says otherwise: under hold, flagged, missing or offline.</source>
        <translation>
            <numerusform>%n Aufnahme bleibt, obwohl die Grenze es anders will: gesperrt, markiert, fehlend oder nicht erreichbar.</numerusform>
            <numerusform>%n Aufnahmen bleiben, obwohl die Grenze es anders will: gesperrt, markiert, fehlend oder nicht erreichbar.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> day(s)</source>
        <translation>
            <numerusform> Tag</numerusform>
            <numerusform> Tage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> recording(s)</source>
        <translation>
            <numerusform> Aufnahme</numerusform>
            <numerusform> Aufnahmen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>respool::RulePicker</name>
    <message>
        <source>Every</source>
        <translation>In festem Abstand</translation>
    </message>
    <message>
        <source>Daily</source>
        <translation>Täglich</translation>
    </message>
    <message>
        <source>Weekly</source>
        <translation>Wöchentlich</translation>
    </message>
    <message>
        <source>As cron writes it</source>
        <translation>Wie bei cron</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Wie viele</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>Stunden</translation>
    </message>
    <message>
        <source>days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>Time of day</source>
        <translation>Uhrzeit</translation>
    </message>
    <message>
        <source>at</source>
        <translation>um</translation>
    </message>
    <message>
        <source>Cron expression</source>
        <translation>Cron-Ausdruck</translation>
    </message>
    <message>
        <source>Minute, hour, day of the month, month, day of the week</source>
        <translation>Minute, Stunde, Tag des Monats, Monat, Wochentag</translation>
    </message>
</context>
<context>
    <name>respool::ScheduleDialog</name>
    <message>
        <source>nothing to do</source>
        <translation>nichts zu tun</translation>
    </message>
    <message>
        <source>batch %1</source>
        <translation>Stapel %1</translation>
    </message>
    <message>
        <source>Schedules</source>
        <translation>Zeitpläne</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Arbeitszeiten</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Was er tut</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>Next run</source>
        <translation>Nächster Lauf</translation>
    </message>
    <message>
        <source>Last run</source>
        <translation>Letzter Lauf</translation>
    </message>
    <message>
        <source>&amp;Add…</source>
        <translation>&amp;Hinzufügen…</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>&amp;Run now</source>
        <translation>&amp;Jetzt ausführen</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>abgeschaltet</translation>
    </message>
    <message>
        <source>There was nothing to do.</source>
        <translation>Es gab nichts zu tun.</translation>
    </message>
    <message>
        <source>Batch %1 is enqueued.</source>
        <translation>Stapel %1 ist eingereiht.</translation>
    </message>
</context>
<context>
    <name>respool::ScheduleEditor</name>
    <message>
        <source>New schedule</source>
        <translation>Neuer Zeitplan</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Was er tut</translation>
    </message>
    <message>
        <source>All stores</source>
        <translation>Alle Ablagen</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Ablage</translation>
    </message>
    <message>
        <source>Words of a search; none: every recording</source>
        <translation>Suchwörter; ohne: jede Aufnahme</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Aufnahmen</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Name:</translation>
    </message>
    <message>
        <source>&amp;What it does:</source>
        <translation>&amp;Was er tut:</translation>
    </message>
    <message>
        <source>&amp;Store:</source>
        <translation>&amp;Ablage:</translation>
    </message>
    <message>
        <source>&amp;Recordings:</source>
        <translation>Auf&amp;nahmen:</translation>
    </message>
    <message>
        <source>When:</source>
        <translation>Wann:</translation>
    </message>
    <message>
        <source>Time &amp;zone:</source>
        <translation>&amp;Zeitzone:</translation>
    </message>
    <message>
        <source>&amp;Add schedule</source>
        <translation>Zeitplan &amp;hinzufügen</translation>
    </message>
    <message>
        <source>Runs next: %1</source>
        <translation>Nächster Lauf: %1</translation>
    </message>
    <message>
        <source>Scan for recordings</source>
        <translation>Aufnahmen einlesen</translation>
    </message>
    <message>
        <source>Make seekable</source>
        <translation>Spulbar machen</translation>
    </message>
    <message>
        <source>Empty the trash</source>
        <translation>Papierkorb leeren</translation>
    </message>
    <message>
        <source>Daily at %1</source>
        <translation>Täglich um %1</translation>
    </message>
    <message>
        <source>Weekly, %1 at %2</source>
        <translation>Wöchentlich, %1 um %2</translation>
    </message>
    <message numerus="yes">
        <source>Every %n minute(s)</source>
        <translation>
            <numerusform>Jede Minute</numerusform>
            <numerusform>Alle %n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every %n hour(s)</source>
        <translation>
            <numerusform>Jede Stunde</numerusform>
            <numerusform>Alle %n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every %n day(s)</source>
        <translation>
            <numerusform>Jeden Tag</numerusform>
            <numerusform>Alle %n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>Verify recordings</source>
        <translation>Aufnahmen prüfen</translation>
    </message>
    <message>
        <source>Run the retention rules</source>
        <translation>Aufbewahrungsregeln ausführen</translation>
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
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Nothing was recorded for %1</source>
        <translation>%1 lang wurde nichts aufgenommen</translation>
    </message>
</context>
<context>
    <name>respool::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Jobs at the same time</source>
        <translation>Gleichzeitige Aufträge</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>&amp;Jobs at the same time:</source>
        <translation>Gleichzeitige A&amp;ufträge:</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>&amp;Sprache:</translation>
    </message>
    <message>
        <source>&amp;Appearance:</source>
        <translation>&amp;Aussehen:</translation>
    </message>
    <message>
        <source>&amp;Keep the damaged original beside a repaired recording</source>
        <translation>Das &amp;beschädigte Original neben einer reparierten Aufnahme behalten</translation>
    </message>
    <message>
        <source>When not everything in a damaged recording can be read, the original stays as NAME.orig. Without it, what was lost cannot be looked for again.</source>
        <translation>Ist nicht alles in einer beschädigten Aufnahme lesbar, bleibt das Original als NAME.orig. Ohne es lässt sich nach dem Verlorenen nicht mehr suchen.</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>Papierkorb</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Both count at once: the window is made anew.</source>
        <translation>Beides gilt sofort: das Fenster wird neu gemacht.</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Arbeit</translation>
    </message>
    <message>
        <source>&amp;Keep the machine awake while jobs run</source>
        <translation>Den Rechner &amp;wach halten, solange Aufträge laufen</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Aufnahmen</translation>
    </message>
    <message>
        <source>&amp;Draw pictures of new recordings</source>
        <translation>Bilder neuer Aufnahmen &amp;zeichnen</translation>
    </message>
    <message>
        <source>&amp;Read the texts of terminals for the search</source>
        <translation>Texte von Terminals für die Suche &amp;lesen</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
    <message>
        <source>While no window of Respool is in front, tell me:</source>
        <translation>Wenn kein Fenster von Respool vorn ist, sag mir:</translation>
    </message>
    <message>
        <source>when what I &amp;asked for is finished</source>
        <translation>wenn fertig ist, was ich verl&amp;angt habe</translation>
    </message>
    <message>
        <source>when something &amp;failed</source>
        <translation>wenn etwas &amp;fehlgeschlagen ist</translation>
    </message>
    <message>
        <source>Beside the window:</source>
        <translation>Neben dem Fenster:</translation>
    </message>
    <message>
        <source>&amp;Show an icon with the progress in the tray</source>
        <translation>&amp;Symbol mit dem Fortschritt im Infobereich zeigen</translation>
    </message>
    <message>
        <source>When the queue is done</source>
        <translation>Wenn die Warteschlange fertig ist</translation>
    </message>
    <message>
        <source>Do nothing</source>
        <translation>Nichts tun</translation>
    </message>
    <message>
        <source>Notify me</source>
        <translation>Mich benachrichtigen</translation>
    </message>
    <message>
        <source>Quit Respool</source>
        <translation>Respool beenden</translation>
    </message>
    <message>
        <source>Let the machine sleep</source>
        <translation>Den Rechner schlafen lassen</translation>
    </message>
    <message>
        <source>Shut the machine down</source>
        <translation>Den Rechner ausschalten</translation>
    </message>
    <message>
        <source>After the queue</source>
        <translation>Nach der Warteschlange</translation>
    </message>
    <message>
        <source>&amp;When the queue is done:</source>
        <translation>&amp;Wenn die Warteschlange fertig ist:</translation>
    </message>
    <message>
        <source>Every time. For one time only, choose it in the menu of the jobs. What ends Respool or the machine can be called off for 15 seconds.</source>
        <translation>Jedes Mal. Für ein einziges Mal wählen Sie es im Menü der Aufträge. Was Respool oder den Rechner beendet, lässt sich 15 Sekunden lang abwenden.</translation>
    </message>
    <message>
        <source>Paths</source>
        <translation>Pfade</translation>
    </message>
    <message>
        <source>Data folder:</source>
        <translation>Datenordner:</translation>
    </message>
    <message>
        <source>Database:</source>
        <translation>Datenbank:</translation>
    </message>
    <message>
        <source>Media process:</source>
        <translation>Medienprozess:</translation>
    </message>
    <message>
        <source>the one that came with Respool</source>
        <translation>der mitgelieferte</translation>
    </message>
    <message>
        <source>They are chosen at the start: --data or RESPOOL_DATA, --database or RESPOOL_DATABASE, RESPOOL_MEDIA. Messages go to stderr.</source>
        <translation>Sie werden beim Start gewählt: --data oder RESPOOL_DATA, --database oder RESPOOL_DATABASE, RESPOOL_MEDIA. Meldungen gehen nach stderr.</translation>
    </message>
</context>
<context>
    <name>respool::Sidebar</name>
    <message>
        <source>Stores and filters</source>
        <translation>Ablagen und Filter</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>All recordings</source>
        <translation>Alle Aufnahmen</translation>
    </message>
    <message>
        <source>Videos</source>
        <translation>Videos</translation>
    </message>
    <message>
        <source>Terminals</source>
        <translation>Terminals</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>Protokolle</translation>
    </message>
    <message>
        <source>Not seekable</source>
        <translation>Nicht spulbar</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>Beschädigt</translation>
    </message>
    <message>
        <source>Under hold</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Fehlt</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>Papierkorb</translation>
    </message>
    <message>
        <source>Stores</source>
        <translation>Ablagen</translation>
    </message>
    <message>
        <source>%1 (offline)</source>
        <translation>%1 (nicht erreichbar)</translation>
    </message>
    <message>
        <source>%1
%2</source>
        <translation>%1
%2</translation>
    </message>
    <message>
        <source>Watched: what changes in it is seen at once</source>
        <translation>Überwacht: Was sich darin ändert, ist sofort zu sehen</translation>
    </message>
    <message>
        <source>Rescanned every 10 minutes: a network mount cannot be watched</source>
        <translation>Wird alle 10 Minuten neu eingelesen: Ein Netzlaufwerk kann nicht überwacht werden</translation>
    </message>
    <message>
        <source>Rescanned every 10 minutes: it has more folders than the system can watch (fs.inotify.max_user_watches)</source>
        <translation>Wird alle 10 Minuten neu eingelesen: Sie hat mehr Ordner, als das System überwachen kann (fs.inotify.max_user_watches)</translation>
    </message>
    <message>
        <source>New recordings are made seekable by themselves</source>
        <translation>Neue Aufnahmen werden von selbst spulbar gemacht</translation>
    </message>
    <message>
        <source>Recording now</source>
        <translation>Wird aufgenommen</translation>
    </message>
    <message>
        <source>Unseen</source>
        <translation>Ungesehen</translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation>Markiert</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Stichwörter</translation>
    </message>
    <message>
        <source>Trash (%1)</source>
        <translation>Papierkorb (%1)</translation>
    </message>
    <message>
        <source>Kinds</source>
        <translation>Arten</translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation>Gespeicherte Suchen</translation>
    </message>
    <message numerus="yes">
        <source>%1, more than %n recording(s)</source>
        <translation>
            <numerusform>%1, mehr als %n Aufnahme</numerusform>
            <numerusform>%1, mehr als %n Aufnahmen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n recording(s)</source>
        <translation>
            <numerusform>%1, %n Aufnahme</numerusform>
            <numerusform>%1, %n Aufnahmen</numerusform>
        </translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>Nach &amp;oben</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>Nach u&amp;nten</translation>
    </message>
    <message>
        <source>&amp;Remove search</source>
        <translation>Suche &amp;entfernen</translation>
    </message>
    <message>
        <source>&amp;Hide empty rows</source>
        <translation>&amp;Leere Zeilen ausblenden</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>Erreichbar</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Nicht erreichbar</translation>
    </message>
</context>
<context>
    <name>respool::StatusPanel</name>
    <message>
        <source>Who runs the jobs</source>
        <translation>Wer die Aufträge ausführt</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>Failed jobs</source>
        <translation>Fehlgeschlagene Aufträge</translation>
    </message>
    <message>
        <source>This window runs the jobs</source>
        <translation>Dieses Fenster führt die Aufträge aus</translation>
    </message>
    <message>
        <source>Another Respool runs the jobs</source>
        <translation>Ein anderes Respool führt die Aufträge aus</translation>
    </message>
    <message>
        <source>%1 running, %2 waiting</source>
        <translation>%1 laufend, %2 wartend</translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n fehlgeschlagen</numerusform>
            <numerusform>%n fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paused</source>
        <translation>
            <numerusform>%n angehalten</numerusform>
            <numerusform>%n angehalten</numerusform>
        </translation>
    </message>
    <message>
        <source>the queue is paused</source>
        <translation>die Warteschlange ist angehalten</translation>
    </message>
    <message>
        <source>the queue stands still</source>
        <translation>die Warteschlange steht still</translation>
    </message>
    <message>
        <source>more than %1 left</source>
        <translation>noch mehr als %1</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>Progress of the queue</source>
        <translation>Fortschritt der Warteschlange</translation>
    </message>
    <message numerus="yes">
        <source>%n failed, not looked at</source>
        <translation>
            <numerusform>%n fehlgeschlagen, nicht angesehen</numerusform>
            <numerusform>%n fehlgeschlagen, nicht angesehen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show the jobs that failed (%n in all)</source>
        <translation>
            <numerusform>Den fehlgeschlagenen Auftrag zeigen (%n insgesamt)</numerusform>
            <numerusform>Die fehlgeschlagenen Aufträge zeigen (%n insgesamt)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>respool::StorageDialog</name>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Speicherplatz</translation>
    </message>
    <message>
        <source>Stores</source>
        <translation>Ablagen</translation>
    </message>
    <message>
        <source>%1 (offline)</source>
        <translation>%1 (nicht erreichbar)</translation>
    </message>
    <message>
        <source>Kinds</source>
        <translation>Arten</translation>
    </message>
    <message>
        <source>Months</source>
        <translation>Monate</translation>
    </message>
    <message>
        <source>Volumes</source>
        <translation>Datenträger</translation>
    </message>
    <message>
        <source>%1 of %2 free</source>
        <translation>%1 von %2 frei</translation>
    </message>
    <message>
        <source>%1; in the trash %2</source>
        <translation>%1; im Papierkorb %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Full on %1 at the present rate of %2 a day.</source>
        <translation>Beim jetzigen Tempo von %2 am Tag voll am %1.</translation>
    </message>
    <message>
        <source>More goes than comes: it shrinks by %1 a day.</source>
        <translation>Es geht mehr, als kommt: Der Bestand schrumpft um %1 am Tag.</translation>
    </message>
    <message>
        <source>Not full within ten years at the present rate of %1 a day.</source>
        <translation>Beim jetzigen Tempo von %1 am Tag in zehn Jahren noch nicht voll.</translation>
    </message>
    <message>
        <source>Too little is known yet to say when it will be full.</source>
        <translation>Noch ist zu wenig bekannt, um zu sagen, wann er voll ist.</translation>
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
        <translation>Bildschirm des Terminals</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>&amp;Alles auswählen</translation>
    </message>
</context>
<context>
    <name>respool::TextHitModel</name>
    <message>
        <source>at %1</source>
        <translation>bei %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>respool::TrayIcon</name>
    <message>
        <source>&amp;Open Respool</source>
        <translation>Respool &amp;öffnen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Resume queue</source>
        <translation>Warteschlange &amp;fortsetzen</translation>
    </message>
    <message>
        <source>&amp;Pause queue</source>
        <translation>Warteschlange &amp;anhalten</translation>
    </message>
    <message>
        <source>Respool: %1 running, %2 waiting, %3 failed</source>
        <translation>Respool: %1 laufend, %2 wartend, %3 fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
</context>
<context>
    <name>respool::VideoView</name>
    <message>
        <source>Video of the recording</source>
        <translation>Video der Aufnahme</translation>
    </message>
</context>
</TS>
