#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// The vocabulary of spatial rules (dictionaries/rules.toml). Private to app/plan.
namespace zhengtu::plan {

enum class RuleWord : std::uint8_t {
    Subject, Object, Required, Zone, Severity, // entries of RuleWords::entries
    Soft, Must, Inside, Around, Outside, Unstated, Band, Leave, Clear, Minus, Pillar, Each, Dispose, Past, Stop, // plain lists
};
constexpr std::size_t ruleWordKinds = static_cast<std::size_t>(RuleWord::Stop) + 1;

/// A class of subjects, objects, zones or severities.
struct RuleEntry {
    std::string name, layer;
    bool general = false; ///< a subject that says little: only where there is no other
    bool zoned = false, line = false, open = false;
    std::vector<std::u32string> words;
    std::vector<std::u32string> required; ///< of an object: words that demand to be in it (入园入区)
    std::vector<std::u32string> except;   ///< what must not stand behind a word
};

struct RuleHit {
    RuleWord kind = RuleWord::Subject;
    std::size_t begin = 0, end = 0;
    std::size_t entry = 0; ///< index into the entries of its kind
};

struct RuleWords {
    std::vector<RuleEntry> subjects, objects, zones, severities;
    std::array<std::vector<std::u32string>, ruleWordKinds> lists; ///< of the plain kinds

    /// Makes the index; to be called when the lists are complete.
    void index();

    /// The words of all kinds in [begin, end) of `text` by place: of words of one kind that overlap only the one that begins
    /// first, of those that begin at one place the longest.
    [[nodiscard]] std::vector<RuleHit> find(std::u32string_view text, std::size_t begin, std::size_t end) const;

    [[nodiscard]] std::vector<std::u32string> const& list(RuleWord kind) const { return lists[static_cast<std::size_t>(kind)]; }

private:
    struct Word {
        char32_t second = 0; ///< 0 for a word of one character
        std::u32string text;
        RuleWord kind = RuleWord::Subject;
        std::size_t entry = 0;
    };
    std::vector<std::uint16_t> m_bucket; ///< by first character; 0 is none
    std::vector<std::vector<Word>> m_words; ///< by bucket, longest first
};

/// The longest of `words` that `text` begins with; empty if none.
[[nodiscard]] std::u32string_view longestAt(std::u32string_view text, std::vector<std::u32string> const& words) noexcept;

} // namespace zhengtu::plan
