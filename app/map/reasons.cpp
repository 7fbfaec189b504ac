#include "map/reasons.hpp"

#include "map/reason_sentences.hpp"
#include "map/result_words.hpp"
#include "map/words.hpp"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <array>
#include <iterator>
#include <string>
#include <vector>

namespace zhengtu::map {
namespace {

constexpr QLatin1String comma{", "};
constexpr qsizetype mostParts = 8; ///< of longer lists (names that are known) only the whole is looked for

/// What stands before such a sentence.
constexpr std::array openings{
    QT_TRANSLATE_NOOP("Reasons", "county: "),
    QT_TRANSLATE_NOOP("Reasons", "counted county by county: "),
    QT_TRANSLATE_NOOP("Reasons", "responsible units: "),
    QT_TRANSLATE_NOOP("Reasons", "maybe in its core zone: "),
    QT_TRANSLATE_NOOP("Reasons", "maybe in its buffer zone: "),
    QT_TRANSLATE_NOOP("Reasons", "maybe in its key zone: "),
};

QString translated(char const* text) { return QCoreApplication::translate("Reasons", text); }

struct Pattern {
    QRegularExpression expression;
    char const* text = nullptr;
};

std::vector<Pattern> const& patterns()
{
    static std::vector<Pattern> const all = [] {
        std::vector<Pattern> made;
        auto known = reasonSentences();
        std::ranges::copy(resultSentences(), std::back_inserter(known));
        std::ranges::copy(errorSentences(), std::back_inserter(known));
        for (auto const* sentence : known) {
            auto escaped = QRegularExpression::escape(QString::fromUtf8(sentence));
            for (auto const* slot : {"\\%1", "\\%2", "\\%3", "\\%4"}) { escaped.replace(QLatin1String(slot), QLatin1String("(.+?)")); }
            made.push_back({QRegularExpression{QRegularExpression::anchoredPattern(escaped)}, sentence});
        }
        return made;
    }();
    return all;
}

/// One sentence; null where it is not known.
QString sentenceWords(QString const& sentence)
{
    for (auto const* opening : openings) {
        if (sentence.startsWith(QLatin1String(opening))) {
            auto const rest = sentence.sliced(static_cast<qsizetype>(std::char_traits<char>::length(opening)));
            auto const inner = sentenceWords(rest);
            return translated(opening) + (inner.isNull() ? rest : inner);
        }
    }
    for (auto const& pattern : patterns()) {
        auto const match = pattern.expression.match(sentence);
        if (!match.hasMatch()) { continue; }
        auto words = translated(pattern.text);
        for (int i = 1; i <= match.lastCapturedIndex(); ++i) { 
            auto const inner = sentenceWords(match.captured(i)); // a name stays, a phrase of ours or a zone does not
            words.replace(QLatin1Char('%') + QString::number(i), inner.isNull() ? zoneWord(utf8(match.captured(i))) : inner);
        }
        return words;
    }
    return {};
}

/// Sentences that are strung together with commas, the shortest that fit first: "known to ±2 km, inside, 300 m from the edge" is two, since
/// "inside, %1 from the edge" is one. Null where no way of parting leaves nothing unknown.
QString listWords(QStringList const& parts, qsizetype from = 0)
{
    if (from == parts.size()) { return QLatin1String(""); }
    for (auto to = from + 1; to <= parts.size(); ++to) {
        auto const words = sentenceWords(parts.sliced(from, to - from).join(comma));
        if (words.isNull()) { continue; }
        auto const rest = listWords(parts, to);
        if (rest.isNull()) { continue; }
        return rest.isEmpty() ? words : words + translated(QT_TRANSLATE_NOOP("Reasons", ", ")) + rest;
    }
    return {};
}

QString pieceWords(QString const& piece)
{
    auto const parts = piece.split(comma);
    if (auto const words = parts.size() <= mostParts ? listWords(parts) : sentenceWords(piece); !words.isNull()) { return words; }
    QStringList result; // what is not known stays as it is
    for (auto const& part : parts) {
        auto const words = sentenceWords(part);
        result << (words.isNull() ? part : words);
    }
    return result.join(translated(QT_TRANSLATE_NOOP("Reasons", ", ")));
}

} // namespace

QString reasonWords(std::string const& reason)
{
    QStringList result;
    for (auto const& piece : QString::fromStdString(reason).split(QStringLiteral("; "), Qt::SkipEmptyParts)) { result << pieceWords(piece); }
    return result.join(translated(QT_TRANSLATE_NOOP("Reasons", "; ")));
}

} // namespace zhengtu::map
