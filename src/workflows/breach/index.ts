export {
  countAffectedBy,
  emptyAffected,
  findAffected,
  handOutCallList,
  selectAffected,
  tellByHand,
} from "./affected"
export { changeCase } from "./cases"
export { getNotice, startNotices } from "./notices"
export { remindOfBreaches } from "./remind"
export { sendNotices } from "./send-notices"
