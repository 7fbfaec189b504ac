#pragma once

#include "plan/dictionary.hpp"
#include "plan/pieces.hpp"
#include "plan/plan.hpp"
#include "text/document.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// The items of a document that tells problems in sentences, without labels. Private to app/plan.
namespace zhengtu::plan {

/// What a heading says that its chapter is about.
enum class Topic : std::uint8_t { Open, Wrong, Wanted };

[[nodiscard]] Topic topicOf(std::u32string_view heading, SentenceWords const& words) noexcept;

/// Words that tell how something is wrong (未, 不到位, 直排 ...).
[[nodiscard]] bool tellsWrong(std::u32string_view text, Dictionary const& dictionary) noexcept;

/// Those, and words of what is wrong: 推进扬尘治理 has one too, though nothing is said to be wrong.
[[nodiscard]] bool statesProblem(std::u32string_view text, Dictionary const& dictionary) noexcept;

/// An item: a numbered heading with what belongs to it, or a paragraph. Positions are in the normalised text.
struct Item {
    std::string no;
    std::size_t begin = 0, content = 0, end = 0;
    int value = 0;             ///< its number
    Topic topic = Topic::Open; ///< of the chapter that it stands in
    std::size_t chapter = 0;   ///< which one
};

/// The problem that [content, bodyEnd) of an item tells, with its span and categories.
[[nodiscard]] Problem problemOf(text::NormalText const& normal, Dictionary const& dictionary, Item const& item, std::size_t content, std::size_t bodyEnd);

class BulletinItems {
public:
    /// Lists within a paragraph (存在以下问题：1.…；2.…) are split.
    BulletinItems(text::NormalText const& normal, std::vector<Piece> const& pieces, Dictionary const& dictionary);

    [[nodiscard]] std::vector<Piece> const& pieces() const noexcept { return m_pieces; }

    /// Numbered pieces of one form, each to the next of its form or of a higher one.
    [[nodiscard]] std::vector<Item> ofForm(text::NumberForm form) const;

    /// The numbered items inside a chapter, of the form of its first.
    [[nodiscard]] std::vector<Item> below(Item const& chapter) const;

    /// 一是…。二是…: a row of sentences or paragraphs that counts from one.
    [[nodiscard]] std::vector<Item> countedInWords() const;

    /// Signatures, dates, copies to and what speaks of the whole are no part of the last item.
    [[nodiscard]] bool isClosing(Piece const& piece) const noexcept;

    [[nodiscard]] bool wrong(Item const& item) const noexcept;

    /// Most items of a list tell what is wrong: then one that demands something does too, in whatever words.
    [[nodiscard]] bool listProblems(std::vector<Item> const& list) const noexcept;

    /// Characters of a number of a list at `begin`; 0 if none stands there.
    [[nodiscard]] std::size_t numberLength(std::size_t begin, std::size_t end) const noexcept;

private:
    text::NormalText const& m_normal;
    std::u32string_view m_text;
    std::vector<Piece> m_pieces;
    Dictionary const& m_dictionary;
};

} // namespace zhengtu::plan
