#pragma once

#include "place/said/scanner.hpp"
#include "place/said/words.hpp"

#include <algorithm>

namespace zhengtu::place::said {

/// Reads the words about one name: of rivers and roads in words_lines.cpp, of all others in words.cpp. No one else sees it.
class Reader {
    using Text = std::u32string_view;

public:
    Reader(Text text, std::size_t begin, std::size_t end, Kind kind) : m_text{text}, m_begin{begin}, m_end{end}, m_kind{kind}
    {
        m_words.begin = begin;
        m_words.end = end;
    }

    Words run()
    {
        static_cast<void>(atDistance() || line() || within() || fringe() || border() || side() || between() || near() || haulRoad() || prefix());
        return std::move(m_words);
    }

private:
    Scanner after() const { return {m_text, m_end}; }
    Text before(std::size_t count) const
    {
        auto const from = m_begin > count ? m_begin - count : 0;
        return m_text.substr(from, m_begin - from);
    }
    bool set(Relation relation, Scanner const& end)
    {
        m_words.relation = relation;
        m_words.end = std::max(m_end, end.at());
        return true;
    }

    static std::optional<Bound> bound(Scanner& scanner);
    /// Reads "约5公里" with what bounds it. "近5公里" is about.
    bool length(Scanner& scanner);
    /// 距X约5公里处: something is said to be there. "距X只有270米" says it of a thing that has its own name, so X stays X.
    bool atDistance();
    bool line();
    /// 歇马关至林家口段. Names, not times: 2018年至2020年段.
    bool stretch();
    /// A name of 2 to 12 characters without marks, digits or units of time, up to one of the words.
    std::u32string name(Scanner& scanner, std::initializer_list<Text> until) const;
    /// 怀仁市金沙滩物流园区段, 太原段, 城区段.
    bool part();
    bool along();
    /// 汾河支流, 汾河及其支流: what flows into it. 汾河支流|潇河 names one of them.
    bool tributaries();
    bool crossing();
    bool reach();
    /// 周边2公里范围内. "2公里环湖路", "5公里管网" are lengths of things.
    bool within();
    bool forget()
    {
        m_words.distanceM = 0;
        m_words.bound = Bound::Exactly;
        return false;
    }
    bool fringe();
    /// What it borders on stands before it: 甲县与乙县交界处. Who reads this looks for it.
    bool border();
    bool side();
    /// 小区28号、38号和39号间; 甲村与乙村之间的区域. "之间的矛盾" is no place.
    bool between();
    bool near();
    /// "附近，发现一个无名料场".
    static std::u32string unnamed(Scanner scanner);
    bool haulRoad();
    /// 市区北部|元元路: the part of the town stands before the name.
    bool prefix();

    Text m_text;
    std::size_t m_begin, m_end;
    Kind m_kind;
    Words m_words;
};

} // namespace zhengtu::place::said
