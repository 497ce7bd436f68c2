import { Writable } from "node:stream"
import { sendPaced } from "./send-paced"
import type { Pace } from "./send-paced"

const KILOBYTE = 1024

/** A client that takes so many bytes every tenth of a second, and what it got. */
const clientTaking = (bytesPerTick: number) => {
  const got: Buffer[] = []
  const target = new Writable({
    highWaterMark: 1,
    write: (chunk: Buffer, _encoding, done) => {
      got.push(chunk)
      if (bytesPerTick > 0) setTimeout(done, (chunk.length / bytesPerTick) * 100)
    },
  })
  return { target, text: () => Buffer.concat(got).toString() }
}

async function* slowPieces(count: number, milliseconds: number) {
  for (let index = 0; index < count; index += 1) {
    await new Promise((resolve) => setTimeout(resolve, milliseconds))
    yield "x"
  }
}

async function* pieces(count: number, piece: string) {
  for (let index = 0; index < count; index += 1) yield await Promise.resolve(piece)
}

const pace: Pace = { whole: 5000, stall: 400, window: 300, windowBytes: 64 * KILOBYTE }

describe("sendPaced", () => {
  it("sends everything, also letters that a slice cuts in two", async () => {
    const { target, text } = clientTaking(1024 * KILOBYTE)
    await sendPaced(pieces(3, "æøå🌊".repeat(40_000)), target, pace)
    expect(text()).toBe("æøå🌊".repeat(120_000))
    expect(target.writableEnded).toBe(true)
  })

  it.each([
    ["stalls", 0, "late"],
    ["reads byte by byte", 8 * KILOBYTE, "too slow"],
  ])("cuts a client off that %s", async (_, bytesPerTick, reason) => {
    const { target } = clientTaking(bytesPerTick)
    await expect(sendPaced(pieces(20, "x".repeat(16 * KILOBYTE)), target, pace)).rejects.toThrow(
      reason
    )
    expect(target.writableEnded).toBe(false)
  })

  it("lets a slow client finish that keeps the pace", async () => {
    const { target, text } = clientTaking(32 * KILOBYTE)
    await sendPaced(pieces(20, "x".repeat(16 * KILOBYTE)), target, pace)
    expect(text()).toHaveLength(320 * KILOBYTE)
  })

  it("stops when its time is up although the client takes everything at once", async () => {
    const { target } = clientTaking(1024 * KILOBYTE)
    await expect(sendPaced(slowPieces(20, 60), target, { ...pace, whole: 300 })).rejects.toThrow(
      "late"
    )
    expect(target.writableEnded).toBe(false)
  })

  it("stops when its time is up, and when the client leaves", async () => {
    const slow = clientTaking(32 * KILOBYTE)
    await expect(
      sendPaced(pieces(50, "x".repeat(16 * KILOBYTE)), slow.target, { ...pace, whole: 500 })
    ).rejects.toThrow("late")
    const gone = clientTaking(0)
    setTimeout(() => gone.target.destroy(), 50)
    await expect(sendPaced(pieces(2, "x"), gone.target, pace)).rejects.toThrow("closed")
  })
})
