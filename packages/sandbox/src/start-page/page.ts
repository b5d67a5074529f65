import { controlPath } from '../control/open-api.ts'
import { accountList, copyButton, tokenList } from './account-part.ts'
import { faultForm, faultList } from './fault-part.ts'
import { html, Html } from './html.ts'
import type { PageData } from './page-data.ts'
import { quotaList } from './quota-part.ts'
import { requestList } from './request-part.ts'
import { script } from './script.ts'
import { snippets, tokenHint } from './snippets.ts'
import { style } from './style.ts'
import { summary } from './summary-parts.ts'

/** The parts that change by themselves, by the name under which the page holds them. */
export const liveParts: Readonly<Record<string, (data: PageData) => Html>> = {
  summary,
  requests: requestList,
  faults: faultList,
  quotas: quotaList,
}

/** The whole start page. */
export function page(data: PageData): string {
  const { origin, version, hasControl, hasResults, app } = data
  return `<!DOCTYPE html>${
    html`<html lang="en" data-script="off" data-control="${hasControl ? controlPath : ''}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>Adpane Sandbox: a local Graph API with invented data</title>
        ${styleTag}
      </head>
      <body>
        <header>
          <div class="bar">
            <span class="mark">${mark} Adpane Sandbox</span>
            <span class="chip">${hasResults ? 'Loaded and invented data' : 'Invented data'}</span>
            <span class="base"
              ><code>${origin}/${version}</code> ${copyButton(`${origin}/${version}`, 'base address')}</span
            >
          </div>
        </header>
        <main>
          <div class="intro">
            <h1>A Graph API of your own</h1>
            <p>${hasResults ? aboutResults : aboutInvention}</p>
            ${hasControl && withoutScript}
          </div>
          <section class="card tiles" data-part="summary" aria-label="Now">${summary(data)}</section>
          <section class="card ask">
            <h2>Ask it something ${tokenHint(data)}</h2>
            ${snippets(data)}
          </section>
          <div class="column aside">
            <section class="card">
              <h2>Faults <small>fail on purpose</small></h2>
              <div data-part="faults">${faultList(data)}</div>
              ${hasControl ? faultForm() : switchedOff}
            </section>
            ${
              hasControl &&
              html`<section class="card needs-script">
                <h2>Move time</h2>
                ${clockButtons(data)}
              </section>`
            }
            <section class="card">
              <h2>Quotas</h2>
              <div data-part="quotas">${quotaList(data)}</div>
            </section>
          </div>
          <div class="column">
            <section class="card">
              <h2>
                Recent requests
                <small
                  data-state="Live · no tokens, queries or bodies"
                  data-lost="Not up to date: the sandbox does not answer"
                  >As of loading this page</small
                >
              </h2>
              <div data-part="requests">${requestList(data)}</div>
            </section>
            <section class="card">
              <h2>Ad accounts</h2>
              ${accountList(data)}
            </section>
            <section class="card">
              <h2>Tokens</h2>
              ${tokenList(data)}
            </section>
          </div>
          <p class="end">
            ${app.name} ${app.id} · seed ${data.seed} ·
            ${
              hasControl
                ? html`<a href="${controlPath}/openapi.json">OpenAPI of the control API</a>`
                : 'This page is static: reload it for newer calls, or start with --control for a live one.'
            }
          </p>
        </main>
        <div class="hidden" role="status" data-told></div>
        ${scriptTag}
      </body>
    </html>`.source
  }`
}

// Outside of templates, since every blank counts for the hashes in the policy.
const styleTag = new Html(`<style>${style}</style>`)
const scriptTag = new Html(`<script>${script}</script>`)

const switchedOff = html`<p class="foot">
  Switched off. Start the sandbox with <code>--control</code> to make calls fail, move time and see this page live.
</p>`

const aboutInvention =
  'Every account, person, token and number here is invented. No call leaves this machine, nothing is spent, and nothing you see is a real result.'
const aboutResults =
  'The first account holds the results of your file; everything else is invented. No call leaves this machine, and nothing is spent.'

const withoutScript = html`<noscript
  ><p class="notice">
    Without JavaScript this page stays as it was when it loaded, and its controls are hidden. Set faults and move time
    by calls to <code>${controlPath}</code> instead.
  </p></noscript
>`

function clockButtons({ clock: { isFrozen } }: PageData): Html {
  return html`<div class="acts">
      ${[
        ['+ 15 min', 900_000],
        ['+ 1 hour', 3_600_000],
        ['+ 1 day', 86_400_000],
        ['+ 60 days', 5_184_000_000],
      ].map(
        ([label = '', ms = 0]) => html`<button data-send="clock/advance" data-body='{"ms":${ms}}'>${label}</button>`,
      )}
      <button data-send="clock/freeze" data-mode="frozen" aria-pressed="${String(isFrozen)}">Freeze</button>
      <button data-send="clock/resume" data-mode="running" aria-pressed="${String(!isFrozen)}">Let it run</button>
    </div>
    <p class="problem clock-problem" role="alert" hidden></p>`
}

const mark = html`<svg viewBox="0 0 24 24" fill="none" aria-hidden="true">
  <rect x="1" y="1" width="22" height="22" rx="6" fill="currentColor" />
  <path
    d="M6.5 16.5v-4M10.2 16.5v-7M13.8 16.5v-5M17.5 16.5v-9"
    stroke="var(--on-accent)"
    stroke-width="2"
    stroke-linecap="round"
  />
</svg>`
