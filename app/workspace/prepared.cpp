#include "workspace/prepared.hpp"

#include "core/binary.hpp"
#include "core/mapped_file.hpp"
#include "core/resources.hpp"
#include "geo/snapshot.hpp"
#include "workspace/catalogue.hpp"

#include <algorithm>

namespace zhengtu::workspace {

namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t mark = 0x3130'5047'5A'5447'5AULL; ///< first eight bytes of the file
constexpr std::uint32_t version = 4;                      ///< changes with what stands in the file

/// One number for all that the prepared file is made from: names and bytes of catalogue, layers and tables.
Result<std::uint64_t> fingerprint(fs::path const& layersToml)
{
    std::vector<fs::path> files{layersToml};
    for (char const* folder : {"layers", "tables"}) {
        std::error_code ignored;
        for (auto const& file : fs::directory_iterator{layersToml.parent_path() / folder, ignored}) {
            if (file.is_regular_file(ignored)) { files.push_back(file.path()); }
        }
    }
    std::sort(files.begin() + 1, files.end());
    std::uint64_t sum = version;
    for (auto const& path : files) {
        auto const file = MappedFile::open(path);
        if (!file) { return std::unexpected{file.error()}; }
        sum = checksum(file->bytes(), checksum(path.filename().string(), sum));
    }
    return sum;
}

} // namespace

Result<Starter> readStarter(fs::path const& layersToml)
{
    auto layers = readCatalogue(layersToml);
    if (!layers) { return std::unexpected{std::move(layers.error())}; }
    auto gazetteer = place::Gazetteer::load(*layers, layersToml.parent_path() / "tables");
    if (!gazetteer) { return std::unexpected{std::move(gazetteer.error())}; }
    return Starter{std::move(*layers), std::move(*gazetteer)};
}

Result<std::string> prepare(fs::path const& layersToml)
{
    auto const data = fingerprint(layersToml);
    if (!data) { return std::unexpected{data.error()}; }
    auto const starter = readStarter(layersToml);
    if (!starter) { return std::unexpected{starter.error()}; }
    BinaryWriter body;
    body.value(static_cast<std::uint64_t>(starter->layers.size()));
    for (auto const& layer : starter->layers) { geo::write(body, layer); }
    starter->gazetteer.write(body);
    auto const bytes = std::move(body).take();
    BinaryWriter head;
    head.value(mark);
    head.value(version);
    head.value(*data);
    head.value(checksum(bytes));
    return std::move(head).take() + bytes;
}

Result<Starter> readPrepared(fs::path const& path, fs::path const& layersToml)
{
    auto const file = MappedFile::open(path);
    if (!file) { return std::unexpected{file.error()}; }
    auto const broken = [&](char const* what) { return fail(ErrorCode::FileFormat, path.string() + ": " + what, "Build the program again, or remove the file."); };
    BinaryReader head{file->bytes()};
    if (head.value<std::uint64_t>() != mark || head.value<std::uint32_t>() != version) { return broken("no prepared file of this version"); }
    auto const madeFrom = head.value<std::uint64_t>();
    auto const sum = head.value<std::uint64_t>();
    auto const data = fingerprint(layersToml);
    if (!data) { return std::unexpected{data.error()}; }
    if (*data != madeFrom) { return fail(ErrorCode::NotFound, path.string() + " was made from other data"); }
    auto const bytes = file->bytes().substr(std::min(file->bytes().size(), sizeof mark + sizeof version + sizeof madeFrom + sizeof sum));
    if (!head.good() || checksum(bytes) != sum) { return broken("damaged"); }
    BinaryReader in{bytes};
    std::vector<geo::Layer> layers(in.counted(sizeof(std::uint64_t)));
    for (auto& layer : layers) { layer = geo::readLayer(in); }
    auto gazetteer = place::Gazetteer::read(in);
    if (!gazetteer) { return std::unexpected{std::move(gazetteer.error()).at(path.string())}; }
    if (!in.complete()) { return broken("longer than what it holds"); }
    return Starter{std::move(layers), std::move(*gazetteer)};
}

Result<Starter> loadStarter(fs::path const& layersToml)
{
    if (auto const file = resource("geodata/prepared.bin")) {
        if (auto starter = readPrepared(*file, layersToml)) { return starter; }
    }
    return readStarter(layersToml);
}

} // namespace zhengtu::workspace
