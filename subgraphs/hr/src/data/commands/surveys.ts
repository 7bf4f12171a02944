import { surveyParticipants, surveyResponses, surveys } from '@aems/drizzle/hr/tables.ts'
import { newId } from '@aems/drizzle/ids.ts'
import type { RunCommand } from '@aems/kit/commands.ts'
import { isDay } from '@aems/kit/metrics/days.ts'
import { Refusal } from '@aems/kit/refusal.ts'
import { isId } from '@aems/kit/rows.ts'
import { today, type Viewer } from '@aems/kit/viewer.ts'
import Big from 'big.js'
import { eq, sql } from 'drizzle-orm'
import type { AnswerSurveyInput, OpenSurveyInput, SurveyAnswerInput } from '../../graph.generated.ts'
import { noteChange } from '../changes.ts'
import { must, mustWorkHere, pastDay, personGiven, takenRef, textGiven, unknownReference, unsignedGiven } from './given.ts'

/** Opens a round of questions. @throws Refusal */
export function openSurvey(run: RunCommand, viewer: Viewer, input: OpenSurveyInput): Promise<string> {
  return run({ name: 'openSurvey', idempotencyKey: input.idempotencyKey }, async (tx) => {
    const id = newId()
    const openedOn = pastDay(viewer, input.openedOn, ['input', 'openedOn'])
    const closedOn = input.closedOn ?? null
    must(closedOn === null || (isDay(closedOn) && closedOn >= openedOn), `“${closedOn}” is no day from ${openedOn} on.`, [
      'input',
      'closedOn',
    ])
    const invited = input.invited ?? null
    must((invited ?? 1) >= 1, `${invited} people can't be asked; give 1 or more.`, ['input', 'invited'])
    const ref = input.ref == null ? id : textGiven(input.ref, 'A ref', ['input', 'ref'])
    const became = { ref, name: textGiven(input.name, 'A name', ['input', 'name']), openedOn, closedOn, invited }
    const written = await tx
      .insert(surveys)
      .values({ tenantId: viewer.company.id, id, ...became })
      .onConflictDoNothing()
      .returning({ id: surveys.id })
    if (written.length === 0) throw takenRef(ref)
    await noteChange(tx, viewer, { subjectId: id, action: 'openSurvey', became })
    return { id, event: { type: 'survey.opened', subject: { openedOn } } }
  })
}

const mostAnswers = 100

/**
 * Answers a survey for the viewer's org unit, or for the nearest above it where enough people work that nobody can tell whose
 * the answers are. Who has answered is kept, and what they answered, but not together. @throws Refusal
 */
export function answerSurvey(run: RunCommand, viewer: Viewer, input: AnswerSurveyInput): Promise<string> {
  const { surveyId, answers, idempotencyKey } = input
  return run({ name: 'answerSurvey', idempotencyKey }, async (tx) => {
    const tenantId = viewer.company.id
    const { employeeId } = viewer
    if (employeeId === null) {
      throw new Refusal('You are not known as an employee of this company; ask an administrator to link you with one.', null)
    }
    const respondedOn = today(viewer.company)
    mustWorkHere(await personGiven(tx, employeeId, []), respondedOn, [])
    const [survey] = isId(surveyId) ? await tx.select().from(surveys).where(eq(surveys.id, surveyId)) : []
    if (survey === undefined) throw unknownReference('survey', surveyId, ['input', 'surveyId'])
    if (respondedOn < survey.openedOn || (survey.closedOn !== null && respondedOn > survey.closedOn)) {
      const until = survey.closedOn === null ? '' : ` to ${survey.closedOn}`
      throw new Refusal(`“${survey.name}” can be answered from ${survey.openedOn}${until}, and today is ${respondedOn}.`, [
        'input',
        'surveyId',
      ])
    }
    mustBeAnswers(answers)
    const first = await tx
      .insert(surveyParticipants)
      .values({ tenantId, surveyId: survey.id, employeeId })
      .onConflictDoNothing()
      .returning({ surveyId: surveyParticipants.surveyId })
    if (first.length === 0) throw new Refusal(`You have answered “${survey.name}” already.`, ['input', 'surveyId'])
    const [own] = await tx.execute<{ unit: string | null }>(sql`select hr.unit_to_answer_for(${respondedOn}) as unit`)
    await tx.insert(surveyResponses).values(
      answers.map(({ question, score }) => ({
        tenantId,
        id: newId(),
        survey: survey.ref,
        question: question.trim(),
        orgUnitId: own?.unit ?? null,
        respondedOn,
        score,
      })),
    )
    return { id: survey.id, event: { type: 'survey.answered', subject: {} } }
  })
}

/** @throws Refusal where an answer is none, or a question is answered twice. */
function mustBeAnswers(answers: readonly SurveyAnswerInput[]): void {
  must(answers.length >= 1 && answers.length <= mostAnswers, `Give 1 to ${mostAnswers} answers.`, ['input', 'answers'])
  const asked = new Set<string>()
  for (const [index, { question, score }] of answers.entries()) {
    const path = ['input', 'answers', String(index)]
    const words = textGiven(question, 'A question', [...path, 'question'])
    must(!asked.has(words), `“${words}” is answered twice.`, [...path, 'question'])
    asked.add(words)
    must(new Big(unsignedGiven(score, 'A score', [...path, 'score'])).lte(10), `A score ${score} is not from 0 to 10.`, [
      ...path,
      'score',
    ])
  }
}
