import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { proposeErasureOf } from "../workflows/personal-data"

type Deleted = { id: string | string[] }

/** Medusa's own deletion only hides a customer: staff is offered to erase the rest. */
const proposeErasure = async ({
  event: { data },
  container,
}: SubscriberArgs<Deleted>): Promise<void> => {
  for (const id of [data.id].flat()) await proposeErasureOf(container, id)
}

export default proposeErasure

export const config: SubscriberConfig = {
  event: "customer.deleted",
  context: { subscriberId: "dk-personal-data-customer-deleted" },
}
