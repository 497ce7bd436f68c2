/** Builds what Medusa's plugin build does not, into `dist/`: the entries for browsers, as ES modules with types, and the Nets emulator. */
import { spawnSync } from "node:child_process"
import { rmSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { build } from "esbuild"
import {
  browserBuild,
  browserEntries,
  dashboardBuild,
  dashboardEntry,
  emulatorBuild,
} from "./lib/browser-build.mjs"
import { asModuleTypes } from "./lib/module-types.mjs"

const root = join(dirname(fileURLToPath(import.meta.url)), "..")
process.chdir(root)
rmSync("dist", { recursive: true, force: true })

await build(browserBuild)
await build(dashboardBuild)
await build(emulatorBuild)

/** Writes the types of entries and gives the compiler's exit code. */
const writeTypes = (files, options) =>
  spawnSync(
    process.execPath,
    [
      "node_modules/typescript/bin/tsc",
      ...[...files, "--declaration", "--emitDeclarationOnly", "--rootDir", "src"],
      ...["--outDir", "dist", "--lib", "es2022,dom", "--strict", "--skipLibCheck", ...options],
    ],
    { stdio: "inherit" }
  ).status ?? 1

const node16 = ["--target", "es2021", "--module", "node16", "--moduleResolution", "node16"]
const bundled = ["--target", "es2022", "--module", "esnext", "--moduleResolution", "bundler"]

const failed =
  writeTypes([...browserEntries, "src/storefront/css.d.ts"], node16) ||
  writeTypes([dashboardEntry], [...bundled, "--resolveJsonModule"])
if (failed === 0) asModuleTypes("dist")
process.exit(failed)
