import { faultSentence } from '@aems/drizzle/import/faults.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { importedFinance } from './imported.ts'

const files = {
  'exchange_rates.csv': 'currency,on,rate\nUSD,2025-01-01,0.9\nUSD,2025-02-01,0.8\n',
  'accounts.csv': 'ref,name,type,subtype\n4000,Sales,revenue,sales\n1000,Cash,asset,cash\n',
  'ledger_entries.csv':
    'ref,account_ref,scenario,posted_on,amount,currency\nA,4000,actual,2025-01-31,100,USD\nB,4000,actual,2025-02-01,100,USD\nC,4000,actual,2025-02-02,100,\n',
}

let finance: Awaited<ReturnType<typeof importedFinance>>
beforeAll(async () => {
  finance = await importedFinance(files)
}, 60_000)
afterAll(() => finance.drop())

test('amounts in other currencies are converted at the latest rate on or before their day', async () => {
  const { ledgerEntries, exchangeRates } = await finance.ask<Record<string, unknown>>(`{
    ledgerEntries(orderBy: POSTED_ON_ASC) { nodes { ref amount currency currencyAmount } }
    exchangeRates { nodes { currency ratedOn rate } } }`)
  expect(ledgerEntries).toEqual({
    nodes: [
      { ref: 'A', amount: '90.0000', currency: 'USD', currencyAmount: '100.0000' },
      { ref: 'B', amount: '80.0000', currency: 'USD', currencyAmount: '100.0000' },
      { ref: 'C', amount: '100.0000', currency: 'EUR', currencyAmount: '100.0000' },
    ],
  })
  expect(exchangeRates).toEqual({
    nodes: [
      { currency: 'USD', ratedOn: '2025-02-01', rate: '0.8000000000' },
      { currency: 'USD', ratedOn: '2025-01-01', rate: '0.9000000000' },
    ],
  })
})

const faultsOf = async (entries: string) => (await finance.load({ 'ledger_entries.csv': entries })).faults.map(faultSentence)

test('an amount without a rate on or before its day is a fault', async () => {
  const entries =
    'ref,account_ref,scenario,posted_on,amount,currency\nD,4000,actual,2024-12-31,1,USD\nE,4000,actual,2025-03-01,1,CHF\n'
  expect(await faultsOf(entries)).toEqual([
    'ledger_entries.csv:2 currency "USD" has no exchange rate on or before 2024-12-31; add one to exchange_rates.csv',
    'ledger_entries.csv:3 currency "CHF" has no exchange rate on or before 2025-03-01; add one to exchange_rates.csv',
  ])
})

test('a journal whose debits are not its credits is a fault', async () => {
  const entries =
    'ref,journal_ref,account_ref,scenario,posted_on,amount\nD,J,4000,actual,2025-03-01,5\nE,J,1000,actual,2025-03-01,4\n'
  expect(await faultsOf(entries)).toEqual([
    'ledger_entries.csv:2 journal_ref "J" does not balance: its debits (assets and expenses) must equal its credits (liabilities, equity and revenue)',
  ])
})
