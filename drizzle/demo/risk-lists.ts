/** A risk on the demo company's register. Likelihoods and impacts go from 1 to 5; losses are of one event, in euros. */
interface DemoRisk {
  readonly title: string
  readonly category: string
  readonly inherent: readonly [likelihood: number, impact: number]
  readonly residual: readonly [likelihood: number, impact: number]
  readonly treatment: 'avoid' | 'reduce' | 'transfer' | 'accept'
  readonly eventsPerYear: number
  readonly losses: readonly [low: number, likely: number, high: number]
}

type Row = readonly [
  title: string,
  inherent: DemoRisk['inherent'],
  residual: DemoRisk['residual'],
  treatment: DemoRisk['treatment'],
  eventsPerYear: number,
  losses: DemoRisk['losses'],
]

const of = (category: string, rows: readonly Row[]): DemoRisk[] =>
  rows.map(([title, inherent, residual, treatment, eventsPerYear, losses]) => ({
    title,
    category,
    inherent,
    residual,
    treatment,
    eventsPerYear,
    losses,
  }))

/** The risk that the slump made plain: a supplier is late, shelves are empty, and what would have been sold is not. */
export const slumpRisk = 'A supplier’s delay empties the shelves of a best seller'

export const demoRisks: readonly DemoRisk[] = [
  ...of('Supply chain', [
    [slumpRisk, [4, 5], [4, 5], 'reduce', 1.2, [20_000, 120_000, 400_000]],
    ['A single source of membranes fails', [3, 5], [2, 4], 'reduce', 0.2, [50_000, 150_000, 500_000]],
    ['Freight from Asia gets dearer', [4, 3], [3, 3], 'accept', 1.5, [5_000, 20_000, 60_000]],
    ['Down of doubtful origin is delivered', [2, 4], [1, 4], 'avoid', 0.1, [10_000, 60_000, 200_000]],
    ['A harbour is closed by strike', [3, 3], [3, 2], 'accept', 0.5, [5_000, 25_000, 80_000]],
    ['Quality of a batch of soles slips', [3, 4], [2, 3], 'reduce', 0.6, [8_000, 30_000, 120_000]],
  ]),
  ...of('Cyber', [
    ['Customers’ data is stolen from the shop', [3, 5], [2, 5], 'reduce', 0.15, [80_000, 250_000, 1_200_000]],
    ['Ransomware stops the warehouse', [3, 5], [2, 4], 'reduce', 0.2, [60_000, 200_000, 900_000]],
    ['Staff fall for phishing', [5, 3], [4, 2], 'reduce', 6, [200, 1_500, 12_000]],
    ['The shop is down on a weekend of peak sales', [4, 4], [2, 4], 'reduce', 1, [4_000, 20_000, 90_000]],
    ['A leaver keeps access', [4, 3], [2, 3], 'reduce', 0.8, [500, 4_000, 30_000]],
    ['Backups can not be restored', [2, 5], [1, 5], 'reduce', 0.05, [40_000, 120_000, 600_000]],
  ]),
  ...of('Product', [
    ['A carabiner breaks under load', [2, 5], [1, 5], 'reduce', 0.05, [100_000, 400_000, 2_500_000]],
    ['A stove leaks gas', [2, 5], [1, 5], 'reduce', 0.05, [50_000, 300_000, 1_500_000]],
    ['Solar panels do not reach their rated power', [3, 3], [2, 3], 'reduce', 0.5, [5_000, 25_000, 90_000]],
    ['Tents let water in at the seams', [3, 3], [2, 2], 'reduce', 1.5, [2_000, 8_000, 30_000]],
    ['A competitor copies the pack frame', [3, 2], [3, 2], 'accept', 0.3, [10_000, 30_000, 100_000]],
  ]),
  ...of('Finance', [
    ['The dollar gains against the euro', [4, 3], [3, 2], 'transfer', 1, [5_000, 30_000, 120_000]],
    ['A large reseller does not pay', [3, 4], [2, 3], 'transfer', 0.4, [10_000, 45_000, 180_000]],
    ['An invoice is paid to an impostor', [3, 3], [2, 2], 'reduce', 0.3, [3_000, 15_000, 80_000]],
    ['Returns in the books are too low', [2, 3], [2, 2], 'accept', 0.2, [2_000, 10_000, 40_000]],
    ['A bank lowers the credit line', [2, 4], [2, 3], 'accept', 0.1, [10_000, 40_000, 150_000]],
  ]),
  ...of('Compliance', [
    ['A return to the packaging register is late', [3, 2], [2, 2], 'reduce', 0.6, [500, 2_000, 10_000]],
    ['Marketing mails without consent', [3, 4], [2, 3], 'reduce', 0.3, [5_000, 25_000, 300_000]],
    ['Textile labels lack the fibre', [2, 2], [1, 2], 'reduce', 0.3, [500, 3_000, 15_000]],
    ['Duty is paid under the wrong tariff', [3, 3], [2, 3], 'reduce', 0.4, [3_000, 12_000, 60_000]],
    ['A forbidden coating is found in a jacket', [2, 5], [1, 5], 'avoid', 0.05, [40_000, 150_000, 700_000]],
  ]),
  ...of('People', [
    ['Packers leave the fulfilment centre in numbers', [4, 4], [4, 3], 'reduce', 1, [8_000, 35_000, 120_000]],
    ['The head of design leaves', [2, 4], [2, 3], 'accept', 0.15, [20_000, 60_000, 200_000]],
    ['An accident with a forklift', [3, 5], [2, 5], 'reduce', 0.15, [10_000, 60_000, 400_000]],
    ['Temporary staff are paid below the tariff', [2, 3], [1, 3], 'avoid', 0.1, [3_000, 15_000, 70_000]],
    ['Too few people know the planning system', [4, 3], [3, 3], 'reduce', 0.8, [2_000, 10_000, 40_000]],
  ]),
  ...of('Premises', [
    ['Fire in the central warehouse', [2, 5], [1, 5], 'transfer', 0.02, [300_000, 1_500_000, 6_000_000]],
    ['Flood at the shop in Passau', [3, 2], [3, 2], 'transfer', 0.3, [5_000, 20_000, 60_000]],
    ['Power fails for a day', [3, 3], [2, 2], 'accept', 0.5, [2_000, 10_000, 35_000]],
    ['Theft from lorries', [4, 2], [3, 2], 'transfer', 3, [500, 3_000, 15_000]],
  ]),
  ...of('Market', [
    ['A warm winter leaves jackets unsold', [4, 4], [3, 3], 'accept', 0.4, [20_000, 80_000, 300_000]],
    ['A rating on the large marketplaces drops', [3, 3], [2, 3], 'reduce', 0.6, [4_000, 15_000, 70_000]],
    ['A platform raises its fees', [4, 2], [4, 2], 'accept', 0.7, [3_000, 12_000, 40_000]],
    ['A discounter enters outdoor gear', [3, 4], [3, 3], 'accept', 0.2, [30_000, 100_000, 350_000]],
  ]),
]

/** What the company accepts of each category, as a residual score. */
export const demoAppetite: Readonly<Record<string, number>> = {
  'Supply chain': 10,
  Cyber: 9,
  Product: 6,
  Finance: 9,
  Compliance: 6,
  People: 10,
  Premises: 8,
  Market: 12,
}

/** Controls by family, each with how often it is tested. */
export const demoControls: readonly (readonly [title: string, family: string, frequency: string, category: string])[] = [
  ['Second source for best sellers', 'Supply chain', 'quarterly', 'Supply chain'],
  ['Stock held against late suppliers', 'Supply chain', 'monthly', 'Supply chain'],
  ['Inspection of goods received', 'Supply chain', 'monthly', 'Supply chain'],
  ['Two factors to sign in', 'Access', 'quarterly', 'Cyber'],
  ['Access ends with employment', 'Access', 'monthly', 'Cyber'],
  ['Restoring a backup', 'Continuity', 'quarterly', 'Cyber'],
  ['Phishing drill', 'Awareness', 'quarterly', 'Cyber'],
  ['Load test of every batch', 'Product safety', 'monthly', 'Product'],
  ['Recall drill', 'Product safety', 'annual', 'Product'],
  ['Dollar needs are hedged', 'Treasury', 'quarterly', 'Finance'],
  ['Credit limits for resellers', 'Treasury', 'quarterly', 'Finance'],
  ['Two people release a payment', 'Treasury', 'quarterly', 'Finance'],
  ['Calendar of returns', 'Compliance', 'quarterly', 'Compliance'],
  ['Consent is recorded', 'Compliance', 'semi-annual', 'Compliance'],
  ['Exit interviews', 'People', 'quarterly', 'People'],
  ['Forklift licences are checked', 'Safety', 'semi-annual', 'People'],
  ['Sprinklers are tested', 'Safety', 'annual', 'Premises'],
  ['Seasonal plan is reviewed', 'Planning', 'quarterly', 'Market'],
]

/** The requirements of the company's own code; each is met by the control of that place among them, where there is one. */
export const demoRequirements: readonly (readonly [title: string, control: number | null])[] = [
  ['Best sellers have two sources', 0],
  ['Stock covers a late delivery', 1],
  ['Goods received are inspected', 2],
  ['Signing in takes two factors', 3],
  ['Nobody keeps access who left', 4],
  ['Backups are restored in drills', 5],
  ['Staff can tell phishing', 6],
  ['Safety gear is load-tested', 7],
  ['A recall can be done in two days', 8],
  ['Payments take two people', 11],
  ['Returns are filed in time', 12],
  ['Consent can be shown', 13],
  ['Suppliers sign the code of conduct', null],
  ['Data is erased when its time is up', null],
]

/** Incidents of everyday, of which some happen every month. */
export const demoIncidents: readonly (readonly [
  title: string,
  category: string,
  severity: string,
  cause: string,
  loss: number,
])[] = [
  ['Phishing mail answered', 'Cyber', 'medium', 'human error', 1_400],
  ['Shop slow for an hour', 'Outage', 'low', 'load', 900],
  ['Parcel lost by the carrier', 'Delivery', 'low', 'carrier', 180],
  ['Wrong prices shown', 'Shop', 'medium', 'human error', 2_600],
  ['Label printer down', 'Warehouse', 'low', 'hardware', 250],
  ['Seam of a tent opened', 'Product safety', 'medium', 'material', 3_200],
  ['Supplier delivered late', 'Supply', 'medium', 'supplier delay', 7_500],
  ['Mail sent to the wrong list', 'Privacy', 'high', 'human error', 4_800],
  ['Laptop stolen', 'Cyber', 'medium', 'theft', 1_900],
  ['Forklift hit a rack', 'Safety', 'high', 'human error', 6_400],
]
