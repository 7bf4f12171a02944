import { subgraphEnvironment } from '@aems/kit/program-environment.ts'

/** What the projector is told when it runs in a process of its own. */
export const projectorEnvironment = subgraphEnvironment.pick({
  AEMS_SECRET: true,
  DATABASE_URL: true,
  AEMS_ALLOW: true,
  LOG_LEVEL: true,
})
