import { mkdtempSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { buffer } from "node:stream/consumers"
import { pathToFileURL } from "node:url"
import { openPromise } from "yauzl"
import type { Browser, Page } from "playwright-core"
import { openPage } from "./browser"

/** The readable page of a copy that was handed out. */
export const readCopy = async (zip: string): Promise<string> => {
  const archive = await openPromise(zip)
  for await (const entry of archive.eachEntry()) {
    if (entry.fileName !== "index.html") continue
    return (await buffer(await archive.openReadStreamPromise(entry))).toString()
  }
  throw new Error("The copy has no page to read")
}

/** Opens the readable page of a copy that was handed out, as its person does: unpacked, without a network. */
export const openCopy = async (browser: Browser, zip: string): Promise<Page> => {
  const file = join(mkdtempSync(join(tmpdir(), "dk-copy-")), "index.html")
  writeFileSync(file, await readCopy(zip))
  const page = await openPage(browser)
  await page.context().setOffline(true)
  await page.goto(pathToFileURL(file).href)
  return page
}
