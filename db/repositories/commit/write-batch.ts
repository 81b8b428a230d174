/**
 * All rows of one transition in one statement: each kind of write becomes a data-modifying CTE fed by a JSON array, so the
 * commit costs one round trip and one plan (prepared per shape), however many tables it touches.
 */
import { TABLES, toColumn, type Row, type TableName } from './tables';
import type { Tx } from '../../tx';

type Op = 'insert' | 'ignore' | 'upsert' | 'update' | 'delete';
type Group = {
  readonly op: Op;
  readonly table: TableName;
  readonly keys: readonly string[];
  readonly columns: readonly string[];
  readonly rows: Record<string, unknown>[];
};

/** Collects rows to write. No row may be written twice in one batch: callers fold changes of the same row first. */
export class WriteBatch {
  readonly #groups = new Map<string, Group>();

  /** A new row; a conflict is a bug and fails the transaction. */
  insert<T extends TableName>(table: T, row: Row<T>): void {
    this.#add('insert', table, [], row);
  }

  /** A new row unless its key is there already. */
  insertOrKeep<T extends TableName>(table: T, row: Row<T>): void {
    this.#add('ignore', table, [], row);
  }

  /** A new row, or these columns of the one with the same key. */
  upsert<T extends TableName>(table: T, keys: readonly (keyof Row<T> & string)[], row: Row<T>): void {
    this.#add('upsert', table, keys, row);
  }

  /** Change the row with these keys; a row that is not there is a bug and fails the transaction. */
  update<T extends TableName>(table: T, keys: readonly (keyof Row<T> & string)[], row: Row<T>): void {
    this.#add('update', table, keys, row);
  }

  /** Remove the row with these keys if it is there. */
  remove<T extends TableName>(table: T, row: Row<T>): void {
    this.#add('delete', table, Object.keys(row), row);
  }

  /**
   * Writes everything in one statement.
   * @throws Error when an update found fewer rows than given: somebody else ended the row in between.
   */
  async apply(tx: Tx): Promise<void> {
    const groups = [...this.#groups.values()];
    if (groups.length === 0) return;
    const statement = statementFor(groups);
    const result = await tx.query<{ counts: number[] }>({
      ...statement,
      values: groups.map(({ rows }) => JSON.stringify(rows)),
    });
    const counts = result.rows[0]?.counts ?? [];
    for (const [index, group] of groups.entries()) {
      if (group.op === 'update' && counts[index] !== group.rows.length) {
        throw new Error(`the commit changed ${counts[index] ?? 0} of ${group.rows.length} rows of ${group.table}`);
      }
    }
  }

  #add(op: Op, table: TableName, keys: readonly string[], row: Record<string, unknown>): void {
    const columns = Object.keys(row).filter((column) => row[column] !== undefined).toSorted();
    const id = `${op} ${table} ${keys.join()} ${columns.join()}`;
    const group = this.#groups.get(id);
    if (group === undefined) this.#groups.set(id, { op, table, keys, columns, rows: [row] });
    else group.rows.push(row);
  }
}

const MAX_PREPARED = 400;
const prepared = new Map<string, { readonly name?: string; readonly text: string }>();

/** One text and one prepared name per shape of batch; rare shapes beyond the bound run unprepared. */
function statementFor(groups: readonly Group[]): { readonly name?: string; readonly text: string } {
  const shape = groups.map((group) => `${group.op} ${group.table} ${group.keys.join()} ${group.columns.join()} ${boundOf(group)}`).join('|');
  const known = prepared.get(shape);
  if (known !== undefined) return known;
  const ctes = groups.map((group, index) => `w${index} AS (${fragment(group, index + 1)})`);
  const counts = groups.map((_, index) => `(SELECT count(*)::int FROM w${index})`);
  const text = `WITH ${ctes.join(',\n')}\nSELECT ARRAY[${counts.join(', ')}] AS counts`;
  if (prepared.size >= MAX_PREPARED) return { text };
  const statement = { name: `commit_${prepared.size}`, text };
  prepared.set(shape, statement);
  return statement;
}

/** What must also hold for an update of this table; checked by the count of changed rows. */
const STILL: { readonly [T in TableName]?: string } = { command: "t.status = 'pending'" };

/** Number of rows up to which a statement is good; null: any. */
const BOUNDS = [1, 8, 64];
const boundOf = ({ rows }: Group): number | null => BOUNDS.find((bound) => rows.length <= bound) ?? null;

function fragment(group: Group, parameter: number): string {
  const { op, table, keys, columns } = group;
  const types: { readonly [column: string]: string } = TABLES[table];
  const name = toColumn(table);
  const rows = `json_to_recordset($${parameter}::json) AS r(${columns.map((column) => `"${column}" ${types[column] ?? 'text'}`).join(', ')})`;
  const bound = boundOf(group);
  // Of a function's rows the planner believes that there are a hundred, and reads whole tables to find one of them; a limit tells it better.
  const source = bound === null ? rows : `(SELECT * FROM ${rows} LIMIT ${bound}) AS r`;
  const match = [...keys.map((key) => `t.${quote(key)} = r."${key}"`), ...(op === 'update' ? [STILL[table] ?? 'true'] : [])].join(' AND ');
  const changed = columns.filter((column) => !keys.includes(column));
  const insert = `INSERT INTO ${name} (${columns.map(quote).join(', ')}) SELECT ${columns.map((column) => `r."${column}"`).join(', ')} FROM ${source}`;
  const sql: { readonly [K in Op]: () => string } = {
    insert: () => insert,
    ignore: () => `${insert} ON CONFLICT DO NOTHING`,
    upsert: () =>
      `${insert} ON CONFLICT (${keys.map(quote).join(', ')}) DO UPDATE SET ${changed.map((column) => `${quote(column)} = EXCLUDED.${quote(column)}`).join(', ')}`,
    update: () =>
      `UPDATE ${name} t SET ${changed.map((column) => `${quote(column)} = r."${column}"`).join(', ')} FROM ${source} WHERE ${match}`,
    delete: () => `DELETE FROM ${name} t USING ${source} WHERE ${match}`,
  };
  return `${sql[op]()} RETURNING 1`;
}

/** Column names come from {@link TABLES} only; quoting keeps words such as `references` apart from SQL. */
const quote = (column: string): string => `"${toColumn(column)}"`;
