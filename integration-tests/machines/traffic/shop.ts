import type { Knex } from "../../../src/shared/postgres"
import { callAt } from "../../http/helpers/suite"
import type { Suite } from "../../http/helpers/suite"

const PATIENCE_MS = 30_000
const PAUSE_MS = 500
const TRIES = 120

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** Gives up waiting for an answer, as a browser does. */
const patiently = async <Value>(asked: Promise<Value>): Promise<Value> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new Error("No answer came"))
    }, PATIENCE_MS)
  })
  try {
    return await Promise.race([asked, late])
  } finally {
    clearTimeout(timer)
  }
}

/** The store at a port of this machine, its load balancer's or a server's, as the helpers of the HTTP tests ask it. */
export const shopAt = (port: number, database: Knex): Suite => {
  const url = `http://127.0.0.1:${port.toString()}`
  const call = callAt(url)
  return {
    baseUrl: url,
    call: (method, path, options) => patiently(call(method, path, options)),
    container: () => {
      throw new Error("The store runs in other processes")
    },
    database: () => database,
    settle: () => Promise.resolve(),
  }
}

/** Tries again as somebody does whose page says that it did not work, for a minute. */
export const persist = async <Value>(act: () => Promise<Value>): Promise<Value> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await act()
    } catch (error) {
      if (attempt === TRIES) throw error
      await pause(PAUSE_MS)
    }
  }
}

/** What is cut off is left as it is; gives nothing then. */
export const attempt = <Value>(act: Promise<Value>): Promise<Value | undefined> =>
  act.catch(() => undefined)
