/** Digits of the payment id on a Danish payment slip, by card type; the last is the check digit. */
export const FIK_LENGTHS = { "71": 15, "75": 16 } as const

export type FikCardType = keyof typeof FIK_LENGTHS

/** Modulus 10 with the weights 1 and 2 from the right: 0 for digits that end with their check digit. */
const remainderOf = (digits: string): number =>
  Array.from(digits, Number)
    .reverse()
    .reduce((total, digit, index) => {
      const weighted = index % 2 === 0 ? digit : digit * 2
      return total + (weighted > 9 ? weighted - 9 : weighted)
    }, 0) % 10

/** True when the payment id has the card type's length and ends with the right check digit. */
export const isFikPaymentId = (type: FikCardType, id: string): boolean =>
  /^\d+$/.test(id) && id.length === FIK_LENGTHS[type] && remainderOf(id) === 0

/** The payment id of an invoice: its number in the series, filled up with zeros, and the check digit. */
export const fikPaymentId = (type: FikCardType, number: number): string => {
  const digits = number.toString().padStart(FIK_LENGTHS[type] - 1, "0")
  return `${digits}${((10 - remainderOf(`${digits}0`)) % 10).toString()}`
}
