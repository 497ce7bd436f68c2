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
  const providers = providersOfMedusa()
  jest.spyOn(providers, "getProviderForChannels").mockResolvedValue([PROVIDER])
  jest.spyOn(providers, "send").mockImplementation((_provider, message) => {
    if (isFailing) return Promise.reject(new Error(`cannot reach ${message.to}`))
    mails.push(message)
    return Promise.resolve({ id: `mail-${mails.length.toString()}` })
  })
  return {
    mails,
    fail: (next) => {
      isFailing = next
    },
  }
}
