// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <cstdint>

namespace respool {

// What the fuzzers do with one input: each feeds it to the code that meets untrusted files and
// aborts, in words, where that code breaks a promise. They return 0, as libFuzzer asks.

// Elements and values of EBML, and the structure of a WebM file.
int fuzzEbml(const uint8_t *data, size_t size);
// The input is a WebM file that is to be made seekable.
int fuzzRepair(const uint8_t *data, size_t size);
// The first byte says what follows: c an asciicast, t a .trp, s a session log, p stored screens,
// v what a program writes to a terminal.
int fuzzTerminal(const uint8_t *data, size_t size);
// A query as it is typed.
int fuzzQuery(const uint8_t *data, size_t size);
// A recording.json.
int fuzzManifest(const uint8_t *data, size_t size);
// The first byte says what follows: z a ZIP archive that is to be imported; m what stands in one:
// a line for each entry (f, d or o; e where it is encrypted; its bytes; its name), a blank one, and
// the manifest.
int fuzzArchive(const uint8_t *data, size_t size);

} // namespace respool
