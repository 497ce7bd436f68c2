import { MedusaModule } from "@medusajs/framework/modules-sdk"
import type { ProviderSendNotificationDTO } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { Suite } from "./suite"

type Providers = {
  getProviderForChannels: (channels: string[]) => Promise<object[]>
  send: (provider: object, message: ProviderSendNotificationDTO) => Promise<object>
}

const PROVIDER = { id: "test-mail", channels: ["email"], is_enabled: true }

const isHolder = (value: unknown): value is { notificationProviderService_: Providers } =>
  typeof value === "object" && value !== null && "notificationProviderService_" in value

const providersOfMedusa = (): Providers => {
  const loaded: unknown = MedusaModule.getModuleInstance(Modules.NOTIFICATION)
  const holder = Object.values<unknown>({ ...(loaded as object) }).find(isHolder)
  if (!holder) throw new Error("Medusa's notification module is built another way")
  return holder.notificationProviderService_
}

export type TestMailbox = {
  mails: ProviderSendNotificationDTO[]
  /** The provider throws from now on, or no more. */
  fail: (isFailing: boolean) => void
  /** The provider does not answer about the next mail until the result is called. */
  hold: () => () => void
}

/** Gives the store a provider of e-mail that keeps what it is asked to send. Gone with `jest.restoreAllMocks`. */
export const openMailbox = async (suite: Suite): Promise<TestMailbox> => {
  await suite
    .database()("notification_provider")
    .insert({
      ...{ id: PROVIDER.id, handle: PROVIDER.id, name: PROVIDER.id },
      is_enabled: true,
      channels: PROVIDER.channels,
    })
  const mails: ProviderSendNotificationDTO[] = []
  let isFailing = false
  let held = Promise.resolve()
  const providers = providersOfMedusa()
  jest.spyOn(providers, "getProviderForChannels").mockResolvedValue([
    // What the store knows of its providers stands in the row; asked, this one takes texts too.
    { ...PROVIDER, channels: ["email", "sms"] },
  ])
  jest.spyOn(providers, "send").mockImplementation(async (_provider, message) => {
    const answer = held
    held = Promise.resolve()
    await answer
    if (isFailing) throw new Error(`cannot reach ${message.to}`)
    mails.push(message)
    return { id: `mail-${mails.length.toString()}` }
  })
  return {
    mails,
    fail: (next) => {
      isFailing = next
    },
    hold: () => {
      let release: () => void = () => undefined
      held = new Promise<void>((resolve) => (release = resolve))
      return release
    },
  }
}
