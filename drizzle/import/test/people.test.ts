import { expect, test } from 'vitest'
import { hilltopFiles, importing } from './importing.ts'

test('people imported are measured, and again change nothing; answers to a survey are replaced by unit and day', async () => {
  const { import: load, admin } = await importing()
  const copy = hilltopFiles()
  await load(copy.directory)
  expect(await admin`select count(*)::int as days, count(born_on)::int as known from hr.birth_days`).toEqual([
    { days: 9, known: 8 },
  ])
  // Without, figures of pay take seconds until autovacuum comes by.
  expect(
    await admin`select count(*)::int > 0 as measured from pg_stats where schemaname = 'hr' and tablename = 'compensation'`,
  ).toEqual([{ measured: true }])
  for (const { file, added, changed, removed } of (await load(copy.directory)).counts) {
    expect([file, added, changed, removed]).toEqual([file, 0, 0, 0])
  }
  copy.edit('survey_responses.csv', 'Pulse 2025,I have what I need,S,2025-05-06,8\nPulse', 'Pulse')
  copy.edit('employees.csv', '1970-05-20', '1970-05-21')
  const counts = (await load(copy.directory)).counts
  expect(counts.find(({ file }) => file === 'survey_responses.csv')).toMatchObject({ added: 0, changed: 0, removed: 1 })
  expect(await admin`select count(*)::int as answers from hr.survey_responses`).toEqual([{ answers: 7 }])
  expect(await admin`select born_on::text from hr.birth_days order by born_on limit 1`).toEqual([{ born_on: '1970-05-21' }])
})
