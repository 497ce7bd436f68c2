/** Makes declarations that Node reads as those of ES modules: `.d.mts`, with the file's whole name in each import. */
import { existsSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"

const wholeName = (file, name) => {
  const path = join(dirname(file), name)
  if (existsSync(`${path}.d.ts`) || existsSync(`${path}.d.mts`)) return `${name}.mjs`
  return existsSync(path) && statSync(path).isDirectory() ? `${name}/index.mjs` : name
}

/** @param {string} folder every `.d.ts` below it */
export const asModuleTypes = (folder) => {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".d.ts"))
    .map((file) => join(folder, file))
  for (const file of files) {
    const text = readFileSync(file, "utf8").replace(
      /((?:from |import\()")(\.{1,2}(?:\/[^"]*)?)(")/g,
      (_whole, before, name, after) => `${before}${wholeName(file, name)}${after}`
    )
    writeFileSync(file, text)
  }
  for (const file of files) renameSync(file, file.replace(/\.d\.ts$/, ".d.mts"))
}
