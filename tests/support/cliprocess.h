// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QProcess>
#include <QStringList>

#include <memory>

namespace respool {

// What a run of respoolctl left behind. status -1: a signal ended it, which is then in signal.
struct CliResult
{
    int status = -1;
    int signal = 0;
    QByteArray out;
    QString err;
    QJsonDocument json;

    QJsonObject object() const { return json.object(); }
    QJsonArray array() const { return json.array(); }
    QString text() const; // all of it, for the message of a failed check
};

// Runs the respoolctl that was built beside the tests, always with --data and --json. Main thread.
class Cli
{
public:
    explicit Cli(QString dataFolder);

    // For the runs from now on; an empty value takes the variable away.
    void setVariable(const QString &name, const QString &value);
    // The runs from now on are those of the unprivileged user nobody.
    void runAsNobody(bool yes) { m_asNobody = yes; }

    CliResult run(const QStringList &arguments) const;
    // Run with one variable more: RESPOOL_FAULT and the like.
    CliResult runWith(const QString &name, const QString &value,
                      const QStringList &arguments) const;

    // A process that goes on beside the test.
    std::unique_ptr<QProcess> start(const QStringList &arguments) const;
    static CliResult finish(QProcess &process);

    QString dataFolder() const { return m_data; }
    QString database() const;

private:
    QString m_data;
    QMap<QString, QString> m_variables;
    bool m_asNobody = false;
};

} // namespace respool
