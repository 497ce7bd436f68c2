import { existsSync } from "node:fs"
import { join } from "node:path"
import { Modules } from "@medusajs/framework/utils"
import { copenhagenDay } from "../../../src/rules"
import { selectRows } from "../../../src/shared/postgres"
import type { AdminErasureCertificate, AdminStopResponse } from "../../../src/types/http"
import { forgetOldExportFiles } from "../../../src/workflows/personal-data"
import { ERASURES, buyOnce, erasuresOf } from "../helpers/erasures"
import { eventually, staff } from "../helpers/shop"
import type { Headers } from "../helpers/shop"
import type { Suite } from "../helpers/suite"

export default (suite: Suite): void => {
  const { erase } = erasuresOf(suite)

  /** Exports all orders as staff does in Admin; gives the file's path on disk and on the server. */
  const exportOrders = async (headers: Headers): Promise<{ disk: string; path: string }> => {
    const asked = await suite.call("POST", "/admin/orders/export", { headers, body: {} })
    expect(asked.status).toBe(202)
    const [row] = await eventually(async () => {
      const rows = await selectRows<{ url: string }>(
        suite.database(),
        `SELECT data->'file'->>'url' AS url FROM notification WHERE data->'file'->>'url' IS NOT NULL ORDER BY created_at DESC`
      )
      return rows.length > 0 && rows
    })
    await suite.settle()
    const { pathname } = new URL(row?.url ?? "")
    return { disk: join(process.cwd(), pathname), path: pathname }
  }
  const countFeed = async (): Promise<number> =>
    (await selectRows(suite.database(), `SELECT 1 FROM notification WHERE channel = 'feed'`)).length

  describe("files of order exports", () => {
    it("go with the next erasure, from the disk and from the server", async () => {
      const headers = await staff(suite)
      const { account } = await buyOnce(suite, "zqfile")
      const { disk, path } = await exportOrders(headers)
      expect((await suite.call("GET", path)).text).toContain("zqfilefirst")
      await erase(headers, {
        customer_id: account.customerId,
        override_blocks: true,
        grace_hours: 0,
      })
      expect(existsSync(disk)).toBe(false)
      expect((await suite.call("GET", path)).status).toBe(404)
      expect(await countFeed()).toBe(0)
    })

    it("are named in the proof when the provider does not delete them, and are tried again", async () => {
      const headers = await staff(suite)
      const { account } = await buyOnce(suite, "zqkeepfile")
      const { disk } = await exportOrders(headers)
      const files = suite.container().resolve(Modules.FILE)
      const refusing = jest.spyOn(files, "deleteFiles").mockRejectedValue(new Error("no access"))
      const body = { customer_id: account.customerId, override_blocks: true, grace_hours: 0 }
      const { erasure } = await erase(headers, body)
      refusing.mockRestore()
      const answer = await suite.call<{ certificate: AdminErasureCertificate }>(
        "GET",
        `${ERASURES}/${erasure?.id ?? ""}/certificate`,
        { headers }
      )
      expect(answer.body.certificate.not_covered).toContainEqual({
        table: "file_storage",
        column: "order_export",
      })
      expect(existsSync(disk)).toBe(true)
      await forgetOldExportFiles(suite.container(), new Date())
      expect(existsSync(disk)).toBe(false)
    })

    it("go after a week in any case, and a file that is gone is only forgotten", async () => {
      const headers = await staff(suite)
      await buyOnce(suite, "zqoldfile")
      const { disk } = await exportOrders(headers)
      await forgetOldExportFiles(suite.container(), new Date())
      expect(existsSync(disk)).toBe(true)
      const later = new Date(Date.now() + 8 * 86_400_000)
      await forgetOldExportFiles(suite.container(), later)
      expect(existsSync(disk)).toBe(false)
      await forgetOldExportFiles(suite.container(), later)
      expect(await countFeed()).toBe(0)
    })

    it("stay while an authority wants everything to stay", async () => {
      const headers = await staff(suite)
      await buyOnce(suite, "zqstopfile")
      const { disk } = await exportOrders(headers)
      const later = new Date(Date.now() + 8 * 86_400_000)
      const { body } = await suite.call<AdminStopResponse>("POST", "/admin/privacy/stops", {
        headers,
        body: { kind: "tax_audit", reason: "Skattekontrol", ends_on: copenhagenDay(later) },
      })
      await forgetOldExportFiles(suite.container(), later)
      expect(existsSync(disk)).toBe(true)
      const path = `/admin/privacy/stops/${body.stop.id}/lift`
      await suite.call("POST", path, { headers, body: { reason: "Kontrollen er slut" } })
      await forgetOldExportFiles(suite.container(), later)
      expect(existsSync(disk)).toBe(false)
    })
  })
}
