#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace zhengtu::ledger {

/// Strings one behind the other in one piece of memory, by number: a short one takes its bytes and eight more.
class StringPool {
public:
    void add(std::string_view text)
    {
        m_characters += text;
        m_ends.push_back(m_characters.size());
    }
    [[nodiscard]] std::size_t size() const noexcept { return m_ends.size(); }
    [[nodiscard]] std::string_view operator[](std::size_t number) const noexcept
    {
        auto const begin = number == 0 ? 0 : m_ends[number - 1];
        return std::string_view{m_characters}.substr(begin, m_ends[number] - begin);
    }

private:
    std::string m_characters;
    std::vector<std::size_t> m_ends;
};

} // namespace zhengtu::ledger
