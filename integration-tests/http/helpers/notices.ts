import { staff } from "./shop"
import type { Suite } from "./suite"

/** A notice as routes answer it. */
export type Notice = { id: string; version: number; locale: string; sha256: string; body: string }

export type Draft = {
  kind: "privacy" | "terms" | "cookies" | "marketing" | "staff"
  locale?: string
  body?: string
  purpose?: string
  channel?: "email" | "sms"
  data?: object
  material?: boolean
}

/** Drafts a notice as staff. */
export const draftNotice = async (suite: Suite, draft: Draft): Promise<Notice> => {
  const answer = await suite.call<{ notice: Notice }>("POST", "/admin/privacy/notices", {
    headers: await staff(suite),
    body: { locale: "da", body: "Vi bruger dine oplysninger.", ...draft },
  })
  expect(answer.status).toBe(201)
  return answer.body.notice
}

/** Publishes a draft as staff; the answer may be a refusal. */
export const publish = async (suite: Suite, id: string, body: { effective_from?: string } = {}) =>
  suite.call<{ notice: Notice }>("POST", `/admin/privacy/notices/${id}/publish`, {
    headers: await staff(suite),
    body,
  })

/** A notice in force. */
export const publishedNotice = async (suite: Suite, draft: Draft): Promise<Notice> => {
  const { id } = await draftNotice(suite, draft)
  const answer = await publish(suite, id)
  expect(answer.status).toBe(200)
  return answer.body.notice
}

/** The text beside the box of a newsletter, in force. */
export const newsletterNotice = (suite: Suite, draft: Partial<Draft> = {}): Promise<Notice> =>
  publishedNotice(suite, {
    kind: "marketing",
    purpose: "newsletter",
    channel: "email",
    body: "Ja tak til nyhedsbrev på e-mail. Du kan altid afmelde dig.",
    data: { basis: "consent" },
    ...draft,
  })

/** The text beside the box that refuses offers to customers, in force. */
export const softOptInNotice = (suite: Suite, draft: Partial<Draft> = {}): Promise<Notice> =>
  newsletterNotice(suite, {
    purpose: "similar_products",
    body: "Vi sender dig tilbud på lignende varer på e-mail. Nej tak.",
    data: { basis: "soft_opt_in" },
    ...draft,
  })
