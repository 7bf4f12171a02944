/** How much of the demo company to make. */
export type DemoSize = 'small' | 'medium' | 'large'

/** What a size amounts to over the three years. */
export interface DemoVolume {
  readonly orders: number
  readonly customers: number
  readonly opportunities: number
  /** Seats for each of a small company; those who sell stay the same. */
  readonly growth: number
}

/** An order has 2.4 lines on average. */
export const volumes: Readonly<Record<DemoSize, DemoVolume>> = {
  small: { orders: 16_500, customers: 1_600, opportunities: 900, growth: 1 },
  medium: { orders: 430_000, customers: 12_000, opportunities: 4_000, growth: 26 },
  large: { orders: 4_300_000, customers: 120_000, opportunities: 40_000, growth: 260 },
}
