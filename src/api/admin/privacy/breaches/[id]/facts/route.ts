import type { MedusaResponse } from "@medusajs/framework/http"
import type { AdminBreachResponse } from "../../../../../../types/http"
import { changeCase } from "../../../../../../workflows/breach"
import { answerConflictsOfStaff } from "../../../../../_shared/answer-conflicts"
import type { FactsBody } from "../../validators"

/**
 * `{ breach }`: all that is known, as a new version. 400 naming the field, 404, 409 `closed`, or `described_meanwhile` when it was
 * changed from another version than the latest.
 */
export const POST = answerConflictsOfStaff<FactsBody>(
  async (req, res: MedusaResponse<AdminBreachResponse>) => {
    const { facts_version, ...facts } = req.validatedBody
    const breach = await changeCase(req.scope, {
      id: req.params.id ?? "",
      event: { type: "described", facts, facts_version },
      actor: req.auth_context.actor_id,
    })
    res.json({ breach })
  }
)
