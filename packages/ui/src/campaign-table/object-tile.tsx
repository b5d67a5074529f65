import { type ReactElement, useState } from 'react'
import { isAd, isCampaign, type ObjectRow } from './object-row.ts'
import { safeImageUrl } from './safe-image-url.ts'
import { tileHue } from './tile-hue.ts'

/** The small picture a row is recognised by: an ad's thumbnail, or a glyph for what a campaign is after. */
export function ObjectTile({ row }: { row: ObjectRow }): ReactElement {
  const [failed, setFailed] = useState<string>()
  const image = isAd(row) ? safeImageUrl(row.thumbnailUrl) : undefined
  return (
    <span className="ap-ct-tile" data-hue={tileHue(row.id)} aria-hidden="true">
      {image && image !== failed ? (
        <img
          src={image}
          alt=""
          loading="lazy"
          decoding="async"
          referrerPolicy="no-referrer"
          onError={() => setFailed(image)}
        />
      ) : (
        <svg viewBox="0 0 30 30">{glyphs[glyphOf(row)]}</svg>
      )}
    </span>
  )
}

type Glyph = 'bag' | 'form' | 'cursor' | 'rings' | 'heart' | 'phone' | 'people' | 'picture'

const objectiveGlyphs: Readonly<Record<string, Glyph>> = {
  OUTCOME_SALES: 'bag',
  OUTCOME_LEADS: 'form',
  OUTCOME_TRAFFIC: 'cursor',
  OUTCOME_AWARENESS: 'rings',
  OUTCOME_ENGAGEMENT: 'heart',
  OUTCOME_APP_PROMOTION: 'phone',
}

function glyphOf(row: ObjectRow): Glyph {
  if (isAd(row)) return 'picture'
  return isCampaign(row) ? (objectiveGlyphs[row.objective ?? ''] ?? 'rings') : 'people'
}

/** Two tones each: a body in the tile's own colour, and paper for what lies on it. */
const glyphs: Readonly<Record<Glyph, ReactElement>> = {
  bag: (
    <>
      <path className="ap-ct-ink" d="M8.5 11.5h13l-1 12h-11z" />
      <path className="ap-ct-line" d="M11.8 14v-3.3a3.2 3.2 0 0 1 6.4 0V14" />
      <path className="ap-ct-paper-line" d="M12.2 17.2a2.8 2.8 0 0 0 5.6 0" />
    </>
  ),
  form: (
    <>
      <rect className="ap-ct-paper" x="8" y="6.5" width="14" height="17" rx="1.8" />
      <path className="ap-ct-line" d="M11 11.2h8M11 15h8M11 18.8h4.5" />
    </>
  ),
  cursor: (
    <>
      <circle className="ap-ct-paper" cx="13.5" cy="13.5" r="6.2" />
      <path className="ap-ct-ink" d="m13 13 9.4 3.3-4.1 1.9-1.9 4.1z" />
    </>
  ),
  rings: (
    <>
      <circle className="ap-ct-paper" cx="15" cy="15" r="8.2" />
      <circle className="ap-ct-line" cx="15" cy="15" r="5.2" />
      <circle className="ap-ct-ink" cx="15" cy="15" r="2.3" />
    </>
  ),
  heart: (
    <>
      <path className="ap-ct-paper" d="M6.5 8h17v11.5h-7L12 23.5v-4H6.5z" />
      <path
        className="ap-ct-ink"
        d="M15 17.6c-3-2-3.9-3.2-3.9-4.5a1.9 1.9 0 0 1 3.9-.6 1.9 1.9 0 0 1 3.9.6c0 1.3-.9 2.5-3.9 4.5z"
      />
    </>
  ),
  phone: (
    <>
      <rect className="ap-ct-ink" x="10" y="6" width="10" height="18" rx="2" />
      <rect className="ap-ct-paper" x="11.6" y="8.6" width="6.8" height="10.8" rx=".6" />
    </>
  ),
  people: (
    <>
      <circle className="ap-ct-paper" cx="19" cy="12.4" r="2.9" />
      <path className="ap-ct-paper" d="M14.5 23c0-3.7 2-5.8 4.5-5.8s4.5 2.1 4.5 5.8z" />
      <circle className="ap-ct-ink" cx="12.2" cy="11.8" r="3.4" />
      <path className="ap-ct-ink" d="M6.5 23c0-4.3 2.5-6.6 5.7-6.6s5.7 2.3 5.7 6.6z" />
    </>
  ),
  picture: (
    <>
      <rect className="ap-ct-paper" x="6.5" y="8" width="17" height="14" rx="1.8" />
      <path
        className="ap-ct-ink"
        d="M6.5 20.5 12 14.5l4 4 2.8-2.7 4.7 4.7a1.8 1.8 0 0 1-1.8 1.5H8.3a1.8 1.8 0 0 1-1.8-1.5z"
      />
      <circle className="ap-ct-ink" cx="18.8" cy="11.9" r="1.5" />
    </>
  ),
}
