import type { MedusaContainer } from "@medusajs/framework/types"
import { readBreach } from "../../modules/breach/breaches"
import { renderReport, reportJson } from "../../modules/breach/domain/report"
import { unexpected } from "../../shared/errors"
import { postgres } from "../../shared/postgres"
import type { AdminBreachReportResponse } from "../../types/http"
import { delayReasonsIn, owesReasons } from "./detail"
import { breachSettings } from "./settings"

/** What the authority is told of a case as it is known now (GDPR Art. 33(3)), to paste into its form. Throws not_found. */
export const getReport = async (
  container: MedusaContainer,
  id: string,
  locale: "da" | "en"
): Promise<AdminBreachReportResponse["report"]> => {
  const { row, folded } = await readBreach(postgres(container), id)
  const { facts, assessment } = folded
  if (!facts) throw unexpected("A breach is described when it is opened")
  const { name, cvr, address, email, phone } = breachSettings(container).controller
  const parts = {
    controller: { name, cvr, address, email, phone },
    ...{ facts, assessment, delay_reasons: delayReasonsIn(folded), is_drill: row.is_drill },
    owes_reasons: owesReasons(container, folded),
  }
  const { missing, ...json } = reportJson(parts)
  return { text: renderReport(parts, locale), json, missing }
}
