export { finishPlanned } from "./fulfil/finish-planned"
export { fulfilRequest, setSubjectOf } from "./fulfil/fulfil"
export { previewRequest } from "./fulfil/preview"
export { addRequest, changeRequest, findRequests, getRequest } from "./requests"
