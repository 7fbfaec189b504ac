#include "place/mentions.hpp"

#include "core/utf.hpp"
#include "place/county.hpp"
#include "place/page.hpp"
#include "place/refine.hpp"
#include "place/scenes.hpp"
#include "place/short_names.hpp"
#include "place/units.hpp"

#include <algorithm>
#include <map>

namespace zhengtu::place {

namespace {

/// Whose text a source position is in: the body of a problem or of one of its measures, or what it reports; goals and units are nobody's.
class Homes {
public:
    explicit Homes(plan::Plan const& plan)
    {
        for (std::size_t p = 0; p < plan.problems.size(); ++p) {
            auto const& problem = plan.problems[p];
            m_all.push_back({problem.span, {Mention::none, Mention::none}, false});
            for (auto const report : problem.reports) { m_all.push_back({report, {p, Mention::none}, true}); }
            m_all.push_back({problem.body.span, {p, Mention::none}, true});
            for (std::size_t t = 0; t < problem.tasks.size(); ++t) { m_all.push_back({problem.tasks[t].body.span, {p, t}, true}); }
        }
        std::stable_sort(m_all.begin(), m_all.end(), [](Home const& a, Home const& b) { return a.span.begin < b.span.begin; });
    }

    struct Place {
        std::size_t problem, task;
    };
    /// Nothing where the span lies in a field of a problem that is not read for places.
    [[nodiscard]] std::optional<Place> of(Span span) const
    {
        auto const after = std::upper_bound(m_all.begin(), m_all.end(), span.begin,
                                            [](std::size_t at, Home const& home) { return at < home.span.begin; });
        bool inside = false;
        for (auto at = after; at != m_all.begin();) {
            --at;
            if (!at->span.contains(span)) {
                if (at->span.overlaps(span)) { inside = true; }
                continue;
            }
            if (at->read) { return at->place; }
            inside = true;
            break;
        }
        if (inside) { return std::nullopt; }
        return Place{Mention::none, Mention::none};
    }

private:
    struct Home {
        Span span;
        Place place;
        bool read;
    };
    std::vector<Home> m_all;
};

bool isOwn(Item const& item, Page const& page)
{
    if (item.entries.empty()) { return false; }
    auto const& code = page.gazetteer().entry(item.entries.front()).adcode;
    if (item.kind == Kind::City) { return code == page.scope().cityAdcode; }
    return item.kind == Kind::County && !page.scope().countyAdcode.empty() && code == page.scope().countyAdcode;
}

/// The entry that the county decides among namesakes; nothing where several are left.
std::string featureOf(Item const& item, Gazetteer const& gazetteer)
{
    std::string only;
    int count = 0;
    for (auto const id : item.entries) {
        auto const& place = gazetteer.entry(id);
        if (!item.adcode.empty() && !place.adcode.empty() && place.adcode != item.adcode && item.kind != Kind::City) { continue; }
        only = place.featureId;
        ++count;
    }
    return count == 1 ? only : std::string{};
}

} // namespace

std::vector<Mention> findMentions(plan::Plan const& plan, text::NormalText const& normal, Gazetteer const& gazetteer)
{
    auto const scope = gazetteer.scope(plan.region);
    Page page{normal.text, gazetteer, scope, plan.year.value_or(0)};
    auto all = findAdmin(page);
    auto const take = [&](std::vector<Found> more) {
        all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    };
    take(findKnown(page));
    take(findForms(page));
    take(findNumberedRoads(page));
    take(findLists(page));
    take(findDefinedShort(page, all));

    Homes const homes{plan};
    std::vector<Item> items;
    for (auto& found : refine(page, std::move(all))) {
        auto const home = homes.of(normal.sourceSpan(found.begin, found.end));
        if (home) { items.push_back({std::move(found), home->problem, home->task, {}, {}, false, {}, {}}); }
    }
    joinShortNames(page, items);
    findScenes(plan, normal, page, items);
    assignCounties(page, items, taskAreas(plan, gazetteer));

    std::vector<Mention> mentions;
    std::map<std::tuple<std::size_t, std::size_t, std::string>, std::size_t> seen;
    for (auto const& item : items) {
        if (isOwn(item, page)) { continue; }
        Mention mention;
        mention.text = toUtf8(page.text(item.begin, item.end));
        auto const [known, fresh] = seen.emplace(std::tuple{item.problem, item.task, mention.text}, mentions.size());
        if (!fresh) {
            auto& first = mentions[known->second];
            if (first.county.empty() && !item.adcode.empty() && item.kind != Kind::River) {
                first.county = gazetteer.label(item.adcode);
                first.adcode = item.adcode;
                first.countyReason = item.reason;
                first.featureId = featureOf(item, gazetteer);
            }
            continue;
        }
        mention.kind = item.kind;
        mention.span = normal.sourceSpan(item.begin, item.end);
        mention.problem = item.problem;
        mention.task = item.task;
        mention.county = gazetteer.label(item.adcode);
        mention.adcode = item.adcode;
        mention.countyReason = item.reason;
        mention.fullName = toUtf8(item.full);
        mention.featureId = featureOf(item, gazetteer);
        mentions.push_back(std::move(mention));
    }
    return mentions;
}

} // namespace zhengtu::place
