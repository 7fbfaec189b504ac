#include "exchange/layer_fields.hpp"

#include "core/identity.hpp"
#include "exchange/packed_rows.hpp"
#include "exchange/short_names.hpp"
#include "ledger/value_type.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>

namespace zhengtu::exchange {

namespace {

using geo::Feature;
using geo::FieldType;
using geo::Value;

struct Entry {
    char const* shortName;
    char const* name;
    char const* title;
    FieldType type;
    int width, precision;
    Value (*value)(Feature const&);
};

std::string joined(std::vector<std::string> const& parts)
{
    std::string text;
    for (auto const& part : parts) { text += (text.empty() ? "" : ";") + part; }
    return text;
}

constexpr std::array dictionary{
    Entry{"id", "id", "编号", FieldType::Text, 80, 0, [](auto const& f) -> Value { return f.id; }},
    Entry{"name", "name", "名称", FieldType::Text, 254, 0, [](auto const& f) -> Value { return f.name; }},
    Entry{"alias", "aliases", "别名", FieldType::Text, 254, 0, [](auto const& f) -> Value { return joined(f.aliases); }},
    Entry{"kind", "kind", "类型", FieldType::Text, 40, 0, [](auto const& f) -> Value { return f.kind; }},
    Entry{"zone", "zone", "分区", FieldType::Text, 40, 0, [](auto const& f) -> Value { return f.zone; }},
    Entry{"parent", "parent", "所属", FieldType::Text, 254, 0, [](auto const& f) -> Value { return f.parent; }},
    Entry{"adcode", "adcode", "行政区划代码", FieldType::Text, 12, 0, [](auto const& f) -> Value { return f.adcode; }},
    Entry{"county", "county", "县区", FieldType::Text, 80, 0, [](auto const& f) -> Value { return f.county; }},
    Entry{"city", "city", "市", FieldType::Text, 80, 0, [](auto const& f) -> Value { return f.city; }},
    Entry{"source", "source", "来源", FieldType::Text, 254, 0, [](auto const& f) -> Value { return f.source; }},
    Entry{"licence", "licence", "许可", FieldType::Text, 120, 0, [](auto const& f) -> Value { return f.licence; }},
    Entry{"date", "date", "日期", FieldType::Text, 40, 0, [](auto const& f) -> Value { return f.date; }},
    Entry{"acc_m", "accuracy_m", "精度（米）", FieldType::Real, 12, 1, [](auto const& f) -> Value { return f.accuracyM; }},
    Entry{"schematic", "schematic", "示意", FieldType::Integer, 1, 0, [](auto const& f) -> Value { return std::int64_t{f.schematic}; }},
};
static_assert(shortNamesHold(dictionary));

/// Fields that our own layers have besides (hotspots, query results).
struct Known {
    char const* name;
    char const* shortName;
    char const* title;
};
constexpr std::array knownFields{
    Known{"rank", "rank", "排名"},           Known{"sites", "sites", "点位数"},         Known{"problems", "problems", "问题数"},
    Known{"tasks", "tasks", "任务数"},       Known{"categories", "category", "类别"},   Known{"eps_m", "eps_m", "聚类距离（米）"},
    Known{"min_sites", "min_sites", "最少点位"}, Known{"area_km2", "area_km2", "面积（平方公里）"}, Known{"task_id", "task_id", "任务编号"},
    Known{"site_id", "site_id", "点位编号"}, Known{"answer", "answer", "结论"},         Known{"position", "position", "位置关系"},
    Known{"distance_m", "dist_m", "距离（米）"}, Known{"at_most_m", "at_most_m", "至多（米）"}, Known{"share", "share", "所占比例"},     Known{"precision", "geo_conf", "定位精度"},
    Known{"reason", "reason", "理由"},       Known{"verdict", "verdict", "核对结论"},     Known{"claim_kind", "claimkind", "陈述类型"},
    Known{"stated_text", "said", "方案表述"}, Known{"stated", "stated", "方案数值"},      Known{"unit", "unit", "单位"},
    Known{"computed", "computed", "计算值"}, Known{"low", "low", "下限"},               Known{"high", "high", "上限"},
    Known{"tolerance", "tolerance", "容差"}, Known{"parts", "parts", "分项"},           Known{"quote", "quote", "原文"},
    Known{"plan", "plan", "方案"},           Known{"owner", "owner", "所在任务"},       Known{"rule_id", "rule_id", "规则编号"},
    Known{"relation", "relation", "空间关系"}, Known{"severity", "severity", "强度"},   Known{"demand", "demand", "要求"},
    Known{"finding", "finding", "结果"},     Known{"decided_by", "decidedby", "取决于"}, Known{"area_m2", "area_m2", "面积（平方米）"},
    Known{"earlier", "earlier", "先前原文"}, Known{"later", "later", "后来原文"},       Known{"earlier_plan", "plan_a", "先前方案"},
    Known{"later_plan", "plan_b", "后来方案"}, Known{"earlier_tasks", "tasks_a", "先前任务"}, Known{"closed", "closed", "先前已销号"}, Known{"law", "law", "依据"},
    Known{"before_m2", "before_m2", "扣除前（平方米）"}, Known{"overlap_m2", "overlapm2", "重叠（平方米）"}, Known{"pillar_m2", "pillar_m2", "煤柱（平方米）"},
    Known{"after_m2", "after_m2", "允许开采（平方米）"}, Known{"known", "known", "已知数"}, Known{"said", "sentence", "所在语句"},
    Known{"area_ha", "area_ha", "面积（公顷）"},
    Known{"area_mu", "area_mu", "面积（亩）"},
    Known{"before_km2", "befor_km2", "扣除前（平方公里）"},
    Known{"before_ha", "befor_ha", "扣除前（公顷）"},
    Known{"before_mu", "befor_mu", "扣除前（亩）"},
    Known{"overlap_km2", "ovlap_km2", "重叠（平方公里）"},
    Known{"overlap_ha", "ovlap_ha", "重叠（公顷）"},
    Known{"overlap_mu", "ovlap_mu", "重叠（亩）"},
    Known{"pillar_km2", "pillr_km2", "煤柱（平方公里）"},
    Known{"pillar_ha", "pillr_ha", "煤柱（公顷）"},
    Known{"pillar_mu", "pillr_mu", "煤柱（亩）"},
    Known{"after_km2", "after_km2", "允许开采（平方公里）"},
    Known{"after_ha", "after_ha", "允许开采（公顷）"},
    Known{"after_mu", "after_mu", "允许开采（亩）"},
    Known{"mine_id", "mine_id", "矿编号"},        Known{"mine", "mine", "矿"},                 Known{"pillar_m", "pillar_m", "煤柱宽（米）"},
    Known{"zones", "zones", "所涉分区"},          Known{"cells", "cells", "网格单元"},         Known{"width_m", "width_m", "平均宽（米）"},
    Known{"sliver", "sliver", "细碎"},            Known{"river", "river", "河流"},             Known{"measured_from", "from", "起算线"},
    Known{"water", "water", "水面"},              Known{"length_m", "length_m", "长度（米）"}, Known{"data_error_km2", "dataerrkm2", "数据误差（平方公里）"},
    Known{"a_id", "a_id", "甲编号"},              Known{"a_name", "a_name", "甲名称"},         Known{"a_zone", "a_zone", "甲分区"},
    Known{"b_id", "b_id", "乙编号"},              Known{"b_name", "b_name", "乙名称"},         Known{"b_zone", "b_zone", "乙分区"},
    Known{"points", "points", "点数"},
};
static_assert(shortNamesHold(knownFields));

std::vector<std::string> moreKeys(geo::Layer const& layer)
{
    std::vector<std::string> keys;
    std::set<std::string> seen;
    for (auto const& feature : layer.features) {
        for (auto const& [name, value] : feature.more) {
            if (seen.insert(name).second) { keys.push_back(name); }
        }
    }
    return keys;
}

std::string const* find(Feature const& feature, std::string const& key)
{
    auto const found = std::ranges::find(feature.more, key, [](auto const& pair) { return pair.first; });
    return found == feature.more.end() ? nullptr : &found->second;
}

Value converted(std::string const* text, FieldType type)
{
    if (text == nullptr || (text->empty() && type != FieldType::Text)) { return {}; }
    if (type == FieldType::Integer) {
        std::int64_t value = 0;
        std::from_chars(text->data(), text->data() + text->size(), value);
        return value;
    }
    if (type == FieldType::Real) { return ledger::realOf(*text).value_or(0); }
    return *text;
}

/// A name that no other field of the table has, whatever the case: GeoPackage compares names so.
std::string uniqueName(std::string name, std::set<std::string>& taken)
{
    if (name.empty()) { name = "field"; }
    auto const key = [&] {
        std::string text = name;
        std::ranges::transform(text, text.begin(), lowered);
        return text;
    };
    while (!taken.insert(key()).second) { name += "_"; }
    return name;
}

/// Digits after the point that the values need, at most 10.
int decimals(std::vector<std::string_view> const& values)
{
    std::size_t most = 1;
    for (auto const value : values) {
        if (value.contains('e')) { return 10; }
        if (auto const point = value.find('.'); point != std::string_view::npos) { most = std::max(most, value.size() - point - 1); }
    }
    return static_cast<int>(std::min<std::size_t>(most, 10));
}

/// Adds the fields that features have besides, and gives their names in the layer.
std::vector<std::string> addMore(Table& table, geo::Layer const& layer)
{
    std::set<std::string> shortNames{"txt_cut"}; // the shapefile writer adds that one
    std::set<std::string> names{"fid", "geom", "geometry"};
    for (auto const& entry : dictionary) {
        shortNames.insert(entry.shortName);
        names.insert(entry.name);
    }
    auto keys = moreKeys(layer);
    for (auto const& key : keys) {
        std::vector<std::string_view> values;
        for (auto const& feature : layer.features) {
            if (auto const* const text = find(feature, key)) { values.push_back(*text); }
        }
        auto const form = ledger::valueForm(values);
        Field field;
        auto const entry = std::ranges::find(knownFields, key, &Known::name);
        field.shortName = inventShortName(entry == knownFields.end() ? key : entry->shortName, shortNames);
        field.name = uniqueName(key, names);
        field.title = entry == knownFields.end() ? key : entry->title;
        field.type = form.type == ledger::ValueType::Integer ? FieldType::Integer : form.type == ledger::ValueType::Real ? FieldType::Real : FieldType::Text;
        if (field.type == FieldType::Integer) { field.width = 18; }
        if (field.type == FieldType::Real) {
            field.width = 24;
            field.precision = decimals(values); // never the format's own 24.15, which shows 2435.126999999999953
        }
        table.fields.push_back(std::move(field));
    }
    return keys;
}

} // namespace

Table layerTable(geo::Layer const& layer)
{
    Table table{.id = layer.id, .suffix = "_", .title = layer.title, .fields = {}, .rows = {}, .sound = {}, .keyField = 0};
    for (char const c : layer.id) { table.suffix += isShortName("a" + std::string(1, c)) ? c : '_'; }
    static constexpr std::array<std::string_view, 7> ours{"pt", "ln", "pg", "noloc", "text", "wkt", "fields"};
    if (table.suffix.substr(1) != layer.id || std::ranges::contains(ours, layer.id)) { table.suffix += "_" + sha256(layer.id).substr(0, 6); }
    for (auto const& entry : dictionary) {
        table.fields.push_back({entry.shortName, entry.name, entry.title, entry.type, entry.width, entry.precision, false});
    }
    auto const more = addMore(table, layer);
    std::vector<geo::FieldType> types;
    for (auto const& field : table.fields) { types.push_back(field.type); }
    auto rows = std::make_shared<PackedRows>(std::move(types));
    for (auto const& feature : layer.features) {
        for (auto const& entry : dictionary) { rows->put(geo::lent(entry.value(feature))); }
        for (std::size_t i = 0; i < more.size(); ++i) { rows->put(geo::lent(converted(find(feature, more[i]), table.fields[dictionary.size() + i].type))); }
        rows->end(feature.shape);
    }
    table.rows = std::move(rows);
    return table;
}

} // namespace zhengtu::exchange
