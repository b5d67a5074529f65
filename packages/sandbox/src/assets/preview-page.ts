import { createHash } from 'node:crypto'
import type { PreviewPayload } from './preview-link.ts'

/** A preview as a whole page: every text escaped, no script, styles allowed by their hash. */
export function previewPage({ content, kind }: Pick<PreviewPayload, 'content' | 'kind'>): string {
  const { advertiser, message, title, description, domain, callToAction } = content
  const initial = advertiser.trim().charAt(0).toUpperCase() || 'A'
  const button = callToAction === '' ? '' : `<span class="button">${escape(callToAction)}</span>`
  return page(
    `Ad preview: ${title || advertiser}`,
    `<article class="ad ${kind}">
<header><span class="badge">${escape(initial)}</span><p><b>${escape(advertiser)}</b><small>Sponsored</small></p></header>
<p class="message">${escape(message)}</p>
<div class="pictures">${pictures(content)}</div>
<footer><div><small>${escape(domain)}</small><b>${escape(title)}</b><p>${escape(description)}</p></div>${button}</footer>
</article>
<p class="note">Preview by the Adpane sandbox. Not a real ad.</p>`,
  )
}

/** What is shown for a link that is over or was not made here. */
export function previewNotice(text: string): string {
  return page('Ad preview', `<p class="notice">${escape(text)}</p>`)
}

function pictures({ pictures: paths, cardTitles, title, isVideo }: PreviewPayload['content']): string {
  if (paths.length === 0) return '<div class="empty">The picture is not on this sandbox</div>'
  const play = isVideo ? '<i class="play" aria-label="Video"></i>' : ''
  return paths
    .map((path, index) => {
      const caption = cardTitles[index] ?? ''
      const label = caption === '' ? '' : `<figcaption>${escape(caption)}</figcaption>`
      return `<figure><img src="${escape(path)}" alt="${escape(caption || title)}">${index === 0 ? play : ''}${label}</figure>`
    })
    .join('')
}

function page(title: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escape(title)}</title><style>${styles}</style></head><body>${body}</body></html>`
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}

const styles = `
*{box-sizing:border-box;margin:0}
body{font:14px/1.35 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;color:#1c1e21;background:#fff}
small{display:block;font-size:12px;color:#65676b}
.ad{max-width:540px;margin:0 auto;overflow:hidden}
header{display:flex;gap:8px;align-items:center;padding:10px 12px}
.badge{width:36px;height:36px;border-radius:50%;display:grid;place-items:center;background:#2f4b34;color:#fff;font-weight:600;flex:none}
.message{padding:0 12px 10px;white-space:pre-line;overflow-wrap:anywhere}
.message:empty{display:none}
.pictures{display:flex;overflow-x:auto;scroll-snap-type:x mandatory;background:#f0f2f5}
figure{position:relative;flex:0 0 100%;scroll-snap-align:start}
figure:not(:only-child){flex-basis:82%;border-right:6px solid #fff}
figure img{display:block;width:100%;aspect-ratio:1;object-fit:cover}
figcaption{padding:8px 12px;background:#f0f2f5;font-weight:600}
.play{position:absolute;inset:0;margin:auto;width:56px;height:56px;border-radius:50%;background:rgb(0 0 0/.55)}
.play::after{content:"";position:absolute;inset:0;margin:auto;left:5px;width:0;height:0;border-left:20px solid #fff;border-top:12px solid transparent;border-bottom:12px solid transparent}
.empty{padding:48px 12px;width:100%;text-align:center;color:#65676b}
footer{display:flex;gap:12px;align-items:center;justify-content:space-between;padding:10px 12px;background:#f0f2f5}
footer div{min-width:0}
footer b{display:block;overflow-wrap:anywhere}
footer p{font-size:13px;color:#65676b}
.button{flex:none;padding:8px 14px;border-radius:6px;background:#e4e6eb;font-weight:600}
.note{padding:8px 12px;font-size:11px;color:#65676b;text-align:center}
.notice{padding:48px 24px;text-align:center;color:#65676b}
.instagram{display:flex;flex-direction:column}
.instagram .message{order:4;padding-top:10px}
.instagram footer{background:#0095f6;color:#fff}
.instagram footer small,.instagram footer p{display:none}
.instagram .button{background:none}
.tall{position:relative;background:#111;color:#fff;min-height:100vh;display:flex;flex-direction:column;max-width:360px}
.tall small,.tall footer p{color:#d8dadf}
.tall .pictures{order:1;background:none;flex:1;align-items:center}
.tall .message{order:2;padding-top:10px}
.tall footer{order:3;background:none}
.tall .button{background:#fff;color:#111;border-radius:18px}
.column{display:grid;grid-template-columns:118px 1fr;max-width:none}
.column header,.column .message,.column .button{display:none}
.column footer{background:none;align-items:start}
.wide{position:relative;max-width:none}
.wide header,.wide .message{display:none}
.wide figure img{aspect-ratio:16/9}
.square .message{display:none}
.square figure img{aspect-ratio:5/4}
@media (max-height:120px){.wide .pictures{display:none}}
`

const styleHash = createHash('sha256').update(styles).digest('base64')

/** Nothing but its own styles and this sandbox's pictures; any page may frame it, as any page frames Meta's. */
export const previewPolicy: string = [
  "default-src 'none'",
  "img-src 'self'",
  `style-src 'sha256-${styleHash}'`,
  "base-uri 'none'",
  "form-action 'none'",
  'frame-ancestors *',
].join('; ')
