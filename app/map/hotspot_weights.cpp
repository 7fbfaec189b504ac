#include "map/hotspot_weights.hpp"

#include "map/words.hpp"

#include <QRegularExpression>

#include <algorithm>
#include <set>

namespace zhengtu::map {
namespace {

struct Name {
    std::string key;
    QString word;
};

std::vector<Name> namesOf(std::vector<ledger::TaskRow> const& tasks)
{
    std::vector<Name> names;
    for (auto const& key : statusKeys()) { names.push_back({key, statusKeyWord(key)}); }
    std::set<std::string> categories, kinds;
    for (auto const& task : tasks) {
        categories.insert(task.categories.begin(), task.categories.end());
        for (auto const& site : task.sites) { kinds.insert(std::string{place::name(site.kind)}); }
    }
    for (auto const& key : categories) { names.push_back({key, categoryWord(key)}); }
    for (auto const& key : kinds) { names.push_back({key, layerKindWord(key)}); }
    return names;
}

} // namespace

Result<std::map<std::string, double>> weightsOf(QString const& written, std::vector<ledger::TaskRow> const& tasks)
{
    static QRegularExpression const gap{QStringLiteral("[,，;；、\\n]")}, sign{QStringLiteral("[=＝:：]")};
    auto const names = namesOf(tasks);
    std::map<std::string, double> weights;
    for (auto const& part : written.split(gap, Qt::SkipEmptyParts)) {
        if (part.trimmed().isEmpty()) { continue; }
        auto const at = part.indexOf(sign);
        bool isNumber = false;
        auto const weight = at < 0 ? 0 : part.sliced(at + 1).trimmed().toDouble(&isNumber);
        if (!isNumber || !(weight >= 0) || weight > 1e6) { return fail(ErrorCode::Usage, "\"" + utf8(part.trimmed()) + "\" is no weight", "Write a name and a number, as mine=2."); }
        auto const name = part.first(at).trimmed();
        auto const known = std::ranges::find_if(names, [&](Name const& one) { return one.word == name || qs(one.key) == name; });
        if (known == names.end()) { return fail(ErrorCode::Usage, "no state, kind or category of this ledger is called \"" + utf8(name) + "\""); }
        if (!weights.emplace(known->key, weight).second) { return fail(ErrorCode::Usage, "\"" + utf8(name) + "\" is weighed twice"); }
    }
    return weights;
}

QString weightNames(std::vector<ledger::TaskRow> const& tasks)
{
    QStringList words;
    for (auto const& name : namesOf(tasks)) { words << name.word; }
    words.removeDuplicates();
    return words.join(QStringLiteral(", "));
}

} // namespace zhengtu::map
