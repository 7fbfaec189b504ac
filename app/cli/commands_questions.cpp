#include "cli/parser.hpp"

namespace zhengtu::cli {

namespace {

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

} // namespace

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
    using workspace::OverlayKind;
    auto const addOne = [&](OverlayKind kind, std::string const& help) {
        auto const [command, options] = parser.add(overlay, std::string{workspace::name(kind)}, help, runOverlay);
        options->question.kind = kind;
        command->add_option("-l,--ledger", options->ledger, "a ledger, for its own layers and --save-as")->type_name("L.gpkg");
        command->add_option("-o,--output", options->output, "write the result as a layer (.gpkg, .shp, .geojson, .csv)");
        command->add_option("--save-as", options->layer, "store the result in the ledger as this layer");
        addDistance(*command, "--sliver", options->sliverM, "parts that are thinner than this count as slivers (1m)", false);
        command->add_flag("--overwrite", options->overwrite, "replace the output");
        return std::pair{command, options};
    };
    auto const addPair = [&](OverlayKind kind, std::string const& help) {
        auto const [command, options] = addOne(kind, help);
        command->add_option("a", options->question.a, side)->required();
        command->add_option("b", options->question.b, "likewise")->required();
    };
    addPair(OverlayKind::Intersection, "What each feature of A shares with each of B");
    addPair(OverlayKind::Difference, "What is left of each feature of A without B");
    addPair(OverlayKind::Union, "What A and B share, and what is left of each");
    auto const [mining, mine] = addOne(OverlayKind::Mining, "Allowable mining areas: mines minus zones and a pillar around them");
    mining->add_option("--zone", mine->question.zones, std::string{"what is taken off; may be repeated: "} + side)->required();
    mining->add_option("--mines", mine->question.mines, "which mines")->capture_default_str();
    addDistance(*mining, "--pillar", mine->question.pillarM, "width of the pillar (保护煤柱) outside the zones; no text sets it, so it must be said", true);
    mining->add_flag("--all", mine->all, "list mines that lose nothing too");
    auto const [ring, around] = addOne(OverlayKind::Ring, "All within a distance of something");
    ring->add_option("target", around->question.a, side)->required();
    addDistance(*ring, "--distance", around->question.distanceM, "how far, geodesic", true);
    ring->add_option("--within", around->question.within, "clip the ring to this, for display");
    auto const [bank, along] = addOne(OverlayKind::Bank, "Strips along rivers, outward from the bank");
    bank->add_option("rivers", along->question.a, "the main stems: river:汾河")->required();
    addDistance(*bank, "--main", along->question.mainM, "width along main stems", true);
    addDistance(*bank, "--tributary", along->question.tributaryM, "width along tributaries", true);
    bank->add_option("--tributaries", along->question.tributaries, "which rivers; else all that run into the main stems");
    bank->add_option("--within", along->question.within, "only the strips in this");
    auto const [coverage, grid] = addOne(OverlayKind::Coverage, "Gaps and overlaps of a grid that should cover an area");
    coverage->add_option("grid", grid->question.a, side)->required();
    coverage->add_option("--within", grid->question.within, "what it should cover; else gaps that its cells enclose");
}

namespace {

/// What all methods of hotspots share.
void addMethod(CLI::App& command, HotspotMethodOptions& options)
{
    auto& wish = options.question.wish;
    addLedger(command, options.ledger);
    addFilter(command, options.question.filter);
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

} // namespace

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
    using workspace::HotspotMethod;
    auto const addOne = [&](HotspotMethod which, std::string const& help) {
        auto const [method, of] = parser.add(*command, std::string{workspace::name(which)}, help, runHotspotMethod);
        of->question.method = which;
        addMethod(*method, *of);
        return std::pair{method, of};
    };
    {
        auto const [method, of] = addOne(HotspotMethod::Density, "Kernel density (quartic): contours and a raster");
        addDistance(*method, "--radius", of->question.wish.radiusM, "of the kernel; chosen from the spread of the sites", false);
        addDistance(*method, "--cell", of->question.wish.cellM, "of the raster; a twentieth of the radius", false);
        method->add_option("--raster", of->raster, "write the raster, weight per km2 (.tif)");
        method->add_flag("--lines", of->question.wish.lines, "contour lines, not areas");
    }
    {
        auto const [method, of] = addOne(HotspotMethod::Clusters, "Clusters of sites (DBSCAN)");
        addDistance(*method, "--eps", of->question.wish.epsM, "how near to each other sites of a cluster are; chosen from the distances", false);
        method->add_option("--min", of->question.wish.minSites, "how many sites make a cluster; 4")->check(CLI::Range(2, 100000));
    }
    {
        auto const [method, of] = addOne(HotspotMethod::Gi, "Hot and cold spots (Getis-Ord Gi*), with Moran's I of the whole");
        method
            ->add_option_function<std::string>(
                "--by",
                [chosen = of](std::string const& unit) {
                    using workspace::GiUnit;
                    chosen->question.wish.unit = unit == "cell" ? GiUnit::Cells : unit == "site" ? GiUnit::Sites : unit == "county" ? GiUnit::Counties : GiUnit::Auto;
                },
                "what is compared: cell (hexagons), site (by their weights), county; cells from 30 positions on, else counties")
            ->check(CLI::IsMember({"cell", "site", "county"}));
        addDistance(*method, "--band", of->question.wish.bandM, "within which others are neighbours", false);
        addDistance(*method, "--cell", of->question.wish.cellM, "width of a hexagon", false);
        method->add_option("--permutations", of->question.wish.permutations, "how many; 9999")->check(CLI::Range(99, 999999));
        method->add_option("--seed", of->question.wish.seed, "of the permutations")->capture_default_str();
        method->add_option("--fdr", of->question.wish.discoveryRate, "false discovery rate of what is called hot")->check(CLI::Range(0.0001, 0.5))->capture_default_str();
    }
    {
        auto const [method, of] = addOne(HotspotMethod::Counties, "Counts of counties as rates, with intervals and a warning of small numbers");
        auto* const file = method->add_option("--per", of->question.baseFile, "a table with a number for each county to divide by (CSV, XLSX); else the area");
        method->add_option("--per-field", of->question.baseField, "its field: population")->needs(file);
        file->needs("--per-field");
        method->add_option("--per-unit", of->question.wish.baseUnit, "the rate is per so many of it (or km2)")->capture_default_str();
        method->add_flag("--every-county", of->question.wish.everyCounty, "also those that no plan speaks of");
        method->add_option("--fdr", of->question.wish.discoveryRate, "false discovery rate of what is called many or few")->check(CLI::Range(0.0001, 0.5))->capture_default_str();
    }
}

} // namespace zhengtu::cli
