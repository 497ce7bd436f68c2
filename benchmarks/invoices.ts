/**
 * Numbering of invoices by many writers, what a sealed document costs, and long PDFs, as ratios within one run.
 *
 *   node -r ts-node/register benchmarks/invoices.ts
 */
import { ModulesSdkUtils } from "@medusajs/framework/utils"
import { buildInvoice } from "../src/modules/invoice/domain/build-invoice"
import type { InvoiceContent } from "../src/modules/invoice/domain/document"
import type { OrderFacts } from "../src/modules/invoice/domain/order-facts"
import { checkEInvoice } from "../src/modules/invoice/domain/ubl/check-einvoice"
import { renderOioubl } from "../src/modules/invoice/domain/ubl/render-oioubl"
import { renderPeppol } from "../src/modules/invoice/domain/ubl/render-peppol"
import { parseInvoiceOptions } from "../src/modules/invoice/options"
import { renderInvoicePdf } from "../src/modules/invoice/rendering/invoice-pdf"
import { openWork } from "../src/modules/invoice/sealing/seal-documents"
import { sealBeside } from "../src/modules/invoice/sealing/seal-one"
import { openLiveSeries } from "../src/modules/invoice/series"
import { selectRows } from "../src/shared/postgres"
import type { Knex } from "../src/shared/postgres"
import { captured, order } from "../integration-tests/helpers/issue-all"
import { openCluster } from "./lib/database"
import { median, printTable, ratio, timeOf } from "./lib/measure"
import type { Result } from "./lib/measure"

const WRITERS = 16
const EACH = 25
const ROUNDS = 5

const settings = parseInvoiceOptions()

const PUBLIC: OrderFacts["buyer"] = {
  type: "public",
  company_name: "Faxe Kommune, Åstrup Skole",
  cvr: null,
  vat_id: null,
  registration_no: null,
  ean: "5798000420526",
  person_reference: "LONE42",
  order_reference: "REK-77",
  accounting_reference: null,
  address: {
    address_1: "Skolevej 4",
    address_2: null,
    postal_code: "4690",
    city: "Haslev",
    country_code: "dk",
  },
}

const factsOf = (index: number, lines = 5): OrderFacts => {
  const [line] = order().lines
  if (!line) throw new Error("no line")
  return order({
    order_id: `order_${index.toString()}`,
    payments: [captured],
    buyer: PUBLIC,
    lines: Array.from({ length: lines }, (_, at) => ({
      ...line,
      line_id: `ordli_${at.toString()}`,
    })),
  })
}

/** Every writer does its share, one after the other, all writers at once. */
const byWriters = (work: (index: number) => Promise<unknown>, from: number): Promise<unknown> =>
  Promise.all(
    Array.from({ length: WRITERS }, async (_, writer) => {
      for (let turn = 0; turn < EACH; turn++) await work(from + writer * EACH + turn)
    })
  )

const seal = (
  connection: Knex,
  afterwards: (document: InvoiceContent) => Promise<unknown> = () => Promise.resolve()
) => {
  return async (index: number): Promise<void> => {
    const facts = factsOf(index)
    const work = await openWork(connection, { settings, facts, now: new Date() })
    const { document } = await connection.transaction((transaction) =>
      sealBeside({ transaction, ...work }, [], {
        cause: "sale",
        amends: null,
        build: (frame, terms) => buildInvoice(facts, frame, terms),
      })
    )
    await afterwards(document)
  }
}

/**
 * What any program does whose number stands on what it numbers: a counter row, locked and read, then the text is made and
 * written, and nobody else gets a number until then.
 */
const insertPlainly = (connection: Knex) => async (): Promise<void> => {
  await connection.transaction(async (transaction) => {
    const taken = await selectRows<{ number: number }>(
      transaction,
      "UPDATE bench_counter SET next = next + 1 RETURNING next - 1 AS number"
    )
    const [{ number } = { number: 0 }] = taken
    const text = `${number.toString()} ${"x".repeat(3000)}`
    await transaction.raw("INSERT INTO bench_plain (number, content) VALUES (?, ?)", [number, text])
  })
}

const renderAll = async (document: InvoiceContent): Promise<void> => {
  await renderInvoicePdf(document, "da")
  for (const format of ["peppol", "oioubl"] as const) checkEInvoice(document, format)
  renderPeppol(document)
  renderOioubl(document)
}

const measureNumbering = async (connection: Knex): Promise<Result[]> => {
  await openLiveSeries(connection, {
    controllerId: settings.controller.id,
    prefix: "",
    first_number: 1,
    starts_at: new Date(0),
    opened_by: "user_bench",
  })
  await connection.raw(`CREATE TABLE bench_counter (next integer)`)
  await connection.raw(`INSERT INTO bench_counter VALUES (1)`)
  await connection.raw(`CREATE TABLE bench_plain (number integer PRIMARY KEY, content text)`)
  const times = { plain: [0], sealed: [0], rendered: [0] }
  for (let round = 0; round <= ROUNDS; round++) {
    const from = round * 1_000_000
    const plain = await timeOf(() => byWriters(insertPlainly(connection), from))
    const sealed = await timeOf(() => byWriters(seal(connection), from))
    const rendered = await timeOf(() => byWriters(seal(connection, renderAll), from + 500_000))
    // The first round warms up.
    if (round === 0) continue
    times.plain[round - 1] = plain
    times.sealed[round - 1] = sealed
    times.rendered[round - 1] = rendered
  }
  const perSecond = (all: readonly number[]): number => (WRITERS * EACH * 1_000) / median(all)
  const [plain, sealed, rendered] = [times.plain, times.sealed, times.rendered].map(perSecond)
  return [
    ratio(
      "numbers a second, 16 writers: sealed against a plain counter and insert",
      (sealed ?? 0) / (plain ?? 1),
      { atLeast: 0.5 }
    ),
    ratio("the same with PDF, both e-invoices and their checks", (rendered ?? 0) / (plain ?? 1)),
  ]
}

const measurePdf = async (): Promise<Result[]> => {
  const terms = { due_on: null, pay_to: null, exchange: null }
  const frame = {
    controller_id: "default",
    seller: {
      name: "Butik",
      cvr: "14277137",
      address: "Gade 1, 1000 By",
      email: "a@b.example",
      phone: null,
    },
    series: "live" as const,
    number: "1",
    cause: "sale",
    issued_on: "2026-11-26",
  }
  const [short, long] = [5, 300].map((lines) => buildInvoice(factsOf(0, lines), frame, terms))
  if (!short || !long) throw new Error("no document")
  const times = { short: [0], long: [0] }
  for (let round = 0; round < 15; round++) {
    times.short[round] = await timeOf(() => renderInvoicePdf(short, "da"))
    times.long[round] = await timeOf(() => renderInvoicePdf(long, "da"))
  }
  const lines = median(times.long) / median(times.short)
  return [ratio("a PDF of 300 lines against one of 5 (60 times the lines)", lines, { atMost: 60 })]
}

const isKnex = (value: unknown): value is Knex => typeof value === "function"

/** A pool that gives every writer a connection of its own. */
const openPool = (url: string): Knex => {
  const pool: unknown = ModulesSdkUtils.createPgConnection({
    clientUrl: url,
    driverOptions: { connection: { ssl: false } },
    pool: { min: WRITERS, max: WRITERS },
  })
  if (!isKnex(pool)) throw new Error("no connection")
  return pool
}

const run = async (): Promise<void> => {
  const cluster = await openCluster()
  try {
    const { url } = await cluster.database(`dk_bench_invoices_${Date.now().toString()}`)
    const connection = openPool(url)
    try {
      printTable([...(await measureNumbering(connection)), ...(await measurePdf())])
    } finally {
      await connection.destroy()
    }
  } finally {
    await cluster.stop()
  }
}

void run()
