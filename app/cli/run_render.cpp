#include "cartography/fonts.hpp"
#include "cartography/headless.hpp"
#include "cartography/renderer.hpp"
#include "cli/console.hpp"
#include "cli/exit_code.hpp"
#include "cli/long_work.hpp"
#include "cli/options.hpp"
#include "cli/values.hpp"
#include "core/resources.hpp"
#include "core/staging.hpp"
#include "workspace/each_task.hpp"
#include "workspace/workspace.hpp"

#include <cstdio>
#include <format>
#include <memory>

namespace zhengtu::cli {

namespace {

/// Of all located sites; of the counties where there is none.
geo::Extent extentOfTasks(cartography::Scene const& scene)
{
    geo::Extent extent;
    for (auto const& symbol : scene.symbols) { extent.include(geo::extentOf(symbol.shape)); }
    if (!extent.empty()) { return extent; }
    for (auto const& layer : scene.layers) {
        if (layer.layer.id != "counties") { continue; }
        for (auto const& feature : layer.layer.features) { extent.include(geo::extentOf(feature.shape)); }
    }
    return extent;
}

Result<geo::Extent> wantedExtent(RenderOptions const& options, cartography::Scene const& scene)
{
    if (options.extent.empty()) { return extentOfTasks(scene); }
    if (auto const given = parseExtent(options.extent); given) { return *given; }
    std::vector<geo::Layer> layers;
    for (auto const& layer : scene.layers) { layers.push_back(layer.layer); }
    auto const features = workspace::targets(layers, options.extent);
    if (!features) { return std::unexpected{features.error()}; }
    geo::Extent extent;
    for (auto const& feature : *features) { extent.include(geo::extentOf(feature.shape)); }
    return extent;
}

Result<cartography::SceneRef> sceneOf(RenderOptions const& options)
{
    auto const atlas = workspace::Atlas::load();
    if (!atlas) { return std::unexpected{atlas.error()}; }
    auto const ledger = ledger::Ledger::openReadOnly(options.ledger);
    if (!ledger) { return std::unexpected{ledger.error()}; }
    auto const own = ledger->layers();
    if (!own) { return std::unexpected{own.error()}; }
    auto scene = std::make_shared<cartography::Scene>(workspace::sceneOfLayers(atlas->layers(), *own));
    auto const read = workspace::eachTask(*ledger, {}, options.asOf, [&](ledger::TaskRow const& task) { workspace::addSymbols(*scene, task, options.asOf); });
    if (!read) { return std::unexpected{Error{read.error()}.at(options.ledger)}; }
    return scene;
}

std::string noteOf(RenderOptions const& options)
{
    return options.language == "zh" ? std::format("截至 {}；CGCS2000；虚线和斜线为示意\n审图号：", isoDate(options.asOf))
                                    : std::format("As of {}; CGCS2000; dashed and hatched: schematic\nMap approval no.:", isoDate(options.asOf));
}

/// Draws into a staging directory and puts the file in its place.
Result<void> render(RenderOptions const& options, LongWork const& work)
{
    std::error_code ignored;
    if (!options.overwrite && std::filesystem::exists(options.output, ignored)) {
        return fail(ErrorCode::FileExists, options.output + " is there already");
    }
    cartography::HeadlessSession const session;
    if (auto const fonts = cartography::checkFonts(); !fonts) { return fonts; }
    auto const styleFile = resource("styles/zhengtu.toml");
    if (!styleFile) { return std::unexpected{styleFile.error()}; }
    auto const style = cartography::readStyle(*styleFile);
    if (!style) { return std::unexpected{style.error()}; }
    auto const scene = sceneOf(options);
    if (!scene) { return std::unexpected{scene.error()}; }
    auto const extent = wantedExtent(options, **scene);
    if (!extent) { return std::unexpected{extent.error()}; }
    cartography::Renderer const renderer{*scene, *style};
    QSize const pixels{options.width, options.height};
    cartography::Furniture furniture{.legend = true, .scaleBar = true, .northArrow = true, .title = options.title,
                                     .note = noteOf(options), .language = options.language, .hint = {}};
    auto const camera = renderer.fit(*extent, pixels, options.dpi, furniture); // beside the legend, not under it
    std::filesystem::path const output{options.output};
    auto const staging = StagingDirectory::make(output.parent_path(), "zhengtu-render");
    if (!staging) { return std::unexpected{staging.error()}; }
    auto const aside = staging->path() / output.filename();
    return cartography::renderFile(renderer, camera, pixels, options.dpi, furniture, aside).and_then([&] { return work.startWriting(); }).and_then([&] {
        return options.overwrite ? renameOver(aside, output) : renameNew(aside, output);
    });
}

} // namespace

int runRender(RenderOptions const& options)
{
    LongWork const work{"render", options.quiet};
    if (auto const done = render(options, work); !done) { return report(done.error()); }
    if (!options.quiet) { std::printf(options.json ? "{\"file\": \"%s\"}\n" : "%s\n", options.output.c_str()); }
    return Ok;
}

} // namespace zhengtu::cli
