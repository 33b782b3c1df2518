// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/files/relativepath.h"

using namespace Qt::Literals::StringLiterals;

namespace respool {

Result<> checkFileName(const QString &name)
{
    if (name.isEmpty() || name == "."_L1 || name == ".."_L1 || name.contains(u'/')
        || name.contains(QChar(u'\0')))
        return fail(ErrorCode::Unsafe, u"'%1' is no name of a file inside the store"_s.arg(name));
    if (name.contains(QChar(QChar::ReplacementCharacter)))
        return fail(ErrorCode::Unsafe, u"the name '%1' is not UTF-8: rename it"_s.arg(name));
    return {};
}

Result<QStringList> pathComponents(const QString &relative)
{
    const QStringList components = relative.split(u'/');
    for (const QString &component : components) {
        if (const auto checked = checkFileName(component); !checked)
            return fail(checked.error().code, u"'%1' is no path inside the store: %2"_s.arg(
                                                  relative, checked.error().detail));
    }
    return components;
}

} // namespace respool
