# SPDX-License-Identifier: Apache-2.0
include(GNUInstallDirs)

# charter_library(<name> [HEADERS <file>…] [SOURCES <file>…] [LINK <public library>…])
# Makes charter::<name> and exports it. Without sources it is an INTERFACE library. Headers are relative to the
# repository root, sources to the calling folder.
function(charter_library name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "HEADERS;SOURCES;LINK")
  set(target charter_${name})
  if(arg_SOURCES)
    add_library(${target} ${arg_SOURCES})
    set(scope PUBLIC)
    target_link_libraries(${target} PRIVATE $<BUILD_INTERFACE:charter_dev>)
    set(output ${target})
    if(name STREQUAL "charter")
      set(output charter)
    endif()
    set_target_properties(${target} PROPERTIES OUTPUT_NAME ${output} CXX_EXTENSIONS OFF POSITION_INDEPENDENT_CODE ON)
  else()
    add_library(${target} INTERFACE)
    set(scope INTERFACE)
  endif()
  add_library(charter::${name} ALIAS ${target})
  set_target_properties(${target} PROPERTIES EXPORT_NAME ${name})
  target_compile_features(${target} ${scope} cxx_std_20)
  target_link_libraries(${target} ${scope} ${arg_LINK})

  list(TRANSFORM arg_HEADERS PREPEND "${PROJECT_SOURCE_DIR}/")
  target_sources(${target} ${scope} FILE_SET HEADERS BASE_DIRS "${PROJECT_SOURCE_DIR}/include" FILES ${arg_HEADERS})
  charter_listed(${arg_HEADERS} ${arg_SOURCES})

  if(CHARTER_INSTALL)
    install(TARGETS ${target} EXPORT charterTargets FILE_SET HEADERS)
  endif()
endfunction()

# charter_private_library(<target> <build> <installed>): links a foreign library into a compiled charter library.
# `build` is the CMake target that our build uses; hosts of an installed charter only get the linker name `installed`
# and need none of its headers.
function(charter_private_library target build installed)
  get_target_property(type ${target} TYPE)
  if(NOT type STREQUAL "INTERFACE_LIBRARY")
    target_link_libraries(${target} PRIVATE $<BUILD_INTERFACE:${build}> $<INSTALL_INTERFACE:${installed}>)
  endif()
endfunction()

# charter_precompile(<target> <header>…): a precompiled header for our own build of a compiled target. Only with clang:
# g++ 12 stops with an internal error (nothrow_spec_p) where it uses precompiled templates that have defaulted members.
function(charter_precompile target)
  get_target_property(type ${target} TYPE)
  if(CHARTER_PRECOMPILE AND CMAKE_CXX_COMPILER_ID MATCHES "Clang" AND NOT type STREQUAL "INTERFACE_LIBRARY")
    target_precompile_headers(${target} PRIVATE ${ARGN})
  endif()
endfunction()
