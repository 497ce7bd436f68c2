import { useMutation } from "@tanstack/react-query"
import type { AdminCreateExport, AdminExportTicket } from "../../../../types/http"
import { postJson } from "../../../shared/api"
import { downloadFrom } from "../../../shared/download"

const EXPORTS = "/admin/privacy/exports"

type Copy = Omit<AdminCreateExport, "deliver">

/** Gets a ticket for a copy and lets the browser fetch the ZIP with it, straight to its downloads. */
export const useExport = () =>
  useMutation({
    mutationFn: async (copy: Copy) => {
      const body: AdminCreateExport = { ...copy, deliver: "ticket" }
      const { ticket } = (await postJson(EXPORTS, body)) as AdminExportTicket
      downloadFrom(`${EXPORTS}/${ticket}`)
    },
  })
