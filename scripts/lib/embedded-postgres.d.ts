/** A Postgres of its own; see the JavaScript file. */
export type EmbeddedPostgres = {
  port: number
  url: (database: string) => string
  createDatabase: (name: string) => Promise<void>
  stop: () => Promise<void>
}

/** A port that nothing listens on, that is never given twice, and that no connection of the system's own takes meanwhile. */
export const freePort: () => Promise<number>

export const startPostgres: (options: {
  directory: string
  persistent: boolean
  port?: number
  settings?: string[]
}) => Promise<EmbeddedPostgres>
