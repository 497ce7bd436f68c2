import { Turns } from "./turns"

/** Work that ends when it is told to. */
const slowWork = () => {
  const begun: string[] = []
  const ends: (() => void)[] = []
  const work = (key: string): Promise<void> =>
    new Promise((resolve) => {
      begun.push(key)
      ends.push(resolve)
    })
  const endFirst = async (): Promise<void> => {
    ends.shift()?.()
    await new Promise(setImmediate)
  }
  return { begun, work, endFirst }
}

describe("turns", () => {
  it("starts so many at once and the rest in the order they came", async () => {
    const { begun, work, endFirst } = slowWork()
    const turns = new Turns(2)
    for (const key of ["a", "b", "c", "d"]) turns.add(key, work)
    expect(begun).toEqual(["a", "b"])
    await endFirst()
    expect(begun).toEqual(["a", "b", "c"])
    await endFirst()
    expect(begun).toEqual(["a", "b", "c", "d"])
  })

  it("does once what came several times while it waited", async () => {
    const { begun, work, endFirst } = slowWork()
    const turns = new Turns(1)
    for (const key of ["a", "b", "b", "b"]) turns.add(key, work)
    await endFirst()
    await endFirst()
    expect(begun).toEqual(["a", "b"])
  })

  it("does once more, and never beside itself, what came while it was at work", async () => {
    const { begun, work, endFirst } = slowWork()
    const turns = new Turns(2)
    for (const key of ["a", "a", "a", "b"]) turns.add(key, work)
    expect(begun).toEqual(["a", "b"])
    await endFirst()
    expect(begun).toEqual(["a", "b", "a"])
    await endFirst()
    await endFirst()
    expect(begun).toEqual(["a", "b", "a"])
  })
})
