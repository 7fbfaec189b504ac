#include "text/document.hpp"

#include "core/identity.hpp"
#include "core/resources.hpp"
#include "core/utf.hpp"
#include "text/formats.hpp"
#include "text/iconv.hpp"
#include "text/plausibility.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>

namespace zhengtu::text {

namespace {

struct Decoded {
    std::u32string text;
    std::string encoding;
    Positions positions{};
};

constexpr char const* saveAsUtf8 = "Open it in the program that made it and save it as plain text in UTF-8.";

/// File types that are not text, by their first bytes, with what to do instead.
struct Signature {
    std::string_view magic, what, cure;
};
constexpr std::array signatures{
    Signature{"{\\rtf", "an RTF file", saveAsUtf8},
    Signature{"\x89PNG", "a PNG picture", "A scan has no text; recognise its text first (OCR)."},
    Signature{"\xFF\xD8\xFF", "a JPEG picture", "A scan has no text; recognise its text first (OCR)."},
    Signature{"GIF8", "a GIF picture", "A scan has no text; recognise its text first (OCR)."},
    Signature{"II*\0", "a TIFF picture", "A scan has no text; recognise its text first (OCR)."},
    Signature{"SQLite format 3", "an SQLite database or GeoPackage", "Open a ledger with --ledger, not as a plan."},
    Signature{"\x7F" "ELF", "a program", "Give the file of the plan."},
};

std::optional<Decoded> byMark(std::string_view bytes, Error& error)
{
    struct Mark { std::string_view bytes, encoding, charset; };
    static constexpr std::array marks{
        Mark{{"\xFF\xFE\0\0", 4}, "UTF-32LE", "UTF-32LE"}, Mark{{"\0\0\xFE\xFF", 4}, "UTF-32BE", "UTF-32BE"},
        Mark{"\xEF\xBB\xBF", "UTF-8", ""}, Mark{"\xFF\xFE", "UTF-16LE", "UTF-16LE"}, Mark{"\xFE\xFF", "UTF-16BE", "UTF-16BE"}};
    for (auto const& mark : marks) {
        if (!bytes.starts_with(mark.bytes)) { continue; }
        auto const rest = bytes.substr(mark.bytes.size());
        auto text = mark.charset.empty() ? toUtf32(rest) : iconvToUtf32(rest, std::string{mark.charset}.c_str());
        if (text) { return Decoded{std::move(*text), std::string{mark.encoding}}; }
        error = std::move(text.error());
        error.detail = "begins as " + std::string{mark.encoding} + " but " + error.detail;
        return std::nullopt;
    }
    return std::nullopt;
}

/// GB18030 where every character takes at most two bytes is GBK.
std::string gbName(std::string_view bytes)
{
    for (std::size_t at = 0; at + 1 < bytes.size();) {
        auto const first = static_cast<unsigned char>(bytes[at]);
        auto const second = static_cast<unsigned char>(bytes[at + 1]);
        if (first < 0x80) { ++at; continue; }
        if (second >= 0x30 && second <= 0x39) { return "GB18030"; }
        at += 2;
    }
    return "GBK";
}

/// No mark and not UTF-8: the likeliest of the other encodings, if any is likely at all.
std::optional<Decoded> byLikelihood(std::string_view bytes)
{
    std::optional<Decoded> best;
    double bestScore = 0.2; // below this nothing reads as text
    auto const consider = [&](char const* charset, std::string encoding) {
        auto text = iconvToUtf32(bytes, charset);
        if (!text) { return; }
        auto const p = plausibility(*text);
        if (p.binary() || p.mojibake() || p.score() <= bestScore) { return; }
        bestScore = p.score();
        best = Decoded{std::move(*text), std::move(encoding)};
    };
    if (bytes.find('\0') == std::string_view::npos) { consider("GB18030", gbName(bytes)); }
    if (bytes.size() % 2 == 0) {
        consider("UTF-16LE", "UTF-16LE");
        consider("UTF-16BE", "UTF-16BE");
    }
    return best;
}

Result<Decoded> decode(std::string_view bytes)
{
    Error error;
    if (auto marked = byMark(bytes, error)) { return std::move(*marked); }
    if (!error.detail.empty()) {
        error.cure = "The file is damaged or cut off; get it again from where it was published.";
        return std::unexpected{std::move(error)};
    }
    auto utf8 = toUtf32(bytes);
    if (utf8 && bytes.find('\0') == std::string_view::npos) { return Decoded{std::move(*utf8), "UTF-8"}; }
    if (declaredCharset(bytes) == "big5") { // the one that cannot be told from GBK by its bytes
        if (auto text = iconvToUtf32(bytes, "BIG5-HKSCS")) { return Decoded{std::move(*text), "Big5"}; }
    }
    if (auto likely = byLikelihood(bytes)) { return std::move(*likely); }
    if (plausibility(utf8 ? *utf8 : std::u32string(bytes.begin(), bytes.end())).control > 0) {
        return fail(ErrorCode::Encoding, "not a text file (binary data)", saveAsUtf8);
    }
    return fail(ErrorCode::Encoding, utf8 ? "not text in UTF-8, UTF-16, GBK or GB18030" : utf8.error().detail + ", nor UTF-16, GBK or GB18030",
                saveAsUtf8);
}

/// What a file holds, by its first bytes.
Result<Decoded> extract(std::string_view bytes)
{
    auto const as = [](Result<Extracted> extracted, char const* type) -> Result<Decoded> {
        if (!extracted) { return std::unexpected{std::move(extracted.error())}; }
        return Decoded{std::move(extracted->text), type, std::move(extracted->positions)};
    };
    if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06")) { return as(docxText(bytes), "DOCX"); }
    // The standard lets something stand before the mark of a PDF.
    if (bytes.substr(0, 1024).find("%PDF-") != std::string_view::npos && (bytes.starts_with("%PDF-") || bytes.find("startxref") != std::string_view::npos)) {
        return as(pdfText(bytes), "PDF");
    }
    if (bytes.starts_with("\xD0\xCF\x11\xE0")) { return std::unexpected{compoundFileError(bytes)}; }
    auto decoded = decode(bytes);
    if (!decoded) { return decoded; }
    if (!isHtml(decoded->text)) {
        if (!decoded->text.starts_with(U"<?xml")) {
            decoded->positions.pages = pageBegins(decoded->text);
            return decoded;
        }
        return fail(ErrorCode::FileFormat, "this is an XML file, not a plan", "Save the document as .docx or as plain text in UTF-8.");
    }
    auto page = htmlText(decoded->text);
    if (!page) { return std::unexpected{std::move(page.error())}; }
    return Decoded{std::move(*page), "HTML, " + decoded->encoding};
}

} // namespace

Result<Document> decodeDocument(std::string_view bytes, std::string name)
{
    auto const refuse = [&](ErrorCode code, std::string detail, std::string cure) {
        return std::unexpected{Error{code, std::move(detail), name, std::move(cure)}};
    };
    if (bytes.empty()) { return refuse(ErrorCode::FileFormat, "the file is empty", "Give a file that holds the text of a plan."); }
    for (auto const& signature : signatures) {
        if (bytes.starts_with(signature.magic)) {
            return refuse(ErrorCode::FileFormat, "this is " + std::string{signature.what} + ", not text", std::string{signature.cure});
        }
    }
    auto decoded = extract(bytes);
    if (!decoded) { return std::unexpected{std::move(decoded.error()).at(name)}; }
    auto const likely = plausibility(decoded->text);
    if (likely.total == 0) { return refuse(ErrorCode::FileFormat, "the document is empty: it holds nothing but blanks", "Give a file that holds the text of a plan."); }
    if (likely.binary()) { return refuse(ErrorCode::Encoding, "not a text file (binary data)", saveAsUtf8); }
    if (likely.mojibake()) {
        return refuse(ErrorCode::Encoding, "the text is mojibake: it was read with a wrong encoding before it was saved",
                      "Get the original file again, or save it anew as UTF-8.");
    }
    return Document{std::move(name), std::move(decoded->encoding), sha256(bytes), std::move(decoded->text), std::move(decoded->positions)};
}

std::vector<std::uint32_t> pageBegins(std::u32string_view text)
{
    std::vector<std::uint32_t> begins;
    for (auto at = text.find(U'\f'); at != std::u32string_view::npos; at = text.find(U'\f', at + 1)) {
        if (begins.empty()) { begins.push_back(0); }
        begins.push_back(static_cast<std::uint32_t>(at + 1));
    }
    return begins;
}

Result<Document> readDocument(std::filesystem::path const& path)
{
    std::error_code ignored;
    if (std::filesystem::is_directory(path, ignored)) {
        return fail(ErrorCode::FileFormat, path.string() + " is a folder, not a plan", "Read the plans in it into a ledger: zhengtu import --ledger L.gpkg " + path.string());
    }
    auto const bytes = readFile(path);
    if (!bytes) { return std::unexpected{bytes.error()}; }
    return decodeDocument(*bytes, path.filename().string());
}

} // namespace zhengtu::text
