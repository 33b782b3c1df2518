// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/media/mediafile.h"
#include "core/media/webm/ebml.h"
#include "core/media/webm/ebmlreader.h"
#include "core/media/webm/ebmlwriter.h"
#include "core/media/webm/webmfacts.h"
#include "core/media/webm/webmids.h"
#include "core/media/webm/webmstructure.h"
#include "tests/fuzz/fuzzers.h"
#include "tests/fuzz/promise.h"

#include <algorithm>

namespace respool {

namespace {

constexpr int mostDepth = 16;
constexpr qint64 mostPositions = 256;
constexpr qint64 budgetBytes = 64 << 10;

void readHead(QByteArrayView bytes)
{
    const auto head = parseElementHead(bytes);
    if (!head)
        return;
    mustHold(head->headBytes <= mostElementHeadBytes && head->headBytes <= bytes.size(),
             "an element's head lies within the bytes");
    mustHold(head->dataBytes >= 0, "no element has a negative size");
    const QByteArray id = ebmlId(head->id);
    mustHold(id.size() + head->sizeBytes == head->headBytes && bytes.startsWith(id),
             "an element's head begins with its ID");
    if (head->sizeKnown)
        mustHold(bytes.sliced(id.size()).startsWith(ebmlSize(head->dataBytes, head->sizeBytes)),
                 "a size that was read is written the same");
}

void readValues(QByteArrayView bytes)
{
    int length = 0;
    const auto number = parseVint(bytes, length);
    mustHold(!number || length <= bytes.size(), "a number lies within the bytes");
    const auto value = parseUnsigned(bytes);
    mustHold(value.has_value() == (bytes.size() <= 8), "an integer has 8 bytes at most");
    (void) parseFloat(bytes); // any value is right, as long as reading it is
    mustHold(parseText(bytes).size() <= bytes.size(), "a text is no longer than its bytes");
}

void walkChildren(QByteArrayView bytes, int depth)
{
    qsizetype seen = 0;
    EbmlCursor child(bytes);
    while (child.next()) {
        seen += child.whole().size();
        readValues(child.data());
        if (depth > 0)
            walkChildren(child.data(), depth - 1);
    }
    mustHold(seen <= bytes.size() && (seen == bytes.size()) == child.atEnd(),
             "children lie one behind the other");
}

// The file and the bytes in memory tell the same.
void readElements(const MediaFile &file, QByteArrayView bytes)
{
    EbmlReader reader(file.fd.get(), bytes.size(), budgetBytes);
    for (qint64 at = 0; at < std::min<qint64>(bytes.size(), mostPositions); ++at) {
        const auto element = reader.elementAt(at, bytes.size());
        const auto head = parseElementHead(
            bytes.sliced(at, std::min<qint64>(bytes.size() - at, mostElementHeadBytes)));
        mustHold(element.has_value() == head.has_value(), "a file reads as its bytes do");
        if (!element)
            continue;
        mustHold(element->id == head->id && element->dataStart == at + head->headBytes
                     && element->dataBytes == head->dataBytes,
                 "an element in a file is the one in its bytes");
        const bool whole =
            element->sizeKnown && element->dataBytes <= bytes.size() - element->dataStart;
        const auto number = reader.unsignedOf(*element);
        mustHold(number.has_value() == (whole && element->dataBytes <= 8),
                 "an integer is read when all of it is there");
        (void) reader.floatOf(*element); // any value is right, as long as reading it is
        (void) reader.textOf(*element);
    }
}

void readFacts(const MediaFile &file)
{
    for (const bool thorough : {false, true}) {
        const auto facts = readWebmFacts(file, thorough, {});
        if (!facts)
            mustHold(facts.error().code == ErrorCode::Media, "no facts because of the file",
                     facts.error().detail);
        else
            mustHold(facts->lastMs >= 0 && facts->packets >= 0, "facts have no negative numbers");
    }
}

} // namespace

int fuzzEbml(const uint8_t *data, size_t size)
{
    const QByteArrayView bytes(data, qsizetype(size));
    for (qsizetype at = 0; at < std::min<qsizetype>(bytes.size(), mostPositions); ++at)
        readHead(bytes.sliced(at));
    readValues(bytes.first(std::min<qsizetype>(bytes.size(), 12)));
    walkChildren(bytes, mostDepth);
    const MediaFile file = memoryFile(bytes);
    readElements(file, bytes);
    const auto structure = readWebmStructure(file);
    if (!structure)
        mustHold(structure.error().code == ErrorCode::Media, "what is no WebM is a Media error",
                 structure.error().detail);
    else if (structure->seekable())
        mustHold(structure->isWebm && structure->durationMs > 0, "only WebM is seekable");
    readFacts(file);
    return 0;
}

} // namespace respool
