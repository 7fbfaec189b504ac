#include "map/reason_sentences.hpp"

#include <QtTranslation>

#include <array>

namespace zhengtu::map {
namespace {

constexpr std::array sentences{
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
    QT_TRANSLATE_NOOP("Reasons", "the file names a coordinate reference system that is not known: %1"),
    QT_TRANSLATE_NOOP("Reasons", "Say which one it is (for example EPSG:4490 or EPSG:4547), as its makers know."),
    QT_TRANSLATE_NOOP("Reasons", "a coordinate is not a number: %1"),
    QT_TRANSLATE_NOOP("Reasons", "Give numbers: longitude, then latitude, in degrees."),
    QT_TRANSLATE_NOOP("Reasons", "position %1 is outside longitude and latitude"),
    QT_TRANSLATE_NOOP("Reasons", "the WKT is empty: nothing lies in it or near it"),
    QT_TRANSLATE_NOOP("Reasons", "Give it positions: %1"),
    QT_TRANSLATE_NOOP("Reasons", "longitude %1, latitude %2 is no position"),
    QT_TRANSLATE_NOOP("Reasons", "%1 has nothing to compute with: %2"),
    QT_TRANSLATE_NOOP("Reasons", "has no geometry"),
    QT_TRANSLATE_NOOP("Reasons", "a line of zero length"),
    QT_TRANSLATE_NOOP("Reasons", "an edge runs across more than 180 degrees of longitude: cut it where it crosses the antimeridian"),
    QT_TRANSLATE_NOOP("Reasons", "%1: left out: %2: %3"),
    QT_TRANSLATE_NOOP("Reasons", "%1: repaired: %2: %3"),
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
};

} // namespace

std::vector<char const*> errorSentences() { return {sentences.begin(), sentences.end()}; }

} // namespace zhengtu::map
