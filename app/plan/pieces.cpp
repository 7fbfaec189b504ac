#include "plan/pieces.hpp"

#include "plan/feedback.hpp"
#include "text/characters.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace zhengtu::plan {

namespace {

using View = std::u32string_view;
using text::Number;
using text::NumberForm;

struct FoundLabel {
    Field field = Field::Other;
    bool weak = false;
    std::size_t length = 0; ///< with its colon or bracket
    bool closed = true;     ///< has a colon or brackets
};

class Splitter {
public:
    Splitter(text::NormalText const& normal, View source, Dictionary const& dictionary)
        : m_text{normal.text}, m_origin{normal.origin}, m_source{source}, m_dictionary{dictionary}
    {
    }

    std::vector<Piece> run()
    {
        for (std::size_t begin = 0; begin < m_text.size();) {
            auto const end = std::min(m_text.find(U'\n', begin), m_text.size());
            if (end > begin) { paragraph(begin, end); }
            begin = end + 1;
        }
        promoteHeadings();
        dropWeakLabels();
        takeDemandsForMeasures();
        takeTasksForProblems();
        dropTableHeaders();
        return std::move(m_pieces);
    }

private:
    /// White space stood before the character at `i` in the source (on the same line).
    [[nodiscard]] bool gapBefore(std::size_t i) const noexcept
    {
        return i > 0 && i < m_origin.size() && m_origin[i] > m_origin[i - 1] + 1 && text::isBlank(m_source[m_origin[i] - 1]);
    }

    [[nodiscard]] std::optional<LabelWord> lookUp(View phrase) const
    {
        if (phrase.ends_with(U'）')) {
            if (auto const open = phrase.rfind(U'（'); open != View::npos && open > 0) { phrase = phrase.substr(0, open); }
        }
        if (auto const word = m_dictionary.label(phrase)) { return word; }
        // 责任单位及责任人, 牵头单位、责任单位: two labels share one field; the first says what it is.
        if (auto const joint = phrase.find_first_of(U"及和与、/"); joint != View::npos && joint >= 2) {
            auto const first = m_dictionary.labels.find(phrase.substr(0, joint));
            auto const second = m_dictionary.labels.find(phrase.substr(joint + 1));
            if (first != m_dictionary.labels.end() && second != m_dictionary.labels.end()) { return first->second; }
        }
        return std::nullopt;
    }

    /// A label at `at`: 整改目标：  【整改目标】  整改目标 (alone on its line, or set off by a space)
    [[nodiscard]] std::optional<FoundLabel> labelAt(std::size_t at, std::size_t end) const
    {
        auto const line = View{m_text}.substr(at, std::min<std::size_t>(end - at, m_dictionary.longestLabel + 12));
        if (line.empty()) { return std::nullopt; }
        if (line.front() == U'（') { // （责任单位：市住建局；完成时限：6月底前）
            auto const inside = line.find(U'：') == View::npos ? std::nullopt : labelAt(at + 1, end);
            if (!inside || !inside->closed || inside->weak) { return std::nullopt; }
            return FoundLabel{inside->field, false, inside->length + 1};
        }
        if (line.front() == U'【' || line.front() == U'[') {
            auto const close = line.find_first_of(U"】]");
            if (close == View::npos) { return std::nullopt; }
            auto word = lookUp(line.substr(1, close - 1));
            auto length = close + 1;
            if (length < line.size() && line[length] == U'：') { ++length; }
            return word ? std::optional{FoundLabel{word->field, false, length}} : std::nullopt;
        }
        if (auto const colon = line.find(U'：'); colon != View::npos && colon > 0) {
            if (auto const word = lookUp(line.substr(0, colon))) { return FoundLabel{word->field, word->weak, colon + 1}; }
        }
        auto const whole = View{m_text}.substr(at, end - at);
        if (whole.size() <= m_dictionary.longestLabel) {
            if (auto const word = m_dictionary.labels.find(whole); word != m_dictionary.labels.end() && !word->second.weak) {
                return FoundLabel{word->second.field, false, whole.size(), false};
            }
        }
        for (auto length = std::min(m_dictionary.longestLabel, line.size()); length >= 3; --length) {
            if (!gapBefore(at + length) && !beginsList(at + length, end)) { continue; }
            if (auto const word = m_dictionary.labels.find(line.substr(0, length)); word != m_dictionary.labels.end() && !word->second.weak) {
                return FoundLabel{word->second.field, false, length, false};
            }
        }
        return std::nullopt;
    }

    /// 2.整改目标。到2023年…: behind a number a label may end with a full stop.
    [[nodiscard]] std::optional<FoundLabel> stoppedLabel(std::size_t at, std::size_t end) const
    {
        auto const line = View{m_text}.substr(at, std::min<std::size_t>(end - at, m_dictionary.longestLabel + 1));
        auto const stop = line.find(U'。');
        if (stop == View::npos || stop < 4) { return std::nullopt; }
        auto const word = m_dictionary.labels.find(line.substr(0, stop));
        if (word == m_dictionary.labels.end() || word->second.weak) { return std::nullopt; }
        return FoundLabel{word->second.field, false, stop + 1};
    }

    /// 整改措施1.组织…: a list counts from one right behind the label.
    [[nodiscard]] bool beginsList(std::size_t at, std::size_t end) const
    {
        if (at >= end) { return false; }
        auto const number = text::leadingNumber(View{m_text}.substr(at, std::min<std::size_t>(end - at, 8)));
        return number && number->value == 1 && number->form != NumberForm::Ordinal && number->form != NumberForm::Item && number->form != NumberForm::Chapter;
    }

    /// Where the modifiers before a label in running text begin: 。县级责任单位：. Only behind the end of a sentence or a blank, for they are everyday words.
    [[nodiscard]] std::size_t withModifiers(std::size_t label, std::size_t floor) const
    {
        auto begin = label;
        for (bool again = true; again;) {
            again = false;
            for (auto const& word : m_dictionary.modifiers) {
                bool const stands = begin >= floor + word.size() && View{m_text}.substr(begin - word.size(), word.size()) == word;
                if (!stands) { continue; }
                begin -= word.size();
                again = true;
                break;
            }
        }
        bool const bounded = begin == floor || gapBefore(begin) || text::isTerminal(m_text[begin - 1]);
        return bounded ? begin : label;
    }

    struct InnerLabel {
        std::size_t begin = 0, length = 0;
        Field field = Field::Other;
        bool bounded = false; ///< a sentence ends or a space stands before it
    };

    /// Strong labels with a colon anywhere in [from, end).
    [[nodiscard]] std::vector<InnerLabel> innerLabels(std::size_t from, std::size_t end) const
    {
        std::vector<InnerLabel> found;
        auto floor = from;
        auto const paragraph = View{m_text}.substr(0, end); // never looked beyond: what follows may have no colon for long
        for (auto colon = paragraph.find(U'：', from); colon != View::npos; colon = paragraph.find(U'：', colon + 1)) {
            auto const longest = std::min(m_dictionary.longestLabel, colon - floor);
            for (auto length = longest; length >= 2; --length) {
                auto const begin = colon - length;
                auto const word = m_dictionary.labels.find(View{m_text}.substr(begin, length));
                if (word == m_dictionary.labels.end() || word->second.weak) { continue; }
                auto const first = withModifiers(begin, floor);
                auto const before = first > from ? m_text[first - 1] : U'。';
                bool const open = before == U'（';
                bool const bounded = gapBefore(first) || open || text::isTerminal(before) || before == U'）' || before == U'”' || before == U'，';
                found.push_back({first - (open ? 1U : 0U), colon + 1U - first + (open ? 1U : 0U), word->second.field, bounded});
                floor = colon + 1;
                break;
            }
        }
        bracketLabels(found, from, end);
        return found;
    }

    /// 【整改目标】 in the middle of running text.
    void bracketLabels(std::vector<InnerLabel>& found, std::size_t from, std::size_t end) const
    {
        auto const plain = found.size();
        auto const paragraph = View{m_text}.substr(0, end);
        for (auto open = paragraph.find(U'【', from); open != View::npos; open = paragraph.find(U'【', open + 1)) {
            if (auto const label = labelAt(open, end)) { found.push_back({open, label->length, label->field, true}); }
        }
        if (found.size() == plain) { return; }
        std::sort(found.begin(), found.end(), [](InnerLabel const& a, InnerLabel const& b) { return a.begin < b.begin; });
        // 【整改目标：】 was found by its colon too.
        auto const same = [](InnerLabel const& a, InnerLabel const& b) { return b.begin < a.begin + a.length; };
        found.erase(std::unique(found.begin(), found.end(), same), found.end());
    }

    void paragraph(std::size_t begin, std::size_t end)
    {
        auto piece = pieceAt(begin, end);
        if (piece.kind == PieceKind::Text) { countAhead(piece); }
        auto inner = innerLabels(piece.content, end);
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

    /// 问题1 城区河道黑臭: an item whose number ends with a blank of the source, or 【问题1】.
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
            if (value && size < line.size() && (gapBefore(begin + size) || line[size] == U' ')) { return Number{NumberForm::Item, *value, size}; }
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
        auto label = labelAt(content, end);
        if (!label && piece.kind == PieceKind::Head && !text::isHan(m_text[begin])) { label = stoppedLabel(content, end); }
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
        bool const item = running && (c == U'问' || c == U'反') && text::leadingNumber(View{m_text}.substr(at, std::min<std::size_t>(end - at, 12)));
        bool const candidate = item || text::isDigit(c) || c == U'（' || (c >= U'①' && c <= U'⒛') || (running && View{U"一二三四五六七八九十"}.find(c) != View::npos);
        if (!candidate) { return std::nullopt; }
        auto const spaces = at > 1 && m_text[at - 1] == U' ' ? 1U : 0U; // 完善设施. （2）建设…
        auto const before = m_text[at - 1 - spaces];
        bool const tail = running && piece.kind == PieceKind::Label && isTailField(piece.field);
        bool const bounded = text::isTerminal(before) || spaces > 0 || gapBefore(at) || (running && opensHeading(at, end, piece));
        if (!bounded && !tail) { return std::nullopt; }
        if (text::isDigit(before) || before == U'第' || (text::isDigit(c) && before == U'.')) { return std::nullopt; }
        auto number = text::leadingNumber(View{m_text}.substr(at, end - at));
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
            if (number->value == 1 && at + number->length < end && labelAt(at + number->length, end)) { return true; } // …清单1.问题：
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

    /// 一、反馈问题 / 二、整改目标 / 三、整改措施 / 四、整改完成情况: a notice about one problem whose chapters are its fields. Only
    /// where no field has a colon, and the chapters name the problem or its outcome beside at least two other fields.
    void promoteHeadings()
    {
        std::array<std::size_t, 12> seen{};
        std::vector<std::size_t> found;
        for (std::size_t i = 0; i < m_pieces.size(); ++i) {
            auto const& piece = m_pieces[i];
            bool const filled = piece.kind == PieceKind::Label && (piece.field == Field::Problem || piece.field == Field::Goal || piece.field == Field::Measure);
            if (filled && !piece.weak) { return; } // 牵头单位： below 四、责任单位 may have its colon
            if (piece.kind != PieceKind::Head) { continue; }
            auto const word = m_dictionary.labels.find(View{m_text}.substr(piece.content, piece.end - piece.content));
            if (word == m_dictionary.labels.end() || word->second.weak) { continue; }
            ++seen[static_cast<std::size_t>(word->second.field)];
            found.push_back(i);
        }
        auto const times = [&](Field field) { return seen[static_cast<std::size_t>(field)]; };
        auto const fields = std::count_if(seen.begin(), seen.end(), [](std::size_t count) { return count > 0; });
        auto const again = std::count_if(seen.begin(), seen.end(), [](std::size_t count) { return count > 1; });
        bool const one = fields >= 3 && times(Field::Problem) + times(Field::Status) > 0;
        bool const several = again >= 3 && times(Field::Measure) > 1; // 1.整改目标 / 2.整改措施 / 3.责任单位 below each problem
        if (!one && !several) { return; }
        for (auto const i : found) {
            auto& piece = m_pieces[i];
            piece.kind = PieceKind::Label;
            piece.field = m_dictionary.labels.find(View{m_text}.substr(piece.content, piece.end - piece.content))->second.field;
            piece.content = piece.end;
            piece.number = {};
        }
    }

    /// Everyday words are labels only in a document that has real ones.
    void dropWeakLabels()
    {
        bool const real = std::any_of(m_pieces.begin(), m_pieces.end(), [](Piece const& piece) {
            return piece.kind == PieceKind::Label && !piece.weak && piece.field != Field::Other;
        });
        if (real || weakOnesVouch()) { return; }
        for (auto& piece : m_pieces) {
            if (piece.kind == PieceKind::Label && piece.weak) { unlabel(piece); }
        }
    }

    /// 整改要求：立即清运。 sets a goal beside measures; in a document that lists none it says what must be done.
    void takeDemandsForMeasures()
    {
        auto const measure = [](Piece const& piece) { return piece.kind == PieceKind::Label && (piece.field == Field::Measure || piece.field == Field::Handling); };
        if (std::any_of(m_pieces.begin(), m_pieces.end(), measure)) { return; }
        for (auto& piece : m_pieces) {
            if (piece.kind == PieceKind::Label && piece.field == Field::Goal && demandsWork(View{m_text}.substr(piece.begin, piece.content - piece.begin))) { piece.field = Field::Measure; }
        }
    }

    /// 整改任务：…问题突出。 / 整改目标：… / 整改完成情况：…: where it begins a record that tells what came of it, it is what had to be put right.
    void takeTasksForProblems()
    {
        bool outcome = false;
        std::vector<std::size_t> tasks;
        for (std::size_t i = 0; i < m_pieces.size(); ++i) {
            auto const& piece = m_pieces[i];
            if (piece.kind != PieceKind::Label || piece.weak) { continue; }
            if (piece.field == Field::Problem || piece.field == Field::Handling) { return; }
            outcome = outcome || piece.field == Field::Status;
            if (piece.field != Field::Measure) { continue; }
            auto const label = View{m_text}.substr(piece.begin, piece.content - piece.begin);
            auto const* const above = i > 0 ? &m_pieces[i - 1] : nullptr;
            if (label.find(U"整改任务") == View::npos) { continue; }
            bool const begins = above == nullptr || above->kind == PieceKind::Text || (above->kind == PieceKind::Head && above->empty()) ||
                                (above->kind == PieceKind::Label && (isOutcomeField(above->field) || above->field == Field::Other));
            if (!begins) { return; }
            tasks.push_back(i);
        }
        for (auto const i : tasks) {
            if (outcome) { m_pieces[i].field = Field::Problem; }
        }
    }

    /// 目标：, 措施：, 单位：, 时限： again and again: each of four fields at least twice vouch for each other.
    [[nodiscard]] bool weakOnesVouch() const noexcept
    {
        std::array<std::size_t, 12> times{};
        for (auto const& piece : m_pieces) {
            if (piece.kind == PieceKind::Label && piece.field != Field::Other) { ++times[static_cast<std::size_t>(piece.field)]; }
        }
        auto const again = std::count_if(times.begin(), times.end(), [](std::size_t count) { return count >= 2; });
        bool const due = times[static_cast<std::size_t>(Field::Deadline)] >= 2 && times[static_cast<std::size_t>(Field::Measure)] >= 2;
        return again >= 4 && due;
    }

    static void unlabel(Piece& piece) noexcept
    {
        piece.kind = piece.hasNumber() ? PieceKind::Head : PieceKind::Text;
        piece.content = piece.begin + piece.number.length;
    }

    /// Three labels in a row without anything behind them head the columns of a table.
    void dropTableHeaders()
    {
        for (std::size_t i = 0; i < m_pieces.size();) {
            auto last = i;
            while (last < m_pieces.size() && m_pieces[last].kind == PieceKind::Label && m_pieces[last].empty()) { ++last; }
            if (last - i >= 3) {
                for (auto j = i; j < last; ++j) { unlabel(m_pieces[j]); }
            }
            i = std::max(last, i + 1);
        }
    }

    std::u32string const& m_text;
    std::vector<std::uint32_t> const& m_origin;
    View m_source;
    Dictionary const& m_dictionary;
    std::vector<Piece> m_pieces;
};

} // namespace

bool demandsWork(std::u32string_view label) noexcept
{
    while (!label.empty() && (label.back() == U'：' || label.back() == U'】')) { label.remove_suffix(1); }
    return label.ends_with(U"要求") && label.find(U"目标") == View::npos;
}

std::vector<Piece> splitPieces(text::NormalText const& normal, View source, Dictionary const& dictionary)
{
    return Splitter{normal, source, dictionary}.run();
}

} // namespace zhengtu::plan
