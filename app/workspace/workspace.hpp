#pragma once

#include "analysis/hotspots.hpp"
#include "cartography/scene.hpp"
#include "core/date.hpp"
#include "exchange/exporter.hpp"
#include "ledger/ledger.hpp"
#include "place/gazetteer.hpp"
#include "workspace/query_rows.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace zhengtu::text {
struct Document;
}

/// The use cases: what both programs call. No user sentence is made here.
namespace zhengtu::workspace {

/// What ships with the program, loaded once: layers and gazetteer.
class Atlas {
public:
    [[nodiscard]] static Result<Atlas> load();
    Atlas(Atlas&&) noexcept;
    Atlas& operator=(Atlas&&) noexcept;
    ~Atlas();
    [[nodiscard]] std::vector<geo::Layer> const& layers() const;
    [[nodiscard]] place::Gazetteer const& gazetteer() const;

    /// What ships with a ledger's layers over it (layer_stack.hpp): names of the user's layers are known by it. Layers that are
    /// not a user's (hotspots, results) name no places and are left out of the gazetteer. `layers()` stays what ships.
    [[nodiscard]] Result<Atlas> with(std::vector<geo::Layer> own) const;

    /// Reads one document up to its sites. Errors as of text::readDocument and plan::readPlan.
    [[nodiscard]] Result<ledger::PlanRecord> read(std::filesystem::path const& file) const;
    [[nodiscard]] Result<ledger::PlanRecord> readDocument(text::Document const& document) const;

    /// Where the places of a short text are, as place::locateText; `region` as a plan names its issuer ("太原市"), or empty.
    /// An unknown region is an error.
    [[nodiscard]] Result<std::vector<place::Site>> locate(std::string const& text, std::string const& region) const;

    /// Where the place of a mention is, read from a plan of that region; nothing of the text around it is known here.
    [[nodiscard]] place::Site locate(place::Mention const& mention, std::string const& region) const;

    /// Where a person means who picks a feature ("layer:id") for a site: the feature, or as near to it as the layers know (a
    /// village: its township's seat, else its county). NotFound.
    [[nodiscard]] Result<place::Site> siteOf(std::string const& featureId, place::Site const& picked, std::string const& region) const;
    /// The whole of a county, by its name as a plan of that region says it. NotFound, Ambiguous.
    [[nodiscard]] Result<place::Site> siteOfCounty(std::string const& name, std::string const& region) const;
    /// Name and code of the county that a shape lies in; both empty where none or several.
    [[nodiscard]] std::pair<std::string, std::string> countyOf(geo::Shape const& shape) const;

private:
    struct Loaded;
    explicit Atlas(std::unique_ptr<Loaded const> loaded);
    std::unique_ptr<Loaded const> m_loaded;
};

/// What a query may be asked against: "reserve:天龙山", "county:晋源区", "air_station", a WKT, a vector file.
/// `zoneRole` keeps the zones of that role ("core"); `withUnplaced` features without geometry as well. NotFound lists near names.
[[nodiscard]] Result<std::vector<geo::Feature>> targets(std::vector<geo::Layer> const& layers, std::string const& what,
                                                        std::string const& zoneRole = {}, bool withUnplaced = false);

/// Hotspots of all tasks of a ledger, stored in it as layer "hotspots".
[[nodiscard]] Result<analysis::Hotspots> makeHotspots(ledger::Ledger& ledger, analysis::HotspotOptions const& options, Date asOf);

/// The colour of a task by its deadline at a date.
[[nodiscard]] cartography::Status statusOf(ledger::TaskRow const& task, Date asOf);
[[nodiscard]] cartography::Status statusOf(std::string_view workflow, plan::Deadline const& deadline, Date asOf);

/// What the map draws: the atlas' layers below the ledger's own, and a symbol for each located site.
[[nodiscard]] cartography::SceneRef makeScene(std::vector<geo::Layer> const& base, std::vector<geo::Layer> const& own,
                                              std::vector<ledger::TaskRow> const& tasks, Date asOf);
/// The same in two steps, for more tasks than fit into memory.
[[nodiscard]] cartography::Scene sceneOfLayers(std::vector<geo::Layer> const& base, std::vector<geo::Layer> const& own);
void addSymbols(cartography::Scene& scene, ledger::TaskRow const& task, Date asOf);

} // namespace zhengtu::workspace
