import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs"
import { basename, join } from "node:path"
import { run, start } from "./run"
import type { Running } from "./run"

const root = join(__dirname, "..", "..")
/** Files of the fresh store, at the places they have in this repository. */
const COPIED = ["demo/seed/store.ts", "demo/seed/products.ts", "e2e/fixtures/host"]

const PLATFORM = ["admin-sdk", "cli", "dashboard", "framework", "icons", "medusa", "ui"]
const TOOLS = ["@swc/core", "@types/node", "react", "react-dom", "ts-node", "typescript"]

type Manifest = { devDependencies: Record<string, string> }

const versionsOf = ({ devDependencies }: Manifest, names: string[]) =>
  Object.fromEntries(names.map((name) => [name, devDependencies[name] ?? "*"]))

const TSCONFIG = {
  compilerOptions: {
    target: "ES2021",
    module: "Node16",
    moduleResolution: "Node16",
    esModuleInterop: true,
    emitDecoratorMetadata: true,
    experimentalDecorators: true,
    skipLibCheck: true,
    outDir: "./.medusa/server",
    rootDir: "./",
    jsx: "react-jsx",
    resolveJsonModule: true,
    strictNullChecks: true,
  },
  "ts-node": { swc: true },
  include: ["**/*.ts"],
  exclude: ["node_modules", ".medusa"],
}

/** Builds and packs this package into the folder; gives the tarball. */
export const packPlugin = async (directory: string): Promise<string> => {
  const said = await run("npm", ["pack", "--json", "--pack-destination", directory], { cwd: root })
  const [name] = /medusa-plugin-denmark-[\w.-]+\.tgz/.exec(said) ?? []
  if (name === undefined) throw new Error(`npm pack named no tarball:\n${said.slice(-2_000)}`)
  return join(directory, name)
}

/** A Medusa store as a stranger makes it: the platform and the tarball, installed from the registry. */
export const installStore = async (directory: string, tarball: string): Promise<void> => {
  mkdirSync(directory, { recursive: true })
  const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as Manifest
  const platform = PLATFORM.map((name) => `@medusajs/${name}`)
  cpSync(tarball, join(directory, basename(tarball)))
  const files = {
    "package.json": {
      private: true,
      dependencies: {
        ...versionsOf(manifest, platform),
        "medusa-plugin-denmark": `file:./${basename(tarball)}`,
      },
      devDependencies: versionsOf(manifest, TOOLS),
    },
    "tsconfig.json": TSCONFIG,
  }
  for (const [name, content] of Object.entries(files)) {
    writeFileSync(join(directory, name), JSON.stringify(content, null, 2))
  }
  for (const path of COPIED) cpSync(join(root, path), join(directory, path), { recursive: true })
  mkdirSync(join(directory, "src"))
  cpSync(join(root, "e2e/fixtures/host/medusa-config.ts"), join(directory, "medusa-config.ts"))
  await run("npm", ["install", "--no-audit", "--no-fund"], { cwd: directory })
}

/** Runs the store's own `medusa` command. */
export const medusa = (
  directory: string,
  args: string[],
  env: Record<string, string>
): Promise<string> =>
  run("node", ["node_modules/@medusajs/cli/cli.js", ...args], { cwd: directory, env })

/** Lets the built server find its packages, as `npm install` in that folder would. */
export const linkBuild = (directory: string): string => {
  const built = join(directory, ".medusa", "server")
  symlinkSync(join(directory, "node_modules"), join(built, "node_modules"))
  return built
}

/** Starts the store and waits until it answers; when it ends before, `ready` is false. */
export const startStore = async (
  directory: string,
  env: Record<string, string>
): Promise<Running & { ready: boolean }> => {
  const cli = ["node_modules/@medusajs/cli/cli.js", "start"]
  const store = start("node", cli, { cwd: directory, env })
  const deadline = Date.now() + 120_000
  while (store.child.exitCode === null && Date.now() < deadline) {
    const health = await fetch(`http://localhost:${env.PORT ?? ""}/health`).catch(() => null)
    if (health?.ok) return { ...store, ready: true }
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  return { ...store, ready: false }
}
