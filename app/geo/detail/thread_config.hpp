#pragma once

#include "geo/detail/gdal_lazy.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

/// GDAL's switches for a while. Not for use outside app/geo.
namespace zhengtu::geo::detail {

/// Sets configuration options of this thread and puts the old ones back.
class ThreadConfig {
public:
    explicit ThreadConfig(std::vector<std::string> const& options)
    {
        for (auto const& option : options) {
            auto const equals = option.find('=');
            if (equals == option.npos) { continue; }
            auto const key = option.substr(0, equals);
            char const* const old = CPLGetThreadLocalConfigOption(key.c_str(), nullptr);
            m_old.push_back({key, old != nullptr ? std::optional<std::string>{old} : std::nullopt});
            CPLSetThreadLocalConfigOption(key.c_str(), option.substr(equals + 1).c_str());
        }
    }
    ThreadConfig(ThreadConfig const&) = delete;
    ThreadConfig& operator=(ThreadConfig const&) = delete;
    ~ThreadConfig()
    {
        for (auto const& [key, value] : m_old) {
            CPLSetThreadLocalConfigOption(key.c_str(), value ? value->c_str() : nullptr);
        }
    }

private:
    std::vector<std::pair<std::string, std::optional<std::string>>> m_old;
};

} // namespace zhengtu::geo::detail
