import { Button, Text, toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type {
  AdminRecipient,
  AdminRecipientListResponse,
  AdminRecipientPreset,
} from "../../../../types/http"
import { EmptyNotice } from "../../../shared/empty-notice"
import { Reading } from "../../../shared/reading"
import { Section } from "../../../shared/section"
import { useSayError } from "../../../shared/use-say-error"
import { RecipientDrawer } from "../forms/recipient-drawer"
import { useAddRecipient, useRecipients } from "../hooks/use-recipients"
import { RecipientRow } from "./recipient-row"

const Presets = ({ presets }: { presets: AdminRecipientPreset[] }) => {
  const { t } = useTranslation("dkRecipients")
  const sayError = useSayError()
  const add = useAddRecipient()
  if (presets.length === 0) return null
  return (
    <div className="flex flex-col gap-y-2 px-6 py-4" data-testid="dk-recipient-presets">
      <Text size="small" weight="plus">
        {t("presets")}
      </Text>
      <Text size="small" className="text-ui-fg-subtle">
        {t("presetsText")}
      </Text>
      <div className="flex flex-wrap gap-2">
        {presets.map(({ preset, name }) => (
          <Button
            key={preset}
            size="small"
            variant="secondary"
            disabled={add.isPending}
            data-testid={`dk-preset-${preset}`}
            onClick={() => {
              add.mutate(
                { preset },
                {
                  onError: sayError,
                  onSuccess: () => {
                    toast.success(t("added", { name }))
                  },
                }
              )
            }}
          >
            {t("addPreset", { name })}
          </Button>
        ))}
      </div>
    </div>
  )
}

type RegisterProps = {
  register: AdminRecipientListResponse
  onEdit: (recipient: AdminRecipient) => void
}

const Register = ({ register, onEdit }: RegisterProps) => {
  const { t } = useTranslation("dkRecipients")
  const { recipients, presets, may_change: mayChange } = register
  return (
    <>
      {mayChange ? (
        <Presets presets={presets} />
      ) : (
        <Text size="small" className="text-ui-fg-subtle px-6 py-3">
          {t("readOnly")}
        </Text>
      )}
      {recipients.length === 0 && <EmptyNotice title={t("empty")} text={t("emptyText")} />}
      <ul className="divide-y">
        {recipients.map((recipient) => (
          <RecipientRow
            key={recipient.id}
            recipient={recipient}
            mayChange={mayChange}
            onEdit={() => {
              onEdit(recipient)
            }}
          />
        ))}
      </ul>
    </>
  )
}

/** Who gets data from the store, with agreement, country and the day to look again. */
export const RecipientsSection = () => {
  const { t } = useTranslation("dkRecipients")
  const query = useRecipients()
  const [editing, setEditing] = useState<AdminRecipient | "new" | null>(null)
  const { data } = query
  return (
    <Section
      level="h1"
      title={t("title")}
      text={t("text")}
      testId="dk-recipients"
      actions={
        data?.may_change && (
          <Button
            size="small"
            data-testid="dk-recipient-add"
            onClick={() => {
              setEditing("new")
            }}
          >
            {t("add")}
          </Button>
        )
      }
    >
      <Reading query={query} lines={6} />
      {data && <Register register={data} onEdit={setEditing} />}
      {editing !== null && (
        <RecipientDrawer
          {...(editing !== "new" && { recipient: editing })}
          onClose={() => {
            setEditing(null)
          }}
        />
      )}
    </Section>
  )
}
