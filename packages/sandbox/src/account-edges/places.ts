import { enumValues } from '../schema/graph-schema.ts'

/** A place as targeting search shows it. Keys are strings; ids of places inside places are numbers. */
export interface Place {
  key: string
  name: string
  type: PlaceType
  country_code?: string
  country_name?: string
  region?: string
  region_id?: number
  primary_city?: string
  primary_city_id?: number
  country_codes?: readonly string[]
  is_worldwide?: boolean
  supports_region: boolean
  supports_city: boolean
}

export type PlaceType =
  | 'country'
  | 'country_group'
  | 'region'
  | 'city'
  | 'zip'
  | 'geo_market'
  | 'electoral_district'
  | 'subcity'
  | 'neighborhood'

/** People that ads can reach in a country, roughly. */
export function usersIn(countryCode: string): number {
  return Math.round((millions[countryCode] ?? (isCountry(countryCode) ? 1.2 : 0)) * 1_000_000)
}

export function isCountry(code: string): boolean {
  return countryCodes().has(code)
}

/** People in a region, city or market, by its key; a share of the country for unknown ones. */
export function usersInPlace(key: string): number {
  return (placeUsers.get(key) ?? 0.15) * 1_000_000
}

/** Every place of the catalogue: countries first, the largest before the smaller ones. */
export function allPlaces(): readonly Place[] {
  places ??= [...countries(), ...groups(), ...regions(), ...cities(), ...zips(), ...markets(), ...districts()]
  return places
}

let places: readonly Place[] | undefined
let codes: ReadonlySet<string> | undefined

function countryCodes(): ReadonlySet<string> {
  codes ??= new Set(enumValues('AdAccountTargetingUnified.regulated_countries'))
  return codes
}

const names = new Intl.DisplayNames('en', { type: 'region' })

function countryName(code: string): string {
  return names.of(code) ?? code
}

function countries(): Place[] {
  return [...countryCodes()]
    .sort((a, b) => usersIn(b) - usersIn(a))
    .map((code) => ({
      key: code,
      name: countryName(code),
      type: 'country',
      country_code: code,
      country_name: countryName(code),
      supports_region: true,
      supports_city: true,
    }))
}

function groups(): Place[] {
  return countryGroups.map(([key, name, members]) => ({
    key,
    name,
    type: 'country_group',
    country_codes: members.split(' ').filter(Boolean),
    ...(key === 'worldwide' ? { is_worldwide: true } : {}),
    supports_region: false,
    supports_city: false,
  }))
}

function regions(): Place[] {
  return regionTable.map(([id, name, code]) => ({
    key: String(id),
    name,
    type: 'region',
    ...inCountry(code),
    supports_region: true,
    supports_city: true,
  }))
}

function cities(): Place[] {
  return cityTable.map(([id, name, regionId]) => ({
    key: String(id),
    name,
    type: 'city',
    ...inRegion(regionId),
    supports_region: true,
    supports_city: true,
  }))
}

// A city has three postal codes here, enough to search and validate.
function zips(): Place[] {
  return cityTable.flatMap(([cityId, city, regionId, , zip]) =>
    [0, 1, 2].map((offset): Place => {
      const { country_code: code = '' } = inRegion(regionId)
      const name = code === 'GB' || code === 'CA' ? `${zip}${offset + 1}` : String(Number(zip) + offset)
      return {
        key: `${code}:${name}`,
        name,
        type: 'zip',
        ...inRegion(regionId),
        primary_city: city,
        primary_city_id: cityId,
        supports_region: true,
        supports_city: true,
      }
    }),
  )
}

function markets(): Place[] {
  return marketTable.map(([code, name]) => ({
    key: `COMSCORE_MARKET:${code}`,
    name,
    type: 'geo_market',
    ...inCountry('US'),
    supports_region: false,
    supports_city: false,
  }))
}

function districts(): Place[] {
  return ['CA14', 'NY12', 'TX35'].map((district) => ({
    key: `US:${district}`,
    name: `${district.slice(0, 2)}-${district.slice(2)}`,
    type: 'electoral_district',
    ...inCountry('US'),
    supports_region: false,
    supports_city: false,
  }))
}

function inCountry(code: string): { country_code: string; country_name: string } {
  return { country_code: code, country_name: countryName(code) }
}

function inRegion(regionId: number): {
  country_code?: string
  country_name?: string
  region?: string
  region_id: number
} {
  const found = regionTable.find(([id]) => id === regionId)
  return { ...(found ? { ...inCountry(found[2]), region: found[1] } : {}), region_id: regionId }
}

// Millions of people who can be reached, rounded; every other country counts as 1.2.
const millions: Readonly<Record<string, number>> = {
  IN: 380,
  US: 235,
  ID: 135,
  BR: 125,
  MX: 95,
  PH: 86,
  VN: 73,
  TH: 51,
  BD: 50,
  EG: 46,
  PK: 44,
  TR: 40,
  CO: 38,
  GB: 45,
  NG: 36,
  FR: 38,
  AR: 29,
  JP: 27,
  IT: 33,
  DE: 37,
  MY: 24,
  PE: 25,
  DZ: 24,
  MM: 18,
  ES: 24,
  CA: 27,
  ZA: 26,
  PL: 19,
  KR: 17,
  TW: 17,
  AU: 19,
  CL: 14,
  EC: 13,
  NL: 11,
  KE: 13,
  RO: 11,
  SA: 14,
  AE: 9,
  PT: 6.5,
  SE: 6.5,
  BE: 7.5,
  GR: 5.5,
  CZ: 5.5,
  HU: 5.5,
  IL: 6,
  SG: 4.2,
  HK: 5.2,
  NZ: 3.6,
  AT: 4.6,
  CH: 4.5,
  DK: 4,
  FI: 3.3,
  NO: 3.7,
  IE: 3.2,
  UA: 15,
  MA: 21,
}

const countryGroups: readonly (readonly [key: string, name: string, members: string])[] = [
  ['worldwide', 'Worldwide', ''],
  ['europe', 'Europe', 'AT BE BG CH CZ DE DK EE ES FI FR GB GR HU IE IT LT LU LV NL NO PL PT RO SE SI SK'],
  [
    'eea',
    'European Economic Area',
    'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK',
  ],
  ['north_america', 'North America', 'CA MX US'],
  ['south_america', 'South America', 'AR BO BR CL CO EC PE PY UY VE'],
  ['asia', 'Asia', 'BD CN HK ID IN JP KR LK MY PH PK SG TH TW VN'],
  ['oceania', 'Oceania', 'AU FJ NZ PG'],
  ['nafta', 'North American Free Trade Agreement', 'CA MX US'],
]

const regionTable: readonly (readonly [id: number, name: string, country: string])[] = [
  [3847, 'California', 'US'],
  [3875, 'New York', 'US'],
  [3886, 'Texas', 'US'],
  [3890, 'Washington', 'US'],
  [3856, 'Illinois', 'US'],
  [3852, 'Florida', 'US'],
  [1107, 'England', 'GB'],
  [1109, 'Scotland', 'GB'],
  [853, 'Berlin', 'DE'],
  [855, 'Bavaria', 'DE'],
  [856, 'Hamburg', 'DE'],
  [2031, 'Tokyo', 'JP'],
  [2017, 'Osaka', 'JP'],
  [538, 'Ontario', 'CA'],
  [540, 'British Columbia', 'CA'],
  [138, 'New South Wales', 'AU'],
  [142, 'Victoria', 'AU'],
  [460, 'São Paulo (state)', 'BR'],
  [454, 'Rio de Janeiro (state)', 'BR'],
  [1735, 'Maharashtra', 'IN'],
  [1738, 'Karnataka', 'IN'],
  [767, 'Île-de-France', 'FR'],
]

const cityTable: readonly (readonly [id: number, name: string, region: number, millions: number, zip: string])[] = [
  [2420379, 'Los Angeles', 3847, 3.1, '90026'],
  [2421836, 'San Francisco', 3847, 1.1, '94102'],
  [2490299, 'New York', 3875, 6.2, '10001'],
  [2530908, 'Austin', 3886, 1.3, '78701'],
  [2524456, 'Houston', 3886, 2.4, '77002'],
  [2548313, 'Seattle', 3890, 1.2, '98101'],
  [2438177, 'Chicago', 3856, 2.6, '60601'],
  [2429216, 'Miami', 3852, 1.7, '33125'],
  [812057, 'London', 1107, 5.8, 'SW'],
  [811421, 'Leeds', 1107, 0.6, 'LS'],
  [807234, 'Edinburgh', 1109, 0.5, 'EH'],
  [570521, 'Berlin', 853, 2, '10115'],
  [583029, 'Munich', 855, 0.9, '80331'],
  [576514, 'Hamburg', 856, 1, '20095'],
  [1125365, 'Tokyo', 2031, 5.4, '1000001'],
  [1124880, 'Osaka', 2017, 1.6, '5300001'],
  [296875, 'Toronto', 538, 2.2, 'M5'],
  [292071, 'Vancouver', 540, 0.9, 'V6'],
  [120525, 'Sydney', 138, 3.4, '2000'],
  [117498, 'Melbourne', 142, 3.2, '3000'],
  [269969, 'São Paulo', 460, 8.4, '1310'],
  [266921, 'Rio de Janeiro', 454, 4.6, '20040'],
  [1035921, 'Mumbai', 1735, 8.1, '400001'],
  [1027304, 'Bangalore', 1738, 5.6, '560001'],
  [777934, 'Paris', 767, 4.4, '75001'],
]

const marketTable: readonly (readonly [code: number, name: string])[] = [
  [2051, 'Dallas-Ft. Worth'],
  [501, 'New York'],
  [803, 'Los Angeles'],
  [602, 'Chicago'],
  [807, 'San Francisco-Oakland-San Jose'],
]

const placeUsers: ReadonlyMap<string, number> = new Map([
  ...cityTable.map(([id, , , people]) => [String(id), people] as const),
  ...regionTable.map(([id, , country]) => [String(id), Math.max(0.8, (millions[country] ?? 1.2) * 0.08)] as const),
  ...marketTable.map(([code]) => [`COMSCORE_MARKET:${code}`, 4] as const),
])
