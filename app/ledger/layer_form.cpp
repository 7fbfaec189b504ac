#include "ledger/layer_form.hpp"

#include "core/identity.hpp"
#include "ledger/text_list.hpp"

#include <cstdlib>

namespace zhengtu::ledger::layer_form {

namespace {

constexpr std::array<char const*, 4> typeTitles{"无位置", "点", "线", "面"}; // by ShapeType

} // namespace

std::string tableName(std::string const& id, geo::ShapeType type)
{
    std::string stem;
    for (char const c : id) { stem += (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ? c : '_'; }
    if (stem != id) { stem += "_" + sha256(id).substr(0, 6); }
    return "layer_" + stem + "_" + geo::name(type);
}

std::string identifierOf(std::string const& title, geo::ShapeType type, std::string const& id)
{
    return title + "（" + typeTitles.at(static_cast<std::size_t>(type)) + "）" + id;
}

std::string keyText(std::string const& key, ValueForm form)
{
    return form.type == ValueType::Real ? key + "\t" + std::to_string(form.decimals) : key;
}

std::vector<MoreKey> keysFrom(std::string const& text)
{
    std::vector<MoreKey> keys;
    for (auto const& line : split(text, '\n')) {
        auto const tab = line.find('\t');
        if (tab == std::string::npos) { keys.push_back({line, {}}); }
        else { keys.push_back({line.substr(0, tab), {ValueType::Real, std::atoi(line.c_str() + tab)}}); }
    }
    return keys;
}

bool hasColumn(sqlite::Database& database, char const* column)
{
    return database.integer(std::string{"SELECT 1 FROM pragma_table_info('layers') WHERE name = '"} + column + "'").has_value();
}

} // namespace zhengtu::ledger::layer_form
