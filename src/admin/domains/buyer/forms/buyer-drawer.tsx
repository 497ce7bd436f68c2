import { Button, Drawer, Text, toast } from "@medusajs/ui"
import { useState } from "react"
import type { FormEvent } from "react"
import { useTranslation } from "react-i18next"
import type { AdminBuyer } from "../../../../types/http"
import { ApiError } from "../../../shared/api"
import { ErrorNotice } from "../../../shared/error-notice"
import { bodyOf, draftOf, fieldsOf } from "../buyer-fields"
import { useSaveBuyer } from "../hooks/use-buyer"
import type { BuyerOwner } from "../hooks/use-buyer"
import { BuyerTextInput } from "./buyer-text-input"
import { BuyerTypeChoice } from "./buyer-type-choice"
import { CompanyFormSelect } from "./company-form-select"

type BuyerDrawerProps = { owner: BuyerOwner; buyer: AdminBuyer | null; onClose: () => void }

/** Corrects who buys. The server judges; its answer stands at the field it names. */
export const BuyerDrawer = ({ owner, buyer, onClose }: BuyerDrawerProps) => {
  const { t } = useTranslation("dkBuyer")
  const { t: tShared } = useTranslation("dkShared")
  const [draft, setDraft] = useState(() => draftOf(buyer))
  const save = useSaveBuyer(owner)
  const fields = fieldsOf(draft)
  const atField = save.error instanceof ApiError ? save.error : null
  const problemOf = (field: string) => (atField?.field === field ? atField.code : null)
  const shownAtField = fields.some((field) => problemOf(field) !== null)

  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate(bodyOf(draft), {
      onSuccess: () => {
        toast.success(t("saved"))
        onClose()
      },
    })
  }

  return (
    <Drawer
      open
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
    >
      <Drawer.Content data-testid="dk-buyer-drawer">
        <Drawer.Header>
          <Drawer.Title>{t("formTitle")}</Drawer.Title>
          <Drawer.Description>{t("formText")}</Drawer.Description>
        </Drawer.Header>
        <form className="flex flex-1 flex-col overflow-hidden" onSubmit={submit}>
          <Drawer.Body className="flex flex-1 flex-col gap-y-4 overflow-auto">
            <BuyerTypeChoice
              value={draft.type}
              onChange={(type) => {
                setDraft({ ...draft, type })
              }}
            />
            {fields.map((field) => (
              <BuyerTextInput
                key={field}
                field={field}
                value={draft[field]}
                problem={problemOf(field)}
                onChange={(value) => {
                  setDraft({ ...draft, [field]: value })
                }}
              />
            ))}
            {draft.type === "business" && (
              <CompanyFormSelect
                value={draft.company_form}
                onChange={(company_form) => {
                  setDraft({ ...draft, company_form })
                }}
              />
            )}
            {owner.kind === "customers" && (
              <Text size="small" className="text-ui-fg-subtle">
                {t("customerHint")}
              </Text>
            )}
            {save.error && !shownAtField && <ErrorNotice error={save.error} />}
          </Drawer.Body>
          <Drawer.Footer>
            <Button type="button" size="small" variant="secondary" onClick={onClose}>
              {tShared("cancel")}
            </Button>
            <Button type="submit" size="small" isLoading={save.isPending}>
              {tShared("save")}
            </Button>
          </Drawer.Footer>
        </form>
      </Drawer.Content>
    </Drawer>
  )
}
