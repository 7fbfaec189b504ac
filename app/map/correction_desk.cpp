#include "map/correction_desk.hpp"

#include "map/words.hpp"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <array>
#include <utility>

namespace zhengtu::map {
namespace {

/// What happened, in words.
QString eventWord(std::string const& what)
{
    static constexpr std::array<std::pair<std::string_view, char const*>, 14> words{{
        {"status", QT_TRANSLATE_NOOP("CorrectionDesk", "state")},
        {"correct-deadline", QT_TRANSLATE_NOOP("CorrectionDesk", "deadline corrected")},
        {"correct-unit", QT_TRANSLATE_NOOP("CorrectionDesk", "unit corrected")},
        {"correct-categories", QT_TRANSLATE_NOOP("CorrectionDesk", "categories corrected")},
        {"correct-text", QT_TRANSLATE_NOOP("CorrectionDesk", "text corrected")},
        {"split", QT_TRANSLATE_NOOP("CorrectionDesk", "split")},
        {"merge", QT_TRANSLATE_NOOP("CorrectionDesk", "merged")},
        {"relabel", QT_TRANSLATE_NOOP("CorrectionDesk", "relabelled")},
        {"place", QT_TRANSLATE_NOOP("CorrectionDesk", "place corrected")},
        {"place-reset", QT_TRANSLATE_NOOP("CorrectionDesk", "place as it was read")},
        {"undo", QT_TRANSLATE_NOOP("CorrectionDesk", "undone")},
        {"redo", QT_TRANSLATE_NOOP("CorrectionDesk", "done again")},
        {"not-reapplied", QT_TRANSLATE_NOOP("CorrectionDesk", "does not fit the new document")},
        {"task-added", QT_TRANSLATE_NOOP("CorrectionDesk", "read from the plan")},
    }};
    auto const* const found = std::ranges::find(words, what, [](auto const& pair) { return pair.first; });
    return found == words.end() ? qs(what) : QCoreApplication::translate("CorrectionDesk", found->second);
}

} // namespace

CorrectionDesk::CorrectionDesk(Backend& backend, JobRunner& jobs, Messages& messages, QObject* parent)
    : QObject{parent}, m_backend{backend}, m_jobs{jobs}, m_messages{messages}
{
}

void CorrectionDesk::show(SnapshotRef snapshot, std::string const& taskId, Date asOf)
{
    bool const other = m_task == nullptr || m_task->id != taskId;
    m_snapshot = std::move(snapshot);
    m_asOf = asOf;
    m_task = nullptr;
    if (m_snapshot) {
        auto const found = std::ranges::find(m_snapshot->tasks, taskId, &ledger::TaskRow::id);
        if (found != m_snapshot->tasks.end()) { m_task = &*found; }
    }
    if (other || m_task == nullptr || m_site >= static_cast<int>(m_task->sites.size())) {
        m_site = 0;
        m_everywhere = false;
    }
    setDrawing(Drawing::None);
    fill();
}

void CorrectionDesk::fill()
{
    std::vector<FactsModel::Fact> sites, candidates, categories, units, history;
    m_namesakes = 0;
    if (m_task != nullptr) {
        for (auto const& site : m_task->sites) {
            sites.push_back({precisionWord(site.precision), site.place.empty() ? tr("(no place named)") : qs(site.place), {}, qs(site.id), {}});
        }
        if (m_site < static_cast<int>(m_task->sites.size())) {
            auto const& site = m_task->sites[static_cast<std::size_t>(m_site)];
            for (auto const& candidate : site.candidates) { candidates.push_back({{}, qs(candidate.name), {}, qs(candidate.featureId), {}}); }
            m_namesakes = static_cast<int>(workspace::namesakes(m_snapshot->tasks, m_snapshot->plans, m_snapshot->events, site.id).size());
        }
        auto keys = m_task->categories; // its own first, also those that a user's dictionary adds
        for (auto const* const key : {"air", "water", "soil", "solid-waste", "mines-ecology", "nature-reserve", "noise", "capacity", "duty"}) {
            if (!std::ranges::contains(keys, key)) { keys.emplace_back(key); }
        }
        for (auto const& key : keys) {
            bool const set = std::ranges::contains(m_task->categories, key);
            categories.push_back({categoryWord(key), {}, {}, qs(key), set ? QStringLiteral("yes") : QString{}});
        }
        for (auto const& unit : m_task->units) { units.push_back({roleWord(unit.role), oneLine(qs(unit.name.text)), {}, QString::fromLatin1(plan::name(unit.role)), {}}); }
        auto const about = [&](std::string const& subject) {
            return subject == m_task->id || subject.starts_with(m_task->id + "-") || subject == m_task->problemId;
        };
        for (auto const& event : m_snapshot->events) {
            if (about(event.subject)) { history.push_back({qs(event.when), eventWord(event.what), qs(event.who), qs(event.id), {}}); }
        }
        std::ranges::reverse(history); // the latest first
    }
    m_sites.set(std::move(sites));
    m_candidates.set(std::move(candidates));
    m_categories.set(std::move(categories));
    m_units.set(std::move(units));
    m_history.set(std::move(history));
    emit changed();
}

QString CorrectionDesk::state() const { return m_task != nullptr ? qs(m_task->status) : QString{}; }

QString CorrectionDesk::dates() const
{
    if (m_task == nullptr) { return {}; }
    QStringList parts;
    for (auto const date : m_task->deadline.dates) { parts << qs(isoDate(date)); }
    if (parts.isEmpty()) { parts << QString::fromLatin1(plan::name(m_task->deadline.kind)); }
    else if (m_task->deadline.longTerm) { parts << QStringLiteral("long-term"); }
    return parts.join(QLatin1Char(','));
}

void CorrectionDesk::setSite(int index)
{
    if (index == m_site || m_task == nullptr || index < 0 || index >= static_cast<int>(m_task->sites.size())) { return; }
    m_site = index;
    m_everywhere = false;
    setDrawing(Drawing::None);
    fill();
}

void CorrectionDesk::setEverywhere(bool everywhere)
{
    if (everywhere == m_everywhere) { return; }
    m_everywhere = everywhere;
    emit changed();
}

void CorrectionDesk::setDrawing(Drawing drawing)
{
    if (drawing == m_drawing) { return; }
    m_drawing = drawing;
    emit drawingChanged();
}

void CorrectionDesk::correct(QString const& title, Work work)
{
    if (!m_snapshot) { return; }
    m_jobs.run(title, [this, title, work = std::move(work), path = m_snapshot->path, asOf = m_asOf](analysis::Progress const&) -> JobRunner::Answer {
        auto done = work(m_backend, path, asOf);
        return [this, title, done = std::move(done)] {
            if (!done) { m_messages.add(title, done.error()); }
            else if (!done->empty()) { emit corrected(); }
        };
    });
}

void CorrectionDesk::correctTask(workspace::TaskWish wish)
{
    if (m_task == nullptr) { return; }
    correct(tr("Correcting the task"), [id = m_task->id, wish = std::move(wish)](Backend& backend, std::filesystem::path const& path, Date asOf) {
        return backend.correctTask(path, id, wish, asOf);
    });
}

void CorrectionDesk::correctSite(workspace::SiteWish wish)
{
    if (m_task == nullptr || m_site >= static_cast<int>(m_task->sites.size())) { return; }
    auto const& id = m_task->sites[static_cast<std::size_t>(m_site)].id;
    correct(tr("Correcting the place"), [id, wish = std::move(wish), all = m_everywhere](Backend& backend, std::filesystem::path const& path, Date asOf) {
        return backend.correctSite(path, id, wish, all, asOf);
    });
}

void CorrectionDesk::setStatus(QString const& status)
{
    workspace::TaskWish wish;
    wish.status = utf8(status);
    correctTask(std::move(wish));
}

void CorrectionDesk::setDeadline(QString const& text)
{
    workspace::TaskWish wish;
    wish.deadline = utf8(text.trimmed());
    correctTask(std::move(wish));
}

void CorrectionDesk::toggleCategory(QString const& key)
{
    if (m_task == nullptr) { return; }
    workspace::TaskWish wish;
    auto keys = m_task->categories;
    if (std::erase(keys, utf8(key)) == 0) { keys.push_back(utf8(key)); }
    wish.categories = std::move(keys);
    correctTask(std::move(wish));
}

void CorrectionDesk::setRole(QString const& unit, QString const& role)
{
    workspace::TaskWish wish;
    wish.roles.emplace_back(utf8(unit), utf8(role));
    correctTask(std::move(wish));
}

void CorrectionDesk::pick(int candidate)
{
    workspace::SiteWish wish;
    wish.how = workspace::SiteWish::How::Candidate;
    wish.candidate = static_cast<std::size_t>(candidate) + 1; // a person counts from 1
    correctSite(std::move(wish));
}

void CorrectionDesk::notAPlace()
{
    workspace::SiteWish wish;
    wish.how = workspace::SiteWish::How::NotAPlace;
    correctSite(std::move(wish));
}

void CorrectionDesk::reset()
{
    workspace::SiteWish wish;
    wish.how = workspace::SiteWish::How::Reset;
    correctSite(std::move(wish));
}

void CorrectionDesk::placeAt(QList<QGeoCoordinate> const& corners)
{
    geo::Part part;
    for (auto const& corner : corners) { part.outline.push_back({corner.longitude(), corner.latitude()}); }
    auto const type = m_drawing == Drawing::Pin ? geo::ShapeType::Point : m_drawing == Drawing::Line ? geo::ShapeType::Line : geo::ShapeType::Polygon;
    auto const least = type == geo::ShapeType::Point ? 1U : type == geo::ShapeType::Line ? 2U : 3U;
    bool const asked = m_drawing != Drawing::None;
    setDrawing(Drawing::None);
    if (!asked || part.outline.size() < least) { return; }
    if (type == geo::ShapeType::Point) { part.outline.resize(1); }
    if (type == geo::ShapeType::Polygon) { part.outline.push_back(part.outline.front()); }
    workspace::SiteWish wish;
    wish.how = workspace::SiteWish::How::Drawn;
    wish.shape = {type, {std::move(part)}};
    correctSite(std::move(wish));
}

void CorrectionDesk::undo()
{
    correct(tr("Undo"), [](Backend& backend, std::filesystem::path const& path, Date asOf) { return backend.stepBack(path, true, asOf); });
}

void CorrectionDesk::redo()
{
    correct(tr("Redo"), [](Backend& backend, std::filesystem::path const& path, Date asOf) { return backend.stepBack(path, false, asOf); });
}

} // namespace zhengtu::map
