#pragma once

#include "core/error.hpp"

#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace zhengtu::ledger {

struct TaskRow;
class TaskReader;

/// Whole tasks of one state of a ledger, some at a time: for what prints or writes more of them than fit into memory. The ledger outlives it.
class TaskPages {
public:
    explicit TaskPages(std::unique_ptr<TaskReader> reader) noexcept;
    TaskPages(TaskPages&&) noexcept;
    TaskPages& operator=(TaskPages&&) noexcept;
    ~TaskPages();

    /// The tasks of these ids (SiteTable::taskId), in this order; a few thousand at once cost least. LedgerConflict where somebody has changed the
    /// ledger since the pages were begun; NotFound for an id that is not there.
    [[nodiscard]] Result<std::vector<TaskRow>> read(std::span<std::string_view const> ids);

private:
    std::unique_ptr<TaskReader> m_reader;
};

} // namespace zhengtu::ledger
