import type { AdAccount, Campaign, AdSet, Ad } from '../world/objects.ts'

/** A split test or lift study of a business. Times are milliseconds. */
export interface Study {
  readonly id: string
  readonly business: { id: string; name: string }
  /** Where it is seen from, and whose time zone it is written in. */
  readonly account: AdAccount
  readonly cells: readonly StudyCell[]
  name: string
  description?: string
  type: string
  startMs: number
  endMs: number
  createdMs: number
  updatedMs: number
  canceledMs?: number
}

/** One arm of a study. */
export interface StudyCell {
  readonly id: string
  name: string
  /** Percent of the people, 0–100. */
  treatmentPercentage: number
  controlPercentage: number
  readonly entities: readonly StudyEntity[]
}

/** What a cell is about, in whichever ad account of the business it lies. */
export interface StudyEntity {
  account: AdAccount
  object: Campaign | AdSet | Ad
}

/** The studies of one sandbox. */
export interface Studies {
  add(make: (newId: () => string) => Study): Study
  find(id: string): { study: Study; cell?: StudyCell } | undefined
  ofBusiness(businessId: string): readonly Study[]
}

export function createStudies(): Studies {
  const byId = new Map<string, { study: Study; cell?: StudyCell }>()
  const studies: Study[] = []
  let made = 0
  const newId = () => String(firstId + made++)
  return {
    add(make) {
      const study = make(newId)
      studies.push(study)
      byId.set(study.id, { study })
      for (const cell of study.cells) byId.set(cell.id, { study, cell })
      return study
    },
    find: (id) => byId.get(id),
    ofBusiness: (businessId) => studies.filter(({ business }) => business.id === businessId),
  }
}

const firstId = 7_710_000_000_000_001
