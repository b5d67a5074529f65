import type { Day } from '@adpane/contract'

/** Something that works today and will not for long. Each kind is told once per client. */
export interface GraphWarning {
  kind: 'version_ends_soon' | 'version_expired' | 'version_mismatch'
  /** One sentence or two for whoever keeps the server. */
  message: string
  /** The version the client asks for. */
  version: string
  /** When Meta stops answering it, where known. */
  endsOn?: Day
  /** The version that answered in its place. */
  answeredBy?: string
}

/** Tells Node, which prints it on standard error once and hands it to `process.on('warning')`. */
export function warnByNode({ kind, message }: GraphWarning): void {
  process.emitWarning(message, { type: 'AdpaneWarning', code: kind })
}
