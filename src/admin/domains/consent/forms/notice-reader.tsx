import { Drawer, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminNotice } from "../../../../types/http"
import { formatMoment } from "../../../shared/format"
import { languageName, useNoticeName } from "../hooks/use-notice-name"
import { NoticeText } from "../sections/notice-text"

type FactProps = { label: string; value: string }

const Fact = ({ label, value }: FactProps) => (
  <div>
    <dt className="txt-compact-xsmall-plus">{label}</dt>
    <dd className="txt-compact-xsmall text-ui-fg-subtle break-all">{value}</dd>
  </div>
)

/** A version as it was, word by word. */
export const NoticeReader = ({ notice, onClose }: { notice: AdminNotice; onClose: () => void }) => {
  const { t, i18n } = useTranslation("dkNotices")
  const nameOf = useNoticeName()
  const moment = (iso: string) => formatMoment(iso, i18n.language)
  const { published_at: publishedAt, effective_from: from } = notice
  return (
    <Drawer
      open
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
    >
      <Drawer.Content data-testid="dk-notice-reader">
        <Drawer.Header>
          <Drawer.Title>
            {t("check.which", {
              name: nameOf(notice),
              language: languageName(notice.locale, i18n.language),
              version: notice.version,
            })}
          </Drawer.Title>
          <Drawer.Description>{t("reader.text")}</Drawer.Description>
        </Drawer.Header>
        <Drawer.Body className="flex flex-col gap-y-6 overflow-auto">
          <dl className="flex flex-col gap-y-2">
            {publishedAt !== null && (
              <Fact label={t("reader.published")} value={moment(publishedAt)} />
            )}
            {from !== null && <Fact label={t("reader.effective")} value={moment(from)} />}
            <Fact label={t("reader.sha")} value={notice.sha256} />
          </dl>
          {notice.material && publishedAt !== null && <Text size="small">{t("reader.asks")}</Text>}
          <NoticeText body={notice.body} data={notice.data} locale={notice.locale} />
        </Drawer.Body>
      </Drawer.Content>
    </Drawer>
  )
}
