#include "cli/commands.hpp"

#include "cli/exit_code.hpp"
#include "cli/options.hpp"
#include "cli/values.hpp"
#include "plan/dictionary.hpp"
#include "workspace/user_layer.hpp"

#include <CLI/CLI.hpp>

#include <memory>

namespace zhengtu::cli {

namespace {

/// The one table of options. What a command adds lives until the parse is over, hence the shared pointers; `code` is where
/// the command that was asked for leaves its exit code.
struct Parser {
    CLI::App app{"Zhengtu (整图): rectification plans as tasks on a map", "zhengtu"};
    int code = Ok;

    template <class Options>
    std::pair<CLI::App*, std::shared_ptr<Options>> add(CLI::App& to, std::string const& name, std::string const& help,
                                                       int (*run)(Options const&))
    {
        auto options = std::make_shared<Options>();
        options->asOf = today();
        auto* const command = to.add_subcommand(name, help)->fallthrough(); // --dictionary may stand behind the command
        addCommon(*command, *options);
        command->callback([this, options, run] { code = run(*options); });
        return {command, options};
    }

    static void addCommon(CLI::App& command, Common& common)
    {
        command.add_flag("--json", common.json, "print JSON instead of a table");
        command.add_flag("-q,--quiet", common.quiet, "print nothing but errors");
        command
            .add_option_function<std::string>(
                "--as-of",
                [&common](std::string const& text) {
                    auto const date = parseIsoDate(text);
                    if (!date) { throw CLI::ValidationError("--as-of", "\"" + text + "\" is no date; write 2026-06-30"); }
                    common.asOf = *date;
                },
                "the date that stands for today")
            ->type_name("YYYY-MM-DD");
    }
};

void addLedger(CLI::App& command, std::string& ledger)
{
    command.add_option("-l,--ledger", ledger, "the ledger, a GeoPackage")->required()->type_name("L.gpkg");
}

void addDistance(CLI::App& command, std::string const& name, double& metres, std::string const& help, bool required)
{
    command
        .add_option_function<std::string>(
            name,
            [&metres, name](std::string const& text) {
                auto const value = parseDistanceM(text);
                if (!value) { throw CLI::ValidationError(name, "\"" + text + "\" is no distance; write 500m or 2km"); }
                metres = *value;
            },
            help)
        ->required(required)
        ->type_name("DISTANCE");
}

void addFilter(CLI::App& command, TaskFilter& filter)
{
    command.add_option("--plan", filter.plan, "only of this plan: id, or part of the title");
    command.add_option("--county", filter.county, "only of this county");
    command.add_option("--category", filter.category, "only of this category (air, water, soil, solid-waste, ...)");
    command.add_option("--unit", filter.unit, "only with a unit whose name holds this");
    command.add_option("--role", filter.role, "with --unit: in this role")
        ->check(CLI::IsMember({"lead", "responsible", "cooperating", "acceptance", "person"}));
    command.add_option("--deadline", filter.deadline, "only these")
        ->check(CLI::IsMember({"overdue", "due-soon", "under-way", "long-term", "accepted", "closed"}));
    command.add_option("--text", filter.text, "only with this text in problem, measure, unit or place");
    command.add_flag("--unlocated", filter.unlocated, "only those without a place");
}

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

void addQueryOutput(CLI::App& command, QueryOptions& options)
{
    command.add_option("--count-by", options.countBy, "count tasks instead of listing them, zeros too")->check(CLI::IsMember({"county", "unit", "category", "zone"}));
    command.add_option("-o,--output", options.output, "write the result as a layer (.gpkg, .geojson)");
    command.add_option("--save-as", options.layer, "store the result in the ledger as this layer");
    command.add_flag("--overwrite", options.overwrite, "replace the output");
}

/// The five questions, below `query` and below `query save`.
std::vector<std::shared_ptr<QueryOptions>> addQuestions(Parser& parser, CLI::App& to, int (*run)(QueryOptions const&))
{
    std::vector<std::shared_ptr<QueryOptions>> all;
    auto const addOne = [&](workspace::Predicate predicate, std::string const& help) {
        auto const [command, options] = parser.add(to, std::string{workspace::name(predicate)}, help, run);
        auto& query = options->query;
        query.terms = {{.predicate = predicate, .target = {}, .zoneRole = {}}};
        auto& term = query.terms.front();
        command
            ->add_option("target", term.target,
                         "KIND:NAME (reserve:天龙山, spring_zone:晋祠, county:晋源区, river:汾河), KIND, a name, a WKT, or a vector file")
            ->required();
        addLedger(*command, options->ledger);
        command->add_option("--zone", term.zoneRole, "only this zone")->check(CLI::IsMember({"core", "buffer", "experimental", "domain", "key"}));
        command->add_option("--and", options->also, "a further condition, in words: \"near air_station 2km\"; may be repeated")->allow_extra_args(false);
        command->add_flag("--certain", query.certainOnly, "only the answer yes, not maybe");
        addFilter(*command, query.filter);
        if (predicate == workspace::Predicate::Near) { addDistance(*command, "--distance", term.distanceM, "how far, geodesic", true); }
        else if (predicate == workspace::Predicate::Nearest) { command->add_option("-k,--k", term.count, "how many sites")->check(CLI::Range(1, 1000000))->capture_default_str(); }
        else { addDistance(*command, "--buffer", term.bufferM, "grow the target by this first, geodesic", false); }
        all.push_back(options);
        return std::pair{command, options};
    };
    using workspace::Predicate;
    for (auto const& [predicate, help] : {std::pair{Predicate::Within, "Tasks inside something"}, {Predicate::Intersects, "Tasks inside, or partly inside, something"},
                                          {Predicate::Touches, "Tasks that meet the edge of something only"}, {Predicate::Near, "Tasks within a distance of something"},
                                          {Predicate::Nearest, "The tasks nearest to something"}}) {
        auto const [command, options] = addOne(predicate, help);
        if (run == runQuery) { addQueryOutput(*command, *options); }
        else { command->add_flag("--overwrite", options->overwrite, "replace a query of this name"); }
    }
    return all;
}

void addQuery(Parser& parser)
{
    auto& query = *parser.app.add_subcommand("query", "Ask which tasks lie in or near something")->require_subcommand(1)->fallthrough();
    addQuestions(parser, query, runQuery);
    auto& save = *query.add_subcommand("save", "Save a question under a name: query save NAME within TARGET ...")->require_subcommand(1);
    auto const saved = addQuestions(parser, save, runQuerySave);
    save.add_option_function<std::string>(
            "name", [saved](std::string const& name) { for (auto const& options : saved) { options->name = name; } }, "what to call it")
        ->required();
    auto const addOne = [&](std::string const& name, std::string const& help, int (*run)(QueryOptions const&), bool named) {
        auto const [command, options] = parser.add(query, name, help, run);
        if (named) { command->add_option("name", options->name, "the saved query")->required(); }
        addLedger(*command, options->ledger);
        return std::pair{command, options};
    };
    auto const [again, options] = addOne("run", "Ask a saved question again", runQuerySaved, true);
    again->add_flag("--certain", options->query.certainOnly, "only the answer yes, not maybe");
    addQueryOutput(*again, *options);
    addOne("list", "List the saved questions", runQueryList, false);
    addOne("remove", "Remove a saved question", runQueryRemove, true);
}

void addOverlay(Parser& parser)
{
    auto& overlay = *parser.app.add_subcommand("overlay", "Cut layers with layers: what they share, what is left, what a distance takes")->require_subcommand(1)->fallthrough();
    constexpr char const* side = "KIND:NAME[:ZONE] (spring_zone:晋祠:key), KIND, a name, a layer's id, a WKT, a vector file, or FILE:LAYER";
    auto const addOne = [&](std::string const& name, std::string const& help, int (*run)(OverlayOptions const&)) {
        auto const [command, options] = parser.add(overlay, name, help, run);
        command->add_option("-l,--ledger", options->ledger, "a ledger, for its own layers and --save-as")->type_name("L.gpkg");
        command->add_option("-o,--output", options->output, "write the result as a layer (.gpkg, .shp, .geojson, .csv)");
        command->add_option("--save-as", options->layer, "store the result in the ledger as this layer");
        addDistance(*command, "--sliver", options->sliverM, "parts that are thinner than this count as slivers (1m)", false);
        command->add_flag("--overwrite", options->overwrite, "replace the output");
        return std::pair{command, options};
    };
    auto const addPair = [&](std::string const& name, std::string const& help, int (*run)(OverlayOptions const&)) {
        auto const [command, options] = addOne(name, help, run);
        command->add_option("a", options->a, side)->required();
        command->add_option("b", options->b, "likewise")->required();
    };
    addPair("intersection", "What each feature of A shares with each of B", runOverlayIntersection);
    addPair("difference", "What is left of each feature of A without B", runOverlayDifference);
    addPair("union", "What A and B share, and what is left of each", runOverlayUnion);
    auto const [mining, mine] = addOne("mining", "Allowable mining areas: mines minus zones and a pillar around them", runOverlayMining);
    mining->add_option("--zone", mine->zones, std::string{"what is taken off; may be repeated: "} + side)->required();
    mining->add_option("--mines", mine->mines, "which mines")->capture_default_str();
    addDistance(*mining, "--pillar", mine->pillarM, "width of the pillar (保护煤柱) outside the zones; no text sets it, so it must be said", true);
    mining->add_flag("--all", mine->all, "list mines that lose nothing too");
    auto const [ring, around] = addOne("ring", "All within a distance of something", runOverlayRing);
    ring->add_option("target", around->a, side)->required();
    addDistance(*ring, "--distance", around->distanceM, "how far, geodesic", true);
    ring->add_option("--within", around->within, "clip the ring to this, for display");
    auto const [bank, along] = addOne("bank", "Strips along rivers, outward from the bank", runOverlayBank);
    bank->add_option("rivers", along->a, "the main stems: river:汾河")->required();
    addDistance(*bank, "--main", along->mainM, "width along main stems", true);
    addDistance(*bank, "--tributary", along->tributaryM, "width along tributaries", true);
    bank->add_option("--tributaries", along->tributaries, "which rivers; else all that run into the main stems");
    bank->add_option("--within", along->within, "only the strips in this");
    auto const [coverage, grid] = addOne("coverage", "Gaps and overlaps of a grid that should cover an area", runOverlayCoverage);
    coverage->add_option("grid", grid->a, side)->required();
    coverage->add_option("--within", grid->within, "what it should cover; else gaps that its cells enclose");
}

/// What all methods of hotspots share.
void addMethod(CLI::App& command, HotspotMethodOptions& options)
{
    auto& wish = options.wish;
    addLedger(command, options.ledger);
    addFilter(command, options.filter);
    command
        .add_option_function<std::string>("--count", [&wish](std::string const& what) { wish.count = what == "tasks" ? workspace::CountBy::Tasks : workspace::CountBy::Problems; },
                                          "problems: a place counts once for each problem (the default); tasks: for each task")
        ->check(CLI::IsMember({"problems", "tasks"}));
    command.add_option("--weight-by", wish.weightBy, "status: overdue 3, due-soon 2, accepted and closed 0; kind, category: each kind or category as much in sum")
        ->check(CLI::IsMember({"status", "kind", "category"}));
    command
        .add_option_function<std::vector<std::string>>(
            "--weight",
            [&wish](std::vector<std::string> const& texts) {
                for (auto const& text : texts) {
                    auto const sign = text.rfind('=');
                    double value = 0;
                    if (sign == std::string::npos || sign == 0 || !CLI::detail::lexical_cast(text.substr(sign + 1), value)) {
                        throw CLI::ValidationError("--weight", "\"" + text + "\" is no weight; write mine=2");
                    }
                    wish.weights[text.substr(0, sign)] = value;
                }
            },
            "NAME=NUMBER: a state, kind of place or category weighs so much; may be repeated")
        ->type_name("NAME=NUMBER");
    addDistance(command, "--worst-radius", wish.worstRadiusM, "sites known worse than that are no positions; 10km", false);
    command.add_option("-o,--output", options.output, "write the result as a layer (.gpkg, .geojson, .shp, .csv)");
    command.add_option("--save-as", options.layer, "store the result in the ledger as this layer; without --output under the method's name");
    command.add_flag("--overwrite", options.overwrite, "replace the output");
}

void addHotspots(Parser& parser)
{
    auto const [command, options] =
        parser.add(parser.app, "hotspots", "Find where tasks gather: clusters and counties, or one of the methods below", runHotspots);
    command->add_option("-l,--ledger", options->ledger, "the ledger, a GeoPackage")->type_name("L.gpkg");
    addDistance(*command, "--eps", options->epsM, "how near to each other sites of a cluster are", false);
    command->add_option("--min-sites", options->minSites, "how many sites make a cluster")->check(CLI::Range(2, 100000));
    command->require_subcommand(0, 1);
    command->callback([&parser, command = command, options = options] {
        if (!command->get_subcommands().empty()) { return; } // the method has run
        if (options->ledger.empty()) { throw CLI::RequiredError("--ledger"); }
        parser.code = runHotspots(*options);
    });
    auto const addOne = [&](std::string const& name, std::string const& help, int (*run)(HotspotMethodOptions const&)) {
        auto const [method, of] = parser.add(*command, name, help, run);
        addMethod(*method, *of);
        return std::pair{method, of};
    };
    {
        auto const [method, of] = addOne("density", "Kernel density (quartic): contours and a raster", runHotspotDensity);
        addDistance(*method, "--radius", of->wish.radiusM, "of the kernel; chosen from the spread of the sites", false);
        addDistance(*method, "--cell", of->wish.cellM, "of the raster; a twentieth of the radius", false);
        method->add_option("--raster", of->raster, "write the raster, weight per km2 (.tif)");
        method->add_flag("--lines", of->wish.lines, "contour lines, not areas");
    }
    {
        auto const [method, of] = addOne("dbscan", "Clusters of sites (DBSCAN)", runHotspotClusters);
        addDistance(*method, "--eps", of->wish.epsM, "how near to each other sites of a cluster are; chosen from the distances", false);
        method->add_option("--min", of->wish.minSites, "how many sites make a cluster; 4")->check(CLI::Range(2, 100000));
    }
    {
        auto const [method, of] = addOne("gi", "Hot and cold spots (Getis-Ord Gi*), with Moran's I of the whole", runHotspotGi);
        method
            ->add_option_function<std::string>(
                "--by",
                [chosen = of](std::string const& unit) {
                    using workspace::GiUnit;
                    chosen->wish.unit = unit == "cell" ? GiUnit::Cells : unit == "site" ? GiUnit::Sites : unit == "county" ? GiUnit::Counties : GiUnit::Auto;
                },
                "what is compared: cell (hexagons), site (by their weights), county; cells from 30 positions on, else counties")
            ->check(CLI::IsMember({"cell", "site", "county"}));
        addDistance(*method, "--band", of->wish.bandM, "within which others are neighbours", false);
        addDistance(*method, "--cell", of->wish.cellM, "width of a hexagon", false);
        method->add_option("--permutations", of->wish.permutations, "how many; 9999")->check(CLI::Range(99, 999999));
        method->add_option("--seed", of->wish.seed, "of the permutations")->capture_default_str();
        method->add_option("--fdr", of->wish.discoveryRate, "false discovery rate of what is called hot")->check(CLI::Range(0.0001, 0.5))->capture_default_str();
    }
    {
        auto const [method, of] = addOne("counties", "Counts of counties as rates, with intervals and a warning of small numbers", runHotspotCounties);
        auto* const file = method->add_option("--per", of->baseFile, "a table with a number for each county to divide by (CSV, XLSX); else the area");
        method->add_option("--per-field", of->baseField, "its field: population")->needs(file);
        file->needs("--per-field");
        method->add_option("--per-unit", of->wish.baseUnit, "the rate is per so many of it (or km2)")->capture_default_str();
        method->add_flag("--every-county", of->wish.everyCounty, "also those that no plan speaks of");
        method->add_option("--fdr", of->wish.discoveryRate, "false discovery rate of what is called many or few")->check(CLI::Range(0.0001, 0.5))->capture_default_str();
    }
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

void addRules(Parser& parser)
{
    auto& rules = *parser.app.add_subcommand("rules", "Spatial rules that plans lay down: list, confirm, reject and run them")->require_subcommand(1)->fallthrough();
    auto const [list, listOptions] = parser.add(rules, "list", "List the rules with their quote, state and what is missing", runRulesList);
    addLedger(*list, listOptions->ledger);
    list->add_option("--plan", listOptions->plan, "only of this plan: id, or part of the title");
    list->add_option("--state", listOptions->state, "only these")->check(CLI::IsMember({"proposed", "confirmed", "rejected"}));
    auto const addDecision = [&](std::string const& name, std::string const& help, int (*run)(RulesOptions const&)) {
        auto const [command, options] = parser.add(rules, name, help, run);
        command->add_option("id", options->id, "the rule")->required();
        addLedger(*command, options->ledger);
        command->add_option("--who", options->who, "who decides; else the login name")->type_name("NAME");
        return std::pair{command, options};
    };
    auto const [confirm, options] = addDecision("confirm", "Let a rule run, with the values that the plan leaves open", runRulesConfirm);
    confirm
        ->add_option_function<std::vector<std::string>>(
            "--set",
            [chosen = options](std::vector<std::string> const& texts) {
                for (auto const& text : texts) {
                    auto const sign = text.find('=');
                    auto const value = sign == std::string::npos ? std::nullopt : parseDistanceM(text.substr(sign + 1));
                    if (!value || sign == 0) { throw CLI::ValidationError("--set", "\"" + text + "\" is no value; write pillar=50m"); }
                    chosen->set[text.substr(0, sign)] = *value;
                }
            },
            "a value that the plan does not state; may be repeated")
        ->type_name("NAME=VALUE");
    addDecision("reject", "Keep a rule from running", runRulesReject);
    auto const [carry, of] = parser.add(rules, "run", "Run the confirmed rules and those of laws over all sites and layers", runRulesRun);
    addLedger(*carry, of->ledger);
    carry->add_option("--rule", of->rule, "only this rule");
    carry->add_option("--rules", of->files, "rules of your own, a file like those of geodata/rules")->type_name("FILE");
    carry->add_flag("--no-laws", of->noLaws, "without the rules of laws that ship");
    carry->add_flag("--proposed", of->proposed, "for a look, also rules that nobody has confirmed; stores nothing");
    carry->add_flag("--all", of->all, "print every finding that may be");
    carry->add_flag("--dry-run", of->dryRun, "do not store the findings as a layer of the ledger");
}

void addClaims(Parser& parser)
{
    auto const [command, options] = parser.add(parser.app, "claims", "Hold what plans state of distances, counts and areas against the map", runClaims);
    addLedger(*command, options->ledger);
    command->add_option("--plan", options->plan, "only of this plan: id, or part of the title");
    command->add_option("--verdict", options->verdict, "only these")->check(CLI::IsMember({"agrees", "differs", "cannot-decide"}));
    command->add_flag("--dry-run", options->dryRun, "do not store the findings as a layer of the ledger");
}

void addRecurrence(Parser& parser)
{
    auto const [command, options] = parser.add(parser.app, "recurrence", "Find places that come back: in several plans, or near what was closed", runRecurrence);
    addLedger(*command, options->ledger);
    addDistance(*command, "--distance", options->distanceM, "how near to each other two places are (500m where it is not said)", false);
    command->add_flag("--closed-only", options->closedOnly, "only where the earlier plan's tasks are accepted or closed; stores nothing");
    command->add_flag("--dry-run", options->dryRun, "do not store the findings as a layer of the ledger");
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
    auto const [remove, removeOf] = addOne("remove", "Take a layer out, and place the tasks as without it", runLayersRemove);
    remove->add_option("id", removeOf->id, "the layer")->required();
    remove->add_flag("--dry-run", removeOf->dryRun, "say what would change, and change nothing");
}

void addWho(CLI::App& command, std::string& who)
{
    command.add_option("--who", who, "who corrects, for the history; else the login name")->type_name("NAME");
}

void addCorrect(Parser& parser)
{
    auto& correct = *parser.app.add_subcommand("correct", "Correct what was read; kept as events, undone with undo")->require_subcommand(1);
    {
        auto const [command, options] = parser.add(correct, "task", "Correct a task (or a problem's text and categories, or a goal)", runCorrectTask);
        auto& wish = options->wish;
        command->add_option("id", options->subject, "id of a task, problem or goal (<problem id>-g1)")->required();
        addLedger(*command, options->ledger);
        command->add_option("--status", wish.status, "workflow state")->check(CLI::IsMember({"under-way", "accepted", "closed"}));
        command->add_option("--deadline", wish.deadline, "2024-06-30, several with commas, immediate, long-term, by-plan, referenced, none");
        command->add_option("--category", wish.categories, "categories of the problem, the strongest first")->delimiter(',');
        command->add_option("--role", options->roles, "UNIT=ROLE: the unit has another role (lead, responsible, cooperating, acceptance, person)");
        command->add_option("--rename-unit", options->renames, "UNIT=NAME: the unit is called otherwise");
        command->add_option("--add-unit", options->added, "UNIT=ROLE: a unit that was missed");
        command->add_option("--drop-unit", wish.dropped, "a name that is no unit of it");
        command->add_option("--text", wish.text, "the text, laid over the printed one");
        command->add_option("--split", wish.split, "make two tasks of it: how many characters stay, or the words that the second begins with");
        command->add_option("--merge", wish.merge, "id of another task of the problem that is part of this one");
        command->add_option("--as", wish.as, "what the passage is")->check(CLI::IsMember({"measure", "goal", "note"}));
        addWho(*command, options->who);
    }
    auto const [command, options] = parser.add(correct, "site", "Correct where a site is", runCorrectSite);
    command->add_option("id", options->subject, "id of a site")->required();
    addLedger(*command, options->ledger);
    command->add_option("--candidate", options->candidate, "pick the N-th of its candidates (sites --json lists them)")->check(CLI::PositiveNumber);
    command->add_option("--at", options->at, "drop a pin: LON,LAT in degrees");
    command->add_option("--wkt", options->wkt, "draw a line or area: a WKT, longitude first");
    command->add_option("--county", options->county, "only its county is known: 晋源区");
    command->add_flag("--not-a-place", options->notAPlace, "the name is no place");
    command->add_flag("--reset", options->reset, "as it was read");
    addDistance(*command, "--radius", options->radiusM, "how exactly it is known; 50m unless given", false);
    command->add_option("--precision", options->precision, "exact unless given")
        ->check(CLI::IsMember({"exact", "facility", "village", "township", "county", "city"}));
    command->add_flag("--everywhere", options->everywhere, "also the other sites of this name in the same county (or region, where no county is known)");
    addWho(*command, options->who);
}

void addHistory(Parser& parser)
{
    {
        auto const [command, options] = parser.add(parser.app, "history", "List who changed what, and when", runHistory);
        command->add_option("subject", options->subject, "only of this plan, task or site");
        addLedger(*command, options->ledger);
        command->add_flag("--pending", options->pending, "only corrections that could not be applied to what was read last");
    }
    for (bool const redo : {false, true}) {
        auto const [command, options] = parser.add(parser.app, redo ? "redo" : "undo", redo ? "Do again what was undone last" : "Take back the last correction", runUndo);
        options->redo = redo;
        addLedger(*command, options->ledger);
        addWho(*command, options->who);
    }
}

void addInfo(Parser& parser)
{
    auto const [command, options] =
        parser.add(parser.app, "info", "Tell what a ledger holds, or which layers ship with the program", runInfo);
    command->add_option("-l,--ledger", options->ledger, "the ledger, a GeoPackage")->type_name("L.gpkg");
}

} // namespace

int run(int argc, char** argv)
{
    Parser parser;
    parser.app.set_version_flag("--version", "zhengtu " ZHENGTU_VERSION);
    parser.app.require_subcommand(1);
    parser.app.footer("Exit codes: 0 done; 1 error, nothing was changed; 2 usage;\n"
                      "3 finished but incomplete: what does not add up is said; 130 stopped with Ctrl+C, nothing was changed.");
    parser.app
        .add_option_function<std::vector<std::string>>(
            "--dictionary", [](std::vector<std::string> const& files) { plan::addDictionaries({files.begin(), files.end()}); },
            "a file or folder of words of your own, beside ~/.config/zhengtu/dictionaries; may be repeated")
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
        ->type_name("FILE")
        ->trigger_on_parse(false);
    addParse(parser);
    addImport(parser);
    addLists(parser);
    addQuery(parser);
    addOverlay(parser);
    addHotspots(parser);
    addExport(parser);
    addRender(parser);
    addRules(parser);
    addClaims(parser);
    addRecurrence(parser);
    addLocate(parser);
    addCorrect(parser);
    addHistory(parser);
    addLayers(parser);
    addInfo(parser);
    try {
        parser.app.parse(argc, argv);
    } catch (CLI::ParseError const& error) {
        return parser.app.exit(error) == 0 ? Ok : BadUsage;
    }
    return parser.code;
}

} // namespace zhengtu::cli
