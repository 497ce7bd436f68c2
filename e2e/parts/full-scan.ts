import type { Page } from "playwright-core"
import { picture } from "../helpers/admin"
import type { Language } from "../helpers/admin"
import type { RunningDemo } from "../helpers/demo"
import { openPrivacy, openTab, overflow, sql, startErasure } from "../helpers/privacy"
import { PRIVACY_TEXTS } from "../helpers/privacy-texts"
import { registerCustomer } from "../helpers/sale"

const NARROW = { width: 390, height: 844 }

/** An erasure is proven by searching the whole database; what is found is named until it is gone. */
export const searchesWhole = async (
  page: Page,
  { demo, language, email }: { demo: RunningDemo; language: Language; email: string }
): Promise<void> => {
  const texts = PRIVACY_TEXTS[language]
  const { id } = await registerCustomer(demo, email)
  await startErasure(demo, { customer_id: id, grace_hours: 0 })
  await openPrivacy(page, demo, { path: "/erasures", testId: "dk-erasure-proof" })
  const proof = page.getByTestId("dk-erasure-row").first().getByTestId("dk-erasure-proof")
  await proof.getByText(texts.reachProven, { exact: true }).waitFor()
  await picture(page, `${language}-privacy-proof-reach`)

  await sql(demo, "CREATE TABLE zq_note (id serial PRIMARY KEY, text text)")
  try {
    await sql(demo, `INSERT INTO zq_note (text) VALUES ('Ringet til ${email} om prøver')`)
    await page.getByTestId("dk-full-scan-start").click()
    await proof.getByText("zq_note.text", { exact: true }).waitFor()
    await proof.getByText(texts.foundAgain, { exact: true }).waitFor()
    await page.getByTestId("dk-full-scan").scrollIntoViewIfNeeded()
    await picture(page, `${language}-privacy-proof-found`)
    const wide = page.viewportSize()
    await page.setViewportSize(NARROW)
    await proof.scrollIntoViewIfNeeded()
    await picture(page, `${language}-narrow-privacy-proof-found`)
    expect(await overflow(page)).toBe(0)
    await page.getByTestId("dk-full-scan").scrollIntoViewIfNeeded()
    await picture(page, `${language}-narrow-privacy-full-scan`)
    if (wide) await page.setViewportSize(wide)
    const tab = await openTab(page, "dk-erasure-certificate")
    const shown = (await tab.textContent("body")) ?? ""
    expect(shown).toContain("zq_note.text")
    expect(shown).not.toContain(email)
    await picture(tab, `${language}-certificate-found`)
    await tab.close()
  } finally {
    await sql(demo, "DROP TABLE zq_note")
  }
  await page.getByTestId("dk-full-scan-start").click()
  await proof.getByText(texts.fullyProven, { exact: true }).waitFor()
  await picture(page, `${language}-privacy-proof-full`)
}
