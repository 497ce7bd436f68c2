import type { ProviderSendNotificationDTO } from "@medusajs/framework/types"
import { AbstractNotificationProviderService } from "@medusajs/framework/utils"

export class MailProvider extends AbstractNotificationProviderService {
  static override identifier = "test-mail"

  readonly #url: string

  constructor(_container: object, { url }: { url: string }) {
    super()
    this.#url = url
  }

  override async send({ to, content, template }: ProviderSendNotificationDTO): Promise<object> {
    const answer = await fetch(this.#url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ to, template, subject: content?.subject, text: content?.text }),
      signal: AbortSignal.timeout(10_000),
    })
    if (!answer.ok) throw new Error(`The provider answered ${answer.status.toString()}`)
    return (await answer.json()) as { id: string }
  }
}
