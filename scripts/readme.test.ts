import { readFileSync } from "node:fs"
import { join } from "node:path"
import { runInNewContext } from "node:vm"
import ts from "typescript"
import manifest from "../package.json"
import { parseAccessOptions } from "../src/modules/access/options"
import { parseBuyerOptions } from "../src/modules/buyer/options"
import { parseConsentOptions } from "../src/modules/consent/options"
import { parseInvoiceOptions } from "../src/modules/invoice/options"
import { parseNetsOptions } from "../src/modules/nets/options"
import { parsePersonalDataOptions } from "../src/modules/personal-data/options"
import { parseSubjectRequestOptions } from "../src/modules/subject-request/options"

const readme = readFileSync(join(__dirname, "../README.md"), "utf8")

type Config = {
  plugins: { resolve: string; options: Record<string, unknown> }[]
  modules: { dependencies: string[]; options: { providers: { resolve: string; id: string }[] } }[]
}

/** What README's `medusa-config.ts` hands to Medusa, in an environment where every variable is set. */
const shownConfig = (): Config => {
  const [, code = ""] = /```ts\n\/\/ medusa-config\.ts\n([\s\S]*?)```/.exec(readme) ?? []
  const env = new Proxy(
    {},
    { get: (_, name) => `${String(name)}-0123456789abcdef0123456789abcdef` }
  )
  const module = { exports: {} as Config }
  const given = { module, process: { env }, defineConfig: (config: Config) => config }
  runInNewContext(ts.transpile(code), given)
  // Values of another context are not equal to this one's.
  return JSON.parse(JSON.stringify(module.exports)) as Config
}

describe("README's medusa-config.ts", () => {
  const { plugins, modules } = shownConfig()
  const environment = process.env.NODE_ENV

  afterEach(() => {
    process.env.NODE_ENV = environment
  })

  it.each([
    ["access", parseAccessOptions],
    ["buyer", parseBuyerOptions],
    ["consent", parseConsentOptions],
    ["invoice", parseInvoiceOptions],
    ["nets", parseNetsOptions],
    ["personal-data", parsePersonalDataOptions],
    ["subject-request", parseSubjectRequestOptions],
  ])("starts %s in production", (_, parse) => {
    process.env.NODE_ENV = "production"
    expect(parse(plugins[0]?.options).missing).toEqual([])
  })

  it("names the package's own entries", () => {
    expect(plugins[0]?.resolve).toBe(manifest.name)
    const providers = modules.flatMap(({ options }) => options.providers)
    expect(providers.map(({ resolve }) => resolve)).toEqual([
      `${manifest.name}/providers/nets`,
      `${manifest.name}/providers/ean-invoice`,
    ])
    expect(manifest.exports).toHaveProperty(["./providers/*"])
  })

  it("names the versions of Medusa that the package takes", () => {
    expect(readme).toContain(`Medusa \`${manifest.peerDependencies["@medusajs/medusa"]}\``)
  })

  it("names npm scripts and commands that there are", () => {
    const scripts = Array.from(readme.matchAll(/npm run ([\w:]+)/g), ([, name]) => name ?? "")
    expect(scripts.filter((name) => !(name in manifest.scripts))).toEqual([])
    const commands = readFileSync(join(__dirname, "../bin/medusa-plugin-denmark.cjs"), "utf8")
    const named = Array.from(
      readme.matchAll(/npx medusa-plugin-denmark ([\w-]+)/g),
      ([, name]) => name
    )
    expect(named.length).toBeGreaterThan(2)
    expect(named.filter((name) => !new RegExp(`"?${name ?? ""}"?: \\{`).test(commands))).toEqual([])
  })
})
