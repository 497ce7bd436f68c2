import { toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { AdminCertificate, AdminPostReason } from "../../../../types/http"
import { FormDrawer } from "../../../shared/form-drawer"
import { SelectField } from "../../../shared/select-field"
import { useCreateStaffCheck } from "../hooks/use-staff-checks"
import { EmployeeFields } from "./employee-fields"
import type { Employee } from "./employee-fields"
import { SightingFields, bodyOf, newSighting } from "./sighting-fields"
import { useFieldProblems } from "./use-field-problems"

const KINDS: readonly AdminCertificate[] = ["private_certificate", "childrens_certificate"]
const REASONS: readonly AdminPostReason[] = [
  "handles_money",
  "customer_data",
  "delivers_at_homes",
  "works_with_children",
  "keys_and_alarms",
]

const FIELDS = ["user_id", "employee_reference", "seen_on", "next_due"]

const EMPTY = {
  kind: "private_certificate" as AdminCertificate,
  reason: "handles_money" as AdminPostReason,
}

const ownerOf = ({ by, userId, reference }: Employee) =>
  by === "user" ? { user_id: userId } : { employee_reference: reference.trim() }

/** Records that a certificate was seen: closed choices and days, no text. */
export const StaffCheckDrawer = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation("dkAccessChecks")
  const create = useCreateStaffCheck()
  const [employee, setEmployee] = useState<Employee>({ by: "user", userId: "", reference: "" })
  const [post, setPost] = useState(EMPTY)
  const [sighting, setSighting] = useState(newSighting)
  const { problemOf, rest } = useFieldProblems(create.error, FIELDS)
  const isNamed = employee.by === "user" ? employee.userId !== "" : employee.reference.trim() !== ""
  const submit = () => {
    create.mutate(
      { ...ownerOf(employee), ...post, ...bodyOf(sighting) },
      {
        onSuccess: () => {
          toast.success(t("staff.created"))
          onClose()
        },
      }
    )
  }
  return (
    <FormDrawer
      title={t("staff.create")}
      text={t("staff.createText")}
      submitLabel={t("staff.create")}
      isPending={create.isPending}
      isReady={isNamed && sighting.seenOn !== ""}
      error={rest}
      testId="dk-check-drawer"
      onSubmit={submit}
      onClose={onClose}
    >
      <EmployeeFields
        value={employee}
        problemOf={problemOf}
        onChange={(change) => {
          create.reset()
          setEmployee({ ...employee, ...change })
        }}
      />
      <SelectField
        id="dk-check-kind"
        label={t("staff.kindLabel")}
        value={post.kind}
        options={KINDS.map((value) => ({ value, label: t(`staff.kind.${value}`) }))}
        onChange={(kind) => {
          create.reset()
          setPost({ ...post, kind })
        }}
      />
      <SelectField
        id="dk-check-reason"
        label={t("staff.reasonLabel")}
        value={post.reason}
        options={REASONS.map((value) => ({ value, label: t(`staff.reason.${value}`) }))}
        onChange={(reason) => {
          setPost({ ...post, reason })
        }}
      />
      <SightingFields
        value={sighting}
        problemOf={problemOf}
        onChange={(change) => {
          create.reset()
          setSighting({ ...sighting, ...change })
        }}
      />
    </FormDrawer>
  )
}
