import { readdirSync } from "node:fs"
import { join } from "node:path"
import { filesBelow } from "./files"

/** All pages for people, as paths from the repository's root. */
export const documents = (): string[] => {
  const root = readdirSync(join(__dirname, "../..")).filter((file) => file.endsWith(".md"))
  const below = ["docs", "src", "emulator", "benchmarks", "integration-tests"]
  return [...root, ...below.flatMap(filesBelow).filter((file) => file.endsWith(".md"))].sort()
}
