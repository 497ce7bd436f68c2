import type { Page } from "playwright-core"
import type { Language } from "./admin"
import type { RunningDemo } from "./demo"
import { choose, openPrivacy } from "./privacy"
import { lookAtPage } from "./requests"

/** Place in the list of risks. */
const HIGH = 2

/** What journeys do on the pages of breaches; page and demo are there from the first `beforeAll` on. */
export const breachScreens = (
  language: Language,
  stage: () => { page: Page; demo: RunningDemo }
) => {
  const press = (testId: string) => stage().page.getByTestId(testId).click()
  return {
    press,
    lookAt: (name: string) => lookAtPage(stage().page, language, `breach-${name}`),
    isClosed: (testId: string) => stage().page.getByTestId(testId).waitFor({ state: "detached" }),
    /** The page of a case. */
    open: (id: string) =>
      openPrivacy(stage().page, stage().demo, {
        path: `/breaches/${id}`,
        testId: "dk-breach-timeline",
      }),
    /** Fills in that the risk is high; the drawer stays open. */
    assessHigh: async () => {
      await press("dk-breach-assess")
      await choose(stage().page, "dk-breach-risk-level", HIGH)
      await stage().page.fill("#dk-breach-reasoning", "Disken var ikke krypteret.")
    },
  }
}
