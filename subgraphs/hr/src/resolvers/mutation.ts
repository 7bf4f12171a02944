import { orRefused } from '@aems/kit/refusal.ts'
import type { HrData } from '../context.ts'
import type { MutationResolvers } from '../graph.generated.ts'

/** What a refusal is called, by its kind. */
const refusals = {
  value: 'HrValueRefused',
  reference: 'HrReferenceRefused',
  state: 'HrStateRefused',
} as const

/** What was changed, as it is now, by the id that the command gives; or its refusal. */
const changed = <Name extends string, Row extends object>(
  name: Name,
  done: Promise<string>,
  byId: (id: string) => Promise<Row | null>,
) =>
  orRefused(
    refusals,
    done.then(async (id) => {
      const row = await byId(id)
      if (row === null) throw new TypeError(`${name} ${id} is gone.`)
      return { __typename: name, ...row }
    }),
  )

const employee = ({ employees }: HrData, done: Promise<string>) => changed('Employee', done, employees.byId)
const requisition = ({ requisitions }: HrData, done: Promise<string>) => changed('Requisition', done, requisitions.byId)
const candidate = ({ candidates }: HrData, done: Promise<string>) => changed('Candidate', done, candidates.byId)
const goal = ({ goals }: HrData, done: Promise<string>) => changed('Goal', done, goals.byId)
const orgUnit = ({ orgUnits }: HrData, done: Promise<string>) => changed('OrgUnit', done, orgUnits.byId)
const survey = ({ surveys }: HrData, done: Promise<string>) => changed('Survey', done, surveys.byId)

export const Mutation: Required<MutationResolvers> = {
  hireEmployee: (_, { input }, { hr }) => employee(hr, hr.commands.hireEmployee(input)),
  transferEmployee: (_, { input }, { hr }) => employee(hr, hr.commands.transferEmployee(input)),
  recordLeave: (_, { input }, { hr }) => employee(hr, hr.commands.recordLeave(input)),
  changePay: (_, { input }, { hr }) => changed('Compensation', hr.commands.changePay(input), hr.compensation.byId),
  openRequisition: (_, { input }, { hr }) => requisition(hr, hr.commands.openRequisition(input)),
  fillRequisition: (_, { input }, { hr }) => requisition(hr, hr.commands.fillRequisition(input)),
  cancelRequisition: (_, { input }, { hr }) => requisition(hr, hr.commands.cancelRequisition(input)),
  addCandidate: (_, { input }, { hr }) => candidate(hr, hr.commands.addCandidate(input)),
  moveCandidate: (_, { input }, { hr }) => candidate(hr, hr.commands.moveCandidate(input)),
  recordReview: (_, { input }, { hr }) =>
    changed('PerformanceReview', hr.commands.recordReview(input), hr.performanceReviews.byId),
  recordTraining: (_, { input }, { hr }) => changed('TrainingRecord', hr.commands.recordTraining(input), hr.trainingRecords.byId),
  recordAbsence: (_, { input }, { hr }) => changed('Absence', hr.commands.recordAbsence(input), hr.absences.byId),
  setGoal: (_, { input }, { hr }) => goal(hr, hr.commands.setGoal(input)),
  changeGoal: (_, { input }, { hr }) => goal(hr, hr.commands.changeGoal(input)),
  createOrgUnit: (_, { input }, { hr }) => orgUnit(hr, hr.commands.createOrgUnit(input)),
  changeOrgUnit: (_, { input }, { hr }) => orgUnit(hr, hr.commands.changeOrgUnit(input)),
  closeOrgUnit: (_, { input }, { hr }) => orgUnit(hr, hr.commands.closeOrgUnit(input)),
  openSurvey: (_, { input }, { hr }) => survey(hr, hr.commands.openSurvey(input)),
  answerSurvey: (_, { input }, { hr }) => survey(hr, hr.commands.answerSurvey(input)),
}
