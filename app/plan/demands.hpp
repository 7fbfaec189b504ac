#pragma once

#include "plan/dictionary.hpp"
#include "plan/plan.hpp"
#include "text/document.hpp"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace zhengtu::plan {

/// What a sentence asks for: who, and by when. "由市水利局牵头、市住建局配合，于6月底前完成"; "清徐县政府要立即清理".
struct Demand {
    std::vector<Unit> units;
    std::optional<Deadline> deadline;
};

/// ByName: a unit that a sentence begins with is the one who must do what it says, without 由, 责成 or 要 (县水利局对砂坑进行回填).
enum class Asking : std::uint8_t { ByWord, ByName };

/// A name ends as one of a unit or of a place that stands for its government: 东山县; 该公司, 全县 and 小区 name nobody.
[[nodiscard]] bool namesUnit(std::u32string_view name, Dictionary const& dictionary) noexcept;

/// The demand that [begin, end) of a sentence states; nothing if it names no unit that must do something.
[[nodiscard]] std::optional<Demand> readDemand(text::NormalText const& normal, std::u32string_view source, std::size_t begin, std::size_t end,
                                               std::optional<int> year, Dictionary const& dictionary, std::vector<Notice>& notices, Asking asking = Asking::ByWord);

/// Who [begin, end) of a measure says that leads: 由县财政牵头; 区生态环境分局牵头制定…. As UnitRole::InlineLead; 牵头单位 and 市农委牵头的 name nobody.
[[nodiscard]] std::vector<Unit> readInlineLeads(text::NormalText const& normal, std::u32string_view source, std::size_t begin, std::size_t end, Dictionary const& dictionary);

/// The date (or 立即) that a sentence sets, whoever must keep it.
[[nodiscard]] std::optional<Deadline> readDue(text::NormalText const& normal, std::size_t begin, std::size_t end, std::optional<int> year,
                                              Dictionary const& dictionary, std::vector<Notice>& notices);

} // namespace zhengtu::plan
