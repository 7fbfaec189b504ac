#include "exchange/file_set.hpp"

#include <algorithm>
#include <utility>

namespace zhengtu::exchange {

namespace fs = std::filesystem;

namespace {

constexpr char const* stem = "zhengtu-export";
constexpr char const* orders = "orders"; // what publishing is going to do; there only once all files are whole and flushed
constexpr char const* ordersAside = "orders.new";

constexpr std::size_t pieceBytes = 1 << 20;

bool isMain(std::string const& name) { return name.ends_with(".shp"); }

/// One line of the orders. Each can be carried out again after it was carried out.
struct Order {
    std::string what; ///< hide, move, put (which replaces nothing), remove
    std::string name;
};

std::vector<Order> ordersFor(std::vector<std::string> const& names, bool overwrite, std::vector<std::string> const& old)
{
    std::vector<Order> all;
    if (overwrite) {
        for (auto const& name : names) {
            if (isMain(name)) { all.push_back({"hide", name}); }
        }
        for (bool const main : {true, false}) {
            for (auto const& name : old) {
                if (isMain(name) == main && !std::ranges::contains(names, name)) { all.push_back({"remove", name}); }
            }
        }
    }
    for (bool const main : {false, true}) {
        for (auto const& name : names) {
            if (isMain(name) == main) { all.push_back({overwrite ? "move" : "put", name}); }
        }
    }
    return all;
}

Result<void> carryOut(Order const& order, fs::path const& staging, fs::path const& directory)
{
    std::error_code ignored;
    auto const aside = staging / order.name;
    auto const place = directory / order.name;
    if (order.what == "remove") {
        fs::remove(place, ignored);
        return {};
    }
    if (!fs::exists(aside, ignored)) { return {}; } // done before
    if (order.what == "hide") {
        fs::remove(place, ignored);
        return {};
    }
    return order.what == "move" ? renameOver(aside, place) : renameNew(aside, place);
}

/// Finishes what a killed process had begun to publish.
void finish(fs::path const& staging)
{
    std::ifstream file{staging / orders};
    for (std::string line; std::getline(file, line);) {
        auto const space = line.find(' ');
        auto const name = line.substr(space + 1);
        if (space == std::string::npos || name.empty() || name.contains('/')) { return; }
        static_cast<void>(carryOut({line.substr(0, space), name}, staging, staging.parent_path()));
    }
}

} // namespace

Result<FileSet> FileSet::begin(fs::path const& directory)
{
    std::error_code error;
    bool const made = fs::create_directories(directory, error);
    if (error || !fs::is_directory(directory, error)) {
        return fail(ErrorCode::FileMissing, "cannot make the directory " + directory.string(), "Check the name and the right to write there.");
    }
    auto staging = StagingDirectory::make(directory, stem, finish);
    if (!staging) {
        if (made) { fs::remove(directory, error); }
        return std::unexpected{std::move(staging.error())};
    }
    return FileSet{directory, made, std::move(*staging)};
}

FileSet::~FileSet()
{
    if (m_directory.empty()) { return; }
    std::error_code ignored;
    fs::remove_all(m_staging.path(), ignored);
    if (m_madeDirectory) { fs::remove(m_directory, ignored); } // goes only if it is empty
}

Result<void> FileSet::write(std::string const& name, std::string const& bytes)
{
    AsideFile file{*this, name};
    file.add(bytes);
    return file.finish();
}

std::vector<std::string> FileSet::names() const
{
    std::vector<std::string> names;
    std::error_code ignored;
    for (auto const& entry : fs::directory_iterator{m_staging.path(), ignored}) { names.push_back(entry.path().filename().string()); }
    std::ranges::sort(names);
    return names;
}

Result<std::vector<fs::path>> FileSet::publish(bool overwrite, std::vector<std::string> const& old, GoOn const& goOn)
{
    auto const all = names();
    if (!overwrite) {
        if (auto const free = refuseExisting(m_directory, all); !free) { return std::unexpected{free.error()}; }
    }
    auto const steps = ordersFor(all, overwrite, old);
    std::string text;
    for (auto const& step : steps) { text += step.what + " " + step.name + "\n"; }
    for (auto const& name : all) {
        if (auto const flushed = flushToDisk(aside(name)); !flushed) { return std::unexpected{flushed.error()}; }
    }
    if (goOn && !goOn(1)) { return fail(ErrorCode::Cancelled, "the export was stopped"); }
    auto const begun = write(ordersAside, text)
                           .and_then([&] { return flushToDisk(aside(ordersAside)); })
                           .and_then([&] { return renameOver(aside(ordersAside), aside(orders)); })
                           .and_then([&] { return flushToDisk(m_staging.path()); });
    if (!begun) { return std::unexpected{begun.error()}; }
    std::vector<fs::path> published;
    for (auto const& step : steps) {
        auto const done = carryOut(step, m_staging.path(), m_directory);
        if (!done) { // somebody made a file of that name meanwhile, or the directory went away: take back what is new
            std::error_code ignored;
            for (auto const& path : published) { fs::remove(path, ignored); }
            return std::unexpected{done.error()};
        }
        if (step.what == "move" || step.what == "put") { published.push_back(m_directory / step.name); }
    }
    if (auto const flushed = flushToDisk(m_directory); !flushed) { return std::unexpected{flushed.error()}; }
    std::ranges::sort(published);
    return published;
}

AsideFile::AsideFile(FileSet const& files, std::string name) : m_name{std::move(name)}, m_path{files.aside(m_name)}, m_file{m_path, std::ios::binary} {}

void AsideFile::add(std::string_view bytes)
{
    while (m_piece.size() + bytes.size() >= pieceBytes) {
        auto const taken = pieceBytes - m_piece.size();
        m_piece += bytes.substr(0, taken);
        bytes.remove_prefix(taken);
        write();
    }
    m_piece += bytes;
}

void AsideFile::write()
{
    m_file.write(m_piece.data(), static_cast<std::streamsize>(m_piece.size()));
    m_hashes.push_back(std::hash<std::string_view>{}(m_piece));
    m_piece.clear();
}

Result<void> AsideFile::finish(std::function<void(std::string_view)> const& seen)
{
    write();
    m_file.close();
    std::ifstream read{m_path, std::ios::binary};
    bool same = m_file && read;
    m_piece.resize(pieceBytes);
    for (std::size_t i = 0; same && i < m_hashes.size(); ++i) {
        read.read(m_piece.data(), static_cast<std::streamsize>(m_piece.size()));
        auto const piece = std::string_view{m_piece}.substr(0, static_cast<std::size_t>(read.gcount()));
        same = std::hash<std::string_view>{}(piece) == m_hashes[i];
        if (seen) { seen(piece); }
    }
    m_piece = {};
    if (!same || read.peek() != std::ifstream::traits_type::eof()) { return fail(ErrorCode::Storage, "writing " + m_name + " failed", "Make room on the disk and try again."); }
    return {};
}

GoOn beforeLast(GoOn const& goOn)
{
    if (!goOn) { return {}; }
    return [&goOn](double done) { return goOn(0.95 * std::min(1.0, done)); };
}

Result<void> refuseExisting(fs::path const& directory, std::vector<std::string> const& names)
{
    std::error_code ignored;
    for (auto const& name : names) {
        if (fs::exists(directory / name, ignored)) {
            return fail(ErrorCode::FileExists, (directory / name).string() + " is there already", "Choose another name or directory, or allow overwriting.");
        }
    }
    return {};
}

} // namespace zhengtu::exchange
