#pragma once

#include "place/lexicon.hpp"
#include "place/page.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace zhengtu::place {

/// The counties, cities (admin.cpp) and towns (admin_towns.cpp) that a hit may stand for, best form first.
class AdminFinder {
public:
    explicit AdminFinder(Page& page) : m_page{page} {}
    std::vector<Found> run();

private:
    using Text = std::u32string_view;

    [[nodiscard]] std::optional<Found> at(std::size_t i);
    [[nodiscard]] Entry const& entry(Named const& named) const;
    /// The entries of one kind in these forms: those of the issuing city, or where it has none and `abroad`, the others.
    [[nodiscard]] std::vector<EntryId> pick(Known const& hit, Kind kind, NameForm from, NameForm to, bool abroad, NameForm extra) const;
    /// A name may begin at i: 提|高城乡 is no township.
    [[nodiscard]] bool opensName(std::size_t i) const;
    [[nodiscard]] Found make(Known const& hit, Kind kind, std::vector<EntryId> entries) const;
    [[nodiscard]] std::optional<Found> county(Known const& hit, bool longest);
    /// A plan of the province: 忻州市|神池、五寨、岢岚, 忻州市加快|忻府、原平、代县、定襄四县. Short names in a list, of the city that the clause has named last.
    [[nodiscard]] std::vector<EntryId> ofNamedCity(Known const& hit) const;
    /// A county of the issuing city, in any form of its name, begins there.
    [[nodiscard]] bool countyAt(std::size_t i) const;
    /// 祁县|城赵镇: a township of the issuing city begins there.
    [[nodiscard]] bool townAt(std::size_t i) const;
    /// 隰县|城川河: a river that is known begins there.
    [[nodiscard]] bool riverAt(std::size_t i) const;
    /// 小|阳泉|村: a short name inside the name of a village.
    [[nodiscard]] bool isInVillage(Known const& hit) const;
    /// 东镇|仓底村: a village of that township begins there.
    [[nodiscard]] bool villageOf(std::string const& town, std::size_t i) const;
    /// A county of another city must stand on its own or behind its city: 太原|古县|城 is none.
    [[nodiscard]] bool opensHere(std::size_t begin, EntryId county) const;
    /// 城区, 矿区 and 郊区 are common words unless an authority or their own list says that the district is meant.
    [[nodiscard]] bool namesDistrict(Known const& hit) const;
    /// A place of that district stands behind its name, or a river of two characters that no gazetteer has.
    [[nodiscard]] bool placeFollows(Known const& hit) const;
    [[nodiscard]] std::optional<Found> city(Known const& hit);
    [[nodiscard]] bool amongCities(Known const& hit) const;
    /// The county named directly before, if any.
    [[nodiscard]] std::string countyBefore(std::size_t begin) const;
    [[nodiscard]] std::optional<Found> town(Known const& hit, std::size_t longestEnd);
    /// 北路, 大街, 二巷 and the like begin there.
    [[nodiscard]] bool opensStreet(std::size_t i) const;
    /// A zone of the register of townships; a county that opens its name is found before it.
    [[nodiscard]] bool isZone(Known const& hit) const;
    /// The register of townships also holds zones, farms and offices: 襄垣经济技术开发区 is a park, 城区 and 居民办事处 are no names.
    [[nodiscard]] static std::optional<Kind> kindOfUnit(Text name);
    /// "西上庄、钟家庄街道": a list of towns whose last has the word for what they are.
    [[nodiscard]] bool townListFollows(std::size_t end) const;

    Page& m_page;
    std::vector<Found> m_found;
};

/// 城区, 矿区, 郊区: common words too.
[[nodiscard]] bool isGenericDistrict(std::u32string_view name) noexcept;

} // namespace zhengtu::place
