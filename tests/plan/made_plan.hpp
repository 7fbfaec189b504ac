#pragma once

#include "plan/reader.hpp"

#include <string>

/// Plans made for tests of rules and claims.
namespace zhengtu::tests {

/// A plan with one problem whose text and measure are given.
inline plan::Plan read(std::string const& measure, std::string const& problem = "平安县煤矿较多。")
{
    auto const bytes = "平安市贯彻落实督察反馈意见整改方案\n（2023年）\n一、生态环境问题\n（一）" + problem + "\n整改目标：完成整改。\n整改措施：1. " + measure +
                       "\n责任单位：平安市生态环境局\n整改时限：2023年12月底前\n";
    auto const document = text::decodeDocument(bytes, "plan.txt").value();
    return plan::readPlan(document, text::normalise(document.source)).value();
}

inline std::string number(double value)
{
    auto text = std::to_string(value);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.')) { text.pop_back(); }
    return text;
}

/// The claims of a problem: "distance minimum-distance 甲厂 | 乙河 = 280米", of a part "of 12", of those near to something "near 500" (metres); a line each.
inline std::string claimsOf(std::string const& problem)
{
    std::string found;
    for (auto const& claim : read("加强管理。", problem).claims) {
        found += (found.empty() ? "" : "\n") + std::string{name(claim.kind)} + " " + name(claim.relation) + " " + claim.subject.text + " | " + claim.object.text + " " +
                 claim.quantity.comparator + " " + number(claim.quantity.value) + claim.quantity.unit + (claim.of ? " of " + number(*claim.of) : "") +
                 (claim.kind == plan::ClaimKind::Count && claim.metres ? " near " + number(*claim.metres) : "");
    }
    return found;
}

} // namespace zhengtu::tests
