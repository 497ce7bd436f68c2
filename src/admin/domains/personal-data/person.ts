import type { AdminPersonalDataSubject } from "../../../types/http"

/** Whom a copy or an erasure is about: a customer, an e-mail, or rows that staff found by a letter or a call. */
export type Person = Pick<AdminPersonalDataSubject, "customer_id" | "email" | "selection_id">
