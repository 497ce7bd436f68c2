import type { BigNumberInput } from "@medusajs/framework/types"
import { defaultCurrencies, MathBN } from "@medusajs/framework/utils"
import { invalidField } from "./errors"

/** The currencies the plugin handles: those of the payment service. Any other is refused rather than guessed. */
const HANDLED = new Set(["CHF", "CZK", "DKK", "EUR", "GBP", "NOK", "PLN", "SEK", "USD"])

/** Whether amounts can be in the currency (ISO 4217, upper case). */
export const isHandledCurrency = (currency: string): boolean => HANDLED.has(currency)

/** 10 to the number of decimals Medusa's own table gives the currency (ISO 4217, any case). */
const factor = (currency: string): number => {
  const code = currency.toUpperCase()
  const decimals = HANDLED.has(code) ? defaultCurrencies[code]?.decimal_digits : undefined
  if (decimals === undefined) {
    throw invalidField("currency_code", "currency_not_supported", "This currency is not supported.")
  }
  return 10 ** decimals
}

/** Medusa's major units (kroner) as whole minor units (øre), rounded half up. Throws for an unknown currency. */
export const toMinorUnits = (amount: BigNumberInput, currency: string): number =>
  MathBN.convert(MathBN.mult(amount, factor(currency)), 0).toNumber()

/** Whole minor units (øre) as Medusa's major units (kroner). */
export const toMajorUnits = (minor: number, currency: string): number =>
  MathBN.div(minor, factor(currency)).toNumber()

/**
 * Splits whole minor units over weights so that the parts add up exactly: each part is rounded down,
 * and the units left go to the largest remainders (first come on a tie). Weights must not be negative.
 */
export const allocate = (total: number, weights: readonly number[]): number[] => {
  const sum = weights.reduce((a, b) => a + b, 0)
  if (sum <= 0) return weights.map((_, index) => (index === 0 ? total : 0))
  const sign = total < 0 ? -1 : 1
  const exact = weights.map((weight) => MathBN.div(MathBN.mult(Math.abs(total), weight), sum))
  const parts = exact.map((share) => Math.floor(share.toNumber()))
  const left = Math.abs(total) - parts.reduce((a, b) => a + b, 0)
  const byRemainder = exact
    .map((share, index) => ({ index, remainder: MathBN.sub(share, parts[index] ?? 0).toNumber() }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index)
  for (const { index } of byRemainder.slice(0, left)) parts[index] = (parts[index] ?? 0) + 1
  return parts.map((part) => part * sign)
}
