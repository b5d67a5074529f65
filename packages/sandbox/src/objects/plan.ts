import type { AdObject } from '../world/objects.ts'

/** An object that passed every rule and waits to be made. */
export interface Plan<Made extends AdObject> {
  object: Made
  /** Makes it, and what it depends on. */
  commit(): void
}
