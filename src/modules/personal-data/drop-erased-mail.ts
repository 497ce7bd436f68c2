import { MedusaModule } from "@medusajs/framework/modules-sdk"
import type { CreateNotificationDTO, Logger, NotificationDTO } from "@medusajs/framework/types"
import { Modules, generateEntityId } from "@medusajs/framework/utils"
import { withoutErased } from "./domain/erased-address"

const WRAPPED = Symbol.for("medusa-plugin-denmark.erased-mail")

type Log = Pick<Logger, "info">
type Message = CreateNotificationDTO
type Sent = Partial<NotificationDTO> | NotificationDTO[] | undefined

/** What is used of the notification service: a list gives a list, one message gives one. */
type Sender = {
  createNotifications: (data: Message | Message[], ...rest: unknown[]) => Promise<Sent>
  [WRAPPED]?: true
}

const isSender = (value: unknown): value is Sender =>
  typeof value === "object" &&
  value !== null &&
  "createNotifications" in value &&
  typeof value.createNotifications === "function"

/** What the caller of a single message gets: nothing was stored and nothing was sent. */
const unsent = (message: Message): Partial<NotificationDTO> => ({
  id: generateEntityId(undefined, "noti"),
  to: message.to,
  channel: message.channel,
  template: message.template ?? "",
  data: message.data ?? null,
  created_at: new Date(),
})

const wrap = (service: Sender, log: Log): void => {
  const send = service.createNotifications.bind(service)
  /** The message to those who are not erased; null when there is nobody. */
  const withoutErasedPersons = (message: Message): Message | null => {
    const to = withoutErased(message.to)
    if (to === message.to) return message
    log.info(
      `dk-personal-data: message "${message.template ?? ""}" to an erased person was not sent`
    )
    return to === null ? null : { ...message, to }
  }
  service.createNotifications = async (data, ...rest) => {
    if (!Array.isArray(data)) {
      const message = withoutErasedPersons(data)
      return message ? send(message, ...rest) : unsent(data)
    }
    const others = data.flatMap((message) => withoutErasedPersons(message) ?? [])
    return others.length === 0 && data.length > 0 ? [] : send(others, ...rest)
  }
  service[WRAPPED] = true
}

/**
 * Makes Medusa's notification module leave out messages to `…@invalid.invalid`, whoever sends them (of a list, only that address): that address
 * stands in the orders of erased persons, which a store's own subscriber may mail. A provider never sees them, the
 * caller gets no error, and one line is logged without the address.
 */
export const dropErasedMail = (log: Log): void => {
  const loaded: unknown = MedusaModule.getModuleInstance(Modules.NOTIFICATION)
  if (typeof loaded !== "object" || loaded === null) return
  for (const service of Object.values<unknown>({ ...loaded })) {
    if (isSender(service) && !service[WRAPPED]) wrap(service, log)
  }
}
