#include "plan/arithmetic.hpp"

#include "plan/fields.hpp"
#include "plan/quantities.hpp"
#include "text/characters.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <initializer_list>
#include <string_view>

namespace zhengtu::plan {

namespace {

using View = std::u32string_view;

/// One unit in the last printed place, and what binary fractions lose.
double lastPlace(std::size_t decimals) noexcept { return std::pow(10.0, -static_cast<double>(decimals)); }

bool exact(FoundQuantity const& found) noexcept { return found.quantity.comparator == "="; }

class Arithmetic {
public:
    Arithmetic(Plan& plan, text::NormalText const& normal) : m_plan{plan}, m_normal{normal}, m_text{normal.text} {}

    void read(Passage const& passage)
    {
        auto const span = normalSpan(m_normal, passage.span);
        for (auto at = span.begin; at < span.end;) {
            auto const stop = std::min(m_text.substr(0, span.end).find_first_of(U"。；\n", at), span.end);
            sentence(at, stop);
            at = stop + 1;
        }
    }

private:
    void add(char const* what, double stated, double found, bool ok, std::size_t begin, std::size_t end)
    {
        m_plan.checks.push_back({.what = what, .stated = stated, .found = found, .ok = ok, .quote = passage(m_normal, begin, end), .decisive = false});
    }

    void sentence(std::size_t begin, std::size_t end)
    {
        auto const all = findQuantities(m_normal, begin, end);
        for (std::size_t i = 0; i < all.size(); ++i) {
            share(all, i);
            doneShare(all, i);
            sum(all, i);
            rest(all, i);
            others(all, i);
        }
        parts(all, begin, end);
    }

    [[nodiscard]] View between(FoundQuantity const& a, FoundQuantity const& b) const { return m_text.substr(a.end, b.begin - a.end); }

    /// A个，（其中）有B个…，占比P%: the share has a clause of its own, and B the clause before it with A in the same or the one above.
    void share(std::vector<FoundQuantity> const& all, std::size_t i)
    {
        if (i < 2 || all[i].quantity.unit != "%" || all[i].quantity.comparator == "<" || all[i].quantity.comparator == ">") { return; }
        auto const& part = all[i - 1];
        auto const& whole = all[i - 2];
        if (base(part) != base(whole) || part.quantity.unit == "%" || !exact(part) || !exact(whole)) { return; }
        if (value(part) > value(whole) || value(whole) <= 0) { return; }
        auto const lead = between(part, all[i]);
        auto const comma = lead.rfind(U'，');
        if (comma == View::npos || std::count(lead.begin(), lead.end(), U'，') > 2 || lead.find_first_of(U"、（）") != View::npos) { return; }
        auto const link = between(whole, part);
        bool const own = lead.find(U'，') == comma;
        if (!namesShare(lead.substr(comma + 1), link, own) || link.find_first_of(U"（）") != View::npos || std::count(link.begin(), link.end(), U'，') != 1) { return; }
        auto const found = value(part) / value(whole) * 100;
        // Rounded or cut off, and the counts themselves may be rounded.
        auto const slack = lastPlace(all[i].decimals) + found * (rounding(part) + rounding(whole));
        add("share of a whole", all[i].quantity.value, found, std::abs(found - all[i].quantity.value) < slack, whole.begin, all[i].end);
    }

    /// 占比, 仅占任务数的, or 完成率仅为 where what stands between whole and part says 完成. A 处理率 may be of another whole.
    [[nodiscard]] static bool namesShare(View word, View link, bool own) noexcept
    {
        if (word.starts_with(U"仅")) { word.remove_prefix(1); }
        for (View const end : {U"约", U"达到", U"达", U"仅为", U"为", U"仅"}) {
            if (word.ends_with(end)) { word.remove_suffix(end.size()); break; }
        }
        if (word == U"占比" || word == U"比例" || word == U"占") { return true; }
        if (!own) { return false; }
        if (word.empty()) { return link.find(U"实现") == View::npos; } // 40家…，23家实现“公转铁”，仅达57.5%
        return word == U"占任务数的" || word == U"占总数的" || word == U"占任务量的";
    }

    /// 完成 of 完成率仅为, where the word is a rate of something done; else nothing.
    [[nodiscard]] static View actOfRate(View word) noexcept
    {
        for (View const lead : {U"仅", U"其"}) {
            if (word.starts_with(lead)) { word.remove_prefix(lead.size()); }
        }
        for (View const end : {U"约", U"达到", U"达", U"仅为", U"只有", U"为", U"仅"}) {
            if (word.ends_with(end)) { word.remove_suffix(end.size()); break; }
        }
        constexpr std::array<View, 8> acts{U"完成", U"整改", U"销号", U"办结", U"治理", U"修复", U"验收", U"淘汰"};
        bool const rate = word.size() == 3 && word.ends_with(U'率') && std::ranges::contains(acts, word.substr(0, 2));
        return rate ? word.substr(0, 2) : View{};
    }

    /// 45处，治理完成15处，治理率33%; 21个问题整改完成7个，仍有14个未整改，整改率33.3%: what is done stands beside the whole, and what is left may follow it.
    void doneShare(std::vector<FoundQuantity> const& all, std::size_t i)
    {
        if (i < 2 || all[i].quantity.unit != "%" || all[i].quantity.comparator == "<" || all[i].quantity.comparator == ">") { return; }
        auto const near = between(all[i - 1], all[i]);
        auto const comma = near.rfind(U'，');
        if (comma == View::npos || near.find_first_of(U"（）") != View::npos) { return; }
        auto const act = actOfRate(near.substr(comma + 1));
        if (act.empty()) { return; }
        bool const left = i > 2 && isOpen(between(all[i - 2], all[i - 1])) && value(all[i - 3]) - value(all[i - 2]) == value(all[i - 1]) && base(all[i - 2]) == base(all[i - 1]);
        auto const& part = all[i - (left ? 2U : 1U)];
        auto const& whole = all[i - (left ? 3U : 2U)];
        if (base(part) != base(whole) || part.quantity.unit == "%" || !exact(part) || !exact(whole) || value(part) > value(whole) || value(whole) <= 0) { return; }
        auto const link = between(whole, part);
        auto const behind = left ? View{} : near.substr(0, comma);
        bool const does = link.find(act) != View::npos || behind.starts_with(act);
        bool const one = link.find_first_of(U"（）、") == View::npos && std::count(link.begin(), link.end(), U'，') <= 1 && link.size() <= 24 && std::count(behind.begin(), behind.end(), U'，') == 0;
        if (!does || !one || isOpen(link) || isOpen(behind)) { return; }
        auto const found = value(part) / value(whole) * 100;
        auto const slack = lastPlace(all[i].decimals) + found * (rounding(part) + rounding(whole));
        add("share of a whole", all[i].quantity.value, found, std::abs(found - all[i].quantity.value) < slack, whole.begin, all[i].end);
    }

    [[nodiscard]] static bool isOpen(View text) noexcept
    {
        return std::ranges::any_of(std::initializer_list<View>{U"未", U"剩余", U"仍有", U"尚有", U"还有", U"仍为"}, [&](View none) { return text.find(none) != View::npos; });
    }

    /// 9家企业，仅2家完成改造，其余7家停产: the others are the rest of the whole.
    void others(std::vector<FoundQuantity> const& all, std::size_t i)
    {
        if (i < 2 || !exact(all[i]) || !exact(all[i - 1]) || !exact(all[i - 2])) { return; }
        auto const& whole = all[i - 2];
        auto const& part = all[i - 1];
        auto const lead = between(part, all[i]);
        bool const rest = lead.ends_with(U"，其余") || lead.ends_with(U"，剩余") || lead.ends_with(U"、其余") || lead.ends_with(U"，其余的");
        bool const alike = base(whole) == base(part) && base(part) == base(all[i]) && part.quantity.unit != "%" && value(part) < value(whole);
        bool const alone = i == 2 || base(all[i - 3]) != base(whole); // of no longer list
        auto const link = between(whole, part);
        if (!rest || !alike || !alone || link.find_first_of(U"（）、") != View::npos || lead.find_first_of(U"（）") != View::npos) { return; }
        if (i + 1 < all.size() && base(all[i + 1]) == base(whole) && between(all[i], all[i + 1]).find(U'，') == View::npos) { return; } // 其余4家停产、3家拆除
        auto const found = value(whole) - value(part);
        auto const slack = scale(whole) * lastPlace(std::min({whole.decimals, part.decimals, all[i].decimals}));
        add("rest", value(all[i]) / scale(all[i]), found / scale(all[i]), std::abs(found - value(all[i])) < slack, whole.begin, all[i].end);
    }

    /// 应缴289.9万元，实缴32.36万元，欠缴257.54万元: what is owed is the rest.
    void rest(std::vector<FoundQuantity> const& all, std::size_t i)
    {
        if (i < 2 || !exact(all[i]) || !exact(all[i - 1]) || !exact(all[i - 2])) { return; }
        auto const& due = all[i - 2];
        auto const& paid = all[i - 1];
        if (base(due) != base(paid) || base(paid) != base(all[i])) { return; }
        auto const link = between(due, paid);
        auto const lead = between(paid, all[i]);
        bool const pays = link.starts_with(U"，实际") || link.starts_with(U"，实缴") || link.starts_with(U"，已");
        bool const owes = lead.starts_with(U"，欠") || lead.starts_with(U"，尚欠") || lead.starts_with(U"，仍欠");
        if (!pays || !owes || link.size() > 8 || lead.size() > 8) { return; }
        auto const found = value(due) - value(paid);
        auto const slack = scale(due) * lastPlace(std::min({due.decimals, paid.decimals, all[i].decimals}));
        add("rest", value(all[i]) / scale(all[i]), found / scale(all[i]), std::abs(found - value(all[i])) < slack, due.begin, all[i].end);
    }

    /// 1.32万亩 and 9363.55亩 are counted alike.
    static double scale(FoundQuantity const& found) noexcept { return found.quantity.unit.starts_with("万") ? 1e4 : 1; }
    static double value(FoundQuantity const& found) noexcept { return found.quantity.value * scale(found); }
    static std::string_view base(FoundQuantity const& found) noexcept
    {
        std::string_view const unit{found.quantity.unit};
        return unit.substr(unit.starts_with("万") ? std::string_view{"万"}.size() : 0);
    }

    static double rounding(FoundQuantity const& found) noexcept
    {
        return found.decimals == 0 ? 0 : lastPlace(found.decimals) / 2 / std::max(found.quantity.value, 1e-9);
    }

    /// 10台…，其中甲3台、乙2台: parts in a list of names and counts. Fewer than the whole may be meant; more cannot be.
    void parts(std::vector<FoundQuantity> const& all, std::size_t begin, std::size_t end)
    {
        auto const among = m_text.substr(0, end).find(U"其中", begin);
        if (among == View::npos) { return; }
        auto const first = std::find_if(all.begin(), all.end(), [&](FoundQuantity const& found) { return found.begin > among; });
        if (first == all.begin() || first == all.end()) { return; }
        auto const& whole = *(first - 1);
        if (!exact(whole) || m_text.substr(whole.end, among - whole.end).size() > 30) { return; }
        double sum = 0;
        auto last = first;
        for (auto part = first; part != all.end(); ++part) {
            auto const from = part == first ? among + 2 : last->end;
            auto const name = m_text.substr(from, part->begin - from);
            bool const listed = part == first || name.starts_with(U"、");
            if (!listed || part->quantity.unit != whole.quantity.unit || !exact(*part) || name.find_first_of(U"，（）：") != View::npos || name.size() > 24) { break; }
            sum += part->quantity.value;
            last = part;
        }
        if (last == first || (last->end < end && View{U"，）。；"}.find(m_text[last->end]) == View::npos)) { return; }
        auto const slack = lastPlace(whole.decimals) / 2;
        bool const same = std::abs(sum - whole.quantity.value) < slack;
        if (same || sum > whole.quantity.value) { add("sum of parts", whole.quantity.value, sum, same, whole.begin, last->end); }
    }

    /// 21.6公顷+5.57公顷=27.17公顷, 3+3+2=8个: printed as a sum.
    void sum(std::vector<FoundQuantity> const& all, std::size_t i)
    {
        if (i < 2 || !joined(all[i - 1], all[i], U"=")) { return; }
        auto total = all[i - 1].quantity.value;
        auto decimals = all[i - 1].decimals;
        auto k = i - 1;
        while (k > 0 && joined(all[k - 1], all[k], U"+")) {
            --k;
            total += all[k].quantity.value;
            decimals = std::max(decimals, all[k].decimals);
        }
        if (k == i - 1) { return; }
        auto const stated = all[i].quantity.value;
        add("sum", stated, total, std::abs(stated - total) < lastPlace(all[i].decimals) / 2 + 1e-9, all[k].begin, all[i].end);
    }

    [[nodiscard]] bool joined(FoundQuantity const& a, FoundQuantity const& b, View sign) const
    {
        return between(a, b) == sign && a.quantity.unit == b.quantity.unit;
    }

    Plan& m_plan;
    text::NormalText const& m_normal;
    View m_text;
};

/// 27.17公顷 in the problem, 2024年…完成21.6公顷；2025年…完成5.57公顷 in a measure: milestones that add up.
void milestones(Plan& plan, text::NormalText const& normal, Problem const& problem)
{
    auto const body = normalSpan(normal, problem.body.span);
    auto const stated = findQuantities(normal, body.begin, body.end);
    View const text{normal.text};
    for (auto const& task : problem.tasks) {
        auto const span = normalSpan(normal, task.body.span);
        if (text.substr(span.begin, span.size()).find(U"累计") != View::npos) { continue; }
        std::vector<FoundQuantity> steps;
        for (auto& found : findQuantities(normal, span.begin, span.end)) {
            bool const done = found.quantity.year && text.substr(span.begin, found.begin - span.begin).ends_with(U"完成");
            if (done && exact(found) && found.decimals > 0 && (steps.empty() || found.quantity.unit == steps.front().quantity.unit)) { steps.push_back(std::move(found)); }
        }
        if (steps.size() < 2 || stated.size() > 500) { continue; }
        double sum = 0;
        for (auto const& step : steps) { sum += step.quantity.value; }
        for (auto const& whole : stated) {
            if (whole.quantity.unit != steps.front().quantity.unit || !exact(whole)) { continue; }
            auto const difference = std::abs(sum - whole.quantity.value);
            if (difference > whole.quantity.value / 10) { continue; } // of something else
            plan.checks.push_back({.what = "sum of milestones", .stated = whole.quantity.value, .found = sum, .ok = difference < lastPlace(whole.decimals) / 2,
                                   .quote = passage(normal, steps.front().begin, steps.back().end), .decisive = false});
            break;
        }
    }
}

} // namespace

void checkArithmetic(Plan& plan, text::NormalText const& normal)
{
    auto const problems = plan.problems.size();
    for (std::size_t i = 0; i < problems; ++i) {
        Arithmetic arithmetic{plan, normal};
        arithmetic.read(plan.problems[i].body);
        for (auto const& goal : plan.problems[i].goals) { arithmetic.read(goal); }
        for (auto const& task : plan.problems[i].tasks) { arithmetic.read(task.body); }
        milestones(plan, normal, plan.problems[i]);
    }
}

} // namespace zhengtu::plan
