import { expect, test } from 'vitest'
import { freshDatabase } from '../../testing.ts'
import { inSlices } from '../slices.ts'

test('many rows are written a part at a time, each row once, and each part is told of', async () => {
  const { admin } = await freshDatabase()
  const told: number[] = []
  const statements: string[] = []
  const written = await admin.begin(async (session) => {
    await session.unsafe(`create temporary table staged on commit drop as select id from generate_series(1, 20000) id;
      create table public.kept (id integer primary key)`)
    const writing = { rows: 7_500_000, onRows: (rows: number) => told.push(rows) }
    return inSlices(session, 'pg_temp.staged', writing, (condition) => {
      statements.push(condition)
      return `insert into public.kept select id from pg_temp.staged s where ${condition}`
    })
  })
  expect(written).toBe(20_000)
  expect(statements).toHaveLength(5)
  expect(told).toEqual([1_500_000, 3_000_000, 4_500_000, 6_000_000, 7_500_000])
  expect(await admin`select count(*)::integer as count, max(id) from public.kept`).toEqual([{ count: 20_000, max: 20_000 }])
})
