import { isFailed, type RequestEntry } from '../http/request-log.ts'
import { html, type Html } from './html.ts'
import type { PageData } from './page-data.ts'

/** The newest calls. */
export function requestList({ requests, origin, version }: PageData): Html {
  if (requests.length === 0) {
    return html`<p class="empty">No calls yet. Point a client at <code>${origin}/${version}</code>.</p>`
  }
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Recent requests">
    <table class="calls">
      <thead>
        <tr>
          <th>Time</th>
          <th>Call</th>
          <th>Status</th>
          <th>Caller</th>
          <th class="num">Took&nbsp;ms</th>
        </tr>
      </thead>
      <tbody>
        ${requests.map(row)}
      </tbody>
    </table>
  </div>`
}

function row(entry: RequestEntry): Html {
  const { at, method, path, code, subcode, caller, durationMs, batchItems, fault } = entry
  return html`<tr>
    <td class="time">${at?.slice(11, 19) ?? '—'}</td>
    <td class="call">
      <span class="line"
        ><b>${method}</b> <span class="path" title="${path}">${path}</span>${
          batchItems !== undefined && html` <span class="chip">batch of ${batchItems}</span>`
        }${fault !== undefined && html` <span class="chip warn">${fault.replaceAll('_', ' ')}</span>`}</span
      >
    </td>
    <td class="status">
      <span class="dot ${tone(entry)}"></span>${statusName(entry)}${
        code !== undefined && html` <span class="muted">${code}${subcode !== undefined && `/${subcode}`}</span>`
      }
    </td>
    <td class="caller muted">${caller ?? '—'}</td>
    <td class="num">${durationMs === undefined ? '—' : durationMs.toFixed(1)}</td>
  </tr>`
}

function statusName({ status, fault }: RequestEntry): string {
  if (status === 0) return 'Cut'
  return fault === 'truncated' ? `${status}, cut` : String(status)
}

function tone(entry: RequestEntry): string {
  if (entry.status === 0 || entry.status >= 500 || entry.fault === 'truncated') return 'neg'
  return isFailed(entry) ? 'warn' : 'pos'
}
