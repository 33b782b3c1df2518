// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/jobs/jobkind.h"

#include <QStringList>

using namespace Qt::Literals::StringLiterals;

namespace respool {

QList<QString> prunableKinds(const JobKinds &kinds)
{
    QList<QString> names;
    for (auto kind = kinds.cbegin(); kind != kinds.cend(); ++kind) {
        if (!kind->isEvidence)
            names << kind.key();
    }
    return names;
}

Result<> checkKindOrAll(const JobKinds &kinds, const QString &kind)
{
    if (kind.isEmpty() || kinds.contains(kind))
        return {};
    QStringList names = kinds.keys();
    names.sort();
    return fail(ErrorCode::InvalidArgument,
                u"there is no kind of job '%1'; there are: %2"_s.arg(kind, names.join(u", "_s)));
}

} // namespace respool
