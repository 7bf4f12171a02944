import { cpus, totalmem } from 'node:os'
import { z } from 'zod'
import { bench as answers } from '../bench/answers.ts'
import { type Bench, type Figure, table } from '../bench/bench.ts'
import { bench as forecasts } from '../bench/forecast.ts'
import { bench as hostile } from '../bench/hostile.ts'
import { bench as imports } from '../bench/import.ts'
import { bench as metrics } from '../bench/metrics.ts'
import { bench as planning } from '../bench/planning.ts'
import { bench as router } from '../bench/router.ts'
import { bench as serving } from '../bench/serving.ts'
import { flag, readCommandLine } from '../command/options.ts'
import { CommandError, runCommand } from '../command/run.ts'

const benches: readonly Bench[] = [answers, forecasts, hostile, imports, metrics, planning, router, serving]

const usage = `npm run bench [-- NAME] [--size tenth|full] [--json]
  Measures, and prints each figure as a ratio to a baseline of the same run. Of metrics, --size measures a part.
${benches.map(({ name, about }) => `  ${name.padEnd(18)} ${about}`).join('\n')}`

await runCommand(async () => {
  const {
    options: { json, size },
    arguments: [name],
  } = readCommandLine({
    usage,
    options: z.object({ json: flag, size: z.enum(['tenth', 'full'], 'must be tenth or full').optional() }),
    arguments: z.tuple([]).or(z.tuple([z.string()])),
  })
  const chosen = name === undefined ? benches : benches.filter((bench) => bench.name === name)
  if (chosen.length === 0) throw new CommandError(`There is no benchmark ${name}.\n${usage}`)
  const measured: Record<string, Figure[]> = {}
  for (const bench of chosen)
    measured[bench.name] = await bench.run((line) => console.error(`${bench.name}: ${line}`), { size: size ?? null })
  if (json) console.log(JSON.stringify({ machine: machine(), measured }))
  else console.log(`\n${machine()}\n${Object.entries(measured).map(section).join('')}`)
  return 0
})

function section([name, figures]: [string, readonly Figure[]]): string {
  return `\n## ${name}\n\n${table(figures)}\n`
}

function machine(): string {
  const all = cpus()
  return `${all.length} × ${all[0]?.model.trim() ?? 'unknown processor'}, ${Math.round(totalmem() / 1024 ** 3)} GB, Node ${process.versions.node}, ${new Date().toISOString().slice(0, 10)}`
}
