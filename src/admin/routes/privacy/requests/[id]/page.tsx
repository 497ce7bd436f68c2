import { RequestPage } from "../../../../domains/subject-request/sections/request-page"
import { guarded } from "../../../../shared/guarded"

const RequestRoute = () => <RequestPage />

export default guarded(RequestRoute)
