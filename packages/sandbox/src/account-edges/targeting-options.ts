/** What people can be targeted by besides places. */
export interface TargetingOption {
  id: string
  name: string
  type: TargetingClass
  path: readonly string[]
  audience_size_lower_bound: number
  audience_size_upper_bound: number
  description: string | null
  topic?: string
}

export type TargetingClass =
  | 'interests'
  | 'behaviors'
  | 'demographics'
  | 'life_events'
  | 'industries'
  | 'income'
  | 'family_statuses'
  | 'user_device'
  | 'user_os'
  | 'education_schools'
  | 'education_majors'
  | 'work_employers'
  | 'work_positions'

/** The catalogue: invented sizes, names as people know them. */
export function targetingOptions(): readonly TargetingOption[] {
  options ??= parse()
  return options
}

/** By id. */
export function targetingOption(id: string): TargetingOption | undefined {
  byId ??= new Map(targetingOptions().map((option) => [option.id, option]))
  return byId.get(id)
}

let options: readonly TargetingOption[] | undefined
let byId: ReadonlyMap<string, TargetingOption> | undefined

// First digits of the ids of each kind; those of interests begin with 6003.
const idPrefixes: Record<TargetingClass, string> = {
  interests: '6003',
  behaviors: '6002',
  demographics: '6023',
  life_events: '6005',
  industries: '6009',
  income: '6107',
  family_statuses: '6023',
  user_device: '6019',
  user_os: '6004',
  education_schools: '1058',
  education_majors: '1040',
  work_employers: '1122',
  work_positions: '1061',
}

function parse(): TargetingOption[] {
  return table
    .trim()
    .split('\n')
    .map((line, index) => {
      const [type = '', path = '', size = '', description = ''] = line.split(' | ')
      const names = path.split(' > ')
      const kind = type as TargetingClass
      const people = Number(size) * 1_000_000
      return {
        id: `${idPrefixes[kind]}${String(107_902_433 + index * 1_000_003).padStart(9, '0')}`,
        name: names.at(-1) ?? '',
        type: kind,
        path: names,
        audience_size_lower_bound: Math.round(people * 0.9),
        audience_size_upper_bound: Math.round(people * 1.06),
        description: description === '' ? null : description,
        ...(kind === 'interests' ? { topic: names[1] ?? '' } : {}),
      }
    })
}

/** `class | path | millions of people | description` */
const table = `
interests | Interests > Sports and outdoors > Baseball | 180
interests | Interests > Sports and outdoors > Basketball | 420
interests | Interests > Sports and outdoors > Cycling | 310
interests | Interests > Sports and outdoors > Hiking | 260
interests | Interests > Sports and outdoors > Camping | 240
interests | Interests > Sports and outdoors > Mountaineering | 96
interests | Interests > Sports and outdoors > Running | 340
interests | Interests > Sports and outdoors > Trail running | 38
interests | Interests > Sports and outdoors > Backpacking (travel) | 120
interests | Interests > Sports and outdoors > Fishing | 290
interests | Interests > Sports and outdoors > Skiing | 150
interests | Interests > Sports and outdoors > Surfing | 110
interests | Interests > Fitness and wellness > Yoga | 390
interests | Interests > Fitness and wellness > Physical fitness | 820
interests | Interests > Fitness and wellness > Meditation | 280
interests | Interests > Fitness and wellness > Weight training | 330
interests | Interests > Food and drink > Coffee | 710
interests | Interests > Food and drink > Espresso | 92
interests | Interests > Food and drink > Cold brew coffee | 14
interests | Interests > Food and drink > Coffeehouses | 330
interests | Interests > Food and drink > Tea | 420
interests | Interests > Food and drink > Organic food | 250
interests | Interests > Food and drink > Cooking | 940
interests | Interests > Food and drink > Baking | 460
interests | Interests > Food and drink > Veganism | 240
interests | Interests > Shopping and fashion > Online shopping | 1100
interests | Interests > Shopping and fashion > Luxury goods | 310
interests | Interests > Shopping and fashion > Sustainable fashion | 41
interests | Interests > Shopping and fashion > Shoes | 640
interests | Interests > Shopping and fashion > Handbags | 380
interests | Interests > Shopping and fashion > Cosmetics | 690
interests | Interests > Shopping and fashion > Skin care | 540
interests | Interests > Shopping and fashion > Sunscreen | 58
interests | Interests > Shopping and fashion > Perfume | 430
interests | Interests > Hobbies and activities > Home improvement | 520
interests | Interests > Hobbies and activities > Interior design | 480
interests | Interests > Hobbies and activities > Furniture | 590
interests | Interests > Hobbies and activities > Gardening | 500
interests | Interests > Hobbies and activities > Photography | 740
interests | Interests > Hobbies and activities > Travel | 1200
interests | Interests > Hobbies and activities > Adventure travel | 160
interests | Interests > Business and industry > Small business | 310
interests | Interests > Business and industry > Entrepreneurship | 450
interests | Interests > Business and industry > Customer relationship management | 36
interests | Interests > Business and industry > Software as a service | 44
interests | Interests > Business and industry > Online advertising | 130
interests | Interests > Business and industry > Management | 320
interests | Interests > Business and industry > Japan | 210 | People interested in Japan
interests | Interests > Technology > Consumer electronics | 690
interests | Interests > Technology > Smartphones | 880
interests | Interests > Technology > Artificial intelligence | 260
interests | Interests > Entertainment > Music | 1600
interests | Interests > Entertainment > Movies | 1500
interests | Interests > Entertainment > Video games | 1000
interests | Interests > Entertainment > Reading | 560
interests | Interests > Family and relationships > Parenting | 520
interests | Interests > Family and relationships > Weddings | 470
interests | Interests > Family and relationships > Pets | 760
behaviors | Behaviors > Consumer classification > Engaged shoppers | 640 | People who clicked on the call-to-action button "Shop now" in the past week.
behaviors | Behaviors > Travel > Frequent travelers | 310 | People whose activities suggest that they travel often.
behaviors | Behaviors > Travel > Commuters | 120
behaviors | Behaviors > Digital activities > Small business owners | 72 | People who have listed themselves as small business owners or own small business Pages.
behaviors | Behaviors > Digital activities > Facebook Page admins | 190
behaviors | Behaviors > Digital activities > Early technology adopters | 96
behaviors | Behaviors > Mobile device user > Uses a mobile device (25 months+) | 480
behaviors | Behaviors > Expats > Lived abroad | 160
behaviors | Behaviors > Anniversary > Anniversary within 61-90 days | 14
behaviors | Behaviors > Purchase behavior > Buys in apps | 210
demographics | Demographics > Education > College grad | 520
demographics | Demographics > Education > Master's degree | 96
demographics | Demographics > Relationship > Married | 610
life_events | Demographics > Life events > Newly engaged (6 months) | 12
life_events | Demographics > Life events > Newlywed (1 year) | 15
life_events | Demographics > Life events > Recently moved | 22
life_events | Demographics > Life events > New job | 31
life_events | Demographics > Life events > Upcoming birthday | 240
industries | Demographics > Work > Industries > Business and finance | 96
industries | Demographics > Work > Industries > Computation and mathematics | 38
industries | Demographics > Work > Industries > Healthcare and medical services | 71
industries | Demographics > Work > Industries > Sales | 120
income | Demographics > Financial > Income > Household income: top 10% of ZIP codes (US) | 21
income | Demographics > Financial > Income > Household income: top 25% of ZIP codes (US) | 54
family_statuses | Demographics > Parents > Parents (all) | 490
family_statuses | Demographics > Parents > Parents with toddlers (01-02 years) | 32
family_statuses | Demographics > Parents > Parents with teenagers (13-17 years) | 68
user_device | User device > iPhone 15 | 88
user_device | User device > iPhone 16 | 74
user_device | User device > Galaxy S24 | 52
user_device | User device > Pixel 9 | 11
user_os | User OS > iOS | 620
user_os | User OS > Android | 1900
education_schools | Demographics > Education > Schools > Harvard University | 1.1
education_schools | Demographics > Education > Schools > University of Leeds | 0.4
education_schools | Demographics > Education > Schools > University of Tokyo | 0.3
education_majors | Demographics > Education > Fields of study > Computer Science | 9.4
education_majors | Demographics > Education > Fields of study > Marketing | 6.2
education_majors | Demographics > Education > Fields of study > Design | 4.1
work_employers | Demographics > Work > Employers > Self-employed | 48
work_employers | Demographics > Work > Employers > United Nations | 0.6
work_positions | Demographics > Work > Job titles > Marketing Manager | 5.2
work_positions | Demographics > Work > Job titles > Software Engineer | 7.9
work_positions | Demographics > Work > Job titles > Store Manager | 3.3
`
