#include "geo/detail/gdal_lazy.hpp"

#include <dlfcn.h>

#include <stdexcept>
#include <string>

namespace zhengtu::geo::detail {

void* gdalFunction(char const* name)
{
    // ZHENGTU_GDAL_LIBRARY: the name under which the GDAL that we were compiled against is found at run time (libgdal.so.36).
    static void* const library = dlopen(ZHENGTU_GDAL_LIBRARY, RTLD_LAZY | RTLD_LOCAL);
    if (library == nullptr) { throw std::runtime_error{std::string{"GDAL cannot be loaded; install its package: "} + dlerror()}; }
    void* const function = dlsym(library, name);
    if (function == nullptr) { throw std::runtime_error{std::string{"this GDAL is not the one that Zhengtu was built for: "} + dlerror()}; }
    return function;
}

} // namespace zhengtu::geo::detail
