import { newId } from '@aems/drizzle/ids.ts'
import type { FreshDatabase } from '@aems/drizzle/testing.ts'
import type { Metric } from '@aems/schema/catalogue.ts'
import { type SQL, sql } from 'drizzle-orm'
import type { Catalogue } from '../metrics/catalogue.ts'
import { dimensionsOf, type Fact, type MetricDefinition, type MetricDefinitions } from '../metrics/definition.ts'
import type { Viewer } from '../viewer.ts'

/** Tables that no domain has, beside the migrated ones, and a company in them small enough to work its figures out by hand. */
export async function madeUpCompany({
  admin,
}: FreshDatabase): Promise<{ viewer: Viewer; unit: Readonly<Record<string, string>> }> {
  await admin.unsafe(`
    create table sales.made_up_units (tenant_id uuid, id uuid, name text, parent_id uuid);
    create table sales.made_up_staff (tenant_id uuid, id uuid, unit_id uuid, gender text, hired_on date, left_on date, pay numeric);
    create table sales.made_up_ratings (tenant_id uuid, person text, rated_on date, rating numeric);
    create table sales.made_up_bills (tenant_id uuid, customer text, billed_on date, due_on date, paid_on date, amount numeric);
    create table sales.made_up_budget (tenant_id uuid, starts_on date, ends_on date, amount numeric);
  `)
  for (const table of ['units', 'staff', 'ratings', 'bills', 'budget']) {
    await admin.unsafe(`
      alter table sales.made_up_${table} enable row level security, force row level security;
      create policy tenant on sales.made_up_${table} using
        (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
      grant select on sales.made_up_${table} to aems_sales_app;
    `)
  }
  const companyId = newId()
  const insert = async (table: string, rows: readonly Readonly<Record<string, string | number | null>>[]) => {
    for (const row of rows) await admin`insert into ${admin(`sales.made_up_${table}`)} ${admin({ tenant_id: companyId, ...row })}`
  }
  const unit = { Group: newId(), Plant: newId(), Line: newId(), Office: newId() }
  await insert('units', [
    { id: unit.Group, name: 'Group', parent_id: null },
    { id: unit.Plant, name: 'Plant', parent_id: unit.Group },
    { id: unit.Line, name: 'Line', parent_id: unit.Plant },
    { id: unit.Office, name: 'Office', parent_id: unit.Group },
  ])
  const person = (unit_id: string, gender: string, pay: number, hired_on: string, left_on: string | null = null) => ({
    id: newId(),
    unit_id,
    gender,
    pay,
    hired_on,
    left_on,
  })
  await insert('staff', [
    person(unit.Plant, 'female', 30, '2022-01-01'),
    person(unit.Plant, 'male', 40, '2022-01-01', '2024-02-10'),
    person(unit.Line, 'male', 20, '2024-01-15'),
    person(unit.Line, 'male', 25, '2023-06-01'),
    person(unit.Office, 'female', 50, '2023-01-01', '2024-03-01'),
    person(unit.Group, 'female', 90, '2024-03-20'),
  ])
  await insert('ratings', [
    { person: 'Ann', rated_on: '2024-01-10', rating: 2 },
    { person: 'Ann', rated_on: '2024-02-10', rating: 5 },
    { person: 'Bob', rated_on: '2024-01-20', rating: 3 },
    { person: 'Cid', rated_on: '2023-05-01', rating: 1 },
  ])
  const bill = (customer: string, billed_on: string, due_on: string, paid_on: string | null, amount: number) => ({
    customer,
    billed_on,
    due_on,
    paid_on,
    amount,
  })
  await insert('bills', [
    bill('Acme', '2022-12-15', '2023-01-15', '2023-01-10', 700),
    bill('Acme', '2023-11-01', '2023-12-01', '2024-01-20', 100),
    bill('Beta', '2023-05-10', '2023-06-10', '2023-06-01', 300),
    bill('Beta', '2024-01-05', '2024-01-25', null, 200),
    bill('Gamma', '2024-02-20', '2024-03-20', null, 400),
  ])
  await insert('budget', [{ starts_on: '2024-01-01', ends_on: '2024-12-31', amount: 3660 }])
  return { viewer: viewerOf(companyId), unit }
}

export const viewerOf = (companyId: string): Viewer => ({
  user: { id: newId(), name: 'Vera Viewer', email: 'vera@made-up.example' },
  company: {
    id: companyId,
    key: 'made-up',
    name: 'Made up',
    currency: 'EUR',
    fiscalYearStartMonth: 1,
    timeZone: 'Europe/Berlin',
    asOf: '2024-06-15',
  },
  roles: [],
  scopes: new Set(),
  salesPersonId: null,
  employeeId: null,
  sessionId: newId(),
})

export type MadeUpDimension = 'UNIT' | 'GENDER' | 'CUSTOMER' | 'AGE_BUCKET'

export const units = {
  kind: 'entity' as const,
  members: [{ table: sql`sales.made_up_units units`, id: sql`units.id`, value: sql`units.name` }],
  hierarchy: { table: sql`sales.made_up_units units`, id: sql`units.id`, parent: sql`units.parent_id` },
}

/** People employed on a day. */
export const staff: Fact<MadeUpDimension> = {
  name: 'staff',
  tables: ['sales.made_up_staff'],
  from: sql`sales.made_up_staff staff`,
  timing: {
    kind: 'asOf',
    counts: (day) => sql`staff.hired_on <= ${day} and (staff.left_on is null or staff.left_on > ${day})`,
    earliest: sql`min(staff.hired_on)`,
  },
  dimensions: { UNIT: { key: sql`staff.unit_id` }, GENDER: { key: sql`staff.gender` } },
  known: sql`exists (select from sales.made_up_staff)`,
}

/** The same people, by the day on which they left. */
export const leavers: Fact<MadeUpDimension> = { ...staff, name: 'leavers', timing: { kind: 'on', day: sql`staff.left_on` } }

export const ratings: Fact<MadeUpDimension> = {
  name: 'ratings',
  tables: ['sales.made_up_ratings'],
  from: sql`sales.made_up_ratings ratings`,
  timing: { kind: 'on', day: sql`ratings.rated_on` },
  dimensions: {},
  known: sql`exists (select from sales.made_up_ratings)`,
}

const customer = { key: sql`bills.customer` }
const anyBill = sql`exists (select from sales.made_up_bills)`

/** Bills by the day on which they were sent. */
export const bills: Fact<MadeUpDimension> = {
  name: 'bills',
  tables: ['sales.made_up_bills'],
  from: sql`sales.made_up_bills bills`,
  timing: { kind: 'on', day: sql`bills.billed_on` },
  dimensions: { CUSTOMER: customer },
  known: anyBill,
}

/** How long a bill has been due on a day. */
const ageBucket = (day: SQL) => sql`case when bills.due_on >= ${day} then 'current'
  when ${day} - bills.due_on <= 30 then '1–30' when ${day} - bills.due_on <= 60 then '31–60' else '61+' end`

export const ageBuckets = ['current', '1–30', '31–60', '61+']

/** Bills that nobody had paid on a day. */
export const unpaidBills: Fact<MadeUpDimension> = {
  ...bills,
  name: 'unpaid bills',
  timing: {
    kind: 'asOf',
    counts: (day) => sql`bills.billed_on <= ${day} and (bills.paid_on is null or bills.paid_on > ${day})`,
    earliest: sql`min(bills.billed_on)`,
  },
  dimensions: { CUSTOMER: customer, AGE_BUCKET: { key: ({ to }) => ageBucket(to) } },
}

export const budgets: Fact<MadeUpDimension> = {
  name: 'budget',
  tables: ['sales.made_up_budget'],
  from: sql`sales.made_up_budget budget`,
  timing: { kind: 'over', first: sql`budget.starts_on`, last: sql`budget.ends_on` },
  dimensions: {},
  known: sql`exists (select from sales.made_up_budget)`,
}

/** Definitions as a catalogue, with declarations that say no more than they must. */
export function declared<Name extends string>(
  definitions: MetricDefinitions<Name, MadeUpDimension>,
  adds: Readonly<Record<string, Metric['adds']>> = {},
): Catalogue<Name, MadeUpDimension> {
  const metrics = Object.entries<MetricDefinition<MadeUpDimension>>(definitions.metrics).map(
    ([name, definition]): Metric => ({
      domain: 'sales',
      name,
      label: name.toLowerCase().replaceAll('_', ' '),
      description: `${name}.`,
      unit: 'COUNT',
      better: 'NEITHER',
      adds: adds[name] ?? 'NEVER',
      asOf: adds[name] === 'AT_A_TIME',
      says: [],
      dimensions: [...dimensionsOf(definition)],
      scopes: [],
      records: null,
      derived: null,
    }),
  )
  return {
    domain: 'sales',
    ...definitions,
    declaredMetrics: new Map(metrics.map((metric) => [metric.name, metric])),
    declaredDimensions: new Map(),
  }
}
