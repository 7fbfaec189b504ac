#include "map/layer_desk.hpp"

#include "map/reasons.hpp"
#include "map/words.hpp"
#include "workspace/spatial_query.hpp"

#include <QRegularExpression>

#include <algorithm>
#include <utility>

namespace zhengtu::map {

LayerDesk::LayerDesk(Backend& backend, JobRunner& jobs, Messages& messages, QObject* parent)
    : QObject{parent}, m_backend{backend}, m_jobs{jobs}, m_messages{messages}
{
}

void LayerDesk::ask(std::vector<std::filesystem::path> const& files)
{
    bool const idle = m_waiting.empty() && !m_look && !m_looking;
    m_waiting.insert(m_waiting.end(), files.begin(), files.end());
    if (idle) { next(); }
}

void LayerDesk::next()
{
    m_look.reset();
    m_request = {};
    m_accuracy.clear();
    if (!m_waiting.empty()) {
        m_request.file = std::move(m_waiting.front());
        m_waiting.pop_front();
        look(true);
    }
    emit changed();
}

void LayerDesk::look(bool anew)
{
    m_looking = true;
    m_jobs.run(tr("Looking at %1").arg(fileName()), [this, anew, request = m_request](analysis::Progress const&) -> JobRunner::Answer {
        auto seen = m_backend.lookAtLayer(request);
        return [this, anew, seen = std::move(seen)] {
            m_looking = false;
            if (seen) {
                looked(*seen, anew);
                return;
            }
            m_messages.add(tr("%1 was not added").arg(fileName()), seen.error());
            anew ? next() : emit changed();
        };
    });
}

void LayerDesk::looked(workspace::UserLayerLook look, bool anew)
{
    auto const known = [&](std::string const& field) { return std::ranges::contains(look.fields, field, &workspace::UserLayerLook::Field::name); };
    if (anew) { m_request.kind = look.kind; }
    if (anew || !known(m_request.nameField)) { m_request.nameField = look.nameField; }
    if (anew || !known(m_request.zoneField)) { m_request.zoneField = look.zoneField; }
    // The name of a county stays; a field that the file has not any more goes.
    auto const wasField = m_look && std::ranges::contains(m_look->fields, m_request.county, &workspace::UserLayerLook::Field::name);
    if (anew || (wasField && !known(m_request.county))) { m_request.county = look.countyField; }
    m_look = std::move(look);
    emit changed();
}

bool LayerDesk::dateWrong() const
{
    static QRegularExpression const form{QStringLiteral("^\\d{4}(-\\d{2}(-\\d{2})?)?$")};
    return !m_request.date.empty() && !form.match(date()).hasMatch();
}

void LayerDesk::accept()
{
    if (!ready()) { return; }
    auto request = m_request;
    if (!zoned()) { request.zoneField.clear(); }
    emit accepted(request);
    next();
}

void LayerDesk::skip() { next(); }

QString LayerDesk::fileName() const { return QString::fromStdString(m_request.file.filename().string()); }

QString LayerDesk::found() const
{
    return m_look ? tr("%1, %2 rows").arg(qs(m_look->format), QString::number(m_look->rows)) : QString{};
}

QString LayerDesk::crsFound() const
{
    if (!m_look || m_look->crs.empty()) { return {}; }
    return qs(m_look->crs) + (m_look->crsReason.empty() ? QString{} : QStringLiteral(" · ") + reasonWords(m_look->crsReason));
}

QString LayerDesk::crsFault() const
{
    if (!m_look || !m_look->crsFault) { return {}; }
    auto const& fault = *m_look->crsFault;
    return reasonWords(fault.detail) + (fault.cure.empty() ? QString{} : QStringLiteral("\n") + reasonWords(fault.cure));
}

QString LayerDesk::encodingFound() const
{
    if (!m_look) { return {}; }
    return qs(m_look->encoding) + (m_look->encodingReason.empty() ? QString{} : QStringLiteral(" · ") + reasonWords(m_look->encodingReason));
}

QString LayerDesk::sample() const
{
    if (!m_look) { return {}; }
    auto const field = std::ranges::find(m_look->fields, m_request.nameField, &workspace::UserLayerLook::Field::name);
    QStringList names;
    if (field != m_look->fields.end()) {
        for (auto const& value : field->values) { names << oneLine(qs(value)); }
    }
    return names.join(tr(", "));
}

QStringList LayerDesk::layers() const
{
    QStringList all;
    if (m_look) {
        for (auto const& name : m_look->layers) { all << qs(name); }
    }
    return all;
}

QStringList LayerDesk::fields() const
{
    QStringList all;
    if (m_look) {
        for (auto const& field : m_look->fields) { all << qs(field.name); }
    }
    return all;
}

QStringList LayerDesk::kinds() const
{
    QStringList all;
    for (auto const kind : workspace::userLayerKinds()) { all << QString::fromUtf8(kind); }
    return all;
}

QStringList LayerDesk::kindWords() const
{
    QStringList all;
    for (auto const kind : workspace::userLayerKinds()) { all << layerKindWord(std::string{kind}); }
    return all;
}

bool LayerDesk::zoned() const { return m_request.kind == "reserve" || m_request.kind == "spring_zone"; }
QString LayerDesk::layer() const { return m_request.layer.empty() && m_look ? qs(m_look->layer) : qs(m_request.layer); }
QString LayerDesk::kind() const { return qs(m_request.kind); }
QString LayerDesk::nameField() const { return qs(m_request.nameField); }
QString LayerDesk::zoneField() const { return qs(m_request.zoneField); }
QString LayerDesk::county() const { return qs(m_request.county); }
QString LayerDesk::title() const { return qs(m_request.title); }
QString LayerDesk::date() const { return qs(m_request.date); }
QString LayerDesk::source() const { return qs(m_request.source); }
QString LayerDesk::licence() const { return qs(m_request.licence); }
QString LayerDesk::crs() const { return qs(m_request.crs); }
QString LayerDesk::encoding() const { return qs(m_request.encoding); }

/// One answer of the form; `looks`: what is found in the file depends on it.
template <class Value> void LayerDesk::say(Value workspace::UserLayerRequest::* field, Value value, bool looks)
{
    if (m_request.*field == value) { return; }
    m_request.*field = std::move(value);
    if (looks) { look(false); }
    emit changed();
}

void LayerDesk::setLayer(QString const& layer)
{
    if (layer != this->layer()) { say(&workspace::UserLayerRequest::layer, utf8(layer), true); }
}

void LayerDesk::setCrs(QString const& crs) { say(&workspace::UserLayerRequest::crs, utf8(crs), true); }
void LayerDesk::setEncoding(QString const& encoding) { say(&workspace::UserLayerRequest::encoding, utf8(encoding), true); }
void LayerDesk::setSwapped(bool swapped) { say(&workspace::UserLayerRequest::swapAxes, swapped, true); }
void LayerDesk::setKind(QString const& kind) { say(&workspace::UserLayerRequest::kind, utf8(kind)); }
void LayerDesk::setNameField(QString const& field) { say(&workspace::UserLayerRequest::nameField, utf8(field)); }
void LayerDesk::setZoneField(QString const& field) { say(&workspace::UserLayerRequest::zoneField, utf8(field)); }
void LayerDesk::setCounty(QString const& county) { say(&workspace::UserLayerRequest::county, utf8(county.trimmed())); }
void LayerDesk::setReplaces(bool replaces) { say(&workspace::UserLayerRequest::replace, replaces); }
void LayerDesk::setTitle(QString const& title) { say(&workspace::UserLayerRequest::title, utf8(title.trimmed())); }
void LayerDesk::setDate(QString const& date) { say(&workspace::UserLayerRequest::date, utf8(date.trimmed())); }
void LayerDesk::setSource(QString const& source) { say(&workspace::UserLayerRequest::source, utf8(source.trimmed())); }
void LayerDesk::setLicence(QString const& licence) { say(&workspace::UserLayerRequest::licence, utf8(licence.trimmed())); }

void LayerDesk::setAccuracy(QString const& accuracy)
{
    m_accuracy = accuracy.trimmed();
    say(&workspace::UserLayerRequest::accuracyM, m_accuracy.isEmpty() ? 0.0 : workspace::metresOf(utf8(m_accuracy)).value_or(-1));
}

} // namespace zhengtu::map
