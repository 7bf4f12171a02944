import { type DemoSalesPerson, demoSalesPeople } from './company.ts'

/** An org unit of the demo company. */
interface DemoUnit {
  readonly ref: string
  readonly name: string
  readonly kind: 'division' | 'department'
  readonly parent: string | null
}

/** The unit that loses half of its people before deliveries slip: it ships to Central Europe. */
export const thinUnit = 'HAM'
/** The group of territories that it ships to. */
export const thinGroup = 'Central Europe'

const teams = [...new Set(demoSalesPeople.map(({ team }) => team))]

const unitOfTeam = (team: string): string => `SAL-${teams.indexOf(team) + 1}`

export const demoUnits: readonly DemoUnit[] = [
  { ref: 'AF', name: 'Alder & Finch', kind: 'division', parent: null },
  { ref: 'SAL', name: 'Sales', kind: 'division', parent: 'AF' },
  ...teams.map((team): DemoUnit => ({ ref: unitOfTeam(team), name: `Sales ${team}`, kind: 'department', parent: 'SAL' })),
  { ref: 'OPS', name: 'Operations', kind: 'division', parent: 'AF' },
  { ref: 'HAM', name: 'Hamburg Warehouse', kind: 'department', parent: 'OPS' },
  { ref: 'LYS', name: 'Lyon Warehouse', kind: 'department', parent: 'OPS' },
  { ref: 'RNO', name: 'Reno Warehouse', kind: 'department', parent: 'OPS' },
  { ref: 'PRD', name: 'Product and Purchasing', kind: 'department', parent: 'AF' },
  { ref: 'MKT', name: 'Marketing and Care', kind: 'department', parent: 'AF' },
  { ref: 'ADM', name: 'Administration', kind: 'department', parent: 'AF' },
]

/** Jobs of one kind in a unit. */
export interface DemoPosts {
  readonly unit: string
  readonly title: string
  readonly level: string
  /** How many; those without a name grow with the company's size. */
  readonly seats: number
  /** Middle of the yearly pay, in euros. */
  readonly pay: number
  readonly location: string
  readonly employment: 'salaried' | 'hourly' | 'commission'
  /** Share of women among those who hold it. */
  readonly women: number
  /** Whoever holds it, and always has. */
  readonly name: string | null
  /** Whom they report to: someone by name, else whoever manages the unit. */
  readonly manager: string | null
  /** Where some of them worked before. */
  readonly from: readonly [unit: string, title: string] | null
}

type Rest = Pick<DemoPosts, 'location'> & Partial<DemoPosts>

const posts = (unit: string, title: string, level: string, seats: number, pay: number, rest: Rest): DemoPosts => ({
  employment: 'salaried',
  women: 0.5,
  name: null,
  manager: null,
  from: null,
  unit,
  title,
  level,
  seats,
  pay,
  ...rest,
})

const head = (unit: string, title: string, pay: number, name: string, location: string): DemoPosts =>
  posts(unit, title, unit === 'AF' ? '1' : '2', 1, pay, { name, location })

/** Whoever leads a team that sells; someone who leads two is in the first. */
const leads = [...new Map(demoSalesPeople.map((person) => [person.manager, person] as const)).values()].map(({ manager, team }) =>
  head(unitOfTeam(firstTeamOf(manager, team)), 'Sales lead', 34_000, manager, 'On the road'),
)

function firstTeamOf(manager: string, otherwise: string): string {
  return demoSalesPeople.find((person) => person.manager === manager)?.team ?? otherwise
}

const seller = ({ name, team, manager }: DemoSalesPerson): DemoPosts =>
  posts(unitOfTeam(team), 'Sales representative', '4', 1, 13_500, {
    name,
    manager,
    location: 'On the road',
    employment: 'commission',
  })

/** Who leads which units; of the sales teams, those who sell in them name whom they report to. */
export const unitManagers: Readonly<Record<string, string>> = {
  AF: 'Henrike Alder',
  SAL: 'Piet Finch',
  OPS: 'Carla Brandt',
  PRD: 'Nils Osterwald',
  MKT: 'Rosa Delgado',
  ADM: 'Ulrich Kern',
  HAM: 'Imke Thomsen',
  LYS: 'Bruno Lefèvre',
  RNO: 'Wade Collins',
  ...Object.fromEntries(demoSalesPeople.map(({ team, manager }) => [unitOfTeam(team), manager])),
}

export const demoPosts: readonly DemoPosts[] = [
  head('AF', 'Managing director', 82_000, 'Henrike Alder', 'Hamburg'),
  head('SAL', 'Head of sales', 56_000, 'Piet Finch', 'Hamburg'),
  head('OPS', 'Head of operations', 54_000, 'Carla Brandt', 'Hamburg'),
  head('PRD', 'Head of product', 52_000, 'Nils Osterwald', 'Hamburg'),
  head('MKT', 'Head of marketing', 50_000, 'Rosa Delgado', 'Hamburg'),
  head('ADM', 'Head of finance', 52_000, 'Ulrich Kern', 'Hamburg'),
  ...Object.entries({ HAM: 'Hamburg', LYS: 'Lyon', RNO: 'Reno' }).map(([unit, location]) =>
    posts(unit, 'Warehouse lead', '3', 1, 34_000, { name: unitManagers[unit] ?? null, location }),
  ),
  ...leads,
  ...demoSalesPeople.map(seller),
  posts('HAM', 'Order picker', '5', 8, 23_000, { location: 'Hamburg', employment: 'hourly', women: 0.35, from: ['LYS', 'Temp'] }),
  posts('LYS', 'Order picker', '5', 5, 22_000, { location: 'Lyon', employment: 'hourly', women: 0.35 }),
  posts('RNO', 'Order picker', '5', 5, 24_000, { location: 'Reno', employment: 'hourly', women: 0.35 }),
  posts('PRD', 'Product developer', '4', 4, 35_000, { location: 'Hamburg', women: 0.4, from: ['MKT', 'Content editor'] }),
  posts('PRD', 'Buyer', '4', 2, 31_000, { location: 'Hamburg' }),
  posts('MKT', 'Customer adviser', '5', 4, 24_000, { location: 'Hamburg', women: 0.7, from: ['HAM', 'Order picker'] }),
  posts('MKT', 'Content editor', '4', 2, 29_000, { location: 'Hamburg', women: 0.6 }),
  posts('ADM', 'Accountant', '4', 3, 32_000, { location: 'Hamburg', women: 0.6, from: ['MKT', 'Customer adviser'] }),
  posts('ADM', 'Systems engineer', '4', 2, 38_000, { location: 'Hamburg', women: 0.25 }),
]

export const womenNames =
  'Henrike Carla Rosa Imke Katrin Hélène Ruth Dana Levke Anna Sofia Chiara Camille Priya Grace Hannah Mei Lena Wiebke Fatma Nora Judith Ines Elif Paula Greta Yasmin Clara'.split(
    ' ',
  )
export const menNames =
  'Arne Bilal Claas David Emil Felix Georg Hannes Ivo Joris Karim Lasse Moritz Niklas Omar Pascal Rafael Sven Timo Viktor Yannick'.split(
    ' ',
  )
export const familyNames =
  'Albers Behrens Claussen Dietz Ebert Fuchs Gerlach Hinrichs Iversen Jansen Kaya Lorenz Matthiesen Neumann Otte Paulsen Quast Rieger Schuster Tietjen Uhl Voss Wieland Yildiz Ziegler'.split(
    ' ',
  )

export const demoCourses = [
  'Forklift licence',
  'First aid',
  'Customer talks',
  'Product knowledge',
  'Data protection',
  'Leading people',
]

export const demoQuestions = ['I would recommend working here', 'I have what I need for my work', 'My lead supports me']
