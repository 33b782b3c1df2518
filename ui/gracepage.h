// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/library/trashgrace.h"

#include <QWidget>

class QFormLayout;
class QLabel;
class QSpinBox;

namespace respool {

class Retention;

// How long what is deleted stays in the trash, store by store. Lives on the ui thread; asks and
// sets by futures.
class GracePage final : public QWidget
{
    Q_OBJECT

public:
    explicit GracePage(Retention &retention, QWidget *parent = nullptr);
    void apply(); // what was changed

private:
    void show(const QList<StoreTrash> &stores);

    Retention &m_retention;
    QFormLayout *m_form;
    QLabel *m_note;
    QList<std::pair<StoreTrash, QSpinBox *>> m_stores;
};

} // namespace respool
