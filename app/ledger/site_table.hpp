#pragma once

#include "ledger/ledger.hpp"
#include "ledger/string_pool.hpp"
#include "place/site_view.hpp"

#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace zhengtu::ledger {

/// All tasks of a ledger and where they are, without their texts: what questions about places and their statistics need. A million tasks with
/// a site each take some 0.5 GB where whole ones take 3. What many have in common (counties, units, a deadline, the outline of
/// a county) is kept once. Tasks and sites are numbered from 0 in plan, problem, task order, sites of one task one behind the other.
class SiteTable {
public:
    /// Lists of these are kept once and told by number.
    using UnitNames = std::vector<std::pair<plan::UnitRole, std::string>>;

    SiteTable() = default;
    SiteTable(SiteTable&&) noexcept = default;
    SiteTable& operator=(SiteTable&&) noexcept = default;
    /// The same of tasks at hand, which must outlive it: their shapes are not copied. `text` as Ledger::sites.
    [[nodiscard]] static SiteTable of(std::span<TaskRow const> tasks, std::string_view text = {});

    [[nodiscard]] std::size_t tasks() const noexcept { return m_tasks.size(); }
    [[nodiscard]] std::size_t sites() const noexcept { return m_sites.size(); }

    // Of a task.
    [[nodiscard]] std::string_view taskId(std::size_t task) const noexcept { return m_taskIds[task]; }
    [[nodiscard]] std::string_view taskNo(std::size_t task) const noexcept { return m_words[m_tasks[task].no]; }
    [[nodiscard]] std::string_view planId(std::size_t task) const noexcept { return m_words[m_tasks[task].planId]; }
    [[nodiscard]] std::string_view planTitle(std::size_t task) const noexcept { return m_words[m_tasks[task].planTitle]; }
    [[nodiscard]] std::string_view status(std::size_t task) const noexcept { return m_words[m_tasks[task].status]; }
    /// The same number for tasks of the same problem.
    [[nodiscard]] std::uint32_t problem(std::size_t task) const noexcept { return m_tasks[task].problem; }
    [[nodiscard]] std::string_view problemId(std::size_t task) const noexcept { return m_problemIds[m_tasks[task].problem]; }
    [[nodiscard]] std::vector<std::string> const& categories(std::size_t task) const noexcept { return m_lists[m_tasks[task].categories]; }
    [[nodiscard]] std::vector<std::string> const& counties(std::size_t task) const noexcept { return m_lists[m_tasks[task].counties]; } ///< as of TaskRow
    [[nodiscard]] UnitNames const& units(std::size_t task) const noexcept { return m_unitLists[m_tasks[task].units]; }
    [[nodiscard]] plan::Deadline const& deadline(std::size_t task) const noexcept { return m_deadlines[m_tasks[task].deadline]; } ///< `said` is empty
    /// Whether its problem or its measure holds the text that the table was read with; true for the empty text.
    [[nodiscard]] bool speaksOfIt(std::size_t task) const noexcept { return m_tasks[task].speaks; }
    [[nodiscard]] std::size_t firstSite(std::size_t task) const noexcept { return m_tasks[task].firstSite; }
    [[nodiscard]] std::size_t endOfSites(std::size_t task) const noexcept { return task + 1 < m_tasks.size() ? m_tasks[task + 1].firstSite : m_sites.size(); }

    // Of a site.
    [[nodiscard]] std::string_view siteId(std::size_t site) const noexcept { return m_siteIds[site]; }
    [[nodiscard]] std::string_view place(std::size_t site) const noexcept { return m_places[site]; }
    [[nodiscard]] std::size_t taskOf(std::size_t site) const noexcept { return m_sites[site].task; }
    [[nodiscard]] place::Kind kind(std::size_t site) const noexcept { return m_sites[site].kind; }
    [[nodiscard]] place::SiteView view(std::size_t site) const noexcept;

private:
    friend class SiteTableMaker;
    struct Task {
        std::uint32_t no = 0, planId = 0, planTitle = 0, status = 0, problem = 0, categories = 0, counties = 0, units = 0, deadline = 0, firstSite = 0;
        bool speaks = true;
    };
    struct Site {
        geo::Shape const* shape = nullptr; ///< in m_shapes, or of the tasks that the table was made of
        double radiusM = 0;
        std::uint32_t task = 0, county = 0, adcode = 0;
        place::Kind kind = place::Kind::Other;
        place::Precision precision = place::Precision::Unlocated;
        place::Figure figure = place::Figure::Itself;
    };

    std::vector<Task> m_tasks;
    std::vector<Site> m_sites;
    StringPool m_taskIds, m_siteIds, m_places, m_problemIds, m_words;
    std::vector<std::vector<std::string>> m_lists;
    std::vector<UnitNames> m_unitLists;
    std::vector<plan::Deadline> m_deadlines;
    std::deque<geo::Shape> m_shapes;
};

} // namespace zhengtu::ledger
