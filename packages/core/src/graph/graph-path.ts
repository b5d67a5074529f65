import { InvalidRequestError } from '../errors/invalid-request-error.ts'

/**
 * The segments of a path below the version: `act_1/campaigns`.
 *
 * @throws {InvalidRequestError} A segment is more than an id or an edge; it could lead elsewhere.
 */
export function pathSegments<Segment>(path: string | readonly (string | Segment)[]): readonly (string | Segment)[] {
  const segments = typeof path === 'string' ? path.split('/') : path
  const isFine = segments.every((segment) => typeof segment !== 'string' || /^(?!\.+$)[\w.-]+$/.test(segment))
  if (segments.length > 0 && isFine) return segments
  throw new InvalidRequestError([{ field: 'path', message: 'Write it like act_123/campaigns.' }])
}
