#include "place/lexicon.hpp"
#include "place/word_list.hpp"

#include <algorithm>

namespace zhengtu::place::lexicon {

namespace {

using Text = std::u32string_view;

/// Common words in front of an ending. A name that is one of them, or ends with one, is none.
constexpr Text anyCommon =
    U"各 该 本 某 全 新 老 旧 多 两 几 数 家 个 座 处 项 条 类 等 其他 其它 相关 有关 重点 大型 中型 小型 规模 一批 部分 所有 全部 现有 "
    U"在建 新建 拟建 已建 建成 违建 违规 违法 国家 国家级 省级 市级 县级 区级 乡镇 城镇 农村 城市 县城 城区 市区 社区 本地 当地 周边 "
    U"上述 同类 同一 无证 合法 非法 集中式 分散式 第三方 专业 试点 示范 标准化 综合 整体 二期 一期 三期";
constexpr Text companyCommon =
    U"某 涉事 涉案 当地 清洁 保洁 物业 施工 监理 建设 供热 供水 供气 燃气 环保 运输 国有 上市 总 分 子 母 股份 有限 责任 中央 省 市 县 热力 自来水 保险 "
    U"物流 运营 管理 服务 第三方 煤炭 电力 企业 产业 医疗 教育 利益 农业 大型 龙头 三大 建筑 园林 公交 出租 租赁 设备 园区清洁 个";
constexpr Text worksCommon =
    U"企业 污染企业 选 铁矿选 铁选 储油库 配套 重组 兼并 集中供热 供热 集中 调峰 备用 应急 城市集中供热 废品 废旧 废旧物资 规模 大型 小型 个体 路边 露天 非法 无证 私人 违法 违规 特色 连锁 撬装 民营 采 机制 制 黄 稀有 河道采 非金属 有色金属 煤 洗煤 选煤 石料 采石 采砂 砂石 加工 钢铁 钢 铁 水泥 焦化 化肥 砖 电 热 热电 发电 火电 燃煤 燃气 自来水 供水 净水 养殖 畜禽养殖 "
    U"规模化养殖 工 大 小 露天 非 非煤 处理 填埋 垃圾焚烧 垃圾焚烧发电 垃圾 生活垃圾焚烧 生活垃圾焚烧发电 焚烧 焚烧发电 生物质 进 入 出 "
    U"停 全 热源 生产 井工 在产 停产 合法 整合 兼并重组 保留 关闭 地方 国有 私人 预制 搅拌 型煤 洁净煤 造纸 铸造 冶炼 球团 城市 背压 "
    U"钢铁 铝 铜 金 铁 石 矿山 取水 地表水";
constexpr Text plantCommon =
    U"建设 镇区 乡镇区 恢复 改造 维修 生活 城镇生活 城市生活 农村生活 镇 城镇 城市 农村 乡镇 园区 工业 工业园区 集中 集中式 污水 生活污水 座 冬季 医疗 县级 市级 区域 配套 "
    U"生活污水集中 现有 小型 一体化 县城 城区 开发区 建制镇 乡镇生活 企业 医院 中水 建筑 餐厨 固废 工业固废 一般工业固废 无害化 卫生 简易 非正规 老旧 医疗 医疗废物 危险废物 危废 污泥 垃圾 生活垃圾 建筑垃圾 渣土 应急 协同 所有 全部 全市 各县 村 农村生活污水";
constexpr Text villageCommon =
    U"城中 城边 城郊 乡 农 农业农 区农业农 市农业农 新 旧 老 行政 自然 中心 空心 贫困 示范 试点 重点 全 整 各 每 驻 进 入 下 本 该 一 两 几 多 数 部分 个 确 改造 "
    U"搬迁 文明 生态 美丽 旅游 传统 古 渔 度假 取暖 煤改电 煤改气 周边 沿线 沿河 所在 出 同 邻 离 近 山 移民 个自然 个行政 洁净煤取暖 "
    U"清洁取暖 城边 建制 到 镇 乡镇 县乡 街道 户 三 级 平房 无煤 禁煤 受灾 沉陷 搬迁 帮扶 脱贫 乡镇 覆盖";
constexpr Text townCommon =
    U"文化名 历史名 历史文化名 旅游 美丽 示范 试点 生态 卫生 文明 产业 工业 煤炭 农业 万人 边远 偏远 平川 山区 沿河 沿线 重要 核心 所有 部分 相邻 周边 民族 少数民族 家 故 回 该 水 同 省级 国家级 边 整 强 农村 社区 村庄 城 各 乡 重点 村 集 建制 中心 特色小 特色 小 家 下 老 水 县 市 镇 入 全 本 该 个 所在 城 相关 周边 部分 古 名 重 强 大 各相关 涉及";
constexpr Text sectionCommon =
    U"入黄口 入汾口 入河口 入库口 国 地表水国 省 出境 入境 出市 入市 出省 入省 出口 入口 水质 河流 考核 监测 国考 省考 国控 省控 市控 县控 控制 跨界 地表水 例行监测 例行 水环境 优良 "
    U"个 劣类 交接 主要 重点 水体 饮用水 河道 不达标 超标 达标 全部 各 该 横 纵 国家考核 考核监测 国考监测 汾河流域国考 类水质 类 劣 所有";
constexpr Text stationCommon =
    U"空气质量 环境空气质量 环境空气 空气 空气自动 大气 环境 水质 自动 水质自动 国控 省控 县级 市级 城市 该 各 固定 移动 监测 在线 在线监测 "
    U"手工 地下水 土壤 噪声 乡镇空气 微型 网格化 网格 扬尘 国考 省考 周边 重点 环境质量 检查 执法 个 两个 检测";
constexpr Text parkCommon =
    U"精细 硬化 规范 绿化 改造 建设 整治 人口 企业 居民 人群 商业 开发区 开发区物流 家具 汽修 机械加工 行业 以上 省级以上 工业 产业 物流 各 该 本 农业 科技 经济 经济技术 高新技术 高新技术产业 高新 国家级 省级 各类 工业 个 示范 循环 循环经济 各 化工 煤化工 "
    U"进企入 入 退城入 进 出 大型物流 大型 专业 省级以上 省级及以上 综合 各级各类 各经济 现代农业 物流交易 静脉 生态工业 集聚 现有 所有 产业集聚 加工 循环产业 建材 县域 区域 民营 特色 开放型 实体 数字 非公 绿色 低碳 市场 国民 社会 工业固体废物综合利用 固废综合利用 全国 综合利用 教育 实训 培训 实践 生产 种植 养殖 创新 转型 集中 老 重 传统 煤 焦化";
constexpr Text reserveCommon =
    U"集中 乡镇级 地下水型 集中式地下水型 地表水型 河流型 湖库型 调查评估 评估 省城 重点 核心 一级 二级 准 县城 市区 乡镇集中式 城镇 农村饮用 水源 现用 在用 保护 建设 环城 城郊 自然 饮用 饮用水 集中式饮用 集中式饮用水 生态 各 各类 国家级 省级 省 山西省 全市 全省 国家 湿地 森林 饮用水源 饮用水水源 地下水 地表水 城市 "
    U"农村 乡镇 县级 县级以上 集中式 应急 备用 千人以上 农村集中式饮用水 水产种质资源 重要 违规 等 现有 水";
constexpr Text springCommon = U"保护 利用 全市 煤矿项目 项目 岩溶 重点 各 大 全省 主要 岩溶大 相关 所有 强化重点 名";
constexpr Text waterCommon = U"排 灌 沟 河 明 暗 涵 边 截 泄 洪 防 输 支 干 斗 毛 总干 主干 石砌 渗 水 雨 污水 退水 排水 排污 灌溉排 中小 大中 大中型 大型 小型 各 病险 新建 河 河流 重点 主要 饮用水 水源 座 总 支 引水 农灌 灌溉 农田 排水 灌区 个 条 沿线 入河 防渗";
constexpr Text facilityCommon =
    U"遗留 温泉 特色 康养 文旅 运动 体育 田园 产业 风情 中央 集中 开发 工业 建设 打造 城市 现代 老城 陶瓷原料 陶瓷 铁选厂 选厂 电石 铁矿 铜矿 金矿 铝矿 赤泥 石灰石 石膏 磷石膏 脱硫石膏 手续 无手续 全镇 全乡 供热站 集中供热站 县城集中供热站 货车 国有 机动车 车辆 质量 安全 尾气 核酸 检验 原材料 旅游风 风 风景 全域旅游 储油库 灌溉 特色 乡村 星级 高端 小水电 低碳 小微 矿山 村庄小微 老旧 居民 住宅 各 城市 无物业 新建 棚户 老 生活垃圾 垃圾 建筑垃圾 废渣 工业固废 固废 乡镇 物料 煤 煤矸 矸石 沥青 混凝土 商砼 渣土 煤炭 "
    U"大型 县级 乡镇卫生 中 小 高等 高校 城中村 超限 综合 路政 交警 动物 公路 高速 垃圾焚烧 储煤 堆 露天堆 堆煤 露天储煤 装车 超限超载 治超 "
    U"森林 湿地 郊野 城市 口袋 街头 国家 国家级 主题 体育 重点 职工 单身 学生 学校 民用 专科 综合 中心 卫生 定点 二级以上 县级以上 填埋 排 尾矿 "
    U"垃圾填埋 生活垃圾填埋 危废 渣 灰 集中 现有 个 运煤 封闭式 全封闭 非法 无名 城区 改造 拆迁 棚改 原 露天 规范 硬化 规划外 规划内 规划 历史 千年 文化 入河 总 雨水 污水 工业 生活污水 混合 各类 雨洪 废气 企业 规范化 临时 固定 弃 钢 原料 物料 矿石 煤泥 粉煤 电厂 灰 全国 著名 旅游 重点 综合 高铁 煤炭 建材 古城 采煤 矿井 历史遗留 外排 违法 非法入河 合法 冬季 公共 野生 植物";
constexpr Text tradeCommon =
    U"废旧 废 旧 报废 子午线 橡胶 农民 创办 兴办 投资 发展 特种 普通 硅酸盐 通用 商品 散装 熟料 粉磨 优质 重点 骨干 龙头 民营 国有 生产 中型 全国 全省 全市 取缔 淘汰 全部 区域 环境 冬季 生活 垃圾 垃圾焚烧 焚烧 燃煤 火力 风力 光伏 水力 余热 瓦斯 煤层气 生物质 分布式 煤矸石 低热值 自备 矸石 湿法 干法 周边 沿线 城区 县城 传统 精细 特色 现代 新型 大型 绿色 循环 有机 煤 煤系 高端 建筑 日用 园林 艺术 装饰 农用 生物 石油 盐 氯碱 独立 小型 地方 现有 主要 重点 规上 "
    U"发展 精密 工程 农业 通用 再生 退役 古建 耐火 卫生 建筑卫生 淘汰 落后 清洁 合成 半 独立 黑色 有色 粗 生铁 机焦 炼 墙体 防水 节能 环保 轻质 低端 "
    U"高性能 先进 碳基 开发 利用 推广 使用 其他 煤基 轨道 汽车 合金 集聚 整合 关停 退出 日用玻璃";
constexpr Text roadCommon =
    U"餐饮 商业 步行 美食 小吃 夜市 特色 文化 商务 高铁 县城二级 二级 一级 三级 四级 进村 入村 产业 旅游 田间 公路转 沿线 绕城 过境 走 上 下 跨省 京 和  国省 各 农村 城市 城区 主要 干线 普通 高等级 乡村 县乡 通村 出入 重点 环城 等级 运煤 货运 国省干线 高速 交通 绕城高速 国道省道 国省道 普速 地方 城际 专用 既有 煤运 重载 企业 公转 转 接入 大宗货物 客运 沿";

constexpr Text trades =
    U"钢铁 电力 煤炭 焦化 水泥 化工 建材 有色 火电 煤矿 洗煤厂 石料厂 粉磨站 集运站 选煤 洗煤 冶金 铸造 陶瓷 医药 电厂 球团 砖瓦 铝业 制药 煤业 矿业 能源 "
    U"印染 造纸 食品 屠宰 养殖 机械 玻璃 耐火材料 石灰 碳素 铁合金 电镀 煤化工 焦炭 氮肥 农药 包装印刷 工业涂装 家具 汽修 加油站 餐饮 "
    U"煤气 煤焦 煤化 冶炼 发电 肥业 水泥和粉磨站 建筑 施工 矿山 采矿 非煤矿山 采石 混凝土 搅拌站 工业 农业 交通 运输 物流 热电 供热 锅炉 工业炉窑 陶瓷厂 砖厂 焦化厂 钢厂";

WordList const& commonOf(FormRule rule)
{
    static WordList const company = words(companyCommon), works = words(worksCommon), plant = words(plantCommon),
                          village = words(villageCommon), town = words(townCommon), section = words(sectionCommon),
                          station = words(stationCommon), park = words(parkCommon), reserve = words(reserveCommon),
                          spring = words(springCommon), water = words(waterCommon), facility = words(facilityCommon),
                          road = words(roadCommon), trade = words(tradeCommon);
    switch (rule) {
    case FormRule::Company:
    case FormRule::Group: return company;
    case FormRule::Works: return works;
    case FormRule::Plant: return plant;
    case FormRule::Village: return village;
    case FormRule::Town: return town;
    case FormRule::Section: return section;
    case FormRule::Station: return station;
    case FormRule::Park: return park;
    case FormRule::Reserve: return reserve;
    case FormRule::Spring: return spring;
    case FormRule::River:
    case FormRule::Water: return water;
    case FormRule::Project:
    case FormRule::Facility: return facility;
    case FormRule::Road: return road;
    case FormRule::Trade: return trade;
    }
    return company;
}

} // namespace

bool isCommon(FormRule rule, std::u32string_view name)
{
    static WordList const any = words(anyCommon);
    auto const& own = commonOf(rule);
    if (name.empty() || oneOf(any, name) || oneOf(own, name)) { return true; }
    // "第三方专业", "全市农村生活": made of common words alone.
    for (auto const* list : {&any, &own}) {
        for (auto const& word : *list) {
            if (name.size() > word.size() && name.starts_with(word) && isCommon(rule, name.substr(word.size()))) { return true; }
        }
    }
    return false;
}

bool endsCommon(FormRule rule, std::u32string_view name)
{
    auto const& own = commonOf(rule);
    return std::ranges::any_of(own, [&](auto const& word) {
        bool const sure = word.size() >= 2 || Text{U"农乡整"}.find(word.front()) != Text::npos;
        return sure && name.size() > word.size() && name.ends_with(word);
    });
}

bool isTrade(std::u32string_view text)
{
    static WordList const all = words(trades);
    return oneOf(all, text);
}

} // namespace zhengtu::place::lexicon
