// The same task as matcher_bench, done by Vectorscan: all names as literals, every occurrence reported.
// usage: vectorscan_bench NAMES TEXT
#include "core/mapped_file.hpp"
#include "match_answer.hpp"

#include <hs/hs.h>

#include <algorithm>
#include <chrono>
#include <vector>

using namespace zhengtu;

namespace {

struct Found {
    bench::Answer answer;
    std::vector<std::size_t> lengths;
};

int keep(unsigned id, unsigned long long, unsigned long long to, unsigned, void* context)
{
    auto& found = *static_cast<Found*>(context);
    found.answer.add(to - found.lengths[id], to);
    return 0;
}

} // namespace

int main(int count, char** arguments)
{
    if (count < 3) { return 2; }
    auto const names = MappedFile::open(arguments[1]);
    auto const text = MappedFile::open(arguments[2]);
    if (!names || !text) { return 1; }
    auto const begin = std::chrono::steady_clock::now();
    Found found;
    std::vector<char const*> literals;
    std::vector<unsigned> flags, ids;
    for (auto left = names->bytes(); !left.empty();) {
        auto const line = left.substr(0, left.find('\n'));
        left.remove_prefix(std::min(left.size(), line.size() + 1));
        if (line.empty()) { continue; }
        literals.push_back(line.data());
        flags.push_back(0);
        ids.push_back(static_cast<unsigned>(ids.size()));
        found.lengths.push_back(line.size());
    }
    hs_database_t* database = nullptr;
    hs_compile_error_t* error = nullptr;
    if (hs_compile_lit_multi(literals.data(), flags.data(), ids.data(), found.lengths.data(), static_cast<unsigned>(ids.size()), HS_MODE_BLOCK,
                             nullptr, &database, &error) != HS_SUCCESS) {
        std::fprintf(stderr, "error: %s\n", error->message);
        return 1;
    }
    auto const buildS = std::chrono::duration<double>{std::chrono::steady_clock::now() - begin}.count();
    hs_scratch_t* scratch = nullptr;
    if (hs_alloc_scratch(database, &scratch) != HS_SUCCESS ||
        hs_scan(database, text->bytes().data(), static_cast<unsigned>(text->bytes().size()), 0, scratch, keep, &found) != HS_SUCCESS) {
        return 1;
    }
    found.answer.print(buildS);
    hs_free_scratch(scratch);
    hs_free_database(database);
}
