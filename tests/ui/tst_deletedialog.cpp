// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/deletedialog.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTest>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

namespace {

DeletePlan planOf(int ready, int refused)
{
    DeletePlan plan;
    for (int i = 0; i < ready; ++i)
        plan.ready << RecordingId{i + 1};
    for (int i = 0; i < refused; ++i)
        plan.refused << Refusal{u"uid-%1"_s.arg(i),
                                {ErrorCode::Refused, u"uid-%1 is under hold (audit)"_s.arg(i)}};
    plan.bytes = 5'000'000;
    plan.oldestMs = 1'700'000'000'000;
    plan.newestMs = 1'700'000'600'000;
    return plan;
}

QPushButton *acceptButton(const QDialog &dialog)
{
    const auto *box = dialog.findChild<QDialogButtonBox *>();
    for (QAbstractButton *button : box->buttons()) {
        if (box->buttonRole(button) == QDialogButtonBox::AcceptRole)
            return qobject_cast<QPushButton *>(button);
    }
    return nullptr;
}

} // namespace

class tst_DeleteDialog : public QObject
{
    Q_OBJECT

private slots:
    void plan_isShown();
    void button_saysWhatItDoes();
    void cancel_hasTheFocus();
    void nothingReady_cannotBeAccepted();
    void choice_isHandedOut();
    void stores_sayWhereTheirRecordingsGo();
    void manyRecordings_areConfirmedByTheirNumber();
    void manyRefusals_areCutShort();
    void refusals_areInTheWordsOfTheWindow();
};

void tst_DeleteDialog::plan_isShown()
{
    const DeleteDialog dialog(planOf(12, 2));
    QStringList texts;
    for (const QLabel *label : dialog.findChildren<QLabel *>())
        texts << label->text();
    const QString all = texts.join(u'\n');
    QVERIFY2(all.contains(u"12"_s), qPrintable(all));
    QVERIFY2(all.contains(u"5.0 MB"_s), qPrintable(all));
    QVERIFY2(all.contains(u"2023-11-1"_s), qPrintable(all));
    const auto *refused = dialog.findChild<QListWidget *>();
    QVERIFY(refused);
    QCOMPARE(refused->count(), 2);
    QVERIFY(refused->item(1)->text().contains(u"uid-1 is under hold (audit)"_s));
}

void tst_DeleteDialog::button_saysWhatItDoes()
{
    const DeleteDialog dialog(planOf(12, 0));
    QVERIFY(!dialog.findChild<QListWidget *>());
    const QPushButton *button = acceptButton(dialog);
    QVERIFY(button->text().contains(u"trash"_s));
    QVERIFY(button->text().contains(u"12"_s));
    dialog.findChild<QCheckBox *>()->setChecked(true);
    QVERIFY(button->text().contains(u"for good"_s));
    QVERIFY(button->accessibleName() == button->text());
}

void tst_DeleteDialog::cancel_hasTheFocus()
{
    DeleteDialog dialog(planOf(1, 0));
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    const auto *cancel = dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Cancel);
    QVERIFY(cancel->hasFocus());
    QVERIFY(cancel->isDefault());
    QTest::keyClick(&dialog, Qt::Key_Return);
    QCOMPARE(dialog.result(), int(QDialog::Rejected));
    QVERIFY(!dialog.isVisible());
}

void tst_DeleteDialog::nothingReady_cannotBeAccepted()
{
    const DeleteDialog dialog(planOf(0, 3));
    QVERIFY(!acceptButton(dialog)->isEnabled());
}

void tst_DeleteDialog::choice_isHandedOut()
{
    const DeleteDialog dialog(planOf(3, 1));
    dialog.findChild<QLineEdit *>()->setText(u"ticket 42"_s);
    QVERIFY(!dialog.plan().permanent);
    QVERIFY(!dialog.options().permanent);
    dialog.findChild<QCheckBox *>()->setChecked(true);
    QVERIFY(dialog.plan().permanent);
    QVERIFY(dialog.options().permanent);
    QCOMPARE(dialog.options().reason, u"ticket 42"_s);
    QCOMPARE(dialog.plan().ready.size(), 3);
}

void tst_DeleteDialog::stores_sayWhereTheirRecordingsGo()
{
    DeletePlan plan = planOf(3, 2);
    plan.refused[0].kind = RefusalKind::Held;
    plan.refused[1].kind = RefusalKind::Active;
    plan.missing = 1;
    plan.stores = {{StoreId{1}, u"u1"_s, u"vault"_s, u"/srv/vault"_s, 2, 4'000'000, true},
                   {StoreId{2}, u"u2"_s, u"attic"_s, u"/srv/attic"_s, 1, 1'000'000, false}};
    const DeleteDialog dialog(plan);
    const auto texts = [&] {
        QStringList all;
        for (const QLabel *label : dialog.findChildren<QLabel *>())
            all << label->text();
        return all.join(u'\n');
    };
    QVERIFY2(texts().contains(u"vault"_s) && texts().contains(u"4.0 MB"_s), qPrintable(texts()));
    QVERIFY2(texts().contains(u"same volume"_s), qPrintable(texts()));
    QVERIFY2(texts().contains(u"another volume"_s), qPrintable(texts()));
    QVERIFY2(texts().contains(u"1 under hold, 1 being recorded"_s), qPrintable(texts()));
    QVERIFY2(texts().contains(u"no files are left"_s), qPrintable(texts()));
    dialog.findChild<QCheckBox *>()->setChecked(true);
    QVERIFY2(!texts().contains(u"same volume"_s), qPrintable(texts()));
}

void tst_DeleteDialog::manyRecordings_areConfirmedByTheirNumber()
{
    const DeleteDialog few(planOf(1000, 0));
    QVERIFY(!few.findChild<QLineEdit *>(u"typed"_s));
    QVERIFY(acceptButton(few)->isEnabled());
    const DeleteDialog many(planOf(1204, 0));
    auto *typed = many.findChild<QLineEdit *>(u"typed"_s);
    QVERIFY(typed);
    QVERIFY(typed->accessibleName().contains(u"1204"_s));
    QVERIFY(!acceptButton(many)->isEnabled());
    for (const QString &wrong : {u"1"_s, u"120"_s, u"12040"_s, u"yes"_s}) {
        typed->setText(wrong);
        QVERIFY2(!acceptButton(many)->isEnabled(), qPrintable(wrong));
    }
    typed->setText(u" 1204 "_s);
    QVERIFY(acceptButton(many)->isEnabled());
    many.findChild<QCheckBox *>()->setChecked(true);
    QVERIFY(acceptButton(many)->isEnabled());
}

void tst_DeleteDialog::manyRefusals_areCutShort()
{
    const DeleteDialog dialog(planOf(1, 5000));
    const auto *refused = dialog.findChild<QListWidget *>();
    QCOMPARE(refused->count(), 201);
    QVERIFY(refused->item(200)->text().contains(u"4800"_s));
}

// The error of a refusal is for logs and scripts, in English.
void tst_DeleteDialog::refusals_areInTheWordsOfTheWindow()
{
    DeletePlan plan = planOf(1, 3);
    plan.refused[0].kind = RefusalKind::Held;
    plan.refused[0].holdReason = u"case 12"_s;
    plan.refused[1].kind = RefusalKind::Active;
    const DeleteDialog dialog(plan);
    const auto *refused = dialog.findChild<QListWidget *>();
    QCOMPARE(refused->item(0)->text(), u"uid-0 is under hold (case 12)"_s);
    QCOMPARE(refused->item(1)->text(), u"uid-1 is being recorded"_s);
    QVERIFY(refused->item(2)->text().endsWith(u"uid-2 is under hold (audit)"_s));
}

QTEST_MAIN(tst_DeleteDialog)
#include "tst_deletedialog.moc"
