# SPDX-License-Identifier: Apache-2.0
# The way test executables are made.
find_package(doctest REQUIRED)
find_package(Threads REQUIRED)

# doctest's own body and main, once; and the precompiled header that every test executable shares. It holds only what
# never changes while one works on charter.
add_library(charter_test_main OBJECT "${PROJECT_SOURCE_DIR}/tests/main.cpp")
target_link_libraries(charter_test_main PUBLIC charter::core doctest::doctest Threads::Threads charter_dev)
target_compile_definitions(charter_test_main PUBLIC CHARTER_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
set_target_properties(charter_test_main PROPERTIES CXX_EXTENSIONS OFF)
set(charter_test_headers
  <doctest/doctest.h> <tl/expected.hpp> <algorithm> <array> <chrono> <cstdint> <functional> <map> <memory> <optional>
  <set> <sstream> <string> <string_view> <tuple> <utility> <variant> <vector>)
target_precompile_headers(charter_test_main PRIVATE ${charter_test_headers})
charter_listed("${PROJECT_SOURCE_DIR}/tests/main.cpp")

# charter_test_executable(<target> FILES <file>… [LINK <library>…] [PRECOMPILE <header>…]): an executable of doctest
# cases, without ctest entries. With PRECOMPILE it gets a precompiled header of its own that holds those headers too;
# worth it where many files parse the same costly one.
function(charter_test_executable target)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "FILES;LINK;PRECOMPILE")
  add_executable(${target} ${arg_FILES})
  target_link_libraries(${target} PRIVATE charter_test_main ${arg_LINK})
  # Test files have unnamed namespaces with the same names in them: no several at once.
  set_target_properties(${target} PROPERTIES CXX_EXTENSIONS OFF UNITY_BUILD OFF)
  if(arg_PRECOMPILE)
    charter_precompile(${target} ${charter_test_headers} ${arg_PRECOMPILE})
  endif()
  get_target_property(own ${target} PRECOMPILE_HEADERS)
  if(NOT own)
    target_precompile_headers(${target} REUSE_FROM charter_test_main)
  endif()
  charter_listed(${arg_FILES})
endfunction()

# charter_tests(<target> … [LABEL <label>]): the same with one ctest entry a file `…_test.cpp`, named after its path under
# tests/ without that and labelled with its folder, and `label` besides.
function(charter_tests target)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "LABEL" "FILES;LINK;PRECOMPILE")
  charter_test_executable(${target} FILES ${arg_FILES} LINK ${arg_LINK} PRECOMPILE ${arg_PRECOMPILE})
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
