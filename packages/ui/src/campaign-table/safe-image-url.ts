/** The address of a picture, or nothing unless it is a plain web address: thumbnails are data from outside. */
export function safeImageUrl(url: string | null): string | undefined {
  if (!url) return undefined
  const parsed = URL.parse(url, 'https://invalid.invalid')
  const isWeb = parsed?.protocol === 'https:' || parsed?.protocol === 'http:'
  return isWeb && /^https?:\/\//i.test(url) ? url : undefined
}
