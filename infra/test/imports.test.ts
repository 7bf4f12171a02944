import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { root } from '../command/paths.ts'

/** For each rule a file that breaks it, and what it imports. */
const planted: Readonly<Record<string, readonly [file: string, imports: string]>> = {
  'auth-knows-no-other-domain': ['subgraphs/auth/src/data/planted.ts', '@aems/sales/data/orders.ts'],
  'products-knows-no-other-domain': ['subgraphs/products/src/data/planted.ts', '@aems/drizzle/sales/tables.ts'],
  'sales-knows-no-other-domain': ['subgraphs/sales/src/data/planted.ts', '@aems/drizzle/products/tables.ts'],
  'finance-knows-no-other-domain': ['subgraphs/finance/src/data/planted.ts', '@aems/drizzle/sales/tables.ts'],
  'hr-knows-no-other-domain': ['subgraphs/hr/src/data/planted.ts', '@aems/drizzle/sales/tables.ts'],
  'risk-knows-no-other-domain': ['subgraphs/risk/src/data/planted.ts', '@aems/sales/data/orders.ts'],
  'ai-knows-no-other-domain': ['subgraphs/ai/src/data/planted.ts', '@aems/sales/data/orders.ts'],
  'subgraphs-import-kit-and-drizzle': ['subgraphs/sales/src/planted.ts', '@aems/router/serve.ts'],
  'subgraphs-import-database-client-only': ['subgraphs/sales/src/data/migrating.ts', '@aems/drizzle/migrate.ts'],
  'catalogue-for-ai-and-router': ['subgraphs/sales/src/metrics/planted.ts', '@aems/schema/catalogue.ts'],
  'kit-knows-no-domain': ['subgraphs/kit/src/planted.ts', '@aems/sales/data/orders.ts'],
  'router-imports-schema-and-kit': ['router/src/planted.ts', '@aems/sales/data/orders.ts'],
  'gateway-in-one-folder': ['router/src/planting.ts', '@apollo/gateway'],
  'composition-in-one-file': ['schema/planted.ts', '@apollo/composition'],
  'web-knows-the-graph-alone': ['web/app/planted.tsx', '@aems/kit/viewer.ts'],
  'resolvers-delegate': ['subgraphs/sales/src/resolvers/planted.ts', 'drizzle-orm'],
  'data-does-not-resolve': ['subgraphs/sales/src/data/resolving.ts', '../resolvers/planted.ts'],
  'domain-is-pure': ['subgraphs/sales/src/domain/planted.ts', '../data/orders.ts'],
  'domain-does-no-io': ['subgraphs/sales/src/domain/reading.ts', 'node:fs'],
  'nobody-imports-infra': ['drizzle/planted.ts', '@aems/infra/command/paths.ts'],
  'no-cycles': ['schema/cycle.ts', './cycle2.ts'],
  'no-unresolvable': ['schema/lost.ts', './nowhere.ts'],
}

/** What the planted files import, and one that keeps every rule. */
const innocent: Readonly<Record<string, string>> = {
  'subgraphs/sales/src/data/orders.ts': "import { viewer } from '@aems/kit/viewer.ts'\nexport const orders = viewer\n",
  'subgraphs/kit/src/viewer.ts': 'export const viewer = 1\n',
  'drizzle/sales/tables.ts': 'export const value = 1\n',
  'drizzle/products/tables.ts': 'export const value = 1\n',
  'drizzle/migrate.ts': 'export const value = 1\n',
  'router/src/serve.ts': 'export const value = 1\n',
  'router/src/gateway/gateway.ts': "import '@apollo/gateway'\n",
  'schema/catalogue.ts': 'export const value = 1\n',
  'schema/cycle2.ts': "import './cycle.ts'\n",
  'infra/command/paths.ts': 'export const value = 1\n',
}

const packages = ['@apollo/gateway', '@apollo/composition', 'drizzle-orm']
const workspace = {
  schema: '',
  drizzle: '',
  infra: '',
  router: 'src/',
  kit: 'src/',
  auth: 'src/',
  products: 'src/',
  sales: 'src/',
  ai: 'src/',
}

const clone = realpathSync(mkdtempSync(join(tmpdir(), 'aems-imports-')))
afterAll(() => rmSync(clone, { recursive: true, force: true }))

const violationsSchema = z.object({
  summary: z.object({ violations: z.array(z.object({ from: z.string(), rule: z.object({ name: z.string() }) })) }),
})
const rulesSchema = z.object({ default: z.object({ forbidden: z.array(z.object({ name: z.string() })) }) })
let violations: { from: string; rule: string }[] = []

beforeAll(() => {
  for (const [file, imports] of Object.values(planted)) write(file, `import '${imports}'\n`)
  for (const [file, text] of Object.entries(innocent)) write(file, text)
  for (const name of packages) {
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' }))
    write(`node_modules/${name}/index.js`, '')
  }
  for (const [name, source] of Object.entries(workspace)) {
    const folder = source !== '' && name !== 'router' ? `subgraphs/${name}` : name
    write(
      `${folder}/package.json`,
      JSON.stringify({ name: `@aems/${name}`, version: '1.0.0', exports: { './*': `./${source}*` } }),
    )
    mkdirSync(join(clone, 'node_modules/@aems'), { recursive: true })
    symlinkSync(join(clone, folder), join(clone, 'node_modules/@aems', name))
  }
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs'),
      ...['--config', join(root, '.dependency-cruiser.mjs'), '--output-type', 'json'],
      ...['schema', 'drizzle', 'subgraphs', 'router', 'infra', 'web'],
    ],
    { cwd: clone, encoding: 'utf8', maxBuffer: 20_000_000 },
  )
  if (stdout === '') throw new Error(stderr)
  violations = violationsSchema.parse(JSON.parse(stdout)).summary.violations.map(({ from, rule }) => ({ from, rule: rule.name }))
})

test.each(Object.entries(planted))('%s is held', (rule, [file]) => {
  expect(violations).toContainEqual({ from: file, rule })
})

test('every rule has a file that breaks it', async () => {
  const configuration: unknown = await import(join(root, '.dependency-cruiser.mjs'))
  const { default: rules } = rulesSchema.parse(configuration)
  expect(Object.keys(planted).sort()).toEqual(rules.forbidden.map(({ name }) => name).sort())
})

test('what keeps the rules is let be', () => {
  const innocents = Object.keys(innocent).filter((file) => !file.includes('cycle'))
  expect(violations.filter(({ from }) => innocents.includes(from))).toEqual([])
})

function write(file: string, text: string): void {
  mkdirSync(join(clone, dirname(file)), { recursive: true })
  writeFileSync(join(clone, file), text)
}
