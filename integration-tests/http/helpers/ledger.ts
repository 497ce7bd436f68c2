import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { PERSONAL_DATA_MODULE } from "../../../src/modules/personal-data"
import type { PersonalDataModuleService } from "../../../src/modules/personal-data"
import type { AdminReplay, AdminReplayReport } from "../../../src/types/http"
import { ownInstallation } from "../../../src/modules/personal-data/engine/installation"
import { eventually } from "./shop"
import type { Headers } from "./shop"
import type { Suite } from "./suite"

export const REPLAYS = "/admin/privacy/replays"

type Settings = PersonalDataModuleService["settings"]
type Changed = { -readonly [Name in "ledger" | "secrets"]?: Settings[Name] }

const settingsOf = (suite: Suite): Settings =>
  suite.container().resolve<PersonalDataModuleService>(PERSONAL_DATA_MODULE).settings

/** A ledger in a file for each test of a `describe`; the store is as it was before after each. */
export const withLedgerFile = (suite: Suite) => {
  let folder = ""
  let before: Changed = {}
  const set = (changed: Changed): void => {
    Object.assign(settingsOf(suite), changed)
  }
  const path = (): string => join(folder, "ledger.jsonl")
  beforeEach(async () => {
    // The tests' database is emptied of what the migration wrote.
    await ownInstallation(suite.database())
    folder = mkdtempSync(join(tmpdir(), "dk-ledger-"))
    const { ledger, secrets } = settingsOf(suite)
    before = { ledger, secrets }
    set({ ledger: { sink: { file: path() } } })
  })
  afterEach(() => {
    set(before)
    rmSync(folder, { recursive: true, force: true })
  })
  return {
    path,
    set,
    secrets: () => settingsOf(suite).secrets,
    lines: (): string[] => readFileSync(path(), "utf8").split("\n").filter(Boolean),
  }
}

/** Asks for a replay and waits until it has ended. */
export const replay = async (suite: Suite, headers: Headers): Promise<AdminReplay> => {
  const begun = await suite.call<{ replay: AdminReplay }>("POST", REPLAYS, { headers })
  if (begun.status !== 202) throw new Error(begun.text)
  return eventually(async () => {
    const path = `${REPLAYS}/${begun.body.replay.id}`
    const { body } = await suite.call<{ replay: AdminReplay }>("GET", path, { headers })
    return body.replay.status === "running" ? null : body.replay
  })
}

/** What a replay would do. */
export const previewReplay = async (suite: Suite, headers: Headers): Promise<AdminReplayReport> => {
  const answer = await suite.call<{ preview: AdminReplayReport }>("POST", `${REPLAYS}/preview`, {
    headers,
  })
  if (answer.status !== 200) throw new Error(answer.text)
  return answer.body.preview
}
