import { generate } from '@graphql-codegen/cli'
import { z } from 'zod'
import { root } from '../command/paths.ts'
import { afresh } from './afresh.ts'
import { answer } from './worker.ts'

// Generates types, over and over, for `npm run dev`: only those that a change touches, with the generator loaded already.

const questionSchema = z.array(z.string())
const codegen = import.meta.resolve('../../codegen.ts')

const config = async () => {
  const { default: all }: typeof import('../../codegen.ts') = await import(afresh(codegen))
  return { ...all, silent: true }
}

process.chdir(root)
answer(async (question) => {
  const wanted = questionSchema.parse(question)
  const all = await config()
  const generates = Object.fromEntries(Object.entries(all.generates).filter(([output]) => wanted.includes(output)))
  await generate({ ...all, generates }, true)
  return null
})

// Generating once for nothing halves the time of the next. What is wrong is said when it is asked for.
await generate(await config(), false).catch(() => {})
