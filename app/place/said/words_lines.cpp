#include "place/lexicon.hpp"
#include "place/said/reader.hpp"

namespace zhengtu::place::said {

bool Reader::line()
{
    if (m_kind != Kind::River && m_kind != Kind::Road) { return false; }
    return stretch() || part() || along() || crossing() || reach() || tributaries();
}

bool Reader::stretch()
{
    auto scanner = after();
    scanner.take({U"从", U"自", U"（", U"("});
    auto const from = name(scanner, {U"至", U"到", U"—", U"-", U"～"});
    if (from.empty() || !scanner.take({U"至", U"到", U"—", U"-", U"～"})) { return false; }
    auto to = scanner;
    auto const last = name(to, {U"路段", U"河段", U"之间", U"段"});
    if (last.empty() || !to.take({U"路段", U"河段", U"之间路段", U"之间", U"段"})) { return false; }
    m_words.from = from;
    m_words.to = last;
    return set(Relation::Stretch, to);
}

std::u32string Reader::name(Scanner& scanner, std::initializer_list<Text> until) const
{
    constexpr std::size_t longest = 12;
    constexpr Text never = U"，。；：、！？（）《》“” \n\f年月日时点期";
    auto const begin = scanner.at();
    for (std::size_t i = begin; i < m_text.size() && i - begin <= longest; ++i) {
        Scanner const here{m_text, i};
        if (i - begin >= 2 && here.sees(until)) {
            scanner = here;
            return std::u32string{m_text.substr(begin, i - begin)};
        }
        if (never.find(m_text[i]) != Text::npos || (m_text[i] >= U'0' && m_text[i] <= U'9')) { break; }
    }
    return {};
}

bool Reader::part()
{
    auto town = after();
    if (town.take({U"城区段", U"市区段", U"县城段", U"建成区段"})) { return set(Relation::TownReach, town); }
    auto scanner = after();
    auto const place = name(scanner, {U"路段", U"河段", U"段"});
    if (place.empty() || !scanner.take({U"路段", U"河段", U"段"})) { return false; }
    constexpr Text no = U"在对的等和及与部各该全重点";
    if (std::ranges::any_of(place, [&](char32_t c) { return no.find(c) != Text::npos; })) { return false; }
    m_words.from = place;
    return set(Relation::Part, scanner);
}

bool Reader::along()
{
    auto scanner = after();
    scanner.take({U"道路", U"公路", U"河道", U"干流", U"全线"});
    if (!scanner.take({U"两侧", U"两旁", U"两岸", U"沿线", U"沿岸", U"沿途", U"沿河", U"沿路"})) { return false; }
    return set(Relation::Along, scanner);
}

bool Reader::crossing()
{
    if (m_kind != Kind::River) { return false; }
    auto scanner = after();
    auto const way = scanner.take({U"出境", U"出县", U"出市", U"出省", U"出界"}) ? Relation::Exit : Relation::Entry;
    if (way == Relation::Entry && !scanner.take({U"入境", U"入县", U"入市", U"入省", U"入界"})) { return false; }
    scanner.take({U"考核", U"监测", U"国考", U"省考", U"水质", U"控制"});
    if (!scanner.take({U"断面", U"处", U"口", U"点"})) { return false; }
    return set(way, scanner);
}

bool Reader::reach()
{
    if (m_kind != Kind::River) { return false; }
    auto scanner = after();
    scanner.take({U"干流", U"河道"});
    auto const relation = scanner.take({U"上游"}) ? Relation::Upper : scanner.take({U"中游"}) ? Relation::Middle : Relation::Lower;
    if (relation == Relation::Lower && !scanner.take({U"下游"})) { return false; }
    if (scanner.sees({U"来水", U"企业", U"产业", U"产品", U"补水"})) { return false; }
    return set(relation, scanner);
}

bool Reader::tributaries()
{
    if (m_kind != Kind::River) { return false; }
    auto scanner = after();
    bool const both = scanner.sees({U"干支流"});
    bool const withItself = scanner.take({U"干支流", U"干流及其", U"干流及", U"干流和", U"及其", U"及", U"和"});
    scanner.take({U"的", U"主要", U"各", U"重要", U"一级", U"二级"});
    scanner.take({U"主要", U"一级", U"二级"});
    if (!both && !scanner.take({U"支流"})) { return false; }
    // 汾河支流|潇河, 支流断面: one of them, or what is on it, has a name of its own.
    if (lexicon::isNameChar(scanner.rest().empty() ? U'，' : scanner.rest().front()) && !scanner.sees({U"水质", U"沿线", U"两岸", U"沿岸", U"污染", U"治理", U"综合", U"河道", U"生态", U"入河", U"排污", U"均", U"未", U"存在", U"的"})) {
        return false;
    }
    m_words.withItself = withItself;
    return set(Relation::Tributaries, scanner);
}

} // namespace zhengtu::place::said
