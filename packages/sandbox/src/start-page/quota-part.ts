import type { AccountUsage } from '../quota/quota.ts'
import { html, type Html } from './html.ts'
import type { PageData } from './page-data.ts'

/** The ad accounts whose quotas are used most. */
export function quotaList({ quota: { mode, isOverloaded, busiest } }: PageData): Html {
  return html`<p class="under lead">${modes[mode] ?? mode}</p>
    ${isOverloaded && html`<p class="under lead"><span class="dot neg"></span>Insights are overloaded for everybody (4/1504022).</p>`}
    ${busiest.length === 0 ? html`<p class="empty">Nothing used in the last hour.</p>` : busiest.map(usageRow)}`
}

const modes: Readonly<Record<string, string>> = {
  lenient: 'Lenient: usage is counted and told, nothing is refused.',
  development: 'Development access: 60 points an account, refused when full.',
  standard: 'Standard access: 9,000 points an account, refused when full.',
}

function usageRow({ adAccountId, score, maxScore, blockedUntil, hourly }: AccountUsage): Html {
  const percent = Math.min(100, Math.round((score * 100) / maxScore))
  const calls = hourly.reduce((sum, use) => sum + use.calls, 0)
  return html`<div class="usage">
    <p><span>${adAccountId}</span> <b>${blockedUntil === undefined ? `${percent} %` : 'Limited'}</b></p>
    <svg viewBox="0 0 100 2" preserveAspectRatio="none" aria-hidden="true">
      <rect class="track" width="100" height="2" />
      <rect
        class="${blockedUntil === undefined ? 'used' : 'full'}"
        width="${blockedUntil === undefined ? percent : 100}"
        height="2"
      />
    </svg>
    <p class="under">
      ${calls} calls this hour${blockedUntil !== undefined && ` · again at ${blockedUntil.slice(11, 19)}`}
    </p>
  </div>`
}
