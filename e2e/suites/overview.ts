import type { Browser, Page } from "playwright-core"
import type { AdminOverview } from "../../src/types/http"
import { seriousViolationsOf } from "../helpers/accessibility"
import { WIDE, inviteStaff, journeyIn, openAdmin, picture } from "../helpers/admin"
import type { Language } from "../helpers/admin"
import { forgetBreaches, openedCase } from "../helpers/breach-cases"
import type { RunningDemo, Stage } from "../helpers/demo"
import { openPrivacy, overflow, sql } from "../helpers/privacy"

const OVERVIEW = { path: "", testId: "dk-areas" }
const ROUTE = "**/admin/privacy/overview?**"

const TEXTS = {
  da: {
    asOf: /^Set kl\. \d\d\.\d\d$/,
    parked: "1 ting kunne ikke slettes",
    breach: "Et brud skal anmeldes til Datatilsynet",
    nothing: "Intet venter på dig i dag",
    finished: "Opsætning er færdig",
    findings: "fund",
    failed: /Kunne ikke læses lige nu: fund/,
    lacking: "100+ mangler noget",
    limited: /din rolle giver adgang til/,
    caption: "Hvad når sin slettefrist",
    done: "Klar",
    missing: "Mangler",
  },
  en: {
    asOf: /^As of \d\d:\d\d$/,
    parked: "1 thing could not be erased",
    breach: "A breach is to be reported to the authority",
    nothing: "Nothing needs you today",
    finished: "The store is set up",
    findings: "findings",
    failed: /Could not be read just now: findings/,
    lacking: "100+ lack something",
    limited: /your role gives you access to/,
    caption: "What reaches the end of its term",
    done: "Done",
    missing: "Missing",
  },
} as const

const FACTS = [
  `INSERT INTO dk_personal_data_parked (id, rule, item_id, reason, attempts, tried_at)
    VALUES ('dkprk_overview', 'order_contact', 'order_overview', 'claim', 1, now()) ON CONFLICT DO NOTHING`,
  `INSERT INTO dk_nets_receipt (id, session_id, event, event_id, payment_id, outcome, attempts, next_attempt_at, done_at)
    VALUES ('dknetsrec_overview', 's', 'e', 'overview', 'p', 'failed: x', 9, now(), now()) ON CONFLICT DO NOTHING`,
]
const NO_FACTS = [
  "DELETE FROM dk_personal_data_parked WHERE id = 'dkprk_overview'",
  "DELETE FROM dk_nets_receipt WHERE id = 'dknetsrec_overview'",
]

/** A store in which all is well. */
const quiet = ({ setup = [], ...overview }: AdminOverview): AdminOverview => ({
  ...overview,
  tasks: [],
  setup: setup.map((point) => ({ ...point, state: "done", lacking: [] })),
})

/** A store in which things reach the end of their term, more each month, and many invoices lack something. */
const ageing = ({ numbers, ...overview }: AdminOverview): AdminOverview => ({
  ...overview,
  numbers: {
    ...numbers,
    ...(numbers.invoices && {
      invoices: { ...numbers.invoices, lacking: numbers.invoices.counted_to },
    }),
    ...(numbers.retention && {
      retention: {
        ...numbers.retention,
        months: numbers.retention.months.map(({ month }, place) => ({
          month,
          counts: { invoice: place * 7 },
        })),
      },
    }),
  },
})

let demo: RunningDemo
let browser: Browser

const pages = (language: Language): void => {
  const test = journeyIn(language)
  const texts = TEXTS[language]
  const stamp = Date.now().toString()
  let page: Page

  beforeAll(async () => {
    page = await openAdmin(browser, demo, language)
  }, 120_000)

  beforeEach(async () => {
    for (const statement of FACTS) await sql(demo, statement)
  })

  afterEach(async () => {
    await page.unrouteAll({ behavior: "wait" })
    for (const statement of NO_FACTS) await sql(demo, statement)
    await forgetBreaches(demo)
  })

  /** Answers with what the store said, changed. */
  const answer = (change: (overview: AdminOverview) => AdminOverview) =>
    page.route(ROUTE, async (route) => {
      const response = await route.fetch()
      const { overview } = (await response.json()) as { overview: AdminOverview }
      await route.fulfill({ response, json: { overview: change(overview) } })
    })

  it("tells first what asks for staff, with its limit, and leads to where it is done", async () => {
    await openedCase(demo, `Overblik ${stamp}`, 60)
    await answer(ageing)
    let calls = 0
    page.on("request", (request) => {
      if (/\/admin\/(privacy|dk)\//.test(request.url())) calls += 1
    })
    await openPrivacy(page, demo, OVERVIEW)
    const breach = page.getByTestId("dk-task-breaches-clock")
    await breach.getByText(texts.breach).waitFor()
    expect(calls).toBe(1)
    await page.getByTestId("dk-overview-as-of").getByText(texts.asOf).waitFor()
    const anew = page.waitForResponse(/overview\?.*fresh=true/)
    await page.getByTestId("dk-overview-anew").click()
    await anew
    await page.getByTestId("dk-task-sweeps-parked").getByText(texts.parked).waitFor()
    await page.getByTestId("dk-overview-invoices").getByText(texts.lacking).waitFor()
    await page.getByTestId("dk-due-table").getByText(texts.caption).waitFor({ state: "attached" })
    expect(await page.getByTestId("dk-due-table").locator("tbody tr").count()).toBe(12)
    await page.getByTestId("dk-setup-secrets").getByText(texts.missing).waitFor()
    expect(await seriousViolationsOf(page)).toEqual([])
    await picture(page, `${language}-overview`)
    await page.setViewportSize({ width: 1500, height: 3200 })
    await picture(page, `${language}-overview-whole`)
    await page.setViewportSize(WIDE)
    await breach.focus()
    await page.keyboard.press("Enter")
    await page.getByTestId("dk-breach-row").first().waitFor()
    // To have read again changed nothing, so what the server keeps is good enough.
    const back = page.waitForRequest(/overview\?/)
    await page.goBack()
    expect((await back).url()).toContain("fresh=false")
    await page.getByTestId("dk-task-nets-receipts_failed").click()
    await page.getByTestId("dk-nets-figure").first().waitFor()
  })

  it("says that nothing asks for anybody, and that the store is set up", async () => {
    await answer(quiet)
    await openPrivacy(page, demo, { path: "", testId: "dk-tasks-none" })
    await page.getByText(texts.nothing).waitFor()
    await page.getByTestId("dk-setup").getByText(texts.finished).waitFor()
    expect(await page.getByTestId("dk-setup-roles").count()).toBe(0)
    await picture(page, `${language}-overview-quiet`)
    await page.getByTestId("dk-setup-more").click()
    await page.getByTestId("dk-setup-roles").getByText(texts.done).waitFor()
    await picture(page, `${language}-overview-set-up`)
  })

  it("shows that it reads, what could not be read, and reads again", async () => {
    let release: () => void = () => undefined
    const held = new Promise<void>((resolve) => (release = resolve))
    await page.route(ROUTE, async (route) => {
      await held
      await route.fulfill({ status: 500, json: { type: "unknown_error", message: "x" } })
    })
    await openPrivacy(page, demo, { path: "", testId: "dk-loading" })
    await picture(page, `${language}-overview-loading`)
    release()
    await page.getByTestId("dk-error").waitFor()
    await picture(page, `${language}-overview-error`)
    await page.unrouteAll({ behavior: "wait" })
    await answer((overview) => ({
      ...overview,
      failed: [{ area: "findings", name: texts.findings }],
    }))
    await page.getByTestId("dk-error").getByRole("button").click()
    await page.getByTestId("dk-overview-failed").getByText(texts.failed).waitFor()
    await picture(page, `${language}-overview-failed`)
  })

  test("shows staff what their role shows, and says so", async () => {
    const admin = await inviteStaff(demo, `overblik.${language}.${stamp}@butik.example`)
    const theirs = await openAdmin(browser, { url: demo.url, admin }, language)
    await openPrivacy(theirs, demo, { path: "", testId: "dk-overview-limited" })
    await theirs.getByText(texts.limited).waitFor()
    await theirs.getByTestId("dk-overview-invoices").waitFor()
    for (const part of ["dk-setup", "dk-doctor", "dk-due", "dk-overview-requests"]) {
      expect([part, await theirs.getByTestId(part).count()]).toEqual([part, 0])
    }
    await picture(theirs, `${language}-overview-limited`)
    await theirs.context().close()
  })

  it("fits a telephone", async () => {
    await page.setViewportSize({ width: 390, height: 3600 })
    await openPrivacy(page, demo, OVERVIEW)
    await page.getByTestId("dk-due").waitFor()
    expect(await overflow(page)).toBe(0)
    expect(await seriousViolationsOf(page)).toEqual([])
    await picture(page, `${language}-narrow-overview`)
    await page.setViewportSize(WIDE)
  })
}

export default (stage: Stage): void => {
  describe("the overview of Privacy", () => {
    beforeAll(() => {
      ;({ demo, browser } = stage())
    })

    describe.each<Language>(["da", "en"])("(%s)", pages)
  })
}
