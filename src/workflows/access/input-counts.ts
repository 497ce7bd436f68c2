import type { MedusaContainer } from "@medusajs/framework/types"
import { addDays, dropOldInputCounts, readInputCounts } from "../../modules/access"
import { copenhagenDay } from "../../rules"
import { postgres } from "../../shared/postgres"
import type { AdminInputCountsResponse, AdminInputOutcome } from "../../types/http"

/** What the input guard did in the last days, today among them. */
export const getInputCounts = async (
  container: MedusaContainer,
  days: number
): Promise<AdminInputCountsResponse> => {
  const since = addDays(copenhagenDay(new Date()), 1 - days)
  const counts = await readInputCounts(postgres(container), since)
  const totalOf = (outcome: AdminInputOutcome): number =>
    counts.filter((row) => row.outcome === outcome).reduce((sum, { count }) => sum + count, 0)
  return {
    counts: counts.map(({ day, outcome, count }) => ({ day, outcome, count })),
    totals: {
      cpr_asked: totalOf("cpr_asked"),
      cpr_confirmed: totalOf("cpr_confirmed"),
      cpr_masked: totalOf("cpr_masked"),
      card_refused: totalOf("card_refused"),
      card_code_refused: totalOf("card_code_refused"),
      card_masked: totalOf("card_masked"),
    },
    since,
  }
}

/** Removes counts older than twelve months. */
export const dropOldCounts = (container: MedusaContainer, now = new Date()): Promise<void> =>
  dropOldInputCounts(postgres(container), now)
