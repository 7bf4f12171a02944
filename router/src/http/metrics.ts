import { monitorEventLoopDelay } from 'node:perf_hooks'

const buckets = [5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000]

/** Counts requests and their durations, for Prometheus to fetch. */
export interface RequestMetrics {
  count(status: number, milliseconds: number): void
  /** Text in Prometheus' exposition format 0.0.4. */
  text(): string
  stop(): void
}

export function requestMetrics(): RequestMetrics {
  const byStatus = new Map<number, number>()
  const within = new Array<number>(buckets.length).fill(0)
  let total = 0
  let sum = 0
  const delay = monitorEventLoopDelay({ resolution: 10 })
  delay.enable()
  return {
    count(status, milliseconds) {
      byStatus.set(status, (byStatus.get(status) ?? 0) + 1)
      total += 1
      sum += milliseconds
      for (const [index, bound] of buckets.entries()) if (milliseconds <= bound) within[index] = (within[index] ?? 0) + 1
    },
    text: () =>
      [
        '# HELP aems_requests_total GraphQL requests by HTTP status.',
        '# TYPE aems_requests_total counter',
        ...[...byStatus].map(([status, count]) => `aems_requests_total{status="${status}"} ${count}`),
        '# HELP aems_request_duration_milliseconds How long GraphQL requests take.',
        '# TYPE aems_request_duration_milliseconds histogram',
        ...buckets.map((bound, index) => `aems_request_duration_milliseconds_bucket{le="${bound}"} ${within[index]}`),
        `aems_request_duration_milliseconds_bucket{le="+Inf"} ${total}`,
        `aems_request_duration_milliseconds_sum ${sum.toFixed(3)}`,
        `aems_request_duration_milliseconds_count ${total}`,
        '# HELP aems_event_loop_delay_p99_milliseconds Delay of the event loop, 99th percentile since the start.',
        '# TYPE aems_event_loop_delay_p99_milliseconds gauge',
        `aems_event_loop_delay_p99_milliseconds ${(delay.percentile(99) / 1e6).toFixed(3)}`,
        '# HELP process_resident_memory_bytes Resident memory.',
        '# TYPE process_resident_memory_bytes gauge',
        `process_resident_memory_bytes ${process.memoryUsage.rss()}`,
        '',
      ].join('\n'),
    stop: () => delay.disable(),
  }
}
