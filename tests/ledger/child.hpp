#pragma once

#include <chrono>
#include <functional>

/// Work in a process of its own, which may be killed.
namespace zhengtu::ledger::testing {

/// Runs `work` in a forked process and gives its exit code (the value of `work`; 128 + signal when it was killed).
int inChild(std::function<int()> const& work);

/// The same, but kills it with SIGKILL after `delay` unless it has ended by then.
int killedAfter(std::chrono::microseconds delay, std::function<int()> const& work);

/// No file of this process grows beyond `bytes` from now on: what a full disk looks like to a writer.
void limitFileSize(std::size_t bytes);

} // namespace zhengtu::ledger::testing
