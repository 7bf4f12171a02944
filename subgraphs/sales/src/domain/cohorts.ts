import Big from 'big.js'

/** Orders of a cohort in one unit of time. */
export interface CohortOrders {
  /** First day of the unit in which they first ordered. */
  readonly cohort: string
  /** First day of the unit in which they ordered. */
  readonly unit: string
  readonly customers: number
  readonly revenue: string
}

export interface Cohort {
  readonly startsOn: string
  readonly customers: number
  readonly periods: readonly {
    readonly offset: number
    readonly startsOn: string
    readonly customers: number
    readonly retention: string
    readonly revenue: string
  }[]
}

/**
 * Retention by cohort: of those who first ordered in the same unit of time, the share that ordered in each unit since, not
 * only as long as they ordered without a gap (Fader and Hardie 2007, "How to Project Customer Retention").
 * @param sizes how many each cohort is, by its first day.
 * @param unitsSince first days of the units from a cohort's own on, as far as they have begun.
 */
export function cohorts(
  sizes: ReadonlyMap<string, number>,
  orders: readonly CohortOrders[],
  unitsSince: (start: string) => readonly string[],
): Cohort[] {
  const found = new Map(orders.map((each) => [`${each.cohort} ${each.unit}`, each]))
  return [...sizes].map(([startsOn, customers]) => ({
    startsOn,
    customers,
    periods: unitsSince(startsOn).map((day, offset) => {
      const ordered = found.get(`${startsOn} ${day}`)
      const active = ordered?.customers ?? 0
      return {
        offset,
        startsOn: day,
        customers: active,
        retention: new Big(active).div(customers).toFixed(),
        revenue: ordered?.revenue ?? '0',
      }
    }),
  }))
}
