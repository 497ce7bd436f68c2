import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * The part of a JSON document that key paths name, such as `id` or `items.*.title` (`*` is any key or array index).
 * With `is_kept` everything else is left out, without it that part is. A path names all that lies below it.
 */
const JSON_PART = `
CREATE OR REPLACE FUNCTION dk_personal_data_json_part(doc jsonb, paths text[], is_kept boolean)
RETURNS jsonb LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  is_array boolean := jsonb_typeof(doc) = 'array';
  part jsonb := CASE WHEN is_array THEN '[]' ELSE '{}' END;
  entry record;
  is_named boolean;
  below text[];
  inside jsonb;
BEGIN
  IF doc IS NULL OR jsonb_typeof(doc) NOT IN ('object', 'array') THEN
    RETURN CASE WHEN is_kept THEN NULL ELSE doc END;
  END IF;
  FOR entry IN
    SELECT key, value FROM jsonb_each(CASE WHEN is_array THEN '{}' ELSE doc END)
    UNION ALL
    SELECT * FROM (
      SELECT (place - 1)::text, value
        FROM jsonb_array_elements(CASE WHEN is_array THEN doc ELSE '[]' END) WITH ORDINALITY AS e(value, place)
       ORDER BY place) AS elements
  LOOP
    SELECT coalesce(bool_or(strpos(path, '.') = 0), false),
           coalesce(array_agg(substr(path, strpos(path, '.') + 1)) FILTER (WHERE strpos(path, '.') > 0), '{}')
      INTO is_named, below
      FROM unnest(paths) AS path WHERE split_part(path, '.', 1) IN ('*', entry.key);
    IF is_named THEN
      inside := CASE WHEN is_kept THEN entry.value END;
    ELSIF cardinality(below) > 0 THEN
      inside := dk_personal_data_json_part(entry.value, below, is_kept);
      IF is_kept AND inside IN ('{}'::jsonb, '[]'::jsonb) THEN inside := NULL; END IF;
    ELSE
      inside := CASE WHEN is_kept THEN NULL ELSE entry.value END;
    END IF;
    IF inside IS NOT NULL THEN
      part := part || CASE WHEN is_array THEN jsonb_build_array(inside) ELSE jsonb_build_object(entry.key, inside) END;
    END IF;
  END LOOP;
  RETURN part;
END;
$$;`

export class Migration20261125100100 extends Migration {
  override up(): void {
    this.addSql(JSON_PART)
  }

  override down(): void {
    this.addSql("DROP FUNCTION IF EXISTS dk_personal_data_json_part(jsonb, text[], boolean);")
  }
}
