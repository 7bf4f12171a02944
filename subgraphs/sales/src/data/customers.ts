import { customers, orders, territories } from '@aems/drizzle/sales/tables.ts'
import { nameMatches } from '@aems/kit/folding.ts'
import { type List, readList } from '@aems/kit/lists.ts'
import type { LoadOne } from '@aems/kit/loaders.ts'
import type { Reach } from '@aems/kit/metrics/definition.ts'
import { keyOf } from '@aems/kit/metrics/fact-rows.ts'
import { and } from '@aems/kit/metrics/sql.ts'
import { within } from '@aems/kit/metrics/windows.ts'
import type { Connection, ListOrder, PageArguments } from '@aems/kit/pages.ts'
import { loadById, type Read } from '@aems/kit/rows.ts'
import { type SQL, sql } from 'drizzle-orm'
import type { SalesDimension } from '../graph.generated.ts'
import { type Admission, type AdmissionInput, type Admit, orderRows } from './admission.ts'

export type CustomerRow = typeof customers.$inferSelect
export type CustomerPage = Connection<CustomerRow>

export interface CustomerListInput extends AdmissionInput {
  readonly search?: string | null | undefined
}

/** Customers as the viewer may see them. */
export interface CustomerData {
  readonly byId: LoadOne<string, CustomerRow>
  /** By name. With a period: those that the metric NEW_CUSTOMERS counts under the same conditions. */
  list(input: CustomerListInput, page: PageArguments): Promise<CustomerPage>
}

const byName: ListOrder = {
  name: 'NAME_ASC',
  direction: 'asc',
  keys: [
    { sql: sql`${customers.name}`, type: 'text' },
    { sql: sql`${customers.id}`, type: 'uuid' },
  ],
}

/** What is known of a customer whether or not they have ordered. */
const ownDimensions: { readonly [Name in SalesDimension]?: Reach } = {
  CUSTOMER: { key: customers.id },
  CUSTOMER_SEGMENT: { key: customers.segment },
  CUSTOMER_KIND: { key: customers.kind },
  INDUSTRY: { key: customers.industry },
  TERRITORY: { key: customers.territoryId },
  TERRITORY_GROUP: { key: territories.groupName },
  COUNTRY: { key: sql`coalesce(${territories.countryCode}, ${customers.countryCode})` },
}

const withTerritory = sql`${customers} left join ${territories}
  on ${territories.tenantId} = ${customers.tenantId} and ${territories.id} = ${customers.territoryId}`

export function customerData(read: Read, admit: Admit): CustomerData {
  return {
    byId: loadById(read, customers),
    list: async (input, page) => {
      const admission = await admit('NEW_CUSTOMERS', input)
      const admitted = input.period == null ? everyCustomer(admission) : newCustomers(admission)
      return readList(
        read,
        { ...admitted, where: [...admitted.where, ...nameMatches(input.search, customers.name, customers.ref)] },
        page,
      )
    },
  }
}

/** Customers by what is known of them; by what is known of orders alone, those who have such an order. */
function everyCustomer(admission: Admission): List<typeof customers> {
  const own = admission.conditions.flatMap(({ dimension, holds }) => {
    const reach = ownDimensions[dimension]
    return reach === undefined ? [] : [holds(keyOf(reach))]
  })
  const others = admission.conditions.filter(({ dimension }) => ownDimensions[dimension] === undefined)
  const ordering = others.length === 0 ? [] : [haveOrdered({ ...admission, conditions: others })]
  return { table: customers, from: withTerritory, where: [...own, ...ordering], order: byName }
}

function newCustomers(admission: Admission): List<typeof customers> {
  const isNew = within(sql`${customers.firstOrderedOn}`, admission.days)
  return {
    table: customers,
    from: sql`${customers}`,
    where: [sql`${customers.firstOrderedOn} is not null`, ...isNew, haveOrdered(admission)],
    order: byName,
  }
}

/** That a customer has an order that the conditions admit. */
function haveOrdered(admission: Admission): SQL {
  const rows = orderRows(admission)
  return sql`${customers.id} in (select ${orders.customerId} from ${rows.from} where ${and(rows.where)})`
}
