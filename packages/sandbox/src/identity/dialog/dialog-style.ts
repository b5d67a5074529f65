/** The only stylesheet of the dialog. Contrast is 4.5:1 or more in both themes. */
export const dialogStyle = `
:root {
  color-scheme: light dark;
  --canvas: light-dark(oklch(0.975 0.004 220), oklch(0.165 0.008 235));
  --surface: light-dark(oklch(1 0 0), oklch(0.2 0.009 235));
  --sunken: light-dark(oklch(0.975 0.003 220), oklch(0.222 0.01 235));
  --border: light-dark(oklch(0.918 0.005 220), oklch(0.285 0.011 235));
  --strong: light-dark(oklch(0.62 0.012 230), oklch(0.55 0.013 235));
  --text: light-dark(oklch(0.235 0.016 235), oklch(0.945 0.004 235));
  --muted: light-dark(oklch(0.455 0.016 235), oklch(0.745 0.01 235));
  --accent: light-dark(oklch(0.505 0.13 250), oklch(0.755 0.105 245));
  --accent-hover: light-dark(oklch(0.45 0.13 250), oklch(0.82 0.09 245));
  --accent-soft: light-dark(oklch(0.968 0.018 250), oklch(0.268 0.038 248));
  --on-accent: light-dark(oklch(1 0 0), oklch(0.185 0.025 250));
  --warn: light-dark(oklch(0.45 0.1 70), oklch(0.83 0.11 78));
  --warn-soft: light-dark(oklch(0.97 0.035 85), oklch(0.272 0.038 75));
  --warn-line: light-dark(oklch(0.87 0.085 80), oklch(0.43 0.07 75));
  --bad: light-dark(oklch(0.52 0.185 25), oklch(0.735 0.145 22));
}
* { box-sizing: border-box; }
body {
  margin: 0; min-height: 100dvh; display: grid; grid-template-rows: auto 1fr; background: var(--canvas); color: var(--text);
  font: 14px/20px Inter, system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif;
}
.banner {
  margin: 0; padding: 8px 16px; text-align: center; font-size: 13px; color: var(--warn);
  background: var(--warn-soft); border-bottom: 1px solid var(--warn-line);
}
main { width: 100%; max-width: 528px; margin: auto; padding: 24px 16px 48px; }
.card { background: var(--surface); border: 1px solid var(--border); border-radius: 10px; overflow: clip; }
header { padding: 24px 24px 20px; }
.mark {
  display: grid; place-items: center; width: 40px; height: 40px; margin: 0 0 16px; border-radius: 10px;
  background: var(--accent-soft); color: var(--accent); font-weight: 600; font-size: 16px;
}
h1 { margin: 0; font-size: 20px; line-height: 26px; font-weight: 600; text-wrap: balance; overflow-wrap: anywhere; }
.lead { margin: 6px 0 0; color: var(--muted); overflow-wrap: anywhere; }
legend {
  display: flex; width: 100%; margin: 0; padding: 8px 24px; font-size: 12px; line-height: 16px; font-weight: 500; color: var(--muted);
  background: var(--sunken); border-block: 1px solid var(--border);
}
fieldset { margin: 0; padding: 0; border: 0; min-width: 0; }
ul { margin: 0; padding: 0; list-style: none; border-top: 1px solid var(--border); }
.row {
  display: grid; grid-template-columns: auto minmax(0, 1fr) auto; gap: 12px; align-items: center; padding: 12px 24px;
  min-height: 56px; color: inherit; text-decoration: none;
}
.row + .row, li + li > .row { border-top: 1px solid var(--border); }
label.row, a.row { cursor: pointer; }
label.row:hover, a.row:hover { background: var(--sunken); }
.row:has(:disabled) { cursor: default; }
.title { display: block; font-weight: 500; overflow-wrap: anywhere; }
.detail { display: block; font-size: 12px; line-height: 16px; color: var(--muted); overflow-wrap: anywhere; }
code { font: 12px/16px ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; color: var(--muted); overflow-wrap: anywhere; }
.face {
  display: grid; place-items: center; width: 36px; height: 36px; border-radius: 50%; font-size: 13px; font-weight: 600;
  background: var(--accent-soft); color: var(--accent);
}
.go { color: var(--muted); }
input[type=checkbox], input[type=radio] { width: 18px; height: 18px; margin: 0; accent-color: var(--accent); }
.accounts { max-height: 336px; overflow-y: auto; border-top: 1px solid var(--border); }
.accounts .row { min-height: 48px; padding-block: 8px; padding-inline-start: 48px; }
form:has(#all-accounts:checked) .accounts { display: none; }
footer { display: flex; flex-wrap: wrap; gap: 12px; align-items: center; padding: 16px 24px; border-top: 1px solid var(--border); }
footer p { flex: 1 1 160px; margin: 0; font-size: 12px; line-height: 16px; color: var(--muted); overflow-wrap: anywhere; }
button {
  min-height: 44px; padding: 0 18px; border-radius: 7px; border: 1px solid var(--strong); background: transparent; color: inherit;
  font: inherit; font-weight: 500; cursor: pointer;
}
button:hover { background: var(--sunken); }
.primary { background: var(--accent); border-color: var(--accent); color: var(--on-accent); }
.primary:hover { background: var(--accent-hover); border-color: var(--accent-hover); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.row:focus-visible { outline-offset: -2px; }
a { color: var(--accent); }
.fault .mark { color: var(--bad); background: transparent; border: 1px solid currentColor; }
@media (max-width: 480px) {
  main { padding: 0 0 32px; margin: 0 auto; }
  .card { border-inline: 0; border-top: 0; border-radius: 0; }
  header, .row, legend, footer { padding-inline: 16px; }
  .accounts .row { padding-inline-start: 32px; }
  footer { position: sticky; bottom: 0; background: var(--surface); }
  footer p { flex-basis: 100%; }
  footer button { flex: 1 1 auto; }
}
`
