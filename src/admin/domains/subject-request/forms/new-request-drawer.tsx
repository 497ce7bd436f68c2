import { Button, toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useNavigate } from "react-router-dom"
import type { AdminSubjectRequestProposal } from "../../../../types/http"
import { ApiError } from "../../../shared/api"
import { FormDrawer } from "../../../shared/form-drawer"
import { localeOf } from "../../../shared/locale"
import { useErrorText } from "../../../shared/use-error-text"
import { dayOf } from "../../personal-data/hold-state"
import { usePropose } from "../hooks/use-intake"
import { useCreateRequest } from "../hooks/use-requests"
import { intakeOf, isIntakeComplete, proposalOf } from "../intake"
import type { IntakeDraft } from "../intake"
import { ProposalPart } from "../sections/proposal-part"
import { WhatFields, WhoFields } from "./intake-fields"

const EMPTY: Omit<IntakeDraft, "receivedOn" | "locale"> = {
  ...{ kind: "access", channel: "mail", sender: "", email: "", name: "", message: "" },
  ...{ isForOther: false, representative: "", authority: "", customerId: "" },
}

const FIELDS = [
  ...["received_on", "sender", "email", "name", "message"],
  ...["representative_name", "authority_seen"],
]

/** What changes nothing about who is proposed and what the receipt says. */
const KEEPS_PROPOSAL = ["message", "customerId", "representative", "authority"]

/** The only one there is; which of several it is, staff says. */
const onlyOf = ({ customers }: AdminSubjectRequestProposal, isForOther: boolean): string =>
  customers.length === 1 && !isForOther ? (customers[0]?.id ?? "") : ""

const useIntake = (onClose: () => void) => {
  const { t, i18n } = useTranslation("dkRequests")
  const { t: tIntake } = useTranslation("dkIntake")
  const errorText = useErrorText()
  const navigate = useNavigate()
  const create = useCreateRequest()
  const propose = usePropose()
  const [draft, setDraft] = useState<IntakeDraft>({
    ...EMPTY,
    receivedOn: dayOf(new Date()),
    locale: localeOf(i18n.language),
  })
  const proposal = (draft.channel === "mail" && propose.data) || null
  const error = create.error ?? propose.error
  // Of a sender the address is named, as `sender.email`.
  const field = (error instanceof ApiError && error.field?.split(".")[0]) || null
  return {
    ...{ draft, proposal, isPending: create.isPending, isProposing: propose.isPending },
    otherError: field !== null && FIELDS.includes(field) ? null : error,
    isReady: isIntakeComplete(draft, proposal),
    problemOf: (name: string): string | null => {
      if (error === null || field !== name) return null
      if (name === "sender") return tIntake("senderProblem")
      const isAhead = error instanceof ApiError && error.code === "not_yet"
      return isAhead ? t("receivedAhead") : errorText(error)
    },
    change: (change: Partial<IntakeDraft>) => {
      create.reset()
      // What is shown must be what is sent.
      if (Object.keys(change).some((name) => !KEEPS_PROPOSAL.includes(name))) propose.reset()
      setDraft({ ...draft, ...change })
    },
    find: () => {
      propose.mutate(proposalOf(draft), {
        onSuccess: (found) => {
          setDraft({ ...draft, customerId: onlyOf(found, draft.isForOther) })
        },
      })
    },
    submit: () => {
      create.mutate(intakeOf(draft, proposal), {
        onSuccess: ({ request }) => {
          toast.success(t("created"))
          onClose()
          void navigate(`/privacy/requests/${request.id}`)
        },
      })
    },
  }
}

/** Records what came by mail, telephone or letter: of a mail after showing whose it may be and the receipt they get. */
export const NewRequestDrawer = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation("dkRequests")
  const { t: tIntake } = useTranslation("dkIntake")
  const intake = useIntake(onClose)
  const { draft, proposal, change } = intake
  const canFind =
    draft.sender.trim() !== "" &&
    draft.receivedOn !== "" &&
    (!draft.isForOther || draft.name.trim() !== "")
  const fields = { draft, problemOf: intake.problemOf, onChange: change }
  return (
    <FormDrawer
      title={t("create")}
      text={t("createText")}
      submitLabel={tIntake("submit")}
      isPending={intake.isPending}
      isReady={intake.isReady}
      error={intake.otherError}
      testId="dk-request-drawer"
      onSubmit={intake.submit}
      onClose={onClose}
    >
      <WhatFields {...fields} />
      <WhoFields {...fields} />
      {draft.channel === "mail" && (
        <Button
          type="button"
          size="small"
          variant="secondary"
          className="w-fit shrink-0"
          disabled={!canFind}
          isLoading={intake.isProposing}
          data-testid="dk-request-propose"
          onClick={intake.find}
        >
          {tIntake("propose")}
        </Button>
      )}
      {proposal && (
        <ProposalPart
          proposal={proposal}
          isForOther={draft.isForOther}
          customerId={draft.customerId}
          onCustomer={(customerId) => {
            change({ customerId })
          }}
        />
      )}
    </FormDrawer>
  )
}
