import { createRequire } from 'node:module'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: {
    // Otherwise graphql is loaded twice, as a module and as CommonJS, and its classes do not know each other.
    alias: [{ find: /^graphql$/, replacement: createRequire(import.meta.url).resolve('graphql') }],
  },
  test: {
    globalSetup: ['infra/testing/global-setup.ts'],
    include: ['{schema,drizzle,subgraphs,router,infra,web}/**/*.test.{ts,tsx}'],
    exclude: ['**/node_modules/**', '**/.next/**'],
    testTimeout: 20_000,
  },
})
