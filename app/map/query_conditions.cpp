#include "map/query_conditions.hpp"

#include "map/words.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace zhengtu::map {
namespace {

using workspace::Predicate;

constexpr std::array<char const*, 6> roles{"", "core", "buffer", "experimental", "key", "domain"};

/// As a person would write it: "2km", "1500m".
QString metresText(double metres)
{
    auto const km = metres / 1000;
    return metres >= 1000 && km * 10 == std::floor(km * 10) ? QStringLiteral("%1km").arg(km) : QStringLiteral("%1m").arg(metres, 0, 'g', 12);
}

} // namespace

QueryConditions::QueryConditions(QObject* parent) : QAbstractListModel{parent}, m_rows(1) {}

template <class Change> void QueryConditions::change(int row, Change const& change)
{
    if (row < 0 || row >= count() || !change(m_rows[static_cast<std::size_t>(row)])) { return; }
    emit dataChanged(index(row), index(row));
    emit edited();
}

void QueryConditions::setPredicate(int row, int predicate)
{
    change(row, [&](Row& one) {
        auto const wanted = static_cast<Predicate>(std::clamp(predicate, 0, static_cast<int>(Predicate::Nearest)));
        if (wanted == one.predicate) { return false; }
        one.predicate = wanted;
        one.amount = wanted == Predicate::Near ? QStringLiteral("2km") : wanted == Predicate::Nearest ? QStringLiteral("5") : QString{};
        return true;
    });
}

void QueryConditions::setTarget(int row, QString const& target)
{
    change(row, [&](Row& one) { return std::exchange(one.target, target) != target; });
}

void QueryConditions::setAmount(int row, QString const& amount)
{
    change(row, [&](Row& one) { return std::exchange(one.amount, amount) != amount; });
}

void QueryConditions::setZone(int row, int zone)
{
    auto const wanted = std::clamp(zone, 0, static_cast<int>(roles.size()) - 1);
    change(row, [&](Row& one) { return std::exchange(one.zone, wanted) != wanted; });
}

void QueryConditions::add()
{
    beginInsertRows({}, count(), count());
    m_rows.emplace_back();
    endInsertRows();
    emit countChanged();
    emit edited();
}

void QueryConditions::remove(int row)
{
    if (row < 0 || row >= count()) { return; }
    if (count() == 1) {
        change(row, [](Row& one) {
            one = {};
            return true;
        });
        return;
    }
    beginRemoveRows({}, row, row);
    m_rows.erase(m_rows.begin() + row);
    endRemoveRows();
    emit countChanged();
    emit edited();
}

Result<workspace::QueryTerm> QueryConditions::termOf(Row const& row)
{
    workspace::QueryTerm term;
    term.predicate = row.predicate;
    term.target = utf8(row.target.trimmed());
    term.zoneRole = roles[static_cast<std::size_t>(row.zone)];
    auto const amount = row.amount.trimmed();
    if (row.predicate == Predicate::Nearest) {
        bool isNumber = false;
        term.count = amount.toUInt(&isNumber);
        if (!isNumber) { return fail(ErrorCode::Usage, "\"" + utf8(amount) + "\" is no number of sites", "Write a number as 5."); }
    } else if (!amount.isEmpty() || row.predicate == Predicate::Near) {
        auto const metres = workspace::metresOf(utf8(amount));
        if (!metres) { return fail(ErrorCode::Usage, "\"" + utf8(amount) + "\" is no distance", "Write a distance as 500m or 2km."); }
        (row.predicate == Predicate::Near ? term.distanceM : term.bufferM) = *metres;
    }
    if (auto const fine = workspace::check({.terms = {term}, .filter = {}}); !fine) { return std::unexpected{fine.error()}; }
    return term;
}

Result<std::vector<workspace::QueryTerm>> QueryConditions::terms() const
{
    std::vector<workspace::QueryTerm> terms;
    for (auto const& row : m_rows) {
        auto term = termOf(row);
        if (!term) { return std::unexpected{std::move(term).error()}; }
        terms.push_back(*std::move(term));
    }
    return terms;
}

void QueryConditions::set(std::vector<workspace::QueryTerm> const& terms)
{
    beginResetModel();
    m_rows.clear();
    for (auto const& term : terms) {
        Row row{.predicate = term.predicate, .target = qs(term.target), .amount = {}};
        if (term.predicate == Predicate::Near) { row.amount = metresText(term.distanceM); }
        else if (term.predicate == Predicate::Nearest) { row.amount = QString::number(term.count); }
        else if (term.bufferM > 0) { row.amount = metresText(term.bufferM); }
        auto const* const role = std::ranges::find(roles, std::string_view{term.zoneRole}, [](char const* one) { return std::string_view{one}; });
        row.zone = role == roles.end() ? 0 : static_cast<int>(role - roles.begin());
        m_rows.push_back(std::move(row));
    }
    if (m_rows.empty()) { m_rows.emplace_back(); }
    endResetModel();
    emit countChanged();
    emit edited();
}

bool QueryConditions::empty() const
{
    return std::ranges::all_of(m_rows, [](Row const& row) { return row.target.trimmed().isEmpty(); });
}

QVariant QueryConditions::data(QModelIndex const& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) { return {}; }
    auto const& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case PredicateRole: return static_cast<int>(row.predicate);
    case Qt::DisplayRole:
    case TargetRole: return row.target;
    case AmountRole: return row.amount;
    case ZoneRole: return row.zone;
    case WrongRole: {
        auto named = row;
        named.target = QStringLiteral("x"); // of the amount alone
        return !termOf(named).has_value();
    }
    default: return {};
    }
}

QHash<int, QByteArray> QueryConditions::roleNames() const
{
    return {{PredicateRole, "predicate"}, {TargetRole, "target"}, {AmountRole, "amount"}, {ZoneRole, "zone"}, {WrongRole, "wrong"}};
}

} // namespace zhengtu::map
