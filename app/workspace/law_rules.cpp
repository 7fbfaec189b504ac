#include "workspace/law_rules.hpp"

#include "core/resources.hpp"
#include "geo/ops.hpp"
#include "plan/vocabulary.hpp"

#include <toml++/toml.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <format>
#include <set>

namespace zhengtu::workspace {

namespace {

bool isMeasured(plan::RuleRelation relation) { return relation == plan::RuleRelation::WithinDistance || relation == plan::RuleRelation::MinimumDistance || relation == plan::RuleRelation::Buffer; }

/// One rule of a file. A field that is not known, or holds what it cannot, is an error: passed over, it would change what the rule demands.
class LawReader {
public:
    LawReader(std::string const& where, toml::table const& table) : m_where{where}, m_table{table} {}

    Result<LawRule> operator()()
    {
        auto& rule = m_made.rule;
        rule.state = plan::RuleState::Confirmed;
        auto const fields = fieldsOf(m_table, "rule", {"id", "law", "article", "version", "wording", "quote", "relation", "severity", "soft", "subjects", "demand", "object", "parameter", "note"});
        if (!fields) { return std::unexpected{fields.error()}; }
        auto const wording = text(m_table, "wording");
        m_made.law = text(m_table, "law");
        m_made.article = text(m_table, "article");
        m_made.version = text(m_table, "version");
        m_made.abridged = wording == "abridged";
        rule.id = text(m_table, "id");
        rule.quote.text = text(m_table, "quote");
        rule.demand = text(m_table, "demand");
        rule.reason = m_made.law;
        rule.soft = m_table["soft"].value_or(false);
        auto const relation = plan::ruleRelation(text(m_table, "relation"));
        auto const severity = plan::ruleSeverity(text(m_table, "severity"));
        if (rule.id.empty() || m_made.law.empty() || rule.quote.text.empty()) { return wrong(m_table, "a rule needs id, law and quote", "Say which law demands it, in its words."); }
        if (!relation) { return wrong(m_table, "unknown relation \"" + text(m_table, "relation") + "\"", "docs/formats/rules.md lists them."); }
        if (!severity) { return wrong(m_table, "unknown severity \"" + text(m_table, "severity") + "\"", "Known: prohibition, restriction, requirement, goal, disposition."); }
        if (!wording.empty() && wording != "exact" && wording != "abridged") { return wrong(m_table, "unknown wording \"" + wording + "\"", "Known: exact, abridged."); }
        if (m_table.contains("soft") && !m_table["soft"].is_boolean()) { return wrong(m_table, "soft is neither true nor false", "Write soft = true without quotation marks."); }
        rule.relation = *relation;
        rule.severity = *severity;
        for (auto const part : {&LawReader::subjects, &LawReader::objects, &LawReader::parameters}) {
            if (auto const done = (this->*part)(); !done) { return std::unexpected{done.error()}; }
        }
        return std::move(m_made);
    }

private:
    [[nodiscard]] std::unexpected<Error> wrong(toml::node const& node, std::string detail, std::string cure) const
    {
        return std::unexpected{Error{ErrorCode::PlanFormat, std::move(detail), m_where + " › line " + std::to_string(node.source().begin.line), std::move(cure)}};
    }

    [[nodiscard]] static std::string text(toml::table const& table, std::string_view key) { return table[key].value_or(std::string{}); }

    /// No others than these; those that hold text hold text.
    Result<void> fieldsOf(toml::table const& table, std::string_view what, std::vector<std::string_view> const& known) const
    {
        constexpr std::array<std::string_view, 6> noText{"soft", "subjects", "object", "parameter", "zones", "value"};
        for (auto const& [key, node] : table) {
            if (!std::ranges::contains(known, key.str())) { return wrong(node, std::format("a {} has no field {}", what, key.str()), "docs/formats/rules.md lists the fields."); }
            if (!node.is_string() && !std::ranges::contains(noText, key.str())) { return wrong(node, std::format("{} is no text", key.str()), "Write it in quotation marks."); }
        }
        return {};
    }

    /// The entries of a list of tables.
    Result<std::vector<toml::table const*>> tables(std::string_view key) const
    {
        std::vector<toml::table const*> found;
        if (!m_table.contains(key)) { return found; }
        auto const* const list = m_table[key].as_array();
        if (list == nullptr) { return wrong(*m_table.get(key), std::format("{} is no list of tables", key), std::format("Write [[rule.{}]].", key)); }
        for (auto const& node : *list) {
            if (!node.is_table()) { return wrong(node, std::format("{} is not a table", key), std::format("Write [[rule.{}]].", key)); }
            found.push_back(node.as_table());
        }
        return found;
    }

    /// The texts of a list.
    Result<std::vector<std::string>> texts(toml::table const& table, std::string_view key) const
    {
        std::vector<std::string> found;
        if (!table.contains(key)) { return found; }
        auto const* const list = table[key].as_array();
        if (list == nullptr || !std::ranges::all_of(*list, [](toml::node const& node) { return node.is_string(); })) {
            return wrong(*table.get(key), std::format("{} is no list of texts", key), std::format("Write {} = [\"...\"].", key));
        }
        for (auto const& node : *list) { found.push_back(node.value_or(std::string{})); }
        return found;
    }

    Result<void> subjects()
    {
        auto const kinds = texts(m_table, "subjects");
        if (!kinds) { return std::unexpected{kinds.error()}; }
        for (auto const& kind : *kinds) {
            auto const word = plan::wordOf(kind, true);
            if (word.empty()) {
                return wrong(*m_table.get("subjects"), "the vocabulary has no subject \"" + kind + "\"", "Its classes are in app/plan/dictionaries/rules.toml; a dictionary of your own may add one.");
            }
            m_made.rule.subjects.push_back({kind, {word, {}}});
        }
        return {};
    }

    Result<void> objects()
    {
        auto const entries = tables("object");
        if (!entries) { return std::unexpected{entries.error()}; }
        for (auto const* const entry : *entries) {
            if (auto const fields = fieldsOf(*entry, "rule.object", {"kind", "name", "zones"}); !fields) { return fields; }
            plan::RuleObject object;
            object.kind = text(*entry, "kind");
            object.layer = plan::layerOf(object.kind, false);
            object.said.text = (*entry)["name"].value_or(plan::wordOf(object.kind, false));
            if (plan::wordOf(object.kind, false).empty()) { return wrong(*entry, "the vocabulary has no object \"" + object.kind + "\"", "Its classes are in app/plan/dictionaries/rules.toml."); }
            auto zones = texts(*entry, "zones");
            if (!zones) { return std::unexpected{zones.error()}; }
            for (auto const& zone : *zones) {
                if (!plan::isZone(zone)) { return wrong(*entry, "the vocabulary has no zone \"" + zone + "\"", "docs/formats/rules.md lists the parts that a protected area has."); }
            }
            object.zones = std::move(*zones);
            m_made.rule.objects.push_back(std::move(object));
        }
        if (m_made.rule.objects.empty()) { return wrong(m_table, "a rule needs at least one [[rule.object]]", "Say where it holds."); }
        return {};
    }

    Result<void> parameters()
    {
        auto const entries = tables("parameter");
        if (!entries) { return std::unexpected{entries.error()}; }
        for (auto const* const entry : *entries) {
            if (auto const fields = fieldsOf(*entry, "rule.parameter", {"name", "value", "unit", "comparator"}); !fields) { return fields; }
            plan::RuleParameter parameter;
            parameter.name = text(*entry, "name");
            parameter.unit = text(*entry, "unit");
            parameter.comparator = (*entry)["comparator"].value_or(std::string{"="});
            parameter.value = (*entry)["value"].value<double>();
            bool const plain = parameter.name == "count" || parameter.name == "factor";
            if (!plain && parameter.name != "distance" && parameter.name != "pillar") { return wrong(*entry, "unknown parameter \"" + parameter.name + "\"", "Known: distance, pillar, count, factor."); }
            if (parameter.unit != (plain ? "" : "m") && !(parameter.unit.empty() && !parameter.value)) {
                return wrong(*entry, std::format("the unit of {} is \"{}\"", parameter.name, parameter.unit), plain ? "It is a plain number: leave the unit out." : "Write metres, and unit = \"m\".");
            }
            if (entry->contains("value")) {
                if (!parameter.value || !(*parameter.value >= 0)) { return wrong(*entry, "the value of " + parameter.name + " is no number from 0", "Write metres, or a plain number, without quotation marks."); }
                bool const isNothing = *parameter.value == 0 && parameter.name != "pillar", isTooFar = !plain && *parameter.value > geo::farthestBufferM;
                if (isNothing || isTooFar) { return wrong(*entry, std::format("the value of {} is {:g}", parameter.name, *parameter.value), "Write more than 0, and at most 500 km."); }
                if (parameter.name == "count" && *parameter.value != std::floor(*parameter.value)) { return wrong(*entry, std::format("the value of count is {:g}", *parameter.value), "Write a whole number."); }
            }
            m_made.rule.parameters.push_back(std::move(parameter));
        }
        if (isMeasured(m_made.rule.relation) && !std::ranges::contains(m_made.rule.parameters, "distance", &plan::RuleParameter::name)) {
            return wrong(m_table, std::format("{} needs the parameter distance", plan::name(m_made.rule.relation)), "Write [[rule.parameter]]; without a value the rule is not run, and that is said.");
        }
        return {};
    }

    std::string const& m_where;
    toml::table const& m_table;
    LawRule m_made;
};

} // namespace

Result<std::vector<LawRule>> readLawRules(std::filesystem::path const& file)
{
    auto const where = file.string();
    auto const bytes = readFile(file);
    if (!bytes) { return std::unexpected{bytes.error()}; }
    std::vector<LawRule> rules;
    std::set<std::string> ids;
    try {
        auto const table = toml::parse(*bytes, where);
        auto const* const entries = table["rule"].as_array();
        if (entries == nullptr) { return std::unexpected{Error{ErrorCode::PlanFormat, "the file has no [[rule]]", where, "docs/formats/rules.md describes rule files."}}; }
        for (auto const& node : *entries) {
            auto const* const entry = node.as_table();
            if (entry == nullptr) { return std::unexpected{Error{ErrorCode::PlanFormat, "rule is not a table", where, "Write [[rule]]."}}; }
            auto rule = LawReader{where, *entry}();
            if (!rule) { return std::unexpected{std::move(rule.error())}; }
            if (!ids.insert(rule->rule.id).second) { return std::unexpected{Error{ErrorCode::PlanFormat, "rule " + rule->rule.id + " stands in the file twice", where, "Give each its own id."}}; }
            rules.push_back(std::move(*rule));
        }
    } catch (toml::parse_error const& error) {
        return std::unexpected{Error{ErrorCode::PlanFormat, std::string{error.description()}, where + " › line " + std::to_string(error.source().begin.line), "Correct the rule file."}};
    }
    return rules;
}

Result<std::vector<LawRule>> shippedLawRules()
{
    auto const folder = resource("geodata/rules");
    if (!folder) { return std::unexpected{folder.error()}; }
    std::vector<std::filesystem::path> files;
    std::error_code failed;
    for (auto const& entry : std::filesystem::directory_iterator{*folder, failed}) {
        if (entry.path().extension() == ".toml") { files.push_back(entry.path()); }
    }
    if (failed) { return fail(ErrorCode::FileMissing, folder->string() + ": " + failed.message()); }
    std::ranges::sort(files);
    std::vector<LawRule> all;
    for (auto const& file : files) {
        auto rules = readLawRules(file);
        if (!rules) { return rules; }
        std::ranges::move(*rules, std::back_inserter(all));
    }
    return all;
}

} // namespace zhengtu::workspace
