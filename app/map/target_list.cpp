#include "map/target_list.hpp"

#include "map/pinyin.hpp"
#include "map/words.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace zhengtu::map {
namespace {

constexpr std::size_t screenful = 30;

std::string const& wholeName(geo::Feature const& feature) { return feature.parent.empty() ? feature.name : feature.parent; }

} // namespace

TargetList::TargetList(MapScene& scene, Identify const& identify, QObject* parent) : QAbstractListModel{parent}, m_scene{scene}, m_identify{identify} {}

void TargetList::gather()
{
    if (m_of == m_scene.fullScene()) { return; }
    m_of = m_scene.fullScene();
    m_known.clear();
    m_kinds.clear();
    if (!m_of) { return; }
    struct Found {
        std::set<std::string> regions;
        QString kind;
    };
    std::map<std::pair<std::string, std::string>, Found> found; // by kind and name; a reserve of three zones is one
    std::set<std::string> kinds;
    for (auto const& [layer, style, visible] : m_of->layers) {
        if (layer.features.empty()) { continue; }
        // A layer of the ledger's own is asked about by its id, what ships by its kind.
        auto const key = layer.kind.empty() || layer.kind == "overlay" || layer.kind == "hotspot" || layer.ofUser() ? layer.id : layer.kind;
        if (kinds.insert(key).second) { m_kinds.push_back({qs(key), qs(layer.title.empty() ? layer.id : layer.title), tr("whole layer, %1 features").arg(QString::number(layer.features.size()))}); }
        for (auto const& feature : layer.features) {
            if (feature.shape.empty() || wholeName(feature).empty()) { continue; }
            auto const& kind = feature.kind.empty() ? key : feature.kind;
            auto& known = found.try_emplace({kind, wholeName(feature)}, Found{{}, qs(layer.title)}).first->second;
            known.regions.insert(kind == "county" ? feature.city : feature.city + feature.county);
        }
    }
    auto const add = [&](std::string const& kind, std::string const& name, QString const& note) {
        m_known.push_back({{qs(kind + ":" + name), qs(name), note}, qs(name), pinyinInitials(qs(name))});
    };
    for (auto const& [key, what] : found) {
        auto const& [kind, name] = key;
        if (kind == "county" && what.regions.size() > 1) { // of one name in several cities: each by itself
            for (auto const& city : what.regions) { add(kind, city + name, what.kind); }
        } else {
            auto const region = what.regions.size() == 1 ? qs(*what.regions.begin()) : QString{};
            add(kind, name, region.isEmpty() ? what.kind : what.kind + QStringLiteral(" · ") + region);
        }
    }
}

void TargetList::search(QString const& text)
{
    gather();
    auto const typed = text.trimmed();
    auto const wanted = typed.section(QLatin1Char(':'), -1).toLower();
    std::vector<Target> first, begins, holds;
    if (typed.isEmpty()) {
        if (auto const target = featureTarget(); !target.isEmpty()) { first.push_back({target, m_identify.featureName(), tr("looked at on the map")}); }
        if (!m_drawn.isEmpty()) { first.push_back({m_drawn, tr("Drawn area"), tr("drawn last on the map")}); }
    }
    for (auto const& kind : m_kinds) {
        if (typed.isEmpty() || kind.target.contains(wanted) || kind.label.toLower().contains(wanted)) { first.push_back(kind); }
    }
    if (!wanted.isEmpty()) {
        for (auto const& known : m_known) {
            auto const at = known.name.toLower().indexOf(wanted);
            if (at == 0 || known.initials.startsWith(wanted)) { begins.push_back(known.target); }
            else if (at > 0) { holds.push_back(known.target); }
        }
    }
    // A whole name stands before those that only begin with it.
    std::ranges::stable_sort(begins, {}, [](Target const& one) { return one.label.size(); });
    beginResetModel();
    m_shown = std::move(first);
    for (auto* list : {&begins, &holds}) { std::ranges::move(*list, std::back_inserter(m_shown)); }
    if (m_shown.size() > screenful) { m_shown.resize(screenful); }
    endResetModel();
    emit countChanged();
}

QString TargetList::featureTarget() const
{
    auto const* feature = m_identify.feature();
    auto const* layer = m_identify.layer();
    if (feature == nullptr || layer == nullptr) { return {}; }
    auto const& kind = feature->kind.empty() ? layer->id : feature->kind;
    return qs(kind + ":" + (wholeName(*feature).empty() ? feature->id : wholeName(*feature)));
}

QString TargetList::targetAt(int row) const { return row < 0 || row >= count() ? QString{} : m_shown[static_cast<std::size_t>(row)].target; }

QVariant TargetList::data(QModelIndex const& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) { return {}; }
    auto const& target = m_shown[static_cast<std::size_t>(index.row())];
    switch (role) {
    case TargetRole: return target.target;
    case Qt::DisplayRole:
    case LabelRole: return target.label;
    case NoteRole: return target.note;
    default: return {};
    }
}

QHash<int, QByteArray> TargetList::roleNames() const { return {{TargetRole, "target"}, {LabelRole, "label"}, {NoteRole, "note"}}; }

} // namespace zhengtu::map
