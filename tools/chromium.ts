import { spawnSync } from 'node:child_process'
import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { createBrotliDecompress } from 'node:zlib'
import { chromium, type Browser, type LaunchOptions } from 'playwright'
import { extract } from 'tar-fs'

const { resolve } = createRequire(import.meta.url)
const cacheFolder = fileURLToPath(new URL('../.cache', import.meta.url))

/**
 * Flags every test browser gets: it runs as root in containers, with a small /dev/shm, and must not phone home.
 * (`@sparticuz/chromium` suggests its own, among them `--disable-web-security`; tests should see a normal browser.)
 */
export const chromiumArgs: readonly string[] = [
  '--no-sandbox',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]

/**
 * Path of a Chromium that starts on this machine with nothing installed.
 *
 * `$CHROMIUM_PATH` wins. On x64 Linux it is the build inside `@sparticuz/chromium`, unpacked once into `.cache`;
 * elsewhere Playwright's own, downloaded on first use.
 */
export async function chromiumPath(): Promise<string> {
  const chosen = process.env['CHROMIUM_PATH']
  if (chosen !== undefined && chosen !== '') return chosen
  if (process.platform === 'linux' && process.arch === 'x64') return unpackedChromium()
  return playwrightChromium()
}

/** Starts a headless Chromium for journeys and screenshots. The caller closes it. */
export async function launchChromium(options: LaunchOptions = {}): Promise<Browser> {
  return chromium.launch({
    executablePath: await chromiumPath(),
    ...options,
    args: [...chromiumArgs, ...(options.args ?? [])],
  })
}

async function unpackedChromium(): Promise<string> {
  const packageFolder = join(dirname(resolve('@sparticuz/chromium')), '..')
  const { version } = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8')) as { version: string }
  const folder = join(cacheFolder, `chromium-${version}`)
  if (!existsSync(folder)) await unpack(join(packageFolder, 'bin'), folder)
  return join(folder, 'chromium')
}

/** Several processes may unpack at once: each into a folder of its own, and the first rename wins. */
async function unpack(bin: string, folder: string): Promise<void> {
  const draft = `${folder}.${process.pid}`
  await rm(draft, { recursive: true, force: true })
  await mkdir(draft, { recursive: true })
  try {
    await pipeline(brotli(join(bin, 'chromium.br')), createWriteStream(join(draft, 'headless'), { mode: 0o755 }))
    for (const name of ['al2023', 'swiftshader', 'fonts']) {
      await pipeline(brotli(join(bin, `${name}.tar.br`)), extract(draft))
    }
    await writeFile(join(draft, 'fonts.conf'), fontsConfig)
    await writeFile(join(draft, 'chromium'), launcher, { mode: 0o755 })
    await rename(draft, folder)
  } catch (error) {
    await rm(draft, { recursive: true, force: true })
    if (!existsSync(folder)) throw error
  }
}

function brotli(path: string) {
  return createReadStream(path).pipe(createBrotliDecompress())
}

// A browser that finds no font at all stops at the first letter, so a bare machine gets the packed one.
const fontsConfig = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`

// The packed libraries (NSS and friends) stand in only where the machine lacks its own.
const launcher = `#!/bin/sh
here=$(dirname "$0")
export FONTCONFIG_FILE="\${FONTCONFIG_FILE:-$here/fonts.conf}"
if ! command -v ldd >/dev/null || ldd "$here/headless" | grep -q 'not found'; then
  export LD_LIBRARY_PATH="$here/lib\${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"
fi
exec "$here/headless" "$@"
`

function playwrightChromium(): string {
  if (!existsSync(chromium.executablePath())) {
    const cli = join(dirname(resolve('playwright/package.json')), 'cli.js')
    const { status } = spawnSync(process.execPath, [cli, 'install', 'chromium'], { stdio: ['ignore', 2, 2] })
    if (status !== 0) {
      throw new Error('Playwright could not install its Chromium. Set CHROMIUM_PATH to a Chrome or Chromium you have.')
    }
  }
  return chromium.executablePath()
}
