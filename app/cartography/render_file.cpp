#include "cartography/fonts.hpp"
#include "cartography/renderer.hpp"

#include <QBuffer>
#include <QImage>
#include <QImageWriter>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>

#include <algorithm>

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

/// Qt writes the clock's time into a PDF. Overwriting the entry with blanks keeps all offsets, and equal maps equal bytes.
void forgetTime(QByteArray& pdf)
{
    auto const from = pdf.indexOf("/CreationDate (");
    auto const to = from < 0 ? -1 : pdf.indexOf(')', from);
    if (to > from) { std::fill(pdf.begin() + from, pdf.begin() + to + 1, ' '); }
}

Result<void> paintPdf(QBuffer& out, Job job)
{
    double const finer = std::max(1.0, printDpi / job.view.dpi);
    auto const millimetres = QSizeF{job.view.pixels} / job.view.dpi * 25.4;
    job.view.dpi *= finer;
    job.view.camera.metresPerPixel /= finer;
    QPdfWriter writer{&out};
    writer.setCreator(QStringLiteral("Zhengtu"));
    writer.setTitle(QString::fromStdString(job.furniture.title));
    writer.setPageMargins({});
    writer.setPageSize(QPageSize{millimetres, QPageSize::Millimeter, {}, QPageSize::ExactMatch});
    writer.setPageMargins({});
    writer.setResolution(static_cast<int>(std::lround(job.view.dpi)));
    job.view.pixels = {writer.width(), writer.height()};
    if (auto painted = paintOn(writer, job); !painted) { return painted; }
    forgetTime(out.buffer());
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
