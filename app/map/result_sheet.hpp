#pragma once

#include "map/facts_model.hpp"
#include "map/job_runner.hpp"
#include "map/result_table.hpp"

#include <QObject>
#include <QRectF>

#include <functional>

namespace zhengtu::map {

/// What a question, an overlay or a search for hotspots gave, in the language of the interface.
struct SheetContent {
    struct Page {
        QString title;
        QStringList headings;
        std::vector<ResultTable::Row> rows;
        QList<int> numbers; ///< columns
    };
    QString title;
    QString summary;                      ///< in one line
    QRectF extent{};                      ///< of a layer that was made, in degrees (x: lon, y: lat); null: the map stays where it is
    std::vector<Page> pages;
    std::vector<FactsModel::Fact> account; ///< parameters with their reasons, totals, what was repaired or left out, notes
};

/// The result that is looked at: pages of tables, and an account of how it was come by.
class ResultSheet : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The session owns the sheet.")
    Q_PROPERTY(QString title READ title NOTIFY changed FINAL)
    Q_PROPERTY(QString summary READ summary NOTIFY changed FINAL)
    Q_PROPERTY(QRectF extent READ extent NOTIFY changed FINAL)
    Q_PROPERTY(QStringList pages READ pages NOTIFY changed FINAL)
    Q_PROPERTY(int page READ page WRITE setPage NOTIFY changed FINAL)
    Q_PROPERTY(zhengtu::map::ResultTable* table READ table CONSTANT FINAL)
    Q_PROPERTY(zhengtu::map::FactsModel* account READ account CONSTANT FINAL)

public:
    explicit ResultSheet(JobRunner& jobs, QObject* parent = nullptr) : QObject{parent}, m_jobs{jobs} {}

    /// `make` is called on the thread of the jobs, for a list may be long; and again when the language changes. The last wish counts.
    void show(std::function<SheetContent()> make);
    void retranslate();

    [[nodiscard]] QString title() const { return m_content.title; }
    [[nodiscard]] QString summary() const { return m_content.summary; }
    [[nodiscard]] QRectF extent() const { return m_content.extent; }
    [[nodiscard]] QStringList pages() const;
    [[nodiscard]] int page() const { return m_page; }
    void setPage(int page);
    [[nodiscard]] ResultTable* table() { return &m_table; }
    [[nodiscard]] FactsModel* account() { return &m_account; }

signals:
    void changed();
    void shown(); ///< another result: to be opened

private:
    void make(bool anew);
    void fill();

    JobRunner& m_jobs;
    std::function<SheetContent()> m_make;
    SheetContent m_content;
    int m_wish = 0;
    int m_page = 0;
    ResultTable m_table;
    FactsModel m_account;
};

} // namespace zhengtu::map
