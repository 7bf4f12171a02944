import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  type ConstDirectiveNode,
  type DefinitionNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  Kind,
  parse,
  print,
  valueFromASTUntyped,
} from 'graphql'
import { root } from '../command/paths.ts'
import { generatedFrom, inLine, titleOf } from './markdown.ts'

/** A page on every type of one SDL file: a domain's, or what all share. */
export function schemaPage(name: string): string {
  const sdl = readFileSync(join(root, `schema/${name}.graphql`), 'utf8')
  const title = name === 'common' ? 'What every domain shares' : `The graph of ${titleOf(name)}`
  const sections = parse(sdl).definitions.flatMap((definition) => section(definition) ?? [])
  return [`# ${title}\n`, generatedFrom(`schema/${name}.graphql`), ...sections].join('\n')
}

/** The definitions of an SDL file by the names of their types. */
export function section(definition: DefinitionNode): string | null {
  switch (definition.kind) {
    case Kind.OBJECT_TYPE_DEFINITION:
    case Kind.OBJECT_TYPE_EXTENSION:
    case Kind.INTERFACE_TYPE_DEFINITION: {
      const about = 'description' in definition ? (definition.description?.value ?? '') : ''
      const needs = accessOf(definition.directives ?? [])
      const rows = (definition.fields ?? []).map((field) => fieldRow(field, needs))
      return `## ${definition.name.value}\n\n${about}\n\n${table(['field', 'what it is', 'who may read it'], rows)}\n`
    }
    case Kind.INPUT_OBJECT_TYPE_DEFINITION:
      return `## ${definition.name.value}\n\n${definition.description?.value ?? ''}\n\n${table(['field', 'what it is'], (definition.fields ?? []).map(inputRow))}\n`
    case Kind.ENUM_TYPE_DEFINITION: {
      const rows = (definition.values ?? []).map((value) => [`\`${value.name.value}\``, value.description?.value ?? ''])
      return `## ${definition.name.value}\n\n${definition.description?.value ?? ''}\n\n${table(['value', 'what it is'], rows)}\n`
    }
    case Kind.UNION_TYPE_DEFINITION:
      return `## ${definition.name.value}\n\n${definition.description?.value ?? ''}\n\nOne of ${(definition.types ?? []).map((type) => `\`${type.name.value}\``).join(', ')}.\n`
    case Kind.SCALAR_TYPE_DEFINITION:
      return `## ${definition.name.value}\n\n${definition.description?.value ?? ''}\n`
    default:
      return null
  }
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.map(inLine).join(' | ')} |`).join('\n')

function fieldRow(field: FieldDefinitionNode, ofType: string): string[] {
  const given = (field.arguments ?? []).map((argument) => `${argument.name.value}: ${print(argument.type)}`)
  const signature = `\`${field.name.value}${given.length === 0 ? '' : `(${given.join(', ')})`}: ${print(field.type)}\``
  return [signature, field.description?.value ?? '', accessOf(field.directives ?? []) || ofType]
}

const inputRow = (field: InputValueDefinitionNode): string[] => [
  `\`${field.name.value}: ${print(field.type)}${field.defaultValue ? ` = ${print(field.defaultValue)}` : ''}\``,
  field.description?.value ?? '',
]

/** Who may read what bears the directives, in words; empty where they don't say. */
function accessOf(directives: readonly ConstDirectiveNode[]): string {
  const named = (name: string) => directives.find((directive) => directive.name.value === name)
  const scopes = named('requiresScopes')?.arguments?.find(({ name }) => name.value === 'scopes')
  if (scopes !== undefined) return scopesIn(valueFromASTUntyped(scopes.value))
  if (named('authenticated') !== undefined) return 'anyone signed in'
  return named('public') === undefined ? '' : 'anyone'
}

function scopesIn(value: unknown): string {
  const anyOf = Array.isArray(value) ? value : []
  return anyOf.map((all) => (Array.isArray(all) ? all.map((scope) => `\`${String(scope)}\``).join(' and ') : '')).join(', or ')
}
