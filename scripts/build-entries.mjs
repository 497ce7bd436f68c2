/** Builds what Medusa's plugin build does not: the entries for browsers, as ES modules with types, into `dist/`. */
import { spawnSync } from "node:child_process"
import { rmSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { build } from "esbuild"
import { browserBuild, browserEntries } from "./lib/browser-build.mjs"

const root = join(dirname(fileURLToPath(import.meta.url)), "..")
process.chdir(root)
rmSync("dist", { recursive: true, force: true })

await build(browserBuild)

const types = spawnSync(
  process.execPath,
  [
    "node_modules/typescript/bin/tsc",
    ...[...browserEntries, "src/storefront/css.d.ts"],
    ...["--declaration", "--emitDeclarationOnly", "--rootDir", "src", "--outDir", "dist"],
    ...["--target", "es2021", "--lib", "es2022,dom", "--module", "node16", "--moduleResolution"],
    ...["node16", "--strict", "--skipLibCheck"],
  ],
  { stdio: "inherit" }
)
process.exit(types.status ?? 1)
