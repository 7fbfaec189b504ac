/// zhengtu-prepare LAYERS_TOML TARGET: makes the prepared file. A step of the build; users do not need it.
#include "core/staging.hpp"
#include "workspace/prepared.hpp"

#include <cstdio>
#include <fstream>

int main(int count, char** arguments)
{
    using namespace zhengtu;
    if (count != 3) {
        std::fprintf(stderr, "usage: zhengtu-prepare LAYERS_TOML TARGET\n");
        return 2;
    }
    std::filesystem::path const target{arguments[2]};
    auto const written = workspace::prepare(arguments[1]).and_then([&](std::string const& bytes) -> Result<void> {
        auto const staging = StagingDirectory::make(target.parent_path(), target.filename().string());
        if (!staging) { return std::unexpected{staging.error()}; }
        auto const aside = staging->path() / target.filename();
        std::ofstream file{aside, std::ios::binary};
        file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        file.close();
        if (!file) { return fail(ErrorCode::Storage, "cannot write " + aside.string()); }
        return renameOver(aside, target);
    });
    if (written) { return 0; }
    std::fprintf(stderr, "error: %s\n", describe(written.error()).c_str());
    return 1;
}
