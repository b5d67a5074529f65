import { faultSchema } from '../control/fault-json.ts'
import type { Fault, FaultMatch, FaultRule } from '../control/faults.ts'
import { html, type Html } from './html.ts'
import type { PageData } from './page-data.ts'

/** The rules in force, each in a sentence. */
export function faultList({ faults, hasControl }: PageData): Html {
  if (faults.length === 0) {
    return html`<p class="empty">No faults. Calls fail only for reasons of their own.</p>`
  }
  return html`<ul class="rows">
    ${faults.map((rule) => faultRow(rule, hasControl))}
  </ul>`
}

/** Adds a rule; sent by the page's script. */
export function faultForm(): Html {
  return html`<form class="fault-form needs-script" data-fault-form>
    <label
      >Fault
      <select name="kind">
        ${faultSchema.properties.kind.enum.map(
          (kind) => html`<option value="${kind}">${kind.replaceAll('_', ' ')}</option>`,
        )}
      </select></label
    >
    <label
      >Path
      <input
        name="path"
        value="*"
        required
        pattern=".*\\S.*"
        title="A path after the version, or * for every call"
        spellcheck="false"
        autocomplete="off"
        maxlength="200"
        aria-describedby="fault-hint"
    /></label>
    <label
      >Times
      <input
        name="count"
        inputmode="numeric"
        pattern="[0-9]*"
        title="A whole number, or nothing for no end"
        placeholder="no end"
        autocomplete="off"
        size="6"
        aria-describedby="fault-hint"
    /></label>
    <p class="hint" id="fault-hint">
      <code>*</code> is every call, <code>act_*/insights</code> the insights of any account. Without Times it strikes
      until removed.
    </p>
    <button type="submit">Add fault</button>
    <p class="problem" role="alert" hidden></p>
  </form>`
}

function faultRow({ id, fault, match, rate, count, after, seen, struck }: FaultRule, hasControl: boolean): Html {
  const share = rate < 1 ? `${Math.round(rate * 100)} % of ` : ''
  const left = count === undefined ? '' : ` · ${count - struck} left`
  const skips = after > seen ? ` · ${after - seen} pass first` : ''
  return html`<li>
    <div>
      <b>${faultName(fault)}</b>
      <p class="under">${share}${matchName(match)} · ${struck} struck${left}${skips}</p>
    </div>
    ${hasControl && html`<button class="quiet needs-script" data-method="DELETE" data-send="faults/${encodeURIComponent(id)}" aria-label="Remove ${faultName(fault)}">Remove</button>`}
  </li>`
}

function faultName(fault: Fault): string {
  switch (fault.kind) {
    case 'throttle':
      return `Throttled, code ${fault.code}${fault.subcode === undefined ? '' : `/${fault.subcode}`}`
    case 'server_error':
      return `Graph error, status ${fault.status}`
    case 'html':
      return `HTML page, status ${fault.status}`
    case 'empty':
      return `Empty reply, status ${fault.status}`
    case 'slow':
      return fault.isDribbled ? `Trickles in over ${fault.delayMs} ms` : `Waits ${fault.delayMs} ms`
    case 'reset':
      return 'Connection reset, not executed'
    case 'truncated':
      return 'Body cut short'
    case 'ok_with_error':
      return 'Status 200 with an error'
    case 'null_entry':
      return 'Batch item answered null'
    case 'reply_lost':
      return 'Executed, reply lost'
    case 'expired_token':
      return 'Token expired'
  }
}

function matchName({ method, path, edge, account, isBatchItem }: FaultMatch): string {
  const words = [method, path === '*' ? undefined : path, edge && `edge ${edge}`, account, batchName(isBatchItem)]
  return words.filter((word) => word !== undefined).join(' ') || 'every call'
}

function batchName(isBatchItem: boolean | undefined): string | undefined {
  if (isBatchItem === undefined) return undefined
  return isBatchItem ? 'batch items' : 'outside batches'
}
