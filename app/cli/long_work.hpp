#pragma once

#include "analysis/progress.hpp"
#include "core/error.hpp"

#include <string>
#include <thread>

namespace zhengtu::cli {

/// The long work of a command: says on the terminal how far it is, and ends on Ctrl+C (SIGINT; SIGTERM likewise).
///
/// A command makes one, first of all, hands `progress()` to what computes and `progressAndWriting()` to what writes, and calls `startWriting()`
/// before a result is printed. Until the first result appears, Ctrl+C stops the work: what polls its progress comes back with ErrorCode::Cancelled,
/// which `report` turns into the exit code 130; what does not come back within 10 ms is ended by the program's end, with the same code: staging
/// directories are removed, and a ledger that is being changed is waited for until it is rolled back. From then on what is left is written
/// whole and Ctrl+C is too late. Every result so is whole or not there.
class LongWork {
public:
    LongWork(std::string title, bool quiet);
    LongWork(LongWork const&) = delete;
    LongWork& operator=(LongWork const&) = delete;
    ~LongWork();

    /// Use it in the lifetime of this object only.
    [[nodiscard]] analysis::Progress progress() const;

    /// The same for work that writes: told of 1, that the result is about to appear in its place, it answers as startWriting does. Several
    /// threads may ask it, and several results may be written one after another.
    [[nodiscard]] analysis::Progress progressAndWriting() const;

    /// Cancelled when Ctrl+C came first. May be called again.
    [[nodiscard]] Result<void> startWriting() const;

private:
    std::thread m_watch;
    std::string m_title;
    bool m_quiet;
};

} // namespace zhengtu::cli
