import type { Logger } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { Suite } from "./suite"

/** What the store logs from now on, at every level. Gone with `jest.restoreAllMocks`. */
export const watchLogger = (suite: Suite): string[] => {
  const logged: string[] = []
  const logger = suite.container().resolve<Logger>(ContainerRegistrationKeys.LOGGER)
  for (const level of ["debug", "info", "warn", "error"] as const) {
    jest.spyOn(logger, level).mockImplementation((...parts: unknown[]) => {
      logged.push(...parts.map((part) => `${String(part)} ${JSON.stringify(part)}`))
    })
  }
  return logged
}
