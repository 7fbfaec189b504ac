#include "text/layout.hpp"

#include "text/characters.hpp"
#include "text/plain_tables.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace zhengtu::text {

namespace {

constexpr std::u32string_view kangxi =
    U"一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳"
    U"心戈户手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米"
    U"糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾见角言谷豆豕豸贝赤走足身车辛辰辵邑酉釆里金长门阜隶隹雨青非面革韦"
    U"韭音页风飞食首香马骨高髟斗鬯鬲鬼鱼鸟卤鹿麦麻黄黍黑黹黾鼎鼓鼠鼻齐齿龙龟龠";

/// One character to one character; 0 drops it.
char32_t simple(char32_t c) noexcept
{
    if (isUnified(c)) { return c; }
    if (c >= 0xA3A1 && c <= 0xA3FE) { c = c - 0xA3A1 + 0xFF01; // GBK codes that a font passed on as if they were Unicode
        if (c == U'．') { return U'。'; }
    }
    switch (c) {
    case U'，': case U'：': case U'；': case U'（': case U'）': case U'？': case U'！': return c;
    case U'«': case U'≪': return U'《';
    case U'»': case U'≫': return U'》';
    case U'‹': case U'＜': case U'﹤': return U'〈';
    case U'›': case U'＞': case U'﹥': return U'〉';
    case U'｡': return U'。';
    case U'､': case U'﹑': return U'、';
    case U'︰': case U'∶': case U'﹕': return U'：';
    case U'﹐': return U'，';
    case U'﹔': return U'；';
    case U'﹙': case U'❨': return U'（';
    case U'﹚': case U'❩': return U'）';
    case U'［': case U'〖': return U'【';
    case U'］': case U'〗': return U'】';
    case U'＂': return U'"';
    case U'µ': return U'μ';
    default: break;
    }
    if (c >= 0xFF01 && c <= 0xFF5E) { return c - 0xFF01 + U'!'; }
    if (c >= U'₀' && c <= U'₉') { return c - U'₀' + U'0'; }
    if (c >= 0x2F00 && c < 0x2F00 + kangxi.size()) { return kangxi[c - 0x2F00]; }
    if (isInvisible(c)) { return 0; }
    return c;
}

bool isBoxDrawing(char32_t c) noexcept { return c >= 0x2500 && c <= 0x257F; }

constexpr std::array<std::pair<std::u32string_view, char32_t>, 14> latexSymbols{{
    {U"mu", U'μ'}, {U"times", U'×'}, {U"sim", U'~'}, {U"geq", U'≥'}, {U"ge", U'≥'}, {U"leq", U'≤'}, {U"le", U'≤'},
    {U"circ", U'°'}, {U"cdot", U'·'}, {U"pm", U'±'}, {U"alpha", U'α'}, {U"beta", U'β'}, {U"gamma", U'γ'}, {U"approx", U'≈'}}};
constexpr std::array<std::u32string_view, 8> latexWrappers{U"text", U"mathrm", U"rm", U"mathbf", U"mathit", U"left", U"right", U"textbf"};

/// Folds one physical line [at, end) of the source.
class LineFolder {
public:
    LineFolder(std::u32string_view source, std::size_t begin, std::size_t end, CellBorder border, Folded& out)
        : m_source{source}, m_at{begin}, m_end{end}, m_out{out}, m_start{out.text.size()}, m_border{border}
    {
        auto const line = source.substr(begin, end - begin);
        std::size_t dollars = 0, tabs = 0;
        for (char32_t const c : line) {
            dollars += c == U'$' ? 1U : 0U;
            tabs += c == U'\t' ? 1U : 0U;
        }
        m_math = dollars >= 2;
        m_tabbed = tabs >= 2;
        m_bold = line.starts_with(U"**") && line.find(U"**", 2) != std::u32string_view::npos;
    }

    void run()
    {
        while (m_at < m_end) {
            if (isUnified(m_source[m_at])) { // most of it: stays as it is
                m_out.put(m_source[m_at], m_at);
                ++m_at;
            } else if (isBlank(m_source[m_at])) {
                blanks();
            } else if (!latex() && !strayAnd() && !markup()) {
                plain();
            }
        }
        punctuation();
    }

private:
    [[nodiscard]] bool started() const noexcept { return m_out.text.size() > m_start; }
    [[nodiscard]] char32_t last() const noexcept { return started() ? m_out.text.back() : U'\0'; }
    [[nodiscard]] char32_t peek(std::size_t ahead = 1) const noexcept
    {
        return m_at + ahead < m_end ? m_source[m_at + ahead] : U'\0';
    }

    void cell(std::size_t from)
    {
        if (started() && last() != cellEnd) { m_out.put(cellEnd, from); }
        m_segment = m_out.text.size();
    }

    void plain()
    {
        auto const c = m_source[m_at];
        if (isCellRule(c) || (m_border.commas && c == U',' && !m_quoted)) {
            cell(m_at);
        } else if (m_border.commas && c == U'"') { // around a field with commas in it
            m_quoted = !m_quoted;
        } else if (!isBoxDrawing(c)) {
            if (auto const folded = simple(c); folded != 0) { m_out.put(folded, m_at); }
        }
        ++m_at;
    }

    /// Left over from other formats: <br> ends a line, ** around a label is nothing (张** is a name that is not printed).
    bool markup()
    {
        if (m_source[m_at] != U'<' && m_source[m_at] != U'*') { return false; }
        auto const rest = m_source.substr(m_at, m_end - m_at);
        if (m_bold && rest.starts_with(U"**")) {
            m_at += 2;
            return true;
        }
        for (std::u32string_view const tag : {U"<br>", U"<br/>", U"<br />", U"<BR>", U"<p>", U"</p>"}) {
            if (!rest.starts_with(tag)) { continue; }
            punctuation();
            if (started()) { m_out.put(U'\n', m_at); }
            m_start = m_segment = m_out.text.size();
            m_at += tag.size();
            return true;
        }
        return false;
    }

    /// A run of blanks: nothing, one space, or the border between two columns.
    void blanks()
    {
        auto const from = m_at;
        std::size_t width = 0;
        for (; m_at < m_end && isBlank(m_source[m_at]); ++m_at) {
            width += m_source[m_at] == U'\t' ? 4U : (m_source[m_at] == 0x3000 ? 2U : 1U);
        }
        if (m_at == m_end || !started() || last() == cellEnd || isCellRule(m_source[m_at])) { return; }
        auto const next = simple(m_source[m_at]);
        bool const tab = m_tabbed && m_source.substr(from, m_at - from).find(U'\t') != std::u32string_view::npos;
        if (tab || (m_border.blanks > 0 && width >= m_border.blanks) || (width >= 4 && columnBorder())) {
            cell(from);
        } else if (last() > U' ' && last() < 0x7F && next > U' ' && next < 0x7F) {
            m_out.put(U' ', from);
        }
    }

    /// Wide gaps also stand inside labels (责　　任　　人) and behind numbers; a border has words on both sides.
    [[nodiscard]] bool columnBorder() const noexcept
    {
        auto const before = std::u32string_view{m_out.text}.substr(std::max(m_segment, m_start));
        std::size_t after = 0;
        while (m_at + after < m_end && after < 6 && !isBlank(m_source[m_at + after])) { ++after; }
        if (before.size() < 2 || after < 2) { return false; }
        bool const number = before.size() < 5 && std::none_of(before.begin(), before.end(), [](char32_t c) {
            return isHan(c) && std::u32string_view{U"一二三四五六七八九十"}.find(c) == std::u32string_view::npos;
        });
        auto const ahead = m_source.substr(m_at, std::min<std::size_t>(5, m_end - m_at));
        bool const label = before.size() <= 2 && ahead.find_first_of(U"：:") != std::u32string_view::npos;
        return !number && !label;
    }

    /// "生态环境保护 and 整改": a word that a converter translated.
    bool strayAnd()
    {
        if (m_source.substr(m_at, 3) != U"and" || m_at + 3 >= m_end || !isHan(last())) { return false; }
        auto next = m_at + 3;
        while (next < m_end && isBlank(m_source[next])) { ++next; }
        if (next == m_end || !isHan(m_source[next])) { return false; }
        m_out.put(U'和', m_at);
        m_at += 3;
        return true;
    }

    bool latex()
    {
        auto const c = m_source[m_at];
        if (c == U'$' && m_math) {
            m_inMath = !m_inMath;
            ++m_at;
            return true;
        }
        if (c == U'\\') { return command(); }
        if ((c == U'_' || c == U'^') && (peek() == U'{' || (m_inMath && peek() != U'\0'))) { return script(c); }
        if ((c == U'{' || c == U'}') && (m_inMath || m_braces > 0)) {
            m_braces += c == U'{' ? 1 : (m_braces > 0 ? -1 : 0);
            ++m_at;
            return true;
        }
        return false;
    }

    bool command()
    {
        if (std::u32string_view{U"%,;! {}$&_#"}.find(peek()) != std::u32string_view::npos && peek() != U'\0') {
            if (std::u32string_view{U"%$&_#"}.find(peek()) != std::u32string_view::npos) { m_out.put(peek(), m_at + 1); }
            m_at += 2;
            return true;
        }
        std::size_t length = 0;
        while (length < 12 && isAsciiLetter(peek(1 + length))) { ++length; }
        auto const name = m_source.substr(m_at + 1, length);
        for (auto const& [symbol, character] : latexSymbols) {
            if (name == symbol) {
                m_out.put(character, m_at);
                m_at += 1 + length;
                return true;
            }
        }
        if (std::find(latexWrappers.begin(), latexWrappers.end(), name) == latexWrappers.end()) { return false; }
        m_at += 1 + length;
        if (m_at < m_end && m_source[m_at] == U'{') {
            ++m_braces;
            ++m_at;
        }
        return true;
    }

    /// PM_{2.5} -> PM2.5, m^3 -> m³
    bool script(char32_t mark)
    {
        bool const braced = peek() == U'{';
        auto const content = m_at + (braced ? 2U : 1U);
        auto const single = content < m_end && (!braced || (content + 1 < m_end && m_source[content + 1] == U'}'));
        if (mark == U'^' && single && (m_source[content] == U'2' || m_source[content] == U'3')) {
            m_out.put(m_source[content] == U'2' ? U'²' : U'³', content);
            m_at = content + (braced ? 2U : 1U);
            return true;
        }
        if (braced) { ++m_braces; }
        m_at = content;
        return true;
    }

    /// ASCII punctuation beside Chinese becomes Chinese, so that every later step knows one form of each mark.
    void punctuation()
    {
        auto& text = m_out.text;
        auto const wide = [&](std::size_t i) { return i < text.size() && text[i] >= 0x2E80 && text[i] != cellEnd; };
        for (auto i = m_start; i < text.size(); ++i) {
            if (text[i] >= 0x80) { continue; }
            bool const beside = (i > m_start && wide(i - 1)) || wide(i + 1);
            switch (text[i]) {
            case U'(': text[i] = U'（'; break;
            case U')': text[i] = U'）'; break;
            case U':': if (beside) { text[i] = U'：'; } break;
            case U',': if (beside) { text[i] = U'，'; } break;
            case U';': if (beside) { text[i] = U'；'; } break;
            case U'?': if (beside) { text[i] = U'？'; } break;
            case U'!': if (beside) { text[i] = U'！'; } break;
            case U'.': { // 完善设施. (2)建设事故池.
                bool const closes = i + 1 == text.size() || text[i + 1] == U' ' || text[i + 1] == U'(' || text[i + 1] == cellEnd;
                if (closes && i > m_start + 4 && isHan(text[i - 1])) { text[i] = U'。'; }
                break;
            }
            default: break;
            }
        }
    }

    std::u32string_view m_source;
    std::size_t m_at, m_end;
    Folded& m_out;
    std::size_t m_start;
    CellBorder m_border; ///< of a table without rules
    std::size_t m_segment = 0;
    int m_braces = 0;
    bool m_math = false, m_inMath = false;
    bool m_tabbed = false; ///< tabs part columns
    bool m_quoted = false; ///< inside a field in quotes
    bool m_bold = false;   ///< begins with ** and has more of them
};

} // namespace

Folded fold(std::u32string_view source)
{
    Folded out;
    out.text.reserve(source.size());
    out.origin.reserve(source.size());
    PlainTables table;
    for (std::size_t begin = 0; begin < source.size();) {
        auto end = begin;
        while (end < source.size() && !isLineEnd(source[end])) { ++end; }
        LineFolder{source, begin, end, table.borderOf(source.substr(begin, end - begin)), out}.run();
        if (end < source.size()) { out.put(source[end] == U'\f' ? U'\f' : U'\n', end); }
        begin = end + 1;
        if (end + 1 < source.size() && source[end] == U'\r' && source[end + 1] == U'\n') { ++begin; }
    }
    return out;
}

} // namespace zhengtu::text
