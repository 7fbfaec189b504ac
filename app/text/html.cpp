#include "text/formats.hpp"

#include "text/characters.hpp"
#include "text/html_words.hpp"
#include "text/list_numbers.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace zhengtu::text {

namespace {

using View = std::u32string_view;

struct Tag {
    std::u32string name;
    bool closing = false, closed = false;
    View attributes;
};

/// One pass from left to right, whatever the nesting: no tree, so no page can make it slow.
class HtmlReader {
public:
    explicit HtmlReader(View page) : m_page{page} {}

    std::u32string run()
    {
        while (m_at < m_page.size()) {
            auto const c = m_page[m_at];
            if (c == U'<' && markup()) { continue; }
            if (c == U'&') {
                entity();
            } else {
                text(c);
                ++m_at;
            }
        }
        return std::move(m_out);
    }

private:
    [[nodiscard]] bool unseen() const noexcept { return m_unseenDepth > 0; }

    void text(char32_t c)
    {
        if (unseen()) { return; }
        if (m_pre > 0 && c == U'\n') {
            m_out.push_back(U'\n');
        } else if (isHtmlSpace(c)) {
            if (!m_out.empty() && !isHtmlSpace(m_out.back())) { m_out.push_back(U' '); }
        } else {
            m_out.push_back(c);
        }
    }

    void newLine()
    {
        if (unseen()) { return; }
        while (!m_out.empty() && m_out.back() == U' ') { m_out.pop_back(); }
        if (!m_out.empty() && m_out.back() != U'\n') { m_out.push_back(U'\n'); }
    }

    void entity()
    {
        auto const end = m_page.substr(m_at, 12).find(U';');
        auto const name = end == View::npos ? View{} : m_page.substr(m_at + 1, end - 1);
        char32_t character = 0;
        if (name.size() > 1 && name.front() == U'#') {
            bool const hex = name[1] == U'x' || name[1] == U'X';
            std::uint32_t value = 0;
            for (char32_t const digit : name.substr(hex ? 2 : 1)) {
                auto const d = lowered(digit);
                auto const v = isDigit(d) ? d - U'0' : (hex && d >= U'a' && d <= U'f' ? d - U'a' + 10U : 99U);
                value = v == 99U || value > 0x10FFFF ? 0xFFFFFF : value * (hex ? 16U : 10U) + v;
            }
            bool const valid = value >= 0x20 && value <= 0x10FFFF && !(value >= 0xD800 && value <= 0xDFFF);
            character = valid ? static_cast<char32_t>(value) : (value < 0x20 ? U' ' : 0xFFFD);
        } else {
            character = namedEntity(name);
        }
        if (character == 0) {
            text(U'&');
            ++m_at;
        } else {
            if (!unseen()) { m_out.push_back(character); }
            m_at += end + 1;
        }
    }

    /// A tag, comment or declaration at m_at; false if '<' is only a character there.
    bool markup()
    {
        auto const rest = m_page.substr(m_at);
        auto const skipTo = [&](View end, std::size_t from) {
            auto const at = m_page.find(end, m_at + from);
            m_at = at == View::npos ? m_page.size() : at + end.size();
            return true;
        };
        if (rest.starts_with(U"<!--")) { return skipTo(U"-->", 4); }
        if (rest.starts_with(U"<!") || rest.starts_with(U"<?")) { return skipTo(U">", 2); }
        Tag tag;
        auto at = m_at + 1;
        if (at < m_page.size() && m_page[at] == U'/') {
            tag.closing = true;
            ++at;
        }
        if (at >= m_page.size() || !isAsciiLetter(m_page[at])) { return false; }
        auto const nameBegin = at;
        while (at < m_page.size() && !isHtmlSpace(m_page[at]) && m_page[at] != U'>' && m_page[at] != U'/') { ++at; }
        tag.name = lowered(m_page.substr(nameBegin, std::min<std::size_t>(at - nameBegin, 40)));
        auto const attributesBegin = at;
        char32_t quote = 0;
        for (; at < m_page.size() && (quote != 0 || m_page[at] != U'>'); ++at) {
            auto const c = m_page[at];
            if (quote != 0) {
                if (c == quote) { quote = 0; }
            } else if ((c == U'"' || c == U'\'') && m_page[at - 1] == U'=') {
                quote = c;
            }
        }
        tag.attributes = m_page.substr(attributesBegin, at - attributesBegin);
        tag.closed = !tag.attributes.empty() && tag.attributes.back() == U'/';
        m_at = std::min(at + 1, m_page.size());
        element(tag);
        return true;
    }

    void element(Tag const& tag)
    {
        if (unseen()) { // only the same name counts, so that an unclosed element inside does no harm
            if (tag.name == m_unseen) { m_unseenDepth += tag.closing ? -1 : (tag.closed ? 0 : 1); }
            // A head that is never closed ends where the body begins.
            if (m_unseen == U"head" && tag.name == U"body") { m_unseenDepth = 0; }
            if (unseen()) { return raw(tag); }
        } else if (!tag.closing && !tag.closed && !isVoidTag(tag.name) && isUnseen(tag)) {
            m_unseen = tag.name;
            m_unseenDepth = 1;
            return raw(tag);
        }
        if (tag.name == U"pre") { m_pre = std::max(0, m_pre + (tag.closing ? -1 : 1)); }
        if (tag.name == U"td" || tag.name == U"th") { return cell(tag.closing); }
        if (tag.name == U"ol" || tag.name == U"ul") { list(tag); }
        if (isBlockTag(tag.name)) { newLine(); }
        if (tag.name == U"li" && !tag.closing) { item(tag); }
    }

    /// Of the content of a script nothing is markup but its own end.
    void raw(Tag const& tag)
    {
        if (tag.closing || !isRawTag(tag.name)) { return; }
        while (m_at < m_page.size()) {
            auto const at = m_page.find(U"</", m_at);
            if (at == View::npos) { break; }
            m_at = at;
            if (lowered(m_page.substr(at + 2, tag.name.size())) == tag.name) { return; }
            m_at += 2;
        }
        m_at = m_page.size();
    }

    static bool isUnseen(Tag const& tag)
    {
        if (isUnseenTag(tag.name)) { return true; }
        // The running lines of a page, as word processors mark them when they save as HTML.
        if (tag.name == U"div") {
            auto const title = attribute(tag.attributes, U"title");
            if (title == U"header" || title == U"footer") { return true; }
        }
        bool hidden = false;
        (void)attribute(tag.attributes, U"hidden", &hidden);
        auto style = attribute(tag.attributes, U"style");
        std::erase_if(style, isHtmlSpace);
        return hidden || style.find(U"display:none") != View::npos;
    }

    /// A cell ends at its own end, or where the next begins.
    void cell(bool closing)
    {
        if (!closing) {
            newLine();
            m_cells.push_back(m_out.size());
            if (m_cells.size() > 1000) { m_cells.erase(m_cells.begin()); }
            return;
        }
        if (m_cells.empty()) { return; }
        auto const from = m_cells.back();
        m_cells.pop_back();
        while (m_out.size() > from && isHtmlSpace(m_out.back())) { m_out.pop_back(); }
        if (m_out.size() > from && m_out.back() != U'|') { m_out.push_back(U'|'); }
        newLine();
    }

    struct List {
        bool numbered = false;
        int next = 1;
        char const* format = "decimal";
    };

    void list(Tag const& tag)
    {
        if (tag.closing) {
            if (!m_lists.empty()) { m_lists.pop_back(); }
            return;
        }
        if (m_lists.size() > 200) { return; }
        List list;
        list.numbered = tag.name == U"ol" && attribute(tag.attributes, U"style").find(U"none") == View::npos;
        auto const start = attribute(tag.attributes, U"start");
        if (!start.empty() && start.size() < 5 && std::all_of(start.begin(), start.end(), isDigit)) {
            list.next = 0;
            for (char32_t const c : start) { list.next = list.next * 10 + static_cast<int>(c - U'0'); }
        }
        // Letters lose their case in attribute(); the case of a list's letters says nothing to us.
        auto const type = attribute(tag.attributes, U"type");
        list.format = type == U"a" ? "lowerLetter" : type == U"i" ? "lowerRoman" : "decimal";
        m_lists.push_back(list);
    }

    void item(Tag const&)
    {
        if (m_lists.empty() || !m_lists.back().numbered) { return; }
        m_out += numberText(m_lists.back().next++, m_lists.back().format);
        m_out += U". ";
    }

    View m_page;
    std::size_t m_at = 0;
    std::u32string m_out, m_unseen;
    std::vector<std::size_t> m_cells;
    std::vector<List> m_lists;
    int m_unseenDepth = 0, m_pre = 0;
};

} // namespace

bool isHtml(View text) noexcept
{
    for (int comments = 0; comments < 20; ++comments) {
        auto const from = text.find_first_not_of(U" \t\r\n\f\uFEFF");
        if (from == View::npos || text[from] != U'<') { return false; }
        text = text.substr(from);
        bool const comment = text.starts_with(U"<!--");
        if (!comment && !text.starts_with(U"<?xml")) { break; }
        auto const end = text.find(comment ? View{U"-->"} : View{U"?>"});
        if (end == View::npos) { return false; }
        text = text.substr(end + (comment ? 3U : 2U));
    }
    std::array<char32_t, 16> start{};
    std::transform(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(std::min(start.size(), text.size())), start.begin(), [](char32_t c) { return lowered(c); });
    View const head{start.data(), start.size()};
    constexpr std::array<View, 22> beginnings{U"<!doctype html", U"<html", U"<head", U"<body", U"<meta", U"<title", U"<div", U"<p", U"<table", U"<h1", U"<h2",
        U"<h3", U"<span", U"<center", U"<script", U"<style", U"<link", U"<section", U"<article", U"<base", U"<ol", U"<ul"};
    return std::any_of(beginnings.begin(), beginnings.end(), [&](View beginning) {
        if (!head.starts_with(beginning)) { return false; }
        auto const after = beginning.size() < head.size() ? head[beginning.size()] : U' ';
        return after == U'>' || after == U'/' || isHtmlSpace(after);
    });
}

Result<std::u32string> htmlText(View page)
{
    auto text = HtmlReader{page}.run();
    auto const seen = std::any_of(text.begin(), text.end(), [](char32_t c) { return !isBlank(c) && !isLineEnd(c) && !isInvisible(c) && c != U'|'; });
    if (seen) { return text; }
    return fail(ErrorCode::FileFormat, "the page has no visible text", "It may be drawn by a script or be a picture: copy its text from the browser into a .txt file.");
}

std::string declaredCharset(std::string_view bytes)
{
    auto head = std::string{bytes.substr(0, 4096)};
    std::transform(head.begin(), head.end(), head.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    auto const first = head.find_first_not_of(" \t\r\n");
    if (first == std::string::npos || head[first] != '<') { return {}; }
    auto at = head.find("charset=");
    if (at == std::string::npos) { return {}; }
    at += 8;
    while (at < head.size() && (head[at] == '"' || head[at] == '\'' || head[at] == ' ')) { ++at; }
    auto end = at;
    while (end < head.size() && ((head[end] >= 'a' && head[end] <= 'z') || (head[end] >= '0' && head[end] <= '9') || head[end] == '-' || head[end] == '_')) { ++end; }
    return head.substr(at, end - at);
}

} // namespace zhengtu::text
