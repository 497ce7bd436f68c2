import type { MedusaContainer } from "@medusajs/framework/types"
import type {
  CorrectedAddress,
  CorrectedCustomer,
} from "../../../modules/subject-request/domain/correction"
import type { Outcome } from "../../../modules/subject-request/domain/outcome"
import type { RequestRow } from "../../../modules/subject-request/requests"
import type { SubjectInput } from "../../../modules/subject-request/subjects"
import type { AdminExportTicket, AdminFulfilSubjectRequest } from "../../../types/http"

/** `AdminFulfilSubjectRequest` as it was read: absent fields may be `undefined`. */
export type FulfilBody = SubjectInput & {
  [Field in Exclude<Fields, keyof SubjectInput | "customer" | "addresses">]?:
    AdminFulfilSubjectRequest[Field] | undefined
} & {
  customer?: CorrectedCustomer | undefined
  addresses?: (CorrectedAddress & Place)[] | undefined
}

type Fields = keyof AdminFulfilSubjectRequest
type Place = { id: string } | { order_id: string; type: "shipping" | "billing" }

/** One request that is carried out now. */
export type Fulfilment = {
  container: MedusaContainer
  row: RequestRow
  /** Null for a question that is about nobody. */
  subject: SubjectInput | null
  body: FulfilBody
  /** Id of the user, or `system`. */
  actor: string
}

/** Whom a request must name for its kind. */
export type NamedFulfilment = Fulfilment & { subject: SubjectInput }

export type Fulfilled = { outcome: Outcome; ticket?: AdminExportTicket }
