/** A server was configured wrongly. Thrown while it starts, never at a request. */
export class InvalidOptionError extends Error {
  override readonly name = 'InvalidOptionError'
  readonly option: string

  constructor(option: string, fix: string, options?: ErrorOptions) {
    super(`Option "${option}": ${fix}`, options)
    this.option = option
  }
}
