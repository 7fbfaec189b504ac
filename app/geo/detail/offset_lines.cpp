#include "geo/detail/offset_lines.hpp"

#include "geo/detail/chords.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numbers>
#include <optional>

namespace zhengtu::geo::detail {

namespace {

using Vector = LonLat; // of the plane

Vector operator-(Vector a, Vector b) noexcept { return {a.lon - b.lon, a.lat - b.lat}; }
Vector operator+(Vector a, Vector b) noexcept { return {a.lon + b.lon, a.lat + b.lat}; }
Vector operator*(double factor, Vector v) noexcept { return {factor * v.lon, factor * v.lat}; }
double dot(Vector a, Vector b) noexcept { return a.lon * b.lon + a.lat * b.lat; }
double cross(Vector a, Vector b) noexcept { return a.lon * b.lat - a.lat * b.lon; }

struct Edge {
    Vector from, to, way; ///< way: from from to to
    double perLength2;    ///< one by its length squared

    Edge(Vector a, Vector b) noexcept : from{a}, to{b}, way{b - a}, perLength2{1 / dot(way, way)} {}
    [[nodiscard]] double distance2(Vector at) const noexcept
    {
        auto const off = at - from;
        auto const rest = off - std::clamp(dot(off, way) * perLength2, 0.0, 1.0) * way;
        return dot(rest, rest);
    }
    [[nodiscard]] Vector right() const noexcept { return std::sqrt(perLength2) * Vector{way.lat, -way.lon}; } ///< of length 1
};

/// The edges that lie within `reach` of the cells of a grid.
class EdgeGrid {
public:
    EdgeGrid(std::vector<Edge> edges, Extent const& box, double reach) : m_edges{std::move(edges)}, m_box{box}
    {
        constexpr double mostCells = 96; // along a side
        double const width = box.maxLon - box.minLon, height = box.maxLat - box.minLat;
        m_cell = std::max({reach, width / mostCells, height / mostCells});
        m_columns = static_cast<std::int64_t>(width / m_cell) + 1;
        m_rows = static_cast<std::int64_t>(height / m_cell) + 1;
        m_begins.assign(static_cast<std::size_t>(m_columns * m_rows) + 1, 0);
        eachCell(reach, [&](std::size_t cell, std::uint32_t) { ++m_begins[cell + 1]; });
        for (std::size_t i = 1; i < m_begins.size(); ++i) { m_begins[i] += m_begins[i - 1]; }
        m_numbers.resize(m_begins.back());
        auto next = m_begins;
        eachCell(reach, [&](std::size_t cell, std::uint32_t number) { m_numbers[next[cell]++] = number; });
    }

    /// Whether one edge comes nearer than the root of `limit2` to both positions: then it does to all between them.
    [[nodiscard]] bool anyNear(Vector p, Vector q, double limit2)
    {
        auto const near = [&](Edge const& edge) { return edge.distance2(p) < limit2 && edge.distance2(q) < limit2; };
        if (m_last < m_edges.size() && near(m_edges[m_last])) { return true; } // as often as not
        auto const cell = isOn(p) ? cellOf(p) : isOn(q) ? cellOf(q) : m_begins.size() - 1;
        if (cell + 1 == m_begins.size()) { return false; }
        for (auto i = m_begins[cell]; i < m_begins[cell + 1]; ++i) {
            if (near(m_edges[m_numbers[i]])) {
                m_last = m_numbers[i];
                return true;
            }
        }
        return false;
    }

private:
    [[nodiscard]] bool isOn(Vector at) const noexcept
    {
        return at.lon >= m_box.minLon && at.lon <= m_box.maxLon && at.lat >= m_box.minLat && at.lat <= m_box.maxLat;
    }
    [[nodiscard]] std::int64_t columnOf(double x) const noexcept { return static_cast<std::int64_t>((x - m_box.minLon) / m_cell); }
    [[nodiscard]] std::int64_t rowOf(double y) const noexcept { return static_cast<std::int64_t>((y - m_box.minLat) / m_cell); }
    [[nodiscard]] std::size_t cellOf(Vector at) const noexcept { return static_cast<std::size_t>(rowOf(at.lat) * m_columns + columnOf(at.lon)); }

    template <class Use> void eachCell(double reach, Use const& use) const
    {
        for (std::uint32_t number = 0; number < m_edges.size(); ++number) {
            auto const& [from, to, way, ignored] = m_edges[number];
            double const west = std::min(from.lon, to.lon) - reach, east = std::max(from.lon, to.lon) + reach;
            double const south = std::min(from.lat, to.lat) - reach, north = std::max(from.lat, to.lat) + reach;
            if (east < m_box.minLon || west > m_box.maxLon || north < m_box.minLat || south > m_box.maxLat) { continue; }
            auto const lastColumn = std::min(columnOf(east), m_columns - 1);
            auto const lastRow = std::min(rowOf(north), m_rows - 1);
            for (auto row = std::max<std::int64_t>(0, rowOf(south)); row <= lastRow; ++row) {
                for (auto column = std::max<std::int64_t>(0, columnOf(west)); column <= lastColumn; ++column) {
                    use(static_cast<std::size_t>(row * m_columns + column), number);
                }
            }
        }
    }

    std::vector<Edge> m_edges;
    Extent m_box;
    double m_cell = 1;
    std::int64_t m_columns = 1, m_rows = 1;
    std::vector<std::uint32_t> m_begins, m_numbers;
    std::size_t m_last = static_cast<std::size_t>(-1);
};

/// Draws the parallels and arcs of banks and keeps what of them may be seen.
class Drawing {
public:
    Drawing(EdgeGrid& grid, double metres, Extent const& box) : m_grid{grid}, m_metres{metres}, m_box{box}
    {
        m_step = std::numbers::pi / 2 / chordsPerQuarter(metres);
        // a chord lies so much inside its arc; what is left out must lie inside all chords, and a line that is left go on beyond where it meets another
        double const well = metres - 1.5 * chordDepthM(metres);
        m_hidden2 = well * well;
    }

    void draw(std::span<Edge const> edges, bool closed)
    {
        m_open = false;
        if (edges.empty()) { return; }
        auto const first = closed ? meeting(edges.back(), edges.front()) : std::nullopt;
        auto begun = first;
        for (std::size_t i = 0; i < edges.size(); ++i) {
            auto const& edge = edges[i];
            auto const aside = m_metres * edge.right();
            bool const last = i + 1 == edges.size();
            auto const met = last ? first : meeting(edge, edges[i + 1]);
            goTo(begun.value_or(edge.from + aside), met.value_or(edge.to + aside));
            if (!met && (!last || closed)) { turn(edge, last ? edges.front() : edges[i + 1]); }
            begun = met;
        }
    }

    [[nodiscard]] std::vector<Path> take() { return std::move(m_lines); }

private:
    /// Where the parallels of two edges meet that turn to the right and are long enough: what of either lies beyond is nearer to the other. Two that hardly
    /// turn, as where a long edge is cut to be straight in the plane, would else run over each other for millimetres, and nothing nodes that well.
    [[nodiscard]] std::optional<Vector> meeting(Edge const& one, Edge const& next) const noexcept
    {
        double const sine = cross(one.way, next.way), cosine = dot(one.way, next.way);
        double const both = std::hypot(sine, cosine);
        if (!(sine < 0) || !(cosine > -0.9 * both)) { return std::nullopt; }
        double const beyond = m_metres * -sine / (both + cosine); // by the half angle
        if (2 * beyond * std::sqrt(std::max(one.perLength2, next.perLength2)) > 1) { return std::nullopt; }
        return one.to + m_metres * one.right() - beyond * std::sqrt(one.perLength2) * one.way;
    }

    void goTo(Vector from, Vector to)
    {
        if (from == to) { return; }
        bool const off = std::max(from.lon, to.lon) < m_box.minLon || std::min(from.lon, to.lon) > m_box.maxLon ||
                         std::max(from.lat, to.lat) < m_box.minLat || std::min(from.lat, to.lat) > m_box.maxLat;
        if (off || m_grid.anyNear(from, to, m_hidden2)) {
            m_open = false;
            return;
        }
        if (!m_open) { m_lines.push_back({from}); }
        m_lines.back().push_back(to);
        m_open = true;
    }

    /// From the end of one parallel to the begin of the next: around the corner, or straight where the boundary turns to the right.
    void turn(Edge const& one, Edge const& next)
    {
        auto const corner = one.to;
        auto at = m_metres * one.right();
        auto const end = corner + m_metres * next.right();
        double const angle = std::atan2(cross(one.way, next.way), dot(one.way, next.way));
        auto const chords = angle > 0 ? std::max(1, static_cast<int>(std::ceil(angle / m_step - 1e-9))) : 1;
        double const cosine = std::cos(angle / chords), sine = std::sin(angle / chords);
        auto from = corner + at;
        for (int i = 1; i < chords; ++i) {
            at = {at.lon * cosine - at.lat * sine, at.lon * sine + at.lat * cosine};
            goTo(from, corner + at);
            from = corner + at;
        }
        goTo(from, end);
    }

    EdgeGrid& m_grid;
    double m_metres, m_step = 0, m_hidden2 = 0;
    Extent m_box;
    std::vector<Path> m_lines;
    bool m_open = false; ///< the last line ends where the next stretch begins
};

Extent grownBy(Extent box, double metres) noexcept
{
    return {box.minLon - metres, box.minLat - metres, box.maxLon + metres, box.maxLat + metres};
}

} // namespace

std::vector<Path> offsetLines(std::span<Bank const> banks, double metres, Extent const& box)
{
    std::vector<Edge> all;
    std::vector<std::size_t> ends;
    for (auto const& bank : banks) {
        for (std::size_t i = 1; i < bank.path.size(); ++i) {
            if (bank.path[i] != bank.path[i - 1]) { all.emplace_back(bank.path[i - 1], bank.path[i]); }
        }
        ends.push_back(all.size());
    }
    EdgeGrid grid{all, grownBy(box, metres), metres};
    Drawing drawing{grid, metres, box};
    std::size_t begin = 0;
    for (std::size_t i = 0; i < banks.size(); ++i) {
        drawing.draw(std::span{all}.subspan(begin, ends[i] - begin), banks[i].closed);
        begin = ends[i];
    }
    return drawing.take();
}

} // namespace zhengtu::geo::detail
