#include "workspace/claim_sides.hpp"

#include "core/utf.hpp"
#include "plan/vocabulary.hpp"

#include <algorithm>
#include <array>

namespace zhengtu::workspace {

namespace {

using geo::Feature;
using geo::Layer;

/// Words of which class a section or station is: a feature that does not say so may be of another.
constexpr std::array<std::string_view, 6> grades{"国考", "省考", "国控", "省控", "市控", "县控"};
/// What a thing is said to be begins with one of these: 煤矿仍在生产, 图斑未修复.
constexpr std::array<std::string_view, 10> stateWords{"仍", "未", "已", "尚", "正在", "均", "手续", "处于", "没有", "不"};
/// Says nothing of what a thing is.
constexpr std::array<std::string_view, 8> emptyWords{"各类", "大型", "城镇", "生活", "的", "现有", "全部", "煤炭"};

/// What a claim counts: qualifier, class and state of 独立 球团企业 / 煤矿 仍在生产.
struct Counted {
    std::optional<plan::NamedClass> named;
    std::string qualifier, state;
};

Counted countedIn(std::string text)
{
    if (auto const open = text.rfind("（"); open != std::string::npos && text.ends_with("）")) { text.resize(open); } // 集运站（装车站）
    Counted counted{.named = plan::lastClassIn(text), .qualifier = {}, .state = {}};
    if (!counted.named) { return counted; }
    auto const at = text.rfind(counted.named->word);
    counted.qualifier = text.substr(0, at);
    counted.state = text.substr(at + counted.named->word.size());
    bool const state = counted.state.empty() || std::ranges::any_of(stateWords, [&](std::string_view word) { return counted.state.starts_with(word); });
    if (!state) { counted.named.reset(); } // 公路穿城现象 are no roads
    for (bool again = true; again;) {
        again = false;
        for (auto const word : emptyWords) {
            if (!counted.qualifier.starts_with(word)) { continue; }
            counted.qualifier.erase(0, word.size());
            again = true;
        }
    }
    return counted;
}

bool anyField(Feature const& feature, auto const& test) { return test(feature.name) || std::ranges::any_of(feature.more, [&](auto const& field) { return test(field.second); }); }

bool says(Feature const& feature, std::string_view word)
{
    return anyField(feature, [&](std::string const& text) { return text.contains(word); });
}

/// 未修复 says 未修复治理; 在产 does not say 停产.
bool saysState(Feature const& feature, std::string_view state)
{
    auto core = state;
    for (auto const word : {std::string_view{"仍在"}, std::string_view{"正在"}, std::string_view{"仍"}, std::string_view{"均"}, std::string_view{"已"}}) {
        if (core.starts_with(word)) { core.remove_prefix(word.size()); }
    }
    return std::ranges::any_of(feature.more, [&](auto const& field) {
        std::string_view const value{field.second};
        bool const denies = value.contains("未") || value.contains("停") || value.contains("不") || value.contains("关闭");
        return (value.size() >= 6 && state.contains(value)) || (core.size() >= 6 && value.contains(core) && (!denies || core.contains(value)));
    });
}

/// A user's layer that is called as what is counted: 历史遗留矿山图斑 of 晋城图斑.
bool isCalledAs(Layer const& layer, std::string const& subject, std::string_view word)
{
    bool const wordful = word.size() >= 6 && layer.title.contains(word);
    return layer.ofUser() && layer.title.size() >= 6 && (wordful || subject.contains(layer.title));
}

} // namespace

CountedThings countedThings(Survey const& survey, plan::Claim const& claim)
{
    auto const counted = countedIn(claim.subject.text);
    CountedThings result;
    result.word = counted.named ? counted.named->word : claim.subject.text;
    auto const layerKind = counted.named ? counted.named->layer : std::string{};
    std::string_view river; // 境内滹沱河干流设有4个断面
    for (auto const& layer : survey.layers) {
        bool const called = isCalledAs(layer, claim.subject.text, result.word);
        for (auto const& feature : layer.features) {
            bool const ofKind = !layerKind.empty() && (feature.kind.empty() ? layer.kind : feature.kind) == layerKind;
            if (feature.shape.empty() || (!called && !ofKind)) { continue; }
            CountedThing thing{.feature = &feature, .unsaid = {}};
            for (auto const grade : grades) {
                if (claim.subject.text.contains(grade) && !says(feature, grade)) { thing.unsaid = grade; }
            }
            bool const qualified = counted.qualifier.empty() || says(feature, counted.qualifier) || (called && layer.title.contains(counted.qualifier));
            if (result.word.starts_with("非煤")) { // 非煤矿山: coal mines are none, and of others a field must say so
                if (feature.name.contains("煤")) { continue; }
                if (!says(feature, result.word)) { thing.unsaid = result.word; }
            }
            if (!qualified) { thing.unsaid = counted.qualifier + result.word; }
            if (!counted.state.empty() && !saysState(feature, counted.state)) { thing.unsaid = counted.state; }
            result.things.push_back(std::move(thing));
            result.complete = result.complete || layer.origin == geo::LayerOrigin::UserReplaces;
            for (auto const& [key, value] : feature.more) {
                if (key == "river" && !value.empty() && claim.quote.text.contains(value)) { river = value; }
            }
        }
    }
    if (!river.empty()) { std::erase_if(result.things, [&](CountedThing const& thing) { return !std::ranges::any_of(thing.feature->more, [&](auto const& field) { return field.first == "river" && claim.quote.text.contains(field.second) && !field.second.empty(); }); }); }
    result.complete = result.complete || (!layerKind.empty() && survey.isComplete(layerKind));
    return result;
}

} // namespace zhengtu::workspace
