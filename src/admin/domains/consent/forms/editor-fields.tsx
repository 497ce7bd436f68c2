import { Checkbox, Hint, Label } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import type { AdminNotice } from "../../../../types/http"
import { SelectField } from "../../../shared/select-field"
import { TextField } from "../../../shared/text-field"
import { useNoticeCheck } from "../hooks/use-notices"
import type { NoticeDraft } from "../notice-draft"
import { CookieRows } from "./cookie-rows"
import { DeclarationFields } from "./declaration-fields"

const BASES = ["consent", "soft_opt_in"] as const

type FieldsProps = {
  notice: AdminNotice
  draft: NoticeDraft
  onChange: (values: Partial<NoticeDraft>) => void
}

const PolicyFields = ({ notice, draft, onChange }: FieldsProps) => {
  const { data } = useNoticeCheck(notice.id, notice.sha256)
  return (
    <DeclarationFields
      declares={draft.data !== null && "declares" in draft.data ? draft.data.declares : null}
      known={data?.known.categories ?? []}
      onChange={(declares) => {
        onChange({ data: { declares } })
      }}
    />
  )
}

/** What belongs to a text of its kind. */
const DataFields = (props: FieldsProps) => {
  const { t } = useTranslation("dkNotices")
  const { notice, draft, onChange } = props
  const { data } = draft
  if (notice.kind === "privacy") return <PolicyFields {...props} />
  if (notice.kind === "cookies") {
    return (
      <CookieRows
        cookies={data !== null && "cookies" in data ? data.cookies : []}
        onChange={(cookies) => {
          onChange({ data: { cookies } })
        }}
      />
    )
  }
  if (notice.kind !== "marketing") return null
  return (
    <div className="flex flex-col gap-y-1">
      <SelectField
        id="dk-notice-basis"
        label={t("basis")}
        value={data !== null && "basis" in data ? data.basis : "consent"}
        options={BASES.map((value) => ({ value, label: t(`bases.${value}`) }))}
        onChange={(basis) => {
          onChange({ data: { basis } })
        }}
      />
      <Hint>{t("basisHint")}</Hint>
    </div>
  )
}

type EditorFieldsProps = FieldsProps & {
  bodyId: string
  /** Stands under the text. */
  children: ReactNode
}

/** The words of a draft and what belongs to them. */
export const EditorFields = ({ bodyId, children, ...fields }: EditorFieldsProps) => {
  const { t } = useTranslation("dkNotices")
  const { notice, draft, onChange } = fields
  return (
    <>
      <TextField
        id={bodyId}
        label={t("editor.body")}
        hint={t("editor.bodyHint")}
        rows={notice.kind === "marketing" ? 5 : 24}
        isRequired
        maxLength={50_000}
        value={draft.body}
        onChange={(body) => {
          onChange({ body })
        }}
      />
      {children}
      <div className="flex items-start gap-x-2">
        <Checkbox
          id="dk-notice-material"
          checked={draft.material}
          aria-describedby="dk-notice-material-note"
          onCheckedChange={(checked) => {
            onChange({ material: checked === true })
          }}
        />
        <div className="flex flex-col gap-y-1">
          <Label htmlFor="dk-notice-material" size="small" weight="plus">
            {t("editor.material")}
          </Label>
          <Hint id="dk-notice-material-note">{t("editor.materialHint")}</Hint>
        </div>
      </div>
      <DataFields {...fields} />
    </>
  )
}
