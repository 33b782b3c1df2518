// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/cliprocess.h"

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr int longestRunMs = 120'000;

} // namespace

QString CliResult::text() const
{
    return u"exit %1, signal %2\n%3\n%4"_s.arg(status).arg(signal).arg(
        err, QString::fromUtf8(out.right(4000)));
}

Cli::Cli(QString dataFolder)
    : m_data(std::move(dataFolder))
{}

void Cli::setVariable(const QString &name, const QString &value)
{
    m_variables[name] = value;
}

QString Cli::database() const
{
    return m_data + u"/respool.db"_s;
}

std::unique_ptr<QProcess> Cli::start(const QStringList &arguments) const
{
    auto process = std::make_unique<QProcess>();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.remove(u"RESPOOL_DATA"_s);
    environment.remove(u"RESPOOL_DATABASE"_s);
    environment.insert(u"RESPOOL_PICTURES"_s, u"off"_s); // who counts jobs counts its own
    environment.insert(u"RESPOOL_TEXT"_s, u"off"_s);     // likewise
    environment.insert(u"RESPOOL_WATCH"_s, u"off"_s);
    for (const auto &[name, value] : m_variables.asKeyValueRange()) {
        if (value.isEmpty())
            environment.remove(name);
        else
            environment.insert(name, value);
    }
    process->setProcessEnvironment(environment);
    QStringList all{QStringLiteral(RESPOOL_BIN "/respoolctl"), u"--data"_s, m_data, u"--json"_s};
    all << arguments;
    if (m_asNobody)
        all = QStringList{u"setpriv"_s, u"--reuid=65534"_s, u"--regid=65534"_s, u"--clear-groups"_s,
                          u"--inh-caps=-all"_s}
              + all;
    process->start(all.takeFirst(), all);
    if (!process->waitForStarted())
        qFatal("respoolctl does not start: %s", qPrintable(process->errorString()));
    return process;
}

CliResult Cli::finish(QProcess &process)
{
    CliResult result;
    if (process.state() != QProcess::NotRunning && !process.waitForFinished(longestRunMs)) {
        process.kill();
        process.waitForFinished();
    }
    result.out = process.readAllStandardOutput();
    result.err = QString::fromUtf8(process.readAllStandardError());
    // Qt hands out the number of the signal as the exit code of a process that crashed.
    if (process.exitStatus() == QProcess::NormalExit)
        result.status = process.exitCode();
    else
        result.signal = process.exitCode();
    result.json = QJsonDocument::fromJson(result.out);
    return result;
}

CliResult Cli::run(const QStringList &arguments) const
{
    const auto process = start(arguments);
    return finish(*process);
}

CliResult Cli::runWith(const QString &name, const QString &value,
                       const QStringList &arguments) const
{
    Cli other(*this);
    other.setVariable(name, value);
    return other.run(arguments);
}

} // namespace respool
