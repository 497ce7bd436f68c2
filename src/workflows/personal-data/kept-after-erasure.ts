import type { MedusaContainer } from "@medusajs/framework/types"
import { findKeptAfterErasure } from "../../modules/personal-data/engine/kept-after-erasure"
import type { KeptAfterErasure } from "../../modules/personal-data/engine/kept-after-erasure"
import { copenhagenDay } from "../../rules"
import { postgres } from "../../shared/postgres"
import { personalDataSettings } from "./personal-data-settings"

/** What a law still keeps today of somebody who was erased, by number and last day; empty for who was not. */
export const readKeptAfterErasure = (
  container: MedusaContainer,
  { customer_id, email }: { customer_id: string | null; email: string | null }
): Promise<KeptAfterErasure> =>
  findKeptAfterErasure(
    postgres(container),
    personalDataSettings(container).secrets,
    {
      customer_ids: customer_id === null ? [] : [customer_id],
      emails: email === null ? [] : [email],
    },
    copenhagenDay(new Date())
  )
