import { Button } from "@medusajs/ui"
import { useState } from "react"
import { ImportDrawer } from "../forms/import-drawer"

type ImportButtonProps = { label: string; testId: string }

/** The way to numbers of a bookkeeping system that stand in a file. */
export const ImportButton = ({ label, testId }: ImportButtonProps) => {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button
        size="small"
        variant="secondary"
        data-testid={testId}
        onClick={() => {
          setOpen(true)
        }}
      >
        {label}
      </Button>
      {isOpen && (
        <ImportDrawer
          onClose={() => {
            setOpen(false)
          }}
        />
      )}
    </>
  )
}
