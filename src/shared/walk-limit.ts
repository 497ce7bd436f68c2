/** Lists that walk documents of many orders end here: more than staff mends in a day. */
export const WALK_LIMIT = 100
