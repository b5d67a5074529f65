"""
Runs flows of the official Python SDK, the unmodified package, against a sandbox.

    python flows.py --list                  their names, a JSON list
    … | python flows.py                     runs all, one JSON line each: {flow, ok, seconds, detail}
    … | python flows.py --only batch        those whose name contains a text

What comes in is what a sandbox with `--control` prints when it is ready. FACEBOOK_PYTHON_SDK names the folder that holds
`facebook_business`; without it, the package must be importable. Exits with 1 when a flow failed.
"""

import json
import logging
import os
import sys
import time
import traceback
import warnings

if os.environ.get('FACEBOOK_PYTHON_SDK'):
    sys.path.insert(0, os.environ['FACEBOOK_PYTHON_SDK'])

# The SDK warns of parameters newer than itself.
warnings.simplefilter('ignore')
logging.disable(logging.WARNING)

import harness  # noqa: E402
import reading, writing, batches, reports, media, audiences, identity, refusals  # noqa: E402, E401, F401


def main(arguments):
    if '--list' in arguments:
        print(json.dumps(list(harness.FLOWS)))
        return 0
    wanted = arguments[arguments.index('--only') + 1] if '--only' in arguments else ''
    announcement = next(line for line in sys.stdin if line.startswith('{'))
    meta = harness.Meta(json.loads(announcement))
    outcomes = [run(name, call, meta) for name, call in harness.FLOWS.items() if wanted in name]
    return 0 if all(outcomes) else 1


def run(name, call, meta):
    begun = time.monotonic()
    try:
        meta.use_default_api()
        detail, ok = call(meta), True
    # A flow may fail in any way at all; the others still run.
    except Exception as error:
        detail, ok = explain(error), False
    seconds = round(time.monotonic() - begun, 3)
    print(json.dumps({'flow': name, 'ok': ok, 'seconds': seconds, 'detail': str(detail or '')}), flush=True)
    return ok


def explain(error):
    """The error and the line of the flow that met it."""
    here = os.path.dirname(os.path.abspath(__file__))
    lines = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename.startswith(here)]
    where = '%s:%d' % (os.path.basename(lines[-1].filename), lines[-1].lineno) if lines else ''
    return '%s: %s (%s)' % (type(error).__name__, error, where)


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
