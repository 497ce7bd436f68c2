import type { Locale } from "./render-texts"

const LANGUAGES: Readonly<Record<Locale, string>> = { da: "da-DK", en: "en-GB" }

/** Kroner are written as people write them; any other currency by its ISO code, for a `$` is many currencies. */
const moneyFormat = (language: string, currency: string): Intl.NumberFormat =>
  new Intl.NumberFormat(language, {
    style: "currency",
    currency,
    currencyDisplay: currency === "DKK" ? "symbol" : "code",
  })

/** How numbers, days and countries are written in one language and currency. Amounts come in hundredths. */
export const createFormat = (locale: Locale, currency: string) => {
  const language = LANGUAGES[locale]
  const money = moneyFormat(language, currency)
  const kroner = moneyFormat(language, "DKK")
  const decimals = (least: number, most: number): Intl.NumberFormat =>
    new Intl.NumberFormat(language, { minimumFractionDigits: least, maximumFractionDigits: most })
  const amount = decimals(2, 2)
  const price = decimals(2, 4)
  const exchangeRate = decimals(2, 6)
  const plain = decimals(0, 3)
  const day = new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" })
  const countries = new Intl.DisplayNames(language, { type: "region" })
  return {
    /** With the currency. */
    money: (minor: number): string => money.format(minor / 100),
    kroner: (ore: number): string => kroner.format(ore / 100),
    /** Without the currency, for columns. */
    amount: (minor: number): string => amount.format(minor / 100),
    price: (major: string): string => price.format(Number(major)),
    exchangeRate: (rate: string): string => exchangeRate.format(Number(rate)),
    quantity: (quantity: string): string => plain.format(Number(quantity)),
    rate: (rate: string): string => `${plain.format(Number(rate))} %`,
    day: (isoDay: string): string => day.format(new Date(isoDay)),
    /** The code itself where it is no ISO 3166-1 alpha-2. */
    country: (code: string): string =>
      /^[A-Z]{2}$/.test(code) ? (countries.of(code) ?? code) : code,
  }
}

export type Format = ReturnType<typeof createFormat>
