import type { MedusaContainer } from "@medusajs/framework/types"
import type { OutcomeOf } from "../../../modules/subject-request/domain/outcome"
import { noteErasure } from "../../../modules/subject-request/subjects"
import { conflict, isMedusaErrorOf } from "../../../shared/errors"
import { postgres } from "../../../shared/postgres"
import type { AdminErasureCertificate } from "../../../types/http"
import {
  cancelErasureOf,
  dkErasePersonWorkflow,
  getCertificate,
  getErasure,
  previewErasureOf,
} from "../../personal-data"
import { toldRecipients } from "../recipients/register"
import type { Fulfilled, NamedFulfilment } from "./types"

type ErasureOutcome = OutcomeOf<"erasure">

const certificateOf = async (
  container: MedusaContainer,
  erasureId: string
): Promise<AdminErasureCertificate | null> => {
  try {
    return await getCertificate(container, erasureId)
  } catch (error) {
    // Before its first run it has none.
    if (isMedusaErrorOf(error, "not_found")) return null
    throw error
  }
}

/** What an erasure has done so far, from its own facts. */
export const outcomeOfErasure = async (
  container: MedusaContainer,
  erasureId: string
): Promise<ErasureOutcome> => {
  const { status, waiting } = await getErasure(container, erasureId)
  const proof = await certificateOf(container, erasureId)
  return {
    kind: "erasure",
    erasure_id: erasureId,
    is_done: status === "done",
    erased: proof?.erased ?? [],
    kept_documents: (proof?.kept_documents ?? []).map(({ number, keep_through, law }) => ({
      ...{ number, keep_through, law },
    })),
    kept_orders: (proof?.kept_orders ?? []).map(({ display_id, keep_through, law }) => ({
      ...{ display_id, keep_through, law },
    })),
    waiting: status === "done" ? [] : waiting,
    uncertain_orders: proof?.uncertain_orders ?? 0,
    // They are told when it is done.
    recipients: status === "done" ? await toldRecipients(container) : [],
  }
}

/** Nothing was left to erase: what is held is what a law keeps. */
const outcomeOfNothing = async ({
  container,
  subject,
}: NamedFulfilment): Promise<ErasureOutcome> => {
  const preview = await previewErasureOf(container, subject)
  return {
    kind: "erasure",
    erasure_id: null,
    is_done: true,
    erased: [],
    kept_documents: preview.kept_documents.map(({ number, keep_through, law }) => ({
      ...{ number, keep_through, law },
    })),
    kept_orders: preview.kept_orders.map(({ display_id, keep_through, law }) => ({
      ...{ display_id, keep_through, law },
    })),
    waiting: [],
    uncertain_orders: preview.uncertain_orders.length,
    recipients: [],
  }
}

const plan = async (
  { container, subject, actor, body }: NamedFulfilment,
  graceHours: number | null
): Promise<string | null> => {
  const { result } = await dkErasePersonWorkflow(container).run({
    input: {
      ...subject,
      override_blocks: body.override_blocks ?? false,
      grace_hours: graceHours,
      requested_by: actor,
      source: "staff",
    },
  })
  return result.already_erased ? null : result.erasure_id
}

/** Whether staff called an erasure off before it began. */
export const isCalledOff = async (
  container: MedusaContainer,
  erasureId: string
): Promise<boolean> => (await getErasure(container, erasureId)).status === "cancelled"

/** The erasure that a killed try began; null when it was called off since. */
const begunBefore = async ({ container, row }: NamedFulfilment): Promise<string | null> =>
  row.erasure_id === null || (await isCalledOff(container, row.erasure_id)) ? null : row.erasure_id

/**
 * Calls off the erasure of a request that is not to be carried out after all.
 *
 * @throws conflict `erasure_begun`: what is gone cannot be refused or taken back, and the rest goes on by itself
 */
export const callOffErasure = async (
  container: MedusaContainer,
  { erasureId, actor }: { erasureId: string; actor: string }
): Promise<void> => {
  const { status, started_at: startedAt } = await getErasure(container, erasureId)
  if (status === "cancelled") return
  if (status === "done" || startedAt !== null) {
    throw conflict(
      "erasure_begun",
      "The erasure has begun and ends by itself. Carry the request out to write down what came of it."
    )
  }
  await cancelErasureOf(container, erasureId, actor)
}

/**
 * Erases the person without grace. Its id is written down before it runs, so that a second try after a kill finds what the
 * first has done.
 */
export const fulfilErasure = async (fulfilment: NamedFulfilment): Promise<Fulfilled> => {
  const { container, row } = fulfilment
  const begun = await begunBefore(fulfilment)
  const erasureId = begun ?? (await plan(fulfilment, null))
  if (erasureId === null) return { outcome: await outcomeOfNothing(fulfilment) }
  if (begun === null) await noteErasure(postgres(container), row.id, erasureId)
  const { status } = await getErasure(container, erasureId)
  if (status !== "done") await plan(fulfilment, 0)
  return { outcome: await outcomeOfErasure(container, erasureId) }
}
