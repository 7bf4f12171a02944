import { holdReferenceFacts } from '@aems/router/testing/reference-facts.ts'
import { hrCatalogue } from '../metrics/metrics.ts'

holdReferenceFacts({
  domain: 'hr',
  metrics: hrCatalogue.metrics,
  companies: ['adventure-works', 'ibm-hr'],
  files: ['company.csv', 'org_units.csv', 'employees.csv', 'job_history.csv', 'compensation.csv', 'performance_reviews.csv'],
  atLeast: 6,
})
