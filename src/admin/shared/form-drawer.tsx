import { Button, Drawer, usePrompt } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { ErrorNotice } from "./error-notice"

type FormDrawerProps = {
  title: string
  text: string
  submitLabel: string
  isPending: boolean
  /** The button waits until what is needed is there. */
  isReady?: boolean
  /** An error that no field shows. */
  error?: Error | null
  /**
   * For a long form, whether something was typed: a press beside it does not close it, and closing it asks first. Left out, it
   * closes at once.
   */
  isTyped?: boolean
  testId: string
  onSubmit: () => void
  onClose: () => void
  children: ReactNode
}

/** A form beside the page it belongs to. */
export const FormDrawer = (props: FormDrawerProps) => {
  const { title, text, submitLabel, isPending, isReady = true, error, isTyped, testId } = props
  const { onSubmit, onClose, children } = props
  const { t } = useTranslation("dkShared")
  const prompt = usePrompt()
  const leave = async () => {
    // The question ends at a press of Esc itself: not at the one that asks it.
    await new Promise((resolve) => setTimeout(resolve))
    const isSure =
      isTyped !== true ||
      (await prompt({
        title: t("discard.title"),
        description: t("discard.text"),
        confirmText: t("discard.confirm"),
        cancelText: t("discard.cancel"),
      }))
    if (isSure) onClose()
  }
  return (
    <Drawer
      open
      onOpenChange={(open) => {
        if (!open) void leave()
      }}
    >
      <Drawer.Content
        data-testid={testId}
        onInteractOutside={(event) => {
          if (isTyped !== undefined) event.preventDefault()
        }}
      >
        <Drawer.Header>
          <Drawer.Title>{title}</Drawer.Title>
          <Drawer.Description>{text}</Drawer.Description>
        </Drawer.Header>
        <form
          className="flex flex-1 flex-col overflow-hidden"
          onSubmit={(event) => {
            event.preventDefault()
            if (isReady && !isPending) onSubmit()
          }}
        >
          <Drawer.Body className="flex flex-1 flex-col gap-y-4 overflow-auto">
            {children}
            {error && <ErrorNotice error={error} />}
          </Drawer.Body>
          <Drawer.Footer>
            <Button type="button" size="small" variant="secondary" onClick={() => void leave()}>
              {t("cancel")}
            </Button>
            <Button
              type="submit"
              size="small"
              disabled={!isReady}
              isLoading={isPending}
              data-testid={`${testId}-submit`}
            >
              {submitLabel}
            </Button>
          </Drawer.Footer>
        </form>
      </Drawer.Content>
    </Drawer>
  )
}
