import { isLoopbackHost } from './control/control-guard.ts'

/** The name to put into an address that reaches a server which listens there: nobody can call `0.0.0.0`. */
export function reachableName(host: string): string {
  if (host === '0.0.0.0' || isEveryV6(host)) return 'localhost'
  return bracketed(host)
}

/** Whether only programs of this machine reach a server that listens there. */
export function isOnlyLocal(host: string): boolean {
  return isLoopbackHost(bracketed(host))
}

function bracketed(host: string): string {
  return host.includes(':') ? `[${host}]` : host
}

function isEveryV6(host: string): boolean {
  return host.includes(':') && /^[0:]+$/.test(host)
}
