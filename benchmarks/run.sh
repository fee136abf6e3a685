#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# From a fresh Debian 12 to measured figures: installs what is missing, builds optimised into build/release and writes
# build/release/report.json. `--quick` measures small sizes alone; other arguments go to the program.
set -euo pipefail
cd "$(dirname "$0")/.."

bash cmake/install_packages.sh g++ cmake ninja-build libexpected-dev libfmt-dev libboost1.81-dev libboost-json1.81-dev \
  libsqlite3-dev libssl-dev libbenchmark-dev libgraphviz-dev pkgconf

[ -f build/release/CMakeCache.txt ] || export CMAKE_GENERATOR=Ninja
echo "== configuring build/release"
cmake --preset release -DCHARTER_BUILD_BENCHMARKS=ON -DCHARTER_BUILD_TESTS=OFF -DCHARTER_BUILD_EXAMPLES=OFF
echo "== building"
cmake --build build/release --target charter_benchmarks -j "${CHARTER_JOBS:-$(nproc)}"
echo "== measuring on $(uname -m), $(nproc) cores, commit $(git rev-parse --short HEAD 2>/dev/null || echo unknown)"
build/release/benchmarks/charter_benchmarks --report build/release/report.json "$@"
cat build/release/report.json
