import { existsSync, readdirSync, readFileSync, statSync } from "node:fs"
import { join, resolve } from "node:path"

/** Where other people's data lies: recorded answers, published samples. It is never copied into this repository. */
const ROOT = resolve(process.env.REFERENCE_DATA ?? join(__dirname, "../../../shared"))

/** Where a file or folder of the reference data is. */
export const referencePath = (path: string): string => join(ROOT, path)

/** Whether a folder of the reference data is there. */
export const hasReferenceData = (folder: string): boolean => existsSync(join(ROOT, folder))

/** `describe`, or a skipped one whose title says what is missing. */
export const describeWithReferenceData = (
  folder: string,
  title: string,
  tests: () => void
): void => {
  if (hasReferenceData(folder)) describe(title, tests)
  else describe.skip(`${title} (left out: ${folder} is not in REFERENCE_DATA or ../shared)`, tests)
}

const jsonFiles = (directory: string): string[] =>
  readdirSync(directory)
    .sort()
    .flatMap((name) => {
      const path = join(directory, name)
      if (statSync(path).isDirectory()) return jsonFiles(path)
      return name.endsWith(".json") ? [path] : []
    })

/** Every JSON file below a folder as [name, content]; none when the folder is not there. */
export const readReferenceJson = (folder: string): [name: string, content: unknown][] => {
  const directory = join(ROOT, folder)
  if (!existsSync(directory)) return []
  return jsonFiles(directory).map((path) => [
    path.slice(directory.length + 1),
    JSON.parse(readFileSync(path, "utf8")) as unknown,
  ])
}
