import { QueryClient } from "@tanstack/react-query"
import { READ_AGAIN, hasChanged } from "./has-changed"

describe("whether the overview is to be read anew", () => {
  let queries: QueryClient

  beforeEach(() => {
    jest.useFakeTimers({ now: new Date("2026-12-01T10:00:00Z") })
    queries = new QueryClient()
  })
  afterEach(() => {
    queries.clear()
    jest.useRealTimers()
  })

  const send = (mutationKey?: readonly string[]): Promise<unknown> =>
    queries
      .getMutationCache()
      .build(queries, {
        mutationFn: () => Promise.resolve(null),
        ...(mutationKey && { mutationKey }),
      })
      .execute(undefined)

  it("is so after a change, for as long as the server keeps what it read", async () => {
    expect(hasChanged(queries, 60)).toBe(false)
    await send()
    expect(hasChanged(queries, 60)).toBe(true)
    jest.advanceTimersByTime(59_999)
    expect(hasChanged(queries, 60)).toBe(true)
    jest.advanceTimersByTime(1)
    expect(hasChanged(queries, 60)).toBe(false)
    expect(hasChanged(queries, 61)).toBe(true)
  })

  it("is so after any change where nothing was read before", async () => {
    expect(hasChanged(queries)).toBe(false)
    await send(["anything"])
    jest.advanceTimersByTime(120_000)
    expect(hasChanged(queries)).toBe(true)
  })

  it("is not so since it was read again", async () => {
    await send(READ_AGAIN)
    expect([hasChanged(queries, 60), hasChanged(queries)]).toEqual([false, false])
    await send()
    expect(hasChanged(queries, 60)).toBe(true)
  })
})
