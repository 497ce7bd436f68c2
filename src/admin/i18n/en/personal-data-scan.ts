/** How far the proof of an erasure goes, and the scan of the whole database. */
export const fullScan = {
  level: {
    reach: "Reach proven",
    full: "Fully proven",
    found: "Found again",
    unproven: "Not searched whole",
  },
  levelText: {
    reach:
      "The person's own rows were read back and are empty. The rest of the database has not been searched yet.",
    full: "The whole database was searched {{moment}}, and holds nothing of what was erased.",
    found: "The whole database was searched {{moment}}. Some of what was erased stands here:",
    unproven: "The database was searched {{moment}}, but not all of it could be read.",
  },
  kind: { email: "e-mail", phone: "phone number", street: "street", name: "name" },
  place_one: "{{kind}} in {{count}} row",
  place_other: "{{kind}} in {{count}} rows",
  foundText:
    "Delete it where it stands. If the column is missing on the data map, classify it, so that it is erased as well next time. Then search again.",
  toMap: "Open the data map",
  unread: "Could not be read: {{names}}",
  unreadText: "Give the database's user access, and search again.",
  secretLost:
    "The secret that the values were noted with is gone. Put it back among the previous secrets, and search again.",
  stays: "Stands rightly in {{names}}.",
  section: {
    title: "Search of the whole database",
    text: "Every night all texts of the database and files of orders are searched for what has been erased since the last time. The values themselves are not stored, only keyed digests of them, which are deleted once the erasure is fully proven.",
    action: "Search the whole database now",
    started: "The search has begun",
    none: "No search yet",
    noneText: "The first comes the night after an erasure. You can also start it here.",
    running: "Running",
    done: "Done",
    runningText: "Begun {{moment}}. {{tables}} tables read so far ({{size}}).",
    doneText: "{{tables}} tables, {{columns}} columns and {{size}} read {{moment}}.",
    erasures_one: "Searched for {{count}} erasure.",
    erasures_other: "Searched for {{count}} erasures.",
    nothing: "Nothing found.",
    found_one: "Found in {{count}} place. See the erasure above.",
    found_other: "Found in {{count}} places. See the erasures above.",
    due: "Somebody was erased since; that is searched tonight.",
  },
}
