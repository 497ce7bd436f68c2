import { existsSync, readdirSync } from "node:fs"
import { join } from "node:path"
import { replays as daReplays } from "../../../../admin/i18n/da/personal-data-replays"
import { retention as da } from "../../../../admin/i18n/da/personal-data-retention"
import { replays as enReplays } from "../../../../admin/i18n/en/personal-data-replays"
import { retention as en } from "../../../../admin/i18n/en/personal-data-retention"
import "../../own-tables"
import { registeredRetention } from "../../registry"
import { RULE_NAMES } from "./rules"

const MODULES = join(__dirname, "../../..")

describe("every rule of what is kept", () => {
  beforeAll(async () => {
    for (const name of readdirSync(MODULES)) {
      const path = join(MODULES, name, "personal-data")
      if (existsSync(`${path}.ts`)) await import(path)
    }
  })

  it("has a title and a text in Danish and English", () => {
    const names = [...RULE_NAMES, ...registeredRetention().map(({ name }) => name)]
    expect(names).toEqual(expect.arrayContaining(["kept_order", "invoice", "invoice_external"]))
    for (const { rule: words } of [da, en] as { rule: Record<string, unknown> }[]) {
      for (const name of names) {
        expect([name, words[name]]).toEqual([
          name,
          {
            title: expect.stringMatching(/./) as string,
            text: expect.stringMatching(/./) as string,
          },
        ])
      }
    }
  })
})

describe("an erasure that was made due again", () => {
  it("says that it waits for a stop", () => {
    for (const { reason } of [daReplays, enReplays]) {
      expect(reason).toMatchObject({ stopped: expect.stringMatching(/./) as string })
    }
  })
})
