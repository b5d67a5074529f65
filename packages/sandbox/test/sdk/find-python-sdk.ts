import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A Python that can import `facebook_business`. */
export interface PythonSdk {
  python: string
  /** Tells it where the package is, and keeps the checkout free of compiled files. */
  env: NodeJS.ProcessEnv
}

/** Why there is none, and how to provide it: one sentence each. */
export interface NoPythonSdk {
  reason: string
}

const cached = fileURLToPath(new URL('../../../../.cache/python-sdk', import.meta.url))
const wanted = 'facebook_business~=25.0.0'

/**
 * Finds Meta's SDK for Python: in the folder that FACEBOOK_PYTHON_SDK names, else where Python itself finds it, else in
 * `.cache/python-sdk`, where pip puts it once if it can.
 */
export function findPythonSdk(): PythonSdk | NoPythonSdk {
  const python = [process.env['PYTHON'] ?? 'python3', 'python'].find((name) => runs(name, ['--version']))
  if (python === undefined) return { reason: 'there is no Python here. Install Python 3.9 or newer.' }
  const own = process.env['FACEBOOK_PYTHON_SDK']
  if (own !== undefined) return sdkIn(own, python) ?? { reason: `FACEBOOK_PYTHON_SDK is ${own}, but ${cannotImport}` }
  return sdkIn(undefined, python) ?? sdkIn(cached, python) ?? fetched(python) ?? { reason: howToProvide }
}

const cannotImport = 'facebook_business cannot be imported from there. It needs the packages requests and six.'
const howToProvide =
  'the Python package facebook_business is not here and pip cannot fetch it. Run `pip install facebook_business`, or ' +
  'set FACEBOOK_PYTHON_SDK to a folder that holds it.'

function sdkIn(folder: string | undefined, python: string): PythonSdk | undefined {
  if (folder !== undefined && !existsSync(join(folder, 'facebook_business'))) return undefined
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    PYTHONDONTWRITEBYTECODE: '1',
    PYTHONIOENCODING: 'utf-8',
    ...(folder === undefined ? {} : { FACEBOOK_PYTHON_SDK: folder, PYTHONPATH: folder }),
  }
  return runs(python, ['-c', 'import facebook_business.api'], env) ? { python, env } : undefined
}

function fetched(python: string): PythonSdk | undefined {
  mkdirSync(cached, { recursive: true })
  // Without a network it should say so at once.
  const patience = ['--retries', '0', '--timeout', '5', '--disable-pip-version-check']
  const isDone = runs(python, ['-m', 'pip', 'install', '--quiet', ...patience, '--target', cached, wanted])
  return isDone ? sdkIn(cached, python) : undefined
}

function runs(command: string, args: readonly string[], env = process.env): boolean {
  return spawnSync(command, args, { env, stdio: 'ignore', timeout: 120_000 }).status === 0
}
