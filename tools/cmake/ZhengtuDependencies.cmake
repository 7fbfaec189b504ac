# Every library from outside, found once. Why each was chosen: docs/decisions/0002-dependencies.md

find_package(GDAL CONFIG REQUIRED)
find_package(PROJ CONFIG REQUIRED)
find_package(SQLite3 REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(CLI11 REQUIRED)
find_package(tomlplusplus REQUIRED)
find_package(OpenSSL REQUIRED COMPONENTS Crypto)
find_package(EXPAT REQUIRED)
find_package(Threads REQUIRED)

find_package(PkgConfig REQUIRED)
pkg_check_modules(GEOS REQUIRED IMPORTED_TARGET geos) # Debian ships no CMake config for the C library alone
add_library(GEOS::geos_c ALIAS PkgConfig::GEOS)
pkg_check_modules(LIBZIP REQUIRED IMPORTED_TARGET libzip) # its CMake config wants the zip tools, too
add_library(libzip::zip ALIAS PkgConfig::LIBZIP)

pkg_check_modules(OPENCC REQUIRED IMPORTED_TARGET opencc)
add_library(OpenCC::opencc ALIAS PkgConfig::OPENCC)

find_package(Qt6 6.5 REQUIRED COMPONENTS Core Gui Svg)
if(ZHENGTU_MAP)
    find_package(Qt6 6.5 REQUIRED COMPONENTS Quick QuickControls2 Qml Positioning LinguistTools)
endif()
if(ZHENGTU_TESTS)
    find_package(Catch2 3 REQUIRED)
    include(Catch)
endif()
