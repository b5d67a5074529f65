import { Command, InvalidArgumentError } from 'commander'
import { isOnlyLocal } from './listen-address.ts'
import { ResultsFileError } from './results/load-results.ts'
import { SandboxOptionError, type SandboxOptions } from './sandbox-options.ts'
import { startSandbox } from './start-sandbox.ts'

/**
 * The `sandbox` command: starts a sandbox, prints its announcement as one JSON line, and runs until it is
 * interrupted. Unusable options end it with one sentence on stderr and exit code 1.
 */
export function sandboxCommand(): Command {
  return new Command('sandbox')
    .description('Start a local Graph API with invented or loaded results.')
    .option('--port <number>', 'port to listen on; 0 takes any free one', wholeNumber, 4010)
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option('--seed <number>', 'the same seed gives the same data', wholeNumber)
    .option('--scale <size>', 'small, medium, large or huge: 1, 20, 500 or 5000 accounts')
    .option('--accounts <number>', 'ad accounts altogether', wholeNumber)
    .option('--ads <number>', 'ads in each generated account', wholeNumber)
    .option('--results <file.csv>', 'load real results as the first account')
    .option('--now <iso>', 'where the sandbox clock starts', isoInstant)
    .option('--frozen', 'let the clock stand still until the control API moves it')
    .option('--control', 'serve /__sandbox/: faults, clock, request log, state')
    .option('--tier <tier>', 'limits: lenient, development or standard')
    .option('--require-proof', 'refuse calls without appsecret_proof')
    .option('--redirect-uri <url...>', 'addresses a login may return to')
    .option('--deauthorize-url <url>', 'told when a person removes the app')
    .option('--data-deletion-url <url>', 'told when a person asks for deletion')
    .showSuggestionAfterError()
    .configureOutput({ outputError: (text, write) => write(withHelp(text)) })
    .action(run)
}

type CommandOptions = Omit<SandboxOptions, 'isClockFrozen' | 'isProofRequired' | 'redirectUris'> & {
  frozen?: boolean
  requireProof?: boolean
  redirectUri?: string[]
}

async function run({ frozen, requireProof, redirectUri, ...options }: CommandOptions): Promise<void> {
  try {
    const sandbox = await startSandbox({
      ...options,
      isClockFrozen: frozen ?? false,
      isProofRequired: requireProof ?? false,
      redirectUris: redirectUri ?? [],
    })
    const stop = () => void sandbox.close().then(() => process.exit(0))
    process.once('SIGINT', stop)
    process.once('SIGTERM', stop)
    if (!isOnlyLocal(options.host ?? '127.0.0.1')) process.stderr.write(`${openWarning(options)}\n`)
    // Last, so that whoever reads the line may already end the process.
    process.stdout.write(`${JSON.stringify(sandbox.announcement())}\n`)
  } catch (error) {
    process.stderr.write(`${explain(error)}\n`)
    process.exitCode = 1
  }
}

function openWarning({ host = '', control }: SandboxOptions): string {
  const reach = control ? 'ask and control' : 'ask'
  return `--host ${host} opens the sandbox to the network: whoever reaches it can ${reach} it. Its tokens follow from the seed.`
}

// "unknown option '--prot'", perhaps with a suggestion.
function withHelp(text: string): string {
  return /unknown option|too many arguments/.test(text) ? `${text.trimEnd()}\nSee --help for all options.\n` : text
}

function explain(error: unknown): string {
  if (error instanceof ResultsFileError) return `--results ${error.message}`
  if (error instanceof SandboxOptionError) return error.message
  return `The sandbox could not start: ${error instanceof Error ? error.message : String(error)}`
}

function wholeNumber(text: string): number {
  // Negative ones pass, to be told the range.
  if (!/^-?\d{1,10}$/.test(text)) throw new InvalidArgumentError('Give a whole number.')
  return Number(text)
}

function isoInstant(text: string): Date {
  const instant = new Date(text)
  if (/^\d{4}-\d{2}-\d{2}/.test(text) && !Number.isNaN(instant.getTime())) return instant
  throw new InvalidArgumentError('Give an ISO date and time such as 2026-11-23T09:00:00Z.')
}
