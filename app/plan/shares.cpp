#include "plan/shares.hpp"

#include "text/characters.hpp"
#include "text/numbering.hpp"

#include <algorithm>
#include <optional>

namespace zhengtu::plan {

namespace {

using View = std::u32string_view;

/// Numbers at the beginning of `text`: 1、2; 1-3; 一至三; 2 和 4. `length` is what they take.
std::vector<int> numbersAt(View text, std::size_t& length)
{
    std::vector<int> numbers;
    std::size_t at = 0;
    bool range = false;
    while (at < text.size()) {
        bool const bracket = text[at] == U'（';
        auto const begin = at + (bracket ? 1U : 0U);
        auto const digits = text::numeralLength(text.substr(begin, 4));
        auto const value = digits == 0 ? std::nullopt : text::numeral(text.substr(begin, digits));
        if (!value || *value < 1 || *value > 200) { break; }
        for (auto next = range && !numbers.empty() ? numbers.back() + 1 : *value; next <= *value; ++next) { numbers.push_back(next); }
        at = begin + digits + (bracket && begin + digits < text.size() && text[begin + digits] == U'）' ? 1U : 0U);
        length = at;
        if (at >= text.size()) { break; }
        range = text[at] == U'至' || text[at] == U'到' || text[at] == U'~' || text::isDash(text[at]);
        if (!range && View{U"、和及与"}.find(text[at]) == View::npos) { break; }
        ++at;
        if (at < text.size() && text[at] == U'第') { ++at; }
    }
    return numbers;
}

struct Naming { std::vector<int> numbers; std::size_t length = 0; };

/// 问题1、2 / 第1、2项问题 / 第三个问题: which problems a stretch begins by naming. 3个问题 and 第三方 name none.
std::optional<Naming> namingAt(View text)
{
    std::size_t taken = 0;
    if (text.starts_with(U"问题")) {
        auto const from = text.substr(2).starts_with(U'第') ? 3U : 2U;
        auto numbers = numbersAt(text.substr(from), taken);
        auto const next = from + taken < text.size() ? text[from + taken] : U'。';
        if (numbers.empty() || View{U"个条类年月日%."}.find(next) != View::npos) { return std::nullopt; }
        return Naming{std::move(numbers), from + taken};
    }
    if (!text.starts_with(U'第')) { return std::nullopt; }
    auto numbers = numbersAt(text.substr(1), taken);
    auto const rest = text.substr(std::min(text.size(), 1 + taken));
    bool const counts = !rest.empty() && View{U"项个条"}.find(rest.front()) != View::npos;
    auto const noun = rest.substr(counts ? 1 : 0);
    if (numbers.empty() || !counts || !(noun.starts_with(U"问题") || noun.starts_with(U'于') || noun.starts_with(U'，'))) { return std::nullopt; }
    return Naming{std::move(numbers), 1 + taken + 1};
}

} // namespace

bool Share::concerns(int number) const noexcept
{
    return (std::find(numbers.begin(), numbers.end(), number) != numbers.end()) != others;
}

std::vector<Share> sharesOf(View text, std::size_t begin, std::size_t end)
{
    std::vector<Share> shares;
    std::vector<int> named;
    for (auto i = begin; i < end; ++i) {
        auto const rest = text.substr(i, std::min<std::size_t>(end - i, 60));
        if (rest.starts_with(U"其余问题") || rest.starts_with(U"其他问题") || rest.starts_with(U"其它问题")) {
            if (shares.empty()) { continue; }
            shares.back().end = i;
            shares.push_back({i, end, named, true});
            continue;
        }
        auto naming = namingAt(rest);
        if (!naming) { continue; }
        if (!shares.empty()) { shares.back().end = i; }
        named.insert(named.end(), naming->numbers.begin(), naming->numbers.end());
        shares.push_back({i, end, std::move(naming->numbers), false});
        i += naming->length - 1;
    }
    return shares;
}

} // namespace zhengtu::plan
