import type postgres from 'postgres'
import { importedId, type Noun } from '../ids.ts'
import type { DemoDays } from './calendar.ts'
import { slumpCategory, slumpGroup } from './company.ts'
import type { DemoProduct } from './nouns.ts'
import { demoAppetite, demoControls, demoIncidents, demoRequirements, demoRisks, slumpRisk } from './risk-lists.ts'

const dayAfter = (day: string, count: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10)

const instant = (day: string, hour: number): string => `${day}T${String(hour).padStart(2, '0')}:00:00Z`

/** A number that looks random and is always the same, from 0 to 1. */
const scattered = (n: number): number => (Math.imul(n + 1, 2_654_435_761) >>> 8) / 16_777_216

/** One of a list, which begins anew where it ends. */
function pick<Item>(list: readonly Item[], index: number): Item {
  const found = list[index % list.length]
  if (found === undefined) throw new RangeError('The list is empty.')
  return found
}

interface Leader {
  readonly id: string
  readonly unit_id: string
}

/** What risk knows of people. Gives who leads a unit, and so answers for risks. */
async function projectPeople(session: postgres.TransactionSql, companyId: string): Promise<readonly Leader[]> {
  await session.unsafe(`
    insert into risk.projected_org_units (tenant_id, id, ref, name, parent_id, manager_id)
    select '${companyId}', id, ref, name, parent_id, manager_id from demo_units;
    insert into risk.projected_employees (tenant_id, id, ref, name, org_unit_id)
    select '${companyId}', id, ref, name, unit_id from demo_staff`)
  return session<Leader[]>`select id, unit_id from demo_staff where level <= '3' order by n`
}

/**
 * Writes risks, controls, incidents and returns over the three years. When a supplier was late and a best seller out of
 * stock, a grave incident tells of it, the risk behind it turns red, and the control that failed has a finding.
 */
export async function writeRisks(
  session: postgres.TransactionSql,
  companyId: string,
  days: DemoDays,
  products: readonly DemoProduct[],
): Promise<void> {
  const id = (noun: Noun, ...key: string[]) => importedId(companyId, noun, key.join('\u0000'))
  const write = async (table: string, rows: readonly Readonly<Record<string, string | number | null>>[]) => {
    await session`insert into ${session(`risk.${table}`)} ${session(rows.map((row) => ({ tenant_id: companyId, ...row })))}`
  }
  const controlRef = (index: number) => `CT-${String(index + 1).padStart(2, '0')}`
  const riskRef = (index: number) => `RK-${String(index + 1).padStart(2, '0')}`
  const lastMonths = Array.from({ length: 12 }, (_, month) => dayAfter(days.last, -30 * (11 - month) - 1))

  const leaders = await projectPeople(session, companyId)
  await write(
    'projected_products',
    products.map(({ id: productId, ref, name }) => ({ id: productId, ref, name })),
  )
  await write(
    'risks',
    demoRisks.map(({ title, category, inherent, residual, treatment, eventsPerYear, losses }, index) => ({
      id: id('risk', riskRef(index)),
      ref: riskRef(index),
      title,
      category,
      identified_on: dayAfter(days.first, 20 + Math.floor(scattered(index) * 700)),
      likelihood: inherent[0],
      impact: inherent[1],
      residual_likelihood: residual[0],
      residual_impact: residual[1],
      treatment,
      status: 'open',
      owner_id: pick(leaders, index).id,
      org_unit_id: pick(leaders, index).unit_id,
      review_due_on: dayAfter(days.last, Math.floor(scattered(index + 100) * 240) - 40),
      events_per_year: eventsPerYear,
      loss_low: losses[0],
      loss_likely: losses[1],
      loss_high: losses[2],
    })),
  )
  await write(
    'risk_appetite',
    Object.entries(demoAppetite).map(([category, score]) => ({
      id: id('risk_appetite', category),
      category,
      max_residual_score: score,
    })),
  )
  await write('frameworks', [
    { id: id('framework', 'AFC'), ref: 'AFC', name: 'Alder & Finch Code', version: '3', authority: 'Board' },
  ])
  await write(
    'requirements',
    demoRequirements.map(([title], index) => ({
      id: id('requirement', `AFC-${index + 1}`),
      ref: `AFC-${index + 1}`,
      framework_id: id('framework', 'AFC'),
      title,
    })),
  )
  await write(
    'controls',
    demoControls.map(([title, family, frequency], index) => ({
      id: id('control', controlRef(index)),
      ref: controlRef(index),
      title,
      family,
      frequency,
      owner_id: pick(leaders, index * 3).id,
      status: index % 9 === 8 ? 'planned' : 'implemented',
    })),
  )
  await write(
    'control_links',
    [
      ...demoControls.flatMap(([, , , category], index) =>
        demoRisks.flatMap((risk, at) =>
          risk.category === category ? [{ control: controlRef(index), risk: riskRef(at), requirement: '' }] : [],
        ),
      ),
      ...demoRequirements.flatMap(([, control], index) =>
        control === null ? [] : [{ control: controlRef(control), risk: '', requirement: `AFC-${index + 1}` }],
      ),
    ].map(({ control, risk, requirement }) => ({
      id: id('control_link', control, risk, requirement),
      control_id: id('control', control),
      risk_id: risk === '' ? null : id('risk', risk),
      requirement_id: requirement === '' ? null : id('requirement', requirement),
    })),
  )
  await write(
    'control_tests',
    demoControls.flatMap((_, index) =>
      lastMonths.flatMap((day, month) => {
        if ((month + index) % 3 !== 0) return []
        const failed = index < 2 && day >= days.slumpFrom
        const draw = scattered(index * 12 + month)
        const passed = draw < 0.12 ? 'partly_effective' : 'effective'
        return [
          {
            id: id('control_test', controlRef(index), day),
            control_id: id('control', controlRef(index)),
            tested_on: day,
            result: failed ? 'ineffective' : passed,
          },
        ]
      }),
    ),
  )
  await write('findings', [
    ...lastMonths.map((day, month) => ({
      id: id('finding', `FD-${month + 1}`),
      ref: `FD-${month + 1}`,
      title: `${pick(demoControls, month * 5)[0]}: evidence is missing`,
      control_id: id('control', controlRef((month * 5) % demoControls.length)),
      severity: pick(['low', 'medium', 'high'], month),
      owner_id: pick(leaders, month + 1).id,
      opened_on: day,
      due_on: dayAfter(day, 60),
      closed_on: month < 8 ? dayAfter(day, 25 + Math.floor(scattered(month + 300) * 50)) : null,
    })),
    {
      id: id('finding', 'FD-13'),
      ref: 'FD-13',
      title: 'The second source for footwear exists on paper only',
      control_id: id('control', controlRef(0)),
      severity: 'critical',
      owner_id: leaders[0]?.id ?? null,
      opened_on: dayAfter(days.slumpTo, 10),
      due_on: dayAfter(days.slumpTo, 100),
      closed_on: null,
    },
  ])
  const footwear = products.find(({ category }) => category === slumpCategory)
  const outOfStock = dayAfter(days.slumpFrom, 6)
  const everyday = Array.from({ length: 150 }, (_, n) => {
    const [title, category, severity, cause, loss] = pick(demoIncidents, Math.floor(scattered(n + 500) * demoIncidents.length))
    const day = dayAfter(days.first, Math.floor(((n + scattered(n)) / 150) * 1_080))
    const resolved = instant(dayAfter(day, 1 + Math.floor(scattered(n + 900) * 6)), 15)
    return {
      id: id('incident', `IN-${n + 1}`),
      ref: `IN-${n + 1}`,
      title,
      category,
      severity,
      occurred_at: instant(day, 7),
      detected_at: instant(day, 8 + (n % 3)),
      reported_at: instant(day, 12),
      resolved_at: resolved < instant(days.last, 0) ? resolved : null,
      org_unit_id: pick(leaders, n).unit_id,
      product_id: null,
      loss_amount: Math.round(loss * (0.5 + scattered(n + 700))),
      records_affected: category === 'Privacy' ? 200 + Math.floor(scattered(n) * 900) : null,
      cause,
      status: resolved < instant(days.last, 0) ? 'resolved' : 'open',
    }
  })
  await write('incidents', [
    ...everyday,
    {
      id: id('incident', 'IN-151'),
      ref: 'IN-151',
      title: `${slumpCategory} out of stock in ${slumpGroup} after a supplier’s delay`,
      category: 'Supply',
      severity: 'critical',
      occurred_at: instant(days.slumpFrom, 6),
      detected_at: instant(outOfStock, 9),
      reported_at: instant(outOfStock, 10),
      resolved_at: instant(dayAfter(days.slumpTo, 3), 16),
      org_unit_id: leaders[0]?.unit_id ?? null,
      product_id: footwear?.id ?? null,
      loss_amount: 138_000,
      records_affected: null,
      cause: 'supplier delay',
      status: 'resolved',
    },
  ])
  await write(
    'filings',
    Array.from({ length: 36 }, (_, month) => {
      const due = dayAfter(days.first, 40 + month * 30)
      const late = month % 11 === 7
      return {
        id: id('filing', `FL-${month + 1}`),
        ref: `FL-${month + 1}`,
        regulation: pick(['VAT return', 'VAT return', 'Packaging Act'], month),
        authority: month % 3 === 2 ? 'Packaging register' : 'Tax office',
        owner_id: pick(leaders, 5).id,
        due_on: due,
        filed_on: due > days.last || month === 35 ? null : dayAfter(due, late ? 6 : -3),
      }
    }),
  )
  const watched = riskRef(demoRisks.findIndex(({ title }) => title === slumpRisk))
  const measure = 'Days that suppliers are late'
  await write(
    'risk_indicators',
    lastMonths.map((day) => ({
      id: id('risk_indicator', watched, measure, day),
      risk_id: id('risk', watched),
      name: measure,
      measured_on: day,
      value: day >= days.slumpFrom && day <= dayAfter(days.slumpTo, 15) ? 19 : day > days.slumpTo ? 8 : 3,
      amber_at: 7,
      red_at: 14,
    })),
  )
}
