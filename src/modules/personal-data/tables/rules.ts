import type { Category, ColumnRule, EraseStrategy, Purpose } from "../domain/table-map"

/** What Medusa's own tables use a category for. */
const PURPOSES: Record<Category, Purpose> = {
  account: "account",
  login: "account",
  address: "delivery",
  cart: "sale",
  order_contact: "sale",
  order_note: "service",
  delivery: "delivery",
  payment: "payment",
  sent_message: "service",
  company: "sale",
  consent: "accountability",
  newsletter: "marketing",
  technical: "operation",
  invoice: "bookkeeping",
  evidence: "accountability",
  staff: "administration",
}

/** Why a column is shown with the rows it stands beside. */
export const ABOUT = "tells the person what the row is about"
/** Ids that tell of an amount which order, cart or payment it is part of, and so its currency. */
export const PART_OF = "tells which order, cart or payment the row is part of"
/** Ids that only join rows; they point at nobody once the person's own rows are gone. */
export const LINK = "joins rows of the store; says nothing by itself"
/** What only the platform's code writes. */
export const MACHINERY = "the platform's own book-keeping; written by its code"
/** Why a setting is shown to the member of staff who made it. */
export const MADE_BY_STAFF = "tells a member of staff what they made"
/** The shop's own facts. */
export const SHOP = "the shop's own fact about goods, prices or processing"

/** What the person typed or had typed for them. */
export const given = (category: Category, erase: EraseStrategy = "null"): ColumnRule => ({
  category,
  purpose: PURPOSES[category],
  origin: "provided",
  basis: "contract",
  retention: "erasure",
  erase,
})

/** What the store noted about the person's doings. */
export const observed = (category: Category, erase: EraseStrategy): ColumnRule => ({
  ...given(category, erase),
  origin: "observed",
  portable: false,
})

/** What staff or machinery wrote. */
export const internal = (category: Category, erase: EraseStrategy = "null"): ColumnRule => ({
  ...given(category, erase),
  origin: "internal",
  basis: "legitimate_interest",
})

/** Who did something: a staff id stays and names nobody once the user is erased; the person's own id goes. */
export const actor = (column: string): ColumnRule =>
  internal("staff", { when: `t."${column}" = ANY(:customer)`, then: "null" })

/** Who of the staff set something up: the shop must be able to tell, also after they left. */
export const STAFF_TRACE: ColumnRule = {
  ...internal("staff", "keep"),
  retention: "evidence",
}

/** Keys of `metadata` are the storefront's and unknown, so all of it counts as typed by the person. */
export const META: ColumnRule = given("order_note")

/** Hashes and live codes: erased, never shown. */
export const SECRET: ColumnRule = { ...observed("login", "null"), secret: true }

/** A line without a variant was written by hand and may say who it is for. */
export const CUSTOM_TITLE: ColumnRule = given("order_note", {
  when: "t.variant_id IS NULL",
  then: "empty_text",
})
export const CUSTOM_SUBTITLE: ColumnRule = given("order_note", {
  when: "t.variant_id IS NULL",
  then: "null",
})
