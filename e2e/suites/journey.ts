import { networkInterfaces } from "node:os"
import type { Browser } from "playwright-core"
import type { AdminOrderConsentsResponse } from "../../src/types/http"
import { adminToken, picture } from "../helpers/admin"
import { openPage } from "../helpers/browser"
import { runDemo } from "../helpers/demo"
import type { RunningDemo, Stage } from "../helpers/demo"
import { choose, errorAt, goToPayment, heading, person, shop, submit } from "../helpers/storefront"

type Invoices = { invoices: { kind: string; document: { buyer: Record<string, unknown> } }[] }

export default (stage: Stage): void => {
  describe("buying in the demo's storefront", () => {
    let browser: Browser
    let demo: RunningDemo

    beforeAll(() => {
      ;({ demo, browser } = stage())
    })

    const admin = async <Body>(path: string, body?: object): Promise<Body> => {
      const response = await fetch(demo.url + path, {
        method: body ? "POST" : "GET",
        headers: {
          authorization: `Bearer ${await adminToken(demo)}`,
          "content-type": "application/json",
        },
        ...(body && { body: JSON.stringify(body) }),
      })
      if (!response.ok) throw new Error(`${path}: ${await response.text()}`)
      return (await response.json()) as Body
    }

    /** The order on the receipt, captured by staff, with its one invoice. */
    const captureNewest = async (email: string): Promise<Invoices["invoices"]> => {
      const { orders } = await admin<{
        orders: { id: string; payment_collections: { payments: { id: string }[] }[] }[]
      }>(`/admin/orders?q=${encodeURIComponent(email)}&fields=id,payment_collections.payments.id`)
      expect(orders).toHaveLength(1)
      const [order] = orders
      for (const { id } of order?.payment_collections.flatMap(({ payments }) => payments) ?? []) {
        await admin(`/admin/payments/${id}/capture`, {})
      }
      for (let attempt = 0; attempt < 50; attempt += 1) {
        const { invoices } = await admin<Invoices>(`/admin/orders/${order?.id ?? ""}/dk-invoices`)
        if (invoices.length > 0) return invoices
        await new Promise((resolve) => setTimeout(resolve, 100))
      }
      return []
    }

    it("what looks like a CPR number is asked about at the field, and goes on when the shopper says it is none", async () => {
      const page = await openPage(browser)
      await shop(page, demo, "notesbog-havblik")
      await choose(page, "private")
      await submit(page)
      // Of somebody born in 1862.
      const address = { ...person, address_1: "Vej 12 211062-5009" }
      for (const [field, value] of Object.entries(address)) await page.fill(`#${field}`, value)
      await submit(page)
      await page.locator("#not_cpr").check()
      expect(await errorAt(page, "address_1")).toContain("ligner et CPR-nummer")
      await picture(page, "da-not-cpr")
      await submit(page)
      await page.locator("input[name=delivery]").first().waitFor()
    })

    it("a municipality is told at the field what is wrong, pays by card and is invoiced with EAN and reference", async () => {
      const email = `kommune.${Date.now().toString()}@kunde.example`
      const page = await openPage(browser)
      await page.goto(demo.storefront_url)
      await page.getByText("Alle varer").waitFor()
      await picture(page, "da-shop")
      await shop(page, demo, "skolehaefte-a5")
      await choose(page, "public")
      await page.fill("#ean", "5798000091034")
      expect(await errorAt(page, "ean")).toContain("kontrolcifferet passer ikke")
      await picture(page, "da-buyer-public-refused")
      await page.fill("#ean", "5798 0000 1903 4")
      expect(await errorAt(page, "ean")).toBe("")
      await page.fill("#company_name", "Åstrup Skole")
      await submit(page)
      expect(await errorAt(page, "person_reference")).not.toBe("")
      await page.fill("#person_reference", "MSØ")
      await submit(page)
      await goToPayment(page, email)
      expect(await page.locator(".notice input").count()).toBe(0)
      expect(await page.locator("main").innerText()).toContain("Levering til døren")
      expect(await page.locator("main").innerText()).not.toContain("NaN")
      await page.getByText("Betalingsfrist 30 dage").waitFor()
      await picture(page, "da-pay")
      await page.locator("input[name=payment][value=nets]").check()
      await submit(page)
      await page.getByRole("button", { name: "Betal med kort" }).waitFor()
      await picture(page, "da-nets")
      await page.getByRole("button", { name: "Betal med kort" }).click()
      await heading(page, "Tak for din ordre")
      expect(await page.locator("main").innerText()).toContain("5798000019034")
      await picture(page, "da-receipt")
      const [invoice, ...more] = await captureNewest(email)
      expect(more).toEqual([])
      expect(invoice?.document.buyer).toMatchObject({
        company_name: "Åstrup Skole",
        ean: "5798000019034",
        person_reference: "MSØ",
      })
    })

    it("a company reads English on a narrow screen, goes back once, and pays by MobilePay", async () => {
      const email = `company.${Date.now().toString()}@kunde.example`
      const page = await openPage(browser, { locale: "en-GB", width: 360 })
      await shop(page, demo, "kopipapir", "en")
      await choose(page, "business")
      await page.fill("#cvr", "13748137")
      expect(await errorAt(page, "cvr")).not.toBe("")
      await page.fill("#cvr", "DK 13 74 81 36")
      await page.fill("#company_name", "Prøve ApS")
      await picture(page, "en-narrow-buyer")
      await submit(page)
      await goToPayment(page, email)
      await picture(page, "en-narrow-pay")
      await submit(page)
      await page.getByRole("button", { name: "Cancel" }).click()
      await page.locator("[role=alert]").first().waitFor()
      await picture(page, "en-narrow-cancelled")
      await submit(page)
      await page.getByRole("button", { name: "Pay with MobilePay" }).click()
      await page.locator(".receipt").waitFor()
      await picture(page, "en-narrow-receipt")
      const invoices = await captureNewest(email)
      expect(invoices).toHaveLength(1)
      expect(invoices[0]?.document.buyer).toMatchObject({
        cvr: "13748136",
        company_name: "Prøve ApS",
      })
    })

    it("a consumer gives neither number, and the invoice names nobody", async () => {
      const email = `forbruger.${Date.now().toString()}@kunde.example`
      const page = await openPage(browser)
      await shop(page, demo, "notesbog-havblik")
      await submit(page)
      await goToPayment(page, email)
      await submit(page)
      await page.getByRole("button", { name: "Betal med kort" }).click()
      await heading(page, "Tak for din ordre")
      const invoices = await captureNewest(email)
      expect(invoices).toHaveLength(1)
      for (const value of [person.first_name, person.address_1, person.city, email]) {
        expect(JSON.stringify(invoices)).not.toContain(value)
      }
    })

    it("boxes stand empty beside their texts, and the order keeps what was ticked and what stood there", async () => {
      const email = `bokse.${Date.now().toString()}@kunde.example`
      const page = await openPage(browser)
      await shop(page, demo, "notesbog-havblik")
      await submit(page)
      await goToPayment(page, email)
      await page.getByLabel(/^Ja tak til nyhedsbrev på e-mail fra Nordlys/).waitFor()
      expect(await page.locator(".marketing input:checked").count()).toBe(0)
      const asked = page.waitForResponse((answer) => answer.url().endsWith("/consents"))
      await page.getByLabel(/^Ja tak til nyhedsbrev på e-mail fra Nordlys/).check()
      await asked
      await Promise.all([
        page.waitForResponse((answer) => answer.url().endsWith("/consents")),
        page.getByLabel("Nej tak", { exact: true }).check(),
      ])
      await picture(page, "da-checkout-boxes")
      await submit(page)
      await page.getByRole("button", { name: "Betal med kort" }).click()
      await heading(page, "Tak for din ordre")
      const { orders } = await admin<{ orders: { id: string }[] }>(
        `/admin/orders?q=${encodeURIComponent(email)}&fields=id`
      )
      const path = `/admin/orders/${orders[0]?.id ?? ""}/consents`
      let told = await admin<AdminOrderConsentsResponse>(path)
      for (let attempt = 0; attempt < 50 && told.events.length === 0; attempt += 1) {
        await new Promise((resolve) => setTimeout(resolve, 100))
        told = await admin<AdminOrderConsentsResponse>(path)
      }
      // A store that is kept may have texts for other purposes, which were shown and not chosen.
      const own = ["newsletter", "privacy", "similar_products"]
      const said = told.events
        .filter(({ purpose, state }) => own.includes(purpose) || state !== "shown")
        .map(({ purpose, state }) => `${purpose} ${state}`)
        .sort()
      expect(said).toEqual([
        "newsletter given",
        "newsletter shown",
        "privacy shown",
        "similar_products refused",
        "similar_products shown",
      ])
      expect(told.notices.map(({ body }) => body).join("\n")).toContain("Ja tak til nyhedsbrev")
    })

    it("the store, whose login is known, answers to this machine alone", async () => {
      const others = Object.values(networkInterfaces())
        .flatMap((addresses) => addresses ?? [])
        .filter(({ internal, scopeid }) => !internal && !scopeid)
        .map(({ address, family }) => (family === "IPv6" ? `[${address}]` : address))
      if (others.length === 0) console.log("Left out: this machine has no address of a network.")
      expect((await fetch(`${demo.url}/app`)).status).toBe(200)
      for (const other of others) {
        const url = `http://${other}:${new URL(demo.url).port}/app`
        expect(
          await fetch(url).then(
            ({ status }) => status,
            () => "refused"
          )
        ).toBe("refused")
      }
    })

    it("a second demo on the same ports says which one is taken, and how to choose another", async () => {
      const { output, ended } = runDemo(demo.env)
      expect(await ended).toBe(1)
      expect(output()).toContain(`Port ${new URL(demo.url).port} is taken`)
      expect(output()).toContain("PORT=")
    })
  })
}
