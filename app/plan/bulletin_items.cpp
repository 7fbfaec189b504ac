#include "plan/bulletin_items.hpp"

#include "plan/fields.hpp"
#include "plan/outline.hpp"
#include "text/characters.hpp"

#include <algorithm>
#include <array>

namespace zhengtu::plan {

namespace {

using View = std::u32string_view;

/// 存在以下问题：1.…；2.…；3.…。: lists within a paragraph, from one, each number behind the end of a clause.
std::vector<Piece> withLists(View text, std::vector<Piece> const& pieces)
{
    std::vector<Piece> all;
    all.reserve(pieces.size());
    for (auto piece : pieces) {
        if (piece.kind == PieceKind::Label && piece.field == Field::Other && piece.hasNumber()) { // 一、信访件编号：20220318-05。反映…
            piece.kind = PieceKind::Head;
            piece.content = piece.begin + piece.number.length;
        }
        std::vector<Piece> list;
        for (auto i = piece.content + 1; piece.kind == PieceKind::Text && i < piece.end; ++i) {
            bool const bounded = list.empty() ? text[i - 1] == U'：' : text::isTerminal(text[i - 1]);
            auto const number = bounded ? text::leadingNumber(text.substr(i, std::min<std::size_t>(piece.end - i, 8))) : std::nullopt;
            bool const next = number && (list.empty() ? number->value == 1 : number->form == list.back().number.form && number->value == list.back().number.value + 1);
            if (!next || number->form == text::NumberForm::Ordinal || number->form == text::NumberForm::Item) { continue; }
            if (!list.empty()) { list.back().end = i; }
            list.push_back({.kind = PieceKind::Head, .begin = i, .content = i + number->length, .end = piece.end, .number = *number, .ownLine = false});
        }
        if (list.size() < 2) {
            all.push_back(piece);
            continue;
        }
        auto before = piece;
        before.end = list.front().begin;
        all.push_back(before);
        all.insert(all.end(), list.begin(), list.end());
    }
    return all;
}

/// What the line above a list says that it holds: 现要求： demands, …发现以下问题： what is wrong.
Topic announced(View line, Topic otherwise) noexcept
{
    auto const stop = line.rfind(U'。');
    auto const last = stop == View::npos ? line : line.substr(stop + 1); // …问题至今未解决。现责成你市人民政府：
    constexpr std::array<View, 4> orders{U"责成你", U"责令你", U"要求你", U"请你"};
    if (std::any_of(orders.begin(), orders.end(), [&](View word) { return last.find(word) != View::npos; })) { return Topic::Wanted; }
    if (line.find(U"问题") != View::npos) { return Topic::Wrong; }
    constexpr std::size_t short_ = 20; // 要求 in a long sentence is somebody's earlier demand
    return line.size() <= short_ && line.find(U"要求") != View::npos ? Topic::Wanted : otherwise;
}

} // namespace

Topic topicOf(View heading, SentenceWords const& words) noexcept
{
    if (heading.size() > 24) { return Topic::Open; }
    if (containsAny(heading, words.topicWrong)) { return containsAny(heading, words.topicDemands) ? Topic::Wanted : Topic::Wrong; }
    return containsAny(heading, words.topicWanted) ? Topic::Wanted : Topic::Open;
}

bool tellsWrong(View text, Dictionary const& dictionary) noexcept { return containsAny(text, dictionary.sentences.wrong); }

bool statesProblem(View text, Dictionary const& dictionary) noexcept { return tellsWrong(text, dictionary) || containsAny(text, dictionary.sentences.about); }

Problem problemOf(text::NormalText const& normal, Dictionary const& dictionary, Item const& item, std::size_t content, std::size_t bodyEnd)
{
    View const text{normal.text};
    Problem problem;
    problem.no = item.no;
    problem.body = passage(normal, content, bodyEnd);
    problem.span = normal.sourceSpan(item.begin, item.end);
    auto const body = text.substr(content, bodyEnd - content);
    problem.categories = categorise(body.substr(0, std::min(body.find_first_of(U"。\n"), body.size())), text.substr(item.begin, item.end - item.begin), dictionary);
    return problem;
}

BulletinItems::BulletinItems(text::NormalText const& normal, std::vector<Piece> const& pieces, Dictionary const& dictionary)
    : m_normal{normal}, m_text{normal.text}, m_pieces{withLists(normal.text, pieces)}, m_dictionary{dictionary}
{
}

std::vector<Item> BulletinItems::ofForm(text::NumberForm form) const
{
    std::vector<Item> list;
    bool open = false;
    auto topic = Topic::Open;
    std::size_t chapter = 0;
    View above; // the paragraph before
    for (auto const& piece : m_pieces) {
        auto const line = m_text.substr(piece.content, piece.end - piece.content);
        if (piece.kind == PieceKind::Head && piece.number.form == form) {
            if (piece.number.value == 1 && above.ends_with(U'：')) { topic = announced(above, topic); }
            list.push_back({passage(m_normal, piece.begin, piece.begin + piece.number.length).text, piece.begin, piece.content, piece.end, piece.number.value, topic, chapter});
            open = true;
        } else if (piece.kind == PieceKind::Head && rank(piece.number.form) < rank(form)) {
            topic = topicOf(line, m_dictionary.sentences);
            ++chapter;
            open = false;
        } else if (open && !isClosing(piece)) {
            list.back().end = piece.end;
        } else {
            open = false;
        }
        above = piece.kind == PieceKind::Label ? m_text.substr(piece.begin, piece.end - piece.begin) : line;
    }
    return list;
}

std::vector<Item> BulletinItems::below(Item const& chapter) const
{
    std::vector<Item> list;
    auto lastForm = text::NumberForm::CjkParen;
    for (auto const& piece : m_pieces) {
        if (piece.begin < chapter.content || piece.begin >= chapter.end) { continue; }
        bool const head = piece.kind == PieceKind::Head && (list.empty() || piece.number.form == lastForm);
        if (head) {
            lastForm = piece.number.form;
            list.push_back({passage(m_normal, piece.begin, piece.begin + piece.number.length).text, piece.begin, piece.content, piece.end, piece.number.value, Topic::Open});
        } else if (!list.empty()) {
            list.back().end = piece.end;
        }
    }
    return list;
}

std::vector<Item> BulletinItems::countedInWords() const
{
    std::vector<Item> list;
    for (auto at = m_text.find(U'是'); at != View::npos; at = m_text.find(U'是', at + 1)) {
        auto begin = at;
        while (begin > 0 && at - begin < 2 && text::numeralLength(m_text.substr(begin - 1, 1)) == 1 && !text::isDigit(m_text[begin - 1])) { --begin; }
        auto const value = text::numeral(m_text.substr(begin, at - begin)).value_or(0);
        bool const bounded = begin == 0 || m_text[begin - 1] == U'\n' || m_text[begin - 1] == U'：' || text::isTerminal(m_text[begin - 1]);
        if (!bounded || value != static_cast<int>(list.size()) + 1) { continue; }
        if (!list.empty()) { list.back().end = begin - (m_text[begin - 1] == U'\n' ? 1U : 0U); }
        auto const stop = std::min(m_text.find(U'\n', at), m_text.size());
        list.push_back({passage(m_normal, begin, at + 1).text, begin, at + 1, stop, value, Topic::Open});
    }
    return list;
}

bool BulletinItems::isClosing(Piece const& piece) const noexcept
{
    auto const line = m_text.substr(piece.begin, piece.end - piece.begin);
    bool const whole = piece.kind == PieceKind::Text && std::any_of(m_dictionary.sentences.closing.begin(), m_dictionary.sentences.closing.end(),
                                                                    [&](std::u32string const& word) { return line.starts_with(word); });
    if (whole) { return true; }
    constexpr std::size_t short_ = 12;
    bool const announces = line.size() <= short_ && line.ends_with(U'：') && line.find_first_of(U"，。；") == View::npos; // 整改要求：
    return announces || line.starts_with(U"附件") || line.starts_with(U"抄送") || line.starts_with(U"主送") || (line.size() <= 30 && line.find_first_of(U"，。；：") == View::npos);
}

bool BulletinItems::wrong(Item const& item) const noexcept
{
    return item.topic == Topic::Wrong || statesProblem(m_text.substr(item.content, item.end - item.content), m_dictionary);
}

bool BulletinItems::listProblems(std::vector<Item> const& list) const noexcept
{
    return static_cast<std::size_t>(std::count_if(list.begin(), list.end(), [&](Item const& item) { return item.topic != Topic::Wanted && wrong(item); })) * 2 > list.size();
}

std::size_t BulletinItems::numberLength(std::size_t begin, std::size_t end) const noexcept
{
    auto const number = text::leadingNumber(m_text.substr(begin, end - begin));
    return number && number->form != text::NumberForm::Ordinal && number->form != text::NumberForm::Item ? number->length : 0;
}

} // namespace zhengtu::plan
