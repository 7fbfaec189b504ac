#include "workspace/rule_run.hpp"

#include <cmath>
#include <format>

namespace zhengtu::workspace {

geo::Layer asLayer(RuleReport const& report)
{
    geo::Layer layer;
    layer.id = "rule_findings";
    layer.title = "规则核查结果";
    layer.titleEn = "Findings of rules";
    layer.kind = "rule_finding";
    layer.style = "finding";
    std::size_t number = 0;
    for (auto const& finding : report.findings) {
        geo::Feature feature;
        feature.id = std::format("{}-{}", finding.ruleId, ++number);
        feature.name = finding.subject;
        feature.kind = layer.kind;
        feature.zone = finding.zone;
        feature.parent = finding.object;
        feature.county = finding.county;
        feature.schematic = finding.schematic;
        feature.shape = finding.shape;
        std::string tasks;
        for (auto const& task : finding.tasks) { tasks += (tasks.empty() ? "" : ";") + task; }
        auto const text = [](std::optional<double> value, int decimals) { return value && std::isfinite(*value) ? std::format("{:.{}f}", *value, decimals) : std::string{}; };
        feature.more = {{"rule_id", finding.ruleId}, {"finding", name(finding.kind)}, {"answer", analysis::name(finding.answer)}, {"relation", plan::name(finding.relation)},
                        {"severity", plan::name(finding.severity)}, {"distance_m", text(finding.distanceM, 1)}, {"share", text(finding.share, 4)}, {"area_m2", text(finding.areaM2, 0)},
                        {"before_m2", finding.allowed ? text(finding.allowed->beforeM2, 0) : ""}, {"overlap_m2", finding.allowed ? text(finding.allowed->overlapM2, 0) : ""},
                        {"pillar_m2", finding.allowed ? text(finding.allowed->pillarM2, 0) : ""}, {"after_m2", finding.allowed ? text(finding.allowed->afterM2, 0) : ""},
                        {"known", finding.found ? std::to_string(*finding.found) : ""}, {"demand", finding.demand}, {"reason", finding.reason}, {"quote", finding.quote},
                        {"law", finding.source}, {"said", finding.said}, {"task_id", tasks}};
        layer.features.push_back(std::move(feature));
    }
    return layer;
}

} // namespace zhengtu::workspace
