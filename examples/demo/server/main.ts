import { DemoSettingsError, readDemoSettings } from './demo-options.ts'
import { PortBusyError } from './listen.ts'
import { type Demo, startDemo } from './start-demo.ts'

// `npm run demo`: starts everything, says where it is, and ends it all on Ctrl-C.
await main()

async function main(): Promise<void> {
  const startedAt = performance.now()
  try {
    const { json, ...options } = readDemoSettings(process.argv.slice(2), process.env)
    const demo = await startDemo({ ...options, onProgress: (sentence) => process.stderr.write(`${sentence}\n`) })
    endOnSignal(demo)
    process.stdout.write(json ? `${toJson(demo)}\n` : greeting(demo, performance.now() - startedAt))
  } catch (error) {
    process.stderr.write(`${explain(error)}\n`)
    process.exit(1)
  }
}

/** What a program reads: one line, nothing else on standard output. */
function toJson({ url, endpoint, now, tenants, sandbox }: Demo): string {
  return JSON.stringify({ url, endpoint, now, tenants, ...(sandbox && { sandbox }) })
}

function greeting({ url, sandbox }: Demo, elapsedMs: number): string {
  const data = sandbox ? 'Its numbers come from a local Graph API' : 'Its numbers come from Meta'
  return `\nHarborline is ready after ${(elapsedMs / 1000).toFixed(1)} s. ${data}. Press Ctrl-C to end it.\n\n  ${url}\n\n`
}

function endOnSignal(demo: Demo): void {
  const end = () => {
    // A second signal, or a connection that will not let go, must not keep the process.
    setTimeout(() => process.exit(0), 3000).unref()
    void demo.close().finally(() => process.exit(0))
  }
  process.once('SIGINT', end)
  process.once('SIGTERM', end)
}

/** One sentence for what a person can mend; the message alone for the rest, since stacks can hold more than they should. */
function explain(error: unknown): string {
  if (error instanceof PortBusyError || error instanceof DemoSettingsError) return error.message
  return `The demo could not start: ${error instanceof Error ? error.message : String(error)}`
}
