#include "map/words.hpp"

#include "map/reasons.hpp"
#include "map/result_words.hpp"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <map>

namespace zhengtu::map {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Words)
};

constexpr std::array statuses{cartography::Status::UnderWay, cartography::Status::DueSoon, cartography::Status::Overdue,
                              cartography::Status::Accepted, cartography::Status::Closed, cartography::Status::LongTerm};
constexpr std::array roles{plan::UnitRole::Lead, plan::UnitRole::Responsible, plan::UnitRole::Cooperating, plan::UnitRole::Acceptance,
                           plan::UnitRole::Person};

QString codeWords(ErrorCode code)
{
    switch (code) {
    case ErrorCode::FileMissing: return Words::tr("The file cannot be read or written");
    case ErrorCode::FileFormat: return Words::tr("The file is broken or of another type");
    case ErrorCode::FileExists: return Words::tr("The file is already there");
    case ErrorCode::Encoding: return Words::tr("The text's encoding is not known");
    case ErrorCode::PlanFormat: return Words::tr("The text is not laid out as a plan");
    case ErrorCode::NotFound: return Words::tr("Nothing of that name was found");
    case ErrorCode::Ambiguous: return Words::tr("Several things have that name");
    case ErrorCode::GeometryInvalid: return Words::tr("The geometry cannot be computed with");
    case ErrorCode::Crs: return Words::tr("The coordinate system is not known");
    case ErrorCode::LedgerConflict: return Words::tr("This is no ledger, or it is locked or of another version");
    case ErrorCode::Storage: return Words::tr("Writing failed");
    case ErrorCode::Usage: return Words::tr("That cannot be done");
    case ErrorCode::Cancelled: return Words::tr("Stopped");
    case ErrorCode::Internal: break;
    }
    return Words::tr("Something unexpected went wrong");
}

QString oneZoneWord(std::string const& zone)
{
    if (zone == "core") { return Words::tr("core zone"); }
    if (zone == "buffer") { return Words::tr("buffer zone"); }
    if (zone == "experimental") { return Words::tr("experimental zone"); }
    if (zone == "domain") { return Words::tr("spring domain"); }
    if (zone == "key") { return Words::tr("key protection zone"); }
    return qs(zone);
}

} // namespace

QString categoryWord(std::string const& key)
{
    if (key == "air") { return Words::tr("Air"); }
    if (key == "water") { return Words::tr("Water"); }
    if (key == "soil") { return Words::tr("Soil"); }
    if (key == "solid-waste") { return Words::tr("Solid waste"); }
    if (key == "mines-ecology") { return Words::tr("Mines, ecology"); }
    if (key == "nature-reserve") { return Words::tr("Nature reserve"); }
    if (key == "noise") { return Words::tr("Noise"); }
    if (key == "capacity") { return Words::tr("Capacity"); }
    if (key == "duty") { return Words::tr("Duty"); }
    if (key.empty() || key == "other") { return Words::tr("Other"); }
    return qs(key);
}

QString categoryWords(std::vector<std::string> const& keys)
{
    QStringList words;
    for (auto const& key : keys) { words << categoryWord(key); }
    return words.join(Words::tr(", "));
}

QString statusWord(cartography::Status status)
{
    using enum cartography::Status;
    switch (status) {
    case UnderWay: return Words::tr("Under way");
    case DueSoon: return Words::tr("Due soon");
    case Overdue: return Words::tr("Overdue");
    case Accepted: return Words::tr("Accepted");
    case Closed: return Words::tr("Closed");
    case LongTerm: return Words::tr("Long-term");
    }
    return {};
}

QString roleWord(plan::UnitRole role)
{
    using enum plan::UnitRole;
    switch (role) {
    case Lead: return Words::tr("Lead unit");
    case InlineLead: return Words::tr("Lead named in the measure");
    case Responsible: return Words::tr("Responsible unit");
    case Cooperating: return Words::tr("Cooperating unit");
    case Acceptance: return Words::tr("Acceptance unit");
    case Person: return Words::tr("Person in charge");
    }
    return {};
}

std::vector<std::string> statusKeys()
{
    std::vector<std::string> keys;
    for (auto const status : statuses) { keys.emplace_back(cartography::name(status)); }
    return keys;
}

std::vector<std::string> roleKeys()
{
    std::vector<std::string> keys;
    for (auto const role : roles) { keys.emplace_back(plan::name(role)); }
    return keys;
}

QString statusKeyWord(std::string const& key)
{
    auto const* const known = std::ranges::find(statuses, key, [](auto status) { return std::string_view{cartography::name(status)}; });
    return known == statuses.end() ? qs(key) : statusWord(*known);
}

QString roleKeyWord(std::string const& key)
{
    auto const* const known = std::ranges::find(roles, key, [](auto role) { return std::string_view{plan::name(role)}; });
    return known == roles.end() ? qs(key) : roleWord(*known);
}

QString precisionWord(place::Precision precision)
{
    using enum place::Precision;
    switch (precision) {
    case Exact: return Words::tr("Exact");
    case Facility: return Words::tr("Facility");
    case Village: return Words::tr("Village");
    case Township: return Words::tr("Township");
    case County: return Words::tr("County");
    case City: return Words::tr("City");
    case Unlocated: return Words::tr("Unlocated");
    }
    return {};
}

QString deadlineWord(plan::Deadline const& deadline)
{
    using enum plan::DeadlineKind;
    QStringList words;
    for (auto const& date : deadline.dates) { words << qs(isoDate(date)); }
    if (deadline.kind == Immediate) { words.prepend(Words::tr("Immediately")); }
    if (deadline.kind == ByPlan) { words << Words::tr("As planned"); }
    if (deadline.kind == Referenced) { words << Words::tr("As referred to"); }
    if (deadline.kind == LongTerm || (deadline.longTerm && deadline.kind != Immediate)) { words << Words::tr("Long-term"); }
    return words.join(Words::tr(", "));
}

QString zoneWord(std::string const& zones)
{
    QStringList words;
    for (auto const& zone : qs(zones).split(QLatin1Char('|'), Qt::SkipEmptyParts)) { words << oneZoneWord(utf8(zone)); }
    return words.join(Words::tr(" or "));
}

QString layerKindWord(std::string const& kind)
{
    static std::map<std::string, char const*, std::less<>> const words{
        {"mine", QT_TRANSLATE_NOOP("Words", "Mines")},
        {"reserve", QT_TRANSLATE_NOOP("Words", "Nature reserves")},
        {"spring_zone", QT_TRANSLATE_NOOP("Words", "Spring zones")},
        {"river", QT_TRANSLATE_NOOP("Words", "Rivers")},
        {"road", QT_TRANSLATE_NOOP("Words", "Roads")},
        {"water", QT_TRANSLATE_NOOP("Words", "Lakes and reservoirs")},
        {"monitoring_section", QT_TRANSLATE_NOOP("Words", "Monitoring sections")},
        {"air_station", QT_TRANSLATE_NOOP("Words", "Air stations")},
        {"enterprise", QT_TRANSLATE_NOOP("Words", "Enterprises")},
        {"wwtp", QT_TRANSLATE_NOOP("Words", "Waste water plants")},
        {"park", QT_TRANSLATE_NOOP("Words", "Industrial parks")},
        {"town", QT_TRANSLATE_NOOP("Words", "Townships")},
        {"village", QT_TRANSLATE_NOOP("Words", "Villages")},
        {"site", QT_TRANSLATE_NOOP("Words", "Sites and yards")},
        {"province", QT_TRANSLATE_NOOP("Words", "Provinces")},
        {"city", QT_TRANSLATE_NOOP("Words", "Cities")},
        {"county", QT_TRANSLATE_NOOP("Words", "Counties")},
        {"lake", QT_TRANSLATE_NOOP("Words", "Lakes")},
        {"reservoir", QT_TRANSLATE_NOOP("Words", "Reservoirs")},
        {"spring", QT_TRANSLATE_NOOP("Words", "Springs")},
        {"other", QT_TRANSLATE_NOOP("Words", "Other places")},
    };
    auto const known = words.find(kind);
    return known == words.end() ? qs(kind) : QCoreApplication::translate("Words", known->second);
}

QString fieldWord(std::string const& key)
{
    static std::map<std::string, char const*, std::less<>> const words{
        {"level", QT_TRANSLATE_NOOP("Words", "Level")},           {"area_km2", QT_TRANSLATE_NOOP("Words", "Area, km²")},
        {"total_km2", QT_TRANSLATE_NOOP("Words", "Whole, km²")},  {"stated_km2", QT_TRANSLATE_NOOP("Words", "As stated, km²")},
        {"length_km", QT_TRANSLATE_NOOP("Words", "Length, km")},  {"drawn", QT_TRANSLATE_NOOP("Words", "Drawn")},
        {"river", QT_TRANSLATE_NOOP("Words", "River")},           {"town", QT_TRANSLATE_NOOP("Words", "Township")},
        {"code", QT_TRANSLATE_NOOP("Words", "Code")},             {"basis", QT_TRANSLATE_NOOP("Words", "Basis")},
        {"how", QT_TRANSLATE_NOOP("Words", "Basis")},             {"note", QT_TRANSLATE_NOOP("Words", "Note")},
        {"name_en", QT_TRANSLATE_NOOP("Words", "In English")},    {"counties", QT_TRANSLATE_NOOP("Words", "Counties")},
        {"closed", QT_TRANSLATE_NOOP("Words", "Closed down")},    {"precision", QT_TRANSLATE_NOOP("Words", "Precision")},
        {"rank", QT_TRANSLATE_NOOP("Words", "Rank")},             {"sites", QT_TRANSLATE_NOOP("Words", "Sites")},
        {"problems", QT_TRANSLATE_NOOP("Words", "Problems")},     {"tasks", QT_TRANSLATE_NOOP("Words", "Tasks")},
        {"categories", QT_TRANSLATE_NOOP("Words", "Categories")}, {"seat_of", QT_TRANSLATE_NOOP("Words", "Seat of")},
        {"eps_m", QT_TRANSLATE_NOOP("Words", "Distance, m")},     {"min_sites", QT_TRANSLATE_NOOP("Words", "Least sites")},
    };
    auto const known = words.find(key);
    return known == words.end() ? resultWord(key) : QCoreApplication::translate("Words", known->second);
}

QString fieldValue(std::string const& key, std::string const& value) { return key == "why" || key == "reason" ? reasonWords(value) : fieldWord(value); }

QString radiusWord(double radiusM)
{
    if (radiusM <= 0) { return {}; }
    if (radiusM < 1000) { return Words::tr("±%1 m").arg(QString::number(std::round(radiusM), 'f', 0)); }
    return Words::tr("±%1 km").arg(QString::number(radiusM / 1000, 'f', radiusM < 10000 ? 1 : 0));
}

QString metresWord(double metres)
{
    return metres < 1000 ? QStringLiteral("%1 m").arg(QString::number(metres, 'f', 0)) : QStringLiteral("%1 km").arg(QString::number(metres / 1000, 'f', 1));
}

QString oneLine(QString text)
{
    static QRegularExpression const breaks{QStringLiteral("\\s*[\\n\\r]\\s*|\\s{2,}")};
    return text.replace(breaks, QStringLiteral(" ")).trimmed();
}

QString errorWords(Error const& error)
{
    QString words = codeWords(error.code);
    if (!error.where.empty()) { words = Words::tr("%1: %2").arg(qs(error.where), words); }
    if (!error.detail.empty()) { words += Words::tr(" (%1)").arg(reasonWords(error.detail)); }
    if (!error.cure.empty()) { words += QLatin1Char('\n') + reasonWords(error.cure); }
    return words;
}

QString hintWords(Error const& error)
{
    auto words = error.detail.empty() ? codeWords(error.code) : reasonWords(error.detail);
    if (!error.cure.empty()) { words += QLatin1Char('\n') + reasonWords(error.cure); }
    return words;
}

QDate toQDate(Date date)
{
    return {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
            static_cast<int>(static_cast<unsigned>(date.day()))};
}

Date toDate(QDate date)
{
    return Date{std::chrono::year{date.year()}, std::chrono::month{static_cast<unsigned>(date.month())},
                std::chrono::day{static_cast<unsigned>(date.day())}};
}

QRectF rectOf(geo::Extent const& extent)
{
    return extent.empty() ? QRectF{} : QRectF{QPointF{extent.minLon, extent.minLat}, QPointF{extent.maxLon, extent.maxLat}};
}

QRectF rectOf(geo::Layer const& layer)
{
    geo::Extent extent;
    for (auto const& feature : layer.features) { extent.include(geo::extentOf(feature.shape)); }
    return rectOf(extent);
}

place::Precision bestPrecision(ledger::TaskRow const& task)
{
    auto best = place::Precision::Unlocated;
    for (auto const& site : task.sites) {
        if (!site.shape.empty()) { best = std::min(best, site.precision); }
    }
    return best;
}

bool located(ledger::TaskRow const& task)
{
    return std::ranges::any_of(task.sites, [](place::Site const& site) { return !site.shape.empty(); });
}

} // namespace zhengtu::map
