const regionOf = (language: string): string =>
  language.startsWith("da") ? "da-DK" : language.startsWith("en") ? "en-GB" : language

/** Danish days are short in figures; in English figures alone would be ambiguous. */
const dateStyleOf = (language: string): "short" | "medium" =>
  language.startsWith("da") ? "short" : "medium"

/** A day `YYYY-MM-DD` as people write it: 31.12.2030, 31 Dec 2030. */
export const formatDay = (day: string, language: string): string =>
  new Intl.DateTimeFormat(regionOf(language), {
    dateStyle: dateStyleOf(language),
    timeZone: "UTC",
  }).format(new Date(`${day}T00:00:00Z`))

/** A month `YYYY-MM` as people write it: december 2031, December 2031. */
export const formatMonth = (month: string, language: string): string =>
  new Intl.DateTimeFormat(regionOf(language), {
    year: "numeric",
    month: "long",
    timeZone: "UTC",
  }).format(new Date(`${month}-01T00:00:00Z`))

const moneyFormat = (currency: string, language: string) =>
  new Intl.NumberFormat(regionOf(language), { style: "currency", currency })

/** Major units (kroner) as people write money: 138,00 kr. */
export const formatMajor = (major: number, currency: string, language: string): string =>
  moneyFormat(currency, language).format(major)

/** The same from whole minor units (øre). */
export const formatMoney = (minor: number, currency: string, language: string): string => {
  const { maximumFractionDigits: decimals = 2 } = moneyFormat(currency, language).resolvedOptions()
  return formatMajor(minor / 10 ** decimals, currency, language)
}

const startOfDay = (instant: Date): number =>
  new Date(instant.getFullYear(), instant.getMonth(), instant.getDate()).getTime()

const DAY_MS = 24 * 3600 * 1000

/** Whole days from today to an instant in the reader's own time zone; 0 is today, 1 tomorrow. */
const daysAhead = (instant: Date, now: Date): number =>
  Math.round((startOfDay(instant) - startOfDay(now)) / DAY_MS)

/** The time of day of an instant in local time: "kl. 10.14", "10:14". */
export const formatTime = (iso: string, language: string): string => {
  const time = new Intl.DateTimeFormat(regionOf(language), { timeStyle: "short" })
  return `${language.startsWith("da") ? "kl. " : ""}${time.format(new Date(iso))}`
}

/** An instant in local time: "i morgen kl. 10.14", "25.11.2026 kl. 10.14". */
export const formatMoment = (iso: string, language: string, now = new Date()): string => {
  const region = regionOf(language)
  const instant = new Date(iso)
  const ahead = daysAhead(instant, now)
  const day =
    Math.abs(ahead) <= 1
      ? new Intl.RelativeTimeFormat(region, { numeric: "auto" }).format(ahead, "day")
      : new Intl.DateTimeFormat(region, { dateStyle: dateStyleOf(language) }).format(instant)
  return `${day} ${language.startsWith("da") ? "" : "at "}${formatTime(iso, language)}`
}

/** "konto, login og 3 adresser". */
export const formatList = (parts: readonly string[], language: string): string =>
  new Intl.ListFormat(regionOf(language), { style: "long", type: "conjunction" }).format(parts)

/** The same as a sentence of its own: "Konto, login og 3 adresser." Empty without parts. */
export const formatSentence = (parts: readonly string[], language: string): string => {
  const list = formatList(parts, language)
  return list === "" ? "" : `${list.charAt(0).toUpperCase()}${list.slice(1)}.`
}
