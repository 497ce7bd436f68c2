import type {
  AdminChangeRecipient,
  AdminCreateRecipient,
  AdminErasureResponse,
  AdminRecipientListResponse,
  AdminRecipientResponse,
  AdminRecipientTaskListResponse,
  AdminRecipientTaskResponse,
} from "../../../src/types/http"
import { selectRows } from "../../../src/shared/postgres"
import { tellRecipients } from "../../../src/workflows/subject-request"
import { buyOnce, erasuresOf } from "../helpers/erasures"
import { exportJson } from "../helpers/exports"
import { guestBuys } from "../helpers/guests"
import { openMailbox } from "../helpers/mailbox"
import type { TestMailbox } from "../helpers/mailbox"
import { captureOrder, eventually, register, staff } from "../helpers/shop"
import type { Headers } from "../helpers/shop"
import { STRANGER_STAFF } from "../helpers/store"
import { requestsOf } from "../helpers/subject-requests"
import type { Suite } from "../helpers/suite"
import { shipOrder } from "../helpers/warehouse"
import { statementsDuring } from "../helpers/watch-queries"

const RECIPIENTS = "/admin/privacy/recipients"

const LATER = "UPDATE dk_subject_request_recipient_task SET sent_at = sent_at - interval '15 days'"

const CARRIER = {
  ...{ name: "Zq Fragt", role: "controller", purposes: ["delivery"], country: "dk" },
  contact_email: "privatliv@fragt.example",
} satisfies AdminCreateRecipient

export default (suite: Suite): void => {
  let headers: Headers
  let mailbox: TestMailbox
  const { known, done } = requestsOf(suite, () => headers)
  const { erase } = erasuresOf(suite)

  beforeEach(async () => {
    headers = await staff(suite)
    mailbox = await openMailbox(suite)
  })

  afterEach(() => {
    jest.restoreAllMocks()
  })

  const post = (path: string, body: AdminCreateRecipient | AdminChangeRecipient) =>
    suite.call<AdminRecipientResponse>("POST", `${RECIPIENTS}${path}`, { headers, body })
  const readRegister = async () =>
    (await suite.call<AdminRecipientListResponse>("GET", RECIPIENTS, { headers })).body
  const tasksOf = async (causeId: string) =>
    (
      await suite.call<AdminRecipientTaskListResponse>(
        "GET",
        `${RECIPIENTS}/tasks?limit=100&cause_id=${causeId}`,
        { headers }
      )
    ).body.tasks
  const act = (id: string, action: string) =>
    suite.call<AdminRecipientTaskResponse>("POST", `${RECIPIENTS}/tasks/${id}/${action}`, {
      headers,
      body: {},
    })
  const tell = () => tellRecipients(suite.container())
  const taskFor = async (causeId: string, name: string) => {
    const task = (await tasksOf(causeId)).find(({ recipient }) => recipient === name)
    if (!task) throw new Error(`no task for ${name}`)
    return task
  }
  const numberOf = async (orderId: string): Promise<string> => {
    const [order] = await selectRows<{ display_id: number }>(
      suite.database(),
      `SELECT display_id FROM "order" WHERE id = ?`,
      [orderId]
    )
    return order?.display_id.toString() ?? "?"
  }
  /** An erasure that nobody asked for by a request. */
  const erased = async (name: string) => {
    const { account, orderId } = await buyOnce(suite, name)
    await captureOrder(suite, orderId, headers)
    await shipOrder(suite, orderId, headers)
    const body = { customer_id: account.customerId, grace_hours: 0 }
    const { erasure }: AdminErasureResponse = await erase(headers, body)
    return { id: erasure?.id ?? "", orderId, email: account.email }
  }

  describe("the register of recipients", () => {
    it("begins with whom the code names, and takes presets with one press", async () => {
      const { recipients, presets } = await readRegister()
      expect(recipients).toMatchObject([{ name: "Nets (Nexi)", origin: "options" }])
      expect(presets.map(({ preset }) => preset)).not.toContain("nets")
      const added = await post("", { preset: "facebook" })
      expect(added.status).toBe(201)
      expect(added.body.recipient).toMatchObject({ role: "joint_controller", origin: "staff" })
      expect((await readRegister()).presets.map(({ preset }) => preset)).not.toContain("facebook")
      expect((await post("", { preset: "facebook" })).error.code).toBe("name_taken")
      const unsafe = await post("", { ...CARRIER, country: "us" })
      expect([unsafe.status, unsafe.error.message.split(":")[0]]).toEqual([400, "safeguard"])
      const { id } = (await post("", CARRIER)).body.recipient
      const changed = await post(`/${id}`, { agreement_on: "2026-01-02", is_active: false })
      expect(changed.body.recipient).toMatchObject({
        ...CARRIER,
        ...{ agreement_on: "2026-01-02", is_active: false },
      })
      const stranger = await staff(suite, STRANGER_STAFF)
      expect((await suite.call("GET", RECIPIENTS, { headers: stranger })).status).toBe(403)
    })
  })

  describe("what a person is told of recipients", () => {
    it("comes from the register, with role, country and what protects the data", async () => {
      const { account } = await buyOnce(suite, "zqmodtager")
      const mailer = {
        ...{ name: "Zq Mailer Inc.", role: "processor", purposes: ["sale"], country: "us" },
        safeguard: "standardkontrakter",
      } satisfies AdminCreateRecipient
      for (const recipient of [CARRIER, mailer]) await post("", recipient)
      const nets = (await readRegister()).recipients.find(({ name }) => name === "Nets (Nexi)")
      const told = async () => {
        const body = { customer_id: account.customerId, profile: "access" }
        const { information } = await exportJson(suite, headers, body)
        return information.recipients.map(({ name, role, country, safeguard }) => [
          ...[name, role, country, safeguard.split(":")[0]],
        ])
      }
      const both = [
        [CARRIER.name, "Selv dataansvarlig", "dk", "Ingen"],
        [mailer.name, "Databehandler for os", "us", "standardkontrakter"],
      ]
      expect(await told()).toEqual([["Nets (Nexi)", "Selv dataansvarlig", "dk", "Ingen"], ...both])
      await post(`/${nets?.id ?? ""}`, { is_active: false })
      expect(await told()).toEqual(both)
    })
  })

  describe("recipients", () => {
    it("are told once of an erasure that nobody asked for, by order number alone", async () => {
      await post("", CARRIER)
      await post("", { ...CARRIER, name: "Zq Ikke mere" })
      const gone = (await readRegister()).recipients.find(({ name }) => name === "Zq Ikke mere")
      await post(`/${gone?.id ?? ""}`, { is_active: false })
      const { id, orderId, email } = await erased("zqfortael")
      await Promise.all([tell(), tell()])
      await tell()
      const tasks = await tasksOf(id)
      expect(tasks.map(({ recipient, state }) => [recipient, state]).sort()).toEqual([
        ["Nets (Nexi)", "open"],
        ["Zq Fragt", "sent"],
      ])
      const [mail, ...more] = mailbox.mails.filter(({ to }) => to === CARRIER.contact_email)
      expect(more).toEqual([])
      expect(mail?.content?.text).toContain(`ordrenummer ${await numberOf(orderId)}`)
      expect(JSON.stringify(mail)).not.toContain("zqfortael")
      expect(JSON.stringify(mail)).not.toContain(email)

      const byHand = await taskFor(id, "Nets (Nexi)")
      expect((await act(byHand.id, "send")).body.task).toMatchObject({ state: "sent" })
      const confirmed = await act(byHand.id, "confirm")
      expect(confirmed.body.task).toMatchObject({ state: "confirmed" })
      expect(confirmed.body.task.changed_by).toMatch(/^user_/)
      const late = await act(byHand.id, "fail")
      expect([late.status, late.error.code]).toEqual([409, "confirmed_already"])
    })

    it("are told again after a failure, and escalated when nobody confirms", async () => {
      await post("", CARRIER)
      mailbox.fail(true)
      const { id } = await erased("zqigen")
      await tell()
      const task = await taskFor(id, CARRIER.name)
      expect(task).toMatchObject({ state: "open", outcome: "failed: mail_refused" })
      expect((await act(task.id, "send")).error.code).toBe("mail_refused")
      mailbox.fail(false)
      expect((await act(task.id, "send")).body.task.state).toBe("sent")
      expect((await act(task.id, "send")).status).toBe(200)
      expect(mailbox.mails).toHaveLength(1)
      expect((await act(task.id, "fail")).body.task.state).toBe("failed")
      await act(task.id, "send")
      expect(mailbox.mails).toHaveLength(2)
      await suite.database().raw(LATER)
      await tell()
      expect((await taskFor(id, CARRIER.name)).state).toBe("escalated")
      expect((await act(task.id, "confirm")).body.task.state).toBe("confirmed")
    })

    it("are looked after by as many statements however much was erased", async () => {
      await post("", CARRIER)
      const told = async (name: string) => {
        await erased(name)
        await tell()
        const statements = await statementsDuring(suite, tell)
        return statements.filter((sql) => sql.includes("recipient_task")).length
      }
      const afterOne = await told("zqfoerste")
      expect(await told("zqanden")).toBe(afterOne)
    })

    it("that nobody confirmed are mailed again when staff sends, once although it is killed before that is noted", async () => {
      await post("", CARRIER)
      const { id } = await erased("zqrykker")
      await tell()
      const later = () => suite.database().raw(LATER)
      await later()
      await Promise.all([tell(), tell()])
      const { id: taskId, state, sent_at, outcome } = await taskFor(id, CARRIER.name)
      expect(state).toBe("escalated")
      const send = async () => [(await act(taskId, "send")).body.task.state, mailbox.mails.length]
      expect(await send()).toEqual(["sent", 2])
      expect(await send()).toEqual(["sent", 2])
      // As it stood when the mail had left.
      const tasks = suite.database()("dk_subject_request_recipient_task")
      await tasks.where({ id: taskId }).update({ state, sent_at, outcome })
      await tell()
      expect(await send()).toEqual(["sent", 2])
      await later()
      await tell()
      expect(await send()).toEqual(["sent", 3])
    })

    it("whose mail was interrupted are not told yet, and are mailed again when staff sends", async () => {
      await post("", CARRIER)
      const { id } = await erased("zqafbrudt")
      await tell()
      const { id: taskId } = await taskFor(id, CARRIER.name)
      await suite
        .database()("notification")
        .where({ resource_id: taskId })
        .update({ status: "pending" })
      await suite
        .database()("dk_subject_request_recipient_task")
        .where({ id: taskId })
        .update({ state: "open", sent_at: null, outcome: "mail_interrupted" })
      expect((await act(taskId, "send")).body.task).toMatchObject({
        ...{ state: "sent", outcome: "mailed" },
      })
      expect(mailbox.mails).toHaveLength(2)
    })

    it("are mailed once though two of staff send at once, and nobody is told that it left while it has not", async () => {
      await post("", CARRIER)
      mailbox.fail(true)
      const { id } = await erased("zqsamtidig")
      await tell()
      const { id: taskId } = await taskFor(id, CARRIER.name)
      const release = mailbox.hold()
      const first = act(taskId, "send")
      await eventually(async () => {
        const rows = await selectRows(
          suite.database(),
          "SELECT 1 FROM notification WHERE resource_id = ? AND status = 'pending'",
          [taskId]
        )
        return rows.length > 0
      })
      const second = await act(taskId, "send")
      expect([second.status, second.error.code]).toEqual([409, "being_sent"])
      release()
      expect((await first).error.code).toBe("mail_refused")
      expect(await taskFor(id, CARRIER.name)).toMatchObject({ state: "open" })
      mailbox.fail(false)
      expect((await act(taskId, "send")).body.task.state).toBe("sent")
      expect(mailbox.mails).toHaveLength(1)
    })

    it("are told of corrections and restrictions by the orders that are the person's, and the person who they are", async () => {
      await post("", CARRIER)
      const { account, orderId } = await buyOnce(suite, "zqret")
      const correction = await known("rectification", { customer_id: account.customerId })
      const corrected = await done(correction, { customer: { phone: "20112233" } })
      expect(corrected.outcome).toMatchObject({ recipients: ["Nets (Nexi)", CARRIER.name] })
      const email = "info@zqkontor.example"
      const mine = await guestBuys(suite, email, { last_name: "Zqmin", address_1: "Zqminvej 1" })
      await guestBuys(suite, email, { last_name: "Zqandens", address_1: "Zqandenvej 1" })
      const restriction = await known("restriction", { email })
      await done(restriction, { ground: "accuracy_contested", confirmed_order_ids: [mine] })
      await tell()
      for (const [causeId, cause, order] of [
        [correction, "rectification", orderId],
        [restriction, "restriction", mine],
      ] as const) {
        const tasks = await tasksOf(causeId)
        expect(tasks.map((task) => [task.recipient, task.cause, task.order_ids]).sort()).toEqual([
          ["Nets (Nexi)", cause, [order]],
          [CARRIER.name, cause, [order]],
        ])
      }
      expect(mailbox.mails.map(({ to }) => to)).toEqual([
        ...[CARRIER.contact_email, CARRIER.contact_email],
      ])
      const texts = mailbox.mails.map(({ content }) => content?.text ?? "")
      for (const id of [orderId, mine]) {
        const number = await numberOf(id)
        expect(texts.filter((text) => text.includes(`ordrenummer ${number} hos`))).toHaveLength(1)
      }
    })

    it("are told by hand when no order number tells them whom it is about", async () => {
      await post("", CARRIER)
      const { customerId } = await register(suite, { email: "zqudenordre@kunde.example" })
      const id = await known("rectification", { customer_id: customerId })
      await done(id, { customer: { phone: "20112233" } })
      await Promise.all([tell(), tell()])
      const task = await taskFor(id, CARRIER.name)
      expect(task).toMatchObject({ order_ids: [], state: "open", outcome: "no_order_number" })
      expect((await act(task.id, "send")).body.task).toMatchObject({ state: "sent" })
      expect(mailbox.mails).toEqual([])
    })
  })
}
