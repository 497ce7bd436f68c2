import { selectRows } from "../../../src/shared/postgres"
import { sha256 } from "../../../src/shared/sha256"
import type { AdminSubjectRequestLettersResponse } from "../../../src/types/http"
import { sendDueLetters } from "../../../src/workflows/subject-request"
import { openMailbox } from "../helpers/mailbox"
import { eventually, staff } from "../helpers/shop"
import type { Headers } from "../helpers/shop"
import { REQUESTS, requestsOf } from "../helpers/subject-requests"
import type { Suite } from "../helpers/suite"

export default (suite: Suite): void => {
  let headers: Headers
  const { enter } = requestsOf(suite, () => headers)

  beforeEach(async () => {
    headers = await staff(suite)
  })

  afterEach(() => {
    jest.restoreAllMocks()
  })

  it("a letter that may have arrived keeps its digest, also when staff prints it", async () => {
    const mailbox = await openMailbox(suite)
    const id = await enter("erasure", { email: "zqprint@kunde.example", name: "Zqane" })
    const letter = async () => {
      const { body } = await suite.call<AdminSubjectRequestLettersResponse>(
        "GET",
        `${REQUESTS}/${id}/letters`,
        { headers }
      )
      return body.letters[0]
    }
    const print = async () => {
      const path = `${REQUESTS}/${id}/letters/${(await letter())?.id ?? ""}/html`
      return suite.call("GET", path, { headers })
    }
    const release = mailbox.hold()
    const sending = sendDueLetters(suite.container())
    await eventually(async () => {
      const begun = await selectRows(
        suite.database(),
        "SELECT 1 FROM notification WHERE resource_id = ?",
        [(await letter())?.id ?? ""]
      )
      return begun.length > 0
    })
    expect((await print()).error.code).toBe("letter_being_sent")
    // Its sender is killed while the provider is asked.
    await suite.database()("notification").delete()
    release()
    await sending
    const { subject = "", text = "" } = mailbox.mails[0]?.content ?? {}
    const proven = { outcome: "mail_interrupted", digest: sha256(`${subject}\n\n${text}`) }
    expect(await letter()).toMatchObject(proven)
    await suite.database()("dk_subject_request").where({ id }).update({ name: "Zqanden" })
    expect((await print()).text).toContain("Zqanden")
    expect(await letter()).toMatchObject(proven)
  })
}
