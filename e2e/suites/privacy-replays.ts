import { appendFileSync } from "node:fs"
import { join } from "node:path"
import type { Browser, Page } from "playwright-core"
import { journeyIn, openAdmin, picture, WIDE } from "../helpers/admin"
import type { Language } from "../helpers/admin"
import type { RunningDemo, Stage } from "../helpers/demo"
import { openPrivacy, overflow, rowsOf, sql, startErasure } from "../helpers/privacy"
import { placeOrder, registerCustomer } from "../helpers/sale"

let demo: RunningDemo
let browser: Browser

const TEXTS = {
  da: {
    back: /^\d+ person(er)? er kommet tilbage/,
    nobody: "Ingen er kommet tilbage",
    done: "Færdig",
  },
  en: { back: /^\d+ (person is|people are) back/, nobody: "Nobody is back", done: "Done" },
} as const

const pages = (language: Language): void => {
  const test = journeyIn(language)
  const texts = TEXTS[language]
  const copy = `zq_copy_${language}`
  const stamp = Date.now().toString()
  const ledger = () => join(demo.env.DEMO_DIR ?? "", "ledger.jsonl")
  let page: Page

  beforeAll(async () => {
    page = await openAdmin(browser, demo, language)
  }, 120_000)

  const look = async () => {
    await openPrivacy(page, demo, { path: "/replays", testId: "dk-replay-look" })
    await page.getByTestId("dk-replay-look").click()
    await page.getByTestId("dk-replay-preview").getByTestId("dk-replay-report").waitFor()
  }

  /** A person of a backup: the customer as they were, and nothing that says they were erased. */
  const bringBack = async (): Promise<string> => {
    const { id, email } = await registerCustomer(
      demo,
      `restored.${language}.${stamp}@kunde.example`
    )
    await sql(demo, `CREATE TABLE ${copy} AS SELECT * FROM customer WHERE id = '${id}'`)
    const erasure = await startErasure(demo, { customer_id: id, grace_hours: 0 })
    await sql(
      demo,
      `UPDATE customer c SET email = d.email, first_name = d.first_name, last_name = d.last_name, has_account = true, deleted_at = NULL FROM ${copy} d WHERE c.id = d.id`
    )
    await sql(demo, `DELETE FROM dk_personal_data_erasure WHERE id = '${erasure}'`)
    await sql(demo, `DROP TABLE ${copy}`)
    return email
  }

  test("show where the list stands, what a restored backup brought back, and erase it again", async () => {
    const email = await bringBack()
    await look()
    await page.getByTestId("dk-replay-preview").getByText(texts.back).waitFor()
    await picture(page, `${language}-replay-preview`)
    const rows = page.getByTestId("dk-replay-row")
    const before = await rows.count()
    await page.getByTestId("dk-replay-start").click()
    await page.getByRole("alertdialog").waitFor()
    await picture(page, `${language}-replay-confirm`)
    await page.getByRole("alertdialog").getByRole("button").last().click()
    await rows.nth(before).waitFor()
    const row = rows.first()
    await row.getByText(texts.done, { exact: true }).waitFor()
    await picture(page, `${language}-replay-done`)
    const left = await rowsOf(demo, `SELECT id FROM customer WHERE email = '${email}'`)
    expect(left).toEqual([])
    await row.getByTestId("dk-replay-erasures").click()
    await page.getByTestId("dk-erasures").waitFor()
    await look()
    await page.getByTestId("dk-replay-preview").getByText(texts.nobody).waitFor()
  })

  test("tell of lines that are not believed, and of what waits", async () => {
    const { id, email, token } = await registerCustomer(
      demo,
      `reopened.${language}.${stamp}@kunde.example`
    )
    await placeOrder(demo, { email, token })
    await startErasure(demo, { customer_id: id, grace_hours: 0 })
    await sql(demo, `DELETE FROM dk_personal_data_erasure WHERE customer_ids @> ARRAY['${id}']`)
    appendFileSync(ledger(), `{"v":1}\n`)
    await look()
    await page.getByTestId("dk-replay-preview").getByTestId("dk-replay-doubts").waitFor()
    await picture(page, `${language}-replay-doubts`)
    await page.setViewportSize({ width: 390, height: 844 })
    await picture(page, `${language}-narrow-replay`)
    expect(await overflow(page)).toBe(0)
    await page.setViewportSize(WIDE)
    const rows = page.getByTestId("dk-replay-row")
    const before = await rows.count()
    await page.getByTestId("dk-replay-start").click()
    await page.getByRole("alertdialog").getByRole("button").last().click()
    await rows.nth(before).waitFor()
    await rows.first().getByTestId("dk-replay-doubts").waitFor()
    await picture(page, `${language}-replay-waits`)
  })
}

export default (stage: Stage): void => {
  describe("the page for a restored backup in Medusa Admin", () => {
    beforeAll(() => {
      ;({ demo, browser } = stage())
    })

    describe.each<Language>(["da", "en"])("(%s)", pages)
  })
}
