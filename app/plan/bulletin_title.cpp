#include "plan/bulletin_title.hpp"

#include <algorithm>
#include <initializer_list>

namespace zhengtu::plan {

namespace {

using View = std::u32string_view;

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

BulletinTitle bulletinTitle(View title, View masthead, SentenceWords const& words) noexcept
{
    title = withoutBracket(title);
    if (containsAny(title, words.titlePraise)) { return BulletinTitle::None; }
    if (containsAny(title, words.titleSure)) { return BulletinTitle::Bulletin; }
    bool const document = title.starts_with(U"关于") || endsWithAny(title, words.titleForms);
    if (containsAny(title, words.titleActs) && document) { return BulletinTitle::Bulletin; }
    if (isMasthead(masthead) && !endsIn(masthead, {U"简报", U"快报"})) { return BulletinTitle::Bulletin; }
    bool const order = endsWithAny(title, words.titleOrders) && containsAny(title, words.titleSubjects);
    return order ? BulletinTitle::Order : BulletinTitle::None;
}

bool namesReport(View title, SentenceWords const& words) noexcept
{
    return !withoutBracket(title).ends_with(U"方案") && containsAny(title, words.titleReports);
}

} // namespace zhengtu::plan
