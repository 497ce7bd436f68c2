import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { z } from "@medusajs/framework/zod"
import express from "express"
import type { NextFunction, Request, Response } from "express"
import { validateBody } from "./validate-body"

const schema = z.strictObject({
  name: z.string().max(5).optional(),
  days: z.record(z.string(), z.number()).optional(),
  notes: z.array(z.object({ text: z.string() })).optional(),
})

describe("a body that is refused", () => {
  const app = express()
  app.use(express.json())
  app.post("/", (...call) => {
    Reflect.apply(
      validateBody(() => schema),
      undefined,
      call
    )
  })
  app.post("/", (_req, res) => {
    res.send("taken")
  })
  app.use((error: Error, _req: Request, res: Response, next: NextFunction) => {
    if (res.headersSent) next(error)
    else res.status(400).send(error.message)
  })
  const server = createServer(app)

  beforeAll(() => new Promise<void>((resolve) => server.listen(0, resolve)))

  afterAll(() => server.close())

  /** What is answered, and logged. */
  const saidOf = async (body: object): Promise<string> => {
    const { port } = server.address() as AddressInfo
    const answer = await fetch(`http://localhost:${port.toString()}/`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    })
    return answer.text()
  }

  it("is told by the field, without its value", async () => {
    expect(await saidOf({ name: "Jens Prøve" })).toMatch(/^name: (?!.*Jens)/)
    expect(await saidOf({ name: "Jens", nmae: 1 })).toBe(
      "body: has fields that are not known here: nmae"
    )
    expect(await saidOf({ days: { monday: "x" } })).toMatch(/^days\.monday: /)
    expect(await saidOf({ name: "Jens" })).toBe("taken")
  })

  it("is so for a text that no database keeps, wherever it stands", async () => {
    const problem = "holds a character that no text has"
    expect(await saidOf({ name: "a\u0000b" })).toBe(`name: ${problem}`)
    const notes = [{ text: "Jens" }, { text: "Jens \ud83d" }]
    expect(await saidOf({ notes })).toBe(`notes.1.text: ${problem}`)
    expect(await saidOf({ days: { "jens\u0000": 1 } })).toBe(`days: ${problem}`)
    expect(await saidOf({ notes: notes.slice(0, 1) })).toBe("taken")
  })

  it.each(["jens@kunde.example", "20 30 40 50", "x\nERROR: somebody else's line", "A".repeat(50)])(
    "never repeats what somebody typed as the name of a field: %j",
    async (key) => {
      expect(await saidOf({ [key]: 1 })).toBe("body: has fields that are not known here: *")
      expect(await saidOf({ days: { [key]: "x" } })).toMatch(/^days\.\*: /)
    }
  )
})
