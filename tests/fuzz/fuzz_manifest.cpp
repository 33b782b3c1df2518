// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/files/relativepath.h"
#include "core/library/manifest.h"
#include "tests/fuzz/fuzzers.h"
#include "tests/fuzz/promise.h"

namespace respool {

int fuzzManifest(const uint8_t *data, size_t size)
{
    const QByteArray json(reinterpret_cast<const char *>(data), qsizetype(size));
    const auto manifest = parseManifest(json);
    if (!manifest) {
        mustHold(!manifest.error().detail.isEmpty(), "what is wrong is told in words");
        mustHold(!repairedManifest(json, {}), "what cannot be read is not written anew");
        return 0;
    }
    QHash<QString, qint64> durations;
    for (const ManifestFile &file : manifest->files) {
        mustHold(bool(checkFileName(file.name)), "no file lies outside its recording", file.name);
        mustHold(file.startMs >= 0 && file.durationMs >= 0, "times are not negative", file.name);
        durations.insert(file.name, 1500);
    }
    const auto untouched = repairedManifest(json, {});
    mustHold(bool(untouched), "a manifest that is read can be written");
    const auto repaired = repairedManifest(json, durations);
    mustHold(bool(repaired), "a manifest that is read can be repaired");
    const auto again = parseManifest(*repaired);
    mustHold(bool(again), "a repaired manifest can be read");
    mustHold(again->sessionId == manifest->sessionId
                 && again->files.size() == manifest->files.size(),
             "a repair keeps the recording");
    for (const ManifestFile &file : again->files)
        mustHold(file.durationMs > 0, "a repaired part has its duration", file.name);
    return 0;
}

} // namespace respool
