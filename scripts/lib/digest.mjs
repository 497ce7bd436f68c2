import { createHash } from "node:crypto"
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs"
import { join } from "node:path"

const filesOf = (path) => {
  if (!existsSync(path)) return []
  return readdirSync(path, { recursive: true })
    .map((name) => join(path, name))
    .filter((file) => statSync(file).isFile())
    .sort()
}

/** One digest over the contents of files and whole folders. */
export const digestOf = ({ files = [], folders = [] }) => {
  const hash = createHash("sha256")
  for (const file of [...files, ...folders.flatMap(filesOf)]) {
    hash.update(file).update("\0").update(readFileSync(file))
  }
  return hash.digest("hex")
}

/** Runs `work` unless it was done before with the same digest; `marker` remembers it. */
export const unlessUnchanged = async (marker, digest, work) => {
  if (existsSync(marker) && readFileSync(marker, "utf8") === digest) return
  await work()
  writeFileSync(marker, digest)
}
