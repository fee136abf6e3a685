# SPDX-License-Identifier: Apache-2.0
# cmake -DREADME=… -DSOURCE=… -P compare_readme.cmake: the first C++ block of the README must stand in the source, line for
# line, but for indentation and line breaks.
function(read_code variable file)
  file(READ "${file}" text)
  string(REGEX REPLACE "[ \n]+" " " text "${text}")
  set(${variable} "${text}" PARENT_SCOPE)
endfunction()

read_code(readme "${README}")
read_code(source "${SOURCE}")
string(FIND "${readme}" "```cpp " start)
if(start EQUAL -1)
  message(FATAL_ERROR "${README} has no C++ block")
endif()
math(EXPR start "${start} + 7")
string(SUBSTRING "${readme}" ${start} -1 block)
string(FIND "${block}" " ```" end)
string(SUBSTRING "${block}" 0 ${end} block)
string(LENGTH "${block}" length)
string(FIND "${source}" "${block}" found)
if(found EQUAL -1 OR length LESS 500)
  message(FATAL_ERROR "The quickstart of ${README} is not the code of ${SOURCE}; copy it anew")
endif()
