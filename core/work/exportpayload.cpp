// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/work/exportpayload.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

struct FormName
{
    ExportForm form;
    QLatin1StringView name;
};

constexpr std::array formNames{
    FormName{ExportForm::Copy, "copy"_L1},
    FormName{ExportForm::Clip, "clip"_L1},
    FormName{ExportForm::Join, "join"_L1},
};

} // namespace

QByteArray ExportPayload::toJson() const
{
    const QString formName = std::ranges::find(formNames, form, &FormName::form)->name;
    QJsonObject object{{u"store"_s, store},
                       {u"id"_s, id.value},
                       {u"uid"_s, uid},
                       {u"target"_s, target},
                       {u"form"_s, formName},
                       {u"parts"_s, QJsonArray::fromStringList(parts)},
                       {u"range"_s, range.toJson()},
                       {u"exact"_s, exact},
                       {u"transcode"_s, transcode},
                       {u"overwrite"_s, overwrite}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Result<ExportPayload> ExportPayload::fromJson(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    ExportPayload payload;
    payload.store = object[u"store"_s].toString();
    payload.id = RecordingId{object[u"id"_s].toInteger()};
    payload.uid = object[u"uid"_s].toString();
    payload.target = object[u"target"_s].toString();
    for (const QJsonValue part : object[u"parts"_s].toArray())
        payload.parts << part.toString();
    payload.range = TimeRange::fromJson(object[u"range"_s].toObject());
    payload.exact = object[u"exact"_s].toBool();
    payload.transcode = object[u"transcode"_s].toBool();
    payload.overwrite = object[u"overwrite"_s].toBool();
    const auto form = std::ranges::find(formNames, object[u"form"_s].toString(), &FormName::name);
    if (payload.store.isEmpty() || payload.id.value <= 0 || payload.parts.isEmpty()
        || !payload.target.startsWith(u'/') || form == formNames.end())
        return fail(ErrorCode::BadPayload,
                    u"the job names no store, recording, part, target or form"_s);
    payload.form = form->form;
    if (payload.form != ExportForm::Join && payload.parts.size() != 1)
        return fail(ErrorCode::BadPayload, u"only a join is of several parts"_s);
    return payload;
}

} // namespace respool
