#include "place/lexicon.hpp"

#include <array>

namespace zhengtu::place::lexicon {

namespace {

constexpr std::array forms{
    Form{U"钢铁", FormRule::Trade, Kind::Enterprise},
    Form{U"焦化", FormRule::Trade, Kind::Enterprise},
    Form{U"煤焦", FormRule::Trade, Kind::Enterprise},
    Form{U"铝业", FormRule::Trade, Kind::Enterprise},
    Form{U"镁业", FormRule::Trade, Kind::Enterprise},
    Form{U"化工", FormRule::Trade, Kind::Enterprise},
    Form{U"铸造", FormRule::Trade, Kind::Enterprise},
    Form{U"铸业", FormRule::Trade, Kind::Enterprise},
    Form{U"冶金", FormRule::Trade, Kind::Enterprise},
    Form{U"陶瓷", FormRule::Trade, Kind::Enterprise},
    Form{U"水泥", FormRule::Trade, Kind::Enterprise},
    Form{U"建材", FormRule::Trade, Kind::Enterprise},
    Form{U"新材料", FormRule::Trade, Kind::Enterprise},
    Form{U"新能源", FormRule::Trade, Kind::Enterprise},
    Form{U"肥业", FormRule::Trade, Kind::Enterprise},
    Form{U"药业", FormRule::Trade, Kind::Enterprise},
    Form{U"纸业", FormRule::Trade, Kind::Enterprise},
    Form{U"乳业", FormRule::Trade, Kind::Enterprise},
    Form{U"聚集区", FormRule::Park, Kind::Park},
    Form{U"集聚区", FormRule::Park, Kind::Park},
    Form{U"卫生填埋场", FormRule::Plant, Kind::Site},
    Form{U"古城", FormRule::Facility, Kind::Site},
    Form{U"公墓", FormRule::Facility, Kind::Site},
    Form{U"陵园", FormRule::Facility, Kind::Site},
    Form{U"石灰石矿", FormRule::Works, Kind::Mine},
    Form{U"石灰岩矿", FormRule::Works, Kind::Mine},
    Form{U"白云岩矿", FormRule::Works, Kind::Mine},
    Form{U"花岗岩矿", FormRule::Works, Kind::Mine},
    Form{U"铝矾土矿", FormRule::Works, Kind::Mine},
    Form{U"采石厂", FormRule::Works, Kind::Mine},
    Form{U"砂石场", FormRule::Works, Kind::Mine},
    Form{U"洗煤场", FormRule::Works, Kind::Enterprise},
    Form{U"储煤场", FormRule::Facility, Kind::Site},
    Form{U"氧化铝厂", FormRule::Works, Kind::Enterprise},
    Form{U"热源厂", FormRule::Works, Kind::Enterprise},
    Form{U"搅拌厂", FormRule::Works, Kind::Enterprise},
    Form{U"生活垃圾填埋场", FormRule::Plant, Kind::Site},
    Form{U"垃圾填埋场", FormRule::Plant, Kind::Site},
    Form{U"垃圾处理场", FormRule::Plant, Kind::Site},
    Form{U"垃圾处理中心", FormRule::Plant, Kind::Site},
    Form{U"垃圾处理厂", FormRule::Plant, Kind::Site},
    Form{U"垃圾中转站", FormRule::Plant, Kind::Site},
    Form{U"垃圾转运站", FormRule::Plant, Kind::Site},
    Form{U"垃圾焚烧厂", FormRule::Plant, Kind::Site},
    Form{U"处置中心", FormRule::Plant, Kind::Site},
    Form{U"渣土场", FormRule::Facility, Kind::Site},
    Form{U"渣土消纳场", FormRule::Facility, Kind::Site},
    Form{U"弃渣场", FormRule::Facility, Kind::Site},
    Form{U"排土场", FormRule::Facility, Kind::Site},
    Form{U"堆场", FormRule::Facility, Kind::Site},
    Form{U"灰场", FormRule::Facility, Kind::Site},
    Form{U"赤泥库", FormRule::Facility, Kind::Site},
    Form{U"排污口", FormRule::Facility, Kind::Site},
    Form{U"采煤沉陷区", FormRule::Facility, Kind::Site},
    Form{U"景区", FormRule::Facility, Kind::Site},
    Form{U"火车站", FormRule::Facility, Kind::Site},
    Form{U"客运站", FormRule::Facility, Kind::Site},
    Form{U"批发市场", FormRule::Facility, Kind::Site},
    Form{U"农贸市场", FormRule::Facility, Kind::Site},
    Form{U"社区", FormRule::Facility, Kind::Village},
    Form{U"示范基地", FormRule::Park, Kind::Site},
    Form{U"产业基地", FormRule::Park, Kind::Park},
    Form{U"经济区", FormRule::Park, Kind::Park},
    Form{U"高新区", FormRule::Park, Kind::Park},
    Form{U"工业区", FormRule::Park, Kind::Park},
    Form{U"植物园", FormRule::Facility, Kind::Park},
    Form{U"动物园", FormRule::Facility, Kind::Park},
    Form{U"矿山公园", FormRule::Reserve, Kind::Park},
    Form{U"退水渠", FormRule::Water, Kind::River},
    Form{U"排洪渠", FormRule::Water, Kind::River},
    Form{U"干渠", FormRule::Water, Kind::River},
    Form{U"铁路", FormRule::Road, Kind::Road},
    Form{U"烧烤店", FormRule::Works, Kind::Enterprise},
    Form{U"饭店", FormRule::Works, Kind::Enterprise},
    Form{U"酒店", FormRule::Works, Kind::Enterprise},
    Form{U"餐厅", FormRule::Works, Kind::Enterprise},
    Form{U"门市部", FormRule::Works, Kind::Enterprise},
    Form{U"加油站", FormRule::Works, Kind::Enterprise},
    Form{U"养猪场", FormRule::Works, Kind::Enterprise},
    Form{U"养鸡场", FormRule::Works, Kind::Enterprise},
    Form{U"养牛场", FormRule::Works, Kind::Enterprise},
    Form{U"屠宰场", FormRule::Works, Kind::Enterprise},
    Form{U"收购站", FormRule::Works, Kind::Enterprise},
    Form{U"砂场", FormRule::Works, Kind::Mine},
    Form{U"金矿", FormRule::Works, Kind::Mine},
    Form{U"铜矿", FormRule::Works, Kind::Mine},
    Form{U"铝土矿", FormRule::Works, Kind::Mine},
    Form{U"石膏矿", FormRule::Works, Kind::Mine},
    Form{U"尾矿库", FormRule::Facility, Kind::Site},
    Form{U"高速", FormRule::Road, Kind::Road},
    Form{U"有限责任公司", FormRule::Company, Kind::Enterprise},
    Form{U"股份有限公司", FormRule::Company, Kind::Enterprise},
    Form{U"集团有限公司", FormRule::Company, Kind::Enterprise},
    Form{U"有限公司", FormRule::Company, Kind::Enterprise},
    Form{U"集团公司", FormRule::Group, Kind::Enterprise},
    Form{U"分公司", FormRule::Group, Kind::Enterprise},
    Form{U"公司", FormRule::Group, Kind::Enterprise},
    Form{U"集团", FormRule::Group, Kind::Enterprise},
    Form{U"合作社", FormRule::Group, Kind::Enterprise},
    Form{U"养殖场", FormRule::Works, Kind::Enterprise},
    Form{U"热电厂", FormRule::Works, Kind::Enterprise},
    Form{U"发电厂", FormRule::Works, Kind::Enterprise},
    Form{U"电厂", FormRule::Works, Kind::Enterprise},
    Form{U"热电", FormRule::Works, Kind::Enterprise},
    Form{U"石料厂", FormRule::Works, Kind::Mine},
    Form{U"采石场", FormRule::Works, Kind::Mine},
    Form{U"石料场", FormRule::Works, Kind::Mine},
    Form{U"采砂场", FormRule::Works, Kind::Mine},
    Form{U"砂石厂", FormRule::Works, Kind::Mine},
    Form{U"加工厂", FormRule::Works, Kind::Enterprise},
    Form{U"洗煤厂", FormRule::Works, Kind::Enterprise},
    Form{U"选煤厂", FormRule::Works, Kind::Enterprise},
    Form{U"焦化厂", FormRule::Works, Kind::Enterprise},
    Form{U"球团厂", FormRule::Works, Kind::Enterprise},
    Form{U"水泥厂", FormRule::Works, Kind::Enterprise},
    Form{U"化肥厂", FormRule::Works, Kind::Enterprise},
    Form{U"砖厂", FormRule::Works, Kind::Enterprise},
    Form{U"钢厂", FormRule::Works, Kind::Enterprise},
    Form{U"铁厂", FormRule::Works, Kind::Enterprise},
    Form{U"水厂", FormRule::Works, Kind::Site},
    Form{U"工厂", FormRule::Works, Kind::Enterprise},
    Form{U"煤矿", FormRule::Works, Kind::Mine},
    Form{U"煤业", FormRule::Works, Kind::Mine},
    Form{U"矿业", FormRule::Works, Kind::Enterprise},
    Form{U"露天矿", FormRule::Works, Kind::Mine},
    Form{U"铁矿", FormRule::Works, Kind::Mine},
    Form{U"铝矿", FormRule::Works, Kind::Mine},
    Form{U"污水处理厂", FormRule::Plant, Kind::Wwtp},
    Form{U"污水处理站", FormRule::Plant, Kind::Wwtp},
    Form{U"污水处理中心", FormRule::Plant, Kind::Wwtp},
    Form{U"水质净化厂", FormRule::Plant, Kind::Wwtp},
    Form{U"净水厂", FormRule::Plant, Kind::Wwtp},
    Form{U"断面", FormRule::Section, Kind::MonitoringSection},
    Form{U"监测点位", FormRule::Station, Kind::AirStation},
    Form{U"监测点", FormRule::Station, Kind::AirStation},
    Form{U"监测站点", FormRule::Station, Kind::AirStation},
    Form{U"监测站", FormRule::Station, Kind::AirStation},
    Form{U"空气站", FormRule::Station, Kind::AirStation},
    Form{U"站点", FormRule::Station, Kind::AirStation},
    Form{U"工业园区", FormRule::Park, Kind::Park},
    Form{U"产业园区", FormRule::Park, Kind::Park},
    Form{U"物流园区", FormRule::Park, Kind::Park},
    Form{U"工业园", FormRule::Park, Kind::Park},
    Form{U"产业园", FormRule::Park, Kind::Park},
    Form{U"物流园", FormRule::Park, Kind::Park},
    Form{U"园区", FormRule::Park, Kind::Park},
    Form{U"经济技术开发区", FormRule::Park, Kind::Park},
    Form{U"高新技术产业开发区", FormRule::Park, Kind::Park},
    Form{U"经济开发区", FormRule::Park, Kind::Park},
    Form{U"开发区", FormRule::Park, Kind::Park},
    Form{U"综改示范区", FormRule::Park, Kind::Park},
    Form{U"转型综改示范区", FormRule::Park, Kind::Park},
    Form{U"工业集聚区", FormRule::Park, Kind::Park},
    Form{U"森林公园", FormRule::Reserve, Kind::Park},
    Form{U"湿地公园", FormRule::Reserve, Kind::Park},
    Form{U"地质公园", FormRule::Reserve, Kind::Park},
    Form{U"公园", FormRule::Facility, Kind::Park},
    Form{U"自然保护区", FormRule::Reserve, Kind::Reserve},
    Form{U"核心保护区", FormRule::Reserve, Kind::Reserve},
    Form{U"水源保护区", FormRule::Reserve, Kind::Reserve},
    Form{U"风景名胜区", FormRule::Reserve, Kind::Reserve},
    Form{U"水源地", FormRule::Reserve, Kind::Site},
    Form{U"泉域重点保护区", FormRule::Spring, Kind::SpringZone},
    Form{U"泉域", FormRule::Spring, Kind::SpringZone},
    Form{U"水库", FormRule::Water, Kind::Reservoir},
    Form{U"项目", FormRule::Project, Kind::Site},
    Form{U"工程", FormRule::Project, Kind::Site},
    Form{U"工地", FormRule::Project, Kind::Site},
    Form{U"小区", FormRule::Facility, Kind::Site},
    Form{U"学院", FormRule::Facility, Kind::Site},
    Form{U"大学", FormRule::Facility, Kind::Site},
    Form{U"中学", FormRule::Facility, Kind::Site},
    Form{U"小学", FormRule::Facility, Kind::Site},
    Form{U"医院", FormRule::Facility, Kind::Site},
    Form{U"宿舍", FormRule::Facility, Kind::Site},
    Form{U"检查站", FormRule::Facility, Kind::Site},
    Form{U"收费站", FormRule::Facility, Kind::Site},
    Form{U"展览馆", FormRule::Facility, Kind::Site},
    Form{U"片区", FormRule::Facility, Kind::Site},
    Form{U"填埋场", FormRule::Facility, Kind::Site},
    Form{U"料场", FormRule::Facility, Kind::Site},
    Form{U"煤场", FormRule::Facility, Kind::Site},
    Form{U"渣场", FormRule::Facility, Kind::Site},
    Form{U"矸石场", FormRule::Facility, Kind::Site},
    Form{U"矸石山", FormRule::Facility, Kind::Site},
    Form{U"搅拌站", FormRule::Facility, Kind::Site},
    Form{U"集运站", FormRule::Facility, Kind::Site},
    Form{U"中转站", FormRule::Facility, Kind::Site},
    Form{U"转运站", FormRule::Facility, Kind::Site},
    Form{U"高速公路", FormRule::Road, Kind::Road},
    Form{U"快速路", FormRule::Road, Kind::Road},
    Form{U"公路", FormRule::Road, Kind::Road},
    Form{U"大道", FormRule::Road, Kind::Road},
    Form{U"大街", FormRule::Road, Kind::Road},
};

} // namespace

WordIndex const& formEndings()
{
    static WordIndex const index = [] {
        std::vector<std::pair<std::u32string, std::uint32_t>> pairs;
        for (std::uint32_t i = 0; i < forms.size(); ++i) { pairs.emplace_back(std::u32string{forms[i].ending}, i); }
        return WordIndex{std::move(pairs)};
    }();
    return index;
}

Form const& form(std::uint32_t value) { return forms.at(value); }

Kind kindByEnding(std::u32string_view name)
{
    auto core = name;
    bool const group = name.ends_with(U"集团") || name.ends_with(U"集团公司") || name.ends_with(U"集团有限公司") || name.ends_with(U"集团有限责任公司") ||
                       name.ends_with(U"集团股份有限公司") || name.ends_with(U"（集团）有限公司") || name.ends_with(U"（集团）有限责任公司");
    if (group) { return Kind::Enterprise; } // 某某煤业集团: the company, not one of its mines
    for (std::u32string_view const tail : {std::u32string_view{U"有限责任公司"}, std::u32string_view{U"股份有限公司"}, std::u32string_view{U"有限公司"}, std::u32string_view{U"公司"}}) {
        if (core.size() > tail.size() && core.ends_with(tail)) {
            core.remove_suffix(tail.size());
            break;
        }
    }
    for (std::u32string_view const tail : {std::u32string_view{U"煤业"}, std::u32string_view{U"煤矿"}, std::u32string_view{U"露天矿"}, std::u32string_view{U"石料厂"}, std::u32string_view{U"采石场"}, std::u32string_view{U"铁矿"}, std::u32string_view{U"矿"}}) {
        if (core.size() > tail.size() && core.ends_with(tail)) { return Kind::Mine; }
    }
    if (core.size() < name.size()) { return Kind::Enterprise; }
    for (std::u32string_view const tail : {std::u32string_view{U"厂"}, std::u32string_view{U"公司"}, std::u32string_view{U"集团"}, std::u32string_view{U"热电"}, std::u32string_view{U"矿业"}}) {
        if (name.ends_with(tail)) { return Kind::Enterprise; }
    }
    return Kind::Other;
}

} // namespace zhengtu::place::lexicon
