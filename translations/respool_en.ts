<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en_GB">
<context>
    <name>JobText</name>
    <message>
        <source>Waits for space: %1 more needed on %2</source>
        <translation>Waits for space: %1 more needed on %2</translation>
    </message>
    <message>
        <source>Waits: the queue is paused</source>
        <translation>Waits: the queue is paused</translation>
    </message>
    <message>
        <source>Waits: jobs of this kind are paused</source>
        <translation>Waits: jobs of this kind are paused</translation>
    </message>
    <message>
        <source>Tries again at %1</source>
        <translation>Tries again at %1</translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s)</source>
        <translation>
            <numerusform>%n recording</numerusform>
            <numerusform>%n recordings</numerusform>
        </translation>
    </message>
    <message>
        <source>Stops at its next safe point</source>
        <translation>Stops at its next safe point</translation>
    </message>
    <message>
        <source>Pauses at its next safe point</source>
        <translation>Pauses at its next safe point</translation>
    </message>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n running</numerusform>
            <numerusform>%n running</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paused</source>
        <translation>
            <numerusform>%n paused</numerusform>
            <numerusform>%n paused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cancelled</source>
        <translation>
            <numerusform>%n cancelled</numerusform>
            <numerusform>%n cancelled</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n done</source>
        <translation>
            <numerusform>%n done</numerusform>
            <numerusform>%n done</numerusform>
        </translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>%1 items/s</source>
        <translation>%1 items/s</translation>
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
        <translation>Space</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>Play or pause</translation>
    </message>
    <message>
        <source>5 seconds back</source>
        <translation>5 seconds back</translation>
    </message>
    <message>
        <source>5 seconds on</source>
        <translation>5 seconds on</translation>
    </message>
    <message>
        <source>Shift+←</source>
        <translation>Shift+←</translation>
    </message>
    <message>
        <source>A tenth back</source>
        <translation>A tenth back</translation>
    </message>
    <message>
        <source>Shift+→</source>
        <translation>Shift+→</translation>
    </message>
    <message>
        <source>A tenth on</source>
        <translation>A tenth on</translation>
    </message>
    <message>
        <source>To so many tenths</source>
        <translation>To so many tenths</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Home</translation>
    </message>
    <message>
        <source>To the beginning</source>
        <translation>To the beginning</translation>
    </message>
    <message>
        <source>End</source>
        <translation>End</translation>
    </message>
    <message>
        <source>To the end</source>
        <translation>To the end</translation>
    </message>
    <message>
        <source>One frame or event back</source>
        <translation>One frame or event back</translation>
    </message>
    <message>
        <source>One frame or event on</source>
        <translation>One frame or event on</translation>
    </message>
    <message>
        <source>Page up</source>
        <translation>Page up</translation>
    </message>
    <message>
        <source>Part before</source>
        <translation>Part before</translation>
    </message>
    <message>
        <source>Page down</source>
        <translation>Page down</translation>
    </message>
    <message>
        <source>Next part</source>
        <translation>Next part</translation>
    </message>
    <message>
        <source>Marker before</source>
        <translation>Marker before</translation>
    </message>
    <message>
        <source>Next marker</source>
        <translation>Next marker</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>Slower</translation>
    </message>
    <message>
        <source>Faster</source>
        <translation>Faster</translation>
    </message>
    <message>
        <source>Skip what stands still</source>
        <translation>Skip what stands still</translation>
    </message>
    <message>
        <source>Time of day or time elapsed</source>
        <translation>Time of day or time elapsed</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation>Next hit</translation>
    </message>
    <message>
        <source>Hit before</source>
        <translation>Hit before</translation>
    </message>
    <message>
        <source>Sound on or off</source>
        <translation>Sound on or off</translation>
    </message>
    <message>
        <source>To what is being recorded now</source>
        <translation>To what is being recorded now</translation>
    </message>
    <message>
        <source>Begin the selection here</source>
        <translation>Begin the selection here</translation>
    </message>
    <message>
        <source>End the selection here</source>
        <translation>End the selection here</translation>
    </message>
    <message>
        <source>Export the selection…</source>
        <translation>Export the selection…</translation>
    </message>
    <message>
        <source>Copy the picture</source>
        <translation>Copy the picture</translation>
    </message>
    <message>
        <source>Save the picture…</source>
        <translation>Save the picture…</translation>
    </message>
    <message>
        <source>Window of its own, or back</source>
        <translation>Window of its own, or back</translation>
    </message>
    <message>
        <source>Full screen, or back</source>
        <translation>Full screen, or back</translation>
    </message>
    <message>
        <source>These keys</source>
        <translation>These keys</translation>
    </message>
    <message>
        <source>Esc  q</source>
        <translation>Esc  q</translation>
    </message>
    <message>
        <source>Back, one step after another</source>
        <translation>Back, one step after another</translation>
    </message>
    <message>
        <source>Select text with Shift and the arrows</source>
        <translation>Select text with Shift and the arrows</translation>
    </message>
</context>
<context>
    <name>QueryField</name>
    <message>
        <source>what was recorded</source>
        <translation>what was recorded</translation>
    </message>
    <message>
        <source>what a part of it is</source>
        <translation>what a part of it is</translation>
    </message>
    <message>
        <source>where it is; else all but the trash</source>
        <translation>where it is; else all but the trash</translation>
    </message>
    <message>
        <source>the store it lies in</source>
        <translation>the store it lies in</translation>
    </message>
    <message>
        <source>its id or its path contains the text</source>
        <translation>its id or its path contains the text</translation>
    </message>
    <message>
        <source>its path in the store contains the text</source>
        <translation>its path in the store contains the text</translation>
    </message>
    <message>
        <source>its id begins so</source>
        <translation>its id begins so</translation>
    </message>
    <message>
        <source>bytes of all its parts: K M G T, or Ki Mi</source>
        <translation>bytes of all its parts: K M G T, or Ki Mi</translation>
    </message>
    <message>
        <source>how long: 90s, 10m, 1:30:00, or unknown</source>
        <translation>how long: 90s, 10m, 1:30:00, or unknown</translation>
    </message>
    <message>
        <source>when it began: a date, today, yesterday, or -7d</source>
        <translation>when it began: a date, today, yesterday, or -7d</translation>
    </message>
    <message>
        <source>when it ended</source>
        <translation>when it ended</translation>
    </message>
    <message>
        <source>when one of its files was written last</source>
        <translation>when one of its files was written last</translation>
    </message>
    <message>
        <source>when it was moved to the trash</source>
        <translation>when it was moved to the trash</translation>
    </message>
    <message>
        <source>how many files it has</source>
        <translation>how many files it has</translation>
    </message>
    <message>
        <source>it has this tag</source>
        <translation>it has this tag</translation>
    </message>
    <message>
        <source>it has any tag</source>
        <translation>it has any tag</translation>
    </message>
    <message>
        <source>it is under hold</source>
        <translation>it is under hold</translation>
    </message>
    <message>
        <source>the reason of its hold contains the text</source>
        <translation>the reason of its hold contains the text</translation>
    </message>
    <message>
        <source>a player can jump in all of its videos</source>
        <translation>a player can jump in all of its videos</translation>
    </message>
    <message>
        <source>it cannot be read, or not all of it</source>
        <translation>it cannot be read, or not all of it</translation>
    </message>
    <message>
        <source>it was not there at the last scan</source>
        <translation>it was not there at the last scan</translation>
    </message>
    <message>
        <source>what is wrong with it contains the text</source>
        <translation>what is wrong with it contains the text</translation>
    </message>
    <message>
        <source>the streams of a part, as in the preview</source>
        <translation>the streams of a part, as in the preview</translation>
    </message>
    <message>
        <source>width and height of a video</source>
        <translation>width and height of a video</translation>
    </message>
    <message>
        <source>somebody has flagged it</source>
        <translation>somebody has flagged it</translation>
    </message>
    <message>
        <source>somebody has looked at it</source>
        <translation>somebody has looked at it</translation>
    </message>
    <message>
        <source>its note contains the text</source>
        <translation>its note contains the text</translation>
    </message>
    <message>
        <source>a line in it has the words, or the begin*</source>
        <translation>a line in it has the words, or the begin*</translation>
    </message>
    <message>
        <source>when it was found to be whole, or unknown: never</source>
        <translation>when it was found to be whole, or unknown: never</translation>
    </message>
    <message>
        <source>it is being recorded right now</source>
        <translation>it is being recorded right now</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>A defect of Respool</source>
        <translation>A defect of Respool</translation>
    </message>
    <message>
        <source>That cannot be asked for</source>
        <translation>That cannot be asked for</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Not found</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Refused</translation>
    </message>
    <message>
        <source>Changed meanwhile</source>
        <translation>Changed meanwhile</translation>
    </message>
    <message>
        <source>Reading or writing failed</source>
        <translation>Reading or writing failed</translation>
    </message>
    <message>
        <source>Waits for space</source>
        <translation>Waits for space</translation>
    </message>
    <message>
        <source>No permission</source>
        <translation>No permission</translation>
    </message>
    <message>
        <source>Waits for its store</source>
        <translation>Waits for its store</translation>
    </message>
    <message>
        <source>Waits for another program or job</source>
        <translation>Waits for another program or job</translation>
    </message>
    <message>
        <source>Left alone for safety</source>
        <translation>Left alone for safety</translation>
    </message>
    <message>
        <source>The database cannot be used</source>
        <translation>The database cannot be used</translation>
    </message>
    <message>
        <source>Made by a newer Respool</source>
        <translation>Made by a newer Respool</translation>
    </message>
    <message>
        <source>The recording cannot be read</source>
        <translation>The recording cannot be read</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>Goes on at the next start</source>
        <translation>Goes on at the next start</translation>
    </message>
    <message>
        <source>Another worker has it now</source>
        <translation>Another worker has it now</translation>
    </message>
    <message>
        <source>Respool died under it</source>
        <translation>Respool died under it</translation>
    </message>
    <message>
        <source>An unknown kind of job</source>
        <translation>An unknown kind of job</translation>
    </message>
    <message>
        <source>Its arguments cannot be read</source>
        <translation>Its arguments cannot be read</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Running</translation>
    </message>
    <message>
        <source>Waits to try again</source>
        <translation>Waits to try again</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Failed</translation>
    </message>
    <message>
        <source>Parked</source>
        <translation>Parked</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>Present</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>Damaged</translation>
    </message>
    <message>
        <source>Being deleted</source>
        <translation>Being deleted</translation>
    </message>
    <message>
        <source>In the trash</source>
        <translation>In the trash</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Missing</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unknown</translation>
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
        <translation>Log</translation>
    </message>
    <message>
        <source>Mixed</source>
        <translation>Mixed</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>Delete for good</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restore</translation>
    </message>
    <message>
        <source>Make seekable</source>
        <translation>Make seekable</translation>
    </message>
    <message>
        <source>Scan</source>
        <translation>Scan</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Paused</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Draw pictures</source>
        <translation>Draw pictures</translation>
    </message>
    <message>
        <source>Retention</source>
        <translation>Retention</translation>
    </message>
    <message>
        <source>Export to ZIP</source>
        <translation>Export to ZIP</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Verify</translation>
    </message>
    <message>
        <source>Read texts</source>
        <translation>Read texts</translation>
    </message>
</context>
<context>
    <name>respool</name>
    <message>
        <source>Stopping at a safe point…</source>
        <translation>Stopping at a safe point…</translation>
    </message>
    <message numerus="yes">
        <source>Respool has ended unexpectedly while it started, %n times.</source>
        <translation>
            <numerusform>Respool has ended unexpectedly while it started, %n time.</numerusform>
            <numerusform>Respool has ended unexpectedly while it started, %n times.</numerusform>
        </translation>
    </message>
    <message>
        <source>It can start safely: with a paused queue, and with the window as it was in the beginning. Nothing that was asked for is lost.</source>
        <translation>It can start safely: with a paused queue, and with the window as it was in the beginning. Nothing that was asked for is lost.</translation>
    </message>
    <message>
        <source>Start safely</source>
        <translation>Start safely</translation>
    </message>
    <message>
        <source>Start as usual</source>
        <translation>Start as usual</translation>
    </message>
</context>
<context>
    <name>respool::Actions</name>
    <message>
        <source>&amp;Add store…</source>
        <translation>&amp;Add store…</translation>
    </message>
    <message>
        <source>&amp;Forget store</source>
        <translation>&amp;Forget store</translation>
    </message>
    <message>
        <source>&amp;Scan</source>
        <translation>&amp;Scan</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>&amp;Play</translation>
    </message>
    <message>
        <source>&amp;Make seekable</source>
        <translation>&amp;Make seekable</translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation>&amp;Delete…</translation>
    </message>
    <message>
        <source>R&amp;estore</source>
        <translation>R&amp;estore</translation>
    </message>
    <message>
        <source>Empty &amp;trash…</source>
        <translation>Empty &amp;trash…</translation>
    </message>
    <message>
        <source>Put under &amp;hold…</source>
        <translation>Put under &amp;hold…</translation>
    </message>
    <message>
        <source>&amp;Copy id</source>
        <translation>&amp;Copy id</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>&amp;Find</translation>
    </message>
    <message>
        <source>&amp;Library</source>
        <translation>&amp;Library</translation>
    </message>
    <message>
        <source>&amp;Jobs</source>
        <translation>&amp;Jobs</translation>
    </message>
    <message>
        <source>&amp;About Respool</source>
        <translation>&amp;About Respool</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quit</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;File</translation>
    </message>
    <message>
        <source>&amp;Recording</source>
        <translation>&amp;Recording</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;View</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Help</translation>
    </message>
    <message>
        <source>Main toolbar</source>
        <translation>Main toolbar</translation>
    </message>
    <message>
        <source>Open &amp;folder</source>
        <translation>Open &amp;folder</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>&amp;Settings…</translation>
    </message>
    <message>
        <source>S&amp;chedules…</source>
        <translation>S&amp;chedules…</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>E&amp;xport…</translation>
    </message>
    <message>
        <source>&amp;Pictures in the list</source>
        <translation>&amp;Pictures in the list</translation>
    </message>
    <message>
        <source>&amp;Lift hold…</source>
        <translation>&amp;Lift hold…</translation>
    </message>
    <message>
        <source>Fla&amp;g</source>
        <translation>Fla&amp;g</translation>
    </message>
    <message>
        <source>Mark as &amp;unseen</source>
        <translation>Mark as &amp;unseen</translation>
    </message>
    <message>
        <source>T&amp;ags…</source>
        <translation>T&amp;ags…</translation>
    </message>
    <message>
        <source>&amp;Note…</source>
        <translation>&amp;Note…</translation>
    </message>
    <message>
        <source>Find in &amp;recordings…</source>
        <translation>Find in &amp;recordings…</translation>
    </message>
    <message>
        <source>A&amp;udit log…</source>
        <translation>A&amp;udit log…</translation>
    </message>
    <message>
        <source>Histor&amp;y…</source>
        <translation>Histor&amp;y…</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Import…</translation>
    </message>
    <message>
        <source>&amp;Verify</source>
        <translation>&amp;Verify</translation>
    </message>
    <message>
        <source>&amp;Retention…</source>
        <translation>&amp;Retention…</translation>
    </message>
    <message>
        <source>S&amp;torage…</source>
        <translation>S&amp;torage…</translation>
    </message>
    <message>
        <source>Store s&amp;ettings…</source>
        <translation>Store s&amp;ettings…</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Undo</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>Select &amp;all</translation>
    </message>
    <message>
        <source>&amp;Save search…</source>
        <translation>&amp;Save search…</translation>
    </message>
    <message>
        <source>Delete for &amp;good…</source>
        <translation>Delete for &amp;good…</translation>
    </message>
    <message>
        <source>As a &amp;table</source>
        <translation>As a &amp;table</translation>
    </message>
    <message>
        <source>As p&amp;ictures</source>
        <translation>As p&amp;ictures</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Edit</translation>
    </message>
</context>
<context>
    <name>respool::AfterQueueWatch</name>
    <message>
        <source>All jobs have ended. Respool quits in %1 s.</source>
        <translation>All jobs have ended. Respool quits in %1 s.</translation>
    </message>
    <message>
        <source>Quit now</source>
        <translation>Quit now</translation>
    </message>
    <message>
        <source>All jobs have ended. The machine goes to sleep in %1 s.</source>
        <translation>All jobs have ended. The machine goes to sleep in %1 s.</translation>
    </message>
    <message>
        <source>Sleep now</source>
        <translation>Sleep now</translation>
    </message>
    <message>
        <source>All jobs have ended. The machine is shut down in %1 s.</source>
        <translation>All jobs have ended. The machine is shut down in %1 s.</translation>
    </message>
    <message>
        <source>Shut down now</source>
        <translation>Shut down now</translation>
    </message>
</context>
<context>
    <name>respool::AuditDialog</name>
    <message>
        <source>What the check has shown</source>
        <translation>What the check has shown</translation>
    </message>
    <message>
        <source>Audit log</source>
        <translation>Audit log</translation>
    </message>
    <message>
        <source>Only about the recording whose id begins so</source>
        <translation>Only about the recording whose id begins so</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Recording</translation>
    </message>
    <message>
        <source>Check the &amp;chain</source>
        <translation>Check the &amp;chain</translation>
    </message>
    <message>
        <source>Whether each row follows from the one before it</source>
        <translation>Whether each row follows from the one before it</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Export…</translation>
    </message>
    <message>
        <source>Looking through the log…</source>
        <translation>Looking through the log…</translation>
    </message>
    <message>
        <source>The log is broken: %1</source>
        <translation>The log is broken: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) in order. The last has the hash %1: keep it elsewhere to tell later that none of them was changed.</source>
        <translation>
            <numerusform>%n row in order. The last has the hash %1: keep it elsewhere to tell later that it was not changed.</numerusform>
            <numerusform>%n rows in order. The last has the hash %1: keep it elsewhere to tell later that none of them was changed.</numerusform>
        </translation>
    </message>
    <message>
        <source>Export the audit log</source>
        <translation>Export the audit log</translation>
    </message>
    <message>
        <source>JSON lines (*.jsonl)</source>
        <translation>JSON lines (*.jsonl)</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) are written to %1.</source>
        <translation>
            <numerusform>%n row is written to %1.</numerusform>
            <numerusform>%n rows are written to %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>respool::AuditModel</name>
    <message>
        <source>Put under hold</source>
        <translation>Put under hold</translation>
    </message>
    <message>
        <source>Hold lifted</source>
        <translation>Hold lifted</translation>
    </message>
    <message>
        <source>Job ended</source>
        <translation>Job ended</translation>
    </message>
    <message>
        <source>Store added</source>
        <translation>Store added</translation>
    </message>
    <message>
        <source>Store forgotten</source>
        <translation>Store forgotten</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>Tried again</source>
        <translation>Tried again</translation>
    </message>
    <message>
        <source>Job discarded</source>
        <translation>Job discarded</translation>
    </message>
    <message>
        <source>Batch %1</source>
        <translation>Batch %1</translation>
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
        <translation>No.</translation>
    </message>
    <message>
        <source>When</source>
        <translation>When</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>Act</translation>
    </message>
    <message>
        <source>About</source>
        <translation>About</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Detail</translation>
    </message>
</context>
<context>
    <name>respool::BatchTreeModel</name>
    <message>
        <source>Job %1</source>
        <translation>Job %1</translation>
    </message>
    <message>
        <source>Batch %1</source>
        <translation>Batch %1</translation>
    </message>
    <message>
        <source>Batch %1: %2</source>
        <translation>Batch %1: %2</translation>
    </message>
    <message>
        <source>Job %1: %2</source>
        <translation>Job %1: %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Batch</translation>
    </message>
    <message>
        <source>What</source>
        <translation>What</translation>
    </message>
    <message>
        <source>State</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Time left</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priority</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>Attempt</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>Asked for</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Why</translation>
    </message>
</context>
<context>
    <name>respool::ClipFields</name>
    <message>
        <source>C&amp;ut at the very frame: encodes anew, which takes long</source>
        <translation>C&amp;ut at the very frame: encodes anew, which takes long</translation>
    </message>
    <message>
        <source>beginning</source>
        <translation>beginning</translation>
    </message>
    <message>
        <source>Where the clip begins</source>
        <translation>Where the clip begins</translation>
    </message>
    <message>
        <source>end</source>
        <translation>end</translation>
    </message>
    <message>
        <source>Where the clip ends</source>
        <translation>Where the clip ends</translation>
    </message>
    <message>
        <source>Otherwise the clip begins at the key frame before, and nothing is encoded anew.</source>
        <translation>Otherwise the clip begins at the key frame before, and nothing is encoded anew.</translation>
    </message>
    <message>
        <source>&amp;to</source>
        <translation>&amp;to</translation>
    </message>
    <message>
        <source>“%1” is no time: write seconds (90.5) or h:mm:ss (0:01:30.5).</source>
        <translation>“%1” is no time: write seconds (90.5) or h:mm:ss (0:01:30.5).</translation>
    </message>
    <message>
        <source>A clip ends after its beginning.</source>
        <translation>A clip ends after its beginning.</translation>
    </message>
    <message>
        <source>It would begin after the end: the recording lasts %1.</source>
        <translation>It would begin after the end: the recording lasts %1.</translation>
    </message>
    <message>
        <source>Seconds (90.5) or h:mm:ss (0:01:30.5). All of it lasts %1.</source>
        <translation>Seconds (90.5) or h:mm:ss (0:01:30.5). All of it lasts %1.</translation>
    </message>
    <message>
        <source>Seconds (90.5) or h:mm:ss (0:01:30.5).</source>
        <translation>Seconds (90.5) or h:mm:ss (0:01:30.5).</translation>
    </message>
    <message>
        <source>The clip begins and ends at these very frames.</source>
        <translation>The clip begins and ends at these very frames.</translation>
    </message>
    <message>
        <source>The clip begins at the key frame before.</source>
        <translation>The clip begins at the key frame before.</translation>
    </message>
</context>
<context>
    <name>respool::CountdownDialog</name>
    <message>
        <source>The queue is done</source>
        <translation>The queue is done</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Time left</translation>
    </message>
</context>
<context>
    <name>respool::DeleteDialog</name>
    <message>
        <source>Recordings that are left alone</source>
        <translation>Recordings that are left alone</translation>
    </message>
    <message>
        <source>Delete for &amp;good, without the trash</source>
        <translation>Delete for &amp;good, without the trash</translation>
    </message>
    <message>
        <source>Delete recordings</source>
        <translation>Delete recordings</translation>
    </message>
    <message>
        <source>Size:</source>
        <translation>Size:</translation>
    </message>
    <message>
        <source>Kept with the deletion, e.g. the ticket</source>
        <translation>Kept with the deletion, e.g. the ticket</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>&amp;Reason:</source>
        <translation>&amp;Reason:</translation>
    </message>
    <message>
        <source>Delete for good, without the trash</source>
        <translation>Delete for good, without the trash</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n recording(s) for good</source>
        <translation>
            <numerusform>Delete %n recording for good</numerusform>
            <numerusform>Delete %n recordings for good</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n recording(s) to the trash</source>
        <translation>
            <numerusform>Move %n recording to the trash</numerusform>
            <numerusform>Move %n recordings to the trash</numerusform>
        </translation>
    </message>
    <message>
        <source>They cannot be restored.</source>
        <translation>They cannot be restored.</translation>
    </message>
    <message>
        <source>They can be restored until the trash is emptied.</source>
        <translation>They can be restored until the trash is emptied.</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n recording(s)?</source>
        <translation>
            <numerusform>Delete %n recording?</numerusform>
            <numerusform>Delete %n recordings?</numerusform>
        </translation>
    </message>
    <message>
        <source>None of these can be deleted</source>
        <translation>None of these can be deleted</translation>
    </message>
    <message>
        <source>Oldest:</source>
        <translation>Oldest:</translation>
    </message>
    <message>
        <source>Newest:</source>
        <translation>Newest:</translation>
    </message>
    <message numerus="yes">
        <source>%n under hold</source>
        <translation>
            <numerusform>%n under hold</numerusform>
            <numerusform>%n under hold</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n being recorded</source>
        <translation>
            <numerusform>%n being recorded</numerusform>
            <numerusform>%n being recorded</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s) are left alone</source>
        <translation>
            <numerusform>%n recording is left alone</numerusform>
            <numerusform>%n recordings are left alone</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more; the report names all</source>
        <translation>
            <numerusform>and %n more; the report names all</numerusform>
            <numerusform>and %n more; the report names all</numerusform>
        </translation>
    </message>
    <message>
        <source>%1:</source>
        <translation>%1:</translation>
    </message>
    <message numerus="yes">
        <source>and %n more store(s)</source>
        <translation>
            <numerusform>and %n more store</numerusform>
            <numerusform>and %n more stores</numerusform>
        </translation>
    </message>
    <message>
        <source>Missing:</source>
        <translation>Missing:</translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s), of which no files are left</source>
        <translation>
            <numerusform>%n recording, of which no files are left</numerusform>
            <numerusform>%n recordings, of which no files are left</numerusform>
        </translation>
    </message>
    <message>
        <source>Type %1 to confirm:</source>
        <translation>Type %1 to confirm:</translation>
    </message>
    <message>
        <source>for good</source>
        <translation>for good</translation>
    </message>
    <message>
        <source>into its trash, on the same volume</source>
        <translation>into its trash, on the same volume</translation>
    </message>
    <message>
        <source>its trash is on another volume</source>
        <translation>its trash is on another volume</translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s), %1, %2</source>
        <translation>
            <numerusform>%n recording, %1, %2</numerusform>
            <numerusform>%n recordings, %1, %2</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is under hold (%2)</source>
        <translation>%1 is under hold (%2)</translation>
    </message>
    <message>
        <source>%1 is being recorded</source>
        <translation>%1 is being recorded</translation>
    </message>
    <message>
        <source>%1 is being deleted already</source>
        <translation>%1 is being deleted already</translation>
    </message>
    <message>
        <source>%1 is in the trash already</source>
        <translation>%1 is in the trash already</translation>
    </message>
</context>
<context>
    <name>respool::DeletionWatch</name>
    <message>
        <source>The deletion is finished.</source>
        <translation>The deletion is finished.</translation>
    </message>
    <message>
        <source>The deletion was cancelled; its report says how far it came.</source>
        <translation>The deletion was cancelled; its report says how far it came.</translation>
    </message>
    <message>
        <source>The deletion is finished, but not everything could be deleted; its report says what and why.</source>
        <translation>The deletion is finished, but not everything could be deleted; its report says what and why.</translation>
    </message>
</context>
<context>
    <name>respool::DetailsPane</name>
    <message>
        <source>Store:</source>
        <translation>Store:</translation>
    </message>
    <message>
        <source>Kind:</source>
        <translation>Kind:</translation>
    </message>
    <message>
        <source>State:</source>
        <translation>State:</translation>
    </message>
    <message>
        <source>Start:</source>
        <translation>Start:</translation>
    </message>
    <message>
        <source>Duration:</source>
        <translation>Duration:</translation>
    </message>
    <message>
        <source>Size:</source>
        <translation>Size:</translation>
    </message>
    <message>
        <source>Format:</source>
        <translation>Format:</translation>
    </message>
    <message>
        <source>Verified:</source>
        <translation>Verified:</translation>
    </message>
    <message>
        <source>Oldest:</source>
        <translation>Oldest:</translation>
    </message>
    <message>
        <source>Newest:</source>
        <translation>Newest:</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Words to find it by, with commas between them</source>
        <translation>Words to find it by, with commas between them</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>What is to be known about it</source>
        <translation>What is to be known about it</translation>
    </message>
    <message>
        <source>Tags:</source>
        <translation>Tags:</translation>
    </message>
    <message>
        <source>Note:</source>
        <translation>Note:</translation>
    </message>
    <message>
        <source>Hold:</source>
        <translation>Hold:</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Part</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Size</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Duration</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>What it is</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Parts</translation>
    </message>
    <message>
        <source>When</source>
        <translation>When</translation>
    </message>
    <message>
        <source>What</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>History</source>
        <translation>History</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Select a recording to see its details.</source>
        <translation>Select a recording to see its details.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 in %n part(s)</source>
        <translation>
            <numerusform>%1 in %n part</numerusform>
            <numerusform>%1 in %n parts</numerusform>
        </translation>
    </message>
    <message>
        <source>Under no hold</source>
        <translation>Under no hold</translation>
    </message>
    <message>
        <source>Lift…</source>
        <translation>Lift…</translation>
    </message>
    <message>
        <source>Hold…</source>
        <translation>Hold…</translation>
    </message>
    <message>
        <source>Lift hold</source>
        <translation>Lift hold</translation>
    </message>
    <message>
        <source>Put under hold</source>
        <translation>Put under hold</translation>
    </message>
    <message>
        <source>%1 recordings</source>
        <translation>%1 recordings</translation>
    </message>
    <message numerus="yes">
        <source>%n under hold</source>
        <translation>
            <numerusform>%n under hold</numerusform>
            <numerusform>%n under hold</numerusform>
        </translation>
    </message>
    <message>
        <source>Not verified yet</source>
        <translation>Not verified yet</translation>
    </message>
    <message numerus="yes">
        <source>%1; %n SHA-256 sum(s) are kept</source>
        <translation>
            <numerusform>%1; %n SHA-256 sum is kept</numerusform>
            <numerusform>%1; %n SHA-256 sums are kept</numerusform>
        </translation>
    </message>
    <message>
        <source>Kept original: %1, %2</source>
        <translation>Kept original: %1, %2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Job %1: %2</source>
        <translation>Job %1: %2</translation>
    </message>
    <message>
        <source>%1 (%2, %3)</source>
        <translation>%1 (%2, %3)</translation>
    </message>
    <message>
        <source>not seekable</source>
        <translation>not seekable</translation>
    </message>
    <message>
        <source>seekable</source>
        <translation>seekable</translation>
    </message>
</context>
<context>
    <name>respool::EmptyPage</name>
    <message>
        <source>No recordings yet</source>
        <translation>No recordings yet</translation>
    </message>
    <message>
        <source>Add a store…</source>
        <translation>Add a store…</translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation>Nothing here</translation>
    </message>
    <message>
        <source>No recording was found in the store. Scan it again when there is one.</source>
        <translation>No recording was found in the store. Scan it again when there is one.</translation>
    </message>
    <message>
        <source>Scan</source>
        <translation>Scan</translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation>Nothing matches</translation>
    </message>
    <message>
        <source>No recording fits the filter at the left and the words above.</source>
        <translation>No recording fits the filter at the left and the words above.</translation>
    </message>
    <message>
        <source>Show all recordings</source>
        <translation>Show all recordings</translation>
    </message>
    <message>
        <source>The trash is empty</source>
        <translation>The trash is empty</translation>
    </message>
    <message>
        <source>What you delete lies here and can be restored, until you empty it.</source>
        <translation>What you delete lies here and can be restored, until you empty it.</translation>
    </message>
    <message>
        <source>or drag the folder onto this window</source>
        <translation>or drag the folder onto this window</translation>
    </message>
    <message>
        <source>Looking for recordings…</source>
        <translation>Looking for recordings…</translation>
    </message>
    <message>
        <source>The store is being scanned. Recordings appear here as they are found; the job below shows how far it is.</source>
        <translation>The store is being scanned. Recordings appear here as they are found; the job below shows how far it is.</translation>
    </message>
    <message>
        <source>Step 1 of 3: point at a folder that holds recorded sessions, a store. Respool lists what is in it; nothing in it changes before you say so.</source>
        <translation>Step 1 of 3: point at a folder that holds recorded sessions, a store. Respool lists what is in it; nothing in it changes before you say so.</translation>
    </message>
</context>
<context>
    <name>respool::ExportDialog</name>
    <message>
        <source>A &amp;copy that players can seek in</source>
        <translation>A &amp;copy that players can seek in</translation>
    </message>
    <message>
        <source>A c&amp;lip</source>
        <translation>A c&amp;lip</translation>
    </message>
    <message>
        <source>All parts &amp;joined in one WebM</source>
        <translation>All parts &amp;joined in one WebM</translation>
    </message>
    <message>
        <source>&amp;Encode anew as VP9 and Opus</source>
        <translation>&amp;Encode anew as VP9 and Opus</translation>
    </message>
    <message>
        <source>E&amp;xport</source>
        <translation>E&amp;xport</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Part</translation>
    </message>
    <message>
        <source>Takes long, and loses a little. For codecs that the new file would not take.</source>
        <translation>Takes long, and loses a little. For codecs that the new file would not take.</translation>
    </message>
    <message>
        <source>A clip can be cut from one recording at a time.</source>
        <translation>A clip can be cut from one recording at a time.</translation>
    </message>
    <message>
        <source>What:</source>
        <translation>What:</translation>
    </message>
    <message>
        <source>&amp;Part:</source>
        <translation>&amp;Part:</translation>
    </message>
    <message>
        <source>&amp;From:</source>
        <translation>&amp;From:</translation>
    </message>
    <message>
        <source>F&amp;ile:</source>
        <translation>F&amp;ile:</translation>
    </message>
    <message>
        <source>F&amp;older:</source>
        <translation>F&amp;older:</translation>
    </message>
    <message numerus="yes">
        <source>Export %n recording(s)</source>
        <translation>
            <numerusform>Export %n recording</numerusform>
            <numerusform>Export %n recordings</numerusform>
        </translation>
    </message>
    <message>
        <source>All files in a &amp;ZIP archive</source>
        <translation>All files in a &amp;ZIP archive</translation>
    </message>
    <message numerus="yes">
        <source>%n of the chosen recordings have no video: only an archive takes them.</source>
        <translation>
            <numerusform>%n of the chosen recordings has no video: only an archive takes it.</numerusform>
            <numerusform>%n of the chosen recordings have no video: only an archive takes them.</numerusform>
        </translation>
    </message>
    <message>
        <source>None of these has a file that can be exported</source>
        <translation>None of these has a file that can be exported</translation>
    </message>
    <message>
        <source>recordings</source>
        <translation>recordings</translation>
    </message>
</context>
<context>
    <name>respool::ExportTargetField</name>
    <message>
        <source>Write the whole path, from / on.</source>
        <translation>Write the whole path, from / on.</translation>
    </message>
    <message>
        <source>%1 exists already: choose another name, or let it be replaced.</source>
        <translation>%1 exists already: choose another name, or let it be replaced.</translation>
    </message>
    <message>
        <source>There is no folder %1.</source>
        <translation>There is no folder %1.</translation>
    </message>
    <message>
        <source>That is inside a store, where it would become a recording: choose another folder.</source>
        <translation>That is inside a store, where it would become a recording: choose another folder.</translation>
    </message>
    <message>
        <source>Nothing may be written in %1.</source>
        <translation>Nothing may be written in %1.</translation>
    </message>
    <message>
        <source>The name must end in .webm, .mkv or .mp4.</source>
        <translation>The name must end in .webm, .mkv or .mp4.</translation>
    </message>
    <message>
        <source>The name must end in .webm: clips, joined parts and what is encoded anew are WebM.</source>
        <translation>The name must end in .webm: clips, joined parts and what is encoded anew are WebM.</translation>
    </message>
    <message>
        <source>&amp;Replace the file if it is there</source>
        <translation>&amp;Replace the file if it is there</translation>
    </message>
    <message>
        <source>&amp;Replace files that are there</source>
        <translation>&amp;Replace files that are there</translation>
    </message>
    <message>
        <source>File</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Folder</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Browse…</translation>
    </message>
    <message>
        <source>Export to a file</source>
        <translation>Export to a file</translation>
    </message>
    <message>
        <source>Videos (*.webm *.mkv *.mp4)</source>
        <translation>Videos (*.webm *.mkv *.mp4)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>All files (*)</translation>
    </message>
    <message>
        <source>Export into a folder</source>
        <translation>Export into a folder</translation>
    </message>
    <message>
        <source>The name must end in .zip.</source>
        <translation>The name must end in .zip.</translation>
    </message>
    <message>
        <source>ZIP archives (*.zip)</source>
        <translation>ZIP archives (*.zip)</translation>
    </message>
</context>
<context>
    <name>respool::ExportWatch</name>
    <message>
        <source>Not everything could be exported to %1; the jobs below say why.</source>
        <translation>Not everything could be exported to %1; the jobs below say why.</translation>
    </message>
    <message>
        <source>The export is finished: %1</source>
        <translation>The export is finished: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) were exported to %1.</source>
        <translation>
            <numerusform>%n file was exported to %1.</numerusform>
            <numerusform>%n files were exported to %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>respool::FilmTip</name>
    <message>
        <source>Picture of the moment under the mouse</source>
        <translation>Picture of the moment under the mouse</translation>
    </message>
</context>
<context>
    <name>respool::FindDialog</name>
    <message>
        <source>What is wrong with the search</source>
        <translation>What is wrong with the search</translation>
    </message>
    <message>
        <source>Find in recordings</source>
        <translation>Find in recordings</translation>
    </message>
    <message>
        <source>Words to find</source>
        <translation>Words to find</translation>
    </message>
    <message>
        <source>Words, &quot;phrases&quot;, begin* and -not</source>
        <translation>Words, &quot;phrases&quot;, begin* and -not</translation>
    </message>
    <message>
        <source>Recordings to look in</source>
        <translation>Recordings to look in</translation>
    </message>
    <message>
        <source>In all recordings, or kind:log start&gt;-7d</source>
        <translation>In all recordings, or kind:log start&gt;-7d</translation>
    </message>
    <message>
        <source>Lines that were found</source>
        <translation>Lines that were found</translation>
    </message>
    <message>
        <source>Finds what could be read in terminals and logs.</source>
        <translation>Finds what could be read in terminals and logs.</translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation>Nothing was found.</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>More than %n line(s), the newest first</source>
        <translation>
            <numerusform>More than %n line, the newest first</numerusform>
            <numerusform>More than %n lines, the newest first</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n recording(s) are indexed.</source>
        <translation>
            <numerusform>%1 of %n recording is indexed.</numerusform>
            <numerusform>%1 of %n recordings are indexed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>respool::FirstRunDialog</name>
    <message>
        <source>&amp;Draw pictures of them, for the list and the preview</source>
        <translation>&amp;Draw pictures of them, for the list and the preview</translation>
    </message>
    <message>
        <source>&amp;Read the texts of terminals, so that they can be searched</source>
        <translation>&amp;Read the texts of terminals, so that they can be searched</translation>
    </message>
    <message>
        <source>&amp;Make videos seekable when their recording has ended</source>
        <translation>&amp;Make videos seekable when their recording has ended</translation>
    </message>
    <message>
        <source>The first store: %1</source>
        <translation>The first store: %1</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Looking…</translation>
    </message>
    <message>
        <source>Nothing else in the folder changes before you say so. All of this can be chosen anew later.</source>
        <translation>Nothing else in the folder changes before you say so. All of this can be chosen anew later.</translation>
    </message>
    <message>
        <source>Step 2 of 3: what was found</source>
        <translation>Step 2 of 3: what was found</translation>
    </message>
    <message>
        <source>Step 3 of 3: what Respool may do unasked</source>
        <translation>Step 3 of 3: what Respool may do unasked</translation>
    </message>
    <message>
        <source>No recording so far. What comes later is found by itself.</source>
        <translation>No recording so far. What comes later is found by itself.</translation>
    </message>
    <message numerus="yes">
        <source>%n video(s)</source>
        <translation>
            <numerusform>%n video</numerusform>
            <numerusform>%n videos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n terminal(s)</source>
        <translation>
            <numerusform>%n terminal</numerusform>
            <numerusform>%n terminals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n log(s)</source>
        <translation>
            <numerusform>%n log</numerusform>
            <numerusform>%n logs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s), %1</source>
        <translation>
            <numerusform>%n recording, %1</numerusform>
            <numerusform>%n recordings, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them can be made seekable</source>
        <translation>
            <numerusform>%n of them can be made seekable</numerusform>
            <numerusform>%n of them can be made seekable</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n damaged</source>
        <translation>
            <numerusform>%n damaged</numerusform>
            <numerusform>%n damaged</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>respool::GracePage</name>
    <message>
        <source>What is deleted stays in the trash for so many days and can be restored; then it is deleted for good. 0: until the trash is emptied by hand.</source>
        <translation>What is deleted stays in the trash for so many days and can be restored; then it is deleted for good. 0: until the trash is emptied by hand.</translation>
    </message>
    <message>
        <source>Days in the trash of %1</source>
        <translation>Days in the trash of %1</translation>
    </message>
    <message numerus="yes">
        <source> day(s)</source>
        <translation>
            <numerusform> day</numerusform>
            <numerusform> days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>respool::HoldWatch</name>
    <message>
        <source>Waits until %1</source>
        <translation>Waits until %1</translation>
    </message>
    <message>
        <source>Waits for the mains</source>
        <translation>Waits for the mains</translation>
    </message>
    <message>
        <source>jobs wait until %1</source>
        <translation>jobs wait until %1</translation>
    </message>
    <message>
        <source>jobs wait for the mains</source>
        <translation>jobs wait for the mains</translation>
    </message>
</context>
<context>
    <name>respool::HoursPage</name>
    <message>
        <source>&amp;Run jobs only between</source>
        <translation>&amp;Run jobs only between</translation>
    </message>
    <message>
        <source>Run jobs only on &amp;mains power</source>
        <translation>Run jobs only on &amp;mains power</translation>
    </message>
    <message>
        <source>&amp;Apply</source>
        <translation>&amp;Apply</translation>
    </message>
    <message>
        <source>From</source>
        <translation>From</translation>
    </message>
    <message>
        <source>To</source>
        <translation>To</translation>
    </message>
    <message>
        <source>and</source>
        <translation>and</translation>
    </message>
    <message>
        <source>on</source>
        <translation>on</translation>
    </message>
    <message>
        <source>on mains power</source>
        <translation>on mains power</translation>
    </message>
    <message>
        <source>Jobs that come due at another time wait; one that runs stops at its next safe point and goes on later. A time that ends before it begins goes over midnight. Time zone: %1.</source>
        <translation>Jobs that come due at another time wait; one that runs stops at its next safe point and goes on later. A time that ends before it begins goes over midnight. Time zone: %1.</translation>
    </message>
    <message>
        <source>Set by the command line for one kind of job: %1</source>
        <translation>Set by the command line for one kind of job: %1</translation>
    </message>
    <message>
        <source>This counts from now on.</source>
        <translation>This counts from now on.</translation>
    </message>
</context>
<context>
    <name>respool::ImportDialog</name>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Import</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Store</translation>
    </message>
    <message>
        <source>Import %1</source>
        <translation>Import %1</translation>
    </message>
    <message>
        <source>&amp;Into the store:</source>
        <translation>&amp;Into the store:</translation>
    </message>
    <message>
        <source>In it:</source>
        <translation>In it:</translation>
    </message>
    <message>
        <source>There is no store yet: add one first.</source>
        <translation>There is no store yet: add one first.</translation>
    </message>
    <message>
        <source>The archive is being read…</source>
        <translation>The archive is being read…</translation>
    </message>
    <message>
        <source>Nothing that can be imported.</source>
        <translation>Nothing that can be imported.</translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s), %1</source>
        <translation>
            <numerusform>%n recording, %1</numerusform>
            <numerusform>%n recordings, %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Written by Respool: sums, tags, notes and holds come along</source>
        <translation>Written by Respool: sums, tags, notes and holds come along</translation>
    </message>
    <message>
        <source>Folders of a Gateway, without sums, tags or holds</source>
        <translation>Folders of a Gateway, without sums, tags or holds</translation>
    </message>
    <message numerus="yes">
        <source>%n of them under hold</source>
        <translation>
            <numerusform>%n of them under hold</numerusform>
            <numerusform>%n of them under hold</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them are in this store already: what is equal stays as it is, what is not is left alone and named in the report.</source>
        <translation>
            <numerusform>%n of them is in this store already: what is equal stays as it is, what is not is left alone and named in the report.</numerusform>
            <numerusform>%n of them are in this store already: what is equal stays as it is, what is not is left alone and named in the report.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>respool::JobPage</name>
    <message>
        <source>Jobs</source>
        <translation>Jobs</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Retry</translation>
    </message>
    <message>
        <source>Make the selected jobs due now</source>
        <translation>Make the selected jobs due now</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Discard</translation>
    </message>
    <message>
        <source>Remove the selected jobs that have ended</source>
        <translation>Remove the selected jobs that have ended</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Resume</translation>
    </message>
    <message>
        <source>Sooner</source>
        <translation>Sooner</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>Which jobs are shown</source>
        <translation>Which jobs are shown</translation>
    </message>
    <message>
        <source>All jobs</source>
        <translation>All jobs</translation>
    </message>
    <message>
        <source>Not finished</source>
        <translation>Not finished</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Needs attention</translation>
    </message>
    <message>
        <source>History</source>
        <translation>History</translation>
    </message>
    <message>
        <source>Search the jobs</source>
        <translation>Search the jobs</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>Words of a kind, a name, an error, a state or a reason</source>
        <translation>Words of a kind, a name, an error, a state or a reason</translation>
    </message>
    <message>
        <source>Resume queue</source>
        <translation>Resume queue</translation>
    </message>
    <message>
        <source>Pause queue</source>
        <translation>Pause queue</translation>
    </message>
    <message>
        <source>Begin jobs again</source>
        <translation>Begin jobs again</translation>
    </message>
    <message>
        <source>Begin no more jobs</source>
        <translation>Begin no more jobs</translation>
    </message>
    <message numerus="yes">
        <source>%n ended job(s) are cleared.</source>
        <translation>
            <numerusform>%n ended job is cleared.</numerusform>
            <numerusform>%n ended jobs are cleared.</numerusform>
        </translation>
    </message>
    <message>
        <source>Hold what is selected at its next safe point</source>
        <translation>Hold what is selected at its next safe point</translation>
    </message>
    <message>
        <source>Let what is selected go on</source>
        <translation>Let what is selected go on</translation>
    </message>
    <message>
        <source>Stop what is selected at its next safe point</source>
        <translation>Stop what is selected at its next safe point</translation>
    </message>
    <message>
        <source>Let what is selected go before others</source>
        <translation>Let what is selected go before others</translation>
    </message>
    <message>
        <source>Let others go before what is selected</source>
        <translation>Let others go before what is selected</translation>
    </message>
    <message>
        <source>Save report…</source>
        <translation>Save report…</translation>
    </message>
    <message>
        <source>Every recording of this command with its result, as a page, CSV or JSON</source>
        <translation>Every recording of this command with its result, as a page, CSV or JSON</translation>
    </message>
    <message>
        <source>Retry all failed</source>
        <translation>Retry all failed</translation>
    </message>
    <message>
        <source>Make every job that failed or was parked due now</source>
        <translation>Make every job that failed or was parked due now</translation>
    </message>
    <message>
        <source>Mark failures as seen</source>
        <translation>Mark failures as seen</translation>
    </message>
    <message>
        <source>The status bar counts them no longer; they can be retried still</source>
        <translation>The status bar counts them no longer; they can be retried still</translation>
    </message>
    <message>
        <source>Clear ended jobs</source>
        <translation>Clear ended jobs</translation>
    </message>
    <message>
        <source>Remove what is done or cancelled. What failed stays, and so does what tells of deleted recordings.</source>
        <translation>Remove what is done or cancelled. What failed stays, and so does what tells of deleted recordings.</translation>
    </message>
    <message>
        <source>Log and details</source>
        <translation>Log and details</translation>
    </message>
    <message>
        <source>When the queue is done</source>
        <translation>When the queue is done</translation>
    </message>
    <message>
        <source>Do nothing</source>
        <translation>Do nothing</translation>
    </message>
    <message>
        <source>Notify me</source>
        <translation>Notify me</translation>
    </message>
    <message>
        <source>Quit Respool</source>
        <translation>Quit Respool</translation>
    </message>
    <message>
        <source>Let the machine sleep</source>
        <translation>Let the machine sleep</translation>
    </message>
    <message>
        <source>Shut the machine down</source>
        <translation>Shut the machine down</translation>
    </message>
    <message>
        <source>Remember it for the next time</source>
        <translation>Remember it for the next time</translation>
    </message>
    <message>
        <source>More</source>
        <translation>More</translation>
    </message>
    <message>
        <source>More that can be done about the queue</source>
        <translation>More that can be done about the queue</translation>
    </message>
    <message>
        <source>More actions for jobs</source>
        <translation>More actions for jobs</translation>
    </message>
</context>
<context>
    <name>respool::JobPane</name>
    <message>
        <source>Warning: </source>
        <translation>Warning: </translation>
    </message>
    <message>
        <source>Error: </source>
        <translation>Error: </translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>Attempt</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>From</source>
        <translation>From</translation>
    </message>
    <message>
        <source>To</source>
        <translation>To</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Error</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Attempts</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Recording</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Size</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Results</translation>
    </message>
    <message>
        <source>The job has not written anything.</source>
        <translation>The job has not written anything.</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>Details of the job</source>
        <translation>Details of the job</translation>
    </message>
    <message>
        <source>Choose a job to see its log, its attempts and its results.</source>
        <translation>Choose a job to see its log, its attempts and its results.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Asked for by %1 at %2</source>
        <translation>Asked for by %1 at %2</translation>
    </message>
    <message>
        <source>Job %1: %2, %3, %4</source>
        <translation>Job %1: %2, %3, %4</translation>
    </message>
    <message>
        <source>File: %1</source>
        <translation>File: %1</translation>
    </message>
    <message>
        <source>By itself at %1</source>
        <translation>By itself at %1</translation>
    </message>
</context>
<context>
    <name>respool::JobTree</name>
    <message>
        <source>Jobs</source>
        <translation>Jobs</translation>
    </message>
</context>
<context>
    <name>respool::KeyHelp</name>
    <message>
        <source>Keys of the player</source>
        <translation>Keys of the player</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Close (Esc)</translation>
    </message>
    <message>
        <source>Close the list of keys</source>
        <translation>Close the list of keys</translation>
    </message>
    <message>
        <source>Keys and what they do</source>
        <translation>Keys and what they do</translation>
    </message>
</context>
<context>
    <name>respool::LibraryModel</name>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>%1, held</source>
        <translation>%1, held</translation>
    </message>
    <message>
        <source>Under hold: %1</source>
        <translation>Under hold: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Recording</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Store</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Duration</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Size</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Parts</translation>
    </message>
    <message>
        <source>Seekable</source>
        <translation>Seekable</translation>
    </message>
    <message>
        <source>State</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation>Flagged</translation>
    </message>
    <message>
        <source>Tags: %1</source>
        <translation>Tags: %1</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>Note: %1</translation>
    </message>
    <message>
        <source>being read</source>
        <translation>being read</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Seen</translation>
    </message>
    <message>
        <source>Unseen</source>
        <translation>Unseen</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
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
        <translation>Flag</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Hold</translation>
    </message>
    <message>
        <source>Video recording</source>
        <translation>Video recording</translation>
    </message>
    <message>
        <source>Terminal recording</source>
        <translation>Terminal recording</translation>
    </message>
    <message>
        <source>Log recording</source>
        <translation>Log recording</translation>
    </message>
    <message>
        <source>Recording of several kinds</source>
        <translation>Recording of several kinds</translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
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
        <translation>%1 and %2</translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 of %2</translation>
    </message>
    <message>
        <source>under hold</source>
        <translation>under hold</translation>
    </message>
    <message>
        <source>flagged</source>
        <translation>flagged</translation>
    </message>
    <message>
        <source>unseen</source>
        <translation>unseen</translation>
    </message>
    <message>
        <source>tags %1</source>
        <translation>tags %1</translation>
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
        <translation>Search</translation>
    </message>
    <message>
        <source>How many recordings are shown</source>
        <translation>How many recordings are shown</translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s)</source>
        <translation>
            <numerusform>%n recording</numerusform>
            <numerusform>%n recordings</numerusform>
        </translation>
    </message>
    <message>
        <source>What is wrong with the search</source>
        <translation>What is wrong with the search</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n recording(s) selected</source>
        <translation>
            <numerusform>%1 of %n recording selected</numerusform>
            <numerusform>%1 of %n recordings selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>more than %n recording(s)</source>
        <translation>
            <numerusform>more than %n recording</numerusform>
            <numerusform>more than %n recordings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>respool::LogModel</name>
    <message>
        <source>At %1: %2, %3</source>
        <translation>At %1: %2, %3</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Event</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>What happened</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>End</source>
        <translation>End</translation>
    </message>
    <message>
        <source>A line cannot be read</source>
        <translation>A line cannot be read</translation>
    </message>
    <message>
        <source>The start is missing</source>
        <translation>The start is missing</translation>
    </message>
    <message>
        <source>The end is missing</source>
        <translation>The end is missing</translation>
    </message>
    <message>
        <source>A number occurs twice</source>
        <translation>A number occurs twice</translation>
    </message>
    <message>
        <source>Numbers are missing</source>
        <translation>Numbers are missing</translation>
    </message>
    <message>
        <source>The entries are out of order</source>
        <translation>The entries are out of order</translation>
    </message>
    <message>
        <source>An event of an unknown sort</source>
        <translation>An event of an unknown sort</translation>
    </message>
    <message>
        <source>A field holds what it must not</source>
        <translation>A field holds what it must not</translation>
    </message>
    <message>
        <source>The log holds more than is shown</source>
        <translation>The log holds more than is shown</translation>
    </message>
    <message>
        <source>A text is cut</source>
        <translation>A text is cut</translation>
    </message>
    <message>
        <source>The last line has no end</source>
        <translation>The last line has no end</translation>
    </message>
</context>
<context>
    <name>respool::LogView</name>
    <message>
        <source>Session log</source>
        <translation>Session log</translation>
    </message>
    <message>
        <source>Entries of the session log</source>
        <translation>Entries of the session log</translation>
    </message>
    <message numerus="yes">
        <source>Complete, %n entries</source>
        <translation>
            <numerusform>Complete, %n entry</numerusform>
            <numerusform>Complete, %n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Being written, %n entries so far</source>
        <translation>
            <numerusform>Being written, %n entry so far</numerusform>
            <numerusform>Being written, %n entries so far</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ended unexpectedly after %n entries</source>
        <translation>
            <numerusform>Ended unexpectedly after %n entry</numerusform>
            <numerusform>Ended unexpectedly after %n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
    <message>
        <source>Hide what is odd about this log</source>
        <translation>Hide what is odd about this log</translation>
    </message>
    <message>
        <source>Show what is odd about this log</source>
        <translation>Show what is odd about this log</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Warnings</translation>
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
        <translation>Add a store</translation>
    </message>
    <message>
        <source>%1 is added and being scanned.</source>
        <translation>%1 is added and being scanned.</translation>
    </message>
    <message>
        <source>Forget store</source>
        <translation>Forget store</translation>
    </message>
    <message>
        <source>The store is forgotten.</source>
        <translation>The store is forgotten.</translation>
    </message>
    <message>
        <source>The recordings will be made seekable; see the jobs below.</source>
        <translation>The recordings will be made seekable; see the jobs below.</translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s) will be deleted for good.</source>
        <translation>
            <numerusform>%n recording will be deleted for good.</numerusform>
            <numerusform>%n recordings will be deleted for good.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s) move to the trash.</source>
        <translation>
            <numerusform>%n recording moves to the trash.</numerusform>
            <numerusform>%n recordings move to the trash.</numerusform>
        </translation>
    </message>
    <message>
        <source>The recordings return to their store.</source>
        <translation>The recordings return to their store.</translation>
    </message>
    <message>
        <source>The trash is being emptied.</source>
        <translation>The trash is being emptied.</translation>
    </message>
    <message>
        <source>Put under hold</source>
        <translation>Put under hold</translation>
    </message>
    <message>
        <source>Why may nobody delete them?</source>
        <translation>Why may nobody delete them?</translation>
    </message>
    <message>
        <source>The hold is lifted.</source>
        <translation>The hold is lifted.</translation>
    </message>
    <message>
        <source>About Respool</source>
        <translation>About Respool</translation>
    </message>
    <message>
        <source>Respool %1 manages recorded sessions and never forgets work it accepted.
Free software under the GNU General Public License, version 3 or later.</source>
        <translation>Respool %1 manages recorded sessions and never forgets work it accepted.
Free software under the GNU General Public License, version 3 or later.</translation>
    </message>
    <message>
        <source>Forget this store?</source>
        <translation>Forget this store?</translation>
    </message>
    <message>
        <source>Respool forgets the store and what it knows of its recordings. No file is touched; the store can be added again.</source>
        <translation>Respool forgets the store and what it knows of its recordings. No file is touched; the store can be added again.</translation>
    </message>
    <message>
        <source>Empty the trash?</source>
        <translation>Empty the trash?</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>Delete for good</translation>
    </message>
    <message>
        <source>no program opens the folder %1</source>
        <translation>no program opens the folder %1</translation>
    </message>
    <message>
        <source>The queue stands still and goes on by itself. %1</source>
        <translation>The queue stands still and goes on by itself. %1</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) will be written; see the jobs below.</source>
        <translation>
            <numerusform>%n file will be written; see the jobs below.</numerusform>
            <numerusform>%n files will be written; see the jobs below.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Looking at %n recording(s)…</source>
        <translation>
            <numerusform>Looking at %n recording…</numerusform>
            <numerusform>Looking at %n recordings…</numerusform>
        </translation>
    </message>
    <message>
        <source>Report…</source>
        <translation>Report…</translation>
    </message>
    <message>
        <source>Lift hold</source>
        <translation>Lift hold</translation>
    </message>
    <message>
        <source>Why may they be deleted now?</source>
        <translation>Why may they be deleted now?</translation>
    </message>
    <message>
        <source>Mark as &amp;unseen</source>
        <translation>Mark as &amp;unseen</translation>
    </message>
    <message>
        <source>Mark as &amp;seen</source>
        <translation>Mark as &amp;seen</translation>
    </message>
    <message>
        <source>Settings of %1</source>
        <translation>Settings of %1</translation>
    </message>
    <message>
        <source>How many days does what is deleted stay in the trash?
0: until the trash is emptied by hand.</source>
        <translation>How many days does what is deleted stay in the trash?
0: until the trash is emptied by hand.</translation>
    </message>
    <message>
        <source>%1 · the first goes on %2</source>
        <translation>%1 · the first goes on %2</translation>
    </message>
    <message>
        <source>The archive will be written; see the jobs below.</source>
        <translation>The archive will be written; see the jobs below.</translation>
    </message>
    <message>
        <source>Import an archive</source>
        <translation>Import an archive</translation>
    </message>
    <message>
        <source>ZIP archives (*.zip)</source>
        <translation>ZIP archives (*.zip)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>All files (*)</translation>
    </message>
    <message>
        <source>The archive will be imported; see the jobs below.</source>
        <translation>The archive will be imported; see the jobs below.</translation>
    </message>
    <message>
        <source>The recordings will be verified; see the jobs below.</source>
        <translation>The recordings will be verified; see the jobs below.</translation>
    </message>
    <message>
        <source>Verified today</source>
        <translation>Verified today</translation>
    </message>
    <message>
        <source>Verified yesterday</source>
        <translation>Verified yesterday</translation>
    </message>
    <message numerus="yes">
        <source>Verified %n days ago</source>
        <translation>
            <numerusform>Verified %n day ago</numerusform>
            <numerusform>Verified %n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s) in the trash, %1, are deleted for good, but for those under hold. They cannot be restored.</source>
        <translation>
            <numerusform>%n recording in the trash, %1, is deleted for good, unless it is under hold. It cannot be restored.</numerusform>
            <numerusform>%n recordings in the trash, %1, are deleted for good, but for those under hold. They cannot be restored.</numerusform>
        </translation>
    </message>
    <message>
        <source>The selected recording</source>
        <translation>The selected recording</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Preview</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s) moved to the trash.</source>
        <translation>
            <numerusform>%n recording moved to the trash.</numerusform>
            <numerusform>%n recordings moved to the trash.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>none of them is in the trash any more</source>
        <translation>none of them is in the trash any more</translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s) return to their store.</source>
        <translation>
            <numerusform>%n recording returns to its store.</numerusform>
            <numerusform>%n recordings return to their store.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is written.</source>
        <translation>%1 is written.</translation>
    </message>
    <message>
        <source>%1 is seekable already: nothing was written.</source>
        <translation>%1 is seekable already: nothing was written.</translation>
    </message>
    <message>
        <source>Nothing to take back</source>
        <translation>Nothing to take back</translation>
    </message>
    <message>
        <source>Take back: %1</source>
        <translation>Take back: %1</translation>
    </message>
    <message>
        <source>Type a search or choose a filter first; it is kept with its words.</source>
        <translation>Type a search or choose a filter first; it is kept with its words.</translation>
    </message>
    <message>
        <source>Save search</source>
        <translation>Save search</translation>
    </message>
    <message>
        <source>Under what name is this search to be kept?
%1</source>
        <translation>Under what name is this search to be kept?
%1</translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s) were dropped here.</source>
        <translation>
            <numerusform>%n recording was dropped here.</numerusform>
            <numerusform>%n recordings were dropped here.</numerusform>
        </translation>
    </message>
    <message>
        <source>They can stay where they are and be listed: then their folder becomes a store. Or a seekable copy of each is written beside it, and nothing else changes.</source>
        <translation>They can stay where they are and be listed: then their folder becomes a store. Or a seekable copy of each is written beside it, and nothing else changes.</translation>
    </message>
    <message>
        <source>Add the folder as a &amp;store</source>
        <translation>Add the folder as a &amp;store</translation>
    </message>
    <message>
        <source>&amp;Write seekable copies</source>
        <translation>&amp;Write seekable copies</translation>
    </message>
    <message numerus="yes">
        <source>%n seekable cop(ies) are being written.</source>
        <translation>
            <numerusform>%n seekable copy is being written.</numerusform>
            <numerusform>%n seekable copies are being written.</numerusform>
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
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) failed</source>
        <translation>
            <numerusform>%n order failed</numerusform>
            <numerusform>%n orders failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) finished</source>
        <translation>
            <numerusform>%n order finished</numerusform>
            <numerusform>%n orders finished</numerusform>
        </translation>
    </message>
    <message>
        <source>The queue is done</source>
        <translation>The queue is done</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) failed.</source>
        <translation>
            <numerusform>%n job failed.</numerusform>
            <numerusform>%n jobs failed.</numerusform>
        </translation>
    </message>
    <message>
        <source>Every job has ended well.</source>
        <translation>Every job has ended well.</translation>
    </message>
</context>
<context>
    <name>respool::MarkEdits</name>
    <message numerus="yes">
        <source>%n recording(s) were flagged.</source>
        <translation>
            <numerusform>%n recording was flagged.</numerusform>
            <numerusform>%n recordings were flagged.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The flag of %n recording(s) was taken away.</source>
        <translation>
            <numerusform>The flag of %n recording was taken away.</numerusform>
            <numerusform>The flag of %n recordings was taken away.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s) were marked as seen.</source>
        <translation>
            <numerusform>%n recording was marked as seen.</numerusform>
            <numerusform>%n recordings were marked as seen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s) were marked as unseen.</source>
        <translation>
            <numerusform>%n recording was marked as unseen.</numerusform>
            <numerusform>%n recordings were marked as unseen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The tags of %n recording(s) were changed.</source>
        <translation>
            <numerusform>The tags of %n recording were changed.</numerusform>
            <numerusform>The tags of %n recordings were changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The note of %n recording(s) was changed.</source>
        <translation>
            <numerusform>The note of %n recording was changed.</numerusform>
            <numerusform>The note of %n recordings was changed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>respool::MarksDialog</name>
    <message>
        <source>Fla&amp;gged</source>
        <translation>Fla&amp;gged</translation>
    </message>
    <message>
        <source>Tags and note</source>
        <translation>Tags and note</translation>
    </message>
    <message>
        <source>They have different notes. What you write replaces all.</source>
        <translation>They have different notes. What you write replaces all.</translation>
    </message>
    <message>
        <source>What is to be known about it</source>
        <translation>What is to be known about it</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Words to find it by, with commas between them</source>
        <translation>Words to find it by, with commas between them</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation>Flagged</translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s)</source>
        <translation>
            <numerusform>%n recording</numerusform>
            <numerusform>%n recordings</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Tags:</source>
        <translation>&amp;Tags:</translation>
    </message>
    <message>
        <source>&amp;Note:</source>
        <translation>&amp;Note:</translation>
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
        <translation>Close this message</translation>
    </message>
</context>
<context>
    <name>respool::PictureStrip</name>
    <message>
        <source>Pictures of the recording</source>
        <translation>Pictures of the recording</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n picture</numerusform>
            <numerusform>%n pictures</numerusform>
        </translation>
    </message>
    <message>
        <source>At %1</source>
        <translation>At %1</translation>
    </message>
</context>
<context>
    <name>respool::PlaceView</name>
    <message>
        <source>Lines of the recording</source>
        <translation>Lines of the recording</translation>
    </message>
    <message>
        <source>(there is more before this)</source>
        <translation>(there is more before this)</translation>
    </message>
    <message>
        <source>(there is more behind this)</source>
        <translation>(there is more behind this)</translation>
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
        <translation>Speed</translation>
    </message>
    <message>
        <source>Speed (%1, %2)</source>
        <translation>Speed (%1, %2)</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volume</translation>
    </message>
    <message>
        <source>Search in this recording</source>
        <translation>Search in this recording</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>What was found</translation>
    </message>
    <message>
        <source>One frame or event &amp;back</source>
        <translation>One frame or event &amp;back</translation>
    </message>
    <message>
        <source>One frame or event &amp;on</source>
        <translation>One frame or event &amp;on</translation>
    </message>
    <message>
        <source>&amp;Marker before</source>
        <translation>&amp;Marker before</translation>
    </message>
    <message>
        <source>Next m&amp;arker</source>
        <translation>Next m&amp;arker</translation>
    </message>
    <message>
        <source>&amp;Skip what stands still</source>
        <translation>&amp;Skip what stands still</translation>
    </message>
    <message>
        <source>&amp;Time of day</source>
        <translation>&amp;Time of day</translation>
    </message>
    <message>
        <source>Be&amp;gin the selection here</source>
        <translation>Be&amp;gin the selection here</translation>
    </message>
    <message>
        <source>E&amp;nd the selection here</source>
        <translation>E&amp;nd the selection here</translation>
    </message>
    <message>
        <source>&amp;Export the selection…</source>
        <translation>&amp;Export the selection…</translation>
    </message>
    <message>
        <source>&amp;Copy the picture</source>
        <translation>&amp;Copy the picture</translation>
    </message>
    <message>
        <source>Save the &amp;picture…</source>
        <translation>Save the &amp;picture…</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Keys</translation>
    </message>
    <message>
        <source>Part before</source>
        <translation>Part before</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Play</translation>
    </message>
    <message>
        <source>Next part</source>
        <translation>Next part</translation>
    </message>
    <message>
        <source>Time of day or time elapsed</source>
        <translation>Time of day or time elapsed</translation>
    </message>
    <message>
        <source>More</source>
        <translation>More</translation>
    </message>
    <message>
        <source>More that the player can do</source>
        <translation>More that the player can do</translation>
    </message>
    <message>
        <source>Sound on or off</source>
        <translation>Sound on or off</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>off</source>
        <translation>off</translation>
    </message>
    <message>
        <source>on</source>
        <translation>on</translation>
    </message>
</context>
<context>
    <name>respool::PlayerPane</name>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Try again</translation>
    </message>
    <message>
        <source>&amp;Next part</source>
        <translation>&amp;Next part</translation>
    </message>
    <message>
        <source>Window of its own (w)</source>
        <translation>Window of its own (w)</translation>
    </message>
    <message>
        <source>Full screen (F11)</source>
        <translation>Full screen (F11)</translation>
    </message>
    <message>
        <source>Close the player</source>
        <translation>Close the player</translation>
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
        <translation>It is being recorded: to what happens now (l)</translation>
    </message>
    <message>
        <source>What went wrong</source>
        <translation>What went wrong</translation>
    </message>
    <message>
        <source>Back into the window (w)</source>
        <translation>Back into the window (w)</translation>
    </message>
    <message>
        <source>Leave full screen (F11)</source>
        <translation>Leave full screen (F11)</translation>
    </message>
    <message>
        <source>Selected: %1 to %2</source>
        <translation>Selected: %1 to %2</translation>
    </message>
    <message>
        <source>Select something first, with i and o</source>
        <translation>Select something first, with i and o</translation>
    </message>
    <message>
        <source>A clip can be cut from a video only</source>
        <translation>A clip can be cut from a video only</translation>
    </message>
    <message>
        <source>There is nothing to be seen</source>
        <translation>There is nothing to be seen</translation>
    </message>
    <message>
        <source>The picture is in the clipboard</source>
        <translation>The picture is in the clipboard</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation>Save the picture</translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation>Pictures (*.png)</translation>
    </message>
    <message>
        <source>The picture is in %1</source>
        <translation>The picture is in %1</translation>
    </message>
    <message>
        <source>The picture cannot be written: %1</source>
        <translation>The picture cannot be written: %1</translation>
    </message>
    <message>
        <source>It has nothing to show.</source>
        <translation>It has nothing to show.</translation>
    </message>
    <message>
        <source>It goes on where it was left, at %1</source>
        <translation>It goes on where it was left, at %1</translation>
    </message>
    <message>
        <source>part %1 of %2</source>
        <translation>part %1 of %2</translation>
    </message>
    <message>
        <source>Gap of %1</source>
        <translation>Gap of %1</translation>
    </message>
    <message>
        <source>There is none</source>
        <translation>There is none</translation>
    </message>
    <message>
        <source>There is no further one</source>
        <translation>There is no further one</translation>
    </message>
    <message>
        <source>Speed %1×</source>
        <translation>Speed %1×</translation>
    </message>
    <message>
        <source>What stands still is skipped</source>
        <translation>What stands still is skipped</translation>
    </message>
    <message>
        <source>What stands still is shown</source>
        <translation>What stands still is shown</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Searching…</translation>
    </message>
    <message numerus="yes">
        <source>%n hit(s) so far</source>
        <translation>
            <numerusform>%n hit so far</numerusform>
            <numerusform>%n hits so far</numerusform>
        </translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Not found</translation>
    </message>
    <message numerus="yes">
        <source>%n hit(s)</source>
        <translation>
            <numerusform>%n hit</numerusform>
            <numerusform>%n hits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) could not be searched</source>
        <translation>
            <numerusform>%n part could not be searched</numerusform>
            <numerusform>%n parts could not be searched</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading as far as that…</source>
        <translation>Reading as far as that…</translation>
    </message>
    <message>
        <source>Shift and the arrow keys select, Enter copies, Esc ends</source>
        <translation>Shift and the arrow keys select, Enter copies, Esc ends</translation>
    </message>
    <message>
        <source>There is no text of a terminal here</source>
        <translation>There is no text of a terminal here</translation>
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
        <translation>Respool has started safely: the queue is paused, and the window is as it was in the beginning.</translation>
    </message>
    <message>
        <source>Resume queue</source>
        <translation>Resume queue</translation>
    </message>
    <message>
        <source>Respool ended unexpectedly soon after its last start.</source>
        <translation>Respool ended unexpectedly soon after its last start.</translation>
    </message>
    <message>
        <source>Pause the queue and reset the window</source>
        <translation>Pause the queue and reset the window</translation>
    </message>
</context>
<context>
    <name>respool::PreviewPane</name>
    <message>
        <source>Preview</source>
        <translation>Preview</translation>
    </message>
    <message numerus="yes">
        <source>first of %n part(s)</source>
        <translation>
            <numerusform>the only part</numerusform>
            <numerusform>first of %n parts</numerusform>
        </translation>
    </message>
    <message>
        <source>Double-click a recording, or press Enter, to look at it here.</source>
        <translation>Double-click a recording, or press Enter, to look at it here.</translation>
    </message>
    <message>
        <source>It was repaired and lacks what could not be read. The damaged original is kept beside it: %1. Whoever does not need it any more may delete that file.</source>
        <translation>It was repaired and lacks what could not be read. The damaged original is kept beside it: %1. Whoever does not need it any more may delete that file.</translation>
    </message>
    <message>
        <source>The lines that could be read in it, and since when.</source>
        <translation>The lines that could be read in it, and since when.</translation>
    </message>
</context>
<context>
    <name>respool::QueryEdit</name>
    <message>
        <source>Search: words, kind:video, size&gt;100M, start&gt;-7d, tag:audit; F1 for help</source>
        <translation>Search: words, kind:video, size&gt;100M, start&gt;-7d, tag:audit; F1 for help</translation>
    </message>
    <message>
        <source>How to search (F1)</source>
        <translation>How to search (F1)</translation>
    </message>
    <message>
        <source>What may stand here</source>
        <translation>What may stand here</translation>
    </message>
    <message>
        <source>Save search…</source>
        <translation>Save search…</translation>
    </message>
</context>
<context>
    <name>respool::QuerySheet</name>
    <message>
        <source>How to search</source>
        <translation>How to search</translation>
    </message>
    <message>
        <source>Comparisons: : = != &gt; &gt;= &lt; &lt;=</source>
        <translation>Comparisons: : = != &gt; &gt;= &lt; &lt;=</translation>
    </message>
    <message>
        <source>Any of several values</source>
        <translation>Any of several values</translation>
    </message>
    <message>
        <source>From, to; one end may be left out</source>
        <translation>From, to; one end may be left out</translation>
    </message>
    <message>
        <source>AND binds before OR, and need not be written</source>
        <translation>AND binds before OR, and need not be written</translation>
    </message>
    <message>
        <source>Parentheses hold together what belongs together</source>
        <translation>Parentheses hold together what belongs together</translation>
    </message>
    <message>
        <source>Within quotes nothing has a meaning of its own</source>
        <translation>Within quotes nothing has a meaning of its own</translation>
    </message>
    <message>
        <source>The id, path, store, a tag or the note contains each of these</source>
        <translation>The id, path, store, a tag or the note contains each of these</translation>
    </message>
</context>
<context>
    <name>respool::RecordingGrid</name>
    <message>
        <source>Recordings as pictures</source>
        <translation>Recordings as pictures</translation>
    </message>
</context>
<context>
    <name>respool::RecordingTable</name>
    <message>
        <source>Recordings</source>
        <translation>Recordings</translation>
    </message>
    <message>
        <source>&amp;Reset columns</source>
        <translation>&amp;Reset columns</translation>
    </message>
</context>
<context>
    <name>respool::ReportDialog</name>
    <message>
        <source>What the check has shown</source>
        <translation>What the check has shown</translation>
    </message>
    <message>
        <source>Report of batch %1</source>
        <translation>Report of batch %1</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Report</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>&amp;Save…</translation>
    </message>
    <message>
        <source>As a page for printing, a table (CSV) or JSON</source>
        <translation>As a page for printing, a table (CSV) or JSON</translation>
    </message>
    <message>
        <source>&amp;Verify</source>
        <translation>&amp;Verify</translation>
    </message>
    <message>
        <source>Whether each result is the one that the audit log has a digest of</source>
        <translation>Whether each result is the one that the audit log has a digest of</translation>
    </message>
    <message numerus="yes">
        <source>The first %1 of %n result(s) are shown; what is saved has all of them.</source>
        <translation>
            <numerusform>The first %1 of %n result are shown; what is saved has all of them.</numerusform>
            <numerusform>The first %1 of %n results are shown; what is saved has all of them.</numerusform>
        </translation>
    </message>
    <message>
        <source>Comparing the report with the audit log…</source>
        <translation>Comparing the report with the audit log…</translation>
    </message>
    <message numerus="yes">
        <source>In order: %n result(s) are those that the audit log has.</source>
        <translation>
            <numerusform>In order: %n result is the one that the audit log has.</numerusform>
            <numerusform>In order: %n results are those that the audit log has.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>respool::ReportSaver</name>
    <message>
        <source>Save report</source>
        <translation>Save report</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Table (*.csv)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>The report is saved in %1.</source>
        <translation>The report is saved in %1.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 cannot be written: %2</translation>
    </message>
    <message>
        <source>Page for printing (*.html)</source>
        <translation>Page for printing (*.html)</translation>
    </message>
</context>
<context>
    <name>respool::RetentionDialog</name>
    <message>
        <source>&amp;Edit…</source>
        <translation>&amp;Edit…</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>Re&amp;move</translation>
    </message>
    <message>
        <source>&amp;Run now…</source>
        <translation>&amp;Run now…</translation>
    </message>
    <message>
        <source>Run &amp;daily at 03:30</source>
        <translation>Run &amp;daily at 03:30</translation>
    </message>
    <message>
        <source>Retention</source>
        <translation>Retention</translation>
    </message>
    <message>
        <source>Retention rules</source>
        <translation>Retention rules</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Recordings</translation>
    </message>
    <message>
        <source>Deletes</source>
        <translation>Deletes</translation>
    </message>
    <message>
        <source>Would delete now</source>
        <translation>Would delete now</translation>
    </message>
    <message>
        <source>Rules move recordings to the trash of their store. What is under hold, flagged or being recorded stays, and so does all of a store that is offline.</source>
        <translation>Rules move recordings to the trash of their store. What is under hold, flagged or being recorded stays, and so does all of a store that is offline.</translation>
    </message>
    <message>
        <source>&amp;Add…</source>
        <translation>&amp;Add…</translation>
    </message>
    <message>
        <source>all</source>
        <translation>all</translation>
    </message>
    <message>
        <source>There is no rule yet: everything is kept.</source>
        <translation>There is no rule yet: everything is kept.</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>switched off</translation>
    </message>
    <message>
        <source>Together they would delete %1 now.</source>
        <translation>Together they would delete %1 now.</translation>
    </message>
    <message>
        <source>Together they would delete nothing now.</source>
        <translation>Together they would delete nothing now.</translation>
    </message>
    <message>
        <source>Looking at what would be deleted…</source>
        <translation>Looking at what would be deleted…</translation>
    </message>
    <message>
        <source>There is nothing to delete.</source>
        <translation>There is nothing to delete.</translation>
    </message>
    <message>
        <source>Delete %1?</source>
        <translation>Delete %1?</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>They began between %1 and %2.</source>
        <translation>They began between %1 and %2.</translation>
    </message>
    <message>
        <source>They move to the trash and can be restored until they are purged.</source>
        <translation>They move to the trash and can be restored until they are purged.</translation>
    </message>
    <message>
        <source>Move to the trash</source>
        <translation>Move to the trash</translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s) move to the trash.</source>
        <translation>
            <numerusform>%n recording moves to the trash.</numerusform>
            <numerusform>%n recordings move to the trash.</numerusform>
        </translation>
    </message>
    <message>
        <source>retention</source>
        <translation>retention</translation>
    </message>
    <message>
        <source>The rules run daily at 03:30.</source>
        <translation>The rules run daily at 03:30.</translation>
    </message>
    <message>
        <source>nothing that this program knows</source>
        <translation>nothing that this program knows</translation>
    </message>
    <message numerus="yes">
        <source>what is older than %n day(s)</source>
        <translation>
            <numerusform>what is older than %n day</numerusform>
            <numerusform>what is older than %n days</numerusform>
        </translation>
    </message>
    <message>
        <source>the oldest beyond %1 in each store</source>
        <translation>the oldest beyond %1 in each store</translation>
    </message>
    <message numerus="yes">
        <source>all but the newest %n recording(s)</source>
        <translation>
            <numerusform>all but the newest %n recording</numerusform>
            <numerusform>all but the newest %n recordings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s), %1</source>
        <translation>
            <numerusform>%n recording, %1</numerusform>
            <numerusform>%n recordings, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>respool::RetentionEditor</name>
    <message>
        <source>Change the retention rule</source>
        <translation>Change the retention rule</translation>
    </message>
    <message>
        <source>New retention rule</source>
        <translation>New retention rule</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Recordings</translation>
    </message>
    <message>
        <source>Words of a search; none: every recording</source>
        <translation>Words of a search; none: every recording</translation>
    </message>
    <message>
        <source>What it limits</source>
        <translation>What it limits</translation>
    </message>
    <message>
        <source>what is older than</source>
        <translation>what is older than</translation>
    </message>
    <message>
        <source>the oldest of each store beyond</source>
        <translation>the oldest of each store beyond</translation>
    </message>
    <message>
        <source>all but the newest</source>
        <translation>all but the newest</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Limit</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Name:</translation>
    </message>
    <message>
        <source>&amp;Recordings:</source>
        <translation>&amp;Recordings:</translation>
    </message>
    <message>
        <source>&amp;Delete:</source>
        <translation>&amp;Delete:</translation>
    </message>
    <message>
        <source>&amp;Save rule</source>
        <translation>&amp;Save rule</translation>
    </message>
    <message>
        <source>&amp;Add rule</source>
        <translation>&amp;Add rule</translation>
    </message>
    <message>
        <source> GB</source>
        <translation> GB</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Looking…</translation>
    </message>
    <message>
        <source>Would delete %1 now, from %2 to %3.</source>
        <translation>Would delete %1 now, from %2 to %3.</translation>
    </message>
    <message>
        <source>Would delete nothing now.</source>
        <translation>Would delete nothing now.</translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s) stay though the limit says otherwise: under hold, flagged, missing or offline.</source>
        <translation>
            <numerusform>%n recording stays though the limit says otherwise: under hold, flagged, missing or offline.</numerusform>
            <numerusform>%n recordings stay though the limit says otherwise: under hold, flagged, missing or offline.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> day(s)</source>
        <translation>
            <numerusform> day</numerusform>
            <numerusform> days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> recording(s)</source>
        <translation>
            <numerusform> recording</numerusform>
            <numerusform> recordings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>respool::RulePicker</name>
    <message>
        <source>Every</source>
        <translation>Every</translation>
    </message>
    <message>
        <source>Daily</source>
        <translation>Daily</translation>
    </message>
    <message>
        <source>Weekly</source>
        <translation>Weekly</translation>
    </message>
    <message>
        <source>As cron writes it</source>
        <translation>As cron writes it</translation>
    </message>
    <message>
        <source>When</source>
        <translation>When</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>How many</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>minutes</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>hours</translation>
    </message>
    <message>
        <source>days</source>
        <translation>days</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Time of day</source>
        <translation>Time of day</translation>
    </message>
    <message>
        <source>at</source>
        <translation>at</translation>
    </message>
    <message>
        <source>Cron expression</source>
        <translation>Cron expression</translation>
    </message>
    <message>
        <source>Minute, hour, day of the month, month, day of the week</source>
        <translation>Minute, hour, day of the month, month, day of the week</translation>
    </message>
</context>
<context>
    <name>respool::ScheduleDialog</name>
    <message>
        <source>nothing to do</source>
        <translation>nothing to do</translation>
    </message>
    <message>
        <source>batch %1</source>
        <translation>batch %1</translation>
    </message>
    <message>
        <source>Schedules</source>
        <translation>Schedules</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Hours</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>What it does</translation>
    </message>
    <message>
        <source>When</source>
        <translation>When</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Time zone</translation>
    </message>
    <message>
        <source>Next run</source>
        <translation>Next run</translation>
    </message>
    <message>
        <source>Last run</source>
        <translation>Last run</translation>
    </message>
    <message>
        <source>&amp;Add…</source>
        <translation>&amp;Add…</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>Re&amp;move</translation>
    </message>
    <message>
        <source>&amp;Run now</source>
        <translation>&amp;Run now</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>switched off</translation>
    </message>
    <message>
        <source>There was nothing to do.</source>
        <translation>There was nothing to do.</translation>
    </message>
    <message>
        <source>Batch %1 is enqueued.</source>
        <translation>Batch %1 is enqueued.</translation>
    </message>
</context>
<context>
    <name>respool::ScheduleEditor</name>
    <message>
        <source>New schedule</source>
        <translation>New schedule</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>What it does</translation>
    </message>
    <message>
        <source>All stores</source>
        <translation>All stores</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Store</translation>
    </message>
    <message>
        <source>Words of a search; none: every recording</source>
        <translation>Words of a search; none: every recording</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Recordings</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Time zone</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Name:</translation>
    </message>
    <message>
        <source>&amp;What it does:</source>
        <translation>&amp;What it does:</translation>
    </message>
    <message>
        <source>&amp;Store:</source>
        <translation>&amp;Store:</translation>
    </message>
    <message>
        <source>&amp;Recordings:</source>
        <translation>&amp;Recordings:</translation>
    </message>
    <message>
        <source>When:</source>
        <translation>When:</translation>
    </message>
    <message>
        <source>Time &amp;zone:</source>
        <translation>Time &amp;zone:</translation>
    </message>
    <message>
        <source>&amp;Add schedule</source>
        <translation>&amp;Add schedule</translation>
    </message>
    <message>
        <source>Runs next: %1</source>
        <translation>Runs next: %1</translation>
    </message>
    <message>
        <source>Scan for recordings</source>
        <translation>Scan for recordings</translation>
    </message>
    <message>
        <source>Make seekable</source>
        <translation>Make seekable</translation>
    </message>
    <message>
        <source>Empty the trash</source>
        <translation>Empty the trash</translation>
    </message>
    <message>
        <source>Daily at %1</source>
        <translation>Daily at %1</translation>
    </message>
    <message>
        <source>Weekly, %1 at %2</source>
        <translation>Weekly, %1 at %2</translation>
    </message>
    <message numerus="yes">
        <source>Every %n minute(s)</source>
        <translation>
            <numerusform>Every minute</numerusform>
            <numerusform>Every %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every %n hour(s)</source>
        <translation>
            <numerusform>Every hour</numerusform>
            <numerusform>Every %n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every %n day(s)</source>
        <translation>
            <numerusform>Every day</numerusform>
            <numerusform>Every %n days</numerusform>
        </translation>
    </message>
    <message>
        <source>Verify recordings</source>
        <translation>Verify recordings</translation>
    </message>
    <message>
        <source>Run the retention rules</source>
        <translation>Run the retention rules</translation>
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
        <translation>%1 of %2</translation>
    </message>
    <message>
        <source>Nothing was recorded for %1</source>
        <translation>Nothing was recorded for %1</translation>
    </message>
</context>
<context>
    <name>respool::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Jobs at the same time</source>
        <translation>Jobs at the same time</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>As the system</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Appearance</translation>
    </message>
    <message>
        <source>&amp;Jobs at the same time:</source>
        <translation>&amp;Jobs at the same time:</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>&amp;Language:</translation>
    </message>
    <message>
        <source>&amp;Appearance:</source>
        <translation>&amp;Appearance:</translation>
    </message>
    <message>
        <source>&amp;Keep the damaged original beside a repaired recording</source>
        <translation>&amp;Keep the damaged original beside a repaired recording</translation>
    </message>
    <message>
        <source>When not everything in a damaged recording can be read, the original stays as NAME.orig. Without it, what was lost cannot be looked for again.</source>
        <translation>When not everything in a damaged recording can be read, the original stays as NAME.orig. Without it, what was lost cannot be looked for again.</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>Trash</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>General</source>
        <translation>General</translation>
    </message>
    <message>
        <source>Both count at once: the window is made anew.</source>
        <translation>Both count at once: the window is made anew.</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Work</translation>
    </message>
    <message>
        <source>&amp;Keep the machine awake while jobs run</source>
        <translation>&amp;Keep the machine awake while jobs run</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Recordings</translation>
    </message>
    <message>
        <source>&amp;Draw pictures of new recordings</source>
        <translation>&amp;Draw pictures of new recordings</translation>
    </message>
    <message>
        <source>&amp;Read the texts of terminals for the search</source>
        <translation>&amp;Read the texts of terminals for the search</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Notifications</translation>
    </message>
    <message>
        <source>While no window of Respool is in front, tell me:</source>
        <translation>While no window of Respool is in front, tell me:</translation>
    </message>
    <message>
        <source>when what I &amp;asked for is finished</source>
        <translation>when what I &amp;asked for is finished</translation>
    </message>
    <message>
        <source>when something &amp;failed</source>
        <translation>when something &amp;failed</translation>
    </message>
    <message>
        <source>Beside the window:</source>
        <translation>Beside the window:</translation>
    </message>
    <message>
        <source>&amp;Show an icon with the progress in the tray</source>
        <translation>&amp;Show an icon with the progress in the tray</translation>
    </message>
    <message>
        <source>When the queue is done</source>
        <translation>When the queue is done</translation>
    </message>
    <message>
        <source>Do nothing</source>
        <translation>Do nothing</translation>
    </message>
    <message>
        <source>Notify me</source>
        <translation>Notify me</translation>
    </message>
    <message>
        <source>Quit Respool</source>
        <translation>Quit Respool</translation>
    </message>
    <message>
        <source>Let the machine sleep</source>
        <translation>Let the machine sleep</translation>
    </message>
    <message>
        <source>Shut the machine down</source>
        <translation>Shut the machine down</translation>
    </message>
    <message>
        <source>After the queue</source>
        <translation>After the queue</translation>
    </message>
    <message>
        <source>&amp;When the queue is done:</source>
        <translation>&amp;When the queue is done:</translation>
    </message>
    <message>
        <source>Every time. For one time only, choose it in the menu of the jobs. What ends Respool or the machine can be called off for 15 seconds.</source>
        <translation>Every time. For one time only, choose it in the menu of the jobs. What ends Respool or the machine can be called off for 15 seconds.</translation>
    </message>
    <message>
        <source>Paths</source>
        <translation>Paths</translation>
    </message>
    <message>
        <source>Data folder:</source>
        <translation>Data folder:</translation>
    </message>
    <message>
        <source>Database:</source>
        <translation>Database:</translation>
    </message>
    <message>
        <source>Media process:</source>
        <translation>Media process:</translation>
    </message>
    <message>
        <source>the one that came with Respool</source>
        <translation>the one that came with Respool</translation>
    </message>
    <message>
        <source>They are chosen at the start: --data or RESPOOL_DATA, --database or RESPOOL_DATABASE, RESPOOL_MEDIA. Messages go to stderr.</source>
        <translation>They are chosen at the start: --data or RESPOOL_DATA, --database or RESPOOL_DATABASE, RESPOOL_MEDIA. Messages go to stderr.</translation>
    </message>
</context>
<context>
    <name>respool::Sidebar</name>
    <message>
        <source>Stores and filters</source>
        <translation>Stores and filters</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Library</translation>
    </message>
    <message>
        <source>All recordings</source>
        <translation>All recordings</translation>
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
        <translation>Logs</translation>
    </message>
    <message>
        <source>Not seekable</source>
        <translation>Not seekable</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>Damaged</translation>
    </message>
    <message>
        <source>Under hold</source>
        <translation>Under hold</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Missing</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>Trash</translation>
    </message>
    <message>
        <source>Stores</source>
        <translation>Stores</translation>
    </message>
    <message>
        <source>%1 (offline)</source>
        <translation>%1 (offline)</translation>
    </message>
    <message>
        <source>%1
%2</source>
        <translation>%1
%2</translation>
    </message>
    <message>
        <source>Watched: what changes in it is seen at once</source>
        <translation>Watched: what changes in it is seen at once</translation>
    </message>
    <message>
        <source>Rescanned every 10 minutes: a network mount cannot be watched</source>
        <translation>Rescanned every 10 minutes: a network mount cannot be watched</translation>
    </message>
    <message>
        <source>Rescanned every 10 minutes: it has more folders than the system can watch (fs.inotify.max_user_watches)</source>
        <translation>Rescanned every 10 minutes: it has more folders than the system can watch (fs.inotify.max_user_watches)</translation>
    </message>
    <message>
        <source>New recordings are made seekable by themselves</source>
        <translation>New recordings are made seekable by themselves</translation>
    </message>
    <message>
        <source>Recording now</source>
        <translation>Recording now</translation>
    </message>
    <message>
        <source>Unseen</source>
        <translation>Unseen</translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation>Flagged</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Trash (%1)</source>
        <translation>Trash (%1)</translation>
    </message>
    <message>
        <source>Kinds</source>
        <translation>Kinds</translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation>Saved searches</translation>
    </message>
    <message numerus="yes">
        <source>%1, more than %n recording(s)</source>
        <translation>
            <numerusform>%1, more than %n recording</numerusform>
            <numerusform>%1, more than %n recordings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n recording(s)</source>
        <translation>
            <numerusform>%1, %n recording</numerusform>
            <numerusform>%1, %n recordings</numerusform>
        </translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>Re&amp;name</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>Move &amp;up</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>Move &amp;down</translation>
    </message>
    <message>
        <source>&amp;Remove search</source>
        <translation>&amp;Remove search</translation>
    </message>
    <message>
        <source>&amp;Hide empty rows</source>
        <translation>&amp;Hide empty rows</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
</context>
<context>
    <name>respool::StatusPanel</name>
    <message>
        <source>Who runs the jobs</source>
        <translation>Who runs the jobs</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Jobs</translation>
    </message>
    <message>
        <source>Failed jobs</source>
        <translation>Failed jobs</translation>
    </message>
    <message>
        <source>This window runs the jobs</source>
        <translation>This window runs the jobs</translation>
    </message>
    <message>
        <source>Another Respool runs the jobs</source>
        <translation>Another Respool runs the jobs</translation>
    </message>
    <message>
        <source>%1 running, %2 waiting</source>
        <translation>%1 running, %2 waiting</translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paused</source>
        <translation>
            <numerusform>%n paused</numerusform>
            <numerusform>%n paused</numerusform>
        </translation>
    </message>
    <message>
        <source>the queue is paused</source>
        <translation>the queue is paused</translation>
    </message>
    <message>
        <source>the queue stands still</source>
        <translation>the queue stands still</translation>
    </message>
    <message>
        <source>more than %1 left</source>
        <translation>more than %1 left</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>%1 left</translation>
    </message>
    <message>
        <source>Progress of the queue</source>
        <translation>Progress of the queue</translation>
    </message>
    <message numerus="yes">
        <source>%n failed, not looked at</source>
        <translation>
            <numerusform>%n failed, not looked at</numerusform>
            <numerusform>%n failed, not looked at</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show the jobs that failed (%n in all)</source>
        <translation>
            <numerusform>Show the job that failed (%n in all)</numerusform>
            <numerusform>Show the jobs that failed (%n in all)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>respool::StorageDialog</name>
    <message>
        <source>Unknown</source>
        <translation>Unknown</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Storage</translation>
    </message>
    <message>
        <source>Stores</source>
        <translation>Stores</translation>
    </message>
    <message>
        <source>%1 (offline)</source>
        <translation>%1 (offline)</translation>
    </message>
    <message>
        <source>Kinds</source>
        <translation>Kinds</translation>
    </message>
    <message>
        <source>Months</source>
        <translation>Months</translation>
    </message>
    <message>
        <source>Volumes</source>
        <translation>Volumes</translation>
    </message>
    <message>
        <source>%1 of %2 free</source>
        <translation>%1 of %2 free</translation>
    </message>
    <message>
        <source>%1; in the trash %2</source>
        <translation>%1; in the trash %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Full on %1 at the present rate of %2 a day.</source>
        <translation>Full on %1 at the present rate of %2 a day.</translation>
    </message>
    <message>
        <source>More goes than comes: it shrinks by %1 a day.</source>
        <translation>More goes than comes: it shrinks by %1 a day.</translation>
    </message>
    <message>
        <source>Not full within ten years at the present rate of %1 a day.</source>
        <translation>Not full within ten years at the present rate of %1 a day.</translation>
    </message>
    <message>
        <source>Too little is known yet to say when it will be full.</source>
        <translation>Too little is known yet to say when it will be full.</translation>
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
        <translation>Screen of the terminal</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copy</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>Select &amp;all</translation>
    </message>
</context>
<context>
    <name>respool::TextHitModel</name>
    <message>
        <source>at %1</source>
        <translation>at %1</translation>
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
        <translation>&amp;Open Respool</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quit</translation>
    </message>
    <message>
        <source>&amp;Resume queue</source>
        <translation>&amp;Resume queue</translation>
    </message>
    <message>
        <source>&amp;Pause queue</source>
        <translation>&amp;Pause queue</translation>
    </message>
    <message>
        <source>Respool: %1 running, %2 waiting, %3 failed</source>
        <translation>Respool: %1 running, %2 waiting, %3 failed</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>%1 left</translation>
    </message>
</context>
<context>
    <name>respool::VideoView</name>
    <message>
        <source>Video of the recording</source>
        <translation>Video of the recording</translation>
    </message>
</context>
</TS>
