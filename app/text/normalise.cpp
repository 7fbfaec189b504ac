#include "text/document.hpp"


#include "text/layout.hpp"
#include "text/traditional.hpp"

#include <algorithm>

namespace zhengtu::text {

Span NormalText::sourceSpan(std::size_t begin, std::size_t end) const
{
    if (origin.empty()) { return {}; }
    if (begin >= origin.size()) { return {origin.back() + std::size_t{1}, origin.back() + std::size_t{1}}; }
    if (end <= begin) { return {origin[begin], origin[begin]}; }
    return {origin[begin], origin[std::min(end, origin.size()) - 1] + std::size_t{1}};
}

NormalText normalise(std::u32string_view source)
{
    auto folded = fold(source);
    simplify(folded.text);
    auto const lines = contentLines(folded, source);
    auto const style = lineStyle(folded.text, lines);
    NormalText normal;
    normal.text.reserve(folded.text.size());
    normal.origin.reserve(folded.text.size());
    for (std::size_t i = 0; i < lines.size(); ++i) {
        auto const& line = lines[i];
        auto const from = static_cast<std::ptrdiff_t>(line.begin);
        auto const to = static_cast<std::ptrdiff_t>(line.end);
        normal.text.append(folded.text, line.begin, line.end - line.begin);
        normal.origin.insert(normal.origin.end(), folded.origin.begin() + from, folded.origin.begin() + to);
        bool const joined = i + 1 < lines.size() && continues(folded.text, line, lines[i + 1], style);
        if (joined) {
            // Two Latin words that the line break held apart must not run together.
            auto const last = normal.text.back();
            auto const next = folded.text[lines[i + 1].begin];
            if (last < 0x7F && next < 0x7F && line.end < folded.origin.size() && last != U'-' && last != U'/') {
                bool const digits = last >= U'0' && last <= U'9' && next >= U'0' && next <= U'9';
                if (!digits) {
                    normal.text.push_back(U' ');
                    normal.origin.push_back(folded.origin[line.end]);
                }
            }
        } else if (line.end < folded.text.size()) {
            normal.text.push_back(U'\n');
            normal.origin.push_back(folded.origin[line.end]);
        }
    }
    return normal;
}

} // namespace zhengtu::text
