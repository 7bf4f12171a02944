import type { ModelSettings } from '@aems/ai/environment.ts'
import { connectDomain } from '@aems/drizzle/connect.ts'
import type { Subgraph } from '@aems/kit/subgraph.ts'
import type { Domain } from '@aems/schema/sdl.ts'
import { z } from 'zod'

/** The model server of a test that has one; whatever else the environment names is none of a test's. */
async function testModel(): Promise<ModelSettings | null> {
  const named = process.env['AEMS_TEST_MODEL']
  if (!named) return null
  const { modelSettings } = await import('@aems/ai/environment.ts')
  return modelSettings(z.record(z.string(), z.string()).parse(JSON.parse(named)))
}

/** What a subgraph under test stands on. */
export interface TestSubgraphOptions {
  readonly adminUrl: string
  readonly secret: string
  readonly operatorKey: string
  /** Where the web application is served; default: nowhere, so links and passkeys are those of the usual address. */
  readonly webUrl?: string | undefined
  /** What else identity is set to; default: as it usually is. */
  readonly identity?: Readonly<Record<string, unknown>> | undefined
  /** Sees the text of each statement. */
  readonly onStatement: (statement: string) => void
}

/**
 * Makes a domain's subgraph over a test's database, and gives it to `use`: contexts differ, so it can't be returned.
 * Only that domain's code is loaded, so that its process starts as fast as in production.
 */
export async function withSubgraph<Result>(
  domain: Domain,
  { adminUrl, secret, operatorKey, webUrl, identity, onStatement }: TestSubgraphOptions,
  use: <Context>(subgraph: Subgraph<Context>) => Result,
): Promise<Awaited<Result>> {
  const database = connectDomain(domain, adminUrl, secret, { connections: 4, onStatement })
  switch (domain) {
    case 'auth': {
      const { identitySettingsSchema, usualSettings } = await import('@aems/auth/environment.ts')
      return await use(
        (await import('@aems/auth/subgraph.ts')).createSubgraph({
          database,
          secret,
          operatorKey,
          settings: {
            ...usualSettings,
            ...(webUrl ? { webUrl } : {}),
            ...(identity && identitySettingsSchema.parse({ ...usualSettings, ...identity })),
          },
          startImportProcess: (await import('@aems/auth/import-process.ts')).importProcessesBeside(adminUrl, secret),
          sharesImports: true,
        }),
      )
    }
    case 'products':
      return await use((await import('@aems/products/subgraph.ts')).createSubgraph({ database }))
    case 'sales':
      return await use((await import('@aems/sales/subgraph.ts')).createSubgraph({ database }))
    case 'finance':
      return await use((await import('@aems/finance/subgraph.ts')).createSubgraph({ database }))
    case 'hr':
      return await use((await import('@aems/hr/subgraph.ts')).createSubgraph({ database }))
    case 'ai':
      return await use((await import('@aems/ai/subgraph.ts')).createSubgraph({ database, model: await testModel() }))
    case 'risk':
      return await use((await import('@aems/risk/subgraph.ts')).createSubgraph({ database }))
  }
}
