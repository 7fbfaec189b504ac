#include "workspace/relocation.hpp"

#include "core/staging.hpp"
#include "core/utf.hpp"
#include "geo/measure.hpp"
#include "geo/ops.hpp"
#include "text/document.hpp"

#include <algorithm>
#include <map>

namespace zhengtu::workspace {

namespace {

namespace fs = std::filesystem;
using Layers = std::vector<geo::Layer>;

bool isSame(place::Site const& a, place::Site const& b)
{
    return a.place == b.place && a.precision == b.precision && a.featureId == b.featureId && a.adcode == b.adcode && a.radiusM == b.radiusM &&
           a.shape == b.shape;
}

double movedM(place::Site const& a, place::Site const& b)
{
    if (a.shape.empty() || b.shape.empty()) { return 0; }
    auto const from = geo::centroid(a.shape), to = geo::centroid(b.shape);
    return from && to ? geo::distanceM(*from, *to) : 0;
}

using Key = std::pair<std::string, std::size_t>; ///< place and where its words begin

Key keyOf(place::Site const& site) { return {site.place, site.span.begin}; }

/// A copy of a ledger that is thrown away.
class Rehearsal {
public:
    static Result<Rehearsal> make(fs::path const& ledger)
    {
        std::error_code failed;
        auto directory = StagingDirectory::make(fs::temp_directory_path(failed), "zhengtu-rehearsal");
        if (!directory) { return std::unexpected{std::move(directory.error())}; }
        auto const copy = directory->path() / "ledger.gpkg";
        if (fs::exists(ledger, failed)) {
            if (auto const whole = ledger::Ledger::openReadOnly(ledger); !whole) { return std::unexpected{whole.error()}; }
            fs::copy_file(ledger, copy, failed);
            if (failed) { return fail(ErrorCode::Storage, "cannot copy the ledger: " + failed.message()); }
        }
        return Rehearsal{std::move(*directory), copy};
    }
    [[nodiscard]] fs::path const& ledger() const { return m_ledger; }

private:
    Rehearsal(StagingDirectory directory, fs::path ledger) : m_directory{std::move(directory)}, m_ledger{std::move(ledger)} {}
    StagingDirectory m_directory;
    fs::path m_ledger;
};

Result<void> change(Atlas const& atlas, ledger::Ledger& ledger, ledger::LayerChange change, Layers layers, Date asOf, LayerOutcome& outcome,
                    analysis::Progress const& progress)
{
    auto const before = ledger.tasks();
    if (!before) { return std::unexpected{before.error()}; }
    auto const with = atlas.with(std::move(layers));
    if (!with) { return std::unexpected{with.error()}; }
    auto records = readPlansAgain(ledger, *with, progress);
    if (!records) { return std::unexpected{std::move(records.error())}; }
    change.records = std::move(*records);
    change.who = "layers";
    ledger.askBeforeChange(progress);
    if (auto const done = ledger.changeLayers(change, asOf); !done) { return done; }
    auto const after = ledger.tasks();
    if (!after) { return std::unexpected{after.error()}; }
    outcome.tasks = after->size();
    outcome.changes = siteChanges(*before, *after);
    return {};
}

} // namespace

Result<std::vector<ledger::PlanRecord>> readPlansAgain(ledger::Ledger const& ledger, Atlas const& atlas, analysis::Progress const& progress, Placed placed)
{
    std::vector<ledger::PlanRecord> records;
    auto const plans = ledger.plans();
    if (!plans) { return std::unexpected{plans.error()}; }
    for (auto const& plan : *plans) {
        if (progress && !progress(static_cast<double>(records.size()) / static_cast<double>(plans->size() + 1))) { return fail(ErrorCode::Cancelled, "placing the tasks again was stopped"); }
        auto const document = ledger.document(plan.id);
        if (!document) { return std::unexpected{document.error()}; }
        auto source = toUtf32(document->text);
        if (!source) { return fail(ErrorCode::FileFormat, "the stored text of " + plan.title + " is not UTF-8"); }
        auto record = atlas.readDocument({.name = document->name, .encoding = document->encoding, .sha256 = plan.sha256, .source = std::move(*source)});
        if (!record) { return std::unexpected{std::move(record.error())}; }
        // A newer reader may give another id; what is corrected and told under the old one must stay with it.
        if (record->plan.id != plan.id) { return fail(ErrorCode::LedgerConflict, plan.title + " is read otherwise now", "Import it again first."); }
        if (placed == Placed::No) { record->sites = {}; }
        records.push_back(std::move(*record));
    }
    return records;
}

std::vector<SiteChange> siteChanges(std::vector<ledger::TaskRow> const& before, std::vector<ledger::TaskRow> const& after)
{
    std::map<std::string, ledger::TaskRow const*> old;
    for (auto const& task : before) { old.emplace(task.id, &task); }
    std::vector<SiteChange> changes;
    for (auto const& task : after) {
        std::map<Key, std::vector<place::Site const*>> had;
        if (auto const at = old.find(task.id); at != old.end()) {
            for (auto const& site : at->second->sites) { had[keyOf(site)].push_back(&site); }
        }
        auto const add = [&](place::Site const* from, place::Site const* to) {
            SiteChange change{.taskId = task.id, .taskNo = task.taskNo.empty() ? task.problemNo : task.taskNo, .planTitle = task.planTitle, .before = {}, .after = {}};
            if (from != nullptr) { change.before = *from; }
            if (to != nullptr) { change.after = *to; }
            if (from != nullptr && to != nullptr) { change.movedM = movedM(*from, *to); }
            changes.push_back(std::move(change));
        };
        std::vector<place::Site const*> fresh;
        for (auto const& site : task.sites) {
            auto& same = had[keyOf(site)];
            if (same.empty()) {
                fresh.push_back(&site);
                continue;
            }
            if (!isSame(*same.front(), site)) { add(same.front(), &site); }
            same.erase(same.begin());
        }
        // What stood for a task as a whole (its county) gives way to what it names: told as one change.
        std::vector<place::Site const*> gone;
        for (auto const& [key, sites] : had) { gone.insert(gone.end(), sites.begin(), sites.end()); }
        for (std::size_t i = 0; i < std::max(fresh.size(), gone.size()); ++i) {
            add(i < gone.size() ? gone[i] : nullptr, i < fresh.size() ? fresh[i] : nullptr);
        }
    }
    return changes;
}

Result<LayerOutcome> addUserLayer(Atlas const& atlas, fs::path const& path, UserLayerRequest const& request, Date asOf, bool dryRun,
                                  analysis::Progress const& progress)
{
    auto made = readUserLayer(request, atlas.layers());
    if (!made) { return std::unexpected{std::move(made.error())}; }
    auto const rehearsal = dryRun ? Rehearsal::make(path).transform([](Rehearsal&& one) { return std::optional{std::move(one)}; })
                                  : Result<std::optional<Rehearsal>>{};
    if (!rehearsal) { return std::unexpected{rehearsal.error()}; }
    auto ledger = ledger::Ledger::open(*rehearsal ? (*rehearsal)->ledger() : path, true);
    if (!ledger) { return std::unexpected{std::move(ledger.error())}; }
    auto layers = ledger->layers();
    if (!layers) { return std::unexpected{std::move(layers.error())}; }
    LayerOutcome outcome{.report = std::move(made->report), .layerId = made->layer.id, .changes = {}};
    if (auto const at = std::ranges::find(*layers, made->layer.id, &geo::Layer::id); at != layers->end()) {
        if (!at->ofUser()) { return fail(ErrorCode::Usage, "the ledger has a layer " + at->id + " that is not a user's", "Choose another id."); }
        outcome.replaced = true;
        *at = made->layer;
    } else {
        layers->push_back(made->layer);
    }
    ledger::LayerChange wanted;
    wanted.put = std::move(made->layer);
    if (auto const done = change(atlas, *ledger, std::move(wanted), std::move(*layers), asOf, outcome, progress); !done) { return std::unexpected{done.error()}; }
    return outcome;
}

Result<LayerOutcome> removeUserLayer(Atlas const& atlas, fs::path const& path, std::string const& id, Date asOf, bool dryRun,
                                     analysis::Progress const& progress)
{
    auto const rehearsal = dryRun ? Rehearsal::make(path).transform([](Rehearsal&& one) { return std::optional{std::move(one)}; })
                                  : Result<std::optional<Rehearsal>>{};
    if (!rehearsal) { return std::unexpected{rehearsal.error()}; }
    auto ledger = ledger::Ledger::open(*rehearsal ? (*rehearsal)->ledger() : path, false);
    if (!ledger) { return std::unexpected{std::move(ledger.error())}; }
    auto layers = ledger->layers();
    if (!layers) { return std::unexpected{std::move(layers.error())}; }
    auto const at = std::ranges::find(*layers, id, &geo::Layer::id);
    if (at == layers->end()) {
        std::string all;
        for (auto const& layer : *layers) { all += (all.empty() ? "" : ", ") + layer.id; }
        return fail(ErrorCode::NotFound, "the ledger has no layer \"" + id + "\"", all.empty() ? "It has none." : "It has " + all + ".");
    }
    if (!at->ofUser()) { return fail(ErrorCode::Usage, id + " is a result of the program, not a user's layer"); }
    layers->erase(at);
    LayerOutcome outcome{.report = {}, .layerId = id, .changes = {}};
    ledger::LayerChange wanted;
    wanted.remove = id;
    if (auto const done = change(atlas, *ledger, std::move(wanted), std::move(*layers), asOf, outcome, progress); !done) { return std::unexpected{done.error()}; }
    return outcome;
}

Result<Atlas> atlasFor(fs::path const& path)
{
    auto atlas = Atlas::load();
    std::error_code ignored;
    if (!atlas || path.empty() || !fs::exists(path, ignored)) { return atlas; }
    auto layers = ledger::Ledger::openReadOnly(path).and_then([](ledger::Ledger const& ledger) { return ledger.layers(); });
    if (!layers) { return std::unexpected{std::move(layers.error())}; }
    if (std::ranges::none_of(*layers, &geo::Layer::ofUser)) { return atlas; }
    return atlas->with(std::move(*layers));
}

} // namespace zhengtu::workspace
