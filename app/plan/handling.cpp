#include "plan/handling.hpp"

#include "plan/demands.hpp"
#include "plan/fields.hpp"
#include "text/characters.hpp"
#include "text/numbering.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>

namespace zhengtu::plan {

namespace {

using View = std::u32string_view;

bool says(View text, std::initializer_list<View> words) noexcept
{
    return std::any_of(words.begin(), words.end(), [&](View word) { return text.find(word) != View::npos; });
}

/// Whether a sentence tells what was done: 已清运完毕. 已责令该厂于6月底前… tells of an order whose work is still to do.
bool tellsDone(View sentence) noexcept
{
    if (says(sentence, {U"完毕", U"完成了", U"进行了", U"现已", U"目前已", U"均已"})) { return true; }
    for (auto at = sentence.find(U'已'); at != View::npos; at = sentence.find(U'已', at + 1)) {
        auto const rest = sentence.substr(at + 1);
        static constexpr std::array<View, 8> orders{U"责令", U"责成", U"要求", U"督促", U"下达", U"下发", U"交办", U"制定"};
        bool const order = std::any_of(orders.begin(), orders.end(), [&](View word) { return rest.starts_with(word); });
        if (!order) { return true; }
    }
    return false;
}

/// 责成镇政府加强日常巡查: nothing that could be finished.
bool onlyWatches(View sentence) noexcept
{
    return says(sentence, {U"加强", U"加大"}) && says(sentence, {U"巡查", U"监管", U"监督检查", U"执法检查", U"巡检", U"管护"}) &&
           !says(sentence, {U"整改", U"完成", U"清理", U"清运", U"拆除", U"停产", U"安装", U"建设", U"关闭", U"取缔", U"封闭", U"覆盖", U"修复", U"立即", U"限期", U"月"});
}

struct Step { std::size_t begin = 0, content = 0, end = 0; };

class HandlingReader {
public:
    HandlingReader(text::NormalText const& normal, View source, std::optional<int> year, Dictionary const& dictionary, std::vector<Notice>& notices)
        : m_normal{normal}, m_text{normal.text}, m_source{source}, m_year{year}, m_dictionary{dictionary}, m_notices{notices}
    {
    }

    std::vector<Task> run(std::vector<Span> const& stretches)
    {
        std::vector<Step> items;
        for (auto const& stretch : stretches) { split(stretch, items); }
        bool const any = std::any_of(items.begin(), items.end(), [&](Step const& item) { return demands(item); });
        if (!any) { return {}; }
        std::vector<Task> tasks;
        for (auto const& item : items) {
            // In a list of orders an item without 责令 is one too, unless it is done.
            bool const listed = item.content > item.begin && !tellsDone(m_text.substr(item.content, item.end - item.content));
            if (listed || demands(item)) { tasks.push_back(task(item)); }
        }
        return tasks;
    }

private:
    /// Paragraphs, split before the numbers of a list that counts from one.
    void split(Span stretch, std::vector<Step>& items) const
    {
        std::optional<text::Number> last;
        Step open{stretch.begin, stretch.begin, stretch.begin};
        auto const close = [&](std::size_t end) {
            open.end = end;
            if (open.end > open.content) { items.push_back(open); }
        };
        for (auto i = stretch.begin; i < stretch.end; ++i) {
            if (m_text[i] == U'\n') {
                close(i);
                open = {i + 1, i + 1, i + 1};
                continue;
            }
            bool const bounded = i == open.begin || text::isTerminal(m_text[i - 1]) || m_text[i - 1] == U'：';
            auto const number = bounded ? text::leadingNumber(m_text.substr(i, std::min<std::size_t>(stretch.end - i, 12))) : std::nullopt;
            if (!number || number->form == text::NumberForm::Ordinal || number->form == text::NumberForm::Item) { continue; }
            bool const next = last && last->form == number->form && last->value + 1 == number->value;
            if (number->value != 1 && !next && i != open.begin) { continue; }
            if (i > open.begin) { close(i); }
            open = {i, i + number->length, i};
            last = number;
            i += number->length - 1;
        }
        close(stretch.end);
    }

    template <class Found> void sentences(Step const& item, Found&& found) const
    {
        for (auto at = item.content; at < item.end;) {
            auto const stop = std::min(m_text.substr(0, item.end).find_first_of(U"。；", at), item.end - 1) + 1;
            found(at, stop);
            at = stop;
        }
    }

    /// Some sentence orders what no sentence from there on tells to be done.
    [[nodiscard]] bool demands(Step const& item) const
    {
        bool open = false;
        sentences(item, [&](std::size_t begin, std::size_t end) {
            auto const sentence = m_text.substr(begin, end - begin);
            if (tellsDone(sentence)) {
                if (says(sentence, {U"整改", U"全部", U"办结", U"责令"})) { open = false; }
            } else if (orders(begin, end) && !onlyWatches(sentence)) {
                open = true;
            }
        });
        return open;
    }

    [[nodiscard]] bool orders(std::size_t begin, std::size_t end) const
    {
        auto const sentence = m_text.substr(begin, end - begin);
        if (says(sentence, {U"责令", U"责成", U"要求", U"限期", U"督促", U"限于"})) { return true; }
        std::vector<Notice> notices;
        auto const due = readDue(m_normal, begin, end, m_year, m_dictionary, notices);
        bool const dated = due && (due->kind == DeadlineKind::Date || due->kind == DeadlineKind::Dates);
        auto const demand = readDemand(m_normal, m_source, begin, end, m_year, m_dictionary, notices, dated ? Asking::ByName : Asking::ByWord);
        return demand.has_value() || (dated && says(sentence, {U"完成", U"整改", U"清理", U"拆除", U"将"}));
    }

    Task task(Step const& item)
    {
        Task task;
        if (item.content > item.begin) { task.no = passage(m_normal, item.begin, item.content).text; }
        task.body = passage(m_normal, item.content, item.end);
        sentences(item, [&](std::size_t begin, std::size_t end) {
            if (tellsDone(m_text.substr(begin, end - begin))) { return; }
            auto demand = readDemand(m_normal, m_source, begin, end, m_year, m_dictionary, m_notices, Asking::ByName);
            if (demand) { task.units.insert(task.units.end(), demand->units.begin(), demand->units.end()); }
            if (task.deadline.kind != DeadlineKind::None) { return; }
            if (demand && demand->deadline) { task.deadline = std::move(*demand->deadline); }
            else if (auto due = readDue(m_normal, begin, end, m_year, m_dictionary, m_notices)) { task.deadline = std::move(*due); }
        });
        return task;
    }

    text::NormalText const& m_normal;
    View m_text, m_source;
    std::optional<int> m_year;
    Dictionary const& m_dictionary;
    std::vector<Notice>& m_notices;
};

} // namespace

std::vector<Task> readHandling(text::NormalText const& normal, View source, std::vector<Span> const& stretches, std::optional<int> year, Dictionary const& dictionary,
                               std::vector<Notice>& notices)
{
    return HandlingReader{normal, source, year, dictionary, notices}.run(stretches);
}

} // namespace zhengtu::plan
