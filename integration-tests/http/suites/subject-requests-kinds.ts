import { findRestricted } from "../../../src/modules/personal-data"
import { copenhagenDay } from "../../../src/rules"
import { selectRows } from "../../../src/shared/postgres"
import type { AdminFulfilSubjectRequest, AdminSubjectRequestKind } from "../../../src/types/http"
import { isSuppressed, readConsentsAt } from "../../../src/workflows/consent"
import { finishErasures } from "../../../src/workflows/personal-data"
import { finishPlanned } from "../../../src/workflows/subject-request"
import { tablesHolding } from "../helpers/canary"
import { EXPORTS, unzip } from "../helpers/exports"
import { awaitInvoices } from "../helpers/invoices"
import { openMailbox } from "../helpers/mailbox"
import { captureOrder, eventually, staff } from "../helpers/shop"
import type { Headers } from "../helpers/shop"
import { requestsOf } from "../helpers/subject-requests"
import type { Suite } from "../helpers/suite"
import { shipOrder } from "../helpers/warehouse"
import { WAYS, waysIn } from "../helpers/ways-in"
import type { Buyer, CameIn, Way } from "../helpers/ways-in"

/** All but erasure, whose effect has a life of its own. */
type Kind = Exclude<AdminSubjectRequestKind, "erasure">

type Told = {
  /** What the answer says was done. */
  says: RegExp
  body?: (who: Buyer) => AdminFulfilSubjectRequest
}

const TOLD: Readonly<Record<Kind, Told>> = {
  information: { says: /Vi har svaret på, hvad vi har om dig, den \d/ },
  access: { says: /Vi har fundet dine oplysninger frem til dig den \d/ },
  portability: { says: /i et format, som andre systemer kan læse/ },
  rectification: {
    says: /Vi har rettet dine oplysninger den \d/,
    body: ({ orderId }) => ({
      addresses: [{ order_id: orderId, type: "shipping", address_1: "Zqretvej 2" }],
    }),
  },
  restriction: {
    says: /Vi har begrænset brugen af dine oplysninger den \d/,
    body: () => ({ ground: "accuracy_contested" }),
  },
  objection_marketing: { says: /Vi bruger ikke længere dine oplysninger til markedsføring/ },
  objection_automated: {
    says: /Et menneske har set på afgørelsen den \d[^]*Afgørelsen er ændret/,
    body: () => ({ decision: "changed", reason: "Set igennem" }),
  },
  consent_withdrawal: { says: /Dit samtykke er trukket tilbage den \d/ },
}

const KINDS = Object.keys(TOLD) as Kind[]

const COPIES: readonly string[] = ["information", "access", "portability"]

export default (suite: Suite): void => {
  let headers: Headers
  let doors: ReturnType<typeof waysIn>
  const { done, read } = requestsOf(suite, () => headers)

  beforeEach(async () => {
    headers = await staff(suite)
    const mailbox = await openMailbox(suite)
    doors = waysIn({ suite, mailbox, headers: () => headers })
    await suite.database()("dk_subject_request_limit").delete()
  })
  afterEach(() => {
    jest.restoreAllMocks()
  })

  const addressesOf = (orderId: string) =>
    selectRows<{ type: string; address_1: string }>(
      suite.database(),
      `SELECT CASE WHEN a.id = o.shipping_address_id THEN 'shipping' ELSE 'billing' END AS type, a.address_1
         FROM "order" o JOIN order_address a ON a.id IN (o.shipping_address_id, o.billing_address_id) WHERE o.id = ? ORDER BY 1`,
      [orderId]
    )
  const newsletterOf = async (email: string) => {
    const consents = await readConsentsAt(suite.container(), [{ email }])
    return consents.find(({ purpose }) => purpose === "newsletter")?.state
  }

  /** What the database holds of somebody whom nothing has been done for. */
  const untouched = async ({ email, street, orderId }: Buyer): Promise<void> => {
    const stands = [
      { type: "billing", address_1: street },
      { type: "shipping", address_1: street },
    ]
    expect(await addressesOf(orderId)).toEqual(stands)
    expect(await newsletterOf(email)).toBe("given")
    expect(await isSuppressed(suite.container(), { email })).toBe(false)
    const found = await findRestricted(suite.database(), { orderIds: [orderId] }, new Date())
    expect([...found]).toEqual([])
  }

  const copied = async (data: string | undefined, { street, orderId }: Buyer): Promise<void> => {
    expect(data).toContain(street)
    expect(data).toContain(orderId)
    await Promise.resolve()
  }

  const EFFECTS: Readonly<Record<Kind, (who: Buyer, id: string) => Promise<void>>> = {
    information: untouched,
    access: untouched,
    portability: untouched,
    rectification: async ({ street, orderId }) => {
      expect(await addressesOf(orderId)).toEqual([
        { type: "billing", address_1: street },
        { type: "shipping", address_1: "Zqretvej 2" },
      ])
    },
    restriction: async ({ orderId }) => {
      const found = await findRestricted(suite.database(), { orderIds: [orderId] }, new Date())
      expect([...found]).toEqual([[orderId, "accuracy_contested"]])
    },
    objection_marketing: async ({ email }) => {
      expect(await isSuppressed(suite.container(), { email })).toBe(true)
    },
    objection_automated: async (who, id) => {
      const [row] = await selectRows<{ outcome: object }>(
        suite.database(),
        `SELECT data->'outcome' AS outcome FROM dk_subject_request_event WHERE request_id = ? AND type = 'completed'`,
        [id]
      )
      expect(row?.outcome).toMatchObject({ decision: "changed", rules: [] })
      expect(JSON.stringify(row)).toContain(`"reviewed_by":"user_`)
      await untouched(who)
    },
    consent_withdrawal: async ({ email }) => {
      expect(await newsletterOf(email)).toBe("withdrawn")
    },
  }

  /** Staff carries it out; a guest's own download answers what asks for a copy. */
  const answer = async (kind: Kind, who: Buyer, { id, link, subject }: CameIn): Promise<void> => {
    if (link && COPIES.includes(kind)) {
      await copied(JSON.stringify(await doors.page.download(link)), who)
      await eventually(async () => (await read(id)).state === "completed")
      return
    }
    const { request, ticket } = await done(id, {
      ...TOLD[kind].body?.(who),
      ...subject,
    })
    expect(request.state).toBe("completed")
    expect(ticket === null).toBe(kind === "information" || !COPIES.includes(kind))
    if (!ticket) return
    const file = await fetch(`${suite.baseUrl}${EXPORTS}/${ticket.ticket}`)
    const files = await unzip(Buffer.from(await file.arrayBuffer()))
    await copied(files["data.json"], who)
  }

  it.each(KINDS)(
    "%s is carried out whichever way it came, and the person is told",
    async (kind) => {
      for (const way of WAYS) {
        const who = await doors.buyer(way, `zq${way}`)
        await untouched(who)
        const came = await doors.come[way](kind, who)
        await answer(kind, who, came)
        await EFFECTS[kind](who, came.id)
        const letters = await doors.lettersOf(came.id, who)
        expect([way, ...letters.keys()]).toEqual([way, "receipt", "completed"])
        expect(letters.get("completed")).toMatch(TOLD[kind].says)
        expect(letters.get("completed")).toMatch(
          /klage til Datatilsynet .* eller gå til domstolene/
        )
      }
    }
  )

  describe("erasure", () => {
    const finishOrder = async ({ orderId }: Buyer) => {
      await captureOrder(suite, orderId, headers)
      await shipOrder(suite, orderId, headers)
      const [invoice] = await awaitInvoices(suite, orderId, headers)
      return invoice?.document.number ?? "none"
    }
    const KEPT = (number: string) =>
      new RegExp(
        `- faktura nr\\. ${number} til og med 31\\. december \\d{4}, fordi bogføringsloven § 12 kræver det`
      )
    const dayOf = (day: string) =>
      new Intl.DateTimeFormat("da-DK", { dateStyle: "long", timeZone: "UTC" }).format(new Date(day))
    /** Only who asked as the owner of an account is known to have had one. */
    const ERASED = (way: Way) => {
      const on = `i butikken den ${dayOf(copenhagenDay(new Date()))}`
      return way === "account"
        ? `Vi har slettet din konto og dine oplysninger ${on}.`
        : `Vi har slettet dine oplysninger ${on}, også din konto, hvis du havde en.`
    }
    /** A letter names an order; the mailbox that it was bought with may be somebody else's, too. */
    const gone = async (way: Way, { street, email }: Buyer): Promise<void> => {
      expect([way, await tablesHolding(suite.database(), street)]).toEqual([way, []])
      const tables = await tablesHolding(suite.database(), email)
      const left = tables.filter((table) => !["dk_subject_request", "notification"].includes(table))
      expect([way, left]).toEqual([way, way === "letter" ? ["customer"] : []])
    }

    it("takes all but the invoice, and the letter says which and until when", async () => {
      for (const way of WAYS) {
        const who = await doors.buyer(way, `zqslet${way}`)
        const number = await finishOrder(who)
        const { id, subject } = await doors.come[way]("erasure", who)
        const { request, outcome } = await done(id, subject)
        expect([request.state, outcome]).toEqual([
          "partly_completed",
          expect.objectContaining({ kind: "erasure", is_done: true, waiting: [] }),
        ])
        await gone(way, who)
        const letters = await doors.lettersOf(id, who)
        expect([...letters.keys()]).toEqual(["receipt", "partly_completed"])
        expect(letters.get("partly_completed")).toContain(ERASED(way))
        expect(letters.get("partly_completed")).toMatch(KEPT(number))
      }
    })

    it("waits for an order, names a day, and tells once when it finished by itself", async () => {
      const waiting: { way: Way; who: Buyer; id: string; number: string }[] = []
      const last = copenhagenDay(new Date(Date.now() + 30 * 24 * 3600 * 1000))
      for (const way of WAYS) {
        const who = await doors.buyer(way, `zqvent${way}`)
        const { id, subject } = await doors.come[way]("erasure", who)
        const { request } = await done(id, subject)
        expect([way, request.state, request.finish_by]).toEqual([way, "planned", last])
        const planned = (await doors.lettersOf(id, who)).get("planned")
        expect(planned).toContain(`Resten sker af sig selv, senest den ${dayOf(last)}.`)
        expect(planned).toMatch(/Vi venter på ordre \d+\. Når den er færdig/)
        waiting.push({ way, who, id, number: await finishOrder(who) })
      }
      await finishErasures(suite.container())
      await Promise.all([finishPlanned(suite.container()), finishPlanned(suite.container())])
      for (const { way, who, id, number } of waiting) {
        await gone(way, who)
        const letters = await doors.lettersOf(id, who)
        expect([...letters.keys()]).toEqual(["receipt", "planned", "partly_completed"])
        expect(letters.get("partly_completed")).toContain(ERASED(way))
        expect(letters.get("partly_completed")).toMatch(KEPT(number))
      }
    })

    it("of an account whose order was called off is complete", async () => {
      const who = await doors.buyer("account", "zqingen")
      await suite.database()("order").where({ id: who.orderId }).update({ status: "canceled" })
      const { id } = await doors.come.account("erasure", who)
      const { request } = await done(id)
      expect(request.state).toBe("completed")
      await gone("account", who)
      const letters = await doors.lettersOf(id, who)
      expect(letters.get("completed")).toContain(ERASED("account"))
      expect(letters.get("completed")).not.toContain("faktura")
    })
  })
}
