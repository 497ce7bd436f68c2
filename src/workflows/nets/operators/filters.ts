/** A condition of a list and the values it binds. */
export type Filter = { sql: string; bindings: readonly string[] }

/** All filters of a list as one WHERE clause; without any it holds for every row. */
export const whereAll = (filters: readonly Filter[]): { where: string; bindings: string[] } => ({
  where: ["true", ...filters.map(({ sql }) => sql)].join(" AND "),
  bindings: filters.flatMap(({ bindings }) => [...bindings]),
})
