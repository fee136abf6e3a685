# SPDX-License-Identifier: Apache-2.0
# charter_dev: what only charter's own build is held to. Never exported, so hosts keep their own warnings.
add_library(charter_dev INTERFACE)
if(CHARTER_WARNINGS_AS_ERRORS)
  target_compile_options(charter_dev INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror)
endif()

# charter_listed(<file>…): notes files that some list names. A house test compares them with the folders, so that no
# source is forgotten by the build. Paths are absolute or relative to the calling folder.
function(charter_listed)
  foreach(file IN LISTS ARGN)
    cmake_path(ABSOLUTE_PATH file BASE_DIRECTORY "${CMAKE_CURRENT_SOURCE_DIR}" NORMALIZE)
    cmake_path(RELATIVE_PATH file BASE_DIRECTORY "${PROJECT_SOURCE_DIR}")
    set_property(GLOBAL APPEND PROPERTY CHARTER_LISTED "${file}")
  endforeach()
endfunction()
