import { useTranslation } from "react-i18next"
import { ErrorNotice } from "../../../shared/error-notice"
import { SelectField } from "../../../shared/select-field"
import { TextField } from "../../../shared/text-field"
import { useStaffUsers } from "../hooks/use-staff-checks"

const WAYS = ["user", "reference"] as const

/** Whose certificate: a user of Medusa, or the employer's own number of somebody without a login. */
export type Employee = { by: (typeof WAYS)[number]; userId: string; reference: string }

type EmployeeFieldsProps = {
  value: Employee
  problemOf: (field: string) => string | null
  onChange: (change: Partial<Employee>) => void
}

export const EmployeeFields = ({ value, problemOf, onChange }: EmployeeFieldsProps) => {
  const { t } = useTranslation("dkAccessChecks")
  const users = useStaffUsers()
  return (
    <>
      <SelectField
        id="dk-check-owner"
        label={t("staff.who")}
        value={value.by}
        options={WAYS.map((way) => ({ value: way, label: t(`staff.owner.${way}`) }))}
        onChange={(by) => {
          onChange({ by })
        }}
      />
      {value.by === "user" && users.error && (
        <ErrorNotice error={users.error} onRetry={() => void users.refetch()} />
      )}
      {value.by === "user" ? (
        <SelectField
          id="dk-check-user"
          label={t("staff.user")}
          value={value.userId}
          options={users.data ?? []}
          onChange={(userId) => {
            onChange({ userId })
          }}
        />
      ) : (
        <TextField
          id="dk-check-reference"
          label={t("staff.reference")}
          hint={t("staff.referenceHint")}
          isRequired
          maxLength={11}
          value={value.reference}
          problem={problemOf("employee_reference") === null ? null : t("staff.referenceProblem")}
          onChange={(reference) => {
            onChange({ reference })
          }}
        />
      )}
    </>
  )
}
