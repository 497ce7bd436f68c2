import { Alert, toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type {
  AdminDeliveryWays,
  AdminInvoiceDelivery,
  AdminSendInvoice,
  DkInvoice,
} from "../../../../types/http"
import { ApiError } from "../../../shared/api"
import { FormDrawer } from "../../../shared/form-drawer"
import { Reading } from "../../../shared/reading"
import { SelectField } from "../../../shared/select-field"
import { TextField } from "../../../shared/text-field"
import { useErrorText } from "../../../shared/use-error-text"
import { useDeliveries, useSendInvoice } from "../hooks/use-deliveries"
import { DeliveryHistory } from "../sections/delivery-history"

const WAYS = ["einvoice", "email", "typed"] as const
const FORMATS = ["auto", "oioubl", "peppol"] as const

type Way = (typeof WAYS)[number]
type Draft = { way: Way | null; format: (typeof FORMATS)[number]; email: string }

/** The first way that is open, else the first of all. */
const firstOpen = (ways: AdminDeliveryWays): Way =>
  WAYS.find((way) => ways[way] === null) ?? WAYS[0]

const bodyOf = (way: Way, { format, email }: Draft): AdminSendInvoice => {
  if (way === "einvoice") return { channel: "einvoice", ...(format !== "auto" && { format }) }
  return { channel: "email", ...(way === "typed" && { email: email.trim() }) }
}

/** What to say once the server has tried. */
const useSayDelivery = (): ((delivery: AdminInvoiceDelivery) => void) => {
  const { t } = useTranslation("dkDelivery")
  return ({ state }) => {
    if (state === "delivered") toast.success(t("drawer.sent"))
    else if (state === "not_sent") toast.info(t("drawer.ready"))
    else if (state === "queued") toast.warning(t("drawer.waiting"))
    else toast.error(t("drawer.notSent"))
  }
}

type FieldsProps = {
  way: Way
  draft: Draft
  error: Error | null
  onChange: (values: Partial<Draft>) => void
}

const Fields = ({ way, draft, error, onChange }: FieldsProps) => {
  const { t } = useTranslation("dkDelivery")
  const errorText = useErrorText()
  return (
    <>
      <SelectField
        id="dk-send-way"
        label={t("drawer.way")}
        value={way}
        options={WAYS.map((value) => ({ value, label: t(`drawer.ways.${value}`) }))}
        onChange={(next) => {
          onChange({ way: next })
        }}
      />
      {way === "einvoice" && (
        <SelectField
          id="dk-send-format"
          label={t("drawer.format")}
          value={draft.format}
          options={FORMATS.map((value) => ({ value, label: t(`drawer.formats.${value}`) }))}
          onChange={(format) => {
            onChange({ format })
          }}
        />
      )}
      {way === "typed" && (
        <TextField
          id="dk-send-email"
          label={t("drawer.email")}
          hint={t("drawer.emailHint")}
          type="email"
          maxLength={254}
          isRequired
          value={draft.email}
          problem={error instanceof ApiError && error.field === "email" ? errorText(error) : null}
          onChange={(email) => {
            onChange({ email })
          }}
        />
      )}
    </>
  )
}

type SendDrawerProps = {
  invoice: Pick<DkInvoice, "id" | "number" | "order_id">
  onClose: () => void
}

/** Sends a document once more, and shows how it was sent before. */
export const SendDrawer = ({ invoice, onClose }: SendDrawerProps) => {
  const { t } = useTranslation("dkDelivery")
  const { t: tShared } = useTranslation("dkShared")
  const query = useDeliveries(invoice.id)
  const { mutate, error, isPending, reset } = useSendInvoice(invoice.id)
  const say = useSayDelivery()
  const [draft, setDraft] = useState<Draft>({ way: null, format: "auto", email: "" })
  const { data } = query
  const way = draft.way ?? (data ? firstOpen(data.ways) : WAYS[0])
  const obstacle = data?.ways[way] ?? null
  const isComplete = way !== "typed" || /^\S+@\S+$/.test(draft.email.trim())
  return (
    <FormDrawer
      title={t("drawer.title", { number: invoice.number })}
      text={t("drawer.text")}
      submitLabel={t("drawer.submit")}
      isPending={isPending}
      isReady={data !== undefined && obstacle === null && isComplete}
      error={error instanceof ApiError && error.field === "email" ? null : error}
      testId="dk-send-invoice"
      onClose={onClose}
      onSubmit={() => {
        mutate(bodyOf(way, draft), {
          onSuccess: (delivery) => {
            say(delivery)
            setDraft({ ...draft, email: "" })
          },
        })
      }}
    >
      <Reading query={query} />
      {data && (
        <>
          <Fields
            way={way}
            draft={draft}
            error={error}
            onChange={(values) => {
              reset()
              setDraft({ ...draft, ...values })
            }}
          />
          {obstacle !== null && (
            <Alert variant="info" data-testid="dk-send-obstacle">
              {tShared(`errors.${obstacle}`)}
            </Alert>
          )}
          <DeliveryHistory
            invoiceId={invoice.id}
            number={invoice.number}
            orderId={invoice.order_id}
            deliveries={data.deliveries}
          />
        </>
      )}
    </FormDrawer>
  )
}
