#include "place/lexicon.hpp"
#include "place/word_list.hpp"

#include <algorithm>
#include <array>

namespace zhengtu::place::lexicon {

namespace {

using Text = std::u32string_view;

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
    Friend{U"五台", U"增装置购共各近", U"设备 机组 锅炉 竖炉 焦炉 高炉 转炉 套"},
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
    Friend{U"盐湖", U"", U"水 生态 周边 沿岸 岸 保护 禁采 资源 景区"},
};
/// After any short name these make another name or a figure of speech of it.
constexpr Text afterAny = U"精神 山 河 桥 路 街 湖 沟 寺 庙 煤矿集团 会战 战役 模式 经验 将军 古城 石窟 大道 大街";

bool holds(Text set, char32_t c) noexcept { return set.find(c) != Text::npos; }

} // namespace

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
        if (begin > 0 && holds(known.before, text[begin - 1])) { return true; }
        if (!known.after.empty() && startsWithAny(words(known.after))) { return true; }
    }
    return false;
}

} // namespace zhengtu::place::lexicon
