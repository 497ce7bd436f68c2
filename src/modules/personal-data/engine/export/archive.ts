import { createHash } from "node:crypto"
import { PassThrough, Readable } from "node:stream"
import { ZipFile } from "yazl"
import { unexpected } from "../../../../shared/errors"

/** A file of the archive; it is read when its turn comes. */
export type ArchiveFile = { path: string; read: () => AsyncIterable<string> }

/** What the manifest says of a file; `bytes` before compression. */
export type ManifestFile = { path: string; bytes: number; sha256: string }

/** More would cost several times the time for a few percent. */
const COMPRESSION_LEVEL = 1

/** The file's bytes; when they are all read, the sum of them is noted. */
async function* measured(
  { path, read }: ArchiveFile,
  note: (file: ManifestFile) => void
): AsyncGenerator<Buffer> {
  const hash = createHash("sha256")
  let bytes = 0
  for await (const text of read()) {
    const buffer = Buffer.from(text)
    hash.update(buffer)
    bytes += buffer.length
    yield buffer
  }
  note({ path, bytes, sha256: hash.digest("hex") })
}

/**
 * Packs files into a ZIP as it is read, one after the other; nothing is held but what is under way. `lastFile` is
 * made when all others are done, from their sums.
 */
export const zipOf = (
  files: readonly ArchiveFile[],
  lastFile: (sums: readonly ManifestFile[]) => ArchiveFile,
  madeAt: Date
): Readable => {
  const zip = new ZipFile()
  const output = new PassThrough()
  zip.outputStream.pipe(output)
  const sums: ManifestFile[] = []
  let current: Readable | null = null
  output.once("close", () => current?.destroy())
  const add = (path: string, file: () => ArchiveFile) => {
    zip.addReadStreamLazy(path, { mtime: madeAt, compressionLevel: COMPRESSION_LEVEL }, (give) => {
      const bytes = measured(file(), (sum) => sums.push(sum))
      const source = Readable.from(bytes, { objectMode: false })
      // yazl pipes without passing errors on, and half an archive must not end like a whole one.
      source.once("error", (error) => output.destroy(error))
      current = source
      give(null, source)
    })
  }
  for (const file of files) add(file.path, () => file)
  const { path } = lastFile([])
  add(path, () => lastFile(sums))
  zip.once("error", () => output.destroy(unexpected("The archive could not be made")))
  zip.end()
  return output
}
