#include "plan/pieces.hpp"

#include "plan/feedback.hpp"
#include "plan/label_finder.hpp"
#include "plan/label_roles.hpp"
#include "text/characters.hpp"

#include <algorithm>
#include <optional>
#include <string>

namespace zhengtu::plan {

namespace {

using View = std::u32string_view;
using text::Number;
using text::NumberForm;

class Splitter {
public:
    Splitter(text::NormalText const& normal, View source, Dictionary const& dictionary) : m_text{normal.text}, m_labels{normal, source, dictionary} {}

    std::vector<Piece> run()
    {
        for (std::size_t begin = 0; begin < m_text.size();) {
            auto const end = std::min(m_text.find(U'\n', begin), m_text.size());
            if (end > begin) { paragraph(begin, end); }
            begin = end + 1;
        }
        return std::move(m_pieces);
    }

private:
    void paragraph(std::size_t begin, std::size_t end)
    {
        auto piece = pieceAt(begin, end);
        if (piece.kind == PieceKind::Text) { countAhead(piece); }
        auto inner = m_labels.innerLabels(piece.content, end);
        // In a line of fields one label vouches for the others; in prose only a label behind a full stop counts.
        bool const fields = piece.kind == PieceKind::Label || inner.size() >= 3;
        if (!fields) { std::erase_if(inner, [](InnerLabel const& label) { return !label.bounded; }); }
        if (piece.kind != PieceKind::Label && inner.size() == 1 && !isWholeField(inner.front(), end)) { inner.clear(); }
        bool const running = !inner.empty();
        auto at = begin;
        for (auto const& label : inner) {
            emit(pieceAt(at, label.begin), label.begin, running, at == begin);
            at = label.begin;
        }
        emit(at == begin ? piece : pieceAt(at, end), end, running, at == begin);
    }

    /// 2.28家煤场… behind 1.…: what reads as a decimal is the next number of the list where a paragraph begins with it.
    void countAhead(Piece& piece) const
    {
        auto const line = View{m_text}.substr(piece.begin, piece.end - piece.begin);
        auto const length = text::numeralLength(line);
        if (length == 0 || length > 2 || !text::isDigit(line.front()) || length + 1 >= line.size() || line[length] != U'.' || !text::isDigit(line[length + 1])) { return; }
        auto const value = text::numeral(line.substr(0, length)).value_or(0);
        for (auto i = m_pieces.size(); i-- > 0 && m_pieces.size() - i <= 8;) {
            auto const& number = m_pieces[i].number;
            if (number.length == 0 || number.form != NumberForm::ArabicDot) { continue; }
            if (number.value + 1 != value || (piece.begin >= 2 && !text::isTerminal(m_text[piece.begin - 2]))) { return; }
            piece.kind = PieceKind::Head;
            piece.number = {NumberForm::ArabicDot, value, length + 1};
            piece.content = piece.begin + length + 1;
            return;
        }
    }

    /// 问题1 城区河道黑臭: an item whose number ends with a blank of the source, stands alone on its line, or 【问题1】.
    [[nodiscard]] std::optional<Number> spacedItem(std::size_t begin, std::size_t end) const
    {
        auto const line = View{m_text}.substr(begin, end - begin);
        if (auto const close = line.substr(0, 12).find(U'】'); line.starts_with(U'【') && close != View::npos) {
            auto const inner = std::u32string{line.substr(1, close - 1)} + U"：";
            auto const number = text::leadingNumber(inner);
            return number && number->form == NumberForm::Item && number->length == inner.size() ? std::optional{Number{NumberForm::Item, number->value, close + 1}} : std::nullopt;
        }
        for (View const word : {U"问题", U"反馈问题", U"任务", U"事项", U"案件"}) {
            if (!line.starts_with(word)) { continue; }
            auto const length = text::numeralLength(line.substr(word.size()));
            auto const value = length == 0 || length > 3 ? std::nullopt : text::numeral(line.substr(word.size(), length));
            auto const size = word.size() + length;
            if (value && (size == line.size() || m_labels.gapBefore(begin + size) || line[size] == U' ')) { return Number{NumberForm::Item, *value, size}; }
        }
        return std::nullopt;
    }

    /// A single label in prose must have something behind it that a field can hold, or stand alone behind a full stop.
    [[nodiscard]] bool isWholeField(InnerLabel const& label, std::size_t end) const noexcept
    {
        return label.begin + label.length < end || isTailField(label.field) || (label.begin > 0 && text::isTerminal(m_text[label.begin - 1]));
    }

    [[nodiscard]] Piece pieceAt(std::size_t begin, std::size_t end) const
    {
        Piece piece{.begin = begin, .content = begin, .end = end};
        auto const line = View{m_text}.substr(begin, end - begin);
        auto content = begin;
        auto number = text::leadingNumber(line);
        if (!number) { number = spacedItem(begin, end); }
        if (number && number->form != NumberForm::Ordinal) {
            piece.kind = PieceKind::Head;
            piece.number = *number;
            content += number->length;
        }
        while (content < end && m_text[content] == U' ') { ++content; }
        // 三、整改目标 is a heading; a label behind a number must show its colon, and must be more than an everyday word.
        auto label = m_labels.labelAt(content, end);
        if (!label && piece.kind == PieceKind::Head && !text::isHan(m_text[begin])) { label = m_labels.stoppedLabel(content, end); }
        if (label && (piece.kind != PieceKind::Head || (!label->weak && label->closed))) {
            piece.kind = PieceKind::Label;
            piece.field = label->field;
            content += label->length;
            piece.weak = label->weak;
            while (content < end && m_text[content] == U' ') { ++content; }
        }
        piece.content = std::min(content, end);
        return piece;
    }

    /// Puts a piece, split further where lists run on inside it.
    void emit(Piece piece, std::size_t end, bool running, bool ownLine)
    {
        piece.end = end;
        piece.content = std::min(piece.content, end);
        piece.ownLine = ownLine;
        if (piece.begin >= end) { return; }
        bool const list = piece.kind == PieceKind::Label && (piece.field == Field::Measure || piece.field == Field::Goal);
        std::size_t first = piece.content;
        Number expected = piece.number;
        if (list || (running && piece.kind == PieceKind::Label)) {
            auto const number = text::leadingNumber(View{m_text}.substr(piece.content, end - piece.content));
            if (list && number && number->form != NumberForm::Ordinal) {
                auto const content = piece.content;
                piece.end = content;
                m_pieces.push_back(piece);
                piece = pieceAt(content, end);
                piece.kind = PieceKind::Head; // a label inside a list item stays text
                piece.content = content + number->length;
                piece.ownLine = false;
                expected = *number;
                first = piece.content;
            }
        }
        for (auto i = first + 1; i < end; ++i) {
            auto const next = innerNumber(i, end, piece, expected, running);
            if (!next) { continue; }
            piece.end = i;
            m_pieces.push_back(piece);
            piece = Piece{.kind = PieceKind::Head, .begin = i, .content = i + next->length, .end = end, .number = *next, .ownLine = false};
            while (piece.content < end && m_text[piece.content] == U' ') { ++piece.content; }
            expected = *next;
            i = std::max(i, piece.content);
        }
        piece.end = end;
        m_pieces.push_back(piece);
    }

    /// A number in the middle of a piece: the next of its own list behind a full stop, or, in running text, any heading.
    [[nodiscard]] std::optional<Number> innerNumber(std::size_t at, std::size_t end, Piece const& piece, Number const& expected, bool running) const
    {
        auto const c = m_text[at];
        auto const glued = running && c == U'问' ? gluedItem(at, end) : std::nullopt;
        bool const item = glued || (running && (c == U'问' || c == U'反') && text::leadingNumber(View{m_text}.substr(at, std::min<std::size_t>(end - at, 12))));
        bool const candidate = item || text::isDigit(c) || c == U'（' || (c >= U'①' && c <= U'⒛') || (running && View{U"一二三四五六七八九十"}.find(c) != View::npos);
        if (!candidate) { return std::nullopt; }
        auto const spaces = at > 1 && m_text[at - 1] == U' ' ? 1U : 0U; // 完善设施. （2）建设…
        auto const before = m_text[at - 1 - spaces];
        bool const tail = running && piece.kind == PieceKind::Label && isTailField(piece.field);
        bool const bounded = glued || text::isTerminal(before) || spaces > 0 || m_labels.gapBefore(at) || (running && opensHeading(at, end, piece));
        if (!bounded && !tail) { return std::nullopt; }
        if (text::isDigit(before) || before == U'第' || (text::isDigit(c) && before == U'.')) { return std::nullopt; }
        auto number = glued ? glued : text::leadingNumber(View{m_text}.substr(at, end - at));
        if (!number && text::isDigit(c) && text::isTerminal(before) && piece.hasNumber() && expected.form == NumberForm::ArabicDot) {
            auto const next = std::to_string(expected.value + 1); // 1.…。2.28家煤场…
            std::u32string const printed{next.begin(), next.end()};
            if (View{m_text}.substr(at, end - at).starts_with(printed + U".")) { number = Number{NumberForm::ArabicDot, expected.value + 1, printed.size() + 1}; }
        }
        if (!number || number->form == NumberForm::Ordinal || number->form == NumberForm::Chapter) { return std::nullopt; }
        bool const nextInList = number->form == expected.form && number->value == expected.value + 1 && piece.hasNumber();
        if (nextInList) { return number; }
        if (!running) { return std::nullopt; }
        bool const inner = number->form == NumberForm::ArabicParen || number->form == NumberForm::Circled || number->form == NumberForm::HalfParen;
        return tail || !inner || number->value == 1 ? number : std::nullopt;
    }

    /// 问题2毛竹加工… in running text: nothing parts number and problem, but the row of them goes on. 问题2个 and 问题3类 count.
    [[nodiscard]] std::optional<Number> gluedItem(std::size_t at, std::size_t end) const
    {
        auto const line = View{m_text}.substr(at, std::min<std::size_t>(end - at, 8));
        if (!line.starts_with(U"问题")) { return std::nullopt; }
        auto const length = text::numeralLength(line.substr(2));
        if (length == 0 || length > 2 || !text::isDigit(line[2]) || 2 + length >= line.size()) { return std::nullopt; }
        auto const next = line[2 + length];
        auto const value = text::numeral(line.substr(2, length));
        bool const counts = !text::isHan(next) || View{U"个项条类处家件起年月日号点至和"}.find(next) != View::npos;
        return value && !counts && *value == lastOfForm(NumberForm::Item) + 1 ? std::optional{Number{NumberForm::Item, *value, 2 + length}} : std::nullopt;
    }

    /// In running text a heading may stand behind any word: 清单一、 behind a title, （二） where the row of them goes on.
    [[nodiscard]] bool opensHeading(std::size_t at, std::size_t end, Piece const& piece) const
    {
        if (piece.kind == PieceKind::Label && !isTailField(piece.field)) { return false; }
        auto const number = text::leadingNumber(View{m_text}.substr(at, end - at));
        if (!number) { return false; }
        if (number->form == NumberForm::Item) { return true; } // 问题1：
        if (number->form == NumberForm::CjkParen) {
            if (number->value == 1) { return true; }
            for (auto i = m_pieces.size(); i-- > 0 && m_pieces.size() - i <= 200;) {
                if (m_pieces[i].hasNumber() && m_pieces[i].number.form == NumberForm::CjkParen) { return m_pieces[i].number.value + 1 == number->value; }
                if (m_pieces.size() - i > 200) { break; }
            }
            return piece.number.form == NumberForm::CjkParen && piece.number.value + 1 == number->value;
        }
        if (number->form == NumberForm::ArabicDot) {
            // 一、水污染防治滞后1.某断面超标: behind the words of a heading, the first or the next of its row.
            bool const heading = piece.kind == PieceKind::Head && piece.number.form < NumberForm::ArabicDot && at - piece.content <= 40 && text::isHan(m_text[at - 1]) &&
                                 View{m_text}.substr(piece.content, at - piece.content).find_first_of(U"。；，：") == View::npos;
            if (heading && (number->value == 1 || number->value == lastOfForm(NumberForm::ArabicDot) + 1)) { return true; }
            if (number->value == 1 && at + number->length < end && m_labels.labelAt(at + number->length, end)) { return true; } // …清单1.问题：
            auto const mark = feedbackMark(View{m_text}.substr(at + number->length, std::min<std::size_t>(end - at - number->length, 40)));
            return mark && mark->begin == 0;
        }
        if (number->form != NumberForm::CjkComma || at < 2) { return false; }
        auto const before = View{m_text}.substr(at - 2, 2);
        return before == U"清单" || before == U"方案" || before == U"措施" || before == U"台账" || before == U"附件";
    }

    /// The value of the last number of a form in the pieces before; 0 if there is none.
    [[nodiscard]] int lastOfForm(NumberForm form) const noexcept
    {
        for (auto i = m_pieces.size(); i-- > 0 && m_pieces.size() - i <= 200;) {
            if (m_pieces[i].hasNumber() && m_pieces[i].number.form == form) { return m_pieces[i].number.value; }
        }
        return 0;
    }

    std::u32string const& m_text;
    LabelFinder m_labels;
    std::vector<Piece> m_pieces;
};

} // namespace

std::vector<Piece> splitPieces(text::NormalText const& normal, View source, Dictionary const& dictionary)
{
    auto pieces = Splitter{normal, source, dictionary}.run();
    settleLabels(normal.text, dictionary, pieces);
    return pieces;
}

} // namespace zhengtu::plan
