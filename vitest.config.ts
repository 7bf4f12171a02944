import { createRequire } from 'node:module'
import { defineConfig } from 'vitest/config'

const packages = '{schema,drizzle,subgraphs,router,infra,web}'
/** Tests that ask the graph as its clients do: they run in both shapes. */
const graphTests = `${packages}/**/*.graph.test.ts`

/**
 * What does not depend on the shape is held in one: figures and their explanations, lists, entities and what domains learn of
 * each other, what planners make of questions, how people sign in elsewhere, whose rows are whose, and what the router
 * refuses before it asks any subgraph. Sign-in, access, administration and asking are held in both, as are streams, in
 * `router/src/test/subscriptions.test.ts`.
 */
const inOneShape = [
  'subgraphs/*/src/test/facts.graph.test.ts',
  'subgraphs/ai/src/test/{analysis,answering,derived,model,teaching}.graph.test.ts',
  'subgraphs/auth/src/test/providers.graph.test.ts',
  'router/src/test/{entities,figures,fuzz,hostile,http,lists,projected,pushed-rows,rates,tenant-walk}.graph.test.ts',
  'infra/test/assistant.graph.test.ts',
]

/** A project whose tests meet the graph in one shape; `drizzle/testing.ts` and its like read AEMS_SHAPE. */
const inShape = (shape: 'embedded' | 'distributed') => ({
  extends: true as const,
  test: {
    name: shape,
    include: [graphTests],
    exclude: ['**/node_modules/**', '**/.next/**', ...(shape === 'distributed' ? inOneShape : [])],
    env: { AEMS_SHAPE: shape },
  },
})

export default defineConfig({
  resolve: {
    // Otherwise graphql is loaded twice, as a module and as CommonJS, and its classes do not know each other.
    alias: [{ find: /^graphql$/, replacement: createRequire(import.meta.url).resolve('graphql') }],
  },
  test: {
    globalSetup: ['infra/testing/global-setup.ts'],
    exclude: ['**/node_modules/**', '**/.next/**'],
    // A test file waits for PostgreSQL half of its time: as many at once as there are cores.
    maxWorkers: '100%',
    testTimeout: 20_000,
    hookTimeout: 30_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [`${packages}/**/*.test.{ts,tsx}`],
          exclude: ['**/node_modules/**', '**/.next/**', graphTests],
        },
      },
      inShape('embedded'),
      inShape('distributed'),
    ],
  },
})
