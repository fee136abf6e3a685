#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# From a fresh Debian 12 to a running example: installs what is missing, builds only what clean_room needs, and runs it
# on a SQLite file in a temporary folder. Arguments are passed on.
set -euo pipefail
cd "$(dirname "$0")/.."

bash cmake/install_packages.sh g++ cmake ninja-build libexpected-dev libfmt-dev libboost1.81-dev \
  libboost-json1.81-dev libsqlite3-dev libssl-dev

# Not build/examples: there tests/run.sh has its own.
build=build/clean_room
[ -f "$build/CMakeCache.txt" ] || export CMAKE_GENERATOR=Ninja
echo "== configuring $build"
cmake -S . -B "$build" -DCMAKE_BUILD_TYPE=Release -DCMAKE_CXX_FLAGS_RELEASE=-O1 -DCHARTER_BUILD_TESTS=OFF
echo "== building clean_room"
cmake --build "$build" --target clean_room -j "${CHARTER_JOBS:-$(nproc)}"

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
program=$build/examples/clean_room
echo "== running $program $folder/governance.db"
"$program" "$folder/governance.db" "$@"
