import { shippedLocale } from "../../../shared/options"
import { countHeldOf, issueExportTicket } from "../../personal-data"
import type { ExportRequest } from "../../personal-data"
import { subjectRequestSettings } from "../settings"
import type { Fulfilled, NamedFulfilment } from "./types"

/** What is asked of personal-data for a copy. */
export const exportOf = (
  { container, subject, row, body }: Omit<NamedFulfilment, "actor">,
  profile: "access" | "portability"
): ExportRequest => {
  const { locales } = subjectRequestSettings(container)
  return { subject, profile, locale: body.locale ?? shippedLocale(locales, row.locale) }
}

/** A copy is made when the ticket is used and stored nowhere. */
export const fulfilAccess = async (fulfilment: NamedFulfilment): Promise<Fulfilled> => {
  const { container, actor } = fulfilment
  const request = exportOf(fulfilment, "access")
  const held = await countHeldOf(container, request)
  const ticket = await issueExportTicket(container, request, actor)
  return { outcome: { kind: "access", profile: "access", held }, ticket }
}

export const fulfilPortability = async (fulfilment: NamedFulfilment): Promise<Fulfilled> => {
  const { container, actor } = fulfilment
  const ticket = await issueExportTicket(container, exportOf(fulfilment, "portability"), actor)
  return { outcome: { kind: "portability", profile: "portability" }, ticket }
}
