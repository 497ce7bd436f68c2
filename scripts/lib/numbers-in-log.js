const { readFileSync } = require("node:fs")
const { join } = require("node:path")

/** Files of test vectors whose texts hold CPR numbers and card numbers. */
const VECTORS = ["cpr-detector", "pan-detector", "input-guards"]

const textsIn = (value) => {
  if (typeof value === "string") return [value]
  if (typeof value !== "object" || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => [key, ...textsIn(inner)])
}

/**
 * Every CPR number and card number that the tests type in, as they type it.
 *
 * @param rules the package's `./rules`
 */
const typedNumbers = (folder, { findCprNumbers, findCardNumbers }) => {
  const texts = VECTORS.flatMap((name) =>
    JSON.parse(readFileSync(join(folder, `${name}.json`), "utf8")).cases.flatMap(({ input }) =>
      textsIn(input)
    )
  )
  const numbers = texts.flatMap((text) => [
    ...findCprNumbers(text)
      .filter(({ verdict }) => verdict === "block")
      .map(({ start, end }) => text.slice(start, end)),
    ...findCardNumbers(text).map(({ start, end }) => text.slice(start, end)),
  ])
  return [...new Set(numbers)]
}

/** Those of the numbers that stand in a log; longer numbers that hold one are others. */
const numbersInLog = (log, numbers) =>
  numbers.filter((number) => new RegExp(`(?<![\\w.])${number}(?![\\w.])`).test(log))

module.exports = { typedNumbers, numbersInLog }
