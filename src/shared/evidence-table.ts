/** One table whose rows are evidence: written once, removable only after their date. */
export type EvidenceTable = {
  table: string
  /**
   * SQL expression over `OLD` that gives the last day (Europe/Copenhagen) the row must be kept,
   * or NULL when it may never be deleted. It may read the latest row of an append-only keep table.
   */
  keepThrough: string
}

const guardName = (table: string): string => `${table}_evidence_guard`

/**
 * SQL that makes a table evidence: UPDATE is refused always, DELETE until the day after `keepThrough`.
 * Rows are judged by the database's clock. TRUNCATE is not guarded; the database owner can do it anyway.
 *
 * @returns statements for a migration's `up`
 */
export const evidenceTableUp = ({ table, keepThrough }: EvidenceTable): string[] => [
  `CREATE OR REPLACE FUNCTION "${guardName(table)}"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE keep_through date;
BEGIN
  IF TG_OP = 'UPDATE' THEN
    RAISE EXCEPTION '% is evidence: rows are never changed', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
  END IF;
  SELECT (${keepThrough})::date INTO keep_through;
  IF keep_through IS NULL OR (now() AT TIME ZONE 'Europe/Copenhagen')::date <= keep_through THEN
    RAISE EXCEPTION '% is evidence: the row is kept', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN OLD;
END $$;`,
  `DROP TRIGGER IF EXISTS "${guardName(table)}" ON "${table}";`,
  `CREATE TRIGGER "${guardName(table)}" BEFORE UPDATE OR DELETE ON "${table}" FOR EACH ROW EXECUTE FUNCTION "${guardName(table)}"();`,
]

/** SQL that removes the guard, for a migration's `down`. */
export const evidenceTableDown = (table: string): string[] => [
  `DROP TRIGGER IF EXISTS "${guardName(table)}" ON "${table}";`,
  `DROP FUNCTION IF EXISTS "${guardName(table)}"();`,
]
