import { asValue } from "@medusajs/framework/awilix"
import { ContainerRegistrationKeys, createMedusaContainer } from "@medusajs/framework/utils"
import { mailOnce } from "../../../src/shared/mail-once"
import { selectRows } from "../../../src/shared/postgres"
import { openMailbox } from "../helpers/mailbox"
import type { TestMailbox } from "../helpers/mailbox"
import { eventually } from "../helpers/shop"
import type { Suite } from "../helpers/suite"

const KEY = "zq-mail-once:1"
const MAIL = { to: "zqene@kunde.example", template: "zq-mail-once" }

export default (suite: Suite): void => {
  let mailbox: TestMailbox

  beforeEach(async () => {
    mailbox = await openMailbox(suite)
  })

  afterEach(() => {
    jest.restoreAllMocks()
  })

  const statuses = async () =>
    (
      await selectRows<{ status: string }>(
        suite.database(),
        "SELECT status FROM notification WHERE idempotency_key = ?",
        [KEY]
      )
    ).map(({ status }) => status)

  /** A server that does nothing more after it looked whether the mail was begun, until it may. */
  const slowServer = () => {
    let go: () => void = () => undefined
    const mayGo = new Promise<void>((resolve) => (go = resolve))
    const database = suite.database()
    const slow = new Proxy(database, {
      get: (target, name) => {
        if (name !== "raw") return Reflect.get(target, name) as unknown
        return async (sql: string, bindings: string[]) => {
          if (sql.startsWith("DELETE")) await mayGo
          return selectRows(database, sql, bindings).then((rows) => ({ rows }))
        }
      },
    })
    const container = createMedusaContainer({}, suite.container())
    container.register(ContainerRegistrationKeys.PG_CONNECTION, asValue(slow))
    return { container, go }
  }

  describe("a mail", () => {
    it("leaves once though two servers saw that nobody had begun it", async () => {
      const late = slowServer()
      const second = mailOnce(late.container, KEY, MAIL)
      const release = mailbox.hold()
      const first = mailOnce(suite.container(), KEY, MAIL)
      await eventually(async () => (await statuses()).includes("pending"))
      late.go()
      expect(await second).toBe("pending")
      release()
      expect(await first).toBe("success")
      expect(mailbox.mails).toHaveLength(1)
    })

    it("whose note vanished while the provider was asked may have left: nobody knows", async () => {
      const release = mailbox.hold()
      const sent = mailOnce(suite.container(), KEY, MAIL)
      await eventually(async () => (await statuses()).includes("pending"))
      await suite.database()("notification").where({ idempotency_key: KEY }).delete()
      release()
      expect(await sent).toBe("pending")
    })

    it("that the provider refused is tried again", async () => {
      mailbox.fail(true)
      expect(await mailOnce(suite.container(), KEY, MAIL)).toBe("failure")
      mailbox.fail(false)
      expect(await mailOnce(suite.container(), KEY, MAIL)).toBe("success")
      expect(await mailOnce(suite.container(), KEY, MAIL)).toBe("success")
      expect(mailbox.mails).toHaveLength(1)
      expect(await statuses()).toEqual(["success"])
    })
  })
}
