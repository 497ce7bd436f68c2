import { createServer } from "node:http"

/** A register of receivers on this machine, in the shape of Nemhandel's answers. */
export type TestRegister = {
  url: string
  /** Receivers it was asked about, in order. */
  asked: string[]
  /** What it says of a receiver; a number is a status without a body, `hang` is no answer. */
  says: (receiver: string, answer: object | number | "hang") => void
  stop: () => Promise<void>
}

/** Starts a register that knows nobody. */
export const startTestRegister = async (): Promise<TestRegister> => {
  const asked: string[] = []
  const answers = new Map<string, object | number | "hang">()
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "", "http://localhost")
    const receiver = searchParams.get("receiverId") ?? ""
    asked.push(receiver)
    const answer = answers.get(receiver) ?? { modtagere: [] }
    if (answer === "hang") return
    if (pathname !== "/api/search/networkLookup") response.writeHead(404).end()
    else if (typeof answer === "number") response.writeHead(answer).end()
    else {
      response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(answer))
    }
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const address = server.address()
  const port = typeof address === "object" && address ? address.port : 0
  return {
    url: `http://127.0.0.1:${port.toString()}/api`,
    asked,
    says: (receiver, answer) => {
      answers.set(receiver, answer)
    },
    stop: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** An entry for a receiver with these profiles, in camelCase as the register once wrote, or in PascalCase. */
export const registered = (
  name: string,
  profiles: readonly string[],
  isPascal = false
): object => ({
  modtagere: [
    {
      participant: isPascal ? { UnitName: name } : { unitName: name },
      registrations: profiles.map((profile) =>
        isPascal
          ? { Profile: { Name: profile }, Role: { Name: "Customer" } }
          : { profile: { name: profile }, role: { name: "Customer" } }
      ),
    },
  ],
})
