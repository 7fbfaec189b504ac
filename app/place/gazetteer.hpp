#pragma once

#include "core/binary.hpp"
#include "core/error.hpp"
#include "geo/feature.hpp"
#include "geo/shape.hpp"
#include "place/mention.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace zhengtu::place {

/// One place that is known by name. Several features of one place (the zones of a reserve, the reaches of a river) are one
/// entry: a feature without zone gives the shape, else the union of the parts as a multi-part shape.
struct Entry {
    std::string featureId;            ///< "layer:id" of the feature or of the row of a table that it is from
    std::string name;                 ///< full name: "代县", "西铭街道", "滹沱河"
    std::vector<std::string> aliases; ///< other names of it
    Kind kind = Kind::Other;
    std::string adcode;               ///< six digits of the county (for a city: of the city) that it lies in; empty where several or unknown
    std::vector<std::string> counties; ///< where `adcode` is empty: all that it is known to lie in, or one of which it must be in
    std::string town;                 ///< of a village: the name of its township; of a former township: the one that has most of its villages now
    std::string code;                 ///< of a township or village: the statistical code
    std::string since, until;         ///< of a township or village: closing day (ISO) of the first and last yearly list that has it; empty: before the lists, today
    std::string river;                ///< of a monitoring section: the river that it is on
    std::string into;                 ///< of a river: what it flows into, which may lie beyond the province; empty where no text says it
    std::vector<std::string> course;  ///< of a river: counties that texts name on its way, downstream; others may lie between
    geo::Shape shape;                 ///< empty where only the name is known
    struct Zone {
        std::string zone;             ///< "core", "buffer", "experimental"
        geo::Shape shape;
    };
    std::vector<Zone> zones;          ///< of a reserve whose zones are features of their own
    std::string source;               ///< source and licence of the shape
    double accuracyM = 0;             ///< metres; 0 where unknown
    bool schematic = false;
};

using EntryId = std::uint32_t;

/// Id of layers of names without shapes: what a user's layer that replaces a kind does not have.
inline constexpr std::string_view lackedLayer = "lacked";

/// In which form of its name a place was met.
enum class NameForm : std::uint8_t {
    Full,      ///< 繁峙县
    Alias,     ///< a name from the alias column
    Short,     ///< 繁峙: without its suffix; only safe with a context
    Former,    ///< 怀仁县 for 怀仁市; a township or village that is no more
    Qualified, ///< 晋城市城区: with the city in front
};

struct Named {
    EntryId entry = 0;
    NameForm form = NameForm::Full;
};

/// What a plan's region stands for. Both empty: unknown, nothing is in scope.
struct Scope {
    std::string cityAdcode;   ///< "140900"
    std::string countyAdcode; ///< "140502" where the issuer is a county
    std::string name;         ///< as the gazetteer writes it
    /// Whether the place of that county code lies in the issuing city.
    [[nodiscard]] bool holds(std::string_view adcode) const noexcept;
};

/// All named places, and an index that finds them in text in one pass. Immutable after load; safe to share between threads.
class Gazetteer {
public:
    /// Reads the layers (docs/formats/geodata.md) and the tables `counties.csv`, `towns.csv`, `groups.csv` and, where they are
    /// there, `rivers.csv`, `villages.csv`, `former_towns.csv`, `former_villages.csv`, `known_names.csv` and `aliases.csv`. A missing counties.csv is an error (FileMissing), the others may be absent.
    [[nodiscard]] static Result<Gazetteer> load(std::vector<geo::Layer> const& layers, std::filesystem::path const& tablesDir);

    /// The whole as bytes, and back, for the prepared file (workspace/prepared.hpp): the same gazetteer gives the same bytes. Bytes that are
    /// no gazetteer are an error (FileFormat).
    void write(BinaryWriter& out) const;
    [[nodiscard]] static Result<Gazetteer> read(BinaryReader& in);

    /// Every name at every position of a text of UTF-8, those that overlap too, in one pass; positions in bytes.
    struct Found {
        std::size_t begin = 0, end = 0;
        std::span<Named const> named;
    };
    void scan(std::string_view utf8, std::function<void(Found const&)> const& found) const;

    Gazetteer(Gazetteer&&) noexcept;
    Gazetteer& operator=(Gazetteer&&) noexcept;
    ~Gazetteer();

    [[nodiscard]] std::span<Entry const> entries() const noexcept;
    [[nodiscard]] Entry const& entry(EntryId id) const { return entries()[id]; }

    /// Every place of that name in any form, best form first.
    [[nodiscard]] std::vector<Named> find(std::string_view name) const;

    /// All names that begin at `at` of `text`, longest first; `length` counts characters.
    struct Match {
        std::uint32_t length = 0;
        std::span<Named const> named;
    };
    void matchesAt(std::u32string_view text, std::size_t at, std::vector<Match>& matches) const;

    /// "忻州市", "晋城市城区", "城区" (only if unique) -> scope; empty scope where the name is not known.
    [[nodiscard]] Scope scope(std::string_view region) const;

    /// The county (or city) of a six-digit code.
    [[nodiscard]] Entry const* area(std::string_view adcode) const;
    /// The place of "layer:id"; null where there is none.
    [[nodiscard]] Entry const* byFeature(std::string_view featureId) const;
    /// How many townships a county has; 0 where unknown.
    [[nodiscard]] std::size_t townCount(std::string_view countyAdcode) const;
    /// The township in which the government of a county sits (县城); null where no layer tells.
    [[nodiscard]] Entry const* seat(std::string_view countyAdcode) const;
    /// All counties of a city in order of code.
    [[nodiscard]] std::vector<Entry const*> countiesOf(std::string_view cityAdcode) const;
    /// Name to print: the name, with the city in front where it is not unique in the province (晋城市城区).
    [[nodiscard]] std::string label(std::string_view adcode) const;
    /// The counties of a group of that city (三县一市, 城六区); empty if there is none of that name.
    [[nodiscard]] std::vector<std::string> group(std::string_view cityAdcode, std::string_view name) const;
    /// The rivers that flow into the one of that name, as far as texts say so, in order of their names.
    [[nodiscard]] std::vector<Entry const*> tributariesOf(std::string_view river) const;
    /// All names of groups of that city.
    [[nodiscard]] std::vector<std::string> groupNames(std::string_view cityAdcode) const;

    struct Data; ///< of gazetteer*.cpp

private:
    explicit Gazetteer(std::unique_ptr<Data const> data);
    std::unique_ptr<Data const> m_data;
};

} // namespace zhengtu::place
