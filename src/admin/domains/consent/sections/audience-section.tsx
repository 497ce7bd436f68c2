import { Button, Text, toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { AdminAudienceQuery, MarketingChannel } from "../../../../types/http"
import { Section } from "../../../shared/section"
import { SelectField } from "../../../shared/select-field"
import { useSayError } from "../../../shared/use-say-error"
import { WaitingSection } from "../../../shared/waiting-section"
import { capital } from "../capital"
import { ObjectionDrawer } from "../forms/objection-drawer"
import { useAudienceCount, useDownloadAudience, useMarketingPurposes } from "../hooks/use-audience"
import type { Purpose } from "../hooks/use-audience"
import { usePurposeName } from "../hooks/use-notice-name"

const Reach = ({ asked }: { asked: AdminAudienceQuery }) => {
  const { t } = useTranslation("dkConsentAudience")
  const sayError = useSayError()
  const { data: count } = useAudienceCount(asked)
  const download = useDownloadAudience(asked)
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <Text weight="plus" data-testid="dk-audience-count" aria-live="polite">
          {count === undefined ? "…" : t("count", { count })}
        </Text>
        <Button
          size="small"
          variant="secondary"
          disabled={count === undefined || count === 0}
          isLoading={download.isPending}
          data-testid="dk-audience-download"
          onClick={() => {
            download.mutate(undefined, {
              onSuccess: () => toast.success(t("downloaded")),
              onError: sayError,
            })
          }}
        >
          {t("download")}
        </Button>
      </div>
      <Text size="small" className="text-ui-fg-subtle max-w-[640px]">
        {t("downloadText")}
      </Text>
    </>
  )
}

const Choice = ({ purposes }: { purposes: readonly [Purpose, ...Purpose[]] }) => {
  const { t } = useTranslation("dkConsentAudience")
  const nameOf = usePurposeName()
  const [chosen, setChosen] = useState<Partial<AdminAudienceQuery>>({})
  const purpose = purposes.find((one) => one.purpose === chosen.purpose) ?? purposes[0]
  const channel: MarketingChannel =
    purpose.channels.find((one) => one === chosen.channel) ?? purpose.channels[0] ?? "email"
  return (
    <div className="flex flex-col gap-y-4 px-6 py-4">
      <div className="flex flex-wrap gap-4">
        <SelectField
          id="dk-audience-purpose"
          label={t("purpose")}
          value={purpose.purpose}
          options={purposes.map((one) => ({
            value: one.purpose,
            label: capital(nameOf(one.purpose)),
          }))}
          onChange={(next) => {
            setChosen({ ...chosen, purpose: next })
          }}
        />
        <SelectField
          id="dk-audience-channel"
          label={t("channel")}
          value={channel}
          options={purpose.channels.map((value) => ({ value, label: t(`channels.${value}`) }))}
          onChange={(next) => {
            setChosen({ ...chosen, channel: next })
          }}
        />
      </div>
      <Reach asked={{ purpose: purpose.purpose, channel }} />
    </div>
  )
}

/** Who may get marketing now: how many, the list, and a way to note that somebody wants none. */
export const AudienceSection = () => {
  const { t } = useTranslation("dkConsentAudience")
  const [isObjecting, setObjecting] = useState(false)
  const purposes = useMarketingPurposes()
  if (!purposes.data) {
    return <WaitingSection isEmpty query={purposes} title={t("title")} testId="dk-audience" />
  }
  const [first, ...others] = purposes.data
  return (
    <Section
      title={t("title")}
      text={t("text")}
      testId="dk-audience"
      actions={
        <Button
          size="small"
          variant="secondary"
          data-testid="dk-objection"
          onClick={() => {
            setObjecting(true)
          }}
        >
          {t("objection")}
        </Button>
      }
    >
      {first ? (
        <Choice purposes={[first, ...others]} />
      ) : (
        <Text size="small" className="text-ui-fg-subtle px-6 py-4">
          {t("none")}
        </Text>
      )}
      {isObjecting && (
        <ObjectionDrawer
          onClose={() => {
            setObjecting(false)
          }}
        />
      )}
    </Section>
  )
}
