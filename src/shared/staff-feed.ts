import type { INotificationModuleService, MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { hasNotificationProvider } from "./notification-provider"
import { postgres } from "./postgres"

/** What all staff reads in Admin; nobody is named in it. `key` is what makes it the same note. */
export type StaffNote = { key: string; title: string; text: string }

/** Medusa has a feed for staff when a provider serves its channel. */
const findFeed = async (
  container: MedusaContainer
): Promise<INotificationModuleService | undefined> => {
  if (!container.hasRegistration(Modules.NOTIFICATION)) return undefined
  const hasFeed = await hasNotificationProvider(postgres(container), "feed")
  return hasFeed ? container.resolve(Modules.NOTIFICATION) : undefined
}

/** Puts notes into Medusa's feed for staff, each once for ever; nothing happens in a store without one. */
export const noteForStaff = async (
  container: MedusaContainer,
  notes: readonly StaffNote[]
): Promise<void> => {
  const feed = await findFeed(container)
  if (!feed) return
  for (const { key, title, text } of notes) {
    await feed.createNotifications({
      to: "",
      channel: "feed",
      template: "admin-ui",
      data: { title, description: text },
      idempotency_key: key,
    })
  }
}
