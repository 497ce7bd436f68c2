import { buffer } from "node:stream/consumers"
import { fromBufferPromise } from "yauzl"
import type { Headers } from "./shop"
import type { Suite } from "./suite"

export const EXPORTS = "/admin/privacy/exports"

/** An access or portability document, as far as tests read it. */
export type ExportDocument = {
  format: string
  profile: string
  locale: string
  found: boolean
  customer_ids: string[]
  emails: string[]
  orders_to_be_confirmed: number
  kept_after_erasure: {
    kind: "document" | "order"
    number: string
    keep_through: string | null
    law: string
  }[]
  kept_documents: { number: string; keep_through: string | null; law: string }[]
  information: {
    purposes: { purpose: string }[]
    categories: { category: string; title: string }[]
    recipients: { name: string; role: string | null; country: string; safeguard: string }[]
    storage: { retention: string }[]
    complaint: { authority: string }
    automated_decisions: string[]
  }
  sections: Record<string, { title: string; rows: unknown[] }>
  data: Record<string, Record<string, unknown>[]>
}

/** Files of a ZIP by path, as text. */
export const unzip = async (zip: Buffer): Promise<Record<string, string>> => {
  const files: Record<string, string> = {}
  const archive = await fromBufferPromise(zip)
  for await (const entry of archive.eachEntry()) {
    files[entry.fileName] = (await buffer(await archive.openReadStreamPromise(entry))).toString()
  }
  return files
}

/** Staff's export as a document; fails unless it is answered with 200. */
export const exportJson = async (
  suite: Suite,
  headers: Headers,
  body: object
): Promise<ExportDocument> => {
  const answer = await suite.call<ExportDocument>("POST", EXPORTS, { headers, body })
  if (answer.status !== 200) throw new Error(`export: ${answer.status.toString()} ${answer.text}`)
  return answer.body
}

/** Staff's export as files; `headers` of the answer beside them. */
export const exportZip = async (suite: Suite, headers: Headers, body: object) => {
  const answer = await fetch(suite.baseUrl + EXPORTS, {
    method: "POST",
    headers: { ...headers, "content-type": "application/json", accept: "application/zip" },
    body: JSON.stringify(body),
  })
  if (answer.status !== 200) throw new Error(`zip: ${answer.status.toString()}`)
  const files = await unzip(Buffer.from(await answer.arrayBuffer()))
  return { headers: answer.headers, files }
}
