import type { AdminNotice, NoticeData } from "../../../types/http"

/** What is changed of a draft in the editor. */
export type NoticeDraft = Pick<AdminNotice, "body" | "data" | "material">

/** As the server takes it: without empty lines between recipients and deadlines nobody wrote. */
export const tidyData = (data: NoticeData | null): NoticeData | null => {
  if (data === null || !("declares" in data)) return data
  const { categories, recipients, deadlines } = data.declares
  const written = Object.entries(deadlines).filter(
    ([category, words]) => categories.includes(category) && words.trim() !== ""
  )
  return {
    declares: {
      categories,
      recipients: recipients.map((name) => name.trim()).filter((name) => name !== ""),
      deadlines: Object.fromEntries(written),
    },
  }
}

/** Whether everything that must be written is. */
export const isWritten = ({ body, data }: NoticeDraft): boolean =>
  body.trim() !== "" &&
  (data === null ||
    !("cookies" in data) ||
    data.cookies.every(({ name, provider, description, lifetime }) =>
      [name, provider, description, lifetime].every((text) => text.trim() !== "")
    ))

/** Whether a draft differs from what is stored. */
export const isChanged = (draft: NoticeDraft, stored: NoticeDraft): boolean =>
  JSON.stringify([draft.body, tidyData(draft.data), draft.material]) !==
  JSON.stringify([stored.body, tidyData(stored.data), stored.material])

/** Midnight in the reader's time zone on a day `YYYY-MM-DD`, as an instant; undefined without a day. */
export const startOf = (day: string): string | undefined =>
  day === "" ? undefined : new Date(`${day}T00:00:00`).toISOString()
