#pragma once

#include "plan/passage.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What a plan demands of space (rules) and what it says of space (claims), as plain data that can be stored, confirmed by a
/// person and carried out later. Nothing here is computed on a map. Described in docs/formats/rules.md.
namespace zhengtu::plan {

/// How the subject of a rule stands to its object. "grown" is by the parameter `distance`, in metres, outward from the edge.
enum class RuleRelation : std::uint8_t {
    Within,          ///< subjects in the object
    NotWithin,       ///< no subject is left in the object
    WithinDistance,  ///< subjects in the object grown
    MinimumDistance, ///< subjects are no nearer to the object than the distance
    Buffer,          ///< a strip that wide along the object, outside of it
    Minus,           ///< the area of the subject less the object grown
    CountPer,        ///< the number of subjects in each object
    Offset,          ///< emissions of subjects in the object are cut `factor` times elsewhere
};

/// How strongly it is demanded. A rule that is `soft` (原则上) warns where it is broken.
enum class RuleSeverity : std::uint8_t {
    Prohibition, ///< 禁止, 严禁, 不得: a subject in that relation breaks the rule
    Restriction, ///< 严格限制, 限制, 严格控制: likewise, to be looked at one by one
    Requirement, ///< 必须, 不少于: a subject that is not in that relation breaks the rule
    Goal,        ///< 推动退出, 清零: what is in that relation now shall not be in the end
    Disposition, ///< what is done with a subject in that relation: Rule::demand
};

enum class RuleState : std::uint8_t { Proposed, Confirmed, Rejected };

/// A class of things in the vocabulary (dictionaries/rules.toml), as the text names it.
struct RuleSubject {
    std::string kind; ///< "air-polluting-project"
    Passage said;     ///< 涉气项目
};

struct RuleObject {
    std::string kind;               ///< "spring-domain", "county-group" ...
    std::vector<std::string> zones; ///< parts of it that are meant: "core", "buffer", "key"; empty: all of it
    Passage said;                   ///< with the name before it: 晋祠泉域重点保护区
    std::string layer;              ///< kind of layer that holds such objects ("spring_zone"); empty: none is known
    bool bounded = true;            ///< false: nothing says where it ends (城乡结合部)
};

/// A number that the rule needs. One without a value is not stated by the plan: a person must give it, nobody assumes it.
struct RuleParameter {
    std::string name; ///< "distance" and "pillar" in metres, "count", "factor"
    std::optional<double> value;
    std::string comparator = "=", unit; ///< unit: "m"; empty for numbers
    Passage said;                       ///< 二十公里范围内, 规定范围
    bool given = false;                 ///< by the person who confirmed the rule, not by the plan
};

struct Rule {
    std::string id; ///< "r" and 10 hex digits of plan, relation, objects and quote: the same when the plan is read again
    RuleRelation relation = RuleRelation::Within;
    RuleSeverity severity = RuleSeverity::Prohibition;
    bool soft = false;
    std::vector<RuleSubject> subjects;
    std::vector<RuleObject> objects; ///< any of them
    std::vector<RuleParameter> parameters;
    std::string demand;       ///< what the text demands, in its own words
    Passage quote;            ///< the sentence, up to its full stop or semicolon
    std::vector<Span> repeats;///< where the plan says the same again
    std::string owner;        ///< id of the task or problem that it stands in; empty outside of them
    std::string reason;       ///< why it was taken for this rule
    RuleState state = RuleState::Proposed;

    [[nodiscard]] std::vector<std::string> missing() const; ///< names of the parameters without a value
};

enum class ClaimKind : std::uint8_t { Distance, Count, Area, Membership };

/// What a plan states of space as a fact: for an audit against the map, never a rule.
struct Claim {
    std::string id; ///< "c" and 10 hex digits
    ClaimKind kind = ClaimKind::Distance;
    RuleRelation relation = RuleRelation::WithinDistance; ///< distances: MinimumDistance (how far apart) or WithinDistance; else Within
    Passage subject, object; ///< 249省道, 保德县工商局监测点位; either may be empty where the sentence does not say
    std::string objectKind;  ///< kind of the object in the vocabulary; may be empty
    Quantity quantity;       ///< as printed
    std::optional<double> metres; ///< of a distance
    std::optional<double> squareMetres; ///< of an area
    std::optional<double> of;     ///< 14 of 14个县中有13个
    Passage quote;
    std::string owner;
};

[[nodiscard]] char const* name(RuleRelation relation) noexcept; ///< "within", "not-within", "within-distance" ...
[[nodiscard]] char const* name(RuleSeverity severity) noexcept; ///< "prohibition", "restriction" ...
[[nodiscard]] char const* name(RuleState state) noexcept;       ///< "proposed", "confirmed", "rejected"
[[nodiscard]] char const* name(ClaimKind kind) noexcept;        ///< "distance", "count", "area", "membership"
[[nodiscard]] std::optional<RuleRelation> ruleRelation(std::string_view name) noexcept;
[[nodiscard]] std::optional<RuleSeverity> ruleSeverity(std::string_view name) noexcept;
[[nodiscard]] std::optional<RuleState> ruleState(std::string_view name) noexcept;

} // namespace zhengtu::plan
