/** Numbers that look random: from 0 inclusive to 1 exclusive. */
export type Random = () => number

/**
 * A generator whose sequence follows from its seed alone: sfc32, of Chris Doty-Humphrey's PractRand (2010), seeded with a
 * 128-bit id.
 * @param seed a UUID.
 */
export function randomFrom(seed: string): Random {
  const words = seed.replaceAll('-', '').match(/.{8}/g) ?? []
  let [a = 1, b = 2, c = 3, counter = 4] = words.map((word) => Number.parseInt(word, 16) | 0)
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return (sum >>> 0) / 4_294_967_296
  }
  // The first numbers still show the seed.
  for (let round = 0; round < 15; round += 1) next()
  return next
}

/** From the standard normal distribution (Box and Muller 1958). */
export const normal = (random: Random): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())

/** From the gamma distribution of a shape of 1 or more and scale 1 (Marsaglia and Tsang 2000). */
export function gamma(random: Random, shape: number): number {
  const d = shape - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  for (;;) {
    const x = normal(random)
    const v = (1 + c * x) ** 3
    if (v > 0 && Math.log(1 - random()) < (x * x) / 2 + d - d * v + d * Math.log(v)) return d * v
  }
}

/** Above this mean, a Poisson number is one of a normal distribution to within a few per mille. */
const manyEvents = 500

/** From the Poisson distribution: by products of uniform numbers (Knuth 1969, 3.4.1), for large means by its normal limit. */
export function poisson(random: Random, mean: number): number {
  if (mean > manyEvents) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal(random)))
  // The product would fall out of the range of numbers where the mean is large: it is taken in steps.
  let left = mean
  let count = -1
  let product = 1
  do {
    count += 1
    product *= 1 - random()
    while (product < 1 && left > 0) {
      const step = Math.min(left, 100)
      product *= Math.exp(step)
      left -= step
    }
  } while (product > 1)
  return count
}
