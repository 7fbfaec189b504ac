#include "map/identify.hpp"

#include "map/words.hpp"

#include <QSet>

#include <algorithm>

namespace zhengtu::map {
namespace {

QString titleOf(geo::Layer const& layer, bool english)
{
    auto const& wanted = english && !layer.titleEn.empty() ? layer.titleEn : layer.title;
    return qs(wanted.empty() ? layer.id : wanted);
}

QString nameOf(geo::Feature const& feature)
{
    auto name = qs(!feature.name.empty() ? feature.name : !feature.parent.empty() ? feature.parent : feature.id);
    if (!feature.zone.empty()) { name += QStringLiteral(" · ") + zoneWord(feature.zone); }
    return name;
}

} // namespace

Identify::Identify(MapScene& scene, TaskTableModel const& tasks, QObject* parent) : QObject{parent}, m_scene{scene}, m_tasks{tasks}
{
    // Another scene: what is looked at may not be there any more.
    connect(&scene, &MapScene::fullSceneChanged, this, &Identify::clearFeature);
}

int Identify::lookAt(MapLayerItem* layer, QPointF point)
{
    auto const renderer = m_scene.renderer();
    if (layer == nullptr || !renderer) { return 0; }
    std::vector<FactsModel::Fact> tasks, features;
    QSet<QString> seen;
    auto const& scene = renderer->scene();
    for (auto const& hit : renderer->pick(layer->view(), point)) {
        if (hit.kind == cartography::HitKind::Symbol) {
            auto const& symbol = scene.symbols[hit.symbol];
            if (auto const id = qs(symbol.taskId); !seen.contains(id)) {
                seen.insert(id);
                auto const row = m_tasks.rowOf(id);
                auto const text = row < 0 ? QString{} : m_tasks.index(row, TaskTableModel::Measure).data().toString();
                tasks.push_back({statusWord(symbol.status), qs(symbol.label), text,
                                 QStringLiteral("task:") + id, QString::fromLatin1(cartography::name(symbol.status))});
            }
        }
        else {
            auto const& in = scene.layers[hit.layer].layer;
            auto const& feature = in.features[hit.feature];
            features.push_back({titleOf(in, m_english), nameOf(feature), {}, QStringLiteral("feature:%1/%2").arg(qs(in.id), qs(feature.id)),
                                feature.schematic ? QStringLiteral("schematic") : QStringLiteral("feature")});
        }
    }
    auto const count = static_cast<int>(tasks.size());
    std::ranges::move(features, std::back_inserter(tasks));
    m_kept = m_scene.fullScene();
    m_hits.set(std::move(tasks));
    return count;
}

QString Identify::hintAt(MapLayerItem* layer, QPointF point) const
{
    auto const renderer = m_scene.renderer();
    if (layer == nullptr || !renderer) { return {}; }
    QSet<QString> tasks;
    for (auto const& hit : renderer->pick(layer->view(), point)) {
        if (hit.kind == cartography::HitKind::Symbol) { tasks.insert(qs(hit.taskId)); }
    }
    if (tasks.isEmpty()) { return {}; }
    if (tasks.size() > 1) { return tr("%1 tasks: click to choose").arg(QString::number(tasks.size())); }
    auto const row = m_tasks.rowOf(*tasks.cbegin());
    if (row < 0) { return {}; }
    auto const cell = [&](TaskTableModel::Column column) { return m_tasks.index(row, column).data().toString(); };
    auto measure = cell(TaskTableModel::Measure);
    if (measure.size() > 90) { measure = measure.first(90) + QStringLiteral("…"); }
    return cell(TaskTableModel::Status) + QStringLiteral(" · ") + cell(TaskTableModel::Place) + QLatin1Char('\n') + measure;
}

QString Identify::taskOfHit(int row) const
{
    if (row < 0 || row >= m_hits.count()) { return {}; }
    auto const& key = m_hits.facts()[static_cast<std::size_t>(row)].key;
    return key.startsWith(QLatin1String("task:")) ? key.sliced(5) : QString{};
}

void Identify::showFeatureOfHit(int row)
{
    if (row >= 0 && row < m_hits.count()) { showFeature(m_hits.facts()[static_cast<std::size_t>(row)].key); }
}

bool Identify::showFeature(QString const& key)
{
    m_kept = m_scene.fullScene();
    if (!m_kept) { return false; }
    for (auto const& in : m_kept->layers) {
        auto const prefix = QStringLiteral("feature:%1/").arg(qs(in.layer.id));
        if (!key.startsWith(prefix)) { continue; }
        auto const found = std::ranges::find(in.layer.features, utf8(key.sliced(prefix.size())), &geo::Feature::id);
        if (found != in.layer.features.end()) {
            show(&in.layer, &*found);
            return true;
        }
    }
    return false;
}

void Identify::clearFeature() { show(nullptr, nullptr); }

void Identify::show(geo::Layer const* layer, geo::Feature const* feature)
{
    if (feature == nullptr && m_feature == nullptr) { return; }
    m_layer = layer;
    m_feature = feature;
    std::vector<FactsModel::Fact> facts;
    auto const add = [&facts](QString const& label, QString const& value) {
        if (!value.isEmpty()) { facts.push_back({label, value, {}, {}, {}}); }
    };
    if (feature != nullptr) {
        QStringList aliases;
        for (auto const& alias : feature->aliases) { aliases << qs(alias); }
        add(tr("Also called"), aliases.join(QStringLiteral("、")));
        add(tr("Part of"), feature->parent == feature->name ? QString{} : qs(feature->parent));
        add(tr("County"), qs(feature->county));
        add(tr("City"), qs(feature->city));
        for (auto const& [key, value] : feature->more) { add(fieldWord(key), fieldValue(key, value)); }
        add(tr("Accuracy"), radiusWord(feature->accuracyM));
        add(tr("Shape"), feature->schematic ? tr("schematic: do not measure on it") : QString{});
        add(tr("As of"), qs(feature->date));
        add(tr("Source"), qs(feature->source));
        add(tr("Licence"), qs(feature->licence));
    }
    m_facts.set(std::move(facts));
    emit featureChanged();
}

QString Identify::featureName() const { return m_feature != nullptr ? nameOf(*m_feature) : QString{}; }
QString Identify::featureKind() const { return m_layer != nullptr ? titleOf(*m_layer, m_english) : QString{}; }
QString Identify::featureParent() const { return m_feature != nullptr && !m_feature->zone.empty() ? qs(m_feature->parent) : QString{}; }
bool Identify::featureIsArea() const { return m_feature != nullptr && m_feature->shape.type == geo::ShapeType::Polygon; }

void Identify::setEnglish(bool english)
{
    m_english = english;
    m_hits.set({});
    show(m_layer, m_feature);
}

} // namespace zhengtu::map
