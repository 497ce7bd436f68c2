import fc from "fast-check"
import { setFlagsFromString } from "node:v8"
import { runInNewContext } from "node:vm"
import type { Logger } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { operations } from "../helpers/fuzz/document"
import { MARK } from "../helpers/fuzz/hostile"
import { requestsTo } from "../helpers/fuzz/requests"
import type { Callers, FuzzRequest, Operation } from "../helpers/fuzz/requests"
import { send } from "../helpers/fuzz/send"
import type { FuzzAnswer } from "../helpers/fuzz/send"
import { live, openShop } from "../helpers/life/live"
import { register, shopper, staff } from "../helpers/shop"
import type { Suite } from "../helpers/suite"

/** The same seed sends the same requests; `FUZZ_ONLY=17` sends that one alone. */
const SEED = Number(process.env.FUZZ_SEED ?? "20261127")
const REQUESTS = Number(process.env.FUZZ_REQUESTS ?? "2000")
const ONLY = process.env.FUZZ_ONLY

/** What was sent is gone; what a store keeps for a while (caches, connections) has its size by half way. */
const MOST_GROWTH_MB = 30

const TRACE = /\n\s+at |node_modules|\.[jt]s:\d+|(?:select|insert into|update|delete from) "/i

/** What is wrong with an answer; empty when nothing is. */
const problemsOf = ({ status, text }: FuzzAnswer, logged: string): string[] => [
  ...(status === 0 ? [`no answer: ${text}`] : []),
  ...(status >= 500 ? ["a fault of the server"] : []),
  ...(status >= 400 && TRACE.test(text) ? ["tells of its inside"] : []),
  ...(status >= 400 && text.includes(MARK) ? ["repeats what was sent"] : []),
  ...(logged === "" ? [] : [`logs what was sent: ${logged.slice(0, 300)}`]),
]

type Seen = { request: FuzzRequest; answer: FuzzAnswer; log: string }

/** All that is needed to send it again and to find out why. */
const told = (at: number, problems: string[], { request, answer, log }: Seen): string =>
  [
    `FUZZ_SEED=${SEED.toString()} FUZZ_ONLY=${at.toString()}: ${problems.join("; ")}`,
    `${request.method} ${request.path.slice(0, 300)}`,
    JSON.stringify(request.headers).slice(0, 300),
    request.body?.toString("utf8").slice(0, 600) ?? "no body",
    `answered ${answer.status.toString()} ${answer.text.slice(0, 300)}`,
    `logged last: ${log.slice(0, 500)}`,
  ].join("\n")

const idsIn = (text: string): string[] =>
  Array.from(text.matchAll(/"id":\s?"([\w-]{8,60})"/g), ([, id]) => id ?? "").slice(0, 20)

/** Ids that there are, by the list they stand on. */
const collectIds = async (
  suite: Suite,
  headers: Record<string, string>,
  all: readonly Operation[]
) => {
  const lists = [
    "/admin/orders",
    "/admin/customers",
    "/admin/draft-orders",
    "/admin/products",
    "/admin/users",
  ]
  const own = all.filter(({ method, path }) => method === "GET" && !path.includes("{"))
  const byList = new Map<string, string[]>()
  for (const path of [...lists, ...own.map(({ path: list }) => list)]) {
    const { status, text } = await suite.call("GET", path, { headers })
    if (status === 200) byList.set(path, idsIn(text))
  }
  return byList
}

const collectGarbage = (): number => {
  setFlagsFromString("--expose-gc")
  const collect = runInNewContext("gc") as () => void
  collect()
  return process.memoryUsage().heapUsed / 1024 / 1024
}

/** What was logged last, and the last of it that repeats what was sent. */
const watchLog = (suite: Suite) => {
  const heard = { last: "", repeated: "" }
  const logger = suite.container().resolve<Logger>(ContainerRegistrationKeys.LOGGER)
  for (const level of ["debug", "info", "http", "warn", "error"] as const) {
    jest.spyOn(logger, level).mockImplementation((...parts: unknown[]) => {
      heard.last = parts
        .map((part) =>
          part instanceof Error ? `${part.message}\n${part.stack ?? ""}` : String(part)
        )
        .join(" ")
      if (heard.last.includes(MARK)) heard.repeated = heard.last
    })
  }
  return heard
}

/** Requests by their number: each depends on the seed, its number and the ids that there are. */
const requestMaker = async (suite: Suite, headers: Record<string, string>) => {
  const { all, find } = operations()
  expect(all.length).toBeGreaterThan(150)
  const byList = await collectIds(suite, headers, all)
  const ids = [...new Set([...byList.values()].flat())]
  const { token } = await register(suite, { email: "fuzz.konto@kunde.example" })
  const callers: Callers = { staff: headers, customer: shopper(token), shopper: shopper() }
  return (at: number): FuzzRequest[] =>
    all.slice(at % all.length, (at % all.length) + 1).flatMap((operation) => {
      const own = byList.get(operation.path.split("/{", 1)[0] ?? "") ?? []
      const known = { pool: { ids, find }, ids: own.length > 0 ? own : ids, callers }
      return fc.sample(requestsTo(operation, known), { seed: SEED + at, numRuns: 1 })
    })
}

export default (suite: Suite): void => {
  describe("input of every shape", () => {
    it("is refused by name or taken, never a fault, never repeated in an error or the log, and nothing of it stays in memory", async () => {
      const headers = await staff(suite)
      await live(await openShop(suite, headers), "fuz")
      await suite.settle()
      const requestsAt = await requestMaker(suite, headers)
      const port = Number(new URL(suite.baseUrl).port)
      const log = watchLog(suite)
      const numbers =
        ONLY === undefined ? Array.from({ length: REQUESTS }, (_, at) => at) : [Number(ONLY)]
      const wrong: string[] = []
      const statuses = new Map<number, number>()
      let halfWay: number | null = null
      for (const at of numbers) {
        for (const request of requestsAt(at)) {
          log.repeated = ""
          const answer = await send(port, request, at)
          statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
          const problems = problemsOf(answer, log.repeated)
          if (problems.length > 0)
            wrong.push(told(at, problems, { request, answer, log: log.last }))
        }
        if (at === Math.floor(REQUESTS / 2)) halfWay = collectGarbage()
      }
      await suite.settle()
      const grown = collectGarbage() - (halfWay ?? collectGarbage())
      console.log(
        `${numbers.length.toString()} requests (seed ${SEED.toString()}): ${JSON.stringify(Object.fromEntries([...statuses].sort()))}; the heap grew by ${grown.toFixed(1)} MB in the second half`
      )
      jest.restoreAllMocks()
      expect(wrong).toEqual([])
      expect(grown).toBeLessThan(MOST_GROWTH_MB)
    }, 3_600_000)
  })
}
