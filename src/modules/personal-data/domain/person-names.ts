/** A name as it was typed into an address, with what else tells people apart. */
export type TypedName = {
  first_name: string | null
  last_name: string | null
  phone: string | null
  street: string | null
}

/** One spelling for all: case, accents, `ø`/`oe`, `å`/`aa`, `æ`/`ae` and punctuation do not count. */
export const foldName = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[Øø]/g, "o")
    .replace(/[Ææ]/g, "a")
    .toLowerCase()
    .replace(/oe+/g, "o")
    .replace(/a[ae]+/g, "a")
    .replace(/[\s.,;:()/&+_'"-]+/g, " ")
    .trim()

/** The same as an SQL expression. Needs no extension, and `normalize` of Postgres 13. */
export const foldNameSql = (expression: string): string =>
  `btrim(regexp_replace(regexp_replace(regexp_replace(lower(translate(regexp_replace(normalize(coalesce(${expression}, ''), NFD), '[\\u0300-\\u036f]', '', 'g'), 'ØøÆæ', 'ooaa')), 'oe+', 'o', 'g'), 'a[ae]+', 'a', 'g'), '[[:space:].,;:()/&+_''"-]+', ' ', 'g'))`

const PARTICLES = new Set(["von", "van", "der", "den", "de", "la", "af", "du", "el", "al"])

/** Words that say something: initials and particles do not. */
const words = (text: string | null): string[] =>
  foldName(text ?? "")
    .split(" ")
    .filter((word) => word.length > 1 && !PARTICLES.has(word))

type Name = { first: string; last: string[]; all: Set<string>; phone: string; street: string }

const readName = ({ first_name, last_name, phone, street }: TypedName): Name => {
  const given = words(first_name)
  const typed = words(last_name)
  const last = typed.length > 0 ? typed : given.length > 1 ? given.slice(-1) : []
  return {
    first: given[0] ?? "",
    last,
    all: new Set([...given, ...typed]),
    phone: (phone ?? "").replace(/\D/g, "").slice(-8),
    street: foldName(street ?? ""),
  }
}

const isKnownSame = (a: string, b: string): boolean => a !== "" && a === b

/**
 * Two spellings of one person: they share a last name (`Friis Hansen`, `Hansen`, `Jensen-Hansen`), or the first name
 * with a last name that the other has as a middle name, or the first name with phone or street (married since).
 */
const isSame = (a: Name, b: Name): boolean => {
  if (a.last.some((word) => b.last.includes(word))) return true
  if (!isKnownSame(a.first, b.first)) return false
  return (
    a.last.some((word) => b.all.has(word)) ||
    b.last.some((word) => a.all.has(word)) ||
    isKnownSame(a.phone, b.phone) ||
    isKnownSame(a.street, b.street)
  )
}

/** How many persons the names can be told to be. Names without a last name tell nobody apart. */
export const countPersons = (names: readonly TypedName[]): number => {
  let groups: Name[][] = []
  for (const name of names.map(readName).filter(({ last }) => last.length > 0)) {
    const same = groups.filter((group) => group.some((other) => isSame(name, other)))
    groups = [...groups.filter((group) => !same.includes(group)), [name, ...same.flat()]]
  }
  return groups.length
}
