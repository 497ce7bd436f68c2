/** Who can buy. A private buyer is a consumer; a public one is a Danish authority or institution. */
export const BUYER_TYPES = ["private", "business", "public"] as const
export type BuyerType = (typeof BUYER_TYPES)[number]

/** What erasure must know of a company: a sole trader is a person, the others are not. */
export const COMPANY_FORMS = ["sole_trader", "company", "association", "public_body"] as const
export type CompanyForm = (typeof COMPANY_FORMS)[number]

/** The fields a shopper or staff gives, normalised: null when not given, numbers without separators. */
export type BuyerFields = {
  type: BuyerType
  /** ISO 3166-1 alpha-2 in lower case, like Medusa's `country_code`. */
  country: string | null
  /** Danish company number, 8 digits. */
  cvr: string | null
  /** VAT id of a company outside Denmark, with its country prefix. */
  vat_id: string | null
  /** Number in another register, for an association without CVR. */
  registration_no: string | null
  /** GS1 location number of the receiver of an e-invoice, 13 digits. */
  ean: string | null
  company_name: string | null
  person_reference: string | null
  order_reference: string | null
  /** The authority's account string (kontostreng). */
  accounting_reference: string | null
  company_form: CompanyForm | null
  /** A private buyer wants name and address on the invoice; null when they do not, and for others, who always have. */
  name_on_invoice: true | null
}

/** Why a buyer is refused. Never holds the value itself. */
export type BuyerProblem = { field: string; code: string; message: string }

export const TEXT_LIMIT = 200
