import { existsSync, mkdirSync, readdirSync, rmSync, symlinkSync } from "node:fs"
import { join, resolve } from "node:path"

const ROOT = resolve(__dirname, "../..")

/**
 * Makes the folder of a store: Medusa wants a configuration and the sources of a project side by side. It holds links to
 * this folder's configuration and to the plugin's sources, so that there is one copy of each.
 *
 * @returns its path; below `node_modules`, where the packages are found and no other tool looks
 */
export const makeStoreDirectory = (): string => {
  const directory = join(ROOT, "node_modules", ".cache", "dk-everything")
  rmSync(directory, { recursive: true, force: true })
  mkdirSync(join(directory, "src"), { recursive: true })
  symlinkSync(join(__dirname, "medusa-config.ts"), join(directory, "medusa-config.ts"))
  symlinkSync(join(__dirname, "search"), join(directory, "src", "search"), "junction")
  for (const name of readdirSync(join(ROOT, "src"))) {
    const link = join(directory, "src", name)
    if (!existsSync(link)) symlinkSync(join(ROOT, "src", name), link, "junction")
  }
  return directory
}
