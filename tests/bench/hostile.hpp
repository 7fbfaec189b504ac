#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

/// Texts that nobody writes, made to find work that grows faster than the text.
namespace zhengtu::bench {

struct Hostile {
    char const* what;
    std::function<std::string(std::size_t bytes)> make; ///< about that many bytes of UTF-8
};

/// `head`, then `unit` until there are `bytes`; each %d of `unit` is the number of the repetition, each %c the same in 1 to 9.
[[nodiscard]] std::string repeated(std::string_view head, std::string_view unit, std::size_t bytes);

[[nodiscard]] std::vector<Hostile> const& hostileTexts();

} // namespace zhengtu::bench
