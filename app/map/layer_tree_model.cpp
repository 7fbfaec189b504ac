#include "map/layer_tree_model.hpp"

#include "map/layer_legend.hpp"
#include "map/words.hpp"

#include <QStringList>

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

namespace zhengtu::map {

struct LayerTreeModel::Node {
    enum class Type { Root, Group, Layer, Legend };
    Type type = Type::Root;
    Node* parent = nullptr;
    int row = 0;
    LayerGroup group = LayerGroup::Own;
    std::size_t layer = 0;
    QString id;
    LegendKey legend;
    bool hasLegend = false;
    std::vector<std::unique_ptr<Node>> children;

    Node& add(std::unique_ptr<Node> child)
    {
        child->parent = this;
        child->row = static_cast<int>(children.size());
        children.push_back(std::move(child));
        return *children.back();
    }
};

LayerTreeModel::LayerTreeModel(QObject* parent) : QAbstractItemModel{parent}, m_root{std::make_unique<Node>()} {}
LayerTreeModel::~LayerTreeModel() = default;

void LayerTreeModel::setContent(cartography::SceneRef scene, cartography::StyleRef style)
{
    beginResetModel();
    m_scene = std::move(scene);
    m_style = std::move(style);
    build();
    endResetModel();
}

void LayerTreeModel::setEnglish(bool english)
{
    m_english = english;
    beginResetModel(); // titles of all levels and their widths change
    build();
    endResetModel();
}

void LayerTreeModel::build()
{
    m_root = std::make_unique<Node>();
    m_located = 0;
    if (!m_scene) { return; }
    std::set<std::string_view> tasks;
    for (auto const& symbol : m_scene->symbols) { tasks.insert(symbol.taskId); }
    m_located = static_cast<int>(tasks.size());
    auto const addLegend = [this](Node& parent, cartography::LegendEntry entry) {
        auto line = std::make_unique<Node>();
        line->type = Node::Type::Legend;
        line->legend = {std::move(entry), m_style};
        line->hasLegend = m_style != nullptr;
        parent.add(std::move(line));
    };
    for (auto const group : layerGroups) {
        auto branch = std::make_unique<Node>();
        branch->type = Node::Type::Group;
        branch->group = group;
        if (group == LayerGroup::Tasks) {
            branch->id = QString::fromLatin1(tasksId);
            for (auto& entry : taskLegend(*m_scene)) { addLegend(*branch, std::move(entry)); }
        }
        for (auto i = m_scene->layers.size(); i-- > 0;) { // what is drawn on top stands on top
            auto const& layer = m_scene->layers[i];
            if (groupOf(layer.layer) != group) { continue; }
            auto leaf = std::make_unique<Node>();
            leaf->type = Node::Type::Layer;
            leaf->layer = i;
            leaf->id = qs(layer.layer.id);
            auto lines = m_style ? layerLegend(*m_scene, i, *m_style) : std::vector<cartography::LegendEntry>{};
            if (lines.size() == 1) {
                leaf->legend = {std::move(lines.front()), m_style};
                leaf->hasLegend = true;
            }
            auto& added = branch->add(std::move(leaf));
            if (lines.size() > 1) {
                for (auto& entry : lines) { addLegend(added, std::move(entry)); }
            }
            if (!layer.visible && !m_hidden.contains(added.id)) { m_hidden.insert(added.id, true); }
        }
        if (!branch->children.empty()) { m_root->add(std::move(branch)); }
    }
}

bool LayerTreeModel::visible(std::string const& layerId) const { return !m_hidden.value(qs(layerId), false); }

void LayerTreeModel::setVisible(QString const& layerId, bool visible)
{
    if (m_hidden.value(layerId, false) == !visible) { return; }
    m_hidden.insert(layerId, !visible);
    auto const groups = rowCount();
    for (int row = 0; row < groups; ++row) {
        auto const group = index(row, 0);
        emit dataChanged(group, group, {CheckRole});
        if (auto const layers = rowCount(group); layers > 0) { emit dataChanged(index(0, 0, group), index(layers - 1, 0, group), {CheckRole}); }
    }
    emit visibilityChanged();
}

void LayerTreeModel::toggle(QModelIndex const& index)
{
    if (auto* at = node(index); at != nullptr && at->type != Node::Type::Legend) { setChecked(*at, state(*at) != Qt::Checked); }
}

void LayerTreeModel::setChecked(Node& at, bool checked)
{
    if (!at.id.isEmpty()) { setVisible(at.id, checked); }
    for (auto const& child : at.children) {
        if (child->type == Node::Type::Layer) { setVisible(child->id, checked); }
    }
}

Qt::CheckState LayerTreeModel::state(Node const& at) const
{
    std::size_t checked = 0, all = 0;
    auto const count = [&](Node const& one) {
        ++all;
        checked += m_hidden.value(one.id, false) ? 0 : 1;
    };
    if (!at.id.isEmpty()) { count(at); }
    for (auto const& child : at.children) {
        if (child->type == Node::Type::Layer) { count(*child); }
    }
    return checked == 0 ? Qt::Unchecked : checked == all ? Qt::Checked : Qt::PartiallyChecked;
}

LayerTreeModel::Node* LayerTreeModel::node(QModelIndex const& index) { return static_cast<Node*>(index.internalPointer()); }

QModelIndex LayerTreeModel::index(int row, int column, QModelIndex const& parent) const
{
    if (!hasIndex(row, column, parent)) { return {}; }
    auto const* above = parent.isValid() ? node(parent) : m_root.get();
    return createIndex(row, column, above->children[static_cast<std::size_t>(row)].get());
}

QModelIndex LayerTreeModel::parent(QModelIndex const& child) const
{
    if (!child.isValid()) { return {}; }
    auto* above = node(child)->parent;
    return above == m_root.get() ? QModelIndex{} : createIndex(above->row, 0, above);
}

int LayerTreeModel::rowCount(QModelIndex const& parent) const
{
    if (parent.column() > 0) { return 0; }
    return static_cast<int>((parent.isValid() ? node(parent) : m_root.get())->children.size());
}

int LayerTreeModel::columnCount(QModelIndex const& /*parent*/) const { return 1; }

QString LayerTreeModel::title(Node const& at) const
{
    switch (at.type) {
    case Node::Type::Group: return groupWord(at.group);
    case Node::Type::Legend: return legendWord(at.legend.entry, m_english);
    case Node::Type::Layer: {
        auto const& layer = m_scene->layers[at.layer].layer;
        auto const& wanted = m_english && !layer.titleEn.empty() ? layer.titleEn : layer.title;
        return qs(wanted.empty() ? layer.id : wanted);
    }
    case Node::Type::Root: break;
    }
    return {};
}

QVariant LayerTreeModel::data(QModelIndex const& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) { return {}; }
    auto const& at = *node(index);
    auto const* layer = at.type == Node::Type::Layer ? &m_scene->layers[at.layer].layer : nullptr;
    switch (role) {
    case Qt::DisplayRole:
    case TitleRole: return title(at);
    case CheckRole: return at.type == Node::Type::Legend ? -1 : static_cast<int>(state(at));
    case CountRole:
        if (layer != nullptr) { return static_cast<int>(layer->features.size()); }
        return at.type == Node::Type::Group && at.group == LayerGroup::Tasks ? m_located : 0;
    case SchematicRole: return layer != nullptr && layer->schematic;
    case LegendRole: return QVariant::fromValue(at.legend);
    case HasLegendRole: return at.hasLegend;
    case NoteRole: {
        if (layer == nullptr) { return QString{}; }
        QStringList lines{qs(layer->source), qs(layer->licence), qs(layer->date), qs(layer->note)};
        if (layer->schematic) { lines << tr("Schematic: shows that something is there, not its exact shape."); }
        lines.removeAll(QString{});
        return lines.join(QLatin1Char('\n'));
    }
    case LayerIdRole: return at.id;
    case KeyRole: return at.type == Node::Type::Group ? QStringLiteral("group-%1").arg(static_cast<int>(at.group)) : at.id;
    default: return {};
    }
}

bool LayerTreeModel::setData(QModelIndex const& index, QVariant const& value, int role)
{
    if (role != CheckRole || !checkIndex(index, CheckIndexOption::IndexIsValid) || node(index)->type == Node::Type::Legend) { return false; }
    setChecked(*node(index), value.toInt() != Qt::Unchecked);
    return true;
}

QHash<int, QByteArray> LayerTreeModel::roleNames() const
{
    return {{TitleRole, "title"},   {CheckRole, "check"},         {CountRole, "featureCount"}, {SchematicRole, "schematic"},
            {LegendRole, "legend"}, {HasLegendRole, "hasLegend"}, {NoteRole, "note"},         {LayerIdRole, "layerId"}, {KeyRole, "key"}};
}

} // namespace zhengtu::map
