#include "map/hotspot_form.hpp"

#include "map/hotspot_sheet.hpp"
#include "map/hotspot_weights.hpp"
#include "map/reasons.hpp"
#include "map/words.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <utility>

namespace zhengtu::map {
namespace {

using workspace::HotspotMethod;
using workspace::HotspotWish;

constexpr auto pause = std::chrono::milliseconds{300}; ///< after the last key
constexpr std::size_t quickPermutations = 99;          ///< of a look at what is proposed: they do not change the proposals

QString const unit = QStringLiteral("unit"), count = QStringLiteral("count"), weight = QStringLiteral("weight"), every = QStringLiteral("every_county");

} // namespace

HotspotForm::HotspotForm(Backend& backend, JobRunner& jobs, Messages& messages, ResultSheet& sheet, QObject* parent)
    : QObject{parent}, m_backend{backend}, m_jobs{jobs}, m_messages{messages}, m_sheet{sheet}
{
    m_wait.setSingleShot(true);
    m_wait.setInterval(pause);
    connect(&m_wait, &QTimer::timeout, this, &HotspotForm::propose);
    connect(&m_proposals, &JobRunner::busyChanged, this, &HotspotForm::proposingChanged);
    connect(&m_fields, &FormFields::edited, this, &HotspotForm::touched);
    connect(&m_filter, &QueryFilter::edited, this, &HotspotForm::touched);
    fill();
}

void HotspotForm::show(SnapshotRef snapshot, Date asOf)
{
    m_snapshot = std::move(snapshot);
    m_asOf = asOf;
    if (m_snapshot) {
        m_filter.setLedger(*m_snapshot);
        fill(); // names that the tasks have
    }
    touched();
}

void HotspotForm::retranslate()
{
    m_filter.retranslate();
    fill();
    touched();
}

void HotspotForm::setMethod(int method)
{
    auto const wanted = static_cast<HotspotMethod>(std::clamp(method, 0, static_cast<int>(HotspotMethod::Counties)));
    if (std::exchange(m_method, wanted) == wanted) { return; }
    fill();
    touched();
}

QStringList HotspotForm::methods() const
{
    QStringList words;
    for (int method = 0; method <= static_cast<int>(HotspotMethod::Counties); ++method) { words << methodWord(static_cast<HotspotMethod>(method)); }
    return words;
}

QString HotspotForm::layerName() const { return QStringLiteral("hotspots_") + QString::fromUtf8(workspace::name(m_method)); }

void HotspotForm::fill()
{
    using Type = FormFields::Type;
    auto const text = [](char const* key, QString const& label, QString const& placeholder = {}) {
        return FormFields::Field{.key = QString::fromLatin1(key), .type = Type::Text, .label = label, .value = {}, .note = {}, .placeholder = placeholder};
    };
    std::vector<FormFields::Field> fields;
    switch (m_method) {
    case HotspotMethod::Density: fields = {text("radius_m", tr("Radius of the kernel")), text("cell_m", tr("Cell of the raster"))}; break;
    case HotspotMethod::Clusters: fields = {text("eps_m", tr("Sites nearer than")), text("min_sites", tr("Sites of a cluster, at least"))}; break;
    case HotspotMethod::Gi:
        fields = {{.key = unit, .type = Type::Choice, .label = tr("What is compared"), .value = {}, .note = {}, .choices = {tr("as the data allow"), tr("hexagons"), tr("sites"), tr("counties")},
                   .values = {{}, QStringLiteral("cell"), QStringLiteral("site"), QStringLiteral("county")}},
                  text("band_m", tr("Neighbours within")), text("cell_m", tr("Width of a hexagon")), text("permutations", tr("Permutations"), QStringLiteral("9999")),
                  text("fdr", tr("False discovery rate"), QStringLiteral("0.05"))};
        break;
    case HotspotMethod::Counties:
        fields = {{.key = every, .type = Type::Tick, .label = tr("Also counties that no plan speaks of"), .value = {}, .note = {}}, text("fdr", tr("False discovery rate"), QStringLiteral("0.05")),
                  text("base_file", tr("Divided by numbers of the table"), tr("path of a CSV or XLSX; empty: the area")), text("base_field", tr("Its field"), QStringLiteral("population")),
                  text("base_unit", tr("Rate per so many"), QStringLiteral("1000"))};
        break;
    }
    fields.push_back({.key = count, .type = Type::Choice, .label = tr("What counts"), .value = {}, .note = {}, .choices = {tr("a place once for each problem"), tr("a place for each task")},
                      .values = {{}, QStringLiteral("tasks")}});
    fields.push_back({.key = weight, .type = Type::Choice, .label = tr("Weights"), .value = {}, .note = {}, .choices = {tr("each counts 1"), tr("by state"), tr("by kind of place"), tr("by category")},
                      .values = {{}, QStringLiteral("status"), QStringLiteral("kind"), QStringLiteral("category")}});
    auto single = text("single_weights", tr("Single weights"), tr("overdue=3, water=2"));
    single.note = m_snapshot ? tr("Can be weighed: %1").arg(weightNames(m_snapshot->tasks)) : QString{};
    fields.push_back(std::move(single));
    fields.push_back(text("worst_radius_m", tr("Known to, at worst"), QStringLiteral("10km")));
    auto const id = layerName();
    fields.push_back({.key = QStringLiteral("id:") + id, .type = Type::Text, .label = tr("Name of the layer"), .value = id, .note = tr("An older result of this name is replaced."), .placeholder = id});
    m_fields.setFields(std::move(fields));
}

Result<HotspotWish> HotspotForm::wish() const
{
    HotspotWish wish;
    wish.asOf = m_asOf;
    auto const value = [this](char const* key) { return m_fields.value(QString::fromLatin1(key)); };
    struct Distance {
        char const* key;
        double HotspotWish::* metres;
    };
    for (auto const& [key, metres] : {Distance{"radius_m", &HotspotWish::radiusM}, {"cell_m", &HotspotWish::cellM}, {"band_m", &HotspotWish::bandM}, {"eps_m", &HotspotWish::epsM},
                                      {"worst_radius_m", &HotspotWish::worstRadiusM}}) {
        auto const written = value(key);
        if (written.isEmpty()) { continue; }
        auto const read = workspace::metresOf(utf8(written));
        if (!read || *read <= 0) { return fail(ErrorCode::Usage, "\"" + utf8(written) + "\" is no distance", "Write a distance as 500m or 2km."); }
        wish.*metres = *read;
    }
    struct Number {
        char const* key;
        std::size_t HotspotWish::* number;
        unsigned least;
    };
    for (auto const& [key, number, least] : {Number{"min_sites", &HotspotWish::minSites, 2}, {"permutations", &HotspotWish::permutations, 99}}) {
        auto const written = value(key);
        if (written.isEmpty()) { continue; }
        bool isNumber = false;
        auto const read = written.toUInt(&isNumber);
        if (!isNumber || read < least || read > 999'999) { return fail(ErrorCode::Usage, "\"" + utf8(written) + "\" is no number from " + std::to_string(least) + " on"); }
        wish.*number = read;
    }
    if (auto const written = value("fdr"); !written.isEmpty()) {
        bool isNumber = false;
        wish.discoveryRate = written.toDouble(&isNumber);
        if (!isNumber || !(wish.discoveryRate > 0) || wish.discoveryRate > 0.5) { return fail(ErrorCode::Usage, "\"" + utf8(written) + "\" is no rate above 0, up to 0.5"); }
    }
    if (auto const written = value("base_unit"); !written.isEmpty()) {
        bool isNumber = false;
        wish.baseUnit = written.toDouble(&isNumber);
        if (!isNumber || !(wish.baseUnit > 0) || !std::isfinite(wish.baseUnit)) { return fail(ErrorCode::Usage, "\"" + utf8(written) + "\" is no number above zero"); }
    }
    using workspace::GiUnit;
    auto const by = m_fields.value(unit);
    wish.unit = by == QLatin1String("cell") ? GiUnit::Cells : by == QLatin1String("site") ? GiUnit::Sites : by == QLatin1String("county") ? GiUnit::Counties : GiUnit::Auto;
    wish.count = m_fields.value(count).isEmpty() ? workspace::CountBy::Problems : workspace::CountBy::Tasks;
    wish.weightBy = utf8(m_fields.value(weight));
    if (m_snapshot) {
        auto single = weightsOf(m_fields.value(QStringLiteral("single_weights")), m_snapshot->tasks);
        if (!single) { return std::unexpected{single.error()}; }
        wish.weights = *std::move(single);
    }
    wish.everyCounty = m_fields.value(every) == QLatin1String("yes");
    return wish;
}

Result<workspace::HotspotQuestion> HotspotForm::question() const
{
    return wish().and_then([this](HotspotWish const& wish) -> Result<workspace::HotspotQuestion> {
        workspace::HotspotQuestion question{.method = m_method, .wish = wish, .filter = m_filter.filter(), .baseFile = utf8(m_fields.value(QStringLiteral("base_file"))),
                                            .baseField = utf8(m_fields.value(QStringLiteral("base_field")))};
        auto const name = m_fields.value(QStringLiteral("id:") + layerName());
        if (!name.isEmpty() && name != layerName()) { question.layer = utf8(name); }
        if (question.baseFile.empty() != question.baseField.empty()) { return fail(ErrorCode::Usage, "a table and its field are said together"); }
        return question;
    });
}

void HotspotForm::look(bool open)
{
    m_open = open;
    touched();
}

void HotspotForm::touched()
{
    ++m_question;
    m_proposals.cancel();
    if (m_open && m_snapshot) { m_wait.start(); }
    emit changed();
    emit proposingChanged();
}

void HotspotForm::propose()
{
    emit proposingChanged();
    if (!m_snapshot || !m_open) { return; }
    auto asked = question();
    if (!asked) {
        m_preview = hintWords(asked.error());
        m_failed = true;
        emit previewChanged();
        return;
    }
    if (m_method == HotspotMethod::Gi) { asked->wish.permutations = quickPermutations; }
    auto const question = ++m_question;
    m_proposals.run({}, [this, question, snapshot = m_snapshot, asked = *asked, asOf = m_asOf](analysis::Progress const& progress) -> JobRunner::Answer {
        auto answer = m_backend.hotspotsBy(snapshot, asked, false, asOf, progress);
        return [this, question, answer = std::move(answer)] {
            if (question == m_question) { proposed(answer); }
        };
    });
}

void HotspotForm::proposed(Result<workspace::HotspotAnswer> const& answer)
{
    m_failed = !answer;
    if (!answer) {
        m_preview = hintWords(answer.error());
    } else {
        for (auto const& [name, value, reason] : answer->parameters) {
            if (name != "permutations") { m_fields.note(qs(name), name.ends_with("_m") ? value.empty() ? QString{} : qs(value) + QStringLiteral("m") : qs(value), reasonWords(reason)); }
        }
        QStringList lines{tr("%1 features would be found.").arg(QString::number(answer->layer.features.size()))};
        for (auto const& warning : answer->warnings) { lines << reasonWords(warning); }
        m_preview = lines.join(QLatin1Char('\n'));
    }
    emit previewChanged();
}

void HotspotForm::run()
{
    auto const asked = question();
    if (!m_snapshot || !asked) { return; }
    auto const title = tr("Hotspots: %1").arg(methodWord(m_method).section(QLatin1Char(':'), 0, 0).section(QStringLiteral("："), 0, 0));
    m_jobs.run(title, [this, title, snapshot = m_snapshot, asked = *asked, asOf = m_asOf](analysis::Progress const& progress) -> JobRunner::Answer {
        auto answer = m_backend.hotspotsBy(snapshot, asked, true, asOf, progress);
        return [this, title, method = asked.method, answer = std::move(answer)] {
            if (!answer) {
                m_messages.add(title, answer.error());
                return;
            }
            m_sheet.show([method, answer = *answer] { return hotspotSheet(method, answer); });
            emit stored(qs(answer->layer.id));
        };
    });
}

} // namespace zhengtu::map
