#include "map/query_form.hpp"

#include "map/answer_sheet.hpp"
#include "map/words.hpp"

#include <chrono>
#include <set>
#include <utility>

namespace zhengtu::map {
namespace {

constexpr auto pause = std::chrono::milliseconds{300}; ///< after the last key

} // namespace

QueryForm::QueryForm(Backend& backend, JobRunner& jobs, QueryController& query, Messages& messages, QObject* parent)
    : QObject{parent}, m_backend{backend}, m_jobs{jobs}, m_query{query}, m_messages{messages}
{
    m_wait.setSingleShot(true);
    m_wait.setInterval(pause);
    connect(&m_wait, &QTimer::timeout, this, &QueryForm::count);
    connect(&m_counts, &JobRunner::busyChanged, this, &QueryForm::countingChanged);
    connect(&m_conditions, &QueryConditions::edited, this, &QueryForm::touched);
    connect(&m_filter, &QueryFilter::edited, this, &QueryForm::touched);
}

void QueryForm::show(SnapshotRef snapshot, Date asOf)
{
    m_snapshot = std::move(snapshot);
    m_asOf = asOf;
    if (m_snapshot) { m_filter.setLedger(*m_snapshot); }
    emit savedChanged();
    touched();
}

void QueryForm::retranslate()
{
    m_filter.retranslate();
    emit savedChanged();
    touched();
}

Result<workspace::SpatialQuery> QueryForm::query() const
{
    auto terms = m_conditions.terms();
    if (!terms) { return std::unexpected{std::move(terms).error()}; }
    workspace::SpatialQuery query{.terms = *std::move(terms), .filter = m_filter.filter(), .certainOnly = m_certain};
    if (auto const fine = workspace::check(query); !fine) { return std::unexpected{fine.error()}; }
    return query;
}

void QueryForm::setCertain(bool certain)
{
    if (std::exchange(m_certain, certain) != certain) { touched(); }
}

QStringList QueryForm::saved() const
{
    QStringList names;
    if (m_snapshot) {
        for (auto const& one : m_snapshot->queries) { names << qs(one.name); }
    }
    return names;
}

QStringList QueryForm::savedWords() const
{
    QStringList words;
    if (m_snapshot) {
        for (auto const& one : m_snapshot->queries) {
            auto const query = workspace::queryFrom(one.definition);
            words << (query ? queryWords(*query) : errorWords(query.error()));
        }
    }
    return words;
}

void QueryForm::touched()
{
    ++m_question;
    m_counts.cancel();
    say({}, false);
    if (m_snapshot && !m_conditions.empty()) { m_wait.start(); }
    emit changed();
    emit countingChanged();
}

void QueryForm::say(QString const& preview, bool failed)
{
    m_preview = preview;
    m_failed = failed;
    emit previewChanged();
}

void QueryForm::count()
{
    emit countingChanged();
    if (!m_snapshot || m_conditions.empty()) { return; }
    auto const query = this->query();
    if (!query) {
        say(hintWords(query.error()), true);
        return;
    }
    auto const question = ++m_question;
    m_counts.run({}, [this, question, snapshot = m_snapshot, query = *query, asOf = m_asOf](analysis::Progress const& progress) -> JobRunner::Answer {
        auto const found = m_backend.ask(snapshot, query, asOf, progress);
        if (!found) {
            return [this, question, error = found.error()] {
                if (question == m_question && error.code != ErrorCode::Cancelled) { say(hintWords(error), true); }
            };
        }
        std::set<std::string> yes, hit;
        for (auto const& row : found->answer.rows) {
            hit.insert(row.task.id);
            if (row.hit.answer == analysis::Answer::Yes) { yes.insert(row.task.id); }
        }
        return [this, question, asked = found->answer.tasks, yes = yes.size(), maybe = hit.size() - yes.size()] {
            if (question == m_question) {
                say(tr("Of %1 tasks %2 certainly, %3 maybe").arg(QString::number(asked), QString::number(yes), QString::number(maybe)), false);
            }
        };
    });
}

void QueryForm::run()
{
    auto const query = this->query();
    if (!m_snapshot || !query) { return; }
    m_query.ask(m_snapshot, *query, m_asOf);
}

Result<workspace::SpatialQuery> QueryForm::storedQuery(int saved) const
{
    if (!m_snapshot || saved < 0 || static_cast<std::size_t>(saved) >= m_snapshot->queries.size()) { return fail(ErrorCode::NotFound, ""); }
    return workspace::queryFrom(m_snapshot->queries[static_cast<std::size_t>(saved)].definition);
}

void QueryForm::runSaved(int saved)
{
    auto const query = storedQuery(saved);
    if (query) { m_query.ask(m_snapshot, *query, m_asOf); }
    else if (query.error().code != ErrorCode::NotFound) { m_messages.add(this->saved().value(saved), query.error()); }
}

void QueryForm::change(QString const& title, std::function<Result<void>()> work)
{
    m_jobs.run(title, [this, title, work = std::move(work)](analysis::Progress const&) -> JobRunner::Answer {
        auto const done = work();
        return [this, title, done] {
            if (!done) { m_messages.add(title, done.error()); }
            else { emit stored(); }
        };
    });
}

void QueryForm::save(QString const& name)
{
    auto const query = this->query();
    if (!m_snapshot || !query || name.trimmed().isEmpty()) { return; }
    change(tr("Saving the query %1").arg(name.trimmed()), [this, path = m_snapshot->path, name = utf8(name.trimmed()), query = *query, asOf = m_asOf] {
        return m_backend.saveQuery(path, name, query, true, asOf);
    });
}

void QueryForm::rename(int saved, QString const& name)
{
    auto const query = storedQuery(saved);
    auto const old = saved >= 0 ? this->saved().value(saved) : QString{};
    auto const wanted = name.trimmed();
    if (!query || wanted.isEmpty() || wanted == old) { return; }
    // First under the new name, which must be free, so that nothing is lost between the two.
    change(tr("Renaming the query %1").arg(old), [this, path = m_snapshot->path, old = utf8(old), wanted = utf8(wanted), query = *query, asOf = m_asOf] {
        return m_backend.saveQuery(path, wanted, query, false, asOf).and_then([&] { return m_backend.removeQuery(path, old, asOf); });
    });
}

void QueryForm::remove(int saved)
{
    auto const name = saved >= 0 ? this->saved().value(saved) : QString{};
    if (name.isEmpty()) { return; }
    change(tr("Removing the query %1").arg(name), [this, path = m_snapshot->path, name = utf8(name), asOf = m_asOf] {
        return m_backend.removeQuery(path, name, asOf);
    });
}

void QueryForm::choose(int saved)
{
    auto const query = storedQuery(saved);
    if (query) {
        m_conditions.set(query->terms);
        m_filter.set(query->filter);
        setCertain(query->certainOnly);
    } else if (query.error().code != ErrorCode::NotFound) {
        say(hintWords(query.error()), true);
    }
}

void QueryForm::reset()
{
    m_conditions.set({});
    m_filter.set({});
    setCertain(false);
}

} // namespace zhengtu::map
