import { findNumbers, pathOf } from "../domain/find-numbers"

/** One number in a stored value; `text`, `keys` and `name` hold what was written and are never stored. */
export type StoredNumber = {
  path: string
  kind: "cpr" | "card"
  masked: string | null
  text: string
  name: string
  keys: readonly string[]
  isKey: boolean
}

/** CPR and card numbers in the value of a column. */
export const storedNumbers = (value: unknown, column: string, today: string): StoredNumber[] =>
  findNumbers(value, column, { today, cpr: true }).flatMap(
    ({ kind, keys, isKey, masked, text, name }) =>
      kind === "card_code"
        ? []
        : [{ kind, keys, isKey, masked, text, name, path: pathOf(keys, today) }]
  )

/** What a finding is about: several numbers that are shown alike at one place are one. */
export const placeOf = ({
  column,
  path,
  kind,
  masked,
}: {
  column: string
  path: string
  kind: string
  masked: string | null
}): string => JSON.stringify([column, path, kind, masked])
