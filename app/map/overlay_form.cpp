#include "map/overlay_form.hpp"

#include "map/overlay_sheet.hpp"
#include "map/words.hpp"

#include <algorithm>
#include <utility>

namespace zhengtu::map {
namespace {

using workspace::OverlayKind;

std::string metresFault(QString const& text) { return "\"" + utf8(text) + "\" is no distance"; }

} // namespace

OverlayForm::OverlayForm(Backend& backend, JobRunner& jobs, Messages& messages, ResultSheet& sheet, QObject* parent)
    : QObject{parent}, m_backend{backend}, m_jobs{jobs}, m_messages{messages}, m_sheet{sheet}
{
    connect(&m_fields, &FormFields::edited, this, &OverlayForm::changed);
    fill();
}

void OverlayForm::show(SnapshotRef snapshot, Date asOf)
{
    m_snapshot = std::move(snapshot);
    m_asOf = asOf;
    emit changed();
}

void OverlayForm::retranslate()
{
    fill();
    emit changed();
}

void OverlayForm::setKind(int kind)
{
    auto const wanted = static_cast<OverlayKind>(std::clamp(kind, 0, static_cast<int>(OverlayKind::Coverage)));
    if (std::exchange(m_kind, wanted) == wanted) { return; }
    fill();
    emit changed();
}

QStringList OverlayForm::kinds() const
{
    return {tr("What two layers share"), tr("What is left of one without the other"), tr("Both together"), tr("Allowable mining area"), tr("Ring around something"),
            tr("Strips along river banks"), tr("Coverage of a grid")};
}

QString OverlayForm::explanation() const
{
    switch (m_kind) {
    case OverlayKind::Intersection: return tr("What each feature of A shares with each of B, with its share of A.");
    case OverlayKind::Difference: return tr("What is left of each feature of A without B.");
    case OverlayKind::Union: return tr("What A and B share, and what is left of each; polygons only.");
    case OverlayKind::Mining: return tr("Mines minus zones and a pillar (保护煤柱) around the zones: before, overlap, pillar and after of each mine.");
    case OverlayKind::Ring: return tr("All within a distance of something, as the 20 km rule asks.");
    case OverlayKind::Bank: return tr("Strips measured outward from the bank: main stems and the rivers that run into them.");
    case OverlayKind::Coverage: return tr("Gaps and overlaps of a grid that should cover an area without a seam.");
    }
    return {};
}

void OverlayForm::fill()
{
    using Type = FormFields::Type;
    auto const target = [](char const* key, QString const& label, QString const& value, QString const& hint, QString const& note = {}) {
        return FormFields::Field{.key = QString::fromLatin1(key), .type = Type::Target, .label = label, .value = value, .note = note, .placeholder = hint};
    };
    auto const metres = [](char const* key, QString const& label, QString const& value, QString const& note = {}) {
        return FormFields::Field{.key = QString::fromLatin1(key), .type = Type::Text, .label = label, .value = value, .note = note, .placeholder = QStringLiteral("50m, 2km")};
    };
    auto const zone = QStringLiteral("spring_zone:晋祠:key, reserve:天龙山");
    auto const optional = tr("may be left empty");
    std::vector<FormFields::Field> fields;
    switch (m_kind) {
    case OverlayKind::Intersection:
    case OverlayKind::Difference:
    case OverlayKind::Union:
        fields = {target("a", tr("A"), {}, QStringLiteral("mine")), target("b", tr("B"), {}, zone)};
        break;
    case OverlayKind::Mining:
        fields = {target("mines", tr("Mines"), QStringLiteral("mine"), QStringLiteral("mine")),
                  target("zones", tr("Taken off"), {}, zone, tr("Several stand side by side with a semicolon between them.")),
                  metres("pillar", tr("Width of the pillar"), {}, tr("No text sets it, so it must be said; 0 is an answer too."))};
        break;
    case OverlayKind::Ring:
        fields = {target("a", tr("Around"), {}, zone), metres("distance", tr("Distance"), QStringLiteral("20km")), target("within", tr("Clipped to"), {}, QStringLiteral("city:太原市"), optional)};
        break;
    case OverlayKind::Bank:
        fields = {target("a", tr("Main stems"), {}, QStringLiteral("river:汾河")), metres("main", tr("Along main stems"), QStringLiteral("100m")),
                  metres("tributary", tr("Along tributaries"), QStringLiteral("50m")),
                  target("tributaries", tr("Tributaries"), {}, QStringLiteral("river"), tr("empty: all that run into the main stems")),
                  target("within", tr("Clipped to"), {}, QStringLiteral("city:太原市"), optional)};
        break;
    case OverlayKind::Coverage:
        fields = {target("a", tr("Grid"), {}, tr("a layer of your own, or a file")), target("within", tr("It should cover"), {}, QStringLiteral("city:太原市"), tr("empty: gaps that its cells enclose"))};
        break;
    }
    fields.push_back(metres("sliver", tr("Slivers are thinner than"), QStringLiteral("1m")));
    auto const id = QStringLiteral("overlay_") + QString::fromUtf8(workspace::name(m_kind));
    fields.push_back({.key = QStringLiteral("id:") + id, .type = Type::Text, .label = tr("Name of the layer"), .value = id,
                      .note = tr("An older result of this name is replaced."), .placeholder = id});
    m_fields.setFields(std::move(fields));
}

Result<workspace::OverlayQuestion> OverlayForm::question() const
{
    workspace::OverlayQuestion question;
    question.kind = m_kind;
    question.a = utf8(m_fields.value(QStringLiteral("a")));
    question.b = utf8(m_fields.value(QStringLiteral("b")));
    question.mines = utf8(m_fields.value(QStringLiteral("mines")));
    question.tributaries = utf8(m_fields.value(QStringLiteral("tributaries")));
    question.within = utf8(m_fields.value(QStringLiteral("within")));
    auto zones = m_fields.value(QStringLiteral("zones"));
    for (auto const& zone : zones.replace(QStringLiteral("；"), QStringLiteral(";")).split(QLatin1Char(';'), Qt::SkipEmptyParts)) {
        if (!zone.trimmed().isEmpty()) { question.zones.push_back(utf8(zone.trimmed())); }
    }
    struct Distance {
        char const* key;
        double workspace::OverlayQuestion::* metres;
        OverlayKind of;
    };
    for (auto const& [key, metres, of] : {Distance{"pillar", &workspace::OverlayQuestion::pillarM, OverlayKind::Mining}, {"distance", &workspace::OverlayQuestion::distanceM, OverlayKind::Ring},
                                          {"main", &workspace::OverlayQuestion::mainM, OverlayKind::Bank}, {"tributary", &workspace::OverlayQuestion::tributaryM, OverlayKind::Bank}}) {
        if (of != m_kind) { continue; }
        auto const text = m_fields.value(QString::fromLatin1(key));
        auto const value = workspace::metresOf(utf8(text));
        if (!value) { return fail(ErrorCode::Usage, text.isEmpty() ? "a distance must be said" : metresFault(text), "Write a distance as 500m or 2km."); }
        question.*metres = *value;
    }
    if (!workspace::metresOf(utf8(m_fields.value(QStringLiteral("sliver"))))) {
        return fail(ErrorCode::Usage, metresFault(m_fields.value(QStringLiteral("sliver"))), "Write a distance as 500m or 2km.");
    }
    if (auto const whole = workspace::check(question); !whole) { return std::unexpected{whole.error()}; }
    return question;
}

QString OverlayForm::missing() const
{
    auto const question = this->question();
    return question ? QString{} : hintWords(question.error());
}

void OverlayForm::run()
{
    auto const question = this->question();
    if (!m_snapshot || !question) { return; }
    auto const proposed = QStringLiteral("overlay_") + QString::fromUtf8(workspace::name(m_kind));
    auto id = m_fields.value(QStringLiteral("id:") + proposed);
    if (id.isEmpty()) { id = proposed; }
    workspace::OverlayWish wish{.id = utf8(id), .title = {}, .sliverM = workspace::metresOf(utf8(m_fields.value(QStringLiteral("sliver")))).value_or(1)};
    auto const title = tr("Overlay: %1").arg(kinds().value(kind()));
    m_jobs.run(title, [this, title, snapshot = m_snapshot, question = *question, wish, asOf = m_asOf](analysis::Progress const& progress) mutable -> JobRunner::Answer {
        wish.progress = progress;
        auto outcome = m_backend.overlay(snapshot, question, wish, asOf);
        return [this, title, outcome = std::move(outcome)] {
            if (!outcome) {
                m_messages.add(title, outcome.error());
                return;
            }
            if (!outcome->complete()) { m_messages.add(Messages::Warning, title, tr("Features were left out or repaired: the result lists them.")); }
            m_sheet.show([outcome = *outcome] { return overlaySheet(outcome); });
            emit stored(qs(outcome->layer.id));
        };
    });
}

} // namespace zhengtu::map
