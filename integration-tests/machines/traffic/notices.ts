import { BREACHES, wholeFacts } from "../../http/helpers/breach-cases"
import { NOTICE } from "../../http/helpers/breach-people"
import type { Headers } from "../../http/helpers/shop"
import type { Suite } from "../../http/helpers/suite"
import type { AdminBreachResponse } from "../../../src/types/http"

type Words = typeof NOTICE

/** The words of one case: its id tells its mails from those of any other. */
const wordsOf = (id: string): Words => ({
  da: { ...NOTICE.da, subject: `${NOTICE.da.subject} (sag ${id})` },
  en: { ...NOTICE.en, subject: `${NOTICE.en.subject} (case ${id})` },
})

/** Staff opens a case about a breach and has everybody told of it whom the shop knows then. Gives its id. */
export const tellEverybody = async (shop: Suite, headers: Headers): Promise<string> => {
  const ask = async (path: string, body: object): Promise<AdminBreachResponse> => {
    const answer = await shop.call<AdminBreachResponse>("POST", `${BREACHES}${path}`, {
      ...{ headers, body },
    })
    if (answer.status >= 300) throw new Error(answer.text)
    return answer.body
  }
  const opened = await ask("", {
    ...{ source: "staff", quick_start: null, is_drill: false, facts: wholeFacts(1) },
  })
  const { id } = opened.breach
  const none = { exemption: null, exemption_reason: null }
  await ask(`/${id}/assess`, { risk: "high", reasoning: "Derfor.", ...none })
  await ask(`/${id}/affected`, { customers: true, guests: true })
  await ask(`/${id}/notice`, wordsOf(id))
  await ask(`/${id}/notify`, {})
  return id
}
