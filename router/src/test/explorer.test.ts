import { apiSdl } from '@aems/schema/sdl.ts'
import { buildSchema, parse, specifiedRules, validate } from 'graphql'
import { expect, test } from 'vitest'
import { examples } from '../../explorer/examples.ts'
import { sizeLimits } from '../access/limits.ts'

const schema = buildSchema(apiSdl())

test.each(examples)('an example of the explorer is an operation of the graph: $query', ({ query, variables }) => {
  expect(validate(schema, parse(query), [...specifiedRules, sizeLimits])).toEqual([])
  expect(() => JSON.parse(variables ?? '{}')).not.toThrow()
})
