#include "cartography/renderer.hpp"
#include "map/session.hpp"
#include "map/sources.hpp"
#include "map/words.hpp"

#include <QDir>

#include <array>
#include <cmath>
#include <utility>

/// A sheet for the wall or a report: the map as it is on show, with what must stand round it.
namespace zhengtu::map {
namespace {

/// Long and short side (ISO 216) in millimetres, and how fine it is drawn: a wall sheet is read from further off.
struct Paper {
    char const* name;
    double longMm, shortMm, dpi;
};
constexpr std::array papers{Paper{"A4", 297, 210, 300}, Paper{"A3", 420, 297, 300}, Paper{"A2", 594, 420, 200}, Paper{"A1", 841, 594, 150}, Paper{"A0", 1189, 841, 150}};

} // namespace

void Session::exportPicture(QUrl const& file, QString const& title, QString const& paperName, bool landscape, QRectF const& extent)
{
    auto const renderer = m_scene.renderer();
    auto const* const paper = std::ranges::find(papers, paperName, [](Paper const& one) { return QString::fromLatin1(one.name); });
    if (!renderer || paper == papers.end() || extent.isNull()) { return; }
    auto const path = QDir::cleanPath(file.toLocalFile());
    QStringList note{tr("As of %1; CGCS2000; dashed and hatched: schematic").arg(asOf())};
    if (m_snapshot) { note.front() += QStringLiteral("; ") + tr("%1 of %2 tasks are on the map").arg(QString::number(m_filter.locatedCount()), QString::number(m_filter.total())); }
    if (auto const sources = sourceLines(renderer->scene(), m_language.english()); !sources.isEmpty()) { note << tr("Sources and licences: %1").arg(sources.join(QStringLiteral("; "))); }
    note << tr("Map approval no.:");
    cartography::Furniture const furniture{.legend = true, .scaleBar = true, .northArrow = true, .title = utf8(title.trimmed()), .note = utf8(note.join(QLatin1Char('\n'))),
                                           .language = utf8(m_language.english() ? QStringLiteral("en") : QStringLiteral("zh")), .hint = {}};
    auto const px = [paper](double mm) { return static_cast<int>(std::lround(mm * paper->dpi / 25.4)); };
    QSize const pixels = landscape ? QSize{px(paper->longMm), px(paper->shortMm)} : QSize{px(paper->shortMm), px(paper->longMm)};
    geo::Extent const area{extent.left(), extent.top(), extent.right(), extent.bottom()};
    m_jobs.run(tr("Drawing the picture"), [this, renderer, furniture, pixels, area, path, dpi = paper->dpi](analysis::Progress const&) -> JobRunner::Answer {
        auto const camera = renderer->fit(area, pixels, dpi, furniture); // beside the legend, not under it
        auto done = cartography::renderFile(*renderer, camera, pixels, dpi, furniture, path.toStdString());
        return [this, path, done = std::move(done)] {
            if (done) { m_messages.add(Messages::Note, tr("The picture is in %1").arg(path), {}); }
            else { m_messages.add(tr("Drawing the picture"), done.error()); }
        };
    });
}

} // namespace zhengtu::map
