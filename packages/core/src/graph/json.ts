/** A JSON object of unknown content. */
export type JsonObject = Readonly<Record<string, unknown>>

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The object in a JSON text; undefined for anything else, malformed text included. */
export function parseJsonObject(text: string): JsonObject | undefined {
  const value = parseJson(text)
  return isJsonObject(value) ? value : undefined
}

/** The value of a JSON text; undefined when it is malformed. */
export function parseJson(text: string): unknown {
  // Absent headers read as this, and an exception costs as much as parsing a page.
  if (text === '') return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/**
 * Takes Meta at its word for the shape of an object. Only for shapes whose every promise we can live without: `*-json.ts`
 * and usage headers. Checking each row would cost more than reading it.
 */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- naming the shape is the whole point
export function asSent<Shape extends object>(value: object): Shape {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
  return value as Shape
}
