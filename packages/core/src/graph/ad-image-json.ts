/** A picture in an ad account's library as Meta sends it after an upload. */
export interface AdImageJson {
  /** 32 hex digits; the same bytes have the same one. What creatives name it by. */
  hash: string
  /** Where Meta shows it; expires. */
  url?: string
  name?: string
  /** Pixels. */
  width?: number
  height?: number
  /** Small versions, at most so many pixels wide. */
  url_128?: string
  url_256?: string
  url_256_width?: string
  url_256_height?: string
}
