import { sandboxCommand } from '@adpane/sandbox'
import { Command, Option } from 'commander'
import { examine } from './doctor/examine.ts'
import { checklist } from './doctor/checklist.ts'
import { migrate } from './migrate.ts'
import type { StoreOptions } from './store-options.ts'

/** The `adpane` command with all its subcommands. Parse it with `parseAsync`; it rejects with a readable error. */
export function createProgram(): Command {
  return new Command('adpane')
    .description('A live Meta ads workspace for the pages of any SaaS product.')
    .addCommand(sandboxCommand())
    .addCommand(doctorCommand())
    .addCommand(migrateCommand())
    .showSuggestionAfterError()
}

function doctorCommand(): Command {
  return new Command('doctor')
    .description('Check what Adpane needs on this machine. Changes nothing.')
    .addOption(dataDirOption())
    .addOption(databaseUrlOption())
    .option('--graph-url <url>', 'where the Graph API answers', 'https://graph.facebook.com')
    .option('--json', 'print one line of JSON', false)
    .action(async ({ json, ...options }: StoreOptions & { graphUrl: string; json: boolean }) => {
      const findings = await examine({ ...options, env: process.env })
      process.stdout.write(json ? `${JSON.stringify(findings)}\n` : checklist(findings))
      if (findings.some(({ state }) => state === 'failed')) process.exitCode = 1
    })
}

function migrateCommand(): Command {
  return new Command('migrate')
    .description('Bring the store up to date. Safe to run again.')
    .addOption(dataDirOption())
    .addOption(databaseUrlOption())
    .action(async (options: StoreOptions) => {
      process.stdout.write(`${await migrate(options)} is up to date.\n`)
    })
}

function dataDirOption(): Option {
  return new Option('--data-dir <folder>', 'folder of the embedded store').default('.adpane/store')
}

function databaseUrlOption(): Option {
  return new Option('--database-url <url>', 'use this Postgres instead').env('DATABASE_URL')
}
