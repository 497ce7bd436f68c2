import { StatusBadge, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { AdminErasure, AdminErasureProof, AdminScanPlace } from "../../../../types/http"
import { formatList, formatMoment } from "../../../shared/format"

const COLOURS = { reach: "blue", full: "green", found: "red", unproven: "orange" } as const

const Places = ({ places }: { places: AdminScanPlace[] }) => {
  const { t } = useTranslation("dkFullScan")
  return (
    <ul className="my-1 flex flex-col gap-y-0.5" data-testid="dk-proof-found">
      {places.map(({ table, column, kind, rows }) => (
        <li key={`${table}.${column}.${kind}`} className="txt-compact-small break-words">
          <span className="break-all font-mono text-xs">
            {table}.{column}
          </span>
          {": "}
          {t("place", { kind: t(`kind.${kind}`), count: rows })}
        </li>
      ))}
    </ul>
  )
}

/** What stands in the way of the proof, and what to do about it. */
const Lacking = ({
  proof: { found, unread, secret_lost: isLost },
}: {
  proof: AdminErasureProof
}) => {
  const { t, i18n } = useTranslation("dkFullScan")
  return (
    <>
      {found.length > 0 && (
        <>
          <Places places={found} />
          <Text size="small">{t("foundText")}</Text>
          <Link to="/privacy/data-map" className="txt-small text-ui-fg-base underline">
            {t("toMap")}
          </Link>
        </>
      )}
      {unread.length > 0 && (
        <Text size="small" className="break-words">
          {t("unread", { names: formatList(unread, i18n.language) })} {t("unreadText")}
        </Text>
      )}
      {isLost && <Text size="small">{t("secretLost")}</Text>}
    </>
  )
}

/** How far the proof of an erasure goes; nothing while the erasure itself is not done and nothing speaks against it. */
export const ErasureProofPart = ({ erasure: { status, proof } }: { erasure: AdminErasure }) => {
  const { t, i18n } = useTranslation("dkFullScan")
  if (!proof || (status !== "done" && proof.level === "reach")) return null
  const { level, scanned_at: at, kept, left } = proof
  const tables = [...new Set([...kept, ...left].map(({ table }) => table))]
  return (
    <div className="flex flex-col items-start gap-y-1" data-testid="dk-erasure-proof">
      <StatusBadge color={COLOURS[level]}>{t(`level.${level}`)}</StatusBadge>
      <Text size="small" className="text-ui-fg-subtle">
        {t(`levelText.${level}`, { moment: at === null ? "" : formatMoment(at, i18n.language) })}
      </Text>
      <Lacking proof={proof} />
      {tables.length > 0 && (
        <Text size="small" className="text-ui-fg-subtle break-words">
          {t("stays", { names: formatList(tables, i18n.language) })}
        </Text>
      )}
    </div>
  )
}
