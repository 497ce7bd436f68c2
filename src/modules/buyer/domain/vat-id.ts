const FORMAT = /^[A-Z]{2}[A-Z0-9+*]{2,14}$/

/** Prefixes that differ from the ISO country code (Greece; Northern Ireland besides Great Britain). */
const PREFIXES: Readonly<Record<string, readonly string[]>> = { gr: ["EL"], gb: ["GB", "XI"] }

/**
 * Reads the VAT id of a company outside Denmark. Only its form is judged: the id starts with its
 * country's prefix. Whether it is in use is for VIES or the country's own register to say.
 *
 * @param country ISO 3166-1 alpha-2, lower case
 * @returns the id in capitals without separators, or null when it cannot be one
 */
export const parseVatId = (input: string, country: string): string | null => {
  const value = input.replace(/[\s.-]/g, "").toUpperCase()
  const prefixes = PREFIXES[country] ?? [country.toUpperCase()]
  return FORMAT.test(value) && prefixes.some((prefix) => value.startsWith(prefix)) ? value : null
}
