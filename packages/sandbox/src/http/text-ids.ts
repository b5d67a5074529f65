/**
 * JSON in which whole numbers of sixteen and more digits are texts: ids have up to eighteen, and as numbers they would
 * become other ids. Walks from string to string, since a regular expression runs out of stack in a picture of ten
 * million letters and out of time in a string that never ends.
 */
export function withTextIds(json: string): string {
  const parts: string[] = []
  let from = 0
  while (from < json.length) {
    const quote = json.indexOf('"', from)
    const stringStart = quote === -1 ? json.length : quote
    parts.push(json.slice(from, stringStart).replaceAll(longNumber, '"$&"'))
    from = stringEnd(json, stringStart)
    parts.push(json.slice(stringStart, from))
  }
  return parts.join('')
}

const longNumber = /(?<![\d.eE+-])\d{16,}(?![\d.eE])/g

/** Position behind the string that begins at a quote; the end of the text for one that never ends. */
function stringEnd(json: string, start: number): number {
  for (let position = start + 1; position < json.length; position++) {
    if (json[position] === '\\') position++
    else if (json[position] === '"') return position + 1
  }
  return json.length
}
