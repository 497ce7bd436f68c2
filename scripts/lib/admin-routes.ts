import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"

/** Where a program's admin routes stand, as the files of its `api` folder say. */
export type RouteSource = { name: string; folder: string; file: string; method: RegExp }

export type DeclaredRoute = { source: string; method: string; path: string }

const ROOT = join(__dirname, "../..")

/** This plugin, Medusa, and Medusa's own plugins with admin routes. */
export const ROUTE_SOURCES: readonly RouteSource[] = [
  {
    name: "medusa-plugin-denmark",
    folder: "src/api",
    file: "route.ts",
    method: /^export const (\w+)/gm,
  },
  {
    name: "Medusa",
    folder: "node_modules/@medusajs/medusa/dist/api",
    file: "route.js",
    method: /^exports\.(\w+) = (?!void|exports)/gm,
  },
  {
    name: "Medusa's loyalty plugin",
    folder: "node_modules/@medusajs/loyalty-plugin/.medusa/server/src/api",
    file: "route.js",
    method: /^exports\.(\w+) = (?!void|exports)/gm,
  },
]

const METHODS = new Set(["GET", "POST", "PUT", "PATCH", "DELETE"])

/** Every admin route that a source's files declare, with `:id` for each parameter. */
export const adminRoutesOf = ({ name, folder, file, method }: RouteSource): DeclaredRoute[] => {
  const root = join(ROOT, folder)
  return readdirSync(join(root, "admin"), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(`/${file}`))
    .flatMap((path) => {
      const text = readFileSync(join(root, "admin", path), "utf8")
      const url = `/admin/${path.slice(0, -file.length - 1)}`.replace(/\[(\w+)\]/g, ":$1")
      const names = [...text.matchAll(method)].flatMap(([, found]) => found ?? [])
      const declared = [...text.matchAll(/^(?:async )?function (GET|POST|DELETE)\b/gm)]
      const all = new Set([...names, ...declared.flatMap(([, found]) => found ?? [])])
      return [...all]
        .filter((found) => METHODS.has(found))
        .map((verb) => ({ source: name, method: verb, path: url }))
    })
    .sort((a, b) => a.path.localeCompare(b.path, "en") || a.method.localeCompare(b.method, "en"))
}

export const allAdminRoutes = (): DeclaredRoute[] => ROUTE_SOURCES.flatMap(adminRoutesOf)
