#pragma once

#include "place/lexicon.hpp"
#include "place/page.hpp"

#include <vector>

namespace zhengtu::place {

/// Finds names by the list that they stand in and the noun that closes it (forms_lists.cpp), and what stands before a noun that names no
/// kind of works: sections, fields of mines, sources of water, addresses (forms_sections.cpp).
class ListFinder {
    using Text = std::u32string_view;

public:
    explicit ListFinder(Page const& page) : m_page{page} {}

    std::vector<Found> run();

private:
    struct Range {
        std::size_t begin, end;
    };
    void add(Range range, Kind kind, int rank = 2);
    /// 学府街132号某某占用…: what stands at an address, up to the verb.
    void address(std::size_t begin);
    /// 安太堡和安家岭矿区: mines by the name of their field.
    void mineArea(std::size_t at);
    /// "上安、七里滩集中式饮用水水源": the others of the list that ends with the name of a source of drinking water.
    void waterSources(std::size_t at);
    /// Items of a list that ends at `end`, last first. An item has 2 to `longest` name characters and no stop word.
    std::vector<Range> itemsBefore(std::size_t end, std::size_t longest, bool ofRivers = false) const;
    /// Where the name of a section begins in a run that opens with the name of its river: 潇河|郝村, 浊漳河南源|北寨.
    std::size_t behindRiver(std::size_t begin, std::size_t end) const;
    /// Going back over "3个", "两个", "等10家": where the list before it ends.
    std::size_t withoutCount(std::size_t i) const;
    /// "两个", "9座": no name, but 两河口桥 is one.
    static bool isCount(Text text) noexcept;
    void section(std::size_t at);
    /// "A、B、C等…企业": companies that say nothing of themselves (重机, 晋机), if one of the list does.
    void enterprises(std::size_t at);
    void enterpriseList(std::vector<Range> const& items);
    void addEnterprise(Range item);
    /// "A、B两个检查点", "A、B、C 3个断面".
    /// `exactly`: "A、B、C三大露天矿", only where the number is that of the items.
    void counted(std::size_t at, bool exactly = false);
    /// 店上至微子镇段, 苇泊到辛庄沿线: the villages and townships, known by name, that a stretch lies between.
    void stretch(std::size_t at);
    static bool isWorks(Kind kind) noexcept { return kind == Kind::Enterprise || kind == Kind::Mine; }

    void read(std::vector<Range> const& items, Kind kind);
    /// Towns and villages are believed if the gazetteer knows one of the list; other kinds are what the noun says.
    void typed(std::vector<Range> const& items, Kind kind);
    /// "桃园、坞城、金胜站点": those of the list that the gazetteer has as air stations.
    void stations(std::size_t at);
    /// "2家企业（金驹热电、卫永堂砖厂）".
    void bracketed(std::size_t at);

    Page const& m_page;
    std::size_t m_list = 0;  ///< of the list that is being read
    std::size_t m_lists = 0;
    std::vector<Found> m_found;
};

} // namespace zhengtu::place
