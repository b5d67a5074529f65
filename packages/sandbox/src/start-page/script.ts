/**
 * Script of the start page: copies, lets the clock tick, and while the control API is on keeps the page fresh and
 * sends its buttons. Without it the page shows everything and its controls are hidden.
 */
export const script: string = String.raw`
const control = document.documentElement.dataset.control
const told = document.querySelector('[data-told]')
document.documentElement.dataset.script = 'on'
for (const button of document.querySelectorAll('[data-copy]')) button.hidden = false

document.addEventListener('click', async ({ target }) => {
  const button = target.closest('button')
  if (button?.dataset.copy !== undefined) {
    await copy(textOf(button)).then(() => say(button, 'Copied'), () => say(button, 'Not copied'))
  }
  if (button?.dataset.send !== undefined) {
    const { send: path, method = 'POST', body } = button.dataset
    const problem = button.closest('.card').querySelector('.problem')
    await act(path, method, body, problem)
  }
})

// The promise goes in as it is: some browsers forget the click while a page waits.
function copy(text) {
  const blob = text.then((plain) => new Blob([plain], { type: 'text/plain' }))
  return navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob })])
}

/** What a button copies; a sample that lacks its token is taken from the page that shows tokens. */
async function textOf(button) {
  if (button.dataset.lacksToken === undefined) return button.dataset.copy
  const page = await fetch('/?tokens=shown', { headers: { accept: 'text/html' } }).then((response) => response.text())
  const { snippet } = button.closest('[data-snippet]').dataset
  const same = '[data-snippet="' + snippet + '"] [data-copy]'
  return new DOMParser().parseFromString(page, 'text/html').querySelector(same).dataset.copy
}

function say(button, text) {
  const before = button.textContent
  if (before === text) return
  button.textContent = text
  told.textContent = text
  setTimeout(() => (button.textContent = before), 1400)
}

document.querySelector('[data-fault-form]')?.addEventListener('submit', async (event) => {
  event.preventDefault()
  const { kind, path, count } = Object.fromEntries(new FormData(event.target))
  const match = path.trim() === '*' ? {} : { path: path.trim() }
  const rule = { kind, match, ...(count.trim() === '' ? {} : { count: Number(count) }) }
  await act('faults', 'POST', JSON.stringify(rule), event.target.querySelector('.problem'))
})

async function act(path, method, body, problem) {
  const response = await fetch(control + '/' + path, { method, body }).catch(() => undefined)
  const error = response === undefined ? 'The sandbox does not answer. Is it still running?' : (await response.json()).error?.message
  if (problem) {
    problem.textContent = error ?? ''
    problem.hidden = error === undefined
  }
  await refresh()
}

let offset = 0
const clock = () => document.querySelector('[data-clock]')
const read = () => {
  const element = clock()
  offset = new Date(element.dateTime).getTime() - performance.now()
  const mode = element.dataset.running === undefined ? 'frozen' : 'running'
  for (const button of document.querySelectorAll('[data-mode]')) button.ariaPressed = String(button.dataset.mode === mode)
}
read()
setInterval(() => {
  const element = clock()
  if (element.dataset.running !== undefined) element.textContent = new Date(performance.now() + offset).toISOString().slice(11, 19)
}, 250)

const state = document.querySelector('[data-state]')
async function refresh() {
  const parts = await fetch(control + '/page').then((response) => (response.ok ? response.json() : undefined)).catch(() => undefined)
  state.textContent = parts === undefined ? state.dataset.lost : state.dataset.state
  for (const [name, source] of Object.entries(parts?.parts ?? {})) {
    const element = document.querySelector('[data-part="' + name + '"]')
    if (element && seen.get(name) !== source) element.innerHTML = source
    seen.set(name, source)
  }
  if (parts) read()
}
const seen = new Map()
if (control) state.textContent = state.dataset.state
if (control) setInterval(() => document.hidden || refresh(), 2000)
`
