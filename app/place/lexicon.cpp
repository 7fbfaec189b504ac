#include "place/lexicon.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace zhengtu::place::lexicon {

namespace {

using Text = std::u32string_view;

bool contains(Text set, char32_t c) noexcept { return set.find(c) != Text::npos; }

/// Words separated by blanks.
std::vector<std::u32string> words(Text list)
{
    std::vector<std::u32string> all;
    for (std::size_t at = 0; at < list.size();) {
        auto const end = std::min(list.find(U' ', at), list.size());
        if (end > at) { all.emplace_back(list.substr(at, end - at)); }
        at = end + 1;
    }
    return all;
}

WordIndex indexOf(Text list)
{
    std::vector<std::pair<std::u32string, std::uint32_t>> pairs;
    for (auto& word : words(list)) { pairs.emplace_back(std::move(word), 0U); }
    return WordIndex{std::move(pairs)};
}

constexpr Text stops =
    U"督促 责令 责成 要求 发现 拆除 取缔 关停 检查 抽查 推进 加快 完成 启动 协调 实施 委托 通过 涉及 包括 包含 其中 特别是 尤其是 "
    U"以及 目前 清理 落实 强化 加强 建成 新建 扩建 改建 开工 位于 处于 属于 关于 对于 由于 用于 鉴于 限于 大于 小于 低于 高于 "
    U"针对 排查 组织 支持 督导 联合 配合 存在 指出 反馈 反映 披露 严格 处理 投入 停止 违规 违法 整治 整改 查处 上述 部分 所有 "
    U"全部 现有 多座 多家 对照 推动 确保 保障 按照 根据 依据 依法 紧盯 抓好 做好 全市 全县 全区 全省 我市 我县 我区 我省 境内 "
    U"辖区 周边 附近 东部 西部 南部 北部 中部 上游 下游 沿线 沿岸 距离 靠近 毗邻 紧邻 流经 汇入 排入 流入 直排 溢流 进入 送至 运至 "
    U"运往 倾倒 占用 侵占 例如 比如 譬如 冬季 夏季 春季 秋季 期间 作为 成为 导致 造成 影响 使得 关闭 淘汰 搬迁 退出 完善 优化 "
    U"实现 提升 提高 鼓励 引导 指导 监督 监管 审批 批复 编制 制定 出台 印发 已经 正在 仍有 仍然 尚有 尚未 分别 同时 直接 继续 "
    U"通向 流向 排向 途经 穿越 跨越 沿途 两侧 之一 发生 开展 进行 调查 核实 督办 通报 约谈 处罚 立案 问责 群众 举报 投诉 "
    U"来自 源于 始于 止于 起于 流域内 范围内 市区 建成区 国家 主要 重点 相关 有关 涉嫌 坚决 全面 积极 统筹 结合 依托 围绕 "
    U"划定 限期 逐步 逐一 立即 切实 牵头 责任 启用 投运 运行 运营 开工建设 建设完成 规划建设 加快建设 承担 交由 处置 淘汰了 "
    U"防止 避免 禁止 严禁 查明 清查 出境 入境 出市 入市 考核 以来 以后 之后 之前 此外 另外 另有 另在 还有 还发现 又有 仅有 只有 "
    U"经过 设置 限制 控制 严守 进一步 厘清 新增 加大 保持 保证 依靠 加密 采取 堆放 创建 组建 建立 构建 打造 引进 安装 配备 扩大 减少 增加 "
    U"缩短 深化 巩固 采用 借助 依照 召开 成立 设立 强力 大力 着力 有效 有力 严厉 严肃 认真 深入 持续 有序 充分 共同 参与 督察 巡查 暗访 移交 "
    U"交办 转办 受理 办理 报送 上报 下达 下发 倒逼 推行 推广 普及 壮大 培育 扶持 补齐 破解 解决 消除 杜绝 遏制 打击 违建 偷排 漏排 超标 超排 "
    U"外排 纳管 接入 接纳 停用 努力 健全 促进 留足 取用 划为 建起 形成 东延 西延 南延 北延 东侧 西侧 南侧 北侧 以东 以西 以南 以北 内的 "
    U"人均 原则上 年末 年底 月底 原有 共有 设有 建有 含有 已有 均有 均为 均未 共计 合计 累计 超过 不足 如下 就是 所在 所属 下属 旗下 原址 现为 原名 更名 简称 以下 距 离地 排放 生产 污染 治理";

constexpr Text stopChars = U"要的在对将把被该某其此各由从为是到至已仍与和及或等也又了着按因使让沿离并即距";

/// 和 inside names: 太和, 祥和, 和顺, 和平.
constexpr Text beforeHe = U"太祥永仁泰人义共协温平饱谐昌元兴万云天嘉雍政春";
constexpr Text afterHe = U"顺谐平睦";

constexpr Text brandNames =
    U"西山煤电 太原钢铁 太钢 阳煤 潞安 晋煤 同煤 大同煤矿 中煤 平朔 中煤平朔 晋能 晋能控股 兰花 霍州煤电 汾西矿业 汾西 焦煤 山西焦煤 "
    U"华能 华电 大唐 国电 国投 国能 国家能源 国家电投 中电 格盟 京能 漳电 漳泽 美锦 建龙 晋钢 立恒 安泰 鹏飞 太重 晋机 中铁 中建 "
    U"中国 中石油 中石化 中海油 中铝 中材 山水 冀东 华润 北方铜业 晋城煤业 阳光焦化 华新 国新 潞宝 东义 金晖 华阳 华阳新材料";

constexpr std::array forms{
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

/// Common words in front of an ending. A name that is one of them, or ends with one, is none.
constexpr Text anyCommon =
    U"各 该 本 某 全 新 老 旧 多 两 几 数 家 个 座 处 项 条 类 等 其他 其它 相关 有关 重点 大型 中型 小型 规模 一批 部分 所有 全部 现有 "
    U"在建 新建 拟建 已建 建成 违建 违规 违法 国家 国家级 省级 市级 县级 区级 乡镇 城镇 农村 城市 县城 城区 市区 社区 本地 当地 周边 "
    U"上述 同类 同一 无证 合法 非法 集中式 分散式 第三方 专业 试点 示范 标准化 综合 整体 二期 一期 三期";
constexpr Text companyCommon =
    U"清洁 保洁 物业 施工 监理 建设 供热 供水 供气 燃气 环保 运输 国有 上市 总 分 子 母 股份 有限 责任 中央 省 市 县 热力 自来水 保险 "
    U"物流 运营 管理 服务 第三方 煤炭 电力 企业 产业 医疗 教育 利益 农业 大型 龙头 三大 建筑 园林 公交 出租 租赁 设备 园区清洁 个";
constexpr Text worksCommon =
    U"废品 废旧 废旧物资 规模 大型 小型 个体 路边 露天 非法 无证 私人 违法 违规 特色 连锁 撬装 民营 采 机制 制 黄 稀有 河道采 非金属 有色金属 煤 洗煤 选煤 石料 采石 采砂 砂石 加工 钢铁 钢 铁 水泥 焦化 化肥 砖 电 热 热电 发电 火电 燃煤 燃气 自来水 供水 净水 养殖 畜禽养殖 "
    U"规模化养殖 工 大 小 露天 非 非煤 处理 填埋 垃圾焚烧 垃圾焚烧发电 垃圾 生活垃圾焚烧 生活垃圾焚烧发电 焚烧 焚烧发电 生物质 进 入 出 "
    U"停 全 热源 生产 井工 在产 停产 合法 整合 兼并重组 保留 关闭 地方 国有 私人 预制 搅拌 型煤 洁净煤 造纸 铸造 冶炼 球团 城市 背压 "
    U"钢铁 铝 铜 金 铁 石 矿山 取水 地表水";
constexpr Text plantCommon =
    U"生活 城镇生活 城市生活 农村生活 镇 城镇 城市 农村 乡镇 园区 工业 工业园区 集中 集中式 污水 生活污水 座 冬季 医疗 县级 市级 区域 配套 "
    U"生活污水集中 现有 小型 一体化 县城 城区 开发区 建制镇 乡镇生活 企业 医院 中水 所有 全部 全市 各县 村 农村生活污水";
constexpr Text villageCommon =
    U"城中 城边 城郊 乡 农 农业农 区农业农 市农业农 新 旧 老 行政 自然 中心 空心 贫困 示范 试点 重点 全 整 各 每 驻 进 入 下 本 该 一 两 几 多 数 部分 个 确 改造 "
    U"搬迁 文明 生态 美丽 旅游 传统 古 渔 度假 取暖 煤改电 煤改气 周边 沿线 沿河 所在 出 同 邻 离 近 山 移民 个自然 个行政 洁净煤取暖 "
    U"清洁取暖 城边 建制 到 镇 乡镇 县乡 街道 户 三 级 平房 无煤 禁煤 受灾 沉陷 搬迁 帮扶 脱贫 乡镇 覆盖";
constexpr Text townCommon =
    U"城 各 乡 重点 村 集 建制 中心 特色小 特色 小 家 下 老 水 县 市 镇 入 全 本 该 个 所在 城 相关 周边 部分 古 名 重 强 大 各相关 涉及";
constexpr Text sectionCommon =
    U"出境 入境 出市 入市 出省 入省 出口 入口 水质 河流 考核 监测 国考 省考 国控 省控 市控 县控 控制 跨界 地表水 例行监测 例行 水环境 优良 "
    U"个 劣类 交接 主要 重点 水体 饮用水 河道 不达标 超标 达标 全部 各 该 横 纵 国家考核 考核监测 国考监测 汾河流域国考 类水质 类 劣 所有";
constexpr Text stationCommon =
    U"空气质量 环境空气质量 环境空气 空气 空气自动 大气 环境 水质 自动 水质自动 国控 省控 县级 市级 城市 该 各 固定 移动 监测 在线 在线监测 "
    U"手工 地下水 土壤 噪声 乡镇空气 微型 网格化 网格 扬尘 国考 省考 周边 重点 环境质量 检查 执法 个 两个 检测";
constexpr Text parkCommon =
    U"开发区 开发区物流 家具 汽修 机械加工 行业 以上 省级以上 工业 产业 物流 各 该 本 农业 科技 经济 经济技术 高新技术 高新技术产业 高新 国家级 省级 各类 工业 个 示范 循环 循环经济 各 化工 煤化工 "
    U"进企入 入 退城入 进 出 大型物流 大型 专业 省级以上 省级及以上 综合 各级各类 各经济 现代农业 物流交易 静脉 生态工业 集聚 现有 所有 产业集聚";
constexpr Text reserveCommon =
    U"保护 建设 环城 城郊 自然 饮用 饮用水 集中式饮用 集中式饮用水 生态 各 各类 国家级 省级 省 山西省 全市 全省 国家 湿地 森林 饮用水源 饮用水水源 地下水 地表水 城市 "
    U"农村 乡镇 县级 县级以上 集中式 应急 备用 千人以上 农村集中式饮用水 水产种质资源 重要 违规 等 现有 水";
constexpr Text springCommon = U"煤矿项目 项目 岩溶 重点 各 大 全省 主要 岩溶大 相关 所有 强化重点 名";
constexpr Text waterCommon = U"中小 大中 大中型 大型 小型 各 病险 新建 河 河流 重点 主要 饮用水 水源 座";
constexpr Text facilityCommon =
    U"低碳 小微 矿山 村庄小微 老旧 居民 住宅 各 城市 无物业 新建 棚户 老 生活垃圾 垃圾 建筑垃圾 废渣 工业固废 固废 乡镇 物料 煤 煤矸 矸石 沥青 混凝土 商砼 渣土 煤炭 "
    U"大型 县级 乡镇卫生 中 小 高等 高校 城中村 超限 综合 路政 交警 动物 公路 高速 垃圾焚烧 储煤 堆 露天堆 堆煤 露天储煤 装车 超限超载 治超 "
    U"森林 湿地 郊野 城市 口袋 街头 国家 国家级 主题 体育 重点 职工 单身 学生 学校 民用 专科 综合 中心 卫生 定点 二级以上 县级以上 填埋 排 尾矿 "
    U"垃圾填埋 生活垃圾填埋 危废 渣 灰 集中 现有 个 运煤 封闭式 全封闭 非法 无名 城区 改造 拆迁 棚改 原 露天";
constexpr Text roadCommon =
    U"沿线 绕城 过境 走 上 下 跨省 京 和  国省 各 农村 城市 城区 主要 干线 普通 高等级 乡村 县乡 通村 出入 重点 环城 等级 运煤 货运 国省干线 高速 交通 绕城高速 国道省道 国省道";

constexpr Text trades =
    U"钢铁 电力 煤炭 焦化 水泥 化工 建材 有色 火电 煤矿 洗煤厂 石料厂 粉磨站 集运站 选煤 洗煤 冶金 铸造 陶瓷 医药 电厂 球团 砖瓦 铝业 制药 "
    U"印染 造纸 食品 屠宰 养殖 机械 玻璃 耐火材料 石灰 碳素 铁合金 电镀 煤化工 焦炭 氮肥 农药 包装印刷 工业涂装 家具 汽修 加油站 餐饮 "
    U"水泥和粉磨站 建筑 施工 矿山 采矿 非煤矿山 采石 混凝土 搅拌站 工业 农业 交通 运输 物流 热电 供热 锅炉 工业炉窑 陶瓷厂 砖厂 焦化厂 钢厂";

using WordList = std::vector<std::u32string>;

WordList const& commonOf(FormRule rule)
{
    static WordList const company = words(companyCommon), works = words(worksCommon), plant = words(plantCommon),
                          village = words(villageCommon), town = words(townCommon), section = words(sectionCommon),
                          station = words(stationCommon), park = words(parkCommon), reserve = words(reserveCommon),
                          spring = words(springCommon), water = words(waterCommon), facility = words(facilityCommon),
                          road = words(roadCommon);
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
    }
    return company;
}

bool oneOf(WordList const& list, Text word) { return std::ranges::find(list, word) != list.end(); }

/// Short names that are also words: what stands before or after them then. One of the two is enough.
struct Friend {
    Text name;
    Text before; ///< any of these characters directly before
    Text after;  ///< any of these words directly after
};
constexpr std::array friends{
    Friend{U"代县", U"现时当年世朝取替换迭历古近后一二三", U""},
    Friend{U"应县", U"相对适供反效响感照", U""},
    Friend{U"兴县", U"新振复", U""},
    Friend{U"临县", U"面光来", U""},
    Friend{U"古县", U"复考太", U"城墙"},
    Friend{U"平定", U"", U"叛 了 风"},
    Friend{U"平顺", U"", U"运 地"},
    Friend{U"高平", U"提较最", U"均 台"},
    Friend{U"长治", U"", U"久安 理"},
    Friend{U"长子", U"增生成", U"女 孙"},
    Friend{U"大同", U"", U"小异 世界 社会 煤矿"},
    Friend{U"乡宁", U"城", U"静"},
    Friend{U"天镇", U"今明昨每当", U""},
    Friend{U"阳高", U"太", U"度 压"},
    Friend{U"和顺", U"柔温祥谦", U"利"},
    Friend{U"永和", U"", U"平"},
    Friend{U"大宁", U"最强", U""},
    Friend{U"交口", U"提移外", U""},
    Friend{U"方山", U"北南东西一地", U""},
    Friend{U"中阳", U"", U"光 性"},
    Friend{U"高平", U"", U"均"},
    Friend{U"武乡", U"", U"村"},
    Friend{U"孝义", U"忠", U""},
    Friend{U"左权", U"", U"将军"},
    Friend{U"平城", U"和", U""},
    Friend{U"新荣", U"", U"誉"},
    Friend{U"盐湖", U"", U"水 生态"},
};
/// After any short name these make another name or a figure of speech of it.
constexpr Text afterAny = U"精神 山 河 桥 路 街 湖 沟 寺 庙 煤矿集团 会战 战役 模式 经验 将军 古城 石窟";

} // namespace

namespace {

enum CharClass : std::uint8_t { mark = 1, nameChar = 2, numeral = 4, measure = 8, stop = 16 };

/// Classes of all characters of the basic plane: asked for every character of a text, several times.
std::vector<std::uint8_t> const& charClasses()
{
    static std::vector<std::uint8_t> const table = [] {
        std::vector<std::uint8_t> classes(0x10000);
        auto const set = [&](Text characters, CharClass kind) {
            for (auto const c : characters) { classes[c] = static_cast<std::uint8_t>(classes[c] | kind); }
        };
        for (char32_t c = 0; c <= 0x20; ++c) { classes[c] = mark; }
        set(U"，。；：、！？“”‘’（）()《》〈〉【】[]<>,.;:!?\"'—…～~/+-＋×%％", mark);
        for (char32_t c = 0x3400; c <= 0x4DBF; ++c) { classes[c] = nameChar; }
        for (char32_t c = 0x4E00; c <= 0x9FFF; ++c) { classes[c] = nameChar; }
        set(U"·〇", nameChar);
        set(U"0123456789一二三四五六七八九十两百千万数多几余", numeral);
        set(U"家个座处项条台户名片眼口辆批次类", measure);
        set(stopChars, stop);
        return classes;
    }();
    return table;
}

bool is(char32_t c, CharClass kind) noexcept { return c < 0x10000 && (charClasses()[c] & kind) != 0; }

} // namespace

bool isMark(char32_t c) noexcept { return is(c, mark); }
bool isNameChar(char32_t c) noexcept { return is(c, nameChar) || (c >= 0x20000 && c <= 0x3FFFF); }
bool isNumeral(char32_t c) noexcept { return is(c, numeral); }
bool isMeasureWord(char32_t c) noexcept { return is(c, measure); }

WordIndex const& stopWords()
{
    static WordIndex const index = indexOf(stops);
    return index;
}

bool isStopChar(char32_t c) noexcept { return is(c, stop); }

bool joinsHere(char32_t before, char32_t after) noexcept { return !contains(beforeHe, before) && !contains(afterHe, after); }

WordIndex const& brands()
{
    static WordIndex const index = indexOf(brandNames);
    return index;
}

WordIndex const& companies()
{
    static WordIndex const index = indexOf(U"西山煤电 太钢 晋钢 阳煤 同煤 太重 晋煤 潞安 汾西矿业 霍州煤电 兰花科创 晋能控股 首钢长钢 长钢 太化 太锅");
    return index;
}

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

bool isFalseFriend(std::u32string_view text, std::size_t begin, std::size_t end)
{
    auto const name = text.substr(begin, end - begin);
    auto const rest = text.substr(end);
    static WordList const afterShort = words(afterAny);
    auto const startsWithAny = [&](WordList const& list) {
        return std::ranges::any_of(list, [&](auto const& word) { return rest.starts_with(word); });
    };
    bool const full = name.ends_with(U'县') || name.ends_with(U'市') || name.ends_with(U'区');
    if (!full && startsWithAny(afterShort)) { return true; }
    for (auto const& known : friends) {
        if (known.name != name) { continue; }
        if (begin > 0 && contains(known.before, text[begin - 1])) { return true; }
        if (!known.after.empty() && startsWithAny(words(known.after))) { return true; }
    }
    return false;
}

Kind kindByEnding(std::u32string_view name)
{
    auto core = name;
    for (Text const tail : {Text{U"有限责任公司"}, Text{U"股份有限公司"}, Text{U"集团有限公司"}, Text{U"有限公司"}}) {
        if (core.size() > tail.size() && core.ends_with(tail)) {
            core.remove_suffix(tail.size());
            break;
        }
    }
    for (Text const tail : {Text{U"煤业"}, Text{U"煤矿"}, Text{U"露天矿"}, Text{U"石料厂"}, Text{U"采石场"}, Text{U"铁矿"}, Text{U"矿"}}) {
        if (core.size() > tail.size() && core.ends_with(tail)) { return Kind::Mine; }
    }
    if (core.size() < name.size()) { return Kind::Enterprise; }
    for (Text const tail : {Text{U"厂"}, Text{U"公司"}, Text{U"集团"}, Text{U"热电"}, Text{U"矿业"}}) {
        if (name.ends_with(tail)) { return Kind::Enterprise; }
    }
    return Kind::Other;
}

} // namespace zhengtu::place::lexicon
