#include "text/xml.hpp"

#include <expat.h>

#include <algorithm>
#include <memory>
#include <string>

namespace zhengtu::text {

namespace {

constexpr char separator = '|';
constexpr int deepest = 1000;

std::string_view local(char const* name) noexcept
{
    std::string_view const whole{name};
    return whole.substr(whole.rfind(separator) + 1); // npos + 1 is 0
}

struct Reading {
    XML_Parser parser;
    XmlHandler& handler;
    int depth = 0;
    std::string refusal;

    void refuse(char const* why)
    {
        refusal = why;
        XML_StopParser(parser, XML_FALSE);
    }
};

void onBegin(void* data, char const* name, char const** attributes)
{
    auto& reading = *static_cast<Reading*>(data);
    if (++reading.depth > deepest) { return reading.refuse("elements nested too deep"); }
    reading.handler.begin(local(name), XmlAttributes{attributes});
}

void onEnd(void* data, char const* name)
{
    auto& reading = *static_cast<Reading*>(data);
    --reading.depth;
    reading.handler.end(local(name));
}

void onCharacters(void* data, char const* text, int length)
{
    static_cast<Reading*>(data)->handler.characters({text, static_cast<std::size_t>(length)});
}

void onDoctype(void* data, char const*, char const*, char const*, int)
{
    static_cast<Reading*>(data)->refuse("a document type declaration, which such files never have");
}

} // namespace

std::string_view XmlAttributes::operator[](std::string_view name) const noexcept
{
    for (auto at = m_pairs; *at != nullptr; at += 2) {
        if (local(*at) == name) { return at[1]; }
    }
    return {};
}

Result<void> readXml(std::string_view bytes, XmlHandler& handler)
{
    std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)> const parser{XML_ParserCreateNS(nullptr, separator), &XML_ParserFree};
    if (!parser) { return fail(ErrorCode::Internal, "no memory for the XML parser"); }
    Reading reading{parser.get(), handler, 0, {}};
    XML_SetUserData(parser.get(), &reading);
    XML_SetElementHandler(parser.get(), onBegin, onEnd);
    XML_SetCharacterDataHandler(parser.get(), onCharacters);
    XML_SetStartDoctypeDeclHandler(parser.get(), onDoctype);
    constexpr std::size_t step = 1U << 20U; // lengths are int in expat
    for (std::size_t at = 0;; at += step) {
        auto const piece = bytes.substr(std::min(at, bytes.size()), step);
        bool const last = at + step >= bytes.size();
        if (XML_Parse(parser.get(), piece.data(), static_cast<int>(piece.size()), last ? 1 : 0) == XML_STATUS_ERROR) {
            auto const why = reading.refusal.empty() ? std::string{XML_ErrorString(XML_GetErrorCode(parser.get()))} : reading.refusal;
            return fail(ErrorCode::FileFormat, "broken XML: " + why);
        }
        if (last) { return {}; }
    }
}

} // namespace zhengtu::text
