import { Refusal } from '@aems/kit/refusal.ts'

/** As the database keeps it. */
export type Status = 'open' | 'shipped' | 'cancelled' | 'returned'

const ways: Readonly<Record<Status, readonly Status[]>> = {
  open: ['shipped', 'cancelled'],
  shipped: ['returned'],
  cancelled: [],
  returned: [],
}

const doing: Readonly<Record<Status, string>> = {
  open: 'opened again',
  shipped: 'shipped',
  cancelled: 'cancelled',
  returned: 'returned',
}

/** @throws Refusal where an order can't go from one status to the other, saying where it can go. */
export function checkStatusChange(ref: string, from: Status, to: Status): void {
  if (ways[from].includes(to)) return
  const open = ways[from].map((status) => doing[status])
  const remedy = open.length === 0 ? 'Nothing more can become of it.' : `It can be ${open.join(' or ')}.`
  throw new Refusal(`Order ${ref} is ${from}: it can't be ${doing[to]}. ${remedy}`, ['input', 'status'])
}
