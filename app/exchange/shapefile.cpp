#include "core/parallel.hpp"
#include "exchange/cell_text.hpp"
#include "exchange/csv.hpp"
#include "exchange/formats.hpp"

#include <algorithm>
#include <format>
#include <thread>
#include <unordered_map>

namespace zhengtu::exchange {

namespace {

using geo::FieldType;
using geo::ShapeType;
using geo::VectorTable;

constexpr std::size_t longestText = 254;
/// Readers other than GDAL end at 2 GB.
constexpr std::size_t largestFile = 2'000'000'000;

/// The rows of one type with short names and cut texts; what is cut is accounted for and flagged in txt_cut.
class ShortRows : public geo::RowSource {
public:
    ShortRows(Table const& table, ShapeType type, CellEncoder const& encoder, TableAccount& account) : m_table{table}, m_rows{rowsOf(table, type)}
    {
        m_head.shapeType = type;
        for (auto const& field : table.fields) {
            auto const width = field.type == FieldType::Text ? std::min<int>(field.width, static_cast<int>(longestText)) : field.width;
            m_head.fields.push_back({.name = field.shortName, .type = field.type, .width = width, .precision = field.precision, .alias = {}});
        }
        m_head.fields.push_back({.name = "txt_cut", .type = FieldType::Integer, .width = 1, .precision = 0, .alias = {}});
        m_states.resize(m_rows.size());
        auto const look = [&](std::size_t row) {
            thread_local std::string room;
            m_states[row] = surelyFits(row, room) ? State::Same : State::Changed;
        };
        static_cast<void>(forEach(m_rows.size(), 0, {}, look, rowsAtOnce));
        for (std::size_t row = 0; row < m_rows.size(); ++row) {
            if (m_states[row] == State::Same) { continue; }
            for (std::size_t i = 0; i < table.fields.size(); ++i) { fit(row, i, encoder, account); }
        }
    }

    [[nodiscard]] VectorTable& head() noexcept { return m_head; }
    [[nodiscard]] std::size_t size() const override { return m_rows.size(); }
    [[nodiscard]] geo::Shape const& shape(std::size_t row) const override { return m_table.shape(m_rows[row]); }
    [[nodiscard]] geo::Cell cell(std::size_t row, std::size_t field, std::string& room) const override
    {
        if (field + 1 == m_head.fields.size()) { return std::int64_t{m_states[row] == State::Cut}; }
        if (m_states[row] != State::Same) {
            if (auto const changed = m_changed.find(row * m_head.fields.size() + field); changed != m_changed.end()) { return changed->second; }
        }
        return m_table.cell(m_rows[row], field, room);
    }

private:
    enum class State : std::uint8_t { Same, Changed, Cut }; ///< Changed: or not known to be the same

    [[nodiscard]] bool surelyFits(std::size_t row, std::string& room) const
    {
        for (std::size_t i = 0; i + 1 < m_head.fields.size(); ++i) {
            auto const cell = m_table.cell(m_rows[row], i, room);
            auto const* const text = std::get_if<std::string_view>(&cell);
            // no character has more bytes in GB18030 than twice those in UTF-8
            if (text != nullptr && m_head.fields[i].type == FieldType::Text && (2 * text->size() > static_cast<std::size_t>(m_head.fields[i].width) || !isOneLine(*text))) { return false; }
        }
        return true;
    }

    void fit(std::size_t row, std::size_t i, CellEncoder const& encoder, TableAccount& account)
    {
        std::string room;
        auto const cell = m_table.cell(m_rows[row], i, room);
        auto const* const text = std::get_if<std::string_view>(&cell);
        if (text == nullptr || m_table.fields[i].type != FieldType::Text) { return; }
        auto const line = oneLine(*text);
        auto fitted = encoder.fit(line, static_cast<std::size_t>(m_head.fields[i].width));
        if (fitted == *text) { return; }
        auto& state = m_states[row];
        state = std::max(state, fitted == line ? State::Changed : State::Cut);
        if (fitted != line) {
            auto& field = account.fields[m_table.fields[i].name];
            ++field.truncated;
            field.truncatedIn.insert(m_table.key(m_rows[row]));
        }
        m_changed.emplace(row * m_head.fields.size() + i, std::move(fitted));
    }

    Table const& m_table;
    VectorTable m_head;
    std::vector<std::size_t> m_rows; ///< numbers in the table
    std::vector<State> m_states;                        ///< of each row
    std::unordered_map<std::size_t, std::string> m_changed; ///< texts of row * fields + field that are not as they were
};

std::string escaped(std::string_view text)
{
    std::string result;
    for (char const c : text) {
        if (c == '&') { result += "&amp;"; }
        else if (c == '<') { result += "&lt;"; }
        else if (c == '"') { result += "&quot;"; }
        else { result += c; }
    }
    return result;
}

/// What QGIS reads beside a shapefile of the same name: Chinese names for the short ones. It leaves the symbols alone.
std::string aliasStyle(Table const& table)
{
    std::string text = "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n<qgis version=\"3.22\" styleCategories=\"Fields\">\n <aliases>\n";
    for (std::size_t i = 0; i < table.fields.size(); ++i) {
        text += std::format("  <alias field=\"{}\" index=\"{}\" name=\"{}\"/>\n", table.fields[i].shortName, i, escaped(table.fields[i].title));
    }
    return text + std::format("  <alias field=\"txt_cut\" index=\"{}\" name=\"文字截短\"/>\n </aliases>\n</qgis>\n", table.fields.size());
}

/// Long texts get a field with half as much room again as the longest needs, not 254 bytes: a file of a hundred thousand tasks is a
/// third as large, and there is room for editing.
Result<void> fitWidths(Table& table, std::string const& encoding)
{
    constexpr std::size_t alwaysKept = 48;
    auto const chunks = (table.size() + rowsAtOnce - 1) / rowsAtOnce;
    std::vector<std::vector<std::size_t>> longest(chunks, std::vector<std::size_t>(table.fields.size()));
    std::vector<Result<void>> done(chunks);
    auto const measure = [&](std::size_t chunk) {
        auto const encoder = CellEncoder::create(encoding); // one a thread
        if (!encoder) {
            done[chunk] = std::unexpected{encoder.error()};
            return;
        }
        std::string room;
        for (auto row = chunk * rowsAtOnce; row < std::min((chunk + 1) * rowsAtOnce, table.size()); ++row) {
            for (std::size_t i = 0; i < table.fields.size(); ++i) {
                if (table.fields[i].width <= static_cast<int>(alwaysKept)) { continue; }
                auto const cell = table.cell(row, i, room);
                auto const* const text = std::get_if<std::string_view>(&cell);
                auto& most = longest[chunk][i];
                // a line end becomes three bytes; most texts are shorter than one that was measured
                if (text != nullptr && 3 * text->size() > most) {
                    most = std::max(most, encoder->size(isOneLine(*text) ? *text : std::string_view{oneLine(*text)}));
                }
            }
        }
    };
    static_cast<void>(forEach(chunks, 0, {}, measure, 1));
    for (auto const& one : done) {
        if (!one) { return one; }
    }
    for (std::size_t i = 0; i < table.fields.size(); ++i) {
        auto& field = table.fields[i];
        if (field.type != FieldType::Text || field.width <= static_cast<int>(alwaysKept)) { continue; }
        std::size_t most = 0;
        for (auto const& some : longest) { most = std::max(most, some[i]); }
        field.width = std::min(field.width, static_cast<int>(std::max(alwaysKept, most + most / 2)));
    }
    return {};
}

std::size_t recordBytes(VectorTable const& head)
{
    std::size_t bytes = 1;
    for (auto const& field : head.fields) { bytes += field.type == FieldType::Date ? 8 : static_cast<std::size_t>(field.width); }
    return bytes;
}

std::size_t shapeBytes(geo::RowSource const& rows)
{
    std::size_t bytes = 100;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        bytes += 60;
        for (auto const& part : rows.shape(i).parts) {
            bytes += 4 + 16 * part.outline.size();
            for (auto const& hole : part.holes) { bytes += 4 + 16 * hole.size(); }
        }
    }
    return bytes;
}

Result<void> writeOne(Job& job, Table const& table, ShapeType type, CellEncoder const& encoder, TableAccount& account)
{
    ShortRows rows{table, type, encoder, account};
    auto& head = rows.head();
    if (recordBytes(head) * rows.size() > largestFile || shapeBytes(rows) > largestFile) {
        return fail(ErrorCode::Usage, std::format("{} rows make a shapefile of more than 2 GB, which many programs cannot read", rows.size()),
                    "Export one plan or county at a time, or choose GeoPackage.");
    }
    auto const name = job.base(table) + suffixOf(type);
    head.name = name;
    head.epsg = job.options.epsg;
    auto const file = job.files.aside(name + ".shp");
    auto const report = geo::writeTable("ESRI Shapefile", file, head, rows,
                                        {.datasetOptions = {}, .layerOptions = {"ENCODING=" + job.options.encoding, "DBF_DATE_LAST_UPDATE=" + isoDate(job.stamp())},
                                         .configOptions = {}, .append = false, .goOn = job.options.goOn});
    if (!report) { return std::unexpected{report.error()}; }
    for (auto const& warning : report->warnings) { job.notes.push_back(name + ": " + warning); }
    auto const same = geo::readBack(file, {}, head, rows, {.threads = std::thread::hardware_concurrency(), .goOn = job.options.goOn});
    if (!same) { return same; }
    job.written.push_back({name + ".shp", "features", table.id, name, type, rows.size()});
    return job.files.write(name + ".qml", aliasStyle(table));
}

Result<void> writeUnlocated(Job& job, Table const& table)
{
    CsvFile csv{job.files, job.base(table) + "_noloc.csv"};
    csv.add(headings(table, Heading::Short));
    auto const rows = rowsOf(table, ShapeType::None);
    for (auto const row : rows) { csv.add(cells(table, row)); }
    return finishCsv(job, csv, {csv.name(), "unlocated", table.id, {}, ShapeType::None, rows.size()});
}

} // namespace

Result<void> fitWidths(Job& job)
{
    for (auto& table : job.tables) {
        if (auto const fitted = fitWidths(table, job.options.encoding); !fitted) { return fitted; }
    }
    return {};
}

Result<void> writeShapefiles(Job& job)
{
    auto const encoder = CellEncoder::create(job.options.encoding);
    if (!encoder) { return std::unexpected{encoder.error()}; }
    for (std::size_t i = 0; i < job.tables.size(); ++i) {
        auto const& table = job.tables[i];
        bool any = false;
        for (auto const type : {ShapeType::Point, ShapeType::Line, ShapeType::Polygon}) {
            if (rowsOf(table, type).empty()) { continue; }
            any = true;
            if (auto done = writeOne(job, table, type, *encoder, job.accounts[i]); !done) { return done; }
        }
        // Tasks without any place are a file without any row, not no file; an empty layer has no geometry type to be one of.
        if (!any && i > 0 && table.size() == 0) { job.notes.push_back("layer " + table.id + " has no features and no file"); }
        else if (!any) {
            if (auto done = writeOne(job, table, ShapeType::Point, *encoder, job.accounts[i]); !done) { return done; }
        }
        if (i == 0 || !rowsOf(table, ShapeType::None).empty()) {
            if (auto done = writeUnlocated(job, table); !done) { return done; }
        }
    }
    return {};
}

} // namespace zhengtu::exchange
