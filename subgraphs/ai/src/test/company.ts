import { type Catalogue, catalogue } from '@aems/schema/catalogue.ts'
import { declaredSayings } from '../data/members.ts'
import { understoodOf } from '../domain/contract.ts'
import { indexMembers } from '../domain/linking/members.ts'
import { vocabularyOf } from '../domain/linking/vocabulary.ts'
import type { Member } from '../domain/meaning.ts'
import { type Knowledge, type Memory, type Understood, understand } from '../domain/understand.ts'

const names: Readonly<Record<string, readonly string[]>> = {
  TERRITORY: ['Northern Isles', 'Midlands', 'Canada', 'France', 'United Kingdom'],
  TERRITORY_GROUP: ['Old World', 'New World'],
  CHANNEL: ['online', 'reseller'],
  CATEGORY: ['Lamps', 'Chairs', 'Rugs'],
  SUBCATEGORY: ['Desk Lamps', 'Floor Lamps', 'Arm Chairs'],
  PRODUCT: ['Lumo 3', 'Lumo 3 Plus', 'Oak-20 Black, 42'],
  CUSTOMER: ['Ash and Elm', 'Baker Street Interiors', 'Contour Ltd'],
  CUSTOMER_KIND: ['company', 'person'],
  CUSTOMER_SEGMENT: ['Boutique', 'Warehouse'],
  INDUSTRY: ['hospitality', 'retail'],
  SALES_PERSON: ['Ida Storm', 'Milo Park', 'Noor Haddad'],
  TEAM: ['Coast', 'Inland'],
  STAGE: ['prospecting', 'negotiation', 'won', 'lost'],
  LOST_REASON: ['price', 'timing'],
  ORDER_STATUS: ['open', 'shipped', 'cancelled', 'returned'],
  WAREHOUSE: ['Dockside', 'Hillside'],
  SUPPLIER: ['Birch Mill', 'Weaver & Sons'],
  ACCOUNT: ['Postage', 'Timber'],
  EXPENSE_CATEGORY: ['Meals', 'Lodging'],
  RISK_CATEGORY: ['Cyber', 'Supply chain'],
  INCIDENT_CATEGORY: ['Phishing', 'Theft'],
  FRAMEWORK: ['Harbour Code 2'],
  CONTROL_FAMILY: ['Access'],
  REGULATION: ['GDPR'],
  ORG_UNIT: ['Polishing', 'Joinery'],
  OVERTIME: ['true', 'false'],
  JOB_TITLE: ['Carpenter', 'Upholsterer'],
}

/** A member, in each domain that has the dimension. */
const member = (dimension: string, value: string, label = value): Member[] =>
  catalogue()
    .dimensions.filter(({ name }) => name === dimension)
    .map(({ domain }) => ({ domain, dimension, value, label }))

/** Members of a furniture company made up for these tests. */
export const members: readonly Member[] = [
  ...Object.entries(names).flatMap(([dimension, values]) => values.flatMap((value) => member(dimension, value))),
  ...member('COUNTRY', 'CA', 'Canada'),
  ...member('COUNTRY', 'FR', 'France'),
  ...member('COUNTRY', 'GB', 'United Kingdom'),
  ...member('COUNTRY', 'US', 'United States'),
]

/** What the planner knows in these tests: today is a Wednesday; the fiscal year starts in April. */
export function knowledgeOf(whole: Catalogue = catalogue(), more: Partial<Knowledge> = {}): Knowledge {
  return {
    catalogue: whole,
    vocabulary: vocabularyOf(whole),
    maySee: () => true,
    members: indexMembers(members, declaredSayings(whole.dimensions)),
    clock: { asOf: '2024-05-15', fiscalStart: 4 },
    ...more,
  }
}

const usual = knowledgeOf()

/** Understands a question, or several of one conversation: the last one's outcome. */
export function understoodIn(questions: string | readonly string[], knowledge: Knowledge = usual): Understood {
  let memory: Memory | null = null
  let outcome: Understood | undefined
  for (const question of [questions].flat()) {
    outcome = understand(question, knowledge, memory)
    memory = outcome.memory
  }
  if (!outcome) throw new Error('No question was asked')
  return outcome
}

/** What was understood, as the contract gives it, without what is empty. */
export function slots(questions: string | readonly string[], knowledge?: Knowledge): Record<string, unknown> {
  const { understanding } = understoodIn(questions, knowledge)
  if (understanding.status !== 'understood')
    return {
      status: understanding.status,
      ...('reason' in understanding ? { reason: understanding.reason } : {}),
      text: understanding.text,
    }
  const kept = Object.entries(understoodOf(understanding.meaning)).filter(
    ([name, value]) =>
      name !== 'domains' &&
      name !== 'intent' &&
      name !== 'entity' &&
      value !== null &&
      !(Array.isArray(value) && value.length === 0),
  )
  return Object.fromEntries(kept)
}
