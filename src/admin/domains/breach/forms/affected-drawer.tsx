import { Button, Text, toast } from "@medusajs/ui"
import { useMutation } from "@tanstack/react-query"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { AdminAffectedQuery } from "../../../../types/http"
import { FormDrawer } from "../../../shared/form-drawer"
import { findNamed, useAddAffected, usePreviewAffected } from "../hooks/use-affected"
import { EMPTY_QUERY, isQueryComplete, linesOf, PARTS, queryOf } from "../query-draft"
import type { QueryDraft } from "../query-draft"
import { AffectedFields } from "./affected-fields"
import { CheckList } from "./check-list"

/** Finds whom the draft means and counts them; `unknown` are lines that mean nobody. */
const useCounting = (breachId: string) => {
  const preview = usePreviewAffected(breachId)
  return useMutation({
    mutationFn: async (draft: QueryDraft) => {
      const lines = draft.parts.includes("chosen") ? linesOf(draft.chosen) : []
      const { unknown, ...named } = await findNamed(lines)
      const query = queryOf(draft, named)
      if (unknown.length > 0) return { unknown, query, found: null }
      return { unknown, query, found: await preview.mutateAsync(query) }
    },
  })
}

type Counting = ReturnType<typeof useCounting>

const Counted = ({ data }: Counting) => {
  const { t } = useTranslation("dkBreachPeople")
  return (
    <div role="status">
      {data?.found && (
        <Text size="small" weight="plus" data-testid="dk-breach-people-counted">
          {t("previewed", { count: data.found.people })} {t("isNew", { count: data.found.added })}
        </Text>
      )}
    </div>
  )
}

type AffectedDrawerProps = { breachId: string; onClose: () => void }

/** Asks who is affected, says how many that is, and adds them. */
export const AffectedDrawer = ({ breachId, onClose }: AffectedDrawerProps) => {
  const { t } = useTranslation("dkBreachPeople")
  const [draft, setDraft] = useState<QueryDraft>(EMPTY_QUERY)
  const counting = useCounting(breachId)
  const add = useAddAffected(breachId)
  const change = (values: Partial<QueryDraft>) => {
    // What is counted must be what is added.
    counting.reset()
    add.reset()
    setDraft({ ...draft, ...values })
  }
  const submit = (query: AdminAffectedQuery) => {
    add.mutate(query, {
      onSuccess: ({ added }) => {
        toast.success(t("added", { count: added }))
        onClose()
      },
    })
  }
  const counted = counting.data?.found ? counting.data : undefined
  const unknown = counting.data?.unknown ?? []
  return (
    <FormDrawer
      title={t("add")}
      text={t("addText")}
      submitLabel={t("submit")}
      isPending={add.isPending}
      isReady={counted !== undefined && counted.found.added > 0}
      error={add.error ?? counting.error}
      testId="dk-breach-people-drawer"
      onSubmit={() => {
        if (counted) submit(counted.query)
      }}
      onClose={onClose}
    >
      <CheckList
        id="dk-breach-part"
        label={t("part")}
        options={PARTS.map((value) => ({ value, label: t(`parts.${value}`) }))}
        chosen={draft.parts}
        onChange={(parts) => {
          change({ parts })
        }}
      />
      <AffectedFields draft={draft} unknown={unknown} onChange={change} />
      <Button
        type="button"
        size="small"
        variant="secondary"
        className="w-fit shrink-0"
        disabled={!isQueryComplete(draft)}
        isLoading={counting.isPending}
        data-testid="dk-breach-people-preview"
        onClick={() => {
          counting.mutate(draft)
        }}
      >
        {t("preview")}
      </Button>
      <Counted {...counting} />
    </FormDrawer>
  )
}
