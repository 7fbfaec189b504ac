#include "plan/vocabulary.hpp"

#include "core/utf.hpp"
#include "plan/dictionary.hpp"

#include <algorithm>

namespace zhengtu::plan {

namespace {

RuleWords const* ruleWords()
{
    auto const dictionary = shippedDictionary();
    return dictionary ? &(*dictionary)->rules : nullptr;
}

std::vector<RuleEntry> const& entriesOf(RuleWords const& words, bool subject) { return subject ? words.subjects : words.objects; }

RuleEntry const* entryOf(std::string_view kind, bool subject)
{
    auto const* const words = ruleWords();
    if (words == nullptr) { return nullptr; }
    auto const& entries = entriesOf(*words, subject);
    auto const found = std::ranges::find(entries, kind, &RuleEntry::name);
    return found == entries.end() ? nullptr : &*found;
}

} // namespace

std::optional<NamedClass> lastClassIn(std::string_view text)
{
    auto const* const words = ruleWords();
    auto const characters = toUtf32(text);
    if (words == nullptr || !characters) { return std::nullopt; }
    RuleHit const* best = nullptr;
    auto const hits = words->find(*characters, 0, characters->size());
    auto const weight = [&](RuleHit const& hit) {
        bool const subject = hit.kind == RuleWord::Subject;
        return std::tuple{!entriesOf(*words, subject)[hit.entry].general, hit.end, hit.end - hit.begin, !subject};
    };
    for (auto const& hit : hits) {
        if (hit.kind != RuleWord::Subject && hit.kind != RuleWord::Object) { continue; }
        if (best == nullptr || weight(hit) > weight(*best)) { best = &hit; }
    }
    if (best == nullptr) { return std::nullopt; }
    bool const subject = best->kind == RuleWord::Subject;
    auto const& entry = entriesOf(*words, subject)[best->entry];
    return NamedClass{entry.name, entry.layer, subject, toUtf8(std::u32string_view{*characters}.substr(best->begin, best->end - best->begin))};
}

bool speaksOf(std::string_view text, std::string_view kind, bool subject)
{
    auto const* const entry = entryOf(kind, subject);
    auto const characters = toUtf32(text);
    if (entry == nullptr || !characters) { return false; }
    return std::ranges::any_of(entry->words, [&](std::u32string const& word) { return characters->contains(word); });
}

std::string layerOf(std::string_view kind, bool subject)
{
    auto const* const entry = entryOf(kind, subject);
    return entry == nullptr ? std::string{} : entry->layer;
}

std::string wordOf(std::string_view kind, bool subject)
{
    auto const* const entry = entryOf(kind, subject);
    return entry == nullptr || entry->words.empty() ? std::string{} : toUtf8(entry->words.front());
}

std::vector<std::string> zonesIn(std::string_view text)
{
    auto const* const words = ruleWords();
    auto const characters = toUtf32(text);
    std::vector<std::string> zones;
    if (words == nullptr || !characters) { return zones; }
    for (auto const& zone : words->zones) {
        if (std::ranges::any_of(zone.words, [&](std::u32string const& word) { return characters->contains(word); })) { zones.push_back(zone.name); }
    }
    return zones;
}

bool isZone(std::string_view name)
{
    auto const* const words = ruleWords();
    return name == "domain" || (words != nullptr && std::ranges::any_of(words->zones, [&](auto const& zone) { return zone.name == name; }));
}

} // namespace zhengtu::plan
