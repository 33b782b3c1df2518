// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/db/sqlbook.h"

#include "core/db/dialect.h"

#include <QDirIterator>
#include <QFile>

using namespace Qt::Literals::StringLiterals;

namespace respool {

Result<SqlBook> SqlBook::load(const Dialect &dialect)
{
    SqlBook book;
    QHash<QString, QString> overrides;
    QDirIterator files(u":/sql/queries"_s);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            return fail(ErrorCode::Internal, file.fileName());
        QString name;
        QHash<QString, QString> *into = nullptr;
        const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n');
        for (const QString &line : lines) {
            if (line.startsWith("-- name: "_L1)) {
                const QStringList words = line.mid(9).simplified().split(u' ');
                name = words.value(0);
                if (words.size() == 1)
                    into = &book.m_queries;
                else
                    into = words[1] == u'@' + dialect.name ? &overrides : nullptr;
            } else if (into && !line.startsWith("--"_L1)) {
                (*into)[name] += line + u'\n';
            }
        }
    }
    book.m_queries.insert(overrides);
    return book;
}

QString SqlBook::query(const QString &name) const
{
    const QString text = m_queries.value(name);
    Q_ASSERT_X(!text.isEmpty(), "SqlBook", qPrintable(name));
    return text;
}

} // namespace respool
