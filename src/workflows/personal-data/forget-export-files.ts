import type { Readable } from "node:stream"
import type { IFileModuleService, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import {
  findExportFiles,
  findLastErasure,
  removeFileNotifications,
} from "../../modules/personal-data/engine/export-files"
import { dueBefore } from "../../modules/personal-data/domain/retention/term"
import { readTerms } from "../../modules/personal-data/engine/retention/terms"
import { findStop } from "../../modules/personal-data/engine/stops"
import { errorName } from "../../shared/errors"
import { postgres } from "../../shared/postgres"

/** An export that began while an erasure ran may have read what was there before. */
export const OVERLAP_MS = 2 * 60_000

/** The keys a file may have at its provider: the path of its address, with or without what stands before it. */
const keysOf = (url: string): string[] => {
  const parts = new URL(url).pathname.split("/").filter(Boolean).map(decodeURIComponent)
  return parts.map((_part, index) => parts.slice(index).join("/"))
}

/** What file systems, S3 and Medusa say of a file that is not there. */
const NOT_THERE = new Set(["ENOENT", "ENOTDIR", "NoSuchKey", "NotFound", "not_found"])

const isNotThere = (error: unknown): boolean =>
  NOT_THERE.has(errorName(error)) ||
  (typeof error === "object" &&
    error !== null &&
    "name" in error &&
    NOT_THERE.has(String(error.name)))

/** A stream of a file; null when the provider has none of this key. Other errors than its absence are thrown. */
const openKey = async (files: IFileModuleService, key: string): Promise<Readable | null> => {
  try {
    const stream = await files.getDownloadStream(key)
    await new Promise((resolve, reject) => {
      stream.once("readable", resolve).once("end", resolve).once("error", reject)
    })
    return stream
  } catch (error) {
    if (isNotThere(error)) return null
    throw error
  }
}

const isThere = async (files: IFileModuleService, key: string): Promise<boolean> => {
  const stream = await openKey(files, key)
  stream?.destroy()
  return stream !== null
}

/** What is in a file, under whichever key the provider knows it by; null when it is gone. */
export const openExportFile = async (
  files: IFileModuleService,
  url: string
): Promise<Readable | null> => {
  for (const key of keysOf(url)) {
    const stream = await openKey(files, key)
    if (stream) return stream
  }
  return null
}

/** Deletes a file under whichever key the provider knows it by; false when it is still there. */
const deleteFile = async (files: IFileModuleService, url: string): Promise<boolean> => {
  for (const key of keysOf(url)) {
    if (!(await isThere(files, key))) continue
    await files.deleteFiles(key)
    return !(await isThere(files, key))
  }
  return true
}

/**
 * Deletes the files of order exports that began before a moment, and their notifications: they hold everyone's name
 * and address. What is gone already is only forgotten, so it can be repeated.
 *
 * @returns how many files could not be deleted; they are tried again by the hourly job
 */
export const forgetExportFiles = async (
  container: MedusaContainer,
  before: Date
): Promise<number> => {
  const connection = postgres(container)
  const found = await findExportFiles(connection, before)
  if (found.length === 0) return 0
  const files = container.resolve<IFileModuleService>(Modules.FILE)
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const gone: string[] = []
  for (const { id, url } of found) {
    try {
      if (await deleteFile(files, url)) gone.push(id)
    } catch (error) {
      logger.error(`dk-personal-data: an order export could not be deleted (${errorName(error)})`)
    }
  }
  await removeFileNotifications(connection, gone)
  return found.length - gone.length
}

/** Deletes order exports that are past their term (a week), or older than the last erasure; none while a stop is in force. */
export const forgetOldExportFiles = async (
  container: MedusaContainer,
  now: Date
): Promise<void> => {
  const connection = postgres(container)
  if (await findStop(connection, now)) return
  const last = await findLastErasure(connection)
  const old = dueBefore(now, (await readTerms(connection)).order_export).getTime()
  const erased = last === null ? 0 : last.getTime() + OVERLAP_MS
  await forgetExportFiles(container, new Date(Math.max(old, Math.min(erased, now.getTime()))))
}
