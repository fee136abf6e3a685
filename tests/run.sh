#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# From a fresh Debian 12 to tested code: installs what is missing, configures, builds and runs every test in build/.
# tests/run.sh [ctest arguments…]
set -euo pipefail
cd "$(dirname "$0")/.."

bash cmake/install_packages.sh g++ cmake ninja-build libexpected-dev doctest-dev libfmt-dev libboost1.81-dev \
  libboost-json1.81-dev libsqlite3-dev libssl-dev libcli11-dev librapidcheck-dev \
  libcpp-httplib-dev libgraphviz-dev pkgconf chromium python3

# Whatever generator an existing build folder has, it keeps.
[ -f build/CMakeCache.txt ] || export CMAKE_GENERATOR=Ninja
jobs=${CHARTER_JOBS:-$(nproc)}

echo "== configuring build/"
cmake --preset default
echo "== building with $jobs jobs"
cmake --build build -j "$jobs"
echo "== testing"
ctest --preset default -j "$jobs" "$@"
