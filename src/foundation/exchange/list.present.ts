import { showInstantJa } from "#platform/kernel/instant.ts";
import type { TravellingKind } from "./carried.schema.ts";
import { LIST } from "./messages.ts";

const MOST_LINES = 200;

export type Listed = Readonly<{
  id: string;
  number: number;
  from: string;
  to: string;
  madeAt: Date;
  acknowledges: readonly number[];
  parts: readonly Readonly<{ kind: TravellingKind; rows: readonly object[] }>[];
}>;

/** The paper that goes with a medium. It names nobody, also where the bundle does. */
export function listText({ id, number, from, to, madeAt, acknowledges, parts }: Listed): string {
  const heard = acknowledges.length === 0 ? LIST.none : acknowledges.map(LIST.number).join("、");
  return [
    `${LIST.title}　${LIST.number(number)}`,
    "",
    `${LIST.from}: ${from}`,
    `${LIST.to}: ${to}`,
    `${LIST.at}: ${showInstantJa(madeAt)}`,
    `${LIST.id}: ${id}`,
    `${LIST.acknowledges}: ${heard}`,
    ...parts.flatMap(({ kind, rows }) => [
      "",
      `■ ${kind.title}　${LIST.count(rows.length)}`,
      `  ${LIST.basis}: ${kind.basis}`,
      `  ${kind.persons ? LIST.persons : LIST.noPersons}`,
      ...rows.slice(0, MOST_LINES).map((row) => `  - ${kind.line(row as never)}`),
      ...(rows.length > MOST_LINES ? [`  ${LIST.more(rows.length - MOST_LINES)}`] : []),
    ]),
    "",
    LIST.sealed,
    LIST.carried,
    "",
  ].join("\r\n");
}
