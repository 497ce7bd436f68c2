import { createServer } from "node:http"
import type { IncomingMessage, Server } from "node:http"
import type { AddressInfo } from "node:net"
import { s3Ledger } from "../docs/examples/ledger-in-s3"

const text = async (request: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts).toString()
}

/** As much of S3 as the example asks for: two objects to a page. */
const startStore = async (objects: Map<string, string>): Promise<Server> => {
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "", "http://localhost")
    const key = decodeURIComponent(pathname.replace(/^\/ledger\/?/, ""))
    const answer = async (): Promise<string> => {
      if (request.method === "PUT") objects.set(key, await text(request))
      if (request.method === "PUT") return ""
      if (searchParams.get("list-type") !== "2") return objects.get(key) ?? ""
      const after = searchParams.get("start-after") ?? ""
      const names = [...objects.keys()].sort().filter((name) => name > after)
      const items = names.slice(0, 2).map((name) => `<Contents><Key>${name}</Key></Contents>`)
      return `<?xml version="1.0"?><ListBucketResult>${items.join("")}</ListBucketResult>`
    }
    void answer().then((body) => response.end(body))
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  return server
}

describe("the ledger in S3, as the documentation shows it", () => {
  it("keeps each line once, and gives all of them in order", async () => {
    const objects = new Map<string, string>()
    const server = await startStore(objects)
    try {
      const { port } = server.address() as AddressInfo
      const ledger = s3Ledger("ledger", {
        region: "eu-north-1",
        endpoint: `http://127.0.0.1:${port.toString()}`,
        forcePathStyle: true,
        credentials: { accessKeyId: "key", secretAccessKey: "secret" },
      })
      const lines = ["dkledg_3", "dkledg_1", "dkledg_2"].map((id) => JSON.stringify({ id }))
      for (const line of [...lines, ...lines]) await ledger.append(line)
      const read: string[] = []
      for await (const line of ledger.read()) read.push(line)
      expect(read).toEqual([...lines].sort())
    } finally {
      server.closeAllConnections()
      server.close()
    }
  })
})
