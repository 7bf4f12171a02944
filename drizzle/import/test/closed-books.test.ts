import { expect, test } from 'vitest'
import { newId } from '../../ids.ts'
import { faultSentence } from '../faults.ts'
import { rollBackImport } from '../rollback.ts'
import { filesOf, hilltopId, importing } from './importing.ts'

const accounts = 'ref,name,type,subtype\nA,Wood,expense,cogs\nC,Cash,asset,cash\n'
const header = 'ref,account_ref,scenario,posted_on,amount,currency'
const entries = (...rows: string[]) => `${[header, ...rows].join('\n')}\n`
const may = ['L-1,A,actual,2025-05-02,10,', 'L-2,A,actual,2025-05-31,20,USD', 'P-1,A,budget,2025-05-31,30,']
const june = 'L-3,A,actual,2025-06-02,40,'

/** Entries of May and June 2025; the books are closed to the end of May. */
async function closedInMay() {
  const started = await importing()
  const { directory, write } = filesOf({
    'accounts.csv': accounts,
    'exchange_rates.csv': 'currency,on,rate\nUSD,2025-01-01,0.5\n',
    'ledger_entries.csv': entries(...may, june),
  })
  const importId = newId()
  await started.admin`insert into auth.imports (tenant_id, id, user_id, company_key, directory, dry_run, replaces, status)
    values (${hilltopId}, ${importId}, ${started.userId}, 'hilltop-tea', ${directory}, false, false, 'running')`
  expect(await started.import(directory, { importId })).toMatchObject({ status: 'done' })
  await started.admin`insert into finance.closings (tenant_id, id, closed_to, user_id)
    values (${hilltopId}, ${newId()}, '2025-05-31', ${started.userId})`
  const reload = async (rows: readonly string[], more: Parameters<typeof started.import>[1] = {}) => {
    write('ledger_entries.csv', entries(...rows))
    const { faults, counts } = await started.import(directory, more)
    return { faults: faults.map(faultSentence), changes: counts.find(({ file }) => file === 'ledger_entries.csv') }
  }
  return { ...started, directory, write, reload, importId }
}

test('rows that would change a closed period are named, each with what to do', async () => {
  const { reload, write, admin } = await closedInMay()
  const remedy = 'the books are closed to 2025-05-31; reopen them, or leave the row out'
  const changed = ['L-1,A,actual,2025-05-02,11,', 'L-2,A,actual,2025-06-01,20,USD', 'P-1,A,actual,2025-05-31,30,', june]
  expect((await reload([...changed, 'L-4,A,actual,2025-05-31,5,'])).faults).toEqual([
    `ledger_entries.csv:2 posted_on "2025-05-02" is in a closed period: ${remedy}`,
    `ledger_entries.csv:3 posted_on "2025-06-01" moves an entry out of a closed period: ${remedy}`,
    `ledger_entries.csv:4 posted_on "2025-05-31" is in a closed period: ${remedy}`,
    `ledger_entries.csv:6 posted_on "2025-05-31" is in a closed period: ${remedy}`,
  ])
  expect((await reload([june], { replaces: true, dryRun: true })).faults).toEqual([
    'ledger_entries.csv:1 leaves out 2 entries of a closed period: the books are closed to 2025-05-31; reopen them, or give these entries too',
  ])
  // A rate of a closed day would convert its entries anew.
  write('exchange_rates.csv', 'currency,on,rate\nUSD,2025-05-01,0.6\n')
  expect((await reload(may)).faults).toEqual([`ledger_entries.csv:3 posted_on "2025-05-31" is in a closed period: ${remedy}`])
  expect(await admin`select sum(amount)::float8 as sum from finance.ledger_entries`).toEqual([{ sum: 90 }])
})

test('what is there already, what is budgeted and what lies after it can be imported', async () => {
  const { reload } = await closedInMay()
  const rows = [
    may[0] ?? '',
    may[1] ?? '',
    'P-1,A,budget,2025-05-31,31,',
    'L-3,A,actual,2025-06-02,41,',
    'L-5,A,actual,2025-06-01,7,',
  ]
  expect(await reload(rows, { replaces: true })).toEqual({
    faults: [],
    changes: { file: 'ledger_entries.csv', rows: 5, added: 1, changed: 2, removed: 0 },
  })
})

test('an import into a period that was closed since can be rolled back only once it is reopened', async () => {
  const { admin, url, userId, importId } = await closedInMay()
  const rollBack = async () => {
    const run = newId()
    await admin`insert into auth.imports (tenant_id, id, user_id, company_key, directory, dry_run, replaces, status, rolls_back)
      values (${hilltopId}, ${run}, ${userId}, 'hilltop-tea', '', false, false, 'running', ${importId})`
    const order = { url, userId, companyId: hilltopId, companyKey: 'hilltop-tea', rollsBack: importId, importId: run }
    return (await rollBackImport(order, () => {})).status
  }
  await expect(rollBack()).rejects.toThrow(
    'The import wrote 2 entries of a closed period: the books are closed to 2025-05-31. Reopen them first.',
  )
  await admin`insert into finance.closings (tenant_id, id, closed_to, user_id) values (${hilltopId}, ${newId()}, '2025-05-01', ${userId})`
  expect(await rollBack()).toBe('done')
  expect(await admin`select count(*)::integer from finance.ledger_entries`).toEqual([{ count: 0 }])
})

test('an account of a closed period keeps its type, subtype and sign; others, and names, may change', async () => {
  const { write, import: load, directory, admin } = await closedInMay()
  const reload = async (text: string) => {
    write('accounts.csv', text)
    return (await load(directory)).faults.map(faultSentence)
  }
  const refused = (line: number) =>
    `accounts.csv:${line} gives another type, subtype or sign to an account with entries in a closed period: the books are closed to 2025-05-31; reopen them (reopenBooks), or leave the account as it is`
  expect(await reload('ref,name,type,subtype\nA,Wood,expense,travel\nC,Cash,asset,other\n')).toEqual([refused(2)])
  expect(await reload('ref,name,type,subtype,contra\nA,Wood,expense,cogs,true\n')).toEqual([refused(2)])
  expect(await reload('ref,name,type\nA,Timber,asset\n')).toEqual([refused(2)])
  // Nothing was posted to cash.
  expect(await reload('ref,name,type,subtype,contra\nA,Timber,expense,cogs,false\nC,Cash,asset,other,\n')).toEqual([])
  expect(await admin`select name, subtype from finance.accounts order by ref`).toEqual([
    { name: 'Timber', subtype: 'cogs' },
    { name: 'Cash', subtype: 'other' },
  ])
})

test('an import that gave an account of a closed period another meaning is not rolled back before it is reopened', async () => {
  const { write, import: load, directory, admin, url, userId } = await closedInMay()
  const closeTo = (day: string) =>
    admin`insert into finance.closings (tenant_id, id, closed_to, user_id) values (${hilltopId}, ${newId()}, ${day}, ${userId})`
  const record = async (rollsBack: string | null) => {
    const id = newId()
    await admin`insert into auth.imports (tenant_id, id, user_id, company_key, directory, dry_run, replaces, status, rolls_back)
      values (${hilltopId}, ${id}, ${userId}, 'hilltop-tea', ${directory}, false, false, 'running', ${rollsBack})`
    return id
  }
  await closeTo('2025-05-01')
  write('accounts.csv', accounts.replace('cogs', 'travel'))
  const importId = await record(null)
  expect(await load(directory, { importId })).toMatchObject({ status: 'done' })
  await closeTo('2025-05-31')
  const rollBack = async () => {
    const order = { url, userId, companyId: hilltopId, companyKey: 'hilltop-tea', rollsBack: importId }
    return (await rollBackImport({ ...order, importId: await record(importId) }, () => {})).status
  }
  await expect(rollBack()).rejects.toThrow(
    'The import gave another type, subtype or sign to an account with entries in a closed period: the books are closed to 2025-05-31. Reopen them first.',
  )
  await closeTo('2025-05-01')
  expect(await rollBack()).toBe('done')
  expect(await admin`select subtype from finance.accounts where ref = 'A'`).toEqual([{ subtype: 'cogs' }])
})
