import { QUICK_STARTS } from "../../modules/breach/domain/kinds"
import { QUICK_START_GUIDES } from "../../modules/breach/domain/quick-starts"
import type { AdminBreachQuickStart } from "../../types/http"

/** The breaches that happen most, with what to ask and what the form begins with, in a language. */
export const listQuickStarts = (locale: "da" | "en"): AdminBreachQuickStart[] =>
  QUICK_STARTS.map((id) => {
    const { likely_risk, questions, prefill, nature } = QUICK_START_GUIDES[id]
    return {
      ...{ id, likely_risk, questions: [...questions[locale]] },
      prefill: { ...prefill, nature: nature[locale] },
    }
  })
