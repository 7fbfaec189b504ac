#include "map/finding_words.hpp"

#include "map/words.hpp"

#include <QCoreApplication>

#include <functional>
#include <map>

namespace zhengtu::map {

QString findingWord(std::string const& key)
{
    static std::map<std::string, char const*, std::less<>> const words{
        // what was found
        {"breach", QT_TRANSLATE_NOOP("Findings", "Breach")},
        {"judge", QT_TRANSLATE_NOOP("Findings", "To be judged")},
        {"warn", QT_TRANSLATE_NOOP("Findings", "Warning")},
        {"new-only", QT_TRANSLATE_NOOP("Findings", "No new ones")},
        {"goal", QT_TRANSLATE_NOOP("Findings", "Still there")},
        {"dispose", QT_TRANSLATE_NOOP("Findings", "To be dealt with")},
        {"short", QT_TRANSLATE_NOOP("Findings", "Too few")},
        {"allowed", QT_TRANSLATE_NOOP("Findings", "Allowable area")},
        {"agrees", QT_TRANSLATE_NOOP("Findings", "Agrees")},
        {"differs", QT_TRANSLATE_NOOP("Findings", "Differs")},
        {"cannot-decide", QT_TRANSLATE_NOOP("Findings", "Cannot be decided")},
        {"same-place", QT_TRANSLATE_NOOP("Findings", "Same place")},
        {"near", QT_TRANSLATE_NOOP("Findings", "Near")},
        // what is stated, and of what
        {"distance", QT_TRANSLATE_NOOP("Findings", "Distance")},
        {"count", QT_TRANSLATE_NOOP("Findings", "Count")},
        {"area", QT_TRANSLATE_NOOP("Findings", "Area")},
        {"membership", QT_TRANSLATE_NOOP("Findings", "Belongs to")},
        {"share-of-region", QT_TRANSLATE_NOOP("Findings", "Share of a region")},
        {"arithmetic", QT_TRANSLATE_NOOP("Findings", "Own numbers")},
        {"sum of parts", QT_TRANSLATE_NOOP("Findings", "Sum of parts")},
        {"sum of milestones", QT_TRANSLATE_NOOP("Findings", "Sum of milestones")},
        {"rest", QT_TRANSLATE_NOOP("Findings", "Rest")},
        {"share of a whole", QT_TRANSLATE_NOOP("Findings", "Share of a whole")},
        // relations and strengths of rules
        {"within", QT_TRANSLATE_NOOP("Findings", "Within")},
        {"not-within", QT_TRANSLATE_NOOP("Findings", "Not within")},
        {"within-distance", QT_TRANSLATE_NOOP("Findings", "Within a distance")},
        {"minimum-distance", QT_TRANSLATE_NOOP("Findings", "Minimum distance")},
        {"buffer", QT_TRANSLATE_NOOP("Findings", "Buffer")},
        {"minus", QT_TRANSLATE_NOOP("Findings", "Less")},
        {"count-per", QT_TRANSLATE_NOOP("Findings", "Number for each")},
        {"offset", QT_TRANSLATE_NOOP("Findings", "Cut elsewhere")},
        {"prohibition", QT_TRANSLATE_NOOP("Findings", "Prohibition")},
        {"restriction", QT_TRANSLATE_NOOP("Findings", "Restriction")},
        {"requirement", QT_TRANSLATE_NOOP("Findings", "Requirement")},
        {"disposition", QT_TRANSLATE_NOOP("Findings", "Disposition")},
        // fields
        {"finding", QT_TRANSLATE_NOOP("Findings", "Finding")},
        {"verdict", QT_TRANSLATE_NOOP("Findings", "Verdict")},
        {"claim_kind", QT_TRANSLATE_NOOP("Findings", "Kind of statement")},
        {"stated_text", QT_TRANSLATE_NOOP("Findings", "As stated")},
        {"stated", QT_TRANSLATE_NOOP("Findings", "Stated value")},
        {"unit", QT_TRANSLATE_NOOP("Findings", "Unit")},
        {"computed", QT_TRANSLATE_NOOP("Findings", "Computed")},
        {"low", QT_TRANSLATE_NOOP("Findings", "From")},
        {"high", QT_TRANSLATE_NOOP("Findings", "To")},
        {"tolerance", QT_TRANSLATE_NOOP("Findings", "Tolerance")},
        {"reason", QT_TRANSLATE_NOOP("Findings", "Why")},
        {"parts", QT_TRANSLATE_NOOP("Findings", "Parts")},
        {"quote", QT_TRANSLATE_NOOP("Findings", "Quote")},
        {"plan", QT_TRANSLATE_NOOP("Findings", "Plan")},
        {"owner", QT_TRANSLATE_NOOP("Findings", "Task or problem")},
        {"task_id", QT_TRANSLATE_NOOP("Findings", "Task")},
        {"rule_id", QT_TRANSLATE_NOOP("Findings", "Rule")},
        {"relation", QT_TRANSLATE_NOOP("Findings", "Relation")},
        {"severity", QT_TRANSLATE_NOOP("Findings", "Strength")},
        {"demand", QT_TRANSLATE_NOOP("Findings", "Demand")},
        {"law", QT_TRANSLATE_NOOP("Findings", "Law or plan")},
        {"said", QT_TRANSLATE_NOOP("Findings", "Sentence")},
        {"known", QT_TRANSLATE_NOOP("Findings", "Known")},
        {"area_m2", QT_TRANSLATE_NOOP("Findings", "Area, m²")},
        {"before_m2", QT_TRANSLATE_NOOP("Findings", "Before, m²")},
        {"overlap_m2", QT_TRANSLATE_NOOP("Findings", "Overlap, m²")},
        {"pillar_m2", QT_TRANSLATE_NOOP("Findings", "Pillar, m²")},
        {"after_m2", QT_TRANSLATE_NOOP("Findings", "After, m²")},
        {"at_most_m", QT_TRANSLATE_NOOP("Findings", "At most, m")},
        {"earlier_plan", QT_TRANSLATE_NOOP("Findings", "Earlier plan")},
        {"earlier", QT_TRANSLATE_NOOP("Findings", "Earlier quote")},
        {"earlier_tasks", QT_TRANSLATE_NOOP("Findings", "Earlier tasks")},
        {"closed", QT_TRANSLATE_NOOP("Findings", "Closed before")},
        {"later_plan", QT_TRANSLATE_NOOP("Findings", "Later plan")},
        {"later", QT_TRANSLATE_NOOP("Findings", "Later quote")},
    };
    auto const known = words.find(key);
    return known == words.end() ? fieldWord(key) : QCoreApplication::translate("Findings", known->second);
}

bool isOfFindings(std::string const& layerKind) { return layerKind == "rule_finding" || layerKind == "claim_finding" || layerKind == "recurrence"; }

} // namespace zhengtu::map
