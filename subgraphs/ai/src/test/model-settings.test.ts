import { expect, test } from 'vitest'
import { modelSettings } from '../environment.ts'

test('a key of DeepSeek is enough; any other endpoint needs its model named', () => {
  expect(modelSettings({})).toBeNull()
  expect(modelSettings({ DEEPSEEK_API_KEY: 'k' })).toMatchObject({
    baseUrl: 'https://api.deepseek.com',
    model: 'deepseek-v4-flash',
    apiKey: 'k',
    thinking: false,
    sendsRows: false,
  })
  const house = { AI_BASE_URL: 'http://localhost:11434/v1', AI_MODEL: 'qwen' }
  expect(modelSettings(house)).toMatchObject({ baseUrl: house.AI_BASE_URL, model: 'qwen', apiKey: '', thinking: null })
  // A key never goes to another endpoint than its own.
  expect(modelSettings({ ...house, DEEPSEEK_API_KEY: 'k' })).toMatchObject({ apiKey: '' })
  expect(() => modelSettings({ AI_BASE_URL: house.AI_BASE_URL })).toThrow(/AI_MODEL: must be set/)
})
