import { generate } from '@graphql-codegen/cli'
import { z } from 'zod'
import { root } from '../command/paths.ts'
import { afresh } from './afresh.ts'
import { answer } from './worker.ts'

// Generates types, over and over, for `npm run dev`: only those that a change touches, with the generator loaded already.

const questionSchema = z.array(z.string())
const config = import.meta.resolve('../../codegen.ts')

process.chdir(root)
answer(async (question) => {
  const wanted = questionSchema.parse(question)
  const { default: all }: typeof import('../../codegen.ts') = await import(afresh(config))
  const generates = Object.fromEntries(Object.entries(all.generates).filter(([output]) => wanted.includes(output)))
  await generate({ ...all, generates, silent: true }, true)
  return null
})
