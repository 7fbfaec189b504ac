#include "plan/coverage.hpp"
#include "summary.hpp"

#include "core/utf.hpp"
#include "plan/reader.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <cstdlib>
#include <vector>

namespace fs = std::filesystem;
using namespace zhengtu;
using namespace zhengtu::plan;

namespace {

struct Covered {
    text::Document document;
    text::NormalText normal;
    Plan plan;
    Coverage coverage;
};

Covered cover(text::Document document)
{
    Covered all;
    all.document = std::move(document);
    all.normal = text::normalise(all.document.source);
    all.plan = readPlan(all.document, all.normal).value();
    all.coverage = plan::cover(all.document, all.normal, all.plan).value();
    return all;
}

Covered coverText(std::string const& text) { return cover(text::decodeDocument(text, "test.txt").value()); }

std::string unclassified(Coverage const& coverage)
{
    std::string text;
    for (auto const& passage : coverage.unclassified) { text += (text.empty() ? "" : " | ") + passage.text; }
    return text;
}

void checkWhole(fs::path const& file)
{
    INFO(file.string());
    auto const all = cover(text::readDocument(file).value());
    INFO("unclassified: " << unclassified(all.coverage));
    CHECK(all.coverage.total() == all.document.source.size());
    CHECK(all.coverage.unclassifiedShare() < 0.02);
    CHECK(all.coverage.altered.empty());
    for (auto const& problem : all.plan.problems) {
        CHECK(rebuild(all.normal, problem.body.span) == problem.body.text);
        for (auto const& goal : problem.goals) { CHECK(rebuild(all.normal, goal.span) == goal.text); }
        for (auto const& task : problem.tasks) { CHECK(rebuild(all.normal, task.body.span) == task.body.text); }
    }
}

std::string samplePlan(std::string const& behindFields, std::string const& before = {})
{
    return "某市生态环境保护督察整改方案\n\n" + before +
           "一、大气污染方面\n\n1. 散煤管控不力。部分乡镇仍有散煤销售点。\n整改目标：取缔散煤销售点。\n整改措施：\n"
           "（1）开展排查。\n（2）依法取缔。\n责任单位：市生态环境局、市能源局\n" +
           "整改时限：2024年6月底前\n" + behindFields +
           "\n2. 扬尘污染突出。工地未覆盖。\n整改目标：工地全部覆盖。\n整改措施：\n（1）落实覆盖。\n"
           "责任单位：市住建局\n整改时限：2024年9月底前\n";
}

} // namespace

TEST_CASE("every character of a golden plan is accounted for", "[plan][coverage]")
{
    std::size_t cases = 0;
    for (auto const& folder : fs::directory_iterator{fs::path{ZHENGTU_TESTS_DIR} / "golden" / "plans"}) {
        if (!folder.is_directory()) { continue; }
        checkWhole(folder.path() / "input.txt");
        ++cases;
    }
    CHECK(cases >= 10);
}

TEST_CASE("every character of a published plan is accounted for", "[plan][coverage][real]")
{
    char const* const set = std::getenv("ZHENGTU_PLANS");
    auto const folder = set != nullptr && *set != '\0' ? fs::path{set} : fs::path{ZHENGTU_TESTS_DIR}.parent_path().parent_path() / "shared" / "plans";
    if (!fs::exists(folder)) { SKIP("no published plans at " << folder.string() << "; set ZHENGTU_PLANS to the folder that holds them"); }
    for (auto const& file : fs::directory_iterator{folder}) { checkWhole(file.path()); }
}

TEST_CASE("a plan that is understood leaves nothing unclassified", "[plan][coverage]")
{
    auto const extra = GENERATE(as<std::string>{}, "", "-3-\n", "\n \n", "备注：已报省厅。\n", "配合单位：市公安局、市交通运输局等\n");
    CAPTURE(extra);
    auto const all = coverText(samplePlan(extra));
    CHECK(unclassified(all.coverage).empty());
    CHECK(all.coverage.altered.empty());
    CHECK(all.plan.problems.size() == 2);
}

TEST_CASE("text that went into no field is reported as it stands", "[plan][coverage]")
{
    auto const all = coverText(samplePlan("此处另有一段没有标签的说明文字\n"));
    CHECK(unclassified(all.coverage) == "此处另有一段没有标签的说明文字");
    CHECK(all.coverage.characters[static_cast<std::size_t>(Fate::Unclassified)] == 15);
    CHECK(all.coverage.unclassifiedShare() > 0.02);
}

TEST_CASE("what stands before the list is outside, not in it", "[plan][coverage]")
{
    auto const all = coverText(samplePlan("", "为落实督察反馈意见，制定本方案。\n\n"));
    REQUIRE(all.coverage.outside.size() == 1);
    CHECK(all.coverage.outside.front().text.starts_with("某市生态环境保护督察整改方案"));
    CHECK(all.coverage.outside.front().text.ends_with("制定本方案。"));
}

TEST_CASE("a field whose span is wrong is called altered", "[plan][coverage]")
{
    auto all = coverText(samplePlan(""));
    all.plan.problems.front().goals.front().span.end -= 1;
    auto const coverage = plan::cover(all.document, all.normal, all.plan).value();
    REQUIRE(coverage.altered.size() == 1);
    CHECK(coverage.altered.front().text == "取缔散煤销售点。");
    CHECK(coverage.passages == all.coverage.passages);
}

TEST_CASE("a plan with pages that could not be read is not complete", "[plan][coverage]")
{
    auto document = text::decodeDocument("某县整改方案\n一、污水直排。\n\f整改措施：建设管网。\n责任单位：某局\n", "test.txt").value();
    REQUIRE(document.positions.pages.size() == 2);
    CHECK(complete(readPlan(document, text::normalise(document.source)).value()));
    document.positions.unread = {2};
    auto const plan = readPlan(document, text::normalise(document.source)).value();
    CHECK_FALSE(complete(plan));
    REQUIRE(plan.notices.size() == 1);
    CHECK(plan.notices[0].what == "page-without-text");
    CHECK(plan.notices[0].detail.find("page 2") != std::string::npos);
}
