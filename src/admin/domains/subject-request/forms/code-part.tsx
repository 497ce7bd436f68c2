import { Button, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { ErrorNotice } from "../../../shared/error-notice"
import { formatMoment } from "../../../shared/format"
import { TextField } from "../../../shared/text-field"
import { useMakeCode } from "../hooks/use-intake"

type CodePartProps = {
  requestId: string
  value: string
  isWrong: boolean
  onChange: (code: string) => void
}

/** Makes a code that the person is told where they are known to be reached, and takes what they read back. */
export const CodePart = ({ requestId, value, isWrong, onChange }: CodePartProps) => {
  const { t, i18n } = useTranslation("dkIntake")
  const make = useMakeCode(requestId)
  const { data, error } = make
  return (
    <>
      <div className="flex flex-col items-start gap-y-2">
        <Text size="small" className="text-ui-fg-subtle">
          {t("codeText")}
        </Text>
        <Button
          type="button"
          size="small"
          variant="secondary"
          isLoading={make.isPending}
          data-testid="dk-code-make"
          onClick={() => {
            make.mutate()
          }}
        >
          {data ? t("codeAgain") : t("codeMake")}
        </Button>
        {error && <ErrorNotice error={error} />}
        {data && (
          <div
            className="bg-ui-bg-subtle w-full rounded-md border p-4"
            role="status"
            data-testid="dk-code"
          >
            <Text size="xlarge" weight="plus" family="mono">
              {data.code.replace(/^(....)/, "$1 ")}
            </Text>
            <Text size="small" className="text-ui-fg-subtle">
              {t("codeUntil", { moment: formatMoment(data.expires_at, i18n.language) })}
            </Text>
          </div>
        )}
      </div>
      <TextField
        id="dk-code-said"
        label={t("codeSaid")}
        inputMode="numeric"
        maxLength={20}
        isRequired
        value={value}
        problem={isWrong ? t("codeWrong") : null}
        onChange={onChange}
      />
    </>
  )
}
