import type { Serving } from '@aems/kit/serving.ts'
import type { ContractRow } from '../data/contracts.ts'
import type { BillingInterval, ContractResolvers, Recognition } from '../graph.generated.ts'
import { referenceTo } from './elsewhere.ts'

const intervals: Readonly<Record<string, BillingInterval>> = { month: 'MONTH', quarter: 'QUARTER', year: 'YEAR', once: 'ONCE' }

const recognitions: Readonly<Record<string, Recognition>> = {
  straight_line: 'STRAIGHT_LINE',
  point_in_time: 'POINT_IN_TIME',
  milestone: 'MILESTONE',
}

/** The database admits no other way. */
function recognitionOf({ id, recognition }: ContractRow): Recognition {
  const found = recognitions[recognition]
  if (found === undefined) throw new TypeError(`Contract ${id} is recognized by ${recognition}.`)
  return found
}

export const Contract: Serving<ContractResolvers, Omit<ContractRow, 'billingInterval' | 'recognition'>> = {
  __resolveReference: ({ id }, { finance }) => finance.contracts.byId(id),
  customer: ({ customerId }) => ({ id: customerId }),
  product: ({ productId }) => referenceTo(productId),
  billingInterval: ({ billingInterval }) => (billingInterval === null ? null : (intervals[billingInterval] ?? null)),
  recognition: recognitionOf,
  monthlyAmount: async ({ id }, _, { finance }) => (await finance.contracts.monthlyAmount(id))?.monthly ?? null,
  milestones: ({ id }, _, { finance }) => finance.contracts.milestones(id),
}
