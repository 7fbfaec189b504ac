# One function each for libraries, programs and tests. Flags live on a target, so they never leak into third-party code.

add_library(zhengtu_flags INTERFACE)
target_compile_options(zhengtu_flags INTERFACE
    -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wnon-virtual-dtor -Wold-style-cast
    ${ZHENGTU_SANITIZE_FLAGS})
target_link_options(zhengtu_flags INTERFACE ${ZHENGTU_SANITIZE_FLAGS})
target_include_directories(zhengtu_flags INTERFACE ${PROJECT_SOURCE_DIR}/app)

# zhengtu_library(geo SOURCES overlay.cpp PUBLIC zhengtu::core PRIVATE GEOS::geos_c)
# One target a folder of app/; what stands behind PUBLIC and PRIVATE is what the folder may include.
function(zhengtu_library name)
    cmake_parse_arguments(ARG "" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
    add_library(zhengtu_${name} STATIC ${ARG_SOURCES})
    add_library(zhengtu::${name} ALIAS zhengtu_${name})
    target_link_libraries(zhengtu_${name} PUBLIC ${ARG_PUBLIC} PRIVATE zhengtu_flags ${ARG_PRIVATE})
endfunction()

# zhengtu_program(zhengtu SOURCES main.cpp PRIVATE zhengtu::workspace)
function(zhengtu_program name)
    cmake_parse_arguments(ARG "" "" "SOURCES;PRIVATE" ${ARGN})
    add_executable(${name} ${ARG_SOURCES})
    target_link_libraries(${name} PRIVATE zhengtu_flags ${ARG_PRIVATE})
endfunction()

# zhengtu_test(geo SOURCES overlay_test.cpp PRIVATE zhengtu::geo): one Catch2 program; ctest sees each of its cases.
# The cases find their data below ZHENGTU_TESTS_DIR and must write only below the directory of core/temp or a Catch2 tmp.
function(zhengtu_test name)
    cmake_parse_arguments(ARG "" "" "SOURCES;PRIVATE" ${ARGN})
    add_executable(${name}_test ${ARG_SOURCES})
    target_link_libraries(${name}_test PRIVATE zhengtu_flags ${ARG_PRIVATE} Catch2::Catch2WithMain)
    target_include_directories(${name}_test PRIVATE ${PROJECT_SOURCE_DIR}/tests) # for support/
    target_compile_definitions(${name}_test PRIVATE ZHENGTU_TESTS_DIR="${PROJECT_SOURCE_DIR}/tests")
    # Tests keep a unit a file: each has small helpers of its own whose names recur.
    set_target_properties(${name}_test PROPERTIES QT_QML_MODULE_NO_IMPORT_SCAN TRUE UNITY_BUILD OFF)
    catch_discover_tests(${name}_test TEST_PREFIX "${name}: " DISCOVERY_MODE PRE_TEST
        PROPERTIES ENVIRONMENT "QT_QPA_PLATFORM=offscreen" TIMEOUT 300)
endfunction()
