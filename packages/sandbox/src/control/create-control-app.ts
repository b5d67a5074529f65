import { Hono, type Context } from 'hono'
import { BodyTooLargeError, limitedBody } from '../http/limited-body.ts'
import { ControlError, controlErrorJson, controlStatuses } from './control-error.ts'
import { guardControl } from './control-guard.ts'
import type { ControlRoute } from './control-route.ts'
import { controlRoutes } from './control-routes.ts'
import type { ControlledSandbox } from './controlled-sandbox.ts'
import { checkJson } from './json-schema.ts'
import { controlPath, openApi } from './open-api.ts'

/** The control API, to be mounted at {@link controlPath}. */
export function createControlApp(sandbox: ControlledSandbox): Hono {
  const app = new Hono()
  app.use(async (context, next) => {
    guardControl(context.req.raw.headers)
    await next()
  })
  app.get('/openapi.json', () => reply(200, openApi(controlRoutes)))
  for (const route of controlRoutes) {
    app.on(route.method.toUpperCase(), honoPath(route.path), async (context) =>
      reply(200, await perform(route, context, sandbox)),
    )
  }
  app.get('/', () => reply(200, index))
  app.all('*', (context) => {
    if (context.req.method === 'GET' && context.req.path === `${controlPath}/`) return reply(200, index)
    return refusal(unknownRoute(context.req.method, context.req.path))
  })
  app.onError((error) => refusal(error instanceof ControlError ? error : unexpected()))
  return app
}

/** For whoever asks without knowing what there is. */
const index = {
  about: 'Control of an Adpane sandbox: a local Graph API with invented data.',
  openapi: `${controlPath}/openapi.json`,
  routes: Object.fromEntries(
    controlRoutes.map(({ method, path, summary }) => [`${method.toUpperCase()} ${controlPath}${path}`, summary]),
  ),
}

/** Stands in where the sandbox was started without its control API. */
export function createNoControlApp(): Hono {
  const off = new ControlError(
    'control_off',
    'The control API is off. Start the sandbox with --control, or startSandbox({ control: true }).',
  )
  return new Hono().all('*', () => refusal(off))
}

async function perform(route: ControlRoute, context: Context, sandbox: ControlledSandbox): Promise<unknown> {
  const query = checkedQuery(route, context.req.query())
  const body = await checkedBody(route, context.req.raw)
  const { origin } = new URL(context.req.url)
  return route.run({ sandbox, params: context.req.param(), query, body, origin })
}

function checkedQuery({ query = {} }: ControlRoute, sent: Record<string, string>): Record<string, string> {
  for (const [name, text] of Object.entries(sent)) {
    const schema = Object.hasOwn(query, name) ? query[name] : undefined
    if (!schema)
      throw new ControlError('invalid_field', `${name.slice(0, 60)} is no parameter of this call.`, name.slice(0, 60))
    const isNumber = schema.type === 'integer' || schema.type === 'number'
    checkJson(schema, isNumber && text !== '' ? Number(text) : text, name)
  }
  return sent
}

async function checkedBody({ body: schema, maxBodyBytes = 100_000 }: ControlRoute, request: Request): Promise<unknown> {
  const text = await limitedText(request, maxBodyBytes)
  if (!schema) return {}
  const body = parsed(text)
  checkJson(schema, body)
  return body
}

async function limitedText(request: Request, maxBytes: number): Promise<string> {
  try {
    return new TextDecoder().decode(await limitedBody(request, maxBytes))
  } catch (error) {
    if (!(error instanceof BodyTooLargeError)) throw error
    throw new ControlError('body_too_large', `The body may have ${maxBytes} bytes.`)
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new ControlError('invalid_body', 'The body must be JSON. Send it with curl -d or as a string of JSON.')
  }
}

function unknownRoute(method: string, path: string): ControlError {
  const known = controlRoutes.filter((route) =>
    new RegExp(`^${controlPath}${route.path.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(path),
  )
  if (known.length === 0) {
    return new ControlError('not_found', `There is nothing here. ${controlPath}/openapi.json tells what there is.`)
  }
  const methods = known.map((route) => route.method.toUpperCase()).join(', ')
  return new ControlError('method_not_allowed', `This path takes ${methods}, not ${method.slice(0, 20)}.`)
}

// The cause is ours; a control client can do nothing about it but tell.
function unexpected(): ControlError {
  return new ControlError('unexpected', 'The sandbox made a mistake of its own. Please report it with what you sent.')
}

function honoPath(path: string): string {
  return path.replaceAll(/\{(\w+)\}/g, ':$1')
}

function refusal(error: ControlError): Response {
  return reply(controlStatuses[error.code], controlErrorJson(error))
}

function reply(status: number, json: unknown): Response {
  return new Response(JSON.stringify(json), {
    status,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  })
}
