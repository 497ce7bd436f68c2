import { defaultCountries } from "@medusajs/framework/utils"

const ALPHA3 = new Map(defaultCountries.map(({ alpha2, alpha3 }) => [alpha2, alpha3]))

/** ISO 3166-1 alpha-3 of an alpha-2 code in any case, by Medusa's own table; undefined for no country. */
export const alpha3Of = (alpha2: string | null | undefined): string | undefined =>
  ALPHA3.get((alpha2 ?? "").trim().toUpperCase())
