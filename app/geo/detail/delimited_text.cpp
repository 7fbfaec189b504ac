#include "geo/detail/delimited_text.hpp"

#include <algorithm>
#include <format>
#include <map>
#include <utility>

namespace zhengtu::geo::detail {

namespace {

using Record = DelimitedText::Record;

class Splitter {
public:
    Splitter(std::string_view text, char separator) : m_text{text}, m_separator{separator} {}

    /// At most so many records.
    Result<std::vector<Record>> split(std::size_t most)
    {
        std::vector<Record> records;
        while (m_at < m_text.size() && records.size() < most) {
            Record record{m_line, {}};
            do {
                if (auto const opened = m_line; !cell(record)) {
                    return fail(ErrorCode::FileFormat, std::format("a quotation mark opened in line {} is never closed", opened),
                                "Close it, or double the marks that belong to the text.");
                }
            } while (take(m_separator));
            endLine();
            if (record.cells.size() > 1 || !record.cells.front().empty()) { records.push_back(std::move(record)); }
        }
        return records;
    }

private:
    [[nodiscard]] bool atLineEnd() const { return m_at >= m_text.size() || m_text[m_at] == '\n' || m_text[m_at] == '\r'; }

    bool take(char c)
    {
        bool const is = m_at < m_text.size() && m_text[m_at] == c;
        m_at += is ? 1 : 0;
        return is;
    }

    void endLine()
    {
        bool const carriage = take('\r');
        if (take('\n') || carriage) { ++m_line; }
    }

    bool cell(Record& record)
    {
        auto& text = record.cells.emplace_back();
        if (take('"')) {
            while (true) {
                if (m_at >= m_text.size()) { return false; }
                char const c = m_text[m_at++];
                if (c == '"' && !take('"')) { break; }
                m_line += c == '\n' ? 1 : 0;
                text.push_back(c);
            }
        }
        auto const begin = m_at;
        while (!atLineEnd() && m_text[m_at] != m_separator) { ++m_at; }
        text += m_text.substr(begin, m_at - begin);
        return true;
    }

    std::string_view m_text;
    char m_separator;
    std::size_t m_at = 0, m_line = 1;
};

/// How well a separator fits the first records: how many of them have the commonest number of cells, and that number.
std::pair<std::size_t, std::size_t> fitOf(std::string_view text, char separator)
{
    constexpr std::size_t looked = 20;
    auto const records = Splitter{text, separator}.split(looked);
    if (!records) { return {}; }
    std::map<std::size_t, std::size_t> counts;
    for (auto const& record : *records) { ++counts[record.cells.size()]; }
    std::pair<std::size_t, std::size_t> best;
    for (auto const& [cells, times] : counts) {
        if (cells > 1) { best = std::max(best, {times, cells}); }
    }
    return best;
}

} // namespace

Result<DelimitedText> delimited(std::string_view utf8)
{
    DelimitedText text;
    std::pair<std::size_t, std::size_t> best;
    for (char const separator : {',', ';', '\t', '|'}) {
        if (auto const fit = fitOf(utf8, separator); fit > best) {
            best = fit;
            text.separator = separator;
        }
    }
    auto records = Splitter{utf8, text.separator}.split(utf8.size());
    if (!records) { return std::unexpected{std::move(records.error())}; }
    text.records = std::move(*records);
    return text;
}

} // namespace zhengtu::geo::detail
