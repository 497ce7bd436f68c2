import type { DocumentLine, InvoiceContent, VatCategory, VatInKroner, VatTotal } from "../document"

/** OIOUBL's tax categories: fewer than EN 16931's, and no word for exempt. */
export type OioublCategory = "StandardRated" | "ZeroRated" | "ReverseCharge"

const CATEGORIES: Readonly<Record<VatCategory, OioublCategory>> = {
  S: "StandardRated",
  Z: "ZeroRated",
  E: "ZeroRated",
  AE: "ReverseCharge",
  K: "ZeroRated",
  G: "ZeroRated",
  O: "ZeroRated",
}

/** VAT of one of OIOUBL's categories, in øre. */
export type OioublVat = {
  category: OioublCategory
  rate: string
  reasons: string[]
  net: number
  vat: number
}

const merge = (first: OioublVat, second: OioublVat): OioublVat => ({
  ...first,
  reasons: [...new Set([...first.reasons, ...second.reasons])],
  net: first.net + second.net,
  vat: first.vat + second.vat,
})

const toOioublVat = ({ category, rate, reason, net, vat }: VatTotal): OioublVat => ({
  category: CATEGORIES[category],
  rate,
  reasons: category === "S" || reason === null ? [] : [reason],
  net,
  vat,
})

/**
 * VAT by OIOUBL's categories. What it has one word for must stand in one sum (F-LIB315), so all categories without
 * VAT become one; standard rates stay apart, since no sum of them has a rate.
 */
export const oioublVatOf = (vat: readonly VatTotal[]): OioublVat[] =>
  vat.map(toOioublVat).reduce<OioublVat[]>((merged, next) => {
    const same = merged.findIndex(
      ({ category, rate }) =>
        category === next.category && (category !== "StandardRated" || rate === next.rate)
    )
    return same === -1
      ? [...merged, next]
      : merged.map((total, index) => (index === same ? merge(total, next) : total))
  }, [])

/** VAT of one line. Why there is none is said once, in the sum of the document. */
export const oioublVatOfLine = (line: DocumentLine): OioublVat => ({
  category: CATEGORIES[line.vat_category],
  rate: line.vat_rate,
  reasons: [],
  net: line.net,
  vat: line.vat,
})

/** VAT in kroner beside a foreign currency. It belongs to the standard rate (F-LIB373); null where nothing has it. */
export const kronerOf = ({ vat_dkk: kroner, vat, currency }: InvoiceContent): VatInKroner | null =>
  currency !== "DKK" && vat.some(({ category }) => category === "S") ? kroner : null
