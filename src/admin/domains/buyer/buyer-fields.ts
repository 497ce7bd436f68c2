import type { AdminBuyer, AdminBuyerType } from "../../../types/http"

export type BuyerTextField = Exclude<keyof AdminBuyer, "type" | "company_form" | "name_on_invoice">

/** What the form holds: texts as typed, empty where nothing is written. */
export type BuyerDraft = Record<BuyerTextField, string> & {
  type: AdminBuyerType
  company_form: string
  name_on_invoice: boolean
}

/** What is sent of a buyer. */
export type BuyerBody = Record<string, string | true>

export const BUYER_TYPES: readonly AdminBuyerType[] = ["private", "business", "public"]

export const COMPANY_FORMS = ["sole_trader", "company", "association", "public_body"] as const

const REFERENCES: readonly BuyerTextField[] = [
  "person_reference",
  "order_reference",
  "accounting_reference",
]

const isForeign = (country: string): boolean => !["", "dk"].includes(country.trim().toLowerCase())

/** The fields a type of buyer has, in the order of the form. */
export const fieldsOf = ({ type, country }: Pick<BuyerDraft, "type" | "country">) => {
  if (type === "private") return []
  if (type === "public") return ["ean", "company_name", ...REFERENCES] as const
  const number: readonly BuyerTextField[] = isForeign(country)
    ? ["vat_id"]
    : ["cvr", "registration_no"]
  return ["country", ...number, "company_name", ...REFERENCES] as const
}

export const draftOf = (buyer: AdminBuyer | null): BuyerDraft => ({
  type: buyer?.type ?? "private",
  country: buyer?.country ?? "dk",
  cvr: buyer?.cvr ?? "",
  vat_id: buyer?.vat_id ?? "",
  registration_no: buyer?.registration_no ?? "",
  ean: buyer?.ean ?? "",
  company_name: buyer?.company_name ?? "",
  person_reference: buyer?.person_reference ?? "",
  order_reference: buyer?.order_reference ?? "",
  accounting_reference: buyer?.accounting_reference ?? "",
  company_form: buyer?.company_form ?? "",
  name_on_invoice: buyer?.name_on_invoice === true,
})

/** The body to send: only what the type carries and what is filled in. */
export const bodyOf = (draft: BuyerDraft): BuyerBody => {
  if (draft.type === "private") {
    return { type: "private", ...(draft.name_on_invoice && { name_on_invoice: true as const }) }
  }
  const texts = fieldsOf(draft).map((field) => [field, draft[field].trim()] as const)
  const form = draft.type === "business" ? ([["company_form", draft.company_form]] as const) : []
  return {
    type: draft.type,
    ...Object.fromEntries([...texts, ...form].filter(([, value]) => value !== "")),
  }
}
