/** What a row breaks, where it breaks something: the column and what is wrong with it. */
interface Breach {
  readonly column: string
  readonly message: string
}

/** A rule over several columns of a row. `value` gives a column's text, empty where it is absent. */
export type RowRule = (value: (column: string) => string) => Breach | undefined

/** The rules that the rows of a file must meet beyond the types of their columns. */
export function rowRules(file: string, header: readonly string[]): RowRule[] {
  const rules: RowRule[] = []
  if (header.includes('starts_on') && header.includes('ends_on')) rules.push(endsAfterItStarts)
  if (file === 'sales_targets.csv') rules.push(ofOneAlone)
  if (file === 'control_links.csv') rules.push(leadsSomewhere)
  return rules
}

const endsAfterItStarts: RowRule = (value) =>
  value('ends_on') !== '' && value('ends_on') < value('starts_on')
    ? { column: 'ends_on', message: `"${value('ends_on')}" lies before starts_on "${value('starts_on')}"` }
    : undefined

const ofOneAlone: RowRule = (value) => {
  const [person, territory] = [value('sales_person_ref'), value('territory_ref')]
  if (person !== '' && territory !== '') {
    return {
      column: 'territory_ref',
      message: `"${territory}" is one too many; a target has a sales_person_ref or a territory_ref, not both`,
    }
  }
  if (person === '' && territory === '') {
    return { column: 'sales_person_ref', message: 'is empty, and so is territory_ref; a target needs one of the two' }
  }
  return undefined
}

const leadsSomewhere: RowRule = (value) =>
  value('risk_ref') === '' && value('requirement_ref') === ''
    ? { column: 'risk_ref', message: 'is empty, and so is requirement_ref; a link needs one of the two' }
    : undefined
