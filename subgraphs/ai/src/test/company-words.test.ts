import { expect, test } from 'vitest'
import { type CompanyWords, reworded } from '../domain/company-words.ts'

const words: CompanyWords = {
  terms: [
    { id: '1', words: 'Nordics', means: 'Denmark, Norway and Sweden' },
    { id: '2', words: 'big three', means: 'lamps, rugs and chairs' },
    { id: '3', words: 'big', means: 'large' },
    { id: '4', words: 'Café-Geschäft', means: 'coffee' },
  ],
  verified: [
    { question: 'How are we doing?', isRight: true, means: 'net revenue by month this year' },
    { question: 'what is our moat', isRight: false, means: null },
    { question: 'revenue of the Nordics', isRight: true, means: null },
  ],
}

test.each([
  ['revenue of the nordics by month', 'revenue of the Denmark, Norway and Sweden by month'],
  ['orders of the Big  Three in NORDICS?', 'orders of the lamps, rugs and chairs in Denmark, Norway and Sweden?'],
  ['cafe geschaft last year', 'coffee last year'],
  ['nordicsland and bigger', 'nordicsland and bigger'],
  ['how are we doing', 'net revenue by month this year'],
])('“%s” is “%s”', (question, expected) => {
  expect(reworded(question, words).question).toBe(expected)
})

test('what was put in place of what is said, and what was marked wrong is known to be', () => {
  expect(reworded('revenue of the nordics', words)).toMatchObject({
    notes: ['“nordics” means Denmark, Norway and Sweden here'],
    verified: { question: 'revenue of the Nordics' },
  })
  expect(reworded('What is our moat?', words).isWrong).toBe(true)
  expect(reworded('What is our moat in Norway?', words).isWrong).toBe(false)
})
