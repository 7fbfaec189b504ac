#include "plan/rule_words.hpp"

#include <algorithm>

namespace zhengtu::plan {

void RuleWords::index()
{
    m_bucket.assign(0x10000, 0);
    m_words.assign(1, {});
    auto const add = [&](std::vector<std::u32string> const& words, RuleWord kind, std::size_t entry) {
        for (auto const& word : words) {
            if (word.empty() || word.front() >= m_bucket.size()) { continue; }
            auto& bucket = m_bucket[word.front()];
            if (bucket == 0) {
                bucket = static_cast<std::uint16_t>(m_words.size());
                m_words.emplace_back();
            }
            m_words[bucket].push_back({word.size() > 1 ? word[1] : U'\0', word, kind, entry});
        }
    };
    auto const addAll = [&](std::vector<RuleEntry> const& entries, RuleWord kind) {
        for (std::size_t i = 0; i < entries.size(); ++i) { add(entries[i].words, kind, i); }
    };
    addAll(subjects, RuleWord::Subject);
    addAll(objects, RuleWord::Object);
    addAll(zones, RuleWord::Zone);
    addAll(severities, RuleWord::Severity);
    for (std::size_t i = 0; i < objects.size(); ++i) { add(objects[i].required, RuleWord::Required, i); }
    for (auto kind = static_cast<std::size_t>(RuleWord::Soft); kind < ruleWordKinds; ++kind) { add(lists[kind], static_cast<RuleWord>(kind), 0); }
    for (auto& words : m_words) {
        std::stable_sort(words.begin(), words.end(), [](Word const& a, Word const& b) { return a.text.size() > b.text.size(); });
    }
}

std::vector<RuleHit> RuleWords::find(std::u32string_view text, std::size_t begin, std::size_t end) const
{
    std::vector<RuleHit> hits;
    std::array<std::size_t, ruleWordKinds> taken{}; // up to where a kind is covered
    for (auto i = begin; i < end; ++i) {
        auto const bucket = text[i] < m_bucket.size() ? m_bucket[text[i]] : std::uint16_t{0};
        if (bucket == 0) { continue; }
        auto const rest = text.substr(i, end - i);
        auto const next = rest.size() > 1 ? rest[1] : U'\0';
        for (auto const& word : m_words[bucket]) {
            if (word.second != next && word.second != 0) { continue; }
            auto& covered = taken[static_cast<std::size_t>(word.kind)];
            if (covered > i || !rest.starts_with(word.text)) { continue; }
            if (word.kind == RuleWord::Severity && !longestAt(rest.substr(word.text.size()), severities[word.entry].except).empty()) { continue; }
            covered = i + word.text.size();
            hits.push_back({word.kind, i, covered, word.entry});
        }
    }
    return hits;
}

std::u32string_view longestAt(std::u32string_view text, std::vector<std::u32string> const& words) noexcept
{
    std::u32string_view best;
    for (auto const& word : words) {
        if (word.size() > best.size() && text.starts_with(word)) { best = word; }
    }
    return best;
}

} // namespace zhengtu::plan
