import { exportJson, exportZip, unzip } from "../helpers/exports"
import type { ExportDocument } from "../helpers/exports"
import { awaitInvoices } from "../helpers/invoices"
import { openMailbox } from "../helpers/mailbox"
import { captureOrder, eventually, staff } from "../helpers/shop"
import type { Headers } from "../helpers/shop"
import { requestsOf } from "../helpers/subject-requests"
import type { Suite } from "../helpers/suite"
import { shipOrder } from "../helpers/warehouse"
import { waysIn } from "../helpers/ways-in"
import type { Buyer, Way } from "../helpers/ways-in"

const LAW = "bogføringsloven § 12"

export default (suite: Suite): void => {
  let headers: Headers
  let doors: ReturnType<typeof waysIn>
  const { done, read } = requestsOf(suite, () => headers)

  beforeEach(async () => {
    headers = await staff(suite)
    const mailbox = await openMailbox(suite)
    doors = waysIn({ suite, mailbox, headers: () => headers })
  })
  afterEach(() => {
    jest.restoreAllMocks()
  })

  const forgetCounts = () => suite.database()("dk_subject_request_limit").delete()

  /** Somebody who bought, was sent it, and had all erased that can be. */
  const erased = async (way: Way): Promise<{ who: Buyer; number: string }> => {
    const who = await doors.buyer(way, `zqvaek${way}`)
    await captureOrder(suite, who.orderId, headers)
    await shipOrder(suite, who.orderId, headers)
    const [invoice] = await awaitInvoices(suite, who.orderId, headers)
    const { id } = await doors.come[way]("erasure", who)
    expect((await done(id)).request.state).toBe("partly_completed")
    await doors.lettersOf(id, who)
    return { who, number: invoice?.document.number ?? "none" }
  }

  describe.each(["guest", "account"] as const)("an erased %s who asks what is left", (way) => {
    it("is answered with the invoice and its last day, in the letter and in the copy", async () => {
      const { who, number } = await erased(way)
      const last = expect.stringMatching(/^\d{4}-12-31$/) as string
      const kept = [
        { kind: "document", number, keep_through: last, law: expect.any(String) as string },
      ]
      for (const kind of ["information", "access"] as const) {
        await forgetCounts()
        const mailsBefore = doors.mailsTo(who.email)
        const { link, request } = await doors.page.askAndConfirm(
          { kind, email: who.email },
          mailsBefore + 1
        )
        expect(request.archive).toMatchObject({ is_ready: true })
        const { status, bytes } = await doors.page.archive(link)
        expect(status).toBe(200)
        const files = await unzip(bytes)
        const copy = JSON.parse(files["data.json"] ?? "") as ExportDocument
        expect(copy).toMatchObject({ found: true, kept_after_erasure: kept })
        expect(JSON.stringify(copy)).not.toContain(who.street)
        expect(files["index.html"]).toContain(number)
        expect(files["index.html"]).toMatch(/gemmes til og med 31\. december \d{4}/)
        await eventually(async () => (await read(link.id)).state === "completed")
        const letters = await doors.lettersOf(link.id, who)
        expect(letters.get("completed")).toMatch(
          new RegExp(`- faktura nr\\. ${number} til og med 31\\. december \\d{4}, fordi ${LAW}`)
        )
      }
    })
  })

  it("tells nobody else of it", async () => {
    await erased("guest")
    const email = "zqfremmed@kunde.example"
    const copy = await exportJson(suite, headers, { email, profile: "access" })
    expect(copy.kept_after_erasure).toEqual([])
    expect(copy.found).toBe(false)
    const { files } = await exportZip(suite, headers, { email, profile: "portability" })
    expect(files["data.json"]).not.toContain("kept_after_erasure")
  })
}
