#pragma once

#include "cartography/scene.hpp"
#include "core/date.hpp"
#include "core/error.hpp"
#include "ledger/ledger.hpp"

#include <QDate>
#include <QRectF>
#include <QString>

#include <string>
#include <vector>

/// User words for the keys and codes that come from below; translated on every call, so a change of language shows.
namespace zhengtu::map {

[[nodiscard]] inline QString qs(std::string const& utf8) { return QString::fromStdString(utf8); }
[[nodiscard]] inline std::string utf8(QString const& text) { return text.toStdString(); }

[[nodiscard]] QString categoryWord(std::string const& key); ///< "water" -> 水; an unknown key is shown as it is
[[nodiscard]] QString categoryWords(std::vector<std::string> const& keys);
[[nodiscard]] QString statusWord(cartography::Status status);
[[nodiscard]] QString roleWord(plan::UnitRole role);
[[nodiscard]] QString statusKeyWord(std::string const& key); ///< of cartography::name; an unknown key is shown as it is
[[nodiscard]] QString roleKeyWord(std::string const& key);   ///< of plan::name
[[nodiscard]] std::vector<std::string> statusKeys();
[[nodiscard]] std::vector<std::string> roleKeys();
[[nodiscard]] QString precisionWord(place::Precision precision);
[[nodiscard]] QString deadlineWord(plan::Deadline const& deadline); ///< dates in ISO form, or the kind in words
[[nodiscard]] QString zoneWord(std::string const& zones);           ///< core, buffer, experimental, domain, key; "core|buffer" where it cannot be told: "core or buffer zone"

[[nodiscard]] QString layerKindWord(std::string const& kind);       ///< of workspace::userLayerKinds() and place::name
[[nodiscard]] QString fieldWord(std::string const& key);            ///< of a layer's own fields; an unknown key is shown as it is
[[nodiscard]] QString fieldValue(std::string const& key, std::string const& value); ///< a reason in words, a key by its word, else as it is

/// "±2 km", "±500 m"; empty for 0.
[[nodiscard]] QString radiusWord(double radiusM);
[[nodiscard]] QString metresWord(double metres); ///< "270 m", "5.0 km"

/// Chinese text on one line: line breaks and runs of spaces become one space.
[[nodiscard]] QString oneLine(QString text);

/// What went wrong as a sentence: what, where, cure. A `detail` that reasonWords does not know stays in the language of the library.
[[nodiscard]] QString errorWords(Error const& error);

/// What a form still wants, in short: detail and cure.
[[nodiscard]] QString hintWords(Error const& error);

[[nodiscard]] QDate toQDate(Date date);
[[nodiscard]] Date toDate(QDate date);

/// In degrees (x: lon, y: lat); null where nothing is.
[[nodiscard]] QRectF rectOf(geo::Extent const& extent);
[[nodiscard]] QRectF rectOf(geo::Layer const& layer);

/// Precision of the best located site; Unlocated when there is none.
[[nodiscard]] place::Precision bestPrecision(ledger::TaskRow const& task);
[[nodiscard]] bool located(ledger::TaskRow const& task);

} // namespace zhengtu::map
