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

} // namespace zhengtu::tests
