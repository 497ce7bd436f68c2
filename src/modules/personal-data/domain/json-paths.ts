import type { ColumnRule, PathRule } from "./table-map"

type Paths = Readonly<Record<string, PathRule>>

const SEGMENT = String.raw`(\*|[\w-]+)`
const PATH = new RegExp(String.raw`^${SEGMENT}(\.${SEGMENT})*$`, "u")

/** Whether a text is a key path: words joined by dots, each a key, an array index or `*`. */
export const isKeyPath = (path: string): boolean => PATH.test(path)

const pathsWhere = (paths: Paths | undefined, isWanted: (rule: PathRule) => boolean): string[] =>
  Object.entries(paths ?? {})
    .filter(([, rule]) => isWanted(rule))
    .map(([path]) => path)

/** Paths that stay when the rest of the column is erased. */
export const keptPaths = (paths: Paths | undefined): string[] =>
  pathsWhere(paths, (rule) => "keep" in rule)

/** Paths that are never exported. */
export const secretPaths = (paths: Paths | undefined): string[] =>
  pathsWhere(paths, (rule) => "secret" in rule)

// Only key paths are declared (see `isKeyPath`), so a path holds no quote.
const part = (document: string, paths: readonly string[], isKept: boolean): string =>
  `dk_personal_data_json_part(${document}, '{${paths.join(",")}}', ${String(isKept)})`

const without = (document: string, paths: readonly string[]): string =>
  paths.length === 0 ? document : part(document, paths, false)

/** SQL of what erasure leaves of a JSON document; null when no path of it stays. */
export const keptDocument = (document: string, paths: Paths | undefined): string | null => {
  const kept = keptPaths(paths)
  return kept.length === 0 ? null : without(part(document, kept, true), secretPaths(paths))
}

/** SQL of a JSON document without the paths that nobody is shown. */
export const withoutSecrets = (document: string, paths: Paths | undefined): string =>
  without(document, secretPaths(paths))

/** SQL of what an export shows of a column; null when that is nothing. */
export const shownValue = (document: string, rule: ColumnRule): string | null =>
  rule.secret === true ? keptDocument(document, rule.paths) : withoutSecrets(document, rule.paths)
