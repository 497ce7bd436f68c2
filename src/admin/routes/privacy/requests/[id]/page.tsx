import { RequestPage } from "../../../../domains/subject-request/sections/request-page"

const RequestRoute = () => <RequestPage />

export default RequestRoute
