# SPDX-License-Identifier: Apache-2.0
# Builds and runs tests/packages/host in a folder of its own. HOST says how it gets charter.
set(folder "${WORK}/${HOST}")
file(REMOVE_RECURSE "${folder}")

function(run)
  execute_process(COMMAND ${ARGN} RESULT_VARIABLE outcome)
  if(NOT outcome EQUAL 0)
    message(FATAL_ERROR "failed (${outcome}): ${ARGN}")
  endif()
endfunction()

set(settings "-DCMAKE_CXX_COMPILER=${COMPILER}" "-DCMAKE_BUILD_TYPE=${BUILD_TYPE}" "-DLIBRARIES=${LIBRARIES}")
if(HOST STREQUAL "find_package")
  run("${CMAKE_COMMAND}" --install "${CHARTER_BUILD}" --prefix "${folder}/prefix")
  # A host must not need what only charter's own build needs.
  list(APPEND settings "-DCMAKE_PREFIX_PATH=${folder}/prefix" -DCMAKE_DISABLE_FIND_PACKAGE_Boost=ON)
else()
  list(APPEND settings "-DCHARTER_SOURCE=${CHARTER_SOURCE}")
endif()

run("${CMAKE_COMMAND}" --no-warn-unused-cli -G "${GENERATOR}" -S "${CMAKE_CURRENT_LIST_DIR}/host" -B "${folder}/build" ${settings})
run("${CMAKE_COMMAND}" --build "${folder}/build" --target host)
run("${folder}/build/host" "${folder}/host.db")
