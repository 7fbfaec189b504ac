#include "plan/claim_sentence.hpp"

#include "core/utf.hpp"
#include "plan/fields.hpp"
#include "text/characters.hpp"

#include <algorithm>
#include <array>
#include <string>

/// Areas that are but called by what they are (该保护区核心区, 园区, 缓冲区): the one that the paragraph named before.
namespace zhengtu::plan {

namespace {

using View = std::u32string_view;

/// Which kinds of areas are taken up so.
constexpr std::array<View, 19> bareKinds{U"自然保护区", U"保护区", U"风景名胜区", U"景区", U"湿地公园", U"森林公园", U"地质公园", U"水源保护区", U"水源地", U"泉域", U"工业园区", U"园区", U"开发区", U"片区", U"矿区", U"港区", U"库区", U"林区", U"流域"};
/// A zone alone is one of these.
constexpr std::array<View, 9> zonedKinds{U"自然保护区", U"风景名胜区", U"湿地公园", U"森林公园", U"地质公园", U"水源保护区", U"水源地", U"泉域", U"保护区"};

/// The zone words that a text ends in: 核心区 of 该保护区核心区.
std::size_t zoneLength(View text, RuleWords const& words)
{
    std::size_t longest = 0;
    for (auto const& zone : words.zones) { longest = std::max(longest, endsWithLongest(text, zone.words)); }
    return longest;
}

/// Where the name begins that [.., end) ends in.
std::size_t nameBefore(View text, std::size_t from, std::size_t end)
{
    auto at = end;
    while (at > from && end - at < 18 && text::isHan(text[at - 1]) && View{U"在对于将从向由为以被把该本其此的与和及等"}.find(text[at - 1]) == View::npos) { --at; }
    for (View const lead : {U"督察发现", U"检查发现", U"排查发现", U"发现", U"位于", U"紧邻", U"涉及", U"侵占", U"占用", U"要求"}) {
        auto const found = text.substr(at, end - at).rfind(lead);
        if (found != View::npos) { at += found + lead.size(); }
    }
    return at;
}

} // namespace

bool isBareKind(View text) noexcept { return std::ranges::contains(bareKinds, text); }

void nameBareAreas(Plan& plan, std::size_t first, text::NormalText const& normal, RuleWords const& words)
{
    View const text{normal.text};
    for (auto i = first; i < plan.claims.size(); ++i) {
        bool const measured = plan.claims[i].kind == ClaimKind::Area && plan.claims[i].object.text.empty();
        auto& object = measured ? plan.claims[i].subject : plan.claims[i].object;
        auto const span = normalSpan(normal, object.span);
        auto said = toUtf32(object.text).value_or(std::u32string{});
        auto bare = View{said};
        auto const size = measured && bare.ends_with(U"面积") && bare.size() > 2 ? bare.substr(bare.size() - 2) : View{}; // 核心区面积
        bare.remove_suffix(size.size());
        bool pointed = span.begin > 0 && View{U"该本此"}.find(text[span.begin - 1]) != View::npos;
        while (!bare.empty() && View{U"该本此"}.find(bare.front()) != View::npos) {
            bare.remove_prefix(1);
            pointed = true;
        }
        auto const zone = zoneLength(bare, words);
        auto const kind = bare.substr(0, bare.size() - zone);
        bool const asZone = kind.empty() && zone > 0;
        bool const taken = isBareKind(kind) && (pointed || kind.size() <= 3); // 自然保护区 alone may be all of them
        if (!asZone && !taken) { continue; }
        auto const line = text.substr(0, span.begin).rfind(U'\n');
        auto const from = std::max(line == View::npos ? 0 : line + 1, span.begin > 300 ? span.begin - 300 : 0);
        auto const lookIn = [&](View one) { // the last that has a name, with where the name begins and ends
            for (auto at = text.substr(0, span.begin).rfind(one); at != View::npos && at >= from; at = at == 0 ? View::npos : text.substr(0, at).rfind(one)) {
                auto const begin = nameBefore(text, from, at);
                bool const region = at > begin && View{U"省市县旗全各"}.find(text[at - 1]) != View::npos; // 山西省自然保护区 are many
                bool const part = zoneLength(text.substr(begin, at + one.size() - begin), words) > one.size(); // 一级保护区
                if (at >= begin + 2 && !region && !part) { return std::pair{begin, at + one.size()}; }
            }
            return std::pair<std::size_t, std::size_t>{};
        };
        std::pair<std::size_t, std::size_t> best{};
        if (asZone) {
            for (auto const one : zonedKinds) { best = std::max(best, lookIn(one), [](auto const& a, auto const& b) { return a.second < b.second; }); }
        } else { best = lookIn(kind); }
        if (best.second == 0) { continue; }
        object.text = passage(normal, best.first, best.second).text + toUtf8(bare.substr(kind.size())) + toUtf8(size);
    }
}

} // namespace zhengtu::plan
