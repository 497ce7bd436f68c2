import type {
  AdminDataMapResponse,
  AdminErasureCertificate,
  AdminErasurePreviewResponse,
  AdminErasureResponse,
} from "../../../../src/types/http"
import { finishErasures } from "../../../../src/workflows/personal-data"
import { readAsAdmin, workOn } from "./admin"
import { columnsWith, printPlaces, readAll, sampled, whereIs } from "./database"
import type { Snapshot } from "./database"
import type { Canary } from "./diary"
import { exportOrders } from "./export-file"
import type { Life, Shop } from "./live"
import {
  beyondAccess,
  compareExport,
  isSealed,
  misjudged,
  unexplained,
  wronglyChanged,
} from "./verdict"
import type { Exported } from "./verdict"

/** What is wrong, by what was looked at; nothing is wrong when every list is empty. */
export type Findings = Record<string, readonly string[]>

const EXPORTS = "/admin/privacy/exports"
const ERASURES = "/admin/privacy/erasures"

type ExportDocument = { data: Exported; orders_to_be_confirmed: number }

const send = async <Body>(
  { suite, headers }: Shop,
  method: string,
  path: string,
  body?: object
) => {
  const answer = await suite.call<Body>(method, path, { headers, ...(body && { body }) })
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status.toString()} ${answer.text}`)
  return answer
}

/** Every text a person could wrongly be shown: other people's, and staff's own. The group they are in is theirs to see. */
const textsOfOthers = (shop: Shop, life: Life, lives: readonly Life[]): Canary[] => [
  ...lives.flatMap((other) => (other === life ? [] : other.diary.canaries)),
  ...lives.flatMap(({ bystander }) => bystander.canaries),
  ...shop.diary.canaries.filter(({ text }) => text.includes("staff") || text.includes("invite")),
]

/** The access export holds all that is the person's and nothing of anybody else; portability is a part of it. */
export const tryExport = async (
  shop: Shop,
  life: Life,
  lives: readonly Life[]
): Promise<{ findings: Findings; exported: Exported }> => {
  const { account, diary } = life
  const access = await send<ExportDocument>(shop, "POST", EXPORTS, {
    customer_id: account.customerId,
    profile: "access",
  })
  const portable = await send<ExportDocument>(shop, "POST", EXPORTS, {
    email: account.email,
    profile: "portability",
  })
  const { missing, leaked } = compareExport(
    access.text,
    diary.canaries,
    textsOfOthers(shop, life, lives)
  )
  const hasOwn = portable.text.toLowerCase().includes(`zq${diary.who}bookstreetqz`)
  return {
    exported: access.body.data,
    findings: {
      missing,
      leaked,
      secrets: access.text.includes("scrypt") ? ["a password hash"] : [],
      unconfirmed: access.body.orders_to_be_confirmed > 0 ? ["orders of the person's own"] : [],
      beyondAccess: beyondAccess(portable.body.data, access.body.data),
      portable: hasOwn ? [] : ["holds not even the saved address"],
    },
  }
}

/** Each text stands where its life says: in the database, or nowhere. */
export const judge = async ({ suite }: Shop, lives: readonly Life[]): Promise<Findings> => {
  const all = await readAll(suite.database())
  return {
    misjudged: lives.flatMap(({ diary, bystander }) =>
      [diary, bystander].flatMap((one) => misjudged(one.canaries, whereIs(all, `zq${one.who}`)))
    ),
  }
}

const tryPreview = async (shop: Shop, life: Life, request: object): Promise<string[]> => {
  const { body } = await send<AdminErasurePreviewResponse>(
    shop,
    "POST",
    `${ERASURES}/preview`,
    request
  )
  const { blocked, kept_orders: kept, uncertain_orders: uncertain } = body.preview
  const isOpen = blocked.some(
    ({ id, reason }) => id === life.orders.open && reason === "uncaptured"
  )
  return [
    ...(isOpen ? [] : [`the open order waits for nothing: ${JSON.stringify(blocked)}`]),
    ...kept.map(({ order_id: id }) => `order ${id} is kept`),
    ...uncertain.map(({ id, reason }) => `${id} is uncertain: ${reason}`),
  ]
}

const readCertificate = async (shop: Shop, id: string): Promise<string[]> => {
  const { body, text } = await send<{ certificate: AdminErasureCertificate }>(
    shop,
    "GET",
    `${ERASURES}/${id}/certificate`
  )
  const { complete, left, not_covered: uncovered, kept_documents: kept } = body.certificate
  return [
    ...(complete ? [] : ["is not complete"]),
    ...left.map(({ category }) => `${category} was left`),
    ...uncovered.map(({ table, column }) => `${table}.${column} is not covered`),
    ...(kept.length > 0 ? [] : ["names no kept document"]),
    ...(text.toLowerCase().match(/zq[a-z0-9]+?qz/g) ?? []),
  ]
}

/** Some minutes later the job looks once more, and has the planner take new samples. */
const lookAgain = async ({ suite }: Shop): Promise<void> => {
  await suite
    .database()
    .raw(
      `UPDATE dk_personal_data_erasure SET finished_at = finished_at - interval '5 minutes' WHERE status = 'done'`
    )
  await finishErasures(suite.container())
}

/** Erases a person at once, whatever waits, and lets the job that follows run. */
const erase = async (shop: Shop, life: Life): Promise<Findings> => {
  const request = { customer_id: life.account.customerId, grace_hours: 0 }
  const preview = await tryPreview(shop, life, request)
  const { body } = await send<AdminErasureResponse>(shop, "POST", ERASURES, {
    ...request,
    override_blocks: true,
  })
  if (body.erasure?.status !== "done") throw new Error(JSON.stringify(body))
  await shop.suite.settle()
  await lookAgain(shop)
  return { preview, certificate: await readCertificate(shop, body.erasure.id) }
}

const differences = (before: Record<string, number>, after: Record<string, number>): string[] =>
  Object.entries(before).flatMap(([path, status]) =>
    after[path] === status ? [] : `${path}: ${status.toString()}, then ${String(after[path])}`
  )

/** Places the map calls personal: elsewhere the id of an erased account is context, as on its tombstone. */
const personalOnly = ({ data_map: map }: AdminDataMapResponse, places: string[]): string[] =>
  places.filter((place) =>
    map.some(({ table, columns }) =>
      columns.some(({ column, kind, erase: strategy }) => {
        const isPersonal = kind === "personal" && strategy !== "kept"
        return isPersonal && `${table}.${column}` === place
      })
    )
  )

type Traces = { before: Snapshot; after: Snapshot; exported: Exported }

const findTraces = async (
  shop: Shop,
  { life, others }: { life: Life; others: readonly Life[] },
  { before, after, exported }: Traces
): Promise<Findings> => {
  const mark = `zq${life.diary.who}`
  const bystanders = whereIs(after, `zq${life.bystander.who}`)
  const map = await send<AdminDataMapResponse>(shop, "GET", "/admin/privacy/data-map")
  return {
    left: printPlaces(whereIs(after, mark), isSealed),
    idLeft: personalOnly(map.body, columnsWith(after, life.account.customerId)),
    bystander: life.bystander.canaries.flatMap(({ text, kind }) =>
      kind !== "shown" || bystanders.has(text) ? [] : [`${text} is gone`]
    ),
    wronglyChanged: wronglyChanged({ before, after }, { shop, life, others }),
    unexplained: unexplained(exported, after, map.body.data_map),
    sampled: await sampled(shop.suite.database(), mark),
  }
}

/** Erases one life, and looks at everything that must be gone, and everything that must be as it was. */
export const tryErasure = async (
  shop: Shop,
  life: Life,
  lives: readonly Life[]
): Promise<Findings> => {
  const { findings, exported } = await tryExport(shop, life, lives)
  const database = shop.suite.database()
  const reads = await readAsAdmin(shop, life)
  await database.raw("ANALYZE")
  const wasSampled = (await sampled(database, `zq${life.diary.who}`)).length > 0
  const file = await exportOrders(shop)
  const before = await readAll(database)
  const erased = await erase(shop, life)
  const after = await readAll(database)
  const isFileLeft = file.isThere()
  await file.remove()
  const others = lives.filter((other) => other !== life)
  const traces = await findTraces(shop, { life, others }, { before, after, exported })
  return {
    ...findings,
    ...erased,
    ...traces,
    exportFile: isFileLeft ? ["an export of all orders still lies in the store's files"] : [],
    neverSampled: wasSampled ? [] : ["the planner had no samples to forget"],
    reads: differences(reads, await readAsAdmin(shop, life)),
  }
}

/** Staff goes on with the orders of an erased person: Medusa's Admin does all it did before. */
export const tryAdmin = async (shop: Shop, life: Life): Promise<Findings> => {
  const path = `/admin/customers/${life.account.customerId}`
  const { status } = await shop.suite.call("GET", path, { headers: shop.headers })
  const work = await workOn(shop, `after${life.diary.who}`, life.orders.open)
  const file = await exportOrders(shop)
  await file.remove()
  return {
    customer: status === 404 ? [] : [`${path} is answered with ${status.toString()}`],
    work: work > 30 ? [] : [`only ${work.toString()} calls`],
    orderExport:
      file.text.toLowerCase().match(new RegExp(`zq${life.diary.who}[a-z0-9]+?qz`, "g")) ?? [],
  }
}
