/** The demo company: a maker of outdoor gear that sells online to persons and through its sales people to shops. */
export const demoCompany = {
  key: 'demo',
  name: 'Alder & Finch Outfitters',
  currency: 'EUR',
  fiscalYearStartMonth: 1,
  timeZone: 'Europe/Berlin',
} as const

/** Where it sells, and with what share of its orders. */
export interface DemoTerritory {
  readonly ref: string
  readonly name: string
  readonly group: string
  readonly country: string
  /** Orders of a hundred. */
  readonly share: number
  readonly cities: readonly string[]
}

/** The group of territories that the slump hits. */
export const slumpGroup = 'North America'
/** The category that was out of stock there. */
export const slumpCategory = 'Footwear'
/** The category that was launched in the last year. */
export const launchedCategory = 'Solar Power'

export const demoTerritories: readonly DemoTerritory[] = [
  {
    ref: 'DE-N',
    name: 'Germany North',
    group: 'Central Europe',
    country: 'DE',
    share: 14,
    cities: ['Hamburg', 'Bremen', 'Berlin', 'Kiel'],
  },
  {
    ref: 'DE-S',
    name: 'Germany South',
    group: 'Central Europe',
    country: 'DE',
    share: 15,
    cities: ['München', 'Stuttgart', 'Nürnberg', 'Freiburg'],
  },
  {
    ref: 'AT',
    name: 'Austria',
    group: 'Central Europe',
    country: 'AT',
    share: 7,
    cities: ['Wien', 'Graz', 'Innsbruck', 'Salzburg'],
  },
  {
    ref: 'CH',
    name: 'Switzerland',
    group: 'Central Europe',
    country: 'CH',
    share: 8,
    cities: ['Zürich', 'Bern', 'Basel', 'Luzern'],
  },
  {
    ref: 'FR',
    name: 'France',
    group: 'Western Europe',
    country: 'FR',
    share: 10,
    cities: ['Lyon', 'Grenoble', 'Paris', 'Annecy'],
  },
  {
    ref: 'NL',
    name: 'Netherlands',
    group: 'Western Europe',
    country: 'NL',
    share: 6,
    cities: ['Utrecht', 'Amsterdam', 'Rotterdam', 'Groningen'],
  },
  {
    ref: 'UK',
    name: 'United Kingdom',
    group: 'Western Europe',
    country: 'GB',
    share: 9,
    cities: ['Leeds', 'Bristol', 'London', 'Edinburgh'],
  },
  {
    ref: 'US-E',
    name: 'US East',
    group: 'North America',
    country: 'US',
    share: 12,
    cities: ['Boston', 'New York', 'Burlington', 'Atlanta'],
  },
  {
    ref: 'US-W',
    name: 'US West',
    group: 'North America',
    country: 'US',
    share: 13,
    cities: ['Denver', 'Seattle', 'Portland', 'Boise'],
  },
  {
    ref: 'CA',
    name: 'Canada',
    group: 'North America',
    country: 'CA',
    share: 6,
    cities: ['Vancouver', 'Calgary', 'Toronto', 'Montréal'],
  },
]

/** Someone who sells to shops; each belongs to one territory. */
export interface DemoSalesPerson {
  readonly name: string
  readonly team: string
  readonly manager: string
  readonly territory: string
}

const team = (name: string, manager: string, members: readonly (readonly [string, string])[]): DemoSalesPerson[] =>
  members.map(([person, territory]) => ({ name: person, team: name, manager, territory }))

export const demoSalesPeople: readonly DemoSalesPerson[] = [
  ...team('North', 'Katrin Vogel', [
    ['Jonas Petersen', 'DE-N'],
    ['Levke Harms', 'DE-N'],
    ['Mehmet Aydın', 'DE-N'],
  ]),
  ...team('Alpine', 'Markus Huber', [
    ['Anna Lechner', 'DE-S'],
    ['Tobias Brandl', 'DE-S'],
    ['Sofia Gruber', 'AT'],
    ['Reto Ammann', 'CH'],
    ['Chiara Meier', 'CH'],
  ]),
  ...team('France', 'Hélène Caron', [
    ['Luc Moreau', 'FR'],
    ['Camille Roux', 'FR'],
  ]),
  ...team('Channel', 'Ruth Ashworth', [
    ['Daan Visser', 'NL'],
    ['Oliver Hughes', 'UK'],
    ['Priya Shah', 'UK'],
  ]),
  ...team('East Coast', 'Dana Whitfield', [
    ['Marcus Reed', 'US-E'],
    ['Grace Kim', 'US-E'],
    ['Elliot Novak', 'CA'],
  ]),
  ...team('West Coast', 'Dana Whitfield', [
    ['Hannah Ortiz', 'US-W'],
    ['Tyler Brooks', 'US-W'],
    ['Mei Tanaka', 'CA'],
  ]),
]

/** A line of products: one product for each size or grade. */
export interface DemoProductLine {
  readonly category: string
  readonly subcategory: string
  readonly name: string
  readonly grades: readonly string[]
  /** List price of the first grade; each further one costs a quarter more. */
  readonly price: number
  /** How well it sells beside the others. */
  readonly demand: number
}

const line = (
  category: string,
  subcategory: string,
  name: string,
  grades: string,
  price: number,
  demand: number,
): DemoProductLine => ({
  category,
  subcategory,
  name,
  grades: grades.split(' '),
  price,
  demand,
})

export const demoProductLines: readonly DemoProductLine[] = [
  line('Tents', 'Trekking Tents', 'Ridgeline', '1P 2P 3P', 249, 5),
  line('Tents', 'Family Tents', 'Meadow', '4P 6P', 399, 3),
  line('Tents', 'Shelters', 'Tarp Lite', 'S L', 89, 4),
  line('Backpacks', 'Daypacks', 'Wren', '18L 24L 30L', 79, 9),
  line('Backpacks', 'Trekking Packs', 'Heron', '45L 55L 65L', 169, 6),
  line('Clothing', 'Jackets', 'Squall Shell', 'Women Men', 189, 8),
  line('Clothing', 'Jackets', 'Ember Down', 'Women Men', 229, 6),
  line('Clothing', 'Base Layers', 'Merino 150', 'Women Men Kids', 59, 10),
  line('Footwear', 'Hiking Boots', 'Granite Mid', 'Women Men', 179, 10),
  line('Footwear', 'Trail Shoes', 'Fleet', 'Women Men', 129, 11),
  line('Footwear', 'Sandals', 'Shoreline', 'Women Men', 79, 5),
  line('Cooking', 'Stoves', 'Kestrel Stove', 'Solo Duo', 69, 6),
  line('Cooking', 'Cookware', 'Titan Pot', '0.7L 1.2L 2L', 39, 7),
  line('Sleeping', 'Sleeping Bags', 'Hollow', '+5 0 -10', 139, 6),
  line('Sleeping', 'Mats', 'Feather Mat', 'R3 R5', 99, 6),
  line('Accessories', 'Bottles', 'Spring Bottle', '0.5L 1L', 19, 12),
  line('Accessories', 'Poles', 'Stride Poles', 'Aluminium Carbon', 79, 6),
  line('Accessories', 'Lamps', 'Glow Headlamp', '200 400', 35, 8),
  line(launchedCategory, 'Panels', 'Sunleaf Panel', '10W 20W 40W', 99, 9),
  line(launchedCategory, 'Power Banks', 'Sunleaf Cell', '10k 20k', 59, 10),
]

/** How demand for a category moves with the months, January first; 1 is its mean. */
export const categorySeasons: Readonly<Record<string, readonly number[]>> = {
  Tents: [0.4, 0.5, 0.8, 1.2, 1.7, 1.9, 1.8, 1.3, 0.8, 0.5, 0.4, 0.7],
  Sleeping: [0.5, 0.5, 0.8, 1.2, 1.6, 1.7, 1.6, 1.2, 0.9, 0.6, 0.6, 0.8],
  Clothing: [1.3, 1.2, 1, 0.8, 0.7, 0.6, 0.6, 0.8, 1.1, 1.3, 1.4, 1.6],
  Footwear: [0.8, 0.8, 1, 1.2, 1.2, 1.1, 1, 1, 1.1, 1, 0.9, 0.9],
}

/** How its orders as a whole move with the months. */
export const orderSeasons = [0.78, 0.8, 0.95, 1.08, 1.2, 1.24, 1.16, 1.02, 0.94, 0.86, 1.05, 1.26] as const
