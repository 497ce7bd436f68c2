import type { ContainerLike } from "@medusajs/framework"
import type { Logger } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { lazy } from "../../../shared/lazy"

const notificationConfig = lazy(() =>
  z.object({
    options: z.object({
      providers: z.array(z.object({ options: z.object({ channels: z.array(z.string()) }) })),
    }),
  })
)

/** Says in the log, once at start, that letters wait until Medusa has a provider of e-mail. */
const warnNoMail = async ({ container }: { container: ContainerLike }): Promise<void> => {
  const { modules } = container.resolve<{ modules?: Record<string, unknown> }>(
    ContainerRegistrationKeys.CONFIG_MODULE
  )
  const config = notificationConfig().safeParse(modules?.[Modules.NOTIFICATION])
  const channels = config.data?.options.providers.flatMap(({ options }) => options.channels) ?? []
  if (!channels.includes("email")) {
    container
      .resolve<Logger>(ContainerRegistrationKeys.LOGGER)
      .warn(
        "dk-subject-request: no provider of e-mail is configured (notification module), so letters to people wait until there is one."
      )
  }
  return Promise.resolve()
}

export default warnNoMail
