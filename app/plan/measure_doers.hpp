#pragma once

#include "plan/dictionary.hpp"
#include "plan/plan.hpp"
#include "text/document.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace zhengtu::plan {

/// Who must do a measure and by when, where no field names a unit and the measure does: …（市住建局牵头，市公安局配合，6月底前完成）;
/// 由市水利局牵头，…. Private to app/plan.
class MeasureDoers {
public:
    MeasureDoers(Plan& plan, text::NormalText const& normal, std::u32string_view source, Dictionary const& dictionary)
        : m_plan{plan}, m_normal{normal}, m_text{normal.text}, m_source{source}, m_dictionary{dictionary}
    {
    }

    /// Fills units and, unless it is `dated`, the deadline of a task whose text is `body`. Whether the task has a deadline then.
    [[nodiscard]] bool read(Task& task, Span body, bool dated) const;

    /// The day in the bracket that ends a measure, where no field sets one: （2022年3月底前）, （长期坚持）. （截至2022年3月底） and （2022年数据） set none.
    [[nodiscard]] std::optional<Deadline> bracketDue(Span body) const;

    /// The day that a measure says it is due by, anywhere in it: 于2021年6月底前建成. For lists of which no field sets a day.
    [[nodiscard]] std::optional<Deadline> dueInText(Span body) const;

    /// Where a field lists the units, the measure may still say which of them leads; one that the task or `shared` names as lead is not repeated.
    void addLeads(Task& task, Span body, std::vector<Unit> const& shared) const;

private:
    Plan& m_plan;
    text::NormalText const& m_normal;
    std::u32string_view m_text, m_source;
    Dictionary const& m_dictionary;
};

} // namespace zhengtu::plan
