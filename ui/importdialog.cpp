// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/importdialog.h"

#include "core/base/units.h"
#include "ui/errortext.h"
#include "ui/look.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace respool {

ImportDialog::ImportDialog(ArchiveCatalog &archives, QString file, QList<StoreInfo> stores,
                           StoreId chosen, QWidget *parent)
    : QDialog(parent)
    , m_archives(archives)
    , m_file(std::move(file))
    , m_stores(std::move(stores))
    , m_store(new QComboBox(this))
    , m_facts(new QLabel(this))
    , m_cautions(makeComplaint(u"cautions"_s, this))
    , m_accept(new QPushButton(icon(u"folder-open"_s), tr("&Import"), this))
{
    setWindowTitle(tr("Import"));
    setMinimumWidth(520);
    m_store->setObjectName(u"store"_s);
    m_store->setAccessibleName(tr("Store"));
    for (const StoreInfo &store : m_stores)
        m_store->addItem(u"%1  ·  %2"_s.arg(store.name, store.path));
    const auto proposed = std::ranges::find(m_stores, chosen, &StoreInfo::id);
    if (proposed != m_stores.end())
        m_store->setCurrentIndex(int(proposed - m_stores.begin()));
    m_facts->setObjectName(u"facts"_s);
    m_facts->setTextFormat(Qt::PlainText);
    m_facts->setWordWrap(true);
    m_facts->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_accept->setObjectName(u"accept"_s);
    layOut();
    connect(m_store, &QComboBox::currentIndexChanged, this, &ImportDialog::look);
    look();
}

void ImportDialog::layOut()
{
    auto *title = new QLabel(tr("Import %1").arg(QFileInfo(m_file).fileName()), this);
    QFont large = title->font();
    large.setPointSizeF(large.pointSizeF() * 1.3);
    large.setWeight(QFont::DemiBold);
    title->setFont(large);
    title->setTextFormat(Qt::PlainText);
    title->setWordWrap(true);
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(space::wide);
    form->setVerticalSpacing(space::whole);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->addRow(tr("&Into the store:"), m_store);
    form->addRow(tr("In it:"), m_facts);
    form->addRow(QString(), m_cautions);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->addButton(m_accept, QDialogButtonBox::AcceptRole);
    m_accept->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::wide, space::wide, space::wide, space::wide);
    column->setSpacing(space::whole + space::half);
    column->addWidget(title);
    column->addLayout(form);
    column->addStretch();
    column->addWidget(buttons);
}

void ImportDialog::look()
{
    m_accept->setEnabled(false);
    m_cautions->hide();
    if (m_stores.isEmpty()) {
        m_facts->setText(tr("There is no store yet: add one first."));
        return;
    }
    m_facts->setText(tr("The archive is being read…"));
    const int looks = ++m_looks;
    m_archives.look(m_file, m_stores[m_store->currentIndex()])
        .then(this, [this, looks](const Result<ArchiveContents> &contents) {
            if (looks == m_looks)
                tell(contents);
        });
}

void ImportDialog::tell(const Result<ArchiveContents> &contents)
{
    QString cautions;
    if (contents) {
        m_contents = *contents;
        m_facts->setText(factsOf(*contents));
        cautions = cautionsOf(*contents);
        m_accept->setEnabled(contents->refused.size() < contents->recordings);
    } else {
        m_facts->setText(tr("Nothing that can be imported."));
        cautions = errorText(contents.error());
    }
    sayBelow(*m_cautions, cautions, !contents || !contents->refused.isEmpty());
    m_cautions->setVisible(!cautions.isEmpty());
    fit();
}

// As high as what is shown of it, whatever the user made of its width.
void ImportDialog::fit()
{
    layout()->activate();
    resize(width(), layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width())
                                                  : sizeHint().height());
}

QString ImportDialog::factsOf(const ArchiveContents &contents) const
{
    QStringList lines{
        tr("%n recording(s), %1", nullptr, int(contents.recordings)).arg(sizeText(contents.bytes))};
    lines << (contents.ours ? tr("Written by Respool: sums, tags, notes and holds come along")
                            : tr("Folders of a Gateway, without sums, tags or holds"));
    if (contents.held > 0)
        lines << tr("%n of them under hold", nullptr, int(contents.held));
    return lines.join(u'\n');
}

QString ImportDialog::cautionsOf(const ArchiveContents &contents) const
{
    constexpr qsizetype mostNamed = 3;
    QStringList lines;
    if (contents.there > 0)
        lines << tr("%n of them are in this store already: what is equal stays as it is, what is "
                    "not is left alone and named in the report.",
                    nullptr, int(contents.there));
    for (const Refusal &refusal :
         contents.refused.first(std::min(mostNamed, contents.refused.size())))
        lines << errorText(refusal.error);
    if (contents.refused.size() > mostNamed)
        lines << tr("and %n more", nullptr, int(contents.refused.size() - mostNamed));
    return lines.join(u'\n');
}

} // namespace respool
