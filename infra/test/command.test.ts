import { createServer } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import { outcome } from '../client/import.ts'
import { flag, port, readCommandLine } from '../command/options.ts'
import { assertFree } from '../embedded/ports.ts'
import { environmentDrift } from '../environment/example.ts'

const shape = {
  usage: 'npm start -- [--port N] [--no-web]',
  options: z.object({
    port: port.default(3000),
    'no-web': flag,
    demo: z.enum(['none', 'small', 'large'], 'must be none, small or large').default('small'),
  }),
  arguments: z.tuple([]),
}

test('options have their defaults and their types', () => {
  expect(readCommandLine(shape, ['--port', '3100', '--no-web']).options).toEqual({ port: 3100, 'no-web': true, demo: 'small' })
})

test.each([
  [['--prot', '3100'], "Unknown option '--prot'"],
  [['--port', 'web'], '--port: must be a number'],
  [['--port', '70000'], '--port: must be 1 to 65535'],
  [['--demo', 'huge'], '--demo: must be none, small or large'],
  [['extra'], 'argument'],
])('%j is refused with the reason and the usage', (args, reason) => {
  expect(() => readCommandLine(shape, args)).toThrow(reason)
  expect(() => readCommandLine(shape, args)).toThrow(shape.usage)
})

test('a taken port is named, with what to pass instead', async () => {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, resolve))
  onTestFinished(() => void server.close())
  const address = server.address()
  const taken = typeof address === 'object' && address ? address.port : 0
  await expect(assertFree(taken, 'the web application', '--port')).rejects.toThrow(
    `Port ${taken}, where the web application would answer, is taken by another program. Stop that one, or pass another port: --port ${taken + 10}`,
  )
})

test('.env.example says what the schemas say', () => {
  expect(environmentDrift().output).toBe('')
})

const record = {
  id: '1',
  companyKey: 'acme',
  status: 'FAULTY',
  dryRun: false,
  file: null,
  step: null,
  rows: 0,
  rowsPerSecond: null,
  secondsLeft: null,
  counts: [],
  leftOut: [],
  failure: null,
  startedAt: '2026-11-24T12:00:00.000Z',
  rollsBack: null,
  rolledBackAt: null,
} as const

test('faults of an import are printed by file, line and column, with their number', () => {
  const faults = [{ file: 'orders.csv', line: 1234, column: 'shipped_on', message: '"2014-13-01" is not a date (YYYY-MM-DD)' }]
  expect(outcome({ ...record, counts: [], leftOut: [], faults, faultCount: 1 })).toEqual([
    'orders.csv:1234 shipped_on "2014-13-01" is not a date (YYYY-MM-DD)',
    '1 fault. Nothing was written.',
  ])
  expect(outcome({ ...record, counts: [], leftOut: [], faults, faultCount: 250 }).at(-1)).toBe(
    '250 faults, of which these are the first 1. Nothing was written.',
  )
})

test('a rollback prints what was taken away and brought back by file, or which rows stand in its way', () => {
  const counts = [{ file: 'orders.csv', rows: 6, added: 1, changed: 2, removed: 3 }]
  const back = { ...record, rollsBack: '7', counts, leftOut: [], faultCount: 0 }
  expect(outcome({ ...back, status: 'DONE', faults: [] })).toEqual([
    'orders.csv: 3 taken away, 2 changed back, 1 brought back',
    'The import 7 into acme is rolled back.',
  ])
  const faults = [{ file: 'orders.csv', line: 0, column: 'O-1', message: 'was changed or added since' }]
  expect(outcome({ ...back, faults, faultCount: 1 })).toEqual([
    'orders.csv O-1 was changed or added since',
    '1 row stands in the way. Nothing was taken back.',
  ])
})
