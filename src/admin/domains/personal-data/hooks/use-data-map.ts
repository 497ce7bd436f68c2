import { useQuery } from "@tanstack/react-query"
import type { AdminDataMapResponse, AdminDriftResponse } from "../../../../types/http"
import { getJson } from "../../../shared/api"
import { retryUnlessRefused } from "../../../shared/retry"

/** All tables with their columns. */
export const useDataMap = () =>
  useQuery({
    queryKey: ["dk-data-map"],
    queryFn: async () =>
      ((await getJson("/admin/privacy/data-map")) as AdminDataMapResponse).data_map,
    retry: retryUnlessRefused,
  })

/** What the database has and the map does not, and the other way about. */
export const useDrift = () =>
  useQuery({
    queryKey: ["dk-data-map", "drift"],
    queryFn: async () =>
      ((await getJson("/admin/privacy/data-map/drift")) as AdminDriftResponse).drift,
    retry: retryUnlessRefused,
  })
