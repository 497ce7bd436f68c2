import type {
  AdminLetterTemplate,
  AdminSelectionResponse,
  AdminSubjectRequestCode,
  AdminSubjectRequestKind,
  AdminSubjectRequestLettersResponse,
  AdminSubjectRequestProposalResponse,
  StoreNotice,
} from "../../../src/types/http"
import { selectRows } from "../../../src/shared/postgres"
import { sha256 } from "../../../src/shared/sha256"
import { sendDueLetters } from "../../../src/workflows/subject-request"
import { buyBeside, publishText } from "./consents"
import { privacyPage } from "./privacy-requests"
import type { MailedLink } from "./privacy-requests"
import { ADDRESS, register } from "./shop"
import type { Headers } from "./shop"
import type { TestMailbox } from "./mailbox"
import { REQUESTS, requestsOf } from "./subject-requests"
import type { Suite } from "./suite"

export const WAYS = ["account", "guest", "mail", "letter"] as const

export type Way = (typeof WAYS)[number]

/** Somebody with one order, who agreed to the newsletter when they bought. */
export type Buyer = {
  email: string
  /** Of the order's addresses. */
  street: string
  orderId: string
  /** Null of a guest. */
  customerId: string | null
  token: string | undefined
}

/** What came in: the request, whom staff must name because the letter does not, and a guest's link. */
export type CameIn = { id: string; subject: { selection_id?: string }; link: MailedLink | null }

type Doors = { suite: Suite; mailbox: TestMailbox; headers: () => Headers }

/** The four ways in which a request comes, each through the routes that a person or staff uses. */
export const waysIn = ({ suite, mailbox, headers }: Doors) => {
  const { enter, confirm } = requestsOf(suite, headers)
  const page = privacyPage(suite, mailbox)
  const post = async <Body>(path: string, body: object) => {
    const answer = await suite.call<Body>("POST", path, { headers: headers(), body })
    if (answer.status >= 300) throw new Error(answer.text)
    return answer.body
  }

  let shown: Promise<StoreNotice> | undefined
  const notice = (): Promise<StoreNotice> => (shown ??= publishText(suite))

  const buyer = async (way: Way, name: string): Promise<Buyer> => {
    const email = `${name}@kunde.example`
    const street = `${name}street 1`
    const account = way === "account" ? await register(suite, { email }) : null
    const orderId = await buyBeside(suite, email, {
      notices: [await notice()],
      choices: [{ state: "given" }],
      address: { ...ADDRESS, last_name: `${name}sen`, address_1: street },
      ...(account && { token: account.token }),
    })
    const customerId = account?.customerId ?? null
    return { email, street, orderId, customerId, token: account?.token }
  }

  /** What staff finds by the order number that a letter names, and confirms. */
  const selected = async (orderId: string): Promise<string> => {
    const [order] = await selectRows<{ display_id: number }>(
      suite.database(),
      `SELECT display_id FROM "order" WHERE id = ?`,
      [orderId]
    )
    const path = "/admin/privacy/selections"
    const { selection } = await post<AdminSelectionResponse>(path, {
      order_number: order?.display_id.toString(),
    })
    await post(`${path}/${selection.id}`, { confirmed_ids: [orderId] })
    return selection.id
  }

  const byLetter = async (kind: AdminSubjectRequestKind, { orderId }: Buyer): Promise<CameIn> => {
    const id = await enter(kind, { channel: "letter", name: "Zq Brevskriver" })
    const { code } = await post<AdminSubjectRequestCode>(`${REQUESTS}/${id}/code`, {})
    await post(`${REQUESTS}/${id}/confirm-identity`, { proof: "spoken_code", code })
    return { id, subject: { selection_id: await selected(orderId) }, link: null }
  }

  const come: Record<Way, (kind: AdminSubjectRequestKind, who: Buyer) => Promise<CameIn>> = {
    account: async (kind, { token }) => {
      const { body } = await page.ask({ kind }, token)
      return { id: body.id ?? "", subject: {}, link: null }
    },
    guest: async (kind, { email }) => {
      const { link } = await page.askAndConfirm({ kind, email })
      return { id: link.id, subject: {}, link }
    },
    mail: async (kind, { email }) => {
      const sender = `"Zq Mailskriver" <${email.toUpperCase()}>`
      const { proposal } = await post<AdminSubjectRequestProposalResponse>(
        `${REQUESTS}/proposals`,
        { sender, kind }
      )
      const { name, received_on } = proposal
      const id = await enter(kind, { channel: "mail", email: proposal.email, name, received_on })
      await confirm(id)
      return { id, subject: {}, link: null }
    },
    letter: byLetter,
  }

  /** The letters a request has had, each once and as its digest proves, as the person reads them; one by post as staff prints it. */
  const lettersOf = async (
    id: string,
    { email }: Buyer
  ): Promise<Map<AdminLetterTemplate, string>> => {
    await sendDueLetters(suite.container())
    const path = `${REQUESTS}/${id}/letters`
    const { body } = await suite.call<AdminSubjectRequestLettersResponse>("GET", path, {
      headers: headers(),
    })
    const texts = new Map<AdminLetterTemplate, string>()
    for (const { id: letterId, template, state, digest } of body.letters) {
      if (state === "by_hand") {
        const printed = await suite.call("GET", `${path}/${letterId}/html`, { headers: headers() })
        texts.set(template, printed.text)
        continue
      }
      const mails = mailbox.mails.filter(
        ({ to, content }) =>
          to === email && sha256(`${content?.subject ?? ""}\n\n${content?.text ?? ""}`) === digest
      )
      if (state !== "sent" || mails.length !== 1) throw new Error(`${template}: ${state}`)
      texts.set(template, mails[0]?.content?.text ?? "")
    }
    return texts
  }
  /** How many mails somebody has had. */
  const mailsTo = (email: string): number => mailbox.mails.filter(({ to }) => to === email).length
  return { page, buyer, come, lettersOf, mailsTo }
}
