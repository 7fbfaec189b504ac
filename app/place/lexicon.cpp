#include "place/lexicon.hpp"

#include "place/word_list.hpp"

#include <string>
#include <vector>

namespace zhengtu::place::lexicon {

namespace {

using Text = std::u32string_view;

constexpr Text stops =
    U"督促 责令 责成 要求 发现 拆除 取缔 关停 检查 抽查 推进 加快 完成 启动 协调 实施 委托 通过 涉及 包括 包含 其中 特别是 尤其是 "
    U"以及 目前 清理 落实 强化 加强 建成 新建 扩建 改建 开工 位于 处于 属于 关于 对于 由于 用于 鉴于 限于 大于 小于 低于 高于 "
    U"针对 排查 组织 支持 督导 联合 配合 存在 指出 反馈 反映 披露 严格 处理 投入 停止 违规 违法 整治 整改 查处 上述 部分 所有 "
    U"全部 现有 多座 多家 对照 推动 确保 保障 按照 根据 依据 依法 紧盯 抓好 做好 全市 全县 全区 全省 我市 我县 我区 我省 境内 "
    U"辖区 周边 附近 东部 西部 南部 北部 中部 上游 下游 沿线 沿岸 距离 靠近 毗邻 紧邻 流经 汇入 排入 流入 直排 溢流 进入 送至 运至 "
    U"运往 倾倒 占用 侵占 例如 比如 譬如 冬季 夏季 春季 秋季 期间 作为 成为 导致 造成 影响 使得 关闭 淘汰 搬迁 退出 完善 优化 "
    U"实现 提升 提高 鼓励 引导 指导 监督 监管 审批 批复 编制 制定 出台 印发 已经 正在 仍有 仍然 尚有 尚未 分别 同时 直接 继续 "
    U"清退 会同 绕行 接轨 通向 流向 排向 途经 穿越 跨越 沿途 两侧 之一 发生 开展 进行 调查 核实 督办 通报 约谈 处罚 立案 问责 群众 举报 投诉 "
    U"来自 源于 始于 止于 起于 流域内 范围内 市区 建成区 国家 主要 重点 相关 有关 涉嫌 坚决 全面 积极 统筹 结合 依托 围绕 "
    U"划定 限期 逐步 逐一 立即 切实 牵头 责任 启用 投运 运行 运营 开工建设 建设完成 规划建设 加快建设 承担 交由 处置 淘汰了 "
    U"防止 避免 禁止 严禁 查明 清查 出境 入境 出市 入市 考核 以来 以后 之后 之前 此外 另外 另有 另在 还有 还发现 又有 仅有 只有 "
    U"经过 设置 限制 控制 严守 进一步 厘清 新增 加大 保持 保证 依靠 加密 采取 堆放 创建 组建 建立 构建 打造 引进 安装 配备 扩大 减少 增加 "
    U"缩短 深化 巩固 采用 借助 依照 召开 成立 设立 强力 大力 着力 有效 有力 严厉 严肃 认真 深入 持续 有序 充分 共同 参与 督察 巡查 暗访 移交 "
    U"交办 转办 受理 办理 报送 上报 下达 下发 倒逼 推行 推广 普及 壮大 培育 扶持 补齐 破解 解决 消除 杜绝 遏制 打击 违建 偷排 漏排 超标 超排 "
    U"外排 纳管 接入 接纳 停用 努力 健全 促进 留足 取用 划为 建起 形成 东延 西延 南延 北延 东侧 西侧 南侧 北侧 以东 以西 以南 以北 内的 "
    U"人均 原则上 年末 年底 月底 原有 共有 设有 建有 含有 已有 均有 均为 均未 共计 合计 累计 超过 不足 如下 就是 发挥 查看 察看 挖掘 修复 实地 现场 先后 来到 走访 所在 所属 下属 旗下 内有 设于 建于 总结 提质 提标 严查 开采 退水经 污水经 废水经 河道内 沟道内 河滩内 库区内 矿区内 保护区内 景区内 以及 压实 压紧 后送 封堵 支流 交界处 交汇处 接壤处 相邻处 拟建 在建 续建 区内 园内 域内 村内 镇内 乡内 县内 市内 厂内 场内 院内 原址 现为 原名 更名 简称 以下 距 离地 排放 生产 污染 治理 存于 放于 倒于 埋于 置于 落于 布于 中于 建于 立于 流进 排进 倒进 威胁 危及 破坏 毁坏";

constexpr Text stopChars = U"要的在对将把被该某其此各由从为是到至已仍与和及或等也又了着按因使让沿离并即距以";

/// Words that a stop word or character inside them, or across their beginning (建|设有|机), does not part.
constexpr Text wholeWordList = U"有机 有色 离柳 并州 在线 将军 向阳 有限责任公司 有限公司";

/// 和 inside names: 太和, 祥和, 和顺, 和平.
constexpr Text beforeHe = U"太祥永仁泰人义共协温平饱谐昌元兴万云天嘉雍政春";
constexpr Text afterHe = U"顺谐平睦";

constexpr Text brandNames =
    U"西山煤电 西山煤气化 太原钢铁 太钢 阳煤 潞安 晋煤 同煤 大同煤矿 中煤 平朔 中煤平朔 晋能 晋能控股 兰花 霍州煤电 汾西矿业 汾西 焦煤 山西焦煤 "
    U"华能 华电 大唐 国电 国投 国能 国家能源 国家电投 中电 格盟 京能 漳电 漳泽 美锦 建龙 晋钢 立恒 安泰 鹏飞 太重 晋机 中铁 中建 "
    U"中石油 中石化 中海油 中铝 中材 山水 冀东 华润 北方铜业 晋城煤业 阳光焦化 华新 国新 潞宝 东义 金晖 华阳 华阳新材料 "
    U"首钢 长钢 宝武 河钢 鞍钢 中钢 中信 中核 中化 中粮 中交 中电建 中能建 中节能 中航 华晋 华晋焦煤 离柳焦煤 中阳钢铁 晋南钢铁 晋城福盛 "
    U"天脊 丰喜 阳煤丰喜 潞安化工 潞安矿业 襄矿 沁新 通洲 常平 南耀 三元 壶化 紫金 凯嘉 义棠 茂胜 聚源 大土河 金达 金岩 孝义鹏飞 梗阳 亚鑫 "
    U"海鑫 建邦 通才 高义 宏达 永鑫 光大 万鑫达 太化 太锅 榆次 榆社 同华 晋北 鲁能 鲁能晋北 肥美 信发 奥凯达 华兴 兴安化工 东方希望 中铝山西 "
    U"新石 晋神 鲁晋 河曲晋神 同煤浙能 同煤国电 同煤大唐 晋能电力 晋控 山西建投 山西路桥 山西交控 山西潞安 山西晋煤 蓝焰 海螺 威顿 凯通 双良";

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

WordIndex const& wholeWords()
{
    static WordIndex const index = indexOf(wholeWordList);
    return index;
}

bool joinsHere(char32_t before, char32_t after) noexcept { return !isOneOf(beforeHe, before) && !isOneOf(afterHe, after); }

WordIndex const& brands()
{
    static WordIndex const index = indexOf(brandNames);
    return index;
}

WordIndex const& mountains()
{
    static WordIndex const index = indexOf(U"太行山 吕梁山 中条山 太岳山 恒山 五台山 云中山 系舟山 管涔山 芦芽山 关帝山 黑茶山 霍山 历山 王屋山 绵山 六棱山 采凉山 洪涛山 五鹿山 石膏山 云丘山 析城山");
    return index;
}

WordIndex const& companies()
{
    static WordIndex const index = indexOf(U"山西焦化 太原煤气化 西山煤电 太钢 晋钢 阳煤 同煤 太重 晋煤 潞安 汾西矿业 霍州煤电 兰花科创 晋能控股 首钢长钢 长钢 太化 太锅 晋控煤业 山西焦煤 潞安化工 华阳集团 兰花集团 天脊集团 平朔集团 平朔公司 长钢公司 太钢集团 美锦集团 中煤平朔 富士康");
    return index;
}

} // namespace zhengtu::place::lexicon
