#pragma once

#include "ledger/ledger.hpp"
#include "workspace/workspace.hpp"

#include <nlohmann/json_fwd.hpp>

namespace zhengtu::cli {

[[nodiscard]] nlohmann::ordered_json toJson(place::Site const& site);
[[nodiscard]] nlohmann::ordered_json toJson(ledger::TaskRow const& task, Date asOf);
[[nodiscard]] nlohmann::ordered_json toJson(workspace::QueryRow const& row);
[[nodiscard]] nlohmann::ordered_json toJson(ledger::PlanRow const& plan);
[[nodiscard]] nlohmann::ordered_json toJson(std::vector<ledger::Event> const& events);

/// Prints with a newline; text that is not UTF-8 becomes U+FFFD instead of an exception.
void print(nlohmann::ordered_json const& json);

/// Prints an array one element after another, the same bytes as `print` of the whole.
class ArrayPrinter {
public:
    ArrayPrinter() = default;
    ArrayPrinter(ArrayPrinter const&) = delete;
    ArrayPrinter& operator=(ArrayPrinter const&) = delete;
    void add(nlohmann::ordered_json const& element);
    void end(); ///< after the last one

private:
    bool m_any = false;
};

} // namespace zhengtu::cli
