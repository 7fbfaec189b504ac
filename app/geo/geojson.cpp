#include "geo/codec.hpp"

#include <algorithm>
#include <cmath>
#include <format>

namespace zhengtu::geo {

namespace {

/// Twice the signed area in square degrees, from the first vertex so that digits are not lost: positive counter-clockwise.
double winding(Path const& ring)
{
    double sum = 0;
    for (std::size_t i = 1; i + 1 < ring.size(); ++i) {
        sum += (ring[i].lon - ring[0].lon) * (ring[i + 1].lat - ring[0].lat) -
               (ring[i + 1].lon - ring[0].lon) * (ring[i].lat - ring[0].lat);
    }
    return sum;
}

class Writer {
public:
    explicit Writer(int decimals) : m_decimals{decimals} {}

    void part(ShapeType type, Part const& part)
    {
        if (type == ShapeType::Point) {
            position(part.outline.empty() ? LonLat{} : part.outline.front());
        } else if (type == ShapeType::Line) {
            path(part.outline, false);
        } else {
            m_text += '[';
            path(part.outline, winding(part.outline) < 0);
            for (auto const& hole : part.holes) {
                m_text += ',';
                path(hole, winding(hole) > 0);
            }
            m_text += ']';
        }
    }
    void raw(std::string_view text) { m_text += text; }
    std::string take() { return std::move(m_text); }

private:
    void position(LonLat at)
    {
        m_text += '[';
        number(at.lon);
        m_text += ',';
        number(at.lat);
        m_text += ']';
    }
    void path(Path const& path, bool reversed)
    {
        m_text += '[';
        for (std::size_t i = 0; i < path.size(); ++i) {
            if (i > 0) { m_text += ','; }
            position(reversed ? path[path.size() - 1 - i] : path[i]);
        }
        m_text += ']';
    }
    void number(double value)
    {
        if (m_decimals < 0) {
            m_text += std::format("{}", value);
            return;
        }
        auto digits = std::format("{:.{}f}", value, m_decimals);
        if (digits.contains('.')) {
            digits.erase(digits.find_last_not_of('0') + 1);
            if (digits.ends_with('.')) { digits.pop_back(); }
        }
        m_text += digits == "-0" ? "0" : digits;
    }
    int m_decimals;
    std::string m_text;
};

} // namespace

std::string toGeoJsonGeometry(Shape const& shape, int decimals)
{
    if (shape.empty() || shape.type == ShapeType::None) { return "null"; }
    bool const multi = shape.parts.size() > 1;
    char const* const simple = shape.type == ShapeType::Point  ? "Point"
                               : shape.type == ShapeType::Line ? "LineString"
                                                               : "Polygon";
    Writer out{std::min(decimals, 15)};
    out.raw(std::format(R"({{"type":"{}{}","coordinates":)", multi ? "Multi" : "", simple));
    if (multi) { out.raw("["); }
    for (auto const& part : shape.parts) {
        if (&part != shape.parts.data()) { out.raw(","); }
        out.part(shape.type, part);
    }
    out.raw(multi ? "]}" : "}");
    return out.take();
}

} // namespace zhengtu::geo
