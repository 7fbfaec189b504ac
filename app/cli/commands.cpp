#include "cli/commands.hpp"

#include "cli/parser.hpp"
#include "plan/dictionary.hpp"

namespace zhengtu::cli {

int run(int argc, char** argv)
{
    Parser parser;
    parser.app.set_version_flag("--version", "zhengtu " ZHENGTU_VERSION);
    parser.app.require_subcommand(1);
    parser.app.footer("Exit codes: 0 done; 1 error, nothing was changed; 2 usage;\n"
                      "3 finished but incomplete: what does not add up is said; 130 stopped with Ctrl+C, nothing was changed.");
    parser.app
        .add_option_function<std::vector<std::string>>(
            "--dictionary", [](std::vector<std::string> const& files) { plan::addDictionaries({files.begin(), files.end()}); },
            "a file or folder of words of your own, beside ~/.config/zhengtu/dictionaries; may be repeated")
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
        ->type_name("FILE")
        ->trigger_on_parse(false);
    addParse(parser);
    addImport(parser);
    addLists(parser);
    addQuery(parser);
    addOverlay(parser);
    addHotspots(parser);
    addExport(parser);
    addRender(parser);
    addRules(parser);
    addClaims(parser);
    addRecurrence(parser);
    addLocate(parser);
    addCorrect(parser);
    addHistory(parser);
    addLayers(parser);
    addInfo(parser);
    try {
        parser.app.parse(argc, argv);
    } catch (CLI::ParseError const& error) {
        return parser.app.exit(error) == 0 ? Ok : BadUsage;
    }
    return parser.code;
}

} // namespace zhengtu::cli