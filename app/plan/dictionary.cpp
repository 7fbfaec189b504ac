#include "plan/dictionary.hpp"

#include "core/resources.hpp"
#include "plan/dictionary_file.hpp"

#include <algorithm>
#include <cstdlib>
#include <mutex>
#include <optional>
#include <system_error>
#include <utility>

namespace zhengtu::plan {

namespace fs = std::filesystem;

namespace {

/// What addDictionaries was told, and what came of it.
struct Shared {
    std::mutex guard;
    std::vector<fs::path> more;
    std::optional<Dictionary> loaded;
};

Shared& shared()
{
    static Shared one;
    return one;
}

Result<void> readFolder(fs::path const& folder, Dictionary& dictionary)
{
    std::vector<fs::path> files;
    std::error_code error;
    for (auto const& entry : fs::directory_iterator{folder, error}) {
        if (entry.path().extension() == ".toml") { files.push_back(entry.path()); }
    }
    if (error) { return fail(ErrorCode::FileMissing, "cannot read the folder " + folder.string() + ": " + error.message(), "Check the name and the right to read it."); }
    std::sort(files.begin(), files.end());
    for (auto const& file : files) {
        if (auto const read = readDictionaryFile(file, dictionary); !read) { return read; }
    }
    return {};
}

} // namespace

CategoryIndex::CategoryIndex(std::vector<Category> const& categories) : m_bucket(0x10000, 0), m_words(1)
{
    for (std::size_t c = 0; c < categories.size(); ++c) {
        for (auto const& word : categories[c].words) {
            if (word.empty() || word.front() >= m_bucket.size()) { continue; }
            auto& bucket = m_bucket[word.front()];
            if (bucket == 0) {
                bucket = static_cast<std::uint16_t>(m_words.size());
                m_words.emplace_back();
            }
            m_words[bucket].push_back({word, c, m_count++});
        }
    }
}

std::optional<LabelWord> Dictionary::label(std::u32string_view phrase) const
{
    constexpr std::size_t longest = 12;
    if (auto const at = labels.find(phrase); at != labels.end()) { return at->second; }
    if (phrase.size() > longest) { return std::nullopt; }
    for (bool stripped = true; stripped && phrase.size() > 2;) {
        stripped = false;
        for (auto const& word : modifiers) {
            if (!phrase.starts_with(word) || phrase.size() < word.size() + 2) { continue; }
            phrase.remove_prefix(word.size());
            if (auto const at = labels.find(phrase); at != labels.end()) { return at->second; }
            stripped = true;
            break;
        }
    }
    return std::nullopt;
}

Result<Dictionary> loadDictionary(fs::path const& folder, std::vector<fs::path> const& more)
{
    Dictionary dictionary;
    for (auto const* const name : dictionaryNames) {
        if (auto const read = readDictionaryFile(folder / (std::string{name} + ".toml"), dictionary); !read) { return std::unexpected{read.error()}; }
    }
    if (dictionary.labels.empty()) { return fail(ErrorCode::PlanFormat, "labels.toml holds no label", "Install the program again."); }
    for (auto const& path : more) {
        std::error_code ignored;
        auto const read = fs::is_directory(path, ignored) ? readFolder(path, dictionary) : readDictionaryFile(path, dictionary);
        if (!read) { return std::unexpected{read.error()}; }
    }
    dictionary.categoryIndex = CategoryIndex{dictionary.categories};
    dictionary.rules.index();
    return dictionary;
}

fs::path userDictionaries()
{
    auto const set = [](char const* name) {
        auto const* const value = std::getenv(name);
        return value != nullptr && *value != '\0' ? fs::path{value} : fs::path{};
    };
    if (auto const config = set("XDG_CONFIG_HOME"); !config.empty()) { return config / "zhengtu" / "dictionaries"; }
    auto const home = set("HOME");
    return home.empty() ? fs::path{} : home / ".config" / "zhengtu" / "dictionaries";
}

void addDictionaries(std::vector<fs::path> files)
{
    std::scoped_lock const lock{shared().guard};
    shared().more = std::move(files);
}

Result<Dictionary const*> shippedDictionary()
{
    auto& state = shared();
    std::scoped_lock const lock{state.guard};
    if (!state.loaded) {
        auto const labels = resource("app/plan/dictionaries/labels.toml");
        if (!labels) { return std::unexpected{labels.error()}; }
        std::vector<fs::path> more;
        std::error_code ignored;
        if (auto own = userDictionaries(); !own.empty() && fs::is_directory(own, ignored)) { more.push_back(std::move(own)); }
        more.insert(more.end(), state.more.begin(), state.more.end());
        auto dictionary = loadDictionary(labels->parent_path(), more);
        if (!dictionary) { return std::unexpected{dictionary.error()}; }
        state.loaded = std::move(*dictionary);
    }
    return &*state.loaded;
}

bool endsWithAny(std::u32string_view text, std::vector<std::u32string> const& list) noexcept
{
    return std::any_of(list.begin(), list.end(), [&](std::u32string const& word) { return text.ends_with(word); });
}

bool containsAny(std::u32string_view text, std::vector<std::u32string> const& list) noexcept
{
    return std::any_of(list.begin(), list.end(), [&](std::u32string const& word) { return text.find(word) != std::u32string_view::npos; });
}

} // namespace zhengtu::plan
