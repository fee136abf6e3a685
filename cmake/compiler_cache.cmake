# SPDX-License-Identifier: Apache-2.0
# Uses ccache where it is installed and nothing else was asked for. The sloppiness lets it cache users of precompiled headers.
find_program(CHARTER_CCACHE ccache)
mark_as_advanced(CHARTER_CCACHE)
if(CHARTER_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER
      "${CMAKE_COMMAND}" -E env "CCACHE_SLOPPINESS=pch_defines,time_macros" "${CHARTER_CCACHE}")
endif()
