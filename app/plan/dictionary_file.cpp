#include "plan/dictionary_file.hpp"

#include "core/resources.hpp"
#include "core/utf.hpp"

#include <toml++/toml.hpp>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

namespace zhengtu::plan {

namespace {

namespace fs = std::filesystem;

constexpr std::array<std::pair<char const*, Field>, 12> fieldNames{{{"problem", Field::Problem}, {"goal", Field::Goal}, {"measure", Field::Measure},
    {"lead", Field::Lead}, {"responsible", Field::Responsible}, {"cooperating", Field::Cooperating}, {"acceptance", Field::Acceptance},
    {"person", Field::Person}, {"deadline", Field::Deadline}, {"status", Field::Status}, {"handling", Field::Handling}, {"other", Field::Other}}};
constexpr std::array<std::pair<char const*, RuleWord>, 15> ruleLists{{{"soft", RuleWord::Soft}, {"must", RuleWord::Must}, {"inside", RuleWord::Inside},
    {"around", RuleWord::Around}, {"outside", RuleWord::Outside}, {"unstated", RuleWord::Unstated}, {"bands", RuleWord::Band}, {"leave", RuleWord::Leave},
    {"clear", RuleWord::Clear}, {"minus", RuleWord::Minus}, {"pillar", RuleWord::Pillar}, {"each", RuleWord::Each}, {"dispose", RuleWord::Dispose},
    {"past", RuleWord::Past}, {"stops", RuleWord::Stop}}};

using Words = std::vector<std::u32string>;

/// Reads one file into a dictionary and keeps the first thing that is wrong, with its line.
class FileReader {
public:
    FileReader(fs::path const& path, Dictionary& dictionary) : m_path{path}, m_dictionary{dictionary} {}

    Result<void> read(toml::table const& table)
    {
        std::string name;
        if (auto const* const key = table.get("dictionary")) {
            auto const text = key->value<std::string>();
            if (!text) { wrong(*key, "dictionary must be text"); }
            name = text.value_or(std::string{});
        } else {
            auto const stem = m_path.stem().string();
            for (auto const* const known : dictionaryNames) {
                if (stem.ends_with(known)) { name = known; }
            }
        }
        if (!m_error) { dispatch(name, table); }
        return m_error ? Result<void>{std::unexpected{std::move(*m_error)}} : Result<void>{};
    }

private:
    void dispatch(std::string const& name, toml::table const& table)
    {
        if (name == "labels") { labels(table); }
        else if (name == "units") { units(table); }
        else if (name == "categories") { categories(table); }
        else if (name == "statuses") { statuses(table); }
        else if (name == "deadlines") { deadlines(table); }
        else if (name == "sentences") { sentences(table); }
        else if (name == "rules") { rules(table); }
        else { wrong(table, "which dictionary this is cannot be told", R"(Begin the file with dictionary = "labels" (or units, categories, statuses, deadlines, sentences, rules).)"); }
    }

    void wrong(toml::node const& node, std::string detail, std::string cure = "Correct it; docs/formats/dictionaries.md says what may stand there.")
    {
        wrong(node.source().begin.line, std::move(detail), std::move(cure));
    }
    void wrong(std::uint32_t line, std::string detail, std::string cure)
    {
        if (!m_error) { m_error = Error{ErrorCode::PlanFormat, std::move(detail), m_path.string() + " › line " + std::to_string(line), std::move(cure)}; }
    }

    /// Refuses keys that mean nothing: a slip of the pen must not be lost without a word.
    void only(toml::table const& table, std::initializer_list<std::string_view> known)
    {
        for (auto const& [key, node] : table) {
            if (std::find(known.begin(), known.end(), key.str()) != known.end()) { continue; }
            std::string list;
            for (auto const one : known) { list += (list.empty() ? "" : ", ") + std::string{one}; }
            wrong(key.source().begin.line, "unknown key " + std::string{key.str()}, "Known here: " + list + ".");
        }
    }

    Words words(toml::table const& table, std::string_view key)
    {
        Words list;
        auto const* const node = table.get(key);
        if (node == nullptr) { return list; }
        auto const* const array = node->as_array();
        if (array == nullptr) {
            wrong(*node, std::string{key} + " must be a list of words");
            return list;
        }
        for (auto const& entry : *array) {
            auto const text = entry.value<std::string>();
            auto wide = text ? toUtf32(*text) : Result<std::u32string>{std::u32string{}};
            if (!text || !wide || wide->empty()) {
                wrong(entry, std::string{key} + " must hold words and nothing else");
                return list;
            }
            list.push_back(std::move(*wide));
        }
        return list;
    }

    void extend(Words& to, toml::table const& table, std::string_view key)
    {
        for (auto& word : words(table, key)) {
            if (std::find(to.begin(), to.end(), word) == to.end()) { to.push_back(std::move(word)); }
        }
    }

    template <class T> T value(toml::table const& table, std::string_view key, T otherwise)
    {
        auto const* const node = table.get(key);
        if (node == nullptr) { return otherwise; }
        auto const found = node->value<T>();
        if (!found) { wrong(*node, std::string{key} + " has a value of another kind"); }
        return found.value_or(otherwise);
    }

    /// The tables of [[key]], each with a name.
    template <class Use> void each(toml::table const& table, std::string_view key, Use&& use)
    {
        auto const* const node = table.get(key);
        if (node == nullptr) { return; }
        auto const* const list = node->as_array();
        for (std::size_t i = 0; list != nullptr && i < list->size(); ++i) {
            auto const* const entry = list->get(i)->as_table();
            auto const name = entry == nullptr ? std::string{} : value(*entry, "name", std::string{});
            if (name.empty()) { wrong(*list->get(i), "every [[" + std::string{key} + "]] needs a name"); }
            else { use(*entry, name); }
        }
        if (list == nullptr) { wrong(*node, std::string{key} + " must be written [[" + std::string{key} + "]]"); }
    }

    void labels(toml::table const& table)
    {
        only(table, {"dictionary", "problem", "goal", "measure", "lead", "responsible", "cooperating", "acceptance", "person", "deadline", "status", "handling", "other", "modifiers"});
        if (auto const* const node = table.get("modifiers")) {
            if (auto const* const entry = node->as_table()) {
                only(*entry, {"words"});
                extend(m_dictionary.modifiers, *entry, "words");
            } else {
                wrong(*node, "modifiers must be written [modifiers]");
            }
        }
        WordSet here;
        for (auto const& [key, field] : fieldNames) {
            auto const* const node = table.get(key);
            auto const* const entry = node == nullptr ? nullptr : node->as_table();
            if (entry == nullptr) {
                if (node != nullptr) { wrong(*node, std::string{key} + " must be written [" + key + "]"); }
                continue;
            }
            only(*entry, {"strong", "weak"});
            for (bool const weak : {false, true}) {
                for (auto& word : words(*entry, weak ? "weak" : "strong")) {
                    if (!here.insert(word).second) { wrong(*entry, "the label " + toUtf8(word) + " stands in the file twice", "Keep it in one place."); }
                    m_dictionary.longestLabel = std::max(m_dictionary.longestLabel, word.size());
                    m_dictionary.labels.insert_or_assign(std::move(word), LabelWord{field, weak});
                }
            }
        }
    }

    void units(toml::table const& table)
    {
        only(table, {"dictionary", "endings", "territorial", "places", "leadMarks", "cooperatingMarks", "responsibleMarks", "firstHalves", "secondHalves"});
        extend(m_dictionary.unitEndings, table, "endings");
        extend(m_dictionary.territorialEndings, table, "territorial");
        extend(m_dictionary.placeEndings, table, "places");
        extend(m_dictionary.leadMarks, table, "leadMarks");
        extend(m_dictionary.cooperatingMarks, table, "cooperatingMarks");
        extend(m_dictionary.responsibleMarks, table, "responsibleMarks");
        extend(m_dictionary.firstHalves, table, "firstHalves");
        for (auto& word : words(table, "secondHalves")) { m_dictionary.secondHalves.insert(std::move(word)); }
    }

    void categories(toml::table const& table)
    {
        for (auto const& [key, node] : table) {
            auto const* const entry = node.as_table();
            if (entry == nullptr) {
                if (key.str() != "dictionary") { wrong(node, "a category must be written [" + std::string{key.str()} + "]"); }
                continue;
            }
            only(*entry, {"words", "min"});
            auto const name = std::string{key.str()};
            auto& list = m_dictionary.categories;
            auto at = std::find_if(list.begin(), list.end(), [&](Category const& category) { return category.name == name; });
            if (at == list.end()) { at = list.insert(list.end(), Category{name, {}, 1}); }
            extend(at->words, *entry, "words");
            at->min = static_cast<int>(value(*entry, "min", std::int64_t{at->min}));
        }
    }

    void statuses(toml::table const& table)
    {
        only(table, {"dictionary", "status"});
        each(table, "status", [&](toml::table const& entry, std::string const& name) {
            only(entry, {"name", "words"});
            auto& list = m_dictionary.statuses;
            auto at = std::find_if(list.begin(), list.end(), [&](StatusWords const& status) { return status.name == name; });
            if (at == list.end()) { at = list.insert(list.end(), StatusWords{name, {}}); }
            extend(at->words, entry, "words");
        });
    }

    void deadlines(toml::table const& table)
    {
        only(table, {"dictionary", "immediate", "longTerm", "byPlan", "referenced"});
        extend(m_dictionary.immediate, table, "immediate");
        extend(m_dictionary.longTerm, table, "longTerm");
        extend(m_dictionary.byPlan, table, "byPlan");
        extend(m_dictionary.referenced, table, "referenced");
    }

    void sentences(toml::table const& table)
    {
        only(table, {"dictionary", "wrong", "about", "closing", "asks", "asksAnybody", "titleSure", "titleActs", "titleForms", "titleOrders", "titleSubjects", "titlePraise", "titleReports", "meetings", "topicWrong", "topicDemands",
                     "topicWanted"});
        extend(m_dictionary.sentences.wrong, table, "wrong");
        extend(m_dictionary.sentences.about, table, "about");
        extend(m_dictionary.sentences.closing, table, "closing");
        extend(m_dictionary.sentences.asks, table, "asks");
        extend(m_dictionary.sentences.asksAnybody, table, "asksAnybody");
        extend(m_dictionary.sentences.titleSure, table, "titleSure");
        extend(m_dictionary.sentences.titleActs, table, "titleActs");
        extend(m_dictionary.sentences.titleForms, table, "titleForms");
        extend(m_dictionary.sentences.titleOrders, table, "titleOrders");
        extend(m_dictionary.sentences.titleSubjects, table, "titleSubjects");
        extend(m_dictionary.sentences.titlePraise, table, "titlePraise");
        extend(m_dictionary.sentences.titleReports, table, "titleReports");
        extend(m_dictionary.sentences.meetings, table, "meetings");
        extend(m_dictionary.sentences.topicWrong, table, "topicWrong");
        extend(m_dictionary.sentences.topicDemands, table, "topicDemands");
        extend(m_dictionary.sentences.topicWanted, table, "topicWanted");
    }

    void rules(toml::table const& table)
    {
        only(table, {"dictionary", "subject", "object", "zone", "severity", "words"});
        auto& rules = m_dictionary.rules;
        entries(table, "subject", rules.subjects);
        entries(table, "object", rules.objects);
        entries(table, "zone", rules.zones);
        entries(table, "severity", rules.severities);
        auto const* const node = table.get("words");
        auto const* const lists = node == nullptr ? nullptr : node->as_table();
        if (lists == nullptr) {
            if (node != nullptr) { wrong(*node, "words must be written [words]"); }
            return;
        }
        only(*lists, {"soft", "must", "inside", "around", "outside", "unstated", "bands", "leave", "clear", "minus", "pillar", "each", "dispose", "past", "stops"});
        for (auto const& [key, kind] : ruleLists) { extend(rules.lists[static_cast<std::size_t>(kind)], *lists, key); }
    }

    void entries(toml::table const& table, std::string_view key, std::vector<RuleEntry>& list)
    {
        each(table, key, [&](toml::table const& entry, std::string const& name) {
            only(entry, {"name", "layer", "general", "zoned", "line", "open", "words", "required", "except"});
            auto at = std::find_if(list.begin(), list.end(), [&](RuleEntry const& one) { return one.name == name; });
            if (at == list.end()) {
                at = list.insert(list.end(), RuleEntry{});
                at->name = name;
            }
            if (key == "severity" && !ruleSeverity(name)) { wrong(entry, "unknown severity " + name, "Known: prohibition, restriction, requirement, goal, disposition."); }
            at->layer = value(entry, "layer", at->layer);
            at->general = value(entry, "general", at->general);
            at->zoned = value(entry, "zoned", at->zoned);
            at->line = value(entry, "line", at->line);
            at->open = value(entry, "open", at->open);
            extend(at->words, entry, "words");
            extend(at->required, entry, "required");
            extend(at->except, entry, "except");
        });
    }

    fs::path const& m_path;
    Dictionary& m_dictionary;
    std::optional<Error> m_error;
};

} // namespace

Result<void> readDictionaryFile(fs::path const& path, Dictionary& dictionary)
{
    auto const bytes = readFile(path);
    if (!bytes) { return std::unexpected{bytes.error()}; }
    try {
        return FileReader{path, dictionary}.read(toml::parse(*bytes, path.string()));
    } catch (toml::parse_error const& error) {
        return std::unexpected{Error{ErrorCode::PlanFormat, std::string{error.description()}, path.string() + " › line " + std::to_string(error.source().begin.line),
                                     "Correct the dictionary; of a shipped one, install the program again."}};
    }
}

} // namespace zhengtu::plan
