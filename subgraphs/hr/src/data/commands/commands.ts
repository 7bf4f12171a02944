import type { DomainDatabase } from '@aems/drizzle/client.ts'
import { commands, outbox } from '@aems/drizzle/hr/tables.ts'
import { runningCommands } from '@aems/kit/commands.ts'
import type { Viewer } from '@aems/kit/viewer.ts'
import type * as graph from '../../graph.generated.ts'
import { changeGoal, setGoal } from './goals.ts'
import { changeOrgUnit, closeOrgUnit, createOrgUnit } from './org-units.ts'
import { changePay } from './pay.ts'
import { hireEmployee, recordLeave, transferEmployee } from './people.ts'
import { recordAbsence, recordReview, recordTraining } from './records.ts'
import { addCandidate, cancelRequisition, fillRequisition, moveCandidate, openRequisition } from './recruiting.ts'
import { answerSurvey, openSurvey } from './surveys.ts'

/** What a viewer can have done. Each gives the id of what was changed. @throws Refusal */
export interface HrCommands {
  hireEmployee(input: graph.HireEmployeeInput): Promise<string>
  transferEmployee(input: graph.TransferEmployeeInput): Promise<string>
  recordLeave(input: graph.RecordLeaveInput): Promise<string>
  changePay(input: graph.ChangePayInput): Promise<string>
  openRequisition(input: graph.OpenRequisitionInput): Promise<string>
  fillRequisition(input: graph.FillRequisitionInput): Promise<string>
  cancelRequisition(input: graph.CancelRequisitionInput): Promise<string>
  addCandidate(input: graph.AddCandidateInput): Promise<string>
  moveCandidate(input: graph.MoveCandidateInput): Promise<string>
  recordReview(input: graph.RecordReviewInput): Promise<string>
  recordTraining(input: graph.RecordTrainingInput): Promise<string>
  recordAbsence(input: graph.RecordAbsenceInput): Promise<string>
  setGoal(input: graph.SetGoalInput): Promise<string>
  changeGoal(input: graph.ChangeGoalInput): Promise<string>
  createOrgUnit(input: graph.CreateOrgUnitInput): Promise<string>
  changeOrgUnit(input: graph.ChangeOrgUnitInput): Promise<string>
  closeOrgUnit(input: graph.CloseOrgUnitInput): Promise<string>
  openSurvey(input: graph.OpenSurveyInput): Promise<string>
  answerSurvey(input: graph.AnswerSurveyInput): Promise<string>
}

export function hrCommands(database: DomainDatabase, viewer: Viewer): HrCommands {
  const run = runningCommands(database, { commands, outbox }, viewer)
  return {
    hireEmployee: (input) => hireEmployee(run, viewer, input),
    transferEmployee: (input) => transferEmployee(run, viewer, input),
    recordLeave: (input) => recordLeave(run, viewer, input),
    changePay: (input) => changePay(run, viewer, input),
    openRequisition: (input) => openRequisition(run, viewer, input),
    fillRequisition: (input) => fillRequisition(run, viewer, input),
    cancelRequisition: (input) => cancelRequisition(run, viewer, input),
    addCandidate: (input) => addCandidate(run, viewer, input),
    moveCandidate: (input) => moveCandidate(run, viewer, input),
    recordReview: (input) => recordReview(run, viewer, input),
    recordTraining: (input) => recordTraining(run, viewer, input),
    recordAbsence: (input) => recordAbsence(run, viewer, input),
    setGoal: (input) => setGoal(run, viewer, input),
    changeGoal: (input) => changeGoal(run, viewer, input),
    createOrgUnit: (input) => createOrgUnit(run, viewer, input),
    changeOrgUnit: (input) => changeOrgUnit(run, viewer, input),
    closeOrgUnit: (input) => closeOrgUnit(run, viewer, input),
    openSurvey: (input) => openSurvey(run, viewer, input),
    answerSurvey: (input) => answerSurvey(run, viewer, input),
  }
}
