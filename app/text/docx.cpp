#include "text/formats.hpp"

#include "core/utf.hpp"
#include "text/list_numbers.hpp"
#include "text/xml.hpp"
#include "text/zip.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <utility>
#include <vector>

namespace zhengtu::text {

namespace {

bool isOff(std::string_view value) { return value == "0" || value == "false" || value == "off"; }

std::optional<int> number(std::string_view text)
{
    int value = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size() ? std::optional{value} : std::nullopt;
}

/// Finds the main part in _rels/.rels: the standard lets it have any name.
class RelationReader final : public XmlHandler {
public:
    std::string target;

    void begin(std::string_view name, XmlAttributes const& a) override
    {
        if (name != "Relationship" || !a["Type"].ends_with("/officeDocument")) { return; }
        target = a["Target"];
        if (target.starts_with('/')) { target.erase(0, 1); }
    }
    void end(std::string_view) override {}
};

/// Writes the text of word/document.xml as its elements pass by.
class BodyReader final : public XmlHandler {
public:
    BodyReader(ListNumbers& numbers, std::string& out) : m_numbers{numbers}, m_out{out} {}

    [[nodiscard]] std::vector<std::size_t> const& paragraphs() const noexcept { return m_begins; } ///< bytes of `out`
    [[nodiscard]] std::vector<std::size_t> const& pages() const noexcept { return m_pages; }       ///< likewise; of all but the first

    void begin(std::string_view name, XmlAttributes const& a) override
    {
        if (m_skip > 0) {
            ++m_skip;
            return;
        }
        // What is deleted or moved away is not there; a fallback repeats what stands before it.
        if (name == "del" || name == "moveFrom" || name == "Fallback" || name == "instrText" || name == "sectPr" || name == "pPrChange" || name == "rPrChange") {
            // <w:del/> in the properties of a paragraph mark has nothing in it, so nothing is lost there either.
            m_skip = 1;
            return;
        }
        if (name == "p" || name == "footnote" || name == "endnote") {
            beginBlock(name, a);
        } else if (name == "tc") {
            m_cells.push_back(m_out.size());
        } else if (name == "docPartGallery" && a["val"] == "Table of Contents") {
            m_contents = std::max(m_depth - 2, 1); // inside sdt, sdtPr, docPartObj
        } else if (!m_paragraphs.empty()) {
            inParagraph(name, a);
        }
        ++m_depth;
    }

    void end(std::string_view name) override
    {
        if (m_skip > 0) {
            --m_skip;
            return;
        }
        --m_depth;
        if (name == "p" && !m_paragraphs.empty()) {
            endParagraph();
        } else if (name == "tc" && !m_cells.empty()) {
            endCell();
        } else if (name == "t") {
            m_inText = false;
        } else if (name == "r") {
            m_hidden = false;
        } else if (name == "rPr") {
            m_inRunProperties = false;
        } else if (name == "sdt" && m_depth < m_contents) {
            m_contents = 0;
        }
    }

    void characters(std::string_view utf8) override
    {
        if (m_inText && m_skip == 0 && !m_paragraphs.empty()) { put(utf8); }
    }

private:
    struct Paragraph {
        std::string text, style;
        std::optional<int> num, level;
        std::vector<std::size_t> pages; ///< where in `text` Word last began a page
    };

    /// A paragraph, or a note, whose first paragraph shows its number. Notes with a type are the rules between text and notes.
    void beginBlock(std::string_view name, XmlAttributes const& a)
    {
        if (name == "p") {
            m_paragraphs.emplace_back();
            m_paragraphs.back().text = std::exchange(m_noteMark, {});
        } else if (a["type"].empty()) {
            m_noteMark = "[" + std::string{a["id"]} + "] ";
        }
    }

    void inParagraph(std::string_view name, XmlAttributes const& a)
    {
        auto& paragraph = m_paragraphs.back();
        auto const val = a["val"];
        if (name == "pStyle") { paragraph.style = val; }
        else if (name == "numId") { paragraph.num = number(val); }
        else if (name == "ilvl") { paragraph.level = number(val); }
        else if (name == "rPr") { m_inRunProperties = true; }
        else if (name == "vanish" && m_inRunProperties) { m_hidden = !isOff(val); }
        else if (name == "t") { m_inText = true; }
        else if (name == "tab" && a["val"].empty() && a["pos"].empty()) { put(" "); } // with a position it is a tab stop
        else if (name == "br" || name == "cr") { put(a["type"] == "page" ? "\f" : "\n"); }
        else if (name == "noBreakHyphen") { put("-"); }
        else if (name == "lastRenderedPageBreak") { paragraph.pages.push_back(paragraph.text.size()); }
        else if (name == "r") { m_hidden = false; }
    }

    void put(std::string_view utf8)
    {
        if (!m_hidden && m_contents == 0) { m_paragraphs.back().text += utf8; }
    }

    void endParagraph()
    {
        auto const paragraph = std::move(m_paragraphs.back());
        m_paragraphs.pop_back();
        m_hidden = false;
        m_begins.push_back(m_out.size());
        // An empty paragraph of a list shows its number, but no plan means that; Word itself skips it in outlines.
        if (paragraph.text.find_first_not_of(" \n\f") == std::string::npos) {
            if (m_contents == 0) { m_out += paragraph.text + "\n"; }
            m_pages.insert(m_pages.end(), paragraph.pages.size(), m_out.size());
            return;
        }
        m_out += toUtf8(m_numbers.next(paragraph.style, paragraph.num, paragraph.level));
        for (auto const page : paragraph.pages) { m_pages.push_back(page == 0 ? m_begins.back() : m_out.size() + page); }
        m_out += paragraph.text;
        m_out += '\n';
    }

    void endCell()
    {
        auto const from = m_cells.back();
        m_cells.pop_back();
        while (m_out.size() > from && (m_out.back() == '\n' || m_out.back() == ' ')) { m_out.pop_back(); }
        if (m_out.size() > from && m_out.back() != '|') { m_out += '|'; }
        if (m_out.size() > from) { m_out += '\n'; }
        for (auto* const begins : {&m_begins, &m_pages}) { // those of empty paragraphs that went
            for (auto i = begins->size(); i-- > 0 && (*begins)[i] > m_out.size();) { (*begins)[i] = m_out.size(); }
        }
    }

    ListNumbers& m_numbers;
    std::string& m_out;
    std::vector<Paragraph> m_paragraphs; ///< nested where a text box stands in a paragraph
    std::vector<std::size_t> m_cells, m_begins, m_pages;
    std::string m_noteMark;
    int m_skip = 0, m_depth = 0, m_contents = 0;
    bool m_inText = false, m_hidden = false, m_inRunProperties = false;
};

Result<std::string> optionalPart(Zip const& zip, std::string const& part)
{
    if (!zip.has(part)) { return std::string{}; }
    return zip.read(part);
}

std::unexpected<Error> broken(Error error)
{
    if (error.cure.empty()) { error.cure = "The file is damaged; open it in Word or LibreOffice and save it again as .docx or as plain text."; }
    return std::unexpected{std::move(error)};
}

/// Byte offsets into a text, ascending, as offsets in characters.
std::vector<std::uint32_t> characterOffsets(std::string_view utf8, std::vector<std::size_t> const& bytes)
{
    std::vector<std::uint32_t> offsets;
    offsets.reserve(bytes.size());
    std::size_t at = 0;
    std::uint32_t character = 0;
    for (auto const wanted : bytes) {
        for (; at < std::min(wanted, utf8.size()); ++at) { character += (static_cast<unsigned char>(utf8[at]) & 0xC0U) != 0x80U ? 1U : 0U; }
        offsets.push_back(character);
    }
    return offsets;
}

Result<std::string> mainPart(Zip const& zip)
{
    RelationReader relations;
    auto const xml = optionalPart(zip, "_rels/.rels");
    if (!xml) { return std::unexpected{xml.error()}; }
    if (!xml->empty()) {
        if (auto done = readXml(*xml, relations); !done) { return std::unexpected{std::move(done.error())}; }
    }
    auto part = relations.target.empty() ? std::string{"word/document.xml"} : relations.target;
    if (part.starts_with("word/") && zip.has(part)) { return part; }
    auto const refuse = [](std::string what) {
        return fail(ErrorCode::FileFormat, "this is " + what + ", not a plan", "Save the document as .docx or as plain text (.txt, UTF-8) and read that.");
    };
    if (part.starts_with("xl/") || zip.has("xl/workbook.xml")) { return refuse("an Excel workbook"); }
    if (part.starts_with("ppt/")) { return refuse("a presentation"); }
    if (zip.has("content.xml")) { return refuse("an OpenDocument file"); }
    if (zip.has("[Content_Types].xml")) { return refuse("an Office file without a document in it"); }
    return fail(ErrorCode::FileFormat, "this is a zip archive, not a plan", "Unpack it and read the plans in it.");
}

} // namespace

Result<Extracted> docxText(std::string_view bytes)
{
    auto const zip = Zip::open(bytes);
    if (!zip) { return std::unexpected{zip.error()}; }
    auto const main = mainPart(*zip);
    if (!main) { return broken(main.error()); }
    auto const folder = main->substr(0, main->rfind('/') + 1);
    auto const body = zip->read(*main);
    if (!body) { return broken(body.error()); }
    auto const numbering = optionalPart(*zip, folder + "numbering.xml");
    if (!numbering) { return broken(numbering.error()); }
    auto const styles = optionalPart(*zip, folder + "styles.xml");
    if (!styles) { return broken(styles.error()); }
    auto numbers = ListNumbers::read(*numbering, *styles);
    if (!numbers) { return broken(std::move(numbers.error())); }

    std::string out;
    BodyReader reader{*numbers, out};
    if (auto done = readXml(*body, reader); !done) { return broken(std::move(done.error())); }
    for (char const* const notes : {"footnotes.xml", "endnotes.xml"}) {
        auto const part = optionalPart(*zip, folder + notes);
        if (!part) { return broken(part.error()); }
        if (part->empty()) { continue; }
        if (auto done = readXml(*part, reader); !done) { return broken(std::move(done.error())); }
    }
    if (out.find_first_not_of(" \n\f|") == std::string::npos) {
        return fail(ErrorCode::FileFormat, "the document has no text", "If its pages are pictures, recognise their text first (OCR).");
    }
    auto text = toUtf32(out);
    if (!text) { return std::unexpected{std::move(text.error())}; }
    Extracted extracted{std::move(*text), {}};
    extracted.positions.paragraphs = characterOffsets(out, reader.paragraphs());
    if (!reader.pages().empty()) {
        extracted.positions.pages = characterOffsets(out, reader.pages());
        extracted.positions.pages.insert(extracted.positions.pages.begin(), 0);
    }
    return extracted;
}

Error compoundFileError(std::string_view bytes)
{
    auto const has = [&](std::string_view name) { // stream names stand in UTF-16LE in the directory
        std::string wide;
        for (char const c : name) { wide += {c, '\0'}; }
        return bytes.find(wide) != std::string_view::npos;
    };
    if (has("EncryptedPackage") || has("EncryptionInfo")) {
        return {ErrorCode::FileFormat, "the document is encrypted", {}, "Open it with its password and save it without one."};
    }
    char const* const what = has("WordDocument") ? "a Word file of the old binary form (.doc)" : has("Workbook") ? "an Excel file of the old binary form (.xls)"
                                                                                                  : "a Word or Excel file of the old binary form";
    return {ErrorCode::FileFormat, "this is " + std::string{what} + ", which cannot be read", {},
            "Open it in Word, WPS or LibreOffice and save it as .docx or as plain text in UTF-8."};
}

} // namespace zhengtu::text
