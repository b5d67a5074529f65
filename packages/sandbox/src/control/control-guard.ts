import { ControlError } from './control-error.ts'

/** Names under which this machine reaches itself. */
export function isLoopbackHost(host: string): boolean {
  const name = host.replace(/:\d+$/, '').toLowerCase()
  return name === 'localhost' || name.endsWith('.localhost') || name === '[::1]' || /^127(\.\d{1,3}){3}$/.test(name)
}

/**
 * Keeps web pages out, foreign ones and those under foreign names. Programs can send any header: what keeps them out is
 * the address the sandbox listens on.
 *
 * @throws {ControlError} The host is no name of this machine, as when a foreign page has its own name point here
 * (DNS rebinding); or a page of another origin asks.
 */
export function guardControl(headers: Headers): void {
  const host = headers.get('host') ?? ''
  if (!isLoopbackHost(host)) {
    throw new ControlError(
      'foreign_host',
      'The control API answers on this machine only. Call it as http://localhost with the port of the sandbox.',
    )
  }
  const origin = headers.get('origin')
  const isOwnPage = origin === null || origin.toLowerCase() === `http://${host.toLowerCase()}`
  const site = headers.get('sec-fetch-site') ?? 'none'
  if (!isOwnPage || (site !== 'none' && site !== 'same-origin')) {
    throw new ControlError(
      'foreign_origin',
      'Pages of other origins may not control the sandbox. Call it from a server or a shell.',
    )
  }
}
