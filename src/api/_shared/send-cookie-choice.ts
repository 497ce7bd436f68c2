import type { MedusaResponse } from "@medusajs/framework/http"
import type { ConsentModuleService } from "../../modules/consent"
import type { StoreCookieChoiceResponse } from "../../types/http"

/** Answers the proof of a visitor's cookie choice to who has the visitor's id. */
export const sendCookieChoice = async (
  service: ConsentModuleService,
  { visitor_id, locale }: { visitor_id: string; locale?: string | undefined },
  res: MedusaResponse<StoreCookieChoiceResponse>
): Promise<void> => {
  const known = await service.findCookieChoice({ visitor_id, locale })
  const answer: StoreCookieChoiceResponse = {
    cookie_choice: known && {
      choices: known.choices,
      method: known.method,
      since: known.since,
      notice: {
        id: known.notice.id,
        locale: known.notice.locale,
        version: known.notice.version,
        sha256: known.notice.sha256,
      },
      ask_again: known.ask_again,
    },
  }
  res.set("cache-control", "no-store")
  res.json(answer)
}
