import { open, stat } from "node:fs/promises"
import type { FileHandle } from "node:fs/promises"
import { dirname } from "node:path"
import { errorName } from "../../../shared/errors"
import type { LedgerSink } from "../domain/ledger-sink"

/** The owner alone may read it. */
const MODE = 0o600
const LINE_BREAK = 10

/** A line that a power cut tore stays alone: the next one begins on a line of its own. */
const isTorn = async (file: FileHandle): Promise<boolean> => {
  const { size } = await file.stat()
  if (size === 0) return false
  const { buffer } = await file.read(Buffer.alloc(1), 0, 1, size - 1)
  return buffer[0] !== LINE_BREAK
}

/** A new file is there after a power cut only when its folder was written too. */
const syncFolder = async (path: string): Promise<void> => {
  const folder = await open(dirname(path), "r")
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

/** Opens for reading; null before the first line. Throws when the folder is not there: a disk may be missing. */
const openIfThere = async (path: string): Promise<FileHandle | null> => {
  try {
    return await open(path, "r")
  } catch (error) {
    if (errorName(error) !== "ENOENT") throw error
    await stat(dirname(path))
    return null
  }
}

/** A ledger in a file, one line each, written to the disk before it counts. The folder must be there. */
export const fileSink = (path: string): LedgerSink => ({
  append: async (line) => {
    const file = await open(path, "a+", MODE)
    try {
      const { size } = await file.stat()
      await file.appendFile(`${(await isTorn(file)) ? "\n" : ""}${line}\n`)
      await file.sync()
      if (size === 0) await syncFolder(path)
    } finally {
      await file.close()
    }
  },
  read: async function* () {
    const file = await openIfThere(path)
    if (!file) return
    try {
      yield* file.readLines()
    } finally {
      await file.close()
    }
  },
})
