import { Button } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useSearchParams } from "react-router-dom"
import { Reading } from "../../../shared/reading"
import { Section } from "../../../shared/section"
import { UseForRequest } from "../../subject-request/sections/use-for-request"
import { EraseDialog } from "../forms/erase-dialog"
import { ExportDrawer } from "../forms/export-drawer"
import { SearchForm } from "../forms/search-form"
import { useSelection } from "../hooks/use-selection"
import type { Person } from "../person"
import { SelectionSection } from "./selection-section"

type PersonActionsProps = { person: Person; text: string; requestId: string | null }

/** What can be done for the person who was found; for a request, that it is about them. */
const PersonActions = ({ person, text, requestId }: PersonActionsProps) => {
  const { t } = useTranslation("dkPrivacy")
  const { t: tFulfil } = useTranslation("dkFulfil")
  const [form, setForm] = useState<"export" | "erase" | null>(null)
  const close = () => {
    setForm(null)
  }
  return (
    <Section
      title={requestId === null ? t("find.actions") : tFulfil("about.title")}
      text={text}
      testId="dk-person"
      actions={
        requestId !== null ? (
          <UseForRequest requestId={requestId} subject={person} />
        ) : (
          <>
            <Button
              size="small"
              variant="secondary"
              data-testid="dk-export"
              onClick={() => {
                setForm("export")
              }}
            >
              {t("find.export")}
            </Button>
            <Button
              size="small"
              variant="danger"
              data-testid="dk-erase"
              onClick={() => {
                setForm("erase")
              }}
            >
              {t("find.erase")}
            </Button>
          </>
        )
      }
    >
      {form === "export" && <ExportDrawer person={person} onClose={close} />}
      {form === "erase" && <EraseDialog person={person} onClose={close} />}
    </Section>
  )
}

/** A search is kept by its id in the address, so that a reload finds it again; an e-mail is not put there. */
const useFinding = () => {
  const [params, setParams] = useSearchParams()
  const [email, setEmail] = useState<string | null>(null)
  const selectionId = params.get("selection")
  const requestId = params.get("request")
  const ofRequest = requestId === null ? {} : { request: requestId }
  return {
    requestId,
    selectionId,
    email,
    showSelection: (id: string) => {
      setEmail(null)
      setParams({ ...ofRequest, selection: id })
    },
    showEmail: (next: string) => {
      setParams(ofRequest)
      setEmail(next)
    },
    restart: () => {
      setParams(ofRequest)
      setEmail(null)
    },
  }
}

/** For letters and calls: finds a person by what they say, lets staff tell which rows are theirs, then acts. */
export const FindPage = () => {
  const { t } = useTranslation("dkPrivacy")
  const { requestId, selectionId, email, showSelection, showEmail, restart } = useFinding()
  const query = useSelection(selectionId)
  const selection = selectionId === null ? undefined : query.data
  const hasFound = selectionId !== null || email !== null
  return (
    <div className="flex flex-col gap-y-3">
      <Section
        level="h1"
        title={t("menu.find")}
        text={t("find.text")}
        testId="dk-find"
        actions={
          hasFound && (
            <Button
              size="small"
              variant="secondary"
              data-testid="dk-find-restart"
              onClick={restart}
            >
              {t("find.restart")}
            </Button>
          )
        }
      >
        {!hasFound && <SearchForm onSelection={showSelection} onEmail={showEmail} />}
        {selectionId !== null && <Reading query={query} lines={6} />}
      </Section>
      {selection && <SelectionSection selection={selection} />}
      {selection?.status === "confirmed" && (
        <PersonActions
          person={{ selection_id: selection.id }}
          text={t("find.actionsText")}
          requestId={requestId}
        />
      )}
      {email !== null && (
        <PersonActions
          person={{ email }}
          text={t("find.actionsEmail", { email })}
          requestId={requestId}
        />
      )}
    </div>
  )
}
