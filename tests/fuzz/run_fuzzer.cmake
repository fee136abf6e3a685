# SPDX-License-Identifier: Apache-2.0
# cmake -DFUZZER=<executable> -DCORPUS=<folder> -DFOUND=<folder> -DSECONDS=<n> -P run_fuzzer.cmake
# Runs a fuzzer for a while, from the corpus alone and with the same seed each time. What it finds goes to FOUND, so
# that the corpus in the tree is only read.
file(REMOVE_RECURSE "${FOUND}")
file(MAKE_DIRECTORY "${FOUND}/inputs")
execute_process(
  COMMAND "${FUZZER}" -seed=1 -max_len=2000 "-max_total_time=${SECONDS}" -timeout=30 "-artifact_prefix=${FOUND}/"
    "${FOUND}/inputs" "${CORPUS}"
  RESULT_VARIABLE outcome ERROR_VARIABLE report)
string(REGEX MATCH "Done [0-9]+ runs[^\n]*" done "${report}")
message(STATUS "${done}")
if(NOT outcome EQUAL 0)
  message(FATAL_ERROR "${report}\nThe input is in ${FOUND}; make it a file of the corpus and mend what it shows.")
endif()
