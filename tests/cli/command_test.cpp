#include "program.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <utility>

using namespace zhengtu::tests;
using nlohmann::json;

TEST_CASE("every command explains itself", "[cli]")
{
    auto const command = GENERATE(as<std::string>{}, "parse", "import", "tasks", "sites", "query", "hotspots", "export", "render", "rules", "claims", "recurrence", "locate", "info", "correct", "history", "undo", "redo");
    auto const done = run({command, "--help"});
    CHECK(done.code == 0);
    CHECK(done.out.contains(command));
    CHECK(done.err.empty());
}

TEST_CASE("a command line that makes no sense ends with 2 and names what is wrong", "[cli]")
{
    auto const arguments = GENERATE(as<std::vector<std::string>>{}, std::vector<std::string>{}, std::vector<std::string>{"fly"},
                                    std::vector<std::string>{"tasks"}, std::vector<std::string>{"parse"},
                                    std::vector<std::string>{"query", "near", "mine", "--distance", "2 degrees", "--ledger", "x"},
                                    std::vector<std::string>{"tasks", "--ledger", "x", "--as-of", "2026-02-30"});
    auto const done = run(arguments);
    CHECK(done.code == 2);
    CHECK_FALSE(done.err.empty());
}

TEST_CASE("a file that is not there is an error with a cure, and makes no ledger", "[cli]")
{
    TemporaryDirectory const directory;
    auto const ledger = directory / "l.gpkg";
    auto const import = run({"import", directory / "none.txt", "--ledger", ledger});
    CHECK(import.code == 1);
    CHECK_FALSE(std::filesystem::exists(ledger));
    auto const tasks = run({"tasks", "--ledger", ledger});
    CHECK(tasks.code == 1);
    CHECK(tasks.err.contains("l.gpkg"));
}

TEST_CASE("importing the same files twice leaves the same bytes", "[cli]")
{
    SampleLedger const sample;
    auto const before = bytesOf(sample.ledger);
    auto arguments = samples();
    arguments.insert(arguments.begin(), "import");
    arguments.insert(arguments.end(), {"--ledger", sample.ledger, "--as-of", "2026-02-02"});
    auto const again = run(arguments);
    CHECK(again.code == 0);
    CHECK(again.out.contains("unchanged"));
    CHECK(bytesOf(sample.ledger) == before);
    CHECK(again.err.empty()); // progress is for terminals
}

TEST_CASE("a plan whose own numbers contradict each other is imported whole and ends with 3, with --strict not at all", "[cli]")
{
    TemporaryDirectory const directory;
    auto const text = [](int total) {
        return "某市整改方案\n一、整改任务\n（一）机动车污染突出，在用渣土车" + std::to_string(total) +
               "辆（其中国五179辆、国六181辆）。\n整改措施：1.加强监管。\n责任单位：市交通局\n整改时限：2023年6月底前\n";
    };
    auto const [total, code] = GENERATE(table<int, int>({{360, 0}, {359, 3}}));
    std::ofstream{directory / "plan.txt"} << text(total);
    auto const strict = run({"import", directory / "plan.txt", "--ledger", directory / "l.gpkg", "--json", "--strict"});
    CHECK(strict.code == code);
    CHECK(std::filesystem::exists(directory / "l.gpkg") == (code == 0));
    auto const done = run({"import", directory / "plan.txt", "--ledger", directory / "l.gpkg", "--json"});
    CHECK(done.code == code);
    auto const row = json::parse(done.out)[0];
    CHECK(row["complete"] == true);
    CHECK(row["tasks"] == 1);
    CHECK(row["detail"].get<std::string>().contains("359") == (code == 3));
}

TEST_CASE("a bad file in a batch has its row and stops no other", "[cli]")
{
    TemporaryDirectory const directory;
    std::ofstream{directory / "broken.txt", std::ios::binary} << std::string{"\xFF\xFE\x00\xD8\x00", 5} + std::string(200, '\xFF');
    auto const done = run({"import", directory / "broken.txt", samples().front(), "--ledger", directory / "l.gpkg", "--json"});
    CHECK(done.code == 3);
    auto const rows = json::parse(done.out);
    REQUIRE(rows.size() == 2);
    CHECK(rows[0]["outcome"] == "error");
    CHECK(rows[1]["outcome"] == "added");
    CHECK(jsonOf({"info", "--ledger", directory / "l.gpkg"})["plans"].size() == 1);
}

TEST_CASE("an import that is killed leaves the ledger as before or as after", "[cli]")
{
    SampleLedger const sample; // "after"
    auto const after = jsonOf({"tasks", "--ledger", sample.ledger}).size();
    TemporaryDirectory const directory;
    auto const ledger = directory / "l.gpkg";
    auto const files = samples();
    REQUIRE(run({"import", files.front(), "--ledger", ledger}).code == 0);
    auto const before = jsonOf({"tasks", "--ledger", ledger}).size();
    REQUIRE(before < after);
    auto const saved = bytesOf(ledger);
    bool killed = false;
    for (int ms = 0; ms < 3000; ms = ms < 60 ? ms + 20 : ms + ms / 4) {
        std::ofstream{ledger, std::ios::binary} << saved;
        auto arguments = files;
        arguments.insert(arguments.begin(), "import");
        arguments.insert(arguments.end(), {"--ledger", ledger});
        auto const done = run(arguments, ms);
        killed = killed || done.code < 0;
        auto const left = jsonOf({"tasks", "--ledger", ledger}).size();
        CAPTURE(ms, done.code);
        CHECK((left == before || left == after));
        if (done.code >= 0) { break; } // it was done before the signal came
    }
    CHECK(killed);
}

TEST_CASE("tasks, sites and filters agree with each other", "[cli]")
{
    SampleLedger const sample;
    auto const tasks = jsonOf({"tasks", "--ledger", sample.ledger});
    auto const sites = jsonOf({"sites", "--ledger", sample.ledger});
    REQUIRE(tasks.size() > 10);
    std::size_t count = 0;
    for (auto const& task : tasks) {
        CHECK_FALSE(task["sites"].empty());
        count += task["sites"].size();
    }
    CHECK(count == sites.size());
    for (auto const& site : sites) {
        CHECK(site["geometry"].is_null() == (site["precision"] == "unlocated"));
        CHECK_FALSE(site["reason"].get<std::string>().empty());
    }
    auto const lost = jsonOf({"sites", "--ledger", sample.ledger, "--unlocated"});
    CHECK(std::cmp_equal(lost.size(), std::ranges::count_if(sites, [](auto const& site) { return site["precision"] == "unlocated"; })));
    auto const unlocated = jsonOf({"tasks", "--ledger", sample.ledger, "--unlocated"});
    for (auto const& task : unlocated) { CHECK(task["sites"][0]["geometry"].is_null()); }
    auto const overdue = jsonOf({"tasks", "--ledger", sample.ledger, "--deadline", "overdue", "--as-of", "2100-01-01"});
    auto const none = jsonOf({"tasks", "--ledger", sample.ledger, "--deadline", "overdue", "--as-of", "1990-01-01"});
    CHECK(overdue.size() > 0);
    CHECK(none.empty());
}

TEST_CASE("a query answers yes or maybe and says why", "[cli]")
{
    SampleLedger const sample;
    auto const rows = jsonOf({"query", "within", "county:晋源区", "--ledger", sample.ledger});
    REQUIRE_FALSE(rows.empty());
    bool yes = false;
    for (auto const& row : rows) {
        CHECK((row["answer"] == "yes" || row["answer"] == "maybe"));
        if (row["answer"] == "maybe") { CHECK_FALSE(row["reason"].get<std::string>().empty()); }
        yes = yes || row["answer"] == "yes";
    }
    CHECK(yes);
    auto const sure = jsonOf({"query", "within", "county:晋源区", "--certain", "--ledger", sample.ledger});
    CHECK(sure.size() <= rows.size());
    auto const near = jsonOf({"query", "near", "air_station", "--distance", "2km", "--ledger", sample.ledger});
    for (auto const& row : near) {
        if (row["answer"] == "yes") { CHECK(row["distance_m"].get<double>() <= 2000.0); }
    }
    // A box in the sea holds nothing.
    CHECK(jsonOf({"query", "within", "POLYGON((150 10,151 10,151 11,150 11,150 10))", "--ledger", sample.ledger}).empty());
}

TEST_CASE("a place that no layer knows is an error that helps", "[cli]")
{
    SampleLedger const sample;
    auto const target = GENERATE(as<std::string>{}, "reserve:不存在的保护区", "nosuchkind:天龙山", "POLYGON((1 1,2 2", "reserve:");
    auto const done = run({"query", "within", target, "--zone", "core", "--ledger", sample.ledger});
    CAPTURE(target, done.out);
    if (target == "reserve:") { // every reserve
        CHECK(done.code == 0);
    } else {
        CHECK(done.code == 1);
        CHECK(done.err.contains("error:"));
    }
}

TEST_CASE("a user's layer places the tasks that name it, and taking it out places them as before", "[cli]")
{
    SampleLedger const sample;
    auto const where = [&] {
        std::vector<std::string> all;
        for (auto const& site : jsonOf({"sites", "--ledger", sample.ledger})) { all.push_back(site.dump()); }
        return all;
    };
    auto const before = where();
    auto const file = (sample.directory / "a.csv").string();
    // 姚村镇 is a township of 晋源区; its namesake in another city must move nothing.
    std::ofstream{file} << "名称,县,经度,纬度\n姚村镇,晋源区,112.4321,37.6543\n";
    auto const dry = jsonOf({"layers", "add", file, "--as", "town", "--county", "县", "--ledger", sample.ledger, "--dry-run"});
    CHECK(where() == before);
    auto const added = jsonOf({"layers", "add", file, "--as", "town", "--county", "县", "--ledger", sample.ledger});
    CHECK(dry["changes"] == added["changes"]);
    CHECK(added["file"]["kept"] == 1);
    REQUIRE_FALSE(added["changes"].empty());
    for (auto const& change : added["changes"]) {
        CHECK(change["after"]["feature"] == "user-a:1");
        CHECK(change["after"]["place"].get<std::string>().contains("姚村"));
    }
    auto const located = jsonOf({"locate", "姚村镇", "--scope", "太原市", "--ledger", sample.ledger});
    CHECK(located[0]["feature"] == "user-a:1");
    CHECK(jsonOf({"locate", "姚村镇", "--scope", "太原市"})[0]["feature"] != "user-a:1");
    CHECK(run({"locate", " "}).err.contains("no place is asked for"));
    CHECK(jsonOf({"layers", "list", "--ledger", sample.ledger})[0]["origin"] == "user");
    CHECK(jsonOf({"layers", "info", "user-a", "--ledger", sample.ledger})["provenance"].get<std::string>().contains("encoding: UTF-8"));
    CHECK(run({"layers", "remove", "nothing", "--ledger", sample.ledger}).err.contains("user-a"));
    auto const removed = jsonOf({"layers", "remove", "user-a", "--ledger", sample.ledger});
    CHECK(removed["changes"].size() == added["changes"].size());
    CHECK(where() == before);
}

TEST_CASE("a layer that cannot be read changes nothing and names the option that helps", "[cli]")
{
    SampleLedger const sample;
    auto const bytes = bytesOf(sample.ledger);
    auto const file = (sample.directory / "a.csv").string();
    std::ofstream{file} << "名称,x,y\n甲矿,38442000,4162000\n";
    auto const done = run({"layers", "add", file, "--as", "mine", "--ledger", sample.ledger});
    CHECK(done.code == 1);
    CHECK(done.err.contains("EPSG:4526"));
    CHECK(done.err.contains("--crs"));
    CHECK(bytesOf(sample.ledger) == bytes);
    CHECK(run({"layers", "add", file, "--as", "castle", "--ledger", sample.ledger}).code == 2);
}

TEST_CASE("hotspots become a layer of the ledger, once", "[cli]")
{
    SampleLedger const sample;
    auto const found = jsonOf({"hotspots", "--ledger", sample.ledger, "--eps", "20km", "--min-sites", "2"});
    REQUIRE_FALSE(found["hotspots"].empty());
    REQUIRE(run({"hotspots", "--ledger", sample.ledger, "--eps", "20km", "--min-sites", "2"}).code == 0);
    auto const layers = jsonOf({"info", "--ledger", sample.ledger})["layers"];
    REQUIRE(layers.size() == 1);
    CHECK(layers[0]["id"] == "hotspots");
    CHECK(layers[0]["features"] == found["hotspots"].size());
}

TEST_CASE("an export adds up and is not replaced without being asked", "[cli]")
{
    SampleLedger const sample;
    auto const out = sample.directory / "out";
    auto const format = GENERATE(as<std::string>{}, "shp", "gpkg", "geojson", "csv");
    CAPTURE(format);
    auto const report = jsonOf({"export", format, out, "--ledger", sample.ledger});
    CHECK(report["tasks"] == report["located"].get<int>() + report["unlocated"].get<int>());
    CHECK(report["tasks"] == jsonOf({"tasks", "--ledger", sample.ledger}).size());
    for (auto const& file : report["files"]) { CHECK(std::filesystem::exists(file.get<std::string>())); }
    auto const again = run({"export", format, out, "--ledger", sample.ledger});
    CHECK(again.code == 1);
    CHECK(again.err.contains("--overwrite"));
    CHECK(run({"export", format, out, "--ledger", sample.ledger, "--overwrite"}).code == 0);
}

TEST_CASE("a map is rendered without a display, and the same twice", "[cli]")
{
    SampleLedger const sample;
    auto const first = sample.directory / "a.png";
    auto const second = sample.directory / "b.png";
    REQUIRE(run({"render", "--ledger", sample.ledger, "-o", first, "--size", "400x300", "--as-of", "2026-01-01"}).code == 0);
    REQUIRE(run({"render", "--ledger", sample.ledger, "-o", second, "--size", "400x300", "--as-of", "2026-01-01"}).code == 0);
    CHECK(bytesOf(first).starts_with("\x89PNG"));
    CHECK(bytesOf(first) == bytesOf(second));
    CHECK(run({"render", "--ledger", sample.ledger, "-o", first}).code == 1);
}

TEST_CASE("a document of another kind gives no task and says what it is", "[cli]")
{
    TemporaryDirectory const directory;
    auto const done = run({"parse", "-", "--json"}, -1, "今天天气很好，市民在汾河公园散步。\n记者从气象台获悉，明天多云。\n");
    CHECK(done.code == 0);
    auto const parsed = json::parse(done.out);
    CHECK(parsed["plan"]["kind"] == "other");
    CHECK(parsed["problems"].empty());
}

TEST_CASE("rules of a ledger are listed, confirmed and rejected", "[cli][rules]")
{
    TemporaryDirectory directory;
    std::string const plan = directory / "plan.txt";
    std::ofstream{plan} << "平安市督察反馈意见整改方案（2023年）\n一、问题\n（一）平安县煤矿较多。\n整改目标：完成整改。\n"
                           "整改措施：1. 泉域重点保护区范围内的煤矿必须扣除重叠部分的井田范围，并外推一定距离的保护煤柱。\n2. 严禁在禁煤区使用散煤。\n"
                           "责任单位：平安市水利局\n整改时限：2023年12月底前\n";
    std::string const ledger = directory / "l.gpkg";
    REQUIRE(run({"import", plan, "-l", ledger}).code == 0);
    auto const rules = jsonOf({"rules", "list", "-l", ledger});
    REQUIRE(rules.size() == 2);
    CHECK(rules[0]["missing"] == json::array({"pillar"}));
    std::string const first = rules[0]["id"];
    auto const refused = run({"rules", "confirm", first, "-l", ledger});
    CHECK(refused.code == 1);
    CHECK(refused.err.contains("--set pillar"));
    CHECK(run({"rules", "confirm", first, "-l", ledger, "--set", "pillar=2 degrees"}).code == 2);
    auto const confirmed = jsonOf({"rules", "confirm", first, "-l", ledger, "--set", "pillar=50m", "--who", "张三"});
    CHECK(confirmed["state"] == "confirmed");
    CHECK(confirmed["parameters"][0]["value"] == 50);
    CHECK(run({"rules", "reject", rules[1]["id"].get<std::string>(), "-l", ledger}).code == 0);
    CHECK(jsonOf({"rules", "list", "-l", ledger, "--state", "rejected"}).size() == 1);
    CHECK(run({"rules", "list", "-l", ledger}).out.contains("2 rules, 0 with a number"));
}

TEST_CASE("words of a user's own are read, a wrong dictionary ends with 1 and its line", "[cli]")
{
    TemporaryDirectory directory;
    std::string const plan = directory / "plan.txt";
    std::ofstream{plan} << "平安市督察反馈意见整改方案（2023年）\n一、问题\n（一）平安县管理粗放。\n整改目标：完成整改。\n整改抓手：1. 加强管理。\n责任单位：平安市水利局\n"
                           "整改时限：2023年12月底前\n";
    std::string const good = directory / "labels.toml";
    std::ofstream{good} << "[measure]\nstrong = [\"整改抓手\"]\n";
    CHECK(jsonOf({"parse", plan, "--stage", "plan"})["plan"]["found"]["tasks"] == 0);
    CHECK(jsonOf({"parse", plan, "--stage", "plan", "--dictionary", good})["plan"]["found"]["tasks"] == 1);
    CHECK(jsonOf({"--dictionary", good, "parse", plan, "--stage", "plan"})["plan"]["found"]["tasks"] == 1);
    std::string const bad = directory / "bad-labels.toml";
    std::ofstream{bad} << "[measure]\nstorng = [\"整改抓手\"]\n";
    auto const done = run({"parse", plan, "--dictionary", bad});
    CHECK(done.code == 1);
    CHECK(done.err.contains("bad-labels.toml › line 2"));
    CHECK(done.out.empty());
}
