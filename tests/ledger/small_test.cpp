#include "ledger/status.hpp"
#include "ledger/text_list.hpp"
#include "ledger/value_type.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace zhengtu::ledger;

TEST_CASE("a plan's words become a workflow state", "[ledger]")
{
    auto const [said, status] = GENERATE(table<std::string, std::string>({{"已完成", "accepted"},
                                                                          {"已完成整改", "accepted"},
                                                                          {"完成", "accepted"},
                                                                          {"整改到位", "accepted"},
                                                                          {"已销号", "closed"},
                                                                          {"完成整改并销号", "closed"}}));
    CAPTURE(said);
    CHECK(workflowStatus(said) == status);
}

TEST_CASE("words that deny or qualify leave a task under way", "[ledger]")
{
    auto const said = GENERATE(as<std::string>{}, "", "未完成", "至今未销号", "基本完成", "尚未整改到位", "正在整改", "达到序时进度", "不完成不销号", "完成部分整改");
    CAPTURE(said);
    CHECK(workflowStatus(said) == "under-way");
}

TEST_CASE("a column has the narrowest form that loses no letter", "[ledger]")
{
    auto const [values, type, decimals] = GENERATE(table<std::vector<std::string_view>, ValueType, int>({{{"1", "-2", "0"}, ValueType::Integer, -1},
                                                                                                        {{"1", "2.5"}, ValueType::Real, -1},
                                                                                                        {{"0.1", "1e-07"}, ValueType::Real, -1},
                                                                                                        {{"1.50", "2.25", "-3.00"}, ValueType::Real, 2},
                                                                                                        {{"", "3"}, ValueType::Integer, -1}}));
    auto const form = valueForm(values);
    CHECK(form.type == type);
    CHECK(form.decimals == decimals);
}

TEST_CASE("what looks like a number but would come back otherwise is text", "[ledger]")
{
    auto const value = GENERATE(as<std::string>{}, "", "007", "+1", "-0", "-0.0", "1e5", "nan", "inf", " 1", "99999999999999999999", "1,5", "0x10", "1.", ".5");
    CAPTURE(value);
    CHECK(valueForm({value}).type == ValueType::Text);
    CHECK(valueForm({"2.5", "9007199254740993"}).type == ValueType::Text); // a double has no such whole number
    CHECK(valueForm({"1.50", "2.5"}).type == ValueType::Text);
    CHECK(valueForm({"1.50", "2"}).type == ValueType::Text);
}

TEST_CASE("a list survives its column", "[ledger]")
{
    auto const list = GENERATE(std::vector<std::string>{}, std::vector<std::string>{"a"}, std::vector<std::string>{"晋源区", "小店区"});
    CHECK(split(joined(list)) == list);
}
