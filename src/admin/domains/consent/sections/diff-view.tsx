import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminNotice } from "../../../../types/http"
import { diffTexts } from "../diff"
import type { DiffPart } from "../diff"
import { wholeText } from "../notice-groups"

/** Told by line and colour, and by a word for those who do not see them. */
const Part = ({ part: { kind, text } }: { part: DiffPart }) => {
  const { t } = useTranslation("dkNotices")
  if (kind === "same") return <span>{text}</span>
  if (kind === "added") {
    return (
      <ins className="bg-ui-tag-green-bg text-ui-tag-green-text underline">
        <span className="sr-only">{` [${t("editor.added")}:] `}</span>
        {text}
      </ins>
    )
  }
  return (
    <del className="bg-ui-tag-red-bg text-ui-tag-red-text line-through">
      <span className="sr-only">{` [${t("editor.removedMark")}:] `}</span>
      {text}
    </del>
  )
}

type DiffViewProps = {
  draft: Pick<AdminNotice, "body" | "data" | "locale">
  current: AdminNotice | undefined
}

/** What a draft changes in the version in force. */
export const DiffView = ({ draft, current }: DiffViewProps) => {
  const { t } = useTranslation("dkNotices")
  if (!current) return <Text size="small">{t("editor.noCurrent")}</Text>
  const parts = diffTexts(wholeText(current), wholeText(draft))
  const isSame = parts.every(({ kind }) => kind === "same")
  return (
    <div className="flex flex-col gap-y-3" data-testid="dk-notice-diff">
      <Text size="small" className="text-ui-fg-subtle">
        {isSame ? t("editor.same") : t("editor.against", { version: current.version })}
      </Text>
      <div
        lang={draft.locale}
        className="txt-small max-w-[720px] whitespace-pre-wrap break-words leading-6"
      >
        {parts.map((part, index) => (
          <Part key={index} part={part} />
        ))}
      </div>
    </div>
  )
}
