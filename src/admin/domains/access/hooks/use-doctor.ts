import { useQuery } from "@tanstack/react-query"
import type { AdminDoctorResponse } from "../../../../types/http"
import { getJson } from "../../../shared/api"
import type { Locale } from "../../../shared/locale"
import { retryUnlessRefused } from "../../../shared/retry"

/** How the store is set up and run, in words of the reader's language. */
export const useDoctor = (locale: Locale) =>
  useQuery({
    queryKey: ["dk-doctor", locale],
    queryFn: async () =>
      ((await getJson(`/admin/privacy/doctor?locale=${locale}`)) as AdminDoctorResponse).doctor,
    retry: retryUnlessRefused,
  })
