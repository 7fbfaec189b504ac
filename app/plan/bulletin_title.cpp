#include "plan/bulletin_title.hpp"

#include <algorithm>
#include <initializer_list>

namespace zhengtu::plan {

namespace {

using View = std::u32string_view;

bool has(View text, std::initializer_list<View> words) noexcept
{
    return std::any_of(words.begin(), words.end(), [&](View word) { return text.find(word) != View::npos; });
}

bool endsIn(View text, std::initializer_list<View> words) noexcept
{
    return std::any_of(words.begin(), words.end(), [&](View word) { return text.ends_with(word); });
}

View withoutBracket(View title) noexcept
{
    while (title.ends_with(U'）') && title.rfind(U'（') != View::npos && title.rfind(U'（') > 0) { title = title.substr(0, title.rfind(U'（')); }
    return title;
}

} // namespace

bool isMasthead(View line) noexcept
{
    return line.size() >= 4 && line.size() <= 14 && endsIn(line, {U"专刊", U"专报", U"简报", U"快报", U"督察通报", U"督查通报", U"督办通报"});
}

BulletinTitle bulletinTitle(View title, View masthead) noexcept
{
    title = withoutBracket(title);
    if (has(title, {U"经验", U"做法", U"表扬", U"表彰", U"先进"})) { return BulletinTitle::None; }
    if (has(title, {U"通报", U"提醒函", U"专报", U"整改通知", U"整改的通知", U"问题的函", U"督察发现", U"提示函", U"问题的通知"})) { return BulletinTitle::Bulletin; }
    // 关于…的督办函, 预警通报; 副市长调研督办…工作 and 召开调度会 tell news.
    bool const acts = has(title, {U"督办", U"交办", U"调度", U"督查", U"预警", U"约谈", U"挂牌"});
    bool const document = title.starts_with(U"关于") || endsIn(title, {U"通知", U"通知书", U"函", U"单", U"情况", U"督办", U"交办", U"预警", U"约谈", U"事项", U"意见", U"清单", U"要求", U"件", U"问题"});
    if (acts && document) { return BulletinTitle::Bulletin; }
    if (isMasthead(masthead) && !endsIn(masthead, {U"简报", U"快报"})) { return BulletinTitle::Bulletin; }
    bool const order = endsIn(title, {U"通知", U"函", U"措施", U"方案", U"清单", U"台账"}) && has(title, {U"问题", U"整改"});
    return order ? BulletinTitle::Order : BulletinTitle::None;
}

bool namesReport(View title) noexcept
{
    return !withoutBracket(title).ends_with(U"方案") && has(title, {U"整改情况", U"整改进展", U"整改落实", U"整改完成", U"整改销号", U"问题销号"});
}

} // namespace zhengtu::plan
