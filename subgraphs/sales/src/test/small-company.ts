import { newId } from '@aems/drizzle/ids.ts'
import type { FreshDatabase } from '@aems/drizzle/testing.ts'
import type { Viewer } from '@aems/kit/viewer.ts'

/** A company small enough to work its figures out by hand. Its today is 15 June 2024; its fiscal year starts in July. */
export interface SmallCompany {
  readonly viewer: Viewer
  readonly ids: Readonly<Record<'Acme' | 'Beta' | 'Gamma' | 'North' | 'West' | 'Bike' | 'Helmet' | 'Ann' | 'Bob', string>>
}

export function viewerOf(companyId: string, scopes: readonly string[] = ['sales:read']): Viewer {
  return {
    user: { id: newId(), name: 'Vera Viewer', email: 'vera@small.example' },
    company: {
      id: companyId,
      key: 'small',
      name: 'Small',
      currency: 'EUR',
      fiscalYearStartMonth: 7,
      timeZone: 'Europe/Berlin',
      asOf: '2024-06-15',
    },
    roles: [],
    scopes: new Set(scopes),
    salesPersonId: null,
    employeeId: null,
    sessionId: newId(),
  }
}

type Row = Readonly<Record<string, string | number | null>>

/** Writes rows of a table of sales as they are, beside row-level security. */
async function insert({ admin }: FreshDatabase, table: string, tenantId: string, rows: readonly Row[]): Promise<void> {
  for (const row of rows) await admin`insert into ${admin(`sales.${table}`)} ${admin({ tenant_id: tenantId, ...row })}`
}

export async function smallCompany(database: FreshDatabase): Promise<SmallCompany> {
  const companyId = newId()
  const names = ['Acme', 'Beta', 'Gamma', 'North', 'West', 'Bike', 'Helmet', 'Ann', 'Bob'] as const
  const ids = Object.fromEntries(names.map((name) => [name, newId()])) as SmallCompany['ids']
  const named = (name: keyof SmallCompany['ids'], more: Row): Row => ({ id: ids[name], ref: name, name, ...more })
  const add = (table: string, rows: readonly Row[]) => insert(database, table, companyId, rows)

  await add('territories', [
    named('North', { group_name: 'Europe', country_code: 'DE' }),
    named('West', { group_name: 'America', country_code: 'US' }),
  ])
  await add('customers', [
    named('Acme', {
      kind: 'company',
      segment: 'Chain',
      industry: 'retail',
      territory_id: ids.North,
      country_code: 'DE',
      first_ordered_on: '2023-12-10',
    }),
    named('Beta', {
      kind: 'person',
      segment: null,
      industry: 'Épicerie',
      territory_id: ids.West,
      country_code: 'US',
      first_ordered_on: '2024-01-05',
    }),
    named('Gamma', {
      kind: 'person',
      segment: null,
      industry: null,
      territory_id: null,
      country_code: 'FR',
      first_ordered_on: '2024-02-10',
    }),
  ])
  await add('projected_products', [
    named('Bike', { category: 'Bikes', subcategory: 'Road' }),
    named('Helmet', { category: 'Accessories', subcategory: null }),
  ])
  await add('sales_people', [
    named('Ann', { team: 'East', territory_id: ids.North }),
    named('Bob', { team: 'Coast', territory_id: ids.West }),
  ])

  await database.admin`select sales.ensure_partitions('2023-12-01', '2024-06-30')`
  await order('1', '2023-12-10', 'Acme', 'shipped', 'reseller', 'North', 'Ann', [['Bike', 1, '1000', '600']])
  await order('2', '2024-01-05', 'Beta', 'shipped', 'online', 'West', null, [
    ['Helmet', 2, '100', '20'],
    ['Bike', 1, '900', '600'],
  ])
  await order('3', '2024-01-20', 'Acme', 'shipped', 'reseller', 'North', 'Ann', [['Bike', 2, '2000', null]])
  await order('4', '2024-02-10', 'Gamma', 'open', 'online', null, null, [['Helmet', 1, '50', '20']])
  await order('5', '2024-02-11', 'Acme', 'cancelled', 'reseller', 'North', 'Ann', [['Bike', 1, '1000', '600']])
  await order('6', '2024-02-20', 'Beta', 'returned', 'online', 'West', 'Bob', [['Helmet', 3, '150', '20']])

  await add('sales_targets', [
    { id: newId(), sales_person_id: ids.Ann, starts_on: '2024-01-01', ends_on: '2024-03-31', amount: '9100' },
    { id: newId(), territory_id: ids.West, starts_on: '2024-02-01', ends_on: '2024-02-29', amount: '290' },
  ])
  await opportunity('won', {
    customer_id: ids.Acme,
    sales_person_id: ids.Ann,
    product_id: ids.Bike,
    amount: '5000',
    engaged_on: '2024-01-01',
    closed_on: '2024-01-31',
  })
  await opportunity('won', {
    customer_id: ids.Beta,
    sales_person_id: ids.Bob,
    product_id: ids.Helmet,
    amount: '1000',
    created_on: '2024-01-01',
    closed_on: '2024-02-10',
  })
  await opportunity('lost', {
    customer_id: ids.Acme,
    sales_person_id: ids.Ann,
    amount: '0',
    closed_on: '2024-02-15',
    lost_reason: 'price',
  })
  await opportunity('engaging', { customer_id: ids.Beta, sales_person_id: ids.Bob, amount: '300', created_on: '2024-02-01' })
  await opportunity('prospecting', { sales_person_id: ids.Ann })
  await opportunity('won', { sales_person_id: ids.Bob, closed_on: '2024-03-05' })

  return { viewer: viewerOf(companyId), ids }

  async function order(
    ref: string,
    orderedOn: string,
    customer: 'Acme' | 'Beta' | 'Gamma',
    status: string,
    channel: string,
    territory: 'North' | 'West' | null,
    salesPerson: 'Ann' | 'Bob' | null,
    lines: readonly (readonly [product: 'Bike' | 'Helmet', quantity: number, netAmount: string, unitCost: string | null])[],
  ): Promise<void> {
    const id = newId()
    await add('orders', [
      {
        id,
        ref,
        customer_id: ids[customer],
        ordered_on: orderedOn,
        status,
        channel,
        territory_id: territory && ids[territory],
        sales_person_id: salesPerson && ids[salesPerson],
        currency: 'EUR',
        net_amount: lines.reduce((sum, [, , net]) => sum + Number(net), 0),
      },
    ])
    await add(
      'order_lines',
      lines.map(([product, quantity, netAmount, unitCost], index) => ({
        ordered_on: orderedOn,
        order_id: id,
        line: index + 1,
        product_id: ids[product],
        quantity,
        unit_price: Number(netAmount) / quantity,
        net_amount: netAmount,
        unit_cost: unitCost,
      })),
    )
  }

  async function opportunity(stage: string, row: Row): Promise<void> {
    const id = newId()
    await add('opportunities', [{ id, ref: id, stage, ...row }])
  }
}
