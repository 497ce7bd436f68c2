import { useTranslation } from "react-i18next"
import type { AdminErasurePreview } from "../../../../types/http"
import { formatDay } from "../../../shared/format"
import { PreviewPart } from "./preview-part"

type Document = Omit<AdminErasurePreview["kept_documents"][number], "order_id">
type Order = Omit<AdminErasurePreview["kept_orders"][number], "order_id" | "reason">

type KeptPartProps = { preview: { kept_documents: Document[]; kept_orders: Order[] } }

const Documents = ({ documents }: { documents: Document[] }) => {
  const { t, i18n } = useTranslation("dkPersonalData")
  const days = documents.map(({ number, keep_through: day }) =>
    day === null
      ? t("erase.documentWithoutDay", { number })
      : t("erase.document", { number, day: formatDay(day, i18n.language) })
  )
  return (
    <>
      <p>{t("erase.documents", { count: documents.length })}</p>
      <ul className="list-disc pl-4">
        {days.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </>
  )
}

const Orders = ({ orders }: { orders: Order[] }) => {
  const { t, i18n } = useTranslation("dkPersonalData")
  return orders.map(({ display_id: number, keep_through: day }) => (
    <p key={number}>{t("erase.keptOrder", { number, day: formatDay(day, i18n.language) })}</p>
  ))
}

/** "Beholdes, fordi … kræver det", one part for each law. */
export const KeptPart = ({ preview }: KeptPartProps) => {
  const { t } = useTranslation("dkPersonalData")
  const { kept_documents: documents, kept_orders: orders } = preview
  const laws = [...new Set([...documents, ...orders].map(({ law }) => law))]
  return laws.map((law) => {
    const own = documents.filter((document) => document.law === law)
    return (
      <PreviewPart key={law} name="kept" title={t("erase.kept", { law })}>
        {own.length > 0 && <Documents documents={own} />}
        <Orders orders={orders.filter((order) => order.law === law)} />
        <p>{t("erase.byThemselves")}</p>
      </PreviewPart>
    )
  })
}
