#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// The spatial tasks that are timed.
namespace zhengtu::bench {

/// An answer as bytes, for comparing.
class Answer {
public:
    template <class T> void add(T value)
    {
        auto const bytes = std::as_bytes(std::span{&value, 1});
        m_bytes.insert(m_bytes.end(), bytes.begin(), bytes.end());
    }
    void save(std::string const& file) const; ///< ends the program when it cannot

private:
    std::vector<std::byte> m_bytes;
};

struct Settings {
    std::string folder;
    unsigned threads = 0;
    std::size_t points = 0; ///< so many of the points; 0: all
};

/// A task is made ready (data in memory) and gives the work to be timed, which gives how to tell its answer.
using Tell = std::function<void(Answer&)>;
using Work = std::function<Tell()>;

/// Ends the program where there is no such task.
[[nodiscard]] Work workOf(std::string_view task, Settings const& settings);

} // namespace zhengtu::bench
