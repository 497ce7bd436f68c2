import type { StorePrivacyRequest } from "../../../src/types/http"
import { runDocCode } from "../helpers/doc-code"
import { unzip } from "../helpers/exports"
import { openMailbox } from "../helpers/mailbox"
import { linkIn, privacyPage } from "../helpers/privacy-requests"
import { shopper } from "../helpers/shop"
import { store } from "../helpers/store"
import type { Suite } from "../helpers/suite"

const PAGE = "docs/privacy-requests.md"
const GUEST = "zqlaeser@gaest.example"

/** The code of the guide to the page for people's rights, as it stands there. */
export default (suite: Suite): void => {
  it("asks, confirms, follows and downloads, as the guide to the privacy page shows it", async () => {
    const mailbox = await openMailbox(suite)
    await suite.database()("dk_subject_request_limit").delete()
    const here = { backend: suite.baseUrl, key: store().publishableKey }

    const question = { email: GUEST, message: "Hvad har I?" }
    const { asked } = await runDocCode(PAGE, 'kind: "access"', { ...here, ...question })
    expect(asked).toHaveProperty("status", 202)
    const mailed = linkIn(await privacyPage(suite, mailbox).mailTo(GUEST))

    const shown: string[] = []
    const confirmed = (await runDocCode(PAGE, "location.hash", {
      ...here,
      location: { hash: `#id=${mailed.id}&token=${mailed.token}`, pathname: "/privacy/requests" },
      history: { replaceState: (_: null, __: string, address: string) => shown.push(address) },
    })) as { id: string; followToken: string; request: StorePrivacyRequest }
    expect(confirmed.request).toMatchObject({ id: mailed.id, kind: "access" })
    expect(confirmed.followToken).not.toBe(mailed.token)
    expect(shown).toEqual(["/privacy/requests"])

    const { id, followToken } = confirmed
    const post = async (path: string, body: object) =>
      (await suite.call("POST", path, { headers: shopper(), body })).body
    const followed = await runDocCode(PAGE, "/status`", { id, followToken, post })
    expect(followed.request).toMatchObject({ id, state: "in_progress" })

    const saved: Blob[] = []
    const link = { href: "", download: "", click: jest.fn() }
    await runDocCode(PAGE, "createObjectURL", {
      ...{ ...here, id, followToken },
      document: { createElement: () => link },
      URL: { createObjectURL: (file: Blob) => `blob:${saved.push(file).toString()}` },
    })
    expect(link).toMatchObject({ href: "blob:1", download: "mine-oplysninger.zip" })
    expect(link.click).toHaveBeenCalledTimes(1)
    const bytes = Buffer.from((await saved[0]?.arrayBuffer()) ?? new ArrayBuffer(0))
    expect(Object.keys(await unzip(bytes))).toContain("data.json")
  })
}
