import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import beat from "../../../src/jobs/access-heartbeat"
import { selectRows } from "../../../src/shared/postgres"
import type {
  AdminDoctorReport,
  AdminDoctorResponse,
  AdminExportFileListResponse,
} from "../../../src/types/http"
import { forgetOldExportFiles } from "../../../src/workflows/personal-data"
import { GUARDS } from "../../../src/workflows/access/doctor/guards"
import { databaseUrlOf, runCommand } from "../helpers/command"
import { buyOnce } from "../helpers/erasures"
import { eventually, staff } from "../helpers/shop"
import { STRANGER_STAFF } from "../helpers/store"
import type { Suite } from "../helpers/suite"

const DOCTOR = "/admin/privacy/doctor"
const EXPORT_FILES = "/admin/privacy/export-files"
const DAY_MS = 86_400_000

export default (suite: Suite): void => {
  const examine = async (locale = "en"): Promise<AdminDoctorReport> => {
    const answer = await suite.call<AdminDoctorResponse>("GET", `${DOCTOR}?locale=${locale}`, {
      headers: await staff(suite),
    })
    if (answer.status !== 200) throw new Error(answer.text)
    return answer.body.doctor
  }
  const codesOf = (check: string, { findings }: AdminDoctorReport): string[] =>
    findings.filter((finding) => finding.check === check).map(({ code }) => code)

  const withoutGuard = async (look: () => Promise<void>): Promise<void> => {
    const turn = (verb: string) =>
      suite.database().raw(`ALTER TABLE dk_invoice ${verb} TRIGGER dk_invoice_evidence_guard`)
    await turn("DISABLE")
    try {
      await look()
    } finally {
      await turn("ENABLE")
    }
  }

  describe("the doctor", () => {
    it("says when what is sold in Denmark gets no VAT", async () => {
      expect(codesOf("vat", await examine())).toEqual(["vat"])
      const turn = (rate: number) =>
        suite.database().raw("UPDATE tax_rate SET rate = ? WHERE code = 'moms'", [rate])
      await turn(0)
      try {
        expect(codesOf("vat", await examine())).toEqual(["vat_missing"])
      } finally {
        await turn(25)
      }
    })

    it("tells operators how the store is set up, in Danish and English, and no secret", async () => {
      const danish = await examine("da")
      const english = await examine()
      expect(danish.findings.map(({ code }) => code)).toEqual(
        english.findings.map(({ code }) => code)
      )
      expect(danish.findings.map(({ says }) => says).join(" ")).toMatch(/Sessionscookien/u)
      expect(english.findings.map(({ says }) => says).join(" ")).toMatch(/session cookie/u)
      expect([danish.state, danish.is_production]).toEqual(["warning", false])
      expect(codesOf("secrets", english)).toContain("secret_known")
      expect(codesOf("database", english)).toEqual(["database_local"])
      expect(codesOf("evidence", english)).toEqual(["evidence"])
      const { projectConfig } = suite.container().resolve(ContainerRegistrationKeys.CONFIG_MODULE)
      for (const secret of [
        projectConfig.http.cookieSecret ?? "development-only-cookie-secret",
        process.env.DATABASE_URL ?? "postgres://",
        "development-only",
      ]) {
        expect(JSON.stringify([danish, english])).not.toContain(secret)
      }
    })

    it("tells nobody else, and refuses a language it has not", async () => {
      for (const path of [DOCTOR, EXPORT_FILES]) {
        const headers = await staff(suite, STRANGER_STAFF)
        expect((await suite.call("GET", path, { headers })).status).toBe(403)
        expect((await suite.call("GET", path)).status).toBe(401)
      }
      const wrong = await suite.call("GET", `${DOCTOR}?locale=fr`, { headers: await staff(suite) })
      expect([wrong.status, wrong.error.message]).toEqual([400, expect.stringContaining("locale")])
    })

    it("knows every table of evidence, and says when one is not guarded any more", async () => {
      const made = await selectRows<{ owner: string; guard: string }>(
        suite.database(),
        `SELECT tgrelid::regclass::text AS owner, tgname AS guard FROM pg_trigger
          WHERE NOT tgisinternal AND tgname LIKE 'dk\\_%guard'`
      )
      const known = GUARDS.map(({ table, trigger }) => `${table} ${trigger}`).sort()
      expect(known).toEqual(made.map(({ owner, guard }) => `${owner} ${guard}`).sort())
      await withoutGuard(async () => {
        const report = await examine()
        expect([report.state, codesOf("evidence", report)]).toEqual([
          "problem",
          ["evidence_unguarded"],
        ])
        expect(report.findings.map(({ says }) => says).join(" ")).toContain("changes: dk_invoice.")
      })
    })

    it("hears the worker, and misses it", async () => {
      await suite.database().raw("DELETE FROM dk_access_heartbeat")
      expect(codesOf("worker", await examine())).toEqual(["worker_never"])
      await Promise.all([beat(suite.container()), beat(suite.container())])
      expect(codesOf("worker", await examine())).toEqual(["worker"])
      await suite
        .database()
        .raw("UPDATE dk_access_heartbeat SET updated_at = now() - interval '16 minutes'")
      const silent = await examine()
      expect(codesOf("worker", silent)).toEqual(["worker_silent"])
      expect(silent.state).toBe("problem")
      await beat(suite.container())
    })

    it("lists order exports until they are deleted, and warns of what everybody can read", async () => {
      const headers = await staff(suite)
      await buyOnce(suite, "zqexported")
      await suite.call("POST", "/admin/orders/export", { headers, body: {} })
      const read = (query = "") =>
        suite.call<AdminExportFileListResponse>("GET", `${EXPORT_FILES}${query}`, { headers })
      const [file] = await eventually(async () => {
        const { body } = await read()
        return body.count > 0 && body.export_files
      })
      await suite.settle()
      expect(file?.filename).toMatch(/^\d{13}-order-exports\.csv$/u)
      expect(JSON.stringify(file)).not.toContain("http")
      expect(Date.parse(file?.delete_at ?? "") - Date.parse(file?.exported_at ?? "")).toBe(
        7 * DAY_MS
      )
      expect(file?.is_overdue).toBe(false)
      expect((await read("?offset=1")).body.export_files).toEqual([])
      expect((await read("?limit=0")).status).toBe(400)
      expect(codesOf("files", await examine())).toEqual(["exports_served"])
      const old = `${(Date.now() - 8 * DAY_MS).toString()}-order-exports.csv`
      await suite
        .database()
        .raw(
          `UPDATE notification SET data = jsonb_set(data, '{file,filename}', to_jsonb(?::text)) WHERE id = ?`,
          [old, file?.id ?? ""]
        )
      expect((await read()).body.export_files[0]?.is_overdue).toBe(true)
      expect(codesOf("files", await examine())).toContain("exports_overdue")
      await forgetOldExportFiles(suite.container(), new Date())
      expect((await read()).body.count).toBe(0)
      expect(codesOf("files", await examine())).toEqual(["files_served"])
    })

    it("is a command whose exit code tells of a problem", async () => {
      await beat(suite.container())
      const url = await databaseUrlOf(suite)
      const plain = await runCommand(["doctor", "--locale", "da"], url)
      expect([plain.code, plain.err]).toEqual([0, ""])
      expect(plain.out).toMatch(/^Vurderet som en udviklers butik/u)
      expect(plain.out).toMatch(/^advarsel\s+secrets\.current\.key står i eksempler/mu)
      expect(plain.out).toMatch(/→ Lav en ny med: openssl/u)
      expect(plain.out).not.toContain("development-only")
      await withoutGuard(async () => {
        const wrong = await runCommand(["doctor", "--json"], url)
        const report = JSON.parse(wrong.out) as AdminDoctorReport
        expect([wrong.code, report.state]).toEqual([1, "problem"])
        expect(codesOf("evidence", report)).toEqual(["evidence_unguarded"])
        expect(report.findings.map(({ says }) => says).join(" ")).toContain("hold evidence")
      })
    })
  })
}
