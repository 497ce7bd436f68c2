import { Button, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminUnmatchedNumber } from "../../../../types/http"

const nameOf = ({ system, number }: AdminUnmatchedNumber): string => `${system} ${number}`

/** Names of numbers that answer nothing, for a line of text. */
export const namesOf = (numbers: readonly AdminUnmatchedNumber[]): string =>
  numbers.map(nameOf).join(", ")

type UnmatchedNumbersProps = {
  numbers: readonly AdminUnmatchedNumber[]
  onUse: (number: AdminUnmatchedNumber) => void
}

/** Numbers that the order has already and that may be the one: pressing one fills it in. Draws nothing without any. */
export const UnmatchedNumbers = ({ numbers, onUse }: UnmatchedNumbersProps) => {
  const { t } = useTranslation("dkInvoiceExternal")
  if (numbers.length === 0) return null
  return (
    <div
      className="bg-ui-bg-subtle flex flex-col items-start gap-y-2 rounded-lg p-4"
      data-testid="dk-unmatched"
    >
      <Text size="small" className="text-ui-fg-subtle">
        {t("record.unmatched")}
      </Text>
      {numbers.map((number) => (
        <Button
          key={number.id}
          type="button"
          size="small"
          variant="secondary"
          data-testid="dk-unmatched-use"
          onClick={() => {
            onUse(number)
          }}
        >
          {t("record.use", { number: nameOf(number) })}
        </Button>
      ))}
    </div>
  )
}
