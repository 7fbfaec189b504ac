#include "map/layer_sheet.hpp"

#include "map/finding_words.hpp"
#include "map/reasons.hpp"
#include "map/words.hpp"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <functional>

namespace zhengtu::map {
namespace {

struct Layers {
    Q_DECLARE_TR_FUNCTIONS(Layers)
};

/// Semicolons within brackets belong to a reason.
QStringList partsOf(QString const& note)
{
    QStringList parts;
    QString part;
    int depth = 0;
    for (auto const letter : note) {
        if (letter == QLatin1Char('(')) { ++depth; }
        if (letter == QLatin1Char(')')) { depth = std::max(0, depth - 1); }
        if (letter == QLatin1Char('\n') || (letter == QLatin1Char(';') && depth == 0)) {
            parts << part.trimmed();
            part.clear();
        } else {
            part += letter;
        }
    }
    parts << part.trimmed();
    parts.removeAll(QString{});
    return parts;
}

struct Column {
    QString title;
    std::function<QString(geo::Feature const&)> cell;
};

std::vector<Column> columnsOf(geo::Layer const& layer)
{
    bool const findings = isOfFindings(layer.kind);
    std::vector<Column> columns{{Layers::tr("Name"), [findings](geo::Feature const& feature) { return feature.name.empty() ? qs(feature.id) : findings ? findingWord(feature.name) : qs(feature.name); }}};
    auto const some = [&layer](auto member) { return std::ranges::any_of(layer.features, [member](geo::Feature const& feature) { return !(feature.*member).empty(); }); };
    if (some(&geo::Feature::zone) && layer.kind != "claim_finding") { columns.push_back({Layers::tr("Zone"), [](geo::Feature const& feature) { return zoneWord(feature.zone); }}); }
    if (some(&geo::Feature::parent)) { columns.push_back({Layers::tr("Belongs to"), [](geo::Feature const& feature) { return qs(feature.parent); }}); }
    if (some(&geo::Feature::city)) { columns.push_back({Layers::tr("City"), [](geo::Feature const& feature) { return qs(feature.city); }}); }
    if (some(&geo::Feature::county)) { columns.push_back({Layers::tr("County"), [](geo::Feature const& feature) { return qs(feature.county); }}); }
    std::vector<std::string> keys; // in the order of first appearance
    for (auto const& feature : layer.features) {
        for (auto const& [key, value] : feature.more) {
            if (!std::ranges::contains(keys, key)) { keys.push_back(key); }
        }
    }
    for (auto const& key : keys) {
        columns.push_back({findings ? findingWord(key) : fieldWord(key), [key, findings](geo::Feature const& feature) {
                               auto const at = std::ranges::find(feature.more, key, &std::pair<std::string, std::string>::first);
                               if (at == feature.more.end()) { return QString{}; }
                               return findings && key != "reason" ? findingWord(at->second) : fieldValue(key, at->second);
                           }});
    }
    if (some(&geo::Feature::date)) { columns.push_back({Layers::tr("Date"), [](geo::Feature const& feature) { return qs(feature.date); }}); }
    columns.push_back({Layers::tr("Id"), [](geo::Feature const& feature) { return qs(feature.id); }});
    return columns;
}

bool isNumber(QString const& text)
{
    bool number = false;
    (void)text.toDouble(&number);
    return number;
}

SheetContent::Page tableOf(geo::Layer const& layer)
{
    SheetContent::Page page{Layers::tr("Features: %1").arg(QString::number(layer.features.size())), {}, {}, {}};
    auto const columns = columnsOf(layer);
    for (auto const& column : columns) { page.headings << column.title; }
    std::vector<bool> numbers(columns.size(), true), filled(columns.size(), false);
    for (auto const& feature : layer.features) {
        ResultTable::Row row;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            auto const cell = oneLine(columns[i].cell(feature));
            if (!cell.isEmpty()) {
                filled[i] = true;
                numbers[i] = numbers[i] && isNumber(cell);
            }
            row.cells << cell;
        }
        if (!feature.shape.empty()) { row.key = QStringLiteral("feature:%1/%2").arg(qs(layer.id), qs(feature.id)); }
        if (feature.schematic) { row.tone = QStringLiteral("maybe"); }
        page.rows.push_back(std::move(row));
    }
    for (std::size_t i = 1; i + 1 < columns.size(); ++i) { // names and ids stand as texts do
        if (numbers[i] && filled[i]) { page.numbers << static_cast<int>(i); }
    }
    return page;
}

} // namespace

std::vector<FactsModel::Fact> noteFacts(std::string const& note)
{
    static QRegularExpression const parameter{QStringLiteral("^([a-z][a-z0-9_]*) (\\S.*?)(?: \\((.*)\\))?$")};
    static QRegularExpression const warning{QStringLiteral("^warning: (.*)$")};
    std::vector<FactsModel::Fact> facts;
    for (auto const& part : partsOf(qs(note))) {
        if (auto const match = warning.match(part); match.hasMatch()) {
            facts.push_back({Layers::tr("Warning"), reasonWords(utf8(match.captured(1))), {}, {}, QStringLiteral("warning")});
            continue;
        }
        auto const match = parameter.match(part);
        auto const key = match.captured(1);
        auto const value = match.captured(2);
        // A sentence may begin with a word that is known as well: a parameter has a number, a reason, or a name as only parameters have.
        auto const isParameter = match.hasMatch() && (key.contains(QLatin1Char('_')) || (fieldWord(utf8(key)) != key && (value.front().isDigit() || !match.captured(3).isEmpty())));
        if (isParameter) { facts.push_back({fieldWord(utf8(key)), fieldWord(utf8(value)), reasonWords(utf8(match.captured(3))), {}, {}}); }
        else { facts.push_back({Layers::tr("Note"), reasonWords(utf8(part)), {}, {}, {}}); }
    }
    return facts;
}

SheetContent layerSheet(geo::Layer const& layer)
{
    SheetContent content;
    content.title = qs(layer.title.empty() ? layer.id : layer.title);
    content.summary = Layers::tr("Layer %1, %2 features").arg(qs(layer.id), QString::number(layer.features.size()));
    content.extent = rectOf(layer);
    content.pages.push_back(tableOf(layer));
    auto const tell = [&content](QString const& label, std::string const& value, QString const& tone = {}) {
        if (!value.empty()) { content.account.push_back({label, reasonWords(value), {}, {}, tone}); }
    };
    if (layer.schematic) { content.account.push_back({Layers::tr("Accuracy"), Layers::tr("Schematic: shows that something is there, not its exact shape."), {}, {}, QStringLiteral("warning")}); }
    tell(Layers::tr("Source"), layer.source);
    tell(Layers::tr("Date"), layer.date);
    tell(Layers::tr("Licence"), layer.licence);
    std::ranges::move(noteFacts(layer.note), std::back_inserter(content.account));
    for (auto const& line : qs(layer.provenance).split(QLatin1Char('\n'), Qt::SkipEmptyParts)) { tell(Layers::tr("How its file was read"), utf8(line)); }
    return content;
}

} // namespace zhengtu::map
