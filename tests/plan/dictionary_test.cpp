#include "plan/dictionary.hpp"

#include "core/resources.hpp"
#include "core/utf.hpp"
#include "plan/reader.hpp"
#include "support/temporary_directory.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <fstream>
#include <string>

namespace fs = std::filesystem;
using namespace zhengtu;
using namespace zhengtu::plan;

namespace {

fs::path shippedFolder() { return resource("app/plan/dictionaries/labels.toml").value().parent_path(); }

fs::path write(fs::path const& folder, std::string const& name, std::string const& text)
{
    std::ofstream{folder / name} << text;
    return folder / name;
}

} // namespace

TEST_CASE("words of a user's file are added to the shipped ones", "[plan][dictionary]")
{
    tests::TemporaryDirectory const folder;
    auto const labels = write(folder.path(), "our-labels.toml", "[measure]\nstrong = [\"整改抓手\"]\n[goal]\nstrong = [\"整改任务\"]\n");
    auto const mixed = write(folder.path(), "mine.toml", "dictionary = \"rules\"\n[[subject]]\nname = \"car-wash\"\nwords = [\"洗车场\"]\n[[object]]\nname = \"spring-domain\"\nwords = [\"泉眼保护带\"]\n");
    auto const dictionary = loadDictionary(shippedFolder(), {labels, mixed});
    REQUIRE(dictionary.has_value());
    CHECK(dictionary->labels.at(U"整改抓手").field == Field::Measure);
    CHECK(dictionary->labels.at(U"整改措施").field == Field::Measure);
    CHECK(dictionary->labels.at(U"整改任务").field == Field::Goal); // moved by the user
    std::string const text = "平安市督察反馈意见整改方案\n一、问题\n（一）平安县管理粗放。\n整改目标：完成整改。\n整改抓手：1. 严禁在泉眼保护带内新建洗车场。\n责任单位：平安市水利局\n整改时限：2023年12月底前\n";
    auto const document = text::decodeDocument(text, "plan.txt").value();
    auto const plan = readPlan(document, text::normalise(document.source), *dictionary);
    REQUIRE(plan.problems.size() == 1);
    CHECK(plan.problems.front().tasks.size() == 1);
    REQUIRE(plan.rules.size() == 1);
    CHECK(plan.rules.front().subjects.front().kind == "car-wash");
    CHECK(plan.rules.front().objects.front().kind == "spring-domain");
}

TEST_CASE("a label is understood with modifiers before it", "[plan][dictionary]")
{
    struct Case { std::u32string_view label; std::optional<Field> field; };
    auto const dictionary = loadDictionary(shippedFolder()).value();
    for (auto const& [label, field] : {Case{U"县级责任单位", Field::Responsible}, Case{U"牵头市领导", Field::Person}, Case{U"整改重点措施", Field::Measure},
                                       Case{U"分管县领导", Field::Person}, Case{U"市级督导单位", Field::Other}, Case{U"施工单位", std::nullopt}, Case{U"县级", std::nullopt}, Case{U"责任单位县级", std::nullopt}}) {
        CAPTURE(toUtf8(label));
        auto const word = dictionary.label(label);
        CHECK(word.has_value() == field.has_value());
        if (word && field) { CHECK(word->field == *field); }
    }
    tests::TemporaryDirectory const folder;
    auto const mine = write(folder.path(), "labels.toml", "[modifiers]\nwords = [\"盟级\"]\n");
    CHECK_FALSE(dictionary.label(U"盟级责任单位").has_value());
    CHECK(loadDictionary(shippedFolder(), {mine}).value().label(U"盟级责任单位")->field == Field::Responsible);
}

TEST_CASE("words of a user tell that something is wrong", "[plan][dictionary]")
{
    std::string const text = "关于做好整改工作的通知\n各县人民政府：\n1.东山县污水泵站设备老旧。东山县人民政府要于2023年6月底前完成维修。\n"
                             "2.西山县垃圾中转站设备老旧。西山县人民政府要于2023年7月底前完成维修。\n";
    auto const document = text::decodeDocument(text, "notice.txt").value();
    auto const normal = text::normalise(document.source);
    tests::TemporaryDirectory const folder;
    auto const mine = write(folder.path(), "sentences.toml", "wrong = [\"老旧\"]\n");
    CHECK(readPlan(document, normal, loadDictionary(shippedFolder()).value()).problems.empty());
    CHECK(readPlan(document, normal, loadDictionary(shippedFolder(), {mine}).value()).problems.size() == 2);
}

TEST_CASE("words of a user make a title one of a document that tells problems", "[plan][dictionary]")
{
    std::string const text = "县环境曝光台\n1.东山县污水泵站未运行。东山县人民政府要于2023年6月底前完成维修。\n2.西山县垃圾露天堆放。西山县人民政府要于2023年7月底前清理完毕。\n";
    auto const document = text::decodeDocument(text, "notice.txt").value();
    auto const normal = text::normalise(document.source);
    tests::TemporaryDirectory const folder;
    auto const mine = write(folder.path(), "sentences.toml", "titleSure = [\"曝光台\"]\n");
    CHECK(readPlan(document, normal, loadDictionary(shippedFolder()).value()).problems.empty());
    CHECK(readPlan(document, normal, loadDictionary(shippedFolder(), {mine}).value()).problems.size() == 2);
}

TEST_CASE("a folder of dictionaries is read in the order of its names", "[plan][dictionary]")
{
    tests::TemporaryDirectory const folder;
    write(folder.path(), "1-labels.toml", "[goal]\nstrong = [\"抓手\"]\n");
    write(folder.path(), "2-labels.toml", "[measure]\nstrong = [\"抓手\"]\n");
    write(folder.path(), "notes.txt", "no dictionary");
    CHECK(loadDictionary(shippedFolder(), {folder.path()}).value().labels.at(U"抓手").field == Field::Measure);
}

TEST_CASE("a wrong dictionary is an error with file and line", "[plan][dictionary]")
{
    auto const [name, text, line] = GENERATE(table<std::string, std::string, std::string>({
        {"labels.toml", "[gaol]\nstrong = [\"目标\"]\n", "line 1"},
        {"labels.toml", "[goal]\nstrng = [\"目标\"]\n", "line 2"},
        {"labels.toml", "[goal]\nstrong = \"目标\"\n", "line 2"},
        {"labels.toml", "[goal]\nstrong = [\"目标\", 3]\n", "line 2"},
        {"labels.toml", "[goal]\nstrong = [\"甲标\", \"甲标\"]\n", "line 1"},
        {"labels.toml", "[goal\n", "line 1"},
        {"what.toml", "x = 1\n", "line 1"},
        {"x.toml", "dictionary = \"labls\"\n", "line 1"},
        {"categories.toml", "[air]\nmin = \"two\"\n", "line 2"},
        {"statuses.toml", "[[status]]\nwords = [\"已完成\"]\n", "line 1"},
        {"labels.toml", "[modifiers]\nword = [\"盟级\"]\n", "line 2"},
        {"labels.toml", "modifiers = [\"盟级\"]\n", "line 1"},
        {"sentences.toml", "wrnog = [\"失修\"]\n", "line 1"},
        {"rules.toml", "[[severity]]\nname = \"harsh\"\nwords = [\"杜绝\"]\n", "line 1"},
        {"rules.toml", "[words]\ninsde = [\"内\"]\n", "line 2"},
    }));
    CAPTURE(text);
    tests::TemporaryDirectory const folder;
    auto const read = loadDictionary(shippedFolder(), {write(folder.path(), name, text)});
    REQUIRE_FALSE(read.has_value());
    CHECK(read.error().code == ErrorCode::PlanFormat);
    CAPTURE(read.error().where);
    CHECK(read.error().where.ends_with(name + " › " + line));
    CHECK_FALSE(read.error().cure.empty());
}

TEST_CASE("a dictionary that is not there is an error", "[plan][dictionary]")
{
    CHECK(loadDictionary(shippedFolder(), {"/nonexistent/labels.toml"}).error().code == ErrorCode::FileMissing);
}
