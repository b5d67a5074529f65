import { createRandom } from '../world/random.ts'

/**
 * A small drawn product picture; the same subject and seed are the same picture.
 *
 * @param subject - Such as `tent`; an unknown one is drawn as a bag.
 * @returns SVG source.
 */
export function productPicture(subject: string, seed: number, size: number): string {
  const random = createRandom(seed)
  const palette = palettes[Math.floor(random.next() * palettes.length)] ?? palettes[0]
  const glyph = glyphs.get(subject) ?? bag
  const [paper = '#eee', shade = '#ddd', ink = '#333', accent = '#999'] = palette ?? []
  const x = Math.round(random.between(20, 80))
  const y = Math.round(random.between(16, 44))
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 100 100" role="img">`,
    `<rect width="100" height="100" fill="${paper}"/>`,
    `<circle cx="${x}" cy="${y}" r="${Math.round(random.between(14, 26))}" fill="${accent}" opacity=".35"/>`,
    `<path d="M0 76 Q${Math.round(random.between(25, 75))} ${Math.round(random.between(60, 74))} 100 76 V100 H0Z" fill="${shade}"/>`,
    `<ellipse cx="50" cy="81" rx="25" ry="4" fill="${ink}" opacity=".16"/>`,
    glyph(ink, accent, paper),
    '</svg>',
  ].join('')
}

const palettes = [
  ['#f3ece1', '#e5d8c3', '#3d4a3f', '#d98e4a'],
  ['#e4edf0', '#cddde2', '#22495a', '#e2a23b'],
  ['#f5e6e2', '#ecd0c9', '#6a2f38', '#d9785f'],
  ['#e9efe3', '#d5e0c9', '#2f4b34', '#b7a03e'],
  ['#ece8f3', '#dad3e8', '#40366b', '#d07fa2'],
  ['#f4f0e4', '#e8dfc5', '#4b3a2b', '#7fa38a'],
  ['#e3eef0', '#c7dfe0', '#14545c', '#ef8f6b'],
]

type Glyph = (ink: string, accent: string, paper: string) => string

const backpack: Glyph = (ink, accent, paper) =>
  `<path d="M40 32a10 10 0 0 1 20 0" fill="none" stroke="${ink}" stroke-width="3"/><rect x="31" y="30" width="38" height="50" rx="12" fill="${ink}"/>` +
  `<rect x="37" y="54" width="26" height="18" rx="4" fill="${accent}"/><path d="M37 44h26" stroke="${paper}" stroke-width="2"/>`

const cup: Glyph = (ink, accent) =>
  `<path d="M32 46h34v20a14 14 0 0 1-14 14h-6a14 14 0 0 1-14-14z" fill="${ink}"/><path d="M66 50h5a7 7 0 0 1 0 14h-5" fill="none" stroke="${ink}" stroke-width="4"/>` +
  `<path d="M43 40q-4-5 0-10M54 40q-4-5 0-10" fill="none" stroke="${accent}" stroke-width="3" stroke-linecap="round"/>`

const bag: Glyph = (ink, accent, paper) =>
  `<path d="M34 28h32l4 52H30z" fill="${ink}"/><path d="M34 28h32v7H34z" fill="${accent}"/><rect x="39" y="47" width="22" height="20" rx="2" fill="${paper}"/>` +
  `<circle cx="50" cy="57" r="5" fill="${accent}"/>`

const bottle: Glyph = (ink, accent, paper) =>
  `<rect x="44" y="22" width="12" height="12" rx="2" fill="${accent}"/><path d="M42 34h16l5 10v30a6 6 0 0 1-6 6H43a6 6 0 0 1-6-6V44z" fill="${ink}"/>` +
  `<path d="M41 56h18" stroke="${paper}" stroke-width="3"/>`

const mug: Glyph = (ink, accent, paper) =>
  `<rect x="31" y="40" width="36" height="40" rx="5" fill="${paper}" stroke="${ink}" stroke-width="3"/><path d="M67 48h4a8 8 0 0 1 0 18h-4" fill="none" stroke="${ink}" stroke-width="3"/>` +
  `<path d="M38 70l8-12 6 7 5-6 5 11z" fill="${accent}"/>`

const tent: Glyph = (ink, accent, paper) =>
  `<path d="M50 30L80 80H20z" fill="${ink}"/><path d="M50 46L66 80H34z" fill="${accent}"/><path d="M50 46v34" stroke="${paper}" stroke-width="2"/>`

const lamp: Glyph = (ink, accent) =>
  `<path d="M40 28h20l9 26H31z" fill="${accent}"/><path d="M50 54v22" stroke="${ink}" stroke-width="4"/><path d="M38 80a12 6 0 0 1 24 0z" fill="${ink}"/>`

const jar: Glyph = (ink, accent, paper) =>
  `<rect x="34" y="42" width="32" height="9" rx="3" fill="${accent}"/><rect x="30" y="51" width="40" height="29" rx="7" fill="${ink}"/>` +
  `<path d="M38 65h24" stroke="${paper}" stroke-width="3"/>`

const screen: Glyph = (ink, accent, paper) =>
  `<rect x="24" y="34" width="52" height="36" rx="4" fill="${ink}"/><rect x="28" y="38" width="44" height="28" rx="2" fill="${paper}"/>` +
  `<path d="M33 60v-8M41 60V48M49 60v-5M57 60V45M65 60V51" stroke="${accent}" stroke-width="4"/><path d="M40 80h20l-4-10H44z" fill="${ink}"/>`

const glyphs: ReadonlyMap<string, Glyph> = new Map(
  Object.entries({ backpack, cup, bag, bottle, mug, tent, lamp, jar, screen }),
)
