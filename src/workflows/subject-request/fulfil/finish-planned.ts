import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { actOnRequest, readRequest } from "../../../modules/subject-request/requests"
import { findPlanned } from "../../../modules/subject-request/subjects"
import { errorName } from "../../../shared/errors"
import { postgres } from "../../../shared/postgres"
import { getErasure } from "../../personal-data"
import { inTurnOf } from "../in-turn"
import { subjectRequestSettings } from "../settings"
import { outcomeOfErasure } from "./erasure"
import { eventOf } from "./fulfil"

/** Ends one request when its erasure is done; does nothing while it is not, or when somebody was quicker. */
const finishOne = async (
  container: MedusaContainer,
  { id, erasureId }: { id: string; erasureId: string }
): Promise<void> => {
  const connection = postgres(container)
  const { row } = await readRequest(connection, id)
  if (row.state !== "planned" || (await getErasure(container, erasureId)).status !== "done") return
  const outcome = await outcomeOfErasure(container, erasureId)
  await connection.transaction((transaction) =>
    actOnRequest(transaction, id, {
      event: eventOf(outcome),
      actor: "system",
      now: new Date(),
    })
  )
}

/** Ends the planned requests whose erasures are done, each once, for the job. One that fails stops no other. */
export const finishPlanned = async (container: MedusaContainer): Promise<void> => {
  const connection = postgres(container)
  const { controller } = subjectRequestSettings(container)
  for (const { id, erasure_id: erasureId } of await findPlanned(connection, controller.id)) {
    if (erasureId === null) continue
    try {
      await inTurnOf(container, id, () => finishOne(container, { id, erasureId }))
    } catch (error) {
      container
        .resolve(ContainerRegistrationKeys.LOGGER)
        .error(`dk-subject-request: ${id} is looked at again (${errorName(error)})`)
    }
  }
}
