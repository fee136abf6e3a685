#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Shows that the scenarios bite: removes one guard at a time and expects a scenario tagged with its row to fail.

tests/mutants/run.py [--seed N] [--count N] [--row R001 …] [--build FOLDER]

Draws `count` guards (20) by the seed from guards.tsv, and for each builds charterctl from a copy of the tree without
that guard and runs every scenario that has a step tagged with the row. A mutant that nothing notices fails the run.
Takes about half a minute a mutant; not part of the ordinary tests.
"""
import argparse
import glob
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def read_guards():
    guards = []
    with open(os.path.join(ROOT, 'tests', 'mutants', 'guards.tsv'), encoding='utf-8') as lines:
        for line in lines:
            if line.startswith('#') or not line.strip():
                continue
            row, path, text, instead = line.rstrip('\n').split('\t')
            guards.append((row, path, text.replace('\\n', '\n'), instead.replace('\\n', '\n')))
    return guards


def tagged_files(row):
    found = []
    for name in sorted(glob.glob(os.path.join(ROOT, 'tests', 'scenarios', '*.json'))):
        with open(name, encoding='utf-8') as text:
            scenario = json.load(text)
        if any(row in step.get('tags', []) for step in scenario['steps']):
            found.append(name)
    return found


def squeeze(text):
    return ''.join(text.split())


def replace_once(source, text, instead):
    """Replaces the one place where `text` stands, whatever its white space."""
    wanted = squeeze(text)
    places = [i for i, c in enumerate(source) if not c.isspace()]
    packed = ''.join(source[i] for i in places)
    if packed.count(wanted) != 1:
        return None
    at = packed.index(wanted)
    return source[:places[at]] + instead + source[places[at + len(wanted) - 1] + 1:]


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument('--seed', type=int, default=1)
    options.add_argument('--count', type=int, default=20)
    options.add_argument('--row', nargs='*', default=[])
    options.add_argument('--build')
    options.add_argument('--check', action='store_true', help='only check that every guard is found once')
    given = options.parse_args()

    guards = read_guards()
    if given.check:
        lost = [g for g in guards if replace_once(
            open(os.path.join(ROOT, 'include', 'charter', g[1]), encoding='utf-8').read(), g[2], g[3]) is None]
        for row, path, text, _ in lost:
            print(f'{row}: not found exactly once in {path}: {text}')
        untagged = [g[0] for g in guards if not tagged_files(g[0])]
        for row in untagged:
            print(f'{row}: no scenario step is tagged with it')
        print(f'{len(guards)} guards, {len(lost)} lost, {len(untagged)} without a scenario')
        return 1 if lost or untagged else 0

    drawn = [g for g in guards if g[0] in given.row] or random.Random(given.seed).sample(guards, given.count)
    folder = given.build or tempfile.mkdtemp(prefix='mutants-')
    tree = os.path.join(folder, 'tree')
    shutil.rmtree(tree, ignore_errors=True)
    shutil.copytree(ROOT, tree, ignore=shutil.ignore_patterns('.git', 'build'))
    build = os.path.join(folder, 'build')
    run = lambda *words: subprocess.run(words, capture_output=True, text=True)
    # What a guard alone used is unused without it; that is no error here.
    done = run('cmake', '-S', tree, '-B', build, '-G', 'Ninja', '-DCMAKE_BUILD_TYPE=Debug', '-DCHARTER_BUILD_TESTS=OFF',
               '-DCHARTER_WARNINGS_AS_ERRORS=OFF')
    if done.returncode:
        sys.exit(done.stdout + done.stderr)
    compile_it = lambda: run('cmake', '--build', build, '--target', 'charterctl', '-j', '2')
    if compile_it().returncode:
        sys.exit('the unchanged tree does not build')

    survivors = 0
    for row, path, text, instead in drawn:
        name = os.path.join(tree, 'include', 'charter', path)
        with open(name, encoding='utf-8') as file:
            source = file.read()
        mutant = replace_once(source, text, instead)
        if mutant is None:
            sys.exit(f'{row}: the guard is not found exactly once in {path}: {text}')
        with open(name, 'w', encoding='utf-8') as file:
            file.write(mutant)
        built = compile_it()
        files = tagged_files(row)
        program = next(p for p in glob.glob(os.path.join(build, 'examples', '**', 'charterctl'), recursive=True)
                       if os.path.isfile(p))
        tested = run(program, 'test', *files) if built.returncode == 0 else None
        noticed = tested is not None and tested.returncode == 1
        survivors += not noticed
        verdict = 'noticed' if noticed else 'DOES NOT BUILD' if tested is None else 'NOT NOTICED'
        print(f'{row}\t{path}\t{verdict} by {len(files)} scenario files: {text.splitlines()[0].strip()}', flush=True)
        if tested is None:
            print(built.stdout[-1500:])
        with open(name, 'w', encoding='utf-8') as file:
            file.write(source)
    print(f'{len(drawn) - survivors} passed, {survivors} failed')
    if not given.build:
        shutil.rmtree(folder, ignore_errors=True)
    return 1 if survivors else 0


if __name__ == '__main__':
    sys.exit(main())
