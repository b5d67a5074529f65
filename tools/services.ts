import { inject } from 'vitest'

/**
 * URL of a Redis that lives as long as the test run. All test files share it: give your keys a prefix of their own.
 *
 * It starts when the first test file asks.
 */
export function redisUrl(): Promise<string> {
  return ask('redis')
}

/** URL of a fresh, empty Postgres database, as a superuser. The server starts when the first test file asks. */
export function postgresUrl(): Promise<string> {
  return ask('postgres')
}

async function ask(service: string): Promise<string> {
  const response = await fetch(`${inject('servicesUrl')}/${service}`)
  const answer = await response.text()
  if (!response.ok) throw new Error(answer)
  return answer
}
