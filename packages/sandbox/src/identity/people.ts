/** An invented person who can log in to the sandbox's app. */
export interface Person {
  name: string
  email: string
}

// Two per business, by its slug. Names and addresses are made up; `.example` is nobody's domain.
const peopleOf: Readonly<Record<string, readonly Person[]>> = {
  fieldnote: [
    { name: 'Mara Lindqvist', email: 'mara@fieldnote.example' },
    { name: 'Theo Okonjo', email: 'theo@fieldnote.example' },
  ],
  kumo: [
    { name: 'Haru Nishimoto', email: 'haru@kumo.example' },
    { name: 'Ines Calloway', email: 'ines@kumo.example' },
  ],
  solmara: [
    { name: 'Lívia Sarmento', email: 'livia@solmara.example' },
    { name: 'Caio Brandt', email: 'caio@solmara.example' },
  ],
  tallow: [
    { name: 'Wren Ashdown', email: 'wren@tallowpine.example' },
    { name: 'Piotr Hale', email: 'piotr@tallowpine.example' },
  ],
  brightdesk: [
    { name: 'Anaya Verghese', email: 'anaya@brightdesk.example' },
    { name: 'Callum Drews', email: 'callum@brightdesk.example' },
  ],
}

/** The people of a tenant; one made up from its id where none are known. */
export function peopleOfTenant(tenantId: string): readonly Person[] {
  return peopleOf[tenantId] ?? [{ name: 'Robin Ellery', email: `robin@${tenantId}.example` }]
}
