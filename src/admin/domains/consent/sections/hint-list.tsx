import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminNoticeHint } from "../../../../types/http"

type HintListProps = { hints: readonly AdminNoticeHint[]; onGo: (hint: AdminNoticeHint) => void }

/** Passages that are perhaps untrue or void, each leading to its place in the text. Hints, never a hindrance. */
export const HintList = ({ hints, onGo }: HintListProps) => {
  const { t } = useTranslation("dkNotices")
  const { t: tHints } = useTranslation("dkNoticeHints")
  if (hints.length === 0) {
    return (
      <Text size="xsmall" className="text-ui-fg-subtle" data-testid="dk-hints-none">
        {t("hints.none")}
      </Text>
    )
  }
  return (
    <section
      aria-live="polite"
      className="border-ui-border-base rounded-md border"
      data-testid="dk-hints"
    >
      <div className="px-4 py-3">
        <Text size="small" weight="plus">
          {t("hints.title", { count: hints.length })}
        </Text>
        <Text size="xsmall" className="text-ui-fg-subtle">
          {t("hints.text")}
        </Text>
      </div>
      <ul className="max-h-[280px] divide-y overflow-auto border-t">
        {hints.map((hint) => (
          <li key={`${hint.code}:${hint.start.toString()}`} className="px-4 py-2">
            <button
              type="button"
              className="txt-small text-ui-fg-base focus-visible:shadow-borders-focus break-words text-left outline-none underline"
              onClick={() => {
                onGo(hint)
              }}
            >
              “{hint.text}”
            </button>
            <Text size="xsmall">{tHints(hint.code)}</Text>
          </li>
        ))}
      </ul>
    </section>
  )
}
