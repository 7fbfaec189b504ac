#include "map/sources.hpp"

#include "map/layer_legend.hpp"
#include "map/words.hpp"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <utility>
#include <vector>

namespace zhengtu::map {
namespace {

struct Sources {
    Q_DECLARE_TR_FUNCTIONS(Sources)
};

/// "facts/works.csv (Global Energy Monitor, WRI)" -> "Global Energy Monitor, WRI"; "a.csv" -> nothing.
QString withoutFiles(QString source)
{
    static QRegularExpression const file{QStringLiteral("[^\\s;,，；()（）]+\\.(?:csv|tsv|txt|xlsx?|shp|zip|gpkg|geojson|json|kml|kmz|gml|tab|mif)\\b"), QRegularExpression::CaseInsensitiveOption};
    source.remove(file);
    QStringList parts;
    for (auto part : source.split(QLatin1Char(';'))) {
        part = part.trimmed();
        if (part.startsWith(QLatin1Char('(')) && part.endsWith(QLatin1Char(')'))) { part = part.sliced(1, part.size() - 2).trimmed(); } // said what the file was
        if (std::ranges::any_of(part, [](QChar letter) { return letter.isLetterOrNumber(); })) { parts << part; }
    }
    return parts.join(QStringLiteral("; "));
}

/// A licence by its own name; what nobody can own by ours.
QString licenceWords(QString licence)
{
    static QRegularExpression const facts{QStringLiteral("\\bfacts\\b")};
    return licence.replace(facts, Sources::tr("published facts"));
}

struct Origin {
    QString source, licence;
    QStringList titles;
};

} // namespace

QStringList sourceLines(cartography::Scene const& scene, bool english)
{
    std::vector<Origin> origins;
    for (auto const& [layer, style, visible] : scene.layers) {
        if (!visible || (layer.features.empty() && !layer.surface) || groupOf(layer) == LayerGroup::Results) { continue; }
        auto const source = withoutFiles(oneLine(qs(layer.source)));
        auto const licence = licenceWords(oneLine(qs(layer.licence)));
        auto const title = qs(english && !layer.titleEn.empty() ? layer.titleEn : layer.title.empty() ? layer.id : layer.title);
        auto const known = std::ranges::find_if(origins, [&](Origin const& one) { return one.source == source && one.licence == licence; });
        if (known == origins.end()) { origins.push_back({source, licence, {title}}); }
        else if (!known->titles.contains(title)) { known->titles << title; }
    }
    QStringList lines;
    for (auto const& [source, licence, titles] : origins) {
        auto line = titles.join(Sources::tr(", "));
        if (!source.isEmpty()) { line = Sources::tr("%1: %2").arg(line, source); }
        if (!licence.isEmpty()) { line += QStringLiteral(" [%1]").arg(licence); }
        lines << line;
    }
    return lines;
}

} // namespace zhengtu::map
