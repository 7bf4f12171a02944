const paths = {
  down: 'M3.5 6 8 10.5 12.5 6',
  right: 'M2.5 8h10M9 4.5 12.5 8 9 11.5',
  check: 'M3 8.5 6.5 12 13 4.5',
  close: 'M4 4l8 8M12 4l-8 8',
  descending: 'M8 3v10M4.5 9.5 8 13l3.5-3.5',
  rise: 'M8 3 14 13H2Z',
  fall: 'M8 13 2 3h12Z',
} as const

const solid: ReadonlySet<string> = new Set(['rise', 'fall'])

/** A sign drawn in the colour and size of the text beside it; never the only bearer of a meaning. */
export function Icon({ name }: { readonly name: keyof typeof paths }) {
  return (
    <svg className={solid.has(name) ? 'icon solid' : 'icon'} viewBox="0 0 16 16" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  )
}
