#include "map/answer_sheet.hpp"

#include "map/reasons.hpp"
#include "map/words.hpp"

#include <QCoreApplication>

#include <set>

namespace zhengtu::map {
namespace {

struct Answers {
    Q_DECLARE_TR_FUNCTIONS(Answers)
};

ResultTable::Row rowOf(workspace::QueryRow const& row)
{
    auto const sure = row.hit.answer == analysis::Answer::Yes;
    auto why = reasonWords(row.hit.reason);
    if (row.others > 0) { why += (why.isEmpty() ? QString{} : Answers::tr("; ")) + Answers::tr("%1 others as well").arg(row.others); }
    auto zone = qs(row.zone);
    if (row.schematic) { zone += Answers::tr(" (schematic)"); }
    return {{sure ? Answers::tr("yes") : Answers::tr("maybe"), sure ? QString{} : chanceWord(row.hit.probability), qs(row.task.taskNo.empty() ? row.task.problemNo : row.task.taskNo),
             qs(row.site.place), qs(row.site.county), precisionWord(row.site.precision), zone, zoneWord(row.zoneRole), positionWord(row.hit),
             QString::number(row.hit.distanceM, 'f', 0), why},
            QStringLiteral("task:") + qs(row.task.id), sure ? QStringLiteral("yes") : QStringLiteral("maybe")};
}

SheetContent::Page countsPage(QString const& title, QString const& heading, std::vector<workspace::CountRow> const& counts, workspace::GroupBy by)
{
    SheetContent::Page page{title, {heading, Answers::tr("Tasks"), Answers::tr("Yes"), Answers::tr("Maybe"), Answers::tr("Expected"), Answers::tr("Sites")}, {}, {1, 2, 3, 4, 5}};
    for (auto const& row : counts) {
        auto key = by == workspace::GroupBy::Category && !row.key.empty() ? categoryWord(row.key) : oneLine(qs(row.key));
        if (by == workspace::GroupBy::Zone) { // "天龙山 core"
            auto const blank = row.key.rfind(' ');
            if (blank != std::string::npos) { key = qs(row.key.substr(0, blank)) + QLatin1Char(' ') + zoneWord(row.key.substr(blank + 1)); }
        }
        if (row.key.empty()) { key = Answers::tr("(several or none)"); }
        page.rows.push_back({{key, QString::number(row.asked), QString::number(row.yes), QString::number(row.maybe), QString::number(row.expected, 'f', 1), QString::number(row.sites)},
                             {}, row.yes > 0 ? QStringLiteral("yes") : row.maybe > 0 ? QStringLiteral("maybe") : QString{}});
    }
    return page;
}

QString amountWord(double metres)
{
    return metres >= 1000 ? QStringLiteral("%1 km").arg(metres / 1000) : QStringLiteral("%1 m").arg(metres);
}

/// "reserve" by its word, "reserve:天龙山" by the name; a WKT not to its end.
QString targetWords(std::string const& target)
{
    auto const colon = target.find(':');
    auto const kind = target.substr(0, colon), word = utf8(layerKindWord(kind));
    auto words = word == kind ? qs(target) : colon == std::string::npos ? qs(word) : qs(target.substr(colon + 1));
    return words.size() > 60 ? words.first(60) + QStringLiteral("…") : words;
}

QString termWords(workspace::QueryTerm const& term)
{
    auto target = targetWords(term.target);
    if (!term.zoneRole.empty()) { target += QStringLiteral(" · ") + zoneWord(term.zoneRole); }
    if (term.bufferM > 0) { target += QStringLiteral(" + ") + amountWord(term.bufferM); }
    using enum workspace::Predicate;
    switch (term.predicate) {
    case Within: return Answers::tr("inside %1").arg(target);
    case Intersects: return Answers::tr("inside or partly inside %1").arg(target);
    case Touches: return Answers::tr("on the edge of %1").arg(target);
    case Near: return Answers::tr("within %1 of %2").arg(amountWord(term.distanceM), target);
    case Nearest: return Answers::tr("the %1 nearest to %2").arg(QString::number(term.count), target);
    }
    return target;
}

} // namespace

QString chanceWord(std::optional<double> const& chance)
{
    if (!chance) { return QStringLiteral("?"); }
    auto const percent = *chance * 100;
    if (percent < 1) { return QStringLiteral("<1 %"); }
    return percent > 99 ? QStringLiteral(">99 %") : QStringLiteral("%1 %").arg(QString::number(percent, 'f', 0));
}

QString positionWord(analysis::Hit const& hit)
{
    switch (hit.position) {
    case analysis::Position::Inside: return Answers::tr("inside");
    case analysis::Position::Edge: return Answers::tr("on the edge");
    case analysis::Position::Straddle: return Answers::tr("partly inside, %1 %").arg(QString::number(hit.share * 100, 'f', 0));
    case analysis::Position::Outside: break;
    }
    return Answers::tr("outside");
}

QString predicateWord(workspace::Predicate predicate)
{
    using enum workspace::Predicate;
    switch (predicate) {
    case Within: return Answers::tr("inside");
    case Intersects: return Answers::tr("inside or partly inside");
    case Touches: return Answers::tr("on the edge of");
    case Near: return Answers::tr("near");
    case Nearest: return Answers::tr("nearest to");
    }
    return {};
}

QString queryWords(workspace::SpatialQuery const& query)
{
    QStringList parts, filters;
    for (auto const& term : query.terms) { parts << termWords(term); }
    auto const& filter = query.filter;
    if (!filter.category.empty()) { filters << categoryWord(filter.category); }
    for (auto const* value : {&filter.plan, &filter.county, &filter.unit, &filter.text}) {
        if (!value->empty()) { filters << oneLine(qs(*value)); }
    }
    if (!filter.role.empty()) { filters << roleKeyWord(filter.role); }
    if (!filter.deadline.empty()) { filters << statusKeyWord(filter.deadline); }
    auto words = parts.join(Answers::tr(" and "));
    if (!filters.isEmpty()) { words += Answers::tr("; tasks: %1").arg(filters.join(Answers::tr(", "))); }
    return query.certainOnly ? words + Answers::tr("; only certain ones") : words;
}

SheetContent answerSheet(QString const& title, QueryFindings const& found)
{
    using workspace::GroupBy;
    auto const& answer = found.answer;
    SheetContent content;
    content.title = title;
    std::set<std::string> yes, hit;
    SheetContent::Page sites{Answers::tr("Sites"),
                             {Answers::tr("Answer"), Answers::tr("Chance"), Answers::tr("No."), Answers::tr("Place"), Answers::tr("County"), Answers::tr("Precision"), Answers::tr("Zone"),
                              Answers::tr("Role"), Answers::tr("Position"), Answers::tr("Distance, m"), Answers::tr("Why")},
                             {}, {1, 9}};
    bool schematic = false;
    for (auto const& row : answer.rows) {
        sites.rows.push_back(rowOf(row));
        hit.insert(row.task.id);
        if (row.hit.answer == analysis::Answer::Yes) { yes.insert(row.task.id); }
        schematic |= row.schematic;
    }
    content.summary = Answers::tr("Of %1 tasks: %2 yes, %3 maybe, %4 no")
                          .arg(QString::number(answer.tasks), QString::number(yes.size()), QString::number(hit.size() - yes.size()), QString::number(answer.tasks - hit.size()));
    content.pages = {std::move(sites), countsPage(Answers::tr("By county"), Answers::tr("County"), found.counts[static_cast<std::size_t>(GroupBy::County)], GroupBy::County),
                     countsPage(Answers::tr("By unit"), Answers::tr("Unit"), found.counts[static_cast<std::size_t>(GroupBy::Unit)], GroupBy::Unit),
                     countsPage(Answers::tr("By category"), Answers::tr("Category"), found.counts[static_cast<std::size_t>(GroupBy::Category)], GroupBy::Category),
                     countsPage(Answers::tr("By zone"), Answers::tr("Zone"), found.counts[static_cast<std::size_t>(GroupBy::Zone)], GroupBy::Zone)};
    auto const note = [&content](QString const& label, QString const& text) { content.account.push_back({label, text, {}, {}, {}}); };
    note(Answers::tr("Measured"), Answers::tr("Distances are geodesic metres on CGCS2000; expected is the sum of the chances."));
    if (answer.others > 0) { note(Answers::tr("Not listed"), Answers::tr("%1 more sites may be as near: too little is known of where they are.").arg(answer.others)); }
    for (auto const& words : answer.notes.words) { content.account.push_back({Answers::tr("Note"), reasonWords(words), {}, {}, QStringLiteral("warning")}); }
    if (answer.notes.leftOut > 0) { content.summary += Answers::tr("; %1 features of the target were left out").arg(answer.notes.leftOut); }
    if (schematic) { note(Answers::tr("Schematic"), Answers::tr("Schematic zones are drawn from descriptions: check against the official boundary before acting on an answer.")); }
    return content;
}

} // namespace zhengtu::map
