import type { AddressInfo } from 'node:net'
import { createAdaptorServer, type ServerType } from '@hono/node-server'

export interface Listener {
  /** `http://127.0.0.1:4000`, without a slash at the end. */
  readonly origin: string
  /** From now on requests go here; until then they are told that the demo is starting. */
  serve: (fetch: (request: Request) => Response | Promise<Response>) => void
  close: () => Promise<void>
}

/** Another program holds the port. */
export class PortBusyError extends Error {
  override readonly name = 'PortBusyError'

  constructor(port: number) {
    super(`Port ${port} is already in use. Stop what runs there, or choose another one: --port ${port + 1}`)
  }
}

/**
 * Takes the port first, so that a busy one is known before any slow work begins.
 *
 * Listens on this machine only: the demo hands out sessions without a login.
 *
 * @throws {PortBusyError}
 */
export async function listen(port: number): Promise<Listener> {
  let answer: (request: Request) => Response | Promise<Response> = starting
  const server = createAdaptorServer({ fetch: (request) => answer(request) })
  await bind(server, port)
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    serve: (fetch) => {
      answer = fetch
    },
    close: () => close(server),
  }
}

function starting(): Response {
  return new Response('Harborline is starting. Try again in a moment.\n', {
    status: 503,
    headers: { 'retry-after': '2', 'content-type': 'text/plain; charset=utf-8' },
  })
}

function bind(server: ServerType, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new PortBusyError(port) : error),
    )
    server.listen(port, '127.0.0.1', resolve)
  })
}

function close(server: ServerType): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    // Browsers keep connections open; waiting for them would keep the demo alive after Ctrl-C.
    if ('closeAllConnections' in server) server.closeAllConnections()
  })
}
