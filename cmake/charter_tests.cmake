# SPDX-License-Identifier: Apache-2.0
# The way test executables are made.
find_package(doctest REQUIRED)
find_package(Threads REQUIRED)

# doctest's own body and main, once. Optimised: linked first, its std::string is everybody's.
add_library(charter_test_main OBJECT "${PROJECT_SOURCE_DIR}/tests/main.cpp")
target_link_libraries(charter_test_main PUBLIC charter::core doctest::doctest Threads::Threads charter_dev)
target_compile_definitions(charter_test_main PUBLIC CHARTER_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
target_compile_options(charter_test_main PRIVATE $<$<CONFIG:Debug>:-O1>)
set_target_properties(charter_test_main PROPERTIES CXX_EXTENSIONS OFF)
charter_listed("${PROJECT_SOURCE_DIR}/tests/main.cpp")

# The tests' own code takes longer to optimise than to run; what they test keeps the flags of the build.
set(charter_test_options $<$<CONFIG:Debug>:-O0>)

# The precompiled header that test executables share. It holds only what never changes while one works on charter.
set(charter_test_headers
  <doctest/doctest.h> <tl/expected.hpp> <algorithm> <array> <chrono> <cstdint> <functional> <map> <memory> <optional>
  <set> <sstream> <string> <string_view> <tuple> <utility> <variant> <vector>)
file(CONFIGURE OUTPUT "${PROJECT_BINARY_DIR}/tests/nothing.cpp" CONTENT "// What is precompiled needs a source.\n")
add_library(charter_test_precompiled OBJECT "${PROJECT_BINARY_DIR}/tests/nothing.cpp")
target_link_libraries(charter_test_precompiled PRIVATE charter_test_main)
target_compile_options(charter_test_precompiled PRIVATE ${charter_test_options})
set_target_properties(charter_test_precompiled PROPERTIES CXX_EXTENSIONS OFF EXPORT_COMPILE_COMMANDS OFF)
target_precompile_headers(charter_test_precompiled PRIVATE ${charter_test_headers})

# charter_test_executable(<target> FILES <file>… [LINK <library>…] [PRECOMPILE <header>…] [SEARCHES]): an executable of
# doctest cases, without ctest entries. With PRECOMPILE it gets a precompiled header of its own that holds those headers
# too; worth it where many files parse the same costly one. SEARCHES: it runs long enough to be optimised, and so
# can not share what is precompiled. Linked before the library, its copies of what is inline are the ones that count.
function(charter_test_executable target)
  cmake_parse_arguments(PARSE_ARGV 1 arg "SEARCHES" "" "FILES;LINK;PRECOMPILE")
  add_executable(${target} ${arg_FILES})
  target_link_libraries(${target} PRIVATE charter_test_main ${arg_LINK})
  set_target_properties(${target} PROPERTIES CXX_EXTENSIONS OFF)
  if(arg_PRECOMPILE)
    charter_precompile(${target} ${charter_test_headers} ${arg_PRECOMPILE})
  endif()
  get_target_property(own ${target} PRECOMPILE_HEADERS)
  if(arg_SEARCHES)
    target_compile_options(${target} PRIVATE $<$<CONFIG:Debug>:-O1>)
  else()
    target_compile_options(${target} PRIVATE ${charter_test_options})
    if(NOT own)
      target_precompile_headers(${target} REUSE_FROM charter_test_precompiled)
    endif()
  endif()
  charter_listed(${arg_FILES})
endfunction()

# charter_tests(<target> … [LABEL <label>] [SEARCHES]): the same with one ctest entry a file `…_test.cpp`, named after its path under
# tests/ without that and labelled with its folder, and `label` besides.
function(charter_tests target)
  cmake_parse_arguments(PARSE_ARGV 1 arg "SEARCHES" "LABEL" "FILES;LINK;PRECOMPILE")
  set(searches)
  if(arg_SEARCHES)
    set(searches SEARCHES)
  endif()
  charter_test_executable(${target} ${searches} FILES ${arg_FILES} LINK ${arg_LINK} PRECOMPILE ${arg_PRECOMPILE})
  foreach(file IN LISTS arg_FILES)
    cmake_path(ABSOLUTE_PATH file BASE_DIRECTORY "${CMAKE_CURRENT_SOURCE_DIR}" NORMALIZE)
    cmake_path(RELATIVE_PATH file BASE_DIRECTORY "${PROJECT_SOURCE_DIR}/tests" OUTPUT_VARIABLE name)
    if(NOT name MATCHES "_test\\.cpp$")
      continue()
    endif()
    cmake_path(GET name PARENT_PATH label)
    # Not the whole path: a compiler cache may have made what __FILE__ says relative.
    set(source "*/${name}")
    string(REGEX REPLACE "_test\\.cpp$" "" name "${name}")
    set(labels ${label} ${arg_LABEL})
    add_test(NAME ${name} COMMAND ${target} --source-file=${source})
    set_tests_properties(${name} PROPERTIES LABELS "${labels}" TIMEOUT 300)
  endforeach()
endfunction()
