import { setImmediate as turn } from 'node:timers/promises'
import { Refusal } from '@aems/kit/refusal.ts'
import { type CompanyWords, folded, reworded, type Verified } from '../domain/company-words.ts'
import { understoodOf } from '../domain/contract.ts'
import { readQuestion } from '../domain/reading.ts'
import type { AskingParts } from './answers.ts'
import { LanguageChanged, type TermRow, type VerifiedRow } from './company-language.ts'
import { type Informed, knowingNames, knowledgeOf, understandWithNames } from './understanding.ts'

const mostTerms = 500
const mostVerified = 500

/**
 * Defines what words mean in the company, from now on.
 * @throws Refusal where the words mean something already, what they should mean is not understood, or a question that was
 * marked right would be understood otherwise.
 */
export async function defineTerm(words: string, means: string, parts: AskingParts): Promise<TermRow> {
  const knowledge = await knowledgeOf(null, parts)
  if (folded(words) === '' || words.length > 60) throw new Refusal('A term has 1 to 60 characters.', ['input', 'words'], 'value')
  if (means.trim() === '' || means.length > 200)
    throw new Refusal('Say in 1 to 200 characters what the term means.', ['input', 'means'], 'value')
  const own = readQuestion(words, knowledge, null)
  if (own.unexplained.length === 0)
    throw new Refusal(`“${words}” means something already. Choose words that are the company’s own.`, ['input', 'words'])
  const said = readQuestion(means, await knowingNames(means, knowledge, null, parts.graph), null)
  if (said.unexplained.length > 0)
    throw new Refusal(
      `I do not know ${said.unexplained.map((each) => `“${each}”`).join(', ')}: say it in names of metrics, splits and members that the company has.`,
      ['input', 'means'],
    )
  return changed(parts, knowledge, async (now) => {
    const others = now.terms.filter((term) => folded(term.words) !== folded(words))
    if (others.length >= mostTerms) throw new Refusal(`A company has ${mostTerms} terms at most: remove one that nobody uses.`)
    return {
      next: { ...now, terms: [...others, { id: '', words, means }] },
      write: () => parts.language.define(now, words, means),
    }
  })
}

/** Removes a term. @throws Refusal where there is none of that id, or a question that was marked right needs it. */
export async function removeTerm(id: string, parts: AskingParts): Promise<TermRow> {
  return changed(parts, await knowledgeOf(null, parts), async (now) => {
    const term = (await parts.language.all()).terms.find((each) => each.id === id)
    if (!term) throw new Refusal('There is no such term: it may have been removed before.', ['id'], 'reference')
    return {
      next: { ...now, terms: now.terms.filter((each) => each.id !== id) },
      write: async () => {
        await parts.language.remove(now, id)
        return term
      },
    }
  })
}

/**
 * Marks the answer to a question right or wrong.
 * @param means the question that gives the right answer, where it is another.
 * @throws Refusal where the question that should be right is not understood, or one that was marked before would be
 * understood otherwise.
 */
export async function verify(question: string, isRight: boolean, means: string | null, parts: AskingParts): Promise<VerifiedRow> {
  const knowledge = await knowledgeOf(null, parts)
  return changed(parts, knowledge, async (now) => {
    const others = now.verified.filter((each) => folded(each.question) !== folded(question))
    if (others.length >= mostVerified) throw new Refusal(`${mostVerified} questions can be marked at most.`)
    const marked: Verified = { question, isRight, means }
    if (isRight || means !== null) {
      const status = await statusOf(means ?? question, { ...now, verified: others }, knowledge, parts)
      if (status !== 'understood')
        throw new Refusal(`I do not understand “${means ?? question}” without asking back: put it in other words.`, [
          'input',
          'means',
        ])
    }
    return {
      next: { ...now, verified: [...others, marked] },
      write: () => parts.language.verify(now, question, isRight, means),
    }
  })
}

interface Change<Row> {
  readonly next: CompanyWords
  readonly write: () => Promise<Row>
}

/** Writes a change of the language once it is sure to break no question that was marked right. */
async function changed<Row>(
  parts: AskingParts,
  knowledge: Informed,
  changeOf: (now: CompanyWords) => Promise<Change<Row>>,
): Promise<Row> {
  for (let again = 0; ; again++) {
    const now = await parts.language.all()
    const { next, write } = await changeOf(now)
    const broken = await brokenBy(now, next, knowledge, parts)
    if (broken) throw new Refusal(`That would change the answer to “${broken}”, which was marked right. Change that one first.`)
    try {
      return await write()
    } catch (error) {
      if (!(error instanceof LanguageChanged) || again >= 3) throw error
      parts.language.forget()
    }
  }
}

/** The first question marked right that would be understood otherwise; null: none. */
async function brokenBy(now: CompanyWords, next: CompanyWords, knowledge: Informed, parts: AskingParts): Promise<string | null> {
  for (const { question, isRight, means } of now.verified) {
    if (!isRight && means === null) continue
    const before = reworded(question, now)
    const after = reworded(question, next)
    // Who marks a question anew may change what it means.
    const isRemarked = next.verified.every(
      (each) => each.question !== question || each.isRight !== isRight || each.means !== means,
    )
    if (isRemarked || before.question === after.question) continue
    const [was, is] = await Promise.all([meant(before.question, knowledge, parts), meant(after.question, knowledge, parts)])
    if (was !== is) return question
    await turn()
  }
  return null
}

async function meant(question: string, knowledge: Informed, { graph }: AskingParts): Promise<string> {
  const { understanding } = (await understandWithNames(question, knowledge, null, graph)).understood
  return JSON.stringify([understanding.status, understoodOf(understanding.meaning)])
}

async function statusOf(question: string, words: CompanyWords, knowledge: Informed, { graph }: AskingParts): Promise<string> {
  const { question: text } = reworded(question, words)
  return (await understandWithNames(text, knowledge, null, graph)).understood.understanding.status
}
