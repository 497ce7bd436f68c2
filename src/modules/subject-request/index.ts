import { Module } from "@medusajs/framework/utils"
import "./personal-data"
import SubjectRequestModuleService from "./service"

export type { SubjectRequestModuleService }

export const SUBJECT_REQUEST_MODULE = "dk_subject_request"

export default Module(SUBJECT_REQUEST_MODULE, { service: SubjectRequestModuleService })
