import type { MedusaContainer } from "@medusajs/framework/types"
import { ACCESS_MODULE, eraseDeliveredAddresses } from "../modules/access"
import type { AccessModuleService } from "../modules/access"
import { postgres } from "../shared/postgres"
import { ifUnlocked } from "../shared/session-locks"

/** Takes protected people's addresses off orders that were delivered long enough ago. */
const eraseDelivered = async (container: MedusaContainer): Promise<void> => {
  const { settings } = container.resolve<AccessModuleService>(ACCESS_MODULE)
  const connection = postgres(container)
  await ifUnlocked(connection, config.name, () =>
    eraseDeliveredAddresses(connection, {
      days: settings.protectedAddressDays,
      now: new Date(),
    })
  )
}

export default eraseDelivered

export const config = {
  name: "dk-access-erase-delivered",
  schedule: "50 2 * * *",
}
