/** Builds the entries for browsers in memory and prints what each one weighs on its way to a browser, in bytes of gzip. */
import { dirname, join, relative } from "node:path"
import { fileURLToPath } from "node:url"
import { gzipSync } from "node:zlib"
import { build } from "esbuild"
import { browserBuild, dashboardBuild } from "./lib/browser-build.mjs"

process.chdir(join(dirname(fileURLToPath(import.meta.url)), ".."))
const built = await Promise.all(
  [browserBuild, dashboardBuild].map((options) =>
    build({ ...options, write: false, logLevel: "error" })
  )
)
const sizes = built
  .flatMap(({ outputFiles }) => outputFiles)
  .filter(({ path }) => path.endsWith(".mjs"))
  .map(({ path, contents }) => [relative("dist", path), gzipSync(contents).length])
process.stdout.write(JSON.stringify(Object.fromEntries(sizes)))
