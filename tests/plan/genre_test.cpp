#include "core/utf.hpp"
#include "plan/categories.hpp"
#include "plan/genre.hpp"
#include "plan/reader.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/generators/catch_generators_range.hpp>

#include <algorithm>

using namespace zhengtu;
using namespace zhengtu::plan;

namespace {

Plan read(std::string const& bytes)
{
    auto const document = text::decodeDocument(bytes, "document.txt").value();
    return readPlan(document, text::normalise(document.source)).value();
}

/// One record with a unit and a day, below `title`.
std::string record(std::string const& title, std::string const& opening)
{
    return title + "\n\n一、水环境\n1." + opening + "\n责任单位：县水利局\n完成时限：2024年6月底前\n2." + opening + "\n责任单位：县住建局\n完成时限：2024年6月底前\n";
}

} // namespace

TEST_CASE("titles say what is no list of problems", "[plan]")
{
    auto const title = GENERATE(as<std::string>{}, "某市大气污染防治条例", "某省督察整改验收销号管理办法", "在督察整改推进会上的讲话", "2023年某市政府工作报告", "某市生态环境保护责任清单",
                                "某局公开招聘工作人员公告", "某市水污染防治条例（修订草案）");
    CAPTURE(title);
    CHECK(isOtherGenre(toUtf32(title).value(), U"第一条 为了…"));
}

TEST_CASE("titles that only sound like rules or reports may head a list", "[plan]")
{
    auto const title = GENERATE(as<std::string>{}, "某市贯彻落实督察反馈意见整改方案", "某市生态环境问题清单", "某县督察反馈问题整改情况的报告", "关于交办突出问题的通知", "某市违法用地整改办法和整改措施清单",
                                "某县整改任务清单");
    CAPTURE(title);
    CHECK_FALSE(isOtherGenre(toUtf32(title).value(), U"一、水环境问题"));
}

TEST_CASE("units and deadlines alone make no problem of a work plan", "[plan]")
{
    CHECK(read(record("某县2024年生态环境工作要点", "推进河道治理。")).problems.empty());
    CHECK(read(record("某县碧水保卫战行动计划", "推进河道治理。")).problems.empty());
    // The same fields below a title that speaks of problems are a list of them.
    CHECK(read(record("某县生态环境问题清单", "河道垃圾未清理。")).problems.size() == 2);
    CHECK(read(record("某县督察反馈意见整改清单", "河道垃圾未清理。")).problems.size() == 2);
}

TEST_CASE("a category rests on words in sentences of its problem", "[plan]")
{
    auto const plan = read("某县整改清单\n（一）河道污水直排。两岸有垃圾。\n整改目标：消除直排。\n整改措施：建设管网。\n责任单位：县水利局\n整改时限：2024年底前\n");
    REQUIRE(plan.problems.size() == 1);
    auto const reasons = explainCategories(plan.problems.front(), **shippedDictionary());
    REQUIRE_FALSE(reasons.empty());
    for (auto const& reason : reasons) {
        CAPTURE(reason.category, reason.word, reason.sentence);
        CHECK(reason.sentence.find(reason.word) != std::string::npos);
        CHECK(std::count(plan.problems.front().categories.begin(), plan.problems.front().categories.end(), reason.category) == 1);
    }
    for (auto const& category : plan.problems.front().categories) {
        CHECK(std::any_of(reasons.begin(), reasons.end(), [&](CategoryReason const& reason) { return reason.category == category; }));
    }
}

TEST_CASE("a title that begins with the inspectors says whose cases it lists", "[plan]")
{
    auto const [title, region] = GENERATE(table<std::string, std::string>({
        {"中央生态环境保护督察组转办太原市第二十批信访件办理结果", "太原市"},
        {"省生态环境保护督察组向忻州市交办第三批问题办理情况", "忻州市"},
        {"中央生态环境保护督察组向我省转办第八批群众举报问题", ""},
        {"督察组交办问题和市民反映问题办理情况", ""},
    }));
    CAPTURE(title);
    CHECK(read(title + "\n\n1.某街餐饮油烟扰民。\n办理情况：已整改。\n").region == region);
}
