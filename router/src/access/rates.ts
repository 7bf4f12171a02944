import { GraphError } from '@aems/kit/errors.ts'
import type { Viewer } from '@aems/kit/viewer.ts'
import postgres from 'postgres'
import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { isLoopback } from '../http/address.ts'

/** Who is counted: a person (or the key that acts for them) wherever they are, and an address whoever is there. */
interface Caller {
  readonly viewer: Viewer | null
  readonly address: string
}

/** How much each caller asks. */
export interface Rates {
  /** Counts a request of an address, before anything of it is read. @throws GraphError RATE_LIMITED */
  knock(address: string): Promise<void>
  /** Counts a request once it is known who sent it. @throws GraphError RATE_LIMITED */
  ask(caller: Caller): Promise<void>
  /** Counts what an operation costs. @throws GraphError RATE_LIMITED */
  spend(caller: Caller, cost: number): Promise<void>
  close(): Promise<void>
}

/** How much is admitted in a minute. */
interface RateLimits {
  /** Requests of one address: that of an office may stand for everyone in it. */
  readonly ofAddress: number
  /** Requests of one address by people who are not signed in. */
  readonly ofStrangers: number
  /** Requests of one person. */
  readonly ofPerson: number
  /** Points that one person's operations may cost together. */
  readonly costOfPerson: number
}

/** The limits that follow from how many requests one person may send; 0: none. */
export function ratesOf(ofPerson: number): RateLimits | null {
  if (ofPerson === 0) return null
  return { ofAddress: 5 * ofPerson, ofStrangers: Math.ceil(ofPerson / 10), ofPerson, costOfPerson: 2_500 * ofPerson }
}

const seconds = 60
const table = 'aems_router_rates'

/** Counts nothing and admits everything. */
export const boundless: Rates = {
  knock: async () => {},
  ask: async () => {},
  spend: async () => {},
  close: async () => {},
}

/**
 * Counts requests and costs by the minute. What comes from this machine itself is not held back.
 * @param limits null: nobody is held back.
 * @param url a PostgreSQL database in which routers count together; without it, each counts by itself. While the database
 *   does not answer, each counts by itself too.
 */
export async function openRates(limits: RateLimits | null, url?: string): Promise<Rates> {
  if (!limits) return boundless
  const database = url === undefined ? null : postgres(url, { max: 4, onnotice: () => {}, connect_timeout: 2 })
  const counting = (keyPrefix: string, points: number): Promise<RateLimiterAbstract> =>
    database ? shared(database, keyPrefix, points) : Promise.resolve(alone(keyPrefix, points))
  // One after the other: the first makes the table.
  const ofAddress = await counting('address', limits.ofAddress)
  const ofStrangers = await counting('strangers', limits.ofStrangers)
  const ofPerson = await counting('person', limits.ofPerson)
  const costOfPerson = await counting('cost', limits.costOfPerson)
  return {
    knock: async (address) => {
      if (!isLoopback(address)) await count(ofAddress, network(address), 1, 'Too many requests come from your address')
    },
    ask: async ({ viewer, address }) => {
      if (isLoopback(address)) return
      if (viewer) await count(ofPerson, viewer.user.id, 1, 'You send too many requests')
      else await count(ofStrangers, network(address), 1, 'Too many requests come from your address without a sign-in')
    },
    spend: async ({ viewer, address }, cost) => {
      if (viewer && cost > 0 && !isLoopback(address))
        await count(costOfPerson, viewer.user.id, cost, 'Your operations of the last minute cost too much together')
    },
    close: async () => {
      await database?.end({ timeout: 2 })
    },
  }
}

const alone = (keyPrefix: string, points: number): RateLimiterMemory =>
  new RateLimiterMemory({ keyPrefix, points, duration: seconds })

function shared(database: postgres.Sql, keyPrefix: string, points: number): Promise<RateLimiterAbstract> {
  return new Promise((resolve, reject) => {
    const limiter = new RateLimiterPostgres(
      {
        storeClient: {
          query: async ({ text, values }: { text: string; values: string[] }) => ({
            rows: [...(await database.unsafe(text, values))],
          }),
        },
        storeType: 'client',
        tableName: table,
        keyPrefix,
        points,
        duration: seconds,
        inMemoryBlockOnConsumed: points + 1,
        insuranceLimiter: alone(keyPrefix, points),
      },
      (error?: Error) => (error ? reject(error) : resolve(limiter)),
    )
  })
}

async function count(limiter: RateLimiterAbstract, key: string, points: number, what: string): Promise<void> {
  try {
    await limiter.consume(key, points)
  } catch (rejection) {
    if (!(rejection instanceof RateLimiterRes)) throw rejection
    const retryAfter = Math.max(1, Math.ceil(rejection.msBeforeNext / 1_000))
    throw new GraphError('RATE_LIMITED', `${what}. Nothing was done; try again in ${retryAfter} s.`, { retryAfter })
  }
}

/** An IPv6 caller has a network of its own, with as many addresses as it likes. */
const network = (address: string): string => (address.includes(':') ? `${expanded(address).slice(0, 4).join(':')}::/64` : address)

function expanded(address: string): string[] {
  const [head = '', tail = ''] = address.split('::')
  const before = head.split(':').filter(Boolean)
  const after = tail.split(':').filter(Boolean)
  return [...before, ...Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0'), ...after]
}
