/** Markup that is safe to send: made by {@link html} alone. */
export class Html {
  readonly source: string

  constructor(source: string) {
    this.source = source
  }
}

type Part = Html | string | number | undefined | false | readonly Part[]

/** Markup in which every inserted text is escaped; `undefined` and `false` insert nothing. */
export function html(pieces: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const [first = '', ...rest] = pieces
  return new Html(first + rest.map((piece, index) => sourceOf(parts[index]) + piece).join(''))
}

function sourceOf(part: Part): string {
  if (part === undefined || part === false) return ''
  if (part instanceof Html) return part.source
  if (typeof part === 'string' || typeof part === 'number') return escaped(String(part))
  return part.map(sourceOf).join('')
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (char) => entities[char] ?? '')
}
