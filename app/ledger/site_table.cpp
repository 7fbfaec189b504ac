#include "ledger/site_table.hpp"

#include "ledger/site_table_maker.hpp"

#include <algorithm>

namespace zhengtu::ledger {

namespace {

constexpr char unitSeparator = '\x1f'; // in no name

/// A key for what is kept once.
class Key {
public:
    Key& operator<<(std::string_view text)
    {
        (m_text += text) += unitSeparator;
        return *this;
    }
    [[nodiscard]] std::string const& text() const noexcept { return m_text; }

private:
    std::string m_text;
};

geo::Shape const noShape;

} // namespace

place::SiteView SiteTable::view(std::size_t site) const noexcept
{
    auto const& one = m_sites[site];
    return {m_siteIds[site], m_words[one.county], m_words[one.adcode], *one.shape, one.radiusM, one.precision, one.figure};
}

SiteTable SiteTable::of(std::span<TaskRow const> tasks, std::string_view text)
{
    SiteTableMaker maker;
    std::size_t sites = 0;
    for (auto const& task : tasks) { sites += task.sites.size(); }
    maker.reserve(tasks.size(), sites);
    for (auto const& task : tasks) {
        UnitNames units;
        for (auto const& unit : task.units) { units.emplace_back(unit.role, unit.name.text); }
        plan::Deadline deadline = task.deadline;
        deadline.said = {};
        maker.add(task.id, {.no = maker.word(task.taskNo), .planId = maker.word(task.planId), .planTitle = maker.word(task.planTitle), .status = maker.word(task.status),
                            .problem = maker.problem(task.problemId), .categories = maker.list(task.categories), .counties = maker.list(task.counties),
                            .units = maker.units(units), .deadline = maker.deadline(deadline),
                            .speaks = task.problemText.contains(text) || task.taskText.contains(text)});
        for (auto const& site : task.sites) {
            maker.add(site.id, site.place, {.shape = &site.shape, .radiusM = site.radiusM, .county = maker.word(site.county),
                                .adcode = maker.word(site.adcode), .kind = site.kind, .precision = site.precision, .figure = site.figure});
        }
    }
    return maker.take();
}

SiteTableMaker::SiteTableMaker()
{
    static_cast<void>(word({})); // number 0 is nothing, of each
    static_cast<void>(list({}));
    static_cast<void>(units({}));
    static_cast<void>(deadline({}));
}

std::uint32_t SiteTableMaker::list(std::vector<std::string> const& list)
{
    Key key;
    for (auto const& one : list) { key << one; }
    return number(m_lists, key.text(), [&] { m_table.m_lists.push_back(list); });
}

std::uint32_t SiteTableMaker::units(SiteTable::UnitNames const& units)
{
    Key key;
    for (auto const& [role, name] : units) { key << std::to_string(static_cast<int>(role)) << name; }
    return number(m_unitLists, key.text(), [&] { m_table.m_unitLists.push_back(units); });
}

std::uint32_t SiteTableMaker::deadline(plan::Deadline const& deadline)
{
    Key key;
    key << std::to_string(static_cast<int>(deadline.kind)) << (deadline.longTerm ? "long" : "");
    for (auto const date : deadline.dates) { key << isoDate(date); }
    return number(m_deadlines, key.text(), [&] { m_table.m_deadlines.push_back(deadline); });
}

void SiteTableMaker::reserve(std::size_t tasks, std::size_t sites)
{
    m_table.m_tasks.reserve(tasks);
    m_table.m_sites.reserve(sites);
}

void SiteTableMaker::add(std::string_view id, Task task)
{
    task.firstSite = static_cast<std::uint32_t>(m_table.m_sites.size());
    m_table.m_taskIds.add(id);
    m_table.m_tasks.push_back(task);
}

void SiteTableMaker::add(std::string_view id, std::string_view place, Site site)
{
    if (site.shape == nullptr) { site.shape = &noShape; }
    site.task = static_cast<std::uint32_t>(m_table.m_tasks.size() - 1);
    m_table.m_siteIds.add(id);
    m_table.m_places.add(place);
    m_table.m_sites.push_back(site);
}

void SiteTableMaker::addSiteCounties()
{
    auto& task = m_table.m_tasks.back();
    for (std::size_t i = task.firstSite; i < m_table.m_sites.size(); ++i) {
        auto const county = m_table.m_sites[i].county;
        if (county == 0) { continue; }
        auto const [known, fresh] = m_withCounty.try_emplace((std::uint64_t{task.counties} << 32U) | county, task.counties);
        if (fresh) {
            auto counties = m_table.m_lists[task.counties];
            std::string const name{m_table.m_words[county]};
            if (!std::ranges::contains(counties, name)) {
                counties.push_back(name);
                known->second = list(counties);
            }
        }
        task.counties = known->second;
    }
}

} // namespace zhengtu::ledger
