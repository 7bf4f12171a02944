import { GraphError } from '@aems/kit/errors.ts'

/** Requests of keys: each key has as many at once as it may send in a minute, and gets them back evenly. */
export interface KeyLimits {
  /** @throws GraphError RATE_LIMITED where the key has none left. */
  take(key: string, requestsPerMinute: number): void
}

interface Bucket {
  left: number
  at: number
}

const minuteMs = 60_000

/** Counts in this process; each router counts for itself. */
export function keyLimits(now: () => number = Date.now): KeyLimits {
  const buckets = new Map<string, Bucket>()
  return {
    take: (key, requestsPerMinute) => {
      const at = now()
      const bucket = buckets.get(key) ?? { left: requestsPerMinute, at }
      bucket.left = Math.min(requestsPerMinute, bucket.left + ((at - bucket.at) * requestsPerMinute) / minuteMs)
      bucket.at = at
      // A full bucket is as good as none.
      if (buckets.size > 10_000) for (const [old, { at: used }] of buckets) if (at - used > minuteMs) buckets.delete(old)
      buckets.set(key, bucket)
      if (bucket.left < 1) {
        const retryAfter = Math.ceil(((1 - bucket.left) * 60) / requestsPerMinute)
        const message = `This key may send ${requestsPerMinute.toLocaleString('en')} requests a minute. Try again in ${retryAfter} ${retryAfter === 1 ? 'second' : 'seconds'}.`
        throw new GraphError('RATE_LIMITED', message, { retryAfter })
      }
      bucket.left -= 1
    },
  }
}
