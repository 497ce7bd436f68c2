import type { Logger, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { NetsModuleService } from "../../../modules/nets"
import { NETS_MODULE } from "../../../modules/nets"
import type { NetsClient } from "../../../modules/nets/client"
import type { SessionReference } from "../../../modules/nets/domain/session-data"
import { recordProblem } from "../../../modules/nets/problems"
import type { NetsProblem } from "../../../modules/nets/problems"
import { postgres } from "../../../shared/postgres"
import type { Knex } from "../../../shared/postgres"

/** What every step of putting one payment right needs. */
export type Follow = {
  container: MedusaContainer
  connection: Knex
  client: NetsClient
  sessionId: string
  paymentId: string
  reference: SessionReference
}

export const followOf = (
  container: MedusaContainer,
  sessionId: string,
  reference: SessionReference
): Follow => ({
  container,
  connection: postgres(container),
  client: container.resolve<NetsModuleService>(NETS_MODULE).client(reference.account),
  sessionId,
  paymentId: reference.payment_id ?? "",
  reference,
})

/** Notes what staff has to look at, once with a line in the log. Neither names a person. */
export const tell = async (
  { container, connection, sessionId }: Pick<Follow, "container" | "connection" | "sessionId">,
  problem: NetsProblem
): Promise<void> => {
  if (!(await recordProblem(connection, sessionId, problem))) return
  const logger = container.resolve<Logger>(ContainerRegistrationKeys.LOGGER)
  logger.error(`nets: session ${sessionId} needs a look (${problem})`)
}
