#include "plan/planning.hpp"

#include "plan/fields.hpp"
#include "plan/targets.hpp"
#include "plan/structure.hpp"

#include <algorithm>
#include <string_view>

namespace zhengtu::plan {

namespace {

using View = std::u32string_view;

enum class Matter { Unknown, Tasks, Background, Closing };

bool contains(View text, std::initializer_list<View> words) noexcept
{
    return std::any_of(words.begin(), words.end(), [&](View word) { return text.find(word) != View::npos; });
}

/// What a chapter deals with, by its heading.
Matter matterOf(View title) noexcept
{
    if (title.ends_with(U"保障") || contains(title, {U"保障措施", U"组织保障", U"实施保障", U"组织实施", U"组织领导", U"考核", U"监督实施", U"评估"})) { return Matter::Closing; }
    if (contains(title, {U"成效", U"现状", U"回顾", U"形势", U"基础", U"指导思想", U"基本原则", U"总体要求", U"编制依据", U"存在问题", U"机遇", U"挑战"})) {
        return Matter::Background;
    }
    if (contains(title, {U"任务", U"重点方向", U"重点工程", U"主要措施", U"工作措施", U"重点工作", U"主要举措", U"行动", U"举措"})) { return Matter::Tasks; }
    return Matter::Unknown;
}

struct Chapter {
    text::NumberForm form = text::NumberForm::CjkComma;
    Matter matter = Matter::Unknown;
};

} // namespace

std::vector<Span> readPlanning(Plan& plan, text::NormalText const& normal, std::vector<Piece> const& pieces)
{
    View const text{normal.text};
    std::vector<Chapter> open; // the headings above, highest first
    KeyTask* current = nullptr;
    std::size_t bodyBegin = 0, bodyEnd = 0;
    std::vector<Span> lookBack;
    auto const close = [&] {
        if (current != nullptr) { current->body = passage(normal, bodyBegin, bodyEnd); }
        current = nullptr;
    };
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        auto const& piece = pieces[i];
        bool const heading = piece.kind == PieceKind::Head && piece.ownLine;
        if (heading) {
            close();
            auto const title = text.substr(piece.content, std::min(text.find_first_of(U"。\n", piece.content), piece.end) - piece.content);
            // A form that is open already goes on in its own row; a new one opens a deeper level.
            auto const same = std::find_if(open.begin(), open.end(), [&](Chapter const& chapter) { return chapter.form == piece.number.form; });
            open.erase(same, open.end());
            auto const above = open.empty() ? Matter::Unknown : open.back().matter;
            auto const own = matterOf(title);
            open.push_back({piece.number.form, above == Matter::Unknown || own == Matter::Closing ? own : above});
            bool const leaf = i + 1 == pieces.size() || pieces[i + 1].kind != PieceKind::Head || pieces[i + 1].number.form == piece.number.form ||
                              std::any_of(open.begin(), open.end(), [&](Chapter const& chapter) { return chapter.form == pieces[i + 1].number.form; });
            if (open.back().matter == Matter::Tasks && leaf && open.size() > 1) {
                KeyTask task;
                task.no = passage(normal, piece.begin, piece.begin + piece.number.length).text;
                task.title = passage(normal, piece.content, piece.content + title.size());
                bodyBegin = std::min(piece.content + title.size() + 1, piece.end);
                bodyEnd = piece.end;
                plan.keyTasks.push_back(std::move(task));
                current = &plan.keyTasks.back();
                if (bodyBegin >= piece.end) { bodyBegin = piece.end; }
            }
        } else if (current != nullptr) {
            bodyEnd = piece.end;
        }
        auto const matter = open.empty() ? Matter::Unknown : open.back().matter;
        if (matter != Matter::Background && matter != Matter::Closing) { readTargets(plan.targets, normal, piece.content, piece.end, plan.year); }
        if (matter == Matter::Background) { lookBack.push_back({piece.begin, piece.end}); }
    }
    close();
    return lookBack;
}

} // namespace zhengtu::plan
