/** Rule sets compiled once per content, outside the repository, and run by SaxonJS. */
import { spawnSync } from "node:child_process"
import { createHash } from "node:crypto"
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs"
import { createRequire } from "node:module"
import { tmpdir } from "node:os"
import { join } from "node:path"
import SaxonJS from "saxon-js"
import { toXslt } from "./schematron.mjs"

const require = createRequire(import.meta.url)

const cache = join(tmpdir(), "medusa-plugin-denmark-rules")

const { version } = require("xslt3/package.json")

const compile = (xslt) => {
  const digest = createHash("sha256").update(version).update(xslt).digest("hex").slice(0, 24)
  const target = join(cache, `${digest}.sef.json`)
  if (existsSync(target)) return target
  mkdirSync(cache, { recursive: true })
  const own = join(cache, `${digest}-${process.pid}`)
  writeFileSync(`${own}.xsl`, xslt)
  const { status, stderr, stdout } = spawnSync(
    process.execPath,
    [require.resolve("xslt3"), `-xsl:${own}.xsl`, `-export:${own}.json`, "-nogo", "-relocate:on"],
    { encoding: "utf8", maxBuffer: 2 ** 26 }
  )
  rmSync(`${own}.xsl`)
  if (status !== 0 || !existsSync(`${own}.json`)) {
    throw new Error(`The rules do not compile: ${stdout}${stderr}`)
  }
  // Another process may have made the same file; the last one wins and both are right.
  renameSync(`${own}.json`, target)
  return target
}

/**
 * The rules of a Schematron file as a function of a document: how many rules fitted, and the codes of those it
 * breaks. What the processor cannot compute counts as a breach.
 */
export const loadRules = (path, vocabulary) => {
  const sef = JSON.parse(readFileSync(compile(toXslt(path, vocabulary)), "utf8"))
  return (xml) => {
    try {
      const { principalResult } = SaxonJS.transform(
        { stylesheetInternal: sef, sourceText: xml, destination: "serialized" },
        "sync"
      )
      const lines = principalResult.split("\n")
      return {
        fired: lines.filter((line) => line === "+").length,
        broken: lines.filter((line) => line.startsWith("-")).map((line) => line.slice(1)),
      }
    } catch (error) {
      return { fired: 0, broken: [`exception: ${error.message}`] }
    }
  }
}
