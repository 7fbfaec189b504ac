#include "core/utf.hpp"
#include "place/home.hpp"
#include "place/locator.hpp"

#include <algorithm>

namespace zhengtu::place {

/// A facility or village that only its township places.
bool Locator::town(Site& site, Mention const& mention, Entry const* known, Mention const* anchor) const
{
    Entry const* seat = nullptr;
    std::string how;
    if (known != nullptr && known->kind == Kind::Village && !known->town.empty()) {
        seat = townOf(known->town, known->adcode);
        how = "in the register under " + known->town;
    }
    if (auto const* const village = seat == nullptr ? onlyVillage(mention) : nullptr) {
        seat = townOf(village->town, village->adcode);
        how = "the only village of this name in its county, in the register under " + village->town;
    }
    if (seat == nullptr && anchor != nullptr) {
        auto const* const place = m_gazetteer.byFeature(anchor->featureId);
        if (place != nullptr && place->kind == Kind::Town) { seat = place; }
        if (place != nullptr && place->kind == Kind::Village) { seat = townOf(place->town, place->adcode); }
        how = "named with " + anchor->text;
    }
    if (seat == nullptr) {
        seat = namesake(mention);
        how = "named after a township of its county";
    }
    if (seat == nullptr || seat->shape.empty() || (!mention.adcode.empty() && seat->adcode != mention.adcode)) { return false; }
    put(site, *seat, Precision::Township, how + ": the seat of " + seat->name);
    site.radiusM = townRadiusM(*seat, m_gazetteer);
    return true;
}

/// The village of that name in the county of the mention, where its townships have one alone.
Entry const* Locator::onlyVillage(Mention const& mention) const
{
    Entry const* found = nullptr;
    if (mention.kind != Kind::Village || mention.adcode.empty()) { return nullptr; }
    for (auto const& named : m_gazetteer.find(mention.text)) {
        auto const& place = m_gazetteer.entry(named.entry);
        if (place.kind != Kind::Village || place.adcode != mention.adcode || place.town.empty()) { continue; }
        if (found != nullptr && found->town != place.town) { return nullptr; }
        found = &place;
    }
    return found;
}

/// The township after which a works, park or site of its county is named (北石店污水处理厂). Companies are not: they keep their
/// name when they move, and many have one that only looks like a township's.
Entry const* Locator::namesake(Mention const& mention) const
{
    auto const* const county = m_gazetteer.area(mention.adcode);
    bool const local = mention.kind == Kind::Wwtp || mention.kind == Kind::Park || mention.kind == Kind::Site || mention.kind == Kind::Mine;
    auto text = toUtf32(mention.text).value_or(U"");
    auto head = county == nullptr ? std::u32string{} : toUtf32(county->name).value_or(U"");
    if (!local || head.size() < 2 || text.empty()) { return nullptr; }
    if (text.starts_with(head)) {
        text.erase(0, head.size());
    } else if (head.pop_back(); head.size() >= 2 && text.starts_with(head)) {
        text.erase(0, head.size());
    }
    constexpr std::size_t longest = 4, shortest = 2;
    for (auto length = std::min(longest, text.size()); length >= shortest; --length) {
        for (auto const* const suffix : {U"镇", U"乡", U"街道"}) {
            auto const name = text.substr(0, length) + suffix;
            if (auto const* const town = townOf(toUtf8(name), mention.adcode); town != nullptr && text.size() > length + 1) { return town; }
        }
    }
    return nullptr;
}

Entry const* Locator::townOf(std::string const& name, std::string const& adcode) const
{
    for (auto const& named : m_gazetteer.find(name)) {
        auto const& place = m_gazetteer.entry(named.entry);
        if (place.kind == Kind::Town && place.adcode == adcode && named.form == NameForm::Full) { return &place; }
    }
    return nullptr;
}

} // namespace zhengtu::place
