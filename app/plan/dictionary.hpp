#pragma once

#include "core/error.hpp"
#include "plan/rule_words.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

/// The words that the reader knows, from app/plan/dictionaries/*.toml. Nothing about any one document is in them.
namespace zhengtu::plan {

/// What a labelled field holds. Handling is what was done and what is ordered about a complaint, in one.
enum class Field : std::uint8_t { Problem, Goal, Measure, Lead, Responsible, Cooperating, Acceptance, Person, Deadline, Status, Handling, Other };

[[nodiscard]] constexpr bool isUnitField(Field field) noexcept { return field >= Field::Lead && field <= Field::Person; }
/// Fields that close a block of measures.
[[nodiscard]] constexpr bool isTailField(Field field) noexcept { return field >= Field::Lead; }

/// Fields that tell what came of a problem.
[[nodiscard]] constexpr bool isOutcomeField(Field field) noexcept { return field == Field::Status || field == Field::Handling; }

struct LabelWord {
    Field field = Field::Other;
    bool weak = false; ///< an everyday word: a label only at the beginning of a line with its colon
};

struct ViewHash {
    using is_transparent = void;
    std::size_t operator()(std::u32string_view text) const noexcept { return std::hash<std::u32string_view>{}(text); }
};
template <class T> using WordMap = std::unordered_map<std::u32string, T, ViewHash, std::equal_to<>>;
using WordSet = std::unordered_set<std::u32string, ViewHash, std::equal_to<>>;

struct Category {
    std::string name;
    std::vector<std::u32string> words;
    int min = 1;
};

/// Finds the words of all categories in one pass over a text, by their first character.
class CategoryIndex {
public:
    struct Word {
        std::u32string text;
        std::size_t category = 0; ///< index into Dictionary::categories
        std::size_t id = 0;       ///< of the word, counted over all categories
    };
    CategoryIndex() = default;
    explicit CategoryIndex(std::vector<Category> const& categories);

    /// Calls `found(word)` for each occurrence of each word.
    template <class Found> void search(std::u32string_view text, Found&& found) const
    {
        for (std::size_t i = 0; i < text.size(); ++i) {
            auto const bucket = text[i] < m_bucket.size() ? m_bucket[text[i]] : std::uint16_t{0};
            if (bucket == 0) { continue; }
            for (auto const& word : m_words[bucket]) {
                if (text.substr(i).starts_with(word.text)) { found(word); }
            }
        }
    }
    [[nodiscard]] std::size_t wordCount() const noexcept { return m_count; }

private:
    std::vector<std::uint16_t> m_bucket;     ///< by first character; 0 is none
    std::vector<std::vector<Word>> m_words;  ///< by bucket
    std::size_t m_count = 0;
};

struct StatusWords {
    std::string name;
    std::vector<std::u32string> words;
};

/// Words of problems and demands that are told in sentences.
struct SentenceWords {
    std::vector<std::u32string> wrong, about; ///< how something is wrong; what is
    std::vector<std::u32string> closing;      ///< paragraphs that begin so are of no problem
    std::vector<std::u32string> asks;         ///< asks the addressee for something
    std::vector<std::u32string> asksAnybody;  ///< likewise, at the beginning of a clause
    std::vector<std::u32string> titleSure, titleActs, titleForms, titleOrders, titleSubjects, titlePraise, titleReports; ///< of such documents
    std::vector<std::u32string> meetings;     ///< a letter that invites
    std::vector<std::u32string> topicWrong, topicDemands, topicWanted; ///< of the headings of their chapters
};

struct Dictionary {
    WordMap<LabelWord> labels;
    std::vector<std::u32string> modifiers; ///< words before a label that leave it what it is
    std::size_t longestLabel = 0;
    std::vector<std::u32string> unitEndings, territorialEndings, placeEndings, leadMarks, cooperatingMarks, responsibleMarks;
    std::vector<std::u32string> firstHalves;
    WordSet secondHalves;
    std::vector<std::u32string> immediate, longTerm, byPlan, referenced;
    std::vector<Category> categories;
    CategoryIndex categoryIndex;
    std::vector<StatusWords> statuses;
    SentenceWords sentences;
    RuleWords rules;

    /// What a label says: itself, or with modifiers before it (县级责任单位).
    [[nodiscard]] std::optional<LabelWord> label(std::u32string_view phrase) const;
};

/// Reads the dictionaries of a folder and adds those of `more`, files or folders, in order (docs/formats/dictionaries.md): words are
/// added to lists, classes of one name become one, a label that is given to another field belongs to it from then on.
/// FileMissing; PlanFormat names the file and the line of a malformed one.
[[nodiscard]] Result<Dictionary> loadDictionary(std::filesystem::path const& folder, std::vector<std::filesystem::path> const& more = {});

/// The dictionaries that ship with the program with the user's own added, read once.
[[nodiscard]] Result<Dictionary const*> shippedDictionary();

/// More dictionaries for this run, behind the user's own. To be called before anything is read; later calls are without effect.
void addDictionaries(std::vector<std::filesystem::path> files);

/// Where a user keeps own dictionaries: $XDG_CONFIG_HOME/zhengtu/dictionaries, else ~/.config/zhengtu/dictionaries; empty
/// where neither is known.
[[nodiscard]] std::filesystem::path userDictionaries();

/// Whether `text` ends (or contains) one of `words`.
[[nodiscard]] bool endsWithAny(std::u32string_view text, std::vector<std::u32string> const& words) noexcept;
[[nodiscard]] bool containsAny(std::u32string_view text, std::vector<std::u32string> const& words) noexcept;

} // namespace zhengtu::plan
