import type { ProviderSendNotificationDTO } from "@medusajs/framework/types"
import type {
  StoreAskPrivacyRequest,
  StoreAskPrivacyRequestResponse,
  StoreConfirmedPrivacyRequest,
  StorePrivacyRequestToken,
  StorePrivacyRequestResponse,
} from "../../../src/types/http"
import { unzip } from "./exports"
import type { ExportDocument } from "./exports"
import { eventually, shopper } from "./shop"
import type { TestMailbox } from "./mailbox"
import type { Suite } from "./suite"

export const PRIVACY_REQUESTS = "/store/privacy/requests"

/** What stands behind the `#` of a mailed link. */
export type MailedLink = { id: string } & StorePrivacyRequestToken

export const linkIn = (mail: ProviderSendNotificationDTO): MailedLink => {
  const url = new URL(/https?:\S+#\S+/.exec(mail.content?.text ?? "")?.[0] ?? "http://none.example")
  const parts = new URLSearchParams(url.hash.slice(1))
  return { id: parts.get("id") ?? "", token: parts.get("token") ?? "" }
}

/** What a person does on the storefront's page; `headers` of somebody signed in. */
export const privacyPage = (suite: Suite, mailbox: TestMailbox) => {
  const post = <Body>(path: string, body: object, token?: string) =>
    suite.call<Body>("POST", `${PRIVACY_REQUESTS}${path}`, { headers: shopper(token), body })
  const ask = (body: StoreAskPrivacyRequest, token?: string) =>
    post<StoreAskPrivacyRequestResponse>("", body, token)
  const mailTo = (email: string, count = 1) =>
    eventually(() => {
      const mails = mailbox.mails.filter(({ to }) => to === email)
      return Promise.resolve(mails.length >= count && mails.at(-1))
    })
  const confirm = ({ id, token }: MailedLink) =>
    post<StoreConfirmedPrivacyRequest>(`/${id}/confirm`, { token })
  const status = ({ id, token }: MailedLink) =>
    post<StorePrivacyRequestResponse>(`/${id}/status`, { token })
  const archive = async ({ id, token }: MailedLink) => {
    const answer = await fetch(`${suite.baseUrl}${PRIVACY_REQUESTS}/${id}/archive`, {
      method: "POST",
      headers: { ...shopper(), "content-type": "application/json" },
      body: JSON.stringify({ token }),
    })
    const bytes = Buffer.from(await answer.arrayBuffer())
    return { status: answer.status, headers: answer.headers, bytes }
  }
  const download = async (link: MailedLink): Promise<ExportDocument> => {
    const { status: code, bytes } = await archive(link)
    if (code !== 200) throw new Error(`archive: ${code.toString()} ${bytes.toString()}`)
    return JSON.parse((await unzip(bytes))["data.json"] ?? "") as ExportDocument
  }
  /** Asks as a guest, opens the mail and confirms; gives what the person follows the request with. */
  const askAndConfirm = async (body: StoreAskPrivacyRequest & { email: string }, count = 1) => {
    await ask(body)
    const link = linkIn(await mailTo(body.email.toLowerCase(), count))
    const answer = await confirm(link)
    if (answer.status !== 200) throw new Error(answer.text)
    return { ...answer.body, link: { id: answer.body.request.id, token: answer.body.token } }
  }
  return { ask, mailTo, confirm, status, archive, download, askAndConfirm }
}
