import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { root } from './paths.ts'

/** A program of the workspace, run by the same Node as this one. */
export interface Tool {
  /** Its file, from the project's folder. */
  readonly file: string
  readonly args: readonly string[]
}

export const graphqlCodegen: Tool = { file: 'node_modules/@graphql-codegen/cli/cjs/bin.js', args: ['--config', 'codegen.ts'] }

/** What a program said and how it ended. */
export interface ToolResult {
  readonly status: number
  readonly output: string
}

/** Runs a tool to its end and collects what it says. */
export function runTool({ file, args }: Tool, environment: Readonly<Record<string, string>> = {}): Promise<ToolResult> {
  return collect(process.execPath, [join(root, file), ...args], environment)
}

/** Runs any program in the project's folder to its end and collects what it says. */
export function collect(
  program: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<ToolResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...args], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...environment },
    })
    let output = ''
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (output += chunk))
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (output += chunk))
    child.once('error', reject)
    child.once('close', (code) => resolve({ status: code ?? 1, output }))
  })
}
