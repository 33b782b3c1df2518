// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/deletedialog.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QListWidget>
#include <QPushButton>
#include <QTest>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

class tst_DeleteDialog : public QObject
{
    Q_OBJECT

private slots:
    void plan_isShownAndCancelHasTheFocus();
    void permanent_changesTheButtonAndTheAnswer();
    void nothingReady_cannotBeAccepted();

private:
    static DeletePlan plan()
    {
        DeletePlan plan;
        plan.ready = {RecordingId{1}, RecordingId{2}};
        plan.refused = {{u"abc"_s, {ErrorCode::Refused, u"abc is under hold (audit)"_s}}};
        plan.bytes = 5'000'000;
        return plan;
    }
    static QPushButton *acceptButton(DeleteDialog &dialog)
    {
        for (auto *button : dialog.findChildren<QPushButton *>()) {
            auto *box = qobject_cast<QDialogButtonBox *>(button->parent());
            if (box && box->buttonRole(button) == QDialogButtonBox::AcceptRole)
                return button;
        }
        return nullptr;
    }
};

void tst_DeleteDialog::plan_isShownAndCancelHasTheFocus()
{
    DeleteDialog dialog(plan());
    const auto *refused = dialog.findChild<QListWidget *>();
    QVERIFY(refused);
    QCOMPARE(refused->count(), 1);
    QVERIFY(refused->item(0)->text().contains(u"audit"_s));
    auto *cancel = dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Cancel);
    QVERIFY(cancel->isDefault());
    QVERIFY(!dialog.options().permanent);
}

void tst_DeleteDialog::permanent_changesTheButtonAndTheAnswer()
{
    DeleteDialog dialog(plan());
    QPushButton *accept = acceptButton(dialog);
    QVERIFY(accept && accept->isEnabled());
    const QString before = accept->text();
    dialog.findChild<QCheckBox *>()->setChecked(true);
    QVERIFY(accept->text() != before);
    QVERIFY(dialog.options().permanent);
    QVERIFY(dialog.plan().permanent);
}

void tst_DeleteDialog::nothingReady_cannotBeAccepted()
{
    DeletePlan empty = plan();
    empty.ready.clear();
    DeleteDialog dialog(empty);
    QVERIFY(!acceptButton(dialog)->isEnabled());
}

QTEST_MAIN(tst_DeleteDialog)
#include "tst_deletedialog.moc"
