#pragma once

#include <catch2/catch_tostring.hpp>

#include <QString>

#include <string>

/// Lets a failed check show what a QString holds.
template <> struct Catch::StringMaker<QString> {
    static std::string convert(QString const& text) { return '"' + text.toStdString() + '"'; }
};
