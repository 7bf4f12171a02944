import { createRequire } from 'node:module'
import { defineConfig } from 'vitest/config'

const packages = '{schema,drizzle,subgraphs,router,infra,web}'
/** Tests that ask the graph as its clients do: they run in both shapes. */
const graphTests = `${packages}/**/*.graph.test.ts`

/**
 * Reference facts hold figures, which do not depend on the shape: those of sales are held in both, the others in one, and
 * so are the walk through every list and what domains learn of each other.
 */
const inOneShape = [
  'subgraphs/{finance,hr,products,risk}/src/test/facts.graph.test.ts',
  'router/src/test/{lists,projected}.graph.test.ts',
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
