#include "plan/targets.hpp"

#include "core/utf.hpp"
#include "text/document.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <format>
#include <string>

using namespace zhengtu;
using namespace zhengtu::plan;

namespace {

std::string targetsOf(std::string const& text)
{
    auto const normal = text::normalise(toUtf32(text).value());
    std::vector<Target> targets;
    readTargets(targets, normal, 0, normal.text.size(), 2021);
    std::string shown;
    for (auto const& target : targets) {
        shown += std::format("{}{} {} {}{} {}", shown.empty() ? "" : "\n", target.indicator, target.comparator, target.value, target.unit, target.year ? std::to_string(*target.year) : "-");
    }
    return shown;
}

} // namespace

TEST_CASE("quantified targets have indicator, comparator, value, unit and year", "[plan][targets]")
{
    auto const [text, expected] = GENERATE(table<std::string, std::string>({
        {"到2025年，城镇生活垃圾无害化处理率达95％以上。", "城镇生活垃圾无害化处理率 >= 95% 2025"},
        {"2025年，实施营造林建设2505.06公顷，森林覆盖率达到30%，林木覆盖率达到41.3%。",
         "实施营造林建设 = 2505.06公顷 2025\n森林覆盖率 = 30% 2025\n林木覆盖率 = 41.3% 2025"},
        {"到2025年，细颗粒物年均浓度控制在35微克/立方米以下。", "细颗粒物年均浓度 <= 35微克/立方米 2025"},
        {"到2025年，单位地区生产总值能耗比2020年下降14.5%。", "单位地区生产总值能耗比2020年下降 = 14.5% 2025"},
        {"2025年，矿山地质环境生态修复规模76.5平方公里。", "矿山地质环境生态修复规模 = 76.5平方公里 2025"},
        {"“十四五”期间，完成东山污水处理厂8万吨/日扩容工程，保持市区污水处理率100%。",
         "完成东山污水处理厂扩容工程 = 8万吨/日 2025\n市区污水处理率 = 100% 2025"},
        {"新能源装机占全市电力总装机规模的20%左右。", "新能源装机占全市电力总装机规模 ~ 20% -"},
        {"分别新建水源涵养林14.5公顷、68.25公顷。", "新建水源涵养林 = 14.5公顷 -\n新建水源涵养林 = 68.25公顷 -"},
        {"开工建设163个村庄生活污水治理设施。", "开工建设村庄生活污水治理设施 = 163个 -"},
        {"地表水水质达标率由2020年的75%提高到2025年的90%。", "地表水水质达标率 = 90% 2025"},
        {"到2025年，优良天数比例不低于75%。", "优良天数比例 >= 75% 2025"},
    }));
    CAPTURE(text);
    CHECK(targetsOf(text) == expected);
}

TEST_CASE("what was, and what only says which ones, is no target", "[plan][targets]")
{
    auto const text = GENERATE(as<std::string>{}, "2020年，森林覆盖率达到28%。", "淘汰50吨及以下燃煤采暖锅炉。", "淘汰炉膛直径3米以下燃料类煤气发生炉。",
        "城区人均公园绿地面积在12.78平方米的基础上稳步提高。", "实施铸造行业10吨/小时以下冲天炉改为电炉。", "持续推动现有31处城郊森林公园完善工作。", "在干流水岸线以外不小于一百米，划定保护线。", "“十三五”期间，污水处理率达到95%。");
    CAPTURE(text);
    CHECK(targetsOf(text) == "");
}
