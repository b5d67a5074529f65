/** What a test sees of the SDK's FacebookRequestError, which its package does not export. */
export interface Refusal {
  name: string
  /** HTTP status; null when no reply came. */
  status: number | null
  message: string
  /** The `error` object of the reply. */
  response: Record<string, unknown> | null
  headers: Readonly<Record<string, unknown>>
}

/** The error that the SDK rejects a call with. @throws {Error} The call was answered. */
export async function refusalOf(call: unknown): Promise<Refusal> {
  try {
    await call
  } catch (error) {
    return error as Refusal
  }
  throw new Error('The call was answered instead of refused.')
}
