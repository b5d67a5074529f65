import { Hono } from 'hono'
import type { BffEnv } from './bff-env.ts'

/**
 * Turns the BFF into a plain handler for any server that speaks web `Request` and `Response`: Next route handlers, Bun,
 * Deno, service workers.
 *
 * @param basePath - Where the host mounts it, such as `/api/admin/meta-ads`.
 * @returns Answers a request below the base path; 404 for anything else.
 */
export function toFetchHandler(bff: Hono<BffEnv>, basePath: string): (request: Request) => Promise<Response> {
  const app = new Hono().route(basePath, bff)
  return async (request) => app.fetch(request)
}
