import { existsSync } from "node:fs"
import { readFile, rm } from "node:fs/promises"
import { join } from "node:path"
import { selectRows } from "../../../../src/shared/postgres"
import { eventually } from "../shop"
import type { Shop } from "./live"

export type ExportedFile = { text: string; isThere: () => boolean; remove: () => Promise<void> }

const announcedFiles = async ({ suite }: Shop): Promise<string[]> => {
  const rows = await selectRows<{ url: string }>(
    suite.database(),
    `SELECT data->'file'->>'url' AS url FROM notification
      WHERE channel = 'feed' AND data->'file'->>'url' IS NOT NULL ORDER BY created_at`
  )
  return rows.map(({ url }) => url)
}

/** Exports all orders as Admin does, and reads the file the store wrote. */
export const exportOrders = async (shop: Shop): Promise<ExportedFile> => {
  const known = await announcedFiles(shop)
  await shop.diary.as(shop.headers).post("/admin/orders/export")
  const url = await eventually(async () =>
    (await announcedFiles(shop)).find((one) => !known.includes(one))
  )
  const name = decodeURIComponent(new URL(url).pathname.replace("/static/", ""))
  const path = join(process.cwd(), "static", name)
  return {
    text: await readFile(path, "utf8"),
    isThere: () => existsSync(path),
    remove: () => rm(path, { force: true }),
  }
}
