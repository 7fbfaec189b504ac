#include "map/finding_list.hpp"

#include "map/finding_words.hpp"
#include "map/reasons.hpp"
#include "map/words.hpp"

#include <QCoreApplication>

#include <algorithm>
#include <cstddef>
#include <optional>

namespace zhengtu::map {
namespace {

struct Findings {
    Q_DECLARE_TR_FUNCTIONS(Findings)
};

std::string more(geo::Feature const& feature, std::string_view key)
{
    auto const found = std::ranges::find(feature.more, key, [](auto const& field) { return field.first; });
    return found == feature.more.end() ? std::string{} : found->second;
}

QString joined(QStringList parts, QString const& mark)
{
    parts.removeAll(QString{});
    return parts.join(mark);
}

/// Of several tasks the first.
QString taskOf(geo::Feature const& feature, std::string_view key)
{
    return qs(more(feature, key)).section(QLatin1Char(';'), 0, 0);
}

std::optional<double> numberOf(geo::Feature const& feature, std::string_view key)
{
    bool known = false;
    auto const value = qs(more(feature, key)).toDouble(&known);
    return known ? std::optional{value} : std::nullopt;
}

/// How much of it or how far away, "3.36 km², 4 %" or "5.0 km".
QString measureWord(geo::Feature const& feature)
{
    QStringList parts;
    if (auto const area = numberOf(feature, "area_m2"); area && *area > 0) { parts << QStringLiteral("%1 km²").arg(QString::number(*area / 1e6, 'f', *area < 1e5 ? 4 : 2)); }
    if (auto const share = numberOf(feature, "share"); share && *share > 0 && *share < 1) { parts << (*share < 0.01 ? QStringLiteral("<1 %") : QStringLiteral("%1 %").arg(QString::number(*share * 100, 'f', 0))); }
    if (parts.isEmpty()) {
        if (auto const distance = numberOf(feature, "distance_m"); distance && *distance > 0) { parts << metresWord(*distance); }
    }
    return parts.join(QStringLiteral(", "));
}

FactsModel::Fact ofRule(geo::Feature const& feature)
{
    bool const sure = more(feature, "answer") == "yes";
    auto label = findingWord(more(feature, "finding"));
    if (!sure) { label = Findings::tr("Maybe: %1").arg(label); }
    label = joined({label, measureWord(feature)}, QStringLiteral(" · "));
    return {label, joined({qs(feature.name), joined({qs(feature.parent), zoneWord(feature.zone)}, QStringLiteral(" "))}, QStringLiteral(" – ")),
            joined({qs(more(feature, "demand")), reasonWords(more(feature, "reason")), qs(more(feature, "law")), qs(more(feature, "quote"))}, QStringLiteral("\n")),
            taskOf(feature, "task_id"), sure ? QStringLiteral("yes") : QStringLiteral("maybe")};
}

FactsModel::Fact ofClaim(geo::Feature const& feature)
{
    auto const verdict = more(feature, "verdict");
    return {findingWord(verdict), joined({qs(more(feature, "stated_text")), joined({findingWord(feature.name), qs(feature.parent)}, QStringLiteral(" – "))}, QStringLiteral("  ")),
            joined({reasonWords(more(feature, "reason")), qs(more(feature, "quote"))}, QStringLiteral("\n")), taskOf(feature, "task_id"), qs(verdict)};
}

FactsModel::Fact ofRecurrence(geo::Feature const& feature)
{
    auto label = findingWord(more(feature, "finding"));
    if (more(feature, "closed") == "1") { label = Findings::tr("%1, closed before").arg(label); }
    if (more(feature, "finding") == "near") { label = joined({label, measureWord(feature)}, QStringLiteral(" · ")); }
    auto const later = taskOf(feature, "task_id");
    return {label, joined({qs(feature.name), qs(feature.county)}, QStringLiteral("  ")),
            joined({reasonWords(more(feature, "reason")), qs(more(feature, "earlier")), qs(more(feature, "later"))}, QStringLiteral("\n")),
            later.isEmpty() ? taskOf(feature, "earlier_tasks") : later, qs(more(feature, "answer"))};
}

} // namespace

std::vector<FactsModel::Fact> findingFacts(std::vector<geo::Layer> const& layers)
{
    std::vector<FactsModel::Fact> facts;
    struct Kind {
        char const* layer;
        FactsModel::Fact (*make)(geo::Feature const&);
        char const* heading;
    };
    for (auto const& [id, make, heading] : {Kind{"rule_findings", ofRule, QT_TRANSLATE_NOOP("Findings", "Rules: %1")}, Kind{"claim_findings", ofClaim, QT_TRANSLATE_NOOP("Findings", "Statements: %1")},
                                            Kind{"recurrences", ofRecurrence, QT_TRANSLATE_NOOP("Findings", "Coming back: %1")}}) {
        auto const layer = std::ranges::find(layers, id, &geo::Layer::id);
        if (layer == layers.end()) { continue; }
        auto const first = facts.size();
        for (auto const& feature : layer->features) {
            auto& fact = facts.emplace_back(make(feature));
            fact.group = QCoreApplication::translate("Findings", heading).arg(layer->features.size());
            if (!feature.shape.empty()) { fact.shape = QStringLiteral("feature:%1/%2").arg(qs(layer->id), qs(feature.id)); }
        }
        std::ranges::stable_partition(facts.begin() + static_cast<std::ptrdiff_t>(first), facts.end(), [](FactsModel::Fact const& fact) { return fact.tone == QLatin1String("yes") || fact.tone == QLatin1String("differs"); });
    }
    return facts;
}

} // namespace zhengtu::map
