#include "map/result_sheet.hpp"

#include <algorithm>
#include <memory>
#include <utility>

namespace zhengtu::map {

void ResultSheet::show(std::function<SheetContent()> make)
{
    m_make = std::move(make);
    this->make(true);
}

void ResultSheet::retranslate()
{
    if (m_make) { make(false); }
}

void ResultSheet::make(bool anew)
{
    auto const wish = ++m_wish;
    m_jobs.run(tr("Listing the result"), [this, wish, anew, make = m_make](analysis::Progress const&) -> JobRunner::Answer {
        auto content = std::make_shared<SheetContent>(make());
        return [this, wish, anew, content] {
            if (wish != m_wish) { return; }
            m_content = std::move(*content);
            if (anew) { m_page = 0; }
            m_account.set(m_content.account);
            fill();
            if (anew) { emit shown(); }
        };
    });
}

QStringList ResultSheet::pages() const
{
    QStringList titles;
    for (auto const& page : m_content.pages) { titles << page.title; }
    return titles;
}

void ResultSheet::setPage(int page)
{
    if (page == m_page || page < 0 || page >= static_cast<int>(m_content.pages.size())) { return; }
    m_page = page;
    fill();
}

void ResultSheet::fill()
{
    m_page = std::clamp(m_page, 0, std::max(0, static_cast<int>(m_content.pages.size()) - 1));
    if (m_content.pages.empty()) { m_table.set({}, {}); }
    else {
        auto const& page = m_content.pages[static_cast<std::size_t>(m_page)];
        m_table.set(page.headings, page.rows, page.numbers);
    }
    emit changed();
}

} // namespace zhengtu::map
