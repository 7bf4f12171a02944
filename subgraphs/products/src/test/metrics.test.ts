import { afterAll, beforeAll, expect, test } from 'vitest'
import { productsCatalogue } from '../metrics/metrics.ts'
import { importedSupply } from './imported.ts'

let supply: Awaited<ReturnType<typeof importedSupply>>
beforeAll(async () => {
  supply = await importedSupply()
}, 60_000)
afterAll(() => supply.drop())

const on = (day: string) => ({ to: day })

test('stock is the latest count and what was moved since, in each warehouse', async () => {
  const { figures } = supply
  // T1 in Kiel: counted at 30 after the sale of that day, then 10 came in; in Lübeck 5. T2: 12 counted, 4 of them went to Lübeck.
  expect(await figures({ metrics: ['STOCK_UNITS'], period: on('2025-06-30'), by: ['PRODUCT', 'WAREHOUSE'] })).toMatchObject({
    '': { STOCK_UNITS: 63 },
    'Green tea Kiel harbour': { STOCK_UNITS: 40 },
    'Green tea Lübeck': { STOCK_UNITS: 5 },
    'Black tea Kiel harbour': { STOCK_UNITS: 8 },
    'Black tea Lübeck': { STOCK_UNITS: 4 },
    'Kettle Kiel harbour': { STOCK_UNITS: 0 },
    'Old pot Lübeck': { STOCK_UNITS: 6 },
  })
  // Before the second count, the first one and the receipt of April hold.
  expect(await figures({ metrics: ['STOCK_UNITS'], period: on('2025-06-14') })).toEqual({ '': { STOCK_UNITS: 60 } })
  // Before any count there is no stock.
  expect(await figures({ metrics: ['STOCK_UNITS'], period: on('2025-03-30') })).toEqual({ '': { STOCK_UNITS: 0 } })
})

test('stock by month is taken at the end of each, and the whole at the last', async () => {
  const period = { from: '2025-03-01', to: '2025-06-30' }
  expect(await supply.figures({ metrics: ['STOCK_UNITS'], period, grain: 'MONTH' })).toEqual({
    '': { STOCK_UNITS: 63 },
    '2025-03-01': { STOCK_UNITS: 40 },
    '2025-04-01': { STOCK_UNITS: 60 },
    '2025-05-01': { STOCK_UNITS: 60 },
    '2025-06-01': { STOCK_UNITS: 63 },
  })
})

test('what has come and gone up to a day is the stock that each day tells by itself', async () => {
  const query = {
    metrics: ['STOCK_UNITS', 'STOCK_VALUE', 'AVAILABLE_UNITS'],
    period: { from: '2025-03-25', to: '2025-06-30' },
    by: ['PRODUCT'],
    grain: 'DAY',
  }
  const statuses = ['out_of_stock', 'below_reorder_point', 'overstock', 'ok']
  const byItself = await supply.figures({ ...query, where: [{ dimension: 'STOCK_STATUS', in: statuses }] })
  expect(await supply.figures(query)).toEqual(byItself)
  expect(Object.keys(byItself).length).toBeGreaterThan(300)
})

test('stock is worth its standard cost, its list price, and what nobody has reserved is available', async () => {
  const metrics = ['STOCK_VALUE', 'STOCK_VALUE_AT_LIST', 'AVAILABLE_UNITS']
  expect(await supply.figures({ metrics, period: on('2025-06-30'), by: ['CATEGORY'] })).toEqual({
    // 45 × 4 + 12 × 3.5 + 6 × 12.3456; 45 × 10 + 12 × 8 + 6 × 25; 63 less the 4 reserved
    '': { STOCK_VALUE: 296.0736, STOCK_VALUE_AT_LIST: 696, AVAILABLE_UNITS: 59 },
    Tea: { STOCK_VALUE: 222, STOCK_VALUE_AT_LIST: 546, AVAILABLE_UNITS: 53 },
    Ware: { STOCK_VALUE: 74.0736, STOCK_VALUE_AT_LIST: 150, AVAILABLE_UNITS: 6 },
  })
})

test('a product has run out where no warehouse has any of it', async () => {
  const metrics = ['STOCKOUTS', 'BELOW_REORDER_POINT']
  expect(await supply.figures({ metrics, period: on('2025-06-30'), by: ['CATEGORY'] })).toEqual({
    '': { STOCKOUTS: 1, BELOW_REORDER_POINT: 0 },
    Tea: { STOCKOUTS: 0, BELOW_REORDER_POINT: 0 },
    Ware: { STOCKOUTS: 1, BELOW_REORDER_POINT: 0 },
  })
  expect(await supply.figures({ metrics, period: on('2025-06-29') })).toEqual({ '': { STOCKOUTS: 0, BELOW_REORDER_POINT: 0 } })
})

test('the range is counted as of a day, launches and ends in the period', async () => {
  const metrics = ['PRODUCTS_ACTIVE', 'PRODUCTS_LAUNCHED', 'PRODUCTS_DISCONTINUED']
  expect(await supply.figures({ metrics, period: { from: '2024-01-01', to: '2024-12-31' } })).toEqual({
    '': { PRODUCTS_ACTIVE: 3, PRODUCTS_LAUNCHED: 3, PRODUCTS_DISCONTINUED: 0 },
  })
})

test('purchases leave out what was rejected, unless it is asked for', async () => {
  const metrics = ['PURCHASES', 'PURCHASE_ORDERS', 'PRICE_VARIANCE']
  const period = { from: '2025-04-01', to: '2025-06-30' }
  // 20 × 4.10 + 10 × 3.50 + 10 × 4.25 + 8 × 31; over cost: 20 × 0.10 + 10 × 0.25 + 8 × 1
  expect(await supply.figures({ metrics, period, by: ['SUPPLIER'] })).toEqual({
    '': { PURCHASES: 407.5, PURCHASE_ORDERS: 3, PRICE_VARIANCE: 12.5 },
    'Leaf Traders': { PURCHASES: 159.5, PURCHASE_ORDERS: 2, PRICE_VARIANCE: 4.5 },
    'Potter, Sons & Co.': { PURCHASES: 248, PURCHASE_ORDERS: 1, PRICE_VARIANCE: 8 },
  })
  expect(await supply.figures({ metrics: ['PURCHASES'], period, by: ['PURCHASE_STATUS'] })).toMatchObject({
    rejected: { PURCHASES: 4000 },
    pending: { PURCHASES: 248 },
    complete: { PURCHASES: 159.5 },
  })
})

test('an order with several lines of what is asked for counts once', async () => {
  const metrics = ['PURCHASE_ORDERS', 'LEAD_TIME_DAYS', 'SUPPLIER_ON_TIME_RATE', 'REJECTION_RATE']
  const period = { from: '2025-04-01', to: '2025-06-30' }
  // PO-1 took 9 days and was in time, PO-2 took 31 and was not; 3 of 40 units were sent back.
  expect(await supply.figures({ metrics, period, by: ['CATEGORY'] })).toEqual({
    '': { PURCHASE_ORDERS: 3, LEAD_TIME_DAYS: 20, SUPPLIER_ON_TIME_RATE: 0.5, REJECTION_RATE: 0.075 },
    Tea: { PURCHASE_ORDERS: 2, LEAD_TIME_DAYS: 20, SUPPLIER_ON_TIME_RATE: 0.5, REJECTION_RATE: 0.075 },
    Ware: { PURCHASE_ORDERS: 1, LEAD_TIME_DAYS: null, SUPPLIER_ON_TIME_RATE: null, REJECTION_RATE: null },
  })
})

test('the rows behind a figure sum to it', async () => {
  const where = [{ dimension: 'CATEGORY', in: ['Tea'] }]
  const { stockEntries, purchaseOrderLines, purchaseOrders } = await supply.ask<{
    stockEntries: { nodes: { quantity: string; valueAtCost: string; kind: string }[] }
    purchaseOrderLines: { nodes: { amount: string; priceVariance: string }[] }
    purchaseOrders: { totalCount: number; nodes: { amount: string }[] }
  }>(
    `query ($where: [ProductsCondition!]) {
      stockEntries(where: $where, period: { to: "2025-06-30" }) { nodes { quantity valueAtCost kind } }
      purchaseOrderLines(where: $where) { nodes { amount priceVariance } }
      purchaseOrders(where: $where) { totalCount nodes { amount } }
    }`,
    { where },
  )
  const sum = (values: readonly string[]) => values.reduce((total, value) => total + Number(value), 0)
  expect(sum(stockEntries.nodes.map(({ quantity }) => quantity))).toBe(57)
  expect(sum(stockEntries.nodes.map(({ valueAtCost }) => valueAtCost))).toBe(222)
  expect(sum(purchaseOrderLines.nodes.map(({ amount }) => amount))).toBe(159.5)
  expect(sum(purchaseOrderLines.nodes.map(({ priceVariance }) => priceVariance))).toBe(4.5)
  expect(purchaseOrders.totalCount).toBe(2)
})

test('figures that add sum over every dimension to the total', async () => {
  for (const [metric, { adds, dimensions }] of productsCatalogue.declaredMetrics) {
    if (adds === 'NEVER') continue
    for (const dimension of dimensions) {
      // A status in the split brings the rejected in; an order of several products is one order, and in each of their rows.
      if (dimension === 'PURCHASE_STATUS' || (metric === 'PURCHASE_ORDERS' && dimension !== 'SUPPLIER')) continue
      const { '': total, ...rows } = await supply.figures({ metrics: [metric], period: on('2025-06-30'), by: [dimension] })
      const sum = Object.values(rows).reduce((all, row) => all + (row[metric] ?? 0), 0)
      expect(sum, `${metric} by ${dimension}`).toBeCloseTo(total?.[metric] ?? 0, 6)
    }
  }
})

test('stock is held against what was sold, cancelled orders left out', async () => {
  // Sold in the second quarter: 5 green tea (47.50, cost 20), 1 kettle (55, cost 30), 2 black tea (16, cost 7), 1 gift card (20, cost 0).
  const period = { from: '2025-04-01', to: '2025-06-30' }
  const metrics = ['INVENTORY_TURNOVER', 'DAYS_OF_SUPPLY', 'SELL_THROUGH_RATE', 'GMROI', 'STOCK_TO_SALES', 'FILL_RATE']
  const { '': total, Tea } = await supply.figures({ metrics, period, by: ['CATEGORY'] })
  // Stock was worth 160 on the eve and 296.0736 at the end.
  const mean = (160 + 296.0736) / 2
  expect(total?.['INVENTORY_TURNOVER']).toBeCloseTo(57 / mean, 10)
  expect(total?.['DAYS_OF_SUPPLY']).toBeCloseTo(63 / (9 / 91), 6)
  expect(total?.['SELL_THROUGH_RATE']).toBeCloseTo(9 / 72, 10)
  expect(total?.['GMROI']).toBeCloseTo((138.5 - 57) / mean, 10)
  expect(total?.['STOCK_TO_SALES']).toBeCloseTo(296.0736 / 138.5, 10)
  expect(total?.['FILL_RATE']).toBe(1)
  expect(Tea?.['SELL_THROUGH_RATE']).toBeCloseTo(7 / 64, 10)
})

test('stock beyond a year of sales, and stock without any, are told with their value', async () => {
  // In the year to June 2025 18 green tea were sold, 22 black tea and no old pot: beyond them lie 27 × 4 and 6 × 12.3456.
  const metrics = ['OVERSTOCK_VALUE', 'DEAD_STOCK_VALUE']
  expect(await supply.figures({ metrics, period: on('2025-06-30'), by: ['CATEGORY'] })).toEqual({
    '': { OVERSTOCK_VALUE: 182.0736, DEAD_STOCK_VALUE: 74.0736 },
    Tea: { OVERSTOCK_VALUE: 108, DEAD_STOCK_VALUE: 0 },
    Ware: { OVERSTOCK_VALUE: 74.0736, DEAD_STOCK_VALUE: 74.0736 },
  })
})

test('new products are those launched in the year before the period ends', async () => {
  // Of 505.50 in the first half of 2025, the gift card of January brought 20.
  const period = { from: '2025-01-01', to: '2025-06-30' }
  const { '': total } = await supply.figures({ metrics: ['NEW_PRODUCT_REVENUE_SHARE'], period })
  expect(total?.['NEW_PRODUCT_REVENUE_SHARE']).toBeCloseTo(20 / 505.5, 10)
})

test('products are classed by what they bring and how steadily, and split everything that names a product', async () => {
  // Of 505.50 in a year kettles brought 235, black tea 176 less its cancelled 40, green tea the rest but for a gift card.
  const split = await supply.figures({ metrics: ['STOCK_VALUE'], period: on('2025-06-30'), by: ['PRODUCT', 'ABC_CLASS'] })
  expect(Object.keys(split).toSorted()).toEqual(['', 'Black tea A', 'Green tea A', 'Kettle A', 'Old pot none'])
  const { '': total } = await supply.figures({
    metrics: ['STOCK_UNITS'],
    period: on('2025-06-30'),
    where: [{ dimension: 'ABC_CLASS', in: ['A'] }],
  })
  expect(total).toEqual({ STOCK_UNITS: 57 })
})

test('the state of the stock is told as of the end of each period', async () => {
  const asked = { metrics: ['STOCK_UNITS'], by: ['PRODUCT', 'STOCK_STATUS'] }
  expect(Object.keys(await supply.figures({ ...asked, period: on('2025-06-30') })).toSorted()).toEqual([
    '',
    'Black tea ok',
    'Green tea overstock',
    'Kettle out_of_stock',
    'Old pot overstock',
  ])
  expect(Object.keys(await supply.figures({ ...asked, period: on('2025-06-29') }))).toContain('Kettle ok')
})

test('plans follow from the demand of the year, and from lead times where there are any', async () => {
  const { products } = await supply.ask<{ products: { nodes: { demandPlan: Record<string, string | null> }[] } }>(
    '{ products(where: { search: "Kettle" }) { nodes { demandPlan { annualDemand monthlyMean orderCost holdingCost economicOrderQuantity safetyStock method } } } }',
  )
  // 2 in November, 4 in February, 1 in June: 7 in the 8 months since; orders cost 10.75 on average, holding one 20 % of 30.
  expect(products.nodes[0]?.demandPlan).toMatchObject({
    annualDemand: '7.0000',
    monthlyMean: '0.8750',
    orderCost: '10.7500',
    holdingCost: '6.0000',
    economicOrderQuantity: Math.sqrt((2 * 7 * 10.75) / 6).toFixed(4),
    safetyStock: null,
  })
  const { '': total } = await supply.figures({
    metrics: ['ECONOMIC_ORDER_QUANTITY', 'SAFETY_STOCK', 'FORECAST_WAPE', 'FORECAST_BIAS', 'FORECAST_MASE', 'DEMAND_FORECAST'],
    period: on('2025-06-30'),
  })
  expect(total?.['ECONOMIC_ORDER_QUANTITY']).toBeGreaterThan(5)
  expect(total?.['SAFETY_STOCK']).toBe(0)
  expect(total?.['FORECAST_WAPE']).toBeGreaterThan(Math.abs(total?.['FORECAST_BIAS'] ?? 0) - 1e-9)
})
