#include "place/said/reader.hpp"

namespace zhengtu::place::said {

namespace {

using Text = std::u32string_view;

bool isLine(Kind kind) noexcept { return kind == Kind::River || kind == Kind::Road; }
bool isArea(Kind kind) noexcept { return kind == Kind::Province || kind == Kind::City || kind == Kind::County; }
/// What can have a thing near it: of a county, 周边 means its neighbours.
bool hasVicinity(Kind kind) noexcept { return !isArea(kind); }

bool endsSentence(char32_t c) noexcept { return c == U'。' || c == U'；' || c == U'！' || c == U'？' || c == U'\n' || c == U'\f'; }

/// Nothing that goes on a word: 以北 before 京 is none.
bool wordEnds(Scanner const& scanner)
{
    auto const rest = scanner.rest();
    if (rest.empty()) { return true; }
    constexpr Text marks = U"，。；、：！？\n\f ）)（(的约近距处至到与和0123456789一二三四五六七八九";
    return marks.find(rest.front()) != Text::npos || scanner.sees({U"区域", U"地区", U"方向", U"一带", U"范围", U"部分", U"不足", U"超过", U"大约"});
}

} // namespace

std::optional<Bound> Reader::bound(Scanner& scanner)
{
    if (scanner.take({U"大约", U"约", U"近", U"左右"})) { return Bound::About; }
    if (scanner.take({U"不足", U"不到", U"小于", U"低于"})) { return Bound::AtMost; }
    if (scanner.take({U"超过", U"大于", U"超出"})) { return Bound::AtLeast; }
    if (scanner.take({U"只有", U"仅有", U"仅", U"只"})) { return Bound::Exactly; }
    return std::nullopt;
}

bool Reader::length(Scanner& scanner)
{
    auto const how = bound(scanner);
    auto const metres = scanner.takeLengthM();
    if (!metres) { return false; }
    m_words.distanceM = *metres;
    m_words.bound = how.value_or(Bound::Exactly);
    if (scanner.take({U"左右", U"上下"})) { m_words.bound = Bound::About; }
    return true;
}

bool Reader::atDistance()
{
    bool opened = false;
    for (Text const word : {U"距离", U"相距", U"距"}) {
        if (!opened && before(word.size()) == word) {
            opened = true;
            m_words.begin = m_begin - word.size();
        }
    }
    auto scanner = after();
    scanner.take({U"的边界", U"边界", U"边缘", U"红线", U"外围"});
    if (opened && length(scanner) && scanner.take({U"远的地方", U"处", U"的地方", U"的位置", U"的区域", U"外的区域", U"以外的区域"})) {
        return set(Relation::AtDistance, scanner);
    }
    m_words.begin = m_begin;
    m_words.distanceM = 0;
    return false;
}

bool Reader::within()
{
    if (!hasVicinity(m_kind)) { return false; }
    auto scanner = after();
    scanner.take({U"周边", U"周围", U"方圆", U"外围", U"附近", U"半径", U"边界外", U"边界", U"两侧各", U"两侧", U"两岸各", U"两岸"});
    if (!length(scanner) || !scanner.take({U"的范围内", U"范围以内", U"范围之内", U"范围内", U"范围", U"以内", U"之内", U"区域内", U"内"})) { return forget(); }
    if (scanner.sees({U"容", U"部", U"燃", U"涝", U"设"})) { return forget(); }
    return set(Relation::Within, scanner);
}

bool Reader::fringe()
{
    if (!isArea(m_kind) && m_kind != Kind::Town) { return false; }
    auto scanner = after();
    scanner.take({U"的"});
    if (!scanner.take({U"城乡结合部", U"城乡接合部"})) { return false; }
    return set(Relation::Fringe, scanner);
}

bool Reader::border()
{
    if (m_kind != Kind::County && m_kind != Kind::City) { return false; }
    auto scanner = after();
    scanner.take({U"的"});
    if (!scanner.take({U"两县交界", U"两市交界", U"两区交界", U"两地交界", U"交界", U"结合部", U"接合部", U"接壤", U"毗邻", U"交汇"})) { return false; }
    scanner.take({U"处", U"地带", U"区域", U"地区", U"附近", U"一带"});
    return set(Relation::Border, scanner);
}

bool Reader::side()
{
    auto scanner = after();
    if (!isArea(m_kind) && scanner.take({U"上游", U"下游"})) { return false; } // the river is not said
    bool const off = scanner.take({U"以"});
    auto const compass = takeCompass(scanner);
    if (!compass) { return false; }
    bool const far = length(scanner) && scanner.take({U"处", U"的地方", U"的位置", U"外"}); // 东南约2公里处
    if (!far) {
        scanner = after();
        scanner.take({U"以"});
        static_cast<void>(takeCompass(scanner));
        forget();
        if (off ? !wordEnds(scanner) : !scanner.take({U"部", U"侧", U"面", U"边", U"郊", U"方向"})) { return false; }
        if (scanner.sees({U"战区", U"大开发", U"县", U"市场"})) { return false; }
        auto more = scanner;
        if (length(more) && more.take({U"处", U"的地方", U"的位置"})) { scanner = more; } else { forget(); } // 北侧500米处
    }
    m_words.east = compass->east;
    m_words.north = compass->north;
    return set(Relation::Side, scanner);
}

bool Reader::between()
{
    if (isLine(m_kind) || isArea(m_kind)) { return false; }
    auto scanner = after();
    int numbers = 0;
    for (auto one = scanner; one.takeCount() && one.take({U"号楼", U"号院", U"号", U"栋", U"幢"}); one.take({U"、", U"和", U"与", U"及", U"至"})) {
        ++numbers;
        scanner = one;
    }
    if (numbers == 1) { return false; }
    if (numbers > 1) {
        scanner.take({U"、", U"和", U"与", U"及", U"至"});
        if (!scanner.take({U"之间", U"中间", U"间"}) || scanner.sees({U"歇", U"隔", U"断", U"接", U"距"})) { return false; }
        m_words.ofNumbers = true;
        return set(Relation::Between, scanner);
    }
    if (!scanner.take({U"之间", U"中间"})) { return false; }
    scanner.take({U"的"});
    scanner.take({U"公共", U"一片", U"大片", U"三角"});
    if (!scanner.take({U"区域", U"地带", U"地块", U"地段", U"空地", U"绿地", U"荒地", U"荒坡", U"荒沟", U"滩地", U"农田", U"耕地", U"林地", U"范围"})) { return false; }
    return set(Relation::Between, scanner);
}

bool Reader::near()
{
    if (!hasVicinity(m_kind)) { return false; }
    auto scanner = after();
    scanner.take({U"及其", U"及", U"和"});
    if (!scanner.take({U"附近", U"周边", U"周围", U"旁边", U"一带", U"近旁"})) { return false; }
    scanner.take({U"区域", U"地区"});
    set(Relation::Near, scanner);
    m_words.unnamed = unnamed(scanner);
    return true;
}

std::u32string Reader::unnamed(Scanner scanner)
{
    scanner.take({U"，", U","});
    if (!scanner.take({U"发现", U"存在", U"建有", U"有"})) { return {}; }
    static_cast<void>(scanner.take({U"一", U"1"}) && scanner.take({U"个", U"处", U"座", U"家"}));
    constexpr std::size_t longest = 10;
    constexpr Text ends = U"场厂点坑堆站";
    if (!scanner.sees({U"无名", U"无证", U"非法", U"违规", U"违法"})) { return {}; }
    auto const rest = scanner.rest().substr(0, longest);
    auto const end = rest.find_first_of(U"，。；：、\n");
    auto const phrase = rest.substr(0, end);
    auto const last = phrase.find_first_of(ends);
    return last == Text::npos ? std::u32string{} : std::u32string{phrase.substr(0, last + 1)};
}

bool Reader::haulRoad()
{
    if (m_kind != Kind::Enterprise && m_kind != Kind::Mine && m_kind != Kind::Wwtp && m_kind != Kind::Site && m_kind != Kind::Park) { return false; }
    auto scanner = after();
    scanner.take({U"的"});
    if (!scanner.take({U"运煤", U"运矿", U"运渣", U"运灰", U"运输", U"专用", U"进厂", U"进场", U"出厂"})) { return false; }
    if (!scanner.take({U"道路", U"公路", U"专线", U"线路", U"通道"})) { return false; }
    return set(Relation::HaulRoad, scanner);
}

bool Reader::prefix()
{
    constexpr std::size_t longest = 8;
    auto const head = before(longest);
    for (Text const town : {U"中心城区", U"主城区", U"建成区", U"市区", U"城区", U"县城"}) {
        auto const at = head.rfind(town);
        if (at == Text::npos) { continue; }
        Scanner scanner{m_text, m_begin - head.size() + at + town.size()};
        auto const compass = takeCompass(scanner);
        if (!compass || !scanner.take({U"部", U"侧", U"郊", U"面"})) { continue; }
        scanner.take({U"的"});
        if (scanner.at() != m_begin) { continue; }
        m_words.begin = m_begin - head.size() + at;
        m_words.ofTown = true;
        m_words.east = compass->east;
        m_words.north = compass->north;
        m_words.relation = Relation::Side;
        return true;
    }
    return false;
}

Words read(std::u32string_view text, std::size_t begin, std::size_t end, Kind kind)
{
    auto const to = std::find_if(text.begin() + static_cast<std::ptrdiff_t>(end), text.end(), endsSentence);
    return Reader{text.substr(0, static_cast<std::size_t>(to - text.begin())), begin, end, kind}.run();
}

std::size_t findFringe(std::u32string_view text)
{
    return std::min(text.find(U"城乡结合部"), text.find(U"城乡接合部"));
}

} // namespace zhengtu::place::said
