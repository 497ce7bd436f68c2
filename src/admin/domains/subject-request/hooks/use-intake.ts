import { useMutation } from "@tanstack/react-query"
import type {
  AdminProposeSubjectRequest,
  AdminSubjectRequestCode,
  AdminSubjectRequestProposalResponse,
} from "../../../../types/http"
import { postJson } from "../../../shared/api"
import { REQUESTS } from "./use-requests"

/** Looks for who is behind a mail; nothing is created. */
export const usePropose = () =>
  useMutation({
    mutationFn: async (body: AdminProposeSubjectRequest) =>
      ((await postJson(`${REQUESTS}/proposals`, body)) as AdminSubjectRequestProposalResponse)
        .proposal,
  })

/** Makes the code that a person reads back; one before it works no more. */
export const useMakeCode = (id: string) =>
  useMutation({
    mutationFn: async () =>
      (await postJson(`${REQUESTS}/${id}/code`, {})) as AdminSubjectRequestCode,
  })
