# SPDX-License-Identifier: Apache-2.0
# Every public header compiles alone, included twice, as the only include of a translation unit. The headers of the
# core do so without exceptions.
find_package(fmt REQUIRED)

function(charter_header_check library)
  get_target_property(headers charter_${library} HEADER_SET)
  set(units)
  foreach(header IN LISTS headers)
    cmake_path(RELATIVE_PATH header BASE_DIRECTORY "${PROJECT_SOURCE_DIR}/include")
    set(unit "${PROJECT_BINARY_DIR}/header_check/${library}/${header}.cpp")
    file(CONFIGURE OUTPUT "${unit}" CONTENT "#include \"${header}\"\n#include \"${header}\"\n")
    list(APPEND units "${unit}")
  endforeach()
  if(units)
    add_library(charter_header_check_${library} OBJECT ${units})
    target_link_libraries(charter_header_check_${library} PRIVATE charter::${library} charter_dev fmt::fmt)
    target_compile_options(charter_header_check_${library} PRIVATE -O0 -g0 -fno-sanitize=all ${ARGN})
    set_target_properties(charter_header_check_${library} PROPERTIES CXX_EXTENSIONS OFF UNITY_BUILD OFF
      EXPORT_COMPILE_COMMANDS OFF)
  endif()
endfunction()

charter_header_check(core -fno-exceptions)
charter_header_check(charter)
charter_header_check(sqlite)
charter_header_check(testing)
if(TARGET charter_analysis)
  charter_header_check(analysis)
endif()
