import type {
  AdminAddressCorrection,
  AdminCorrectable,
  AdminCorrectedAddress,
  AdminFulfilSubjectRequest,
  AdminSubjectRequestKind,
} from "../../../types/http"

export const CUSTOMER_FIELDS = ["first_name", "last_name", "email", "phone"] as const

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

export const GROUNDS_OF_RESTRICTION = [
  "accuracy_contested",
  "unlawful",
  "legal_claim",
  "objection",
] as const

/** What staff has chosen and typed of all kinds; each kind sends its own. */
export type Draft = {
  reason: string
  confirmed: string[]
  locale: "da" | "en"
  override: boolean
  finishBy: string
  ground: (typeof GROUNDS_OF_RESTRICTION)[number]
  endsOn: string
  decision: "" | "upheld" | "changed"
  /** Purposes that stay as they are. */
  spared: string[]
  /** New words by place, such as `customer.phone` or `caaddr_1.city`. */
  corrected: Readonly<Record<string, string>>
}

/** A place where something of the person stands, with what stands there. */
export type Place = {
  key: string
  target: { id: string } | { order_id: string; type: "shipping" | "billing" }
  standing: Standing
}

type Standing = { readonly [Field in keyof AdminCorrectedAddress]-?: string | null }

export const placesOf = ({ addresses, orders }: AdminCorrectable): Place[] => [
  ...addresses.map((standing) => ({ key: standing.id, target: { id: standing.id }, standing })),
  ...orders.map((standing) => {
    const { order_id, type } = standing
    return { key: `${order_id}.${type}`, target: { order_id, type }, standing }
  }),
]

/** What was typed at a place and differs from what stands there. */
const changesAt = <Field extends string>(
  fields: readonly Field[],
  key: string,
  { standing, corrected }: { standing: Standing | Customer; corrected: Draft["corrected"] }
): Partial<Record<Field, string>> => {
  const before: Readonly<Partial<Record<string, string | null>>> = standing
  return Object.fromEntries(
    fields.flatMap((field) => {
      const typed = corrected[`${key}.${field}`]?.trim() ?? ""
      return typed === "" || typed === before[field] ? [] : [[field, typed] as const]
    })
  ) as Partial<Record<Field, string>>
}

type Customer = AdminCorrectable["customers"][number]

/** The corrections of a draft; without fields when nothing is to be corrected. */
export const correctionsOf = (
  { corrected }: Pick<Draft, "corrected">,
  now: AdminCorrectable
): Pick<AdminFulfilSubjectRequest, "customer" | "addresses"> => {
  const [first] = now.customers
  const customer = first
    ? changesAt(CUSTOMER_FIELDS, "customer", { standing: first, corrected })
    : {}
  const addresses = placesOf(now).flatMap(({ key, target, standing }): AdminAddressCorrection[] => {
    const changes = changesAt(ADDRESS_FIELDS, key, { standing, corrected })
    return Object.keys(changes).length === 0 ? [] : [{ ...changes, ...target }]
  })
  return {
    ...(Object.keys(customer).length > 0 && { customer }),
    ...(addresses.length > 0 && { addresses }),
  }
}

/** What is known of the person beside the draft. */
export type Known = { now: AdminCorrectable | null; purposes: readonly string[] }

const ownOf = (
  kind: AdminSubjectRequestKind,
  draft: Draft,
  { now, purposes }: Known
): AdminFulfilSubjectRequest => {
  switch (kind) {
    case "access":
    case "portability":
      return { locale: draft.locale }
    case "rectification":
      return now === null ? {} : correctionsOf(draft, now)
    case "erasure":
      return {
        ...(draft.override && { override_blocks: true }),
        ...(draft.finishBy !== "" && { finish_by: draft.finishBy }),
      }
    case "restriction":
      return { ground: draft.ground, ...(draft.endsOn !== "" && { ends_on: draft.endsOn }) }
    case "objection_automated":
      return draft.decision === "" ? {} : { decision: draft.decision }
    case "consent_withdrawal":
      return draft.spared.length === 0
        ? {}
        : { purposes: purposes.filter((purpose) => !draft.spared.includes(purpose)) }
    case "information":
    case "objection_marketing":
      return {}
  }
}

/** Kinds in which it matters whose an order is. */
const isAboutOrders = (kind: AdminSubjectRequestKind): boolean =>
  kind !== "information" && kind !== "objection_automated"

/** The body that carries a request out as the draft says. */
export const fulfilmentOf = (
  kind: AdminSubjectRequestKind,
  draft: Draft,
  known: Known
): AdminFulfilSubjectRequest => ({
  ...ownOf(kind, draft, known),
  ...(isAboutOrders(kind) && { confirmed_order_ids: draft.confirmed }),
  ...(draft.reason.trim() !== "" && { reason: draft.reason.trim() }),
})

/** Whether all is said that the kind needs. */
export const isComplete = (kind: AdminSubjectRequestKind, draft: Draft, known: Known): boolean => {
  if (kind === "objection_automated") return draft.decision !== ""
  if (kind === "rectification") {
    return known.now !== null && Object.keys(correctionsOf(draft, known.now)).length > 0
  }
  return kind !== "consent_withdrawal" || known.purposes.length === 0
    ? true
    : known.purposes.some((purpose) => !draft.spared.includes(purpose))
}
