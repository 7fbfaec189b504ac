#include "summary.hpp"

#include "core/date.hpp"
#include "plan/reader.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdint>
#include <sstream>
#include <stdexcept>

namespace zhengtu::plan::test {

namespace {

using Json = nlohmann::ordered_json;

void put(Json& json, char const* key, std::string const& value)
{
    if (!value.empty()) { json[key] = value; }
}

Json units(std::vector<Unit> const& list)
{
    Json json = Json::object();
    for (auto const& unit : list) { json[name(unit.role)].push_back(unit.name.text); }
    return json;
}

/// "date 2024-06-30 long: 2024年6月底前，长期坚持"
std::string deadline(Deadline const& deadline)
{
    std::string line = name(deadline.kind);
    for (auto const& date : deadline.dates) { line += " " + isoDate(date); }
    return line + (deadline.longTerm ? " long" : "") + (deadline.said.text.empty() ? "" : ": " + deadline.said.text);
}

Json task(Task const& task)
{
    Json json = Json::object();
    put(json, "no", task.no);
    json["text"] = task.body.text;
    if (!task.units.empty()) { json["units"] = units(task.units); }
    json["deadline"] = deadline(task.deadline);
    put(json, "status", task.status);
    return json;
}

Json problem(Plan const& plan, Problem const& problem)
{
    Json json = Json::object();
    put(json, "no", problem.no);
    if (problem.feedbackNo) { json["feedback_no"] = *problem.feedbackNo; }
    if (problem.section != Problem::npos) { json["section"] = plan.sections[problem.section].no; }
    put(json, "subsection", problem.subsection);
    json["text"] = problem.body.text;
    for (auto const& goal : problem.goals) { json["goals"].push_back(goal.text); }
    json["categories"] = problem.categories;
    if (!problem.units.empty()) { json["units"] = units(problem.units); }
    if (problem.deadline) { json["deadline"] = deadline(*problem.deadline); }
    put(json, "status", problem.status);
    for (auto const& entry : problem.tasks) { json["tasks"].push_back(task(entry)); }
    return json;
}

std::string number(double value)
{
    std::ostringstream out;
    out << value;
    return out.str();
}

} // namespace

Plan readFile(std::filesystem::path const& file)
{
    auto const document = text::readDocument(file);
    if (!document) { throw std::runtime_error{describe(document.error())}; }
    auto plan = readPlan(*document, text::normalise(document->source));
    if (!plan) { throw std::runtime_error{describe(plan.error())}; }
    return std::move(*plan);
}

std::string summary(Plan const& plan)
{
    Json json = Json::object();
    json["kind"] = name(plan.kind);
    put(json, "title", plan.title);
    put(json, "region", plan.region);
    if (plan.year) { json["year"] = *plan.year; }
    for (auto const& section : plan.sections) { json["sections"].push_back(section.no + section.title.text); }
    json["problems"] = Json::array();
    for (auto const& entry : plan.problems) { json["problems"].push_back(problem(plan, entry)); }
    for (auto const& target : plan.targets) {
        json["targets"].push_back(target.indicator + " " + target.comparator + " " + number(target.value) + target.unit +
                                  (target.year ? " (" + std::to_string(*target.year) + ")" : ""));
    }
    for (auto const& task : plan.keyTasks) { json["key_tasks"].push_back(task.no + task.title.text); }
    for (auto const& check : plan.checks) {
        json["checks"].push_back(check.what + ": " + number(check.stated) + "/" + number(check.found) + (check.ok ? " ok" : " FAILED"));
    }
    for (auto const& notice : plan.notices) { json["notices"].push_back(notice.what + ": " + notice.detail); }
    return json.dump(1, ' ') + "\n";
}

std::string canonical(std::string const& json) { return Json::parse(json).dump(1, ' ') + "\n"; }

std::string difference(std::string const& expected, std::string const& found)
{
    auto const lines = [](std::string const& text) {
        std::vector<std::string> list;
        std::istringstream in{text};
        for (std::string line; std::getline(in, line);) { list.push_back(line); }
        return list;
    };
    auto const a = lines(expected);
    auto const b = lines(found);
    // Longest common subsequence: golden files have hundreds of lines at most.
    std::vector<std::vector<std::uint32_t>> common(a.size() + 1, std::vector<std::uint32_t>(b.size() + 1, 0));
    for (auto i = a.size(); i-- > 0;) {
        for (auto j = b.size(); j-- > 0;) { common[i][j] = a[i] == b[j] ? common[i + 1][j + 1] + 1 : std::max(common[i + 1][j], common[i][j + 1]); }
    }
    std::string diff;
    for (std::size_t i = 0, j = 0; i < a.size() || j < b.size();) {
        if (i < a.size() && j < b.size() && a[i] == b[j]) {
            ++i;
            ++j;
        } else if (j == b.size() || (i < a.size() && common[i + 1][j] >= common[i][j + 1])) {
            diff += "- " + a[i++] + "\n";
        } else {
            diff += "+ " + b[j++] + "\n";
        }
    }
    return diff;
}

} // namespace zhengtu::plan::test
