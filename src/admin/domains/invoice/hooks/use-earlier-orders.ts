import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { useEffect, useRef, useState } from "react"
import type {
  AdminArchiveEarlierOrders,
  AdminArchiveResponse,
  AdminEarlierYearsResponse,
} from "../../../../types/http"
import { getJson, postJson } from "../../../shared/api"
import { retryUnlessRefused } from "../../../shared/retry"
import { addBatch, NOTHING_YET } from "../archiving"

/** All that is read about invoices: a number that is recorded changes the counts too. */
const KEY = "dk-invoices"
const PATH = "/admin/dk/earlier-orders"

/** How many orders there are from before the plugin, by year. */
export const useEarlierYears = () =>
  useQuery({
    queryKey: [KEY, "earlier-years"],
    queryFn: async () => ((await getJson(`${PATH}/years`)) as AdminEarlierYearsResponse).years,
    retry: retryUnlessRefused,
  })

/** Whether the component is on the screen, for what goes on after it has left. */
const useIsShown = () => {
  const isShown = useRef(true)
  useEffect(() => {
    isShown.current = true
    return () => {
      isShown.current = false
    }
  }, [])
  return isShown
}

/**
 * Copies earlier orders a batch at a time, or only tells what would be copied. `found` grows with each batch; it ends when the
 * component leaves, and a new start goes on where an error ended it.
 */
export const useArchive = ({ isDryRun }: { isDryRun: boolean }) => {
  const queries = useQueryClient()
  const [found, setFound] = useState(NOTHING_YET)
  const after = useRef("")
  const isShown = useIsShown()
  const mutation = useMutation({
    mutationFn: async () => {
      while (isShown.current) {
        const body: AdminArchiveEarlierOrders = { dry_run: isDryRun, after: after.current }
        const { orders, next } = (await postJson(PATH, body)) as AdminArchiveResponse
        setFound((before) => addBatch(before, orders))
        if (next === null) return
        after.current = next
      }
    },
    onSettled: () => (isDryRun ? undefined : queries.invalidateQueries({ queryKey: [KEY] })),
  })
  return { ...mutation, found }
}
