#pragma once

#include "core/date.hpp"
#include "workspace/corrections.hpp"
#include "workspace/hotspot_question.hpp"
#include "workspace/overlay_question.hpp"
#include "workspace/query_counts.hpp"
#include "workspace/spatial_query.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <vector>

/// What each command was asked for, as plain values: the parser of the command line is in commands.cpp alone.
namespace zhengtu::cli {

struct Common {
    bool json = false;
    bool quiet = false;
    Date asOf{}; ///< set for every run: --as-of, else the machine's date
};

struct ParseOptions : Common {
    std::string file;
    std::string stage = "sites";
    bool strict = false;
    bool coverage = false;
};

struct ImportOptions : Common {
    std::vector<std::string> files;
    std::string ledger;
    bool strict = false;
};

using workspace::TaskFilter;

struct ListOptions : Common {
    std::string ledger;
    TaskFilter filter;
};

struct QueryOptions : Common {
    std::string ledger;
    std::string name;              ///< of a saved query: save, run, remove
    workspace::SpatialQuery query; ///< its first term is that of the command
    std::vector<std::string> also; ///< further terms, in words
    std::string countBy;           ///< empty: list the hits
    std::string output;            ///< vector file to write
    std::string layer;             ///< layer of the ledger to store the result in
    bool overwrite = false;
};

struct HotspotsOptions : Common {
    std::string ledger;
    double epsM = 0;          ///< 0: the default of analysis::HotspotOptions
    std::size_t minSites = 0; ///< likewise
};

struct HotspotMethodOptions : Common {
    workspace::HotspotQuestion question;
    std::string ledger;
    std::string output; ///< vector file, or the raster of a density (.tif)
    std::string raster; ///< of a density
    std::string layer;  ///< of the ledger; empty and no output: the method's own name
    bool overwrite = false;
};

struct ExportOptions : Common {
    std::string ledger, format, directory, base = "tasks", encoding = "UTF-8";
    int epsg = 4490;
    bool overwrite = false, strict = false, noCompanions = false;
    TaskFilter filter;
};

struct RenderOptions : Common {
    std::string ledger, output, title, extent, language = "zh";
    int width = 1600, height = 1200;
    double dpi = 96;
    bool overwrite = false;
};

struct OverlayOptions : Common {
    std::string ledger;              ///< empty: the layers that ship, and files
    workspace::OverlayQuestion question;
    double sliverM = 1;
    std::string output; ///< vector file to write
    std::string layer;  ///< layer of the ledger to store the result in
    bool all = false;   ///< mining: list mines that lose nothing too
    bool overwrite = false;
};

struct RulesOptions : Common {
    std::string ledger;
    std::string plan, state; ///< of the list: only these
    std::string id, who;
    std::map<std::string, double> set; ///< of a confirmation: metres, or plain numbers
};

struct RulesRunOptions : Common {
    std::string ledger;
    std::string rule;                ///< only this one
    std::vector<std::string> files;  ///< more rules, as geodata/rules has them
    bool noLaws = false, proposed = false, all = false, dryRun = false;
};

struct ClaimsOptions : Common {
    std::string ledger;
    std::string plan, verdict; ///< only these
    bool dryRun = false;       ///< do not store the findings
};

struct RecurrenceOptions : Common {
    std::string ledger;
    double distanceM = 500;
    bool closedOnly = false, dryRun = false;
};

struct LocateOptions : Common {
    std::string text;
    std::string scope;
    std::string ledger; ///< whose layers are known as well; may be empty
};

struct LayersOptions : Common {
    std::string ledger;
    std::string file, kind; ///< add
    std::string id;         ///< info, remove; add: empty for one of the file's name
    std::string title, layer, nameField, zoneField, aliasField, county, crs, encoding, date, source, licence;
    double accuracyM = 0;
    bool swapAxes = false, replace = false, dryRun = false;
    std::string field, target; ///< stats
};

struct CorrectTaskOptions : Common {
    std::string ledger, subject, who; ///< who empty: the login name
    workspace::TaskWish wish;
    std::vector<std::string> roles, renames, added; ///< "UNIT=..." each
};

struct CorrectSiteOptions : Common {
    std::string ledger, subject, who;
    std::size_t candidate = 0; ///< from 1; 0: none
    std::string at, wkt, county, precision;
    double radiusM = -1; ///< negative: not given
    bool notAPlace = false, reset = false, everywhere = false;
};

struct HistoryOptions : Common {
    std::string ledger, subject; ///< empty: all
    bool pending = false;        ///< only corrections that could not be applied to what was read last
};

struct UndoOptions : Common {
    std::string ledger, who;
    bool redo = false;
};

struct InfoOptions : Common {
    std::string ledger;
};

int runParse(ParseOptions const& options);
int runImport(ImportOptions const& options);
int runTasks(ListOptions const& options);
int runSites(ListOptions const& options);
int runOverlay(OverlayOptions const& options);
int runQuery(QueryOptions const& options);
int runQuerySave(QueryOptions const& options);
int runQuerySaved(QueryOptions const& options);
int runQueryList(QueryOptions const& options);
int runQueryRemove(QueryOptions const& options);
int runHotspots(HotspotsOptions const& options);
int runHotspotMethod(HotspotMethodOptions const& options);
int runExport(ExportOptions const& options);
int runRender(RenderOptions const& options);
int runRulesList(RulesOptions const& options);
int runRulesConfirm(RulesOptions const& options);
int runRulesReject(RulesOptions const& options);
int runRulesRun(RulesRunOptions const& options);
int runClaims(ClaimsOptions const& options);
int runRecurrence(RecurrenceOptions const& options);
int runLocate(LocateOptions const& options);
int runCorrectTask(CorrectTaskOptions const& options);
int runCorrectSite(CorrectSiteOptions const& options);
int runHistory(HistoryOptions const& options);
int runUndo(UndoOptions const& options);
int runInfo(InfoOptions const& options);
int runLayersAdd(LayersOptions const& options);
int runLayersList(LayersOptions const& options);
int runLayersInfo(LayersOptions const& options);
int runLayersRemove(LayersOptions const& options);
int runLayersStats(LayersOptions const& options);

} // namespace zhengtu::cli
