#include "workspace/law_rules.hpp"

#include "core/resources.hpp"
#include "plan/vocabulary.hpp"

#include <toml++/toml.hpp>

#include <algorithm>
#include <array>
#include <set>

namespace zhengtu::workspace {

namespace {

constexpr std::array<std::string_view, 14> ruleFields{"id", "law", "article", "version", "wording", "quote", "relation", "severity", "soft", "subjects", "demand", "object", "parameter", "note"};

struct LawReader {
    std::string const& where;

    [[nodiscard]] std::unexpected<Error> wrong(toml::node const& node, std::string detail, std::string cure) const
    {
        return std::unexpected{Error{ErrorCode::PlanFormat, std::move(detail), where + " › line " + std::to_string(node.source().begin.line), std::move(cure)}};
    }

    Result<LawRule> rule(toml::table const& table) const
    {
        for (auto const& [key, node] : table) {
            if (!std::ranges::contains(ruleFields, key.str())) { return wrong(node, "a rule has no field " + std::string{key.str()}, "docs/formats/rules.md lists the fields."); }
        }
        auto const text = [&](char const* key) { return table[key].value_or(std::string{}); };
        LawRule made{.rule = {}, .law = text("law"), .article = text("article"), .version = text("version"), .abridged = text("wording") == "abridged"};
        auto& rule = made.rule;
        rule.id = text("id");
        rule.quote.text = text("quote");
        rule.demand = text("demand");
        rule.soft = table["soft"].value_or(false);
        rule.state = plan::RuleState::Confirmed;
        rule.reason = made.law;
        auto const relation = plan::ruleRelation(text("relation"));
        auto const severity = plan::ruleSeverity(text("severity"));
        if (rule.id.empty() || made.law.empty() || rule.quote.text.empty()) { return wrong(table, "a rule needs id, law and quote", "Say which law demands it, in its words."); }
        if (!relation) { return wrong(table, "unknown relation \"" + text("relation") + "\"", "docs/formats/rules.md lists them."); }
        if (!severity) { return wrong(table, "unknown severity \"" + text("severity") + "\"", "Known: prohibition, restriction, requirement, goal, disposition."); }
        rule.relation = *relation;
        rule.severity = *severity;
        if (auto const done = parts(table, rule); !done) { return std::unexpected{done.error()}; }
        return made;
    }

private:
    Result<void> parts(toml::table const& table, plan::Rule& rule) const
    {
        auto const* const subjects = table["subjects"].as_array();
        for (std::size_t i = 0; subjects != nullptr && i < subjects->size(); ++i) {
            auto const kind = (*subjects)[i].value_or(std::string{});
            auto const word = plan::wordOf(kind, true);
            if (word.empty()) { return wrong(*subjects, "the vocabulary has no subject \"" + kind + "\"", "Its classes are in app/plan/dictionaries/rules.toml; a dictionary of your own may add one."); }
            rule.subjects.push_back({kind, {word, {}}});
        }
        auto const* const objects = table["object"].as_array();
        for (std::size_t i = 0; objects != nullptr && i < objects->size(); ++i) {
            auto const* const entry = (*objects)[i].as_table();
            if (entry == nullptr) { return wrong(*objects, "object is not a table", "Write [[rule.object]]."); }
            plan::RuleObject object;
            object.kind = (*entry)["kind"].value_or(std::string{});
            object.layer = plan::layerOf(object.kind, false);
            object.said.text = (*entry)["name"].value_or(plan::wordOf(object.kind, false));
            if (object.said.text.empty()) { return wrong(*entry, "the vocabulary has no object \"" + object.kind + "\"", "Its classes are in app/plan/dictionaries/rules.toml."); }
            if (auto const* const zones = (*entry)["zones"].as_array()) {
                for (auto const& zone : *zones) { object.zones.push_back(zone.value_or(std::string{})); }
            }
            rule.objects.push_back(std::move(object));
        }
        auto const* const parameters = table["parameter"].as_array();
        for (std::size_t i = 0; parameters != nullptr && i < parameters->size(); ++i) {
            auto const* const entry = (*parameters)[i].as_table();
            if (entry == nullptr) { return wrong(*parameters, "parameter is not a table", "Write [[rule.parameter]]."); }
            plan::RuleParameter parameter;
            parameter.name = (*entry)["name"].value_or(std::string{});
            parameter.unit = (*entry)["unit"].value_or(std::string{});
            parameter.comparator = (*entry)["comparator"].value_or(std::string{"="});
            parameter.value = (*entry)["value"].value<double>();
            if (parameter.value && !(*parameter.value >= 0)) { return wrong(*entry, "the value of " + parameter.name + " must not be negative", "Write metres, or a plain number."); }
            rule.parameters.push_back(std::move(parameter));
        }
        if (rule.objects.empty()) { return wrong(table, "a rule needs at least one [[rule.object]]", "Say where it holds."); }
        return {};
    }
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
            auto rule = LawReader{where}.rule(*entry);
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
