/** Style of the start page: hairlines, quiet surfaces, numbers first; both themes drawn, no file from elsewhere. */
export const style: string = `
:root {
  color-scheme: light dark;
  --canvas: light-dark(oklch(0.984 0.002 220), oklch(0.165 0.008 235));
  --surface: light-dark(oklch(1 0 0), oklch(0.2 0.009 235));
  --sunken: light-dark(oklch(0.975 0.003 220), oklch(0.222 0.01 235));
  --hover: light-dark(oklch(0.968 0.004 220), oklch(0.24 0.011 235));
  --border: light-dark(oklch(0.918 0.005 220), oklch(0.285 0.011 235));
  --border-strong: light-dark(oklch(0.855 0.008 220), oklch(0.365 0.013 235));
  --text: light-dark(oklch(0.235 0.016 235), oklch(0.945 0.004 235));
  --text-2: light-dark(oklch(0.455 0.016 235), oklch(0.745 0.01 235));
  --text-3: light-dark(oklch(0.535 0.014 235), oklch(0.655 0.011 235));
  --accent: light-dark(oklch(0.505 0.088 195), oklch(0.775 0.098 190));
  --accent-hover: light-dark(oklch(0.455 0.082 195), oklch(0.835 0.09 190));
  --on-accent: light-dark(oklch(1 0 0), oklch(0.185 0.025 200));
  --accent-soft: light-dark(oklch(0.972 0.013 195), oklch(0.262 0.028 195));
  --neg: light-dark(oklch(0.52 0.185 25), oklch(0.735 0.145 22));
  --warn: light-dark(oklch(0.515 0.105 70), oklch(0.8 0.12 78));
  --warn-soft: light-dark(oklch(0.97 0.035 85), oklch(0.272 0.038 75));
  --dot-pos: light-dark(oklch(0.62 0.15 155), oklch(0.74 0.15 155));
  --dot-warn: light-dark(oklch(0.72 0.15 70), oklch(0.79 0.14 75));
  --dot-neg: light-dark(oklch(0.6 0.2 25), oklch(0.68 0.18 22));
  --dot-off: light-dark(oklch(0.66 0.012 235), oklch(0.58 0.012 235));
  --mono: ui-monospace, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace;
}
* { box-sizing: border-box; margin: 0; }
body {
  background: var(--canvas); color: var(--text);
  font: 400 13px/18px Inter, system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Helvetica Neue', Arial, sans-serif;
  font-variant-numeric: tabular-nums; -webkit-text-size-adjust: 100%;
}
code, pre { font: 12px/18px var(--mono); }
a { color: var(--accent); text-underline-offset: 2px; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.muted { color: var(--text-2); }
.num { text-align: end; }

header { background: var(--surface); border-bottom: 1px solid var(--border); }
.bar { max-width: 1360px; margin: 0 auto; padding: 12px 24px; display: flex; align-items: center; gap: 12px; flex-wrap: wrap; }
.mark { display: flex; align-items: center; gap: 10px; font-size: 14px; font-weight: 600; }
.mark svg { width: 24px; height: 24px; color: var(--accent); }
.chip { padding: 1px 7px; border: 1px solid var(--border-strong); border-radius: 6px; font-size: 11px; line-height: 16px; font-weight: 500; color: var(--text-2); white-space: nowrap; }
.chip.warn { color: var(--warn); background: var(--warn-soft); border-color: transparent; }
.base { margin-inline-start: auto; display: flex; align-items: center; gap: 8px; color: var(--text-2); }
.base code { color: var(--text); }

main { max-width: 1360px; margin: 0 auto; padding: 20px 24px 32px; display: grid; gap: 16px; grid-template: auto auto auto 1fr / minmax(0, 1fr) 348px; align-items: start; }
.intro { grid-column: 1 / -1; }
h1 { font-size: 20px; line-height: 26px; font-weight: 600; letter-spacing: -0.01em; }
.intro p { margin-top: 4px; color: var(--text-2); max-width: 120ch; }
.intro .notice { margin-top: 12px; padding: 10px 16px; max-width: none; border-radius: 10px; color: var(--warn); background: var(--warn-soft); }
[data-script='off'] .needs-script { display: none; }
/* Beside the calls where there is room, above them where there is not. */
.aside { grid-area: 3 / 2 / span 2; }
.column { display: grid; gap: 16px; min-width: 0; }
.card { background: var(--surface); border: 1px solid var(--border); border-radius: 10px; min-width: 0; overflow: hidden; }
.card > h2 { padding: 14px 16px; font-size: 14px; line-height: 20px; font-weight: 600; border-bottom: 1px solid var(--border); display: flex; align-items: baseline; gap: 8px; }
.card > h2 small { margin-inline-start: auto; font-size: 12px; font-weight: 400; color: var(--text-3); }
.tiles { grid-column: 1 / -1; display: grid; grid-template-columns: repeat(4, minmax(0, 1fr)); gap: 1px; background: var(--border); }
.tile { background: var(--surface); padding: 14px 16px; }
.tile h2 { font-size: 12px; line-height: 16px; font-weight: 500; color: var(--text-2); }
.tile small { font-size: 11px; font-weight: 400; color: var(--text-3); }
.figure { font-size: 28px; line-height: 34px; font-weight: 600; letter-spacing: -0.015em; margin: 2px 0; }
.under { font-size: 12px; line-height: 16px; color: var(--text-2); font-weight: 400; }
.lead { padding: 12px 16px 0; }
.empty { padding: 16px; color: var(--text-2); }
.foot { padding: 10px 16px; border-top: 1px solid var(--border); font-size: 12px; line-height: 16px; color: var(--text-2); }

.dot { display: inline-block; width: 8px; height: 8px; border-radius: 50%; margin-inline-end: 7px; background: var(--dot-off); }
.dot.pos { background: var(--dot-pos); }
.dot.warn { background: var(--dot-warn); border-radius: 1px; rotate: 45deg; scale: .88; }
.dot.neg { background: var(--dot-neg); border-radius: 1px; }
.dot.off { background: none; border: 1.5px solid var(--dot-off); }

.scroll { overflow-x: auto; }
.scroll:focus-visible { outline-offset: -2px; }
table { width: 100%; border-collapse: collapse; }
th { height: 34px; padding: 0 16px 0 0; background: var(--sunken); border-bottom: 1px solid var(--border); font-size: 12px; font-weight: 500; color: var(--text-2); text-align: start; white-space: nowrap; }
td { height: 36px; padding: 0 16px 0 0; border-bottom: 1px solid var(--border); white-space: nowrap; }
tr > :first-child { padding-inline-start: 16px; }
th.num { text-align: end; }
tbody tr:last-child td { border-bottom: 0; }
tbody tr:hover { background: var(--hover); }
td b { font-weight: 500; font-size: 12px; color: var(--text-2); display: inline-block; min-width: 52px; }
.time { color: var(--text-2); }
.call { max-width: 420px; }
.line { display: flex; align-items: center; gap: 8px; }
.line > * { flex: none; }
.line .path { flex: 0 1 auto; min-width: 0; overflow: hidden; text-overflow: ellipsis; font: 12px/18px var(--mono); }

.rows { list-style: none; padding: 0; }
.rows li { padding: 11px 16px; display: flex; align-items: center; gap: 12px; border-bottom: 1px solid var(--border); }
.rows li:last-child { border-bottom: 0; }
.rows li > div { flex: 1; min-width: 0; }
.rows b { font-weight: 500; }
.secrets li > div { flex: 0 0 224px; }
.masked { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 1px; background: var(--border); }
.masked li { background: var(--surface); border: 0; }
.masked li:last-child:nth-child(odd) { grid-column: 1 / -1; }
.masked li > div { flex: 1; }
.secrets code { flex: 1; min-width: 0; color: var(--text-2); overflow-wrap: anywhere; font-size: 11px; line-height: 16px; }
.masked code { flex: none; }

button, select, input:not([type='radio']) { font: inherit; color: inherit; height: 32px; border: 1px solid var(--border-strong); border-radius: 7px; background: var(--surface); padding: 0 10px; }
button { font-weight: 500; cursor: pointer; transition: background 120ms ease-out; }
button:hover { background: var(--hover); }
button[type='submit'] { background: var(--accent); border-color: var(--accent); color: var(--on-accent); }
button[type='submit']:hover { background: var(--accent-hover); border-color: var(--accent-hover); }
.quiet { border-color: transparent; background: none; color: var(--accent); height: 28px; padding: 0 8px; font-size: 12px; }
td .quiet { margin-inline-start: -2px; height: 24px; opacity: 0; }
tr:hover .quiet, td .quiet:focus-visible { opacity: 1; }
.acts { display: flex; flex-wrap: wrap; gap: 8px; padding: 12px 16px; }
.acts [aria-pressed='true'] { background: var(--accent-soft); border-color: var(--accent); color: var(--accent); }
.acts button { flex: 1 1 auto; height: 28px; font-size: 12px; padding: 0 8px; }
.fault-form { display: grid; grid-template-columns: 1fr 84px; gap: 10px 8px; padding: 12px 16px 16px; border-top: 1px solid var(--border); }
.fault-form label { display: grid; gap: 4px; font-size: 12px; font-weight: 500; color: var(--text-2); min-width: 0; }
.fault-form label:first-child, .fault-form button { grid-column: 1 / -1; }
.fault-form select, .fault-form input { width: 100%; min-width: 0; font-weight: 400; color: var(--text); }
.fault-form input[name='path'] { font: 12px/18px var(--mono); }
.hint { grid-column: 1 / -1; color: var(--text-2); font-size: 12px; line-height: 16px; }
.problem { grid-column: 1 / -1; color: var(--neg); font-size: 12px; line-height: 16px; }
.clock-problem { padding: 0 16px 12px; }

.usage { padding: 12px 16px; border-bottom: 1px solid var(--border); }
.usage:last-child { border-bottom: 0; }
.usage p:first-child { display: flex; justify-content: space-between; }
.usage b { font-weight: 600; }
.usage svg { display: block; width: 100%; height: 4px; border-radius: 2px; margin: 7px 0 6px; }
.track { fill: var(--border); }
.used { fill: var(--accent); }
.full { fill: var(--dot-warn); }

.tabs { border: 0; padding: 10px 16px 0; display: flex; gap: 4px; flex-wrap: wrap; }
.tabs label { position: relative; }
.tabs input { position: absolute; opacity: 0; }
.tabs span { display: block; padding: 5px 10px; border-radius: 7px; font-size: 12px; font-weight: 500; color: var(--text-2); cursor: pointer; white-space: nowrap; }
.tabs span:hover { background: var(--hover); }
.tabs input:checked + span { background: var(--accent-soft); color: var(--accent); }
.tabs input:focus-visible + span { outline: 2px solid var(--accent); outline-offset: 1px; }
.snippet { display: none; position: relative; }
${[0, 1, 2, 3].map((index) => `.card:has(.tabs input[value='${index}']:checked) .snippet:nth-of-type(${index + 1})`).join(', ')} { display: block; }
.snippet pre { padding: 12px 16px 16px; overflow-x: auto; tab-size: 2; min-height: 102px; }
.snippet .quiet { position: absolute; top: -34px; inset-inline-end: 10px; }
.end { grid-column: 1 / -1; color: var(--text-3); font-size: 12px; line-height: 16px; }

@media (max-width: 1023px) {
  main { grid-template: none / minmax(0, 1fr); }
  .aside { grid-area: auto; }
}
@media (max-width: 639px) {
  .bar { padding: 12px 16px; }
  .base { margin-inline-start: 0; width: 100%; }
  main { padding: 16px; }
  .tiles { grid-template-columns: repeat(2, minmax(0, 1fr)); }
  .figure { font-size: 24px; line-height: 30px; }
  .card > h2 { flex-wrap: wrap; }
  .card > h2 small { margin-inline-start: 0; width: 100%; }
  .tabs { flex-wrap: nowrap; overflow-x: auto; }
  .snippet pre { padding-bottom: 4px; }
  .snippet .quiet { position: static; display: block; margin: 0 8px 8px; }
  .secrets li { flex-wrap: wrap; gap: 4px 12px; }
  .secrets li > div { flex: 1; }
  .secrets:not(.masked) code { flex: 1 0 100%; order: 3; }
  .masked { grid-template-columns: minmax(0, 1fr); }
  table, tbody { display: block; }
  thead { display: none; }
  tr { display: grid; gap: 2px 12px; padding: 10px 16px; border-bottom: 1px solid var(--border); }
  tbody tr:last-child { border-bottom: 0; }
  tr > td, tr > :first-child { display: block; height: auto; padding: 0; border: 0; min-width: 0; }
  .calls tr { grid-template: 'call call call' 'status caller time' / auto minmax(0, 1fr) auto; }
  .calls .call { grid-area: call; max-width: none; white-space: normal; }
  .line { flex-wrap: wrap; gap: 2px 8px; }
  .line .path { overflow-wrap: anywhere; }
  .calls .status { grid-area: status; font-size: 12px; }
  .calls .caller { grid-area: caller; font-size: 12px; overflow: hidden; text-overflow: ellipsis; }
  .calls .time { grid-area: time; font-size: 12px; }
  .calls .num { display: none; }
  .calls b { min-width: 0; }
  .accounts tr { grid-template: 'name id' 'currency zone' / minmax(0, 1fr) auto; align-items: center; }
  .accounts .name { font-weight: 500; overflow: hidden; text-overflow: ellipsis; }
  .accounts .muted { font-size: 12px; }
  .accounts .muted:last-child { text-align: end; }
  .accounts td:nth-child(3), .accounts .quiet { display: none; }
  td .quiet { opacity: 1; }
}
@media (pointer: coarse) {
  button, select, input:not([type='radio']), .acts button { height: 44px; }
  .quiet, td .quiet { height: 40px; }
  .tabs span { padding: 11px 12px; }
}
@media (prefers-reduced-motion: reduce) {
  button { transition: none; }
}
`
