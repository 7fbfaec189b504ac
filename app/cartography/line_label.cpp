#include "cartography/labels.hpp"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace zhengtu::cartography {

namespace {

constexpr double degree = std::numbers::pi / 180;
constexpr double sharpestBend = 28;   ///< degrees between neighbouring characters
constexpr std::size_t mostTries = 16; ///< free places asked for, the straightest first

/// A line by distance along it.
class Rail {
public:
    explicit Rail(QPolygonF const& line) : m_line{line}, m_at(static_cast<std::size_t>(line.size()), 0.0)
    {
        for (qsizetype i = 1; i < line.size(); ++i) {
            auto const step = line[i] - line[i - 1];
            m_at[static_cast<std::size_t>(i)] = m_at[static_cast<std::size_t>(i - 1)] + std::hypot(step.x(), step.y());
        }
    }
    [[nodiscard]] double length() const { return m_at.empty() ? 0 : m_at.back(); }
    [[nodiscard]] QPointF at(double distance) const
    {
        auto const upper = std::ranges::upper_bound(m_at, distance);
        auto const i = std::clamp<std::ptrdiff_t>(upper - m_at.begin(), 1, static_cast<std::ptrdiff_t>(m_at.size()) - 1);
        double const from = m_at[static_cast<std::size_t>(i - 1)], step = m_at[static_cast<std::size_t>(i)] - from;
        double const share = step > 0 ? std::clamp((distance - from) / step, 0.0, 1.0) : 0;
        return m_line[i - 1] + (m_line[i] - m_line[i - 1]) * share;
    }

private:
    QPolygonF const& m_line;
    std::vector<double> m_at;
};

struct Letter {
    QString text;
    double advance = 0;
};

struct Seat {
    double start = 0, score = 0;
};

double angleOf(QPointF vector) { return std::atan2(vector.y(), vector.x()) / degree; }
double turnBetween(double a, double b) { return std::abs(std::remainder(a - b, 360.0)); }

std::vector<Letter> lettersOf(QString const& text, QFontMetricsF const& metrics)
{
    std::vector<Letter> letters;
    for (auto const character : text.toUcs4()) {
        auto const one = QString::fromUcs4(reinterpret_cast<char32_t const*>(&character), 1);
        letters.push_back({one, metrics.horizontalAdvance(one)});
    }
    return letters;
}

/// Where along the line the text would bend how much; the middle of the line is preferred among equals.
std::vector<Seat> seatsOn(Rail const& rail, double length, double em)
{
    std::vector<Seat> seats;
    double const room = rail.length() - length;
    for (double start = 0; start <= room; start += std::max(em, room / 60)) {
        double bend = 0, sharpest = 0;
        double before = angleOf(rail.at(start + em) - rail.at(start));
        for (double s = start + em; s + em <= start + length; s += em) {
            double const now = angleOf(rail.at(s + em) - rail.at(s));
            sharpest = std::max(sharpest, turnBetween(now, before));
            bend += turnBetween(now, before);
            before = now;
        }
        if (sharpest > 1.5 * sharpestBend) { continue; }
        seats.push_back({start, bend + 20 * std::abs(2 * (start + length / 2) / rail.length() - 1)});
    }
    std::ranges::stable_sort(seats, {}, &Seat::score);
    if (seats.size() > mostTries) { seats.resize(mostTries); }
    return seats;
}

/// Characters stand on the line. A flat line is read from left to right, a steep one from top to bottom with its characters
/// nearly upright, as Chinese maps do.
std::vector<LabelPlan::Run> seated(Rail const& rail, std::vector<Letter> const& letters, Seat seat, double length, double gap,
                                   QFontMetricsF const& metrics, double em)
{
    auto const whole = rail.at(seat.start + length) - rail.at(seat.start);
    bool const steep = std::abs(whole.y()) > 1.1 * std::abs(whole.x());
    bool const backwards = steep ? whole.y() < 0 : whole.x() < 0;
    double const aside = 0.82 * em; // beside the line, not on it: above a flat one, right of a steep one
    std::vector<LabelPlan::Run> runs;
    double s = 0, before = 0;
    for (auto const& letter : letters) {
        double const step = steep ? em : letter.advance;
        double const middle = backwards ? seat.start + length - (s + step / 2) : seat.start + s + step / 2;
        s += step + gap;
        double const reach = 0.8 * em;
        auto tangent = rail.at(middle + reach) - rail.at(middle - reach);
        if (backwards) { tangent = -tangent; }
        double const along = angleOf(tangent);
        double const degrees = std::remainder(steep ? along - 90 : along, 360.0);
        if (!runs.empty() && turnBetween(degrees, before) > sharpestBend) { return {}; }
        before = degrees;
        double const norm = std::hypot(tangent.x(), tangent.y());
        if (!(norm > 0)) { return {}; }
        auto const normal = steep ? QPointF{-tangent.y(), tangent.x()} / -norm : QPointF{tangent.y(), -tangent.x()} / norm;
        auto const pivot = rail.at(middle) + normal * aside;
        QPointF const baseline{-letter.advance / 2, (metrics.ascent() - metrics.descent()) / 2 * 0.86};
        double const half = 0.5 * em;
        runs.push_back({letter.text, baseline, pivot, degrees, {pivot.x() - half, pivot.y() - half, 2 * half, 2 * half}});
    }
    return runs;
}

} // namespace

std::vector<LabelPlan::Run> runsAlong(QPolygonF const& line, QString const& text, LabelStyle const& style, Frame const& frame,
                                      LabelSpace const& space)
{
    double const em = std::max(1.0, std::round(frame.px(style.sizeMm)));
    QFontMetricsF const metrics{mapFont(em, style.bold)};
    auto const letters = lettersOf(text, metrics);
    if (letters.empty() || line.size() < 2) { return {}; }
    double const gap = style.spacing * em;
    double length = -gap;
    for (auto const& letter : letters) { length += std::max(letter.advance, em * 0.5) + gap; }
    Rail const rail{line};
    if (rail.length() < length * 1.1) { return {}; }
    for (auto const& seat : seatsOn(rail, length, em)) {
        auto runs = seated(rail, letters, seat, length, gap, metrics, em);
        bool const fits = !runs.empty() && std::ranges::all_of(runs, [&](auto const& run) { return space.free(run.box); });
        if (fits) { return runs; }
    }
    return {};
}

} // namespace zhengtu::cartography
