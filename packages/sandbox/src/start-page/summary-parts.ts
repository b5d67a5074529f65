import { html, type Html } from './html.ts'
import type { PageData } from './page-data.ts'

/** The strip of figures on top: time, accounts, calls, faults. */
export function summary({ clock, accountCount, tenants, requestCount, failedCount, faults }: PageData): Html {
  const struck = faults.reduce((sum, rule) => sum + rule.struck, 0)
  return html`${clockTile(clock)}
  ${tile('Ad accounts', count(accountCount), `${tenants.length} ${tenants.length === 1 ? 'business' : 'businesses'}`)}
  ${tile('Calls answered', count(requestCount), failedCount === 0 ? 'None failed' : `${count(failedCount)} of the last thousand failed`)}
  ${tile('Faults in force', count(faults.length), faults.length === 0 ? 'Every call goes through' : `${count(struck)} calls struck`)}`
}

/** `5,000`. */
export function count(value: number): string {
  return value.toLocaleString('en-US')
}

function clockTile({ now, isFrozen }: PageData['clock']): Html {
  const iso = now.toISOString()
  return html`<div class="tile">
    <h2>Sandbox clock <small>UTC</small></h2>
    <p class="figure">
      <time datetime="${iso}" data-clock ${isFrozen ? '' : 'data-running'}>${iso.slice(11, 19)}</time>
    </p>
    <p class="under">
      <span class="dot ${isFrozen ? 'off' : 'pos'}"></span>${isFrozen ? 'Frozen' : 'Running'} · ${dayName(now)}
    </p>
  </div>`
}

function tile(label: string, figure: string, under: string): Html {
  return html`<div class="tile">
    <h2>${label}</h2>
    <p class="figure">${figure}</p>
    <p class="under">${under}</p>
  </div>`
}

/** `Mon 23 Nov 2026`. */
function dayName(now: Date): string {
  return new Intl.DateTimeFormat('en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  })
    .format(now)
    .replace(',', '')
}
