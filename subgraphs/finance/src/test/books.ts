import type { Files } from './imported.ts'

const accounts = [
  'ref,name,type,subtype,parent_ref,contra',
  '1000,Cash,asset,cash,,',
  '1100,Receivables,asset,receivable,,',
  '1200,Inventory,asset,inventory,,',
  '1500,Machines,asset,fixed_asset,,',
  '2000,Payables,liability,payable,,',
  '2500,Loan,liability,debt,,',
  '3000,Capital,equity,,,',
  '4000,Sales,revenue,sales,,',
  '4100,Returns,revenue,sales,4000,true',
  '4900,Interest received,revenue,other_income,,',
  '5000,Goods,expense,cogs,,',
  '6000,Salaries,expense,payroll,,',
  '6100,Travel,expense,travel,,',
  '6200,Wear,expense,depreciation,,',
  '7000,Interest,expense,interest,,',
]

/** One booking of April to June 2025 a line: journal, day, then debit and credit accounts with amounts. */
const bookings: readonly [string, string, [string, number][]][] = [
  [
    'J1',
    '2025-04-01',
    [
      ['1000', 1000],
      ['3000', 1000],
    ],
  ],
  [
    'J2',
    '2025-04-02',
    [
      ['1500', 600],
      ['2500', 400],
      ['1000', -200],
    ],
  ],
  [
    'J3',
    '2025-04-10',
    [
      ['1200', 300],
      ['2000', 300],
    ],
  ],
  [
    'J4',
    '2025-04-20',
    [
      ['1100', 500],
      ['4000', 500],
    ],
  ],
  [
    'J5',
    '2025-04-20',
    [
      ['5000', 200],
      ['1200', -200],
    ],
  ],
  [
    'J6',
    '2025-05-05',
    [
      ['1000', 350],
      ['1100', -350],
    ],
  ],
  [
    'J7',
    '2025-05-06',
    [
      ['4100', 50],
      ['1100', -50],
    ],
  ],
  [
    'J8',
    '2025-05-31',
    [
      ['6000', 120],
      ['1000', -120],
    ],
  ],
  [
    'J9',
    '2025-05-31',
    [
      ['6100', 30],
      ['2000', 30],
    ],
  ],
  [
    'J10',
    '2025-06-15',
    [
      ['2000', -180],
      ['1000', -180],
    ],
  ],
  [
    'J11',
    '2025-06-30',
    [
      ['6200', 25],
      ['1500', -25],
    ],
  ],
  [
    'J12',
    '2025-06-30',
    [
      ['7000', 10],
      ['1000', -10],
    ],
  ],
  [
    'J13',
    '2025-06-30',
    [
      ['1000', 4],
      ['4900', 4],
    ],
  ],
]

const plans: readonly [string, string, string, number][] = [
  ['budget', '2025-04-30', '4000', 400],
  ['budget', '2025-05-31', '6000', 100],
  ['budget', '2025-05-31', '6100', 40],
  ['forecast', '2025-05-31', '6100', 35],
]

const unitOf: Readonly<Record<string, string>> = { '6000': 'U1', '6100': 'U2' }

const entries = [
  'ref,journal_ref,account_ref,org_unit_ref,scenario,posted_on,amount,description',
  ...bookings.flatMap(([journal, day, lines]) =>
    lines.map(
      ([account, amount], place) => `${journal}-${place},${journal},${account},${unitOf[account] ?? ''},actual,${day},${amount},`,
    ),
  ),
  ...plans.map(
    ([scenario, day, account, amount], place) => `P${place},,${account},${unitOf[account] ?? ''},${scenario},${day},${amount},`,
  ),
]

const lines = (rows: readonly string[]): string => `${rows.join('\n')}\n`

/** Balanced books of one quarter, small enough to work every figure out by hand. */
export const books: Files = {
  'org_units.csv': lines(['ref,name,kind', 'U1,Sawing,department', 'U2,Sales,department']),
  'accounts.csv': lines(accounts),
  'ledger_entries.csv': lines(entries),
  'targets.csv': lines([
    'metric,dimension,member,starts_on,ends_on,amount',
    'REVENUE,,,2025-04-01,2025-04-30,600',
    'OPERATING_EXPENSES,ACCOUNT,Travel,2025-05-01,2025-05-31,31',
    'CASH_BALANCE,,,2025-04-01,2025-06-30,800',
  ]),
}
