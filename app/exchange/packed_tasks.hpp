#pragma once

#include "ledger/ledger.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace zhengtu::exchange {

class PackedRows;

/// What of tasks goes into the files of an export, in the order in which they were added, and no more: some hundred bytes and the words that no
/// neighbour has, where a whole task takes three thousand. For an export of more tasks than fit into memory.
class PackedTasks {
public:
    PackedTasks();
    void add(ledger::TaskRow const& task);

    [[nodiscard]] std::size_t size() const noexcept { return m_firstRows.size(); }
    [[nodiscard]] std::size_t sites() const noexcept { return m_sites; }
    [[nodiscard]] std::size_t located() const noexcept { return m_located; }                       ///< tasks of which some site has a shape
    [[nodiscard]] std::size_t firstRow(std::size_t task) const noexcept { return m_firstRows[task]; } ///< of its sites, of which every task has one here
    [[nodiscard]] std::shared_ptr<PackedRows const> rows() const noexcept { return m_rows; }

private:
    std::shared_ptr<PackedRows> m_rows;
    std::vector<std::uint32_t> m_firstRows;
    std::size_t m_fields = 0, m_sites = 0, m_located = 0;
};

} // namespace zhengtu::exchange
