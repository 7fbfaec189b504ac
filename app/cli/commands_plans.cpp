#include "cli/parser.hpp"

#include "workspace/user_layer.hpp"

namespace zhengtu::cli {

void addParse(Parser& parser)
{
    auto const [command, options] = parser.add(parser.app, "parse", "Read one document and print what was understood", runParse);
    command->add_option("file", options->file, "the plan; - for standard input")->required();
    command->add_option("--stage", options->stage, "stop after this stage")
        ->check(CLI::IsMember({"text", "plan", "mentions", "sites"}))
        ->capture_default_str();
    command->add_flag("--strict", options->strict, "print nothing when a self-check fails");
    command->add_flag("--coverage", options->coverage, "say what became of every character, and what was not understood");
}

void addImport(Parser& parser)
{
    auto const [command, options] = parser.add(parser.app, "import", "Read documents into a ledger", runImport);
    command->add_option("files", options->files, "plans, or directories that hold them")->required();
    addLedger(*command, options->ledger);
    command->add_flag("--strict", options->strict, "write nothing when a document is bad or a self-check fails");
}

void addLists(Parser& parser)
{
    auto const addOne = [&](std::string const& name, std::string const& help, int (*run)(ListOptions const&)) {
        auto const [command, options] = parser.add(parser.app, name, help, run);
        addLedger(*command, options->ledger);
        addFilter(*command, options->filter);
    };
    addOne("tasks", "List the tasks of a ledger", runTasks);
    addOne("sites", "List where the tasks are, how exactly and why", runSites);
}

void addExport(Parser& parser)
{
    auto const [command, options] = parser.add(parser.app, "export", "Write tasks and layers for other programs", runExport);
    command->add_option("format", options->format, "shp, gpkg, geojson or csv")
        ->required()
        ->check(CLI::IsMember({"shp", "gpkg", "geojson", "csv"}));
    command->add_option("directory", options->directory, "where the files go; made if missing")->required();
    addLedger(*command, options->ledger);
    addFilter(*command, options->filter);
    command->add_option("--base", options->base, "first part of the file names, ASCII")->capture_default_str();
    command->add_option("--encoding", options->encoding, "of shapefile text")
        ->check(CLI::IsMember({"UTF-8", "GB18030"}))
        ->capture_default_str();
    command->add_option("--epsg", options->epsg, "CRS: 4490 CGCS2000; 4546, 4547 Gauss-Krueger CM 111E, 114E; 4526 zone 38")
        ->check(CLI::IsMember({4490, 4526, 4546, 4547}))
        ->capture_default_str();
    command->add_flag("--overwrite", options->overwrite, "replace an older export");
    command->add_flag("--no-companions", options->noCompanions, "shp: without the GeoPackage, the CSV of whole texts and the list of fields beside it");
    command->add_flag("--strict", options->strict, "leave no file when anything is lost that the files do not hold elsewhere");
}

void addRender(Parser& parser)
{
    auto const [command, options] = parser.add(parser.app, "render", "Draw the map of a ledger to PNG, PDF or SVG", runRender);
    addLedger(*command, options->ledger);
    command->add_option("-o,--output", options->output, "map.png, map.pdf or map.svg")->required();
    command
        ->add_option_function<std::string>(
            "--size",
            [chosen = options](std::string const& text) {
                auto const size = parseSize(text);
                if (!size) { throw CLI::ValidationError("--size", "\"" + text + "\" is no size; write 1600x1200"); }
                std::tie(chosen->width, chosen->height) = *size;
            },
            "pixels")
        ->type_name("WxH");
    command->add_option("--dpi", options->dpi, "dots per inch")->check(CLI::Range(36, 1200))->capture_default_str();
    command->add_option("--extent", options->extent, "what to show: minlon,minlat,maxlon,maxlat, or a target as of query");
    command->add_option("--title", options->title, "printed on top");
    command->add_option("--lang", options->language, "language of legend and notes")
        ->check(CLI::IsMember({"zh", "en"}))
        ->capture_default_str();
    command->add_flag("--overwrite", options->overwrite, "replace the output");
}

void addLocate(Parser& parser)
{
    auto const [command, options] = parser.add(parser.app, "locate", "Say where a place is, how exactly and why", runLocate);
    command->add_option("text", options->text, "a name, or a sentence with names")->required();
    command->add_option("--scope", options->scope, "the city or county that speaks: 太原市");
    command->add_option("-l,--ledger", options->ledger, "a ledger whose own layers are known as well")->type_name("L.gpkg");
}

void addLayers(Parser& parser)
{
    auto& layers = *parser.app.add_subcommand("layers", "A user's own layers in a ledger")->require_subcommand(1);
    auto const addOne = [&](std::string const& name, std::string const& help, int (*run)(LayersOptions const&)) {
        auto const [command, options] = parser.add(layers, name, help, run);
        addLedger(*command, options->ledger);
        return std::pair{command, options};
    };
    auto const [add, of] = addOne("add", "Take a file in as a layer, and place the tasks again", runLayersAdd);
    add->add_option("file", of->file, "shapefile (also .zip, .shz), GeoPackage, GeoJSON, KML, KMZ, CSV, XLSX, DXF, GPX ...")->required();
    std::vector<std::string> kinds;
    for (auto const kind : workspace::userLayerKinds()) { kinds.emplace_back(kind); }
    add->add_option("--as", of->kind, "what its features are")->required()->check(CLI::IsMember(kinds));
    add->add_option("--id", of->id, "id of the layer; the same id again replaces it");
    add->add_option("--title", of->title, "what map and legend call it");
    add->add_option("--layer", of->layer, "which layer of the file");
    add->add_option("--name", of->nameField, "the field of names");
    add->add_option("--zone", of->zoneField, "the field of zones: 核心区, 缓冲区, 实验区; 重点保护区, 泉域");
    add->add_option("--alias", of->aliasField, "the field of other names, separated by ; or 、");
    add->add_option("--county", of->county, "the field of counties, or the county of all features");
    add->add_option("--crs", of->crs, "EPSG:4490, EPSG:4547 ...; gcj02 or bd09 where the coordinates are of a web map");
    add->add_flag("--swap-xy", of->swapAxes, "the file has latitude or northing first");
    add->add_option("--encoding", of->encoding, "of its texts, where the file says it wrongly: GB18030, UTF-8");
    add->add_flag("--replace", of->replace, "features of this kind that ship give way, not only those of the same names");
    addDistance(*add, "--accuracy", of->accuracyM, "how exactly its positions are known", false);
    add->add_option("--date", of->date, "as of when the data are");
    add->add_option("--source", of->source, "who made them");
    add->add_option("--licence", of->licence, "on what terms");
    add->add_flag("--dry-run", of->dryRun, "say what would change, and change nothing");
    addOne("list", "List the layers of a ledger", runLayersList);
    auto const [info, infoOf] = addOne("info", "Tell how a layer was read, and what is in it", runLayersInfo);
    info->add_option("id", infoOf->id, "the layer")->required();
    auto const [stats, statsOf] = addOne("stats", "Least, greatest and mean of a field over the points of a layer that lie in something (PM10 along a track)", runLayersStats);
    stats->add_option("id", statsOf->id, "the layer")->required();
    stats->add_option("field", statsOf->field, "a field of numbers, as the file names it")->required();
    stats->add_option("target", statsOf->target, "mine:安太堡, county:平鲁区, a WKT polygon, a file of areas")->required();
    auto const [remove, removeOf] = addOne("remove", "Take a layer out, and place the tasks as without it", runLayersRemove);
    remove->add_option("id", removeOf->id, "the layer")->required();
    remove->add_flag("--dry-run", removeOf->dryRun, "say what would change, and change nothing");
}

void addInfo(Parser& parser)
{
    auto const [command, options] =
        parser.add(parser.app, "info", "Tell what a ledger holds, or which layers ship with the program", runInfo);
    command->add_option("-l,--ledger", options->ledger, "the ledger, a GeoPackage")->type_name("L.gpkg");
}

} // namespace zhengtu::cli
