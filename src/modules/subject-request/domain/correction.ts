/** Fields of a name or postal address that a person may correct. */
export const ADDRESS_FIELDS = [
  "first_name",
  "last_name",
  "company",
  "address_1",
  "address_2",
  "postal_code",
  "city",
  "phone",
] as const

export const CUSTOMER_FIELDS = ["first_name", "last_name", "email", "phone"] as const

export type CorrectedAddress = Partial<Record<(typeof ADDRESS_FIELDS)[number], string | undefined>>
export type CorrectedCustomer = Partial<
  Record<(typeof CUSTOMER_FIELDS)[number], string | undefined>
>

/** Only the fields that were given. */
export const givenOf = <Field extends string>(
  fields: readonly Field[],
  given: Readonly<Partial<Record<Field, string | undefined>>>
): Partial<Record<Field, string>> => {
  const result: Partial<Record<Field, string>> = {}
  for (const field of fields) {
    const value = given[field]
    if (value !== undefined) result[field] = value
  }
  return result
}

/** Whether a row already says what is given. */
export const saysAlready = (
  row: Readonly<Record<string, string | null>>,
  given: Readonly<Partial<Record<string, string>>>
): boolean => Object.entries(given).every(([field, value]) => row[field] === value)

/** What an issued document says of its buyer; null where it says nothing. */
export type NamedBuyer = {
  name: string | null
  address: { address_1: string; address_2: string | null; postal_code: string; city: string } | null
}

const fold = (text: string): string => text.toLowerCase().replace(/\s+/g, " ").trim()

/** Whether a document names the buyer otherwise than a corrected name says. One that names nobody is not wrong. */
export const misnames = (
  { name }: NamedBuyer,
  { first_name: first, last_name: last }: Pick<CorrectedAddress, "first_name" | "last_name">
): boolean =>
  name !== null &&
  [first, last].some((part) => part !== undefined && !fold(name).includes(fold(part)))

/** Whether a document gives another address than a corrected one. */
export const misplaces = ({ address }: NamedBuyer, corrected: CorrectedAddress): boolean =>
  address !== null &&
  (["address_1", "address_2", "postal_code", "city"] as const).some(
    (field) =>
      corrected[field] !== undefined && fold(address[field] ?? "") !== fold(corrected[field])
  )
