#pragma once

#include "core/utf.hpp"
#include "geo/ops.hpp"
#include "place/gazetteer_data.hpp"
#include "place/tables.hpp"

#include <algorithm>
#include <array>

/// What the builder of the gazetteer collects, and how names lose their endings; only gazetteer_build.cpp, gazetteer_register.cpp and gazetteer_former.cpp see it.
namespace zhengtu::place {

namespace names {

inline constexpr std::size_t han = 3; ///< bytes of a Han character in UTF-8
inline constexpr std::array<std::string_view, 3> countyEndings{"市", "县", "区"};
inline constexpr std::array<std::string_view, 4> townEndings{"街道办事处", "街道", "镇", "乡"};

inline bool endsWith(std::string_view text, std::string_view ending) { return text.size() > ending.size() && text.ends_with(ending); }

inline std::string_view without(std::string_view text, std::string_view ending)
{
    return endsWith(text, ending) ? text.substr(0, text.size() - ending.size()) : text;
}

/// A name without the word for what it is, if at least two characters are left: 繁峙县 -> 繁峙, but 代县 -> nothing.
inline std::string shortForm(std::string_view name, std::span<std::string_view const> endings)
{
    for (auto const ending : endings) {
        if (endsWith(name, ending) && name.size() - ending.size() >= 2 * han) { return std::string{without(name, ending)}; }
    }
    return {};
}

inline std::string joined(std::string_view a, std::string_view b)
{
    if (a.empty() || b.empty()) { return std::string{a.empty() ? b : a}; }
    return std::string{a} + ", " + std::string{b};
}

} // namespace names

struct GazetteerBuilder::State {
    Gazetteer::Data data;
    std::unordered_map<std::string, std::vector<Named>> named;     
    std::map<std::string, EntryId> byKey;             ///< kind|name|adcode: the same place again
    std::unordered_map<std::string, EntryId> towns;   ///< by nine-digit code
    std::vector<bool> whole;                          ///< the shape of this entry is that of the whole place
    std::map<EntryId, std::vector<geo::Shape>> zones; ///< polygons that make up an entry, to be joined

    void name(std::string text, EntryId id, NameForm form)
    {
        if (text.size() < 2 * names::han) { return; }
        auto& all = named[std::move(text)];
        for (auto const& known : all) {
            if (known.entry == id) { return; }
        }
        all.push_back({id, form});
    }

    /// An entry that is not yet found by its name.
    EntryId addUnnamed(Entry entry)
    {
        data.entries.push_back(std::move(entry));
        whole.push_back(false);
        return static_cast<EntryId>(data.entries.size() - 1);
    }

    EntryId add(Entry entry)
    {
        auto const id = static_cast<EntryId>(data.entries.size());
        name(entry.name, id, NameForm::Full);
        for (auto const& alias : entry.aliases) { name(alias, id, NameForm::Alias); }
        if (entry.kind == Kind::River && names::endsWith(entry.name, "川")) { name(entry.name + "河", id, NameForm::Alias); } // 朱家川河
        return addUnnamed(std::move(entry));
    }

    /// The place of a layer that a row of a register means too; null where no layer has it.
    [[nodiscard]] EntryId const* layered(Kind kind, std::string_view name, std::string_view adcode) const
    {
        auto const at = byKey.find(std::string{place::name(kind)} + "|" + std::string{name} + "|" + std::string{adcode});
        return at == byKey.end() ? nullptr : &at->second;
    }
    [[nodiscard]] bool hasLayered(Kind kind) const
    {
        auto const key = std::string{place::name(kind)} + "|";
        auto const at = byKey.lower_bound(key);
        return at != byKey.end() && at->first.starts_with(key);
    }

    /// A feature's shape joins what its place already has; the whole replaces the parts.
    void shape(EntryId id, geo::Feature const& feature)
    {
        if (feature.shape.empty()) { return; } // a name alone
        auto& entry = data.entries[id];
        bool const part = !feature.zone.empty() && feature.zone != "domain" && feature.zone != "key";
        if (whole[id] && part) { return; }
        if (entry.shape.empty() || (!part && !whole[id])) {
            entry.shape = feature.shape;
            entry.source = names::joined(feature.source, feature.licence);
            entry.accuracyM = feature.accuracyM;
            entry.schematic = feature.schematic;
        } else if (entry.shape.type == feature.shape.type) {
            if (entry.shape.type == geo::ShapeType::Polygon) {
                auto& parts = zones[id];
                if (parts.empty()) { parts.push_back(entry.shape); }
                parts.push_back(feature.shape);
            }
            entry.shape.parts.insert(entry.shape.parts.end(), feature.shape.parts.begin(), feature.shape.parts.end());
            entry.accuracyM = std::max(entry.accuracyM, feature.accuracyM);
            entry.schematic = entry.schematic || feature.schematic;
        }
        whole[id] = whole[id] || !part;
    }
};

} // namespace zhengtu::place
