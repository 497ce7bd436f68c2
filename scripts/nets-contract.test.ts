import { spawn } from "node:child_process"
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { EMULATOR_CHECKOUT_KEY, EMULATOR_SECRET_KEY, startEmulator } from "../emulator/nets"
import type { Emulator } from "../emulator/nets"

const script = join(__dirname, "nets-contract.mjs")
const keys = {
  NETS_TEST_SECRET_KEY: EMULATOR_SECRET_KEY,
  NETS_TEST_CHECKOUT_KEY: EMULATOR_CHECKOUT_KEY,
}

const run = (
  env: Record<string, string>,
  ...args: string[]
): Promise<{ code: number | null; said: string }> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [script, ...args], {
      env: { PATH: process.env.PATH ?? "", ...env },
    })
    const parts: Buffer[] = []
    const hear = (part: Buffer) => {
      parts.push(part)
    }
    child.stdout.on("data", hear)
    child.stderr.on("data", hear)
    child.on("close", (code) => {
      resolve({ code, said: Buffer.concat(parts).toString() })
    })
  })

const line = { reference: "a", name: "Notesbog", quantity: 1, unit: "stk", unitPrice: 500 }
const body = {
  order: {
    amount: 500,
    currency: "DKK",
    items: [{ ...line, netTotalAmount: 500, grossTotalAmount: 500 }],
  },
  checkout: {
    integrationType: "HostedPaymentPage",
    returnUrl: "https://shop.example/return",
    termsUrl: "https://shop.example/terms",
  },
}

/** A payment reserved by card, with everything about its consumer that the service could tell. */
const paidPayment = async ({ url }: Emulator): Promise<string> => {
  const response = await fetch(`${url}/v1/payments`, {
    method: "POST",
    headers: { authorization: EMULATOR_SECRET_KEY },
    body: JSON.stringify(body),
  })
  const { paymentId } = (await response.json()) as { paymentId: string }
  await fetch(`${url}/emulator/payments/${paymentId}/pay`, { method: "POST", body: "{}" })
  return paymentId
}

type Row = { question: string; verdict: string; answer: string; evidence: string }

describe("the contract suite of Nets", () => {
  let emulator: Emulator
  let folder: string

  beforeAll(async () => {
    emulator = await startEmulator({ allowLoopback: false })
    folder = mkdtempSync(join(tmpdir(), "dk-nets-contract-"))
  })

  afterAll(async () => {
    await emulator.stop()
    rmSync(folder, { recursive: true })
  })

  it("says that it is left out without keys, and is no failure", async () => {
    const { code, said } = await run({})
    expect(code).toBe(0)
    expect(said).toContain("NETS_TEST_SECRET_KEY")
    expect(said).not.toContain("|")
  })

  it.each(["https://api.dibspayment.eu", "http://127.0.0.1.example.com", "nets"])(
    "calls nobody at %s",
    async (address) => {
      const { code, said } = await run({ ...keys, NETS_TEST_BASE_URL: address })
      expect(code).toBe(1)
      expect(said).toContain("must be an address on this machine")
    }
  )

  it("tells a wrong key from a good one", async () => {
    const { code, said } = await run({
      ...keys,
      NETS_TEST_SECRET_KEY: "another-secret-key",
      NETS_TEST_BASE_URL: emulator.url,
    })
    expect(code).toBe(1)
    expect(said).toContain("good key 401")
  })

  it("answers every question it can, names what the others need, and keeps nobody's data", async () => {
    const paid = [await paidPayment(emulator), await paidPayment(emulator)]
    const { code, said } = await run(
      { ...keys, NETS_TEST_BASE_URL: emulator.url, NETS_TEST_PAID_PAYMENT: paid.join() },
      ...["--fixtures", folder]
    )
    const files = readdirSync(folder).map((file) => readFileSync(join(folder, file), "utf8"))
    const { rows } = JSON.parse(readFileSync(join(folder, "answers.json"), "utf8")) as {
      rows: Row[]
    }
    expect(rows.filter(({ verdict }) => verdict === "DIFFERS")).toEqual([])
    expect(code).toBe(0)
    expect(said).toContain("this proves nothing of Nets")
    for (const { question, verdict, answer } of rows) {
      expect(said).toContain(`| ${question} | ${verdict} | ${answer} |`)
    }
    const open = rows.filter(({ verdict }) => verdict === "open")
    expect(open.map(({ question }) => question.split(" ")[0])).toEqual([
      ...["Q11", "Q12", "Q13", "Q14", "Q16"],
    ])
    for (const text of [said, ...files]) {
      expect(text).not.toMatch(/emulator-(secret|checkout)-key|4111|\*{4}|Karen|Prøve|Testvej|@/)
      for (const id of paid) expect(text).not.toContain(id)
    }
  })

  it("leaves the money questions open without a paid payment", async () => {
    const { code, said } = await run({ ...keys, NETS_TEST_BASE_URL: emulator.url })
    expect(code).toBe(0)
    expect(said).toMatch(/Q15 [^|]+\| open \| needs an id in NETS_TEST_PAID_PAYMENT/)
  })
})
