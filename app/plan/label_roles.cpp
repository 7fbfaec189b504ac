#include "plan/label_roles.hpp"

#include "text/characters.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace zhengtu::plan {

namespace {

using View = std::u32string_view;

class Labels {
public:
    Labels(View text, Dictionary const& dictionary, std::vector<Piece>& pieces) : m_text{text}, m_dictionary{dictionary}, m_pieces{pieces} {}

    void run()
    {
        nameUnknown();
        promoteHeadings();
        joinProblems();
        dropWeakLabels();
        takeDemandsForMeasures();
        takeTasksForProblems();
        takeTasksForMeasures();
        dropTableHeaders();
    }

private:
    /// 责任单位：… / 包片科长：吴某 / 整改期限：…: a label that the dictionary does not know stands between fields, again and again; it is kept apart.
    void nameUnknown()
    {
        constexpr std::size_t longestLabel = 9, longestLine = 40;
        std::unordered_map<View, std::vector<std::size_t>> found;
        for (std::size_t i = 1; i + 1 < m_pieces.size(); ++i) {
            auto const& piece = m_pieces[i];
            auto const& above = m_pieces[i - 1];
            bool const between = piece.kind == PieceKind::Text && piece.ownLine && piece.end - piece.begin <= longestLine && above.kind == PieceKind::Label && !above.empty() &&
                                 isTailField(above.field) && !isOutcomeField(above.field) && m_pieces[i + 1].kind == PieceKind::Label;
            if (!between) { continue; }
            auto const line = m_text.substr(piece.begin, piece.end - piece.begin);
            auto const colon = line.substr(0, longestLabel + 1).find(U'：');
            if (colon == View::npos || colon < 2 || !std::all_of(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(colon), text::isHan)) { continue; }
            found[line.substr(0, colon)].push_back(i);
        }
        for (auto const& [label, places] : found) {
            if (places.size() < 2) { continue; }
            for (auto const i : places) {
                m_pieces[i].kind = PieceKind::Label;
                m_pieces[i].field = Field::Other;
                m_pieces[i].content = m_pieces[i].begin + label.size() + 1;
            }
        }
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
            auto const word = m_dictionary.labels.find(m_text.substr(piece.content, piece.end - piece.content));
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
            piece.field = m_dictionary.labels.find(m_text.substr(piece.content, piece.end - piece.content))->second.field;
            piece.content = piece.end;
            piece.number = {};
        }
    }

    /// 问题名称：… / 问题描述：…: a second label, of another name, tells more of the problem that the line above names.
    void joinProblems() noexcept
    {
        auto const label = [&](Piece const& piece) { return m_text.substr(piece.begin, piece.content - piece.begin); };
        for (std::size_t i = 1; i < m_pieces.size(); ++i) {
            auto const& first = m_pieces[i - 1];
            auto& second = m_pieces[i];
            auto const tells = [](Piece const& piece) { return piece.kind == PieceKind::Label && piece.field == Field::Problem && piece.ownLine && !piece.empty() && !piece.hasNumber(); };
            if (!tells(first) || !tells(second) || label(first) == label(second)) { continue; }
            second.kind = PieceKind::Text;
            second.content = second.begin;
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
            if (piece.kind == PieceKind::Label && piece.field == Field::Goal && demandsWork(m_text.substr(piece.begin, piece.content - piece.begin))) { piece.field = Field::Measure; }
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
            auto const label = m_text.substr(piece.begin, piece.content - piece.begin);
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

    /// 一、某矿越界开采 / 整改任务1：… / 整改任务2：… / 二、… / 整改任务1：…: tasks that count from one again right below each heading are the
    /// measures of the problem that it names. Where they count on through the document, each is what had to be put right.
    void takeTasksForMeasures()
    {
        std::vector<std::size_t> tasks;
        int last = 0, restarts = 0;
        for (std::size_t i = 0; i < m_pieces.size(); ++i) {
            auto const& piece = m_pieces[i];
            bool const labelled = piece.kind == PieceKind::Label && (piece.field == Field::Problem || piece.field == Field::Measure);
            if (labelled) { return; }
            if (piece.kind != PieceKind::Head || m_text.substr(piece.begin, piece.number.length).find(U"任务") == View::npos) { continue; }
            bool const headed = i > 0 && m_pieces[i - 1].kind == PieceKind::Head && m_pieces[i - 1].number.form != piece.number.form;
            if (piece.number.value == 1 ? !headed : piece.number.value != last + 1) { return; }
            restarts += piece.number.value == 1 ? 1 : 0;
            last = piece.number.value;
            tasks.push_back(i);
        }
        if (restarts < 2) { return; }
        for (auto const i : tasks) {
            m_pieces[i].kind = PieceKind::Label;
            m_pieces[i].field = Field::Measure;
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

    View m_text;
    Dictionary const& m_dictionary;
    std::vector<Piece>& m_pieces;
};

} // namespace

bool demandsWork(std::u32string_view label) noexcept
{
    while (!label.empty() && (label.back() == U'：' || label.back() == U'】')) { label.remove_suffix(1); }
    return label.ends_with(U"要求") && label.find(U"目标") == View::npos;
}

void settleLabels(std::u32string_view text, Dictionary const& dictionary, std::vector<Piece>& pieces)
{
    Labels{text, dictionary, pieces}.run();
}

} // namespace zhengtu::plan
