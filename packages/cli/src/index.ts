// The command, for those who mount it in one of their own.
export { createProgram } from './program.ts'

// Its parts.
export { migrate } from './migrate.ts'
export type { StoreOptions } from './store-options.ts'
export { examine } from './doctor/examine.ts'
export type { DoctorOptions } from './doctor/examine.ts'
export type { Finding } from './doctor/finding.ts'
