import { country, currency, date, decimal, integer, money, name, oneOf, ownRef, ref, required, shaped, text } from './column.ts'
import type { FileFormat } from './file.ts'

export const companyFiles: readonly FileFormat[] = [
  {
    name: 'company.csv',
    domain: 'auth',
    key: ['key'],
    table: 'auth.companies',
    columns: {
      key: required(shaped(/^[a-z0-9][a-z0-9-]{0,62}$/, 'a key (lower-case letters, digits and hyphens, at most 63)')),
      name,
      currency: required(currency),
      fiscal_year_start_month: integer(1, 12),
      time_zone: text(100),
      as_of: date,
    },
  },
  {
    name: 'org_units.csv',
    domain: 'hr',
    noun: 'org_unit',
    key: ['ref'],
    table: 'hr.org_units',
    columns: {
      ref: ownRef,
      name,
      kind: required(oneOf('division', 'department', 'legal_entity', 'cost_center')),
      parent_ref: ref('org_units.csv'),
      manager_ref: ref('employees.csv'),
    },
  },
  {
    name: 'territories.csv',
    domain: 'sales',
    noun: 'territory',
    key: ['ref'],
    table: 'sales.territories',
    columns: { ref: ownRef, name, group: text(), country_code: country },
  },
  {
    name: 'exchange_rates.csv',
    domain: 'finance',
    noun: 'exchange_rate',
    key: ['currency', 'on'],
    table: 'finance.exchange_rates',
    columns: { currency: required(currency), on: required(date), rate: required(decimal(0, undefined, 10)) },
  },
  {
    name: 'targets.csv',
    domain: 'finance',
    noun: 'target',
    key: ['metric', 'dimension', 'member', 'starts_on', 'ends_on'],
    table: 'finance.targets',
    columns: {
      metric: required(text()),
      dimension: text(),
      member: text(),
      starts_on: required(date),
      ends_on: required(date),
      amount: required(money),
    },
  },
]
