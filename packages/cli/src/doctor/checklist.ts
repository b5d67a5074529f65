import type { Finding } from './finding.ts'

/** Findings for people, one a line. */
export function checklist(findings: readonly Finding[]): string {
  return findings.map(({ state, message }) => `${marks[state]} ${message}\n`).join('')
}

const marks = { ok: '[ok]  ', warning: '[warn]', failed: '[fail]' } as const satisfies Record<Finding['state'], string>
