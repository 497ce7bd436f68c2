import { postgres } from "../../../src/shared/postgres"
import type { Suite } from "./suite"

/** The statements that the store sends to its database while `work` runs. */
export const statementsDuring = async (
  suite: Suite,
  work: () => Promise<unknown>
): Promise<string[]> => {
  const connection = postgres(suite.container())
  const statements: string[] = []
  const note = ({ sql }: { sql: string }) => statements.push(sql)
  connection.on("query", note)
  try {
    await work()
  } finally {
    connection.removeListener("query", note)
  }
  return statements
}
