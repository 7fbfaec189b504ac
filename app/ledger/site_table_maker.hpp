#pragma once

#include "ledger/site_table.hpp"
#include "ledger/string_pool.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace zhengtu::ledger {

/// Fills a SiteTable; what comes again is found and told by the number that it has. Not for use outside app/ledger.
class SiteTableMaker {
public:
    using Task = SiteTable::Task;
    using Site = SiteTable::Site;

    SiteTableMaker();

    [[nodiscard]] std::uint32_t word(std::string_view text) { return number(m_words, text, [&] { m_table.m_words.add(text); }); }
    [[nodiscard]] std::uint32_t problem(std::string_view id) { return number(m_problems, id, [&] { m_table.m_problemIds.add(id); }); }
    [[nodiscard]] std::uint32_t list(std::vector<std::string> const& list);
    [[nodiscard]] std::uint32_t units(SiteTable::UnitNames const& units);
    [[nodiscard]] std::uint32_t deadline(plan::Deadline const& deadline);
    [[nodiscard]] plan::Deadline const& deadlineNo(std::uint32_t number) const { return m_table.m_deadlines[number]; }
    [[nodiscard]] geo::Shape const* keep(geo::Shape shape) { return &m_table.m_shapes.emplace_back(std::move(shape)); }

    [[nodiscard]] std::string wordNo(std::uint32_t number) const { return std::string{m_table.m_words[number]}; }

    void reserve(std::size_t tasks, std::size_t sites);
    /// In their order; a task's sites are those added behind it and before the next.
    void add(std::string_view id, Task task);
    void add(std::string_view id, std::string_view place, Site site);
    /// Adds to the counties of the last task those of its sites.
    void addSiteCounties();
    [[nodiscard]] SiteTable take() { return std::move(m_table); }

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const noexcept { return std::hash<std::string_view>{}(text); }
    };
    using Numbers = std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>>;

    template <class Add> static std::uint32_t number(Numbers& numbers, std::string_view key, Add const& add)
    {
        if (auto const known = numbers.find(key); known != numbers.end()) { return known->second; }
        add();
        return numbers.emplace(key, static_cast<std::uint32_t>(numbers.size())).first->second;
    }

    SiteTable m_table;
    Numbers m_words, m_problems, m_lists, m_unitLists, m_deadlines;
    std::unordered_map<std::uint64_t, std::uint32_t> m_withCounty; ///< number of a list and of a county: of the list with it
};

} // namespace zhengtu::ledger
