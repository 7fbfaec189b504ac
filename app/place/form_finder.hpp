#pragma once

#include "place/lexicon.hpp"
#include "place/page.hpp"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace zhengtu::place {

/// Finds names by the form of their ending: companies and works (forms_works.cpp), roads (forms_ways.cpp), rivers
/// and lakes (forms_waters.cpp), villages and towns (forms_settled.cpp), hills and gullies (forms_terrain.cpp), plants, parks, stations and projects (forms_sites.cpp). `at` is where the ending begins, `end` where it ends.
class FormFinder {
    using Text = std::u32string_view;
    using Form = lexicon::Form;
    using FormRule = lexicon::FormRule;

public:
    FormFinder(Page const& page, bool openers) : m_page{page}, m_openers{openers} {}
    std::vector<Found> run();

private:
    static bool opens(FormRule rule) noexcept { return rule == FormRule::Park || rule == FormRule::Reserve || rule == FormRule::Road; }
    void ending(Form const& form, std::size_t at, std::size_t end);
    void character(std::size_t i);

    /// 太钢, 西山煤电: companies by their common short names; 二电 where the document has the full name.
    void standing(std::size_t i);

    /// Whether the document names a 第二热电厂 (发电厂), whose short name is 二电.
    bool hasPowerStation(char32_t number);
    void add(std::size_t begin, std::size_t end, Kind kind, int rank = 1);
    std::vector<EntryId> entriesOf(std::size_t begin, std::size_t end, Kind kind) const;
    bool startsAdmin(std::size_t i) const { return m_page.adminEnd(i) > i || m_page.text().substr(i).starts_with(U"山西"); }

    /// First place in [from, to) where an administrative name begins, else `to`.
    std::size_t firstAdmin(std::size_t from, std::size_t to) const;

    /// End of the chain of administrative names (山西省忻州市代县) that begins at i.
    std::size_t chainEnd(std::size_t i, bool towns = true) const;

    /// Where a long name with an administrative name in it begins: there, unless what stands before is a company already.
    std::size_t longBegin(std::size_t begin, std::size_t at) const;

    /// 乳品企业|山西古城乳业有限公司, 某县某经济开发区|某县某药业: where the noun for what is named ends and a name with a county or brand begins.
    std::size_t behindNoun(std::size_t begin, std::size_t at) const;

    /// "代县宏远环境治理有限公司": the words of a trade may look like those before a name. Back to the nearest administrative name if
    /// nothing that must part words stands between.
    std::size_t widened(std::size_t begin, std::size_t at) const;

    /// Where the own name of a works begins whose run begins at `begin`: behind the township or village that opens it
    /// (某县某镇|小西沟石料厂), unless nothing would be left that is a name. A county stays part of the name (代县启航球团有限公司).
    std::size_t afterTown(std::size_t begin, std::size_t at, FormRule rule) const;

    /// Where a name that ends at `at` begins: behind the last administrative name of the run before it.
    std::size_t ownBegin(std::size_t at, std::size_t longest) const;

    /// 富阳循环经济园区|七一新能源有限公司: behind a park with a name of its own; 代县开发区宏远供热有限公司 keeps the zone in its name.
    std::size_t afterPark(std::size_t begin, std::size_t at) const;

    /// Back over brackets inside a name: 太原钢铁（集团）有限公司, 某某（太原）油墨有限公司.
    std::size_t bracketBegin(std::size_t begin, std::size_t at) const;
    void company(Form const& form, std::size_t at, std::size_t end);
    void works(Form const& form, std::size_t at, std::size_t end);
    void mine(std::size_t at);

    /// 闻喜县海鑫钢铁, 交口县肥美铝业: a company without the word for it, behind a county or brand, or in a list of works.
    void trade(Form const& form, std::size_t at, std::size_t end);
    /// 正泰焦化|、利达焦化: a list of such companies goes on at `end`.
    [[nodiscard]] bool firstOfTrades(Form const& form, std::size_t end) const;
    /// 焦化|行业, 陶瓷|产业: the word goes on and names the trade, not a company.
    [[nodiscard]] bool tradeGoesOn(std::size_t end) const;
    /// Whether what begins at i goes on a list of works: 正泰焦化、|锦华焦化.
    [[nodiscard]] bool listsWorks(std::size_t i) const 
    {
        return i > 1 && joins(m_page.before(i)) && (m_worksEnd + 1 == i || m_page.before(i - 1) == U'矿');
    }

    /// 晋源区明仙沟、开化沟: a gully behind a county, township or village, or behind another gully in a list.
    void gully(std::size_t at);

    /// "蒙山、龙山和太山", 天龙山山体: hills of a list, or with a word for a part of them.
    void hill(std::size_t at);

    void terrain(std::size_t at);
    void temple(std::size_t at);
    void headStream(std::size_t at);
    void stream(std::size_t at);

    /// 非法洗煤|厂, 露天采石|厂: a common word opens it.
    static bool startsCommon(FormRule rule, Text name);
    void factory(std::size_t at);
    void plain(Form const& form, std::size_t at, std::size_t end);
    void plant(Form const& form, std::size_t begin, std::size_t own, std::size_t at, std::size_t end);
    /// A county of the issuing city has that name in some form; a reserve has it before 自然保护区.
    [[nodiscard]] bool namesCounty(std::size_t begin, std::size_t end) const;
    [[nodiscard]] bool isKnownNear(std::size_t begin, std::size_t end) const;
    [[nodiscard]] bool namesReserve(Text name) const;
    /// 黑鹳保护区 where the document has 某某黑鹳省级自然保护区.
    [[nodiscard]] bool hasReserve(Text name);
    /// 打造|…示范基地: what is wished for is no place yet.
    [[nodiscard]] bool wishes(std::size_t begin) const;
    static bool isSchool(Form const& form);
    /// 太原理工大学专家, 委托山西大学编制: the school acts, its place is not meant.
    bool speaksOfPeople(std::size_t begin, std::size_t end) const;
    /// 村|西一铸造|厂, 某洗煤|厂: one of a kind that has no name.
    static bool isUnnamed(Text name);
    void station(Form const& form, std::size_t at, std::size_t end);

    /// A project needs a place in front: "清徐县…工程", "云中河…项目". Without one any undertaking would be a place.
    void project(Form const& form, std::size_t at, std::size_t end);

    /// Stop words that are common inside the names of works: 污水治理工程, 新建道路项目.
    bool innerStop(std::size_t i) const;
    bool startsPlace(std::size_t i) const;
    std::size_t placeEnd(std::size_t i) const;
    void road(std::size_t at, std::size_t end);
    void street(std::size_t at);

    /// 松小线沿路: two characters and 线 beside a word of traffic.
    void line(std::size_t at);
    void river(std::size_t at);

    /// Whether the words before i let water flow into what follows: 排入|温河.
    bool receivesWater(std::size_t i) const;
    /// Whether what stands at i speaks of the river before it, or goes on a list of rivers: 洰河|、涝河, 温河|水质.
    bool speaksOfRiver(std::size_t i) const;
    /// 洰河、|涝河: a list of rivers goes on at i.
    bool listGoesOn(std::size_t i) const;

    /// 漳北渠, and 圣天湖 behind a county or before a word for a part of it.
    void canal(std::size_t at);
    void lake(std::size_t at);
    /// 硝池、鸭子池、汤里滩周边: lakes that are called pools or flats, in a list that speaks of water.
    void pool(std::size_t at);
    /// 汾河二坝.
    void dam(std::size_t at);
    void bridge(std::size_t at);
    /// 东中环、太行路: a part of a ring road.
    void ring(std::size_t at);
    /// 太焦铁路|夏店站, 夏店站|煤台: a railway station without the word for one.
    void railStation(std::size_t at);

    /// Whether something says that a name begins at i: a mark, a word that ends one, an administrative name or what open() said.
    bool isBounded(std::size_t i) const;
    void village(std::size_t at);

    /// 郝庄镇|松庄、孟家井: villages without the word for it right behind their township, up to the next mark, and those that go on the list.
    void hamlets(std::size_t begin);

    /// Towns that the register does not have (merged, misspelt): only where a county or another town opens or joins them, or a
    /// village follows.
    void town(std::size_t at, std::size_t end);
    /// A part of a river or road in a township is spoken of: 粟城乡|段.
    [[nodiscard]] bool isReach(std::size_t i) const;
    /// 水窑乡|范家寺村, 横尖镇|至会立乡: what follows is where only a township stands before.
    [[nodiscard]] bool townGoesOn(std::size_t end) const;
    /// 临汾经济开发区|高河办事处.
    void office(std::size_t at);

    Page const& m_page;
    bool m_openers;
    std::map<char32_t, std::optional<bool>> m_powerStations;
    std::optional<std::set<std::u32string>> m_reserves; ///< names before 自然保护区, read backwards
    std::size_t m_gullyEnd = 0; ///< of the last gully
    std::size_t m_riverEnd = 0; ///< of the last river
    std::size_t m_lakeEnd = 0;  ///< of the last pool
    std::size_t m_hillEnd = 0;  ///< of the last hill
    std::size_t m_roadEnd = 0;  ///< of the last road
    std::size_t m_worksEnd = 0; ///< of the last company or mine
    std::size_t m_townEnd = 0; ///< of the last township that no register has
    std::vector<Found> m_found;
};

} // namespace zhengtu::place
