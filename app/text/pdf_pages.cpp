#include "text/pdf_pages.hpp"

#include "text/characters.hpp"
#include "text/layout.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string_view>

namespace zhengtu::text {

namespace {

using View = std::u32string_view;

struct PageLine {
    std::u32string as; ///< folded, without blanks
    bool dropped = false;
};
using Page = std::vector<PageLine>;

constexpr std::size_t edge = 2; // how many lines at either end of a page may be running lines

Page linesOf(std::vector<std::u32string> const& page)
{
    Page lines;
    lines.reserve(page.size());
    for (auto const& text : page) {
        auto as = fold(text).text;
        std::erase_if(as, [](char32_t c) { return isBlank(c) || isLineEnd(c); });
        lines.push_back({std::move(as), false});
    }
    return lines;
}

std::optional<int> bareNumber(View line)
{
    if (line.empty() || line.size() > 4 || !std::all_of(line.begin(), line.end(), isDigit)) { return std::nullopt; }
    int value = 0;
    for (char32_t const c : line) { value = value * 10 + static_cast<int>(c - U'0'); }
    return value;
}

/// 3/12, Page 3, Page 3 of 12
bool isWesternPageMark(View line)
{
    bool const page = line.starts_with(U"Page") || line.starts_with(U"page") || line.starts_with(U"PAGE");
    auto const rest = page ? line.substr(4) : line;
    auto const slash = rest.find_first_of(U"/o");
    auto const first = rest.substr(0, slash);
    if (!bareNumber(first)) { return false; }
    if (slash == View::npos) { return page; }
    auto const second = rest.substr(slash + (rest[slash] == U'o' && rest.substr(slash, 2) == U"of" ? 2U : 1U));
    return bareNumber(second) && bareNumber(first) <= bareNumber(second);
}

/// A line that counts with the pages among words that stay the same: 某县公报 · 3, https://.../plan.html 3/20. Of its numbers the first that
/// counts becomes '#'; empty if none does.
std::u32string countingForm(std::u32string const& as, std::size_t page)
{
    for (std::size_t at = 0; at < as.size();) {
        if (!isDigit(as[at])) {
            ++at;
            continue;
        }
        auto end = at;
        while (end < as.size() && isDigit(as[end])) { ++end; }
        if (bareNumber(View{as}.substr(at, end - at)) == static_cast<int>(page + 1)) {
            auto form = as.substr(0, at) + U"#" + as.substr(end);
            return form.size() >= 3 && !beginsSomething(as) && as.find_first_of(U"。；！？") == View::npos ? form : std::u32string{};
        }
        at = end;
    }
    return {};
}

/// The indices of the undropped lines with content nearest to the top or to the bottom.
std::vector<std::size_t> edgeLines(Page const& page, bool top, std::size_t most = edge)
{
    std::vector<std::size_t> found;
    for (std::size_t k = 0; k < page.size() && found.size() < most; ++k) {
        auto const i = top ? k : page.size() - 1 - k;
        if (!page[i].as.empty() && !page[i].dropped) { found.push_back(i); }
    }
    return found;
}

/// — 3 — whose wide gaps made three lines of it.
void dropBrokenMark(Page& page, bool top)
{
    auto const lines = edgeLines(page, top, 3);
    if (lines.size() < 3 || !bareNumber(page[lines[1]].as)) { return; }
    for (auto const i : {lines[0], lines[2]}) {
        if (page[i].as.size() != 1 || !isDash(page[i].as[0])) { return; }
    }
    for (auto const i : lines) { page[i].dropped = true; }
}

void dropPageMarks(std::vector<Page>& pages)
{
    for (auto& page : pages) {
        dropBrokenMark(page, true);
        dropBrokenMark(page, false);
    }
    // A number without any mark is a page number only if it counts with the pages: a table may end in a number too.
    std::map<std::pair<bool, int>, std::size_t> offsets;
    auto const offsetOf = [&](std::size_t p, std::size_t line) -> std::optional<int> {
        auto const number = bareNumber(pages[p][line].as);
        return number ? std::optional{*number - static_cast<int>(p)} : std::nullopt;
    };
    for (std::size_t p = 0; p < pages.size(); ++p) {
        for (bool const top : {true, false}) {
            auto const lines = edgeLines(pages[p], top);
            if (lines.empty()) { continue; }
            if (auto const offset = offsetOf(p, lines.front())) { ++offsets[{top, *offset}]; }
        }
    }
    for (std::size_t p = 0; p < pages.size(); ++p) {
        for (bool const top : {true, false}) {
            for (auto const line : edgeLines(pages[p], top)) {
                auto const& as = pages[p][line].as;
                if (isPageMark(as) || isWesternPageMark(as)) { pages[p][line].dropped = true; }
            }
            auto const lines = edgeLines(pages[p], top);
            if (lines.empty()) { continue; }
            auto const offset = offsetOf(p, lines.front());
            bool const counts = offset && offsets[{top, *offset}] * 2 >= pages.size() && (pages.size() > 1 || *offset == 1);
            if (counts) { pages[p][lines.front()].dropped = true; }
        }
    }
}

/// A header is a name, never a sentence, a label or a numbered line: what is the plan's own may recur too.
bool mayRun(View line)
{
    auto const longest = std::any_of(line.begin(), line.end(), isHan) ? std::size_t{60} : std::size_t{200}; // of addresses of pages
    return line.size() >= 2 && line.size() <= longest && line.find_first_of(U"。；：！？") == View::npos && !beginsSomething(line);
}

bool recurs(std::size_t times, std::size_t pages) noexcept { return times >= 3 && times * 2 >= pages; }

/// Whether a title stands on the first page beside the lines that recur: then none of these is the title.
bool hasTitleBelow(Page const& page, std::map<View, std::size_t> const& seen, std::size_t pages)
{
    std::u32string before; // a title may need two lines
    for (auto const line : edgeLines(page, true, edge + 3)) {
        auto const& text = page[line].as;
        auto const at = seen.find(text);
        if (at != seen.end() && recurs(at->second, pages)) {
            before.clear();
            continue;
        }
        if (readsAsTitle(text) || (!before.empty() && readsAsTitle(before + text))) { return true; }
        before = text;
    }
    return false;
}

/// The words beside the number are the same on every page, so the number is all that tells the lines apart.
void dropCountingLines(std::vector<Page>& pages)
{
    for (bool const top : {true, false}) {
        std::map<std::u32string, std::vector<std::pair<std::size_t, std::size_t>>> seen;
        for (std::size_t p = 0; p < pages.size(); ++p) {
            for (auto const line : edgeLines(pages[p], top)) {
                auto form = countingForm(pages[p][line].as, p);
                if (!form.empty()) { seen[std::move(form)].emplace_back(p, line); }
            }
        }
        for (auto const& [form, where] : seen) {
            if (!recurs(where.size(), pages.size())) { continue; }
            for (auto const& [page, line] : where) { pages[page][line].dropped = true; }
        }
    }
}

void dropRunningLines(std::vector<Page>& pages)
{
    if (pages.size() < 3) { return; }
    dropCountingLines(pages);
    for (bool const top : {true, false}) {
        std::map<View, std::size_t> seen;
        std::vector<std::vector<std::size_t>> edges;
        for (auto const& page : pages) {
            edges.push_back(edgeLines(page, top));
            std::set<View> here;
            for (auto const line : edges.back()) {
                if (mayRun(page[line].as)) { here.insert(page[line].as); }
            }
            for (auto const& text : here) { ++seen[text]; }
        }
        std::set<View> kept;
        bool const titled = hasTitleBelow(pages.front(), seen, pages.size());
        for (std::size_t p = 0; p < pages.size(); ++p) {
            for (auto const line : edges[p]) {
                auto const at = seen.find(pages[p][line].as);
                if (at == seen.end() || !recurs(at->second, pages.size())) { continue; }
                if (top && !titled && kept.insert(at->first).second) { continue; }
                pages[p][line].dropped = true;
            }
        }
    }
}

} // namespace

std::vector<std::vector<bool>> runningLines(std::vector<std::vector<std::u32string>> const& pages)
{
    std::vector<Page> all;
    all.reserve(pages.size());
    for (auto const& page : pages) { all.push_back(linesOf(page)); }
    dropPageMarks(all);
    dropRunningLines(all);
    std::vector<std::vector<bool>> dropped;
    dropped.reserve(all.size());
    for (auto const& page : all) {
        auto& flags = dropped.emplace_back();
        for (auto const& line : page) { flags.push_back(line.dropped); }
    }
    return dropped;
}

} // namespace zhengtu::text
