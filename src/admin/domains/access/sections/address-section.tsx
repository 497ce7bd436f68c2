import { Button, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { AddressProtection } from "../../../../types/http"
import { formatMoment } from "../../../shared/format"
import { Reading } from "../../../shared/reading"
import { Section } from "../../../shared/section"
import { useSayError } from "../../../shared/use-say-error"
import { ProtectionDrawer } from "../forms/protection-drawer"
import { useAddressProtection, useShownAddresses } from "../hooks/use-address-protection"
import type { AddressOwner } from "../hooks/use-address-protection"
import { ShownAddresses } from "./shown-addresses"

type HiddenProps = { owner: AddressOwner; protection: AddressProtection }

const Hidden = ({ owner, protection }: HiddenProps) => {
  const { t, i18n } = useTranslation("dkAddress")
  const show = useShownAddresses(owner)
  const sayError = useSayError()
  const moment = formatMoment(protection.declared_at, i18n.language)
  return (
    <div className="flex flex-col items-start gap-y-3 px-6 py-4" data-testid="dk-address-hidden">
      <Text size="small" className="text-ui-fg-subtle">
        {t(`said.${protection.source}`, { moment })}
      </Text>
      {show.data ? (
        <ShownAddresses addresses={show.data.addresses} />
      ) : (
        <Button
          size="small"
          variant="secondary"
          isLoading={show.isPending}
          data-testid="dk-address-show"
          onClick={() => {
            show.mutate(undefined, { onError: sayError })
          }}
        >
          {t("show")}
        </Button>
      )}
    </div>
  )
}

type AddressSectionProps = { owner: AddressOwner }

/** Whether the address of an order or a customer is shown, the way to see it, and the way to change that. */
export const AddressSection = ({ owner }: AddressSectionProps) => {
  const { t } = useTranslation("dkAddress")
  const query = useAddressProtection(owner)
  const [isChanging, setChanging] = useState(false)
  const protection = query.data?.address_protection ?? null
  return (
    <Section
      title={t(protection ? "hidden" : "visible")}
      text={t(protection ? "hiddenText" : "visibleText")}
      testId="dk-address"
      actions={
        query.data && (
          <Button
            size="small"
            variant="secondary"
            data-testid="dk-address-change"
            onClick={() => {
              setChanging(true)
            }}
          >
            {t(protection ? "lift" : "declare")}
          </Button>
        )
      }
    >
      <Reading query={query} lines={1} />
      {protection && <Hidden owner={owner} protection={protection} />}
      {isChanging && (
        <ProtectionDrawer
          owner={owner}
          protection={protection}
          onClose={() => {
            setChanging(false)
          }}
        />
      )}
    </Section>
  )
}
