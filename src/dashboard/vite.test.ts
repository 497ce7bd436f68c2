import { dirname, join } from "node:path"
import { build } from "esbuild"
import type { Plugin } from "esbuild"
import { danishLanguage } from "./vite"

const dist = join(dirname(require.resolve("@medusajs/dashboard/package.json")), "dist")

describe("Danish in the dashboard's list of languages", () => {
  it("is added where the development server bundles the dashboard", async () => {
    const [plugin] = danishLanguage().config().optimizeDeps.esbuildOptions.plugins
    const { outputFiles } = await build({
      entryPoints: [join(dist, "app.mjs")],
      bundle: true,
      write: false,
      outdir: "unused",
      format: "esm",
      splitting: true,
      packages: "external",
      loader: { ".ttf": "empty" },
      logLevel: "error",
      plugins: plugin ? [plugin satisfies Plugin] : [],
    })
    const lists = outputFiles.filter(({ text }) => text.includes('display_name: "Dansk"'))
    expect(lists).toHaveLength(1)
    expect(lists[0]?.text).toMatch(/da as danishDates/)
  }, 60_000)

  it("leaves every other file as it is", () => {
    const { transform } = danishLanguage()
    expect(transform("var languages = [\n  { date_locale: x }\n]", "/store/src/list.mjs")).toBe(
      undefined
    )
    expect(transform("var countries = [\n]", join(dist, "chunk-AAAA.mjs"))).toBe(undefined)
  })
})

describe("a dashboard that keeps its languages elsewhere", () => {
  it("is said when it is built, and only then", () => {
    const said = jest.spyOn(process, "emitWarning").mockReturnValue(undefined)
    const found = danishLanguage()
    found.transform("var languages = [\n  { date_locale: x }\n]", join(dist, "chunk-BBBB.mjs"))
    found.generateBundle()
    expect(said).not.toHaveBeenCalled()
    const missed = danishLanguage()
    missed.transform("var tongues = [\n]", join(dist, "chunk-AAAA.mjs"))
    missed.generateBundle()
    expect(said).toHaveBeenCalledWith(expect.stringContaining("list of languages was not found"))
    said.mockRestore()
  })
})
