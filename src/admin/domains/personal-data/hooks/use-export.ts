import { useMutation } from "@tanstack/react-query"
import { postForFile } from "../../../shared/api"
import { saveFile } from "../../../shared/save-file"

/** Fetches the copy of a customer's data and hands it to the browser's downloads. */
export const useExport = (customerId: string) =>
  useMutation({
    mutationFn: async (fileName: string) => {
      const body = { customer_id: customerId, profile: "access" }
      saveFile(await postForFile("/admin/privacy/exports", body), `${fileName}-${customerId}.json`)
    },
  })
