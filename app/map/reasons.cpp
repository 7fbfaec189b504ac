#include "map/reasons.hpp"

#include "map/result_words.hpp"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>

#include <array>
#include <string>
#include <vector>

namespace zhengtu::map {
namespace {

/// %1 and %2 stand for a name or a number. The first that fits is taken, so the special stand before the general.
constexpr std::array sentences{
    // where a site is (app/place)
    QT_TRANSLATE_NOOP("Reasons", "known by name"),
    QT_TRANSLATE_NOOP("Reasons", "only its county is known"),
    QT_TRANSLATE_NOOP("Reasons", "it lies in one of several counties, and which is not said"),
    QT_TRANSLATE_NOOP("Reasons", "several places of %1 have this name"),
    QT_TRANSLATE_NOOP("Reasons", "its county is not said and no layer has it"),
    QT_TRANSLATE_NOOP("Reasons", "its reach within %1"),
    QT_TRANSLATE_NOOP("Reasons", "its part within %1"),
    QT_TRANSLATE_NOOP("Reasons", "its name says %1"),
    QT_TRANSLATE_NOOP("Reasons", "its committee is a unit of %1's plan"),
    QT_TRANSLATE_NOOP("Reasons", "in the register under %1: the seat of %2"),
    QT_TRANSLATE_NOOP("Reasons", "named with %1: the seat of %2"),
    QT_TRANSLATE_NOOP("Reasons", "no place is named, and the units stand for no county"),
    QT_TRANSLATE_NOOP("Reasons", "no layer has the counties of the units"),
    QT_TRANSLATE_NOOP("Reasons", "no place is named"),
    QT_TRANSLATE_NOOP("Reasons", "%1 itself is not located"),
    // why that county
    QT_TRANSLATE_NOOP("Reasons", "it is a county"),
    QT_TRANSLATE_NOOP("Reasons", "its name contains %1"),
    QT_TRANSLATE_NOOP("Reasons", "%1 of %2 stands directly before it"),
    QT_TRANSLATE_NOOP("Reasons", "%1 stands directly before it"),
    QT_TRANSLATE_NOOP("Reasons", "%1 stands directly after it"),
    QT_TRANSLATE_NOOP("Reasons", "%1 is named in the brackets after it"),
    QT_TRANSLATE_NOOP("Reasons", "in one list with %1 of %2"),
    QT_TRANSLATE_NOOP("Reasons", "the only %1 of %2 in the gazetteer"),
    QT_TRANSLATE_NOOP("Reasons", "in the yearly lists until %1"),
    QT_TRANSLATE_NOOP("Reasons", "a township that was merged or renamed after %1"),
    QT_TRANSLATE_NOOP("Reasons", "a village that was merged or renamed after %1"),
    QT_TRANSLATE_NOOP("Reasons", "most of its villages are in %1 now"),
    QT_TRANSLATE_NOOP("Reasons", "%1 is where the sentence puts it"),
    QT_TRANSLATE_NOOP("Reasons", "near a place of %1"),
    QT_TRANSLATE_NOOP("Reasons", "%1 is named before it in the same sentence"),
    QT_TRANSLATE_NOOP("Reasons", "%1 opens the list"),
    QT_TRANSLATE_NOOP("Reasons", "part of the name of %1"),
    QT_TRANSLATE_NOOP("Reasons", "opens with %1 of %2"),
    QT_TRANSLATE_NOOP("Reasons", "as where the problem names it with its county"),
    QT_TRANSLATE_NOOP("Reasons", "as where a measure of the problem names it"),
    QT_TRANSLATE_NOOP("Reasons", "short for %1"),
    QT_TRANSLATE_NOOP("Reasons", "named after %1, which the problem names too"),
    QT_TRANSLATE_NOOP("Reasons", "the plan is that of %1"),
    QT_TRANSLATE_NOOP("Reasons", "the only county among the responsible units"),
    QT_TRANSLATE_NOOP("Reasons", "the list of roads and the list of counties after it go in pairs"),
    QT_TRANSLATE_NOOP("Reasons", "the only county whose units answer for all problems that name it"),
    QT_TRANSLATE_NOOP("Reasons", "the only county among the units that its sentence does not name otherwise"),
    QT_TRANSLATE_NOOP("Reasons", "the only district of %1"),
    QT_TRANSLATE_NOOP("Reasons", "the counties of %1"),
    QT_TRANSLATE_NOOP("Reasons", "all counties of %1"),
    QT_TRANSLATE_NOOP("Reasons", "a unit of %1"),
    QT_TRANSLATE_NOOP("Reasons", "named in the unit"),
    QT_TRANSLATE_NOOP("Reasons", "the county of a township among the units"),
    // why an answer is maybe (app/analysis)
    QT_TRANSLATE_NOOP("Reasons", "known to ±%1"),
    QT_TRANSLATE_NOOP("Reasons", "zone drawn to ±%1"),
    QT_TRANSLATE_NOOP("Reasons", "inside, %1 from the edge"),
    QT_TRANSLATE_NOOP("Reasons", "on the edge of the zone"),
    QT_TRANSLATE_NOOP("Reasons", "zone is %1 away"),
    QT_TRANSLATE_NOOP("Reasons", "only its township is known, %1 % of which lies in the zone"),
    QT_TRANSLATE_NOOP("Reasons", "only its county is known, %1 % of which lies in the zone"),
    QT_TRANSLATE_NOOP("Reasons", "only its city is known, %1 % of which lies in the zone"),
    QT_TRANSLATE_NOOP("Reasons", "%1 % of it lies in the zone"),
    QT_TRANSLATE_NOOP("Reasons", "only its township is known"),
    QT_TRANSLATE_NOOP("Reasons", "only its city is known"),
    QT_TRANSLATE_NOOP("Reasons", "and the station lies in it"),
    QT_TRANSLATE_NOOP("Reasons", "and the section lies in it"),
    QT_TRANSLATE_NOOP("Reasons", "and the mine lies in it"),
    QT_TRANSLATE_NOOP("Reasons", "and the river lies in it"),
    QT_TRANSLATE_NOOP("Reasons", "and the lake lies in it"),
    QT_TRANSLATE_NOOP("Reasons", "and the reservoir lies in it"),
    QT_TRANSLATE_NOOP("Reasons", "and the reserve lies in it"),
    QT_TRANSLATE_NOOP("Reasons", "and the spring zone lies in it"),
    QT_TRANSLATE_NOOP("Reasons", "and the feature lies in it"),
    QT_TRANSLATE_NOOP("Reasons", "and the station lies partly in it"),
    QT_TRANSLATE_NOOP("Reasons", "and the section lies partly in it"),
    QT_TRANSLATE_NOOP("Reasons", "and the mine lies partly in it"),
    QT_TRANSLATE_NOOP("Reasons", "and the river lies partly in it"),
    QT_TRANSLATE_NOOP("Reasons", "and the lake lies partly in it"),
    QT_TRANSLATE_NOOP("Reasons", "and the reservoir lies partly in it"),
    QT_TRANSLATE_NOOP("Reasons", "and the reserve lies partly in it"),
    QT_TRANSLATE_NOOP("Reasons", "and the spring zone lies partly in it"),
    QT_TRANSLATE_NOOP("Reasons", "and the feature lies partly in it"),
    QT_TRANSLATE_NOOP("Reasons", "it is %1 away at its nearest"),
    QT_TRANSLATE_NOOP("Reasons", "%1 away"),
    QT_TRANSLATE_NOOP("Reasons", "they meet as drawn"),
    QT_TRANSLATE_NOOP("Reasons", "reaches %1 into the zone as drawn"),
    QT_TRANSLATE_NOOP("Reasons", "meets the edge of the zone as drawn"),
    QT_TRANSLATE_NOOP("Reasons", "touches the edge of the zone as drawn"),
    QT_TRANSLATE_NOOP("Reasons", "which touches the zone"),
    QT_TRANSLATE_NOOP("Reasons", "%1 sites may be nearer"),
    QT_TRANSLATE_NOOP("Reasons", "%1 site may be nearer"),
    // what the words about a name make of its place (app/place/said)
    QT_TRANSLATE_NOOP("Reasons", "near it: an assumed %1 around it"),
    QT_TRANSLATE_NOOP("Reasons", "both sides of it: an assumed %1 to either side"),
    QT_TRANSLATE_NOOP("Reasons", "both sides of it are meant, but no layer has its course"),
    QT_TRANSLATE_NOOP("Reasons", "within %1 of it"),
    QT_TRANSLATE_NOOP("Reasons", "%1 from it, an assumed %2 nearer or farther"),
    QT_TRANSLATE_NOOP("Reasons", "%1 from it, from its edge on"),
    QT_TRANSLATE_NOOP("Reasons", "%1 from it, an assumed end at twice that"),
    QT_TRANSLATE_NOOP("Reasons", "%1 from it is meant, but no layer has it"),
    QT_TRANSLATE_NOOP("Reasons", "%1 from that zone is meant, but the zones are not told apart: the whole and what is as near to it"),
    QT_TRANSLATE_NOOP("Reasons", "%1 of it, the direction to an eighth of the circle"),
    QT_TRANSLATE_NOOP("Reasons", "%1 of it: an assumed %2 at most"),
    QT_TRANSLATE_NOOP("Reasons", "in the %1 of the town, whose extent no layer has"),
    QT_TRANSLATE_NOOP("Reasons", "its part in the %1"),
    QT_TRANSLATE_NOOP("Reasons", "the stretch %1, cut at the points nearest to both, which are known to %2"),
    QT_TRANSLATE_NOOP("Reasons", "the stretch %1"),
    QT_TRANSLATE_NOOP("Reasons", "no layer has the line: an assumed strip between both"),
    QT_TRANSLATE_NOOP("Reasons", "the stretch %1 is meant, but no layer has %2"),
    QT_TRANSLATE_NOOP("Reasons", "its stretch in %1"),
    QT_TRANSLATE_NOOP("Reasons", "its stretch at %1: an assumed %2 around it"),
    QT_TRANSLATE_NOOP("Reasons", "its stretch at %1"),
    QT_TRANSLATE_NOOP("Reasons", "no layer has the line: %1 stands for it"),
    QT_TRANSLATE_NOOP("Reasons", "its upper course: an assumed third of its length"),
    QT_TRANSLATE_NOOP("Reasons", "its middle course: an assumed third of its length"),
    QT_TRANSLATE_NOOP("Reasons", "its lower course: an assumed third of its length"),
    QT_TRANSLATE_NOOP("Reasons", "where it leaves %1"),
    QT_TRANSLATE_NOOP("Reasons", "where it comes into %1"),
    QT_TRANSLATE_NOOP("Reasons", "its haul road: an assumed %1 around it"),
    QT_TRANSLATE_NOOP("Reasons", "its haul road is meant"),
    QT_TRANSLATE_NOOP("Reasons", "it stands where the plant stands"),
    QT_TRANSLATE_NOOP("Reasons", "the common border of %1 and %2"),
    QT_TRANSLATE_NOOP("Reasons", "an assumed %1 to either side"),
    QT_TRANSLATE_NOOP("Reasons", "where %1 runs there"),
    QT_TRANSLATE_NOOP("Reasons", "on %1 next to %2"),
    QT_TRANSLATE_NOOP("Reasons", "somewhere on the reach of %1 in %2"),
    QT_TRANSLATE_NOOP("Reasons", "the text speaks of all of the issuing region"),
    QT_TRANSLATE_NOOP("Reasons", "no law gives the fringe of towns (城乡结合部) a boundary: all of it stands for it"),
    QT_TRANSLATE_NOOP("Reasons", "its reach in the town is not told apart: no layer has the built-up area"),
    QT_TRANSLATE_NOOP("Reasons", "named after a township of its county: the seat of %1"),
    QT_TRANSLATE_NOOP("Reasons", "the only village of this name in its county, in the register under %1: the seat of %2"),
    QT_TRANSLATE_NOOP("Reasons", "also named %1"),
    QT_TRANSLATE_NOOP("Reasons", "it is only known to be near there"),
    QT_TRANSLATE_NOOP("Reasons", "it is only known to be along a line"),
    QT_TRANSLATE_NOOP("Reasons", "only its distance from there is known"),
    QT_TRANSLATE_NOOP("Reasons", "only its side of an area is known"),
    QT_TRANSLATE_NOOP("Reasons", "it is only known to be along a border"),
    QT_TRANSLATE_NOOP("Reasons", "it is only known to be near there, %1 % of which lies in the zone"),
    QT_TRANSLATE_NOOP("Reasons", "it is only known to be along a line, %1 % of which lies in the zone"),
    QT_TRANSLATE_NOOP("Reasons", "only its distance from there is known, %1 % of which lies in the zone"),
    QT_TRANSLATE_NOOP("Reasons", "only its side of an area is known, %1 % of which lies in the zone"),
    QT_TRANSLATE_NOOP("Reasons", "it is only known to be along a border, %1 % of which lies in the zone"),
    // corrections by hand and a user's own layers (app/workspace)
    QT_TRANSLATE_NOOP("Reasons", "drawn by hand as a pin"),
    QT_TRANSLATE_NOOP("Reasons", "drawn by hand as a line"),
    QT_TRANSLATE_NOOP("Reasons", "drawn by hand as an area"),
    QT_TRANSLATE_NOOP("Reasons", "its county was set by hand"),
    QT_TRANSLATE_NOOP("Reasons", "not a place"),
    QT_TRANSLATE_NOOP("Reasons", "chosen among its candidates: %1"),
    QT_TRANSLATE_NOOP("Reasons", "as said"),
    QT_TRANSLATE_NOOP("Reasons", "by the file"),
    QT_TRANSLATE_NOOP("Reasons", "it holds no coordinates"),
    QT_TRANSLATE_NOOP("Reasons", "by the format"),
    QT_TRANSLATE_NOOP("Reasons", "all texts are UTF-8"),
    QT_TRANSLATE_NOOP("Reasons", "the texts are not UTF-8"),
    QT_TRANSLATE_NOOP("Reasons", "neither .cpg nor .dbf says it"),
    QT_TRANSLATE_NOOP("Reasons", "a table of degrees"),
    QT_TRANSLATE_NOOP("Reasons", "nothing says that they are shifted"),
    QT_TRANSLATE_NOOP("Reasons", "the file does not say its coordinate reference system"),
    QT_TRANSLATE_NOOP("Reasons", "Say it (for example EPSG:4490 or EPSG:4547), or add the .prj that belongs to it."),
    QT_TRANSLATE_NOOP("Reasons", "the file gives no position"),
    QT_TRANSLATE_NOOP("Reasons", "its position is 0, 0: not filled in"),
    QT_TRANSLATE_NOOP("Reasons", "neither a name nor a position"),
    QT_TRANSLATE_NOOP("Reasons", "lies at %1, far from Shanxi"),
    QT_TRANSLATE_NOOP("Reasons", "is said to be in %1, but lies in %2"),
    QT_TRANSLATE_NOOP("Reasons", "is said to be in %1, but lies elsewhere"),
    QT_TRANSLATE_NOOP("Reasons", "no field holds names: the features take part in maps and queries, but no task is placed by them"),
    QT_TRANSLATE_NOOP("Reasons", "converted"),
    // findings of rules, claims and recurrence (app/workspace)
    QT_TRANSLATE_NOOP("Reasons", "a shape is drawn from a description"),
    QT_TRANSLATE_NOOP("Reasons", "%1 % of it lies in these zones"),
    QT_TRANSLATE_NOOP("Reasons", "known to lie in %1 and no nearer"),
    QT_TRANSLATE_NOOP("Reasons", "%1 % of it is %2"),
    QT_TRANSLATE_NOOP("Reasons", "in none of those that the layers have"),
    QT_TRANSLATE_NOOP("Reasons", "lies outside the counties of the plan's issuer"),
    QT_TRANSLATE_NOOP("Reasons", "%1 of %2 known"),
    QT_TRANSLATE_NOOP("Reasons", "%1 more may be there"),
    QT_TRANSLATE_NOOP("Reasons", "the layers may not have every one"),
    QT_TRANSLATE_NOOP("Reasons", "no layer has any %1 in %2 of the counties"),
    QT_TRANSLATE_NOOP("Reasons", "no layer has any %1 in %2"),
    QT_TRANSLATE_NOOP("Reasons", "no layer has any %1"),
    QT_TRANSLATE_NOOP("Reasons", "no layer has %1 itself: only its %2 is known"),
    QT_TRANSLATE_NOOP("Reasons", "no layer has %1"),
    QT_TRANSLATE_NOOP("Reasons", "%1 is drawn from a description, to ±%2 m"),
    QT_TRANSLATE_NOOP("Reasons", "%1 is a whole %2"),
    QT_TRANSLATE_NOOP("Reasons", "all %1 at hand are drawn from descriptions"),
    QT_TRANSLATE_NOOP("Reasons", "the layers may not have every %1 (one that was added with --replace is taken for the whole)"),
    QT_TRANSLATE_NOOP("Reasons", "the sentence does not name both places"),
    QT_TRANSLATE_NOOP("Reasons", "%1: %2 apart"),
    QT_TRANSLATE_NOOP("Reasons", "%1 m apart"),
    QT_TRANSLATE_NOOP("Reasons", "known to ±%1 m"),
    QT_TRANSLATE_NOOP("Reasons", "within what is lost in measuring"),
    QT_TRANSLATE_NOOP("Reasons", "the map has %1 counties too"),
    QT_TRANSLATE_NOOP("Reasons", "the map has %1 counties there"),
    QT_TRANSLATE_NOOP("Reasons", "the map has %1 counties, not %2"),
    QT_TRANSLATE_NOOP("Reasons", "the counties of the issuer are not known"),
    QT_TRANSLATE_NOOP("Reasons", "which counties are meant is not said"),
    QT_TRANSLATE_NOOP("Reasons", "%1 certainly, %2 more may"),
    QT_TRANSLATE_NOOP("Reasons", "no layer holds the areas that it speaks of"),
    QT_TRANSLATE_NOOP("Reasons", "no layer holds what is counted"),
    QT_TRANSLATE_NOOP("Reasons", "no layer holds %1"),
    QT_TRANSLATE_NOOP("Reasons", "the layers have %1 certainly and %2 that may be there"),
    QT_TRANSLATE_NOOP("Reasons", "whether they are %1 no layer says"),
    QT_TRANSLATE_NOOP("Reasons", "the area is drawn from a description"),
    QT_TRANSLATE_NOOP("Reasons", "where they are counted is not on the map"),
    QT_TRANSLATE_NOOP("Reasons", "the plan's own numbers give it"),
    QT_TRANSLATE_NOOP("Reasons", "the plan's own numbers give %1"),
    QT_TRANSLATE_NOOP("Reasons", "its own numbers give it"),
    QT_TRANSLATE_NOOP("Reasons", "its own numbers give %1"),
    QT_TRANSLATE_NOOP("Reasons", "the counties of the map measure %1 km2"),
    QT_TRANSLATE_NOOP("Reasons", "%1 % of that are %2 km2"),
    QT_TRANSLATE_NOOP("Reasons", "the area itself is on no layer"),
    QT_TRANSLATE_NOOP("Reasons", "the layer may hold others than those that are meant"),
    QT_TRANSLATE_NOOP("Reasons", "the same place in the layers, of which the plans mean the parts in %1 and %2"),
    QT_TRANSLATE_NOOP("Reasons", "the same place in the layers"),
    QT_TRANSLATE_NOOP("Reasons", "the same name in %1"),
    QT_TRANSLATE_NOOP("Reasons", "the same whole name in plans of one city"),
    QT_TRANSLATE_NOOP("Reasons", "the same short name in plans of one city"),
    QT_TRANSLATE_NOOP("Reasons", "%1 and %2 have the same characters in another order: one may be a slip"),
    // what the coordinates of a file are (app/geo)
    QT_TRANSLATE_NOOP("Reasons", "The coordinates look like %1. Say that the CRS is %2, and that the axes are swapped."),
    QT_TRANSLATE_NOOP("Reasons", "The coordinates look like %1. Say that the CRS is %2."),
    QT_TRANSLATE_NOOP("Reasons", "Say that the CRS is %1, and that the axes are swapped."),
    QT_TRANSLATE_NOOP("Reasons", "Say that the CRS is %1."),
    QT_TRANSLATE_NOOP("Reasons", "its CRS promises %1, but the coordinates look like %2"),
    QT_TRANSLATE_NOOP("Reasons", "degrees with the latitude first"),
    QT_TRANSLATE_NOOP("Reasons", "degrees of longitude and latitude"),
    QT_TRANSLATE_NOOP("Reasons", "degrees, longitude first"),
    QT_TRANSLATE_NOOP("Reasons", "metres of Web Mercator, northing first"),
    QT_TRANSLATE_NOOP("Reasons", "metres of Web Mercator"),
    QT_TRANSLATE_NOOP("Reasons", "metres of Gauss-Krueger, northing first"),
    QT_TRANSLATE_NOOP("Reasons", "metres of Gauss-Krueger without a zone number"),
    QT_TRANSLATE_NOOP("Reasons", "metres of Gauss-Krueger zone %1, northing first"),
    QT_TRANSLATE_NOOP("Reasons", "metres of Gauss-Krueger zone %1"),
    QT_TRANSLATE_NOOP("Reasons", "metres"),
    QT_TRANSLATE_NOOP("Reasons", "eastings first"),
    QT_TRANSLATE_NOOP("Reasons", "eastings without a zone number"),
    QT_TRANSLATE_NOOP("Reasons", "eastings that begin with zone number %1"),
    QT_TRANSLATE_NOOP("Reasons", "EPSG:%1 if it is CGCS2000 (other datums lie up to 150 m off)"),
    QT_TRANSLATE_NOOP("Reasons", "EPSG:4546 (CM 111E), EPSG:4547 (CM 114E) or EPSG:4508 (6 degrees, CM 111E), as its makers know"),
    // what can be done about an error (all layers)
    QT_TRANSLATE_NOOP("Reasons", "Another program is writing the ledger. Let it finish or close it, then try again."),
    QT_TRANSLATE_NOOP("Reasons", "Check that the directory is there and that you may write in it."),
    QT_TRANSLATE_NOOP("Reasons", "Check the disk and try again"),
    QT_TRANSLATE_NOOP("Reasons", "nothing was left behind."),
    QT_TRANSLATE_NOOP("Reasons", "Check the name and the right to read and write the file and its directory."),
    QT_TRANSLATE_NOOP("Reasons", "Check the name and the right to read it."),
    QT_TRANSLATE_NOOP("Reasons", "Check the name and the right to write there."),
    QT_TRANSLATE_NOOP("Reasons", "Check the space and the rights where it is written."),
    QT_TRANSLATE_NOOP("Reasons", "Check the space left and the right to write there."),
    QT_TRANSLATE_NOOP("Reasons", "Choose a distance within 500000 m."),
    QT_TRANSLATE_NOOP("Reasons", "Choose another file, or a new name for a new ledger."),
    QT_TRANSLATE_NOOP("Reasons", "Choose another name or allow it to be replaced."),
    QT_TRANSLATE_NOOP("Reasons", "Choose another name or directory, or allow overwriting."),
    QT_TRANSLATE_NOOP("Reasons", "Export one plan or county at a time, or choose GeoPackage."),
    QT_TRANSLATE_NOOP("Reasons", "Get the original file again, or save it anew as UTF-8."),
    QT_TRANSLATE_NOOP("Reasons", "Give a file that holds the text of a plan."),
    QT_TRANSLATE_NOOP("Reasons", "Install the program again."),
    QT_TRANSLATE_NOOP("Reasons", "Leave the CRS at 4490, or choose shapefile or GeoPackage."),
    QT_TRANSLATE_NOOP("Reasons", "Make it or choose another."),
    QT_TRANSLATE_NOOP("Reasons", "Make room on the disk and try again."),
    QT_TRANSLATE_NOOP("Reasons", "Make room on the disk and try again"),
    QT_TRANSLATE_NOOP("Reasons", "the ledger is as it was."),
    QT_TRANSLATE_NOOP("Reasons", "Open it in the program that made it and save it as plain text in UTF-8."),
    QT_TRANSLATE_NOOP("Reasons", "Open it with a newer version of the program."),
    QT_TRANSLATE_NOOP("Reasons", "Save its text as .txt (for instance with pdftotext -layout) and read that."),
    QT_TRANSLATE_NOOP("Reasons", "Save the document as plain text (.txt, UTF-8) and read that."),
    QT_TRANSLATE_NOOP("Reasons", "Save the file as UTF-8."),
    QT_TRANSLATE_NOOP("Reasons", "Set ZHENGTU_DATA to the directory that holds geodata/ and styles/, or install the program again."),
    QT_TRANSLATE_NOOP("Reasons", "The file is damaged or cut off"),
    QT_TRANSLATE_NOOP("Reasons", "get it again from where it was published."),
    QT_TRANSLATE_NOOP("Reasons", "The file is not a ledger. Choose another file."),
    QT_TRANSLATE_NOOP("Reasons", "The ledger is damaged. Restore it from a copy or import the plans again."),
    QT_TRANSLATE_NOOP("Reasons", "by %1"),
};
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
        auto known = resultSentences();
        known.insert(known.begin(), sentences.begin(), sentences.end());
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
            auto const inner = sentenceWords(match.captured(i)); // a name stays, a phrase of ours does not
            words.replace(QLatin1Char('%') + QString::number(i), inner.isNull() ? match.captured(i) : inner);
        }
        return words;
    }
    return {};
}

} // namespace

QString reasonWords(std::string const& reason)
{
    QStringList result;
    for (auto const& piece : QString::fromStdString(reason).split(QStringLiteral("; "), Qt::SkipEmptyParts)) {
        if (auto const whole = sentenceWords(piece); !whole.isNull()) {
            result << whole;
            continue;
        }
        QStringList parts; // "known to ±2000 m, zone is 500 m away"
        for (auto const& part : piece.split(QStringLiteral(", "))) {
            auto const words = sentenceWords(part);
            parts << (words.isNull() ? part : words);
        }
        result << parts.join(translated(QT_TRANSLATE_NOOP("Reasons", ", ")));
    }
    return result.join(translated(QT_TRANSLATE_NOOP("Reasons", "; ")));
}

} // namespace zhengtu::map
