import { readdirSync, statSync } from "node:fs"
import { join } from "node:path"

const ROOT = join(__dirname, "../..")

/** All files below a folder of the repository, as paths from its root with `/`. */
export const filesBelow = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .map((file) => `${folder}/${file}`)
    .filter((file) => statSync(join(ROOT, file)).isFile())
