#pragma once

#include "cli/exit_code.hpp"
#include "cli/options.hpp"
#include "cli/values.hpp"

#include <CLI/CLI.hpp>

#include <memory>
#include <string>
#include <utility>

namespace zhengtu::cli {

/// The one table of options. What a command adds lives until the parse is over, hence the shared pointers; `code` is where
/// the command that was asked for leaves its exit code.
struct Parser {
    CLI::App app{"Zhengtu (整图): rectification plans as tasks on a map", "zhengtu"};
    int code = Ok;

    template <class Options>
    std::pair<CLI::App*, std::shared_ptr<Options>> add(CLI::App& to, std::string const& name, std::string const& help,
                                                       int (*run)(Options const&))
    {
        auto options = std::make_shared<Options>();
        options->asOf = today();
        auto* const command = to.add_subcommand(name, help)->fallthrough(); // --dictionary may stand behind the command
        addCommon(*command, *options);
        command->callback([this, options, run] { code = run(*options); });
        return {command, options};
    }

    static void addCommon(CLI::App& command, Common& common)
    {
        command.add_flag("--json", common.json, "print JSON instead of a table");
        command.add_flag("-q,--quiet", common.quiet, "print nothing but errors");
        command
            .add_option_function<std::string>(
                "--as-of",
                [&common](std::string const& text) {
                    auto const date = parseIsoDate(text);
                    if (!date) { throw CLI::ValidationError("--as-of", "\"" + text + "\" is no date; write 2026-06-30"); }
                    common.asOf = *date;
                },
                "the date that stands for today")
            ->type_name("YYYY-MM-DD");
    }
};

// Options that several commands have.
void addLedger(CLI::App& command, std::string& ledger);
void addDistance(CLI::App& command, std::string const& name, double& metres, std::string const& help, bool required);
void addFilter(CLI::App& command, TaskFilter& filter);

// The commands, each with its options; commands_*.cpp.
void addParse(Parser& parser);
void addImport(Parser& parser);
void addLists(Parser& parser);
void addQuery(Parser& parser);
void addOverlay(Parser& parser);
void addHotspots(Parser& parser);
void addExport(Parser& parser);
void addRender(Parser& parser);
void addRules(Parser& parser);
void addClaims(Parser& parser);
void addRecurrence(Parser& parser);
void addLocate(Parser& parser);
void addCorrect(Parser& parser);
void addHistory(Parser& parser);
void addLayers(Parser& parser);
void addInfo(Parser& parser);

} // namespace zhengtu::cli
