#include "text/html_words.hpp"

#include <algorithm>
#include <array>

namespace zhengtu::text {

namespace {

using View = std::u32string_view;

struct Entity {
    View name;
    char32_t character;
};
/// Those that occur in Chinese pages; others stay as they are written.
constexpr std::array entities{
    Entity{U"nbsp", 0xA0}, Entity{U"lt", U'<'}, Entity{U"gt", U'>'}, Entity{U"amp", U'&'}, Entity{U"quot", U'"'}, Entity{U"apos", U'\''},
    Entity{U"ensp", 0x2002}, Entity{U"emsp", 0x2003}, Entity{U"thinsp", 0x2009}, Entity{U"zwnj", 0x200C}, Entity{U"zwj", 0x200D},
    Entity{U"middot", U'·'}, Entity{U"hellip", U'…'}, Entity{U"mdash", U'—'}, Entity{U"ndash", U'–'}, Entity{U"ldquo", U'“'}, Entity{U"rdquo", U'”'},
    Entity{U"lsquo", U'‘'}, Entity{U"rsquo", U'’'}, Entity{U"laquo", U'«'}, Entity{U"raquo", U'»'}, Entity{U"lsaquo", U'‹'}, Entity{U"rsaquo", U'›'},
    Entity{U"times", U'×'}, Entity{U"divide", U'÷'}, Entity{U"deg", U'°'}, Entity{U"plusmn", U'±'}, Entity{U"micro", U'µ'}, Entity{U"sup2", U'²'},
    Entity{U"sup3", U'³'}, Entity{U"frac12", U'½'}, Entity{U"frac14", U'¼'}, Entity{U"permil", U'‰'}, Entity{U"le", U'≤'}, Entity{U"ge", U'≥'},
    Entity{U"ne", U'≠'}, Entity{U"asymp", U'≈'}, Entity{U"bull", U'•'}, Entity{U"copy", U'©'}, Entity{U"reg", U'®'}, Entity{U"trade", U'™'},
    Entity{U"sect", U'§'}, Entity{U"para", U'¶'}, Entity{U"alpha", U'α'}, Entity{U"beta", U'β'}, Entity{U"gamma", U'γ'}, Entity{U"mu", U'μ'},
    Entity{U"Omega", U'Ω'}, Entity{U"rarr", U'→'}, Entity{U"larr", U'←'}, Entity{U"prime", U'′'}, Entity{U"Prime", U'″'}, Entity{U"shy", 0xAD}};

constexpr std::array<View, 36> blockTags{U"p", U"div", U"h1", U"h2", U"h3", U"h4", U"h5", U"h6", U"li", U"ul", U"ol", U"dl", U"dt", U"dd", U"tr", U"table",
    U"tbody", U"thead", U"tfoot", U"caption", U"section", U"article", U"header", U"footer", U"main", U"form", U"fieldset", U"blockquote", U"pre",
    U"address", U"figure", U"figcaption", U"hr", U"center", U"body", U"br"};
constexpr std::array<View, 14> unseenTags{U"script", U"style", U"head", U"noscript", U"template", U"nav", U"svg", U"select", U"textarea", U"iframe", U"object",
    U"title", U"button", U"math"};
constexpr std::array<View, 13> voidTags{U"br", U"hr", U"img", U"input", U"meta", U"link", U"area", U"base", U"col", U"embed", U"source", U"wbr", U"param"};
constexpr std::array<View, 3> rawTags{U"script", U"style", U"textarea"};

template <std::size_t N> bool isOne(View tag, std::array<View, N> const& of) noexcept { return std::find(of.begin(), of.end(), tag) != of.end(); }

} // namespace

char32_t lowered(char32_t c) noexcept { return c >= U'A' && c <= U'Z' ? c - U'A' + U'a' : c; }

std::u32string lowered(View text)
{
    std::u32string out{text};
    std::transform(out.begin(), out.end(), out.begin(), [](char32_t c) { return lowered(c); });
    return out;
}

bool isHtmlSpace(char32_t c) noexcept { return c == U' ' || c == U'\t' || c == U'\n' || c == U'\r' || c == U'\f'; }

bool isBlockTag(View tag) noexcept { return isOne(tag, blockTags); }
bool isUnseenTag(View tag) noexcept { return isOne(tag, unseenTags); }
bool isVoidTag(View tag) noexcept { return isOne(tag, voidTags); }
bool isRawTag(View tag) noexcept { return isOne(tag, rawTags); }

char32_t namedEntity(View name) noexcept
{
    auto const known = std::find_if(entities.begin(), entities.end(), [&](Entity const& entity) { return entity.name == name; });
    return known == entities.end() ? 0 : known->character;
}

std::u32string attribute(View attributes, View name, bool* found)
{
    for (std::size_t at = 0; at < attributes.size();) {
        while (at < attributes.size() && (isHtmlSpace(attributes[at]) || attributes[at] == U'/')) { ++at; }
        auto const begin = at;
        while (at < attributes.size() && !isHtmlSpace(attributes[at]) && attributes[at] != U'=') { ++at; }
        auto const key = lowered(attributes.substr(begin, at - begin));
        while (at < attributes.size() && isHtmlSpace(attributes[at])) { ++at; }
        View value;
        if (at < attributes.size() && attributes[at] == U'=') {
            ++at;
            while (at < attributes.size() && isHtmlSpace(attributes[at])) { ++at; }
            char32_t const quote = at < attributes.size() && (attributes[at] == U'"' || attributes[at] == U'\'') ? attributes[at++] : U'\0';
            auto const from = at;
            while (at < attributes.size() && (quote != 0 ? attributes[at] != quote : !isHtmlSpace(attributes[at]))) { ++at; }
            value = attributes.substr(from, at - from);
            if (quote != 0 && at < attributes.size()) { ++at; }
        }
        if (key == name) {
            if (found != nullptr) { *found = true; }
            return lowered(value);
        }
    }
    return {};
}

} // namespace zhengtu::text
