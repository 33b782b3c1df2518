// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/clipfields.h"

#include "core/base/units.h"
#include "core/clocktime.h"
#include "ui/look.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

bool isEmpty(const QLineEdit &field)
{
    return field.text().trimmed().isEmpty();
}

// As TimeRange has it; nothing for what is no time.
std::optional<qint64> timeIn(const QLineEdit &field)
{
    return isEmpty(field) ? std::optional<qint64>(-1) : clockTimeMs(field.text());
}

// As clockTimeMs() reads it.
QString clockText(qint64 ms)
{
    return ms < 0 ? QString()
                  : u"%1:%2:%3"_s.arg(ms / 3'600'000)
                        .arg(ms / 60'000 % 60, 2, 10, QChar(u'0'))
                        .arg(QString::number(double(ms % 60'000) / 1000, 'f', 3), 6, QChar(u'0'));
}

} // namespace

ClipFields::ClipFields(QWidget *parent)
    : QWidget(parent)
    , m_from(new QLineEdit(this))
    , m_to(new QLineEdit(this))
    , m_note(makeComplaint(u"clipNote"_s, this))
    , m_exact(new QCheckBox(tr("C&ut at the very frame: encodes anew, which takes long"), this))
{
    m_from->setObjectName(u"from"_s);
    m_from->setPlaceholderText(tr("beginning"));
    m_from->setAccessibleName(tr("Where the clip begins"));
    m_to->setObjectName(u"to"_s);
    m_to->setPlaceholderText(tr("end"));
    m_to->setAccessibleName(tr("Where the clip ends"));
    m_exact->setObjectName(u"exact"_s);
    m_exact->setToolTip(tr("Otherwise the clip begins at the key frame before, and nothing is "
                           "encoded anew."));
    auto *until = new QLabel(tr("&to"), this);
    until->setBuddy(m_to);
    auto *times = new QHBoxLayout;
    times->setSpacing(space::whole);
    times->addWidget(m_from, 1);
    times->addWidget(until);
    times->addWidget(m_to, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::half);
    column->addLayout(times);
    column->addWidget(m_note);
    column->addWidget(m_exact);
    setFocusPolicy(Qt::StrongFocus); // else the key of its label leads nowhere
    setFocusProxy(m_from);
    m_note->show();
    for (const QLineEdit *field : {m_from, m_to})
        connect(field, &QLineEdit::textChanged, this, &ClipFields::check);
    connect(m_exact, &QCheckBox::toggled, this, &ClipFields::check);
    check();
}

void ClipFields::setLength(qint64 ms)
{
    m_lengthMs = ms;
    check();
}

void ClipFields::setRange(const TimeRange &range)
{
    m_from->setText(clockText(range.fromMs));
    m_to->setText(clockText(range.toMs));
}

bool ClipFields::isExact() const
{
    return m_exact->isChecked();
}

std::optional<TimeRange> ClipFields::range() const
{
    if (!complaint().isEmpty())
        return {};
    const TimeRange range{*timeIn(*m_from), *timeIn(*m_to)};
    return range.isWhole() ? std::nullopt : std::optional(range);
}

QString ClipFields::complaint() const
{
    for (const QLineEdit *field : {m_from, m_to}) {
        if (!timeIn(*field))
            return tr("“%1” is no time: write seconds (90.5) or h:mm:ss (0:01:30.5).")
                .arg(field->text().trimmed());
    }
    const TimeRange range{*timeIn(*m_from), *timeIn(*m_to)};
    if (range.isEmpty())
        return tr("A clip ends after its beginning.");
    if (m_lengthMs > 0 && range.fromMs >= m_lengthMs)
        return tr("It would begin after the end: the recording lasts %1.")
            .arg(durationText(m_lengthMs));
    return {};
}

QString ClipFields::hint() const
{
    const auto clip = range();
    if (!clip)
        return m_lengthMs > 0 ? tr("Seconds (90.5) or h:mm:ss (0:01:30.5). All of it lasts %1.")
                                    .arg(durationText(m_lengthMs))
                              : tr("Seconds (90.5) or h:mm:ss (0:01:30.5).");
    return isExact() ? tr("The clip begins and ends at these very frames.")
                     : tr("The clip begins at the key frame before.");
}

void ClipFields::check()
{
    const QString wrong = complaint();
    sayBelow(*m_note, wrong.isEmpty() ? hint() : wrong, !wrong.isEmpty());
    emit changed();
}

} // namespace respool
