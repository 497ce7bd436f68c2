import { asValue } from "@medusajs/framework/awilix"
import { createMedusaContainer, Modules } from "@medusajs/framework/utils"
import warnNoMail from "./loaders/warn-no-mail"

const warningsOf = async (modules: Record<string, unknown>): Promise<string[]> => {
  const warnings: string[] = []
  const container = createMedusaContainer()
  container.register({
    logger: asValue({ warn: (text: string) => warnings.push(text) }),
    configModule: asValue({ modules }),
  })
  await warnNoMail({ container })
  return warnings
}

const withChannels = (...channels: string[]) => ({
  [Modules.NOTIFICATION]: { options: { providers: [{ options: { channels } }] } },
})

describe("a store at start", () => {
  it("is told that letters wait without a provider of e-mail", async () => {
    const [warning] = await warningsOf(withChannels("feed"))
    expect(warning).toContain("letters to people wait")
    expect(await warningsOf({})).toHaveLength(1)
    expect(await warningsOf(withChannels("feed", "email"))).toEqual([])
  })
})
