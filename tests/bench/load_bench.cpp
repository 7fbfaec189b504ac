// How long layers and gazetteer take to load: from the prepared file, and from the layers and tables. Best of several, in one process.
#include "core/resources.hpp"
#include "workspace/prepared.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>

using namespace zhengtu;

namespace {

template <class Load> double best(Load load)
{
    double least = 1e9;
    for (int round = 0; round < 10; ++round) {
        auto const begin = std::chrono::steady_clock::now();
        auto const loaded = load();
        least = std::min(least, std::chrono::duration<double, std::milli>{std::chrono::steady_clock::now() - begin}.count());
        if (!loaded) { std::fprintf(stderr, "error: %s\n", describe(loaded.error()).c_str()); }
    }
    return least;
}

} // namespace

int main()
{
    auto const layers = resource("geodata/layers.toml");
    auto const prepared = resource("geodata/prepared.bin");
    if (!layers || !prepared) { return 1; }
    std::printf("prepared: %.1f ms\nfrom the data: %.1f ms\n", best([&] { return workspace::readPrepared(*prepared, *layers); }),
                best([&] { return workspace::readStarter(*layers); }));
}
