#include "plan/bulletin_demands.hpp"

#include "core/utf.hpp"
#include "plan/demands.hpp"
#include "plan/fields.hpp"
#include "plan/shares.hpp"
#include "text/characters.hpp"

#include <algorithm>
#include <initializer_list>
#include <string>
#include <unordered_map>
#include <utility>

namespace zhengtu::plan {

namespace {

using View = std::u32string_view;

/// 文山县 of 文山县政府; empty where the name begins with no place.
std::u32string placeOf(View name)
{
    auto const mark = name.find_first_of(U"县区市旗镇乡", 1);
    return mark == View::npos || mark > 8 ? std::u32string{} : std::u32string{name.substr(0, mark + 1)};
}

} // namespace

BulletinDemands::BulletinDemands(text::NormalText const& normal, View source, std::optional<int> year, BulletinItems const& items, Dictionary const& dictionary)
    : m_normal{normal}, m_text{normal.text}, m_source{source}, m_year{year}, m_items{items}, m_dictionary{dictionary}
{
    findAddressee();
}

void BulletinDemands::findAddressee()
{
    std::size_t seen = 0;
    for (auto const& piece : m_items.pieces()) {
        if (++seen > 8) { return; }
        auto const line = m_text.substr(piece.begin, piece.end - piece.begin);
        if (line.size() < 4 || line.size() > 60 || line.back() != U'：' || line.find_first_of(U"。；") != View::npos) { continue; }
        auto const name = line.substr(0, line.size() - 1);
        if (!endsWithAny(name, m_dictionary.unitEndings) && !endsWithAny(name, m_dictionary.territorialEndings)) { continue; }
        m_addressee = readUnits(m_normal, m_source, piece.begin, piece.end - 1, UnitRole::Responsible, m_dictionary);
        return;
    }
}

bool BulletinDemands::asksAddressee(View sentence) const noexcept
{
    if (m_addressee.empty()) { return false; }
    if (containsAny(sentence, m_dictionary.sentences.asks)) { return true; }
    // 请于6月10日前办结 asks whom the letter is to; 申请于… asks nobody.
    for (auto at = sentence.find(U'请'); at != View::npos; at = sentence.find(U'请', at + 1)) {
        bool const opens = at == 0 || View{U"，；。、"}.find(sentence[at - 1]) != View::npos;
        if (opens && std::ranges::any_of(m_dictionary.sentences.asksAnybody, [&](std::u32string const& word) { return sentence.substr(at).starts_with(word); })) { return true; }
    }
    return false;
}

bool asksReport(View sentence) noexcept
{
    return std::ranges::any_of(std::initializer_list<View>{U"报送", U"报我", U"书面报", U"函告", U"反馈我", U"上报"}, [&](View word) { return sentence.find(word) != View::npos; });
}

Task BulletinDemands::ofAddressee(Task task, std::size_t begin, std::size_t end, std::vector<Notice>& notices) const
{
    task.body = passage(m_normal, begin, end);
    auto demand = readDemand(m_normal, m_source, begin, end, m_year, m_dictionary, notices);
    task.units = demand ? std::move(demand->units) : m_addressee;
    if (demand && demand->deadline) { task.deadline = std::move(*demand->deadline); }
    else if (auto due = readDue(m_normal, begin, end, m_year, m_dictionary, notices)) { task.deadline = std::move(*due); }
    return task;
}

std::optional<Span> BulletinDemands::common(std::size_t from) const noexcept
{
    auto const& pieces = m_items.pieces();
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        auto const& piece = pieces[i];
        if (piece.begin < from) { continue; }
        auto const line = m_text.substr(piece.begin, piece.end - piece.begin);
        if (line.ends_with(U"要求如下：") && !m_addressee.empty()) { // 现对你县提出如下要求： / （一）… / （二）…
            auto last = i;
            while (last + 1 < pieces.size() && pieces[last + 1].kind == PieceKind::Head) { ++last; }
            if (last > i) { return Span{piece.begin, pieces[last].end}; }
        }
        bool const asks = line.starts_with(U'请') || line.find(U"你单位") != View::npos || containsAny(line, m_dictionary.sentences.asks);
        if (asks) { return Span{piece.begin, piece.end}; }
    }
    return std::nullopt;
}

std::vector<Task> BulletinDemands::tasksOf(Item const& chapter, std::vector<Notice>& notices) const
{
    std::vector<Task> tasks;
    for (auto const& item : m_items.below(chapter)) {
        Task task;
        task.no = item.no;
        task.body = passage(m_normal, item.content, item.end);
        auto demand = readDemand(m_normal, m_source, item.content, item.end, m_year, m_dictionary, notices);
        if (demand) { task.units = std::move(demand->units); }
        if (task.units.empty()) { task.units = m_addressee; }
        if (demand && demand->deadline) { task.deadline = *demand->deadline; }
        else if (auto due = readDue(m_normal, item.content, item.end, m_year, m_dictionary, notices)) { task.deadline = std::move(*due); }
        tasks.push_back(std::move(task));
    }
    return tasks;
}

std::vector<Problem> BulletinDemands::addressed(std::vector<Item> const& list, Span demand, std::vector<Notice>& notices) const
{
    auto const shares = sharesOf(m_text, demand.begin, demand.end);
    // 于12月5日前报送。其中，问题3于11月30日前…: what stands before the first share holds for the others.
    auto const due = readDue(m_normal, demand.begin, shares.empty() ? demand.end : shares.front().begin, m_year, m_dictionary, notices).value_or(Deadline{});
    std::vector<Problem> problems;
    for (auto const& item : list) {
        auto problem = problemOf(m_normal, m_dictionary, item, item.content, item.end);
        problem.units = m_addressee;
        problem.deadline = due;
        problems.push_back(std::move(problem));
    }
    for (auto const& share : shares) {
        auto const own = readDue(m_normal, share.begin, share.end, m_year, m_dictionary, notices);
        for (std::size_t i = 0; own && i < list.size(); ++i) {
            if (share.concerns(list[i].value)) { problems[i].deadline = *own; }
        }
    }
    return problems;
}

std::vector<Problem> BulletinDemands::byPlace(std::vector<Item> const& list, Item const& wanted, std::vector<Notice>& notices) const
{
    if (list.size() < 2) { return {}; }
    std::vector<Problem> problems;
    for (auto const& item : list) { problems.push_back(problemOf(m_normal, m_dictionary, item, item.content, item.end)); }
    std::unordered_map<std::u32string, std::vector<std::size_t>> places;
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (auto place = placeOf(m_text.substr(list[i].content, 10)); !place.empty()) { places[std::move(place)].push_back(i); }
    }
    constexpr std::size_t most = 20'000; // a demand on a place is of all its problems; so many is no bulletin
    constexpr std::size_t mostNames = 200; // each is looked for in all of the list
    std::size_t given = 0, looked = 0;
    for (auto at = wanted.content; at < wanted.end;) {
        at += m_items.numberLength(at, wanted.end);
        auto const end = sentenceEnd(at, wanted.end);
        auto const demand = readDemand(m_normal, m_source, at, end, m_year, m_dictionary, notices);
        for (std::size_t k = 0; demand && k < demand->units.size(); ++k) {
            auto const& unit = demand->units[k];
            auto const name = toUtf32(unit.name.text).value_or(std::u32string{});
            auto found = places.find(placeOf(name));
            std::vector<std::size_t> named;
            if (found == places.end() && ++looked <= mostNames) { named = naming(list, name); }
            if (found == places.end() && named.empty()) { continue; }
            for (auto const i : found == places.end() ? named : found->second) {
                if (++given > most) { return {}; }
                auto const body = passage(m_normal, at, end);
                auto& tasks = problems[i].tasks;
                if (tasks.empty() || tasks.back().body.span != body.span) { tasks.push_back({.id = {}, .no = {}, .body = body, .units = {}, .deadline = demand->deadline.value_or(Deadline{}), .status = {}, .quantities = {}}); }
                tasks.back().units.push_back(unit);
                problems[i].span.end = std::max(problems[i].span.end, body.span.end);
            }
        }
        at = end;
    }
    auto const held = std::count_if(problems.begin(), problems.end(), [](Problem const& problem) { return !problem.tasks.empty(); });
    if (static_cast<std::size_t>(held) * 2 <= problems.size()) { return {}; }
    return problems;
}

/// The one item that names a unit: （建设单位：恒泰置业公司）. A name that several have in them, or a short one, tells nothing.
std::vector<std::size_t> BulletinDemands::naming(std::vector<Item> const& list, View name) const
{
    constexpr std::size_t shortest = 4, farthest = 4000;
    auto const end = std::min(list.back().end, list.front().begin + farthest);
    if (name.size() < shortest) { return {}; }
    auto const at = m_text.substr(0, end).find(name, list.front().begin);
    if (at == View::npos) { return {}; }
    auto const behind = std::ranges::upper_bound(list, at, {}, &Item::begin);
    auto const i = static_cast<std::size_t>(behind - list.begin()) - 1;
    bool const again = m_text.substr(0, end).find(name, list[i].end) != View::npos;
    return again ? std::vector<std::size_t>{} : std::vector<std::size_t>{i};
}

std::vector<Problem> BulletinDemands::inCommon(std::vector<Item> const& list, Item const& wanted, std::vector<Notice>& notices) const
{
    std::vector<Unit> units;
    std::vector<Deadline> due;
    for (auto at = wanted.content; at < wanted.end;) {
        auto const end = sentenceEnd(at, wanted.end);
        if (auto demand = readDemand(m_normal, m_source, at, end, m_year, m_dictionary, notices)) {
            for (auto& unit : demand->units) {
                bool const known = std::any_of(units.begin(), units.end(), [&](Unit const& other) { return other.name.text == unit.name.text; });
                if (!known) { units.push_back(std::move(unit)); }
                if (units.size() > 1) { return {}; }
            }
            if (auto const days = daysIn(at, end); days == 1 && demand->deadline) { due.push_back(std::move(*demand->deadline)); }
            else if (days > 1) { due.resize(due.size() + 2); }
        }
        at = end;
    }
    if (units.size() != 1) { return {}; }
    std::vector<Problem> problems;
    for (auto const& item : list) {
        auto problem = problemOf(m_normal, m_dictionary, item, item.content, item.end);
        problem.units = units;
        if (due.size() == 1) { problem.deadline = due.front(); }
        problems.push_back(std::move(problem));
    }
    return problems;
}

/// How many times something is due by in a sentence: 9月底前…，12月底前….
std::size_t BulletinDemands::daysIn(std::size_t begin, std::size_t end) const noexcept
{
    std::size_t days = 0;
    for (auto i = begin + 1; i < end; ++i) { days += m_text[i] == U'前' && View{U"年月日底旬末"}.find(m_text[i - 1]) != View::npos ? 1U : 0U; }
    return days;
}

/// 责成九龙县政府对上述企业依法查处: what the last of a list demands is of all of it.
bool BulletinDemands::concernsAll(std::vector<Problem> const& problems) const
{
    if (problems.empty() || problems.back().tasks.size() != 1) { return false; }
    auto const& said = problems.back().tasks.front().body.text;
    return said.find("上述") != std::string::npos || said.find("以上") != std::string::npos;
}

void BulletinDemands::share(std::vector<Problem>& problems, std::vector<std::size_t> const& chapters) const
{
    constexpr std::size_t most = 20'000;
    std::size_t copies = 0;
    bool const forAll = concernsAll(problems);
    if (chapters.empty() || (chapters.front() == chapters.back() && !forAll)) { return; }
    for (std::size_t first = 0; first < problems.size();) {
        auto last = first;
        std::size_t held = problems[first].tasks.empty() ? 0 : 1;
        while (last + 1 < problems.size() && chapters[last + 1] == chapters[first]) { held += problems[++last].tasks.empty() ? 0U : 1U; }
        auto const& tasks = problems[last].tasks;
        bool const own = last > first && held == 1 && tasks.size() == 1 && (forAll || startsParagraph(tasks.front().body.span.begin)) && tasks.front().no.empty();
        for (auto i = first; own && i < last && (copies += tasks.front().units.size() + 1) <= most; ++i) {
            problems[i].tasks = tasks;
            problems[i].span.end = std::max(problems[i].span.end, tasks.front().body.span.end);
        }
        first = last + 1;
    }
}

/// A line of the source begins at `at`, but for blanks.
bool BulletinDemands::startsParagraph(std::size_t at) const noexcept
{
    while (at > 0 && text::isBlank(m_source[at - 1])) { --at; }
    return at == 0 || text::isLineEnd(m_source[at - 1]);
}

/// Behind the sentence that begins at `at`.
std::size_t BulletinDemands::sentenceEnd(std::size_t at, std::size_t end) const noexcept
{
    return std::min(m_text.substr(0, end).find_first_of(U"。；\n", at), end - 1) + 1;
}

} // namespace zhengtu::plan
