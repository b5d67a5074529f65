import type { ReactElement } from 'react'

/** Our own small set, drawn on 16 px with a 1.5 px stroke. Each value is the `d` of one path. */
const paths = {
  enter: 'M13 4v3.5a1.5 1.5 0 0 1-1.5 1.5H3.5m3-3-3 3 3 3',
  caret: 'm5 6.5 3 3 3-3',
  cal: 'M4.5 3.5h7a2 2 0 0 1 2 2v6a2 2 0 0 1-2 2h-7a2 2 0 0 1-2-2v-6a2 2 0 0 1 2-2ZM2.5 6.5h11M5.5 2v2.5M10.5 2v2.5',
  clock: 'M13.75 8a5.75 5.75 0 1 1-11.5 0 5.75 5.75 0 0 1 11.5 0ZM8 5v3.2l2 1.3',
  refresh: 'M13 8a5 5 0 1 1-1.6-3.7M13 2.5v2.8h-2.8',
  search: 'M11.25 7a4.25 4.25 0 1 1-8.5 0 4.25 4.25 0 0 1 8.5 0Zm-1.05 3.2 3.3 3.3',
  filter: 'M2.5 4.5h11M4.5 8h7M6.5 11.5h3',
  x: 'm4.5 4.5 7 7m0-7-7 7',
  cols: 'M4.5 3h7a2 2 0 0 1 2 2v6a2 2 0 0 1-2 2h-7a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2ZM6.2 3v10M9.8 3v10',
  split: 'M3 4.5h4l3 7h3M3 11.5h4M10 4.5h3',
  down: 'M8 2.5v7.5m-3-3 3 3 3-3M3 13.5h10',
  plus: 'M8 3.5v9M3.5 8h9',
  dots: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
  chart: 'M2.5 13.5h11M4.5 10.5v-3M8 10.5v-6M11.5 10.5v-4',
  pencil: 'm3 13 .6-2.6 7-7a1.4 1.4 0 0 1 2 2l-7 7L3 13Z',
  copy: 'M7.3 5.5h4.4a1.8 1.8 0 0 1 1.8 1.8v4.4a1.8 1.8 0 0 1-1.8 1.8H7.3a1.8 1.8 0 0 1-1.8-1.8V7.3a1.8 1.8 0 0 1 1.8-1.8ZM3.5 10.5h-.2A.8.8 0 0 1 2.5 9.7V4A1.5 1.5 0 0 1 4 2.5h5.7a.8.8 0 0 1 .8.8v.2',
  pause: 'M5.8 3.5v9M10.2 3.5v9',
  check: 'm3.5 8.5 3 3 6-7',
  minus: 'M3.5 8h9',
  coin: 'M13.75 8a5.75 5.75 0 1 1-11.5 0 5.75 5.75 0 0 1 11.5 0ZM9.8 6.2C9.4 5.6 8.8 5.3 8 5.3c-1 0-1.8.5-1.8 1.3 0 1.9 3.7.9 3.7 2.8 0 .8-.8 1.3-1.9 1.3-.9 0-1.6-.3-2-1',
  note: 'M3 3.5h10v7H8l-3 2.5v-2.5H3z',
  bolt: 'M9 2 3.5 9H8l-1 5 5.5-7H8z',
  image:
    'M4.5 3h7a2 2 0 0 1 2 2v6a2 2 0 0 1-2 2h-7a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2ZM3 11.5l3-3 2.5 2.5 2-2 2.5 2.5M10.5 6h.01',
  lock: 'M5.1 7h5.8a1.6 1.6 0 0 1 1.6 1.6v3.3a1.6 1.6 0 0 1-1.6 1.6H5.1a1.6 1.6 0 0 1-1.6-1.6V8.6A1.6 1.6 0 0 1 5.1 7ZM5.5 7V5.2a2.5 2.5 0 0 1 5 0V7',
  plug: 'M6 2.5v3M10 2.5v3M4.5 5.5h7v2a3.5 3.5 0 0 1-7 0zM8 11v2.5',
  warn: 'M8 2.8 14 13H2zM8 6.8v2.7M8 11.3h.01',
  ban: 'M13.75 8a5.75 5.75 0 1 1-11.5 0 5.75 5.75 0 0 1 11.5 0ZM4 4l8 8',
  wifi: 'M2 6.2a8.5 8.5 0 0 1 5-2.1M14 6.2a8.5 8.5 0 0 0-2.5-1.5M4.3 8.8A5.3 5.3 0 0 1 7 7.4M8 12h.01M2.5 2.5l11 11',
  user: 'M10.5 5.5a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0ZM3.3 13.5c.4-2.6 2.3-4 4.7-4s4.3 1.4 4.7 4',
  info: 'M13.75 8a5.75 5.75 0 1 1-11.5 0 5.75 5.75 0 0 1 11.5 0ZM8 7.5v3.3M8 5.3h.01',
  globe:
    'M13.75 8a5.75 5.75 0 1 1-11.5 0 5.75 5.75 0 0 1 11.5 0ZM2.3 8h11.4M8 2.3c3.8 3.6 3.8 7.8 0 11.4-3.8-3.6-3.8-7.8 0-11.4Z',
  pin: 'M9.8 2.5 13.5 6.2l-3 1-2.7 2.7.2 2.3L3.8 8l2.3.2 2.7-2.7zM5.8 10.2 2.5 13.5',
  hide: 'M2 8s2.2-4 6-4 6 4 6 4-2.2 4-6 4-6-4-6-4ZM3 13 13 3',
  up: 'M8 13V3.5m-3.5 3.5L8 3.5 11.5 7',
  dn: 'M8 3v9.5m-3.5-3.5L8 12.5l3.5-3.5',
} as const

export type IconName = keyof typeof paths

export interface IconProps {
  name: IconName
  /** Pixels. @default 16 */
  size?: 10 | 12 | 14 | 16
}

/** A stroke icon in the colour of the text. Decorative: the words beside it carry the meaning. */
export function Icon({ name, size = 16 }: IconProps): ReactElement {
  return (
    <svg className={`ap-icon ap-icon-${name}`} width={size} height={size} viewBox="0 0 16 16" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  )
}
