import type { AdminNotice, NoticeData } from "../../../types/http"

/** What a text is about: its kind, purpose and channel, in one language. */
export type NoticeAbout = Pick<AdminNotice, "kind" | "purpose" | "channel" | "locale">

/** The versions of one text, newest first. */
export type NoticeGroup = { key: string; about: NoticeAbout; versions: AdminNotice[] }

const keyOf = ({ kind, purpose, channel, locale }: NoticeAbout): string =>
  [kind, purpose, channel, locale].join(":")

/** Versions by what they are about, in the order they came. */
export const groupNotices = (notices: readonly AdminNotice[]): NoticeGroup[] => {
  const groups = new Map<string, NoticeGroup>()
  for (const notice of notices) {
    const key = keyOf(notice)
    const group = groups.get(key) ?? { key, about: notice, versions: [] }
    group.versions.push(notice)
    groups.set(key, group)
  }
  return [...groups.values()]
}

/** What belongs to a text as lines, so that a change of it is seen as one of the text. */
export const dataLines = (data: NoticeData | null): string[] => {
  if (data === null) return []
  if ("cookies" in data) {
    return data.cookies.map(({ name, provider, purpose, description, lifetime }) =>
      [name, provider, purpose, description, lifetime].join(" | ")
    )
  }
  if ("basis" in data) return [data.basis]
  const { categories, recipients, deadlines } = data.declares
  return [
    ...categories.map((category) => `${category}: ${deadlines[category] ?? "–"}`),
    ...recipients,
  ]
}

/** A text with what belongs to it, to be compared with another. */
export const wholeText = ({ body, data }: Pick<AdminNotice, "body" | "data">): string =>
  [body, ...dataLines(data)].join("\n")
