import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { modelEnvironment } from '@aems/ai/environment.ts'
import { identityEnvironment } from '@aems/auth/environment.ts'
import { subgraphEnvironment } from '@aems/kit/program-environment.ts'
import { routerEnvironment } from '@aems/router/environment.ts'
import { z } from 'zod'
import { webEnvironment } from '../../web/env.ts'
import { root } from '../command/paths.ts'
import type { ToolResult } from '../command/tool.ts'
import { clientEnvironment } from './client.ts'
import { embeddedEnvironment } from './embedded.ts'
import { projectorEnvironment } from './projector.ts'

const file = join(root, '.env.example')

/** Every program with an environment of its own. */
const programs = [
  { title: 'npm start: everything on one machine', schema: embeddedEnvironment },
  { title: 'npm run import, ask, query, eval', schema: clientEnvironment },
  { title: 'subgraphs/auth/src/main.ts: who signs in, in a process of its own', schema: identityEnvironment },
  { title: 'subgraphs/*/src/main.ts: a subgraph in a process of its own', schema: subgraphEnvironment },
  { title: 'The assistant: npm start, and subgraphs/ai/src/main.ts', schema: modelEnvironment },
  { title: 'infra/scripts/project.ts: what keeps the domains in line, in a process of its own', schema: projectorEnvironment },
  { title: 'router/src/main.ts: the router in a process of its own', schema: routerEnvironment },
  { title: 'web: the web application in a process of its own', schema: webEnvironment },
] as const

const head = `# What the programs read from their environment. npm commands also read it from the file .env.
# Generated from the zod schemas: node infra/environment/example.ts
`

/** The text of .env.example: each variable with what it means and its default. */
export function environmentExample(): string {
  return programs.reduce((text, { title, schema }) => `${text}\n# ── ${title} ──\n${variables(schema)}`, head)
}

/** Whether the committed file says something else. */
export function environmentDrift(): ToolResult {
  const same = readFileSync(file, 'utf8') === environmentExample()
  return same
    ? { status: 0, output: '' }
    : { status: 1, output: '.env.example differs from the schemas. Write it anew: node infra/environment/example.ts' }
}

function variables(schema: z.ZodObject): string {
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  return Object.entries(properties)
    .map(([name, property]) => {
      const { description = '', default: usual } = property === true || property === false ? {} : property
      const line = required.includes(name) ? `${name}=` : `# ${name}=${usual ?? ''}`
      return `\n# ${description}\n${line}\n`
    })
    .join('')
}

if (import.meta.main) writeFileSync(file, environmentExample())
