#pragma once

#include "core/utf.hpp"
#include "place/county.hpp"
#include "place/home.hpp"
#include "place/lexicon.hpp"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace zhengtu::place {

/// Long things that pass through several counties: a county is theirs only where the text says so beside them.
[[nodiscard]] inline bool isLong(Kind kind) noexcept { return kind == Kind::River || kind == Kind::Road; }
[[nodiscard]] inline bool isCompany(Kind kind) noexcept { return kind == Kind::Enterprise || kind == Kind::Mine; }
[[nodiscard]] inline bool isSettled(Kind kind) noexcept { return kind == Kind::City || kind == Kind::Province || kind == Kind::County; }

/// Gives the items their counties, each kind of evidence in a method of its own: what the text says beside a name
/// (county_text.cpp), what other names and the units say (county_spread.cpp), what is left when all others are placed
/// (county_remainder.cpp). A method for one item tells whether it gave it a county.
class CountyFinder {
    using Text = std::u32string_view;

public:
    CountyFinder(Page const& page, std::vector<Item>& items, std::vector<std::vector<UnitArea>> const& areas)
        : m_page{page}, m_items{items}, m_areas{areas}
    {
    }
    void run();

private:
    /// What is asked of all items again and again, once.
    void prepare();
    Entry const& entry(EntryId id) const { return m_page.gazetteer().entry(id); }
    std::string label(std::string const& adcode) const { return m_page.gazetteer().label(adcode); }
    bool give(Item& item, std::string const& adcode, std::string reason, bool fromText);
    bool contains(Item const& outer, Item const& inner) const;
    bool byName(std::size_t i);

    /// The item that ends at `end`, the longest.
    Item const* endingAt(std::size_t end, std::size_t before) const;
    bool bySide(std::size_t i);

    /// "…、清徐县" in a list is no part of the river before it.
    bool followsRiverName(Item const& county) const { return joins(m_page.before(county.begin)); }

    /// "乾福矿业有限公司（原代县吉兴球团厂）"
    bool byBracket(std::size_t i);
    std::string countyInside(std::size_t i) const;
    bool opensWithCity(Item const& item) const;

    /// "宁武县余庄乡、东寨乡", "阳曲县第三中学和西黄水村": the county opens the list.
    bool byList(std::size_t i);
    /// 阳曲产业园区: the short name of a county is its own, and opens no list (阳曲产业园区、唐槐园区).
    bool bearsCounty(Item const& item) const;

    /// The gazetteer does not put this name into other counties only.
    bool fits(Item const& item, std::string const& adcode) const;
    std::set<std::string> homes(Item const& item) const;
    bool byGazetteer(std::size_t i);

    /// A brook of which all that is known is in one county.
    bool isLocal(Item const& item) const;
    bool liesHome(EntryId id);

    /// "…公司，在治理位于宁武县…过程中"; "249省道距保德县工商局…".
    bool byCue(std::size_t i);
    /// Whether the item, or the list that it is in, is what is said to lie somewhere by the verb at `verb`: "甲、乙公司，在治理|位于".
    /// In "甲矿的矸石，灰场|位于" it is not.
    bool isSubject(std::size_t i, std::size_t verb) const;

    /// The county that the clause has named last, alone. Townships and villages go on in its county; anything else only in the
    /// same breath, or where the county is said to be the scene ("在偏关县…附近，发现…").
    bool byClause(std::size_t i);

    /// "…；长子县某水库…，精卫湖周边…；": the clause opens with a county and a place of it, right behind its mark or number, and names no other one. For companies
    /// only in an item of a list (1.长子县…), and not for those that the gazetteer has or that work for others.
    bool byOpening(std::size_t i);
    /// Whether a county opens [begin, end) and no other one is named in it. `placesOnly`: and a place of it stands right behind its name.
    bool opens(std::size_t i, std::size_t begin, std::size_t end, bool placesOnly);
    /// 委托|某公司, 由|某公司: what is there may be of elsewhere.
    bool isHired(std::size_t begin) const;

    /// Below the heading 一、平顺县, or in a row whose cell says 平顺县: where nothing else says where it is and its sentence names no county.
    bool byScene(std::size_t i);

    /// "应县华伦、恒锐达建材两个公司": the county that opens a counted list, if no other item has one.
    bool byCountedList(std::size_t i);
    bool isInner(std::size_t j) const { return m_items[j].inner; }
    bool previousIsCounty(std::size_t j) const;
    void byOuter();

    /// 泥屯镇杏湾村填埋场: the township that opens the name has a county.
    void byInner();

    /// A company has one county in a document; so has any name within a problem. Its short form is the same company.
    void bySameName();

    /// 豆罗检查站 where the problem also names 豆罗, a township.
    void byTownship();
    void byRegion();

    /// 杜儿坪矿, 桑平峪断面: named after a township or village of at least three characters that only one county of the city has.
    void byNamesake();
    std::string namesakeCounty(Text name) const;
    /// 神头发电有限公司: a power station is named after its township, of which the city has one.
    std::string powerCounty(Text name) const;
    void byUnits();

    /// What is reported of a problem whose units name no county, and whose text opens with the only county that it names.
    void byProblem();

    /// What a measure's units say of a name holds for the same name in its problem.
    void withinProblem();
    std::string unitCounty(Item const& item) const;
    bool onlyCountyNamed(std::size_t problem, std::string const& county) const;

    /// 忻州市区 and 忻州市污水处理厂 are in the city's district where it has only one.
    void bySingleDistrict();

    /// "G1国道、G2国道，距甲县、乙县": as many roads as counties, in the same order.
    void byPairs();

    /// The items of one kind that follow each other with nothing but 、 or 和 between, from i on; empty if i continues such a list.
    std::vector<std::size_t> listFrom(std::size_t i, Kind kind) const;

    /// All counties that the units of a problem stand for; empty where others may be meant too, or the problem itself names others.
    std::set<std::string> problemCounties(std::size_t problem) const;

    /// A company of two problems lies in the one county whose units answer for both.
    void byCommonUnits();

    /// "某公司3台、甲县3台、乙县2台" with units of three counties: the sentence names all of them but one, and the problem has one
    /// place without a county. Two counties would be too few: both could be in the one that is named.
    void byRemainder();
    std::string utf8(Item const& item) const { return toUtf8(m_page.text(item.begin, item.end)); }

    Page const& m_page;
    std::vector<Item>& m_items;
    std::vector<std::vector<UnitArea>> const& m_areas;
    std::map<EntryId, bool> m_home;                           ///< whether an entry surely lies in its county
    std::set<std::size_t> m_cityBegins;                       ///< where names of cities begin
    std::map<std::size_t, std::vector<std::size_t>> m_lists;  ///< items of each counted list
    std::map<std::size_t, std::set<std::string>> m_counties;  ///< that each problem names
    std::map<std::size_t, std::vector<std::size_t>> m_towns;  ///< of each problem
};

} // namespace zhengtu::place
