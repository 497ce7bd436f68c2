import type { AdminOverview, AdminOverviewResponse } from "../../../src/types/http"
import { staff } from "./shop"
import type { Headers } from "./shop"
import type { Suite } from "./suite"

export const OVERVIEW = "/admin/privacy/overview"

/** What the overview is told after a change, as the owner or as somebody else. */
export const overviewOf =
  (suite: Suite) =>
  async (by?: Headers, query = "?fresh=true"): Promise<AdminOverview> => {
    const answer = await suite.call<AdminOverviewResponse>("GET", `${OVERVIEW}${query}`, {
      headers: by ?? (await staff(suite)),
    })
    if (answer.status !== 200) throw new Error(answer.text)
    return answer.body.overview
  }
