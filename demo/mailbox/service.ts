import { randomUUID } from "node:crypto"
import { mkdir, writeFile } from "node:fs/promises"
import { join } from "node:path"
import type { ProviderSendNotificationDTO } from "@medusajs/framework/types"
import { AbstractNotificationProviderService } from "@medusajs/framework/utils"

/** A mail as the folder keeps it. */
export type DemoMail = { to: string; subject: string; text: string; at: string }

export class DemoMailbox extends AbstractNotificationProviderService {
  static override identifier = "demo-mailbox"

  readonly #folder: string

  constructor(_container: object, { folder }: { folder: string }) {
    super()
    this.#folder = folder
  }

  override async send({ to, content, template }: ProviderSendNotificationDTO): Promise<object> {
    const at = new Date().toISOString()
    const mail: DemoMail = {
      ...{ to, at },
      subject: content?.subject ?? template,
      text: content?.text ?? "",
    }
    await mkdir(this.#folder, { recursive: true })
    const id = `${at.replace(/\W/g, "")}-${randomUUID()}`
    await writeFile(join(this.#folder, `${id}.json`), JSON.stringify(mail))
    return { id }
  }
}
