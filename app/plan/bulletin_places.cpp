#include "plan/bulletin_places.hpp"

#include "plan/demands.hpp"
#include "plan/fields.hpp"
#include "plan/outline.hpp"

#include <algorithm>
#include <initializer_list>
#include <utility>

namespace zhengtu::plan {

namespace {

using View = std::u32string_view;

constexpr std::size_t longestName = 20;

class NamedProblems {
public:
    NamedProblems(text::NormalText const& normal, View source, std::optional<int> year, BulletinItems const& items, Dictionary const& dictionary, std::vector<Notice>& notices)
        : m_normal{normal}, m_text{normal.text}, m_source{source}, m_year{year}, m_items{items}, m_dictionary{dictionary}, m_notices{notices}
    {
    }

    std::vector<Problem> run()
    {
        for (auto const& piece : m_items.pieces()) {
            if (!take(piece)) { return {}; }
        }
        if (!m_demand || m_list.size() < 2 || !m_items.listProblems(m_list)) { return {}; }
        auto const due = readDue(m_normal, m_demand->begin, m_demand->end, m_year, m_dictionary, m_notices);
        std::vector<Problem> problems;
        for (std::size_t i = 0; i < m_list.size(); ++i) {
            auto problem = problemOf(m_normal, m_dictionary, m_list[i], m_list[i].content, m_list[i].end);
            problem.units = readUnits(m_normal, m_source, m_names[i].begin, m_names[i].end, UnitRole::Responsible, m_dictionary);
            if (due) { problem.deadline = *due; }
            problems.push_back(std::move(problem));
        }
        return problems;
    }

private:
    /// False where the document is built otherwise: a numbered line below no name, behind the first problem.
    bool take(Piece const& piece)
    {
        auto const line = m_text.substr(piece.begin, piece.end - piece.begin);
        if (piece.kind != PieceKind::Head && (m_items.isClosing(piece) || demands(line))) {
            if (!m_demand && !m_list.empty() && demands(line)) { m_demand = Span{piece.begin, piece.end}; }
            m_open = false;
            return true;
        }
        if (m_demand) { return true; } // signatures, copies to
        if (piece.kind == PieceKind::Head) {
            if (auto const name = wholeName(piece)) {
                m_name = *name;
                m_form = piece.number.form;
                m_open = false;
                return true;
            }
            bool const below = m_name && m_form && rank(piece.number.form) > rank(*m_form);
            if (!below) {
                m_name.reset();
                return m_list.empty();
            }
            if (m_itemForm && piece.number.form != *m_itemForm) { return extend(piece); } // a list inside a problem
            m_itemForm = piece.number.form;
            put(piece, piece.content, passage(m_normal, piece.begin, piece.content).text);
            return true;
        }
        if (auto const colon = nameBefore(line)) { // 赵集镇：…
            m_name = Span{piece.begin, piece.begin + *colon};
            m_form.reset();
            put(piece, piece.begin + *colon + 1, {});
            return true;
        }
        return extend(piece);
    }

    bool extend(Piece const& piece)
    {
        if (m_open) { m_list.back().end = piece.end; }
        return true;
    }

    void put(Piece const& piece, std::size_t content, std::string no)
    {
        m_list.push_back({std::move(no), piece.begin, content, piece.end, piece.number.value, Topic::Open});
        m_names.push_back(*m_name);
        m_open = true;
    }

    /// 一、江陵区（2个）: a heading that is the name of a unit or a place and nothing more.
    [[nodiscard]] std::optional<Span> wholeName(Piece const& piece) const
    {
        auto name = m_text.substr(piece.content, piece.end - piece.content);
        while (!name.empty() && View{U"：。；"}.find(name.back()) != View::npos) { name.remove_suffix(1); }
        if (name.ends_with(U'）') && name.rfind(U'（') != View::npos) { name = name.substr(0, name.rfind(U'（')); }
        bool const is = name.size() <= longestName && name.find_first_of(U"，。；：") == View::npos && namesUnit(name, m_dictionary);
        return is ? std::optional{Span{piece.content, piece.content + name.size()}} : std::nullopt;
    }

    /// Characters before the colon of 赵集镇：…, where they are such a name and something stands behind them.
    [[nodiscard]] std::optional<std::size_t> nameBefore(View line) const
    {
        auto const colon = line.substr(0, longestName).find(U'：');
        bool const is = colon != View::npos && colon + 1 < line.size() && line.substr(0, colon).find_first_of(U"，。；") == View::npos && namesUnit(line.substr(0, colon), m_dictionary);
        return is ? std::optional{colon} : std::nullopt;
    }

    /// 以上问题，请…于7月15日前整改到位: what a paragraph demands of all that are named above it.
    [[nodiscard]] bool demands(View line) const
    {
        bool const all = std::ranges::any_of(std::initializer_list<View>{U"以上", U"上述", U"各", U"请"}, [&](View word) { return line.starts_with(word); });
        return all && (line.find(U'请') != View::npos || line.find(U"要") != View::npos) && line.find(U"整改") != View::npos;
    }

    text::NormalText const& m_normal;
    View m_text, m_source;
    std::optional<int> m_year;
    BulletinItems const& m_items;
    Dictionary const& m_dictionary;
    std::vector<Notice>& m_notices;

    std::vector<Item> m_list;
    std::vector<Span> m_names; ///< of each problem
    std::optional<Span> m_name, m_demand;
    std::optional<text::NumberForm> m_form, m_itemForm; ///< of the names; of the problems below them
    bool m_open = false;                                ///< the last problem takes what follows
};

} // namespace

std::vector<Problem> problemsBelowNames(text::NormalText const& normal, View source, std::optional<int> year, BulletinItems const& items, Dictionary const& dictionary,
                                        std::vector<Notice>& notices)
{
    return NamedProblems{normal, source, year, items, dictionary, notices}.run();
}

} // namespace zhengtu::plan
