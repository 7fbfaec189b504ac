#include "cartography/prepared.hpp"

#include <map>
#include <numeric>
#include <tuple>

namespace zhengtu::cartography {

namespace {

constexpr std::size_t keptClusterings = 6;

/// Earlier rules above later ones, the layer's own look at the bottom, large areas below small ones.
std::vector<std::uint32_t> drawingOrder(std::vector<PreparedFeature> const& features)
{
    std::vector<std::uint32_t> order(features.size());
    std::iota(order.begin(), order.end(), 0U);
    auto const depth = [&](std::uint32_t i) {
        auto const rule = features[i].rule;
        return std::tuple{rule < 0 ? 1 : 0, rule, features[i].form.area};
    };
    std::ranges::stable_sort(order, [&](auto a, auto b) { return depth(a) > depth(b); });
    return order;
}

bool drawable(Symbol const& symbol, World anchor)
{
    return !symbol.shape.empty() && std::isfinite(anchor.x) && std::isfinite(anchor.y);
}

} // namespace

int urgency(Status status) noexcept
{
    switch (status) {
    case Status::Overdue: return 5;
    case Status::DueSoon: return 4;
    case Status::UnderWay: return 3;
    case Status::LongTerm: return 2;
    case Status::Accepted: return 1;
    case Status::Closed: return 0;
    }
    return 0;
}

bool shown(MapLayer const& layer, PreparedLayer const& prepared, Frame const& frame)
{
    return layer.visible && prepared.box.meets(frame.box) && prepared.style->look.scale.holds(frame.denominator);
}

PreparedScene::PreparedScene(SceneRef ofScene, StyleRef ofStyle) : scene{std::move(ofScene)}, style{std::move(ofStyle)}
{
    prepareLayers();
    prepareSymbols();
}

void PreparedScene::prepareLayers()
{
    for (auto const& layer : scene->layers) {
        PreparedLayer prepared;
        prepared.style = &style->layer(layer.styleId);
        prepared.features.reserve(layer.layer.features.size());
        for (auto const& feature : layer.layer.features) {
            prepared.features.push_back({cartography::formOf(feature.shape), ruleOf(*prepared.style, feature),
                                         feature.schematic || layer.layer.schematic});
            if (prepared.features.back().form.type != geo::ShapeType::None) { prepared.box.include(prepared.features.back().form.box); }
        }
        prepared.drawing = drawingOrder(prepared.features);
        if (layer.layer.surface) {
            prepared.surface.emplace(layer.layer.surface, style->surface);
            prepared.box.include(prepared.surface->box);
        }
        if (layer.visible && !prepared.box.empty()) { box.include(prepared.box); }
        layers.push_back(std::move(prepared));
    }
}

void PreparedScene::prepareSymbols()
{
    auto const& symbols = scene->symbols;
    anchors.resize(symbols.size());
    formOf.assign(symbols.size(), -1);
    std::vector<Form> shapes; // of symbols that are no points; many tasks stand for the same county
    std::map<std::tuple<double, double, double, double, std::size_t>, std::int32_t> known;
    for (std::uint32_t i = 0; i < symbols.size(); ++i) {
        auto const& shape = symbols[i].shape;
        statuses.push_back(symbols[i].status);
        radiiM.push_back(static_cast<float>(symbols[i].radiusM));
        anyRadius = anyRadius || symbols[i].radiusM > 0;
        if (shape.type == geo::ShapeType::Point && shape.parts.size() == 1 && shape.parts[0].outline.size() == 1) {
            anchors[i] = project(shape.parts[0].outline[0]); // the many, without a form
        } else {
            auto form = cartography::formOf(shape);
            anchors[i] = form.type == geo::ShapeType::None ? World{NAN, NAN} : form.anchor;
            if (form.type == geo::ShapeType::Line || form.type == geo::ShapeType::Polygon) {
                auto const vertices = form.levels.front().outlines.front().points.size();
                auto const [entry, added] = known.emplace(
                    std::tuple{form.box.minX, form.box.minY, form.box.maxX, form.box.maxY, vertices},
                    static_cast<std::int32_t>(shapes.size()));
                if (added) { shapes.push_back(std::move(form)); }
                formOf[i] = entry->second;
            }
        }
        if (drawable(symbols[i], anchors[i])) {
            order.push_back(i);
            if (scene->symbolsVisible) { box.include(anchors[i]); }
        }
    }
    std::ranges::stable_sort(order, std::ranges::greater{}, [&](std::uint32_t i) { return urgency(statuses[i]); });
    for (auto& shape : shapes) { forms.push_back({std::move(shape), 0}); }
    for (auto i = order.size(); i-- > 0;) { // the most urgent of a form is the last to say so
        if (formOf[order[i]] >= 0) { forms[static_cast<std::size_t>(formOf[order[i]])].symbol = order[i]; }
    }
    formDrawing.resize(forms.size());
    std::iota(formDrawing.begin(), formDrawing.end(), 0U);
    std::ranges::stable_sort(formDrawing, {}, [&](std::uint32_t i) {
        return std::pair{-forms[i].form.area, urgency(symbols[forms[i].symbol].status)};
    });
    for (auto const& form : forms) {
        if (scene->symbolsVisible) { box.include(form.form.box); }
    }
}

std::shared_ptr<Clustering const> PreparedScene::clustering(Frame const& frame, std::atomic<bool> const* cancelled) const
{
    auto const& cluster = style->cluster;
    bool const gathers = frame.denominator >= cluster.aboveScale;
    double const wanted = cluster.radiusMm <= 0 ? 0 : frame.px(gathers ? cluster.radiusMm : 0.4 * style->symbol.sizeMm) / frame.scale;
    // steps of a quarter octave, so that a clustering serves many camera scales
    constexpr double steps = 4;
    int const level = wanted > 0 ? static_cast<int>(std::floor(steps * std::log2(wanted))) : std::numeric_limits<int>::min();
    {
        std::scoped_lock const lock{m_lock};
        auto const found = std::ranges::find(m_clusterings, level, &std::pair<int, std::shared_ptr<Clustering const>>::first);
        if (found != m_clusterings.end()) {
            std::rotate(found, found + 1, m_clusterings.end());
            return m_clusterings.back().second;
        }
    }
    auto made = clusterPoints(anchors, order, wanted > 0 ? std::exp2(level / steps) : 0, cancelled);
    if (made == nullptr) { return made; }
    std::scoped_lock const lock{m_lock};
    std::erase_if(m_clusterings, [&](auto const& entry) { return entry.first == level; });
    if (m_clusterings.size() >= keptClusterings) { m_clusterings.erase(m_clusterings.begin()); }
    m_clusterings.emplace_back(level, made);
    return made;
}

PreparedScene::Keys const& PreparedScene::keys(bool ofTasks) const
{
    auto& keys = ofTasks ? m_tasks : m_sites;
    std::call_once(ofTasks ? m_tasksOnce : m_sitesOnce, [&] {
        std::hash<std::string_view> const hash;
        for (auto const i : order) { keys.emplace_back(hash(ofTasks ? scene->symbols[i].taskId : scene->symbols[i].siteId), i); }
        std::ranges::sort(keys);
    });
    return keys;
}

std::vector<std::uint32_t> PreparedScene::symbolsOf(std::string_view taskId) const
{
    std::vector<std::uint32_t> found;
    for (auto const& [hash, i] : std::ranges::equal_range(keys(true), std::hash<std::string_view>{}(taskId), {}, &Keys::value_type::first)) {
        if (scene->symbols[i].taskId == taskId) { found.push_back(i); }
    }
    return found;
}

std::vector<std::uint32_t> PreparedScene::symbolsAt(std::string_view siteId) const
{
    std::vector<std::uint32_t> found;
    for (auto const& [hash, i] : std::ranges::equal_range(keys(false), std::hash<std::string_view>{}(siteId), {}, &Keys::value_type::first)) {
        if (scene->symbols[i].siteId == siteId) { found.push_back(i); }
    }
    return found;
}

} // namespace zhengtu::cartography
