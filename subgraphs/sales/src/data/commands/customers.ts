import type { ViewerTransaction } from '@aems/drizzle/client.ts'
import { newId } from '@aems/drizzle/ids.ts'
import { customers, territories } from '@aems/drizzle/sales/tables.ts'
import { countryName } from '@aems/kit/metrics/countries.ts'
import { today, type Viewer } from '@aems/kit/viewer.ts'
import { eq, sql } from 'drizzle-orm'
import { amountIfGiven, textGiven, textIfGiven, valueRefused } from '../../domain/given.ts'
import type { ChangeCustomerInput, CreateCustomerInput, CustomerKind } from '../../graph.generated.ts'
import { noteChange } from '../changes.ts'
import { notThere, refTaken, there, thereIfGiven } from './there.ts'

type Attributes = Omit<ChangeCustomerInput, 'customerId' | 'idempotencyKey'>

const kinds: Readonly<Record<CustomerKind, string>> = { PERSON: 'person', COMPANY: 'company' }
const longestText = 500

/** The columns of what was given; what was not given is not among them. */
async function columnsOf(tx: ViewerTransaction, given: Attributes, customerId: string | null) {
  const text = (name: 'segment' | 'industry' | 'region' | 'city') =>
    given[name] === undefined ? {} : { [name]: textIfGiven(given[name], longestText, name) }
  return {
    ...(given.name != null && { name: textGiven(given.name, longestText, 'name') }),
    ...(given.kind !== undefined && { kind: given.kind && kinds[given.kind] }),
    ...text('segment'),
    ...text('industry'),
    ...text('region'),
    ...text('city'),
    ...(given.territoryId !== undefined && {
      territoryId: await thereIfGiven(tx, territories, 'territory', given.territoryId, 'territoryId'),
    }),
    ...(given.countryCode !== undefined && { countryCode: countryGiven(given.countryCode) }),
    ...(given.employees !== undefined && { employees: peopleGiven(given.employees) }),
    ...(given.annualRevenue !== undefined && { annualRevenue: amountIfGiven(given.annualRevenue, 'annualRevenue') }),
    ...(given.parentId !== undefined && { parentId: await parentGiven(tx, given.parentId, customerId) }),
  }
}

function countryGiven(code: string | null): string | null {
  if (code === null || (/^[A-Z]{2}$/.test(code) && countryName(code) !== code)) return code
  throw valueRefused(`“${code}” is no country; write its ISO 3166-1 alpha-2 code, such as DE.`, 'countryCode')
}

function peopleGiven(count: number | null): number | null {
  if (count !== null && count < 0) throw valueRefused(`${count} is below zero.`, 'employees')
  return count
}

/** An owner must not be owned by the customer, be it through others. */
async function parentGiven(tx: ViewerTransaction, id: string | null, customerId: string | null): Promise<string | null> {
  if (id === null) return null
  const parentId = await there(tx, customers, 'customer', id, 'parentId')
  if (customerId === null) return parentId
  const above = await tx.execute(sql`with recursive above (id) as (
      select ${parentId}::uuid union select ${customers.parentId} from ${customers} join above on ${customers.id} = above.id)
    select 1 from above where id = ${customerId}::uuid`)
  if (above.length > 0) throw valueRefused('A customer can not own itself, be it through others.', 'parentId')
  return parentId
}

/** @throws Refusal */
export async function createCustomer(tx: ViewerTransaction, viewer: Viewer, { ref, ...given }: CreateCustomerInput) {
  const id = newId()
  const row = {
    tenantId: viewer.company.id,
    id,
    ref: textIfGiven(ref, 200, 'ref') ?? id,
    createdOn: today(viewer.company),
    ...(await columnsOf(tx, given, null)),
    name: textGiven(given.name, longestText, 'name'),
  }
  const [made] = await tx.insert(customers).values(row).onConflictDoNothing().returning({ id: customers.id })
  if (!made) throw refTaken('customer', row.ref)
  const { tenantId: _, ...became } = row
  await noteChange(tx, viewer, { subjectId: id, action: 'createCustomer', was: null, became })
  return { id, event: { type: 'customer.created', subject: { ref: row.ref } } }
}

/** @throws Refusal */
export async function changeCustomer(tx: ViewerTransaction, viewer: Viewer, { customerId, ...given }: ChangeCustomerInput) {
  const id = await there(tx, customers, 'customer', customerId, 'customerId')
  const [was] = await tx.select().from(customers).where(eq(customers.id, id)).for('update')
  if (!was) throw notThere('customer', customerId, 'customerId')
  const became = await columnsOf(tx, given, id)
  if (Object.keys(became).length === 0) throw valueRefused('Nothing was given that would change.')
  await tx.update(customers).set(became).where(eq(customers.id, id))
  await noteChange(tx, viewer, { subjectId: id, action: 'changeCustomer', was, became })
  return { id, event: { type: 'customer.changed', subject: { ref: was.ref, changed: Object.keys(became) } } }
}
