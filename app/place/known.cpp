#include "core/utf.hpp"
#include "place/lexicon.hpp"
#include "place/page.hpp"

#include <algorithm>

namespace zhengtu::place {

namespace {

using Text = std::u32string_view;

/// Whether a name of this kind says itself what it is, so that it is safe without a context.
bool isSafe(Kind kind, NameForm form, Text name)
{
    auto const has = [&](Text word) { return name.find(word) != Text::npos; };
    switch (kind) {
    case Kind::River: return name.ends_with(U'河') || name.ends_with(U'江') || name.ends_with(U'渠') || (name.ends_with(U'川') && name.size() == 3) || name.size() >= 4;
    case Kind::Lake: return name.size() >= 3 || (form <= NameForm::Alias && name.ends_with(U'湖'));
    case Kind::Reservoir: return has(U"水库") || has(U"湖") || (name.size() >= 4 && name.ends_with(U'库'));
    case Kind::Reserve: return has(U"保护区") || has(U"公园") || has(U"名胜区") || has(U"湿地");
    case Kind::SpringZone: return has(U"泉域");
    case Kind::Mine: return name.size() >= 3 && (has(U"矿") || has(U"煤业") || has(U"公司"));
    case Kind::Enterprise: return name.size() >= 4 || (form == NameForm::Full && name.size() >= 3);
    case Kind::Road: return name.size() >= 3;
    case Kind::Wwtp:
    case Kind::Park:
    case Kind::Site: return name.size() >= 4 || (name.size() == 3 && form == NameForm::Full);
    default: return false;
    }
}

/// Whether a village lies in the township or county that is named directly before it.
bool liesInside(Page const& page, Entry const& village, std::size_t begin, std::size_t end)
{
    auto const outer = toUtf8(page.text(begin, end));
    if (page.isTown(begin)) { return village.town == outer; }
    return std::ranges::any_of(page.gazetteer().find(outer), [&](Named const& named) {
        auto const& place = page.gazetteer().entry(named.entry);
        return place.kind == Kind::County && place.adcode == village.adcode;
    });
}

/// 冶西镇苇池, 口泉乡杨家窑: a village without the word for it, right behind its own township; behind its county (河津市贺家巷) only with a
/// name of three characters or more.
void addBareVillages(Page const& page, std::vector<Found>& all)
{
    constexpr std::size_t longEnough = 3;
    for (auto const& hit : page.known()) {
        auto const town = page.adminBegin(hit.begin);
        if (town == hit.begin || (!page.isTown(town) && hit.end - hit.begin < longEnough)) { continue; }
        auto const next = page.at(hit.end);
        if (lexicon::isNameChar(next) && !isOneOf(U"的等和及与有内至附周东西南北两、", next)) { continue; }
        Found found{hit.begin, hit.end, Kind::Village, {}, 1, false, 0};
        for (auto const& named : hit.named) {
            auto const& place = page.gazetteer().entry(named.entry);
            bool const near = place.kind == Kind::Village && page.scope().holds(place.adcode);
            if (near && liesInside(page, place, town, hit.begin)) { found.entries.push_back(named.entry); }
        }
        if (found.entries.size() == 1) { all.push_back(std::move(found)); }
    }
}

/// 龙子祠泉域、|霍泉|、郭庄泉域: the short name of a spring zone in a list of them.
bool besideZone(Page const& page, Known const& hit)
{
    constexpr std::size_t longest = 7;
    auto const text = page.text();
    if (hit.begin > 2 && joins(page.before(hit.begin)) && text.substr(0, hit.begin - 1).ends_with(U"泉域")) { return true; }
    if (!joins(page.at(hit.end))) { return false; }
    auto const next = text.substr(hit.end + 1, longest);
    auto const at = next.find(U"泉域");
    return at != Text::npos && std::ranges::all_of(next.substr(0, at), lexicon::isNameChar);
}

} // namespace

std::vector<Found> findKnown(Page const& page)
{
    std::vector<Found> all;
    addBareVillages(page, all);
    std::size_t free = 0;
    for (auto const& hit : page.known()) {
        if (hit.begin < free || page.adminEnd(hit.begin) > hit.end) { continue; } // 盐湖 of 盐湖区
        Found found{hit.begin, hit.end, Kind::Other, {}, 2, false, 0};
        for (auto const& named : hit.named) {
            auto const& place = page.gazetteer().entry(named.entry);
            bool const spring = (place.kind == Kind::SpringZone || (place.kind == Kind::Site && page.before(hit.end) == U'泉')) && besideZone(page, hit);
            if (!spring && !isSafe(place.kind, named.form, page.text(hit.begin, hit.end))) { continue; }
            bool const near = page.isNear(place) || page.scope().cityAdcode.empty();
            auto const kind = spring ? Kind::SpringZone : place.kind;
            if (!near || (found.kind != Kind::Other && found.kind != kind)) { continue; }
            found.kind = kind;
            found.entries.push_back(named.entry);
        }
        if (found.entries.empty()) { continue; }
        if (found.kind == Kind::River || found.kind == Kind::Lake) {
            bool const tight = page.nameBegin(hit.begin, 2) == hit.begin || page.adminBegin(hit.begin) < hit.begin;
            if ((!tight && isOneOf(U"东西南北大小新老清浊白黑中上下", page.before(hit.begin))) || (isOneOf(U"村乡镇路桥街庄", page.at(hit.end)) && page.text().substr(hit.end, 5).find(U"断面") == Text::npos)) { // 潇河|桥头断面
                continue;
            }
        }
        free = hit.end;
        all.push_back(std::move(found));
    }
    return all;
}

} // namespace zhengtu::place
