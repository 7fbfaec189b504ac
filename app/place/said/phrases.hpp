#pragma once

#include "place/gazetteer.hpp"
#include "place/mention.hpp"
#include "place/said/describe.hpp"
#include "place/said/words.hpp"
#include "text/document.hpp"

#include <vector>

namespace zhengtu::place::said {

/// The mentions of one task with the words about them: which mention only helps to say where another is.
class Phrases {
public:
    using Mentions = std::vector<Mention const*>;

    Phrases(Mentions const& all, text::NormalText const& normal, Describer const& describer);

    [[nodiscard]] Mention const& mention(std::size_t i) const { return *m_all[i]; }
    [[nodiscard]] Words const& of(std::size_t i) const { return m_read[i].words; }
    /// The end of a stretch, the county on the other side of a border, the road that a village is at: no place of its own here.
    [[nodiscard]] bool isPartOfAnother(std::size_t i) const;
    /// The area that the one with Relation::Border borders on; null where none is named.
    [[nodiscard]] Entry const* neighbour(std::size_t i) const { return m_read[i].neighbour.county; }
    /// The phrase as it stands: 城区与泽州县结合部.
    [[nodiscard]] std::string phrase(std::size_t i) const;
    /// Of an unnamed thing (无名料场): the mention near which it is said to be; null otherwise.
    [[nodiscard]] Mention const* landmark(std::size_t i) const;
    /// The road that stands directly before a village with 附近; null otherwise.
    [[nodiscard]] Mention const* road(std::size_t i) const;

    /// The places of a list that ends with the i-th, between which something is (甲村、乙村和丙村之间的区域); empty where it is not said.
    [[nodiscard]] std::vector<std::size_t> between(std::size_t i) const;

    /// Of a monitoring section: the river named directly before it, and whether the section is where that leaves or comes into the county.
    struct OnRiver {
        Mention const* river = nullptr;
        Relation relation = Relation::Itself; ///< Exit, Entry or Itself
    };
    [[nodiscard]] OnRiver river(std::size_t i) const;

private:
    struct Read {
        std::size_t begin = 0, end = 0; ///< of the name, in the normalised text
        Words words;
        Describer::Neighbour neighbour;
    };
    Mentions const& m_all;
    text::NormalText const& m_normal;
    std::vector<Read> m_read;
};

} // namespace zhengtu::place::said
