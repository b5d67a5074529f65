import { Command, InvalidArgumentError } from 'commander'

/** What the command line and the environment ask of the demo. */
export interface DemoSettings {
  /** Port of the host page; 0 takes any free one. */
  port: number
  /** Print one line of JSON instead of sentences. */
  json: boolean
  /** CSV file of real results to load into the local Graph API. */
  results?: string
  /** Credentials of a Meta app; the demo then runs against Meta itself. */
  meta?: MetaCredentials
}

export interface MetaCredentials {
  appId: string
  appSecret: string
  accessToken: string
}

/** A setting is missing or makes no sense. The message is for the person who typed it. */
export class DemoSettingsError extends Error {
  override readonly name = 'DemoSettingsError'
}

const DEFAULT_PORT = 4000
const metaVariables = ['META_ACCESS_TOKEN', 'META_APP_ID', 'META_APP_SECRET'] as const

/**
 * Reads the demo's settings: flags first, then the environment, then defaults.
 *
 * @param argv - Arguments after the script's name.
 * @throws {DemoSettingsError} Meta's variables are set in part, or ask for two sources of data at once.
 */
export function readDemoSettings(argv: readonly string[], env: NodeJS.ProcessEnv): DemoSettings {
  const flags = demoCommand().parse(argv, { from: 'user' }).opts<{ json: boolean; results?: string; port?: number }>()
  const meta = readMetaCredentials(env)
  if (meta && flags.results)
    throw new DemoSettingsError('--results loads a file into the local Graph API. Unset META_ACCESS_TOKEN to use it.')
  return {
    port: flags.port ?? readPort(env['PORT'] ?? DEFAULT_PORT.toString()),
    json: flags.json,
    ...(flags.results && { results: flags.results }),
    ...(meta && { meta }),
  }
}

function demoCommand(): Command {
  return new Command('demo')
    .description('Starts Harborline, an invented product that shows live ads data inside its own pages.')
    .option('--json', 'print one line of JSON when ready', false)
    .option('--results <file.csv>', 'show the results in a CSV file instead of generated ones')
    .option('--port <port>', 'port of the page (default: PORT, or 4000)', readPortFlag)
    .allowExcessArguments(false)
}

function readMetaCredentials(env: NodeJS.ProcessEnv): MetaCredentials | undefined {
  const [accessToken, appId, appSecret] = metaVariables.map((name) => env[name]?.trim())
  if (accessToken && appId && appSecret) return { accessToken, appId, appSecret }
  const missing = metaVariables.filter((name) => !env[name]?.trim())
  if (missing.length === metaVariables.length) return undefined
  throw new DemoSettingsError(
    `To run against Meta, set ${missing.join(' and ')} too. To run on the local Graph API, unset the other META_ variables.`,
  )
}

function readPortFlag(text: string): number {
  try {
    return readPort(text)
  } catch (error) {
    throw new InvalidArgumentError(error instanceof Error ? error.message : String(error))
  }
}

function readPort(text: string): number {
  const port = Number(text)
  if (/^\d+$/.test(text) && port <= 65_535) return port
  throw new DemoSettingsError(`"${text}" is not a port. Write a whole number from 0 to 65535.`)
}
