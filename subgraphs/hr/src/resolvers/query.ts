import type { QueryResolvers } from '../graph.generated.ts'

export const Query: Required<Omit<QueryResolvers, '_entities' | '_service'>> = {
  hrMetrics: (_, { query }, { hr }) => hr.metrics.table(query),
  hrMembers: (_, asked, { hr }) => hr.metrics.members(asked),
  orgUnit: (_, { id }, { hr }) => hr.orgUnits.byId(id),
  orgUnits: (_, _args, { hr }) => hr.orgUnits.all(),
  employee: (_, { id }, { hr }) => hr.employees.byId(id),
  employees: (_, { where, period, state, search, orderBy, ...page }, { hr }) =>
    hr.employees.list({ where, period, search, state: state ?? 'ANY' }, orderBy ?? 'NAME_ASC', page),
  requisition: (_, { id }, { hr }) => hr.requisitions.byId(id),
  requisitions: (_, { where, period, state, ...page }, { hr }) =>
    hr.requisitions.list({ where, period, state: state ?? 'ANY' }, page),
  candidate: (_, { id }, { hr }) => hr.candidates.byId(id),
  candidates: (_, { where, period, state, ...page }, { hr }) =>
    hr.candidates.list({ where, period, state: state ?? 'ANY' }, page),
  performanceReviews: (_, { where, period, ...page }, { hr }) => hr.performanceReviews.list({ where, period }, page),
  goals: (_, { where, period, state, ...page }, { hr }) => hr.goals.list({ where, period, state: state ?? 'ANY' }, page),
  survey: (_, { id }, { hr }) => hr.surveys.byId(id),
  surveys: (_, _args, { hr }) => hr.surveys.all(),
  surveyResponses: (_, { where, period, ...page }, { hr }) => hr.surveyResponses.list({ where, period }, page),
  trainingRecords: (_, { where, period, ...page }, { hr }) => hr.trainingRecords.list({ where, period }, page),
  absences: (_, { where, period, ...page }, { hr }) => hr.absences.list({ where, period }, page),
}
