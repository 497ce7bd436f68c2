import { randomUUID } from "node:crypto"
import { open, rename, rm } from "node:fs/promises"
import { join } from "node:path"
import { errorName } from "../../../../shared/errors"
import type { Attempt } from "../../domain/delivery/delivery"
import type { Parcel } from "./parcel"

/** Its owner and group read it; nobody else. */
const MODE = 0o640

const writeWhole = async (path: string, bytes: Buffer): Promise<void> => {
  const file = await open(path, "wx", MODE)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

/**
 * Puts the e-invoice into a folder as `<number>-<format>-<delivery id>.xml`. It is written under another name (a dot in
 * front) and renamed, so whoever empties the folder never finds half of it; a repeat gives the same file.
 */
export const putIntoFolder = async (
  folder: string,
  { deliveryId, number, format, bytes }: Parcel
): Promise<Attempt> => {
  const name = `${number}-${format}-${deliveryId}.xml`
  const unfinished = join(folder, `.${name}.${randomUUID()}.part`)
  try {
    await writeWhole(unfinished, bytes)
    await rename(unfinished, join(folder, name))
    return { result: "delivered", code: "file_written" }
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => undefined)
    return { result: "later", code: `file_${errorName(error).toLowerCase()}` }
  }
}
