import type { QueryResolvers } from '../graph.generated.ts'

export const Query: Required<Omit<QueryResolvers, '_entities' | '_service'>> = {
  hrMetrics: (_, { query }, { hr }) => hr.metrics.table(query),
  hrMembers: (_, asked, { hr }) => hr.metrics.members(asked),
  orgUnit: (_, { id }, { hr }) => hr.orgUnits.byId(id),
  orgUnits: (_, _args, { hr }) => hr.orgUnits.all(),
  employee: (_, { id }, { hr }) => hr.employees.byId(id),
  employees: (_, { first, after, ...limits }, { hr }) => hr.employees.list(limits, { first, after }),
  requisition: (_, { id }, { hr }) => hr.requisitions.byId(id),
  requisitions: (_, { first, after, ...limits }, { hr }) => hr.requisitions.list(limits, { first, after }),
  candidate: (_, { id }, { hr }) => hr.candidates.byId(id),
  candidates: (_, { first, after, ...limits }, { hr }) => hr.candidates.list(limits, { first, after }),
  performanceReviews: (_, { where, period, ...page }, { hr }) => hr.performanceReviews.list({ where, period }, page),
  goals: (_, { where, period, state, ...page }, { hr }) => hr.goals.list({ where, period, state: state ?? 'ANY' }, page),
  survey: (_, { id }, { hr }) => hr.surveys.byId(id),
  surveys: (_, _args, { hr }) => hr.surveys.all(),
  surveyResponses: (_, { where, period, ...page }, { hr }) => hr.surveyResponses.list({ where, period }, page),
  trainingRecords: (_, { where, period, ...page }, { hr }) => hr.trainingRecords.list({ where, period }, page),
  absences: (_, { where, period, ...page }, { hr }) => hr.absences.list({ where, period }, page),
}
