#include "cartography/fonts.hpp"
#include "cartography/renderer.hpp"

#include <QBuffer>
#include <QHash>
#include <QImage>
#include <QImageWriter>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>
#include <QUuid>

#include <algorithm>
#include <array>
#include <cmath>

namespace zhengtu::cartography {

namespace {

namespace fs = std::filesystem;

constexpr int longestSide = 32'767;         ///< of a QImage that is painted on
constexpr double mostPixels = 400e6;        ///< 1.6 GB
constexpr double printDpi = 300;            ///< grid of a PDF: fine enough for any printer

struct Job {
    Renderer const& renderer;
    View view;
    Furniture const& furniture;
    std::atomic<bool> const* cancelled;
};

QString qt(fs::path const& path) { return QString::fromStdString(path.string()); }

Result<void> paintOn(QPaintDevice& device, Job const& job)
{
    QPainter painter;
    if (!painter.begin(&device)) { return fail(ErrorCode::Internal, "painting could not begin"); }
    bool const finished = job.renderer.draw(painter, job.view, job.furniture, {}, job.cancelled);
    painter.end();
    if (!finished) { return fail(ErrorCode::Cancelled, "drawing was stopped"); }
    return {};
}

Result<void> paintPng(QBuffer& out, Job const& job)
{
    auto const size = job.view.pixels;
    if (size.width() > longestSide || size.height() > longestSide || 1.0 * size.width() * size.height() > mostPixels) {
        return fail(ErrorCode::Usage, "a picture of " + std::to_string(size.width()) + " x " + std::to_string(size.height()) + " pixels is too large",
                    "Take fewer dots per inch, or PDF.");
    }
    QImage image{size, QImage::Format_RGB32};
    if (image.isNull()) { return fail(ErrorCode::Storage, "no memory for the picture", "Take fewer dots per inch, or PDF."); }
    auto const metre = static_cast<int>(std::lround(job.view.dpi / 0.0254));
    if (auto painted = paintOn(image, job); !painted) { return painted; }
    image.setDotsPerMeterX(metre);
    image.setDotsPerMeterY(metre);
    QImageWriter writer{&out, "png"};
    writer.setText(QStringLiteral("Software"), QStringLiteral("Zhengtu"));
    if (!writer.write(image)) { return fail(ErrorCode::Storage, "PNG: " + writer.errorString().toStdString()); }
    return {};
}

/// Qt writes the clock's time into a PDF. Overwriting the entries with blanks keeps all offsets, and equal maps equal bytes.
void forgetTime(QByteArray& pdf)
{
    for (auto const* entry : {"/CreationDate (", "/ModDate ("}) {
        auto const from = pdf.indexOf(entry);
        auto const to = from < 0 ? -1 : pdf.indexOf(')', from);
        if (to > from) { std::fill(pdf.begin() + from, pdf.begin() + to + 1, ' '); }
    }
}

/// Qt's own has the time and a random number in it.
constexpr char plainMetadata[] = R"(<?xpacket begin='' id='W5M0MpCehiHzreSzNTczkc9d'?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/"><xmp:CreatorTool>Zhengtu</xmp:CreatorTool></rdf:Description>
</rdf:RDF></x:xmpmeta>
<?xpacket end='w'?>)";

/// The character that a radical looks like; 0 for anything else. Radicals of Unicode's Kangxi block say so themselves by
/// their compatibility decomposition; most of the supplement's do not, so those that simplified fonts share are listed.
char16_t characterOf(char16_t radical)
{
    if (radical >= 0x2F00 && radical <= 0x2FD5) { return QString{QChar{radical}}.normalized(QString::NormalizationForm_KC).at(0).unicode(); }
    static constexpr std::array<std::pair<char16_t, char16_t>, 30> supplement{{
        {0x2E9F, 0x6BCD}, {0x2EA0, 0x6C11}, {0x2EC1, 0x864E}, {0x2EC4, 0x897F}, {0x2EC5, 0x89C1}, {0x2EC6, 0x89D2}, {0x2EC9, 0x8D1D},
        {0x2ECB, 0x8F66}, {0x2ED1, 0x9577}, {0x2ED3, 0x957F}, {0x2ED4, 0x95E8}, {0x2ED8, 0x9752}, {0x2ED9, 0x97E6}, {0x2EDA, 0x9875},
        {0x2EDB, 0x98CE}, {0x2EDC, 0x98DE}, {0x2EDD, 0x98DF}, {0x2EE2, 0x9A6C}, {0x2EE3, 0x9AA8}, {0x2EE4, 0x9B3C}, {0x2EE5, 0x9C7C},
        {0x2EE6, 0x9E1F}, {0x2EE7, 0x5364}, {0x2EE8, 0x9EA6}, {0x2EE9, 0x9EC4}, {0x2EEC, 0x9F50}, {0x2EEE, 0x9F7F}, {0x2EF0, 0x9F99},
        {0x2EF3, 0x9F9F}, {0x2E81, 0x5382}}};
    auto const found = std::ranges::find(supplement, radical, &std::pair<char16_t, char16_t>::first);
    return found == supplement.end() ? char16_t{0} : found->second;
}

/// Noto's radicals and characters share glyphs, and Qt maps a glyph back to the radical: a search for 山 in the PDF would
/// find nothing. The maps are plain text of fixed width ("<2F2D>"), so they are mended in place.
void mendTextMaps(QByteArray& pdf)
{
    for (auto at = pdf.indexOf("beginbfrange"); at >= 0; at = pdf.indexOf("beginbfrange", at)) {
        auto const end = pdf.indexOf("endbfrange", at);
        if (end < 0) { return; }
        for (auto i = pdf.indexOf("<2", at); i >= 0 && i + 6 <= end; i = pdf.indexOf("<2", i + 1)) {
            bool whole = false;
            auto const code = pdf.mid(i + 1, 4).toUShort(&whole, 16);
            auto const better = whole && pdf.at(i + 5) == '>' ? characterOf(code) : char16_t{0};
            if (better != 0) { pdf.replace(i + 1, 4, QByteArray::number(better, 16).rightJustified(4, '0').toUpper()); }
        }
        at = end;
    }
}

/// Qt writes the fonts of a PDF in the order of a hash table that is seeded anew in every process. Tables keep the seed that
/// they were made with, so others that are made meanwhile are sound.
struct OrderedFonts {
    OrderedFonts() { QHashSeed::setDeterministicGlobalSeed(); }
    ~OrderedFonts() { QHashSeed::resetRandomGlobalSeed(); }
    OrderedFonts(OrderedFonts const&) = delete;
    OrderedFonts& operator=(OrderedFonts const&) = delete;
};

Result<void> paintPdf(QBuffer& out, Job job)
{
    double const finer = std::max(1.0, printDpi / job.view.dpi);
    auto const millimetres = QSizeF{job.view.pixels} / job.view.dpi * 25.4;
    job.view.dpi *= finer;
    job.view.camera.metresPerPixel /= finer;
    OrderedFonts const ordered;
    QPdfWriter writer{&out};
    writer.setCreator(QStringLiteral("Zhengtu"));
    writer.setTitle(QString::fromStdString(job.furniture.title));
    writer.setDocumentXmpMetadata(plainMetadata);
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    writer.setDocumentId(QUuid::createUuidV5(QUuid{}, QString::fromStdString(job.furniture.title + job.furniture.note)));
#endif
    writer.setPageMargins({});
    writer.setPageSize(QPageSize{millimetres, QPageSize::Millimeter, {}, QPageSize::ExactMatch});
    writer.setPageMargins({});
    writer.setResolution(static_cast<int>(std::lround(job.view.dpi)));
    job.view.pixels = {writer.width(), writer.height()};
    if (auto painted = paintOn(writer, job); !painted) { return painted; }
    forgetTime(out.buffer());
    mendTextMaps(out.buffer());
    return {};
}

Result<void> paintSvg(QBuffer& out, Job const& job)
{
    QSvgGenerator generator;
    generator.setOutputDevice(&out);
    generator.setTitle(QString::fromStdString(job.furniture.title));
    generator.setDescription(QStringLiteral("Zhengtu"));
    generator.setResolution(static_cast<int>(std::lround(job.view.dpi)));
    generator.setSize(job.view.pixels);
    generator.setViewBox(QRect{QPoint{0, 0}, job.view.pixels});
    return paintOn(generator, job);
}

Result<void> save(QByteArray const& bytes, fs::path const& file)
{
    QSaveFile target{qt(file)}; // beside the target, renamed when whole
    if (!target.open(QIODevice::WriteOnly) || target.write(bytes) != bytes.size() || !target.commit()) {
        return fail(ErrorCode::Storage, target.errorString().toStdString(), "Check the space left and the right to write there.");
    }
    return {};
}

Result<void> checked(View const& view, fs::path const& file)
{
    std::error_code ignored;
    auto const directory = file.has_parent_path() ? file.parent_path() : fs::path{"."};
    if (!fs::is_directory(directory, ignored)) {
        return fail(ErrorCode::FileMissing, "the directory " + directory.string() + " is not there", "Make it or choose another.");
    }
    if (view.pixels.width() < 16 || view.pixels.height() < 16 || !(view.dpi >= 10) || !(view.dpi <= 4800)) {
        return fail(ErrorCode::Usage, "a picture needs at least 16 x 16 pixels and 10 to 4800 dots per inch");
    }
    return checkFonts();
}

Result<void> render(Job const& job, fs::path const& file)
{
    if (auto fine = checked(job.view, file); !fine) { return fine; }
    auto const ending = qt(file.extension()).toLower();
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    Result<void> painted = ending == QLatin1String{".png"}   ? paintPng(buffer, job)
                           : ending == QLatin1String{".pdf"} ? paintPdf(buffer, job)
                           : ending == QLatin1String{".svg"} ? paintSvg(buffer, job)
                                                             : fail(ErrorCode::Usage, "pictures end in .png, .pdf or .svg");
    return painted.and_then([&] { return save(buffer.data(), file); });
}

} // namespace

Result<void> renderFile(Renderer const& renderer, Camera const& camera, QSize pixels, double dpi, Furniture const& furniture,
                        std::filesystem::path const& file, std::atomic<bool> const* cancelled)
{
    return render(Job{renderer, View{camera, pixels, dpi}, furniture, cancelled}, file).transform_error([&](Error error) {
        return std::move(error).at(file.string());
    });
}

} // namespace zhengtu::cartography
