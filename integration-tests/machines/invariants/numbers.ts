import type { Facts } from "../facts"

/** Numbers have no gap: each series counts on by one from its first number, and stands at the next. */
export const numbersAreGapless = ({ series, numbers }: Facts): string[] =>
  series.flatMap(({ id, first_number: first, next_number: next }) => {
    const used = numbers.filter(({ series_id }) => series_id === id).map(({ number }) => number)
    const wanted = Array.from({ length: next - first }, (_none, at) => first + at)
    const missing = wanted.filter((number) => !used.includes(number))
    const twice = used.filter((number, at) => used.indexOf(number) !== at)
    const beyond = used.filter((number) => number < first || number >= next)
    return [
      ...missing.map((number) => `series ${id} lacks number ${number.toString()}`),
      ...twice.map((number) => `series ${id} has number ${number.toString()} twice`),
      ...beyond.map((number) => `series ${id} has number ${number.toString()} outside its count`),
    ]
  })

/** Documents are as they were sealed, and each names the one before it. */
export const documentsAreSealed = ({ series, numbers }: Facts): string[] =>
  series.flatMap(({ id }) => {
    const own = numbers.filter(({ series_id }) => series_id === id)
    return own.flatMap(({ number, digest, previous_digest: previous, sealed }, at) => [
      ...(sealed !== null && sealed !== digest
        ? [`number ${number.toString()} of series ${id} is not as it was sealed`]
        : []),
      ...(previous !== (own[at - 1]?.digest ?? null)
        ? [`number ${number.toString()} of series ${id} does not name the one before it`]
        : []),
    ])
  })
