import type postgres from 'postgres'
import type { DemoDays } from './calendar.ts'
import { demoTerritories, slumpGroup } from './company.ts'
import { idOn, oneOf, quoted, uniform, weighted, whole } from './random.ts'

const firstNames = [
  ...[
    'Anna',
    'Ben',
    'Clara',
    'David',
    'Elif',
    'Felix',
    'Greta',
    'Henri',
    'Ida',
    'Jonas',
    'Karla',
    'Liam',
    'Mara',
    'Noah',
    'Olga',
  ],
  ...[
    'Paul',
    'Quinn',
    'Rosa',
    'Samir',
    'Thea',
    'Uwe',
    'Vera',
    'Willem',
    'Ximena',
    'Yusuf',
    'Zoë',
    'Amélie',
    'Björn',
    'Chloé',
    'Émile',
  ],
]
const lastNames = [
  ...[
    'Abel',
    'Brandt',
    'Carter',
    'Dubois',
    'Eriksen',
    'Fischer',
    'Gruber',
    'Hansen',
    'Ivanov',
    'Jansen',
    'Keller',
    'Lemaire',
    'Müller',
  ],
  ...[
    'Novak',
    'Olsen',
    'Peters',
    'Quist',
    'Rossi',
    'Schmidt',
    'Tanner',
    'Ullrich',
    'Visser',
    'Weber',
    'Young',
    'Zimmer',
    'Bauer',
  ],
  ...[
    'Clark',
    'Dietrich',
    'Evans',
    'Fontaine',
    'Garnier',
    'Hughes',
    'Imhof',
    'Jackson',
    'Koch',
    'Lang',
    'Moser',
    'Nguyen',
    "O'Brien",
  ],
]
const placeWords = [
  'Alpine',
  'Summit',
  'River',
  'Harbour',
  'Forest',
  'North',
  'Valley',
  'Granite',
  'Lakeside',
  'Canyon',
  'Meadow',
  'Coastal',
  'Ridge',
  'Pine',
]
const shopWords = [
  'Outfitters',
  'Sports',
  'Adventure',
  'Mountain Shop',
  'Trading',
  'Outdoor',
  'Equipment',
  'Travel Gear',
  'Camping',
  'Basecamp',
]

/**
 * Writes the customers: a third shops, the others persons. They come over the three years and before, more of them the
 * later it gets; a fifth stops buying at some time.
 */
export async function writeCustomers(
  session: postgres.TransactionSql,
  companyId: string,
  days: DemoDays,
  customers: number,
): Promise<void> {
  const shares = Object.fromEntries(demoTerritories.map(({ ref, share }) => [ref, share]))
  await session.unsafe(`
    create temporary table demo_people on commit drop as
      select id, territory_id, row_number() over (partition by territory_id order by ref) as nth, count(*) over (partition by territory_id) as of
      from sales.sales_people where tenant_id = '${companyId}'`)
  await session.unsafe(`
    create temporary table demo_customers on commit drop as
    select made.*, row_number() over (partition by kind order by created_on, n) - 1 as rank,
      t.id as territory_id, t.country_code, t.group_name = '${slumpGroup}' as hit,
      case when kind = 'company' then p.id end as sales_person_id,
      case when ${uniform('n', 15)} < 0.2 then created_on + ${whole('n', 16, 60, 800)} end as churned_on
    from (
      select n, case when ${uniform('n', 11)} < 0.33 then 'company' else 'person' end as kind,
        ${weighted('n', 12, shares)} as territory_ref,
        -- A third was there before the first day; the others come ever faster.
        (date '${days.first}' + floor((date '${days.last}' - date '${days.first}')
          * sqrt(greatest((${uniform('n', 13)} - 0.3) / 0.7, 0)))::integer) as created_on
      from generate_series(1, ${customers}) n) made
    join sales.territories t on t.tenant_id = '${companyId}' and t.ref = made.territory_ref
    left join demo_people p on p.territory_id = t.id and p.nth = 1 + made.n % p.of;
    create unique index on demo_customers (kind, rank);
    analyze demo_customers`)
  const city = `(case ${demoTerritories.map(({ ref, cities }) => `when territory_ref = ${quoted(ref)} then ${oneOf('n', 17, cities)}`).join(' ')} end)`
  await session.unsafe(`
    insert into sales.customers (tenant_id, id, ref, name, kind, segment, industry, territory_id, country_code, city, created_on, employees, annual_revenue)
    select '${companyId}', ${idOn('created_on', 'n', 20)}, 'C-' || lpad(n::text, 6, '0'),
      case kind when 'company'
        then ${oneOf('n', 24, placeWords)} || ' ' || ${oneOf('n', 25, shopWords)} || ' ' || ${city}
        else ${oneOf('n', 26, firstNames)} || ' ' || ${oneOf('n', 27, lastNames)} end,
      kind,
      case kind when 'company' then ${weighted('n', 28, { 'Independent shop': 55, 'Regional chain': 30, 'Key account': 15 })}
        else ${weighted('n', 29, { Member: 60, Guest: 40 })} end,
      case kind when 'company' then ${weighted('n', 30, { 'Sporting goods': 50, 'Travel and leisure': 25, 'Department stores': 15, Rental: 10 })} end,
      territory_id, country_code, ${city}, created_on,
      case kind when 'company' then ${whole('n', 31, 3, 240)} end,
      case kind when 'company' then ${whole('n', 32, 4, 320)} * 100000 end
    from demo_customers`)
  await session.unsafe(
    `alter table demo_customers add column id uuid; update demo_customers set id = ${idOn('created_on', 'n', 20)}`,
  )
  await session.unsafe(`
    create temporary table demo_crowd on commit drop as
    select d.day, count(*) filter (where c.kind = 'company') as companies, count(*) filter (where c.kind = 'person') as persons
    from demo_days d join demo_customers c on c.created_on <= d.day group by d.day`)
}
