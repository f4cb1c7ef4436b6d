import type { kyselyAdapter } from "@better-auth/kysely-adapter";
import { hashOfToken } from "./session.rules.ts";

type Adapter = ReturnType<ReturnType<typeof kyselyAdapter>>;
type Where = Readonly<{ field: string; value: unknown }>;
type Asked = { model: string; where?: Where[]; data?: Row; update?: Row };
type Row = Record<string, unknown>;

const ASKING = [
  "create",
  "findOne",
  "findMany",
  "count",
  "update",
  "updateMany",
  "delete",
  "deleteMany",
] as const;

/**
 * better-auth's way to the tables, which keeps of a session's token its hash. The library goes on with the token itself:
 * what it asks about is hashed on the way in, and what it gave or asked by is given back on the way out.
 */
export function hashingTokens(adapter: Adapter): Adapter {
  const asks = Object.fromEntries(
    ASKING.map((name) => {
      const ask = adapter[name].bind(adapter) as (asked: Asked) => Promise<unknown>;
      return [name, async (asked: Asked) => restored(asked, await ask(hashed(asked)))];
    }),
  );
  return {
    ...adapter,
    ...asks,
    transaction: (work) => adapter.transaction((inner) => work(hashingTokens(inner as Adapter))),
  };
}

function hashed(asked: Asked): Asked {
  if (asked.model !== "session") return asked;
  return {
    ...asked,
    ...(asked.where ? { where: asked.where.map(hashedCondition) } : {}),
    ...(asked.data ? { data: hashedRow(asked.data) } : {}),
    ...(asked.update ? { update: hashedRow(asked.update) } : {}),
  };
}

const hashedRow = (row: Row): Row =>
  typeof row.token === "string" ? { ...row, token: hashOfToken(row.token) } : row;

function hashedCondition(condition: Where): Where {
  if (condition.field !== "token") return condition;
  const { value } = condition;
  return { ...condition, value: Array.isArray(value) ? value.map(hashOfToken) : hashOfToken(String(value)) };
}

function restored(asked: Asked, found: unknown): unknown {
  if (asked.model !== "session" || found === null || typeof found !== "object" || Array.isArray(found))
    return found;
  const known = asked.data?.token ?? asked.where?.find(({ field }) => field === "token")?.value;
  return typeof known === "string" && "token" in found ? { ...found, token: known } : found;
}
