import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { seedNotices } from "./notices"
import { seedStaff, seedStore } from "./store"
import type { SeededStore } from "./store"

const PROVIDERS = ["pp_nets_nets", "pp_ean-invoice_ean-invoice", "pp_system_default"]

const findStore = async (container: MedusaContainer): Promise<SeededStore | undefined> => {
  const [region] = await container.resolve(Modules.REGION).listRegions({ name: "Danmark" })
  const [key] = await container
    .resolve(Modules.API_KEY)
    .listApiKeys({ type: "publishable", title: "Webshop" })
  const [channel] = await container
    .resolve(Modules.SALES_CHANNEL)
    .listSalesChannels({ name: "Webshop" })
  if (!region || !key || !channel) return undefined
  return { publishableKey: key.token, regionId: region.id, salesChannelId: channel.id }
}

/** Seeds the Danish store when it is not there yet, the staff user who may log in, and the privacy notices. */
export const seedOnce = async (
  container: MedusaContainer,
  staff: { email: string; password: string }
): Promise<SeededStore> => {
  const existing = await findStore(container)
  const store = existing ?? (await seedStore(container, PROVIDERS))
  await seedStaff(container, staff)
  await seedNotices(container)
  return store
}
