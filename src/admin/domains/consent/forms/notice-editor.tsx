import { Button, FocusModal, Text, toast, usePrompt } from "@medusajs/ui"
import { useRef, useState } from "react"
import { useTranslation } from "react-i18next"
import type { AdminNotice, AdminNoticeHint } from "../../../../types/http"
import { ErrorNotice } from "../../../shared/error-notice"
import { useSayError } from "../../../shared/use-say-error"
import { languageName, useNoticeName } from "../hooks/use-notice-name"
import { useChangeNotice, useHints, useStarter } from "../hooks/use-notices"
import { isChanged, isWritten, tidyData } from "../notice-draft"
import type { NoticeDraft } from "../notice-draft"
import { HintList } from "../sections/hint-list"
import { EditorFields } from "./editor-fields"
import { EditorView } from "./editor-view"

/** The draft as it is typed, beside what is stored. */
const useEditor = (notice: AdminNotice) => {
  const [stored, setStored] = useState(notice)
  const [draft, setDraft] = useState<NoticeDraft>(notice)
  const save = useChangeNotice(notice.id)
  const press = (onSaved: () => void) => {
    const { body, data, material } = draft
    save.mutate(
      { body, data: tidyData(data), material, replaces: stored.sha256 },
      {
        onSuccess: (answer) => {
          setStored(answer.notice)
          setDraft(answer.notice)
          onSaved()
        },
      }
    )
  }
  const change = (values: Partial<NoticeDraft>) => {
    save.reset()
    setDraft({ ...draft, ...values })
  }
  return { stored, draft, change, press, save, isDirty: isChanged(draft, stored) }
}

/** Puts the starter text in, once one is sure. */
const useInsertStarter = (notice: AdminNotice, onText: (draft: Partial<NoticeDraft>) => void) => {
  const { t, i18n } = useTranslation("dkNotices")
  const { t: tShared } = useTranslation("dkShared")
  const starter = useStarter(i18n.language)
  const prompt = usePrompt()
  const sayError = useSayError()
  const insert = async (draft: NoticeDraft) => {
    const isSure = await prompt({
      title: t("editor.starter"),
      description: t("editor.starterText"),
      confirmText: t("editor.starter"),
      cancelText: tShared("cancel"),
    })
    if (!isSure) return
    const basis = draft.data !== null && "basis" in draft.data ? draft.data.basis : "consent"
    starter.mutate(
      { about: notice, basis },
      {
        onSuccess: ({ body, data }) => {
          onText({ body, data })
        },
        onError: sayError,
      }
    )
  }
  return { insert, isPending: starter.isPending }
}

type ButtonsProps = {
  canSave: boolean
  isSaving: boolean
  isInserting: boolean
  onInsert: () => void
  onSave: () => void
}

const Buttons = ({ canSave, isSaving, isInserting, onInsert, onSave }: ButtonsProps) => {
  const { t } = useTranslation("dkNotices")
  return (
    <div className="flex flex-wrap items-center justify-end gap-2">
      <Button
        size="small"
        variant="secondary"
        isLoading={isInserting}
        data-testid="dk-notice-starter"
        onClick={onInsert}
      >
        {t("editor.starter")}
      </Button>
      <Button
        size="small"
        disabled={!canSave}
        isLoading={isSaving}
        data-testid="dk-notice-save"
        onClick={onSave}
      >
        {t("editor.save")}
      </Button>
    </div>
  )
}

type NoticeEditorProps = {
  notice: AdminNotice
  /** The version of the same text in force. */
  current: AdminNotice | undefined
  onClose: () => void
}

/** A draft to be written, with what its reader will see, what it changes, and hints, beside it. */
export const NoticeEditor = ({ notice, current, onClose }: NoticeEditorProps) => {
  const { t, i18n } = useTranslation("dkNotices")
  const { t: tShared } = useTranslation("dkShared")
  const nameOf = useNoticeName()
  const prompt = usePrompt()
  const { stored, draft, change, press, save, isDirty } = useEditor(notice)
  const starter = useInsertStarter(notice, change)
  const hints = useHints(draft.body).data ?? []
  const bodyId = "dk-notice-body"
  const form = useRef<HTMLDivElement>(null)
  const goTo = ({ start, text }: AdminNoticeHint) => {
    const field = form.current?.querySelector(`#${bodyId}`)
    if (!(field instanceof HTMLTextAreaElement)) return
    field.focus()
    field.setSelectionRange(start, start + text.length)
  }
  const close = async () => {
    // The prompt would take the Escape that asks for it as its answer.
    await new Promise((resolve) => setTimeout(resolve))
    const isSure =
      !isDirty ||
      (await prompt({
        title: t("editor.close"),
        description: t("editor.unsaved"),
        confirmText: t("editor.discard"),
        cancelText: tShared("cancel"),
        variant: "danger",
      }))
    if (isSure) onClose()
  }
  const name = `${nameOf(notice)}, ${languageName(notice.locale, i18n.language)}`
  return (
    <FocusModal
      open
      onOpenChange={(open) => {
        if (!open) void close()
      }}
    >
      <FocusModal.Content data-testid="dk-notice-editor">
        <FocusModal.Header>
          <Buttons
            canSave={isDirty && isWritten(draft)}
            isSaving={save.isPending}
            isInserting={starter.isPending}
            onInsert={() => void starter.insert(draft)}
            onSave={() => {
              press(() => toast.success(t("editor.saved")))
            }}
          />
        </FocusModal.Header>
        <FocusModal.Body className="overflow-auto">
          <div ref={form} className="grid gap-x-8 gap-y-6 px-4 py-6 md:px-8 lg:grid-cols-2">
            <div className="flex min-w-0 flex-col gap-y-4">
              <div>
                <FocusModal.Title>{name}</FocusModal.Title>
                <FocusModal.Description asChild>
                  <Text size="small" className="text-ui-fg-subtle">
                    {t("version", { version: notice.version })}. {t("editor.text")}
                  </Text>
                </FocusModal.Description>
              </div>
              {save.error && <ErrorNotice error={save.error} />}
              <EditorFields bodyId={bodyId} notice={stored} draft={draft} onChange={change}>
                <HintList hints={hints} onGo={goTo} />
              </EditorFields>
            </div>
            <EditorView stored={stored} draft={draft} current={current} />
          </div>
        </FocusModal.Body>
      </FocusModal.Content>
    </FocusModal>
  )
}
