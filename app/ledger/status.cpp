#include "ledger/status.hpp"

#include <array>

namespace zhengtu::ledger {

namespace {

template <std::size_t count> bool containsAny(std::string_view text, std::array<std::string_view, count> const& words)
{
    for (auto const word : words) {
        if (text.contains(word)) { return true; }
    }
    return false;
}

} // namespace

std::string_view workflowStatus(std::string_view said)
{
    static constexpr std::array<std::string_view, 9> doubts{"未", "没有", "不", "基本", "部分", "正在", "进度", "阶段", "持续"};
    static constexpr std::array<std::string_view, 1> closed{"销号"};
    static constexpr std::array<std::string_view, 4> done{"已完成", "完成整改", "整改完成", "整改到位"};
    if (said.empty() || containsAny(said, doubts)) { return "under-way"; }
    if (containsAny(said, closed)) { return "closed"; }
    return containsAny(said, done) || said == "完成" ? "accepted" : "under-way";
}

} // namespace zhengtu::ledger
