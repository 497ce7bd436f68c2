import type { Language } from "./context"

/** Kroner as text, e.g. `1.234,50 kr.` or `DKK 1,234.50`. */
export const money = (amount: number, language: Language): string =>
  new Intl.NumberFormat(language === "da" ? "da-DK" : "en-GB", {
    style: "currency",
    currency: "DKK",
  }).format(amount)

/** A day in Denmark, e.g. `1. november 2026`. */
export const day = (instant: string, language: Language): string =>
  new Intl.DateTimeFormat(language === "da" ? "da-DK" : "en-GB", {
    dateStyle: "long",
    timeZone: "Europe/Copenhagen",
  }).format(new Date(instant))
