import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"

const root = join(__dirname, "..")
const read = (path: string): string => readFileSync(join(root, path), "utf8")

const page = read("docs/security.md")

/** `http/name` is short for a suite over HTTP. */
const pathOf = (file: string): string =>
  file.startsWith("http/") ? `integration-tests/http/suites/${file.slice(5)}.ts` : file

const rows = page.split("\n").filter((line) => /^\| \d/.test(line))

/** What a row names as its proof: a file and the name of a test in it. */
const proofs = Array.from(
  page.matchAll(/`([\w./-]+)` _([^_]+)_/g),
  ([, file = "", name = ""]): [string, string] => [pathOf(file), name]
)

describe("the table of the security review", () => {
  it("has a row for each number once, with what is asked, how it is met and the proof or reason", () => {
    const cells = rows.map((row) => row.split(/(?<!\\)\|/).map((cell) => cell.trim()))
    expect(cells.filter((row) => row.length !== 6 || row.slice(1, 5).includes(""))).toEqual([])
    const numbers = cells.map(([, number = ""]) => number)
    expect(numbers.length).toBeGreaterThan(100)
    expect(numbers.filter((number, at) => numbers.indexOf(number) !== at)).toEqual([])
    expect(numbers.filter((number) => !/^\d+\.\d+(\.\d+)?(–\d+)?$/.test(number))).toEqual([])
  })

  it("names tests that are there", () => {
    expect(proofs.length).toBeGreaterThan(80)
    const missing = proofs.filter(
      ([file, name]) => !existsSync(join(root, file)) || !read(file).includes(`"${name}"`)
    )
    expect(missing).toEqual([])
  })

  it("names files that are there", () => {
    const named = Array.from(
      page.matchAll(/`((?:src|scripts|docs|bin|demo|emulator|e2e)\/[\w./[\]-]+)`/g),
      ([, file = ""]) => file
    )
    expect(named.length).toBeGreaterThan(40)
    expect(named.filter((file) => !existsSync(join(root, file)))).toEqual([])
  })
})

/** What lets a text become a program, a page or a command, or be guessed. */
const NEVER =
  /\beval\(|new Function\(|child_process|dangerouslySetInnerHTML|(inner|outer)HTML|insertAdjacentHTML|document\.write\(|\.redirect\(|Math\.random\(|createCipher|createHash\("(md5|sha1)"|DOMParser|XMLParser|libxml/

describe("the code that runs in a store", () => {
  it("runs no text, writes no markup past the escaping, sends nobody elsewhere, reads no XML and guesses nothing", () => {
    const files = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
      .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
      .map((file) => join("src", file))
    expect(files.length).toBeGreaterThan(500)
    expect(files.filter((file) => NEVER.test(read(file)))).toEqual([])
  })

  it("brings packages whose bytes the lock file knows, and no more than the table counts", () => {
    const { packages } = JSON.parse(read("package-lock.json")) as {
      packages: Record<
        string,
        { dev?: boolean; peer?: boolean; devOptional?: boolean; integrity?: string }
      >
    }
    const brought = Object.entries(packages).filter(
      ([path, { dev, peer, devOptional }]) => path !== "" && !dev && !peer && !devOptional
    )
    expect(brought.filter(([, { integrity }]) => !integrity?.startsWith("sha512-"))).toEqual([])
    expect(page).toContain(`${brought.length.toString()} packages`)
  })
})
