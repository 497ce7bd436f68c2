import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import type { AdminErasureListResponse, AdminFullScanListResponse } from "../../../src/types/http"
import { scanAtNight } from "../../../src/workflows/personal-data"
import { tablesHolding } from "../helpers/canary"
import { ERASURES } from "../helpers/erasures"
import { NUMBER, SCANS, fullScansOf } from "../helpers/full-scans"
import { staff } from "../helpers/shop"
import type { Suite } from "../helpers/suite"

export default (suite: Suite): void => {
  const { database, count, buyWhole, eraseWhole, start, scan, proof, withNotes } =
    fullScansOf(suite)

  describe("a full scan", () => {
    it("proves an erasure whole, and forgets what it looked for", async () => {
      const headers = await staff(suite)
      const { account } = await buyWhole(headers, "zqscan")
      const erasureId = await eraseWhole(headers, account)
      expect(await proof(headers, erasureId)).toMatchObject({ level: "reach", scanned_at: null })
      expect(await count("dk_personal_data_scan_digest")).toBeGreaterThan(5)
      for (const text of ["zqscan@", "zqscanstreet", "zqscanlast", NUMBER]) {
        expect(await tablesHolding(database(), text)).toEqual([])
      }
      const due = await suite.call<AdminFullScanListResponse>("GET", SCANS, { headers })
      expect(due.body).toMatchObject({ scans: [], count: 0, is_due: true })

      const done = await scan(headers)
      expect(done).toMatchObject({ erasures: 1, unread: [], found: [], status: "done" })
      expect(done.tables).toBeGreaterThan(150)
      expect(done.bytes).toBeGreaterThan(50_000)
      const { body } = await suite.call<AdminErasureListResponse>("GET", ERASURES, { headers })
      expect(body.erasures[0]?.proof).toMatchObject({ level: "full", found: [], unread: [] })
      const stays = body.erasures[0]?.proof?.kept ?? []
      expect(new Set(stays.map(({ table }) => table))).toContain("dk_invoice_document")
      const page = await suite.call("GET", `${ERASURES}/${erasureId}/certificate/html?locale=da`, {
        headers,
      })
      expect(page.text).toContain("Helt bevist")
      expect(page.text).toMatch(/\d+ kolonner i \d+ tabeller, \d+ MB/)
      expect(await count("dk_personal_data_scan_digest")).toBe(0)

      const again = await start(headers)
      expect(again).toMatchObject({ status: 409, error: { code: "nothing_to_scan" } })
      await scanAtNight(suite.container())
      expect(await count("dk_personal_data_scan")).toBe(1)
      const results = database().raw("UPDATE dk_personal_data_scan_result SET complete = false")
      await expect(results).rejects.toThrow("evidence")
    })

    it("names what it finds in columns that nobody classified, until it is gone", async () => {
      const headers = await staff(suite)
      const { account } = await buyWhole(headers, "zqplant")
      const erasureId = await eraseWhole(headers, account)
      await withNotes(async () => {
        const email = "ZQplant@kunde.example"
        await database()("zq_notes").insert([
          { note: `Ringede til ${email} i dag.` },
          { note: `Bor på Zqplantstreet 7, hedder zqplantfirst\nzqplantlast` },
          { lines: ["x", "zqplant@kunde.example"] },
          { facts: JSON.stringify({ [`zqplant@kunde.example`]: [1] }) },
          { raw: `{"name": "zqplantfirst\\u0020zqplantlast"}` },
          { note: "Slettet: +45 12345678", deleted_at: new Date() },
          { note: "x.zqplant@kunde.example zqplant@kunde.example.dk" },
        ])
        await database().raw(
          "INSERT INTO zq_notes (words) VALUES (to_tsvector('danish', 'Til zqplant@kunde.example, zqplantfirst zqplantlast'))"
        )
        const lines: string[] = []
        const logger = suite.container().resolve(ContainerRegistrationKeys.LOGGER)
        const spies = (["info", "warn", "error", "debug"] as const).map((level) =>
          jest.spyOn(logger, level).mockImplementation((...line: unknown[]) => {
            lines.push(line.join(" "))
          })
        )
        const done = await scan(headers)
        for (const spy of spies) spy.mockRestore()
        expect(lines.join("\n")).not.toMatch(/zqplant|12345678/i)
        const found = done.found.map(({ table, column, kind, rows }) =>
          [table, column, kind, rows].join(" ")
        )
        expect(found.sort()).toEqual(
          [
            "zq_notes facts email 1",
            "zq_notes lines email 1",
            "zq_notes note email 1",
            "zq_notes note name 1",
            "zq_notes note phone 1",
            "zq_notes note street 1",
            "zq_notes raw name 1",
            "zq_notes words email 1",
            "zq_notes words name 1",
          ].sort()
        )
        expect(await proof(headers, erasureId)).toMatchObject({ level: "found" })
        const page = await suite.call(
          "GET",
          `${ERASURES}/${erasureId}/certificate/html?locale=en`,
          { headers }
        )
        expect(page.text).toContain("zq_notes.facts: e-mail in 1 row")
        for (const table of ["scan", "scan_result", "scan_digest"]) {
          const rows = await database().raw<{ rows: object[] }>(
            `SELECT * FROM dk_personal_data_${table}`
          )
          expect(rows.rows.length).toBeGreaterThan(0)
          expect(JSON.stringify(rows.rows)).not.toMatch(/zqplant|12345678/i)
        }
        expect((await proof(headers, erasureId)).found).toHaveLength(9)

        // No new scan by itself, but staff who has cleaned up asks for one.
        await scanAtNight(suite.container())
        expect(await count("dk_personal_data_scan")).toBe(1)
        await database().raw("DELETE FROM zq_notes")
        await scan(headers)
        expect(await proof(headers, erasureId)).toMatchObject({ level: "full", found: [] })
      })
    })

    it("reads the files of order exports, and says what it could not read or look for", async () => {
      const headers = await staff(suite)
      const { account } = await buyWhole(headers, "zqfile")
      const erasureId = await eraseWhole(headers, account)
      const files = suite.container().resolve(Modules.FILE)
      const [file] = await files.createFiles([
        {
          filename: "zqorders.csv",
          mimeType: "text/csv",
          content: Buffer.from("id;email\n1;zqfile@kunde.example\n2;zqfile@kunde.example").toString(
            "base64"
          ),
        },
      ])
      const name = `${(Date.now() - 600_000).toString()}-order-exports.csv`
      await database()("notification").insert({
        id: "noti_zqscan",
        to: "",
        channel: "feed",
        template: "admin-ui",
        data: JSON.stringify({ file: { url: file?.url, filename: name } }),
      })
      await scan(headers)
      expect(await proof(headers, erasureId)).toMatchObject({
        level: "found",
        found: [{ table: "file_storage", column: "order_export", kind: "email", rows: 2 }],
      })
      const refusing = jest
        .spyOn(files, "getDownloadStream")
        .mockRejectedValue(new Error("no access"))
      await scan(headers)
      refusing.mockRestore()
      expect(await proof(headers, erasureId)).toMatchObject({
        level: "unproven",
        unread: ["file_storage.order_export"],
      })
      // What could not be read is tried again by itself, until it can.
      await scanAtNight(suite.container())
      expect(await proof(headers, erasureId)).toMatchObject({ level: "found", unread: [] })
      await files.deleteFiles([file?.id ?? ""])
      await database().raw("UPDATE dk_personal_data_scan_digest SET key_id = 'zqgone'")
      await scan(headers)
      expect(await proof(headers, erasureId)).toMatchObject({
        level: "unproven",
        secret_lost: true,
        unread: [],
      })
      await database().raw(
        "UPDATE dk_personal_data_scan_digest SET created_at = now() - interval '31 days'"
      )
      await scanAtNight(suite.container())
      expect(await count("dk_personal_data_scan_digest")).toBe(0)
    })
  })
}
