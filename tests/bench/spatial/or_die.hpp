#pragma once

#include "core/error.hpp"

#include <cstdio>
#include <cstdlib>
#include <string>

namespace zhengtu::bench {

[[noreturn]] inline void die(std::string const& what)
{
    std::fprintf(stderr, "error: %s\n", what.c_str());
    std::exit(1);
}

template <class T> T orDie(Result<T> result)
{
    if (result) { return std::move(*result); }
    die(describe(result.error()));
}

} // namespace zhengtu::bench
