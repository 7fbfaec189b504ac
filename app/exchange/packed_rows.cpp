#include "exchange/packed_rows.hpp"

#include <bit>
#include <functional>

namespace zhengtu::exchange {

namespace {

constexpr std::size_t rowsOfBlock = 4096;
constexpr std::size_t textsOfPool = 65'536;
constexpr std::size_t remembered = 1024; ///< of each field, and of shapes

std::size_t hashOf(geo::Shape const& shape)
{
    auto const& outline = shape.parts.front().outline;
    auto hash = outline.size() * 31 + shape.parts.size();
    if (!outline.empty()) { hash = hash * 31 + std::hash<double>{}(outline.front().lon) + 31 * std::hash<double>{}(outline.front().lat); }
    return hash;
}

} // namespace

PackedRows::PackedRows(std::vector<geo::FieldType> fields)
    : m_fields{std::move(fields)}, m_shapes(1), m_recent(m_fields.size() * remembered), m_recentShapes(remembered)
{
}

std::string_view PackedRows::text(Number number) const noexcept
{
    auto const at = number - 1;
    return m_texts[at / textsOfPool][at % textsOfPool];
}

PackedRows::Number& PackedRows::recent(std::size_t hash) noexcept { return m_recent[m_field * remembered + hash % remembered]; }

PackedRows::Number PackedRows::textNumber(std::string_view text)
{
    auto& last = recent(std::hash<std::string_view>{}(text));
    if (last != 0 && this->text(last) == text) { return last; }
    if (m_textCount % textsOfPool == 0) { m_texts.emplace_back(); }
    m_texts.back().add(text);
    return last = static_cast<Number>(++m_textCount);
}

PackedRows::Number PackedRows::numberNumber(std::int64_t bits)
{
    auto& last = recent(std::hash<std::int64_t>{}(bits));
    if (last != 0 && m_numbers[last - 1] == bits) { return last; }
    m_numbers.push_back(bits);
    return last = static_cast<Number>(m_numbers.size());
}

void PackedRows::put(geo::Cell const& value)
{
    if (m_field == 0 && size() % rowsOfBlock == 0) { m_values.emplace_back().reserve(rowsOfBlock * m_fields.size()); }
    Number number = 0;
    if (auto const* const text = std::get_if<std::string_view>(&value)) { number = textNumber(*text); }
    else if (auto const* const whole = std::get_if<std::int64_t>(&value)) { number = numberNumber(*whole); }
    else if (auto const* const real = std::get_if<double>(&value)) { number = numberNumber(std::bit_cast<std::int64_t>(*real)); }
    m_values.back().push_back(number);
    ++m_field;
}

void PackedRows::end(geo::Shape const& shape)
{
    m_field = 0;
    if (shape.empty()) {
        m_shapeOf.push_back(0);
        return;
    }
    auto& last = m_recentShapes[hashOf(shape) % remembered];
    if (last == 0 || m_shapes[last] != shape) {
        last = static_cast<std::uint32_t>(m_shapes.size());
        m_shapes.push_back(shape);
    }
    m_shapeOf.push_back(last);
}

geo::Cell PackedRows::cell(std::size_t row, std::size_t field, std::string& /*room*/) const
{
    auto const number = m_values[row / rowsOfBlock][row % rowsOfBlock * m_fields.size() + field];
    if (number == 0) { return {}; }
    switch (m_fields[field]) {
    case geo::FieldType::Integer: return m_numbers[number - 1];
    case geo::FieldType::Real: return std::bit_cast<double>(m_numbers[number - 1]);
    case geo::FieldType::Text:
    case geo::FieldType::Date: break;
    }
    return text(number);
}

} // namespace zhengtu::exchange
