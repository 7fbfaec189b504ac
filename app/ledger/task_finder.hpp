#pragma once

#include "ledger/string_pool.hpp"

#include <optional>
#include <string_view>
#include <unordered_map>

namespace zhengtu::ledger {

/// The number of a task by its id. Tables of a ledger mostly tell of tasks in the order of the tasks, so that the one asked for last and
/// the one behind it are looked at first; an index is made when they are not it.
class TaskFinder {
public:
    explicit TaskFinder(StringPool const& ids) noexcept : m_ids{ids} {}

    [[nodiscard]] std::optional<std::size_t> operator()(std::string_view id)
    {
        for (auto const near : {m_last, m_last + 1, std::size_t{0}}) { // the first: of a new table
            if (near < m_ids.size() && m_ids[near] == id) { return m_last = near; }
        }
        if (m_numbers.empty()) {
            m_numbers.reserve(m_ids.size());
            for (std::size_t i = 0; i < m_ids.size(); ++i) { m_numbers.emplace(m_ids[i], i); }
        }
        auto const known = m_numbers.find(id);
        if (known == m_numbers.end()) { return std::nullopt; }
        return m_last = known->second;
    }

private:
    StringPool const& m_ids; ///< complete before the first question
    std::unordered_map<std::string_view, std::size_t> m_numbers;
    std::size_t m_last = 0;
};

} // namespace zhengtu::ledger
