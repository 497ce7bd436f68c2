export { addRequest, changeRequest, findRequests, getRequest } from "./requests"
