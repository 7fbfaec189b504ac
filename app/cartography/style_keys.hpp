#pragma once

#include "cartography/style_data.hpp"

#include <toml++/toml.hpp>

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Reading a style file key by key, with the first complaint kept. Private to app/cartography.
namespace zhengtu::cartography {

/// The first thing wrong with a style file; later ones follow from it often enough to be noise.
struct Trouble {
    std::string what;
    void say(std::string_view path, toml::node const* node, std::string const& text)
    {
        if (!what.empty()) { return; }
        what = std::string{path} + ": " + text;
        if (node != nullptr) { what += " (line " + std::to_string(node->source().begin.line) + ")"; }
    }
};

/// The words of a choice.
template <class E, std::size_t N> using Names = std::array<std::pair<std::string_view, E>, N>;

/// "#rrggbb" or "#rrggbbaa".
[[nodiscard]] std::optional<QColor> colourOf(std::string const& text);

/// A table whose keys are read one by one; `finish` complains of those that nobody asked for (a typing error in a style
/// would else be a silent change of the map).
class Keys {
public:
    Keys(toml::table const& table, std::string path, Trouble& trouble)
        : m_table{table}, m_path{std::move(path)}, m_trouble{trouble} {}

    void read(std::string_view key, double& to)
    {
        if (auto const* node = take(key)) {
            auto const value = node->value<double>();
            if (value && *value >= 0) { to = *value; } else { say(key, node, "a number of 0 or more is wanted"); }
        }
    }
    void read(std::string_view key, std::optional<double>& to)
    {
        if (auto const* node = take(key)) {
            to = node->value<double>();
            if (!to) { say(key, node, "a number is wanted"); }
        }
    }
    void read(std::string_view key, int& to)
    {
        if (auto const* node = take(key)) {
            auto const value = node->value<int>();
            if (value) { to = *value; } else { say(key, node, "a whole number is wanted"); }
        }
    }
    void read(std::string_view key, bool& to)
    {
        if (auto const* node = take(key)) {
            auto const value = node->value<bool>();
            if (value) { to = *value; } else { say(key, node, "true or false is wanted"); }
        }
    }
    void read(std::string_view key, std::string& to)
    {
        if (auto const* node = take(key)) {
            auto const value = node->value<std::string>();
            if (value) { to = *value; } else { say(key, node, "a text is wanted"); }
        }
    }
    void read(std::string_view key, QColor& to)
    {
        if (auto const* node = take(key)) {
            auto const colour = colourOf(node->value<std::string>().value_or(""));
            if (colour) { to = *colour; } else { say(key, node, "a colour as \"#rrggbb\" or \"#rrggbbaa\" is wanted"); }
        }
    }
    void read(std::string_view key, std::vector<double>& to)
    {
        if (auto const* node = take(key)) {
            to.clear();
            auto const* array = node->as_array();
            if (array == nullptr) { return say(key, node, "a list of numbers is wanted"); }
            for (auto const& item : *array) {
                auto const value = item.value<double>();
                if (!value || *value < 0) { return say(key, &item, "a number of 0 or more is wanted"); }
                to.push_back(*value);
            }
        }
    }
    void read(std::string_view key, ScaleRange& to)
    {
        std::vector<double> range;
        read(key, range);
        if (range.empty()) { return; }
        if (range.size() != 2 || range[0] >= range[1]) { return say(key, nullptr, "[from, to] denominators are wanted, from < to"); }
        to = {range[0], range[1]};
    }
    void dash(std::string_view key, std::vector<double>& to)
    {
        read(key, to);
        bool const positive = std::ranges::all_of(to, [](double length) { return length > 0; });
        if (to.size() % 2 != 0 || !positive) { say(key, nullptr, "an even number of lengths above 0 is wanted"); }
    }
    template <class E, std::size_t N> void read(std::string_view key, E& to, Names<E, N> const& names)
    {
        if (auto const* node = take(key)) {
            auto const text = node->value<std::string>().value_or("");
            std::string known;
            for (auto const& [name, value] : names) {
                if (name == text) { to = value; return; }
                known += (known.empty() ? "" : ", ") + std::string{name};
            }
            say(key, node, "\"" + text + "\" is none of " + known);
        }
    }
    /// Runs `body` with the table of a key, if it is there.
    template <class Body> void table(std::string_view key, Body&& body)
    {
        if (auto const* node = take(key)) {
            if (auto const* inner = node->as_table()) {
                Keys keys{*inner, m_path.empty() ? std::string{key} : m_path + "." + std::string{key}, m_trouble};
                body(keys);
                keys.finish();
            } else {
                say(key, node, "a table is wanted");
            }
        }
    }
    template <class Body> void tables(std::string_view key, Body&& body)
    {
        if (auto const* node = take(key)) {
            auto const* array = node->as_array();
            if (array == nullptr) { return say(key, node, "a list of tables is wanted"); }
            for (auto const& item : *array) {
                if (auto const* inner = item.as_table()) {
                    Keys keys{*inner, m_path + "." + std::string{key}, m_trouble};
                    body(keys);
                    keys.finish();
                } else {
                    say(key, &item, "a table is wanted");
                }
            }
        }
    }
    [[nodiscard]] std::vector<std::string> names() const
    {
        std::vector<std::string> all;
        for (auto const& [key, node] : m_table) { all.emplace_back(key.str()); }
        return all;
    }
    void say(std::string_view key, toml::node const* node, std::string const& text)
    {
        m_trouble.say(m_path.empty() ? std::string{key} : m_path + "." + std::string{key}, node, text);
    }
    void finish()
    {
        for (auto const& [key, node] : m_table) {
            if (!m_used.contains(std::string{key.str()})) { say(key.str(), &node, "unknown key"); }
        }
    }
    toml::node const* take(std::string_view key)
    {
        m_used.emplace(key);
        return m_table.get(key);
    }

private:
    toml::table const& m_table;
    std::string m_path;
    Trouble& m_trouble;
    std::set<std::string, std::less<>> m_used;
};

} // namespace zhengtu::cartography
