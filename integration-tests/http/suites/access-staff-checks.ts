import { Modules } from "@medusajs/framework/utils"
import { copenhagenDay } from "../../../src/rules"
import { selectRows } from "../../../src/shared/postgres"
import { tendStaffChecks } from "../../../src/workflows/access"
import type { AdminStaffCheckListResponse, AdminStaffCheckResponse } from "../../../src/types/http"
import { register, staff } from "../helpers/shop"
import type { Suite } from "../helpers/suite"

const CHECKS = "/admin/privacy/staff-checks"

const CHECK = {
  employee_reference: "M-1042",
  kind: "private_certificate",
  reason: "handles_money",
  seen_on: "2026-05-01",
  completed: true,
}

export default (suite: Suite): void => {
  const post = async (path: string, body: object) =>
    suite.call<AdminStaffCheckResponse>("POST", path, { headers: await staff(suite), body })
  const create = async (body: object) => {
    const answer = await post(CHECKS, { ...CHECK, ...body })
    expect([answer.status, answer.text]).toEqual([201, expect.any(String)])
    return answer.body.staff_check
  }
  const read = async (id: string) =>
    suite.call<AdminStaffCheckResponse>("GET", `${CHECKS}/${id}`, { headers: await staff(suite) })
  const remove = async (id: string) =>
    suite.call("DELETE", `${CHECKS}/${id}`, { headers: await staff(suite) })
  const makeUser = async (email: string): Promise<string> => {
    const users = suite.container().resolve(Modules.USER)
    return (await users.createUsers({ email })).id
  }
  const remindersOf = (id: string) =>
    selectRows<{ idempotency_key: string; data: { description: string }; channel: string }>(
      suite.database(),
      "SELECT idempotency_key, channel, data FROM notification WHERE idempotency_key LIKE ? ORDER BY created_at",
      [`dk-staff-check:${id}:%`]
    )

  afterEach(() => selectRows(suite.database(), "DELETE FROM dk_access_staff_check"))

  describe("a staff check", () => {
    it("records that a certificate was seen, and asks again two years later", async () => {
      const check = await create({})
      expect(check).toEqual({
        ...CHECK,
        id: expect.stringMatching(/^dkcheck_/) as string,
        user_id: null,
        seen_by: expect.stringMatching(/^user_/) as string,
        next_due: "2028-05-01",
        left_on: null,
        state: "valid",
      })
      expect((await read(check.id)).body.staff_check).toEqual(check)
      const twice = await post(CHECKS, CHECK)
      expect([twice.status, twice.error.code]).toEqual([409, "staff_check_exists"])
      expect((await create({ kind: "childrens_certificate" })).id).not.toBe(check.id)
    })

    it("is one of an employee and a kind, also when two record it at once", async () => {
      const answers = await Promise.all([1, 2, 3, 4].map(() => post(CHECKS, CHECK)))
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409])
    })

    it("has no place for a file, a text or what the certificate says", async () => {
      for (const extra of [
        { note: "dom for tyveri" },
        { file: "data:application/pdf;base64,AAAA" },
        { offence: "tyveri" },
        { reason: "dom for tyveri" },
        { employee_reference: "dom for tyveri" },
        { employee_reference: "2110625009" },
        { kind: "dom" },
        { completed: "dom for tyveri" },
      ]) {
        const answer = await post(CHECKS, { ...CHECK, ...extra })
        expect([extra, answer.status]).toEqual([extra, 400])
        expect(answer.text).not.toContain("tyveri")
      }
      const form = new FormData()
      form.set("file", new Blob(["%PDF"], { type: "application/pdf" }), "attest.pdf")
      const upload = await fetch(suite.baseUrl + CHECKS, {
        method: "POST",
        headers: await staff(suite),
        body: form,
      })
      expect([upload.status, ((await upload.json()) as { code: string }).code]).toEqual([
        400,
        "no_files",
      ])
    })

    it("names the field that is wrong", async () => {
      const wrong: [object, string][] = [
        [{ user_id: "user_1" }, "user_id"],
        [{ employee_reference: undefined }, "user_id"],
        [{ employee_reference: undefined, user_id: "user_unknown" }, "user_id"],
        [{ seen_on: "2099-01-01" }, "seen_on"],
        [{ seen_on: "2026-02-30" }, "seen_on"],
        [{ next_due: "2026-05-01" }, "next_due"],
        [{ next_due: "2031-05-02" }, "next_due"],
      ]
      for (const [change, field] of wrong) {
        const answer = await post(CHECKS, { ...CHECK, ...change })
        expect([change, answer.status]).toEqual([change, 400])
        expect(answer.error.message).toMatch(new RegExp(`^${field}: `))
      }
      expect((await read("dkcheck_unknown")).status).toBe(404)
      expect((await remove("dkcheck_unknown")).status).toBe(404)
    })

    it("is seen again, left and deleted", async () => {
      const { id } = await create({ seen_on: "2024-02-29", next_due: "2026-02-28" })
      const again = await post(`${CHECKS}/${id}`, { seen_on: "2026-06-30", completed: false })
      expect(again.body.staff_check).toEqual(
        expect.objectContaining({ seen_on: "2026-06-30", next_due: "2028-06-30", completed: false })
      )
      const earlier = await post(`${CHECKS}/${id}`, { seen_on: "2026-06-29", completed: true })
      expect([earlier.status, earlier.error.message]).toEqual([
        400,
        expect.stringMatching(/^seen_on: /),
      ])
      const noted = await post(`${CHECKS}/${id}`, { left_on: "2026-07-01", note: "fyret" })
      expect(noted.status).toBe(400)
      const left = await post(`${CHECKS}/${id}`, { left_on: "2026-07-01" })
      expect(left.body.staff_check.state).toBe("left")
      const late = await post(`${CHECKS}/${id}`, { seen_on: "2026-07-02", completed: true })
      expect([late.status, late.error.code]).toEqual([409, "employee_left"])
      expect((await remove(id)).body).toEqual({ id, object: "staff_check", deleted: true })
      expect((await read(id)).status).toBe(404)
    })

    it("stands first in the list when it asks for something", async () => {
      const today = copenhagenDay(new Date())
      const due = await create({ seen_on: "2024-01-01", next_due: today })
      await create({ employee_reference: "7" })
      const answer = await suite.call<AdminStaffCheckListResponse>("GET", CHECKS, {
        headers: await staff(suite),
      })
      expect(answer.body).toEqual(expect.objectContaining({ count: 2, asking: 1 }))
      expect(answer.body.staff_checks.map(({ id, state }) => [id, state])[0]).toEqual([
        due.id,
        "due",
      ])
    })

    it("reminds once when it comes near and once when it is due, and names nobody", async () => {
      const { id } = await create({ seen_on: "2026-05-01" })
      const tend = (day: string) => tendStaffChecks(suite.container(), new Date(`${day}T10:00:00Z`))
      await tend("2028-03-31")
      expect(await remindersOf(id)).toEqual([])
      await tend("2028-04-01")
      await Promise.all([tend("2028-04-02"), tend("2028-04-30")])
      expect(await remindersOf(id)).toHaveLength(1)
      await tend("2028-05-01")
      await tend("2028-05-02")
      const reminders = await remindersOf(id)
      expect(reminders.map(({ idempotency_key: key }) => key)).toEqual([
        `dk-staff-check:${id}:2028-05-01:soon`,
        `dk-staff-check:${id}:2028-05-01:due`,
      ])
      expect(JSON.stringify(reminders.map(({ data }) => data))).not.toContain("M-1042")
      expect(reminders[0]?.channel).toBe("feed")
      await post(`${CHECKS}/${id}`, { left_on: "2026-06-01" })
    })

    it("is deleted thirty days after the employee left, or after Medusa deleted the user", async () => {
      const left = await create({})
      await post(`${CHECKS}/${left.id}`, { left_on: "2026-06-01" })
      const userId = await makeUser("zqfratraadt@butik.example")
      const ofUser = await create({ employee_reference: undefined, user_id: userId })
      const stays = await create({ employee_reference: "8" })
      await suite.container().resolve(Modules.USER).softDeleteUsers([userId])
      await tendStaffChecks(suite.container(), new Date("2026-06-30T12:00:00Z"))
      expect((await read(left.id)).status).toBe(200)
      await tendStaffChecks(suite.container(), new Date("2026-07-01T12:00:00Z"))
      expect((await read(left.id)).status).toBe(404)
      expect((await read(ofUser.id)).status).toBe(200)
      const later = new Date(Date.now() + 31 * 24 * 3600 * 1000)
      await tendStaffChecks(suite.container(), later)
      expect((await read(ofUser.id)).status).toBe(404)
      expect((await read(stays.id)).status).toBe(200)
    })

    it("is in no customer's export, and no customer's erasure takes it", async () => {
      const email = "zqbegge@butik.example"
      const userId = await makeUser(email)
      const { id } = await create({ employee_reference: undefined, user_id: userId })
      const { customerId } = await register(suite, { email })
      const headers = await staff(suite)
      const copy = await suite.call("POST", "/admin/privacy/exports", {
        headers,
        body: { customer_id: customerId, profile: "access" },
      })
      expect(copy.status).toBe(200)
      expect(copy.text).not.toContain("private_certificate")
      expect(copy.text).not.toContain(id)
      await suite.call("POST", "/admin/privacy/erasures", {
        headers,
        body: { customer_id: customerId, grace_hours: 0 },
      })
      await suite.settle()
      expect((await read(id)).status).toBe(200)
    })
  })
}
