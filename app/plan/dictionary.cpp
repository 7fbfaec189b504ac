#include "plan/dictionary.hpp"

#include "core/resources.hpp"
#include "core/utf.hpp"

#include <toml++/toml.hpp>

#include <algorithm>
#include <array>
#include <mutex>
#include <optional>
#include <utility>

namespace zhengtu::plan {

namespace {

namespace fs = std::filesystem;

Result<toml::table> parseFile(fs::path const& path)
{
    auto const bytes = readFile(path);
    if (!bytes) { return std::unexpected{bytes.error()}; }
    try {
        return toml::parse(*bytes, path.string());
    } catch (toml::parse_error const& error) {
        auto const where = path.filename().string() + " › line " + std::to_string(error.source().begin.line);
        return std::unexpected{Error{ErrorCode::PlanFormat, std::string{error.description()}, where, "Correct the dictionary or install the program again."}};
    }
}

std::vector<std::u32string> words(toml::node_view<toml::node const> node)
{
    std::vector<std::u32string> list;
    if (auto const* const array = node.as_array()) {
        for (auto const& entry : *array) {
            if (auto const text = entry.value<std::string>()) {
                if (auto wide = toUtf32(*text)) { list.push_back(std::move(*wide)); }
            }
        }
    }
    return list;
}

constexpr std::array<std::pair<char const*, Field>, 11> fields{{{"problem", Field::Problem}, {"goal", Field::Goal}, {"measure", Field::Measure},
    {"lead", Field::Lead}, {"responsible", Field::Responsible}, {"cooperating", Field::Cooperating}, {"acceptance", Field::Acceptance},
    {"person", Field::Person}, {"deadline", Field::Deadline}, {"status", Field::Status}, {"other", Field::Other}}};

Result<void> readLabels(toml::table const& table, Dictionary& dictionary)
{
    for (auto const& [key, field] : fields) {
        for (bool const weak : {false, true}) {
            for (auto& word : words(table[key][weak ? "weak" : "strong"])) {
                dictionary.longestLabel = std::max(dictionary.longestLabel, word.size());
                auto const [at, added] = dictionary.labels.emplace(std::move(word), LabelWord{field, weak});
                if (!added && at->second.field != field) {
                    return fail(ErrorCode::PlanFormat, "labels.toml gives the label " + toUtf8(at->first) + " to two fields", "Keep it in one of them.");
                }
            }
        }
    }
    if (dictionary.labels.empty()) { return fail(ErrorCode::PlanFormat, "labels.toml holds no label", "Install the program again."); }
    return {};
}

void readUnits(toml::table const& table, Dictionary& dictionary)
{
    dictionary.unitEndings = words(table["endings"]);
    dictionary.territorialEndings = words(table["territorial"]);
    dictionary.placeEndings = words(table["places"]);
    dictionary.leadMarks = words(table["leadMarks"]);
    dictionary.cooperatingMarks = words(table["cooperatingMarks"]);
    dictionary.responsibleMarks = words(table["responsibleMarks"]);
    dictionary.firstHalves = words(table["firstHalves"]);
    for (auto& word : words(table["secondHalves"])) { dictionary.secondHalves.insert(std::move(word)); }
}

void readCategories(toml::table const& table, Dictionary& dictionary)
{
    for (auto const& [key, node] : table) {
        auto const* const entry = node.as_table();
        if (entry == nullptr) { continue; }
        dictionary.categories.push_back({std::string{key.str()}, words((*entry)["words"]), (*entry)["min"].value_or(1)});
    }
}

void readStatuses(toml::table const& table, Dictionary& dictionary)
{
    if (auto const* const list = table["status"].as_array()) {
        for (auto const& node : *list) {
            auto const* const entry = node.as_table();
            if (entry == nullptr) { continue; }
            dictionary.statuses.push_back({(*entry)["name"].value_or(std::string{}), words((*entry)["words"])});
        }
    }
}

void readDeadlines(toml::table const& table, Dictionary& dictionary)
{
    dictionary.immediate = words(table["immediate"]);
    dictionary.longTerm = words(table["longTerm"]);
    dictionary.byPlan = words(table["byPlan"]);
    dictionary.referenced = words(table["referenced"]);
}

} // namespace

CategoryIndex::CategoryIndex(std::vector<Category> const& categories) : m_bucket(0x10000, 0), m_words(1)
{
    for (std::size_t c = 0; c < categories.size(); ++c) {
        for (auto const& word : categories[c].words) {
            if (word.empty() || word.front() >= m_bucket.size()) { continue; }
            auto& bucket = m_bucket[word.front()];
            if (bucket == 0) {
                bucket = static_cast<std::uint16_t>(m_words.size());
                m_words.emplace_back();
            }
            m_words[bucket].push_back({word, c, m_count++});
        }
    }
}

Result<Dictionary> loadDictionary(fs::path const& folder)
{
    Dictionary dictionary;
    auto const labels = parseFile(folder / "labels.toml");
    if (!labels) { return std::unexpected{labels.error()}; }
    if (auto const read = readLabels(*labels, dictionary); !read) { return std::unexpected{read.error()}; }
    using Reader = void (*)(toml::table const&, Dictionary&);
    constexpr std::array<std::pair<char const*, Reader>, 4> others{{{"units.toml", &readUnits},
                                                                    {"categories.toml", &readCategories},
                                                                    {"statuses.toml", &readStatuses},
                                                                    {"deadlines.toml", &readDeadlines}}};
    for (auto const& [file, read] : others) {
        auto const table = parseFile(folder / file);
        if (!table) { return std::unexpected{table.error()}; }
        read(*table, dictionary);
    }
    dictionary.categoryIndex = CategoryIndex{dictionary.categories};
    return dictionary;
}

Result<Dictionary const*> shippedDictionary()
{
    static std::mutex guard;
    static std::optional<Dictionary> loaded;
    std::scoped_lock const lock{guard};
    if (!loaded) {
        auto const labels = resource("app/plan/dictionaries/labels.toml");
        if (!labels) { return std::unexpected{labels.error()}; }
        auto dictionary = loadDictionary(labels->parent_path());
        if (!dictionary) { return std::unexpected{dictionary.error()}; }
        loaded = std::move(*dictionary);
    }
    return &*loaded;
}

bool endsWithAny(std::u32string_view text, std::vector<std::u32string> const& list) noexcept
{
    return std::any_of(list.begin(), list.end(), [&](std::u32string const& word) { return text.ends_with(word); });
}

bool containsAny(std::u32string_view text, std::vector<std::u32string> const& list) noexcept
{
    return std::any_of(list.begin(), list.end(), [&](std::u32string const& word) { return text.find(word) != std::u32string_view::npos; });
}

} // namespace zhengtu::plan
