#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# install_packages.sh PACKAGE…: installs those Debian packages that are missing. Says what it does; does nothing if all are there.
set -euo pipefail

missing=()
for package in "$@"; do
  status=$(dpkg-query -W -f='${Status}' "$package" 2>/dev/null || true)
  [ "$status" = "install ok installed" ] || missing+=("$package")
done
[ ${#missing[@]} -gt 0 ] || exit 0

if ! command -v apt-get >/dev/null; then
  echo "These packages are missing, and this is no Debian: ${missing[*]}" >&2
  echo "Install their counterparts, then run cmake by hand: see docs/contributing.md." >&2
  exit 1
fi

as_root=()
[ "$(id -u)" = 0 ] || as_root=(sudo)
apt() { "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq -y "$@" </dev/null >/dev/null; }

echo "== installing ${missing[*]}"
# The package lists of a machine may be old or absent; ask for new ones only if they do not serve.
apt install --no-install-recommends "${missing[@]}" 2>/dev/null || {
  apt update
  apt install --no-install-recommends "${missing[@]}"
}
