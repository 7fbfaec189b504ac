#include "core/resources.hpp"
#include "core/utf.hpp"
#include "place/mentions.hpp"
#include "workspace/catalogue.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

using namespace zhengtu;
namespace fs = std::filesystem;

namespace {

/// A place that a reader marked in a golden text: {晋源区|county|晋源区}. "-" for the county: no claim.
struct Wanted {
    std::string text, kind, county;
};

struct Golden {
    std::string region;
    std::u32string text; ///< without the marks
    std::vector<Wanted> wanted;
};

/// The first line is the region, the rest the text of one problem with its places marked. Everything that is no marked place, nor
/// part of one, must not be found.
Golden readGolden(fs::path const& file)
{
    std::ifstream stream{file};
    Golden golden;
    std::getline(stream, golden.region);
    auto const marked = toUtf32(std::string{std::istreambuf_iterator<char>{stream}, {}}).value();
    for (std::size_t i = 0; i < marked.size(); ++i) {
        if (marked[i] != U'{') {
            golden.text.push_back(marked[i]);
            continue;
        }
        auto const close = marked.find(U'}', i);
        auto const first = marked.find(U'|', i), second = marked.find(U'|', first + 1);
        golden.wanted.push_back({toUtf8(marked.substr(i + 1, first - i - 1)), toUtf8(marked.substr(first + 1, second - first - 1)),
                                 toUtf8(marked.substr(second + 1, close - second - 1))});
        golden.text += marked.substr(i + 1, first - i - 1);
        i = close;
    }
    return golden;
}

std::vector<place::Mention> read(Golden const& golden, place::Gazetteer const& gazetteer)
{
    plan::Plan plan;
    plan.region = golden.region;
    plan::Problem problem;
    problem.span = problem.body.span = {0, golden.text.size()};
    plan.problems.push_back(problem);
    return place::findMentions(plan, text::normalise(golden.text), gazetteer);
}

bool touches(std::string const& a, std::string const& b) { return a.contains(b) || b.contains(a); }

} // namespace

TEST_CASE("the places of golden texts are found, typed and put into their counties with the data that ships", "[workspace][golden]")
{
    auto const catalogue = resource("geodata/layers.toml").value();
    auto const layers = workspace::readCatalogue(catalogue).value();
    auto const gazetteer = place::Gazetteer::load(layers, catalogue.parent_path() / "tables").value();
    std::size_t files = 0;
    for (auto const& file : fs::directory_iterator{fs::path{ZHENGTU_TESTS_DIR} / "golden" / "mentions"}) {
        if (file.path().extension() != ".txt") { continue; }
        ++files;
        auto const golden = readGolden(file.path());
        auto const found = read(golden, gazetteer);
        for (auto const& wanted : golden.wanted) {
            CAPTURE(file.path().filename().string(), wanted.text, wanted.kind, wanted.county);
            auto at = std::ranges::find(found, wanted.text, &place::Mention::text);
            if (at == found.end()) { at = std::ranges::find_if(found, [&](auto const& mention) { return mention.text.ends_with(wanted.text); }); }
            CHECK(at != found.end()); // as marked, or with the county that stands in front of it
            if (at == found.end()) { continue; }
            CHECK(place::name(at->kind) == wanted.kind);
            if (wanted.county != "-") { CHECK(at->county == wanted.county); }
        }
        for (auto const& mention : found) {
            CAPTURE(file.path().filename().string(), mention.text);
            CHECK(std::ranges::any_of(golden.wanted, [&](auto const& wanted) { return touches(wanted.text, mention.text); }));
        }
    }
    CHECK(files >= 20);
}
