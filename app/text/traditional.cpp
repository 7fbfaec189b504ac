#include "text/traditional.hpp"

#include "core/utf.hpp"
#include "text/characters.hpp"
#include "text/iconv.hpp"

#include <opencc/opencc.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace zhengtu::text {

namespace {

/// Variants that the Table of General Standard Chinese Characters (通用规范汉字表, 2013) has again, for names; OpenCC would replace them.
constexpr std::u32string_view inNames = U"昇甯堃喆迺邨犇龢淼皙瞋勠蹚噘溧扞吒仝菉霑陞甦劄";

/// The Han characters of GB 2312, which is what simplified text is written with.
std::vector<bool> const& simplifiedSet()
{
    static std::vector<bool> const set = [] {
        std::string bytes;
        for (int high = 0xB0; high <= 0xF7; ++high) {
            for (int low = 0xA1; low <= (high == 0xD7 ? 0xF9 : 0xFE); ++low) {
                bytes.push_back(static_cast<char>(high));
                bytes.push_back(static_cast<char>(low));
            }
        }
        std::vector<bool> found(0x10000, false);
        auto const decoded = iconvToUtf32(bytes, "GB2312");
        for (char32_t const c : decoded.value_or(std::u32string{})) {
            if (c < found.size()) { found[c] = true; }
        }
        return found;
    }();
    return set;
}

bool foreign(char32_t c, std::vector<bool> const& set) noexcept
{
    return isHan(c) && (c >= set.size() || !set[c]) && inNames.find(c) == std::u32string_view::npos;
}

class Converter {
public:
    Converter() : m_handle{opencc_open("t2s.json")} {}
    Converter(Converter const&) = delete;
    Converter& operator=(Converter const&) = delete;
    ~Converter()
    {
        if (usable()) { opencc_close(m_handle); }
    }
    [[nodiscard]] bool usable() const noexcept { return m_handle != reinterpret_cast<opencc_t>(-1); }

    /// Nothing where the length changes.
    [[nodiscard]] std::optional<std::u32string> convert(std::u32string_view text) const
    {
        auto const utf8 = toUtf8(text);
        std::unique_ptr<char, void (*)(char*)> const made{opencc_convert_utf8(m_handle, utf8.c_str(), utf8.size()), opencc_convert_utf8_free};
        if (made == nullptr) { return std::nullopt; }
        auto wide = toUtf32(made.get());
        return wide && wide->size() == text.size() ? std::optional{std::move(*wide)} : std::nullopt;
    }

private:
    opencc_t m_handle;
};

/// Opened once; not safe for several threads, so each has its own.
Converter const& converter()
{
    thread_local Converter const one;
    return one;
}

} // namespace

void simplify(std::u32string& text)
{
    std::map<char32_t, char32_t> replaced; // of the characters that simplified text does not have
    auto const& set = simplifiedSet();
    for (char32_t const c : text) {
        if (foreign(c, set)) { replaced.emplace(c, c); }
    }
    if (replaced.empty() || !converter().usable()) { return; }
    for (auto& [from, to] : replaced) {
        if (auto const one = converter().convert(std::u32string_view{&from, 1})) { to = one->front(); }
    }
    std::size_t han = 0;
    std::size_t traditional = 0;
    for (auto& c : text) {
        if (!isHan(c)) { continue; }
        ++han;
        auto const found = replaced.find(c);
        traditional += found != replaced.end() && found->second != c ? 1U : 0U;
    }
    // Of running traditional text about two characters in five have another form; a name or a quotation has few.
    bool const wholly = traditional >= 8 && traditional * 10 >= han;
    for (std::size_t begin = 0; begin < text.size();) {
        auto end = begin;
        while (end < text.size() && !isLineEnd(text[end])) { ++end; }
        auto const line = std::u32string_view{text}.substr(begin, end - begin);
        if (auto const made = wholly && !line.empty() ? converter().convert(line) : std::nullopt) {
            std::copy(made->begin(), made->end(), text.begin() + static_cast<std::ptrdiff_t>(begin));
        } else {
            for (auto i = begin; i < end; ++i) {
                if (auto const found = replaced.find(text[i]); found != replaced.end()) { text[i] = found->second; }
            }
        }
        begin = end + 1;
    }
}

} // namespace zhengtu::text
