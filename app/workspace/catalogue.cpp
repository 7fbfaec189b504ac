#include "workspace/catalogue.hpp"

#include "core/resources.hpp"

#include <toml++/toml.hpp>

#include <future>

namespace zhengtu::workspace {

namespace {

/// The entry of the catalogue without its features; `file` is where they are.
struct Entry {
    geo::Layer layer;
    std::filesystem::path file;
};

Result<Entry> readEntry(toml::table const& table, std::filesystem::path const& directory)
{
    auto const text = [&](char const* key) { return table[key].value_or(std::string{}); };
    Entry entry;
    entry.layer = {.id = text("id"), .title = text("title"), .titleEn = text("title_en"), .kind = text("kind"),
                   .style = text("style"), .source = text("source"), .licence = text("licence"), .date = text("date"),
                   .note = text("note"), .schematic = table["schematic"].value_or(false), .features = {}};
    if (entry.layer.id.empty() || text("file").empty()) {
        return fail(ErrorCode::FileFormat, "line " + std::to_string(table.source().begin.line) + ": a [[layer]] needs id and file");
    }
    entry.file = directory / text("file");
    return entry;
}

} // namespace

Result<std::vector<geo::Layer>> readCatalogue(std::filesystem::path const& layersToml)
{
    auto const where = layersToml.string();
    auto bytes = readFile(layersToml);
    if (!bytes) { return std::unexpected{std::move(bytes.error())}; }
    std::vector<std::future<Result<geo::Layer>>> reading;
    try {
        auto const catalogue = toml::parse(*bytes, where);
        auto const* const entries = catalogue["layer"].as_array();
        if (entries == nullptr) { return fail(ErrorCode::FileFormat, where + " has no [[layer]]"); }
        for (auto const& node : *entries) {
            auto const* const table = node.as_table();
            if (table == nullptr) { return fail(ErrorCode::FileFormat, where + ": layer is not a table"); }
            auto entry = readEntry(*table, layersToml.parent_path());
            if (!entry) { return std::unexpected{std::move(entry.error()).at(where)}; }
            // One thread a file: parsing GeoJSON is what start-up waits for.
            reading.push_back(std::async(std::launch::async, [entry = std::move(*entry)]() mutable -> Result<geo::Layer> {
                auto features = geo::readFeatures(entry.file);
                if (!features) { return std::unexpected{std::move(features.error()).at("layer " + entry.layer.id)}; }
                entry.layer.features = std::move(*features);
                return std::move(entry.layer);
            }));
        }
    } catch (toml::parse_error const& error) {
        return fail(ErrorCode::FileFormat,
                    where + " line " + std::to_string(error.source().begin.line) + ": " + std::string{error.description()});
    }
    std::vector<geo::Layer> layers;
    for (auto& one : reading) {
        auto layer = one.get();
        if (!layer) { return std::unexpected{std::move(layer.error()).at(where)}; }
        layers.push_back(std::move(*layer));
    }
    return layers;
}

} // namespace zhengtu::workspace
