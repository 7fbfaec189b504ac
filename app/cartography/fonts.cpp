#include "cartography/fonts.hpp"

#include <QFont>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QRawFont>
#include <QStringList>

#include <algorithm>

namespace zhengtu::cartography {

QStringList const& mapFontFamilies()
{
    static QStringList const families{
        QStringLiteral("Noto Sans CJK SC"), QStringLiteral("Source Han Sans SC"), QStringLiteral("Noto Sans SC"),
        QStringLiteral("Noto Sans CJK TC"), QStringLiteral("WenQuanYi Micro Hei"), QStringLiteral("WenQuanYi Zen Hei"),
        QStringLiteral("Droid Sans Fallback"), QStringLiteral("Microsoft YaHei"), QStringLiteral("PingFang SC"),
        QStringLiteral("sans-serif")};
    return families;
}

Result<void> checkFonts()
{
    if (qobject_cast<QGuiApplication*>(QCoreApplication::instance()) == nullptr) {
        return fail(ErrorCode::Internal, "fonts cannot be looked up without a QGuiApplication");
    }
    auto const has = [](QRawFont const& font) {
        return font.isValid() && font.supportsCharacter(U'整') && font.supportsCharacter(U'县') && font.supportsCharacter(U'汾');
    };
    auto const installed = QFontDatabase::families();
    for (auto const& family : mapFontFamilies()) {
        if (installed.contains(family) && has(QRawFont::fromFont(QFont{family}))) { return {}; }
    }
    auto const systems = QFontDatabase::families(QFontDatabase::SimplifiedChinese);
    if (std::ranges::any_of(systems, [&](QString const& family) { return has(QRawFont::fromFont(QFont{family})); })) { return {}; }
    return fail(ErrorCode::FileMissing, "no installed font has Chinese glyphs",
                "Install one: apt-get install fonts-noto-cjk (or fonts-wqy-microhei).");
}

} // namespace zhengtu::cartography
