#include "support/temporary_directory.hpp"
#include "workspace/law_rules.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <fstream>

using namespace zhengtu;
using namespace zhengtu::tests;
using namespace zhengtu::workspace;

TEST_CASE("the rules that ship read, and a wrong rule file names its line", "[workspace][rules]")
{
    auto const laws = shippedLawRules();
    REQUIRE(laws);
    CHECK(laws->size() >= 5);
    for (auto const& law : *laws) {
        CAPTURE(law.rule.id);
        CHECK_FALSE(law.version.empty());
        CHECK_FALSE(law.rule.objects.empty());
        CHECK_FALSE(law.rule.demand.empty());
    }
    TemporaryDirectory directory;
    auto const file = directory / "rules.toml";
    static std::string const head = "[[rule]]\nid = \"a\"\nlaw = \"b\"\nquote = \"c\"\nseverity = \"goal\"\n";
    static std::string const within = head + "relation = \"within\"\n", near = head + "relation = \"within-distance\"\n", reserve = "[[rule.object]]\nkind = \"nature-reserve\"\n";
    auto const [text, detail] = GENERATE(table<std::string, std::string>({
        {"[[rule]]\nid = \"a\"\nlaw = \"b\"\nquote = \"c\"\nrelation = \"under\"\nseverity = \"goal\"\n", "unknown relation"},
        {"[[rule]]\nid = \"a\"\nlaw = \"b\"\nquote = \"c\"\nrelation = \"within\"\nseverity = \"goal\"\n", "needs at least one"},
        {"[[rule]]\nid = \"a\"\nrelation = \"within\"\nseverity = \"goal\"\n", "needs id, law and quote"},
        {"[[rule]]\nid = \"a\"\nlaws = \"b\"\n", "no field laws"},
        {"[[rule]]\nid = \"a\"\nlaw = \"b\"\nquote = \"c\"\nrelation = \"within\"\nseverity = \"goal\"\nsubjects = [\"unicorn\"]\n", "unicorn"},
        {within + "[[rule.object]]\nkind = \"castle\"\nname = \"某地\"\n", "castle"},
        {within + "[[rule.object]]\nkind = \"nature-reserve\"\nzones = [\"cor\"]\n", "cor"},
        {within + "[[rule.object]]\nkind = \"nature-reserve\"\nzones = \"core\"\n", "no list of texts"},
        {within + "[[rule.object]]\nkind = \"nature-reserve\"\nzone = [\"core\"]\n", "no field zone"},
        {within + "soft = \"yes\"\n" + reserve, "neither true nor false"},
        {within + "wording = \"short\"\n" + reserve, "unknown wording"},
        {within + "demand = 5\n" + reserve, "demand is no text"},
        {within + "object = \"nature-reserve\"\n", "no list of tables"},
        {near + reserve, "needs the parameter distance"},
        {near + reserve + "[[rule.parameter]]\nname = \"distance\"\nvalue = 5\nunit = \"km\"\n", "the unit of distance"},
        {near + reserve + "[[rule.parameter]]\nname = \"distance\"\nvalue = 5\n", "the unit of distance"},
        {near + reserve + "[[rule.parameter]]\nname = \"distance\"\nvalue = \"5\"\nunit = \"m\"\n", "no number"},
        {near + reserve + "[[rule.parameter]]\nname = \"distance\"\nvalue = inf\nunit = \"m\"\n", "is inf"},
        {near + reserve + "[[rule.parameter]]\nname = \"distance\"\nvalue = nan\nunit = \"m\"\n", "no number"},
        {near + reserve + "[[rule.parameter]]\nname = \"distance\"\nvalue = 0\nunit = \"m\"\n", "more than 0"},
        {near + reserve + "[[rule.parameter]]\nname = \"distance\"\nvalue = 500001\nunit = \"m\"\n", "at most 500 km"},
        {head + "relation = \"count-per\"\n" + reserve + "[[rule.parameter]]\nname = \"count\"\nvalue = 2.5\n", "whole number"},
        {near + reserve + "[[rule.parameter]]\nname = \"radius\"\nvalue = 5\n", "unknown parameter"},
        {"id = ", ""},
        {"", "no [[rule]]"},
    }));
    std::ofstream{file} << text;
    auto const read = readLawRules(file);
    REQUIRE_FALSE(read);
    CHECK(read.error().code == ErrorCode::PlanFormat);
    CHECK(describe(read.error()).contains(detail));
    CHECK(describe(read.error()).contains("rules.toml"));
}
