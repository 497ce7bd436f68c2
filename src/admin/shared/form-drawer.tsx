import { Button, Drawer } from "@medusajs/ui"
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
  testId: string
  onSubmit: () => void
  onClose: () => void
  children: ReactNode
}

/** A form beside the page it belongs to. */
export const FormDrawer = (props: FormDrawerProps) => {
  const { title, text, submitLabel, isPending, isReady = true, error, testId } = props
  const { onSubmit, onClose, children } = props
  const { t } = useTranslation("dkShared")
  return (
    <Drawer
      open
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
    >
      <Drawer.Content data-testid={testId}>
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
            <Button type="button" size="small" variant="secondary" onClick={onClose}>
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
