import { Module } from "@medusajs/framework/utils"
import warnNoMail from "./loaders/warn-no-mail"
import "./personal-data"
import SubjectRequestModuleService from "./service"

export type { SubjectRequestModuleService }

export const SUBJECT_REQUEST_MODULE = "dk_subject_request"

export default Module(SUBJECT_REQUEST_MODULE, {
  service: SubjectRequestModuleService,
  loaders: [warnNoMail],
})
