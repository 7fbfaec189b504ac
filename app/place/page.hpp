#pragma once

#include "place/gazetteer.hpp"
#include "place/mention.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace zhengtu::place {

/// A stretch of the normalised text that names a place, before it is known whose it is.
struct Found {
    std::size_t begin = 0, end = 0;
    Kind kind = Kind::Other;
    std::vector<EntryId> entries; ///< places of that name in scope; empty where only the form was recognised
    int rank = 0;                 ///< of two that overlap without nesting the higher one stays
    bool inner = false;           ///< lies inside a longer one (the town in the name of a works)
    std::size_t list = 0;         ///< items of one counted list ("两个公司") share this number; 0: of none

    [[nodiscard]] std::size_t size() const noexcept { return end - begin; }
};

/// A hit of the gazetteer.
struct Known {
    std::size_t begin = 0, end = 0;
    std::span<Named const> named;
};

/// The text of a document with what every recogniser asks of it: where a name may begin, where no name may be.
class Page {
public:
    /// `year` of the document, 0 where unknown: which of the townships and villages that are no more it can mean.
    Page(std::u32string_view text, Gazetteer const& gazetteer, Scope scope, int year);

    [[nodiscard]] std::u32string_view text() const noexcept { return m_text; }
    [[nodiscard]] std::u32string_view text(std::size_t begin, std::size_t end) const { return m_text.substr(begin, end - begin); }
    [[nodiscard]] char32_t at(std::size_t i) const noexcept { return i < m_text.size() ? m_text[i] : U'\n'; }
    [[nodiscard]] char32_t before(std::size_t i) const noexcept { return i > 0 ? m_text[i - 1] : U'\n'; }
    [[nodiscard]] Gazetteer const& gazetteer() const noexcept { return *m_gazetteer; }
    [[nodiscard]] Scope const& scope() const noexcept { return m_scope; }

    /// Whether a place can be meant here: it lies in the issuing city, or in no county that is known.
    [[nodiscard]] bool isNear(Entry const& place) const noexcept;

    /// Of places of one name, those that were there in the document's year; all of them where none was, or where the year is not known.
    void keepContemporary(std::vector<EntryId>& places) const;

    /// Inside 《…》 or the number of an official letter: nothing there is a place.
    [[nodiscard]] bool isBlocked(std::size_t i) const noexcept { return m_blocked[i]; }

    /// The gazetteer's hits in order of their begin, longer ones first.
    [[nodiscard]] std::vector<Known> const& known() const noexcept { return m_known; }
    /// The hits that begin at i: indices [first, last) into known().
    [[nodiscard]] std::span<Known const> knownAt(std::size_t i) const noexcept;

    /// Marks an accepted county, city or town: names do not begin inside it, and a name may begin at its end.
    void settle(Found const& admin);
    /// A name may begin at i: a park or a road ends there (康西公路|镇城村).
    void open(std::size_t i) { m_open[i] = 1; }
    [[nodiscard]] bool isOpen(std::size_t i) const noexcept { return m_open[i] != 0; }
    /// End of the settled administrative name that begins at i, or i.
    [[nodiscard]] std::size_t adminEnd(std::size_t i) const noexcept { return m_adminEnd[i]; }
    /// Whether a settled township begins at i.
    [[nodiscard]] bool isTown(std::size_t i) const noexcept { return m_town[i]; }
    /// Begin of the settled administrative name that ends at i, or i.
    [[nodiscard]] std::size_t adminBegin(std::size_t i) const noexcept { return m_adminBegin[i]; }

    /// Going back from `end`, where the run of name characters begins: at a mark, after a stop word, where open() said, at most
    /// `longest` back. `through`: past what open() said, for names that take a park into them (代县开发区宏远供热有限公司).
    [[nodiscard]] std::size_t nameBegin(std::size_t end, std::size_t longest, bool through = false) const;
    /// Whether a stop word or stop character ends at i, outside of settled names.
    [[nodiscard]] bool stopsAt(std::size_t i) const noexcept { return m_stop[i]; }

    /// The sentence around i (。！？； and line ends part sentences), and the wider one that ； does not part.
    [[nodiscard]] std::size_t clauseBegin(std::size_t i) const;
    [[nodiscard]] std::size_t clauseEnd(std::size_t i) const;
    [[nodiscard]] std::size_t sentenceBegin(std::size_t i) const;
    /// The paragraph around i; of one that is longer than any, the part nearest to i.
    [[nodiscard]] std::size_t lineBegin(std::size_t i) const;
    [[nodiscard]] std::size_t lineEnd(std::size_t i) const;

private:
    void block();
    void markStops();
    /// The 和 at i is part of a company's name: 沁水县|沁和能源, 野川镇|前和煤业.
    bool inCompany(std::size_t i) const;
    /// A place of the issuing city is named at i: 五台 counts nothing.
    bool namedAt(std::size_t i) const;

    std::u32string_view m_text;
    Gazetteer const* m_gazetteer;
    Scope m_scope;
    int m_year;
    std::vector<char> m_blocked, m_stop, m_town, m_open;
    std::vector<Known> m_known;
    std::vector<std::uint32_t> m_knownFirst;
    std::vector<std::size_t> m_adminEnd, m_adminBegin;
};

/// Counties, cities and towns, with what makes each one safe (admin.cpp). Settles them on the page.
[[nodiscard]] std::vector<Found> findAdmin(Page& page);
/// Rivers, reserves, mines and whatever else the gazetteer knows by a name that is safe on its own (admin.cpp).
[[nodiscard]] std::vector<Found> findKnown(Page const& page);
/// By the form of the name's ending (forms.cpp). First parks, roads and reserves, then what may begin where one of them ends.
[[nodiscard]] std::vector<Found> findForms(Page& page);
/// Roads by their number, with the villages that a reach lies between (forms_numbered.cpp).
[[nodiscard]] std::vector<Found> findNumberedRoads(Page const& page);
/// Lists with a shared ending, enumerations of enterprises, addresses (forms_lists.cpp).
[[nodiscard]] std::vector<Found> findLists(Page const& page);

} // namespace zhengtu::place
