import { holdReferenceFacts } from '@aems/router/testing/reference-facts.ts'
import { productsCatalogue } from '../metrics/metrics.ts'

holdReferenceFacts({ domain: 'products', metrics: productsCatalogue.metrics, companies: ['adventure-works'], atLeast: 12 })
