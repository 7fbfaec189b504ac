#include "map/pinyin.hpp"

#include <QHash>
#include <QStringEncoder>

#include <algorithm>
#include <array>
#include <utility>

namespace zhengtu::map {
namespace {

/// GB 2312 orders its 3755 commonest characters by pinyin: the code of the first character of each letter tells the letter.
constexpr std::array<std::pair<int, char>, 24> starts{{
    {0xB0A1, 'a'}, {0xB0C5, 'b'}, {0xB2C1, 'c'}, {0xB4EE, 'd'}, {0xB6EA, 'e'}, {0xB7A2, 'f'}, {0xB8C1, 'g'}, {0xB9FE, 'h'},
    {0xBBF7, 'j'}, {0xBFA6, 'k'}, {0xC0AC, 'l'}, {0xC2E8, 'm'}, {0xC4C3, 'n'}, {0xC5B6, 'o'}, {0xC5BE, 'p'}, {0xC6DA, 'q'},
    {0xC8BB, 'r'}, {0xC8F6, 's'}, {0xCBFA, 't'}, {0xCDDA, 'w'}, {0xCEF4, 'x'}, {0xD1B9, 'y'}, {0xD4D1, 'z'}, {0xD7FA, '\0'},
}};

/// Characters of Shanxi place names that GB 2312 orders by radical.
QHash<QChar, QChar> const& rare()
{
    static QHash<QChar, QChar> const letters = [] {
        QHash<QChar, QChar> table;
        QString const pairs = QStringLiteral("岚l岢k隰x芮r绛j猗y崞g峙z沁q盂y祁q汾f稷j潞l沲t濩h滹h沱t涑s峪y嵬w峁m堠h埝n辿c灞b隩y磴d垣y壑h");
        for (qsizetype i = 0; i + 1 < pairs.size(); i += 2) { table.insert(pairs[i], pairs[i + 1]); }
        return table;
    }();
    return letters;
}

QChar initial(QChar character)
{
    if (auto const known = rare().constFind(character); known != rare().constEnd()) { return *known; }
    QStringEncoder encoder{"GB18030"};
    if (!encoder.isValid()) { return {}; }
    QByteArray const bytes = encoder(QStringView{&character, 1});
    if (bytes.size() != 2) { return {}; }
    auto const code = (static_cast<unsigned char>(bytes[0]) << 8) | static_cast<unsigned char>(bytes[1]);
    auto const after = std::ranges::upper_bound(starts, code, {}, &std::pair<int, char>::first);
    return after == starts.begin() || after == starts.end() ? QChar{} : QChar::fromLatin1(std::prev(after)->second);
}

} // namespace

QString pinyinInitials(QString const& text)
{
    static thread_local QHash<QChar, QChar> cache;
    QString result;
    for (auto const character : text) {
        if (character.unicode() < 0x80) {
            result += character.toLower();
            continue;
        }
        auto known = cache.constFind(character);
        if (known == cache.constEnd()) { known = cache.insert(character, initial(character)); }
        if (!known->isNull()) { result += *known; }
    }
    return result;
}

} // namespace zhengtu::map
