import { spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { onInterrupt } from '../command/interrupt.ts'
import { root } from '../command/paths.ts'
import { runCommand } from '../command/run.ts'

const resultsSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number().default(0),
  success: z.boolean(),
})

// Every argument is Vitest's: names narrow the run to the files whose paths hold them.
await runCommand(async () => {
  const file = join(tmpdir(), `aems-results-${process.pid}.json`)
  const vitest = spawn(
    process.execPath,
    [
      join(root, 'node_modules/vitest/vitest.mjs'),
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
      ...process.argv.slice(2),
    ],
    { cwd: root, stdio: 'inherit' },
  )
  const ended = new Promise<number>((resolve) => vitest.once('exit', (code) => resolve(code ?? 1)))
  onInterrupt(async () => {
    vitest.kill('SIGINT')
    await ended
  })
  const status = await ended
  const counts = existsSync(file) ? resultsSchema.parse(JSON.parse(readFileSync(file, 'utf8'))) : null
  rmSync(file, { force: true })
  if (!counts) {
    console.log('0 passed, 0 failed: the run broke off.')
    return status || 1
  }
  const skipped = counts.numPendingTests + counts.numTodoTests
  console.log(`${counts.numPassedTests} passed, ${counts.numFailedTests} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
  return status
})
