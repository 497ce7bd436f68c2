/**
 * An amount as staff types it, in major units: `1.234,50`, `1234.50` and `138` are amounts. The last comma or point
 * with one or two digits behind it is the decimal mark; undefined for anything else, for zero and for less.
 */
export const readMoney = (text: string): number | undefined => {
  const match = /^(\d{1,3}(?:[. ]\d{3})+|\d{1,3}(?:[, ]\d{3})+|\d+)(?:[.,](\d{1,2}))?$/.exec(
    text.trim()
  )
  if (!match) return undefined
  const [, whole = "", decimals = "0"] = match
  const amount = Number(`${whole.replace(/[., ]/g, "")}.${decimals}`)
  return amount > 0 ? amount : undefined
}

/** Minor units as the text of an input, with the language's own decimal mark and without grouping. */
export const writeMoney = (minor: number, language: string): string =>
  (minor / 100).toFixed(2).replace(".", language.startsWith("da") ? "," : ".")
