import type { FromSchema, JsonSchema } from './json-schema.ts'
import type { ControlledSandbox } from './controlled-sandbox.ts'

/** One method of one path of the control API: its description, its checks and its work. */
export interface ControlRoute {
  method: 'get' | 'post' | 'delete'
  /** Below `/__sandbox`, as OpenAPI writes it: `/faults/{id}`. */
  path: string
  /** What it does, in a sentence without its full stop. */
  summary: string
  /** Heading it stands under in the documentation. */
  tag: string
  body?: JsonSchema
  /** Query parameters, all optional. */
  query?: Readonly<Record<string, JsonSchema>>
  /** What a 200 answers. */
  reply: JsonSchema
  /** Bytes a body may have. @default 100_000 */
  maxBodyBytes?: number
  run(call: ControlCall): unknown
}

/** A call that fits its route's schemas. */
export interface ControlCall<Body = unknown> {
  sandbox: ControlledSandbox
  /** Parameters of the path. */
  params: Readonly<Record<string, string>>
  query: Readonly<Record<string, string>>
  body: Body
  /** Where this sandbox is reached, without a trailing slash. */
  origin: string
}

/** Lets the work of a route see its body in the type that its schema describes. */
export function controlRoute<const Body extends JsonSchema = { type: 'object'; properties: Record<string, never> }>(
  route: Omit<ControlRoute, 'body' | 'run'> & { body?: Body; run(call: ControlCall<FromSchema<Body>>): unknown },
): ControlRoute {
  return route
}
