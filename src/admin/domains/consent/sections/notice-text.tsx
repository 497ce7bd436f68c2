import { Table, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { NoticeData } from "../../../../types/http"
import { Sideways } from "../../../shared/sideways"

/** The cookies of a policy as its reader sees them. */
const CookieList = ({ cookies }: Extract<NoticeData, { cookies: unknown }>) => {
  const { t } = useTranslation("dkNotices")
  if (cookies.length === 0) return <Text size="small">{t("cookies.none")}</Text>
  return (
    <Sideways label={t("cookies.title")}>
      <Table>
        <Table.Header>
          <Table.Row>
            <Table.HeaderCell>{t("cookies.name")}</Table.HeaderCell>
            <Table.HeaderCell>{t("cookies.purpose")}</Table.HeaderCell>
            <Table.HeaderCell>{t("cookies.description")}</Table.HeaderCell>
            <Table.HeaderCell>{t("cookies.lifetime")}</Table.HeaderCell>
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {cookies.map((cookie, index) => (
            // Two drafts of a row can have one name.
            <Table.Row key={`${index.toString()}:${cookie.name}`} className="align-top">
              <Table.Cell className="py-2">
                <span className="break-all font-mono text-xs">{cookie.name}</span>
                <Text size="xsmall">{cookie.provider}</Text>
              </Table.Cell>
              <Table.Cell className="py-2">{t(`cookies.purposes.${cookie.purpose}`)}</Table.Cell>
              <Table.Cell className="whitespace-normal py-2">{cookie.description}</Table.Cell>
              <Table.Cell className="py-2">{cookie.lifetime}</Table.Cell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </Sideways>
  )
}

type NoticeTextProps = { body: string; data: NoticeData | null; locale: string }

/** A text as its reader sees it: an empty line parts paragraphs. */
export const NoticeText = ({ body, data, locale }: NoticeTextProps) => (
  <div className="flex flex-col gap-y-3" data-testid="dk-notice-text">
    <div lang={locale} className="flex flex-col gap-y-3">
      {body.split(/\n\s*\n/).map((paragraph, index) => (
        <Text key={index} size="small" className="max-w-[720px] whitespace-pre-line break-words">
          {paragraph}
        </Text>
      ))}
    </div>
    {data !== null && "cookies" in data && <CookieList cookies={data.cookies} />}
  </div>
)
