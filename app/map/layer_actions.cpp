#include "map/layer_actions.hpp"

#include "cartography/field_style.hpp"
#include "cartography/style_data.hpp"
#include "map/layer_legend.hpp"
#include "map/layer_sheet.hpp"
#include "map/words.hpp"

#include <algorithm>
#include <memory>
#include <optional>
#include <set>
#include <utility>

namespace zhengtu::map {

namespace {

constexpr std::size_t mostRemoved = 10; ///< results that can be put back

} // namespace

LayerActions::LayerActions(Backend& backend, JobRunner& jobs, Messages& messages, ResultSheet& sheet, MapScene& scene, QObject* parent)
    : QObject{parent}, m_backend{backend}, m_jobs{jobs}, m_messages{messages}, m_sheet{sheet}, m_scene{scene}
{
}

void LayerActions::show(SnapshotRef snapshot, Date asOf)
{
    if (!m_snapshot || !snapshot || m_snapshot->path != snapshot->path) { m_removed.clear(); }
    m_snapshot = std::move(snapshot);
    m_asOf = asOf;
    emit shown();
}

QStringList LayerActions::ids() const
{
    QStringList ids;
    if (m_snapshot) {
        for (auto const& layer : m_snapshot->layers) { ids << qs(layer.id); }
    }
    return ids;
}

std::ptrdiff_t LayerActions::rowOf(QString const& id) const
{
    if (!m_snapshot) { return -1; }
    auto const& layers = m_snapshot->layers;
    auto const at = std::ranges::find(layers, utf8(id), &geo::Layer::id);
    return at == layers.end() ? -1 : at - layers.begin();
}

geo::Layer const* LayerActions::layerOf(QString const& id) const
{
    if (auto const row = rowOf(id); row >= 0) { return &m_snapshot->layers[static_cast<std::size_t>(row)]; }
    auto const& scene = m_scene.fullScene();
    if (!scene) { return nullptr; }
    auto const at = std::ranges::find(scene->layers, utf8(id), [](cartography::MapLayer const& layer) -> std::string const& { return layer.layer.id; });
    return at == scene->layers.end() ? nullptr : &at->layer;
}

bool LayerActions::ofLedger(QString const& id) const { return rowOf(id) >= 0; }
bool LayerActions::isLayer(QString const& id) const { return layerOf(id) != nullptr; }

bool LayerActions::placesTasks(QString const& id) const
{
    auto const row = rowOf(id);
    return row >= 0 && m_snapshot->layers[static_cast<std::size_t>(row)].ofUser();
}

QRectF LayerActions::extentOf(QString const& id) const
{
    auto const* const layer = layerOf(id);
    return layer == nullptr ? QRectF{} : rectOf(*layer);
}

std::ptrdiff_t LayerActions::neighbour(QString const& id, int step) const
{
    auto const row = rowOf(id);
    if (row < 0 || step == 0) { return -1; }
    auto const& layers = m_snapshot->layers;
    auto const group = groupOf(layers[static_cast<std::size_t>(row)]);
    for (auto i = row + step; i >= 0 && i < std::ssize(layers); i += step) {
        if (groupOf(layers[static_cast<std::size_t>(i)]) == group) { return i; }
    }
    return -1;
}

bool LayerActions::canMove(QString const& id, int step) const { return neighbour(id, step) >= 0; }

void LayerActions::change(QString const& title, std::function<Result<void>(std::filesystem::path const&, analysis::Progress const&)> work)
{
    if (!m_snapshot) { return; }
    m_jobs.run(title, [this, title, work = std::move(work), path = m_snapshot->path](analysis::Progress const& progress) -> JobRunner::Answer {
        auto done = work(path, progress);
        return [this, title, done = std::move(done)] {
            if (done) { emit changed(); }
            else { m_messages.add(title, done.error()); }
        };
    });
}

QStringList LayerActions::fieldsOf(QString const& id) const
{
    auto const* const layer = layerOf(id);
    if (layer == nullptr) { return {}; }
    std::vector<std::string> keys;
    for (auto const& feature : layer->features) {
        for (auto const& [key, value] : feature.more) {
            if (!std::ranges::contains(keys, key)) { keys.push_back(key); }
        }
    }
    keys.insert(keys.end(), {"zone", "kind", "county", "city"});
    QStringList fields;
    for (auto const& key : keys) {
        auto const differs = std::ranges::any_of(layer->features, [&](geo::Feature const& feature) { return cartography::fieldOf(feature, key) != cartography::fieldOf(layer->features.front(), key); });
        if (differs && !fields.contains(qs(key))) { fields << qs(key); }
    }
    return fields;
}

QStringList LayerActions::fieldWordsOf(QString const& id) const
{
    QStringList words;
    for (auto const& field : fieldsOf(id)) { words << fieldWord(utf8(field)); }
    return words;
}

bool LayerActions::isNumber(QString const& id, QString const& field) const
{
    auto const* const layer = layerOf(id);
    if (layer == nullptr) { return false; }
    std::size_t numbers = 0, values = 0;
    for (auto const& feature : layer->features) {
        auto const value = cartography::fieldOf(feature, utf8(field));
        if (value.empty()) { continue; }
        ++values;
        bool isOne = false;
        (void)QByteArray{value.data(), static_cast<qsizetype>(value.size())}.toDouble(&isOne);
        numbers += isOne ? 1U : 0U;
    }
    return 2 * numbers > values;
}

QString LayerActions::colouredBy(QString const& id) const
{
    auto const* const layer = layerOf(id);
    auto const by = layer == nullptr ? std::nullopt : cartography::fieldStyleOf(layer->style);
    return by ? qs(by->field) : QString{};
}

void LayerActions::colourBy(QString const& id, QString const& field, bool graduated)
{
    auto const row = rowOf(id);
    if (row < 0) { return; }
    auto const& style = m_snapshot->layers[static_cast<std::size_t>(row)].style;
    auto const by = cartography::fieldStyleOf(style);
    auto const base = by ? by->base : style;
    auto const wanted = field.isEmpty() ? base : cartography::nameOf({graduated, base, utf8(field)});
    if (wanted == style) { return; }
    change(tr("Colouring a layer"), [this, layer = utf8(id), wanted, asOf = m_asOf](auto const& path, auto const& /*progress*/) { return m_backend.restyleLayer(path, layer, wanted, asOf); });
}

void LayerActions::move(QString const& id, int step)
{
    auto const from = rowOf(id), to = neighbour(id, step);
    if (to < 0) { return; }
    std::vector<std::string> ids;
    for (auto const& layer : m_snapshot->layers) { ids.push_back(layer.id); }
    auto moved = std::move(ids[static_cast<std::size_t>(from)]);
    ids.erase(ids.begin() + from);
    ids.insert(ids.begin() + to, std::move(moved));
    change(tr("Moving a layer"), [this, ids = std::move(ids), asOf = m_asOf](auto const& path, auto const& /*progress*/) { return m_backend.orderLayers(path, ids, asOf); });
}

void LayerActions::rename(QString const& id, QString const& title)
{
    auto const row = rowOf(id);
    auto const wanted = utf8(title.trimmed());
    if (row < 0 || wanted.empty() || m_snapshot->layers[static_cast<std::size_t>(row)].title == wanted) { return; }
    change(tr("Renaming a layer"), [this, layer = utf8(id), wanted, asOf = m_asOf](auto const& path, auto const& /*progress*/) { return m_backend.renameLayer(path, layer, wanted, asOf); });
}

void LayerActions::remove(QString const& id)
{
    auto const row = rowOf(id);
    if (row < 0) { return; }
    auto const& layer = m_snapshot->layers[static_cast<std::size_t>(row)];
    auto const name = qs(layer.title);
    auto const title = tr("Removing %1").arg(name);
    std::optional<Removed> kept;
    if (!layer.ofUser()) { // without one of a user's the tasks are placed anew: that is more than to put it back
        kept.emplace(Removed{layer, {}, lastCorrection()});
        for (auto const& one : m_snapshot->layers) { kept->order.push_back(one.id); }
    }
    m_jobs.run(title, [this, title, name, kept = std::move(kept), layer = layer.id, path = m_snapshot->path, asOf = m_asOf](analysis::Progress const& progress) -> JobRunner::Answer {
        auto done = m_backend.removeLayer(path, layer, asOf, progress);
        return [this, title, name, kept, done = std::move(done)] {
            if (!done) {
                m_messages.add(title, done.error());
                return;
            }
            if (kept) { m_removed.push_back(*kept); }
            if (m_removed.size() > mostRemoved) { m_removed.erase(m_removed.begin()); }
            QString text;
            if (!done->changes.empty()) {
                std::set<std::string> tasks;
                for (auto const& change : done->changes) { tasks.insert(change.taskId); }
                text = tr("%1 sites of %2 tasks are placed otherwise now").arg(QString::number(done->changes.size()), QString::number(tasks.size()));
            }
            m_messages.add(Messages::Note, tr("Layer %1 was removed").arg(name), text);
            emit changed();
        };
    });
}

std::string LayerActions::lastCorrection() const { return m_snapshot && !m_snapshot->undo.undo.empty() ? m_snapshot->undo.undo.back().id : std::string{}; }

bool LayerActions::canRestore() const
{
    return !m_removed.empty() && m_removed.back().lastCorrection == lastCorrection() && rowOf(qs(m_removed.back().layer.id)) < 0;
}

void LayerActions::restore()
{
    if (!canRestore()) { return; }
    auto const title = tr("Putting a layer back");
    auto last = std::make_shared<Removed>(std::move(m_removed.back()));
    m_removed.pop_back();
    std::erase_if(last->order, [&](std::string const& id) { return id != last->layer.id && rowOf(qs(id)) < 0; }); // those that are gone since
    for (auto const& one : m_snapshot->layers) { // and those that came on top
        if (!std::ranges::contains(last->order, one.id)) { last->order.push_back(one.id); }
    }
    change(title, [this, last, asOf = m_asOf](auto const& path, auto const& /*progress*/) { return m_backend.restoreLayer(path, last->layer, last->order, asOf); });
}

void LayerActions::list(QString const& id)
{
    auto const* const layer = layerOf(id);
    if (layer == nullptr) { return; }
    // What is listed is kept alive by what it is a part of.
    std::shared_ptr<geo::Layer const> const kept = rowOf(id) >= 0 ? std::shared_ptr<geo::Layer const>{m_snapshot, layer} : std::shared_ptr<geo::Layer const>{m_scene.fullScene(), layer};
    m_sheet.show([kept] { return layerSheet(*kept); });
}

} // namespace zhengtu::map
