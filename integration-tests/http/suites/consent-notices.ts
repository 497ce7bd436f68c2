import { recordMissingNotices, recordShownNoticeOf } from "../../../src/workflows/consent"
import { draftNotice, publish, publishedNotice } from "../helpers/notices"
import type { Notice } from "../helpers/notices"
import { buy, createCart, eventually, register, shopper, staff } from "../helpers/shop"
import { store, STRANGER_STAFF } from "../helpers/store"
import type { Suite } from "../helpers/suite"
import { setSkew } from "../../machines/parts/clock"

type Event = {
  id: string
  state: string
  source: string
  place: string
  notice_id: string
  notice_sha256: string
  subject_key: string
}

const draft = (suite: Suite, locale: string, body: string): Promise<Notice> =>
  draftNotice(suite, { kind: "privacy", locale, body })

const published = (suite: Suite, locale = "da", body = "Vi bruger dine oplysninger.") =>
  publishedNotice(suite, { kind: "privacy", locale, body })

const eventsOf = async (suite: Suite, orderId: string): Promise<Event[]> => {
  const { rows } = await suite
    .database()
    .raw<{ rows: Event[] }>("SELECT * FROM dk_consent_event WHERE order_id = ?", [orderId])
  return rows
}

const firstEvent = (suite: Suite, orderId: string) =>
  eventually(async () => (await eventsOf(suite, orderId))[0])

export default (suite: Suite): void => {
  describe("notices", () => {
    it("are drafted by staff, published once and then never changed", async () => {
      const first = await published(suite)
      expect(first).toMatchObject({ version: 1, locale: "da" })
      expect(await publish(suite, first.id)).toMatchObject({
        status: 409,
        error: { code: "already_published" },
      })
      const second = await draft(suite, "da", "Næste udgave.")
      expect(second.version).toBe(2)
      const change = suite
        .database()
        .raw("UPDATE dk_consent_notice SET body = 'andet' WHERE id = ?", [first.id])
      await expect(change).rejects.toThrow("never changed")

      const seen = await suite.call<{ notices: Notice[]; count: number }>(
        "GET",
        "/store/privacy/notices?locale=da-DK",
        { headers: shopper() }
      )
      expect(seen.body.notices.map(({ id }) => id)).toEqual([first.id])
      const hidden = `/store/privacy/notices/${second.id}`
      expect((await suite.call("GET", hidden, { headers: shopper() })).status).toBe(404)

      const past = await publish(suite, second.id, { effective_from: "2020-01-01T00:00:00Z" })
      expect(past.status).toBe(400)
      expect(past.error.message).toMatch(/^effective_from: /)
      const later = await publish(suite, second.id, { effective_from: "2099-01-01T00:00:00Z" })
      expect(later.status).toBe(200)
      const current = await suite.call<{ notices: Notice[] }>(
        "GET",
        "/store/privacy/notices?current=true",
        { headers: shopper() }
      )
      expect(current.body.notices.map(({ id }) => id)).toEqual([first.id])
    })

    it("are only for operators to write", async () => {
      const headers = await staff(suite, STRANGER_STAFF)
      const body = { locale: "da", body: "Tekst" }
      const answer = await suite.call("POST", "/admin/privacy/notices", { headers, body })
      expect(answer.status).toBe(403)
    })
  })

  describe("a purchase", () => {
    it("is evidence that the posted notice was shown, once, and never of a consent", async () => {
      const older = await published(suite)
      await published(suite, "da", "Nyere udgave.")
      const cartId = await createCart(suite, { locale: "da-DK" })
      const path = `/store/carts/${cartId}/consents`
      const body = { notices: [older.id], consents: [] }
      for (let time = 0; time < 2; time++) {
        const answer = await suite.call<{ notices: Notice[] }>("POST", path, {
          headers: shopper(),
          body,
        })
        expect(answer.body.notices.map(({ id }) => id)).toEqual([older.id])
      }
      const orderId = await buy(suite, cartId)
      await firstEvent(suite, orderId)
      await Promise.all([
        recordShownNoticeOf(suite.container(), orderId),
        recordShownNoticeOf(suite.container(), orderId),
        recordMissingNotices(suite.container()),
      ])
      const events = await eventsOf(suite, orderId)
      expect(events).toMatchObject([
        {
          state: "shown",
          source: "asserted",
          place: "checkout",
          notice_id: older.id,
          notice_sha256: older.sha256,
        },
      ])
      const late = await suite.call("POST", path, { headers: shopper(), body })
      expect(late).toMatchObject({ status: 409, error: { code: "cart_completed" } })
      const database = suite.database()
      await expect(database.raw("UPDATE dk_consent_event SET state = 'given'")).rejects.toThrow(
        "never changed"
      )
      await expect(database.raw("DELETE FROM dk_consent_event")).rejects.toThrow("is kept")
    })

    it("assumes the notice in force when the storefront says nothing, under one key a person", async () => {
      await published(suite)
      const english = await published(suite, "en", "We use your data.")
      const orders = [
        await buy(suite, await createCart(suite, { locale: "en-GB" })),
        await buy(suite, await createCart(suite, { locale: "en-GB" })),
      ]
      const events = []
      for (const id of orders) events.push(await firstEvent(suite, id))
      expect(events).toMatchObject(
        orders.map(() => ({ source: "assumed", notice_id: english.id, state: "shown" }))
      )
      expect(new Set(events.map(({ subject_key: key }) => key)).size).toBe(1)
      expect(JSON.stringify(events)).not.toContain("karen@kunde.example")
    })

    it("claims nothing before a notice was in force, and refuses what it cannot know", async () => {
      const orderId = await buy(suite, await createCart(suite))
      await suite.settle()
      await published(suite)
      await recordMissingNotices(suite.container())
      expect(await eventsOf(suite, orderId)).toEqual([])

      const owner = await register(suite, { email: "ejer@kunde.example" })
      const stranger = await register(suite, { email: "fremmed@kunde.example" })
      const cartId = await createCart(suite, { token: owner.token })
      const path = `/store/carts/${cartId}/consents`
      const post = (body: object, token = owner.token) =>
        suite.call("POST", path, { headers: shopper(token), body })
      expect((await post({ notices: [] }, stranger.token)).status).toBe(404)
      const unknown = await post({ notices: ["dkcnot_unknown"] })
      expect(unknown.status).toBe(400)
      expect(unknown.error.message).toMatch(/^notices: /)
      const consent = { purpose: "newsletter", channel: "email", state: "given" }
      expect((await post({ notices: [], consents: [consent] })).status).toBe(400)
      expect((await post({ notices: [], extra: 1 })).status).toBe(400)
    })

    it("may name a text that has just come into force, at a server whose clock is behind", async () => {
      const notice = await published(suite)
      const path = `/store/carts/${await createCart(suite)}/consents`
      const body = { notices: [notice.id], consents: [] }
      setSkew(-5 * 60 * 1000)
      const answer = await suite.call("POST", path, { headers: shopper(), body }).finally(() => {
        setSkew(0)
      })
      expect(answer.status).toBe(200)
    })

    it("by phone counts as sent, not shown on a screen", async () => {
      const notice = await published(suite)
      const headers = await staff(suite)
      const { regionId, salesChannelId } = store()
      const created = await suite.call<{ draft_order: { id: string } }>(
        "POST",
        "/admin/draft-orders",
        {
          headers,
          body: {
            email: "telefon@kunde.example",
            region_id: regionId,
            sales_channel_id: salesChannelId,
          },
        }
      )
      const orderId = created.body.draft_order.id
      await recordMissingNotices(suite.container())
      expect(await eventsOf(suite, orderId)).toEqual([])
      await suite
        .database()
        .raw(`UPDATE "order" SET is_draft_order = false, status = 'pending' WHERE id = ?`, [
          orderId,
        ])
      await recordMissingNotices(suite.container())
      expect(await eventsOf(suite, orderId)).toMatchObject([
        { source: "sent", place: "confirmation", notice_id: notice.id },
      ])
    })
  })
}
