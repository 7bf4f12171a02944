import type postgres from 'postgres'
import { importedId } from '../ids.ts'
import { categorySeasons, demoProductLines, demoSalesPeople, demoTerritories, launchedCategory } from './company.ts'

/** A product of the demo company. */
export interface DemoProduct {
  readonly id: string
  readonly ref: string
  readonly name: string
  readonly category: string
  readonly subcategory: string
  readonly listPrice: string
  readonly standardCost: string
  readonly demand: number
  readonly season: readonly number[]
}

/** Every product, with prices and costs in the company's currency. Cost is 52 to 60 % of the list price. */
export function demoProducts(companyId: string): DemoProduct[] {
  return demoProductLines.flatMap((line, lineIndex) =>
    line.grades.map((grade, index) => {
      const ref = `P-${String(lineIndex + 1).padStart(2, '0')}${index + 1}`
      const cents = Math.round(line.price * 1.25 ** index) * 100 - 5
      const costShare = 0.52 + ((lineIndex * 3 + index) % 5) * 0.02
      return {
        id: importedId(companyId, 'product', ref),
        ref,
        name: `${line.name} ${grade}`,
        category: line.category,
        subcategory: line.subcategory,
        listPrice: (cents / 100).toFixed(2),
        standardCost: (Math.round(cents * costShare) / 100).toFixed(2),
        demand: line.demand / line.grades.length,
        season: categorySeasons[line.category] ?? Array.from({ length: 12 }, () => 1),
      }
    }),
  )
}

/** Writes products, as the domain that owns them. `launchedOn` is the day of the launch within the last year. */
export async function writeProducts(
  session: postgres.TransactionSql,
  companyId: string,
  products: readonly DemoProduct[],
  launchedOn: string,
) {
  await session`insert into products.products ${session(
    products.map((product) => ({
      tenant_id: companyId,
      id: product.id,
      ref: product.ref,
      name: product.name,
      sku: `AF-${product.ref.slice(2)}`,
      category: product.category,
      subcategory: product.subcategory,
      status: 'active',
      standard_cost: product.standardCost,
      list_price: product.listPrice,
      launched_on: product.category === launchedCategory ? launchedOn : null,
    })),
  )}`
}

/** Writes what sales knows of products, territories and sales people. */
export async function writeSalesNouns(session: postgres.TransactionSql, companyId: string, products: readonly DemoProduct[]) {
  await session`insert into sales.projected_products ${session(
    products.map(({ id, ref, name, category, subcategory }) => ({ tenant_id: companyId, id, ref, name, category, subcategory })),
  )}`
  await session`insert into sales.territories ${session(
    demoTerritories.map(({ ref, name, group, country }) => ({
      tenant_id: companyId,
      id: importedId(companyId, 'territory', ref),
      ref,
      name,
      group_name: group,
      country_code: country,
    })),
  )}`
  await session`insert into sales.sales_people ${session(
    demoSalesPeople.map(({ name, team, manager, territory }, index) => ({
      tenant_id: companyId,
      id: importedId(companyId, 'sales_person', salesPersonRef(index)),
      ref: salesPersonRef(index),
      name,
      team,
      manager_name: manager,
      region: demoTerritories.find(({ ref }) => ref === territory)?.group ?? null,
      territory_id: importedId(companyId, 'territory', territory),
      active: true,
    })),
  )}`
}

const salesPersonRef = (index: number): string => `S-${String(index + 1).padStart(2, '0')}`
