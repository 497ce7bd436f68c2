import { ROLES, isOpen, roleMay } from "../../src/modules/access/domain/roles"
import { findRule } from "../../src/modules/access/domain/routes/find-rule"
import { ROUTE_SOURCES, adminRoutesOf } from "./admin-routes"
import type { DeclaredRoute } from "./admin-routes"

const NAMES = {
  owner: "Ejer",
  customer_service: "Kundeservice",
  bookkeeper: "Bogholder",
  warehouse: "Lager",
} as const

const HEAD = `# Who may use which admin route

Written from the route table (\`src/modules/access/domain/routes\`) and the route files of this plugin and of Medusa; a test compares
it with both. Do not edit: \`npm run docs:routes\` writes it anew.

- **Others**: staff without a role, and secret API keys. With the option \`access.requireRoles\` staff without a role has nothing.
- **Reads**: why people's data is read there. Such answers are in the read log and have protected addresses masked; a dash is a route
  whose answers carry nobody's data. *First*: logged before the answer.
- Lager sees the orders that are to be shipped, with name, address and phone, and nothing else of them.
- With Medusa's RBAC on, its policies stand before Medusa's routes, and the permissions here are policies too: \`orders:read\` is
  resource \`dk_orders\`, operation \`read\`.
- **Not covered**: routes of other plugins and of the store itself. They are the owners' and open to staff without a role; the option
  \`access.otherRoutes\` opens them to a role. Their answers are neither logged nor masked.
`

const row = ({ method, path }: DeclaredRoute): string => {
  const rule = findRule(method, path)
  if (!rule) return `| ${method} | \`${path}\` | **no rule** | | |`
  const roles = ROLES.filter((role) => roleMay(role, rule.needs)).map((role) => NAMES[role])
  const who = [...roles, ...(isOpen(rule.needs) ? ["others"] : [])].join(", ")
  const reads = rule.purpose === null ? "–" : `${rule.purpose}${rule.logFirst ? " *first*" : ""}`
  return `| ${method} | \`${path}\` | ${rule.needs} | ${who} | ${reads} |`
}

/** The docs page of all covered admin routes. */
export const routePage = (): string =>
  [
    HEAD,
    ...ROUTE_SOURCES.flatMap((source) => [
      `## ${source.name}\n`,
      "| Method | Route | Needs | Who may | Reads |\n|---|---|---|---|---|",
      ...adminRoutesOf(source).map(row),
      "",
    ]),
  ].join("\n")
