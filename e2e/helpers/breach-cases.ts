import { adminToken } from "./admin"
import type { RunningDemo } from "./demo"
import { sql } from "./privacy"
import { call } from "./sale"

const FACTS = {
  ...{
    title: "Liste over kunder på nettet",
    kinds: ["confidentiality"],
    nature: "En fil lå åben.",
  },
  ...{ occurred_from: null, occurred_to: null, detected_at: null, people_categories: ["guests"] },
  ...{ people_count: 40, records_count: 40, data_categories: ["name", "email"] },
  ...{ consequences: "Svindelmails.", measures_taken: "Filen er fjernet.", measures_planned: "" },
  ...{ contact: "", processor: "" },
}

/** A case as the API opens it. Gives its id. */
export const openedCase = async (
  demo: RunningDemo,
  title: string,
  awareHoursAgo: number,
  isDrill = false
): Promise<string> => {
  const { breach } = await call<{ breach: { id: string } }>(demo, "/admin/privacy/breaches", {
    token: await adminToken(demo),
    body: {
      ...{ source: "staff", quick_start: null, is_drill: isDrill },
      facts: {
        ...{ ...FACTS, title },
        aware_at: new Date(Date.now() - awareHoursAgo * 3600 * 1000).toISOString(),
      },
    },
  })
  return breach.id
}

/** Leaves the register empty. */
export const forgetBreaches = (demo: RunningDemo): Promise<void> =>
  sql(demo, "UPDATE dk_breach SET deleted_at = now(); UPDATE dk_breach_tip SET deleted_at = now()")
