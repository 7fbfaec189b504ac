#pragma once

#include "core/error.hpp"

#include <string_view>

namespace zhengtu::text {

/// The attributes of an element, by their names without namespace.
class XmlAttributes {
public:
    explicit XmlAttributes(char const** pairs) noexcept : m_pairs{pairs} {}
    /// Empty if it is not there.
    [[nodiscard]] std::string_view operator[](std::string_view name) const noexcept;

private:
    char const** m_pairs;
};

/// What a reader of XML is told, element by element. Names come without namespace.
class XmlHandler {
public:
    XmlHandler() = default;
    XmlHandler(XmlHandler const&) = delete;
    XmlHandler& operator=(XmlHandler const&) = delete;
    virtual ~XmlHandler() = default;
    virtual void begin(std::string_view name, XmlAttributes const& attributes) = 0;
    virtual void end(std::string_view name) = 0;
    virtual void characters(std::string_view /*utf8*/) {}
};

/// Reads a whole document. A document type declaration is refused (Office files have none, and entities can explode), and so
/// are broken XML and elements nested deeper than 1000. Error: FileFormat.
[[nodiscard]] Result<void> readXml(std::string_view bytes, XmlHandler& handler);

} // namespace zhengtu::text
