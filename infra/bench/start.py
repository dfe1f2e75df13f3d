#!/usr/bin/env python3
"""Measure the server as a client sees it: start to first answer, warm latency, memory. Standard library only, Linux.

usage: start.py [--spawns 5] [--warm 400] [--core 0] -- COMMAND...
       start.py -- java -jar target/superbill-1.0.0-SNAPSHOT-runner.jar
       start.py -- target/superbill-1.0.0-SNAPSHOT-runner

COMMAND is started afresh for every spawn, on one core, on a free port. The note has 3,000 characters, made of the golden
notes. Times are milliseconds, medians over the spawns; memory is the resident set at the end.
"""
import argparse
import json
import os
import pathlib
import socket
import statistics
import subprocess
import time
import urllib.error
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]


def note(length):
    texts = [f.read_text() for f in sorted((ROOT / 'src/test/resources/golden').glob('*/note.txt'))]
    return '\n'.join(texts)[:length]


def body(text, classifier):
    return json.dumps({'encounter': {'serviceDate': '2026-06-15'}, 'note': {'text': text},
                       'options': {'classifier': classifier}}).encode()


def post(port, data):
    request = urllib.request.Request(f'http://127.0.0.1:{port}/v1/suggestions', data, {'Content-Type': 'application/json'})
    with urllib.request.urlopen(request, timeout=60) as answer:
        return json.load(answer)


def free_port():
    with socket.socket() as s:
        s.bind(('127.0.0.1', 0))
        return s.getsockname()[1]


def first_answer(port, data, process):
    while True:
        try:
            return post(port, data)
        except (urllib.error.URLError, ConnectionError):
            if process.poll() is not None:
                raise SystemExit(f'the server ended with {process.returncode}')
            time.sleep(0.002)


def resident(pid):
    for line in pathlib.Path(f'/proc/{pid}/status').read_text().splitlines():
        if line.startswith('VmRSS'):
            return int(line.split()[1]) / 1024
    return 0.0


def quantile(values, q):
    return sorted(values)[min(len(values) - 1, int(len(values) * q))]


def warm(port, data, rounds):
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        post(port, data)
        times.append((time.perf_counter() - start) * 1000)
    return times


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--spawns', type=int, default=5)
    parser.add_argument('--warm', type=int, default=400)
    parser.add_argument('--core', type=int, default=0)
    parser.add_argument('command', nargs='+')
    options = parser.parse_args()
    text = note(3000)
    rows = {'start to first answer': [], 'resident MiB': [], 'default p50': [], 'default p99': [], 'none p50': [], 'none p99': []}
    for _ in range(options.spawns):
        port = free_port()
        environment = dict(os.environ, QUARKUS_HTTP_PORT=str(port), QUARKUS_HTTP_HOST='127.0.0.1', OMP_NUM_THREADS='1')
        begin = time.perf_counter()
        process = subprocess.Popen(options.command, env=environment, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                   preexec_fn=lambda: os.sched_setaffinity(0, {options.core}))
        try:
            engine = first_answer(port, body(text, 'default'), process)['classification']['engine']
            rows['start to first answer'].append((time.perf_counter() - begin) * 1000)
            for classifier in ('default', 'none'):
                data = body(text, classifier)
                warm(port, data, options.warm)
                times = warm(port, data, options.warm)
                rows[classifier + ' p50'].append(quantile(times, 0.5))
                rows[classifier + ' p99'].append(quantile(times, 0.99))
            rows['resident MiB'].append(resident(process.pid))
        finally:
            process.terminate()
            process.wait(30)
    print(f'engine {engine}, {options.spawns} spawns, one core, note of {len(text)} characters')
    for name, values in rows.items():
        print(f'{name:22s} median {statistics.median(values):8.1f}   from {min(values):8.1f} to {max(values):8.1f}')


main()
