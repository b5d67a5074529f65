#!/usr/bin/env node
import { createProgram } from './program.ts'

try {
  await createProgram().parseAsync()
} catch (error) {
  // An embedded Postgres prints its whole minified source with an error nobody catches.
  process.stderr.write(`${sentences(error)}\n`)
  process.exitCode = 1
}

function sentences(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause === undefined ? error.message : `${error.message}\n  because: ${sentences(error.cause)}`
}
