#include "text/plausibility.hpp"

#include "text/characters.hpp"

#include <algorithm>
#include <array>

namespace zhengtu::text {

namespace {

/// Function words and the everyday words of public documents. In real Chinese prose or tables of this kind one character in
/// six or more is here; in GBK text read as UTF-8, or the other way round, hardly any is.
constexpr std::u32string_view commonSource =
    U"的一是不了在人有我他这个上们来到时大地为子中你说生国年着就那和要她出也得里后自以会家可下而过天去能对小多然于心学之都好看起"
    U"发当没成只如事把还用第样道想作种开美总从无情己面最女但现前些所同日手又行意动方期它头经长儿回位分爱老因很给名法间斯知世什"
    U"两次使身者被高已亲其进此话常与活正感见明问力理尔点文几定本公特做外孩相西果走将月十实向声车全信重三机工物气每并别真打"
    U"省市县区镇乡村街道路河山水矿煤厂企业单位责任整改措施目标治理污染环境保护督察反馈问题生态政府党委局部门各限底完成建设"
    U"项目排放监管落实加强严格推进按照要求关于通知方案规划管理未及等由应将对二四五六七八九、，。：；（）";

struct Common {
    std::array<bool, 0x10000> is{};
    Common()
    {
        for (char32_t const c : commonSource) {
            if (isHan(c) && c < 0x10000) { is[c] = true; }
        }
    }
};

bool isCommon(char32_t c) noexcept
{
    static Common const common;
    return c < 0x10000 && common.is[c];
}

} // namespace

Plausibility plausibility(std::u32string_view text) noexcept
{
    Plausibility p;
    char32_t before = 0;
    for (char32_t const c : text.substr(0, 200'000)) {
        p.lost += c == U'?' && before == U'?' ? 1U : 0U;
        before = c;
        if (isUnified(c)) {
            ++p.total;
            ++p.han;
            p.common += isCommon(c) ? 1U : 0U;
            continue;
        }
        if (isBlank(c) || isLineEnd(c)) { continue; }
        ++p.total;
        if (isHan(c)) {
            ++p.han;
            p.common += isCommon(c) ? 1U : 0U;
        } else if (c < 0x20 || c == 0x7F) {
            ++p.control;
        } else if ((c >= 0x80 && c < 0xA0) || (c >= 0xC0 && c <= 0xFF && c != U'×' && c != U'÷')) {
            ++p.latinExtended;
        } else if (c == 0xFFFD || (c >= 0xE000 && c <= 0xF8FF) || (c & 0xFFFE) == 0xFFFE || c >= 0xE0000) {
            ++p.replaced;
        }
    }
    return p;
}

bool Plausibility::mojibake() const noexcept
{
    if (replaced * 50 > total && replaced > 2) { return true; }
    if (lost * 4 > total && lost > 10) { return true; }
    if (latinExtended * 5 > total && latinExtended > 10 && han * 20 < total) { return true; }
    return han >= 40 && common * 10 < han; // Chinese characters, but not Chinese
}

double Plausibility::score() const noexcept
{
    if (total == 0) { return 0; }
    auto const share = [&](std::size_t n) { return static_cast<double>(n) / static_cast<double>(total); };
    return share(common) * 4 + share(total - std::min(total, han + latinExtended + replaced + control)) * 0.5 -
           share(latinExtended) - share(replaced) * 8 - share(control) * 8;
}

} // namespace zhengtu::text
